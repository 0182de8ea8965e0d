"""Whether rules about keeping and rules about erasing can be kept together, whatever happens when.

Every period through which data must exist is held against every end in the same place: one category, used for one purpose, of one
kind of people. The answer is exact over the calendar and explains itself by days: a contradiction comes with a timeline for
which ``due`` answers ``conflict``, a doubt with what would have to hold of the order of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from rekisteri.retention.meeting import Consistency, Gap, Meeting
from rekisteri.retention.place import Place
from rekisteri.retention.plan import (
    Category,
    Cell,
    PlanOrSource,
    plan_of,
)
from rekisteri.retention.timeline import Clock

__all__ = ["consistency_of"]


def consistency_of(source: PlanOrSource, *, on: date) -> Consistency:
    """Whether rules about keeping and about erasing contradict each other.

    Order of events: what the plan states, and what the vocabulary knows of other pairs of events (``Term.no_later_than``).
    The end of a financial year is taken to fall on such a day.

    Args:
        source: A register, or a plan.
        on: Near which day witnesses are looked for; the outcome does not depend on it.
    """
    plan = plan_of(source)
    clock = Clock(plan.calendar, on)
    places = [
        Place(plan, category, subject, clock)
        for category in plan.categories or (Category(name=""),)
        for subject in plan.people(category)
    ]
    return Consistency(
        meetings=tuple(_merged(meeting for place in places for meeting in place.meetings())),
        gaps=tuple(_gaps(places)),
    )


def _merged(meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    """The same two rules in several places of one category told once, if it comes to the same."""
    found: dict[object, Meeting] = {}
    for one in meetings:
        key = (one.category, one.keep, one.erase, one.outcome, one.reason)
        first = found.get(key, one)
        found[key] = attrs.evolve(
            first,
            purposes=tuple(dict.fromkeys([*first.purposes, *one.purposes])),
            subjects=tuple(dict.fromkeys([*first.subjects, *one.subjects])),
        )
    return iter(found.values())


def _gaps(places: Iterable[Place]) -> Iterator[Gap]:
    """Each kind of gap of a category once, with the purposes and the people it is about."""
    found: dict[tuple[str, str], Gap] = {}
    for place in places:
        for cell in place.cells:
            kind = _gap(cell)
            if kind:
                first = found.get((place.category.name, kind))
                found[place.category.name, kind] = Gap(
                    category=place.category.name,
                    purposes=tuple(dict.fromkeys([*(first.purposes if first else ()), *filter(None, [cell.purpose])])),
                    subjects=tuple(dict.fromkeys([*(first.subjects if first else ()), place.subject])),
                    kind=kind,
                )
    return iter(found.values())


def _gap(cell: Cell) -> str | None:
    if not cell.tells_time:
        return "no-rule"
    return None if cell.sets_an_end else "no-end"
