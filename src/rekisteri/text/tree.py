"""The building blocks of a document."""

from __future__ import annotations

import attrs

__all__ = ["Block", "Bullets", "Item", "Paragraph", "Table", "Topic"]


@attrs.frozen
class Paragraph:
    """A paragraph; line breaks in it stay."""

    text: str


@attrs.frozen
class Item:
    """An item of a list, with what is said further of it."""

    text: str
    further: tuple[str, ...] = ()


@attrs.frozen
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@attrs.frozen
class Table:
    """A table: a header, and rows of as many cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Bullets | Table


@attrs.frozen
class Topic:
    """A section: a heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]
