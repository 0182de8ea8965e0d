"""Cut-offs: which rows are due, as comparisons that a database can answer, and an index can serve.

A last day never falls when its event's day rises, so "the last day lies before today" is exactly "the event's day is at most the
cut-off". No date arithmetic is sent to a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import attrs

from rekisteri.errors import Problem, SeveralProblems
from rekisteri.part import labelled
from rekisteri.retention.events import EventState, event_name
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.formula import (
    FALSE,
    AnyOf,
    Dropped,
    EveryOf,
    Formula,
    NoDay,
    Within,
    any_of,
    every_of,
    leaves,
)
from rekisteri.retention.inverse import NoFormula, absent, passed
from rekisteri.retention.last import Compared
from rekisteri.retention.plan import YIELD_TO, Category, Cell, NamedRule, Plan, PlanOrSource, plan_of
from rekisteri.retention.rule import ErasureRule, Last, RetentionRule
from rekisteri.retention.verdict import covering, is_statutory_maximum, known_reasons, last_of, undecidable
from rekisteri.words import Words

__all__ = ["Column", "Cutoff", "NoCutoff", "Sql", "cutoff", "cutoffs", "to_sql"]

REASONS = {
    "hours": "it counts hours",
    "no-start": "it does not say from when it runs",
    "no-year-end": "it depends on financial years, and when they end is not stated",
    "first-known": "it takes the first known of days that are themselves compared",
    "overlap": "two of its versions hold for the same start",
    "several-events": "its versions count from different events",
    "versions-within": "it compares versions of a law with other days",
    "incomplete": "its limit, its period or its start is not stated",
    "conditions": "whether its conditions are met only a person can judge",
    "compares-events": "it depends on which of two events came first",
}


class NoCutoff(SeveralProblems):
    """Rules that no comparison of single events tells; each problem names the rule and says why."""


@attrs.frozen(kw_only=True)
class Column:
    """A column of a database that holds the day of an event.

    Attributes:
        name: Its name.
        null: What it means that no day is there: ``unknown`` (the row is never due by it), ``not-yet`` or ``never``.
        timestamp: Whether it holds instants, in the time zone in which days are meant.
    """

    name: str
    null: EventState = EventState.UNKNOWN
    timestamp: bool = False


@attrs.frozen
class Sql:
    """A condition in SQL with ``?`` for its parameters.

    Attributes:
        text: The condition, in parentheses.
        parameters: Days, in the order of the question marks; iso: the same as text, as SQLite holds days.
    """

    text: str
    parameters: tuple[date | str, ...]

    @property
    def iso(self) -> tuple[str, ...]:
        """The parameters as text: ``2026-11-22``."""
        return tuple(map(str, self.parameters))


@attrs.frozen(kw_only=True)
class Cutoff:
    """Which rows of a category are due on a day.

    Attributes:
        category: The category by id, or its place; empty if the plan has none.
        subject: Of which kind the people are; None: any, or a kind that no rule names.
        erase: That a row must be erased, if no hold covers it.
        free: That no period through which it must exist still runs; a row must be kept while this is *not true*, which is more
            than its being false: an unknown day keeps a row.
        maxima: Statutory maxima that have passed, each with the reasons for which its act lets a hold mask it.
        events: The names of the events that are compared.
    """

    category: str
    subject: str | None
    erase: Formula
    free: Formula
    maxima: tuple[tuple[Formula, tuple[str, ...]], ...]
    events: tuple[str, ...]

    def to_sql(self, columns: Mapping[str, Column] | None = None, *, hold: str | None = None) -> Sql:
        """The rows that must be erased.

        Args:
            columns: The column of each event; by default one of the event's name, where NULL is unknown.
            hold: The column with the reason of a hold that covers the day, NULL where there is none. Rows that are held are left
                out, save where a statutory maximum has passed whose act does not know the reason.
        """
        condition = to_sql(self.erase, columns)
        if hold is None:
            return condition
        quoted = _quoted(hold)
        ways, parameters = [f"{quoted} IS NULL"], list(condition.parameters)
        for formula, reasons in self.maxima:
            gone = to_sql(formula, columns)
            marks = ", ".join("?" for _ in reasons)
            ways.append(f"({gone.text} AND {quoted} NOT IN ({marks}))" if reasons else gone.text)
            parameters += [*gone.parameters, *reasons]
        return Sql(f"({condition.text} AND ({' OR '.join(ways)}))", tuple(parameters))


def cutoff(rule: RetentionRule, on: date, calendar: FinancialCalendar | None = None) -> date | None:
    """The latest day of its event for which the last day of a rule lies before *on*; None if there is no such day.

    Args:
        rule: A rule of one event and one period.
        on: The day.
        calendar: When financial years end, for rules that ask for it.

    Raises:
        NoCutoff: No single day tells it.
    """
    named = NamedRule(name=rule.id or "rule", rule=rule)
    builder = _Builder(Plan(calendar=calendar or FinancialCalendar()), on)
    if why := builder.refusal(named):
        raise NoCutoff("cutoff", [_problem(named.name, why)])
    gone = builder.passed(named)
    if gone == FALSE:
        return None
    if isinstance(gone, Within) and gone.first is None:
        return gone.last
    raise NoCutoff("cutoff", [Problem(named.name, "a rule of several events or days", "one event and one period")])


def cutoffs(source: PlanOrSource, on: date) -> tuple[Cutoff, ...]:
    """Which rows are due on a day, for each category, and for each kind of people that rules tell apart.

    Raises:
        NoCutoff: Rules that no comparison of single events tells, all of them.
    """
    plan = plan_of(source)
    builder = _Builder(plan, on)
    refused = [_problem(rule.name, why) for rule in plan.named_rules if (why := builder.refusal(rule))]
    refused += [
        _problem(rule.id or path, "conditions")
        for path, rule in labelled(plan.erasure, "erasure")
        if not rule.denied and undecidable(rule)
    ]
    if refused:
        raise NoCutoff("cutoffs", refused)
    return tuple(
        builder.cutoff(category, subject)
        for category in plan.categories or (Category(name=""),)
        for subject in (*plan.subjects_in_rules(), None)
    )


def _problem(name: str, why: str) -> Problem:
    return Problem(name, f"a rule without a cut-off: {REASONS[why]}", "a rule that comparisons of single events tell")


@attrs.frozen
class _Builder:
    """Formulas for the rules of a plan on a day."""

    plan: Plan
    on: date

    def refusal(self, rule: NamedRule) -> str | None:
        """Why a rule has no cut-off, as a name for the reason; None if it has one."""
        if not rule.is_complete:
            return "incomplete"
        if undecidable(rule.rule):
            return "conditions"
        try:
            self.passed(rule)
            self.asks_nothing(rule)
        except NoFormula as error:
            return str(error)
        return None

    def passed(self, rule: NamedRule) -> Formula:
        """That its last day lies before the day."""
        return passed(_simple(rule), self.on, self.plan.calendar)

    def asks_nothing(self, rule: NamedRule) -> Formula:
        """That data need not exist for it any more: its last day has passed, or it does not apply."""
        gone = self.passed(rule)
        return any_of([absent(_simple(rule), self.plan.calendar), gone])

    def cutoff(self, category: Category, subject: str | None) -> Cutoff:
        """The cut-off of one category, for people of one kind."""
        cells = self.plan.cells(category, subject)
        free = every_of(self._kept_no_more(cell, rule) for cell in cells for rule in cell.standing() if rule.is_floor)
        erase = every_of([free, *(any_of(self._ends(cell)) for cell in cells)])
        maxima = {rule.name: rule for cell in cells for rule in cell.standing() if is_statutory_maximum(rule)}
        return Cutoff(
            category=category.name,
            subject=subject,
            erase=erase,
            free=free,
            maxima=tuple((self.passed(rule), known_reasons(rule)) for rule in maxima.values()),
            events=tuple(dict.fromkeys(leaf.event for leaf in leaves(every_of([erase, free])))),
        )

    def _kept_no_more(self, cell: Cell, rule: NamedRule) -> Formula:
        """The controller's own periods yield to a request where the register promises so."""
        asked = [self._has_come(one) for _, one in cell.promises if event_name(one.trigger) in YIELD_TO]
        return any_of([self.asks_nothing(rule), *([] if rule.is_duty else asked)])

    def _has_come(self, promise: ErasureRule) -> Formula:
        return Within(event_name(promise.trigger), None, self.on)

    def _ends(self, cell: Cell) -> Iterator[Formula]:
        """Each end of a cell: that it has passed, and what it waits for as well."""
        for rule in cell.standing():
            if rule.is_ceiling:
                yield every_of([self.passed(rule), *self._waits(cell, rule.rule.unless)])
        for _, promise in cell.promises:
            gone = passed(last_of(promise), self.on, self.plan.calendar)
            yield every_of([gone, *self._waits(cell, promise.unless)])

    def _waits(self, cell: Cell, unless: Sequence[Words] | None) -> list[Formula]:
        return [self.asks_nothing(rule) for rule in covering(cell.standing(), unless)]


