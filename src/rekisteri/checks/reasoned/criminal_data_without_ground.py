"""Data on criminal convictions and offences, and no law that allows them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import data_terms
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import law_named, purposes_of, sensitive_data_law
from rekisteri.checks.parties import authority_keeps, under_finnish_law
from rekisteri.law.citation import Provision
from rekisteri.model.data import Article9Condition, DataCategory

ELSEWHERE = (Provision.parse("gdpr:10"),)
"""What is cited to controllers whom the Finnish act does not bind."""


@check_of("data", "gdpr:10", "tsl:7", severity=Severity.SHOULD, of_controllers=True)
def criminal_data_without_ground(case: Case) -> Iterator[Found]:
    """Such data are for authorities, and for others only where a law allows it; legal claims are let pass, since the law names them.

    ``possible`` where the data only may be held, or the controller may be an authority. A processor's record is not asked.
    """
    authority = authority_keeps(case)
    citations = None if under_finnish_law(case) else ELSEWHERE
    for path, category, words, term in data_terms(case):
        if not term.criminal or authority or _for_claims(case, category):
            continue
        if law_named(case, category, sensitive_data_law):
            continue
        sure = authority is False and not category.may
        yield Found(
            path=path,
            certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            citations=citations,
            params={"data": words},
        )


def _for_claims(case: Case, category: DataCategory) -> bool:
    claims = category.article_9 is Article9Condition.LEGAL_CLAIMS
    return claims or any(aim.term == "legal-claim" for purpose in purposes_of(case, category) for aim in purpose.aims)
