from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.errors import InvalidValue
from rekisteri.retention import Deadline, MonthDay, Period
from rekisteri.retention.period import local_day_after, plus
from retention import simulation
from retention.strategies import ANY_DAYS
from retention.strategies import PERIODS as SHORTER

HELSINKI = ZoneInfo("Europe/Helsinki")

NUMBERS = st.integers(0, 99999)
PERIODS = st.builds(Period, years=NUMBERS, months=NUMBERS, weeks=NUMBERS, days=NUMBERS, hours=NUMBERS)

A_PERIOD = "a period such as “P6Y”, “P18M” or “P30D”"
A_DEADLINE = "a period such as “P1M”, or “without-undue-delay”"
A_MONTH_AND_DAY = "a month and a day, such as “12-31”"
A_WHOLE_NUMBER = "a whole number from 0 to 99999"

SPELLED = [
    ("P6Y", Period(years=6)),
    ("P18M", Period(months=18)),
    ("P4W", Period(weeks=4)),
    ("P30D", Period(days=30)),
    ("PT72H", Period(hours=72)),
    ("P1Y6M", Period(years=1, months=6)),
    ("P1Y2M3W4DT5H", Period(years=1, months=2, weeks=3, days=4, hours=5)),
    ("P2W1D", Period(weeks=2, days=1)),
    ("P99999D", Period(days=99999)),
    ("P0D", Period()),
]

REFUSED = [
    "P",
    "PT",
    "P1YT",
    "6Y",
    "P6",
    "p6y",
    "P6y",
    "P-1Y",
    "P1.5Y",
    "P1,5Y",
    "P100000D",
    "P1D1Y",
    "P1Y1Y",
    "PT72M",
    "PT1H30M",
    "P72H",
    "P1Y ",
    " P1Y",
    "P٣Y",
    "2 years",
    "six years",
]


def refusal(parse: Any, *arguments: Any, **fields: Any) -> str:
    """The message with which something is refused."""
    with pytest.raises(InvalidValue) as caught:
        parse(*arguments, **fields)
    return str(caught.value)


class TestPeriod:
    """Periods in calendar units."""

    @pytest.mark.parametrize(("written", "expected"), SPELLED)
    def test_each_unit_finds_its_place(self, written: str, expected: Period) -> None:
        """The ISO 8601 form is read unit by unit."""
        actual = Period.parse(written)

        assert expected == actual

    @pytest.mark.parametrize(("written", "period"), SPELLED)
    def test_the_written_form_comes_back(self, written: str, period: Period) -> None:
        """A period is written as it was read."""
        assert written == str(period)

    @pytest.mark.parametrize(
        ("written", "expected"),
        [("P0Y", "P0D"), ("PT0H", "P0D"), ("P1Y0M", "P1Y"), ("P06M", "P6M"), ("P0DT1H", "PT1H")],
    )
    def test_noughts_are_left_out(self, written: str, expected: str) -> None:
        """Units of none and leading noughts do not stand in the written form."""
        assert expected == str(Period.parse(written))

    @given(PERIODS)
    def test_every_period_goes_round(self, period: Period) -> None:
        """Whatever can be built is written and read again."""
        assert period == Period.parse(str(period))

    @pytest.mark.parametrize(("one", "other"), [("P12M", "P1Y"), ("P1W", "P7D"), ("PT24H", "P1D")])
    def test_periods_stay_as_they_are_written(self, one: str, other: str) -> None:
        """Periods that last as long are different data, and each keeps its form."""
        assert Period.parse(one) != Period.parse(other)
        assert [one, other] == [str(Period.parse(one)), str(Period.parse(other))]

    @pytest.mark.parametrize("text", REFUSED)
    def test_what_is_no_period_is_refused(self, text: str) -> None:
        """Fractions, signs, small letters, wrong order and words are no periods."""
        expected = f"Period: found “{text}”, expected {A_PERIOD}"

        assert expected == refusal(Period.parse, text)

    @pytest.mark.parametrize(("text", "found"), [("", "an empty text"), ("P1Y\n", "“P1Y\\n”"), ("\nP1Y", "“\\nP1Y”")])
    def test_empty_text_and_newlines_are_refused(self, text: str, found: str) -> None:
        """Nothing may follow a period, not even a line's end."""
        expected = f"Period: found {found}, expected {A_PERIOD}"

        assert expected == refusal(Period.parse, text)

    @pytest.mark.parametrize(
        ("unit", "number", "found"),
        [
            ("years", -1, "the number -1"),
            ("months", 100000, "the number 100000"),
            ("weeks", 1.0, "the number 1.0"),
            ("days", True, "true"),
            ("hours", "72", "“72”"),
            ("years", None, "null"),
        ],
    )
    def test_a_unit_is_a_whole_number(self, unit: str, number: Any, found: str) -> None:
        """Negative, broken, too large or non-numbers are refused, and the unit is named."""
        expected = f"Period: {unit}: found {found}, expected {A_WHOLE_NUMBER}"

        assert expected == refusal(Period, **{unit: number})

    def test_units_are_given_by_name(self) -> None:
        """Nobody has to remember whether years or days come first."""
        with pytest.raises(TypeError):
            Period(6)  # type: ignore[call-arg]  # that is what is refused

    @given(PERIODS)
    def test_periods_are_values(self, period: Period) -> None:
        """Equal periods count as one in a set, and none can be changed."""
        expected = {period}

        assert expected == {period, attrs.evolve(period)}
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            period.years = 1  # type: ignore[misc]  # that is what is refused


