"""Data on criminal convictions and offences, and no law that allows them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import data_terms
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import law_named, purposes_of
from rekisteri.checks.parties import authority_keeps
from rekisteri.model.data import DataCategory


@check_of("data", "gdpr:10", "tsl:7", severity=Severity.SHOULD)
def criminal_data_without_ground(case: Case) -> Iterator[Found]:
    """Such data are for authorities, and for others only where a law allows it; legal claims are let pass, since the law names them.

    ``possible`` where the data only may be held, or the controller may be an authority.
    """
    authority = authority_keeps(case)
    for path, category, words, term in data_terms(case):
        if not term.criminal or authority or law_named(case, category) or _for_claims(case, category):
            continue
        sure = authority is False and not category.may
        yield Found(
            path=path,
            certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            params={"data": words},
        )


def _for_claims(case: Case, category: DataCategory) -> bool:
    return any(aim.term == "legal-claim" for purpose in purposes_of(case, category) for aim in purpose.aims)
