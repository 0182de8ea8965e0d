"""A retention rule without any time or criterion."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.periods import rules_of_the_notice, tells_time
from rekisteri.retention.plan import covers


@check_of("retention", "gdpr:13.2.a", "gdpr:14.2.a", severity=Severity.SHOULD)
def period_missing(case: Case) -> Iterator[Found]:
    """From "as the law says", or from what happens at the end, nobody can tell how long data are kept.

    Let pass where another rule tells a time or a criterion for the same data.
    """
    rules = rules_of_the_notice(case)
    telling = [rule for _, rule in rules if tells_time(rule) or rule.criterion]
    for path, rule in rules:
        if rule in telling or any(covers(other, rule) for other in telling):
            continue
        yield Found(
            path=f"{path}.period",
            params={"law": tuple(rule.by_law)} if rule.by_law else {},
            variant="law" if rule.by_law else None,
        )
