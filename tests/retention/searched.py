"""What the tests of the search for timelines share: ways of an end and a period, orders, and how both are generated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from rekisteri.retention import FinancialCalendar, Last, MonthDay, OrderAssumption, Period, Round
from rekisteri.retention.order import Order
from rekisteri.retention.timeline import Clock, Timeline
from rekisteri.retention.ways import Way, every, ways_to_pass, ways_to_run
from rekisteri.vocabulary import term
from retention.strategies import start

__all__ = [
    "CALENDAR",
    "CALENDARS",
    "END",
    "FREE",
    "INVOICE",
    "ORDERED",
    "PERIODS",
    "TODAY",
    "WITHIN",
    "assuming",
    "first_found",
    "pairs",
    "terms_of",
    "ways_of",
]

TODAY = date(2026, 11, 22)
CALENDAR = FinancialCalendar(MonthDay(12, 31))
FREE = Order(())
END, INVOICE, ORDERED = "relationship-end", "invoice", "last-order"


def assuming(*texts: str) -> Order:
    """Facts such as ``invoice <= relationship-end + P2M``, and nothing else."""
    return Order(map(_assumption, texts))


def _assumption(text: str) -> OrderAssumption:
    order, _, period = text.partition(" + ")
    earlier, _, later = order.partition(" <= ")
    return OrderAssumption(earlier=term(earlier), later=term(later), within=Period.parse(period) if period else None)


def ways_of(end: Last, keep: Last, calendar: FinancialCalendar = CALENDAR, within: Period | None = None) -> list[Way]:
    """The ways in which an end has passed while a period runs."""
    return list(every([ways_to_run(keep, calendar), ways_to_pass(end, calendar, within)]))


def first_found(clock: Clock, ways: Sequence[Way], order: Order = FREE) -> Timeline | None:
    """The first timeline that the search finds."""
    return next((one for way in ways for one in clock.timelines(way, order)), None)


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
    [
        *(
            "P0D",
            "P1D",
            "P1M",
            "P28D",
            "P30D",
            "P31D",
            "P4W",
            "P1M1D",
            "P2M",
            "P59D",
            "P60D",
            "P61D",
            "P1M20D",
            "P2M20D",
        ),
        *("P1Y", "P12M", "P365D", "P366D", "P52W", "P11M30D", "P1Y1D", "P13M25D", "P3M9D"),
        *("P2Y", "P24M", "P730D", "P731D", "P3Y", "P36M", "P1095D", "P1096D", "P35M31D"),
    ]
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


def terms_of(name: str, periods: st.SearchStrategy[Period] = PERIODS) -> st.SearchStrategy[Last]:
    """One period after an event, both rounded or not."""
    return st.builds(
        lambda before, period, after: Last(start=start(name, *before), period=period, round=after or None),
        SPANS,
        periods,
        SPANS,
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Way, FinancialCalendar]:
    """An end counted from one event that has passed, while a period counted from another runs."""
    calendar = draw(CALENDARS)
    ways = ways_of(draw(terms_of(END)), draw(terms_of(INVOICE)), calendar, draw(WITHIN))
    return ways[0], calendar
