"""Financial years, and to the end of which span a day is rounded."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from rekisteri.errors import InvalidValue, Problem
from rekisteri.retention.period import MonthDay
from rekisteri.retention.rule import FinancialYear, Round

__all__ = ["FinancialCalendar"]


def _sorted(years: Iterable[FinancialYear]) -> tuple[FinancialYear, ...]:
    return tuple(sorted(years, key=lambda year: year.start))


@attrs.frozen
class FinancialCalendar:
    """When financial years end.

    Attributes:
        year_end: The usual day, None if it is not known.
        irregular: Financial years that end on another day, the first one first.

    Raises:
        InvalidValue: Two of them overlap.
    """

    year_end: MonthDay | None = None
    irregular: tuple[FinancialYear, ...] = attrs.field(default=(), converter=_sorted)

    def __attrs_post_init__(self) -> None:
        if problems := list(self._overlaps()):
            raise InvalidValue("FinancialCalendar", problems)

    def _overlaps(self) -> Iterator[Problem]:
        for earlier, later in zip(self.irregular, self.irregular[1:], strict=False):
            if later.start <= earlier.end:
                found = f"a financial year that starts on {later.start}"
                yield Problem("financial_years", found, f"a start after {earlier.end}, the end of the one before")

    def end_of(self, span: Round, day: date) -> date | None:
        """The last day of the span in which *day* lies; None if that depends on a financial year that is not known."""
        if span is Round.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])
        if span is Round.YEAR:
            return _year_end(day)
        end = self._financial_year_end(day)
        return _year_end(end) if end and span is Round.YEAR_OF_FINANCIAL_YEAR_END else end

    def _financial_year_end(self, day: date) -> date | None:
        for year in self.irregular:
            if year.start <= day <= year.end:
                return year.end
        if self.year_end is None:
            return None
        usual = self.year_end.first_from(day)
        cut = [year.start - timedelta(1) for year in self.irregular if day < year.start <= usual]
        return min([usual, *cut])


def _year_end(day: date) -> date:
    return day.replace(month=12, day=31)
