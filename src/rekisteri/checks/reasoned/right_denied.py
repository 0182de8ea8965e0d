"""A right of the GDPR that the register denies altogether."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.stated import CONDITIONS
from rekisteri.model.rights import Right
from rekisteri.vocabulary.terms import lookup

NEEDS = {"objection": "may-object", "portability": "portable", "withdraw-consent": "rests-on-consent"}
"""Rights that only some legal bases give, and the condition that says whether the register's do."""


@check_of("rights", "gdpr:13.2.b", "gdpr:14.2.c", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def right_denied(case: Case) -> Iterator[Found]:
    """A right can be denied only where the law says so.

    A denial that cites a law, or is limited to some people or matters, is let pass.

    ``must`` where the register also gives the right: both statements cannot be true.
    """
    given = {right.right.term for right in case.register.rights or () if right.given and not _limited(right)}
    for path, right in case.all_of(Right):
        term = lookup(right.right.term) if right.right.term else None
        if right.given or _limited(right) or term is None or term.provision is None:
            continue
        if CONDITIONS[NEEDS.get(term.id, "always")](case, None) is False:
            continue
        both = term.id in given
        yield Found(
            path=f"{path}.given",
            severity=Severity.MUST if both else Severity.SHOULD,
            certainty=Certainty.CERTAIN if both else Certainty.POSSIBLE,
            citations=(term.provision,),
            params={"right": right.right},
        )


def _limited(right: Right) -> bool:
    return bool(right.about or right.subjects or right.only_if or right.unless or right.except_for or right.provisions)
