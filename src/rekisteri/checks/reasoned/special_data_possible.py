"""Data that may reveal a special category."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.data import DataCategory
from rekisteri.part import walk
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words


@check_of("data", "gdpr:9.1", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def special_data_possible(case: Case) -> Iterator[Found]:
    """A special diet may tell of health or religion: such data need a condition of Art. 9(2)."""
    for path, category in case.all_of(DataCategory):
        if category.article_9 is not None:
            continue
        for place, name, value in walk(category, path):
            term = lookup(value.term) if name in ("name", "items") and isinstance(value, Words) and value.term else None
            if term and term.may_reveal:
                yield Found(path=place, params={"data": value, "reveals": term.may_reveal})
