"""Exemptions from informing people (Arts 13 and 14) and from keeping a record (Art. 30)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import attrs

from rekisteri.law.citation import Provision
from rekisteri.law.citation import provision as provision_of
from rekisteri.law.timeline import in_force
from rekisteri.tables import read_table

__all__ = ["Exempting", "exempting", "exemptions"]


@attrs.frozen(kw_only=True)
class Exempting:
    """A provision that exempts from a duty.

    Attributes:
        provision: Where it stands.
        exempts_from: Of ``collected``, ``obtained``, ``record`` and ``processor_record``, as in the table of duties.
        needs_law: Whether it rests on another law.
        valid_from, valid_until: The first and the last day on which it holds.
        source, checked_on, confidence: Where and when it was read, and how sure it is.
    """

    provision: Provision = attrs.field(converter=provision_of)
    exempts_from: frozenset[str] = attrs.field(converter=frozenset)
    valid_from: date
    source: str
    checked_on: date
    confidence: str
    needs_law: bool = False
    valid_until: date | None = None


@cache
def exemptions() -> tuple[Exempting, ...]:
    """Every row of the table."""
    table = read_table("rekisteri.law", "tables/exemptions.toml")
    shared: dict[str, Any] = table["all"]
    rows = [{**shared, **row} for row in table["exemption"]]
    return tuple(Exempting(exempts_from=row.pop("from"), **row) for row in rows)


def exempting(provision: Provision, day: date) -> Exempting | None:
    """The row for a provision, the narrowest that holds it, or None if it exempts from nothing on *day*."""
    rows = [row for row in exemptions() if row.provision.covers(provision) and in_force(row, day)]
    narrowest = max(rows, key=lambda row: len(str(row.provision)), default=None)
    return narrowest if narrowest and narrowest.exempts_from else None
