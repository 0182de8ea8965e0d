"""The check identity-code-identifies: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Procedure, Register, Right, Way, Words, check, term


def findings(*details: str | Words, on: date = date(2026, 11, 22)) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    asked = [term(one) if isinstance(one, str) else one for one in details] or None
    procedure = Procedure(must_state=asked, fee=term("free-of-charge"))
    register = Register(rights=[Right(right=term("access"), procedure=procedure)])
    return check(register, on=on, select=["identity-code-identifies"]).flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "details",
    [
        ["personal-identity-code"],
        ["name", "personal-identity-code"],
        ["personal-identity-code", "which-data", "correct-data", "request-grounds"],
    ],
)
def test_the_code_alone_or_with_the_name(details: list[str]) -> None:
    """What the request is about tells nothing of who asks."""
    assert findings(*details) == [("should", "possible", "rights[0].procedure.must_state")]


@pytest.mark.parametrize(
    "details",
    [
        [],
        ["name"],
        ["name", "personal-identity-code", "proof-of-identity"],
        ["personal-identity-code", Words(fi="asiakasnumero")],
    ],
)
def test_near_misses(details: list[str | Words]) -> None:
    """No code, or the code together with something else."""
    assert findings(*details) == []


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2023, 12, 31), 0), (date(2024, 1, 1), 1), (date(2024, 1, 2), 1)],
)
def test_the_ban_holds_from_2024(day: date, count: int) -> None:
    """The subsection is younger than its act."""
    assert len(findings("personal-identity-code", on=day)) == count


@pytest.mark.parametrize(("country", "count"), [("FI", 1), ("AX", 1), (None, 1), ("SE", 0)])
def test_the_acts_of_finland_bind_nobody_elsewhere(country: str | None, count: int) -> None:
    """A controller that is said to be in another country follows its law."""
    right = Right(right=term("access"), procedure=Procedure(must_state=[term("personal-identity-code")]))
    register = Register(controllers=[Controller(name="Exempel", country=country)], rights=[right])

    assert len(check(register, on=date(2026, 11, 22), select=["identity-code-identifies"]).findings) == count


LETTER = Way(channel=term("letter"), signed=True)
LOGGING_IN = Way(channel=term("online-service"))


@pytest.mark.parametrize(
    ("ways", "severities"),
    [
        ([LETTER], ["should"]),
        ([Way(channel=term("web-form")), Way(web="https://example.fi")], ["should"]),
        ([LETTER, LOGGING_IN], ["note"]),
        ([LOGGING_IN], []),
        ([Way(channel=term("in-person"))], []),
        ([Way(self_service=True)], []),
        ([Way(channel=Words(fi="paikan päällä, henkilöllisyys todistetaan"))], []),
        ([Way(channel=term("by-phone", fi="puhelimitse pankkitunnuksin"))], []),
        ([Way(channel=term("letter"), limits=[Words(fi="henkilöllisyys varmistetaan")])], []),
    ],
)
def test_ways_that_show_who_asks(ways: list[Way], severities: list[str]) -> None:
    """Logging in, coming in person, and what is told in own words; a note where only some do."""
    asked = [term("name"), term("personal-identity-code")]
    right = Right(right=term("access"), procedure=Procedure(must_state=asked, ways=ways))
    found = check(Register(rights=[right]), on=date(2026, 11, 22), select=["identity-code-identifies"])

    assert [one.severity for one in found] == severities
