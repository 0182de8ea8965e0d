from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.errors import InvalidValue
from rekisteri.retention import FinancialCalendar, FinancialYear, MonthDay, Round
from retention import simulation
from retention.strategies import ANY_DAYS, calendars

MARCH, DECEMBER = MonthDay(3, 31), MonthDay(12, 31)
YEAR_TO_MARCH = [(Round.FINANCIAL_YEAR, "2024-03-31"), (Round.YEAR_OF_FINANCIAL_YEAR_END, "2024-12-31")]


def year(start: str, end: str) -> FinancialYear:
    """A financial year that does not end on the usual day."""
    return FinancialYear(start=date.fromisoformat(start), end=date.fromisoformat(end))


def end(calendar: FinancialCalendar, day: str) -> str:
    """The last day of the financial year in which a day lies."""
    return str(calendar.end_of(Round.FINANCIAL_YEAR, date.fromisoformat(day)))


class TestEndOf:
    """The last day of the span in which a day lies."""

    @pytest.mark.parametrize(
        ("day", "span", "expected"),
        [
            ("2024-02-01", Round.MONTH, "2024-02-29"),
            ("2024-02-29", Round.MONTH, "2024-02-29"),
            ("2023-02-10", Round.MONTH, "2023-02-28"),
            ("1900-02-10", Round.MONTH, "1900-02-28"),
            ("2024-12-31", Round.MONTH, "2024-12-31"),
            ("2024-01-01", Round.YEAR, "2024-12-31"),
            ("2024-12-31", Round.YEAR, "2024-12-31"),
            *[("2023-04-01", *one) for one in YEAR_TO_MARCH],
            *[("2023-12-31", *one) for one in YEAR_TO_MARCH],
            *[("2024-03-31", *one) for one in YEAR_TO_MARCH],
            ("2024-04-01", Round.FINANCIAL_YEAR, "2025-03-31"),
            ("2024-04-01", Round.YEAR_OF_FINANCIAL_YEAR_END, "2025-12-31"),
            ("9999-12-31", Round.FINANCIAL_YEAR, "9999-12-31"),
            ("0001-01-01", Round.FINANCIAL_YEAR, "0001-03-31"),
        ],
    )
    def test_a_day_is_moved_to_the_end(self, day: str, span: Round, expected: str) -> None:
        """Of the month, the year, a financial year that ends in March, or the year in which that one ends."""
        assert expected == str(FinancialCalendar(MARCH).end_of(span, date.fromisoformat(day)))

    @given(calendars(known=False), st.sampled_from(Round), ANY_DAYS)
    def test_it_is_where_walking_ends(self, calendar: FinancialCalendar, span: Round, day: date) -> None:
        """Whatever the irregular years: walking day by day until one is the last of its span gives the same."""
        assert simulation.end_of(span, day, calendar) == calendar.end_of(span, day)

    @given(calendars(), st.sampled_from(Round), ANY_DAYS, ANY_DAYS)
    def test_it_never_falls(self, calendar: FinancialCalendar, span: Round, one: date, other: date) -> None:
        """A later day lies in the same span or a later one, and no end lies before its day."""
        first, last = sorted((one, other))
        ends = [calendar.end_of(span, day) for day in (first, last)]

        assert ends[0] is not None
        assert ends[1] is not None
        assert first <= ends[0] <= ends[1]

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2023-12-31", "2023-12-31"),
            ("2024-01-01", "2024-04-30"),
            ("2024-04-30", "2024-04-30"),
            ("2024-05-01", "2025-09-30"),
            ("2025-09-30", "2025-09-30"),
            ("2025-10-01", "2025-12-31"),
        ],
    )
    def test_an_irregular_year_is_as_long_as_it_is_told(self, day: str, expected: str) -> None:
        """The year before it is cut off at its start, and the year after it ends on the usual day."""
        calendar = FinancialCalendar(DECEMBER, [year("2024-05-01", "2025-09-30")])

        assert expected == end(calendar, day)

    @pytest.mark.parametrize(
        ("start", "expected"),
        [("2024-12-30", "2024-12-29"), ("2024-12-31", "2024-12-30"), ("2025-01-01", "2024-12-31")],
    )
    def test_a_year_is_cut_off_by_one_that_starts_before_its_end(self, start: str, expected: str) -> None:
        """Even on its very last day."""
        assert expected == end(FinancialCalendar(DECEMBER, [year(start, "2025-03-31")]), "2024-06-15")

    def test_an_unknown_end_is_not_guessed(self) -> None:
        """Without a usual day only the irregular years are known; months and calendar years always are."""
        calendar = FinancialCalendar(irregular=[year("2024-05-01", "2025-09-30")])
        day, inside = date(2024, 4, 30), date(2024, 5, 1)

        assert calendar.end_of(Round.FINANCIAL_YEAR, day) is None
        assert calendar.end_of(Round.YEAR_OF_FINANCIAL_YEAR_END, day) is None
        assert date(2025, 9, 30) == calendar.end_of(Round.FINANCIAL_YEAR, inside)
        assert date(2025, 12, 31) == calendar.end_of(Round.YEAR_OF_FINANCIAL_YEAR_END, inside)
        assert [day, date(2024, 12, 31)] == [calendar.end_of(span, day) for span in (Round.MONTH, Round.YEAR)]


class TestFinancialCalendar:
    """When financial years end."""

    def test_irregular_years_are_sorted(self) -> None:
        """The order in which they are told does not matter, and they may touch."""
        years = [year("2024-01-01", "2024-06-30"), year("2024-07-01", "2025-12-31")]

        assert FinancialCalendar(DECEMBER, years) == FinancialCalendar(DECEMBER, reversed(years))
        assert tuple(years) == FinancialCalendar(DECEMBER, reversed(years)).irregular

    @pytest.mark.parametrize("days", [0, 1, 40])
    def test_overlapping_years_are_refused(self, days: int) -> None:
        """Two years that share a single day cannot both be told."""
        last = date(2024, 6, 30)
        later = FinancialYear(start=last - timedelta(days), end=date(2025, 12, 31))

        with pytest.raises(InvalidValue) as caught:
            FinancialCalendar(DECEMBER, [later, FinancialYear(start=date(2024, 1, 1), end=last)])

        assert (
            f"FinancialCalendar: financial_years: found a financial year that starts on {later.start}, "
            "expected a start after 2024-06-30, the end of the one before" == str(caught.value)
        )