class TestDeadline:
    """By when something is done."""

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("P1M", Deadline(Period(months=1))),
            ("PT72H", Deadline(Period(hours=72))),
            ("P0D", Deadline(Period())),
            ("without-undue-delay", Deadline()),
        ],
    )
    def test_it_is_a_period_or_without_undue_delay(self, written: str, expected: Deadline) -> None:
        """Both written forms are read, and a period of none is not the same as none stated."""
        actual = Deadline.parse(written)

        assert expected == actual

    @given(st.builds(Deadline, st.none() | PERIODS))
    def test_every_deadline_goes_round(self, deadline: Deadline) -> None:
        """Whatever can be built is written and read again, and counts as one in a set."""
        assert {deadline} == {deadline, Deadline.parse(str(deadline))}

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("soon", "“soon”"),
            ("", "an empty text"),
            ("P1M\n", "“P1M\\n”"),
            ("without undue delay", "“without undue delay”"),
            ("Without-undue-delay", "“Without-undue-delay”"),
        ],
    )
    def test_anything_else_is_refused(self, text: str, found: str) -> None:
        """The message tells both forms."""
        expected = f"Deadline: found {found}, expected {A_DEADLINE}"

        assert expected == refusal(Deadline.parse, text)

    @pytest.mark.parametrize(
        ("period", "found"),
        [
            ("P1M", "“P1M”"),
            ("", "an empty text"),
            ("without-undue-delay", "“without-undue-delay”"),
            (30, "the number 30"),
            (0, "the number 0"),
            (False, "false"),
            (Deadline(), "a value of type Deadline"),
        ],
    )
    def test_only_a_period_can_be_built_into_it(self, period: Any, found: str) -> None:
        """Text is for ``parse``; a deadline built of anything but a period would be written wrong."""
        expected = f"Deadline: period: found {found}, expected a Period"

        assert expected == refusal(Deadline, period)


