"""Where data come from, as far as a register tells: from the person (Art. 13) or from elsewhere (Art. 14)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rekisteri.checks.engine import Case
from rekisteri.model.data import DataCategory
from rekisteri.model.source import Source
from rekisteri.vocabulary.terms import lookup

__all__ = ["any_comes", "comes", "is_from_person"]


def any_comes(case: Case, *, from_person: bool, without: AbstractSet[str] = frozenset()) -> bool | None:
    """Whether any data are collected from the person, or obtained from elsewhere; None: the register does not tell.

    A list of sources may leave some out, so only categories that are all told apart can say no.

    Args:
        case: The register on its day.
        from_person: True: whether any are collected from the person; observed data count. False: whether any come from elsewhere.
        without: The ids of categories that are not asked about, nor the sources that may give them only.
    """
    categories = [one for one in case.register.data or () if one.id not in without]
    told = [None if one.may else comes(one, from_person=from_person) for one in categories]
    sources = [one for one in case.register.sources or () if not one.may and not _may_only_give(one, without)]
    if True in told or from_person in map(is_from_person, sources):
        return True
    return False if told and None not in told else None


def comes(category: DataCategory, *, from_person: bool) -> bool | None:
    """Whether a category is collected from the person, or obtained from elsewhere: what is not said follows from the other."""
    if from_person:
        return category.from_the_person
    if category.from_elsewhere is None and category.from_the_person is not None:
        return not category.from_the_person
    return category.from_elsewhere


def is_from_person(source: Source) -> bool | None:
    """Whether data from a source count as collected from the person; None: its words do not tell."""
    term = lookup(source.origin.term)
    return term.from_person if term else None


def _may_only_give(source: Source, categories: AbstractSet[str]) -> bool:
    """Whether these categories may be all that a source gives."""
    return bool(categories) and set(source.data or ()) <= categories
