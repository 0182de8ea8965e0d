"""The check dpo-conflict: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Party, Register, Words, check, term

COMPANY = Controller(id="company", name="Esimerkki Oy", business_id="1234567-1")


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(register, on=date(2026, 11, 22), select=["dpo-conflict"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


@pytest.mark.parametrize(
    "dpo",
    [
        "company",
        Party(name="ESIMERKKI OY "),
        Party(names=Words(fi="Esimerkki Oy")),
        Party(name="Esimerkki Ab", business_id="1234567-1"),
        Party(called=term("controller"), emails=["tietosuoja@example.fi"]),
    ],
)
def test_the_controller_itself(dpo: str | Party) -> None:
    """By its id, its name, its business id, or as "the controller"."""
    assert findings(Register(controllers=[COMPANY], dpos=[dpo])) == [("should", "possible", "dpos[0]", "gdpr:38.6")]


@pytest.mark.parametrize(
    "dpo",
    [
        "authority",
        Party(name="Tietosuojavaltuutetun toimisto"),
        Party(names=Words(sv="Dataombudsmannens byrå")),
        Party(name="tietosuojavaltuutettu"),
        Party(called=term("data-protection-ombudsman")),
        Party(called=term("supervisory-authority"), emails=["tietosuoja@om.fi"]),
    ],
)
def test_the_supervisory_authority(dpo: str | Party) -> None:
    """By the register's own list, by a name that the table knows, or nameless."""
    authority = Party(id="authority", name="Datainspektionen")
    register = Register(controllers=[COMPANY], dpos=[dpo], authorities=[authority])

    assert findings(register) == [("must", "certain", "dpos[0]", "gdpr:37.6", "gdpr:38.6")]


def test_the_authoritys_own_register() -> None:
    """There it is the controller itself, which is only possible."""
    office = Controller(id="office", name="Tietosuojavaltuutetun toimisto")

    assert findings(Register(controllers=[office], dpos=["office"], authorities=["office"])) == [
        ("should", "possible", "dpos[0]", "gdpr:38.6")
    ]


def test_in_a_processors_record_the_officer_is_the_processors() -> None:
    """It is compared with those who keep the record."""
    keeper = Party(id="keeper", name="Esimerkki Tietopalvelut Oy")
    whole = Register(kept_by=[keeper], controllers=[COMPANY], dpos=["keeper"])
    other = Register(kept_by=[keeper], controllers=[COMPANY], dpos=["company"])

    assert [path for _, _, path, _ in findings(whole)] == ["dpos[0]"]
    assert findings(other) == []


@pytest.mark.parametrize(
    "dpos",
    [
        None,
        [],
        [Party(name="Maija Esimerkki")],
        [Party(called=term("data-protection-officer"), emails=["tietosuojavastaava@example.fi"])],
        [Party(name="Maija Esimerkki", called=term("data-protection-ombudsman"))],
        [Party(called=Words(fi="toimitusjohtaja"))],
        [Party(emails=["tietosuoja@example.fi"])],
    ],
)
def test_near_misses(dpos: list[str | Party] | None) -> None:
    """None, another person, a nameless officer, or a person by the wrong title."""
    assert findings(Register(controllers=[COMPANY], dpos=dpos)) == []
