"""Statements about events as data: comparisons joined by "every" and "any", so that a database can answer them.

There is no negation and no arithmetic in them. Truth has three values, as in SQL: None is what depends on an unknown event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from rekisteri.retention.events import Events, EventState, day_of

__all__ = [
    "FALSE",
    "TRUE",
    "AnyOf",
    "Dropped",
    "EveryOf",
    "Formula",
    "NoDay",
    "Within",
    "any_of",
    "evaluate",
    "every_of",
    "leaves",
]


@attrs.frozen
class Within:
    """The event has a day, from *first* to *last*, both included; None: open on that side."""

    event: str
    first: date | None
    last: date | None


@attrs.frozen
class Dropped:
    """The event does not count: it will never happen or, where *not_yet* says so, has not happened yet."""

    event: str
    not_yet: bool


@attrs.frozen
class NoDay:
    """The event has no day that is known."""

    event: str


@attrs.frozen
class EveryOf:
    """All of these; of none, true."""

    parts: tuple[Formula, ...]


@attrs.frozen
class AnyOf:
    """At least one of these; of none, false."""

    parts: tuple[Formula, ...]


Formula = Within | Dropped | NoDay | EveryOf | AnyOf

TRUE = EveryOf(())
FALSE = AnyOf(())


def every_of(parts: Iterable[Formula]) -> Formula:
    """All of *parts*, written as simply as they can be."""
    return _joined(EveryOf, parts, AnyOf)


def any_of(parts: Iterable[Formula]) -> Formula:
    """At least one of *parts*, written as simply as they can be: spans of one event that meet become one span."""
    joined = _joined(AnyOf, parts, EveryOf)
    if not isinstance(joined, AnyOf):
        return joined
    spans = [part for part in joined.parts if isinstance(part, Within)]
    rest = [part for part in joined.parts if not isinstance(part, Within)]
    united = [span for event in dict.fromkeys(span.event for span in spans) for span in _united(event, spans)]
    every_day = {span.event for span in united if span.first is None and span.last is None}
    if any(isinstance(part, Dropped) and part.not_yet and part.event in every_day for part in rest):
        return TRUE  # whatever becomes of the event
    return _joined(AnyOf, [*rest, *united], EveryOf)


def _united(event: str, spans: Iterable[Within]) -> Iterator[Within]:
    """The spans of one event, those that overlap or touch made one; None is open."""
    bounds = sorted((span.first or date.min, span.last or date.max) for span in spans if span.event == event)
    first, last = bounds[0]
    for start, end in bounds[1:]:
        if last == date.max or start <= last + timedelta(1):
            last = max(last, end)
        else:
            yield _span(event, first, last)
            first, last = start, end
    yield _span(event, first, last)


def _span(event: str, first: date, last: date) -> Within:
    return Within(event, first if first > date.min else None, last if last < date.max else None)


def _joined(kind: type[EveryOf | AnyOf], parts: Iterable[Formula], other: type[EveryOf | AnyOf]) -> Formula:
    flat: dict[Formula, None] = {}
    for part in parts:
        flat |= dict.fromkeys(part.parts if isinstance(part, kind) else (part,))
    if other(()) in flat:  # false among "every", true among "any"
        return other(())
    return next(iter(flat)) if len(flat) == 1 else kind(tuple(flat))


def evaluate(formula: Formula, events: Events) -> bool | None:
    """Whether a formula is true; None if it depends on an event that is unknown."""
    match formula:
        case EveryOf(parts):
            found = [evaluate(part, events) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(parts):
            found = [evaluate(part, events) for part in parts]
            return True if True in found else None if None in found else False
        case _:
            return _holds(formula, events.get(formula.event, EventState.UNKNOWN))


def _holds(leaf: Within | Dropped | NoDay, value: date | EventState) -> bool | None:
    if isinstance(leaf, NoDay):
        return isinstance(value, EventState)
    if value is EventState.UNKNOWN:
        return None
    if isinstance(leaf, Dropped):
        return value is EventState.NEVER or (leaf.not_yet and value is EventState.NOT_YET)
    if isinstance(value, EventState):
        return False
    day = day_of(value)
    return (leaf.first is None or leaf.first <= day) and (leaf.last is None or day <= leaf.last)


def leaves(formula: Formula) -> Iterator[Within | Dropped | NoDay]:
    """The comparisons of a formula."""
    if isinstance(formula, EveryOf | AnyOf):
        for part in formula.parts:
            yield from leaves(part)
    else:
        yield formula
