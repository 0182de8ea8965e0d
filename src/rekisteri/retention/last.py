"""The last day of a rule: computed from events, and turned around into a formula over events.

Both say the same: ``last_day(last, events).day < on`` exactly when ``passed(last, on)`` holds for the events.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

import attrs

from rekisteri.errors import InvalidValue, Problem
from rekisteri.retention.events import Events, EventState, day_of, event_name, is_ending
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.formula import FALSE, TRUE, Dropped, Formula, NoDay, Within, any_of, every_of
from rekisteri.retention.period import Period, local_day_after, plus
from rekisteri.retention.rule import Last, LawVersion, Round, Start

__all__ = [
    "AnyLast",
    "Compared",
    "Ends",
    "LastDay",
    "NoFormula",
    "Step",
    "absent",
    "last_day",
    "latest_passed",
    "passed",
    "settled",
    "turning_days",
]


class Ends(enum.StrEnum):
    """How a last day turned out.

    ``ON_DAY``: it is a day. ``OPEN``: there is none so far, or ever. ``NEVER``: it waits for an ending that will never come, which
    is open too, but drops out where others are compared. ``ABSENT``: what it counts from did not occur, so the rule
    does not apply. ``UNKNOWN``: it depends on what is missing.
    """

    ON_DAY = "on-day"
    OPEN = "open"
    NEVER = "never"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@attrs.frozen
class Step:
    """One step of a computation, as data: what was done, and the days and names in it."""

    what: str
    params: Mapping[str, object] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class LastDay:
    """The last day of a rule, and how it was found.

    Attributes:
        ends: How it turned out.
        day: The day, if there is one.
        missing: The names of the events, or of other facts, on which it depends and that are unknown.
        steps: How it was computed.
    """

    ends: Ends
    day: date | None = None
    missing: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()


@attrs.frozen
class Compared:
    """A last day that depends on which of two events came first: while the one lasts, time runs out from the other.

    "Two years from the end of the year in which the right arose; after the end of employment two years from that, but what has
    lapsed before stays lapsed" (Working Hours Act 872/2019, section 40). No single comparison tells it.

    Attributes:
        after: The last day counted from the ending, if that comes in time.
        before: The last day while the ending has not come.
    """

    after: Last
    before: Last

    @property
    def ending(self) -> str:
        """The name of the ending."""
        return event_name(self.after.start.event) if self.after.start else ""


AnyLast = Last | Compared
"""A last day as rules write it, or as laws that compare two events do."""


class NoFormula(Exception):  # it is told apart from errors: the caller names the rule
    """A last day that no comparison of single events tells; its text says why, as a name for the reason."""


@attrs.frozen
class _Term:
    """An event, rounded, plus a period, rounded: the one shape of which all others are made."""

    start: Start
    period: Period
    rounds: Sequence[Round]

    @property
    def event(self) -> str:
        return event_name(self.start.event)


def last_day(last: AnyLast, events: Events, calendar: FinancialCalendar) -> LastDay:
    """The last day.

    Raises:
        InvalidValue: An event is an instant where days are counted, or a day where hours are.
    """
    if isinstance(last, Compared):
        return _of_compared(last, events, calendar)
    if last.fixed or last.forever:
        return _of_no_event(last.fixed)
    if last.versions:
        return _of_versions(last.versions, events, calendar)
    if last.first_known:
        found = [last_day(one, events, calendar) for one in last.first_known]
        chosen = next((one for one in found if one.ends is Ends.ON_DAY), found[-1])
        return attrs.evolve(chosen, steps=(*chosen.steps, Step("first-known")))
    for which, name, several in ((max, "later", last.later), (min, "earlier", last.earlier)):
        if several:
            return _compared(which, name, [last_day(one, events, calendar) for one in several])
    return _of_term(_term(last.start, last.period, last.round), events, calendar)


def _of_no_event(fixed: date | None) -> LastDay:
    if fixed is None:
        return LastDay(Ends.OPEN, steps=(Step("forever"),))
    return LastDay(Ends.ON_DAY, fixed, steps=(Step("fixed", {"day": fixed}),))


def _of_compared(last: Compared, events: Events, calendar: FinancialCalendar) -> LastDay:
    before = last_day(last.before, events, calendar)
    ended = events.get(last.ending, EventState.UNKNOWN)
    if before.ends is Ends.ABSENT or ended in (EventState.NOT_YET, EventState.NEVER):
        return before
    after = last_day(last.after, events, calendar)
    missing = before.missing | after.missing
    steps = (*before.steps, *after.steps)
    if missing or before.day is None:
        return LastDay(Ends.UNKNOWN, missing=missing, steps=steps)
    lapsed = isinstance(ended, date) and ended > before.day
    return attrs.evolve(before if lapsed else after, steps=(*steps, Step("lapsed" if lapsed else "not-lapsed")))


def settled(last: AnyLast, events: Events, calendar: FinancialCalendar) -> AnyLast:
    """The same with every "first known of" replaced by the one that it comes to.

    What is not known *is* what such a rule asks, so it must not be tried as if it were.
    """
    return last if isinstance(last, Compared) else _settled(last, events, calendar)


def _settled(last: Last, events: Events, calendar: FinancialCalendar) -> Last:
    if last.first_known:
        found = [(one, last_day(one, events, calendar).ends) for one in last.first_known]
        chosen = next((one for one, ends in found if ends is Ends.ON_DAY), last.first_known[-1])
        return _settled(chosen, events, calendar)
    if last.later:
        return Last(later=[_settled(one, events, calendar) for one in last.later])
    if last.earlier:
        return Last(earlier=[_settled(one, events, calendar) for one in last.earlier])
    return last


def _term(start: Start | None, period: Period | None, rounds: Sequence[Round] | None) -> _Term | None:
    """None where the start is not stated."""
    return _Term(start, period or Period(), rounds or ()) if start else None


def _of_term(term: _Term | None, events: Events, calendar: FinancialCalendar) -> LastDay:
    if term is None:
        return LastDay(Ends.UNKNOWN, missing=frozenset({"start"}), steps=(Step("no-start"),))
    value = events.get(term.event, EventState.UNKNOWN)
    if isinstance(value, EventState):
        return _without_a_day(term.event, value)
    _refuse_mixed(term, value)
    steps = [Step("event", {"event": term.start.event, "day": value})]
    if isinstance(value, datetime):
        day = local_day_after(value, term.period)
        return LastDay(Ends.ON_DAY, day, steps=(*steps, Step("plus", {"period": term.period, "day": day})))
    found = _computed(term, value, calendar, steps)
    if found is None:
        return LastDay(Ends.UNKNOWN, missing=frozenset({"financial_year_end"}), steps=(*steps, Step("no-year-end")))
    return LastDay(Ends.ON_DAY, found, steps=tuple(steps))


def _without_a_day(event: str, state: EventState) -> LastDay:
    """An ending not reached keeps a period open; an occurrence that did not occur means that the rule does not apply."""
    step = (Step("event-state", {"event": event, "state": state}),)
    if state is EventState.UNKNOWN:
        return LastDay(Ends.UNKNOWN, missing=frozenset({event}), steps=step)
    if not is_ending(event):
        return LastDay(Ends.ABSENT, steps=step)
    return LastDay(Ends.OPEN if state is EventState.NOT_YET else Ends.NEVER, steps=step)


def _refuse_mixed(term: _Term, value: date) -> None:
    counts_hours, instant = bool(term.period.hours), isinstance(value, datetime)
    if counts_hours and not instant:
        problem = Problem(term.event, f"the day {value}", "an instant, since hours are counted from it")
    elif instant and (not counts_hours or term.start.round or term.rounds):
        problem = Problem(term.event, f"the instant {value}", "a day, since whole days are counted from it")
    else:
        return
    raise InvalidValue("events", [problem])


def _computed(term: _Term, day: date, calendar: FinancialCalendar, steps: list[Step] | None = None) -> date | None:
    """The last day for an event on *day*; None if a financial year's end is not known. It never falls when *day* rises."""
    found: date | None = day
    for kind, spans in (("round-start", term.start.round or ()), ("round", term.rounds)):
        if kind == "round" and found is not None and term.period != Period():
            found = plus(found, term.period)
            _note(steps, "plus", period=term.period, day=found)
        for span in spans:
            found = calendar.end_of(span, found) if found is not None else None
            _note(steps, "rounded", span=span, day=found)
    return found


