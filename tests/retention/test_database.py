"""Cut-offs: the same rows as the calculator finds one by one, in SQLite and in DuckDB."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rekisteri import (
    Deadline,
    ErasureRule,
    Last,
    Limit,
    MonthDay,
    Period,
    Provision,
    Reason,
    RetentionRule,
    Round,
    Start,
    Words,
    term,
)
from rekisteri.retention import (
    Category,
    Column,
    Cutoff,
    EventState,
    FinancialCalendar,
    FinancialYear,
    Hold,
    LawVersion,
    NoCutoff,
    Plan,
    Record,
    State,
    cutoff,
    cutoffs,
    due,
    statutory,
    to_sql,
)
from rekisteri.retention.formula import FALSE, TRUE, AnyOf, Dropped, EveryOf, NoDay, Within

TODAY = date(2026, 11, 22)
CALENDAR = FinancialCalendar(MonthDay(3, 31), [FinancialYear(start=date(2024, 4, 1), end=date(2025, 8, 31))])
EVENTS = ("relationship-end", "invoice", "recorded", "request")
ROW = Mapping[str, date | None]


def after(event: str, period: str, *rounds: Round, before: Sequence[Round] = ()) -> Last:
    """One event and one period."""
    start = Start(event=term(event), round=list(before) or None)
    return Last(start=start, period=Period.parse(period), round=rounds or None)


def rule(last: Last, limit: Limit, **more: Any) -> RetentionRule:
    """A rule of the controller's own, or of a law."""
    return RetentionRule(limit=limit, last=last, **more)


# Days are drawn around the places where something changes.

days = st.integers(-40, 40).flatmap(
    lambda near: st.sampled_from([2012, 2014, 2016, 2018, 2020, 2022, 2024, 2025, 2026]).map(
        lambda year: date(year, 12, 31) + timedelta(near)
    )
)
terms = st.builds(
    after,
    st.sampled_from(EVENTS[:3]),
    st.sampled_from(["P0D", "P1Y", "P2Y", "P6Y", "P18M", "P30D", "P1M"]),
    st.sampled_from([Round.MONTH, Round.YEAR, Round.FINANCIAL_YEAR]),
) | st.builds(
    lambda event, period, before: after(event, period, before=[before]),
    st.sampled_from(EVENTS[:3]),
    st.sampled_from(["P1Y", "P2Y", "P10Y"]),
    st.sampled_from(list(Round)),
)
versions = st.builds(
    lambda event, day: Last(
        versions=[
            LawVersion(until=day, start=Start(event=term(event)), period=Period(years=10)),
            LawVersion(since=day + timedelta(1), start=Start(event=term(event)), period=Period(years=2)),
        ]
    ),
    st.sampled_from(EVENTS[:3]),
    days,
)
gapped = st.builds(
    lambda event, day: Last(
        versions=[
            LawVersion(since=day, until=day + timedelta(900), start=Start(event=term(event)), period=Period(years=1))
        ]
    ),
    st.sampled_from(EVENTS[:3]),
    days,
)
lasts = st.recursive(
    terms | st.builds(Last, fixed=days) | st.just(Last(forever=True)),
    lambda inner: (
        st.builds(Last, later=st.lists(inner, min_size=1, max_size=3))
        | st.builds(Last, earlier=st.lists(inner, min_size=1, max_size=3))
    ),
    max_leaves=3,
)
first_known = st.lists(terms, min_size=2, max_size=3).map(lambda several: Last(first_known=several))
reasons = st.sampled_from([None, Reason(provision=Provision.parse("kpl:2/10")), Reason(decision=Words(fi="oma"))])
rules = st.builds(
    rule,
    lasts | versions | gapped | first_known,
    st.sampled_from(list(Limit)),
    reason=reasons,
    purposes=st.sampled_from([None, ["p"], ["q"], ["p", "q"]]),
    unless=st.sampled_from([None, None, [term("law")], [term("legal-claim"), term("open-invoices")]]),
)
promises = st.builds(
    ErasureRule,
    trigger=st.sampled_from([term("request"), term("relationship-end")]),
    deadline=st.sampled_from([None, Deadline(), Deadline(Period(months=1))]),
    unless=st.sampled_from([None, [term("law")], [term("law"), term("legal-claim")]]),
)
plans = st.builds(
    lambda rules, promises, purposes: Plan(
        rules=rules,
        erasure=promises,
        categories=[Category(name="data", purposes=purposes)],
        calendar=CALENDAR,
    ),
    st.lists(rules, min_size=1, max_size=3),
    st.lists(promises, max_size=1),
    st.sampled_from([(), ("p",), ("p", "q")]),
)
rows = st.fixed_dictionaries({event: st.none() | days for event in EVENTS})
columns = st.fixed_dictionaries(
    {event: st.sampled_from(list(EventState)) for event in EVENTS[:3]} | {"request": st.just(EventState.NOT_YET)}
).map(lambda nulls: {event: Column(name=f"{event} day", null=null) for event, null in nulls.items()})


