"""The check criminal-data-without-ground: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import (
    Article9Condition,
    Controller,
    DataCategory,
    LegalBasis,
    Party,
    Provision,
    Purpose,
    Register,
    Requirement,
    RequirementKind,
    Words,
    check,
    term,
)

COMPANY = Controller(name="Esimerkki Oy", public_authority=False)
LAW = Provision.parse("tsl:7.1.2")
OFFENCES = DataCategory(id="offences", name=term("criminal-data"), purposes=["safety"])
SAFETY = Purpose(id="safety", aims=[term("safety")])


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(register, on=date(2026, 11, 22), select=["criminal-data-without-ground"])
    return found.flatten("severity", "certainty", "path")


def test_no_law_is_named() -> None:
    """By name or among the items."""
    listed = DataCategory(items=[term("name"), term("criminal-data")])
    register = Register(controllers=[COMPANY], purposes=[SAFETY], data=[OFFENCES, listed])

    assert findings(register) == [
        ("should", "certain", "data[offences].name"),
        ("should", "certain", "data[1].items[1]"),
    ]


@pytest.mark.parametrize(
    "register",
    [
        Register(controllers=[Controller(name="Esimerkki")], data=[DataCategory(name=term("criminal-data"))]),
        Register(data=[DataCategory(name=term("criminal-data"))]),
        Register(controllers=[COMPANY], data=[DataCategory(name=term("criminal-data"), may=True)]),
    ],
)
def test_possible(register: Register) -> None:
    """The controller may be an authority, or the data only may be held."""
    assert findings(register) == [("should", "possible", "data[0].name")]


@pytest.mark.parametrize(
    "register",
    [
        Register(
            controllers=[Controller(name="Kaupunki", public_authority=True)],
            data=[DataCategory(name=term("criminal-data"))],
        ),
        Register(data=[DataCategory(name=term("criminal-data"), provisions=[LAW])]),
        Register(data=[OFFENCES], purposes=[Purpose(id="safety", aims=[term("safety")], provisions=[LAW])]),
        Register(
            data=[OFFENCES],
            purposes=[Purpose(id="safety", aims=[term("safety")], legal_bases=[LegalBasis.legal_obligation("tsl:7")])],
        ),
        Register(data=[OFFENCES], purposes=[SAFETY], legal_bases=[LegalBasis.legal_obligation("tsl:7")]),
        Register(
            data=[OFFENCES],
            purposes=[SAFETY],
            requirements=[Requirement(kind=RequirementKind.STATUTORY, data=["offences"], provisions=[LAW])],
        ),
        Register(
            data=[DataCategory(name=term("criminal-data"))],
            requirements=[Requirement(kind=RequirementKind.STATUTORY, provisions=[LAW])],
        ),
        Register(data=[DataCategory(name=term("criminal-data"))], purposes=[Purpose(aims=[term("legal-claim")])]),
        Register(data=[DataCategory(name=term("criminal-data"), article_9=Article9Condition.LEGAL_CLAIMS)]),
        Register(kept_by=[Party(name="Esimerkki Oy")], data=[DataCategory(name=term("criminal-data"))]),
        Register(data=[DataCategory(name=Words(fi="rikokset")), DataCategory(name=term("name"))]),
    ],
)
def test_near_misses(register: Register) -> None:
    """An authority, a law named somewhere, legal claims, a processor's record, other data."""
    assert findings(register) == []


def test_a_law_named_for_something_else() -> None:
    """Another purpose, other data, or the GDPR itself answer nothing."""
    register = Register(
        controllers=[COMPANY],
        data=[OFFENCES, DataCategory(id="pay", name=term("salary"))],
        purposes=[SAFETY, Purpose(id="books", aims=[term("bookkeeping")], provisions=[LAW])],
        requirements=[Requirement(kind=RequirementKind.STATUTORY, data=["pay"], provisions=[LAW])],
        legal_bases=[LegalBasis.legal_obligation("gdpr:10")],
    )

    assert findings(register) == [("should", "certain", "data[offences].name")]


@pytest.mark.parametrize("section", ["tsl:29", "tsl:29.2"])
def test_the_section_on_identity_codes_is_no_ground(section: str) -> None:
    """It allows no data on offences."""
    data = DataCategory(name=term("criminal-data"), provisions=[Provision.parse(section)])

    assert findings(Register(controllers=[COMPANY], data=[data])) == [("should", "certain", "data[0].name")]


@pytest.mark.parametrize(
    ("country", "cited"),
    [("FI", ["gdpr:10", "tsl:7"]), (None, ["gdpr:10", "tsl:7"]), ("SE", ["gdpr:10"])],
)
def test_the_act_of_finland_is_cited_to_those_it_binds(country: str | None, cited: list[str]) -> None:
    """A controller elsewhere has another law to look for."""
    controller = Controller(name="Exempel", country=country)
    register = Register(controllers=[controller], data=[DataCategory(name=term("criminal-data"))])
    (one,) = check(register, on=date(2026, 11, 22), select=["criminal-data-without-ground"])

    assert list(map(str, one.citations)) == cited
