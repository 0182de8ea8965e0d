"""Passwords as content of a register."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import data_terms
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity


@check_of("data", "gdpr:5.1.f", "gdpr:32.1", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def credentials_as_data(case: Case) -> Iterator[Found]:
    """A password that can be read can be misused; whether only a hash is kept, a register does not tell."""
    for path, _, words, term in data_terms(case):
        if term.secret:
            yield Found(path=path, params={"data": words})
