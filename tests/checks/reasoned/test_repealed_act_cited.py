"""The check repealed-act-cited: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri import Controller, LegalBasis, Provision, Purpose, Register, Right, Section, Words, check, report, term
from rekisteri.law.acts import Act, acts
from rekisteri.law.timeline import in_force
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
ACT = Provision.parse("hetil")


def verdict(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, path, whether it was right when drafted)."""
    found = check(register, on=on, select=["repealed-act-cited"])
    return found.flatten("severity", "path", "right_when_drafted")


@pytest.mark.parametrize(
    ("drafted", "severity", "was_right"),
    [
        (None, "should", False),
        (date(1999, 5, 31), "should", False),
        (date(1999, 6, 1), "note", True),
        (date(2018, 12, 31), "note", True),
        (date(2019, 1, 1), "should", False),
    ],
)
def test_a_mention_weighs_by_the_day_of_drafting(drafted: date | None, severity: str, was_right: bool) -> None:
    """A mention that was right when it was written is worth a note; the days before, of and after the act's life."""
    register = Register(drafted=drafted, prepared_under=[ACT])

    assert verdict(register) == [(severity, "prepared_under[0]", was_right)]


def test_what_was_updated_later_was_not_right_then() -> None:
    """The words of a document date from its last update."""
    register = Register(drafted=date(2018, 5, 22), updated=date(2020, 1, 1), prepared_under=[ACT])

    assert verdict(register) == [("should", "prepared_under[0]", False)]


def test_a_basis_that_no_longer_holds_keeps_its_severity() -> None:
    """Processing cannot rest on a repealed act, whenever the document was written."""
    basis = LegalBasis(provisions=[Provision.parse("hetil:8.1.5")])
    register = Register(drafted=date(2018, 5, 22), purposes=[Purpose(aims=[term("orders")], legal_bases=[basis])])

    assert verdict(register) == [("must", "purposes[0].legal_bases[0].provisions[0]", True)]


def test_a_basis_of_all_processing_is_a_basis() -> None:
    """It weighs the same where the register states it for everything."""
    register = Register(legal_bases=[LegalBasis(provisions=[ACT])])

    assert verdict(register) == [("must", "legal_bases[0].provisions[0]", False)]


@pytest.mark.parametrize(("on", "found"), [(date(2018, 12, 30), 0), (date(2018, 12, 31), 0), (date(2019, 1, 1), 1)])
def test_an_act_in_force_on_the_day_is_let_pass(on: date, found: int) -> None:
    """The day before, of and after its last day in force."""
    assert len(verdict(Register(prepared_under=[ACT]), on)) == found


def test_every_mention_is_found() -> None:
    """Also in a right, beside a provision that is in force."""
    register = Register(
        prepared_under=[Provision.parse("gdpr"), Provision.parse("523/99:10")],
        rights=[Right(right=term("access"), provisions=[Provision.parse("hetil:26")])],
    )

    assert [path for _, path, _ in verdict(register)] == ["prepared_under[1]", "rights[0].provisions[0]"]


def test_the_repeal_is_cited() -> None:
    """The finding names the section that repealed the act, or what took its place."""
    register = Register(prepared_under=[ACT, Provision.parse("svtsl")])
    found = check(register, on=TODAY, select=["repealed-act-cited"])

    assert [tuple(map(str, one.citations)) for one in found.findings] == [("tsl:37",), ("svpl",)]


def test_acts_in_force_and_unknown_acts_are_let_pass() -> None:
    """Nothing is said of an act that is in force, nor of one the library does not know."""
    register = Register(
        prepared_under=[Provision.parse("tsl"), Provision.parse("1233/2031:5"), Provision.parse("gdpr")]
    )

    assert verdict(register) == []


@pytest.mark.parametrize("act", [act for act in acts().values() if act.valid_until], ids=lambda act: act.key)
def test_every_repealed_act_of_the_table_is_found(act: Act) -> None:
    """Also where what replaced it has been replaced in turn; on its last day it is let pass."""
    register = Register(prepared_under=[Provision(act=act.key)])
    last = act.valid_until or TODAY
    ended = last + timedelta(days=1)

    assert len(verdict(register)) == 1
    assert len(verdict(register, ended)) == 1
    assert verdict(register, last) == []
    (found,) = check(register, on=TODAY, select=["repealed-act-cited"])
    assert all(one.known_act and in_force(one.known_act, TODAY) for one in found.citations)


