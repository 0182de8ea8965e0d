"""The last day of a rule turned around: a formula over the events from which it is counted.

Both say the same: ``last_day(last, events).day < on`` exactly when ``passed(last, on)`` holds for the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rekisteri.retention.events import event_name, is_ending
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.formula import FALSE, TRUE, Dropped, Formula, NoDay, Within, any_of, every_of
from rekisteri.retention.last import AnyLast, Compared, Term, computed, term_of
from rekisteri.retention.period import NO_TIME, before
from rekisteri.retention.rule import Last, LawVersion

__all__ = ["NoFormula", "absent", "latest_passed", "overlap", "passed", "span_of", "turning_days"]


class NoFormula(Exception):  # it is told apart from errors: the caller names the rule
    """A last day that no comparison of single events tells; its text says why, as a name for the reason."""


def passed(last: Last, on: date, calendar: FinancialCalendar) -> Formula:
    """That the last day lies before *on*, as a formula over events.

    Raises:
        NoFormula: No comparison of single events tells it.
    """
    if last.fixed or last.forever:
        return TRUE if last.fixed and last.fixed < on else FALSE
    if last.versions:
        if overlap(last.versions, calendar):
            raise NoFormula("overlap")
        return any_of(_version_passed(version, on, calendar) for version in last.versions)
    if last.first_known:
        return _first_known_passed(last.first_known, on, calendar)
    if last.later:  # those that drop out do not hold the others up, but one must be left
        parts = [(_dropped(one), passed(one, on, calendar)) for one in last.later]
        each = every_of(any_of([dropped, gone]) for dropped, gone in parts)
        return every_of([each, any_of(gone for _, gone in parts)])
    if last.earlier:
        return any_of(passed(one, on, calendar) for one in last.earlier)
    return _term_passed(term_of(last.start, last.period, last.round), on, calendar)


def _term_passed(term: Term | None, on: date, calendar: FinancialCalendar) -> Formula:
    """The last day never falls when the event's day rises, so there is a latest event that has passed."""
    if term is None:
        raise NoFormula("no-start")
    if term.period.hours:
        raise NoFormula("hours")
    latest = latest_passed(lambda day: computed(term, day, calendar), on)
    return Within(term.event, None, latest) if latest else FALSE


def latest_passed(last_of: Callable[[date], date | None], on: date) -> date | None:
    """The latest day whose last day lies before *on*, by bisection; None if there is none."""
    low, high = date.min.toordinal() - 1, date.max.toordinal()
    while low < high:
        middle = (low + high + 1) // 2
        found = last_of(date.fromordinal(middle))
        if found is None:
            raise NoFormula("no-year-end")
        if found < on:
            low = middle
        else:
            high = middle - 1
    return date.fromordinal(low) if low >= date.min.toordinal() else None


def _version_passed(version: LawVersion, on: date, calendar: FinancialCalendar) -> Formula:
    term = term_of(version.start, version.period, version.round)
    gone = _term_passed(term, on, calendar)
    first, last = span_of(version, calendar)
    if not isinstance(gone, Within) or last is None:
        return FALSE
    latest = min(gone.last or date.max, last)
    if first is not None and first > latest:
        return FALSE
    return Within(gone.event, first, latest)


def overlap(versions: Sequence[LawVersion], calendar: FinancialCalendar) -> bool:
    """Whether two versions hold for the same start, so that which one comes first decides."""
    if len({event_name(one.start.event) for one in versions if one.start}) > 1:
        return False
    spans = sorted((first or date.min, last) for first, last in (span_of(one, calendar) for one in versions) if last)
    return any(start <= end for (_, end), (start, _) in pairwise(spans))


def span_of(version: LawVersion, calendar: FinancialCalendar) -> tuple[date | None, date | None]:
    """The first and last day of an event whose rounded start lies in a version's time; last None: there is none."""
    if version.start is None:
        raise NoFormula("no-start")
    start = Term(version.start, NO_TIME, ())

    def latest_before(limit: date) -> date | None:
        return latest_passed(lambda day: computed(start, day, calendar), limit)

    earlier = latest_before(version.since) if version.since else None
    after = _next(version.until)
    return (_next(earlier) if earlier else None), (latest_before(after) if after else date.max)


