"""The check business-id-invalid: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Party, Register, check


def findings(business_id: str) -> list[tuple[object, ...]]:
    """What the check finds in a controller and a contact with this id: (severity, path)."""
    register = Register(
        controllers=[Controller(id="shop", business_id=business_id)], contacts=[Party(business_id=business_id)]
    )
    return check(register, on=date(2026, 11, 22), select=["business-id-invalid"]).flatten("severity", "path")


@pytest.mark.parametrize("business_id", ["1234567-2", "12345672", "2345678-1", " 1234567-9 "])
def test_a_wrong_check_digit(business_id: str) -> None:
    """Wherever a party stands."""
    assert findings(business_id) == [
        ("should", "controllers[shop].business_id"),
        ("should", "contacts[0].business_id"),
    ]


@pytest.mark.parametrize("business_id", ["1234567-1", "12345671", "2345678-0", "556677-8899", "DE123456789", "haussa"])
def test_right_ids_and_other_ids_are_let_pass(business_id: str) -> None:
    """Also ids of other countries and words: they are not judged by the Finnish rule."""
    assert findings(business_id) == []


@pytest.mark.parametrize(
    ("business_id", "country", "certainty"),
    [("1234567-2", None, "certain"), ("12345672", "FI", "certain"), ("12345672", None, "possible")],
)
def test_eight_digits_may_be_of_another_country(business_id: str, country: str | None, certainty: str) -> None:
    """Unless the party is said to be in Finland, or the number is written as only Finnish ones are."""
    register = Register(controllers=[Controller(business_id=business_id, country=country)])

    assert check(register, on=date(2026, 11, 22), select=["business-id-invalid"]).flatten("certainty") == [(certainty,)]


def test_a_foreign_id_is_not_judged() -> None:
    """A Danish number has eight digits too."""
    register = Register(controllers=[Controller(business_id="10150818", country="DK")])

    assert check(register, on=date(2026, 11, 22), select=["business-id-invalid"]).findings == ()
