"""Which countries belong to the European Economic Area, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import attrs

from rekisteri.law.timeline import in_force
from rekisteri.tables import read_table

__all__ = ["in_eea"]


@attrs.frozen(kw_only=True)
class _Membership:
    valid_from: date | None
    valid_until: date | None = None


def in_eea(country: str, day: date) -> bool:
    """Whether the country (ISO 3166-1 alpha-2) was in the EU or the EEA on *day*; the UK counts until 2020-12-31."""
    membership = _memberships().get(country)
    return membership is not None and in_force(membership, day)


@cache
def _memberships() -> Mapping[str, _Membership]:
    rows = read_table("rekisteri.law", "tables/countries.toml")["member"]
    return {
        country: _Membership(valid_from=row.get("from"), valid_until=row.get("until"))
        for row in rows
        for country in row["countries"]
    }
