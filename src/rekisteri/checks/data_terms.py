"""The terms by which a register names its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from rekisteri.checks.engine import Case
from rekisteri.checks.laws import law_named
from rekisteri.law.citation import Provision
from rekisteri.model.data import DataCategory
from rekisteri.part import said
from rekisteri.vocabulary.terms import Term, named
from rekisteri.words import Words

__all__ = ["data_terms", "terms_of", "terms_without_condition"]

CONDITIONS = Provision.parse("gdpr:9.2")


def data_terms(case: Case) -> tuple[tuple[str, DataCategory, Words, Term], ...]:
    """Each term in the name or the items of a category: (path, category, words, term)."""
    return case.once(_data_terms)


def _data_terms(case: Case) -> tuple[tuple[str, DataCategory, Words, Term], ...]:
    return tuple(
        (place, category, words, term)
        for path, category in case.all_of(DataCategory)
        for place, words, term in terms_of(category, path)
    )


def terms_of(category: DataCategory, path: str = "") -> Iterator[tuple[str, Words, Term]]:
    """Each term in the name or the items of one category, with its path; own wording that is a term's label is that term."""
    for place, field, words in said(category, path):
        term = named(words, "data") if field in ("name", "items") else None
        if term:
            yield place, attrs.evolve(words, term=term.id), term


def terms_without_condition(case: Case) -> Iterator[tuple[str, DataCategory, Words, Term]]:
    """Each term of a category that states no condition of Art. 9(2); a point of it that is cited is one."""
    for path, category, words, term in data_terms(case):
        if category.article_9 is None and not law_named(case, category, _state_a_condition):
            yield path, category, words, term


def _state_a_condition(provisions: Iterable[Provision] | None) -> bool:
    return any(CONDITIONS.covers(one) and one != CONDITIONS for one in provisions or ())
