"""Sources of which nobody can tell what they are."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.source import Source
from rekisteri.vocabulary.phrases import names_no_source
from rekisteri.vocabulary.terms import is_vague, lookup


@check_of("form", "gdpr:14.2.f", severity=Severity.NOTE, certainty=Certainty.POSSIBLE, of_controllers=True)
def source_vague(case: Case) -> Iterator[Found]:
    """People can ask a source only if they know which; it may be that the controller knows no more (recital 61)."""
    for path, source in case.all_of(Source):
        term = lookup(source.origin.term)
        named = source.name or source.by or source.provisions
        if not named and not (term and term.from_person) and is_vague(source.origin, names_no_source):
            yield Found(path=f"{path}.origin", params={"words": source.origin})
