"""Writing a document as plain text, 80 columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import TextWrapper

from rekisteri.text.tree import Block, Bullets, Topic

__all__ = ["write_plain"]

WIDTH = 80
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def write_plain(title: str, facts: Sequence[str], topics: Sequence[Topic], footer: Sequence[str]) -> str:
    """Title underlined, sections numbered, lists with bullets; ends in a newline."""
    lines = [*_wrap(title), "=" * min(len(title), WIDTH)]
    if facts:
        lines += ["", *(line for fact in facts for line in _wrap(fact))]
    for number, topic in enumerate(topics, start=1):
        lines += ["", "", *_wrap(f"{number}. {topic.heading}", "", "   ")]
        for block in topic.blocks:
            lines += ["", *_block(block)]
    lines += ["", "", "-" * 3, *(line for text in footer for line in _wrap(text))]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    if not isinstance(block, Bullets):
        for line in block.text.splitlines():
            yield from _wrap(line)
        return
    for item in block.items:
        yield from _wrap(item.text, "• ", "  ")
        for further in item.further:
            yield from _wrap(further, "  – ", "    ")


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    """Lines of a paragraph; control characters, which a terminal would obey, are shown as escapes."""
    text = _CONTROL.sub(lambda found: repr(found[0])[1:-1], text)
    wrapper = TextWrapper(WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)
    wrapper.break_on_hyphens = False
    return wrapper.wrap(text) or [""]
