"""The check interest-vague: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import LegalBasis, Party, Register, Words, check, term


def findings(basis: LegalBasis) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(legal_bases=[basis]), on=date(2026, 11, 22), select=["interest-vague"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "basis",
    [
        LegalBasis.legitimate_interests(term("existing-relationship")),
        LegalBasis.legitimate_interests(term("existing-relationship", fi="asiakassuhde")),
        LegalBasis(interest=term("existing-relationship")),
    ],
)
def test_a_relationship_is_no_interest(basis: LegalBasis) -> None:
    """Whatever words it is put in, and where no ground is told."""
    assert findings(basis) == [("should", "possible", "legal_bases[0].interest")]


@pytest.mark.parametrize(
    "basis",
    [
        LegalBasis.legitimate_interests(Words(fi="asiakassuhteen väärinkäytön estäminen")),
        LegalBasis.legitimate_interests(term("network-security")),
        LegalBasis.legitimate_interests(term("membership")),
        LegalBasis.legitimate_interests(term("customer-relationship")),
        LegalBasis.legitimate_interests(),
        LegalBasis.contract(),
    ],
)
def test_near_misses(basis: LegalBasis) -> None:
    """Words of its own, another interest, none told, or another basis."""
    assert findings(basis) == []


def test_a_processors_record_is_not_asked() -> None:
    """It owes nobody a notice."""
    basis = LegalBasis.legitimate_interests(term("existing-relationship"))
    register = Register(kept_by=[Party(name="Esimerkki Oy")], legal_bases=[basis])

    assert not check(register, on=date(2026, 11, 22), select=["interest-vague"]).findings
