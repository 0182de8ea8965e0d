"""Data are to be gone while the law still demands them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.meetings import contradictions
from rekisteri.checks.periods import demands_nothing
from rekisteri.law.citation import Provision


@check_of("retention", "gdpr:5.1.e", severity=Severity.MUST)
def period_below_duty(case: Case) -> Iterator[Found]:
    """The controller's own end comes before a legal duty to keep is over: both cannot be followed.

    A law that only sets a time for claims demands nothing, nor do those about all personal data.
    """
    for one in contradictions(case):
        is_demanded = one.keep.is_duty and not demands_nothing(one.keep.rule, case.on)
        if is_demanded and not one.is_promised and not one.is_ended_by_law and not one.is_ended_by_claim:
            yield one.found(case, [Provision.parse("gdpr:5.1.e")])
