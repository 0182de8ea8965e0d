"""Standard contractual clauses of the Commission (GDPR 46(2)(c)), now and before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import attrs

from rekisteri.tables import read_table

__all__ = ["Clauses", "standard_clauses"]


@attrs.frozen(kw_only=True)
class Clauses:
    """An edition of the standard contractual clauses.

    Attributes:
        id: The name of the row.
        numbers: The decisions that lay them down.
        valid_from: Not looked up.
        last_concluded: The last day on which new contracts could be made on them; None: no end is known.
        valid_until: The last day on which contracts made in time were a safeguard; None: no end is known.
        replaced_by: The decision with the clauses in their place.
        source, checked_on, confidence: Where and when the facts were read, and how sure they are.
    """

    id: str
    numbers: tuple[str, ...] = attrs.field(converter=tuple)
    source: str
    checked_on: date
    confidence: str
    valid_from: date | None = None
    last_concluded: date | None = None
    valid_until: date | None = None
    replaced_by: str | None = None


@cache
def standard_clauses() -> Mapping[str, Clauses]:
    """Every edition by id, the oldest first."""
    table = read_table("rekisteri.law", "tables/clauses.toml")
    return {row["id"]: Clauses(**{**table["all"], **row}) for row in table["clauses"]}