def _simple(rule: NamedRule) -> Last:
    """Its last day, unless it compares two events."""
    if rule.last is None or isinstance(rule.last, Compared):
        raise NoFormula("compares-events")
    return rule.last


def to_sql(formula: Formula, columns: Mapping[str, Column] | None = None) -> Sql:
    """A formula as a condition in SQL: true for exactly the rows for which it is true.

    For the others it is false or NULL, so ask ``IS NOT TRUE`` for them, never ``NOT``.

    Args:
        formula: The formula.
        columns: The column of each event; by default one of the event's name, where NULL is unknown.
    """
    match formula:
        case EveryOf(parts) | AnyOf(parts):
            found = [to_sql(part, columns) for part in parts]
            word, nothing = (" AND ", "TRUE") if isinstance(formula, EveryOf) else (" OR ", "FALSE")
            text = f"({word.join(one.text for one in found)})" if found else nothing
            return Sql(text, tuple(parameter for one in found for parameter in one.parameters))
        case _:
            return _leaf(formula, (columns or {}).get(formula.event, Column(name=formula.event)))


def _leaf(leaf: Within | Dropped | NoDay, column: Column) -> Sql:
    name = _quoted(column.name)
    if isinstance(leaf, NoDay):
        return Sql(f"({name} IS NULL)", ())
    if isinstance(leaf, Dropped):
        counts = column.null is EventState.NEVER or (leaf.not_yet and column.null is EventState.NOT_YET)
        return Sql(f"({name} IS NULL)" if counts else "FALSE", ())
    tests: list[tuple[str, date]] = [(f"{name} >= ?", leaf.first)] if leaf.first else []
    if leaf.last is not None and column.timestamp and leaf.last < date.max:
        tests.append((f"{name} < ?", leaf.last + timedelta(1)))
    elif leaf.last is not None:
        tests.append((f"{name} <= ?", leaf.last))
    if not tests:
        return Sql(f"({name} IS NOT NULL)", ())
    return Sql(f"({' AND '.join(text for text, _ in tests)})", tuple(day for _, day in tests))


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
