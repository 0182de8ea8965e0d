"""Breaking text into lines."""

from __future__ import annotations

import re
from textwrap import TextWrapper

__all__ = ["wrapped"]

GLUE = "\ue000"
"""Stands for a space at which no line breaks; of the private use area, so that no text has it."""

_TOGETHER = re.compile(r" (?=§|mom\.|momentti|luvun|kohdan|kohta|artikl)|(?<=section) |(?<=Article) |(?<=chapter) ")


def wrapped(text: str, width: int, first: str = "", rest: str = "", *, break_words: bool = False) -> list[str]:
    """Lines of at most *width* signs; a number stays with its "§".

    Args:
        text: One paragraph.
        width: In signs.
        first: What the first line starts with.
        rest: What the others start with.
        break_words: Whether a word that is longer than a line is broken; otherwise it makes its line longer.
    """
    wrapper = TextWrapper(width, initial_indent=first, subsequent_indent=rest, break_long_words=break_words)
    wrapper.break_on_hyphens = False
    return [line.replace(GLUE, " ") for line in wrapper.wrap(_TOGETHER.sub(GLUE, text))]
