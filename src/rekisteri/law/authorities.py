"""Supervisory authorities and how to reach them, now and before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import attrs

from rekisteri.tables import read_table

__all__ = ["Authority", "authorities"]


@attrs.frozen(kw_only=True)
class Authority:
    """One set of contacts of a supervisory authority.

    Attributes:
        id: The name of the row.
        country: ISO 3166-1 alpha-2.
        fi, sv, en: Its name per language.
        visit, postal, web, complaint: Addresses per language.
        phone, email: The same in every language.
        old_paths: Of a former row: parts of addresses of web pages that lead nowhere any more.
        valid_from, valid_until: First and last day, None where the day is not known; the notes say what is.
        source, checked_on, confidence: Where and when the facts were read, and how sure they are.
    """

    id: str
    country: str
    fi: str
    sv: str
    en: str
    source: str
    checked_on: date
    confidence: str
    visit: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    postal: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    web: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    complaint: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    old_paths: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    phone: str | None = None
    email: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    valid_from_note: str | None = None
    valid_until_note: str | None = None

    @property
    def former(self) -> bool:
        """Whether these contacts have been replaced, be the day known or not."""
        return self.valid_until is not None or self.valid_until_note is not None


@cache
def authorities() -> tuple[Authority, ...]:
    """Every row of the table, the present ones first."""
    return tuple(Authority(**row) for row in read_table("rekisteri.law", "tables/authorities.toml")["authority"])