class TestMonthDay:
    """A day of every year."""

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("12-31", MonthDay(12, 31)),
            ("03-31", MonthDay(3, 31)),
            ("01-01", MonthDay(1, 1)),
            ("02-28", MonthDay(2, 28)),
            ("02-29", MonthDay(2, 29)),
        ],
    )
    def test_it_is_a_month_and_a_day(self, written: str, expected: MonthDay) -> None:
        """The written form is read; the 29th of February, the last day of that month, is among them."""
        actual = MonthDay.parse(written)

        assert expected == actual

    @given(st.integers(1, 12), st.data())
    def test_every_day_of_a_leap_year_goes_round(self, month: int, data: st.DataObject) -> None:
        """Each day that some year has can be written and read again, and counts as one in a set."""
        day = MonthDay(month, data.draw(st.integers(1, monthrange(2024, month)[1])))

        assert {day} == {day, MonthDay.parse(str(day))}

    @pytest.mark.parametrize(
        ("month", "day", "found"),
        [(2, 30, "02-30"), (4, 31, "04-31"), (13, 1, "13-01"), (0, 1, "00-01"), (1, 0, "01-00"), (1, 32, "01-32")],
    )
    def test_a_day_that_no_year_has_is_refused(self, month: int, day: int, found: str) -> None:
        """There is no 30th of February and no 13th month."""
        expected = f"MonthDay: found “{found}”, expected a day that some year has"

        assert expected == refusal(MonthDay, month, day)

    @pytest.mark.parametrize("text", ["02-30", "06-31"])
    def test_such_a_day_is_refused_as_text_too(self, text: str) -> None:
        """The right form of a day that no year has is refused as such."""
        expected = f"MonthDay: found “{text}”, expected a day that some year has"

        assert expected == refusal(MonthDay.parse, text)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", "an empty text"),
            ("3-31", "“3-31”"),
            ("31.12.", "“31.12.”"),
            ("13-01", "“13-01”"),
            ("00-10", "“00-10”"),
            ("12-32", "“12-32”"),
            ("2024-12-31", "“2024-12-31”"),
            ("12-31\n", "“12-31\\n”"),
            ("١٢-31", "“١٢-31”"),
        ],
    )
    def test_anything_else_is_refused(self, text: str, found: str) -> None:
        """The message tells the form."""
        expected = f"MonthDay: found {found}, expected {A_MONTH_AND_DAY}"

        assert expected == refusal(MonthDay.parse, text)


@pytest.mark.parametrize("kind", [Period, Deadline, MonthDay])
@pytest.mark.parametrize("text", [3, None, b"P1Y", ["P1Y"]])
def test_only_text_is_read(kind: Any, text: object) -> None:
    """Anything else is refused with the words of every other error."""
    with pytest.raises(InvalidValue, match="expected a"):
        kind.parse(text)


@pytest.mark.parametrize(("month", "day"), [(2.0, 28), (True, 1), ("2", "3")])
def test_a_day_of_the_year_is_whole_numbers(month: Any, day: Any) -> None:
    """A month that is no whole number is no month."""
    with pytest.raises(InvalidValue, match="expected a day that some year has"):
        MonthDay(month, day)


class TestPlus:
    """A period added to a day."""

    @pytest.mark.parametrize(
        ("day", "period", "expected"),
        [
            ("2024-02-29", "P1Y", "2025-02-28"),
            ("2020-02-29", "P10Y", "2030-02-28"),
            ("2020-02-29", "P4Y", "2024-02-29"),
            ("2023-02-28", "P1M", "2023-03-28"),
            ("2024-01-31", "P1M", "2024-02-29"),
            ("2024-08-31", "P18M", "2026-02-28"),
            ("2024-12-31", "P1M", "2025-01-31"),
            ("2024-01-31", "P1M1D", "2024-03-01"),
            ("2024-02-29", "P1Y1M", "2025-03-29"),
            ("2024-01-31", "P1Y1M1W1D", "2025-03-08"),
            ("2024-02-28", "P1W", "2024-03-06"),
            ("2024-02-28", "P30D", "2024-03-29"),
            ("2024-02-29", "P0D", "2024-02-29"),
            ("2024-02-29", "PT72H", "2024-02-29"),
            ("9999-12-30", "P1D", "9999-12-31"),
            ("9999-12-31", "P1D", "9999-12-31"),
            ("9999-11-30", "P1M", "9999-12-30"),
            ("0001-01-01", "P99999Y", "9999-12-31"),
            ("0001-01-01", "P9998Y", "9999-01-01"),
        ],
    )
    def test_months_are_added_once_and_clamped(self, day: str, period: str, expected: str) -> None:
        """Larger units first; a missing day becomes the month's last one; beyond 9999 it is the calendar's end."""
        assert expected == str(plus(date.fromisoformat(day), Period.parse(period)))

    @given(ANY_DAYS, PERIODS | SHORTER)
    def test_it_is_what_counting_by_hand_gives(self, day: date, period: Period) -> None:
        """Another way to count months gives the same day."""
        assert simulation.added(day, period) == plus(day, period)


