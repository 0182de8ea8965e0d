"""The terms by which a register names its data."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case
from rekisteri.model.data import DataCategory
from rekisteri.part import said
from rekisteri.vocabulary.terms import Term, lookup
from rekisteri.words import Words

__all__ = ["data_terms", "terms_of", "terms_without_condition"]


def data_terms(case: Case) -> Iterator[tuple[str, DataCategory, Words, Term]]:
    """Each term in the name or the items of a category: (path, category, words, term)."""
    for path, category in case.all_of(DataCategory):
        for place, words, term in terms_of(category, path):
            yield place, category, words, term


def terms_of(category: DataCategory, path: str = "") -> Iterator[tuple[str, Words, Term]]:
    """Each term in the name or the items of one category, with its path."""
    for place, field, words in said(category, path):
        term = lookup(words.term) if field in ("name", "items") and words.term else None
        if term:
            yield place, words, term


def terms_without_condition(case: Case) -> Iterator[tuple[str, Words, Term]]:
    """Each term of a category that states no condition of Art. 9(2), with its path."""
    for path, category, words, term in data_terms(case):
        if category.article_9 is None:
            yield path, words, term
