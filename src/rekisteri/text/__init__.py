"""From a register to text people read: a document tree, then plain text."""

from rekisteri.text.document import Document
from rekisteri.text.notice import render

__all__ = ["Document", "render"]
