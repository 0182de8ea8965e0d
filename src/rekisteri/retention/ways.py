"""In which ways a last day can have passed, or can still run: each way is a list of demands on events.

What ``passed`` says as a formula of one day is here taken apart, with the day left open, so that a timeline can be looked for in which
one rule has passed while another runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

import attrs

from rekisteri.retention.events import event_name, is_ending
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.formula import Dropped, NoDay
from rekisteri.retention.inverse import NoFormula, overlap, span_of
from rekisteri.retention.last import AnyLast, Compared, Term, term_of
from rekisteri.retention.period import Period
from rekisteri.retention.rule import Last

__all__ = [
    "Counted",
    "Demand",
    "FixedPassed",
    "FixedRuns",
    "InTime",
    "Lapsed",
    "Open",
    "Passed",
    "Runs",
    "Way",
    "every",
    "ways_to_ask_nothing",
    "ways_to_pass",
    "ways_to_run",
]


@attrs.frozen
class Counted:
    """A term, for days of its event from *first* to *final*, both included; None: open on that side."""

    term: Term
    first: date | None = None
    final: date | None = None

    @property
    def event(self) -> str:
        """The name of the event."""
        return self.term.event


@attrs.frozen
class Passed:
    """The event has a day, and the last day counted from it, with the time that the erasure may take, has passed."""

    counted: Counted
    within: Period | None = None


@attrs.frozen
class Runs:
    """The event has a day, and the last day counted from it has not passed."""

    counted: Counted


@attrs.frozen
class Open:
    """The ending has not come, so that nothing counted from it has a last day yet."""

    event: str


@attrs.frozen
class InTime:
    """The event has come no later than the last day counted from another."""

    event: str
    counted: Counted


@attrs.frozen
class Lapsed:
    """The event has come after the last day counted from another."""

    event: str
    counted: Counted


@attrs.frozen
class FixedPassed:
    """A fixed day has passed, with the time that the erasure may take."""

    day: date
    within: Period | None = None


@attrs.frozen
class FixedRuns:
    """A fixed day has not passed."""

    day: date


Demand = Passed | Runs | Open | InTime | Lapsed | FixedPassed | FixedRuns | NoDay | Dropped
Way = tuple[Demand, ...]
"""Demands that must all be met; of none: whatever happens."""


def every(parts: Iterable[Iterable[Way]]) -> Iterator[Way]:
    """One way of each, joined."""
    for ways in product(*parts):
        yield tuple(dict.fromkeys(demand for way in ways for demand in way))


def ways_to_pass(last: AnyLast, calendar: FinancialCalendar, within: Period | None = None) -> list[Way]:
    """The ways in which a last day has passed.

    Raises:
        NoFormula: They cannot be told, for the reason that it names.
    """
    if isinstance(last, Compared):
        before, after = _only(last.before), _only(last.after)
        return [
            *((Passed(before, within), open_) for open_ in _not_come(last.ending)),
            (Passed(before, within), Lapsed(last.ending, before)),
            (Passed(after, within), InTime(last.ending, before)),
        ]
    if last.later:  # those that drop out do not hold the others up, but one must be left
        return _each_or_dropped(last.later, lambda one: ways_to_pass(one, calendar, within))
    if last.earlier:
        return [way for one in last.earlier for way in ways_to_pass(one, calendar, within)]
    if last.first_known:
        return [
            (*nothing_before, *way)
            for nothing_before, one, _ in _first_known(last)
            for way in ways_to_pass(one, calendar, within)
        ]
    if last.fixed or last.forever:
        return [(FixedPassed(last.fixed, within),)] if last.fixed else []
    return [(Passed(counted, within),) for counted in _counted(last, calendar)]


def ways_to_run(last: AnyLast, calendar: FinancialCalendar) -> list[Way]:
    """The ways in which a last day has not passed, of a rule that applies.

    Raises:
        NoFormula: They cannot be told, for the reason that it names.
    """
    return [*_ways_to_run(last, calendar), *([] if isinstance(last, Compared) else _ways_to_wait_for_ever(last))]


def _ways_to_wait_for_ever(last: Last) -> list[Way]:
    """That all it counts from drops out, an ending among it that will never come, so that there is no last day at all."""
    if last.first_known:
        return [
            (*nothing_before, *way)
            for nothing_before, one, is_final in _first_known(last)
            if is_final
            for way in _ways_to_wait_for_ever(one)
        ]
    dropped = _ways_to_drop(last)
    return [way for way in dropped if any(isinstance(one, Dropped) and not one.not_yet for one in way)]


def _ways_to_run(last: AnyLast, calendar: FinancialCalendar) -> list[Way]:
    if isinstance(last, Compared):
        before = _ways_to_run(last.before, calendar)
        while_open = [(*way, open_) for way in before for open_ in _not_come(last.ending)]
        return [*while_open, (Runs(_only(last.after)), InTime(last.ending, _only(last.before)))]
    if last.later:
        return [way for one in last.later for way in _ways_to_run(one, calendar)]
    if last.earlier:
        return _each_or_dropped(last.earlier, lambda one: _ways_to_run(one, calendar))
    if last.first_known:
        return [
            (*nothing_before, *way)
            for nothing_before, one, is_final in _first_known(last)
            for way in _ways_to_run(one, calendar)
            if is_final or not any(isinstance(demand, Open) for demand in way)
        ]
    if last.fixed or last.forever:
        return [(FixedRuns(last.fixed),)] if last.fixed else [()]
    counted = _counted(last, calendar)
    endings = dict.fromkeys(one.event for one in counted if is_ending(one.event))
    return [*((Runs(one),) for one in counted), *((Open(event),) for event in endings)]


def _not_come(ending: str) -> tuple[Demand, ...]:
    """That an ending has not come, or never will: to a law that compares two events it is the same."""
    return Open(ending), Dropped(ending, not_yet=False)


def _each_or_dropped(several: Sequence[Last], ways: Callable[[Last], list[Way]]) -> list[Way]:
    """The ways in which each of several has passed, or runs, or does not count; one of them must count."""
    counting = [(ways(one), _ways_to_drop(one)) for one in several]
    none_left = set(every(dropped for _, dropped in counting))
    return [way for way in every([*found, *dropped] for found, dropped in counting) if way not in none_left]


def ways_to_ask_nothing(last: AnyLast, calendar: FinancialCalendar) -> list[Way]:
    """The ways in which a rule keeps nothing waiting: its last day has passed, or it does not apply."""
    absent = [] if isinstance(last, Compared) else _ways_to_be_absent(last)
    return [*ways_to_pass(last, calendar), *absent]


def _counted(last: Last, calendar: FinancialCalendar) -> list[Counted]:
    """The terms of a last day of one event: one, or one for each version of a law."""
    if not last.versions:
        return [_only(last)]
    if overlap(last.versions, calendar):
        raise NoFormula("overlap")
    found: list[Counted] = []
    for version in last.versions:
        first, final = span_of(version, calendar)
        term = term_of(version.start, version.period, version.round)
        if final is not None and term:
            found.append(Counted(_in_days(term), first, final if final < date.max else None))
    return found


def _only(last: Last) -> Counted:
    term = term_of(last.start, last.period, last.round)
    if term is None:
        raise NoFormula("no-start")
    return Counted(_in_days(term))


def _in_days(term: Term) -> Term:
    if term.period.hours:
        raise NoFormula("hours")
    return attrs.evolve(term, rounds=tuple(term.rounds))


def _ways_to_drop(last: Last) -> list[Way]:
    """The ways in which it does not count where it is compared with others."""
    return _absent(last, endings=True)


def _ways_to_be_absent(last: Last) -> list[Way]:
    return _absent(last, endings=False)


def _absent(last: Last, *, endings: bool) -> list[Way]:
    events = [one.start for one in last.versions or ()] or [last.start]
    names = {event_name(start.event) for start in events if start}
    if names:
        occurred = [name for name in names if not is_ending(name)]
        drops: Mapping[bool, list[str]] = {True: sorted(names), False: occurred}
        return (
            [tuple(Dropped(name, not_yet=not is_ending(name)) for name in names)]
            if len(drops[endings]) == len(names)
            else []
        )
    if several := last.later or last.earlier:
        return list(every(_absent(one, endings=endings) for one in several))
    if last.first_known:
        raise NoFormula("first-known")
    return []


def _first_known(last: Last) -> Iterator[tuple[Way, Last, bool]]:
    """Each alternative, with what must be so for it to be chosen, and whether it is the final one."""
    nothing_before: list[Demand] = []
    several = last.first_known or ()
    for index, one in enumerate(several, start=1):
        yield tuple(nothing_before), one, index == len(several)
        if index < len(several):
            if not one.start:
                raise NoFormula("first-known")
            nothing_before.append(NoDay(event_name(one.start.event)))
