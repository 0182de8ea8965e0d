"""The order of events: what the vocabulary knows, what chains come to, and what happened against it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekisteri.retention import EventState, OrderAssumption, Period
from rekisteri.retention.events import EventValue
from rekisteri.retention.order import Order, natural_order, reach
from rekisteri.retention.period import after, plus
from rekisteri.vocabulary import term
from rekisteri.vocabulary.terms import terms
from retention.ordered import name_of

END, INVOICE, ORDERED, PAID = "relationship-end", "invoice", "last-order", "payment"
NOT_YET, NEVER, UNKNOWN = EventState.NOT_YET, EventState.NEVER, EventState.UNKNOWN
TODAY = date(2026, 11, 22)


def fact(earlier: str, later: str, within: str | None = None, *, denied: bool = False) -> OrderAssumption:
    """That one event comes no later than another, or some time after it."""
    period = Period.parse(within) if within else None
    return OrderAssumption(earlier=term(earlier), later=term(later), within=period, denied=denied)


class TestNaturalOrder:
    """What holds by what the events are."""

    def test_every_fact_of_the_vocabulary_is_there(self) -> None:
        """Each once, with its time if there is one, and not denied."""
        told = [(name, later) for name, one in terms().items() for later in one.no_later_than]

        assert told
        assert [(name_of(one.earlier), name_of(one.later)) for one in natural_order()] == told
        assert len(set(told)) == len(told)
        assert not any(one.denied for one in natural_order())
        assert {name_of(one.earlier): str(one.within) for one in natural_order() if one.within} == {"death": "P120Y"}

    def test_each_is_about_events(self) -> None:
        """Both sides are events of the vocabulary, and the reason is told in every language."""
        events = {name for name, one in terms().items() if one.event}
        for name, one in terms().items():
            assert not one.no_later_than or name in events
            for later, reason in one.no_later_than.items():
                assert later in events
                assert later != name
                assert set(reason) - {"within"} == {"fi", "sv", "en"}
                assert all(reason.values())

    def test_there_is_no_circle(self) -> None:
        """No event is bound to come no later than itself, at the same time as all between."""
        later = {
            name: {other for other, why in one.no_later_than.items() if "within" not in why}
            for name, one in terms().items()
            if one.no_later_than
        }
        for name in later:
            reached: set[str] = set()
            waiting = {name}
            while waiting:
                waiting = {other for one in waiting for other in later.get(one, ())} - reached
                reached |= waiting
            assert name not in reached

    def test_plans_state_more_or_deny_it(self) -> None:
        """Beside what the vocabulary knows, unless it is denied."""
        natural = {(one.earlier, one.later) for one in Order.of([]).bounds}
        stated = {(one.earlier, one.later) for one in Order.of([fact(INVOICE, END, "P2M")]).bounds}
        denied = {(one.earlier, one.later) for one in Order.of([fact(ORDERED, END, denied=True)]).bounds}

        assert len(natural) == len(natural_order())
        assert stated - natural == {(INVOICE, END)}
        assert natural - denied == {(ORDERED, END)}


class TestReach:
    """The last day on which an event may come."""

    @pytest.mark.parametrize(
        ("day", "within", "expected"),
        [
            (date(2024, 1, 31), None, date(2024, 1, 31)),
            (date(2024, 1, 31), "P0D", date(2024, 1, 31)),
            (date(2024, 1, 31), "P1M", date(2024, 2, 29)),
            (date(2024, 1, 31), "PT1H", date(2024, 2, 1)),
            (date(2024, 1, 31), "PT24H", date(2024, 2, 1)),
            (date(2024, 1, 31), "PT25H", date(2024, 2, 2)),
            (date(2024, 1, 31), "P1MT72H", date(2024, 3, 3)),
            (date.max, "P1D", date.max),
            (date.max, "PT1H", date.max),
        ],
    )
    def test_hours_count_as_begun_days(self, day: date, within: str | None, expected: date) -> None:
        """An instant late in the day reaches the next."""
        assert reach(day, Period.parse(within) if within else None) == expected

    def test_the_day_that_follows(self) -> None:
        """After the last day of the calendar there is none."""
        assert after(date(2024, 2, 28)) == date(2024, 2, 29)
        assert after(date.max) == date.max


NAMES = (END, INVOICE, ORDERED, "contract-end")
WINDOW = [date(2024, 1, 27) + timedelta(number) for number in range(8)]
WITHIN = st.sampled_from([None, None, "P0D", "P1D", "P3D", "P1W", "P1M", "PT30H"])


def orders(most: int = 4) -> st.SearchStrategy[list[OrderAssumption]]:
    """Facts about a few events, circles and denials among them."""
    pair = st.sampled_from([(one, other) for one, other in product(NAMES, NAMES) if one != other])

    def made(pair: tuple[str, str], within: str | None, *, denied: bool) -> OrderAssumption:
        return fact(pair[0], pair[1], within, denied=denied)

    one = st.builds(made, pair, WITHIN, denied=st.sampled_from([False] * 5 + [True]))
    return st.lists(one, max_size=most)


def bounds(facts: list[OrderAssumption]) -> list[tuple[str, str, Period]]:
    """What holds of them: to deny a fact of the vocabulary says nothing about what is stated."""
    return [(name_of(one.earlier), name_of(one.later), one.within or Period()) for one in facts if not one.denied]


def _keeps(days: Mapping[str, date], facts: list[OrderAssumption]) -> bool:
    return all(days[one] <= _reached(days[other], within) for one, other, within in bounds(facts))


def _reached(day: date, within: Period) -> date:
    return plus(day, within) + timedelta(-(-within.hours // 24))


class TestLowered:
    """The latest days that obey the order."""

    @settings(deadline=None, max_examples=40)
    @given(orders(), st.fixed_dictionaries(dict.fromkeys(NAMES[:3], st.sampled_from(WINDOW))))
    def test_it_is_the_greatest_of_all(self, facts: list[OrderAssumption], latest: dict[str, date]) -> None:
        """Of all days no later than these that obey it, they are the latest, each of them."""
        facts = [one for one in facts if {name_of(one.earlier), name_of(one.later)} <= set(latest)]
        found = Order(facts).lowered(latest)
        possible = [
            days
            for chosen in product(*([day for day in WINDOW if day <= latest[name]] for name in latest))
            if _keeps(days := dict(zip(latest, chosen, strict=True)), facts)
        ]

        assert _keeps(found, facts)
        assert found == {name: max(days[name] for days in possible) for name in latest}

    @settings(deadline=None, max_examples=100)
    @given(orders(6), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(WINDOW), max_size=3))
    def test_others_get_the_latest_that_chains_allow(
        self, facts: list[OrderAssumption], latest: dict[str, date]
    ) -> None:
        """An event without a day gets one exactly if a chain leads from it to one with a day; once lowered stays so."""
        order = Order(facts)
        found = order.lowered(latest)
        reached = {name for name in NAMES if any(order.chains(name, other) for other in latest)}

        assert set(found) == reached
        assert order.lowered(found) == found
        assert all(found[name] <= day for name, day in latest.items())
        for one, other, within in bounds(facts):
            assert other not in found or found[one] <= _reached(found[other], within)

    def test_chains(self) -> None:
        """Bounds join, whether or not the event between has come."""
        order = Order([fact(PAID, INVOICE, "P30D"), fact(INVOICE, END, "P1M")])

        assert order.lowered({END: date(2024, 1, 31)}) == {
            END: date(2024, 1, 31),
            INVOICE: date(2024, 2, 29),
            PAID: date(2024, 3, 30),
        }
        assert order.lowered({PAID: date(2024, 1, 31)}) == {PAID: date(2024, 1, 31)}
        assert order.lowered({}) == {}


class TestChains:
    """By what times an event may come after another."""

    ORDER = Order([fact(PAID, INVOICE, "P30D"), fact(INVOICE, END, "P1M"), fact(PAID, END), fact(END, PAID, "P1Y")])

    def test_each_way_once(self) -> None:
        """The links of each, the one next to the later event first; circles are left out."""
        assert self.ORDER.chains(PAID, END) == ((Period(months=1), Period(days=30)), (None,))
        assert self.ORDER.chains(END, INVOICE) == ((Period(days=30), Period(years=1)),)

    def test_to_itself_and_to_nowhere(self) -> None:
        """An event comes no later than itself; without a chain there is nothing to tell."""
        assert self.ORDER.chains(PAID, PAID) == ((),)
        assert self.ORDER.chains(ORDERED, END) == ()
        assert Order([]).chains(PAID, END) == ()


class TestAndAlso:
    """More assumptions."""

    def test_they_join_those_that_hold(self) -> None:
        """Each once; the order itself stays as it was."""
        order = Order([fact(INVOICE, END)])
        more = order.and_also([fact(INVOICE, END), fact(PAID, INVOICE, "P30D")])

        assert [(one.earlier, one.later) for one in more.bounds] == [(INVOICE, END), (PAID, INVOICE)]
        assert len(order.bounds) == 1

    def test_the_narrower_of_two_holds(self) -> None:
        """Both are facts, so the lower day counts."""
        order = Order([fact(INVOICE, END, "P1M")]).and_also([fact(INVOICE, END, "P2D")])

        assert order.lowered({END: date(2024, 1, 1)})[INVOICE] == date(2024, 1, 3)

    def test_an_event_says_nothing_about_itself(self) -> None:
        """Such a fact is no bound."""
        assert Order([fact(END, END, "P1D")]).bounds == ()


class TestDenied:
    """A fact of the vocabulary that does not hold here."""

    @pytest.mark.parametrize("first", [True, False])
    def test_it_is_switched_off(self, *, first: bool) -> None:
        """Wherever it is denied; what is stated of the same events instead holds."""
        denied, instead = fact(ORDERED, END, denied=True), fact(ORDERED, END, "P1M")
        order = Order.of([denied, instead] if first else [instead, denied])

        assert [one.within for one in order.bounds if (one.earlier, one.later) == (ORDERED, END)] == [Period(months=1)]
        assert len(order.bounds) == len(natural_order())

    def test_it_binds_nothing(self) -> None:
        """To deny is not to state."""
        assert Order([fact(INVOICE, END, denied=True)]).bounds == ()


DAY = date(2024, 5, 31)
LATER = date(2024, 6, 30)


class TestIsObeyed:
    """Whether what happened by a day obeys the order."""

    @pytest.mark.parametrize(
        ("events", "on", "expected"),
        [
            ({INVOICE: DAY, END: DAY}, DAY, True),
            ({INVOICE: LATER, END: DAY}, LATER, True),
            ({INVOICE: LATER + timedelta(1), END: DAY}, LATER, False),  # after P1M
            ({INVOICE: LATER + timedelta(1), END: NOT_YET}, LATER, True),
            ({INVOICE: NOT_YET, END: DAY}, TODAY, True),  # an occurrence need not occur
            ({INVOICE: NEVER, END: DAY}, TODAY, True),
            ({INVOICE: UNKNOWN, END: DAY}, TODAY, True),
            ({"contract-end": NOT_YET, END: DAY}, DAY, False),  # an ending must have come
            ({"contract-end": NOT_YET, END: DAY}, DAY - timedelta(1), True),  # it was not due yet
            ({"contract-end": NEVER, END: DAY}, DAY - timedelta(1), False),  # but it will be
            ({"contract-end": UNKNOWN, END: DAY}, TODAY, True),
            ({"contract-end": DAY, END: DAY}, TODAY, True),
            ({"contract-end": LATER, END: DAY}, TODAY, False),
            ({"contract-end": NEVER, END: NEVER}, TODAY, True),
            ({"contract-end": NOT_YET, END: NOT_YET}, TODAY, True),
            ({PAID: date(2024, 7, 31), END: DAY}, TODAY, False),  # through an invoice that nobody tells of
            ({PAID: date(2024, 7, 30), END: DAY}, TODAY, True),
            ({PAID: date(2024, 7, 31), INVOICE: NOT_YET, END: DAY}, TODAY, False),  # or that has not come
            ({PAID: date(2024, 7, 30), INVOICE: NEVER, END: DAY}, TODAY, True),
            ({}, TODAY, True),
        ],
    )
    def test_each(self, events: dict[str, EventValue], on: date, *, expected: bool) -> None:
        """Days, endings overdue, occurrences absent, what never comes, chains."""
        order = Order([fact(INVOICE, END, "P1M"), fact("contract-end", END), fact(PAID, INVOICE, "P30D")])

        assert order.is_obeyed(events, on) is expected

    @settings(deadline=None, max_examples=100)
    @given(orders(), st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*WINDOW, NOT_YET, NEVER, UNKNOWN])))
    def test_days_obey_it_if_they_need_not_be_lowered(
        self, facts: list[OrderAssumption], events: dict[str, EventValue]
    ) -> None:
        """Lowered days are obeyed; and they are what they were exactly if those were."""
        order = Order(facts)
        days = {name: value for name, value in events.items() if isinstance(value, date)}
        lowered = order.lowered(days)

        assert order.is_obeyed(lowered, TODAY)
        assert order.is_obeyed(days, TODAY) is (days.items() <= lowered.items())
        assert order.is_obeyed(days, TODAY) or not order.is_obeyed(events, TODAY)
