"""The check authority-contact-old: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Party, Register, Right, Section, Words, check, report, term
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
OFFICE = "Tietosuojavaltuutetun toimisto"


def findings(party: Party, on: date = TODAY, drafted: date | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(authorities=[party], drafted=drafted)
    return check(register, on=on, select=["authority-contact-old"]).flatten("severity", "certainty", "path")


@pytest.mark.parametrize("address", ["PL 800, Ratapihantie 9, 00520 Helsinki", "PL 800, 00521 Helsinki"])
def test_a_former_address(address: str) -> None:
    """The old street or the old postal code."""
    assert findings(Party(id="tsv", name=OFFICE, address=address)) == [
        ("should", "certain", "authorities[tsv].address")
    ]
    assert findings(Party(emails=["tietosuoja@om.fi"], names=Words(sv="X"), address=address)) != []


@pytest.mark.parametrize(
    "party",
    [
        Party(name=OFFICE, address="PL 800, 00531 Helsinki"),
        Party(name=OFFICE, address="Lintulahdenkuja 4, 00530 Helsinki"),
        Party(name=OFFICE),
        Party(name=OFFICE, web="https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle"),
        Party(name="Dataombudsmannens byrå", address="PB 800, 00531 Helsingfors"),
        Party(name="Etelä-Suomen virasto", address="Ratapihantie 9, 00520 Helsinki"),
    ],
)
def test_present_addresses_and_other_authorities_are_let_pass(party: Party) -> None:
    """The present addresses, none at all, and another authority that was in the same street."""
    assert findings(party) == []


@pytest.mark.parametrize(
    ("drafted", "severity"),
    [(date(2019, 12, 31), "note"), (date(2020, 1, 1), "should"), (date(2020, 1, 2), "should"), (None, "should")],
)
def test_what_may_have_been_right_when_drafted_is_a_note(drafted: date | None, severity: str) -> None:
    """The authority moved about autumn 2019; the day is not known."""
    old = Party(name=OFFICE, address="PL 800, 00521 Helsinki")

    assert [found for found, _, _ in findings(old, drafted=drafted)] == [severity]


@pytest.mark.parametrize(("on", "count"), [(date(2019, 12, 31), 0), (date(2020, 1, 1), 1)])
def test_before_the_move_nothing_was_old(on: date, count: int) -> None:
    """Judged on a day when the address may still have been right."""
    assert len(findings(Party(name=OFFICE, address="Ratapihantie 9, Helsinki"), on)) == count


def test_an_authority_told_by_its_id_is_looked_up() -> None:
    """It may stand as itself in another list."""
    old = Party(id="tsv", name=OFFICE, address="PL 800, 00521 Helsinki")
    register = Register(contacts=[old], authorities=["tsv"])

    assert check(register, on=TODAY, select=["authority-contact-old"]).flatten("path") == [("contacts[tsv].address",)]


@pytest.mark.parametrize(
    ("party", "field", "old"),
    [
        (Party(name="Dataombudsmannens byrå", address="PB 800, 00521 Helsingfors"), "address", "00521"),
        (
            Party(name="Office of the Data Protection Ombudsman", address="P.O. Box 800, FI-00521 Helsinki"),
            "address",
            "00521",
        ),
        (
            Party(name=OFFICE, addresses=Words(fi="PL 800, 00531 Helsinki", sv="Ratapihantie 9")),
            "addresses",
            "Ratapihantie 9",
        ),
        (Party(name=OFFICE, web="http://www.tietosuoja.fi/fi/index/"), "web", "tietosuoja.fi/fi/index/"),
        (Party(web="www.tietosuoja.fi/index/materiaalia.html"), "web", "tietosuoja.fi/index/"),
    ],
)
def test_in_other_languages_and_on_the_web(party: Party, field: str, old: str) -> None:
    """The finding names the field and what in it is old, and what it is now in the reader's language."""
    (found,) = check(Register(authorities=[party]), on=TODAY, select=["authority-contact-old"])

    assert (found.path, found.params["old"]) == (f"authorities[0].{field}", old)
    now = "https://tietosuoja.fi/sv" if field == "web" else "PB 800, 00531 Helsingfors"
    assert report.message(found, "sv").endswith(f"Nuvarande uppgift: {now}.")


def test_an_authority_that_only_a_right_names() -> None:
    """It stands among the other parties, and people are told to complain to it."""
    old = Party(id="tsv", name=OFFICE, address="PL 800, 00521 Helsinki")
    right = Right(right=term("complaint"), authority="tsv")
    found = check(Register(others=[old], rights=[right]), on=TODAY, select=["authority-contact-old"])

    assert found.flatten("path") == [("others[tsv].address",)]
    assert not check(Register(others=[old]), on=TODAY, select=["authority-contact-old"])


def in_words(text: str, drafted: date | None = None, **register: object) -> list[tuple[object, ...]]:
    """What the check finds in a section's words: (severity, certainty, path, what is old)."""
    made = Register(sections=[Section(heading="Valitus", text=text)], drafted=drafted, **register)  # type: ignore[arg-type]
    found = check(made, on=TODAY, select=["authority-contact-old"])
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return [(one.severity, one.certainty, one.path, one.params["old"]) for one in found]


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Tietosuojavaltuutetun toimisto, Ratapihantie 9, PL 800, 00521 Helsinki", ["Ratapihantie 9"]),
        ("Dataombudsmannens byrå, PB 800, 00521 Helsingfors", ["00521"]),
        ("Valitus: www.tietosuoja.fi/fi/index/", ["tietosuoja.fi/fi/index/"]),
        ("Tietosuojavaltuutettu, PL 800, 00521 Helsinki, tietosuoja.fi/index/", ["00521", "tietosuoja.fi/index/"]),
        ("Tietosuojavaltuutettu, PL 800, 00531 Helsinki", []),
        ("Etelä-Suomen aluehallintovirasto, Ratapihantie 9 (tietosuojavaltuutettu on muualla)", []),
        ("Esimerkki Oy, Ratapihantie 9, 00520 Helsinki, tietosuojavastaava", []),
        ("Tietosuojavaltuutettu muutti; entinen osoite on Ratapihantie 9", []),
        ("Tietosuojavaltuutetun numero 1005211", []),
    ],
)
def test_in_own_words(text: str, old: list[str]) -> None:
    """Possible, where the sentence names the Ombudsman and no other authority of that street; a note before the move."""
    assert in_words(text) == [("should", "possible", "sections[0].text", one) for one in old]
    assert {severity for severity, *_ in in_words(text, drafted=date(2019, 12, 31))} <= {"note"}


def test_what_a_field_has_is_told_once() -> None:
    """The party's field, and not the words beside it; the fields of other parties are no texts."""
    text = "Tietosuojavaltuutetun toimisto, Ratapihantie 9"
    old = Party(id="tsv", name=OFFICE, address="PL 800, 00521 Helsinki")

    assert [path for _, _, path, _ in in_words(text, authorities=[old])] == ["authorities[tsv].address"]
    assert in_words("x", others=[Party(name=OFFICE, addresses=Words(fi=text))]) == []
