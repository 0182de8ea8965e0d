"""Everything one language needs to say, from one file; dates, lists and units come from Babel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rekisteri.tables import read_table

__all__ = ["phrases"]


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
