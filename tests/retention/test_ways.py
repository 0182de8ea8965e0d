"""Ways say what last days say: a last day has passed, or runs, exactly if all demands of some way are met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from rekisteri.retention import EventState, FinancialCalendar, Last, LawVersion, MonthDay, Period, Round
from rekisteri.retention.formula import Dropped, NoDay
from rekisteri.retention.inverse import NoFormula
from rekisteri.retention.last import AnyLast, Compared, Ends, LastDay, computed, last_day
from rekisteri.retention.period import plus
from rekisteri.retention.ways import (
    Counted,
    Demand,
    FixedPassed,
    FixedRuns,
    InTime,
    Lapsed,
    Open,
    Passed,
    Runs,
    Way,
    every,
    ways_to_ask_nothing,
    ways_to_pass,
    ways_to_run,
)
from retention.strategies import ANY_DAYS, EventValues, calendars, counted, days, lasts, start, terms, values, versions

CALENDAR = FinancialCalendar(MonthDay(12, 31))
NOT_YET, NEVER = EventState.NOT_YET, EventState.NEVER
ONE_DAY = timedelta(1)
END, INVOICE = "relationship-end", "invoice"
DAY = date(2024, 5, 31)


# What a demand asks, of events with their days.


def _day(events: EventValues, name: str) -> date | None:
    value = events[name]
    return value if isinstance(value, date) else None


def _last(counted: Counted, events: EventValues, calendar: FinancialCalendar) -> date | None:
    """The last day, if the event has a day on which it counts."""
    day = _day(events, counted.event)
    if day is None or day < (counted.first or date.min) or day > (counted.final or date.max):
        return None
    return computed(counted.term, day, calendar)


def is_met(demand: Demand, events: EventValues, on: date, calendar: FinancialCalendar) -> bool:  # noqa: PLR0911 - one for each kind
    """Whether what happened meets a demand on a day."""
    match demand:
        case Passed(counted, within):
            last = _last(counted, events, calendar)
            return last is not None and plus(last, within or Period()) < on
        case Runs(counted):
            last = _last(counted, events, calendar)
            return last is not None and last >= on
        case Open(name):
            return events[name] is NOT_YET
        case InTime(name, counted) | Lapsed(name, counted):
            last, day = _last(counted, events, calendar), _day(events, name)
            return last is not None and day is not None and (day <= last) is isinstance(demand, InTime)
        case FixedPassed(fixed, within):
            return plus(fixed, within or Period()) < on
        case FixedRuns(fixed):
            return fixed >= on
        case NoDay(name):
            return _day(events, name) is None
        case Dropped(name, not_yet):
            return events[name] is NEVER or (not_yet and events[name] is NOT_YET)


def some_is_met(ways: Iterable[Way], events: EventValues, on: date, calendar: FinancialCalendar) -> bool:
    """Whether all demands of one way are met."""
    return any(all(is_met(one, events, on, calendar) for one in way) for way in ways)


# What they say.


def _parts(last: Last) -> Iterator[Last]:
    yield last
    for several in (last.later, last.earlier, last.first_known):
        for one in several or ():
            yield from _parts(one)


def _in_a_gap(last: Last, events: EventValues, calendar: FinancialCalendar) -> bool:
    """Whether some event lies between the versions of a law: there it is taken to be none, rather than to drop out."""
    inner = [one for one in _parts(last) if one.versions and one is not last]
    return any(
        last_day(one, events, calendar).ends is Ends.ABSENT
        and any(_day(events, str(version.start.event.term)) for version in one.versions or () if version.start)
        for one in inner
    )


def _passes(found: LastDay, within: Period | None, on: date) -> bool:
    return found.day is not None and plus(found.day, within or Period()) < on


def _runs(found: LastDay, on: date) -> bool:
    return found.ends in (Ends.OPEN, Ends.NEVER) or (found.day is not None and found.day >= on)


@st.composite
def cases(
    draw: st.DrawFn, last: st.SearchStrategy[Last]
) -> tuple[Last, EventValues, FinancialCalendar, Period | None, date]:
    """A last day, what happened, and a day, often the last one or the day after it."""
    told, events, calendar = draw(last), draw(values()), draw(calendars())
    within = draw(st.sampled_from([None, None, Period(days=1), Period(months=1)]))
    assume(not _in_a_gap(told, events, calendar))
    found = last_day(told, events, calendar).day
    near = [ANY_DAYS, days(date(1900, 1, 1), date(2100, 1, 1))]
    if found:
        later = plus(found, within or Period())
        edges = [found, later, *(one + ONE_DAY for one in (found, later) if one < date.max)]
        near += [st.sampled_from(edges)] * 3
    return told, events, calendar, within, draw(st.one_of(near))


KINDS = st.one_of(lasts(leaves=4), terms(), versions())
Case = tuple[Last, EventValues, FinancialCalendar, Period | None, date]


class TestLastDays:
    """Last days of every kind, whatever happened."""

    @settings(deadline=None, max_examples=250)
    @given(cases(KINDS))
    def test_ways_to_pass(self, case: Case) -> None:
        """The last day, with the time that the erasure may take, has passed exactly if some way is met."""
        last, events, calendar, within, on = case
        ways = _told(ways_to_pass, last, calendar, within)
        has_passed = _passes(last_day(last, events, calendar), within, on)
        event("passed" if has_passed else "not passed")

        assert some_is_met(ways, events, on, calendar) is has_passed

    @settings(deadline=None, max_examples=250)
    @given(cases(KINDS))
    def test_ways_to_run(self, case: Case) -> None:
        """The rule applies and its last day has not passed exactly if some way is met; what never comes runs for ever."""
        last, events, calendar, _, on = case
        assume(not (last.first_known and any(value is NEVER for value in events.values())))
        ways = _told(ways_to_run, last, calendar)
        runs = _runs(last_day(last, events, calendar), on)
        event("runs" if runs else "does not run")

        assert some_is_met(ways, events, on, calendar) is runs

    @settings(deadline=None, max_examples=250)
    @given(cases(KINDS))
    def test_ways_to_ask_nothing(self, case: Case) -> None:
        """Nothing is asked for exactly if the last day has passed or the rule does not apply."""
        last, events, calendar, _, on = case
        found = last_day(last, events, calendar)
        assume(
            found.ends is not Ends.ABSENT
            or not last.versions
            or all(_day(events, name) is None for name in _names(last))
        )
        ways = _told(ways_to_ask_nothing, last, calendar)

        assert some_is_met(ways, events, on, calendar) is (found.ends is Ends.ABSENT or _passes(found, None, on))


def _names(last: Last) -> list[str]:
    return [str(one.start.event.term) for one in last.versions or () if one.start]


def _told(ways: Any, last: AnyLast, *others: object) -> list[Way]:
    """The ways, of what can be taken apart: a "first known of" that is compared with others cannot, if it can drop out."""
    try:
        found: list[Way] = ways(last, *others)
    except NoFormula as error:
        assert str(error) == "first-known"
        assert isinstance(last, Last)
        assert any(one.first_known for one in _parts(last))
        assume(False)
    return found


class TestComparedEvents:
    """Laws by which time runs from an ending that came in time, else from another event."""

    ENDING = terms([END], st.sampled_from(["P0D", "P30D", "P1M", "P1Y"]).map(Period.parse))
    OTHER = terms([INVOICE], st.sampled_from(["P0D", "P30D", "P1M", "P2Y"]).map(Period.parse))
    NEAR = days(date(2020, 1, 1), date(2026, 1, 1))

    @settings(deadline=None, max_examples=250)
    @given(st.builds(Compared, ENDING, OTHER), values(NEAR), calendars(), st.sampled_from([None, Period(days=3)]), NEAR)
    def test_they_say_the_same(
        self, last: Compared, events: EventValues, calendar: FinancialCalendar, within: Period | None, on: date
    ) -> None:
        """For events that have come by the day; an ending that will never come is like one that has not come."""
        events = {name: NOT_YET if value is NEVER else value for name, value in events.items()}
        assume(all(value <= on for value in events.values() if isinstance(value, date)))
        found = last_day(last, events, calendar)
        event(found.ends)

        assert some_is_met(ways_to_pass(last, calendar, within), events, on, calendar) is _passes(found, within, on)
        assert some_is_met(ways_to_run(last, calendar), events, on, calendar) is _runs(found, on)

    def test_they_do_not_drop_out(self) -> None:
        """Such a rule asks for nothing only once it has passed."""
        last = Compared(counted(END, "P2Y"), counted(INVOICE, "P1Y"))

        assert ways_to_ask_nothing(last, CALENDAR) == ways_to_pass(last, CALENDAR)


class TestWhatCannotBeTakenApart:
    """The reason is told by name."""

    @pytest.mark.parametrize(
        ("last", "reason"),
        [
            (Last(period=Period(years=1)), "no-start"),
            (Last(start=start(END), period=Period(hours=72)), "hours"),
            (Last(later=[counted(END, "P1Y"), Last(start=start(INVOICE), period=Period(hours=1))]), "hours"),
            (Last(first_known=[Last(fixed=DAY), counted(END, "P1Y")]), "first-known"),
            (Last(later=[Last(first_known=[counted(END, "P1Y"), counted(INVOICE, "P1Y")])]), "first-known"),
            (
                Last(
                    versions=[
                        LawVersion(start=start(END), until=DAY, period=Period(years=1)),
                        LawVersion(start=start(END), since=DAY, period=Period(years=2)),
                    ]
                ),
                "overlap",
            ),
            (Last(versions=[LawVersion(period=Period(years=1))]), "no-start"),
            (Compared(Last(period=Period(years=1)), counted(INVOICE, "P1Y")), "no-start"),
        ],
    )
    def test_each(self, last: AnyLast, reason: str) -> None:
        """It is the same for passing and, but for what drops out, for running."""
        with pytest.raises(NoFormula, match=f"^{reason}$"):
            ways_to_pass(last, CALENDAR)
        if not (isinstance(last, Last) and last.later and reason == "first-known"):
            with pytest.raises(NoFormula, match=f"^{reason}$"):
                ways_to_run(last, CALENDAR)

    def test_a_version_that_never_holds_counts_nothing(self) -> None:
        """No year of the calendar ends by then."""
        version = LawVersion(start=start(INVOICE, Round.YEAR), until=date(1, 6, 30), period=Period(years=1))
        empty = LawVersion(
            start=start(INVOICE, Round.YEAR), since=date(2020, 1, 1), until=date(2020, 6, 30), period=Period()
        )

        assert ways_to_pass(Last(versions=[version]), CALENDAR) == []
        ((demand,),) = ways_to_pass(Last(versions=[empty]), CALENDAR)
        assert not any(
            is_met(demand, {INVOICE: DAY + timedelta(number)}, date.max, CALENDAR) for number in range(-5000, 0)
        )


def _shape(ways: Iterable[Way]) -> list[list[str]]:
    return [[f"{type(one).__name__} {_of(one)}".strip() for one in way] for way in ways]


def _of(demand: Demand) -> str:
    return str(getattr(demand, "event", "") or getattr(getattr(demand, "counted", None), "event", ""))


A, B = counted(END, "P1Y"), counted(INVOICE, "P1Y")
FIXED = Last(fixed=DAY)


class TestEachKind:
    """What ways there are."""

    @pytest.mark.parametrize(
        ("last", "to_pass", "to_run", "nothing"),
        [
            (A, [[f"Passed {END}"]], [[f"Runs {END}"], [f"Open {END}"], [f"Dropped {END}"]], []),
            (B, [[f"Passed {INVOICE}"]], [[f"Runs {INVOICE}"]], [[f"Dropped {INVOICE}"]]),
            (FIXED, [["FixedPassed"]], [["FixedRuns"]], []),
            (Last(forever=True), [], [[]], []),
            (
                Last(later=[B, FIXED]),
                [[f"Passed {INVOICE}", "FixedPassed"], [f"Dropped {INVOICE}", "FixedPassed"]],
                [[f"Runs {INVOICE}"], ["FixedRuns"]],
                [],
            ),
            (
                Last(earlier=[B, FIXED]),
                [[f"Passed {INVOICE}"], ["FixedPassed"]],
                [[f"Runs {INVOICE}", "FixedRuns"], [f"Dropped {INVOICE}", "FixedRuns"]],
                [],
            ),
            (
                Last(later=[A, B]),
                [
                    [f"Passed {END}", f"Passed {INVOICE}"],
                    [f"Passed {END}", f"Dropped {INVOICE}"],
                    [f"Dropped {END}", f"Passed {INVOICE}"],
                ],
                [[f"Runs {END}"], [f"Open {END}"], [f"Runs {INVOICE}"], [f"Dropped {END}", f"Dropped {INVOICE}"]],
                [],
            ),
            (
                Last(first_known=[A, B]),
                [[f"Passed {END}"], [f"NoDay {END}", f"Passed {INVOICE}"]],
                [[f"Runs {END}"], [f"NoDay {END}", f"Runs {INVOICE}"]],
                None,
            ),
            (
                Compared(A, B),
                [
                    [f"Passed {INVOICE}", f"Open {END}"],
                    [f"Passed {INVOICE}", f"Dropped {END}"],
                    [f"Passed {INVOICE}", f"Lapsed {END}"],
                    [f"Passed {END}", f"InTime {END}"],
                ],
                [
                    [f"Runs {INVOICE}", f"Open {END}"],
                    [f"Runs {INVOICE}", f"Dropped {END}"],
                    [f"Runs {END}", f"InTime {END}"],
                ],
                [],
            ),
        ],
    )
    def test_its_ways(
        self, last: AnyLast, to_pass: list[list[str]], to_run: list[list[str]], nothing: list[list[str]] | None
    ) -> None:
        """To pass, to run, and to be absent beside having passed."""
        assert _shape(ways_to_pass(last, CALENDAR)) == to_pass
        assert _shape(ways_to_run(last, CALENDAR)) == to_run
        if nothing is not None:
            assert _shape(ways_to_ask_nothing(last, CALENDAR)) == [*to_pass, *nothing]

    def test_joining(self) -> None:
        """One way of each; a demand that several make is made once; of nothing there is one way, that asks for nothing."""
        one, other = Open(END), Open(INVOICE)

        assert list(every([])) == [()]
        assert list(every([[(one,)], [(one, other), (other,)]])) == [(one, other), (one, other)]
        assert list(every([[], [(one,)]])) == []
