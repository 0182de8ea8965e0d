"""The order of events once more, asked of one timeline: written apart from the library, which looks for timelines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rekisteri.retention import EventState, Period, Plan
from rekisteri.retention.events import EventValue, is_ending
from rekisteri.retention.period import plus
from rekisteri.vocabulary.terms import terms
from rekisteri.words import Words

__all__ = ["Timeline", "latest", "name_of", "obeys", "settled"]

Timeline = Mapping[str, EventValue | str]
"""What is known of each event: its day, or that it has none."""

Fact = tuple[str, str, Period]


def _facts(plan: Plan) -> Iterator[Fact]:
    """What is known of the order of events: the earlier, the later, and how long after it the earlier may still come."""
    said = {(name_of(one.earlier), name_of(one.later)) for one in plan.order}
    for name, term in terms().items():
        for later, why in term.no_later_than.items():
            if (name, later) not in said:
                yield name, later, Period.parse(why.get("within", "P0D"))
    for one in plan.order:
        if not one.denied:
            yield name_of(one.earlier), name_of(one.later), one.within or Period()


def latest(plan: Plan, events: Timeline) -> dict[str, date]:
    """The latest day of each event for which the others set one; chains hold whether or not the events between have come."""
    facts = list(_facts(plan))
    found = {name: value for name, value in events.items() if isinstance(value, date)}
    before: dict[str, date] = {}
    while found != before:
        before = dict(found)
        for earlier, later, within in facts:
            if later in found:
                limit = plus(found[later], within)
                found[earlier] = min(limit, found.get(earlier, limit))
    return found


def obeys(plan: Plan, events: Timeline, on: date = date.max) -> bool:
    """Whether what has happened by a day obeys the order; an ending has come by then if it must, an occurrence never need."""
    limits = latest(plan, events)
    for name, value in events.items():
        if isinstance(value, date):
            if value > limits[name]:
                return False
        elif is_ending(name) and name in limits and (value is EventState.NEVER or limits[name] <= on):
            return False
    return True


def settled(plan: Plan, events: Timeline) -> dict[str, EventValue | str]:
    """The nearest timeline that obeys the order: what comes too late comes at the latest, and so does an ending that must come."""
    limits = latest(plan, events)
    return {
        name: limits[name] if name in limits and (isinstance(value, date) or is_ending(name)) else value
        for name, value in events.items()
    }


def name_of(event: Words) -> str:
    """The name of an event: its term, or its English wording."""
    return event.term or str(event.en)
