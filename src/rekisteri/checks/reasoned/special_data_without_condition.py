"""Data of a special category, and no condition that allows them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.data import DataCategory
from rekisteri.part import walk
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words


@check_of("data", "gdpr:9.2", severity=Severity.SHOULD)
def special_data_without_condition(case: Case) -> Iterator[Found]:
    """Special categories may be processed only on a condition of Art. 9(2), which the register does not state."""
    for path, category in case.all_of(DataCategory):
        if category.article_9 is not None:
            continue
        for place, name, value in walk(category, path):
            term = lookup(value.term) if name in ("name", "items") and isinstance(value, Words) and value.term else None
            if term and term.special:
                yield Found(path=place, params={"data": value})
