"""One record judged by a plan: what is not known is tried, holds mask, and every step is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import product
from math import prod
from typing import TypeVar

import attrs

from rekisteri.retention.answers import Answer, Change, Hold, Record, State
from rekisteri.retention.events import Events, EventState, EventValue, day_of, event_name
from rekisteri.retention.inverse import NoFormula, latest_passed, turning_days
from rekisteri.retention.last import AnyLast, Compared, Ends, LastDay, Step, last_day, settled
from rekisteri.retention.period import NO_TIME, Period, plus
from rekisteri.retention.plan import Category, Cell, NamedRule, Plan, events_of
from rekisteri.retention.rule import ErasureRule, Last, Limit
from rekisteri.retention.verdict import (
    Reading,
    Verdict,
    is_statutory_maximum,
    judge,
    known_reasons,
    last_of,
    undecidable,
)
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words

__all__ = ["Case"]

MOST_COMBINATIONS = 4096
"""How many combinations of unknown facts are tried before the answer is unknown without trying."""

T = TypeVar("T")

_ERASURE = (State.MUST_ERASE, State.CONFLICT)

SUBJECTS = "subjects"
"""The name of the fact of what kind the people are."""

Assignment = Mapping[str, object]
"""A value for each unknown fact: an event's day or state, how a rule is read (None: as computed), the kind of people."""


