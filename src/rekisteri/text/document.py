"""The tree of a printed document, without any form of output in it."""

from __future__ import annotations

import attrs

from rekisteri.text.plain import write_plain
from rekisteri.text.tree import Topic

__all__ = ["Document"]


@attrs.frozen(kw_only=True)
class Document:
    """A printed document.

    Attributes:
        language: The language it is in.
        title: Its title.
        facts: What stands under the title: its dates, its version.
        topics: Its sections, in order.
        footer: What the library says of itself at the end.
    """

    language: str
    title: str
    facts: tuple[str, ...]
    topics: tuple[Topic, ...]
    footer: tuple[str, ...]

    def plain(self) -> str:
        """As plain text, ending in a newline."""
        return write_plain(self.title, self.facts, self.topics, self.footer)
