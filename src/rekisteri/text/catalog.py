"""Everything one language needs to say, from one file; dates, lists and units come from Babel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date

from rekisteri.tables import read_table

__all__ = ["locale", "month", "phrases"]


@cache
def locale(language: str) -> Locale:
    """The language as it is written here: British English, the Swedish and Finnish of no country in particular."""
    return Locale.parse("en_GB" if language == "en" else language)


def month(day: date, language: str) -> str:
    """The name of the month a day is in, as it stands alone."""
    return format_date(day, "LLLL", locale(language))


@cache
def phrases(language: str) -> Mapping[str, str]:
    """The phrases of a language by dotted name: ``notice.purposes.heading``."""
    found: dict[str, str] = {}
    _flatten(read_table("rekisteri.text", f"languages/{language}.toml"), "", found)
    return found


def _flatten(table: Mapping[str, Any], prefix: str, into: dict[str, str]) -> None:
    for name, value in table.items():
        if isinstance(value, Mapping):
            _flatten(value, f"{prefix}{name}.", into)
        else:
            into[prefix + name] = value
