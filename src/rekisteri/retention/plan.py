"""A plan: all rules of a register, and which of them meet in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

import attrs

from rekisteri.errors import InvalidValue, Problem, nearest
from rekisteri.part import labelled
from rekisteri.retention.events import event_name
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.last import AnyLast, Compared
from rekisteri.retention.legislation import row_of
from rekisteri.retention.rule import ErasureRule, Last, Limit, OrderAssumption, RetentionRule
from rekisteri.vocabulary.phrases import tells_no_period
from rekisteri.words import Words

__all__ = [
    "FOR_A_PERSON",
    "YIELD_TO",
    "Category",
    "Cell",
    "HasPlan",
    "NamedRule",
    "Plan",
    "PlanOrSource",
    "covers",
    "event_words",
    "events_of",
    "plan_of",
]

FLOORS = frozenset({Limit.MINIMUM, Limit.EXACT, Limit.FOR})
YIELD_TO = frozenset({"request", "consent-withdrawn", "objection-made", "marketing-forbidden"})
"""What the controller's own periods yield to (GDPR 17(1)(b)-(c), 21(3)); a duty yields to nothing."""

FOR_A_PERSON = frozenset(
    {"unnecessary-data", "inaccurate-data", "outdated-data", "unlawful-processing", "duty-to-erase"}
)
"""Triggers that speak of the quality of data: whether data that must be kept are unnecessary is not for a calendar to tell."""

CEILINGS = frozenset({Limit.MAXIMUM, Limit.EXACT, Limit.CLAIM})


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


def _rules(rules: Iterable[RetentionRule]) -> tuple[RetentionRule, ...]:
    return tuple(rules)


def _promises(rules: Iterable[ErasureRule]) -> tuple[ErasureRule, ...]:
    return tuple(rules)


def _categories(categories: Iterable[Category]) -> tuple[Category, ...]:
    return tuple(categories)


def _assumptions(order: Iterable[OrderAssumption]) -> tuple[OrderAssumption, ...]:
    return tuple(order)


def _names(words: Iterable[Words] | None) -> tuple[str, ...]:
    return tuple(event_name(one) for one in words or ())


@attrs.frozen(kw_only=True)
class Category:
    """A category of data as far as retention goes.

    Attributes:
        name: Its id, or its place in the register.
        purposes: What it is used for, by id; empty: the register does not tell.
        subjects: Whose data it is, by term or own words; empty: the register does not tell.
    """

    name: str
    purposes: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    subjects: tuple[str, ...] = attrs.field(default=(), converter=_texts)


@attrs.frozen(kw_only=True)
class NamedRule:
    """A retention rule with the name by which answers speak of it.

    Attributes:
        name: Its id, or its place.
        rule: The rule.
    """

    name: str
    rule: RetentionRule = attrs.field(hash=False)

    @cached_property
    def last(self) -> AnyLast | None:
        """Its last day; None if neither a period nor a start is stated."""
        rule = self.rule
        row = row_of(rule)
        if row and row.compares_events and rule.last and rule.last.first_known:
            return Compared(*rule.last.first_known)
        if rule.last:
            return rule.last
        if rule.period is None and rule.start is None:
            return None
        return Last(start=rule.start, period=rule.period, round=rule.round)

    @property
    def is_duty(self) -> bool:
        """Whether a law is the reason; otherwise it is the controller's own decision, which yields to a request."""
        return bool((self.rule.reason and self.rule.reason.provision) or self.rule.by_law)

    @property
    def is_complete(self) -> bool:
        """Whether limit, period and start are all stated."""
        last = self.last
        if self.rule.limit is None or last is None:
            return False
        return isinstance(last, Compared) or not (last.period and not last.start)

    @property
    def is_floor(self) -> bool:
        """Whether data must exist through its last day."""
        return self.rule.limit in FLOORS

    @property
    def is_ceiling(self) -> bool:
        """Whether data must be gone after its last day."""
        return self.rule.limit in CEILINGS

    def narrower_than(self, other: NamedRule) -> bool:
        """Whether it covers strictly less; silence about scope covers everything."""
        return _is_narrower(self.rule, other.rule)


def covers(rule: RetentionRule | ErasureRule, other: RetentionRule | ErasureRule) -> bool:
    """Whether a rule is about all that another is about; silence about scope covers everything."""
    mine, others = _scope(rule), _scope(other)
    return all(_within(others[name], mine[name]) for name in mine)


