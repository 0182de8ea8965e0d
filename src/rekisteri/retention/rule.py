"""Retention and erasure rules, as data. Nothing here computes a day."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Annotated, Self, TypedDict, Unpack

import attrs

from rekisteri.constraints import Only, Reference
from rekisteri.errors import Problem
from rekisteri.law.citation import Provision
from rekisteri.part import Identified, Part
from rekisteri.retention.events import event_name
from rekisteri.retention.period import Deadline, Period
from rekisteri.vocabulary.fields import Condition, Disposal, Event, Free, Subject, Trigger
from rekisteri.words import Audience, Words

__all__ = [
    "CategoryRef",
    "ErasureRule",
    "FinancialYear",
    "Last",
    "LawVersion",
    "Limit",
    "OrderAssumption",
    "PurposeRef",
    "Reason",
    "RetentionRule",
    "Round",
    "Start",
]

CategoryRef = Annotated[str, Reference("DataCategory")]
"""The id of a data category of the register."""

PurposeRef = Annotated[str, Reference("Purpose")]
"""The id of a purpose of the register."""


class Limit(enum.StrEnum):
    """What a period demands.

    ``MINIMUM``: data must exist through its last day. ``MAXIMUM``: they must be gone after it. ``EXACT``: both.
    ``CLAIM``: a time within which claims can be made; it may justify keeping, and obliges to nothing. ``FOR``: a statute
    says "keep N years" and neither "at least" nor "then destroy"; keeping longer needs a new ground.
    """

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    EXACT = "exact"
    CLAIM = "claim"
    FOR = "for"


class Round(enum.StrEnum):
    """To the end of which span a day is moved.

    For 2024-03-31, the end of a financial year from April to March: ``MONTH`` and ``FINANCIAL_YEAR`` 2024-03-31, ``YEAR``
    2024-12-31. ``YEAR_OF_FINANCIAL_YEAR_END`` is the calendar year in which the financial year of the day ends: 2024-12-31
    for that day, and for 2023-05-10 too.
    """

    MONTH = "month"
    YEAR = "year"
    FINANCIAL_YEAR = "financial-year"
    YEAR_OF_FINANCIAL_YEAR_END = "year-of-financial-year-end"


@attrs.frozen(kw_only=True)
class Start(Part):
    """From when a period runs.

    Attributes:
        event: What happens on that day.
        round: To the end of what the day is rounded before the period is added, one after the other.
    """

    event: Event
    round: Sequence[Round] | None = None


@attrs.frozen(kw_only=True)
class LawVersion(Part):
    """One version of a law's period: it holds for starts from *since* to *until*, both included."""

    since: date | None = None
    until: date | None = None
    start: Start | None = None
    period: Period
    round: Sequence[Round] | None = None

    def _nonsense(self) -> Iterator[Problem]:
        yield from _forward(self.since, self.until)
        yield from _no_rounded_hours(self.start, self.period, self.round)


@attrs.frozen(kw_only=True)
class Last(Part):
    """A last day: exactly one of the ways below to tell it.

    Attributes:
        start, period, round: The period added once to the rounded start; the sum rounded again.
        fixed: A fixed day.
        forever: True: there is no last day.
        later, earlier: The later, the earlier of several.
        first_known: The first of several whose event is known.
        versions: Versions of a law, by the day on which the period starts.
    """

    start: Start | None = None
    period: Period | None = None
    round: Sequence[Round] | None = None
    fixed: date | None = None
    forever: Annotated[bool, Only(value=True)] | None = None
    later: Sequence[Last] | None = None
    earlier: Sequence[Last] | None = None
    first_known: Sequence[Last] | None = None
    versions: Sequence[LawVersion] | None = None

    def _nonsense(self) -> Iterator[Problem]:
        term = self.start or self.period
        ways = [term, self.fixed, self.forever, self.later, self.earlier, self.first_known, self.versions]
        if sum(way is not None for way in ways) != 1:
            said = "several ways to tell a last day" if any(ways) else "no way to tell a last day"
            yield Problem("", said, "exactly one")
        if self.round and not term:
            yield Problem("round", "a rounding of nothing", "“start” or “period” beside it")
        yield from _no_rounded_hours(self.start, self.period, self.round)


@attrs.frozen(kw_only=True)
class Reason(Part):
    """Why data are kept or erased: a provision makes it a duty, the controller's own words make it a plan."""

    provision: Provision | None = None
    decision: Free | None = None

    def _nonsense(self) -> Iterator[Problem]:
        if (self.provision is None) == (self.decision is None):
            said = "neither" if self.provision is None else "both"
            yield Problem("", said, "either “provision” or “decision”")


class _Scope(TypedDict, total=False):
    """What the short constructors take besides the period and its start."""

    id: str
    data: Iterable[str]
    purposes: Iterable[str]
    subjects: Iterable[Words]
    only_if: Iterable[Words]
    unless: Iterable[Words]
    reason: Reason
    then: Words
    within: Period
    round: Iterable[Round]
    audience: Audience


