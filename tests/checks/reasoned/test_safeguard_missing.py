"""The check safeguard-missing: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rekisteri import Finding, Party, Register, Transfer, Words, check, report, term

TODAY = date(2026, 11, 22)


def countries(finding: Finding) -> str:
    """The countries that a finding is about."""
    told = finding.params["countries"]
    assert isinstance(told, tuple)
    return ", ".join(told)


def findings(*transfers: Transfer, on: date = TODAY, **said: Any) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, countries)."""
    found = check(Register(transfers=transfers, **said), on=on, select=["safeguard-missing"])
    return [(one.severity, one.certainty, one.path, countries(one)) for one in found]


@pytest.mark.parametrize(
    "safeguards",
    [
        None,
        [term("adequate-protection")],
        [term("supplementary-measures")],
        [term("data-privacy-framework")],
        [term("privacy-shield"), term("supplementary-measures")],
    ],
)
def test_a_transfer_that_rests_on_nothing(safeguards: list[Words] | None) -> None:
    """Nothing, something vague, measures that only add to a ground, or a framework of another country."""
    transfer = Transfer(id="support", countries=["IN"], safeguards=safeguards)

    assert findings(transfer) == [("must", "certain", "transfers[support].safeguards", "IN")]


def test_countries_with_one_verdict_are_told_together() -> None:
    """And those with another apart."""
    several = Transfer(countries=["IN", "FI", "CN", "CH", "GI"])

    assert findings(several) == [
        ("must", "certain", "transfers[0].safeguards", "IN, CN"),
        ("must", "certain", "transfers[0].safeguards", "CH"),
        ("should", "possible", "transfers[0].safeguards", "GI"),
    ]


@pytest.mark.parametrize(
    "transfer",
    [Transfer(countries=["IN"], may=True), Transfer(countries=["IN"], only_if=[term("technical-necessity")])],
)
def test_what_only_may_be_transferred_is_possible(transfer: Transfer) -> None:
    """Then perhaps nothing is."""
    assert findings(transfer) == [("should", "possible", "transfers[0].safeguards", "IN")]


def test_an_exception_makes_a_transfer_no_less_certain() -> None:
    """ "Unless you object": to others data go."""
    transfer = Transfer(countries=["IN"], unless=[Words(en="you object")])

    assert findings(transfer) == [("must", "certain", "transfers[0].safeguards", "IN")]


@pytest.mark.parametrize(
    ("transfer", "expected"),
    [
        (Transfer(countries=["CH"]), [("must", "certain")]),
        (Transfer(countries=["CH"], may=True), [("should", "possible")]),
        (Transfer(countries=["US"]), [("must", "certain")]),
        (Transfer(countries=["US"], in_scope=True), []),
        (Transfer(countries=["CH"], in_scope=True), []),
        (Transfer(countries=["US"], in_scope=False), [("must", "certain")]),
        (Transfer(countries=["US"], in_scope=False, may=True), [("should", "possible")]),
        (Transfer(countries=["IN"], in_scope=True), [("must", "certain")]),
    ],
)
def test_a_decision_that_is_not_told(transfer: Transfer, expected: list[tuple[str, str]]) -> None:
    """Whether there is a decision must be told too."""
    assert [found[:2] for found in findings(transfer)] == expected


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(countries=["IN"], safeguards=[term("standard-clauses")]),
        Transfer(countries=["IN"], safeguards=[term("derogation-contract")]),
        Transfer(countries=["IN"], safeguards=[Words(en="a contract that we can show")]),
        Transfer(countries=["IN"], safeguards=[term("former-standard-clauses")]),
        Transfer(countries=["IN"], safeguards=[term("adequacy-decision")]),
        Transfer(countries=["US"], safeguards=[term("privacy-shield")]),
        Transfer(countries=["NO", "FI"]),
        Transfer(safeguards=[term("standard-clauses")]),
        Transfer(only_if=[term("technical-necessity")]),
    ],
)
def test_near_misses(transfer: Transfer) -> None:
    """A ground that is stated, be it valid or not, own words, the EEA, and transfers that name no country."""
    assert findings(transfer) == []


def test_no_transfers_and_silence_are_let_pass() -> None:
    """There is nothing to carry."""
    assert findings() == []
    assert check(Register(), on=TODAY, select=["safeguard-missing"]).findings == ()


def test_a_processors_record_need_not_tell() -> None:
    """Art. 30(2)(c) asks for the country."""
    assert findings(Transfer(countries=["IN"]), kept_by=[Party(name="Esimerkkipalvelin Oy")]) == []


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("IN", "No adequacy decision that covers the transfer is in force."),
        ("GI", "The ground must be stated if data are transferred and the destination is a third country"),
        ("CH", "the decision must be stated too"),
        ("US", "covers only some transfers there"),
    ],
)
def test_the_words_fit_the_country(country: str, words: str) -> None:
    """No decision, no clear status, a decision, a limited one."""
    (found,) = check(Register(transfers=[Transfer(countries=[country])]), on=TODAY, select=["safeguard-missing"])

    assert words in report.message(found, "en")
