"""Which countries belong to the European Economic Area and to the Union, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs

from rekisteri.law.timeline import at, in_force
from rekisteri.tables import read_table

__all__ = ["Place", "in_eea", "in_union", "is_unclear"]


class Place(str):
    """Where data go: a country (ISO 3166-1 alpha-2), or the name of an international organisation; told in the reader's language."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class _Membership:
    valid_from: date | None
    valid_until: date | None
    eea_only: bool
    union_until: date | None


@attrs.frozen(kw_only=True)
class _Unclear:
    countries: frozenset[str] = attrs.field(converter=frozenset)
    valid_from: date | None
    valid_until: date | None


def in_eea(country: str, day: date) -> bool:
    """Whether the country (ISO 3166-1 alpha-2) was in the EU or the EEA on *day*; the UK counts until 2020-12-31."""
    membership = _memberships().get(country)
    return membership is not None and in_force(membership, day)


def in_union(country: str, day: date) -> bool:
    """Whether the country (ISO 3166-1 alpha-2) was in the EU on *day*; the UK until 2020-01-31."""
    membership = _memberships().get(country)
    return (
        membership is not None
        and in_force(membership, day)
        and not membership.eea_only
        and (membership.union_until is None or day <= membership.union_until)
    )


def is_unclear(country: str, day: date) -> bool:
    """Whether it is not certain that a transfer to the country on *day* is, or is not, one to a third country.

    Whatever ``in_eea`` says of it, nothing can then be told for certain.
    """
    return any(country in row.countries for row in at(_unclear(), day))


@cache
def _memberships() -> Mapping[str, _Membership]:
    return {
        country: _Membership(
            valid_from=row.get("from"),
            valid_until=row.get("until"),
            eea_only=row.get("eea_only", False),
            union_until=row.get("union_until"),
        )
        for row in _table()["member"]
        for country in row["countries"]
    }


@cache
def _unclear() -> tuple[_Unclear, ...]:
    return tuple(
        _Unclear(countries=row["countries"], valid_from=row.get("from"), valid_until=row.get("until"))
        for row in _table()["unclear"]
    )


def _table() -> dict[str, Any]:
    return read_table("rekisteri.law", "tables/countries.toml")
