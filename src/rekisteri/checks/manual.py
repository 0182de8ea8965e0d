"""The manual page of a check: what it says in each language, and an example of what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import attrs

from rekisteri.tables import read_table
from rekisteri.words import LANGUAGES

__all__ = ["Page", "page_of"]


@attrs.frozen(kw_only=True)
class Page:
    """What a person is told of a check, from its own file in ``checks/pages``.

    Attributes:
        check: The check's id.
        words: Per language: ``title``, ``what`` it finds and lets pass, ``why`` (the law behind it), the ``message`` of a finding and
            its variants, and how to ``mend`` it.
        fails: A register in JSON in which the check finds something.
        passes: One like it in which it finds nothing.
        on: The day on which the examples are judged, if only some days show it; None: any day since the tables were checked.
        references: What was read beside the provisions: guidelines, decisions, judgments.
    """

    check: str
    words: Mapping[str, Mapping[str, str]] = attrs.field(hash=False)
    fails: str
    passes: str
    on: date | None = None
    references: tuple[str, ...] = attrs.field(default=(), converter=tuple)


@cache
def page_of(check: str) -> Page:
    """The page of the check with this id."""
    table = read_table("rekisteri.checks", f"pages/{check}.toml")
    words = {language: table.pop(language) for language in LANGUAGES}
    return Page(check=check, words=words, **table)
