"""What would have to hold of the order of events is told as widely as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import assume, event, example, given, settings

from rekisteri.retention import FinancialCalendar, Last, LawVersion, MonthDay, Period, Round
from rekisteri.retention.formula import Dropped
from rekisteri.retention.order import reach
from rekisteri.retention.timeline import Clock
from rekisteri.retention.ways import Way, every, ways_to_pass
from rekisteri.retention.widest import Pair, assumed, widest
from rekisteri.vocabulary import term
from retention.searched import CALENDAR, END, FREE, INVOICE, ORDERED, TODAY, assuming, first_found, pairs, ways_of
from retention.strategies import counted, start

PAIR = (term(INVOICE), term(END))
OTHER = (term(ORDERED), term(END))
ONE_DAY, ONE_MONTH = Period(days=1), Period(months=1)


def _longer(within: Period | None, more: Period) -> Period:
    before = within or Period()
    months = 12 * before.years + before.months + more.months
    return attrs.evolve(
        before, years=months // 12, months=months % 12, days=(before.days + more.days) * bool(more.days)
    )


def _told(
    ways: Sequence[Way], pairs: Sequence[Pair], order: str = "", calendar: FinancialCalendar = CALENDAR
) -> list[str]:
    found = widest(Clock(calendar, TODAY), ways, assuming(*filter(None, [order])), pairs)
    assert found
    return [str(one) for one in found[0]]


class TestOnePair:
    """An end and a period that are counted from two events."""

    @settings(deadline=None, max_examples=12)
    @given(pairs())
    @example((ways_of(counted(END, "P10Y"), counted(INVOICE, "P6Y", Round.YEAR))[0], CALENDAR))
    @example((ways_of(counted(END, "P1Y"), counted(INVOICE, "P365D"))[0], CALENDAR))
    def test_with_it_there_is_no_timeline_and_a_day_later_there_is(self, pair: tuple[Way, FinancialCalendar]) -> None:
        """The same with a month more instead of its days: months are told before days."""
        way, calendar = pair
        clock = Clock(calendar, TODAY)
        assume(not first_found(clock, [way], FREE.and_also([assumed(PAIR)])))
        found = widest(clock, [way], FREE, [PAIR])
        assert found
        ((assumption,), timeline) = found
        event(str(bool(assumption.within)))

        assert (assumption.earlier, assumption.later) == PAIR
        assert not first_found(clock, [way], FREE.and_also([assumption]))
        for more in (ONE_DAY, ONE_MONTH):
            beyond = FREE.and_also([assumed(PAIR, _longer(assumption.within, more))])
            assert first_found(clock, [way], beyond), more
        assert reach(timeline.days[END], _longer(assumption.within, ONE_DAY)) == timeline.days[INVOICE]

    @pytest.mark.parametrize(
        ("end", "keep", "expected"),
        [
            (counted(END, "P10Y"), counted(INVOICE, "P6Y", Round.YEAR), "P3Y1D"),
            (counted(END, "P10Y"), counted(INVOICE, "P6Y", Round.FINANCIAL_YEAR), "P3Y1D"),
            (counted(END, "P10Y"), counted(INVOICE, "P6Y", Round.FINANCIAL_YEAR, Round.YEAR), "P3Y1D"),
            (counted(END, "P2Y"), counted(INVOICE, "P1Y"), "P1Y"),
            (counted(END, "P31D"), counted(INVOICE, "P1M"), None),
            (counted(END, "P1Y"), counted(INVOICE, "P365D"), None),
            (counted(END, "P366D"), counted(INVOICE, "P1Y"), None),
            (counted(END, "P3Y", Round.YEAR), counted(INVOICE, "P2Y", Round.YEAR), "P1Y"),
        ],
    )
    def test_worked(self, end: Last, keep: Last, expected: str | None) -> None:
        """Worked by hand: ten years from the end of the relationship against six for vouchers is the example of the design."""
        within = f" + {expected}" if expected else ""

        assert _told(ways_of(end, keep)[:1], [PAIR]) == [f"invoice <= relationship-end{within}"]

    @pytest.mark.parametrize(("within", "expected"), [("P30D", "P29D"), ("P1Y", "P1Y")])
    def test_the_time_that_the_erasure_may_take_counts(self, within: str, expected: str) -> None:
        """31 January 2023, a year and 30 days reach to 1 March 2024: an invoice of 2 March 2023, 30 days later, is kept longer."""
        ways = ways_of(counted(END, "P1Y"), counted(INVOICE, "P1Y"), within=Period.parse(within))

        assert _told(ways, [PAIR]) == [f"invoice <= relationship-end + {expected}"]

    def test_a_financial_year_that_ends_on_another_day(self) -> None:
        """Two years from 14 June 2024 end on 14 June 2026; an invoice of 16 June 2024 is kept a year longer than of the day before."""
        ways = ways_of(counted(END, "P2Y"), counted(INVOICE, "P1Y", Round.FINANCIAL_YEAR))
        june = FinancialCalendar(MonthDay(6, 15))

        assert _told(ways, [PAIR], calendar=june) == ["invoice <= relationship-end + P1D"]

    def test_versions_of_a_law(self) -> None:
        """The longer period of the later version decides, for all starts."""
        older = LawVersion(start=start(INVOICE), until=date(2019, 12, 31), period=Period(years=1))
        newer = LawVersion(start=start(INVOICE), since=date(2020, 1, 1), period=Period(years=2))
        ways = ways_of(counted(END, "P3Y"), Last(versions=[older, newer]))

        assert _told(ways, [PAIR]) == ["invoice <= relationship-end + P1Y"]

    def test_no_width_is_told_where_only_what_never_comes_breaks_it(self) -> None:
        """However late it may come, it comes: the narrowest assumption is told, and any timeline."""
        end = Last(later=[counted(END, "P1Y"), counted(INVOICE, "P2Y")])
        ways = [way for way in ways_of(end, counted(END, "P1Y")) if Dropped(END, not_yet=False) in way]

        assert first_found(Clock(CALENDAR, TODAY), ways)
        assumptions, timeline = widest(Clock(CALENDAR, TODAY), ways, FREE, [(term(END), term(INVOICE))])
        assert [str(one) for one in assumptions] == [f"{END} <= {INVOICE}"]
        assert timeline.never == (END,)


class TestSeveralPairs:
    """Periods that are counted from several events."""

    END_OF_ALL = counted(END, "P3Y")

    def test_each_is_as_wide_as_it_can_be_beside_the_others(self) -> None:
        """The later of two periods: each event has its own time."""
        keep = Last(later=[counted(INVOICE, "P1Y"), counted(ORDERED, "P2Y")])
        ways = ways_of(self.END_OF_ALL, keep)

        assert _told(ways, [PAIR, OTHER]) == [
            "invoice <= relationship-end + P2Y",
            "last-order <= relationship-end + P1Y",
        ]

    def test_with_all_of_them_there_is_no_timeline_and_a_day_later_there_is(self) -> None:
        """Of each of them."""
        keep = Last(later=[counted(INVOICE, "P1Y", Round.MONTH), counted(ORDERED, "P700D")])
        ways, clock = ways_of(self.END_OF_ALL, keep), Clock(CALENDAR, TODAY)
        found = widest(clock, ways, FREE, [PAIR, OTHER])

        assert found
        assumptions, timeline = found
        assert not first_found_of(clock, ways, assumptions)
        for one in assumptions:
            wider = attrs.evolve(one, within=_longer(one.within, ONE_DAY))
            assert first_found_of(clock, ways, [other for other in assumptions if other is not one] + [wider])
        assert timeline.days.keys() >= {END}

    def test_a_pair_that_follows_from_another_is_left_out(self) -> None:
        """An order that comes no later than the invoice needs no word of its own."""
        keep = Last(later=[counted(INVOICE, "P1Y"), counted(ORDERED, "P1Y")])
        ways = ways_of(self.END_OF_ALL, keep)

        assert _told(ways, [PAIR, OTHER], "last-order <= invoice") == ["invoice <= relationship-end + P2Y"]

    def test_one_of_two_that_suffice_is_left(self) -> None:
        """Two ends that must both have passed, for two purposes: it is enough if one of them never comes first."""
        keep = ways_of(self.END_OF_ALL, counted(INVOICE, "P1Y"))
        both = list(every([keep, ways_to_pass(counted("contract-end", "P3Y"), CALENDAR)]))

        assert len(_told(both, [PAIR, (term(INVOICE), term("contract-end"))])) == 1

    def test_what_may_drop_out_needs_its_own(self) -> None:
        """The earlier of two periods is the one that is left if the other event does not occur."""
        keep = Last(earlier=[counted(INVOICE, "P1Y"), counted(ORDERED, "P2Y")])
        ways = ways_of(self.END_OF_ALL, keep)
        expected = ["invoice <= relationship-end + P2Y", "last-order <= relationship-end + P1Y"]

        assert _told(ways, [PAIR, OTHER]) == expected

    def test_a_chain_goes_on_from_what_is_assumed(self) -> None:
        """What is known of the order counts besides."""
        ways = ways_of(self.END_OF_ALL, counted(INVOICE, "P1Y"))

        assert _told(ways, [PAIR], "last-order <= invoice") == ["invoice <= relationship-end + P2Y"]
        assert _told(ways, [PAIR], "relationship-end <= last-order") == ["invoice <= relationship-end + P2Y"]


def first_found_of(clock: Clock, ways: Sequence[Way], assumptions: Sequence[Any]) -> object:
    """A timeline that obeys the assumptions."""
    return first_found(clock, ways, FREE.and_also(assumptions))


@pytest.mark.parametrize(("within", "expected"), [(None, None), (Period(), None), (ONE_DAY, ONE_DAY)])
def test_no_time_is_not_told(within: Period | None, expected: Period | None) -> None:
    """That an event comes no later needs no period."""
    assert assumed(PAIR, within).within == expected
