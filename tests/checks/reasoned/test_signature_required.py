"""The check signature-required: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Procedure, Register, Right, Section, SecurityMeasure, Way, Words, check, report, term
from rekisteri.words import LANGUAGES

LETTER = Way(channel=term("letter"), signed=True)
EMAIL = Way(channel=term("by-email"))


def findings(*ways: Way) -> list[tuple[object, ...]]:
    """What the check finds in a right of access with these ways: (severity, certainty, path)."""
    right = Right(right=term("access"), procedure=Procedure(ways=ways))
    found = check(Register(rights=[right]), on=date(2026, 11, 22), select=["signature-required"])
    return found.flatten("severity", "certainty", "path")


def test_a_signature_on_every_way() -> None:
    """There is no other way to use the right."""
    assert findings(LETTER) == [("should", "possible", "rights[0].procedure.ways[0].signed")]
    assert findings(LETTER, LETTER) == [("should", "possible", "rights[0].procedure.ways[0].signed")]


def test_a_signature_on_one_way_is_a_note() -> None:
    """Another way needs none."""
    assert findings(EMAIL, LETTER) == [("note", "possible", "rights[0].procedure.ways[1].signed")]


def test_no_signature_is_let_pass() -> None:
    """Neither asked for nor spoken of; what staff have signed is no request."""
    assert findings(EMAIL, Way(channel=term("letter"), signed=False)) == []
    staff = Register(security=[SecurityMeasure(measure=term("confidentiality-undertakings"))])
    assert check(staff, on=date(2026, 11, 22), select=["signature-required"]).findings == ()


def test_by_hand_is_signed_too() -> None:
    """A request in one's own hand is no easier."""
    assert findings(Way(channel=term("letter"), handwritten=True)) == [
        ("should", "possible", "rights[0].procedure.ways[0].handwritten")
    ]


def test_the_ways_of_one_right_are_seen_together() -> None:
    """The same right may stand twice; another right's ways do not help; a denied right has no ways."""
    on = date(2026, 11, 22)
    signed, free = Procedure(ways=[LETTER]), Procedure(ways=[EMAIL])

    def severities(*rights: Right) -> list[tuple[object, ...]]:
        return check(Register(rights=rights), on=on, select=["signature-required"]).flatten("severity", "path")

    access = Right(right=term("access"), procedure=signed)
    place = "rights[0].procedure.ways[0].signed"
    assert severities(access, Right(right=term("access"), procedure=free)) == [("note", place)]
    assert severities(access, Right(right=term("erasure"), procedure=free)) == [("should", place)]
    assert severities(Right(right=term("access"), given=False, procedure=signed)) == []


def in_words(text: str, *rights: Right) -> list[tuple[object, ...]]:
    """What the check finds in a section's words: (severity, certainty, path)."""
    register = Register(sections=[Section(heading="Oikeudet", text=text)], rights=rights or None)
    found = check(register, on=date(2026, 11, 22), select=["signature-required"])
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Tarkastuspyyntö tehdään omakätisesti allekirjoitetulla asiakirjalla.", "should"),
        ("Pyyntö tehdään sähköpostilla tai allekirjoitetulla kirjeellä.", "note"),
        ("Pyynnön voi esittää myös allekirjoitetulla asiakirjalla.", "note"),
        ("Begäran ska vara egenhändigt undertecknad.", "should"),
        ("Begäran görs per e-post eller i ett undertecknat brev.", "note"),
        ("Requests must be signed.", "should"),
        ("Requests are made by e-mail or in a signed letter.", "note"),
    ],
)
def test_own_words(text: str, severity: str) -> None:
    """A note where another way is offered in the same sentence."""
    assert in_words(text) == [(severity, "possible", "sections[0].text")]


@pytest.mark.parametrize(
    "text",
    [
        "Tiedot ovat vain salassapitositoumuksen allekirjoittaneilla työntekijöillä.",
        "Pyyntöä ei tarvitse toimittaa allekirjoitettuna: ei edellytä muuta.",
        "Allekirjoitettu sopimus säilytetään kymmenen vuotta.",
        "Personal som har undertecknat en sekretessförbindelse.",
        "Users who have signed in may access their data.",
        "Access is given to employees who have signed a confidentiality agreement.",
    ],
)
def test_near_misses_in_own_words(text: str) -> None:
    """Undertakings, contracts, signing in, no need to sign."""
    assert in_words(text) == []


def test_what_a_field_says_is_told_once() -> None:
    """Where a way is known to be signed, the words say the same; where it is known not to be, they say something else."""
    text = "Pyyntö on allekirjoitettava, eli allekirjoitettu pyyntö."
    signed = Right(right=term("access"), procedure=Procedure(ways=[LETTER]))
    free = Right(right=term("access"), procedure=Procedure(ways=[EMAIL]))

    assert in_words(text, signed) == [("should", "possible", "rights[0].procedure.ways[0].signed")]
    assert in_words(text, free) == [("should", "possible", "sections[0].text")]


def test_what_a_right_says_of_itself_is_near_to_a_request() -> None:
    """The channel alone says it; how data are protected is no request."""
    channel = Way(channel=Words(fi="omakätisesti allekirjoitettu kirje"))
    right = Right(right=term("access"), procedure=Procedure(ways=[channel]))
    register = Register(rights=[right], security=[SecurityMeasure(measure=Words(fi="allekirjoitettu pyyntö"))])
    found = check(register, on=date(2026, 11, 22), select=["signature-required"])

    assert found.flatten("path") == [("rights[0].procedure.ways[0].channel",)]
