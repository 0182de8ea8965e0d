"""The check adequacy-limited: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Register, Transfer, Words, check, report, term

TODAY = date(2026, 11, 22)
DECISION = term("adequacy-decision")
FRAMEWORK = term("data-privacy-framework")
CLAUSES = term("standard-clauses")


def findings(transfer: Transfer, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(transfers=[transfer]), on=on, select=["adequacy-limited"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize("country", ["US", "CA", "JP", "KR", "IL", "BR"])
def test_a_bare_decision_that_covers_only_some(country: str) -> None:
    """It may well cover the transfer: a note."""
    transfer = Transfer(countries=[country], safeguards=[DECISION])

    assert findings(transfer) == [("note", "possible", "transfers[0].safeguards[0]")]


@pytest.mark.parametrize("country", ["CH", "AR", "GG", "IM", "JE", "FO", "AD", "UY", "NZ", "GB"])
def test_a_decision_that_covers_everything(country: str) -> None:
    """There is nothing to ask."""
    assert findings(Transfer(countries=[country], safeguards=[DECISION])) == []


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(countries=["US"], safeguards=[DECISION], in_scope=True),
        Transfer(countries=["US"], safeguards=[DECISION, FRAMEWORK]),
        Transfer(countries=["US"], safeguards=[FRAMEWORK]),
        Transfer(countries=["US"], safeguards=[DECISION, CLAUSES]),
        Transfer(countries=["US"], safeguards=[DECISION, Words(en="a contract")]),
        Transfer(countries=["US"], safeguards=[CLAUSES]),
        Transfer(countries=["US"]),
        Transfer(countries=["IN"], safeguards=[DECISION]),
        Transfer(safeguards=[DECISION]),
        Transfer(countries=["US"], safeguards=[FRAMEWORK, CLAUSES], in_scope=False),
        Transfer(countries=["CH"], safeguards=[DECISION], in_scope=False),
        Transfer(countries=["US"], safeguards=[DECISION, term("privacy-shield")]),
    ],
)
def test_near_misses(transfer: Transfer) -> None:
    """It is said that the recipient is covered, the framework is named, another ground stands beside, nothing is claimed."""
    assert findings(transfer) == []


def test_the_framework_of_another_country_says_nothing() -> None:
    """Canada has its own decision."""
    transfer = Transfer(countries=["CA", "US"], safeguards=[DECISION, FRAMEWORK])

    assert findings(transfer) == [("note", "possible", "transfers[0].safeguards[0]")]


@pytest.mark.parametrize("safeguards", [[DECISION], [FRAMEWORK], [DECISION, FRAMEWORK]])
def test_a_decision_that_is_said_not_to_cover_the_recipient(safeguards: list[Words]) -> None:
    """The register rests the transfer on it and says that it does not reach it."""
    transfer = Transfer(id="cloud", countries=["US"], safeguards=safeguards, in_scope=False)

    assert findings(transfer) == [("must", "certain", "transfers[cloud].in_scope")]


def test_the_scope_is_told() -> None:
    """What the decision covers, in the reader's language."""
    register = Register(transfers=[Transfer(countries=["CA"], safeguards=[DECISION])])
    (found,) = check(register, on=TODAY, select=["adequacy-limited"])

    assert "The decision (Canada) is limited in scope: commercial organisations that are" in report.message(found, "en")
    assert "kaupalliset organisaatiot, joihin sovelletaan" in report.message(found, "fi")
