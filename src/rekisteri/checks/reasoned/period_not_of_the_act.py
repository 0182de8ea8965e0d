"""A period is ascribed to an act that sets another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce

import attrs

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import compared, least_hours, place_fits
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.retention.period import Period
from rekisteri.retention.plan import NamedRule, events_of
from rekisteri.retention.rule import Last, Limit, RetentionRule, Round, Start

SHORTER, LONGER, ROUNDED, RIGHT = "shorter", "longer", "rounded", "right"
FLOORS = frozenset({Limit.MINIMUM, Limit.FOR, Limit.EXACT})
CEILINGS = frozenset({Limit.MAXIMUM, Limit.EXACT})
AT_MOST = {
    Round.MONTH: Period(days=30),
    Round.YEAR: Period(days=365),
    Round.FINANCIAL_YEAR: Period(months=18),
    Round.YEAR_OF_FINANCIAL_YEAR_END: Period(months=18, days=365),
}
"""How far rounding moves a day: a financial year lasts at most eighteen months."""


@check_of("retention", severity=Severity.MUST)
def period_not_of_the_act(case: Case) -> Iterator[Found]:
    """A figure shorter than the act's floor, or longer than its maximum, counted from where the act counts.

    Longer than a floor is not wrong by itself. Where several periods of the act fit what is cited, none of them may be met
    and all must be missed on the same side. The right figure is too short if the act counts it from the end of the year and the
    rule from the day itself, unless that day is the last of the year. ``possible`` where the act itself lets data be kept longer
    for some reason, where the table is not sure of its row, and where the rule or the register does not tell from when.
    """
    for path, rule in case.all_of(RetentionRule):
        time = _simple(rule)
        if time is None or rule.limit is Limit.CLAIM:
            continue
        start, period = time
        wrong = _verdict(rule, start, period, case.on)
        if wrong not in (SHORTER, LONGER, ROUNDED) or (wrong == ROUNDED and _comes_last(case, start)):
            continue
        row = _nearest(wrong, _same_event(rule, start, case.on))
        exempt = wrong == LONGER and bool(row.holds)
        if exempt and rule.only_if:
            continue
        told = start is not None and (wrong != ROUNDED or _comes_last(case, start) is False)
        sure = row.confidence == "high" and not exempt and told
        drafted = case.written_on
        yield Found(
            path=f"{path}.{'last' if rule.last else 'period'}",
            severity=Severity.MUST if sure else Severity.SHOULD,
            certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            citations=(row.provision,),
            params={"period": period, "law": row.provision, "lawful": row.period},
            right_when_drafted=drafted is not None and _verdict(rule, start, period, drafted) == RIGHT,
            variant=f"{wrong}-unless" if exempt else wrong,
        )


def _nearest(wrong: str, rows: list[StatutoryPeriod]) -> StatutoryPeriod:
    """The row that is missed least."""
    nearest = max if wrong == LONGER else min
    return nearest(rows, key=lambda row: least_hours(row.period or Period()))


def _comes_last(case: Case, start: Start | None) -> bool | None:
    """Whether the day that a rule counts from is the last of its calendar year; None: that is not told."""
    end = case.register.financial_year_end
    if start is None or start.event.term != "financial-year-end" or end is None:
        return None
    return (end.month, end.day) == (12, 31) and not case.register.financial_years


def _simple(rule: RetentionRule) -> tuple[Start | None, Period] | None:
    """From when a rule counts (None: it does not tell) and how long, if it is one period from one event, not rounded again."""
    if rule.start is None and rule.last is None and rule.period:
        return None, rule.period
    last = NamedRule(name="", rule=rule).last
    if not isinstance(last, Last) or not last.start or not last.period or last.round:
        return None
    return last.start, last.period


def _cited(rule: RetentionRule) -> tuple[Provision, ...]:
    if rule.reason:
        return (rule.reason.provision,) if rule.reason.provision else ()
    return tuple(rule.by_law or ())


def _rows(rule: RetentionRule, on: date) -> Iterator[StatutoryPeriod]:
    """The periods of a day's law at the places that a rule cites."""
    for versions in statutory_periods().values():
        for row in versions:
            if in_force(row, on) and any(place_fits(cited, row.provision) for cited in _cited(rule)):
                yield row


def _same_event(rule: RetentionRule, start: Start | None, on: date) -> list[StatutoryPeriod]:
    """Of these, the ones that surely count from the same event; all that tell one, where the rule tells none."""
    rows = [row for row in _rows(rule, on) if row.start]
    return [row for row in rows if start is None or (row.start and row.start.event.term == start.event.term)]


def _verdict(rule: RetentionRule, start: Start | None, period: Period, on: date) -> str | None:
    """How the figure misses every row that it can be meant for; ``RIGHT`` if it meets one; None: it cannot be told."""
    if not _same_event(rule, start, on):
        return None
    found = {_judged(start, period, row) for row in _rows(rule, on) if _may_count_from(row, start)}
    return RIGHT if RIGHT in found else found.pop() if len(found) == 1 else None


def _may_count_from(row: StatutoryPeriod, start: Start | None) -> bool:
    """Whether a row counts from the same event, or from that among others; any row may, where the rule does not tell."""
    if start is None:
        return True
    if row.last:
        return start.event.term in set(events_of([row.last]))
    return row.start is not None and row.start.event.term == start.event.term


def _judged(start: Start | None, period: Period, row: StatutoryPeriod) -> str | None:
    """Whether a figure meets a row; None where the two cannot be compared."""
    if row.period is None or row.limit is Limit.CLAIM:
        return None
    mine = _most(start.round) if start else Period()
    lawful = _most(row.start.round) if row.start and start else Period()
    if mine == lawful or start is None or row.start is None:
        return _compared(period, period, row.period, row.period, row)
    if mine == Period() and compared(period, row.period) == 0 and row.limit in FLOORS:
        return ROUNDED
    return _compared(period, _sum(period, mine), row.period, _sum(row.period, lawful), row)


def _compared(least: Period, most: Period, lawful: Period, at_most: Period, row: StatutoryPeriod) -> str | None:
    """A figure of so much at least and at most with one of the law's; None where their days decide."""
    if row.limit in FLOORS and compared(most, lawful) == -1:
        return SHORTER
    if row.limit in CEILINGS and compared(least, at_most) == 1:
        return RIGHT if _within(least, at_most, row.within) else LONGER
    if least == most and lawful == at_most:
        return None if compared(least, lawful) is None else RIGHT
    return RIGHT if row.limit not in CEILINGS and compared(least, at_most) in (0, 1) else None


def _most(rounds: Sequence[Round] | None) -> Period:
    """How far these roundings can move a day."""
    return reduce(_sum, (AT_MOST[one] for one in rounds or ()), Period())


def _sum(one: Period, other: Period) -> Period:
    return Period(**{name: number + getattr(other, name) for name, number in attrs.asdict(one).items()})


def _within(period: Period, lawful: Period, within: Period | None) -> bool:
    """Whether what is longer is the time that the law gives the erasure itself."""
    if within is None:
        return False
    return compared(period, _sum(lawful, within)) in (-1, 0)
