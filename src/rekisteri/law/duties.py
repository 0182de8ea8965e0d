"""What a notice (Arts 13 and 14) and a record (Art. 30) must state, and when: one row a duty."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import attrs

from rekisteri.law.citation import Provision
from rekisteri.tables import read_table

__all__ = ["Duty", "duties"]


def _provisions(written: list[str]) -> tuple[Provision, ...]:
    return tuple(Provision.parse(text) for text in written)


@attrs.frozen(kw_only=True)
class Duty:
    """A duty to state something.

    Attributes:
        id: Its name, also the name of the check that looks for the statement.
        states: Where the statement stands: paths of fields, any of which will do; through a list any item will do, and
            ``rights[access]`` asks for the right of that name.
        each: Lists of which each item is asked by itself; ``states`` then starts from the item.
        for_all: With ``each``: where the register states it for every item at once.
        condition: When the duty holds: a name that the checks know, ``always`` if it has no condition.
        collected: The duty where data are collected from the person (Art. 13).
        obtained: The duty where data are obtained from elsewhere (Art. 14).
        record: The duty of the controller's record (Art. 30(1)).
        processor_record: The duty of the processor's record (Art. 30(2)).
        of_marketing: Of a right to object: True, one that surely is not about marketing does not count where there is marketing; False, one that is about
            marketing only does not count; None: every one counts.
        doubted: Whether something that no register tells may lift the duty even where its condition holds.
        excluded_by: Provisions that take away the right which is to be told; who processes by their acts need not tell it.
        record_where_possible: Whether the record states it only "where possible".
        valid_from: The first day on which it holds; valid_until: the last, None while no end is known.
        source: Where the facts were read; checked_on: when; confidence: ``high``, ``medium`` or ``low``.
    """

    id: str
    states: tuple[str, ...] = attrs.field(converter=tuple)
    condition: str
    valid_from: date
    source: str
    checked_on: date
    confidence: str
    collected: tuple[Provision, ...] = attrs.field(default=(), converter=_provisions)
    obtained: tuple[Provision, ...] = attrs.field(default=(), converter=_provisions)
    record: tuple[Provision, ...] = attrs.field(default=(), converter=_provisions)
    processor_record: tuple[Provision, ...] = attrs.field(default=(), converter=_provisions)
    of_marketing: bool | None = None
    doubted: bool = False
    excluded_by: tuple[Provision, ...] = attrs.field(default=(), converter=_provisions)
    record_where_possible: bool = False
    each: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    for_all: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    valid_until: date | None = None


@cache
def duties() -> tuple[Duty, ...]:
    """Every duty, in the order of the table."""
    table = read_table("rekisteri.law", "tables/duties.toml")
    shared: dict[str, Any] = table["all"]
    return tuple(Duty(**{**shared, **row}) for row in table["duty"])
