"""What all rules that meet in a category come to, once every event is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from rekisteri.retention.answers import State
from rekisteri.retention.events import Events, day_of, event_name
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.last import AnyLast, Ends, LastDay, last_day
from rekisteri.retention.legislation import row_of
from rekisteri.retention.period import NO_TIME, plus
from rekisteri.retention.plan import YIELD_TO, Cell, NamedRule
from rekisteri.retention.rule import ErasureRule, Last, Limit, RetentionRule, Start
from rekisteri.words import Words

__all__ = [
    "Reading",
    "Verdict",
    "covering",
    "is_statutory_maximum",
    "judge",
    "known_reasons",
    "last_of",
    "undecidable",
]

DUTIES, CLAIMS, HOLDS = "duties", "claims", "holds"
COVERS = {
    "law": DUTIES,
    "law-requires": DUTIES,
    "legal-obligation": DUTIES,
    "legal-claim": CLAIMS,
    "open-invoices": HOLDS,
    "debt-collection": HOLDS,
    "dispute": HOLDS,
}
"""What an exception to an end means: the duties of the plan, its claim periods, or holds, which mask by themselves."""


@attrs.frozen
class Reading:
    """What one rule comes to.

    Attributes:
        floor: Through which day data must exist; None: it asks for nothing; the calendar's last day: without end.
        ceiling: After which day they must be gone; None: it sets no end.
        overdue: The ceiling, and the time that the erasure itself may take.
        claims: Through which day claims can be made, of a claim period; the calendar's last day: without end.
        holds: Whether the rule holds at all; otherwise its conditions are taken not to be met.
        unmoved: The ceiling before it waits for anything.
    """

    floor: date | None = None
    ceiling: date | None = None
    overdue: date | None = None
    claims: date | None = None
    holds: bool = True
    unmoved: date | None = None

    def has_passed(self, on: date) -> bool:
        """Whether data must be gone by it."""
        return self.ceiling is not None and self.ceiling < on


@attrs.frozen
class Verdict:
    """What all rules of a category come to.

    Attributes:
        state: What holds.
        floor: The latest floor of any rule; ceiling: the latest, over purposes, of each purpose's earliest ceiling.
        ended: The purposes whose own ceiling has passed.
        deciding: The rules and promises that set the ceiling, by name.
        maxima: The statutory maxima that have passed.
        waiting: The ends that wait for what their exceptions cover: by name the day after which data must be gone then, None
            while there is none.
        yielding: The controller's own periods that yield to a request, by name.
    """

    state: State
    floor: date | None = None
    ceiling: date | None = None
    ended: tuple[str, ...] = ()
    deciding: frozenset[str] = frozenset()
    maxima: frozenset[NamedRule] = frozenset()
    waiting: tuple[tuple[str, date | None], ...] = ()
    yielding: tuple[str, ...] = ()


@attrs.frozen
class _Facts:
    """What a judgement rests on: the day, the events, and rules whose reading is assumed."""

    on: date
    events: Events
    calendar: FinancialCalendar
    assumed: Mapping[str, Reading]
    lasts: Mapping[str, AnyLast]


def judge(
    cells: Iterable[Cell],
    on: date,
    events: Events,
    calendar: FinancialCalendar,
    *,
    lasts: Mapping[str, AnyLast],
    assumed: Mapping[str, Reading],
) -> Verdict:
    """What the cells of one category come to.

    Args:
        cells: Its cells, for people of one kind.
        on: The day.
        events: The events that the rules count from, none of them unknown.
        calendar: When financial years end.
        lasts: The last day of each rule and promise that states one, by name.
        assumed: Readings of rules and promises that do not say enough to be computed.
    """
    facts = _Facts(on, events, calendar, assumed, lasts)
    floors: list[date] = []
    ends: dict[str, Reading] = {}
    disputed = False
    by_rule: dict[str, date | None] = {}
    maxima: set[NamedRule] = set()
    waiting: dict[str, date | None] = {}
    yielding: dict[str, None] = {}
    not_holding = {name for name, reading in assumed.items() if not reading.holds}
    for cell in cells:
        readings = {rule: _read(rule, facts) for rule in cell.standing(not_holding)}
        ceilings = _ceilings(cell, readings, facts)
        asked = _is_asked(cell, facts)
        periods = {rule: one.floor for rule, one in readings.items() if one.floor}
        kept = {rule: floor for rule, floor in periods.items() if rule.is_duty or not asked}
        floors += kept.values()
        yielding |= {rule.name: None for rule in periods if rule not in kept}
        waiting |= {name: one.ceiling for name, one in ceilings.items() if one.ceiling != one.unmoved}
        by_rule |= {name: one.ceiling for name, one in ceilings.items()}
        maxima |= {rule for rule, one in readings.items() if is_statutory_maximum(rule) and one.has_passed(on)}
        end = Reading(
            ceiling=min((one.ceiling for one in ceilings.values() if one.ceiling), default=None),
            overdue=min((one.overdue for one in ceilings.values() if one.overdue), default=None),
        )
        ends[cell.purpose or ""] = end
        for_it = max((floor for rule, floor in kept.items() if rule.rule.purposes), default=None)
        disputed |= _state(on, for_it, end) is State.CONFLICT  # whatever other purposes allow
    floor = max(floors, default=None)
    ceiling = _latest(one.ceiling for one in ends.values())
    together = Reading(ceiling=ceiling, overdue=_latest(one.overdue for one in ends.values()))
    return Verdict(
        state=State.CONFLICT if disputed else _state(on, floor, together),
        floor=floor,
        ceiling=ceiling,
        ended=tuple(purpose for purpose, one in ends.items() if purpose and one.ceiling and one.ceiling < on),
        deciding=frozenset(name for name, day in by_rule.items() if day and day == ceiling),
        maxima=frozenset(maxima),
        waiting=tuple(waiting.items()),
        yielding=tuple(yielding),
    )


def last_of(promise: ErasureRule) -> Last:
    """A promise's last day: its deadline after the trigger; without undue delay is at once."""
    period = promise.deadline.period if promise.deadline and promise.deadline.period else NO_TIME
    return Last(start=Start(event=promise.trigger), period=period)


