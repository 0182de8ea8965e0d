"""The terms of a register's data categories whose special categories have no condition stated."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case
from rekisteri.model.data import DataCategory
from rekisteri.part import walk
from rekisteri.vocabulary.terms import Term, lookup
from rekisteri.words import Words

__all__ = ["terms_without_condition"]


def terms_without_condition(case: Case) -> Iterator[tuple[str, Words, Term]]:
    """Each term in the name or the items of a category that states no condition of Art. 9(2), with its path."""
    for path, category in case.all_of(DataCategory):
        if category.article_9 is not None:
            continue
        for place, field, words in walk(category, path):
            term = (
                lookup(words.term) if field in ("name", "items") and isinstance(words, Words) and words.term else None
            )
            if term:
                yield place, words, term
