"""A period is ascribed to an act that sets another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import compared, least_hours, may_be_alike, place_fits, together
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.retention.period import Period
from rekisteri.retention.plan import NamedRule, events_of
from rekisteri.retention.rule import Last, Limit, RetentionRule, Round, Start

SHORTER, LONGER, PAST, ROUNDED, RIGHT = "shorter", "longer", "past", "rounded", "right"
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
    for some reason, where its period is only for some uses of the data, where the table is not sure of its row, where the rule
    or the register does not tell from when, and where the events are only alike. ``possible`` too where a rule goes on past the
    time for which an act demands the data, since the act is no ground for what comes after; not where it only says "at least".
    """
    for path, rule in case.all_of(RetentionRule):
        time = _simple(rule)
        if time is None or rule.limit is Limit.CLAIM:
            continue
        start, period = time
        wrong = _verdict(rule, start, period, case.on)
        if wrong in (None, RIGHT) or (wrong == ROUNDED and _comes_last(case, start)):
            continue
        if wrong == PAST and (rule.limit is Limit.MINIMUM or rule.only_if or start is None):
            continue
        row = _nearest(wrong, _same_event(rule, start, case.on))
        variant = _variant(wrong, row)
        if variant != wrong and rule.only_if:
            continue
        told = _counts_as(row, start) and (wrong != ROUNDED or _comes_last(case, start) is False)
        sure = row.confidence == "high" and variant == wrong != PAST and told
        when_drafted = _verdict(rule, start, period, case.written_on) if case.written_on else None
        yield Found(
            path=f"{path}.{'last' if rule.last else 'period'}",
            severity=Severity.MUST if sure else Severity.SHOULD,
            certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            citations=(row.provision,),
            params={"period": period, "law": row.provision, "lawful": row.period, "condition": row.condition},
            right_when_drafted=when_drafted in {RIGHT, PAST} - {wrong},
            variant=variant,
        )


def _variant(wrong: str, row: StatutoryPeriod) -> str:
    """How a miss is told: with what the act lets data be kept longer for, or the uses that it is about."""
    if wrong == LONGER and row.holds:
        return f"{wrong}-unless"
    return f"{wrong}-use" if wrong in (SHORTER, LONGER) and row.is_of_some_uses else wrong


def _nearest(wrong: str, rows: list[StatutoryPeriod]) -> StatutoryPeriod:
    """The row that is missed least."""
    nearest = max if wrong in (LONGER, PAST) else min
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
    """Of these, the ones that count from one event, the same or alike; all that count from one, where the rule tells none."""
    rows = [row for row in _rows(rule, on) if row.start]
    return [row for row in rows if start is None or (row.start and _are_alike(start, [Last(start=row.start)]))]


def _are_alike(start: Start, lasts: Iterable[Last]) -> bool:
    return may_be_alike(set(events_of([Last(start=start)])), set(events_of(lasts)))


def _counts_as(row: StatutoryPeriod, start: Start | None) -> bool:
    """Whether a rule tells that it counts from the very event of a row."""
    return start is not None and row.start is not None and row.start.event.term == start.event.term


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
        return _are_alike(start, [row.last])
    return row.start is not None and _are_alike(start, [Last(start=row.start)])


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
    return _compared(period, together(period, mine), row.period, together(row.period, lawful), row)


def _compared(least: Period, most: Period, lawful: Period, at_most: Period, row: StatutoryPeriod) -> str | None:
    """A figure of so much at least and at most with one of the law's; None where their days decide."""
    if row.limit in FLOORS and compared(most, lawful) == -1:
        return SHORTER
    if row.limit in CEILINGS and compared(least, at_most) == 1:
        return RIGHT if _within(least, at_most, row.within) else LONGER
    if row.limit is Limit.FOR and compared(least, at_most) == 1:
        return PAST
    if least == most and lawful == at_most:
        return None if compared(least, lawful) is None else RIGHT
    return RIGHT if row.limit not in CEILINGS and compared(least, at_most) in (0, 1) else None


def _most(rounds: Sequence[Round] | None) -> Period:
    """How far these roundings can move a day."""
    return reduce(together, (AT_MOST[one] for one in rounds or ()), Period())


def _within(period: Period, lawful: Period, within: Period | None) -> bool:
    """Whether what is longer is the time that the law gives the erasure itself."""
    if within is None:
        return False
    return compared(period, together(lawful, within)) in (-1, 0)
