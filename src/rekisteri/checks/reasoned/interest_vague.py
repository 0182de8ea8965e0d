"""A legitimate interest that says only that there is a relationship."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.purpose import Ground, LegalBasis
from rekisteri.vocabulary.terms import lookup


@check_of(
    "basis", "gdpr:13.1.d", "gdpr:14.2.b", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True
)
def interest_vague(case: Case) -> Iterator[Found]:
    """A customer relationship is a fact about two parties; the interest is what the controller wants to reach.

    A processor's record is not asked.
    """
    for path, basis in case.all_of(LegalBasis):
        interest = basis.interest if basis.ground in (Ground.LEGITIMATE_INTERESTS, None) else None
        term = lookup(interest.term) if interest and interest.term else None
        if term and term.vague:
            yield Found(path=f"{path}.interest", params={"interest": interest})
