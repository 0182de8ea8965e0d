"""The check address-obfuscated: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Party, Register, Section, check
from rekisteri.model.party import Email
from rekisteri.words import Audience

TODAY = date(2026, 11, 22)


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=TODAY, select=["address-obfuscated"]).flatten("severity", "certainty", "path")


def of(email: str | Email, audience: Audience = Audience.BOTH) -> list[tuple[object, ...]]:
    """What it finds in a contact's address."""
    return findings(Register(contacts=[Party(name="Maija Esimerkki", emails=[email], audience=audience)]))


@pytest.mark.parametrize(
    "email",
    [
        "[email protected]",
        "[EMAIL PROTECTED]",
        "Tämä sähköpostiosoite on suojattu spamboteilta.",
        "This email address is being protected from spambots.",
        "E-postadressen är skyddad från spamrobotar.",
        Email(written="sähköposti etunimi.sukunimi"),
    ],
)
def test_nobody_can_tell_the_address(email: str | Email) -> None:
    """It is hidden."""
    assert of(email) == [("should", "certain", "contacts[0].emails[0]")]


@pytest.mark.parametrize(
    "email",
    [
        "maija(at)example.fi",
        "maija [at] example.fi",
        "maija.esimerkki (ät) example (dot) fi",
        "maija at example.fi",
        Email(written="maija(at)example.fi"),
        Email(written="maija esimerkin osoitteessa", usable="maija@example.fi"),
    ],
)
def test_the_address_can_be_told(email: str | Email) -> None:
    """A note."""
    assert of(email) == [("note", "certain", "contacts[0].emails[0]")]


@pytest.mark.parametrize("email", ["maija@example.fi", "etunimi.sukunimi@example.fi", "Maija <maija@example.fi>"])
def test_plain_addresses(email: str) -> None:
    """They can be used as they stand."""
    assert of(email) == []


def test_what_is_not_published_is_let_pass() -> None:
    """The record is for the authority."""
    assert of("[email protected]", Audience.RECORD) == []


def test_in_running_text() -> None:
    """Once a text."""
    text = "Osoite on [email\u00a0protected] tai [email protected]."
    assert findings(Register(sections=[Section(heading="Yhteys", text=text)])) == [
        ("should", "certain", "sections[0].text")
    ]
    assert findings(Register(sections=[Section(heading="Yhteys", text="[protected]")])) == []
