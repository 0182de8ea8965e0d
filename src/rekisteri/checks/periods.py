"""What the checks of retention and erasure share: which rules a notice tells, and which period is longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from rekisteri.checks.engine import Case
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.part import walk
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.retention.period import MOST, Period
from rekisteri.retention.rule import Limit, RetentionRule
from rekisteri.words import for_notice

__all__ = [
    "A_MONTH",
    "SETS_NONE",
    "compared",
    "demands_nothing",
    "figures",
    "least_hours",
    "may_be_alike",
    "place_fits",
    "rows_at",
    "rules_of_the_notice",
    "tells_time",
    "together",
]

A_MONTH = Period(months=1)

SETS_NONE = frozenset({"gdpr", "tsl"})
"""Acts about all personal data: the period is for the controller to decide (GDPR 5(1)(e))."""

ALIKE = ({"recorded", "recording-end"},)
"""Events that a notice may well mean by each other's names."""


def rules_of_the_notice(case: Case) -> list[tuple[str, RetentionRule]]:
    """The retention rules that people read, with their paths; a processor's own record is no notice."""
    if case.register.kept_by:
        return []
    return [(path, rule) for path, rule in case.all_of(RetentionRule) if for_notice(rule)]


def together(one: Period, other: Period) -> Period:
    """One period after another, unit by unit, as far as a period goes."""
    return Period(**{unit: min(number + getattr(other, unit), MOST) for unit, number in attrs.asdict(one).items()})


def tells_time(rule: RetentionRule) -> bool:
    """Whether a rule tells a period, from when one runs, or a last day."""
    return bool(rule.period or rule.start or rule.last)


def figures(rule: RetentionRule) -> Iterator[tuple[str, Period]]:
    """Every period in the time of a rule that lasts at all: (place, period)."""
    for place, name, value in walk(rule):
        if name == "period" and isinstance(value, Period) and value != Period():
            yield place, value


def place_fits(cited: Provision, placed: Provision) -> bool:
    """Whether a cited place and one that a table knows may be the same: one holds the other.

    A range or a chapter may hold any place of its act; a place may lie in a range of its own section.
    """
    if cited.act != placed.act:
        return False
    if cited.covers(placed) or placed.covers(cited) or cited.until or cited.division in ("chapter", "recital"):
        return True
    return bool(placed.until) and (cited.chapter, cited.section) == (placed.chapter, placed.section)


def rows_at(cited: Provision, on: date) -> list[StatutoryPeriod]:
    """The periods of a day's law that stand at a cited place, or that rest on it."""
    return [
        row
        for versions in statutory_periods().values()
        for row in versions
        if in_force(row, on) and any(place_fits(cited, placed) for placed in (row.provision, *row.rests_on))
    ]


def demands_nothing(rule: RetentionRule, on: date) -> bool:
    """Whether nothing that a rule cites demands that data be kept: acts about all personal data, and times for claims."""
    reason = [rule.reason.provision] if rule.reason and rule.reason.provision else []
    return all(cited.act in SETS_NONE or _is_of_claims(cited, on) for cited in [*reason, *(rule.by_law or ())])


def _is_of_claims(cited: Provision, on: date) -> bool:
    """Whether all that is known of a place is how long claims can be made."""
    rows = rows_at(cited, on)
    return bool(rows) and all(row.limit is Limit.CLAIM for row in rows)


def may_be_alike(some: set[str], others: set[str]) -> bool:
    """Whether some events and others share one, or have one each that may be meant by the other's name."""
    return bool(some & others) or any(some & alike and others & alike for alike in ALIKE)


def compared(one: Period, other: Period) -> int | None:
    """1, 0, -1: *one* is longer, as long, shorter, whenever they begin; None: that depends on the day."""
    if _months(one) == _months(other):
        return _sign(_hours(one) - _hours(other))
    if _hours(one) == _hours(other):
        return _sign(_months(one) - _months(other))
    if least_hours(one) > _most_hours(other):
        return 1
    return -1 if _most_hours(one) < least_hours(other) else None


def _months(period: Period) -> int:
    return 12 * period.years + period.months


def _hours(period: Period) -> int:
    return 24 * (7 * period.weeks + period.days) + period.hours


def least_hours(period: Period) -> int:
    """The fewest hours that a period can last: years of 365 days, months of 28."""
    years, months = divmod(_months(period), 12)
    return _hours(period) + 24 * (365 * years + 28 * months)


def _most_hours(period: Period) -> int:
    """The most hours: years of 366 days, months of 31; more than they can last together, and so never too few."""
    years, months = divmod(_months(period), 12)
    return _hours(period) + 24 * (366 * years + 31 * months)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