class TestLocalDayAfter:
    """The local day of an instant some hours after another."""

    @pytest.mark.parametrize(
        ("instant", "period", "expected"),
        [
            ("2024-02-28T10:00", "PT72H", "2024-03-02"),
            ("2024-02-28T23:59", "PT1H", "2024-02-29"),
            ("2024-02-28T22:59", "PT1H", "2024-02-28"),
            ("2024-02-28T23:00", "PT1H", "2024-02-29"),
            ("2024-01-31T23:00", "P1MT1H", "2024-03-01"),
            ("2024-01-31T23:00", "P1M", "2024-02-29"),
            ("9999-12-31T23:30", "PT1H", "9999-12-31"),
        ],
    )
    def test_calendar_units_come_before_hours(self, instant: str, period: str, expected: str) -> None:
        """The day of the instant moves by the calendar, then real hours pass."""
        assert expected == str(local_day_after(datetime.fromisoformat(instant), Period.parse(period)))

    @pytest.mark.parametrize(
        ("instant", "hours", "expected"),
        [
            (datetime(2024, 3, 30, 23, 30, tzinfo=HELSINKI), 24, "2024-04-01"),  # 00:30, since a night has 23 hours
            (datetime(2024, 3, 30, 22, 59, tzinfo=HELSINKI), 24, "2024-03-31"),
            (datetime(2024, 10, 27, 0, 30, tzinfo=HELSINKI), 24, "2024-10-27"),  # 23:30, since a night has 25 hours
            (datetime(2024, 10, 27, 3, 30, tzinfo=HELSINKI), 21, "2024-10-27"),  # 23:30, the first 3:30 of two
            (datetime(2024, 10, 27, 3, 30, tzinfo=HELSINKI, fold=1), 21, "2024-10-28"),  # 0:30, the second one
            (datetime(2024, 10, 27, 22, 30, tzinfo=UTC), 1, "2024-10-27"),
            (datetime(9999, 12, 31, 23, 30, tzinfo=HELSINKI), 2, "9999-12-31"),
        ],
    )
    def test_hours_are_real_when_clocks_are_moved(self, instant: datetime, hours: int, expected: str) -> None:
        """A night of 23 or 25 hours counts as long as it is, in the zone of the instant."""
        assert expected == str(local_day_after(instant, Period(hours=hours)))

    @given(st.datetimes(datetime(1600, 1, 1), datetime(2400, 1, 1)), st.integers(0, 99999))  # noqa: DTZ001  # local time
    def test_seconds_pass_one_by_one(self, instant: datetime, hours: int) -> None:
        """In a zone, the instants lie that many seconds apart; without one, the clocks do."""
        there = instant.replace(tzinfo=HELSINKI)
        moved = datetime.fromtimestamp(there.timestamp() + 3600 * hours, HELSINKI)

        assert moved.date() == local_day_after(there, Period(hours=hours))
        assert (instant + timedelta(hours=hours)).date() == local_day_after(instant, Period(hours=hours))


class TestFirstFrom:
    """The first such day from another."""

    @pytest.mark.parametrize(
        ("month_day", "day", "expected"),
        [
            ("12-31", "2024-12-31", "2024-12-31"),
            ("03-31", "2024-03-31", "2024-03-31"),
            ("03-31", "2024-04-01", "2025-03-31"),
            ("03-31", "2024-03-30", "2024-03-31"),
            ("02-29", "2023-02-28", "2023-02-28"),
            ("02-29", "2024-02-28", "2024-02-29"),
            ("02-29", "2024-03-01", "2025-02-28"),
            ("02-28", "2024-02-29", "2025-02-28"),
            ("01-01", "0001-01-01", "0001-01-01"),
            ("06-30", "9998-07-01", "9999-06-30"),
            ("06-30", "9999-07-01", "9999-12-31"),
            ("12-31", "9999-12-31", "9999-12-31"),
        ],
    )
    def test_it_is_that_day_or_the_next_such_day(self, month_day: str, day: str, expected: str) -> None:
        """The day itself counts; after the last one that the calendar has, the calendar's end stands for it."""
        assert expected == str(MonthDay.parse(month_day).first_from(date.fromisoformat(day)))