def _next(day: date | None) -> date | None:
    return day + timedelta(1) if day is not None and day < date.max else None


def _first_known_passed(several: Sequence[Last], on: date, calendar: FinancialCalendar) -> Formula:
    """Each alternative, where none before it has a day."""
    nothing_before: list[Formula] = []
    ways: list[Formula] = []
    for index, one in enumerate(several, start=1):
        ways.append(every_of([*nothing_before, passed(one, on, calendar)]))
        if index < len(several):
            if not one.start:
                raise NoFormula("first-known")
            nothing_before.append(NoDay(event_name(one.start.event)))
    return any_of(ways)


def turning_days(last: AnyLast, on: date, calendar: FinancialCalendar) -> Iterator[tuple[str, date]]:
    """For each event in it, the days after which the last day no longer lies before *on*, or another version of the law holds."""
    if isinstance(last, Compared):
        for one in (last.after, last.before):
            yield from turning_days(one, on, calendar)
        yield last.ending, before(on)
        return
    for version in last.versions or ():
        if version.start:
            name = event_name(version.start.event)
            first, final = span_of(version, calendar)
            bounds = [first - timedelta(1) if first and first > date.min else None, final]
            yield from ((name, day) for day in bounds if day)
            yield from turning_days(Last(start=version.start, period=version.period, round=version.round), on, calendar)
    for one in (*(last.later or ()), *(last.earlier or ()), *(last.first_known or ())):
        yield from turning_days(one, on, calendar)
    term = term_of(last.start, last.period, last.round)
    if term and not term.period.hours and (latest := latest_passed(lambda day: computed(term, day, calendar), on)):
        yield term.event, latest


def _dropped(last: Last) -> Formula:
    """That it drops out where it is compared with others: it is absent, or never comes."""
    return _absence(last, endings=True)


def absent(last: Last, calendar: FinancialCalendar) -> Formula:
    """That what it counts from did not occur, or lies in no version's time, so that its rule does not apply."""
    if last.versions:
        return _outside(last.versions, calendar)
    return _absence(last, endings=False)


def _absence(last: Last, *, endings: bool) -> Formula:
    if last.start:
        name = event_name(last.start.event)
        if is_ending(name):
            return Dropped(name, not_yet=False) if endings else FALSE
        return Dropped(name, not_yet=True)
    if last.later or last.earlier:
        return every_of(_absence(one, endings=endings) for one in last.later or last.earlier or ())
    if last.first_known:
        *others, final = last.first_known
        if not all(one.start for one in others):
            raise NoFormula("first-known")
        none = [NoDay(event_name(one.start.event)) for one in others if one.start]
        return every_of([*none, _absence(final, endings=endings)])
    if last.versions:
        raise NoFormula("versions-within")
    return FALSE


def _outside(versions: Sequence[LawVersion], calendar: FinancialCalendar) -> Formula:
    """No version holds: the event did not occur, or its rounded start lies between their times."""
    names = {event_name(version.start.event) for version in versions if version.start}
    if len(names) != 1:
        raise NoFormula("several-events")
    (name,) = names
    gaps: list[Formula] = [] if is_ending(name) else [Dropped(name, not_yet=True)]
    spans = [(first or date.min, last) for first, last in (span_of(version, calendar) for version in versions) if last]
    free: date | None = date.min  # the first day that no span so far has reached
    for first, last in sorted(spans):
        if free is not None and first > free:
            gaps.append(Within(name, free if free > date.min else None, first - timedelta(1)))
        after = _next(last)
        free = None if free is None or after is None else max(free, after)
    if free is not None:
        gaps.append(Within(name, free if free > date.min else None, None))
    return any_of(gaps)
