"""What must, may and must not be kept on a day, and when that changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import attrs

from rekisteri.errors import InvalidValue, Problem, describe, nearest
from rekisteri.retention.answers import Answer, Change, Hold, Record
from rekisteri.retention.case import Case
from rekisteri.retention.events import Events, EventState, EventValue, event_name
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.last import Ends, LastDay, Step, last_day
from rekisteri.retention.plan import Category, Plan, PlanOrSource, events_of, plan_of
from rekisteri.retention.rule import RetentionRule
from rekisteri.vocabulary.terms import terms

__all__ = ["due", "expiry", "schedule"]

TheirEvents = Mapping[str, EventValue | str]

_STATES = frozenset(EventState)

NAMELESS = Category(name="")
"""What the rules of a plan without categories are about."""


def due(
    source: PlanOrSource,
    events: TheirEvents,
    records: Iterable[Record] = (),
    holds: Iterable[Hold] = (),
    *,
    on: date,
) -> list[Answer]:
    """What must, may and must not be kept on a day.

    Args:
        source: A register, or a plan.
        events: What is known of events that all data share, by term or own words: a day, ``"not-yet"``, ``"never"`` or
            ``"unknown"``; what is left out is unknown. A trigger such as ``request`` that is left out has not come.
        records: Records with their own events; without any, each category is answered for as a whole.
        holds: Orders not to erase.
        on: The day.

    Raises:
        InvalidValue: An event, a category or a day makes no sense.
    """
    _refuse_no_day("on", on)
    return [case.answer(on) for case in _cases(plan_of(source), events, records, holds)]


def schedule(
    source: PlanOrSource,
    events: TheirEvents,
    records: Iterable[Record] = (),
    holds: Iterable[Hold] = (),
    *,
    since: date,
) -> list[Change]:
    """The days on which something changes, in their order: first what holds on *since*, then each change after it.

    The arguments are those of ``due``.

    Raises:
        InvalidValue: An event, a category or a day makes no sense.
    """
    _refuse_no_day("since", since)
    cases = _cases(plan_of(source), events, records, holds)
    return sorted((change for case in cases for change in case.changes(since)), key=lambda change: change.on)


def expiry(rule: RetentionRule, events: TheirEvents, calendar: FinancialCalendar | None = None) -> LastDay:
    """The last day of one rule, whatever other rules say.

    Args:
        rule: The rule.
        events: As for ``due``.
        calendar: When financial years end, for rules that ask for it.

    Raises:
        InvalidValue: An event makes no sense.
    """
    plan = Plan(rules=[attrs.evolve(rule, data=None)], calendar=calendar or FinancialCalendar())
    (named,) = plan.named_rules
    if named.last is None:
        return LastDay(Ends.UNKNOWN, missing=frozenset({named.name}), steps=(Step("incomplete"),))
    return last_day(named.last, _read(_known_events(plan), events, "events"), plan.calendar)


def _cases(plan: Plan, events: TheirEvents, records: Iterable[Record], holds: Iterable[Hold]) -> Iterator[Case]:
    known = _known_events(plan)
    shared = _read(known, events, "events")
    listed = list(records) or [Record(category=one.name) for one in plan.categories or (NAMELESS,)]
    ordered = list(holds)
    for hold in ordered:
        if hold.category is not None:
            plan.category(hold.category)
    for index, record in enumerate(listed):
        category = plan.category(record.category) if plan.categories else NAMELESS
        own = _read(known, record.events, f"records[{record.id or index}].events")
        yield Case(plan, category, record, {**shared, **own}, ordered)


def _refuse_no_day(name: str, day: object) -> None:
    if type(day) is not date:
        raise InvalidValue("due", [Problem(name, describe(day), "a datetime.date")])


def _known_events(plan: Plan) -> frozenset[str]:
    """The names of the events of a plan, and of those that the vocabulary knows."""
    lasts = events_of(rule.last for rule in plan.named_rules)
    triggers = (event_name(rule.trigger) for rule in plan.erasure)
    return frozenset([*lasts, *triggers, *_terms()])


@cache
def _terms() -> frozenset[str]:
    return frozenset(id for id, term in terms().items() if {"event", "trigger"} & set(term.kinds))


def _read(known: Collection[str], events: TheirEvents, path: str) -> Events:
    """Events with their values read; names that nothing knows are refused, since they are misspelt."""
    problems: list[Problem] = []
    read: dict[str, EventValue] = {}
    for name, value in events.items():
        if name not in known:
            near = nearest(name, known)
            problems.append(Problem(f"{path}.{name}", f"the unknown event “{name}”", "an event of the rules", near))
        elif isinstance(value, date):
            read[name] = value
        elif isinstance(value, str) and value in _STATES:
            read[name] = EventState(value)
        else:
            states = ", ".join(f"“{state}”" for state in EventState)
            problems.append(Problem(f"{path}.{name}", describe(value), f"a day, or one of {states}"))
    if problems:
        raise InvalidValue("events", problems)
    return read
