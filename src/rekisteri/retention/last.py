"""The last day of a rule, computed from events."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

import attrs

from rekisteri.errors import InvalidValue, Problem
from rekisteri.retention.events import Events, EventState, day_of, event_name, is_ending
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.period import NO_TIME, Period, local_day_after, plus
from rekisteri.retention.rule import Last, LawVersion, Round, Start

__all__ = ["AnyLast", "Compared", "Ends", "LastDay", "Step", "Term", "computed", "last_day", "settled", "term_of"]


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


@attrs.frozen(cache_hash=True)
class Term:
    """An event, rounded, plus a period, rounded: the one shape of which all others are made.

    Attributes:
        start: The event, and to the end of what it is rounded.
        period: What is added once.
        rounds: To the end of what the sum is rounded.
    """

    start: Start
    period: Period
    rounds: Sequence[Round]

    @property
    def event(self) -> str:
        """The name of the event."""
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
    return _of_term(term_of(last.start, last.period, last.round), events, calendar)


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


def term_of(start: Start | None, period: Period | None, rounds: Sequence[Round] | None) -> Term | None:
    """None where the start is not stated."""
    length = period if period and period != NO_TIME else NO_TIME
    return Term(start, length, rounds or ()) if start else None


def _of_term(term: Term | None, events: Events, calendar: FinancialCalendar) -> LastDay:
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
    found = computed(term, value, calendar, steps)
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


def _refuse_mixed(term: Term, value: date) -> None:
    counts_hours, instant = bool(term.period.hours), isinstance(value, datetime)
    if counts_hours and not instant:
        problem = Problem(term.event, f"the day {value}", "an instant, since hours are counted from it")
    elif instant and (not counts_hours or term.start.round or term.rounds):
        problem = Problem(term.event, f"the instant {value}", "a day, since whole days are counted from it")
    else:
        return
    raise InvalidValue("events", [problem])


def computed(term: Term, day: date, calendar: FinancialCalendar, steps: list[Step] | None = None) -> date | None:
    """The last day for an event on *day*; None if a financial year's end is not known. It never falls when *day* rises."""
    found: date | None = day
    for kind, spans in (("round-start", term.start.round or ()), ("round", term.rounds)):
        if kind == "round" and found is not None and term.period is not NO_TIME:
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
        term = term_of(version.start, version.period, version.round)
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
    return computed(Term(version.start, NO_TIME, ()), day_of(value), calendar)