@attrs.frozen(kw_only=True)
class RetentionRule(Identified):
    """How long data are kept (GDPR 5(1)(e), 13(2)(a), 14(2)(a), 30(1)(f)).

    Real notices leave much unsaid, so every part may be silent; ``only a criterion`` and ``by law`` are rules too.

    Attributes:
        limit: What the period demands; None: the words do not tell.
        start, period, round: The period, what it is counted from, and to the end of what the sum is rounded.
        last: A last day that one period cannot tell, instead of the three.
        criterion: The criterion by which the period is decided, in words.
        by_law: The acts that decide it, where the words say no more.
        data, purposes, subjects: What it covers; silence covers everything.
        only_if, unless: When it holds, and when not; any one condition suffices.
        reason: The provision or the decision behind it.
        then: What happens at the end.
        within: The time the erasure itself may take (backups).
        audience: Who reads it; by default both.

    Raises:
        InvalidValue: It says neither a time nor what happens at its end, or says the time in two ways.
    """

    limit: Limit | None = None
    period: Period | None = None
    start: Start | None = None
    round: Sequence[Round] | None = None
    last: Last | None = None
    criterion: Free | None = None
    by_law: Sequence[Provision] | None = None
    data: Sequence[CategoryRef] | None = None
    purposes: Sequence[PurposeRef] | None = None
    subjects: Sequence[Subject] | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    reason: Reason | None = None
    then: Disposal | None = None
    within: Period | None = None
    audience: Audience = Audience.BOTH

    @classmethod
    def minimum(cls, period: str | Period, *, after: str | Words, **scope: Unpack[_Scope]) -> Self:
        """A rule to keep at least *period* after the event *after*."""
        return cls._counted(Limit.MINIMUM, period, after, scope)

    @classmethod
    def maximum(cls, period: str | Period, *, after: str | Words, **scope: Unpack[_Scope]) -> Self:
        """A rule to keep at most *period* after the event *after*."""
        return cls._counted(Limit.MAXIMUM, period, after, scope)

    @classmethod
    def exact(cls, period: str | Period, *, after: str | Words, **scope: Unpack[_Scope]) -> Self:
        """A rule to keep exactly *period* after the event *after*, and erase on the day that follows."""
        return cls._counted(Limit.EXACT, period, after, scope)

    @classmethod
    def _counted(cls, limit: Limit, period: str | Period, after: str | Words, scope: _Scope) -> Self:
        event = Words(term=after) if isinstance(after, str) else after
        length = Period.parse(period) if isinstance(period, str) else period
        return cls(limit=limit, period=length, start=Start(event=event), **scope)  # type: ignore[arg-type]

    def _nonsense(self) -> Iterator[Problem]:
        scope = ("data", "purposes", "subjects", "only_if", "unless", "audience")
        yield from self._says_something("id", "limit", "round", "reason", "within", *scope)
        counted = self.period or self.start or self.round
        if self.last and counted:
            yield Problem("last", "a last day beside a period", "one of the two")
        if self.round and not (self.period or self.start):
            yield Problem("round", "a rounding of nothing", "“start” or “period” beside it")
        yield from _no_rounded_hours(self.start, self.period, self.round)


@attrs.frozen(kw_only=True)
class ErasureRule(Identified):
    """A promise that data are erased, or a statement that they are not.

    The right to ask for erasure (GDPR 17) is a ``Right`` and promises nothing by itself.

    Attributes:
        trigger: What makes the erasure due.
        deadline: By when it is done.
        data, purposes, subjects: What it covers; silence covers everything.
        only_if, unless: When it holds, and when not; any one condition suffices.
        denied: True: the notice says that this is not erased; a wider promise with the same trigger does not hold for it then.
        during: The time for which it holds, in words.
        then: What happens instead of plain erasure.
        audience: Who reads it; by default both.
    """

    trigger: Trigger
    deadline: Deadline | None = None
    data: Sequence[CategoryRef] | None = None
    purposes: Sequence[PurposeRef] | None = None
    subjects: Sequence[Subject] | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    denied: bool = False
    during: Free | None = None
    then: Disposal | None = None
    audience: Audience = Audience.BOTH


@attrs.frozen(kw_only=True)
class FinancialYear(Part):
    """A financial year that does not end on the usual day."""

    start: date
    end: date

    def _nonsense(self) -> Iterator[Problem]:
        yield from _forward(self.start, self.end)


@attrs.frozen(kw_only=True)
class OrderAssumption(Part):
    """A statement that one event comes no later than another, or no later than *within* after it.

    Some such facts hold by what the events are; the vocabulary tells them (``Term.no_later_than``), each with its reason. A
    statement about the same two events takes the place of such a fact.

    Attributes:
        earlier: The event that comes first.
        later: The event that it does not come after.
        within: How long after it may still come; None: not at all.
        denied: True: a fact of the vocabulary does not hold here.
    """

    earlier: Event
    later: Event
    within: Period | None = None
    denied: bool = False

    def __str__(self) -> str:
        within = f" + {self.within}" if self.within else ""
        return f"{event_name(self.earlier)} <= {event_name(self.later)}{within}"


def _no_rounded_hours(start: Start | None, period: Period | None, rounds: Sequence[Round] | None) -> Iterator[Problem]:
    """Hours are counted from an instant, which lies in no rounded day."""
    if period and period.hours and (rounds or (start and start.round)):
        yield Problem("round", "a rounding beside hours", "either hours or a rounding")


def _forward(first: date | None, last: date | None) -> Iterator[Problem]:
    if first and last and last < first:
        yield Problem("", f"an end ({last}) before the start ({first})", "a start before the end")
