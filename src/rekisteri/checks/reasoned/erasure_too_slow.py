"""An erasure that a person can ask for is promised later than the law lets it be."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.periods import A_MONTH, compared
from rekisteri.retention.period import Period
from rekisteri.retention.plan import YIELD_TO
from rekisteri.retention.rule import ErasureRule

THREE_MONTHS = Period(months=3)
"""One month, and the two by which it may be extended (GDPR 12(3))."""


@check_of("erasure", "gdpr:12.3", "gdpr:17.1", severity=Severity.SHOULD)
def erasure_too_slow(case: Case) -> Iterator[Found]:
    """A request, a withdrawal or an objection is met within a month; ``must`` above the three months of the longest extension.

    Only the promise's own deadline is looked at: a procedure of "one month, extendable by two" is lawful.
    """
    for path, promise in case.all_of(ErasureRule):
        period = promise.deadline.period if promise.deadline else None
        if promise.denied or period is None or promise.trigger.term not in YIELD_TO:
            continue
        if compared(period, A_MONTH) == 1:
            yield Found(
                path=f"{path}.deadline",
                severity=Severity.MUST if compared(period, THREE_MONTHS) == 1 else Severity.SHOULD,
                params={"period": period, "trigger": promise.trigger},
            )
