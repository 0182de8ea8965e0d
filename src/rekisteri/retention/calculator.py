"""What must, may and must not be kept on a day, and when that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

import attrs

from rekisteri.errors import InvalidValue, Problem, describe, join, nearest
from rekisteri.part import labelled
from rekisteri.retention.answers import Answer, Change, Hold, Record
from rekisteri.retention.case import Case
from rekisteri.retention.events import Events, EventState, EventValue, event_name
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.last import Ends, LastDay, Step, last_day
from rekisteri.retention.plan import Category, Plan, PlanOrSource, events_of, plan_of
from rekisteri.retention.rule import RetentionRule
from rekisteri.retention.verdict import known_reasons
from rekisteri.vocabulary.terms import terms

__all__ = ["due", "expiry", "schedule"]

T = TypeVar("T")

TheirEvents = Mapping[str, EventValue | str]

_STATES = frozenset(EventState)

NAMELESS = Category(name="")
"""What the rules of a plan without categories are about."""


def due(
    source: PlanOrSource,
    events: TheirEvents,
    records: Iterable[Record] | None = None,
    holds: Iterable[Hold] = (),
    *,
    on: date,
) -> list[Answer]:
    """What must, may and must not be kept on a day.

    Args:
        source: A register, or a plan.
        events: What is known of events that all data share, by term or own words: a day, ``"not-yet"``, ``"never"`` or
            ``"unknown"``; what is left out is unknown. A trigger such as ``request`` that is left out has not come.
        records: Records with their own events; None: each category is answered for as a whole.
        holds: Orders not to erase.
        on: The day.

    Raises:
        InvalidValue: An event, a category or a day makes no sense.
    """
    _refuse_no_day("on", on)
    cases = _cases(plan_of(source), events, records, holds)
    return [_placed(path, case, lambda case: case.answer(on)) for path, case in cases]


def schedule(
    source: PlanOrSource,
    events: TheirEvents,
    records: Iterable[Record] | None = None,
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
    changes = [_placed(path, case, lambda case: list(case.changes(since))) for path, case in cases]
    return sorted((change for several in changes for change in several), key=lambda change: change.on)


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
    problems: list[Problem] = []
    read = _read(_known_events(plan), events, "events", problems)
    if problems:
        raise InvalidValue("expiry", problems)
    return last_day(named.last, read, plan.calendar)


def _cases(
    plan: Plan, events: TheirEvents, records: Iterable[Record] | None, holds: Iterable[Hold]
) -> list[tuple[str, Case]]:
    """The cases with their places; everything that makes no sense is told at once."""
    listed = [Record(category=one.name) for one in plan.categories or (NAMELESS,)] if records is None else list(records)
    ordered = list(holds)
    known = _known_events(plan)
    problems: list[Problem] = []
    shared = _read(known, events, "events", problems)
    problems += [*_repeated(listed), *_unknown_subjects(plan, listed), *_wrong_holds(plan, listed, ordered)]
    cases: list[tuple[str, Case]] = []
    for path, record in labelled(listed, "records"):
        category = plan.category(record.category) if plan.categories else NAMELESS
        own = _read(known, record.events, join(path, "events"), problems)
        if category is None:
            problems.append(_unknown_category(plan, record.category, path))
        else:
            cases.append((path, Case(plan, category, record, {**shared, **own}, ordered)))
    if problems:
        raise InvalidValue("due", problems)
    return cases


def _unknown_category(plan: Plan, name: str, path: str) -> Problem:
    near = nearest(name, [category.name for category in plan.categories])
    return Problem(join(path, "category"), f"the unknown category “{name}”", "a category of the register", near)


def _repeated(records: Iterable[Record]) -> Iterator[Problem]:
    uses = Counter(record.id for record in records if record.id is not None)
    for id, count in uses.items():
        if count > 1:
            yield Problem("records", f"{count} records with the id “{id}”", "an id of its own for each")


def _unknown_subjects(plan: Plan, records: Iterable[Record]) -> Iterator[Problem]:
    """Kinds of people that neither the rules nor the vocabulary know: misspelt, they would escape rules."""
    known = {*plan.subjects_in_rules(), *(name for one in plan.categories for name in one.subjects), *_terms("subject")}
    for path, record in labelled(records, "records"):
        for index, name in enumerate(record.subjects):
            if name not in known:
                found = f"the unknown kind of people “{name}”"
                place = f"{path}.subjects[{index}]"
                yield Problem(place, found, "a kind that the register or the vocabulary knows", nearest(name, known))


def _wrong_holds(plan: Plan, records: Iterable[Record], holds: Iterable[Hold]) -> Iterator[Problem]:
    """Holds of categories or records that are not there would hold nothing."""
    ids = {record.id for record in records if record.id is not None}
    reasons = {*_terms("condition"), *(reason for rule in plan.named_rules for reason in known_reasons(rule))}
    for index, hold in enumerate(holds):
        path = f"holds[{index}]"
        if hold.category is not None and plan.categories and plan.category(hold.category) is None:
            yield _unknown_category(plan, hold.category, path)
        if hold.record is not None and hold.record not in ids:
            near = nearest(hold.record, ids)
            yield Problem(f"{path}.record", f"the id “{hold.record}”, which no record has", "the id of a record", near)
        if hold.reason not in reasons and (near := nearest(hold.reason, reasons)):
            yield Problem(f"{path}.reason", f"the unknown reason “{hold.reason}”", "a condition, or own words", near)


def _placed(path: str, case: Case, answered: Callable[[Case], T]) -> T:
    """What a case answers; an event that does not fit its rules is told with its place."""
    try:
        return answered(case)
    except InvalidValue as error:
        own = case.record.events
        problems = [one.under(join(path, "events") if one.path in own else "events") for one in error.problems]
        raise InvalidValue("due", problems) from None


def _refuse_no_day(name: str, day: object) -> None:
    if type(day) is not date:
        raise InvalidValue("due", [Problem(name, describe(day), "a datetime.date")])


def _known_events(plan: Plan) -> frozenset[str]:
    """The names of the events of a plan, and of those that the vocabulary knows."""
    lasts = events_of(rule.last for rule in plan.named_rules)
    triggers = (event_name(rule.trigger) for rule in plan.erasure)
    return frozenset([*lasts, *triggers, *_terms("event"), *_terms("trigger")])


@cache
def _terms(kind: str) -> frozenset[str]:
    return frozenset(id for id, term in terms().items() if kind in term.kinds)


def _read(known: Collection[str], events: TheirEvents, path: str, problems: list[Problem]) -> Events:
    """Events with their values read; names that nothing knows are refused, since they are misspelt."""
    read: dict[str, EventValue] = {}
    for name, value in events.items():
        if name not in known:
            near = nearest(name, known)
            problems.append(Problem(join(path, name), f"the unknown event “{name}”", "an event of the rules", near))
        elif isinstance(value, date):
            read[name] = value
        elif isinstance(value, str) and value in _STATES:
            read[name] = EventState(value)
        else:
            states = ", ".join(f"“{state}”" for state in EventState)
            problems.append(Problem(join(path, name), describe(value), f"a day, or one of {states}"))
    return read