def chosen(database: Any, sql: str, parameters: Sequence[object]) -> set[int]:
    """The numbers of the rows for which a condition is true."""
    return {number for (number,) in database.execute(f"SELECT number FROM records WHERE {sql}", parameters).fetchall()}  # noqa: S608


def sqlite_of(rows: Sequence[ROW], columns: Mapping[str, Column], holds: Sequence[str | None]) -> sqlite3.Connection:
    """The rows in SQLite, which holds days as text."""
    database = sqlite3.connect(":memory:")
    names = ", ".join(f'"{columns[event].name}" TEXT' for event in EVENTS)
    database.execute(f"CREATE TABLE records (number INTEGER, hold TEXT, {names})")
    for number, (row, hold) in enumerate(zip(rows, holds, strict=True)):
        values = [str(row[event]) if row[event] else None for event in EVENTS]
        database.execute(f"INSERT INTO records VALUES (?, ?{', ?' * len(EVENTS)})", [number, hold, *values])  # noqa: S608
    return database


def duckdb_of(
    rows: Sequence[ROW], columns: Mapping[str, Column], holds: Sequence[str | None]
) -> duckdb.DuckDBPyConnection:
    """The rows in DuckDB."""
    database = duckdb.connect(":memory:")
    names = ", ".join(f'"{columns[event].name}" DATE' for event in EVENTS)
    database.execute(f"CREATE TABLE records (number INTEGER, hold VARCHAR, {names})")
    for number, (row, hold) in enumerate(zip(rows, holds, strict=True)):
        database.execute(
            f"INSERT INTO records VALUES (?, ?{', ?' * len(EVENTS)})",  # noqa: S608
            [number, hold, *(row[event] for event in EVENTS)],
        )
    return database


def answers(
    plan: Plan, rows: Sequence[ROW], columns: Mapping[str, Column], holds: Sequence[str | None], on: date
) -> list[State]:
    """The states that the calculator finds, row by row."""
    records = [
        Record(id=str(number), category="data", events={event: row[event] or columns[event].null for event in EVENTS})
        for number, row in enumerate(rows)
    ]
    holding = [Hold(reason=hold, since=on, record=str(number)) for number, hold in enumerate(holds) if hold]
    return [answer.state for answer in due(plan, {}, records, holding, on=on)]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    plans,
    st.lists(st.tuples(rows, st.sampled_from([None, None, None, "dispute", "legal-claim"])), min_size=4, max_size=8),
    columns,
    days,
)
def test_databases_choose_the_rows_that_the_calculator_finds(
    plan: Plan, drawn: list[tuple[ROW, str | None]], columns: dict[str, Column], on: date
) -> None:
    """Due, and not yet free: rows with days unknown, not come and never coming, rounded, compared, by versions of the law,
    held or not.
    """
    try:
        (found,) = cutoffs(plan, on)
    except NoCutoff:
        return
    rows, holds = [row for row, _ in drawn], [hold for _, hold in drawn]
    free = answers(plan, rows, columns, [None] * len(rows), on)
    held = answers(plan, rows, columns, holds, on)
    erase, kept = found.to_sql(columns, hold="hold"), to_sql(found.free, columns)

    for database, held_as in (
        (sqlite_of(rows, columns, holds), "iso"),
        (duckdb_of(rows, columns, holds), "parameters"),
    ):
        with closing(database):
            due_rows = chosen(database, erase.text, getattr(erase, held_as))
            keep_rows = chosen(database, f"{kept.text} IS NOT TRUE", getattr(kept, held_as))

        assert due_rows == {number for number, state in enumerate(held) if state is State.MUST_ERASE}
        assert keep_rows >= {number for number, state in enumerate(free) if state in (State.MUST_KEEP, State.CONFLICT)}
        assert keep_rows.isdisjoint({n for n, state in enumerate(free) if state in (State.MAY_ERASE, State.MUST_ERASE)})


MAXIMUM = RetentionRule.maximum("P2Y", after="last-order")


