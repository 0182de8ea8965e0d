"""Using a right costs something."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.rights import is_of_marketing, requests
from rekisteri.checks.wording import found_in_words
from rekisteri.law.acts import acts
from rekisteri.law.timeline import in_force
from rekisteri.model.rights import Right
from rekisteri.vocabulary.phrases import tells_a_fee
from rekisteri.words import Words


@check_of("rights", "gdpr:12.5", severity=Severity.SHOULD)
def fee_charged(case: Case) -> Iterator[Found]:
    """Requests are free. The Personal Data Act let controllers charge for an inspection within a year of the last.

    ``possible`` for a reasonable fee, which is lawful for manifestly unfounded or excessive requests, and where the right may be
    none of the GDPR; so is what a fee says in own words. The right to object to direct marketing has a check of its own. Other own
    words are read where no field tells of a fee.
    """
    elsewhere = {f"{path}.procedure" for path, right in case.all_of(Right) if is_of_marketing(right)}
    if not any(request.procedure.fee for request in requests(case)):
        yield from found_in_words(case, "fee")
    for request in requests(case):
        fee = request.procedure.fee
        if fee is None or request.path in elsewhere:
            continue
        if fee.term not in ("free-once-a-year", "reasonable-fee"):
            yield from _in_words(f"{request.path}.fee", fee)
            continue
        once_a_year = fee.term == "free-once-a-year"
        inspection = once_a_year and request.right.term == "access"
        yield Found(
            path=f"{request.path}.fee",
            certainty=Certainty.CERTAIN if once_a_year and request.by_law else Certainty.POSSIBLE,
            params={"right": request.right, "fee": fee},
            right_when_drafted=_before_the_gdpr(case) if inspection else None,
            variant="message" if once_a_year else None,
        )


def _in_words(path: str, fee: Words) -> Iterator[Found]:
    if words := tells_a_fee(fee):
        yield Found(path=path, certainty=Certainty.POSSIBLE, params={"words": words}, variant="words")


def _before_the_gdpr(case: Case) -> bool | None:
    return None if case.written_on is None else not in_force(acts()["gdpr"], case.written_on)
