"""The check body-abolished: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri import Disclosure, Party, Register, Section, Source, Words, check, report, term
from rekisteri.law.bodies import Body, former_bodies
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
NAMES = {
    "tietosuojalautakunta": (
        "tietosuojalautakunnan lupa",
        "datasekretessnämndens tillstånd",
        "Finnish Data Protection Board",
    ),
    "aluehallintovirasto": (
        "Etelä-Suomen aluehallintovirasto",
        "regionförvaltningsverket",
        "Regional State Administrative Agency",
    ),
    "ely-keskus": ("Uudenmaan ELY-keskus", "NTM-centralen", "ELY Centre"),
    "viestintavirasto": ("Viestintäviraston", "Kommunikationsverket", "FICORA"),
    "vaestorekisterikeskus": ("Väestörekisterikeskus", "magistraten", "Population Register Centre"),
    "kuluttajavirasto": ("Kuluttajavirasto", "Finnish Consumer Agency"),
    "sairaanhoitopiiri": ("Varsinais-Suomen sairaanhoitopiiri", "sjukvårdsdistriktet", "the hospital district"),
    "datainspektionen": ("Ruotsin Datainspektionen", "Datainspektionen i Sverige", "the Swedish Datainspektionen"),
}
CASES = [(body, name) for body in former_bodies() for name in NAMES[body.id]]


def found(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=on, select=["body-abolished"]).flatten("severity", "certainty", "path")


def section(text: str) -> Register:
    """A register with a section of these words."""
    return Register(sections=[Section(heading="Muuta", text=text)])


@pytest.mark.parametrize(("body", "name"), CASES, ids=lambda value: value if isinstance(value, str) else value.id)
def test_each_body_in_each_language(body: Body, name: str) -> None:
    """From the day after its last, certain where that day was read in a source; with words in every language."""
    certainty = "certain" if body.confidence == "high" else "possible"

    assert found(section(name)) == [("should", certainty, "sections[0].text")]
    applies = date(2018, 5, 25)  # the article that is cited; tietosuojalaki is younger than the board's end
    if body.valid_until > applies:
        days = [body.valid_until + timedelta(days) for days in (-1, 0, 1)]
        assert [len(found(section(name), on=day)) for day in days] == [0, 0, 1]
    (one,) = check(section(name), on=TODAY, select=["body-abolished"])
    for language in LANGUAGES:
        assert body.now.get(language, "") in report.message(one, language)


@pytest.mark.parametrize(
    "text",
    [
        "Liikenne- ja viestintävirasto",
        "Transport- och kommunikationsverket",
        "Kilpailu- ja kuluttajavirasto",
        "Konkurrens- och konsumentverket",
        "Konsumentverket",
        "European Data Protection Board",
        "Euroopan tietosuojaneuvosto",
        "Lupa- ja valvontavirasto",
        "elinvoimakeskus",
        "hyvinvointialue",
        "Datainspektionen",
        "Datainspektionen på Åland",
        "video.AVI",
        "AVI-tiedosto",
        "avi",
        "Aluehallintovirasto on lakkautettu.",
        "Digi- ja väestötietovirasto (entinen maistraatti)",
        "Traficom, tidigare Kommunikationsverket",
        "Traficom, formerly FICORA",
    ],
)
def test_near_misses(text: str) -> None:
    """Bodies that exist, files, and statements that a body has ended."""
    assert found(section(text)) == []


def test_an_abbreviation_is_only_possible() -> None:
    """Three capitals may mean something else."""
    assert found(section("Tietoja luovutetaan AVI:lle")) == [("should", "possible", "sections[0].text")]


@pytest.mark.parametrize(
    ("drafted", "severity"), [(None, "should"), (date(2025, 12, 31), "note"), (date(2026, 1, 1), "should")]
)
def test_a_document_may_be_older(drafted: date | None, severity: str) -> None:
    """Written while the body existed: a note."""
    register = Register(drafted=drafted, disclosures=[Disclosure(name="Valvira")])

    assert found(register) == [(severity, "certain", "disclosures[0].name")]


def test_parties_recipients_and_sources_count() -> None:
    """By name, by names per language, by what they are called; once a field."""
    register = Register(
        authorities=[Party(names=Words(fi="Aluehallintovirasto", sv="Regionförvaltningsverket"))],
        contacts=[Party(called=Words(fi="aluehallintoviraston kirjaamo"))],
        sources=[Source(origin=term("public-registers"), name="Valvira ja AVI")],
        disclosures=[Disclosure(to=[Words(fi="Valvira")])],
    )

    assert [path for _, _, path in found(register)] == [
        "contacts[0].called",
        "authorities[0].names",
        "sources[0].name",
        "disclosures[0].to[0]",
    ]


@pytest.mark.parametrize(
    ("party", "count"),
    [
        (Party(name="Datainspektionen"), 0),
        (Party(name="Datainspektionen", address="Mariehamn"), 0),
        (Party(name="Datainspektionen", web="https://www.di.ax"), 0),
        (Party(name="Datainspektionen", country="SE"), 1),
        (Party(name="Datainspektionen", address="Box 8114, 104 20 Stockholm"), 1),
        (Party(name="Datainspektionen", emails=["datainspektionen@datainspektionen.se"]), 1),
    ],
)
def test_which_datainspektionen_the_party_tells(party: Party, count: int) -> None:
    """Åland's exists; Sweden's has another name now."""
    assert len(found(Register(authorities=[party]))) == count


def test_a_register_may_bear_the_name() -> None:
    """Its own name has no party beside it."""
    assert found(Register(name="Datainspektionen")) == []


def test_the_law_of_the_end_is_cited() -> None:
    """Where it was read; else that information must be intelligible."""
    register = Register(title="tietosuojalautakunta", name="Valvira")
    citations = [tuple(map(str, one.citations)) for one in check(register, on=TODAY, select=["body-abolished"])]

    assert citations == [("tsl:37",), ("gdpr:12.1",)]
