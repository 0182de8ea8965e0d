"""The check adequacy-not-in-force: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rekisteri import Controller, Party, Register, Transfer, Words, check, report, term

TODAY = date(2026, 11, 22)
DECISION = term("adequacy-decision")
FRAMEWORK = term("data-privacy-framework")
CLAUSES = term("standard-clauses")


def register(countries: list[str] | None, *safeguards: Words, **said: Any) -> Register:
    """A register with one transfer."""
    return Register(transfers=[Transfer(countries=countries, safeguards=safeguards)], **said)


def findings(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=on, select=["adequacy-not-in-force"]).flatten("severity", "certainty", "path")


def message(register: Register, on: date = TODAY) -> str:
    """The message of its only finding."""
    (found,) = check(register, on=on, select=["adequacy-not-in-force"])
    return report.message(found, "en")


def test_a_country_without_a_decision() -> None:
    """The claim is untrue on its face."""
    assert findings(register(["IN"], DECISION)) == [("must", "certain", "transfers[0].safeguards[0]")]
    assert "no such decision is in force for the destination (India and China)" in message(
        register(["IN", "CN"], DECISION)
    )


def test_another_ground_makes_it_milder() -> None:
    """The transfer may rest on that; the claim is still untrue."""
    assert findings(register(["IN"], DECISION, CLAUSES)) == [("should", "certain", "transfers[0].safeguards[0]")]
    assert findings(register(["IN"], DECISION, Words(en="a contract"))) == [
        ("should", "certain", "transfers[0].safeguards[0]")
    ]
    assert findings(register(["IN"], DECISION, term("former-standard-clauses"))) == [
        ("must", "certain", "transfers[0].safeguards[0]")
    ]


def test_the_claim_may_be_about_one_of_several_countries() -> None:
    """Then another ground may carry the others; without one it is untrue of these."""
    assert findings(register(["CH", "IN"], DECISION, CLAUSES)) == []
    assert "(India)" in message(register(["CH", "IN"], DECISION))


def test_a_framework_that_is_named_is_what_is_claimed() -> None:
    """It is judged by its own days, once."""
    before, ended = date(2023, 7, 9), [("safeguard-invalid",)]
    shield = register(["US"], DECISION, term("privacy-shield"))

    assert findings(register(["US"], DECISION, FRAMEWORK), before) == [
        ("must", "certain", "transfers[0].safeguards[1]")
    ]
    assert check(shield, on=before, select=["transfers"]).flatten("check") == ended


def test_a_framework_that_is_not_there_yet() -> None:
    """Until the day before its decision; milder beside another ground."""
    framework = register(["US"], FRAMEWORK)

    assert findings(framework, date(2023, 7, 9)) == [("must", "certain", "transfers[0].safeguards[0]")]
    assert findings(framework, date(2023, 7, 10)) == []
    assert findings(register(None, FRAMEWORK), date(2023, 7, 9)) == [("must", "certain", "transfers[0].safeguards[0]")]
    assert findings(register(["US"], FRAMEWORK, CLAUSES), date(2023, 7, 9)) == [
        ("should", "certain", "transfers[0].safeguards[0]")
    ]
    assert "The day of the decision is 10 July 2023" in message(framework, date(2023, 7, 9))


def test_a_decision_that_has_ended_was_right_when_drafted() -> None:
    """The last day is told; a document of that time was right then."""
    old = register(["US"], DECISION, drafted=date(2019, 1, 1))
    late = register(["US"], DECISION, drafted=date(2021, 1, 1))
    day = date(2022, 1, 1)

    assert "Its last day in force was 15 July 2020" in message(old, day)
    assert [one.right_when_drafted for one in check(old, on=day, select=["adequacy-not-in-force"])] == [True]
    assert [one.right_when_drafted for one in check(late, on=day, select=["adequacy-not-in-force"])] == [False]


@pytest.mark.parametrize(
    ("day", "expected", "words"),
    [
        (date(2031, 6, 30), ("note", "possible"), "is 27 December 2031, unless the decision is prolonged"),
        (date(2031, 12, 27), ("note", "possible"), "is 27 December 2031, unless the decision is prolonged"),
        (date(2031, 12, 28), ("should", "possible"), "was 27 December 2031, unless the decision has since been"),
    ],
)
def test_an_end_to_come(day: date, expected: tuple[str, str], words: str) -> None:
    """Half a year before, and after: it may have been renewed since the table was checked."""
    kingdom = register(["GB"], DECISION)

    assert [found[:2] for found in findings(kingdom, day)] == [expected]
    assert words in message(kingdom, day)


def test_an_end_to_come_with_another_ground() -> None:
    """Then there is nothing to prepare for."""
    assert findings(register(["GB"], DECISION, CLAUSES), date(2031, 12, 1)) == []


def test_no_one_saw_a_judgment_coming() -> None:
    """Before the Privacy Shield was struck down, nothing was to be noted."""
    assert findings(register(["US"], DECISION), date(2020, 7, 15)) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"controllers": [Controller(name="Eksempel AS", country="NO")]}, [("note", "possible")]),
        (
            {"controllers": [Controller(name="Eksempel AS", country="NO"), Controller(name="X", country="FI")]},
            [("note", "possible")],
        ),
        ({"kept_by": [Party(name="Dæmi ehf.", country="IS")]}, [("note", "possible")]),
        ({"controllers": [Controller(name="Esimerkki Oy", country="FI")]}, []),
        ({"controllers": [Controller(name="Example Ltd", country="GB")]}, []),
        ({"controllers": [Controller(name="Esimerkki")]}, []),
        ({}, []),
    ],
)
def test_the_decision_on_brazil_may_not_reach_norway(said: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """It had not been taken into the EEA Agreement when last looked up."""
    assert [found[:2] for found in findings(register(["BR"], DECISION, **said))] == expected


def test_other_decisions_reach_norway() -> None:
    """The words are about the one that may not."""
    norway = [Controller(name="Eksempel AS", country="NO")]

    assert findings(register(["CH"], DECISION, controllers=norway)) == []
    assert "not certain that one can rely on it in Iceland" in message(register(["BR"], DECISION, controllers=norway))


@pytest.mark.parametrize(
    ("countries", "safeguard"),
    [
        (["CH"], DECISION),
        (["US"], FRAMEWORK),
        (["NO"], DECISION),
        (None, DECISION),
        (["IN"], CLAUSES),
        (["IN"], term("adequate-protection")),
        (["IN"], Words(en="an adequacy decision")),
        (["US"], term("privacy-shield")),
    ],
)
def test_near_misses(countries: list[str] | None, safeguard: Words) -> None:
    """A decision in force, the EEA, nowhere named, no claim, own words, and what another check tells."""
    assert findings(register(countries, safeguard)) == []
