"""What is known of the events from which periods run."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date, datetime

from rekisteri.vocabulary.terms import lookup
from rekisteri.words import LANGUAGES, Words

__all__ = ["EventState", "EventValue", "Events", "day_of", "event_name", "is_ending"]


class EventState(enum.StrEnum):
    """What is known of an event that has no day.

    ``NOT_YET``: it has not happened so far. ``NEVER``: it will not happen. ``UNKNOWN``: nobody has told; the same as leaving the
    event out.
    """

    NOT_YET = "not-yet"
    NEVER = "never"
    UNKNOWN = "unknown"


EventValue = date | datetime | EventState
"""The day of an event, its instant where hours are counted from it, or what is known instead."""

Events = Mapping[str, EventValue]
"""Events by name; what is left out is unknown."""


def day_of(value: date) -> date:
    """The day itself, or the local day of an instant."""
    return value.date() if isinstance(value, datetime) else value


def event_name(event: Words) -> str:
    """By what name an event goes in ``Events``: its term, or its own wording in the first language that has one."""
    return event.term or next(filter(None, map(event.own, LANGUAGES)), "")


def is_ending(name: str) -> bool:
    """Whether an event is the end of something that lasts, rather than an occurrence.

    An event in own words is taken for an ending: while it has not come, what must be kept is kept.
    """
    term = lookup(name)
    return term is None or term.event != "occurrence"