def _is_narrower(rule: RetentionRule | ErasureRule, other: RetentionRule | ErasureRule) -> bool:
    return _scope(rule) != _scope(other) and covers(other, rule)


def _scope(rule: RetentionRule | ErasureRule) -> Mapping[str, frozenset[str] | None]:
    return {
        "data": frozenset(rule.data) if rule.data else None,
        "purposes": frozenset(rule.purposes) if rule.purposes else None,
        "subjects": frozenset(_names(rule.subjects)) if rule.subjects else None,
    }


def _within(part: frozenset[str] | None, whole: frozenset[str] | None) -> bool:
    return whole is None or (part is not None and part <= whole)


@attrs.frozen
class Cell:
    """What meets for one category, used for one purpose, of one kind of people.

    Attributes:
        purpose: The purpose by id; None where the register ties the category to none.
        rules: The rules that are about it.
        promises: The promises to erase that hold there, with their names.
        replaced: The controller's own rules that a narrower one of its own replaces, if that one holds: (replaced, by).
    """

    purpose: str | None
    rules: tuple[NamedRule, ...]
    promises: tuple[tuple[str, ErasureRule], ...]
    replaced: tuple[tuple[NamedRule, NamedRule], ...]

    def standing(self, not_holding: Container[str] = ()) -> list[NamedRule]:
        """The rules after precedence; a rule that does not hold, by name, replaces nothing."""
        gone = {wide.name for wide, by in self.replaced if by.name not in not_holding}
        return [rule for rule in self.rules if rule.name not in gone]

    @property
    def is_promised_unasked(self) -> bool:
        """Whether erasure is promised without anybody having to ask."""
        return any(event_name(promise.trigger) not in YIELD_TO for _, promise in self.promises)

    @property
    def tells_time(self) -> bool:
        """Whether some rule is about it, or a promise that tells when it is kept without anybody having to ask or to judge."""
        return bool(self.standing()) or any(_tells_when(promise.trigger) for _, promise in self.promises)

    @property
    def sets_an_end(self) -> bool:
        """Whether some rule, or a promise that nobody need ask for, sets an end; one that says too little may."""
        return self.is_promised_unasked or any(rule.is_ceiling or not rule.is_complete for rule in self.standing())


def _tells_when(trigger: Words) -> bool:
    """Whether a trigger comes unasked and unjudged; "when the data are no longer needed" does not, in a term or in own words."""
    if trigger.term:
        return trigger.term not in YIELD_TO | FOR_A_PERSON
    return not tells_no_period(trigger)


