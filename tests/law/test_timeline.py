from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.law.timeline import at, in_force

DAYS = st.dates(date(1900, 1, 2), date(2100, 12, 30))
ONE_DAY = timedelta(days=1)


@attrs.frozen
class Entry:
    """A dated row of a table."""

    valid_from: date | None = None
    valid_until: date | None = None


@given(DAYS)
def test_the_first_day_counts(day: date) -> None:
    """An entry holds on its first day and not on the day before."""
    entry = Entry(valid_from=day)

    assert in_force(entry, day)
    assert not in_force(entry, day - ONE_DAY)


@given(DAYS)
def test_the_last_day_counts(day: date) -> None:
    """An entry holds on its last day and not on the day after."""
    entry = Entry(valid_until=day)

    assert in_force(entry, day)
    assert not in_force(entry, day + ONE_DAY)


@given(DAYS)
def test_an_entry_may_hold_for_one_day(day: date) -> None:
    """An entry whose first day is its last holds on that day alone."""
    entry = Entry(day, day)

    expected = [day]

    assert expected == [near for near in (day - ONE_DAY, day, day + ONE_DAY) if in_force(entry, near)]


@given(DAYS)
def test_an_entry_without_days_always_holds(day: date) -> None:
    """Where the table knows neither beginning nor end, none is assumed."""
    assert in_force(Entry(), day)


@given(DAYS, DAYS, DAYS)
def test_an_entry_holds_between_its_days_and_nowhere_else(first: date, last: date, day: date) -> None:
    """Both ends are included, and nothing outside them."""
    expected = first <= day <= last

    assert expected == in_force(Entry(first, last), day)


def test_at_keeps_the_order_of_the_table() -> None:
    """The entries that hold on a day come in the order in which they stand."""
    open_ended, ended, future = Entry(), Entry(valid_until=date(2018, 12, 31)), Entry(valid_from=date(2019, 1, 1))

    expected = (future, open_ended)

    assert expected == at([future, ended, open_ended], date(2019, 1, 1))


def test_at_gives_nothing_where_nothing_holds() -> None:
    """A day on which no entry holds gives none, and so does an empty table."""
    day = date(2019, 1, 1)

    assert not at([Entry(valid_until=date(2018, 12, 31))], day)
    assert not at([], day)


@given(st.lists(st.builds(Entry, st.none() | DAYS, st.none() | DAYS)), DAYS)
def test_at_asks_each_entry(entries: list[Entry], day: date) -> None:
    """``at`` gives exactly those entries that are in force."""
    actual = at(iter(entries), day)

    assert tuple(entry for entry in entries if in_force(entry, day)) == actual