@pytest.mark.parametrize(
    ("made", "on", "expected"),
    [
        (MAXIMUM, date(2026, 11, 22), date(2024, 11, 21)),
        (RetentionRule.exact("P1M", after="relationship-end"), date(2026, 2, 28), date(2026, 1, 27)),
        (RetentionRule.exact("P1M", after="relationship-end"), date(2026, 3, 1), date(2026, 1, 31)),
        (RetentionRule.exact("P1M", after="relationship-end"), date(2026, 3, 29), date(2026, 2, 28)),
        (RetentionRule.minimum("P0D", after="relationship-end"), date(2026, 1, 1), date(2025, 12, 31)),
        (statutory("kpl-vouchers", on=TODAY), date(2030, 12, 31), date(2023, 12, 31)),
        (statutory("kpl-vouchers", on=TODAY), date(2031, 1, 1), date(2024, 12, 31)),
        (
            rule(after("invoice", "P6Y", before=[Round.FINANCIAL_YEAR]), Limit.MINIMUM),
            date(2031, 9, 1),
            date(2025, 8, 31),
        ),
        (
            rule(after("invoice", "P6Y", before=[Round.FINANCIAL_YEAR]), Limit.MINIMUM),
            date(2031, 8, 31),
            date(2024, 3, 31),
        ),
        (RetentionRule.maximum("P99999Y", after="last-order"), TODAY, None),
    ],
)
def test_a_cut_off_is_one_day(made: RetentionRule, on: date, expected: date | None) -> None:
    """The latest day of the event that is over; an event on the next day is not."""
    assert cutoff(made, on, CALENDAR) == expected


