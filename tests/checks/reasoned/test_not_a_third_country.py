"""The check not-a-third-country: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Finding, Register, Transfer, Words, check, report, term
from rekisteri.model.transfer import Area

TODAY = date(2026, 11, 22)


def countries(finding: Finding) -> str:
    """The countries that a finding is about."""
    told = finding.params["countries"]
    assert isinstance(told, tuple)
    return ", ".join(told)


def findings(transfer: Transfer, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, countries)."""
    found = check(Register(transfers=[transfer]), on=on, select=["not-a-third-country"])
    return [(one.severity, one.certainty, one.path, countries(one)) for one in found]


@pytest.mark.parametrize("country", ["FI", "AX", "SE", "NO", "IS", "LI"])
def test_a_state_of_the_eea(country: str) -> None:
    """Members of the Union and the others."""
    assert findings(Transfer(countries=[country])) == [("should", "certain", "transfers[0].countries", country)]


def test_only_what_is_in_the_eea_is_told() -> None:
    """Several together, third countries left out."""
    assert findings(Transfer(countries=["NO", "US", "SE"])) == [
        ("should", "certain", "transfers[0].countries", "NO, SE")
    ]


@pytest.mark.parametrize(
    ("country", "outside", "expected"),
    [
        ("NO", Area.EU, "note"),
        ("NO", Area.EEA, "should"),
        ("NO", None, "should"),
        ("SE", Area.EU, "should"),
        ("SE", Area.EEA, "should"),
    ],
)
def test_norway_is_outside_the_union(country: str, outside: Area | None, expected: str) -> None:
    """Whoever says so says something true."""
    assert [found[0] for found in findings(Transfer(countries=[country], outside=outside))] == [expected]


def test_countries_of_both_kinds_are_told_apart() -> None:
    """What is said of leaving the Union is true of one."""
    assert findings(Transfer(countries=["SE", "NO"], outside=Area.EU)) == [
        ("should", "certain", "transfers[0].countries", "SE"),
        ("note", "certain", "transfers[0].countries", "NO"),
    ]


@pytest.mark.parametrize(
    ("transfer", "expected"),
    [
        (Transfer(countries=["DE"], name="Esimerkkijärjestö"), "possible"),
        (Transfer(countries=["DE"], to=[Words(en="an international organisation")]), "possible"),
        (Transfer(countries=["DE"], to=[term("hosting-providers")]), "certain"),
        (Transfer(countries=["RE"]), "possible"),
    ],
)
def test_the_recipient_may_be_an_international_organisation(transfer: Transfer, expected: str) -> None:
    """To which data are transferred wherever it sits; nor is the status of every territory certain."""
    assert [found[1] for found in findings(transfer)] == [expected]


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(countries=["US", "CH", "GB"]),
        Transfer(countries=["GI"]),
        Transfer(name="European Patent Office", countries=["DE"]),
        Transfer(outside=Area.EU),
        Transfer(safeguards=[term("privacy-shield")]),
    ],
)
def test_near_misses(transfer: Transfer) -> None:
    """Third countries, a territory of doubtful status, a known organisation, nowhere named."""
    assert findings(transfer) == []


@pytest.mark.parametrize(
    ("transfer", "words"),
    [
        (Transfer(countries=["NO"]), "No ground for the transfer is needed."),
        (Transfer(countries=["NO"], outside=Area.EU), "That is true, but the GDPR applies at the destination too"),
        (Transfer(countries=["NO"], outside=Area.EU, name="X"), "if the recipient is an international organisation"),
    ],
)
def test_the_words_fit(transfer: Transfer, words: str) -> None:
    """Wrong, true of the Union, or perhaps right."""
    (found,) = check(Register(transfers=[transfer]), on=TODAY, select=["not-a-third-country"])

    assert words in report.message(found, "en")
