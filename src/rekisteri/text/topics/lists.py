"""Two lists of one kind of thing: what is so, then what may be so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from rekisteri.text.tree import Block, Bullets, Item, Paragraph
from rekisteri.text.voice import Voice
from rekisteri.words import for_notice

__all__ = ["certain_then_possible"]


class _Possible(Protocol):
    @property
    def may(self) -> bool: ...


P = TypeVar("P", bound=_Possible)


def certain_then_possible(
    voice: Voice, name: str, parts: Sequence[P] | None, write: Callable[[Voice, P], Item]
) -> Iterator[Block]:
    """The parts meant for the notice as two lists, each after its introduction, *name*``.intro`` and ``.intro-may``."""
    for intro, may in (("intro", False), ("intro-may", True)):
        items = tuple(write(voice, part) for part in parts or () if part.may is may and for_notice(part))
        if items:
            yield Paragraph(voice.say(f"{name}.{intro}"))
            yield Bullets(items)
