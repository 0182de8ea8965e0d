"""A period of which the register does not tell from when it runs."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.periods import rules_of_the_notice
from rekisteri.errors import join
from rekisteri.part import walk
from rekisteri.retention.legislation import row_of
from rekisteri.retention.period import Period
from rekisteri.retention.rule import Last, LawVersion, RetentionRule


@check_of("retention", "gdpr:13.2.a", "gdpr:14.2.a", severity=Severity.SHOULD)
def period_without_start(case: Case) -> Iterator[Found]:
    """A bare "two years" tells nobody when their data go.

    Let pass where a criterion in words may tell the start, where the time is that of a review, and where the very law that
    sets the period leaves it open.
    """
    for path, rule in rules_of_the_notice(case):
        reviewed = rule.then is not None and rule.then.term == "review"
        if rule.criterion or reviewed or row_of(rule):
            continue
        for place, period in _without_start(rule):
            yield Found(path=join(path, place), params={"period": period})


def _without_start(rule: RetentionRule) -> Iterator[tuple[str, Period]]:
    """Where a start would stand, and the period that lacks it."""
    parts = [("", rule), *((place, part) for place, _, part in walk(rule))]
    for place, part in parts:
        if isinstance(part, RetentionRule | Last | LawVersion) and part.period and not part.start:
            yield join(place, "start"), part.period
