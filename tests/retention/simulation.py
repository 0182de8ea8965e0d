"""Retention once more, slowly: what the calculator computes, asked of one single day and told by walking the calendar.

Written from the design alone. It shares no arithmetic with the library: months are counted by hand, spans are walked day
by day, and nothing here knows of a latest floor or an earliest ceiling. It only asks of a day whether a rule still runs.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

import attrs

from rekisteri.retention import (
    Category,
    ErasureRule,
    FinancialCalendar,
    Hold,
    Last,
    LawVersion,
    Limit,
    Period,
    Plan,
    RetentionRule,
    Round,
    Start,
)
from rekisteri.words import Words

ONE_DAY = timedelta(1)
OCCURRENCES = frozenset({"invoice", "recorded", "birth", "last-order", "report-received"})
OPEN, NEVER, ABSENT, UNKNOWN = "open", "never", "absent", "unknown"
NOT_YET = "not-yet"

FLOORS = (Limit.MINIMUM, Limit.EXACT, Limit.FOR)
CEILINGS = (Limit.MAXIMUM, Limit.EXACT, Limit.CLAIM)
REQUESTS = ("request", "objection-made", "marketing-forbidden", "consent-withdrawn")
DECIDABLE = ("law", "law-requires", "legal-claim", "open-invoices", "debt-collection", "dispute")
KNOWN_TO_THE_ACT = {"ilmoittajasl:29": ("legal-obligation", "legal-claim")}

Value = date | str
"""A day, or one word: of an event ``not-yet``, ``never`` or ``unknown``, of a last day one of the four above."""

Values = Mapping[str, Value]


# The calendar.


def added(day: date, period: Period) -> date:
    """The period after a day; a month without that day gives its last one, and the calendar ends in 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + period.years * 12 + period.months, 12)
    if year > 9999:
        return date.max
    begun = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    number = begun.toordinal() + 7 * period.weeks + period.days
    return date.fromordinal(number) if number <= date.max.toordinal() else date.max


@lru_cache(maxsize=200_000)
def end_of(span: Round, day: date, calendar: FinancialCalendar) -> date | None:
    """The last day of a month, a year, a financial year: days are walked until one is the last."""
    if span is Round.YEAR_OF_FINANCIAL_YEAR_END:
        end = end_of(Round.FINANCIAL_YEAR, day, calendar)
        return end_of(Round.YEAR, end, calendar) if end else None
    inside = any(year.start <= day <= year.end for year in calendar.irregular)
    if span is Round.FINANCIAL_YEAR and calendar.year_end is None and not inside:
        return None
    while not _is_last(span, day, calendar):
        day += ONE_DAY
    return day


def _is_last(span: Round, day: date, calendar: FinancialCalendar) -> bool:
    if day == date.max:
        return True
    tomorrow = day + ONE_DAY
    if span is Round.MONTH:
        return tomorrow.month != day.month
    if span is Round.YEAR:
        return tomorrow.year != day.year
    for year in calendar.irregular:
        if year.start <= day <= year.end:
            return day == year.end
    usual = calendar.year_end
    if usual is None or any(tomorrow == year.start for year in calendar.irregular):
        return True
    ends_february = (usual.month, usual.day) == (2, 29) and (tomorrow.month, tomorrow.day) == (3, 1)
    return ends_february or (day.month, day.day) == (usual.month, usual.day)


# Last days.


def name_of(event: Words) -> str:
    """The name of an event in these tests: its term, or its English wording."""
    return event.term or str(event.en)


def last(told: Last, events: Values, calendar: FinancialCalendar) -> Value:
    """The last day, or how there is none."""
    if told.fixed or told.forever:
        return told.fixed or OPEN
    if told.versions:
        return _of_versions(told.versions, events, calendar)
    several = told.later or told.earlier or told.first_known
    if several is None:
        return _counted(told.start, told.period, told.round, events, calendar)
    found = [last(one, events, calendar) for one in several]
    if told.first_known:
        return next((one for one in found if isinstance(one, date)), found[-1])
    return _compared(found, later=bool(told.later))


def _compared(found: Sequence[Value], *, later: bool) -> Value:
    left = [one for one in found if one not in (NEVER, ABSENT)]
    days = [one for one in left if isinstance(one, date)]
    if not left:
        return NEVER if NEVER in found else ABSENT
    if UNKNOWN in left:
        return UNKNOWN
    if later:
        return OPEN if OPEN in left else max(days)
    return min(days, default=OPEN)


