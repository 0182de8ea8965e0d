"""From which age a child's own consent counts, where an information society service is offered directly to the child (GDPR 8(1))."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import attrs

from rekisteri.law.citation import Provision
from rekisteri.law.citation import provision as provision_of
from rekisteri.law.timeline import at
from rekisteri.tables import read_table

__all__ = ["ConsentAge", "consent_age", "consent_ages"]


@attrs.frozen(kw_only=True)
class ConsentAge:
    """An age from which a child's own consent counts.

    Attributes:
        years: The age; provision: where it stands.
        country: ISO 3166-1 alpha-2; None: the least that the GDPR allows any state.
        valid_from, valid_until: The first and the last day on which it holds.
        source, checked_on, confidence: Where and when it was read, and how sure it is.
        checked_to: The month up to which amendments were read.
    """

    years: int
    provision: Provision = attrs.field(converter=provision_of)
    source: str
    checked_on: date
    confidence: str
    country: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    checked_to: str | None = None


@cache
def consent_ages() -> tuple[ConsentAge, ...]:
    """Every row of the table, the least that any state may allow first."""
    table = read_table("rekisteri.law", "tables/child_consent.toml")
    rows: list[dict[str, Any]] = [table["least"], *table["age"]]
    return tuple(ConsentAge(**{**table["all"], **row}) for row in rows)


def consent_age(country: str | None, day: date) -> ConsentAge:
    """The age by the law of a country on a day; where the country or its law is not known, the least that any state may allow."""
    least, *ages = consent_ages()
    return next((age for age in at(ages, day) if age.country == country), least)
