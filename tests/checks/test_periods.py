"""What the checks of retention share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri import Provision, Register
from rekisteri.checks.engine import Case
from rekisteri.checks.periods import compared, place_fits
from rekisteri.retention import FinancialYear, Period, RetentionRule
from rekisteri.retention.period import plus

PERIODS = st.builds(
    Period,
    years=st.integers(0, 12),
    months=st.integers(0, 30),
    weeks=st.integers(0, 60),
    days=st.integers(0, 800),
)
DAYS = st.dates(date(1890, 1, 1), date(2110, 1, 1))


@given(PERIODS, PERIODS, DAYS)
def test_longer_is_longer_from_any_day(one: Period, other: Period, day: date) -> None:
    """What is called longer ends later whenever it begins; what is called as long ends on the same day."""
    verdict = compared(one, other)

    if verdict is not None:
        ends = plus(day, one), plus(day, other)
        assert verdict == (ends[0] > ends[1]) - (ends[0] < ends[1])
        assert compared(other, one) == -verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("P12M", "P1Y", 0),
        ("P4W", "P28D", 0),
        ("PT48H", "P2D", 0),
        ("P30D", "P1M", None),
        ("P31D", "P1M", None),
        ("P32D", "P1M", 1),
        ("P27D", "P1M", -1),
        ("P365D", "P1Y", None),
        ("P1Y6M", "P1Y", 1),
        ("P1Y6M", "P1Y6M1D", -1),
        ("P6M2D", "P7M2D", -1),
    ],
)
def test_periods_compared(one: str, other: str, verdict: int | None) -> None:
    """Other units last as long, or surely longer, or it depends on the day."""
    assert compared(Period.parse(one), Period.parse(other)) == verdict


@pytest.mark.parametrize(
    ("cited", "placed", "fits"),
    [
        ("kpl", "kpl:2/10.2", True),
        ("kpl:2/10", "kpl:2/10.2", True),
        ("kpl:2/10.2", "kpl:2/10", True),
        ("kpl:2/10.1", "kpl:2/10.2", False),
        ("kpl:2/1", "kpl:2/10", False),
        ("kpl:chapter.2", "kpl:2/10.2", True),
        ("kpl:2/9-11", "kpl:2/10.2", True),
        ("avl", "kpl:2/10", False),
        ("ovml:28.2", "ovml:28.1-2", True),
        ("ovml:28.3", "ovml:28.1-2", True),
        ("ovml:29", "ovml:28.1-2", False),
    ],
)
def test_places_that_may_be_the_same(cited: str, placed: str, fits: bool) -> None:
    """One holds the other, or a range leaves it open."""
    assert place_fits(Provision.parse(cited), Provision.parse(placed)) == fits


def test_financial_years_that_overlap_are_no_hindrance() -> None:
    """A register may hold them, and still be checked."""
    years = [FinancialYear(start=date(2024, 1, 1), end=date(2024, 12, 31))] * 2
    register = Register(financial_years=years, retention=[RetentionRule.maximum("P1Y", after="last-order")])

    assert len(Case(register, date(2026, 11, 22)).plan.rules) == 1
