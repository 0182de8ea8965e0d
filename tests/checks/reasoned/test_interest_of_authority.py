"""The check interest-of-authority: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, LegalBasis, Party, Purpose, Register, check, term

CITY = Controller(name="Esimerkkilän kaupunki", public_authority=True)
COMPANY = Controller(name="Esimerkki Oy", public_authority=False)
SURVEY = Purpose(id="survey", aims=[term("market-research")], legal_bases=[LegalBasis.legitimate_interests()])


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(register, on=date(2026, 11, 22), select=["interest-of-authority"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


def test_an_authority_rests_on_legitimate_interests() -> None:
    """For one purpose, or for all."""
    whole = Register(controllers=[CITY], purposes=[SURVEY], legal_bases=[LegalBasis.legitimate_interests()])

    assert findings(whole) == [
        ("should", "possible", "legal_bases[0].ground", "gdpr:6.1.sub2"),
        ("should", "possible", "purposes[survey].legal_bases[0].ground", "gdpr:6.1.sub2"),
    ]


def test_an_authority_that_stands_elsewhere_in_the_register() -> None:
    """The list of controllers may name it by its id."""
    city = Party(id="city", name="Esimerkkilän kaupunki", public_authority=True)

    assert len(findings(Register(controllers=["city"], contacts=[city], purposes=[SURVEY]))) == 1


def test_the_authority_may_be_one_of_several() -> None:
    """What it is the controller of alone counts, and nothing else."""
    for_all = Register(controllers=[COMPANY, CITY], purposes=[SURVEY])
    alone = Controller(name="Esimerkkilän kaupunki", public_authority=True, purposes=["survey"])
    other = Controller(name="Esimerkkilän kaupunki", public_authority=True, purposes=["books"])
    books = Purpose(id="books", aims=[term("bookkeeping")])

    assert len(findings(for_all)) == 1
    assert len(findings(Register(controllers=[COMPANY, alone], purposes=[SURVEY]))) == 1
    assert findings(Register(controllers=[COMPANY, other], purposes=[SURVEY, books])) == []


@pytest.mark.parametrize(
    "register",
    [
        Register(controllers=[COMPANY], purposes=[SURVEY]),
        Register(controllers=[Controller(name="Esimerkki")], purposes=[SURVEY]),
        Register(purposes=[SURVEY]),
        Register(controllers=[CITY], legal_bases=[LegalBasis.public_task("tsl:4.1.2")]),
    ],
)
def test_near_misses(register: Register) -> None:
    """No authority, nobody told to be one, or another basis."""
    assert findings(register) == []
