"""Data of a special category, and no condition that allows them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import terms_without_condition
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import bases_of, sensitive_data_law
from rekisteri.model.data import DataCategory
from rekisteri.model.purpose import Ground


@check_of("data", "gdpr:9.2", severity=Severity.SHOULD, of_controllers=True)
def special_data_without_condition(case: Case) -> Iterator[Found]:
    """Special categories may be processed only on a condition of Art. 9(2), which the register does not state.

    ``possible`` where the data only may be held, or all rests on consent, of which only that it is explicit is not told; a note where a
    law is named for the data.
    """
    for path, category, words, term in terms_without_condition(case):
        if term.special:
            variant = _what_is_told(case, category)
            yield Found(
                path=path,
                severity=Severity.NOTE if variant == "law" else Severity.SHOULD,
                certainty=Certainty.POSSIBLE if variant else Certainty.CERTAIN,
                params={"data": words},
                variant=variant,
            )


def _what_is_told(case: Case, category: DataCategory) -> str | None:
    """What the register tells of the data that may come to a condition, or make it needless."""
    if sensitive_data_law(category.provisions):
        return "law"
    if _by_consent(case, category):
        return "consent"
    return "may" if category.may else None


def _by_consent(case: Case, category: DataCategory) -> bool:
    grounds = {basis.ground for basis in bases_of(case, category)}
    conditions = {words.term for words in category.only_if or ()}
    return grounds == {Ground.CONSENT} or conditions == {"data-subject-consents"}