class Case:
    """A record, or a category as a whole, with the rules and events that concern it."""

    def __init__(self, plan: Plan, category: Category, record: Record, events: Events, holds: Iterable[Hold]) -> None:
        self.plan = plan
        self.category = category
        self.record = record
        self.holds = [hold for hold in holds if hold.concerns(record)]
        untold = {event_name(one.trigger): EventState.NOT_YET for one in plan.erasure if not _is_event(one.trigger)}
        self.events: Events = {**untold, **events}

    def answer(self, on: date) -> Answer:
        """What holds on a day.

        Raises:
            InvalidValue: An event is an instant where days are counted, or a day where hours are.
        """
        unknown = self._unknown(on)
        verdicts = self._verdicts(on, unknown)
        floor, ceiling = self._ends(verdicts, unknown)
        state = _agreed([verdict.state for _, verdict in verdicts]) or State.UNKNOWN
        return Answer(
            record=self.record.id,
            category=self.category.name,
            state=state,
            free_from=self._free_from(floor, on, held=state is State.HELD),
            until=ceiling,
            open_ended=any(not cell.sets_an_end for cell in self._all_cells),
            purposes_ended=_agreed([verdict.ended for _, verdict in verdicts]) or (),
            missing=self._missing(verdicts, unknown) if state is State.UNKNOWN else (),
            then=self._then(verdicts[0][1].deciding) if ceiling else None,
            rules=tuple(rule.name for rule in self._rules),
            steps=(*self._steps(), *self._what_moves([one for _, one in verdicts]), *self._masks_on(on, state)),
        )

    def changes(self, since: date) -> Iterator[Change]:
        """The answer on *since*, and each later day on which the state or the purposes that have ended are others."""
        before: object = None
        for on in sorted({since, *(day for day in self._turning_points() if day > since)}):
            answer = self.answer(on)
            now = (answer.state, answer.purposes_ended)
            if now != before:
                yield Change(on, answer)
            before = now

    def _turning_points(self) -> Iterator[date]:
        """The days after which something is different: a period has run out, a hold begins or ends, a request comes."""
        within = {rule.name: rule.rule.within for rule in self._rules}
        days: list[date | None] = []
        for name, last in self._lasts.items():
            for day in self._days_in(last):
                days += [day, plus(day, within.get(name) or NO_TIME)]
        for hold in self.holds:
            days += [_before(hold.since), hold.until]
        days += [_before(day_of(value)) for value in self.events.values() if isinstance(value, date)]
        yield from (day + timedelta(1) for day in days if day and day < date.max)

    def _days_in(self, last: AnyLast) -> Iterator[date]:
        """The last day, and those of the parts of which it is made: one of these may decide while another is unknown."""
        if day := self._last_day(last).day:
            yield day
        if isinstance(last, Compared):
            parts: tuple[Last, ...] = (last.after, last.before)
        else:
            parts = (*(last.later or ()), *(last.earlier or ()), *(last.first_known or ()))
        for one in parts:
            yield from self._days_in(one)

    # What meets here.

    @cached_property
    def _subjects(self) -> tuple[str | None, ...]:
        """Of which kinds the people may be."""
        return self.plan.people(self.category, self.record.subjects)

    @cached_property
    def _cells(self) -> Mapping[str | None, tuple[Cell, ...]]:
        return {subject: self.plan.cells(self.category, subject) for subject in self._subjects}

    @cached_property
    def _all_cells(self) -> tuple[Cell, ...]:
        return tuple(cell for cells in self._cells.values() for cell in cells)

    @cached_property
    def _rules(self) -> tuple[NamedRule, ...]:
        conditional = {rule.name for cell in self._all_cells for rule in cell.rules if undecidable(rule.rule)}
        return tuple({rule.name: rule for cell in self._all_cells for rule in cell.standing(conditional)}.values())

    @cached_property
    def _promises(self) -> Mapping[str, ErasureRule]:
        return {name: rule for cell in self._all_cells for name, rule in cell.promises}

    @cached_property
    def _lasts(self) -> Mapping[str, AnyLast]:
        """The last day of every rule and promise that states one."""
        rules = {rule.name: rule for cell in self._all_cells for rule in cell.rules}
        of_rules = {name: rule.last for name, rule in rules.items() if rule.last and rule.is_complete}
        of_promises = {name: last_of(promise) for name, promise in self._promises.items()}
        every: dict[str, AnyLast] = {**of_rules, **of_promises}
        return {name: settled(last, self.events, self.plan.calendar) for name, last in every.items()}

    def _last_day(self, last: AnyLast) -> LastDay:
        return last_day(last, self.events, self.plan.calendar)

    # What is unknown, and what would hold in each case that it leaves open.

    def _unknown(self, on: date) -> dict[str, tuple[object, ...]]:
        """Each unknown fact, with values on either side of wherever it can make a difference."""
        found: dict[str, list[object]] = {}
        within = {rule.name: rule.rule.within for rule in self._rules}
        for name, last in self._lasts.items():
            for missing in self._last_day(last).missing:
                values = self._values(last, missing, on, within.get(name))
                if values:
                    found.setdefault(missing, [EventState.NOT_YET]).extend(values)
                else:  # a part of the rule itself, or when financial years end
                    found[name] = self._readings(name, on)
        for rule in self._rules:
            if not rule.is_complete:
                found[rule.name] = self._readings(rule.name, on)
            elif undecidable(rule.rule):
                found[rule.name] = [Reading(holds=False), *found.get(rule.name, [None])]
        found |= {name: [Reading(holds=False), None] for name, one in self._promises.items() if undecidable(one)}
        if len(self._subjects) > 1:
            found[SUBJECTS] = list(self._subjects)
        return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}

    def _values(self, last: AnyLast, event: str, on: date, within: Period | None) -> list[EventValue]:
        """Days of an event on either side of where something changes; none if it is no event, or they cannot be computed."""
        if event not in set(events_of([last])):
            return []
        if _counts_hours(last, event):
            return [datetime.combine(day, time.min) for day in (date.min, on)]
        try:
            turns = list(turning_days(last, on, self.plan.calendar))
            if within:  # when the time for the erasure itself is over makes a difference too
                turns += turning_days(last, _day_before(within, on), self.plan.calendar)
        except NoFormula:  # when financial years end is not known either
            return []
        days = [day for name, day in turns if name == event]
        return [date.min, on, *days, *(plus(day, Period(days=1)) for day in days)]

    def _readings(self, name: str, on: date) -> list[object]:
        """How a rule may turn out that does not say enough."""
        limit = next((rule.rule.limit for rule in self._rules if rule.name == name), None)
        gone = _before(on) or on
        floor = [Reading(floor=date.max)] if limit not in (Limit.MAXIMUM, Limit.CLAIM) else []
        ceiling = [Reading(ceiling=gone, overdue=gone)] if limit not in (Limit.MINIMUM, Limit.FOR) else []
        claims = [Reading(claims=date.max)] if limit in (Limit.CLAIM, None) else []
        return [Reading(), *floor, *ceiling, *claims]

    def _verdicts(self, on: date, unknown: Mapping[str, Sequence[object]]) -> list[tuple[Assignment, Verdict]]:
        if prod(map(len, unknown.values())) > MOST_COMBINATIONS:  # what holds at the extremes holds between them
            unknown = {name: _extremes(values) for name, values in unknown.items()}
        if prod(map(len, unknown.values())) > MOST_COMBINATIONS:
            return [({}, Verdict(State.UNKNOWN))]
        cases = [dict(zip(unknown, values, strict=True)) for values in product(*unknown.values())]
        return [(case, self._verdict(on, case)) for case in cases]

    def _verdict(self, on: date, case: Assignment) -> Verdict:
        events = {name: value for name, value in case.items() if isinstance(value, date | EventState)}
        assumed = {name: value for name, value in case.items() if isinstance(value, Reading)}
        subject = case.get(SUBJECTS, self._subjects[0])
        cells = next(cells for name, cells in self._cells.items() if name == subject)
        verdict = judge(cells, on, {**self.events, **events}, self.plan.calendar, lasts=self._lasts, assumed=assumed)
        holds = [hold for hold in self.holds if hold.covers(on)]
        masked = any(verdict.state not in _ERASURE or _accepted(hold, verdict.maxima) for hold in holds)
        return attrs.evolve(verdict, state=State.HELD) if masked else verdict

    def _ends(
        self, verdicts: Sequence[tuple[Assignment, Verdict]], unknown: Iterable[str]
    ) -> tuple[date | None, date | None]:
        """The floor and the ceiling, as far as they are computed from what is known alone."""
        names = set(unknown)
        hazy = [
            rule for rule in self._rules if rule.name in names or names & set(events_of([self._lasts.get(rule.name)]))
        ]
        promised = any(name in names or event_name(one.trigger) in names for name, one in self._promises.items())
        covered = any(rule.rule.unless for rule in self._rules) or bool(self._promises)
        floor = _agreed([verdict.floor for _, verdict in verdicts])
        ceiling = _agreed([verdict.ceiling for _, verdict in verdicts])
        if any(rule.is_floor or not rule.is_complete for rule in hazy):
            floor = None
        if promised or (covered and hazy) or any(rule.is_ceiling or not rule.is_complete for rule in hazy):
            ceiling = None
        return floor, ceiling

    # What follows.

    def _masks(self, hold: Hold, on: date) -> bool:
        """Whether a hold masks a day in any case, also where it is not known whether a statutory maximum has passed."""
        maxima = [rule for rule in self._rules if is_statutory_maximum(rule) and rule.name in self._lasts]
        found = [(rule, self._last_day(self._lasts[rule.name])) for rule in maxima]
        return _accepted(hold, [rule for rule, one in found if one.ends is Ends.UNKNOWN or (one.day and one.day < on)])

    def _free_from(self, floor: date | None, on: date, *, held: bool) -> date | None:
        """The day after the last floor that no hold covers either."""
        day = plus(floor, Period(days=1)) if floor else None
        if held and (day is None or day < on):
            day = on
        while day and (covering := [hold for hold in self.holds if hold.covers(day) and self._masks(hold, day)]):
            day = plus(max(hold.until or date.max for hold in covering), Period(days=1))
            if day == date.max:
                break
        return day if day != date.max else None

    def _missing(self, verdicts: Sequence[tuple[Assignment, Verdict]], unknown: Iterable[str]) -> tuple[str, ...]:
        """What would have to be known, by name: events, or what the rules do not say."""
        named: set[str] = set()
        for name in _that_matter(verdicts, unknown):
            facts = self._last_day(self._lasts[name]).missing if name in self._lasts else frozenset()
            named |= {"financial_year_end"} if "financial_year_end" in facts else {name}
        return tuple(sorted(named))

    def _then(self, names: Iterable[str]) -> Words | None:
        rules = [rule.rule.then for rule in self._rules if rule.name in names]
        promises = [promise.then for name, promise in self._promises.items() if name in names]
        return next(filter(None, [*rules, *promises]), None)

    # How it was found.

    def _steps(self) -> Iterator[Step]:
        """Each rule and promise by itself, and what replaces what."""
        for rule in self._rules:
            yield Step("rule", {"rule": rule.name, "limit": rule.rule.limit, "reason": rule.rule.reason})
            yield from self._computed(rule.last) if rule.last and rule.is_complete else (Step("incomplete"),)
            if rule.rule.within:
                yield Step("within", {"period": rule.rule.within})
        for name, promise in self._promises.items():
            yield Step("promise", {"rule": name, "trigger": promise.trigger})
            yield from self._computed(self._lasts[name])
        for wide, by in dict.fromkeys((wide.name, by.name) for cell in self._all_cells for wide, by in cell.replaced):
            yield Step("replaced", {"rule": wide, "by": by})

    def _what_moves(self, verdicts: Sequence[Verdict]) -> Iterator[Step]:
        """Ends that wait for something else, and periods that yield, as far as that is sure."""
        for name, day in _agreed([verdict.waiting for verdict in verdicts]) or ():
            yield Step("waits" if day else "waits-open", {"rule": name, "day": day})
        for name in _agreed([verdict.yielding for verdict in verdicts]) or ():
            yield Step("yields", {"rule": name})

    def _masks_on(self, on: date, state: State) -> Iterator[Step]:
        """The holds that cover the day, and whether they mask the answer."""
        for hold in self.holds:
            if hold.covers(on):
                params = {"reason": hold.reason, "since": hold.since, "until": hold.until}
                yield Step("hold-refused" if state in _ERASURE else "hold", params)

    def _computed(self, last: AnyLast) -> Iterator[Step]:
        found = self._last_day(last)
        yield from found.steps
        yield Step(f"ends-{found.ends}", {"day": found.day} if found.day else {})


