"""Data that may reveal a special category."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import terms_without_condition
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import sensitive_data_law


@check_of("data", "gdpr:9.1", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True)
def special_data_possible(case: Case) -> Iterator[Found]:
    """A special diet may tell of health or religion: such data need a condition of Art. 9(2); a note where a law is named for them."""
    for path, category, words, term in terms_without_condition(case):
        if term.may_reveal:
            by_law = sensitive_data_law(category.provisions)
            yield Found(
                path=path,
                severity=Severity.NOTE if by_law else Severity.SHOULD,
                params={"data": words, "reveals": term.may_reveal},
            )
