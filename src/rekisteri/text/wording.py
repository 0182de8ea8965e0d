"""Whether everything that a document would say can be said in a language."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.model.register import Register
from rekisteri.model.section import Section
from rekisteri.part import Part, said
from rekisteri.text.voice import label_of
from rekisteri.words import Words, for_notice

__all__ = ["missing"]

NEVER_PRINTED = ("internal", "order", "suppressions")

ALTERNATIVES = {"names": "name", "addresses": "address"}
"""What need not be there in every language if the other field has it for all."""


def missing(register: Register, language: str) -> list[str]:
    """The paths of what a notice would say and *language* has no wording for."""
    return list(_missing(register, "", register.language, language))


def _missing(part: Part, path: str, own: str | None, language: str) -> Iterator[str]:
    for place, name, item in said(part, path):
        if name in NEVER_PRINTED or (name in ALTERNATIVES and getattr(part, ALTERNATIVES[name])):
            continue
        if isinstance(item, Words):
            if label_of(item, language) is None:
                yield place
        elif isinstance(item, Section):
            if item.free_words and for_notice(item) and own is not None and own != language:
                yield place
        elif isinstance(item, Part) and for_notice(item):
            yield from _missing(item, place, own, language)
