"""Decisions of the Commission on adequate protection (GDPR 45), as they stand on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import attrs

from rekisteri.law.timeline import at
from rekisteri.tables import read_table

__all__ = ["Adequacy", "adequacy", "adequacy_decisions", "covered_until", "organisation"]

ONE_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Adequacy:
    """A decision that a country, or an international organisation, protects personal data adequately.

    Attributes:
        id: The name of the row.
        place: The country (ISO 3166-1 alpha-2), or the first of the organisation's names.
        names: What an international organisation is called.
        number: The decision's number; None: not found in a source.
        valid_from: The day of adoption, which is never certain; surely_from: the first day that is.
        valid_until: The last day in force; None: no end is known.
        judgment: The judgment that struck it down.
        scope: What it covers, by a name; None: everything. covers: the same in words per language.
        union_only: Whether it had not been taken into the EEA Agreement when the table was checked.
        effect: What else is to know of it.
        source, checked_on, confidence: Where and when the facts were read, and how sure they are.
    """

    id: str
    place: str
    valid_from: date
    source: str
    checked_on: date
    confidence: str
    names: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    number: str | None = None
    surely_from: date = attrs.field(default=attrs.Factory(lambda self: self.valid_from + ONE_DAY, takes_self=True))
    valid_until: date | None = None
    judgment: str | None = None
    scope: str | None = None
    covers: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    union_only: bool = False
    effect: str | None = None

    @property
    def end_may_move(self) -> bool:
        """Whether its end still lay ahead when the table was checked: until then it may be renewed."""
        return self.valid_until is not None and self.valid_until > self.checked_on


def adequacy(place: str, day: date) -> tuple[Adequacy, ...]:
    """The decisions in force on *day* for a country (ISO 3166-1 alpha-2) or an organisation; see ``Adequacy.surely_from``."""
    return at((decision for decision in adequacy_decisions().values() if decision.place == place), day)


def covered_until(place: str, day: date) -> date | None:
    """The last day of the decisions that follow each other without a gap from *day* on; None: no end is known, or none is in force."""
    last = None
    while found := adequacy(place, day):
        if any(decision.valid_until is None for decision in found):
            return None
        last = max(decision.valid_until for decision in found if decision.valid_until)
        day = last + ONE_DAY
    return last


def organisation(name: str) -> str | None:
    """The organisation with a decision that is called *name*, as it is named here; None: no such one."""
    return next(
        (
            decision.place
            for decision in adequacy_decisions().values()
            if name.casefold() in (one.casefold() for one in decision.names)
        ),
        None,
    )


@cache
def adequacy_decisions() -> Mapping[str, Adequacy]:
    """Every decision by id."""
    table = read_table("rekisteri.law", "tables/adequacy.toml")
    rows = [_decision({**table["all"], **row}, table["scope"]) for row in table["decision"]]
    return {decision.id: decision for decision in rows}


def _decision(row: dict[str, Any], scopes: Mapping[str, Mapping[str, str]]) -> Adequacy:
    country = row.pop("country", None)
    covers = scopes[row["scope"]] if "scope" in row else {}
    return Adequacy(place=country or row["names"][0], covers=covers, **row)
