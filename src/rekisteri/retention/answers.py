"""What is asked of the calculator, and what it answers."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from rekisteri.errors import InvalidValue, Problem
from rekisteri.retention.events import EventValue
from rekisteri.retention.last import Step
from rekisteri.words import Words

__all__ = ["Answer", "Change", "Hold", "Record", "State"]


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


class State(enum.StrEnum):
    """What holds for data on a day.

    ``MUST_KEEP``: a period through which they must exist still runs. ``MUST_ERASE``: the last day they may exist has passed.
    ``MAY_ERASE``: neither. ``CONFLICT``: both. ``HELD``: a hold forbids erasing them. ``UNKNOWN``: it depends on what is missing.
    """

    MUST_KEEP = "must-keep"
    MAY_ERASE = "may-erase"
    MUST_ERASE = "must-erase"
    CONFLICT = "conflict"
    HELD = "held"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Record:
    """One record, or one group of records with the same events.

    Attributes:
        category: The data category by id.
        id: Its own name in the answers.
        events: Its events; they win over those of the whole plan.
        subjects: Whose data it is, by term; empty: as the category says.
    """

    category: str
    id: str | None = None
    events: Mapping[str, EventValue | str] = attrs.field(factory=dict, hash=False)
    subjects: tuple[str, ...] = attrs.field(default=(), converter=_texts)


@attrs.frozen(kw_only=True)
class Hold:
    """An order not to erase: it masks what the rules say, and neither extends nor restarts anything.

    Attributes:
        reason: Why: ``dispute``, ``open-invoices``, ``legal-claim`` … A statutory maximum yields only to reasons that its act
            knows.
        since: Its first day.
        until: Its last day; None: not released yet.
        category: Which category; None: every one.
        record: Which record; None: every one.
    """

    reason: str
    since: date
    until: date | None = None
    category: str | None = None
    record: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            problem = Problem(
                "until", f"an end ({self.until}) before the start ({self.since})", "a start before the end"
            )
            raise InvalidValue("Hold", [problem])

    def concerns(self, record: Record) -> bool:
        """Whether it is about a record at all."""
        return self.category in (None, record.category) and self.record in (None, record.id)

    def covers(self, on: date) -> bool:
        """Whether it holds on a day; both its ends are included."""
        return self.since <= on and (self.until is None or on <= self.until)


@attrs.frozen(kw_only=True)
class Answer:
    """What holds for one record, or one category, on a day.

    Attributes:
        record: The record's id; None for a category as a whole.
        category: The category by id, or by its place; empty if the plan has none.
        state: What holds.
        free_from: The first day on which the data need not exist; None if nothing asks for them, or no such day is known.
        until: The last day on which they may exist; None if there is none, or it is not known.
        open_ended: Whether there is a purpose for which no rule sets an end at all.
        purposes_ended: Purposes whose own time is over: for these the data must not be used any more, even if others go on.
        missing: What would have to be known: events, or parts of rules, by name.
        then: What happens at the end.
        rules: The names of the rules that were looked at, those that a narrower one replaced left out.
        steps: How it was found.
    """

    record: str | None
    category: str
    state: State
    free_from: date | None
    until: date | None
    open_ended: bool
    purposes_ended: tuple[str, ...]
    missing: tuple[str, ...]
    then: Words | None
    rules: tuple[str, ...]
    steps: tuple[Step, ...] = attrs.field(hash=False)


@attrs.frozen
class Change:
    """A day on which the state of a category changes.

    Attributes:
        on: The first day of the new state.
        answer: What holds from then on.
    """

    on: date
    answer: Answer
