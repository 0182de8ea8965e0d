"""One category of data and one kind of people: which rules meet there, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from itertools import islice

import attrs

from rekisteri.retention.answers import Record, State
from rekisteri.retention.calculator import due
from rekisteri.retention.events import event_name
from rekisteri.retention.inverse import NoFormula
from rekisteri.retention.last import AnyLast, last_day
from rekisteri.retention.meeting import Because, Meeting, Outcome, Witness
from rekisteri.retention.order import Order
from rekisteri.retention.plan import (
    FOR_A_PERSON,
    YIELD_TO,
    Category,
    Cell,
    NamedRule,
    Plan,
    event_words,
    events_of,
)
from rekisteri.retention.rule import ErasureRule, Limit, OrderAssumption
from rekisteri.retention.timeline import Clock, Timeline
from rekisteri.retention.verdict import covering, last_of, undecidable
from rekisteri.retention.ways import Open, Way, every, ways_to_ask_nothing, ways_to_pass, ways_to_run
from rekisteri.retention.widest import Pair, assumed, widest
from rekisteri.vocabulary.terms import terms
from rekisteri.words import Words

__all__ = ["Place"]

MOST_TOGETHER = 32
"""How many choices of an end for each purpose are looked at before nothing is told."""

MOST_TRIED = 400
"""How many timelines are looked at for one in which no third rule ends."""

_OF_FORMULAS = {"hours": Because.HOURS, "no-year-end": Because.NO_YEAR_END, "incomplete": Because.INCOMPLETE}


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


class Place:
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
                    together = self._together or []
                    yield from (_Question(keep, cell, ends) for ends in together if keep.name not in _names(ends))

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
    def _together(self) -> list[tuple[_End, ...]] | None:
        """The fewest ends by which every purpose has ended; none if some purpose has no end, None if there are too many."""
        found: dict[frozenset[object], tuple[_End, ...]] = {frozenset(): ()}
        for cell in self.cells:
            longer: dict[frozenset[object], tuple[_End, ...]] = {}
            for known, ends in found.items():
                for end in self._ends[cell]:
                    longer.setdefault(known | {end.key}, ends if end.key in known else (*ends, end))
            found = {one: ends for one, ends in longer.items() if not any(other < one for other in longer)}
            if len(found) > MOST_TOGETHER:
                return None
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
        if not self._clock.can_happen(free, self._order):
            if unasked and self._clock.can_happen(ways, self._order):
                return None, Because.YIELDS, ()
            ever = self._clock.can_happen(free, Order(()))
            return None, Because.ORDERED if ever else Because.NEVER_BEFORE, ()
        pairs = self._unbounded(question)
        strict = self._order.and_also(map(assumed, pairs))
        timeline = self._best(free, strict, question)
        if timeline:
            return timeline, Because.ENDS_FIRST, ()
        assumptions, timeline = widest(self._clock, free, self._order, pairs)
        return timeline, Because.RUNS_ON, assumptions

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
        """Periods that ask only that the data exist, while some purpose has no end, or all have too many to be told."""
        if self._together:
            return
        for cell in self.cells:
            for keep in self._standing[cell]:
                if keep.is_floor and not keep.rule.purposes and len(self.cells) > 1:
                    ends = [end for end in self._ends[cell] if end.name != keep.name]
                    if self._together is None:
                        yield self._untold(_Question(keep, cell, tuple(ends)), "too-many", keep.name, *_names(ends))
                    else:
                        questions = (_Question(keep, cell, (end,)) for end in ends)
                        yield from (
                            self._meeting(one, Outcome.CONSISTENT, Because.ANOTHER_PURPOSE) for one in questions
                        )

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