REFUSED: dict[str, tuple[RetentionRule, str]] = {
    "hours": (RetentionRule.maximum("PT72H", after="recorded"), "it counts hours"),
    "no start": (
        RetentionRule(limit=Limit.MAXIMUM, period=Period(years=1)),
        "its limit, its period or its start is not stated",
    ),
    "no limit": (
        RetentionRule(period=Period(years=1), start=Start(event=term("invoice"))),
        "its limit, its period or its start is not stated",
    ),
    "no financial year": (
        rule(after("invoice", "P6Y", before=[Round.FINANCIAL_YEAR]), Limit.MINIMUM),
        "it depends on financial years, and when they end is not stated",
    ),
    "conditions": (
        RetentionRule.maximum("P1Y", after="invoice", only_if=[term("credit-application")]),
        "whether its conditions are met only a person can judge",
    ),
    "two events compared": (
        statutory("tyoaikal-records", on=TODAY),
        "it depends on which of two events came first",
    ),
    "first known of several": (
        rule(Last(first_known=[Last(later=[after("invoice", "P1Y")]), after("recorded", "P1Y")]), Limit.EXACT),
        "it takes the first known of days that are themselves compared",
    ),
    "versions of several events": (
        rule(
            Last(
                versions=[
                    LawVersion(until=TODAY, start=Start(event=term("invoice")), period=Period(years=1)),
                    LawVersion(since=TODAY, start=Start(event=term("recorded")), period=Period(years=1)),
                ]
            ),
            Limit.MINIMUM,
        ),
        "its versions count from different events",
    ),
    "a version without a start": (
        rule(Last(versions=[LawVersion(period=Period(years=1))]), Limit.MINIMUM),
        "it does not say from when it runs",
    ),
    "versions that overlap": (
        rule(
            Last(
                versions=[
                    LawVersion(until=TODAY, start=Start(event=term("invoice")), period=Period(years=1)),
                    LawVersion(since=TODAY, start=Start(event=term("invoice")), period=Period(years=2)),
                ]
            ),
            Limit.MINIMUM,
        ),
        "two of its versions hold for the same start",
    ),
    "versions among others": (
        rule(
            Last(later=[Last(versions=[LawVersion(start=Start(event=term("invoice")), period=Period(years=1))])]),
            Limit.MINIMUM,
        ),
        "it compares versions of a law with other days",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_rules_without_a_cut_off_are_refused_by_name(name: str) -> None:
    """All of them at once, each with the reason."""
    made, why = REFUSED[name]

    with pytest.raises(NoCutoff) as error:
        cutoffs(Plan(rules=[MAXIMUM, made, made]), TODAY)
    assert [(problem.path, problem.found) for problem in error.value.problems] == [
        (f"retention[{index}]", f"a rule without a cut-off: {why}") for index in (1, 2)
    ]
    with pytest.raises(NoCutoff):
        cutoff(made, TODAY)


def test_several_events_have_no_single_day() -> None:
    """They have cut-offs, but not one."""
    both = rule(Last(later=[after("invoice", "P1Y"), after("recorded", "P1Y")]), Limit.MAXIMUM)

    with pytest.raises(NoCutoff, match="found a rule of several events or days, expected one event and one period"):
        cutoff(both, TODAY)
    assert cutoffs(Plan(rules=[both]), TODAY)[0].events == ("invoice", "recorded")


def test_a_promise_that_only_a_person_can_judge_is_refused() -> None:
    """So is a rule of that kind."""
    promise = ErasureRule(trigger=term("request"), unless=[Words(fi="paitsi jos")])

    with pytest.raises(NoCutoff, match=r"erasure\[0\]: found a rule without a cut-off: whether its conditions"):
        cutoffs(Plan(erasure=[promise]), TODAY)
    assert cutoffs(Plan(erasure=[ErasureRule(trigger=term("request"), denied=True, unless=[Words(fi="x")])]), TODAY)


def test_each_kind_of_people_has_its_cut_off() -> None:
    """Rules that tell people apart make one for each kind, and one for all others."""
    plan = Plan(
        rules=[
            RetentionRule.maximum("P1Y", after="last-order", subjects=[term("customers")]),
            RetentionRule.maximum("P5Y", after="last-order"),
        ],
        categories=[Category(name="data")],
    )
    found = {one.subject: one.erase for one in cutoffs(plan, TODAY)}

    assert found == {
        "customers": Within("last-order", None, date(2025, 11, 21)),
        None: Within("last-order", None, date(2021, 11, 21)),
    }


def test_a_hold_masks_a_statutory_maximum_only_for_its_reasons() -> None:
    """The act on whistle-blowing lets reports be kept for a claim, not for an open invoice."""
    (found,) = cutoffs(Plan(rules=[statutory("ilmoittajasl-reports", on=TODAY)]), TODAY)
    condition = found.to_sql({"report-received": Column(name="received")}, hold="hold")
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE records (number INTEGER, received TEXT, hold TEXT)")
    database.executemany(
        "INSERT INTO records VALUES (?, ?, ?)",
        [
            (0, "2021-11-21", None),
            (1, "2021-11-21", "legal-claim"),
            (2, "2021-11-21", "open-invoices"),
            (3, "2021-11-22", "open-invoices"),
        ],
    )

    with closing(database):
        assert chosen(database, condition.text, condition.iso) == {0, 2}


def test_instants_count_until_their_day_is_over() -> None:
    """Ten o'clock of the last due day is due; midnight of the next day is not."""
    (found,) = cutoffs(Plan(rules=[MAXIMUM]), TODAY)
    condition = found.to_sql({"last-order": Column(name="ordered", timestamp=True)})
    database = duckdb.connect(":memory:")
    database.execute("CREATE TABLE records (number INTEGER, ordered TIMESTAMP)")
    instants = ["2024-11-21 10:00", "2024-11-21 23:59", "2024-11-22 00:00"]
    for number, instant in enumerate(map(datetime.fromisoformat, instants)):
        database.execute("INSERT INTO records VALUES (?, ?)", [number, instant])

    assert chosen(database, condition.text, condition.parameters) == {0, 1}


@pytest.mark.parametrize(
    ("formula", "column", "text", "parameters"),
    [
        (TRUE, None, "TRUE", ()),
        (FALSE, None, "FALSE", ()),
        (Within("e", None, TODAY), None, '("e" <= ?)', (TODAY,)),
        (Within("e", TODAY, None), None, '("e" >= ?)', (TODAY,)),
        (Within("e", None, None), None, '("e" IS NOT NULL)', ()),
        (Within("e", TODAY, TODAY), Column(name='a"b'), '("a""b" >= ? AND "a""b" <= ?)', (TODAY, TODAY)),
        (
            Within("e", None, TODAY),
            Column(name="e", null=EventState.NEVER),
            '("e" <= ?)',
            (TODAY,),
        ),
        (Within("e", None, date.max), Column(name="e", timestamp=True), '("e" <= ?)', (date.max,)),
        (NoDay("e"), None, '("e" IS NULL)', ()),
        (Dropped("e", not_yet=True), None, "FALSE", ()),
        (Dropped("e", not_yet=True), Column(name="e", null=EventState.NOT_YET), '("e" IS NULL)', ()),
        (Dropped("e", not_yet=False), Column(name="e", null=EventState.NOT_YET), "FALSE", ()),
        (Dropped("e", not_yet=False), Column(name="e", null=EventState.NEVER), '("e" IS NULL)', ()),
        (
            AnyOf((EveryOf((Within("e", None, TODAY), NoDay("f"))), Within("f", None, TODAY))),
            None,
            '((("e" <= ?) AND ("f" IS NULL)) OR ("f" <= ?))',
            (TODAY, TODAY),
        ),
    ],
)
def test_a_formula_in_sql(formula: Any, column: Column | None, text: str, parameters: tuple[object, ...]) -> None:
    """Comparisons only, with days as parameters; names are quoted."""
    made = to_sql(formula, {"e": column} if column else None)

    assert (made.text, made.parameters) == (text, parameters)
    assert made.iso == tuple(map(str, parameters))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"SELECT {made.text} FROM (SELECT 1 AS e, 1 AS f, 1 AS 'a\"b')", made.iso)  # noqa: S608


def test_a_cut_off_tells_its_category() -> None:
    """A plan without categories has one for all data."""
    (found,) = cutoffs(Plan(rules=[MAXIMUM]), TODAY)

    assert isinstance(found, Cutoff)
    assert (found.category, found.subject) == ("", None)
    assert found.free == TRUE
