"""The check child-consent: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Ground, LegalBasis, Party, Period, Purpose, Register, check, report, term

TODAY = date(2026, 11, 22)
FINNISH = Controller(name="Esimerkki Oy", country="FI")


def consent(age: str | None) -> LegalBasis:
    """Consent, and the age from which a child's own counts."""
    return LegalBasis(ground=Ground.CONSENT, own_consent_from=Period.parse(age) if age else None)


def findings(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(register, on=on, select=["child-consent"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


def told(age: str | None, controller: Controller = FINNISH) -> Register:
    """A service for children that rests on consent."""
    return Register(controllers=[controller], data_subjects=[term("children")], legal_bases=[consent(age)])


@pytest.mark.parametrize("age", ["P12Y", "P1Y", "P0D"])
def test_an_age_below_the_laws(age: str) -> None:
    """No state may go below thirteen; whether a service is offered online to the child is not told."""
    assert findings(told(age)) == [("should", "possible", "legal_bases[0].own_consent_from", "tsl:5")]


@pytest.mark.parametrize("age", ["P13Y", "P14Y", "P16Y", "P156M", "P12Y11M"])
def test_ages_that_are_let_pass(age: str) -> None:
    """Thirteen or more, or no whole years: then it is no age that can be compared."""
    assert findings(told(age)) == []


@pytest.mark.parametrize(
    ("day", "age", "expected"),
    [
        (date(2018, 5, 24), "P12Y", []),
        (date(2018, 5, 25), "P13Y", ["gdpr:8.1"]),
        (date(2018, 5, 26), "P15Y", ["gdpr:8.1"]),
        (date(2018, 5, 26), "P16Y", []),
        (date(2018, 12, 31), "P13Y", ["gdpr:8.1"]),
        (date(2019, 1, 1), "P13Y", []),
        (date(2019, 1, 1), "P12Y", ["tsl:5"]),
        (date(2019, 1, 2), "P13Y", []),
    ],
)
def test_the_law_of_the_day(day: date, age: str, expected: list[str]) -> None:
    """Sixteen until the Data Protection Act, thirteen since."""
    assert [citation for *_, citation in findings(told(age), day)] == expected


@pytest.mark.parametrize(
    "controllers",
    [
        [Controller(name="Esimerkki")],
        [Controller(name="Exempel AB", country="SE")],
        [FINNISH, Controller(name="Exempel AB", country="SE")],
    ],
)
def test_where_the_law_is_not_known(controllers: list[Controller]) -> None:
    """Only what no state may allow is found."""

    def of(age: str) -> list[tuple[object, ...]]:
        register = Register(controllers=controllers, legal_bases=[consent(age)])
        return findings(register, date(2018, 12, 31))

    assert of("P13Y") == []
    assert of("P12Y") == [("should", "possible", "legal_bases[0].own_consent_from", "gdpr:8.1")]


def test_no_age_is_told() -> None:
    """A note, since the register does not tell whether a service is offered directly to children."""
    purpose = Purpose(id="club", aims=[term("user-account")], legal_bases=[consent(None)], subjects=[term("children")])

    assert findings(told(None)) == [("note", "possible", "legal_bases[0].own_consent_from", "tsl:5")]
    assert findings(Register(controllers=[FINNISH], purposes=[purpose])) == [
        ("note", "possible", "purposes[club].legal_bases[0].own_consent_from", "tsl:5")
    ]


@pytest.mark.parametrize(
    "register",
    [
        told(None, Controller(name="Esimerkkilän kaupunki", country="FI", public_authority=True)),
        Register(controllers=[FINNISH], data_subjects=[term("customers")], legal_bases=[consent(None)]),
        Register(controllers=[FINNISH], legal_bases=[consent(None)]),
        Register(controllers=[FINNISH], data_subjects=[term("children")], legal_bases=[LegalBasis.contract()]),
        Register(
            data_subjects=[term("children")],
            purposes=[Purpose(aims=[term("orders")], legal_bases=[consent(None)], subjects=[term("customers")])],
        ),
    ],
)
def test_near_misses(register: Register) -> None:
    """An authority, no children, another basis, or a purpose that is about others."""
    assert findings(register) == []


@pytest.mark.parametrize(("age", "words"), [("P12Y", "from the age of 12 years"), (None, "does not tell")])
def test_each_has_its_message(age: str | None, words: str) -> None:
    """The age that is told, or that none is."""
    (one,) = check(told(age), on=TODAY, select=["child-consent"])

    assert words in report.message(one, "en")


@pytest.mark.parametrize("age", ["P12Y", None])
def test_a_processors_record_is_not_asked(age: str | None) -> None:
    """Consent is the controllers' matter."""
    kept = Register(kept_by=[Party(name="Esimerkki")], data_subjects=[term("children")], legal_bases=[consent(age)])

    assert findings(kept) == []