def _counted(
    start: Start | None,
    period: Period | None,
    rounds: Sequence[Round] | None,
    events: Values,
    calendar: FinancialCalendar,
) -> Value:
    if start is None:
        return UNKNOWN
    value = events.get(name_of(start.event), UNKNOWN)
    if not isinstance(value, date):
        if value == UNKNOWN:
            return UNKNOWN
        if name_of(start.event) in OCCURRENCES:
            return ABSENT
        return OPEN if value == NOT_YET else NEVER
    day = _rounded(value, start.round, calendar)
    day = _rounded(added(day, period) if day and period else day, rounds, calendar)
    return day or UNKNOWN


def _rounded(day: date | None, rounds: Sequence[Round] | None, calendar: FinancialCalendar) -> date | None:
    for span in rounds or ():
        day = end_of(span, day, calendar) if day else None
    return day


def _of_versions(versions: Sequence[LawVersion], events: Values, calendar: FinancialCalendar) -> Value:
    found = []
    for one in versions:
        begun = _counted(one.start, None, None, events, calendar)
        if not isinstance(begun, date):
            found.append(begun)
        elif (one.since is None or one.since <= begun) and (one.until is None or begun <= one.until):
            return _counted(one.start, one.period, one.round, events, calendar)
    return next((word for word in (UNKNOWN, OPEN, NEVER) if word in found), ABSENT)


# What holds on one day, once everything is known.


@attrs.frozen(kw_only=True)
class Case:
    """A category of a plan, people of one kind, and what is known.

    Attributes:
        subject: The kind of people; None: none that a rule names.
        dropped: Rules and promises by place whose conditions are not met.
        outcomes: Last days that are assumed, by the place of their rule.
        limits: Limits that are assumed, likewise.
    """

    plan: Plan
    category: Category
    subject: str | None
    events: Values
    holds: Sequence[Hold] = ()
    dropped: frozenset[tuple[str, int]] = frozenset()
    outcomes: Mapping[int, Value] = attrs.field(factory=dict)
    limits: Mapping[int, Limit] = attrs.field(factory=dict)


@attrs.frozen(eq=False)
class _Rule:
    """A rule in one cell with what its period comes to."""

    rule: RetentionRule
    limit: Limit | None
    outcome: Value

    @property
    def is_duty(self) -> bool:
        return bool(self.rule.by_law or (self.rule.reason and self.rule.reason.provision))

    def keeps(self, day: date) -> bool:
        """Whether data must still exist on a day."""
        return self.limit in FLOORS and _runs(self.outcome, day)

    def is_over(self, day: date, slack: Period | None = None) -> bool:
        """Whether data should be gone on a day, had it no exceptions."""
        return self.limit in CEILINGS and _has_passed(self.outcome, day, slack)


@attrs.frozen(eq=False)
class _Cell:
    rules: Sequence[_Rule]
    promises: Sequence[tuple[ErasureRule, Value]]
    asked: bool

    def must_be_kept(self, day: date, *, for_its_purpose: bool = False) -> bool:
        """Whether some rule that has not yielded keeps; *for_its_purpose*: one that names purposes."""
        left = [one for one in self.rules if one.is_duty or not self.asked]
        return any(one.keeps(day) for one in left if one.rule.purposes or not for_its_purpose)

    def must_be_gone(self, day: date, *, late: bool) -> bool:
        """Whether some end has passed; *late*: and the time that erasing takes too."""
        own = any(
            one.is_over(day, one.rule.within if late else None) and not self._waits(one.rule.unless, day)
            for one in self.rules
        )
        return own or any(
            _has_passed(outcome, day, None) and not self._waits(promise.unless, day)
            for promise, outcome in self.promises
        )

    def _waits(self, unless: Sequence[Words] | None, day: date) -> bool:
        excepted = {name_of(words) for words in unless or ()}
        law = bool(excepted & {"law", "law-requires"})
        claim = "legal-claim" in excepted
        return any(
            (law and one.is_duty and one.keeps(day)) or (claim and one.limit is Limit.CLAIM and _runs(one.outcome, day))
            for one in self.rules
        )


def _runs(outcome: Value, day: date) -> bool:
    return outcome >= day if isinstance(outcome, date) else outcome != ABSENT


def _has_passed(outcome: Value, day: date, slack: Period | None) -> bool:
    return isinstance(outcome, date) and (added(outcome, slack) if slack else outcome) < day


