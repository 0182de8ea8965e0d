"""The search for timelines is exact: it finds one exactly if trying every day would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st

from rekisteri.retention import (
    EventState,
    FinancialCalendar,
    FinancialYear,
    Last,
    LawVersion,
    MonthDay,
    OrderAssumption,
    Period,
    Round,
)
from rekisteri.retention.formula import Dropped, NoDay
from rekisteri.retention.inverse import NoFormula
from rekisteri.retention.last import computed
from rekisteri.retention.order import Order
from rekisteri.retention.period import plus
from rekisteri.retention.timeline import Clock, Moment, Timeline
from rekisteri.retention.ways import (
    FixedPassed,
    FixedRuns,
    InTime,
    Lapsed,
    Open,
    Passed,
    Runs,
    Way,
    every,
    ways_to_pass,
    ways_to_run,
)
from rekisteri.retention.widest import widest
from rekisteri.vocabulary import term
from retention.strategies import counted, days, start

TODAY = date(2026, 11, 22)
ONE_DAY = timedelta(1)
CALENDAR = FinancialCalendar(MonthDay(12, 31))
FREE = Order(())
END, INVOICE, ORDERED = "relationship-end", "invoice", "last-order"
YEAR_END = "financial-year-end"
PAIR = (term(INVOICE), term(END))


class Everywhere(Clock):
    """It tries every day of a year, not only the edges of months."""

    def _edges(self, way: Way) -> None:
        """None: any day."""


class Patient(Clock):
    """It tries even what is hopeless, and tells what would have been called so."""

    def gives_up(self, way: Way, order: Order) -> bool:
        """Whether the search would not have been begun."""
        return super()._is_hopeless(way, order)

    def _is_hopeless(self, way: Way, order: Order) -> bool:
        return False


def _assuming(*texts: str) -> Order:
    """Facts such as ``invoice <= relationship-end + P2M``, and nothing else."""
    return Order(map(_assumption, texts))


def _assumption(text: str) -> OrderAssumption:
    order, _, period = text.partition(" + ")
    earlier, _, later = order.partition(" <= ")
    return OrderAssumption(
        earlier=term(earlier), later=term(later), within=Period.parse(period) if period else None
    )


def _ways(end: Last, keep: Last, calendar: FinancialCalendar = CALENDAR, within: Period | None = None) -> list[Way]:
    """The ways in which an end has passed while a period runs."""
    return list(every([ways_to_run(keep, calendar), ways_to_pass(end, calendar, within)]))


def _found(clock: Clock, ways: Sequence[Way], order: Order = FREE) -> Timeline | None:
    return next((one for way in ways for one in clock.timelines(way, order)), None)


# What is generated.

SPANS = st.sampled_from(
    [
        *[()] * 5,
        *[(Round.MONTH,)] * 3,
        (Round.YEAR,),
        (Round.FINANCIAL_YEAR,),
        (Round.FINANCIAL_YEAR, Round.YEAR),
        (Round.YEAR_OF_FINANCIAL_YEAR_END,),
        (Round.FINANCIAL_YEAR, Round.MONTH),
    ]
)
NEARLY_ALIKE = st.sampled_from(
    ["P0D", "P1M", "P28D", "P30D", "P31D", "P4W", "P1Y", "P12M", "P365D", "P366D", "P52W", "P11M30D", "P2Y", "P730D"]
    + ["P731D", "P24M", "P3Y", "P1095D", "P1096D", "P36M", "P35M31D", "P1Y1D", "P1M1D", "P2M", "P60D", "P59D", "P61D"]
).map(Period.parse)
MIXED = st.builds(
    Period,
    years=st.sampled_from([0, 0, 0, 1, 2]),
    months=st.integers(0, 13),
    weeks=st.sampled_from([0, 0, 0, 1, 3]),
    days=st.just(0) | st.integers(0, 62),
)
PERIODS = NEARLY_ALIKE | MIXED
WITHIN = st.none() | st.none() | st.sampled_from(["P1D", "P30D", "P1M", "P1M15D", "P2M", "P90D"]).map(Period.parse)
YEAR_ENDS = st.sampled_from([(12, 31), (6, 15), (3, 31), (2, 29), (4, 30)])
CALENDARS = YEAR_ENDS.map(lambda day: FinancialCalendar(MonthDay(*day)))


def _terms(name: str, periods: st.SearchStrategy[Period] = PERIODS) -> st.SearchStrategy[Last]:
    return st.builds(
        lambda before, period, after: Last(start=start(name, *before), period=period, round=after or None),
        SPANS,
        periods,
        SPANS,
    )


# Every day.

FIRST, FINAL = date(1990, 1, 1), date(2110, 12, 31)
ALL_DAYS = [FIRST + timedelta(number) for number in range((FINAL - FIRST).days + 1)]
"""All kinds of years that lie together within a few years are among them, those around 2100 too."""


def _happens(way: Way, calendar: FinancialCalendar) -> bool:
    """Whether there is a day of the one event on which all ends have passed the day after the last, and all periods run."""
    passed = [one for one in way if isinstance(one, Passed)]
    runs = [one for one in way if isinstance(one, Runs)]
    for day in ALL_DAYS:
        ends = [_last(one, day, calendar) for one in passed]
        if max(ends) < min(_last(one, day, calendar) for one in runs):
            return True
    return False


def _last(demand: Passed | Runs, day: date, calendar: FinancialCalendar) -> date:
    found = computed(demand.counted.term, day, calendar)
    assert found
    return plus(found, demand.within) if isinstance(demand, Passed) and demand.within else found


class TestOneEvent:
    """An end and a period that are counted from the same event."""

    @settings(deadline=None, max_examples=30)
    @given(_terms(END), _terms(END), WITHIN, CALENDARS)
    @example(counted(END, "P365D"), counted(END, "P1Y"), None, CALENDAR)
    @example(counted(END, "P366D"), counted(END, "P1Y"), None, CALENDAR)
    @example(counted(END, "P1096D"), counted(END, "P3Y"), None, CALENDAR)
    @example(counted(END, "P1095D"), counted(END, "P3Y"), None, CALENDAR)
    @example(counted(END, "P31D"), counted(END, "P1M"), None, CALENDAR)
    def test_a_timeline_is_found_exactly_if_some_day_is_one(
        self, end: Last, keep: Last, within: Period | None, calendar: FinancialCalendar
    ) -> None:
        """None is found exactly if none of all days will do."""
        (way,) = [way for way in _ways(end, keep, calendar, within) if not any(isinstance(one, Open) for one in way)]
        found = _found(Clock(calendar, TODAY), [way])
        event("found" if found else "none")
        assert bool(found) is _happens(way, calendar)
        if found:
            day = found.days[END]
            assert all(_last(one, day, calendar) < found.on for one in way if isinstance(one, Passed))
            assert all(_last(one, day, calendar) >= found.on for one in way if isinstance(one, Runs))


# Two events: edges of months against all days.


def _gap(clock: Clock, way: Way) -> int:
    """The least number of days by which the one event must come after the other for the period to run still."""
    return min(
        (clock.earliest(way, INVOICE, moment.on) - moment.day).days for moment in clock.moments(way) if moment.day
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Way, FinancialCalendar]:
    """An end counted from one event that has passed, while a period counted from another runs."""
    calendar = draw(CALENDARS)
    ways = _ways(draw(_terms(END)), draw(_terms(INVOICE)), calendar, draw(WITHIN))
    return ways[0], calendar


def _pair(end: Last, keep: Last, within: str | None = None, year_end: tuple[int, int] = (4, 30)) -> tuple[Way, FinancialCalendar]:
    calendar = FinancialCalendar(MonthDay(*year_end))
    return _ways(end, keep, calendar, Period.parse(within) if within else None)[0], calendar


def compare_edges(way: Way, calendar: FinancialCalendar, slack: Period) -> None:
    """At the edges of months the same is found as on all days."""
    few, all_of_them = Clock(calendar, TODAY), Everywhere(calendar, TODAY)
    assert _gap(few, way) == _gap(all_of_them, way)
    gap = Period(days=max(_gap(all_of_them, way), 0))
    for within in (Period(days=max(gap.days - 1, 0)), gap, slack):
        order = FREE.and_also([OrderAssumption(earlier=term(INVOICE), later=term(END), within=within)])
        assert bool(_found(few, [way], order)) is bool(_found(all_of_them, [way], order)), within
    if gap.days:
        found, _ = widest(few, [way], FREE, [PAIR])
        assert found == widest(all_of_them, [way], FREE, [PAIR])[0]


class TestEdges:
    """Only the edges of months are tried: what is counted turns nowhere else."""

    @settings(deadline=None, max_examples=12)
    @given(pairs(), PERIODS)
    @example(_pair(Last(start=start(END), period=Period(months=1, days=20), round=[Round.MONTH]), counted(INVOICE, "P1M")), Period())
    @example(_pair(Last(start=start(END), period=Period(months=1, days=20), round=[Round.MONTH]), counted(INVOICE, "P1M"), "P20D"), Period())
    @example(_pair(counted(END, "P1M20D", Round.MONTH), counted(INVOICE, "P2M30D"), "P1M15D", (6, 15)), Period())
    @example(_pair(counted(END, "P13M20D", Round.FINANCIAL_YEAR), counted(INVOICE, "P365D"), "P90D", (6, 15)), Period())
    @example(_pair(counted(END, "P13M20D", Round.FINANCIAL_YEAR), counted(INVOICE, "P365D"), "P90D", (3, 31)), Period())
    def test_they_suffice(self, pair: tuple[Way, FinancialCalendar], slack: Period) -> None:
        """Whether there is a timeline, the narrowest gap, and the widest assumption are the same as over all days."""
        compare_edges(*pair, slack)


# Whatever the demands are.

FEW_DAYS = [date(2023, 12, 25) + timedelta(number) for number in range(0, 75)]
SHORT = st.sampled_from(["P0D", "P1D", "P5D", "P28D", "P30D", "P1M", "P31D", "P1M2D"]).map(Period.parse)
MONTHS = st.sampled_from([(), (), (Round.MONTH,)])


def _short_terms() -> st.SearchStrategy[Last]:
    return st.builds(
        lambda name, before, period: Last(start=start(name, *before), period=period),
        st.sampled_from([END, INVOICE]),
        MONTHS,
        SHORT,
    )


def _short_versions() -> st.SearchStrategy[Last]:
    change = date(2024, 1, 31)
    return st.builds(
        lambda name, older, newer: Last(
            versions=[
                LawVersion(start=start(name), until=change - ONE_DAY, period=older),
                LawVersion(start=start(name), since=change, period=newer),
            ]
        ),
        st.sampled_from([END, INVOICE]),
        SHORT,
        SHORT,
    )


def _short_lasts() -> st.SearchStrategy[Last]:
    one = _short_terms()
    two = st.lists(one, min_size=2, max_size=2)
    fixed = st.sampled_from([date(2024, 1, 31), date(2024, 2, 29)])
    return st.one_of(
        one,
        one,
        one,
        _short_versions(),
        st.builds(Last, fixed=fixed),
        st.builds(lambda several: Last(later=several), two),
        st.builds(lambda several: Last(earlier=several), two),
    )