def _accepted(hold: Hold, maxima: Iterable[NamedRule]) -> bool:
    """Whether a hold masks statutory maxima that have passed: they yield only to reasons that their acts know."""
    return all(hold.reason in known_reasons(rule) for rule in maxima)


def _agreed(values: Sequence[T]) -> T | None:
    """The value on which all agree."""
    return values[0] if len(set(values)) == 1 else None


def _before(day: date) -> date | None:
    return day - timedelta(1) if day > date.min else None


def _is_event(trigger: Words) -> bool:
    """Whether a trigger is an event from which periods run too, so that its day is to be told."""
    term = lookup(trigger.term)
    return term is not None and term.event is not None


def _day_before(within: Period, on: date) -> date:
    """The first day for which a last day before it, and the time for the erasure after that, lie before *on*."""
    latest = latest_passed(lambda day: plus(day, within), on)
    return latest + timedelta(1) if latest else date.min


def _extremes(values: Sequence[object]) -> Sequence[object]:
    """Of an event: that it has not come, and that it came before everything else; other facts as they are."""
    days = [value for value in values if type(value) is date]
    return (EventState.NOT_YET, min(days)) if days else values


def _counts_hours(last: AnyLast, event: str) -> bool:
    if isinstance(last, Compared):
        return False  # such laws count days
    if last.start and event_name(last.start.event) == event:
        return bool(last.period and last.period.hours)
    versions = [Last(start=one.start, period=one.period, round=one.round) for one in last.versions or ()]
    several = (*versions, *(last.later or ()), *(last.earlier or ()), *(last.first_known or ()))
    return any(_counts_hours(one, event) for one in several)


def _that_matter(verdicts: Sequence[tuple[Assignment, Verdict]], unknown: Iterable[str]) -> set[str]:
    """The unknown facts on which the state depends: it differs between two cases that differ in nothing else."""
    if len(verdicts) == 1:
        return set(unknown)
    found: set[str] = set()
    for name in unknown:
        states: dict[tuple[object, ...], set[State]] = {}
        for case, verdict in verdicts:
            rest = tuple(value for other, value in case.items() if other != name)
            states.setdefault(rest, set()).add(verdict.state)
        if any(len(several) > 1 for several in states.values()):
            found.add(name)
    return found
