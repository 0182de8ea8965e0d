"""Provisions that are younger than the act they stand in."""

from __future__ import annotations

from datetime import date
from functools import cache

import attrs

from rekisteri.law.citation import Provision
from rekisteri.law.citation import provision as provision_of
from rekisteri.law.timeline import in_force
from rekisteri.tables import read_table

__all__ = ["DatedProvision", "dated_provisions", "holds"]


@attrs.frozen(kw_only=True)
class DatedProvision:
    """A provision that was added to an act later.

    Attributes:
        provision: Where it stands.
        valid_from, valid_until: The first and the last day on which it is in force.
        source, checked_on, confidence: Where and when it was read, and how sure it is.
        checked_to: The month up to which amendments were read.
    """

    provision: Provision = attrs.field(converter=provision_of)
    valid_from: date
    source: str
    checked_on: date
    checked_to: str
    confidence: str
    valid_until: date | None = None


@cache
def dated_provisions() -> tuple[DatedProvision, ...]:
    """Every row of the table."""
    rows = read_table("rekisteri.law", "tables/provisions.toml")["provision"]
    return tuple(DatedProvision(**row) for row in rows)


def holds(provision: Provision, day: date) -> bool:
    """Whether a provision is in force on *day*, by its act and by its own row; an act that the library does not know always is."""
    own = [row for row in dated_provisions() if row.provision.covers(provision)]
    act = provision.known_act
    return (act is None or in_force(act, day)) and all(in_force(row, day) for row in own)
