"""The check joint-essence-missing: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Party, Purpose, Register, Words, check, term

ONE = Controller(name="Esimerkki Oy")
OTHER = Controller(name="Esimerkki Palvelut Oy")
ANSWERS = Controller(name="Esimerkki Palvelut Oy", responsibility=Words(fi="vastaa pyyntöihin"))
LENDER = Controller(name="Esimerkkirahoitus Oy", purposes=["credit"])
CREDIT = Purpose(id="credit", aims=[term("credit-decision")])


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(register, on=date(2026, 11, 22), select=["joint-essence-missing"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "register",
    [
        Register(controllers=[ONE, OTHER]),
        Register(controllers=[ONE, "third"], contacts=[Party(id="third", name="Esimerkkiyhdistys ry")]),
        Register(controllers=[ONE, OTHER, LENDER], purposes=[CREDIT]),
    ],
)
def test_nobody_is_said_to_answer_for_anything(register: Register) -> None:
    """Of two or more for the same purposes, be there another for its own or not."""
    assert findings(register) == [("should", "possible", "controllers")]


@pytest.mark.parametrize(
    "register",
    [
        Register(),
        Register(controllers=[ONE]),
        Register(controllers=[ONE, ANSWERS]),
        Register(controllers=[ONE, LENDER], purposes=[CREDIT]),
        Register(kept_by=[Party(name="Esimerkki Tietopalvelut Oy")], controllers=[ONE, OTHER]),
    ],
)
def test_near_misses(register: Register) -> None:
    """One controller, a responsibility told, one with purposes of its own, a processor's record."""
    assert findings(register) == []
