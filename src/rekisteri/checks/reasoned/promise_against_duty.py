"""Data are promised to be erased while the law still demands them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.meetings import contradictions
from rekisteri.checks.periods import demands_nothing
from rekisteri.law.citation import Provision


@check_of("erasure", "gdpr:17.3.b", severity=Severity.MUST)
def promise_against_duty(case: Case) -> Iterator[Found]:
    """A promise without an exception for the law cannot be kept for data that a law demands (Art. 17(3)(b)).

    A law that only sets a time for claims demands nothing, nor do those about all personal data.
    """
    for one in contradictions(case):
        is_demanded = one.keep.is_duty and not demands_nothing(one.keep.rule, case.on)
        if is_demanded and one.is_promised and not one.is_ended_by_claim:
            yield one.found(case, [Provision.parse("gdpr:17.3.b")])