def in_words(text: str, **register: object) -> list[tuple[object, ...]]:
    """What the check finds in a section's words: (severity, certainty, what it is called in the finding)."""
    made = Register(sections=[Section(heading="Muuta", text=text)], **register)  # type: ignore[arg-type]
    found = check(made, on=TODAY, select=["repealed-act-cited"])
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return [(one.severity, one.certainty, one.params["words"]) for one in found]


@pytest.mark.parametrize(
    ("text", "certainty", "words"),
    [
        ("Rekisteröidyllä on henkilötietolain 26 §:n mukainen oikeus.", "certain", "henkilötietolain"),
        ("Henkilötietolaki (523/1999) 10 §", "certain", "Henkilötietolaki (523/1999)"),
        ("Personuppgiftslagens 26 §", "possible", "Personuppgiftslagens"),
        ("enligt personuppgiftslagen (523/1999)", "certain", "personuppgiftslagen (523/1999)"),
        ("the Finnish Personal Data Act", "possible", "Personal Data Act"),
        ("the Personal Data Act (523/1999)", "certain", "Personal Data Act (523/1999)"),
        ("Directive 95/46/EC", "certain", "95/46"),
        ("Personuppgiftslagen. Personuppgiftslagen (523/1999).", "certain", "Personuppgiftslagen (523/1999)"),
    ],
)
def test_own_words(text: str, certainty: str, words: str) -> None:
    """Certain by a number or a Finnish name; once a text."""
    assert in_words(text) == [("should", certainty, words)]


@pytest.mark.parametrize(
    ("drafted", "severity"), [(date(2018, 12, 31), "note"), (date(2019, 1, 1), "should"), (date(1999, 5, 31), "should")]
)
def test_own_words_weigh_by_the_day_of_drafting(drafted: date, severity: str) -> None:
    """As a citation does; never more than should, be they those of a basis."""
    assert in_words("henkilötietolain mukaan", drafted=drafted) == [(severity, "certain", "henkilötietolain")]
    basis = LegalBasis(words=Words(fi="henkilötietolain 8 §"))
    assert verdict(Register(drafted=drafted, legal_bases=[basis])) == [
        (severity, "legal_bases[0].words", severity == "note")
    ]


@pytest.mark.parametrize(("on", "found"), [(date(2018, 12, 30), 0), (date(2018, 12, 31), 0), (date(2019, 1, 1), 1)])
def test_own_words_of_an_act_in_force_are_let_pass(on: date, found: int) -> None:
    """The day before, of and after its last day in force."""
    assert len(verdict(Register(title="Henkilötietolain mukainen seloste"), on)) == found


@pytest.mark.parametrize(
    "register",
    [
        Register(title="Rekisteriseloste, henkilötietolaki 10 §", prepared_under=[ACT]),
        Register(prepared_under=[ACT], sections=[Section(heading="Henkilötietolain mukainen seloste", text="x")]),
        Register(
            prepared_under=[ACT], sections=[Section(heading="A", text="henkilötietolaki", covered=["prepared_under"])]
        ),
        Register(
            prepared_under=[ACT],
            sections=[Section(heading="A", rest="henkilötietolaki", covered=["prepared_under[0]"])],
        ),
        Register(purposes=[Purpose(aims=[Words(fi="henkilötietolain mukainen käyttö")], provisions=[ACT])]),
    ],
)
def test_what_a_field_says_is_told_once(register: Register) -> None:
    """The citation, and not the words beside it."""
    assert len(verdict(register)) == 1


def test_what_another_field_says_is_told_beside() -> None:
    """A citation elsewhere is another statement."""
    register = Register(
        prepared_under=[ACT],
        sections=[Section(heading="A", text="henkilötietolaki")],
        rights=[Right(right=Words(fi="henkilötietolain mukainen tarkastusoikeus"))],
    )

    assert [path for _, path, _ in verdict(register)] == ["prepared_under[0]", "rights[0].right", "sections[0].text"]


@pytest.mark.parametrize(("country", "count"), [(None, 1), ("FI", 1), ("SE", 0)])
def test_the_act_of_another_country(country: str | None, count: int) -> None:
    """A Swedish controller means Sweden's act, unless it gives the number of Finland's."""
    controllers = [Controller(name="Esimerkki", country=country)]

    assert len(in_words("enligt personuppgiftslagen", controllers=controllers)) == count
    assert len(in_words("enligt personuppgiftslagen (523/1999)", controllers=controllers)) == 1
