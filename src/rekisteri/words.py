"""Words that people read: a term of the vocabulary, own wording, or both."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Annotated

import attrs

from rekisteri.constraints import Id, OneOf, Text
from rekisteri.errors import Problem
from rekisteri.part import Part

__all__ = ["LANGUAGES", "Audience", "Language", "Words", "for_notice", "for_record"]

LANGUAGES = ("fi", "sv", "en")
"""The languages the library writes: Finnish, Finland's Swedish, English (ISO 639-1)."""

Language = Annotated[str, OneOf(LANGUAGES, "a language")]
"""One of ``LANGUAGES``."""


@attrs.frozen(kw_only=True)
class Words(Part):
    """What a person reads: a *term* of the library's vocabulary, own wording per language, or both.

    Own wording wins in its language, the term's label serves the others. Names, addresses and web pages are not
    words: they are the same in every language.

    Attributes:
        term: The id of a term; ``rekisteri.term`` looks it up and refuses an unknown one.
        fi: Own wording in Finnish.
        sv: Own wording in Swedish.
        en: Own wording in English.

    Raises:
        InvalidValue: Nothing is said, or a wording is empty.
    """

    IN_WORDS = "words (a term, or an object with “fi”, “sv” or “en”)"
    IN_PYTHON = "words, such as term(“…”) or Words(fi=“…”)"

    term: Id | None = None
    fi: Text | None = None
    sv: Text | None = None
    en: Text | None = None

    def own(self, language: str) -> str | None:
        """The own wording in *language*, or None."""
        wording: str | None = getattr(self, language)
        return wording

    @property
    def wordings(self) -> tuple[str, ...]:
        """Its own wordings, in the order of ``LANGUAGES``; none if it is a term alone."""
        return tuple(wording for language in LANGUAGES if (wording := self.own(language)))

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something()


class Audience(enum.StrEnum):
    """For whom a part of a register is meant: the published notice (Arts 13-14), the internal record (Art. 30)."""

    BOTH = "both"
    NOTICE = "notice"
    RECORD = "record"


def for_notice(part: object) -> bool:
    """Whether a part is meant for the published notice: a notice shows nothing that is meant for the record only."""
    return getattr(part, "audience", Audience.BOTH) is not Audience.RECORD


def for_record(part: object) -> bool:
    """Whether a part is meant for the record of processing."""
    return getattr(part, "audience", Audience.BOTH) is not Audience.NOTICE