def undecidable(rule: RetentionRule | ErasureRule) -> bool:
    """Whether its conditions are words that only a person can judge."""
    return bool(rule.only_if) or any(event_name(words) not in COVERS for words in rule.unless or ())


def _read(rule: NamedRule, facts: _Facts) -> Reading:
    if rule.name in facts.assumed:
        return facts.assumed[rule.name]
    last = facts.lasts.get(rule.name)
    found = last_day(last, facts.events, facts.calendar) if last else LastDay(Ends.ABSENT)
    if found.ends is Ends.ABSENT:
        return Reading()
    ceiling = found.day if rule.is_ceiling else None
    return Reading(
        floor=(found.day or date.max) if rule.is_floor else None,
        ceiling=ceiling,
        overdue=plus(ceiling, rule.rule.within) if ceiling and rule.rule.within else ceiling,
        claims=(found.day or date.max) if rule.rule.limit is Limit.CLAIM else None,
    )


Readings = Mapping[NamedRule, Reading]
"""The rules of a cell that stand, with what they come to."""


def _is_asked(cell: Cell, facts: _Facts) -> bool:
    """Whether somebody has asked for what is promised, so that the controller's own periods yield."""
    promises = _promises(cell, facts).values()
    return any(event_name(one.trigger) in YIELD_TO and _has_come(one, facts) for one in promises)


def _promises(cell: Cell, facts: _Facts) -> dict[str, ErasureRule]:
    """The promises that hold."""
    return {name: promise for name, promise in cell.promises if name not in facts.assumed}


def _has_come(promise: ErasureRule, facts: _Facts) -> bool:
    value = facts.events.get(event_name(promise.trigger))
    return isinstance(value, date) and day_of(value) <= facts.on


def _ceilings(cell: Cell, readings: Readings, facts: _Facts) -> dict[str, Reading]:
    """After which days data must be gone: each end waits for what its own exceptions cover."""
    found = {rule.name: _waiting(readings, reading, rule.rule.unless) for rule, reading in readings.items()}
    for name, promise in _promises(cell, facts).items():
        day = last_day(facts.lasts[name], facts.events, facts.calendar).day
        found[name] = _waiting(readings, Reading(ceiling=day, overdue=day), promise.unless)
    return found


def _waiting(readings: Readings, reading: Reading, unless: Sequence[Words] | None) -> Reading:
    """An end that waits for what its exceptions cover; there is none yet while that has no end."""
    own = reading.ceiling
    if own is None:
        return reading
    waits = [readings[rule].floor or readings[rule].claims for rule in covering(readings, unless)]
    day = max([own, *(wait for wait in waits if wait)])
    if day == date.max:
        return Reading(floor=reading.floor, unmoved=own)
    return attrs.evolve(reading, ceiling=day, overdue=max(day, reading.overdue or day), unmoved=own)


def covering(rules: Iterable[NamedRule], unless: Sequence[Words] | None) -> list[NamedRule]:
    """Those of the rules for which an end with these exceptions waits: duties to keep, or claim periods."""
    covers = {COVERS.get(event_name(words)) for words in unless or ()}
    return [
        rule
        for rule in rules
        if (DUTIES in covers and rule.is_duty and rule.is_floor)
        or (CLAIMS in covers and rule.rule.limit is Limit.CLAIM)
    ]


def is_statutory_maximum(rule: NamedRule) -> bool:
    """Whether a law says that data must be gone after a time."""
    return rule.is_duty and rule.rule.limit in (Limit.MAXIMUM, Limit.EXACT)


def known_reasons(rule: NamedRule) -> tuple[str, ...]:
    """The reasons for which a statutory maximum, or its act, lets data be kept longer."""
    row = row_of(rule.rule)
    return (*(event_name(words) for words in rule.rule.unless or ()), *(row.holds if row else ()))


def _state(on: date, floor: date | None, end: Reading) -> State:
    keep = floor is not None and floor >= on
    gone = end.has_passed(on)
    if keep and gone and end.overdue is not None and end.overdue < on:
        return State.CONFLICT
    if keep:
        return State.MUST_KEEP
    return State.MUST_ERASE if gone else State.MAY_ERASE


def _latest(ends: Iterable[date | None]) -> date | None:
    """The latest end; none if one of them is open."""
    found = list(ends)
    days = [day for day in found if day is not None]
    return max(days) if days and len(days) == len(found) else None
