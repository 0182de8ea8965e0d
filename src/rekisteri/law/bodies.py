"""Authorities and other bodies that have ended or been renamed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import attrs

from rekisteri.law.citation import Provision
from rekisteri.law.citation import provision as provision_of
from rekisteri.tables import read_table

__all__ = ["Body", "former_bodies"]


@attrs.frozen(kw_only=True)
class Body:
    """A body that is no more, or no more under its name.

    Attributes:
        id: The name of the row.
        stems: Per language how its name begins, in lower case.
        not_after: What stands before the same word in the name of a body that exists.
        as_written: Abbreviations, which are recognised with their capitals.
        evidence: Words one of which must stand beside, where another body of the same name exists.
        valid_until: Its last day.
        now: Per language what took its place; empty if nothing did.
        provision: The law of its end, if it was read.
        source, checked_on, confidence: Where and when the facts were read, and how sure they are.
    """

    id: str
    stems: Mapping[str, Sequence[str]] = attrs.field(hash=False)
    valid_until: date
    source: str
    checked_on: date
    confidence: str
    not_after: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    as_written: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    evidence: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    now: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    provision: Provision | None = attrs.field(default=None, converter=attrs.converters.optional(provision_of))

    @property
    def beginnings(self) -> tuple[str, ...]:
        """Its stems in every language."""
        return tuple(stem for stems in self.stems.values() for stem in stems)

    @property
    def in_lower_case(self) -> re.Pattern[str]:
        """What finds its name in a text in lower case."""
        before = "".join(f"(?<!{re.escape(words)})" for words in self.not_after)
        return re.compile(rf"{before}(?<!\w)(?:{'|'.join(map(re.escape, self.beginnings))})\w*")

    @property
    def with_capitals(self) -> re.Pattern[str]:
        """What finds its abbreviations in a text as it is written; not in ".AVI" or "AVI-tiedosto"."""
        return re.compile(rf"(?<![\w.])(?:{'|'.join(self.as_written)})(?![\w-])")


@cache
def former_bodies() -> tuple[Body, ...]:
    """Every row of the table."""
    return tuple(Body(**row) for row in read_table("rekisteri.law", "tables/bodies.toml")["body"])
