"""The widest assumption about the order of two events under which a period and an end are consistent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from rekisteri.retention.events import event_name
from rekisteri.retention.order import Order, reach
from rekisteri.retention.period import NO_TIME, Period, after, plus
from rekisteri.retention.rule import OrderAssumption
from rekisteri.retention.timeline import Clock, Moment, Timeline
from rekisteri.retention.ways import Demand, Open, Passed, Runs, Way
from rekisteri.words import Words

__all__ = ["Pair", "assumed", "widest"]

SLACK = 8
"""A turn by so many days wider than another cannot be the first to break: the same period differs by less."""

Pair = tuple[Words, Words]
"""The event from which the period runs, and the one from which the end does."""


def assumed(pair: Pair, within: Period | None = None) -> OrderAssumption:
    """That the first event comes no later than *within* after the second."""
    return OrderAssumption(earlier=pair[0], later=pair[1], within=within if within and within != NO_TIME else None)


def widest(
    clock: Clock, ways: Sequence[Way], order: Order, pairs: Sequence[Pair]
) -> tuple[tuple[OrderAssumption, ...], Timeline]:
    """The assumptions that suffice, each as wide as it can be beside the others, and a timeline one day beyond the last.

    Where no width can be found, since laws compare events or only an ending that will never come is in the way, the assumptions are
    that the first event of each pair comes no later than the second, and the timeline is any.

    Args:
        clock: Where timelines are looked for.
        ways: The ways in which the end passes while the period runs.
        order: What is known of the order of events, under which there is such a timeline.
        pairs: Events that the order leaves free; if the first of each came no later than the second, there would be none.
    """
    for kept in (_needed(clock, ways, order, pairs), pairs):
        found = dict.fromkeys(kept, NO_TIME)
        broken: dict[Pair, Timeline] = {}
        for pair in kept:
            others = order.and_also(assumed(one, found[one]) for one in kept if one != pair)
            widened = _Widening(clock, ways, others, pair).widest()
            if widened:
                found[pair], broken[pair] = widened
        # if however late one comes is well it need not be told, unless the others suffice only beside it
        candidates = [tuple(assumed(pair, found[pair]) for pair in told) for told in (broken, kept) if broken]
        sure = len(pairs) == 1 and _stand_alone(ways, order)
        enough = (one for one in candidates if sure or not clock.can_happen(ways, order.and_also(one)))
        assumptions = next(enough, None)
        if assumptions:
            return assumptions, broken[list(broken)[-1]]
    some = (timeline for way in ways for timeline in clock.timelines(way, order))
    return tuple(map(assumed, _needed(clock, ways, order, pairs))), next(some)


def _stand_alone(ways: Sequence[Way], order: Order) -> bool:
    """Whether nothing else bounds an event of these ways, so that no way can open when one bound is widened."""
    events = {one.counted.event for way in ways for one in way if isinstance(one, Passed | Runs)}
    return not any(bound.earlier in events for bound in order.about(events).bounds)


def _needed(clock: Clock, ways: Sequence[Way], order: Order, pairs: Sequence[Pair]) -> list[Pair]:
    """As few of the pairs as will do, while none comes any later."""
    kept = list(pairs)
    for pair in pairs:
        rest = [one for one in kept if one != pair]
        if rest and not clock.can_happen(ways, order.and_also(map(assumed, rest))):
            kept = rest
    return kept


@attrs.frozen
class _Turn:
    """A moment at which everything hangs on one event.

    Attributes:
        later: The day of the event from which the end is counted; earliest: that of the other from which on the period still runs.
    """

    way: Way
    moment: Moment
    later: date
    earliest: date

    @property
    def gap(self) -> int:
        """The days between the two."""
        return (self.earliest - self.later).days

    @property
    def months(self) -> int:
        """How many months after the later event the other may come at most."""
        later, earliest = self.later, self.earliest
        months = 12 * (earliest.year - later.year) + earliest.month - later.month
        return months - 1 if plus(later, Period(months=months)) >= earliest else months

    def breaks(self, within: Period) -> bool:
        """Whether an event within that time would be late enough."""
        return reach(self.later, within) >= self.earliest


@attrs.frozen
class _Widening:
    clock: Clock
    ways: Sequence[Way]
    order: Order
    pair: Pair

    def widest(self) -> tuple[Period, Timeline] | None:
        """How much later the first event may come, and a timeline one day beyond; None if however late is well."""
        near = self._near()
        if not near:
            return None
        months = min(turn.months for turn in near)
        within = Period(years=months // 12, months=months % 12)
        days = min((turn.earliest - reach(turn.later, within)).days for turn in near) - 1
        beyond = attrs.evolve(within, days=days + 1)
        order = self.order.and_also([assumed(self.pair, beyond)])
        broken = (self.clock.solved(turn.way, order, turn.moment) for turn in near if turn.breaks(beyond))
        timeline = next(filter(None, broken), None)
        return (attrs.evolve(within, days=days), timeline) if timeline else None

    def _near(self) -> list[_Turn]:
        """The turns at which the least time breaks an assumption, nearest years first."""
        found: list[_Turn] = []
        narrowest: int | None = None
        for turn in sorted(self._rough(), key=lambda turn: turn.gap):
            if narrowest is not None and turn.gap > narrowest + SLACK:
                break
            exact = self._exact(turn)
            if exact:
                narrowest = exact.gap if narrowest is None else min(narrowest, exact.gap)
                found.append(exact)
        return sorted(found, key=lambda turn: abs(turn.moment.on.year - self.clock.near.year))

    def _exact(self, turn: _Turn) -> _Turn | None:
        """The same with the latest day that the later event can have; None if nothing hangs on it."""
        later = event_name(self.pair[1])
        if turn.moment.event == later and self._stands_alone(turn.way, later):
            return turn
        timeline = self.clock.solved(turn.way, self.order, turn.moment)
        latest = self.order.lowered(timeline.days).get(later) if timeline else None
        return attrs.evolve(turn, later=latest) if latest and latest < turn.earliest else None

    def _stands_alone(self, way: Way, later: str) -> bool:
        """Whether nothing but its end says when the later event comes."""
        bounded = any(bound.earlier == later for bound in self.order.bounds)
        return not bounded and len(way) == len(self.pair) and all(isinstance(one, Passed | Runs) for one in way)

    def _rough(self) -> Iterator[_Turn]:
        """Every turn, the day of the later event as late as it can be at all."""
        later = event_name(self.pair[1])
        for way in self._deciding():
            for moment in self.clock.moments(way, self.order):
                latest = moment.day if moment.event == later and moment.day else moment.on
                earliest = self._earliest(way, moment.on)
                if earliest:
                    yield _Turn(way, moment, latest, earliest)

    def _deciding(self) -> list[Way]:
        """The ways in which the earlier event is wanted.

        That it may not have come at all says no more than that it may come late, unless it only comes on some days.
        """
        earlier = event_name(self.pair[0])
        hopeful = [way for way in self.ways if not self.clock.is_hopeless(way, self.order)]
        runs = [way for way in hopeful if any(isinstance(one, Runs) and one.counted.event == earlier for one in way)]
        beside = {self._without(way, earlier) for way in runs}
        always = self.clock.comes_on_some_days(earlier)
        open_ways = [way for way in hopeful if Open(earlier) in way]
        return [*runs, *(way for way in open_ways if always or self._without(way, earlier) not in beside)]

    @staticmethod
    def _without(way: Way, event: str) -> frozenset[Demand]:
        """What else a way demands than that one event runs or has not come."""
        return frozenset(
            one for one in way if one != Open(event) and not (isinstance(one, Runs) and one.counted.event == event)
        )

    def _earliest(self, way: Way, on: date) -> date | None:
        """The earliest day of the earlier event that breaks, at a moment; None if none does."""
        earlier = event_name(self.pair[0])
        if Open(earlier) in way:
            return self.clock.from_day(earlier, after(on))
        found = self.clock.earliest(way, earlier, on)
        return found if found and found <= on else None
