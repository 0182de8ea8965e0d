"""What is known of the order of events: by what the events are, and by what the controller states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import attrs

from rekisteri.retention.events import Events, EventState, day_of, event_name, is_ending
from rekisteri.retention.period import Period, plus
from rekisteri.retention.rule import OrderAssumption
from rekisteri.vocabulary.terms import term, terms

__all__ = ["Order", "natural_order", "reach"]

HOURS_A_DAY = 24


@cache
def natural_order() -> tuple[OrderAssumption, ...]:
    """What holds by what the events are; the vocabulary tells the reason of each."""
    return tuple(
        OrderAssumption(
            earlier=term(one.id), later=term(later), within=Period.parse(why["within"]) if "within" in why else None
        )
        for one in terms().values()
        for later, why in one.no_later_than.items()
    )


def reach(day: date, within: Period | None) -> date:
    """The last day on which an event may come that comes no later than *within* after *day*; hours count as begun days."""
    if within is None:
        return day
    found = plus(day, within)
    return plus(found, Period(days=-(-within.hours // HOURS_A_DAY))) if within.hours else found


@attrs.frozen
class _Bound:
    earlier: str
    later: str
    within: Period | None


class Order:
    """Assumptions about the order of events, as bounds that can be computed.

    Assumptions chain: if a payment comes no later than a delivery, and that no later than a year after the end of the contract, so
    does the payment, whether or not there is a delivery.
    """

    def __init__(self, assumptions: Iterable[OrderAssumption]) -> None:
        bounds = [_Bound(*_pair(one), one.within) for one in assumptions if not one.denied]
        self.bounds = tuple(bound for bound in dict.fromkeys(bounds) if bound.earlier != bound.later)
        self._parts: dict[frozenset[str], Order] = {}

    @classmethod
    def of(cls, stated: Iterable[OrderAssumption]) -> Order:
        """What a plan states, and what the vocabulary knows of other events: who speaks of the same two knows better."""
        listed = list(stated)
        said = {_pair(one) for one in listed}
        return cls([*(one for one in natural_order() if _pair(one) not in said), *listed])

    def and_also(self, assumptions: Iterable[OrderAssumption]) -> Order:
        """The same with more assumptions."""
        order = Order(assumptions)
        order.bounds = tuple(dict.fromkeys([*self.bounds, *order.bounds]))
        return order

    def about(self, events: Iterable[str]) -> Order:
        """The part that says something once these events have days."""
        key = frozenset(events)
        if key not in self._parts:
            known, before = set(key), 0
            while before < len(known):
                before = len(known)
                known |= {bound.earlier for bound in self.bounds if bound.later in known}
            part = Order(())
            part.bounds = tuple(bound for bound in self.bounds if bound.later in known)
            self._parts[key] = part
        return self._parts[key]

    def lowered(self, latest: Mapping[str, date]) -> dict[str, date]:
        """The latest days that obey the order, of days no later than *latest*; what is left out has no latest day.

        Every bound rises with the day that it depends on, so there is one greatest answer.
        """
        found = dict(latest)
        lowered = True
        while lowered:  # a circle ends too: no bound lies before the day that it depends on
            lowered = False
            for bound in self.bounds:
                if bound.later not in found:
                    continue
                limit = reach(found[bound.later], bound.within)
                if limit < found.get(bound.earlier, date.max):
                    found[bound.earlier] = limit
                    lowered = True
        return found

    def chains(self, earlier: str, later: str) -> tuple[tuple[Period | None, ...], ...]:
        """By what times an event may come after another, along each chain of assumptions without a circle."""
        return tuple(self._chains(earlier, later, frozenset()))

    def _chains(self, earlier: str, later: str, passed: frozenset[str]) -> Iterable[tuple[Period | None, ...]]:
        if earlier == later:
            yield ()
            return
        for bound in self.bounds:
            if bound.earlier == earlier and bound.later not in passed:
                for rest in self._chains(bound.later, later, passed | {earlier}):
                    yield (*rest, bound.within)

    def is_obeyed(self, events: Events, on: date) -> bool:
        """Whether what happened by a day obeys the order.

        An ending that must have come by then must not be open; an occurrence need not occur.
        """
        days = {name: day_of(value) for name, value in events.items() if isinstance(value, date)}
        latest = self.lowered(days)
        if any(latest[name] < day for name, day in days.items()):
            return False
        return all(
            value is EventState.UNKNOWN or not is_ending(name) or not _overdue(value, latest.get(name), on)
            for name, value in events.items()
            if isinstance(value, EventState)
        )


def _overdue(value: EventState, limit: date | None, on: date) -> bool:
    return limit is not None and (value is EventState.NEVER or limit <= on)


def _pair(one: OrderAssumption) -> tuple[str, str]:
    return event_name(one.earlier), event_name(one.later)
