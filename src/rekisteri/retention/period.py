"""Spans of calendar time: periods, deadlines, the day on which a financial year ends; and adding a period to a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Self

import attrs

from rekisteri.errors import InvalidValue, Problem, describe

__all__ = ["NO_TIME", "Deadline", "MonthDay", "Period", "after", "before", "local_day_after", "plus"]

_LEAP_YEAR = 2024
_MONTHS = range(1, 13)
MOST = 99999


@attrs.frozen(kw_only=True, cache_hash=True)
class Period:
    """A period in calendar units (ISO 8601): ``P6Y``, ``P14M``, ``P4W``, ``P30D``, ``PT72H``, ``P1Y6M``; ``P0D`` is none.

    A period stays as it is written: ``P12M`` and ``P1Y`` are different data, though they last as long.

    Attributes:
        years, months, weeks, days, hours: Whole numbers from 0 to 99999.

    Raises:
        InvalidValue: A negative number, or text that is not such a period.
    """

    IN_WORDS = "a period such as “P6Y”, “P18M” or “P30D”"
    PATTERN = r"P(?=\d|T)(?:\d{1,5}Y)?(?:\d{1,5}M)?(?:\d{1,5}W)?(?:\d{1,5}D)?(?:T\d{1,5}H)?"

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0

    def __attrs_post_init__(self) -> None:
        for name, number in attrs.asdict(self).items():
            if type(number) is not int or not 0 <= number <= MOST:
                raise InvalidValue("Period", [Problem(name, describe(number), f"a whole number from 0 to {MOST}")])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the ISO 8601 form.

        Raises:
            InvalidValue: The text is no such period.
        """
        if not isinstance(text, str) or not re.fullmatch(cls.PATTERN, text, re.ASCII):
            raise InvalidValue("Period", [Problem("", describe(text), cls.IN_WORDS)])
        units = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours"}
        return cls(**{units[unit]: int(number) for number, unit in re.findall(r"(\d+)([YMWDH])", text)})

    def __str__(self) -> str:
        units = [(self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D")]
        days = "".join(f"{number}{unit}" for number, unit in units if number)
        hours = f"T{self.hours}H" if self.hours else ""
        return f"P{days}{hours}" if days or hours else "P0D"


NO_TIME = Period()
"""No time at all: ``P0D``."""


@attrs.frozen
class Deadline:
    """By when something is done: within a period, or, if there is none, without undue delay.

    Written as the period (``P1M``) or as ``without-undue-delay``.
    """

    IN_WORDS = "a period such as “P1M”, or “without-undue-delay”"
    PATTERN = rf"{Period.PATTERN}|without-undue-delay"

    period: Period | None = None

    def __attrs_post_init__(self) -> None:
        if self.period is not None and not isinstance(self.period, Period):
            raise InvalidValue("Deadline", [Problem("period", describe(self.period), "a Period")])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form.

        Raises:
            InvalidValue: The text is neither.
        """
        if text == "without-undue-delay":
            return cls()
        try:
            return cls(Period.parse(text))
        except InvalidValue:
            raise InvalidValue("Deadline", [Problem("", describe(text), cls.IN_WORDS)]) from None

    def __str__(self) -> str:
        return str(self.period) if self.period else "without-undue-delay"


@attrs.frozen
class MonthDay:
    """A day of every year, written ``03-31``; ``02-29`` means the last day of February.

    Raises:
        InvalidValue: No year has such a day, or the text is not of this form.
    """

    IN_WORDS = "a month and a day, such as “12-31”"
    PATTERN = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        whole = type(self.month) is int and type(self.day) is int
        if not (whole and self.month in _MONTHS and 1 <= self.day <= monthrange(_LEAP_YEAR, self.month)[1]):
            found = f"“{self}”" if whole else f"{describe(self.month)} and {describe(self.day)}"
            raise InvalidValue("MonthDay", [Problem("", found, "a day that some year has")])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form.

        Raises:
            InvalidValue: The text is no such day.
        """
        if not isinstance(text, str) or not re.fullmatch(cls.PATTERN, text, re.ASCII):
            raise InvalidValue("MonthDay", [Problem("", describe(text), cls.IN_WORDS)])
        month, day = text.split("-")
        return cls(int(month), int(day))

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"

    def first_from(self, day: date) -> date:
        """The first such day that is not before *day*; beyond the calendar's end, 31 December 9999."""
        this_year = self._in(day.year)
        if this_year >= day:
            return this_year
        return self._in(day.year + 1) if day.year < date.max.year else date.max

    def _in(self, year: int) -> date:
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


def plus(day: date, period: Period) -> date:
    """The day that lies *period* after *day*.

    Calendar units are added once, the larger ones first, and a day that the month does not have becomes its last day. By
    convention of this library weekends and holidays move nothing: a time limit for an act may, a day of erasure need not. Hours
    are for instants. A day beyond the calendar's end is that end, 31 December 9999.
    """
    first, length = _month_after(day.year, day.month, period)
    number = first + min(day.day, length) - 1 + 7 * period.weeks + period.days
    return date.fromordinal(number) if number <= date.max.toordinal() else date.max


@lru_cache(maxsize=1 << 16)
def _month_after(year: int, month: int, period: Period) -> tuple[int, int]:
    """The number of the first day of the month that lies years and months after another, and its length."""
    from dateutil.relativedelta import relativedelta  # takes its time to load, so only where a day is computed

    try:
        first = date(year, month, 1) + relativedelta(years=period.years, months=period.months)
    except (ValueError, OverflowError):
        return date.max.toordinal(), 1
    return first.toordinal(), monthrange(first.year, first.month)[1]


def after(day: date) -> date:
    """The day that follows; after the calendar's last day, that day."""
    return day + timedelta(1) if day < date.max else day


def before(day: date) -> date:
    """The day that comes before; before the calendar's first day, that day."""
    return day - timedelta(1) if day > date.min else day


def local_day_after(instant: datetime, period: Period) -> date:
    """The local day of the instant that lies *period* after *instant*: hours are real hours, also when clocks are moved."""
    moved = datetime.combine(plus(instant.date(), period), instant.timetz())
    try:
        if instant.tzinfo is None:
            return (moved + timedelta(hours=period.hours)).date()
        return (moved.astimezone(UTC) + timedelta(hours=period.hours)).astimezone(instant.tzinfo).date()
    except OverflowError:
        return date.max
