"""Whether rules about keeping and rules about erasing can be kept together, whatever happens when.

Every period through which data must exist is held against every end in the same place: one category, used for one purpose, of one
kind of people. The answer is exact over the calendar and explains itself by days: a contradiction comes with a timeline for
which ``due`` answers ``conflict``, a doubt with what would have to hold of the order of events.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

import attrs

from rekisteri.retention.answers import Record, State
from rekisteri.retention.calculator import due
from rekisteri.retention.events import EventValue, event_name
from rekisteri.retention.inverse import NoFormula
from rekisteri.retention.last import AnyLast, last_day
from rekisteri.retention.order import Order
from rekisteri.retention.plan import (
    YIELD_TO,
    Category,
    Cell,
    NamedRule,
    Plan,
    PlanOrSource,
    event_words,
    events_of,
    plan_of,
)
from rekisteri.retention.rule import ErasureRule, Limit, OrderAssumption
from rekisteri.retention.timeline import Clock, Timeline
from rekisteri.retention.verdict import covering, last_of, undecidable
from rekisteri.retention.ways import Open, Way, every, ways_to_ask_nothing, ways_to_pass, ways_to_run
from rekisteri.retention.widest import Pair, assumed, widest
from rekisteri.vocabulary.terms import terms
from rekisteri.words import Words

__all__ = ["Because", "Consistency", "Gap", "Meeting", "Outcome", "Witness", "consistency_of"]

FOR_A_PERSON = frozenset(
    {"unnecessary-data", "inaccurate-data", "outdated-data", "unlawful-processing", "duty-to-erase"}
)
"""Triggers that speak of the quality of data: whether data that must be kept are unnecessary is not for a calendar to tell."""

MOST_TRIED = 400
"""How many timelines are looked at for one in which no third rule ends."""


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
    financial years end. ``HOURS``: hours are counted. ``INVOLVED``: a rule of a shape that is not taken apart.
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
_OF_FORMULAS = {"hours": Because.HOURS, "no-year-end": Because.NO_YEAR_END, "incomplete": Because.INCOMPLETE}


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


def consistency_of(source: PlanOrSource, *, on: date) -> Consistency:
    """Whether rules about keeping and about erasing contradict each other.

    Order of events: what the vocabulary knows of events (``Term.no_later_than``), unless the plan denies it, and what it states.
    The end of a financial year is taken to fall on such a day.

    Args:
        source: A register, or a plan.
        on: Near which day witnesses are looked for; the outcome does not depend on it.
    """
    plan = plan_of(source)
    places = [
        _Place(plan, category, subject, Clock(plan.calendar, on))
        for category in plan.categories or (Category(name=""),)
        for subject in _subjects(plan, category)
    ]
    return Consistency(
        meetings=tuple(_merged(meeting for place in places for meeting in place.meetings())),
        gaps=tuple(_gaps(places)),
    )


def _subjects(plan: Plan, category: Category) -> Sequence[str | None]:
    """The kinds of people to look at: those of the category, else every kind that rules tell apart, and all others."""
    named = plan.subjects_in_rules(category)
    if not named:
        return (None,)
    return category.subjects or (*named, None)


@attrs.frozen(eq=False)
class _End:
    """A rule or a promise that ends in one cell.

    Attributes:
        name: Its name.
        last: Its last day; None: it cannot be computed.
        rule: The rule; promise: the promise; one of the two.
        waits_for: What its exceptions cover in the cell.
    """

    name: str
    last: AnyLast | None
    rule: NamedRule | None
    promise: ErasureRule | None
    waits_for: tuple[NamedRule, ...]

    @property
    def key(self) -> object:
        """What it is: the same rule may wait for other things in another cell."""
        return self.name, frozenset(rule.name for rule in self.waits_for)

    @property
    def is_asked(self) -> bool:
        """Whether own periods yield to it."""
        return self.promise is not None and event_name(self.promise.trigger) in YIELD_TO

    @property
    def is_for_a_person(self) -> bool:
        """Whether only a person can tell that it has come."""
        return self.promise is not None and event_name(self.promise.trigger) in FOR_A_PERSON

    @property
    def is_undecidable(self) -> bool:
        """Whether its conditions are words that only a person can judge."""
        said = self.promise or (self.rule.rule if self.rule else None)
        return said is not None and undecidable(said)


@attrs.frozen
class _Question:
    """One period, in the cell that demands it, and the ends that would all have to have passed."""

    keep: NamedRule
    cell: Cell
    ends: tuple[_End, ...]


class _Place:
    """One category and one kind of people, with all cells in which its rules meet."""

    def __init__(self, plan: Plan, category: Category, subject: str | None, clock: Clock) -> None:
        self.category = category
        self.subject = subject
        self.cells = plan.cells(category, subject)
        self._plan = plan
        self._clock = clock
        self._order = Order.of(plan.order)

    def meetings(self) -> Iterator[Meeting]:
        """Every period with every end."""
        for question in self._questions():
            yield self._answered(question)
        yield from self._another_purpose()

    # Which rules meet.

    def _questions(self) -> Iterator[_Question]:
        for cell in self.cells:
            for keep in self._standing[cell]:
                if not _may(keep, keep.is_floor):
                    continue
                if keep.rule.purposes or len(self.cells) == 1:
                    yield from (_Question(keep, cell, (end,)) for end in self._ends[cell] if end.name != keep.name)
                else:  # whatever the data are used for, they must be there: all purposes would have to have ended
                    yield from (_Question(keep, cell, ends) for ends in self._together if keep.name not in _names(ends))

    @cached_property
    def _standing(self) -> Mapping[Cell, list[NamedRule]]:
        """The rules of each cell; one that is replaced by a rule that may not hold stands too."""
        return {cell: cell.standing(self._conditional(cell)) for cell in self.cells}

    def _conditional(self, cell: Cell) -> set[str]:
        return {rule.name for rule in cell.rules if undecidable(rule.rule)}

    @cached_property
    def _ends(self) -> Mapping[Cell, list[_End]]:
        return {cell: list(self._ends_of(cell)) for cell in self.cells}

    def _ends_of(self, cell: Cell) -> Iterator[_End]:
        standing = self._standing[cell]
        for rule in standing:
            if _may(rule, rule.is_ceiling):
                last = rule.last if _is_computable(rule) else None
                yield _End(rule.name, last, rule, None, tuple(covering(standing, rule.rule.unless)))
        for name, promise in cell.promises:
            yield _End(name, last_of(promise), None, promise, tuple(covering(standing, promise.unless)))

    @cached_property
    def _together(self) -> list[tuple[_End, ...]]:
        """The fewest ends by which every purpose has ended; none if some purpose has no end."""
        found: dict[frozenset[object], tuple[_End, ...]] = {frozenset(): ()}
        for cell in self.cells:
            longer: dict[frozenset[object], tuple[_End, ...]] = {}
            for known, ends in found.items():
                for end in self._ends[cell]:
                    longer.setdefault(known | {end.key}, ends if end.key in known else (*ends, end))
            found = {one: ends for one, ends in longer.items() if not any(other < one for other in longer)}
        return list(found.values())

    # What becomes of it.

    def _answered(self, question: _Question) -> Meeting:
        keep, ends = question.keep, question.ends
        if any(keep in end.waits_for for end in ends):
            return self._meeting(question, Outcome.CONSISTENT, Because.COVERED)
        if not keep.is_duty and any(end.is_asked and end.name in dict(question.cell.promises) for end in ends):
            return self._meeting(question, Outcome.CONSISTENT, Because.YIELDS, witness=self._yielding(question))
        hazy = self._hazy(question)
        try:
            timeline, because, assumptions = self._judged(question)
        except NoFormula as error:
            return self._untold(question, *error.args)
        if timeline is None:
            return self._meeting(question, Outcome.CONSISTENT, because)
        if hazy:
            return self._meeting(question, Outcome.UNDECIDED, next(iter(hazy.values())), missing=tuple(hazy))
        outcome = Outcome.DEPENDS if because is Because.RUNS_ON else Outcome.CONTRADICTION
        witness = self._witness(question, timeline)
        return self._meeting(question, outcome, because, witness=witness, assumptions=assumptions)

    def _untold(self, question: _Question, why: str, *names: str) -> Meeting:
        """What cannot be computed, by the rules that are the reason; without a rule it is the calendar."""
        because = _OF_FORMULAS.get(why, Because.INVOLVED)
        missing = names or ("financial_year_end",)
        return self._meeting(question, Outcome.UNDECIDED, because, missing=missing)

    def _hazy(self, question: _Question) -> dict[str, Because]:
        """What is not certain of the rules themselves, by name."""
        found: dict[str, Because] = {}
        conditional = self._conditional(question.cell)
        unsure = {wide.name for wide, by in question.cell.replaced if by.name in conditional} | conditional
        rules = [question.keep, *(end.rule for end in question.ends if end.rule), *_covers(question)]
        for rule in rules:
            if not rule.is_complete:
                found[rule.name] = Because.INCOMPLETE
            elif rule.name in unsure:
                found[rule.name] = Because.CONDITIONS
        for end in question.ends:
            if end.is_for_a_person:
                found[end.name] = Because.FOR_A_PERSON
            elif end.is_undecidable:
                found.setdefault(end.name, Because.CONDITIONS)
        return found

    def _judged(self, question: _Question) -> tuple[Timeline | None, Because, tuple[OrderAssumption, ...]]:
        """A timeline in which the ends have passed while the period runs, if there is one.

        Raises:
            NoFormula: That cannot be told.
        """
        ways = self._ways(question)
        unasked = self._unasked(question)
        free = list(every([ways, [unasked]]))
        if not self._can_happen(free, self._order):
            if unasked and self._can_happen(ways, self._order):
                return None, Because.YIELDS, ()
            ever = self._can_happen(free, Order(()))
            return None, Because.ORDERED if ever else Because.NEVER_BEFORE, ()
        pairs = self._unbounded(question)
        strict = self._order.and_also(map(assumed, pairs))
        timeline = self._best(free, strict, question)
        if timeline:
            return timeline, Because.ENDS_FIRST, ()
        found = widest(self._clock, free, self._order, pairs)
        if found is None:
            return self._best(free, self._order, question), Because.ENDS_FIRST, ()
        return found[1], Because.RUNS_ON, found[0]

    def _ways(self, question: _Question) -> list[Way]:
        """The ways in which the period runs and all the ends have passed, what they wait for included."""
        calendar = self._plan.calendar
        keep = question.keep
        unsaid = [name for name, why in self._hazy(question).items() if why is Because.INCOMPLETE]
        if not _is_computable(keep) or any(end.last is None for end in question.ends):
            raise NoFormula("incomplete", *unsaid)
        parts = [_named(keep.name, ways_to_run, keep.last, calendar)]
        for end in question.ends:
            within = end.rule.rule.within if end.rule else None
            parts.append(_named(end.name, ways_to_pass, end.last, calendar, within))
        covered = [rule for rule in _covers(question) if _is_computable(rule)]
        parts += [_named(rule.name, ways_to_ask_nothing, rule.last, calendar) for rule in covered]
        return list(every(parts))

    def _unasked(self, question: _Question) -> Way:
        """That nobody has asked for what would make the period yield."""
        if question.keep.is_duty:
            return ()
        triggers = (event_name(promise.trigger) for _, promise in question.cell.promises)
        return tuple(Open(trigger) for trigger in dict.fromkeys(triggers) if trigger in YIELD_TO)

    def _unbounded(self, question: _Question) -> list[Pair]:
        """Pairs of events of which nothing says that the first, from which the period runs, must have come after the second."""
        mine = _events(question.keep.last)
        theirs = [words for end in question.ends for words in _events(end.last)]
        return [
            (one, other)
            for one in mine
            for other in theirs
            if event_name(one) != event_name(other) and not self._order.chains(event_name(one), event_name(other))
        ]

    def _can_happen(self, ways: Iterable[Way], order: Order) -> bool:
        return any(next(self._clock.timelines(way, order), None) for way in ways)

    def _best(self, ways: Sequence[Way], order: Order, question: _Question) -> Timeline | None:
        """A timeline in which no other rule ends, if there is one near."""
        first: Timeline | None = None
        for timeline in islice((one for way in ways for one in self._clock.timelines(way, order)), MOST_TRIED):
            if not self._others_end(timeline, question):
                return timeline
            first = first or timeline
        return first

    def _others_end(self, timeline: Timeline, question: _Question) -> bool:
        """Whether the end of some other rule has passed too."""
        events = timeline.events(self._event_names)
        concerned = {question.keep.name, *_names(question.ends)}
        others = {end.name: end for ends in self._ends.values() for end in ends if end.name not in concerned}
        found = (last_day(end.last, events, self._plan.calendar).day for end in others.values() if end.last)
        return any(day is not None and day < timeline.on for day in found)

    @cached_property
    def _event_names(self) -> tuple[str, ...]:
        """Every event that a rule or a promise of the place asks for."""
        rules = (rule.last for cell in self.cells for rule in cell.rules)
        promises = (last_of(promise) for cell in self.cells for _, promise in cell.promises)
        return tuple(dict.fromkeys(events_of([*rules, *promises])))

    # How it is told.

    def _another_purpose(self) -> Iterator[Meeting]:
        """Periods that ask only that the data exist, while there is no end for some purpose."""
        if self._together:
            return
        for cell in self.cells:
            for keep in self._standing[cell]:
                if keep.is_floor and not keep.rule.purposes and len(self.cells) > 1:
                    for end in self._ends[cell]:
                        if end.name != keep.name:
                            question = _Question(keep, cell, (end,))
                            yield self._meeting(question, Outcome.CONSISTENT, Because.ANOTHER_PURPOSE)

    def _meeting(
        self,
        question: _Question,
        outcome: Outcome,
        reason: Because,
        *,
        witness: Witness | None = None,
        assumptions: Sequence[OrderAssumption] = (),
        missing: Sequence[str] = (),
    ) -> Meeting:
        purpose = question.cell.purpose
        return Meeting(
            category=self.category.name,
            purposes=(purpose,) if purpose else (),
            subjects=(self.subject,),
            keep=question.keep.name,
            erase=_names(question.ends),
            outcome=outcome,
            reason=reason,
            witness=witness,
            assumptions=tuple(assumptions),
            missing=tuple(missing),
        )

    def _yielding(self, question: _Question) -> Witness | None:
        """A timeline in which somebody asks while the own period would still run; None if others keep the data even so."""
        try:
            ways = self._ways(question)
            strict = self._order.and_also(map(assumed, self._unbounded(question)))
            timeline = self._best(ways, strict, question)
        except NoFormula:
            return None
        witness = self._witness(question, timeline) if timeline else None
        if witness is None:
            return None
        (answer,) = due(self._plan, witness.events, [witness.record], on=witness.on)
        return witness if answer.state is State.MUST_ERASE else None

    def _witness(self, question: _Question, timeline: Timeline) -> Witness:
        events = timeline.events(self._event_names)
        kept = last_day(question.keep.last, events, self._plan.calendar) if question.keep.last else None
        return Witness(
            events=events,
            on=timeline.on,
            record=Record(category=self.category.name, subjects=self._people()),
            keep_through=kept.day if kept else None,
            erase_by=timeline.on - timedelta(1),
        )

    def _people(self) -> tuple[str, ...]:
        """The kind of people by name; of a kind that no rule names, some other one."""
        named = self._plan.subjects_in_rules(self.category)
        if self.subject or not named:
            return (self.subject,) if self.subject else ()
        others = (id for id, one in terms().items() if "subject" in one.kinds and id not in named)
        return tuple(islice(others, 1))


def _may(rule: NamedRule, stated: bool) -> bool:  # one word more would say less
    """Whether a rule is of a kind, or may be: its limit is not stated."""
    return stated or rule.rule.limit is None


def _is_computable(rule: NamedRule) -> bool:
    """Whether its last day can be computed, whatever its limit."""
    return rule.last is not None and attrs.evolve(rule, rule=attrs.evolve(rule.rule, limit=Limit.EXACT)).is_complete


def _named(name: str, ways: Callable[..., list[Way]], *told: object) -> list[Way]:
    """The ways of a rule; if they cannot be told, the reason names the rule, unless the calendar is the reason."""
    try:
        return ways(*told)
    except NoFormula as error:
        raise NoFormula(*error.args, *([] if str(error) == "no-year-end" else [name])) from None


def _covers(question: _Question) -> list[NamedRule]:
    """The rules for which the ends wait."""
    return list({rule.name: rule for end in question.ends for rule in end.waits_for}.values())


def _names(ends: Iterable[_End]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(end.name for end in ends))


def _events(last: AnyLast | None) -> list[Words]:
    return list({event_name(words): words for words in event_words([last])}.values())


def _merged(meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    """The same two rules in several places of one category told once, if it comes to the same."""
    found: dict[object, Meeting] = {}
    for one in meetings:
        key = (one.category, one.keep, one.erase, one.outcome, one.reason)
        first = found.get(key, one)
        found[key] = attrs.evolve(
            first,
            purposes=tuple(dict.fromkeys([*first.purposes, *one.purposes])),
            subjects=tuple(dict.fromkeys([*first.subjects, *one.subjects])),
        )
    return iter(found.values())


def _gaps(places: Iterable[_Place]) -> Iterator[Gap]:
    """Each kind of gap of a category once, with the purposes and the people it is about."""
    found: dict[tuple[str, str], Gap] = {}
    for place in places:
        for cell in place.cells:
            kind = _gap(cell)
            if kind:
                first = found.get((place.category.name, kind))
                found[place.category.name, kind] = Gap(
                    category=place.category.name,
                    purposes=tuple(dict.fromkeys([*(first.purposes if first else ()), *filter(None, [cell.purpose])])),
                    subjects=tuple(dict.fromkeys([*(first.subjects if first else ()), place.subject])),
                    kind=kind,
                )
    return iter(found.values())


def _gap(cell: Cell) -> str | None:
    unasked = any(event_name(promise.trigger) not in YIELD_TO for _, promise in cell.promises)
    if not cell.standing() and not unasked:
        return "no-rule"
    return None if cell.sets_an_end else "no-end"