def state(case: Case, day: date) -> str:
    """What holds on a day."""
    cells = list(_cells(case, day))
    keep = any(cell.must_be_kept(day) for cell in cells)
    gone = all(cell.must_be_gone(day, late=False) for cell in cells)
    late = all(cell.must_be_gone(day, late=True) for cell in cells)
    table = {
        (True, True): "conflict" if late else "must-keep",
        (True, False): "must-keep",
        (False, True): "must-erase",
        (False, False): "may-erase",
    }
    found = table[keep, gone]
    if any(cell.must_be_kept(day, for_its_purpose=True) and cell.must_be_gone(day, late=True) for cell in cells):
        found = "conflict"  # within one purpose, whatever the others allow
    return "held" if _is_held(case, cells, day, found) else found


def is_gone(case: Case, day: date) -> bool:
    """Whether data should be gone on a day for all purposes, whatever else holds."""
    return all(cell.must_be_gone(day, late=False) for cell in _cells(case, day))


def ended(case: Case, day: date) -> tuple[str, ...]:
    """The purposes for which data should be gone on a day."""
    purposes = [purpose or "" for purpose in _purposes(case)]
    cells = zip(purposes, _cells(case, day), strict=True)
    return tuple(purpose for purpose, cell in cells if purpose and cell.must_be_gone(day, late=False))


def has_no_end(case: Case, day: date) -> bool:
    """Whether for some purpose neither a rule nor a promise that nobody need ask for sets an end."""
    for cell in _cells(case, day):
        unasked = [promise for promise, _ in cell.promises if name_of(promise.trigger) not in REQUESTS]
        if not unasked and not any(one.limit in CEILINGS for one in cell.rules):
            return True
    return False


def must_exist(case: Case, day: date, *, as_of: date) -> bool:
    """Whether data must exist on a day, or are held then, with the requests that have come by *as_of*."""
    cells = list(_cells(case, as_of))
    return any(cell.must_be_kept(day) for cell in cells) or _is_held(case, cells, day, "must-erase")


def _covers(hold: Hold, day: date) -> bool:
    return hold.since <= day and (hold.until is None or day <= hold.until)


def _is_held(case: Case, cells: Iterable[_Cell], day: date, found: str) -> bool:
    """A hold masks; what a law says must be gone yields only to grounds that its act knows."""
    reasons = {hold.reason for hold in case.holds if _covers(hold, day) and hold.category in (None, case.category.name)}
    if found in ("must-keep", "may-erase"):
        return bool(reasons)
    for cell in cells:
        for one in cell.rules:
            if one.is_duty and one.limit in (Limit.MAXIMUM, Limit.EXACT) and one.is_over(day):
                provision = one.rule.reason.provision if one.rule.reason else None
                known = {
                    *KNOWN_TO_THE_ACT.get(str(provision), ()),
                    *(name_of(words) for words in one.rule.unless or ()),
                }
                reasons &= known
    return bool(reasons)


# Which rules meet.


def _cells(case: Case, day: date) -> Iterator[_Cell]:
    for purpose in _purposes(case):
        rules = [
            _Rule(rule, case.limits.get(place, rule.limit), _outcome(case, place, rule))
            for place, rule in enumerate(case.plan.rules)
            if _is_about(case, rule, purpose) and not _is_replaced(case, rule, purpose)
            if ("retention", place) not in case.dropped
        ]
        promises = [
            (promise, _promised(case, promise))
            for place, promise in enumerate(case.plan.erasure)
            if _is_about(case, promise, purpose) and not promise.denied and not _is_denied(case, promise, purpose)
            if ("erasure", place) not in case.dropped
        ]
        asked = [_value(case, promise) for promise, _ in promises if name_of(promise.trigger) in REQUESTS]
        yield _Cell(rules, promises, any(isinstance(value, date) and value <= day for value in asked))


def _purposes(case: Case) -> Sequence[str | None]:
    said: list[RetentionRule | ErasureRule] = [*case.plan.rules, *(one for one in case.plan.erasure if not one.denied)]
    named = [purpose for rule in said if _is_about(case, rule, None) for purpose in rule.purposes or ()]
    return case.category.purposes or list(dict.fromkeys(named)) or [None]


def _is_about(case: Case, rule: RetentionRule | ErasureRule, purpose: str | None) -> bool:
    """Whether a rule covers the category and the people, and the purpose if one is asked for."""
    data, people, purposes = _scope(rule)
    of_purpose = not purpose or not purposes or purpose in purposes
    return (not data or case.category.name in data) and (not people or case.subject in people) and of_purpose


