"""Acts: their numbers, their names in three languages, and the days on which they are in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs

from rekisteri.tables import read_table

__all__ = ["Act", "act", "act_by_number", "acts", "finnish_amendments_read_to", "tables_checked_on"]


@attrs.frozen(kw_only=True)
class Act:
    """An act, decree, regulation or directive that the library knows by name.

    Attributes:
        key: What citations call it: ``gdpr``, ``tsl``, ``hetil``.
        kind: ``eu-regulation``, ``eu-directive``, ``fi-act`` or ``fi-decree``; citations are worded by it.
        number: Its number: ``523/1999``, ``2016/679``.
        names: Per language: ``name``, ``genitive`` (fi), ``definite`` (sv), ``short``, and further ``forms``.
        valid_from: The first day in force (of application, for the GDPR); None if the table does not know it.
        valid_until: The last day in force; None while it is in force.
        replaced_by: Keys of the acts that took its place; repealed_by: the citation of the repeal, where it is known.
        source: Where the facts were read.
        checked_on: The day on which a person last compared them with the source.
        checked_to: The month up to which amendments were read.
        confidence: ``high``, ``medium`` or ``low``.
        names_checked: Whether all of its names were read in an official source.
    """

    key: str
    kind: str
    number: str
    names: Mapping[str, Mapping[str, Any]] = attrs.field(hash=False)
    source: str
    checked_on: date
    confidence: str
    names_checked: bool = True
    valid_from: date | None = None
    valid_until: date | None = None
    replaced_by: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    checked_to: str | None = None
    repealed_by: str | None = None
    former_names: tuple[Mapping[str, Any], ...] = attrs.field(default=(), converter=tuple, hash=False)

    @property
    def is_eu(self) -> bool:
        """Whether it is an act of the European Union, with articles instead of sections."""
        return self.kind.startswith("eu-")

    def name(self, language: str) -> str:
        """Its name in *language*, without its number."""
        name: str = self.names[language]["name"]
        return name


@cache
def acts() -> Mapping[str, Act]:
    """Every act of the table, by key."""
    rows = read_table("rekisteri.law", "tables/acts.toml")
    return {key: _act(key, dict(row)) for key, row in rows.items()}


def act(key: str) -> Act | None:
    """The act called *key* in citations, or None if the table has no such act."""
    return acts().get(key)


def act_by_number(number: str) -> Act | None:
    """The act with this number, or None."""
    return _by_number().get(number)


@cache
def tables_checked_on() -> date:
    """The day on which the table's least recently checked entry was compared with its source."""
    return min(entry.checked_on for entry in acts().values())


@cache
def finnish_amendments_read_to() -> date:
    """The first day of the month up to which the amendments of every Finnish act of the table were read."""
    months = [entry.checked_to for entry in acts().values() if not entry.is_eu and entry.checked_to]
    return date.fromisoformat(f"{min(months)}-01")


@cache
def _by_number() -> Mapping[str, Act]:
    return {entry.number: entry for entry in acts().values()}


def _act(key: str, row: dict[str, Any]) -> Act:
    names = {language: row.pop(language) for language in ("fi", "sv", "en")}
    return Act(key=key, names=names, **row)
