"""The search for timelines is exact: it finds one exactly if trying every day would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import event, example, given, settings
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
from rekisteri.retention.events import Events, EventValue
from rekisteri.retention.formula import Dropped, NoDay
from rekisteri.retention.inverse import NoFormula
from rekisteri.retention.last import Compared, Ends, computed, last_day
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
from retention.searched import (
    CALENDAR,
    CALENDARS,
    END,
    FREE,
    INVOICE,
    ORDERED,
    PERIODS,
    TODAY,
    WITHIN,
    assuming,
    first_found,
    pairs,
    terms_of,
    ways_of,
)
from retention.strategies import calendars, counted, days, start

ONE_DAY = timedelta(1)
YEAR_END = "financial-year-end"
PAIR = (term(INVOICE), term(END))


class Everywhere(Clock):
    """It tries every day of a year, not only the edges of months."""

    def _edges(self, way: Way, order: Order) -> None:
        """None: any day."""


class Patient(Clock):
    """It tries even what is hopeless."""

    def is_hopeless(self, way: Way, order: Order) -> bool:  # noqa: ARG002 - nothing is
        """Nothing is."""
        return False


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

    @settings(deadline=None, max_examples=12)
    @given(terms_of(END), terms_of(END), WITHIN, CALENDARS)
    @example(counted(END, "P365D"), counted(END, "P1Y"), None, CALENDAR)
    @example(counted(END, "P366D"), counted(END, "P1Y"), None, CALENDAR)
    @example(counted(END, "P1096D"), counted(END, "P3Y"), None, CALENDAR)
    @example(counted(END, "P1095D"), counted(END, "P3Y"), None, CALENDAR)
    @example(counted(END, "P31D"), counted(END, "P1M"), None, CALENDAR)
    def test_a_timeline_is_found_exactly_if_some_day_is_one(
        self, end: Last, keep: Last, within: Period | None, calendar: FinancialCalendar
    ) -> None:
        """None is found exactly if none of all days will do."""
        (way,) = [
            way for way in ways_of(end, keep, calendar, within) if all(isinstance(one, Passed | Runs) for one in way)
        ]
        found = first_found(Clock(calendar, TODAY), [way])
        event("found" if found else "none")
        assert bool(found) is _happens(way, calendar)
        if found:
            day = found.days[END]
            assert all(_last(one, day, calendar) < found.on for one in way if isinstance(one, Passed))
            assert all(_last(one, day, calendar) >= found.on for one in way if isinstance(one, Runs))


# Two events: edges of months against all days.


def _gap(clock: Clock, way: Way) -> int:
    """The least number of days by which the one event must come after the other for the period to run still."""
    gaps: list[int] = []
    for moment in clock.moments(way, FREE):
        earliest = clock.earliest(way, INVOICE, moment.on)
        assert earliest
        assert moment.day
        gaps.append((earliest - moment.day).days)
    return min(gaps)


def _pair(
    end: Last, keep: Last, within: str | None = None, year_end: tuple[int, int] = (6, 15)
) -> tuple[Way, FinancialCalendar]:
    calendar = FinancialCalendar(MonthDay(*year_end))
    return ways_of(end, keep, calendar, Period.parse(within) if within else None)[0], calendar


def compare_edges(way: Way, calendar: FinancialCalendar, slack: Period) -> None:
    """At the edges of months the same is found as on all days."""
    few, all_of_them = Clock(calendar, TODAY), Everywhere(calendar, TODAY)
    assert _gap(few, way) == _gap(all_of_them, way)
    gap = Period(days=max(_gap(all_of_them, way), 0))
    for within in (Period(days=max(gap.days - 1, 0)), gap, slack):
        order = FREE.and_also([OrderAssumption(earlier=term(INVOICE), later=term(END), within=within)])
        assert bool(first_found(few, [way], order)) is bool(first_found(all_of_them, [way], order)), within
    if gap.days:
        found, expected = (widest(clock, [way], FREE, [PAIR]) for clock in (few, all_of_them))
        assert found
        assert expected
        assert found[0] == expected[0]


class TestEdges:
    """Only the edges of months are tried: what is counted turns nowhere else."""

    @settings(deadline=None, max_examples=10)
    @given(pairs(), PERIODS)
    @example(
        _pair(Last(start=start(END), period=Period(months=1, days=20), round=[Round.MONTH]), counted(INVOICE, "P1M")),
        Period(),
    )
    @example(
        _pair(
            Last(start=start(END), period=Period(months=1, days=20), round=[Round.MONTH]),
            counted(INVOICE, "P1M"),
            "P20D",
        ),
        Period(),
    )
    @example(_pair(counted(END, "P1M20D", Round.MONTH), counted(INVOICE, "P2M30D"), "P1M15D", (6, 15)), Period())
    @example(_pair(counted(END, "P13M20D", Round.FINANCIAL_YEAR), counted(INVOICE, "P365D"), "P90D", (6, 15)), Period())
    @example(_pair(counted(END, "P13M20D", Round.FINANCIAL_YEAR), counted(INVOICE, "P365D"), "P90D", (3, 31)), Period())
    def test_they_suffice(self, pair: tuple[Way, FinancialCalendar], slack: Period) -> None:
        """Whether there is a timeline, the narrowest gap, and the widest assumption are the same as over all days."""
        compare_edges(*pair, slack)


# Whatever the demands are.

FEW_DAYS = [date(2023, 12, 25) + timedelta(number) for number in range(75)]
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


def _shows(
    end: Last, keep: Last, within: Period | None, events: Events, order: Order, *, on: date | None = None
) -> bool:
    """Whether the end has passed by what happened while the period runs: on a day, or on the first on which it has."""
    over, kept = (last_day(one, events, CALENDAR) for one in (end, keep))
    if over.day is None or kept.ends is Ends.ABSENT:
        return False
    gone = plus(over.day, within) if within else over.day
    seen = on or gone + ONE_DAY
    happened = all(value <= seen for value in events.values() if isinstance(value, date))
    return happened and gone < seen <= (kept.day or date.max) and order.is_obeyed(events, seen)


ORDERS = st.sampled_from(
    [
        FREE,
        assuming("invoice <= relationship-end"),
        assuming("invoice <= relationship-end + P1M"),
        assuming("relationship-end <= invoice"),
        assuming("relationship-end <= invoice + P2D"),
        assuming("invoice <= relationship-end + P5D", "relationship-end <= invoice"),
    ]
)


class TestTwoEvents:
    """Last days of every kind, counted from an ending and an occurrence, with and without an order."""

    @settings(deadline=None, max_examples=25)
    @given(_short_lasts(), _short_lasts(), st.sampled_from([None, None, Period(days=3)]), ORDERS)
    def test_nothing_is_missed_and_nothing_made_up(
        self, end: Last, keep: Last, within: Period | None, order: Order
    ) -> None:
        """What is found is one, and where none is found no events of these days are one."""
        ways = ways_of(end, keep, CALENDAR, within)
        found = first_found(Clock(CALENDAR, date(2024, 3, 1)), ways, order)
        event("found" if found else "none")
        if found:
            events = found.events([END, INVOICE])
            assert _shows(end, keep, within, events, order, on=found.on), found
            return
        ended: list[EventValue] = [*FEW_DAYS, EventState.NOT_YET, EventState.NEVER]
        others: list[EventValue] = [*FEW_DAYS, EventState.NOT_YET]
        for day, other in product(ended, others):
            assert not _shows(end, keep, within, {END: day, INVOICE: other}, order), (day, other)

    @settings(deadline=None, max_examples=60)
    @given(
        pairs(),
        ORDERS,
        st.sampled_from([(), (Open(END),), (Open(INVOICE),), (NoDay(ORDERED),), (Open("contract-end"),)]),
    )
    @example(_pair(counted(END, "P2Y"), counted(INVOICE, "P1Y")), assuming("invoice <= relationship-end"), ())
    @example(_pair(counted(END, "P1Y"), counted(INVOICE, "P1Y"), "P30D"), assuming("invoice <= relationship-end"), ())
    @example(
        _pair(counted(END, "P1Y"), counted(INVOICE, "P1Y")),
        assuming("contract-end <= relationship-end + P6M"),
        (Open("contract-end"),),
    )
    def test_hopeless_is_only_what_is(
        self, pair: tuple[Way, FinancialCalendar], order: Order, besides: tuple[Open | NoDay, ...]
    ) -> None:
        """What is called hopeless without a search would have been searched in vain."""
        way, calendar = (*pair[0], *besides), pair[1]
        hopeless = Clock(calendar, TODAY).is_hopeless(way, order)
        event("hopeless" if hopeless else "not hopeless")
        assert not (hopeless and first_found(Patient(calendar, TODAY), [way], order))


class TestWhatIsHopeless:
    """What needs no search."""

    @pytest.mark.parametrize(
        ("way", "order"),
        [
            ("open", FREE),
            ("must have ended", assuming("contract-end <= relationship-end + P6M")),
            ("no longer", assuming("invoice <= relationship-end")),
            ("no longer, by a chain", assuming("invoice <= last-order + P6M", "last-order <= relationship-end")),
        ],
    )
    def test_it_is_told_by_how_long_periods_are(self, way: str, order: Order) -> None:
        """An event that has come and has not, an ending that must have come, a period that is never the longer one."""
        passed, runs = ways_of(counted(END, "P2Y"), counted(INVOICE, "P1Y"))[0][::-1]
        demands: dict[str, Way] = {"open": (passed, Open(END)), "must have ended": (passed, Open("contract-end"))}

        assert Clock(CALENDAR, TODAY).is_hopeless(demands.get(way, (passed, runs)), order)
        assert not Clock(CALENDAR, TODAY).is_hopeless((passed, runs), FREE)

    @pytest.mark.parametrize(
        ("end", "keep", "within"),
        [
            (counted(END, "P1Y"), counted(INVOICE, "P1Y"), None),
            (counted(END, "P12M"), counted(INVOICE, "P1Y"), None),
            (counted(END, "P1Y2W"), counted(INVOICE, "P1Y14D"), None),
            (counted(END, "P1Y", Round.YEAR), counted(INVOICE, "P1Y", Round.YEAR), None),
            (counted(END, "P1Y", Round.YEAR), counted(INVOICE, "P1Y"), None),
            (counted(END, "P1Y"), counted(INVOICE, "P1Y", Round.MONTH), Period(days=40)),
        ],
    )
    def test_the_same_period_is_no_longer(self, end: Last, keep: Last, within: Period | None) -> None:
        """Counted from a day no later it ends no later, to whatever both are rounded."""
        order = assuming("invoice <= relationship-end")
        way = ways_of(end, keep, within=within)[0]

        assert Clock(CALENDAR, TODAY).is_hopeless(way, order)
        assert first_found(Patient(CALENDAR, TODAY), [way], order) is None


# Kinds of years.


class TestKindsOfYears:
    """One year of each kind is tried, wherever it lies."""

    def test_a_missing_leap_day_is_found(self) -> None:
        """1461 days outlast four years only where a year that four divides has no leap day."""
        found = first_found(Clock(CALENDAR, TODAY), ways_of(counted(END, "P4Y"), counted(END, "P1461D")))

        assert found
        year = found.on.year
        assert any(year - 4 <= century <= year for century in (1700, 1800, 1900, 2100, 2200))

    @pytest.mark.parametrize("near", [date(1950, 1, 1), date(2000, 6, 1), TODAY, date(2099, 12, 31), date(2300, 1, 1)])
    def test_wherever_it_is_looked_for(self, near: date) -> None:
        """Which days are looked at first changes no outcome."""
        clock = Clock(CALENDAR, near)

        assert first_found(clock, ways_of(counted(END, "P4Y"), counted(END, "P1461D")))
        assert not first_found(clock, ways_of(counted(END, "P4Y"), counted(END, "P1460D")))
        assert not first_found(
            clock, ways_of(counted(END, "P4Y"), counted(INVOICE, "P1460D")), assuming("invoice <= relationship-end")
        )
        assert not first_found(clock, ways_of(counted(END, "P8Y"), counted(END, "P2920D")))
        assert first_found(clock, ways_of(counted(END, "P8Y"), counted(END, "P2922D")))

    def test_nearest_years_come_first(self) -> None:
        """A conflict of every year is shown in a year that has just been."""
        found = first_found(Clock(CALENDAR, TODAY), ways_of(counted(END, "P1Y"), counted(END, "P2Y")))

        assert found
        assert found.on.year in (2026, 2025)

    @settings(deadline=None, max_examples=20)
    @given(days(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 500))
    def test_irregular_financial_years_are_found(self, begin: date, length: int) -> None:
        """Rounding to the end of the usual year, and to that of the real one, differ only there, in whichever year it lies."""
        year = FinancialYear(start=begin, end=begin + timedelta(length))
        irregular = FinancialCalendar(MonthDay(12, 31), [year])
        regular = FinancialCalendar(MonthDay(12, 31))
        end = counted(INVOICE, "P1Y", Round.YEAR)
        keep = counted(INVOICE, "P1Y", Round.FINANCIAL_YEAR)
        real = any(
            (irregular.end_of(Round.FINANCIAL_YEAR, day) or day) > date(day.year, 12, 31)
            for day in _around(begin, length)
        )

        assert not first_found(Clock(regular, TODAY), ways_of(end, keep, regular))
        assert bool(first_found(Clock(irregular, TODAY), ways_of(end, keep, irregular))) is real

    def test_a_version_of_a_law_is_found(self) -> None:
        """An older, longer period outlasts what fits the newer one, for the starts for which it holds."""
        keep = Last(
            versions=[
                LawVersion(
                    start=start(INVOICE), since=date(1961, 1, 1), until=date(1961, 1, 31), period=Period(years=10)
                ),
                LawVersion(start=start(INVOICE), since=date(1961, 2, 1), period=Period(years=5)),
            ]
        )
        found = first_found(Clock(CALENDAR, TODAY), ways_of(counted(INVOICE, "P6Y"), keep))

        assert found
        assert date(1961, 1, 1) <= found.days[INVOICE] <= date(1961, 1, 31)
        assert not first_found(Clock(CALENDAR, TODAY), ways_of(counted(INVOICE, "P10Y"), keep))

    def test_fixed_days(self) -> None:
        """They pass on their own, and hold others up."""
        fixed, later = Last(fixed=date(2031, 3, 1)), Last(fixed=date(2031, 4, 10))

        found = first_found(Clock(CALENDAR, TODAY), ways_of(fixed, counted(INVOICE, "P1Y"), within=Period(months=1)))
        assert found == Timeline(date(2031, 4, 2), {INVOICE: date(2031, 4, 2)})
        assert first_found(Clock(CALENDAR, TODAY), ways_of(fixed, later)) == Timeline(date(2031, 3, 2), {})
        assert not first_found(Clock(CALENDAR, TODAY), ways_of(later, fixed))
        assert not first_found(Clock(CALENDAR, TODAY), ways_of(fixed, later, within=Period(days=40)))
        assert first_found(Clock(CALENDAR, TODAY), ways_of(counted(INVOICE, "P1Y"), fixed))


def _around(begin: date, length: int) -> Iterator[date]:
    yield from (begin + timedelta(number) for number in range(-366, length + 367))


# The end of a financial year.


class FinancialYears(Clock):
    """It tells on which day the last financial year ended."""

    def last_end(self, day: date) -> date:
        """The last end of a financial year that is no later than a day."""
        return self._financial_year_end(day)


class TestFinancialYearEnd:
    """As an event it comes only on such days."""

    END_OF_IT = counted(YEAR_END, "P20D")
    FROM_MONTH_END = counted(YEAR_END, "P1D", Round.MONTH)

    def test_it_is_no_other_day(self) -> None:
        """A conflict that asks for another day is none."""
        ways = {name: ways_of(counted(name, "P20D"), counted(name, "P1D", Round.MONTH)) for name in (YEAR_END, END)}
        spring, june = FinancialCalendar(MonthDay(3, 31)), FinancialCalendar(MonthDay(6, 9))

        assert not first_found(Clock(spring, TODAY), ways[YEAR_END])
        assert first_found(Clock(spring, TODAY), ways[END])
        found = first_found(Clock(june, TODAY), ways[YEAR_END])
        assert found
        assert (found.days[YEAR_END].month, found.days[YEAR_END].day) == (6, 9)

    def test_an_irregular_one_counts(self) -> None:
        """The one year that ended in the middle of a month."""
        years = [FinancialYear(start=date(1994, 4, 1), end=date(1994, 8, 10))]
        found = first_found(
            Clock(FinancialCalendar(MonthDay(3, 31), years), TODAY), ways_of(self.END_OF_IT, self.FROM_MONTH_END)
        )

        assert found
        assert found.days == {YEAR_END: date(1994, 8, 10)}

    def test_so_does_one_that_is_cut_short(self) -> None:
        """The year before an irregular one ends where that begins."""
        years = [FinancialYear(start=date(1994, 8, 11), end=date(1995, 3, 31))]
        clock = Clock(FinancialCalendar(MonthDay(3, 31), years), TODAY)
        found = first_found(clock, ways_of(self.END_OF_IT, self.FROM_MONTH_END))

        assert found
        assert found.days == {YEAR_END: date(1994, 8, 10)}

    def test_if_it_is_not_known_it_may_be_any_day(self) -> None:
        """Nothing tells when financial years end."""
        assert first_found(Clock(FinancialCalendar(), TODAY), ways_of(self.END_OF_IT, self.FROM_MONTH_END))

    def test_the_order_moves_it_to_such_a_day(self) -> None:
        """It comes no later than another event: then at the latest on the last such day before."""
        ways = ways_of(counted(END, "P1M"), counted(YEAR_END, "P13M"))
        order = assuming("financial-year-end <= relationship-end")
        found = first_found(Clock(FinancialCalendar(MonthDay(3, 31)), TODAY), ways, order)

        assert found
        assert (found.days[YEAR_END].month, found.days[YEAR_END].day) == (3, 31)
        assert found.days[YEAR_END] <= found.days[END]
        assert not first_found(
            Clock(FinancialCalendar(MonthDay(3, 31)), TODAY),
            ways_of(counted(END, "P1M"), counted(YEAR_END, "P1M")),
            order,
        )

    @settings(deadline=None, max_examples=100)
    @given(calendars(date(2010, 1, 1), date(2030, 1, 1)), days(date(2009, 1, 1), date(2033, 12, 31)))
    def test_the_last_one(self, calendar: FinancialCalendar, day: date) -> None:
        """It is the last day that is the end of the financial year in which it lies."""
        expected = day
        while calendar.end_of(Round.FINANCIAL_YEAR, expected) != expected:
            expected -= ONE_DAY

        assert FinancialYears(calendar, TODAY).last_end(day) == expected


# Two events of a law.


class TestLawsThatCompare:
    """An event that came in time, or too late."""

    RIGHT, EMPLOYMENT = "compensation-right", "employment-end"
    COMPARED = Compared(counted(EMPLOYMENT, "P2Y"), counted(RIGHT, "P1Y", Round.YEAR))

    @pytest.mark.parametrize(("period", "is_found"), [("P2Y", False), ("P25M", True)])
    def test_in_time(self, period: str, *, is_found: bool) -> None:
        """After employment that ended in time two years run from its end."""
        ways = [way for way in ways_to_pass(self.COMPARED, CALENDAR) if any(isinstance(one, InTime) for one in way)]
        keep = ways_to_run(counted(self.EMPLOYMENT, period), CALENDAR)[:1]
        found = first_found(Clock(CALENDAR, TODAY), list(every([keep, ways])))

        assert bool(found) is is_found

    @pytest.mark.parametrize(("period", "is_found"), [("P1Y", False), ("P25M", True)])
    def test_too_late(self, period: str, *, is_found: bool) -> None:
        """What has lapsed stays so: a period of a year from the right is over then."""
        ways = [way for way in ways_to_pass(self.COMPARED, CALENDAR) if any(isinstance(one, Lapsed) for one in way)]
        keep = ways_to_run(counted(self.RIGHT, period), CALENDAR)
        found = first_found(Clock(CALENDAR, TODAY), list(every([keep, ways])))

        assert bool(found) is is_found
        if found:
            assert found.days[self.EMPLOYMENT] > date(found.days[self.RIGHT].year + 1, 12, 31)


def test_a_financial_year_that_nobody_knows() -> None:
    """It cannot be searched."""
    with pytest.raises(NoFormula, match="no-year-end"):
        first_found(
            Clock(FinancialCalendar(), TODAY), ways_of(counted(END, "P1Y", Round.FINANCIAL_YEAR), counted(END, "P2Y"))
        )


def test_events_of_a_timeline() -> None:
    """Each has its day, or will never come, or has not come."""
    timeline = Timeline(TODAY, {INVOICE: date(2020, 1, 1)}, (END,))

    assert timeline.events([INVOICE, END, ORDERED]) == {
        INVOICE: date(2020, 1, 1),
        END: EventState.NEVER,
        ORDERED: EventState.NOT_YET,
    }


def test_what_never_comes() -> None:
    """A dropped ending must not have had to come; an occurrence need not."""
    (passed,) = ways_to_pass(counted(INVOICE, "P1Y"), CALENDAR)[0]
    clock, moment = Clock(CALENDAR, TODAY), Moment(date(2026, 1, 1))
    never, not_yet = Dropped(END, not_yet=False), Dropped(ORDERED, not_yet=True)

    found = clock.solved((passed, never, not_yet), FREE, moment)
    assert found == Timeline(moment.on, {INVOICE: date(2024, 12, 31)}, (END,))
    assert clock.solved((passed, never), assuming("relationship-end <= invoice + P9Y"), moment) is None
    assert clock.solved((passed, not_yet), assuming("last-order <= invoice"), moment)
    assert clock.solved((passed, Open(END)), assuming("relationship-end <= invoice"), moment) is None
    assert clock.solved((passed, Open(END)), assuming("relationship-end <= invoice + P9Y"), moment)
    assert clock.solved((passed, Open(INVOICE)), FREE, moment) is None


def test_what_cannot_have_passed_yet() -> None:
    """No day of the calendar lies 3000 years back."""
    (passed,) = ways_to_pass(counted(INVOICE, "P3000Y"), CALENDAR)[0]

    assert Clock(CALENDAR, TODAY).solved((passed,), FREE, Moment(TODAY)) is None


def test_an_ending_that_must_have_come_is_told() -> None:
    """What has to have come by then, by the order, has its day in the timeline."""
    found = first_found(
        Clock(CALENDAR, TODAY),
        ways_of(counted(INVOICE, "P1Y"), counted(INVOICE, "P2Y")),
        assuming("relationship-end <= invoice + P1M"),
    )

    assert found
    assert set(found.days) == {INVOICE, END}


def test_fixed_demands_are_compared() -> None:
    """A day that has passed, and one that has not."""
    clock, moment = Clock(CALENDAR, TODAY), Moment(TODAY)

    assert clock.solved((FixedPassed(TODAY - ONE_DAY),), FREE, moment)
    assert clock.solved((FixedPassed(TODAY),), FREE, moment) is None
    assert clock.solved((FixedPassed(TODAY - ONE_DAY), FixedRuns(TODAY)), FREE, moment)
    assert clock.solved((FixedPassed(TODAY - ONE_DAY), FixedRuns(TODAY - ONE_DAY)), FREE, moment) is None
