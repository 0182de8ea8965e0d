"""The check objection-not-apart: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from rekisteri import Controller, Disclosure, LegalBasis, Purpose, Register, Right, Words, check, term
from rekisteri.model import Procedure
from rekisteri.model.section import Section
from rekisteri.words import Audience

TODAY = date(2026, 11, 22)
INTEREST = Purpose(aims=[term("service-development")], legal_bases=[LegalBasis.legitimate_interests()])
BOOKS = Purpose(aims=[term("bookkeeping")], legal_bases=[LegalBasis.legal_obligation("kpl:2/10")])
ALL = Section(heading="Oikeudet", covered=["rights"])


def told(*sections: Section, purpose: Purpose = INTEREST) -> Register:
    """Access, objection and the right to forbid disclosure, and the document's sections."""
    return Register(
        controllers=[Controller(id="shop", name="Esimerkki Oy")],
        purposes=[purpose],
        disclosures=[Disclosure(id="list", to=[term("public")], how_to_object=Procedure(fee=term("free-of-charge")))],
        rights=[
            Right(right=term("access")),
            Right(right=term("objection"), procedure=Procedure(fee=term("free-of-charge"))),
            Right(right=term("disclosure-objection")),
        ],
        sections=sections or None,
    )


def findings(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, heading)."""
    found = check(register, on=on, select=["objection-not-apart"])
    return [(one.severity, one.certainty, one.path, one.params["heading"]) for one in found]


@pytest.mark.parametrize(
    "covered",
    [
        ["rights"],
        ["rights[0]", "rights[1]"],
        ["rights[1]", "purposes[0]"],
        ["rights[1].procedure", "rights[0]"],
        ["disclosures[list]", "rights[1]"],
    ],
)
def test_among_other_things(covered: list[str]) -> None:
    """Other rights, or other information."""
    section = Section(heading="Oikeudet", covered=covered)

    assert findings(told(Section(heading="Nimi", covered=["purposes[0]"]), section)) == [
        ("note", "possible", "sections[1]", "Oikeudet")
    ]


@pytest.mark.parametrize(
    "section",
    [
        Section(heading="Vastustaminen", covered=["rights[1]"]),
        Section(heading="Vastustaminen", covered=["rights[1].procedure"]),
        Section(heading="Kielto-oikeus", covered=["rights[1]", "rights[2]", "controllers[shop]"]),
        Section(heading="Kielto-oikeus", covered=["rights[1]", "disclosures[list].how_to_object"]),
        Section(heading="Vastustaminen", about=["right_objection"], text="Voit vastustaa käsittelyä."),
    ],
)
def test_a_section_of_its_own(section: Section) -> None:
    """Rights to object and forbid, how to use them, whom to ask; beside it they may be told again."""
    assert findings(told(ALL, section)) == []


@pytest.mark.parametrize(
    "section",
    [
        Section(heading="Vastustaminen", about=["right_objection"]),
        Section(heading="Vastustaminen", about=["right_objection"], covered=["rights[0]"]),
        Section(heading="Oikeudet", about=["right_access", "right_objection"], text="Voit vastustaa käsittelyä."),
        Section(heading="Vastustaminen", covered=["rights[1]"], audience=Audience.RECORD),
    ],
)
def test_a_heading_alone_is_no_section_of_its_own(section: Section) -> None:
    """Empty, about something else in truth, about several rights, or for nobody to read."""
    assert [path for _, _, path, _ in findings(told(ALL, section))] == ["sections[0]"]


def test_a_register_without_sections_prints_the_right_apart() -> None:
    """So does one whose sections only hold what no field holds."""
    assert findings(told()) == []
    assert findings(told(Section(heading="Kahvi", text="Kahvia on."))) == []


def test_rights_alone_in_their_section() -> None:
    """Where the only rights are to object, their section is their own."""
    register = told(ALL)

    assert findings(attrs.evolve(register, rights=(register.rights or ())[1:])) == []


def test_only_where_there_is_a_right_to_object() -> None:
    """Legal obligations and bookkeeping give none; a denied right, and one in own words, is not told."""
    purposes = [term("direct-marketing"), term("bookkeeping"), Words(fi="kirjat")]
    marketing = attrs.evolve(told(ALL), rights=[Right(right=term("marketing-objection")), Right(right=term("access"))])
    denied = told(ALL)
    denied = attrs.evolve(denied, rights=[attrs.evolve(one, given=False) for one in denied.rights or ()])

    assert [len(findings(told(ALL, purpose=attrs.evolve(BOOKS, aims=[aim])))) for aim in purposes] == [1, 0, 0]
    assert findings(marketing) == []  # there is none
    assert findings(denied) == []


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1), (TODAY, 1)]
)
def test_the_duty_is_the_gdprs(on: date, expected: int) -> None:
    """The day before it applies nothing is found."""
    assert len(findings(told(ALL), on)) == expected
