"""The axis of time under a picture: which days it shows, where a day stands, and where its ticks are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from statistics import median_low

import attrs
from babel.dates import format_date

from rekisteri.text.catalog import locale

__all__ = ["REACH", "Axis", "axis_for"]

REACH = 30 * 366
"""How many days to either side of what a picture is about it shows; what lies further off gets an arrow."""

_LAST = date.max.toordinal()
_MONTH, _YEAR = 30.44, 12
_MONTHS = (1, 2, 3, 6, _YEAR, 2 * _YEAR, 5 * _YEAR, 10 * _YEAR)
_DAYS = (1, 2, 7, 14, 28)
_ROOM_FOR_A_YEAR, _ROOM_FOR_A_MONTH, _ROOM_FOR_A_DAY = 46.0, 86.0, 100.0


@attrs.frozen(kw_only=True)
class Axis:
    """The days of a picture.

    Attributes:
        first, last: The first and the last day that it shows.
        left, right: Where these stand.
    """

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date, *, end: bool = False) -> float:
        """Where a day begins, or ends; days beyond the picture stand at its edges."""
        ordinal = day.toordinal() + (1 if end else 0)
        x = self.left + (ordinal - self.first.toordinal()) * self.of_a_day
        return min(max(x, self.left), self.right)

    @property
    def of_a_day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def ticks(self, language: str) -> list[tuple[date, str]]:
        """Days with what is written under them: years, in a short time months, in a very short time days."""
        month = _MONTH * self.of_a_day
        if month > 3 * _ROOM_FOR_A_DAY:
            return list(self._ticks_of_days(language))
        room = {step: _ROOM_FOR_A_MONTH if step < _YEAR else _ROOM_FOR_A_YEAR for step in _MONTHS}
        step = next((step for step in _MONTHS if step * month >= room[step]), _MONTHS[-1])
        return list(self._ticks_of_months(step, language))

    def _ticks_of_days(self, language: str) -> Iterator[tuple[date, str]]:
        step = next((step for step in _DAYS if step * self.of_a_day >= _ROOM_FOR_A_DAY), _DAYS[-1])
        for offset in range(0, (self.last - self.first).days + 1, step):
            day = self.first + timedelta(offset)
            yield day, format_date(day, "medium", locale(language))

    def _ticks_of_months(self, step: int, language: str) -> Iterator[tuple[date, str]]:
        start = self.first.year * _YEAR + self.first.month - 1
        for index in range(start - start % step, self.last.year * _YEAR + self.last.month, step):
            year, month = divmod(index, _YEAR)
            if year >= date.min.year and self.first <= (day := date(year, month + 1, 1)) <= self.last:
                yield day, str(year) if step >= _YEAR else format_date(day, "LLL y", locale(language))


def axis_for(days: Iterable[date], around: Iterable[date], left: float, right: float) -> Axis:
    """An axis with the days that are not too far from those the picture is about, and a little room at both ends.

    Args:
        days: All days that it should show.
        around: The days that it is about; none: any of *days*.
        left: Where it begins.
        right: Where it ends.
    """
    wanted = [day.toordinal() for day in days]
    about = [day.toordinal() for day in around] or wanted
    middle = median_low(about)
    near = [day for day in (*wanted, *about) if abs(day - middle) <= REACH]
    span = max(near) - min(near) or 2 * 365
    first = max(min(near) - max(2, span // 50), 1)
    last = min(max(near) + max(5, span // 12), _LAST)
    return Axis(first=date.fromordinal(first), last=date.fromordinal(last), left=left, right=right)