def _note(steps: list[Step] | None, what: str, **params: object) -> None:
    if steps is not None:
        steps.append(Step(what, params))


def _compared(which: Callable[[Iterable[date]], date], name: str, found: Sequence[LastDay]) -> LastDay:
    """The later or the earlier; what is absent or never comes drops out."""
    steps = tuple(step for one in found for step in one.steps)
    counted = [one for one in found if one.ends not in (Ends.ABSENT, Ends.NEVER)]
    missing = frozenset(name for one in counted for name in one.missing)
    if missing:
        return LastDay(Ends.UNKNOWN, missing=missing, steps=steps)
    if not counted:
        never = any(one.ends is Ends.NEVER for one in found)
        return LastDay(Ends.NEVER if never else Ends.ABSENT, steps=steps)
    days = [one.day for one in counted if one.day is not None]
    if len(days) < len(counted) and (name == "later" or not days):
        return LastDay(Ends.OPEN, steps=steps)
    day = which(days)
    return LastDay(Ends.ON_DAY, day, steps=(*steps, Step(name, {"day": day})))


def _of_versions(versions: Sequence[LawVersion], events: Events, calendar: FinancialCalendar) -> LastDay:
    """The version in whose time the rounded start lies."""
    found: list[LastDay] = []
    for version in versions:
        term = _term(version.start, version.period, version.round)
        one = _of_term(term, events, calendar)
        started = _started(version, events, calendar)
        if one.ends is not Ends.ON_DAY:
            found.append(one)
        elif started and (version.since or date.min) <= started <= (version.until or date.max):
            step = Step("version", {"since": version.since, "until": version.until})
            return attrs.evolve(one, steps=(step, *one.steps))
    missing = frozenset(name for one in found for name in one.missing)
    steps = tuple(step for one in found for step in one.steps)
    if missing:
        return LastDay(Ends.UNKNOWN, missing=missing, steps=steps)
    kinds = {one.ends for one in found}
    return LastDay(next((kind for kind in (Ends.OPEN, Ends.NEVER) if kind in kinds), Ends.ABSENT), steps=steps)


