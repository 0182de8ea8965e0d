"""The check basis-of-old-act: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from rekisteri import LegalBasis, Party, Processor, Provision, Purpose, Register, Section, Words, check, term
from rekisteri.model import Ground


def findings(basis: LegalBasis) -> list[tuple[object, ...]]:
    """What the check finds: (severity, path)."""
    register = Register(purposes=[Purpose(id="shop", aims=[term("orders")], legal_bases=[basis])])
    return check(register, on=date(2026, 11, 22), select=["basis-of-old-act"]).flatten("severity", "path")


@pytest.mark.parametrize("id", ["relevant-connection", "customer-or-service-relationship"])
def test_a_basis_without_a_successor(id: str) -> None:
    """The connection requirement is no point of Art. 6(1)."""
    assert findings(LegalBasis(words=term(id))) == [("must", "purposes[shop].legal_bases[0]")]


@pytest.mark.parametrize(
    "basis",
    [
        LegalBasis.contract(),
        LegalBasis(ground=Ground.LEGITIMATE_INTERESTS, words=term("relevant-connection")),
        LegalBasis(words=Words(fi="sopimus asiakkaan kanssa")),
        LegalBasis(words=term("data-subject-assignment")),
    ],
)
def test_what_names_a_point_or_is_only_words_is_let_pass(basis: LegalBasis) -> None:
    """A point of Art. 6(1) beside the old words decides the matter."""
    assert findings(basis) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Käsittelyn perusteena on asiallinen yhteys."),
        ("fi", "Yhteysvaatimus täyttyy asiakassuhteen perusteella."),
        ("sv", "Behandlingen grundar sig på saklig anknytning."),
        ("en", "Data are processed because of a relevant connection."),
    ],
)
def test_own_words_may_be_the_old_ground(language: str, words: str) -> None:
    """Possible, and nothing once a point of Art. 6(1) is stated."""
    text = Words(**{language: words})
    section = Section(heading="Peruste", text=words)
    basis = Register(legal_bases=[LegalBasis(words=text)])
    told = Register(language=language, sections=[section])

    def verdicts(register: Register) -> list[tuple[object, ...]]:
        return check(register, on=date(2026, 11, 22), select=["basis-of-old-act"]).flatten(
            "severity", "certainty", "path"
        )

    assert verdicts(basis) == [("should", "possible", "legal_bases[0].words")]
    assert verdicts(told) == [("should", "possible", "sections[0].text")]
    assert verdicts(attrs.evolve(told, legal_bases=[LegalBasis.contract()])) == []


@pytest.mark.parametrize(
    "words",
    [
        "Henkilötietolain asiallinen yhteys on kumottu peruste.",
        "Käsittely ei enää perustu asialliseen yhteyteen.",
        "Tiedot ovat asiallisia ja yhteydessä palveluun.",
    ],
)
def test_words_that_rest_on_nothing_old(words: str) -> None:
    """A statement that it is gone, or other words."""
    told = Register(language="fi", sections=[Section(heading="Peruste", text=words)])

    assert check(told, on=date(2026, 11, 22), select=["basis-of-old-act"]).findings == ()


def test_a_basis_of_all_processing_is_judged_too() -> None:
    """It is found where the register states it for everything."""
    register = Register(legal_bases=[LegalBasis(words=term("relevant-connection"))])
    found = check(register, on=date(2026, 11, 22), select=["basis-of-old-act"])

    assert found.flatten("path") == [("legal_bases[0]",)]


@pytest.mark.parametrize("words", [term("relevant-connection"), Words(fi="asiallinen yhteys")])
def test_a_processors_record_is_not_asked(words: Words) -> None:
    """The basis is the controllers'."""
    register = Register(kept_by=[Party(name="Esimerkki Oy")], language="fi", legal_bases=[LegalBasis(words=words)])

    assert check(register, on=date(2026, 11, 22), select=["basis-of-old-act"]).findings == ()


def test_one_flaw_is_told_once() -> None:
    """The old Act cited for the old ground is no second finding; cited for another it is."""
    old = LegalBasis(words=term("relevant-connection"), provisions=[Provision.parse("hetil:8.1.5")])
    new = LegalBasis.legal_obligation("hetil:8")
    found = check(
        Register(legal_bases=[old, new]), on=date(2026, 11, 22), select=["basis-of-old-act", "repealed-act-cited"]
    )

    assert found.flatten("check", "path") == [
        ("basis-of-old-act", "legal_bases[0]"),
        ("repealed-act-cited", "legal_bases[1].provisions[0]"),
    ]


def test_what_processors_do_is_no_basis() -> None:
    """ "Tasks that belong to another relevant connection" are tasks."""
    tasks = [Processor(tasks=[Words(fi="muuhun asialliseen yhteyteen liittyvät tehtävät")])]

    assert check(Register(processors=tasks), on=date(2026, 11, 22), select=["basis-of-old-act"]).findings == ()
