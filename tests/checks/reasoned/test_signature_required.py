"""The check signature-required: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

from rekisteri import Procedure, Register, Right, SecurityMeasure, Way, check, term

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
