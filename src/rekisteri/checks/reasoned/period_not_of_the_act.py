"""A period is ascribed to an act that sets another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import compared, least_hours, place_fits
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.retention.period import Period
from rekisteri.retention.plan import NamedRule, events_of
from rekisteri.retention.rule import Last, Limit, RetentionRule, Start

SHORTER, LONGER, RIGHT = "shorter", "longer", "right"
FLOORS = frozenset({Limit.MINIMUM, Limit.FOR, Limit.EXACT})
CEILINGS = frozenset({Limit.MAXIMUM, Limit.EXACT})


@check_of("retention", severity=Severity.MUST)
def period_not_of_the_act(case: Case) -> Iterator[Found]:
    """A figure shorter than the act's floor, or longer than its maximum, counted from where the act counts.

    Longer than a floor is not wrong by itself. Where several periods of the act fit what is cited, none of them may be met
    and all must be missed on the same side. ``possible`` where the act itself lets data be kept longer for some reason, and
    where the table is not sure of its row.
    """
    for path, rule in case.all_of(RetentionRule):
        time = _simple(rule)
        if time is None or rule.limit is Limit.CLAIM:
            continue
        start, period = time
        wrong = _verdict(rule, start, period, case.on)
        if wrong not in (SHORTER, LONGER):
            continue
        row = _nearest(wrong, _same_start(rule, start, case.on))
        exempt = wrong == LONGER and bool(row.holds)
        if exempt and rule.only_if:
            continue
        sure = row.confidence == "high" and not exempt
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
    nearest = min if wrong == SHORTER else max
    return nearest(rows, key=lambda row: least_hours(row.period or Period()))


def _simple(rule: RetentionRule) -> tuple[Start, Period] | None:
    """From when a rule counts and how long, if it is one period from one event, not rounded again."""
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


def _same_start(rule: RetentionRule, start: Start, on: date) -> list[StatutoryPeriod]:
    """Of these, the ones that count from the same event, rounded alike."""
    told = (start.event.term, start.round)
    return [row for row in _rows(rule, on) if row.start and (row.start.event.term, row.start.round) == told]


def _verdict(rule: RetentionRule, start: Start, period: Period, on: date) -> str | None:
    """How the figure misses every row that it can be meant for; ``RIGHT`` if it meets one; None: it cannot be told."""
    if not _same_start(rule, start, on):
        return None
    found = {_judged(period, row) for row in _rows(rule, on) if _may_count_from(row, start)}
    return RIGHT if RIGHT in found else found.pop() if len(found) == 1 else None


def _may_count_from(row: StatutoryPeriod, start: Start) -> bool:
    """Whether a row may count from the same event: rounded otherwise, among others, or the table does not tell."""
    if row.last:
        return start.event.term in set(events_of([row.last]))
    return row.start is None or row.start.event.term == start.event.term


def _judged(period: Period, row: StatutoryPeriod) -> str | None:
    """Whether a figure meets a row; None where the two cannot be compared."""
    than = compared(period, row.period) if row.period and row.limit is not Limit.CLAIM else None
    if than is None or row.period is None:
        return None
    if than < 0 and row.limit in FLOORS:
        return SHORTER
    return LONGER if than > 0 and row.limit in CEILINGS and not _within(period, row.period, row.within) else RIGHT


def _within(period: Period, lawful: Period, within: Period | None) -> bool:
    """Whether what is longer is the time that the law gives the erasure itself."""
    if within is None:
        return False
    whole = Period(**{name: number + getattr(within, name) for name, number in attrs.asdict(lawful).items()})
    return compared(period, whole) in (-1, 0)