def _started(version: LawVersion, events: Events, calendar: FinancialCalendar) -> date | None:
    value = events.get(event_name(version.start.event)) if version.start else None
    if version.start is None or value is None or isinstance(value, EventState):
        return None
    return _computed(_Term(version.start, Period(), ()), day_of(value), calendar)


# The same turned around.


def passed(last: Last, on: date, calendar: FinancialCalendar) -> Formula:
    """That the last day lies before *on*, as a formula over events.

    Raises:
        NoFormula: No comparison of single events tells it.
    """
    if last.fixed or last.forever:
        return TRUE if last.fixed and last.fixed < on else FALSE
    if last.versions:
        if _overlap(last.versions, calendar):
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
    return _term_passed(_term(last.start, last.period, last.round), on, calendar)


def _term_passed(term: _Term | None, on: date, calendar: FinancialCalendar) -> Formula:
    """The last day never falls when the event's day rises, so there is a latest event that has passed."""
    if term is None:
        raise NoFormula("no-start")
    if term.period.hours:
        raise NoFormula("hours")
    latest = latest_passed(lambda day: _computed(term, day, calendar), on)
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
    term = _term(version.start, version.period, version.round)
    gone = _term_passed(term, on, calendar)
    first, last = _span(version, calendar)
    if not isinstance(gone, Within) or last is None:
        return FALSE
    latest = min(gone.last or date.max, last)
    if first is not None and first > latest:
        return FALSE
    return Within(gone.event, first, latest)


def _overlap(versions: Sequence[LawVersion], calendar: FinancialCalendar) -> bool:
    """Whether two versions hold for the same start, so that which one comes first decides."""
    if len({event_name(one.start.event) for one in versions if one.start}) > 1:
        return False
    spans = sorted((first or date.min, last) for first, last in (_span(one, calendar) for one in versions) if last)
    return any(start <= end for (_, end), (start, _) in pairwise(spans))


def _span(version: LawVersion, calendar: FinancialCalendar) -> tuple[date | None, date | None]:
    """The first and last day of an event whose rounded start lies in a version's time; last None: there is none."""
    if version.start is None:
        raise NoFormula("no-start")
    start = _Term(version.start, Period(), ())

    def latest_before(limit: date) -> date | None:
        return latest_passed(lambda day: _computed(start, day, calendar), limit)

    before = latest_before(version.since) if version.since else None
    after = _next(version.until)
    return (_next(before) if before else None), (latest_before(after) if after else date.max)


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
        yield last.ending, _before(on)
        return
    for version in last.versions or ():
        if version.start:
            name = event_name(version.start.event)
            first, final = _span(version, calendar)
            bounds = [first - timedelta(1) if first and first > date.min else None, final]
            yield from ((name, day) for day in bounds if day)
            yield from turning_days(Last(start=version.start, period=version.period, round=version.round), on, calendar)
    for one in (*(last.later or ()), *(last.earlier or ()), *(last.first_known or ())):
        yield from turning_days(one, on, calendar)
    term = _term(last.start, last.period, last.round)
    if term and not term.period.hours and (latest := latest_passed(lambda day: _computed(term, day, calendar), on)):
        yield term.event, latest


def _before(day: date) -> date:
    return day - timedelta(1) if day > date.min else day


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
    spans = [(first or date.min, last) for first, last in (_span(version, calendar) for version in versions) if last]
    free: date | None = date.min  # the first day that no span so far has reached
    for first, last in sorted(spans):
        if free is not None and first > free:
            gaps.append(Within(name, free if free > date.min else None, first - timedelta(1)))
        after = _next(last)
        free = None if free is None or after is None else max(free, after)
    if free is not None:
        gaps.append(Within(name, free if free > date.min else None, None))
    return any_of(gaps)
