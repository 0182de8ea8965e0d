"""Rows due by cut-offs against hand-written date arithmetic: ``python tests/benchmarks/cutoffs.py``. Prints ratios, never fails.

Both count the same rows of the same table, in turn; the ratio is the median of those of all pairs.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import duckdb

from rekisteri import RetentionRule, term
from rekisteri.retention import Column, EventState, Limit, Period, Plan, Round, Start, cutoffs

ON = date(2026, 11, 22)
COLUMNS = {"last-order": Column(name="day", null=EventState.NOT_YET)}
TWO_YEARS = RetentionRule.maximum("P2Y", after="last-order")
SIX_FROM_YEAR_END = RetentionRule(
    limit=Limit.MAXIMUM,
    period=Period(years=6),
    start=Start(event=term("last-order"), round=[Round.YEAR]),
)
FIRST = date(2010, 1, 1)
SPAN = 6200
"""From how many days the events are drawn."""

PAIRS = 9
Count = Callable[[], int]


def main() -> None:
    """Every row of the table."""
    sys.stdout.write(
        "| rule | rows | database | cut-off | per-row SQL | ratio | goal |\n|---|---|---|---|---|---|---|\n"
    )
    by_row = {
        "P2Y": (TWO_YEARS, "day + INTERVAL 2 YEAR < ?", "date(day, '+2 years') < ?"),
        "P6Y from the end of the year": (
            SIX_FROM_YEAR_END,
            "make_date(year(day) + 6, 12, 31) < ?",
            "date(day, 'start of year', '+7 years', '-1 day') < ?",
        ),
    }
    for name, (rule, for_duckdb, for_sqlite) in by_row.items():
        condition = cutoffs(Plan(rules=[rule]), ON)[0].to_sql(COLUMNS)
        database = duckdb_with(10_000_000)
        report(
            f"{name} | 10 million | DuckDB",
            counting(database, condition.text, condition.parameters),
            counting(database, for_duckdb, [ON]),
            0.5,
        )
        small = sqlite_with(2_000_000)
        report(
            f"{name} | 2 million | SQLite",
            counting(small, condition.text, condition.iso),
            counting(small, for_sqlite, [str(ON)]),
            0.25,
        )


def duckdb_with(rows: int) -> duckdb.DuckDBPyConnection:
    """Days spread evenly, every fiftieth missing."""
    database = duckdb.connect(":memory:")
    database.execute(
        f"CREATE TABLE records AS SELECT CASE WHEN range % 50 = 0 THEN NULL "  # noqa: S608
        f"ELSE DATE '{FIRST}' + CAST(range * 7919 % {SPAN} AS INTEGER) END AS day FROM range({rows})"
    )
    return database


def sqlite_with(rows: int) -> sqlite3.Connection:
    """The same, as text."""
    days = [str(FIRST + timedelta(number)) for number in range(SPAN)]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE records (day TEXT)")
    database.executemany(
        "INSERT INTO records VALUES (?)",
        ([None if number % 50 == 0 else days[number * 7919 % SPAN]] for number in range(rows)),
    )
    return database


def counting(database: duckdb.DuckDBPyConnection | sqlite3.Connection, condition: str, parameters: object) -> Count:
    """How many rows meet a condition."""

    def count() -> int:
        found = database.execute(f"SELECT count(*) FROM records WHERE {condition}", parameters).fetchone()  # type: ignore[arg-type]  # noqa: S608
        return int(found[0]) if found else 0

    return count


def report(what: str, ours: Count, theirs: Count, goal: float) -> None:
    """One line: medians, their ratio, the goal."""
    if ours() != theirs():
        sys.stdout.write(f"| {what} | different rows: {ours()} and {theirs()} |\n")
        return
    pairs = [(timed(ours), timed(theirs)) for _ in range(PAIRS)]
    ratios = sorted(mine / other for mine, other in pairs)
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(ratios)
    met = "met" if ratio <= goal else "missed"
    sys.stdout.write(f"| {what} | {mine * 1e3:.0f} ms | {other * 1e3:.0f} ms | {ratio:.2f}x | <= {goal}x {met} |\n")
    sys.stdout.flush()


def timed(run: Count) -> float:
    """Seconds."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
