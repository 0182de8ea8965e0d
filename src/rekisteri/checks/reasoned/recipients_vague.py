"""Recipients of which nobody can tell who they are."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.disclosure import Disclosure, Processor, Recipient
from rekisteri.vocabulary.phrases import names_nobody
from rekisteri.vocabulary.terms import is_vague
from rekisteri.words import for_notice


@check_of("form", "gdpr:13.1.e", "gdpr:14.1.e", severity=Severity.SHOULD, of_controllers=True)
def recipients_vague(case: Case) -> Iterator[Found]:
    """The law lets categories be told instead of names, but "partners" is no category.

    Let pass where a name, a kind, a task or an own description stands beside, and where data go to outsiders only on a condition:
    that is a denial.
    """
    for path, one in (found for kind in (Processor, Recipient, Disclosure) for found in case.all_of(kind)):
        if "sub_processors" in path or not (for_notice(one) and one.to) or _is_told(one):
            continue
        if all(is_vague(words, names_nobody) for words in one.to):
            yield Found(path=f"{path}.to", params={"words": tuple(one.to)})


def _is_told(one: Processor | Recipient | Disclosure) -> bool:
    """Whether anything but its kind tells who it is."""
    if one.name or one.web:
        return True
    if isinstance(one, Disclosure):
        return bool(one.role or one.aims or one.purposes or one.only_if)
    return bool(one.tasks)
