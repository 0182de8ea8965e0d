"""What becomes of two rules that meet, as data."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date

import attrs

from rekisteri.retention.answers import Record
from rekisteri.retention.events import EventValue
from rekisteri.retention.rule import OrderAssumption

__all__ = ["Because", "Consistency", "Gap", "Meeting", "Outcome", "Witness"]


class Outcome(enum.StrEnum):
    """What becomes of two rules that meet.

    ``CONSISTENT``: no timeline that obeys the order of events makes them contradict. ``CONTRADICTION``: one does. ``DEPENDS``: one
    does, but none would if one event came soon enough after another. ``UNDECIDED``: the rules do not say enough.
    """

    CONSISTENT = "consistent"
    UNDECIDED = "undecided"
    DEPENDS = "depends"
    CONTRADICTION = "contradiction"


class Because(enum.StrEnum):
    """Why.

    Consistent: ``NEVER_BEFORE``: the end never comes before the period is over. ``ORDERED``: it would, but for the order of events.
    ``COVERED``: an exception of the end covers the period. ``YIELDS``: the period is the controller's own and yields to a request.
    ``ANOTHER_PURPOSE``: for another purpose the data may stay.

    ``ENDS_FIRST``: a contradiction: the end can pass while the period runs. ``RUNS_ON``: depends: so it can if the event from which the
    period runs comes late.

    Undecided: ``INCOMPLETE``: limit, period or start is not stated. ``CONDITIONS``: a rule holds, or not, by words that only a
    person can judge. ``FOR_A_PERSON``: whether the trigger has come is for a person. ``NO_YEAR_END``: it is not stated when
    financial years end. ``HOURS``: hours are counted. ``INVOLVED``: a rule of a shape that is not taken apart, or too
    many purposes with too many ends.
    """

    NEVER_BEFORE = "never-before"
    ORDERED = "ordered"
    COVERED = "covered"
    YIELDS = "yields"
    ANOTHER_PURPOSE = "another-purpose"
    ENDS_FIRST = "ends-first"
    RUNS_ON = "runs-on"
    INCOMPLETE = "incomplete"
    CONDITIONS = "conditions"
    FOR_A_PERSON = "for-a-person"
    NO_YEAR_END = "no-year-end"
    HOURS = "hours"
    INVOLVED = "involved"


_GRAVITY = list(Outcome)


@attrs.frozen(kw_only=True)
class Witness:
    """A timeline that anybody can check: with these events, ``due`` answers ``conflict`` on the day *on*.

    Where an own period yields to a request, it answers ``must-erase``.

    Attributes:
        events: Every event of the rules that meet there: its day, or that it has not come.
        on: The first such day.
        record: The record of which that holds: its category, and of which kind the people are.
        keep_through: Through which day data must exist; None: the period has no end so far.
        erase_by: After which day they must be gone, the time that the erasure may take included.
    """

    events: Mapping[str, EventValue] = attrs.field(hash=False)
    on: date
    record: Record
    keep_through: date | None
    erase_by: date


@attrs.frozen(kw_only=True)
class Meeting:
    """A period through which data must exist, and an end that it meets in one category.

    Attributes:
        category: The category by id, or its place; empty if the plan has none.
        purposes: For which purposes they meet; empty if the register ties the category to none.
        subjects: For which kinds of people; None: those of a kind that no rule names.
        keep: The rule that keeps, by name.
        erase: The rule or promise that ends, by name; several where each purpose has an end of its own.
        outcome, reason: What becomes of it, and why.
        witness: A timeline that shows it, of a contradiction, a doubt, or an own period that yields.
        assumptions: Of a doubt: what would have to hold of the order of events, as wide as it can be.
        missing: Of what is undecided: the rules that say too little by name, or ``financial_year_end``.
    """

    category: str
    purposes: tuple[str, ...]
    subjects: tuple[str | None, ...]
    keep: str
    erase: tuple[str, ...]
    outcome: Outcome
    reason: Because
    witness: Witness | None = attrs.field(default=None, hash=False)
    assumptions: tuple[OrderAssumption, ...] = attrs.field(default=(), hash=False)
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Gap:
    """A place about which the rules say nothing, or no end.

    Attributes:
        category, purposes, subjects: The place, as in ``Meeting``.
        kind: ``no-rule``, or ``no-end`` where there is a period but no end.
    """

    category: str
    purposes: tuple[str, ...]
    subjects: tuple[str | None, ...]
    kind: str


@attrs.frozen
class Consistency:
    """What the rules of a plan come to.

    Attributes:
        meetings: Every pair of rules that meet, category by category.
        gaps: The places without a rule or an end.
    """

    meetings: tuple[Meeting, ...]
    gaps: tuple[Gap, ...]

    @property
    def outcome(self) -> Outcome:
        """The gravest outcome of all."""
        return max((meeting.outcome for meeting in self.meetings), key=_GRAVITY.index, default=Outcome.CONSISTENT)

    def of(self, outcome: Outcome | str) -> tuple[Meeting, ...]:
        """The meetings with one outcome."""
        wanted = Outcome(outcome)
        return tuple(meeting for meeting in self.meetings if meeting.outcome is wanted)
