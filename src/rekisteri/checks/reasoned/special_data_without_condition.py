"""Data of a special category, and no condition that allows them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import terms_without_condition
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity


@check_of("data", "gdpr:9.2", severity=Severity.SHOULD)
def special_data_without_condition(case: Case) -> Iterator[Found]:
    """Special categories may be processed only on a condition of Art. 9(2), which the register does not state."""
    for path, words, term in terms_without_condition(case):
        if term.special:
            yield Found(path=path, params={"data": words})