def _scope(rule: RetentionRule | ErasureRule) -> tuple[set[str], set[str], set[str]]:
    """The categories, people and purposes of a rule; none of a kind: all."""
    return set(rule.data or ()), {name_of(words) for words in rule.subjects or ()}, set(rule.purposes or ())


def _is_denied(case: Case, promise: ErasureRule, purpose: str | None) -> bool:
    """Whether something that covers strictly less is said not to be erased for the same reason."""
    return any(
        one.denied
        and name_of(one.trigger) == name_of(promise.trigger)
        and _is_about(case, one, purpose)
        and _scope(one) != _scope(promise)
        and all(
            not large or (small and small <= large) for small, large in zip(_scope(one), _scope(promise), strict=True)
        )
        for one in case.plan.erasure
    )


def _is_replaced(case: Case, wide: RetentionRule, purpose: str | None) -> bool:
    """Whether another of the controller's own rules that holds in the same cell covers strictly less."""
    if _Rule(wide, None, OPEN).is_duty:
        return False
    for place, rule in enumerate(case.plan.rules):
        if ("retention", place) in case.dropped:
            continue
        if _is_about(case, rule, purpose) and not _Rule(rule, None, OPEN).is_duty:
            pairs = list(zip(_scope(rule), _scope(wide), strict=True))
            if all(not large or (small and small <= large) for small, large in pairs) and _scope(rule) != _scope(wide):
                return True
    return False


def _outcome(case: Case, place: int, rule: RetentionRule) -> Value:
    if place in case.outcomes:
        return case.outcomes[place]
    if rule.last:
        return last(rule.last, case.events, case.plan.calendar)
    if rule.start is None and rule.period is None:
        return ABSENT
    return _counted(rule.start, rule.period, rule.round, case.events, case.plan.calendar)


def _value(case: Case, promise: ErasureRule) -> Value:
    name = name_of(promise.trigger)
    return case.events.get(name, UNKNOWN if name == "consent-withdrawn" else NOT_YET)


def _promised(case: Case, promise: ErasureRule) -> Value:
    value = _value(case, promise)
    if not isinstance(value, date):
        return value
    return added(value, promise.deadline.period) if promise.deadline and promise.deadline.period else value


# What is not known.


def possible_states(case: Case, day: date, *, unknown: Sequence[str], window: Sequence[date]) -> set[str]:
    """The states on a day, whatever the unknown events, conditions, periods and people turn out to be.

    Args:
        case: The case; what is not said in it is tried.
        day: The day.
        unknown: The names of the unknown events.
        window: The days on which each of them may have been.
    """
    plan = case.plan
    said: list[RetentionRule | ErasureRule] = [*plan.rules, *plan.erasure]
    named = [name_of(words) for rule in said for words in rule.subjects or ()]
    told = case.category.subjects if named else ()
    subjects: Sequence[str | None] = told or (*dict.fromkeys(named), None)
    unclear = [
        *(("retention", place) for place, rule in enumerate(plan.rules) if _is_unclear(rule)),
        *(("erasure", place) for place, promise in enumerate(plan.erasure) if _is_unclear(promise)),
    ]
    vague = [place for place, rule in enumerate(plan.rules) if rule.start is None and rule.last is None]
    unlimited = [place for place, rule in enumerate(plan.rules) if rule.limit is None]
    values: list[Value] = [NOT_YET, NEVER, *window]
    ends: list[Value] = [ABSENT, OPEN, date.min, day - ONE_DAY, day]
    found: set[str] = set()
    for subject, met, days, outcomes, limits in product(
        subjects,
        product((True, False), repeat=len(unclear)),
        product(values, repeat=len(unknown)),
        product(ends, repeat=len(vague)),
        product((*FLOORS, Limit.MAXIMUM), repeat=len(unlimited)),  # BUG: nor is a claim period that runs on tried there
    ):
        one = attrs.evolve(
            case,
            subject=subject,
            events={**case.events, **dict(zip(unknown, days, strict=True))},
            dropped=frozenset(place for place, is_met in zip(unclear, met, strict=True) if not is_met),
            outcomes=dict(zip(vague, outcomes, strict=True)),
            limits=dict(zip(unlimited, limits, strict=True)),
        )
        found.add(state(one, day))
    return found


def _is_unclear(rule: RetentionRule | ErasureRule) -> bool:
    return bool(rule.only_if) or any(name_of(words) not in DECIDABLE for words in rule.unless or ())