@attrs.frozen(kw_only=True)
class Plan:
    """All rules about retention and erasure, whatever register they stand in.

    Attributes:
        rules, erasure: The rules.
        categories: The categories that they are about; none: all rules are about one nameless category.
        calendar: When financial years end.
        order: What is known of the order of events, beside what the vocabulary knows; ``consistency_of`` rests on it.

    Raises:
        InvalidValue: A rule names a category that the plan does not have.
    """

    rules: tuple[RetentionRule, ...] = attrs.field(default=(), converter=_rules)
    erasure: tuple[ErasureRule, ...] = attrs.field(default=(), converter=_promises)
    categories: tuple[Category, ...] = attrs.field(default=(), converter=_categories)
    calendar: FinancialCalendar = attrs.field(factory=FinancialCalendar)
    order: tuple[OrderAssumption, ...] = attrs.field(default=(), converter=_assumptions)

    def __attrs_post_init__(self) -> None:
        known = [category.name for category in self.categories]
        problems = [
            Problem(f"{path}.data", f"the unknown category “{name}”", "a category of the plan", nearest(name, known))
            for path, rule in self._all_rules()
            for name in rule.data or ()
            if name not in known
        ]
        if problems:
            raise InvalidValue("Plan", problems)

    def _all_rules(self) -> Iterator[tuple[str, RetentionRule | ErasureRule]]:
        yield from labelled(self.rules, "retention")
        yield from labelled(self.erasure, "erasure")

    @cached_property
    def named_rules(self) -> tuple[NamedRule, ...]:
        """The retention rules with their names: their ids, or their places where there is none of their own."""
        uses = Counter(rule.id for rule in self.rules)
        return tuple(
            NamedRule(name=rule.id if rule.id and uses[rule.id] == 1 else path, rule=rule)
            for path, rule in labelled(self.rules, "retention")
        )

    def category(self, name: str) -> Category | None:
        """The category called *name*; None if there is none."""
        return next((category for category in self.categories if category.name == name), None)

    def subjects_in_rules(self, category: Category | None = None) -> tuple[str, ...]:
        """The kinds of people that rules tell apart; the rules about one category, if it is given."""
        scopes = [
            rule.subjects
            for _, rule in self._all_rules()
            if category is None or not rule.data or category.name in rule.data
        ]
        return tuple(dict.fromkeys(name for subjects in scopes for name in _names(subjects)))

    def people(self, category: Category, told: Sequence[str] = ()) -> tuple[str | None, ...]:
        """The kinds of people that rules may tell apart: as *told*, else those of the category, else all they name, and None.

        None: people of a kind that no rule names.
        """
        named = self.subjects_in_rules(category)
        if not named:
            return (None,)
        return tuple(told) or category.subjects or (*named, None)

    def cells(self, category: Category, subject: str | None) -> tuple[Cell, ...]:
        """The cells of a category for people of one kind; *subject* None: of a kind that no rule names."""
        if (category, subject) not in self._cells:
            self._cells[category, subject] = self._made_cells(category, subject)
        return self._cells[category, subject]

    @cached_property
    def _cells(self) -> dict[tuple[Category, str | None], tuple[Cell, ...]]:
        return {}

    def _made_cells(self, category: Category, subject: str | None) -> tuple[Cell, ...]:
        rules = [rule for rule in self.named_rules if _covers(rule.rule, category.name, subject)]
        promises = [
            (rule.id or path, rule)
            for path, rule in labelled(self.erasure, "erasure")
            if _covers(rule, category.name, subject)
        ]
        named = [rule.rule.purposes for rule in rules] + [rule.purposes for _, rule in promises if not rule.denied]
        told = category.purposes or tuple(dict.fromkeys(one for purposes in named for one in purposes or ()))
        return tuple(_cell(purpose, rules, promises) for purpose in told or (None,))


def _covers(rule: RetentionRule | ErasureRule, category: str, subject: str | None) -> bool:
    return (not rule.data or category in rule.data) and (not rule.subjects or subject in _names(rule.subjects))


def _cell(purpose: str | None, rules: Sequence[NamedRule], promises: Sequence[tuple[str, ErasureRule]]) -> Cell:
    """Duties always unite; an own rule of strictly narrower scope replaces a wider own rule.

    So does a denial: "on request, but not the company contacts" promises these nothing.
    """
    here = [rule for rule in rules if not rule.rule.purposes or purpose in rule.rule.purposes]
    own = [rule for rule in here if not rule.is_duty]
    said = [(name, rule) for name, rule in promises if not rule.purposes or purpose in rule.purposes]
    denials = [rule for _, rule in said if rule.denied]
    return Cell(
        purpose=purpose,
        rules=tuple(here),
        promises=tuple((name, rule) for name, rule in said if not rule.denied and not _is_denied(rule, denials)),
        replaced=tuple((wide, by) for wide in own for by in own if by.narrower_than(wide)),
    )


def _is_denied(promise: ErasureRule, denials: Iterable[ErasureRule]) -> bool:
    """Whether a denial of the same trigger, without conditions, is about less than the promise."""
    return any(
        event_name(one.trigger) == event_name(promise.trigger)
        and not (one.only_if or one.unless)
        and _is_narrower(one, promise)
        for one in denials
    )


class HasPlan(Protocol):
    """Something from which a plan can be made, such as a register."""

    def plan(self) -> Plan:
        """Its plan."""


PlanOrSource = Plan | HasPlan


def plan_of(source: PlanOrSource) -> Plan:
    """The plan itself, or that of a register."""
    return source if isinstance(source, Plan) else source.plan()


def events_of(lasts: Iterable[AnyLast | None]) -> Iterator[str]:
    """The names of the events from which last days are counted."""
    return map(event_name, event_words(lasts))


def event_words(lasts: Iterable[AnyLast | None]) -> Iterator[Words]:
    """The events from which last days are counted."""
    for last in lasts:
        if last is None:
            continue
        if isinstance(last, Compared):
            yield from event_words([last.after, last.before])
            continue
        if last.start:
            yield last.start.event
        for version in last.versions or ():
            if version.start:
                yield version.start.event
        for several in (last.later, last.earlier, last.first_known):
            yield from event_words(several or ())
