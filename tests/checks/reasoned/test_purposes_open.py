"""The check purposes-open: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Party, Purpose, Register, Words, check, report, term
from rekisteri.vocabulary import terms
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
VAGUE = next(entry.id for entry in terms().values() if entry.vague and "aim" in entry.kinds)


def findings(*purposes: Purpose, keeper: Party | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(purposes=purposes, kept_by=[keeper] if keeper else None)
    found = check(register, on=TODAY, select=["purposes-open"])
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    ("purpose", "path"),
    [
        (Purpose(aims=[term("orders")], more=True), "purposes[0].more"),
        (Purpose(aims=[term("orders"), term(VAGUE)]), "purposes[0].aims[1]"),
        (Purpose(aims=[term("orders"), term(VAGUE, fi="muut näihin verrattavat tarkoitukset")]), "purposes[0].aims[1]"),
        (Purpose(aims=[term("orders"), term(VAGUE)], more=True), "purposes[0].aims[1]"),
    ],
)
def test_an_open_list(purpose: Purpose, path: str) -> None:
    """ "Such as", "other comparable purposes"; once a purpose."""
    assert findings(purpose) == [("note", "certain", path)]


def test_a_closed_list() -> None:
    """Nothing is left open; own words are not read."""
    assert findings(Purpose(aims=[term("orders"), Words(fi="kaikki muu")])) == []


def test_a_record_of_a_processor_has_no_purposes_of_its_own() -> None:
    """They are its controllers'."""
    assert findings(Purpose(aims=[term("orders")], more=True), keeper=Party(name="Esimerkki Oy")) == []
