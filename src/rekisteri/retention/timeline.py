"""Looking for a timeline: days of events that meet demands and obey an order, exactly.

On a given day every demand asks that an event come no later than some day (its end has passed) or no earlier (its period runs).
Bounds only ever rise with the days that they depend on, so the latest days that meet the former and the order are the best
chance for the latter: if these do not do, nothing does. What is left is to try the days on which something has just passed.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import isleap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

import attrs

from rekisteri.retention.events import EventState, EventValue, is_ending
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.formula import Dropped, NoDay
from rekisteri.retention.inverse import NoFormula
from rekisteri.retention.last import Term, computed
from rekisteri.retention.order import Order
from rekisteri.retention.period import NO_TIME, Period, after, before, plus
from rekisteri.retention.rule import Round
from rekisteri.retention.ways import Counted, Demand, FixedPassed, FixedRuns, InTime, Lapsed, Open, Passed, Runs, Way

__all__ = ["Clock", "Moment", "Timeline"]

COMES_AT_THE_END_OF = {"financial-year-end": Round.FINANCIAL_YEAR, "tax-period-end": Round.MONTH}
"""Events that only come on the last day of a span; when financial years end has to be known for that."""
CYCLE = 400
"""Years after which the calendar repeats itself."""
FIRST_YEAR, FINAL_YEAR = 2, 9900

A_MONTH = 31
AROUND = 4
"""How many days before its end a month has that others lack."""

_ROUNDED_DAYS = {
    Round.MONTH: 30,
    Round.YEAR: 365,
    Round.FINANCIAL_YEAR: 366,
    Round.YEAR_OF_FINANCIAL_YEAR_END: 731,
}
"""By how many days a rounding moves a day at most."""


@attrs.frozen
class Timeline:
    """Events with their days, and the day on which the demands are met.

    Attributes:
        on: The day.
        days: The days of the events that have come, by name.
        never: The endings that will never come; all other events have not come.
    """

    on: date
    days: dict[str, date] = attrs.field(hash=False)
    never: tuple[str, ...] = ()

    def events(self, names: Iterable[str]) -> dict[str, EventValue]:
        """A value for each of the named events."""
        states = {True: EventState.NEVER, False: EventState.NOT_YET}
        return {name: self.days.get(name, states[name in self.never]) for name in names}


@attrs.frozen
class Moment:
    """A day on which something has just passed: the first of *on*; it was counted from *event* on *day*, or is fixed."""

    on: date
    event: str | None = None
    day: date | None = None


@attrs.frozen(cache_hash=True)
class _Edges:
    """Days at which something can turn.

    Attributes:
        shifts: By how many days the edges of months are moved back.
        starts: On which days of months what ends with a day begins anew.
        beyond: How many days after an edge count too.
    """

    shifts: frozenset[int]
    starts: frozenset[int]
    beyond: int


class Clock:
    """Last days for one financial calendar, remembered, and the search in them."""

    def __init__(self, calendar: FinancialCalendar, near: date) -> None:
        self.calendar = calendar
        self.near = near
        self._shared: dict[Term, dict[date, date]] = {}
        self._known: dict[int, dict[date, date]] = {}  # the same by identity, since comparing terms takes its time
        self._moves: dict[tuple[int, int], tuple[int, int]] = {}
        self._guesses: dict[tuple[int, int], tuple[date, date]] = {}
        self._kept: list[object] = []  # what is known by identity must live on, lest another object gets its number
        self._year_ends: dict[int, list[date]] = {}
        self._irregular_years = {day.year for year in calendar.irregular for day in (year.end, before(year.start))}
        self._special = [day for year in calendar.irregular for day in (year.start, year.end)]

    def last(self, term: Term, day: date) -> date:
        """The last day counted from *day*.

        Raises:
            NoFormula: It is not known when financial years end.
        """
        known = self._known.get(id(term))
        if known is None:
            self._kept.append(term)
            known = self._known[id(term)] = self._shared.setdefault(term, {})
        if day not in known:
            found = computed(term, day, self.calendar)
            if found is None:
                raise NoFormula("no-year-end")
            known[day] = found
        return known[day]

    def overdue(self, passed: Passed, day: date) -> date:
        """The last day counted from *day*, and the time that the erasure may take."""
        found = self.last(passed.counted.term, day)
        return plus(found, passed.within) if passed.within else found

    def timelines(self, way: Way, order: Order) -> Iterator[Timeline]:
        """Timelines that meet the demands and obey the order, the nearest years first; none exactly if there is none."""
        if self.is_hopeless(way, order):
            return
        for moment in self.moments(way, order):
            found = self.solved(way, order, moment)
            if found:
                yield found

    def can_happen(self, ways: Iterable[Way], order: Order) -> bool:
        """Whether there is a timeline in one of the ways."""
        return any(next(self.timelines(way, order), None) for way in ways)

    def moments(self, way: Way, order: Order) -> Iterator[Moment]:
        """The days that have to be tried: those after which one of the ends has just passed, in every kind of year."""
        yield from (Moment(after(_passes(one))) for one in way if isinstance(one, FixedPassed))
        drivers = [one for one in way if isinstance(one, Passed)]
        edges = self._edges(way, order)
        for year in self._years(way) if drivers else ():
            days = _days_of(year) if self._is_special(way, year) or edges is None else _days_at(year, edges)
            for driver in drivers:
                event = driver.counted.event
                for day in self._comings(event, year, days):
                    if _fits(driver.counted, day):
                        yield Moment(after(self.overdue(driver, day)), event, day)

    def solved(self, way: Way, order: Order, moment: Moment) -> Timeline | None:
        """The latest days that meet the demands at a moment; None if they cannot be met."""
        without_day = {one.event for one in way if isinstance(one, Open | NoDay | Dropped)}
        latest = self._limits(way, moment)
        if latest is None or without_day & latest.keys():
            return None
        needed = set(latest)
        latest = self._settled(way, order.about(latest), latest)
        if not all(self._is_met(one, latest, moment.on) for one in way):
            return None
        forced = {name for name, day in latest.items() if is_ending(name) and day <= moment.on} - without_day
        days = {name: latest[name] for name in [*needed, *sorted(forced - needed)]}
        never = tuple(one.event for one in way if isinstance(one, Dropped) and not one.not_yet)
        return Timeline(self._first(way, days), days, never)

    def earliest(self, way: Way, event: str, on: date) -> date | None:
        """The earliest day of an event for which all that is counted from it still runs on a day; None: nothing is."""
        found = [
            self._runs_from(one.counted, on) for one in way if isinstance(one, Runs) and one.counted.event == event
        ]
        return max(found, default=None)

    # One moment.

    def _first(self, way: Way, days: Mapping[str, date]) -> date:
        """The first day on which all that must have passed has, and all events have come."""
        fixed = [after(_passes(one)) for one in way if isinstance(one, FixedPassed)]
        passed = [after(self.overdue(one, days[one.counted.event])) for one in way if isinstance(one, Passed)]
        return max([*fixed, *passed, *days.values()])

    def _limits(self, way: Way, moment: Moment) -> dict[str, date] | None:
        """The latest day of each event that must have one, by the demands alone."""
        latest: dict[str, date] = {}
        for one in way:
            for event, limit in self._limits_of(one, moment):
                if limit is None:
                    return None
                latest[event] = min(limit, latest.get(event, limit))
        return latest

    def _limits_of(self, demand: Demand, moment: Moment) -> Iterator[tuple[str, date | None]]:
        match demand:
            case Passed(counted):
                if counted.event == moment.event and moment.day is not None:
                    limit: date | None = moment.day
                else:
                    limit = self._latest_passed(demand, moment.on)
                yield counted.event, min(limit, counted.final or limit) if limit else None
            case Runs(counted):
                yield counted.event, min(moment.on, counted.final or moment.on)
            case InTime(event, counted) | Lapsed(event, counted):
                yield event, moment.on
                yield counted.event, moment.on
            case _:
                return

    def _latest_passed(self, passed: Passed, on: date) -> date | None:
        """The latest day whose last day, with the time that the erasure may take, lies before *on*."""
        key = id(passed.counted.term), id(passed.within)
        near = self._near_guess(passed, key, on)
        if near is None:
            near = self._bisected(passed, on)
        if near is not None:
            self._guesses[key] = on, near
        return near

    def _near_guess(self, passed: Passed, key: tuple[int, int], on: date) -> date | None:
        """The same, if it has stood still since it was last asked for, or moved as the day did; days are asked for in order."""
        known = self._guesses.get(key)
        if known is None or not abs((on - known[0]).days) < AROUND:
            return None
        for guess in (known[1], known[1] + (on - known[0])):
            if self.overdue(passed, guess) < on <= self.overdue(passed, after(guess)):
                return guess
        return None

    def _bisected(self, passed: Passed, on: date) -> date | None:
        most, least = self._bounds(passed.counted.term, passed.within)
        low = max(on.toordinal() - most - 1, date.min.toordinal())
        days = range(low, max(on.toordinal() - least + 1, low))
        index = bisect_left(days, on, key=lambda number: self.overdue(passed, date.fromordinal(number)))
        return date.fromordinal(low + index - 1) if low + index > date.min.toordinal() else None

    def _settled(self, way: Way, order: Order, latest: dict[str, date]) -> dict[str, date]:
        """The same, lowered until it obeys the order and what laws that compare two events ask."""
        while True:
            found = order.lowered(latest)
            for one in way:
                if isinstance(one, InTime):
                    limit = self.last(one.counted.term, found[one.counted.event])
                    found[one.event] = min(found[one.event], limit)
                elif isinstance(one, Lapsed):
                    before = self._latest_passed(Passed(one.counted), found[one.event])
                    found[one.counted.event] = min(found[one.counted.event], before or date.min)
            for event in COMES_AT_THE_END_OF.keys() & found.keys():
                found[event] = self._last_coming(event, found[event])
            if found == latest:
                return found
            latest = found

    def _is_met(self, demand: Demand, latest: dict[str, date], on: date) -> bool:
        match demand:
            case Passed(counted):
                day = latest[counted.event]
                return _fits(counted, day) and self.overdue(demand, day) < on
            case Runs(counted):
                day = latest[counted.event]
                return _fits(counted, day) and self.last(counted.term, day) >= on
            case InTime(event, counted) | Lapsed(event, counted):
                in_time = latest[event] <= self.last(counted.term, latest[counted.event])
                return in_time is isinstance(demand, InTime)
            case FixedPassed() | FixedRuns():
                passed = _passes(demand) < on
                return passed is isinstance(demand, FixedPassed)
        # an ending that has not come, or never will, must not have had to come
        limit = latest.get(demand.event) if is_ending(demand.event) else None
        return limit is None or (limit > on and not isinstance(demand, Dropped))

    def _runs_from(self, counted: Counted, on: date) -> date:
        """The earliest day whose last day is *on* or later."""
        before = self._latest_passed(Passed(counted), on)
        day = after(before) if before else date.min
        first = max(day, counted.first or day)
        return self.from_day(counted.event, first)

    # Which days an event can come on.

    def comes_on_some_days(self, event: str) -> bool:
        """Whether an event cannot come on any day: a financial year ends when it ends."""
        return event in COMES_AT_THE_END_OF

    def from_day(self, event: str, day: date) -> date:
        """The first day from *day* on which an event can come."""
        if not self.comes_on_some_days(event):
            return day
        return self.calendar.end_of(COMES_AT_THE_END_OF[event], day) or day

    def _comings(self, event: str, year: int, days: Sequence[date]) -> Sequence[date]:
        """Those of some days of a year on which an event can come."""
        if not self.comes_on_some_days(event):
            return days
        if self.calendar.year_end and COMES_AT_THE_END_OF[event] is Round.FINANCIAL_YEAR:
            return [day for day in reversed(self._year_ends_in(year)) if day in days]
        return [day for day in days if self._last_coming(event, day) == day]

    def _last_coming(self, event: str, day: date) -> date:
        """The last day, no later than *day*, on which an event comes that only comes on some days."""
        if COMES_AT_THE_END_OF[event] is Round.MONTH:
            return day if after(day).day == 1 or day == date.max else before(day.replace(day=1))
        return self._financial_year_end(day)

    def _financial_year_end(self, day: date) -> date:
        """The last end of a financial year that is no later; the day itself if it is not known when they end."""
        usual = range(max(day.year - 3, date.min.year), day.year + 1) if self.calendar.year_end else ()
        for year in sorted({*usual, *self._irregular_years}, reverse=True):
            for end in self._year_ends_in(year):
                if end <= day:
                    return end
        return day

    def _year_ends_in(self, year: int) -> list[date]:
        """The ends of financial years in a calendar year, the last one first."""
        if year not in self._year_ends:
            usual = self.calendar.year_end
            ends = [usual.first_from(date(year, 1, 1))] if usual else []
            ends += [end for one in self.calendar.irregular for end in (one.end, before(one.start)) if end.year == year]
            real = {end for end in ends if self.calendar.end_of(Round.FINANCIAL_YEAR, end) == end}
            self._year_ends[year] = sorted(real, reverse=True)
        return self._year_ends[year]

    # Which years have to be tried.

    def _years(self, way: Way) -> Sequence[int]:
        passed = [one for one in way if isinstance(one, Passed)]
        year = self.near.year - min(_most_days(one.counted.term.period) for one in passed) // 365
        start = min(max(year, FIRST_YEAR), FINAL_YEAR)
        return _kinds_of_years(start, *self._window(way), self._special_years(way))

    def _window(self, way: Way) -> tuple[int, int]:
        """How many years before and after a day everything lies that is counted to or from it."""
        passed = [one for one in way if isinstance(one, Passed)]
        ends = [self._most(one.counted.term) + _most_days(one.within or NO_TIME) for one in passed]
        shortest = min(_least_days(one.counted.term.period) for one in passed)
        longest = max([*ends, *(self._most(one.term) for one in _terms(way))])
        back, ahead = max(longest - shortest, 0) // 365 + 2, max(ends) // 365 + 2
        return min(back, CYCLE), min(ahead, CYCLE)  # within a full cycle everything is, also what reaches further

    def _special_years(self, way: Way) -> tuple[int, ...]:
        """The years of days that no other year has: versions of laws, fixed days, irregular financial years."""
        bounds = [day for one in _terms(way) for day in (one.first, one.final)]
        fixed = [one.day for one in way if isinstance(one, FixedPassed | FixedRuns)]
        return tuple(sorted({day.year for day in (*bounds, *fixed, *self._special) if day}))

    def _is_special(self, way: Way, year: int) -> bool:
        back, ahead = self._window(way)
        return any(year - back <= one <= year + ahead for one in self._special_years(way))

    def _edges(self, way: Way, order: Order) -> _Edges | None:
        """Around which days of months something can turn; None: on any day.

        Between the edges of months everything counted moves with the day, or stands still, so the least and the greatest difference
        between two such things lie at an edge: of the month of the day itself, or of a day counted from it. Where months and days
        are added together, what lies before such a day is a few days longer or shorter; where several do, nothing is left out.
        """
        ends = [one for one in way if isinstance(one, Passed)]
        runs = [one.counted.term.period for one in way if isinstance(one, Runs)]
        periods = [one.counted.term.period for one in ends]
        withins = [one.within or NO_TIME for one in ends]
        links = [bound.within for bound in order.bounds if bound.within]
        mixed = sum(_is_mixed(one) for one in (*periods, *withins, *runs, *links))
        if mixed > 1 or any(isinstance(one, InTime | Lapsed) for one in way):
            return None
        own = {_days_in(one) for one in periods}
        late = {_days_in(one) + _days_in(within) for one, within in zip(periods, withins, strict=True)}
        shifts = {0, *own, *late, *(one - other for one in late for other in own | late | set(map(_days_in, runs)))}
        moves = {_days_in(one) for one in links}
        chained = {one + other for one in shifts for other in moves | {-move for move in moves}}
        usual = self.calendar.year_end
        starts = {1, usual.day + 1} if usual else {1}
        return _Edges(frozenset(shifts | chained), frozenset(starts), AROUND if mixed else 0)

    def is_hopeless(self, way: Way, order: Order) -> bool:
        """Whether two demands cannot be met together, by how long their periods can be at all."""
        passed = [one for one in way if isinstance(one, Passed)]
        with_day = {one.counted.event for one in way if isinstance(one, Passed | Runs)}
        never = {one.event for one in way if isinstance(one, Dropped) and not one.not_yet}
        for one in way:
            if isinstance(one, Open | NoDay | Dropped) and one.event in with_day:
                return True
            if isinstance(one, Open) and one.event in never:
                return True
            if isinstance(one, Open) and any(self._has_come_before(one.event, end, order) for end in passed):
                return True
            if isinstance(one, Runs) and any(self._never_before(end, one, order) for end in passed):
                return True
        return False

    def _has_come_before(self, event: str, end: Passed, order: Order) -> bool:
        """Whether an event must have come when an end has passed."""
        least = _least_days(end.counted.term.period)
        return any(
            sum(_most_days(one) for one in links if one) <= least for links in order.chains(event, end.counted.event)
        )

    def _never_before(self, passed: Passed, runs: Runs, order: Order) -> bool:
        short, long = runs.counted.term, passed.counted.term
        for links in order.chains(short.event, long.event):
            slack = sum(_most_days(one) for one in links if one)
            if not any(links) and _is_no_longer(short, long):
                return True
            if self._most(short) + slack <= _least_days(long.period) + _least_days(passed.within or NO_TIME):
                return True
        return False

    def _bounds(self, term: Term, within: Period | None = None) -> tuple[int, int]:
        """How many days at most, and at least, a term moves a day, with the time that the erasure may take."""
        found = self._moves.get((id(term), id(within)))
        if found is None:
            found = (
                self._most(term) + _most_days(within or NO_TIME),
                _least_days(term.period) + _least_days(within or NO_TIME),
            )
            self._kept += [term, within]
            self._moves[id(term), id(within)] = found
        return found

    def _most(self, term: Term) -> int:
        rounded = sum(_ROUNDED_DAYS[span] for span in chain(term.start.round or (), term.rounds))
        return _most_days(term.period) + rounded + 366 * len(self.calendar.irregular[:1])


def _is_no_longer(short: Term, long: Term) -> bool:
    """Whether one period ends no later than another that is counted from the same day, or a later one."""
    starts = not short.start.round or short.start.round == long.start.round
    ends = not short.rounds or short.rounds == long.rounds
    mine, other = short.period, long.period
    months = 12 * mine.years + mine.months <= 12 * other.years + other.months
    return starts and ends and months and _days_in(mine) <= _days_in(other)


def _most_days(period: Period) -> int:
    return (
        -(-(12 * period.years + period.months) * 3653 // 120) + 3 + 7 * period.weeks + period.days
        if period != NO_TIME
        else 0
    )


def _least_days(period: Period) -> int:
    return max((12 * period.years + period.months) * 3652 // 120 - 3, 0) + 7 * period.weeks + period.days


def _passes(fixed: FixedPassed | FixedRuns) -> date:
    """The fixed day, with the time that the erasure may take."""
    return plus(fixed.day, fixed.within) if isinstance(fixed, FixedPassed) and fixed.within else fixed.day


def _days_in(period: Period) -> int:
    """The days of a period beside its months."""
    return 7 * period.weeks + period.days


def _is_mixed(period: Period) -> bool:
    """Whether both months and days are added."""
    return bool(period.years or period.months) and bool(_days_in(period))


def _terms(way: Way) -> list[Counted]:
    return [one.counted for one in way if isinstance(one, Passed | Runs | InTime | Lapsed)]


def _fits(counted: Counted, day: date) -> bool:
    return (counted.first is None or counted.first <= day) and (counted.final is None or day <= counted.final)


@lru_cache(maxsize=256)
def _days_of(year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    return tuple(first + timedelta(n) for n in range(366 if isleap(year) else 365))


@lru_cache(maxsize=1024)
def _days_at(year: int, edges: _Edges) -> tuple[date, ...]:
    """The days of a year at the edges."""
    first, final = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    found: set[int] = set()
    for shift in edges.shifts:
        for month in _months(first + shift - A_MONTH, final + shift + AROUND):
            for start in edges.starts:
                edge = month + start - 1 - shift
                found.update(range(edge - AROUND, edge + edges.beyond + 1))
    return tuple(date.fromordinal(number) for number in sorted(found) if first <= number <= final)


def _months(first: int, final: int) -> Iterator[int]:
    """The first days of the months that touch a span."""
    latest = date.max.toordinal() - A_MONTH
    day = date.fromordinal(min(max(first, 1), latest)).replace(day=1)
    while day.toordinal() <= min(final, latest):
        yield day.toordinal()
        day = (day + timedelta(31)).replace(day=1)


@lru_cache(maxsize=256)
def _kinds_of_years(start: int, back: int, ahead: int, special: tuple[int, ...]) -> tuple[int, ...]:
    """One year of each kind, those before *start* first: years are alike if leap years lie alike around them.

    Whatever is counted to or from a day of the year lies within *back* years before and *ahead* years after it. 400 years are a
    full cycle; a year with something special around it is of a kind of its own.
    """
    low = max(min([start, *special]) - CYCLE - ahead, FIRST_YEAR)
    high = min(max([start, *special]) + CYCLE + back, FINAL_YEAR)
    found: dict[object, int] = {}
    for year in (*range(start, low - 1, -1), *range(start + 1, high + 1)):
        window = range(year - back, year + ahead + 1)
        if any(one in window for one in special):
            kind: object = year
        else:
            kind = (tuple(map(isleap, window)), tuple(one < year for one in special))
        found.setdefault(kind, year)
    return tuple(found.values())
