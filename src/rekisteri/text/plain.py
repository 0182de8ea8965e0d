"""Writing a document as plain text, 80 columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rekisteri.text.lines import wrapped
from rekisteri.text.tree import Block, Bullets, Table, Topic

__all__ = ["write_plain"]

WIDTH = 80
GAP = 2
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
    if isinstance(block, Table):
        yield from _table(block)
        return
    if not isinstance(block, Bullets):
        for line in block.text.splitlines():
            yield from _wrap(line)
        return
    for item in block.items:
        yield from _wrap(item.text, "• ", "  ")
        for further in item.further:
            yield from _wrap(further, "  – ", "    ")


def _escaped(sign: re.Match[str]) -> str:
    return repr(sign[0])[1:-1]


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    """Lines of a paragraph; control characters, which a terminal would obey, are shown as escapes."""
    text = _CONTROL.sub(_escaped, text)
    return wrapped(text, WIDTH, first, rest) or [""]


def _table(table: Table) -> Iterator[str]:
    """Columns side by side, each as wide as it needs to be, the widest ones narrowed until all fit."""
    widths = [max(map(len, cells)) for cells in zip(table.header, *table.rows, strict=True)]
    while sum(widths) + GAP * (len(widths) - 1) > WIDTH:
        widths[widths.index(max(widths))] -= 1
    yield from _row(table.header, widths)
    yield from _row(["-" * width for width in widths], widths)
    for row in table.rows:
        yield from _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [wrapped(cell, width, break_words=True) or [""] for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        line = (" " * GAP).join(part.ljust(width) for part, width in zip(parts, widths, strict=True))
        yield _CONTROL.sub(_escaped, line.rstrip())
