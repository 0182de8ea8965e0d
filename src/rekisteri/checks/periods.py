"""What the checks of retention and erasure share: which rules a notice tells, and which period is longer."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case
from rekisteri.law.citation import Provision
from rekisteri.part import walk
from rekisteri.retention.period import Period
from rekisteri.retention.rule import RetentionRule
from rekisteri.words import for_notice

__all__ = [
    "A_MONTH",
    "compared",
    "figures",
    "least_hours",
    "place_fits",
    "rules_of_the_notice",
    "tells_time",
]

A_MONTH = Period(months=1)


def rules_of_the_notice(case: Case) -> list[tuple[str, RetentionRule]]:
    """The retention rules that people read, with their paths; a processor's own record is no notice."""
    if case.register.kept_by:
        return []
    return [(path, rule) for path, rule in case.all_of(RetentionRule) if for_notice(rule)]


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
