"""The check consent-claimed-and-denied: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

from rekisteri import LegalBasis, Purpose, Register, check, term
from rekisteri.model import Ground

NEWSLETTER = Purpose(aims=[term("newsletter")], legal_bases=[LegalBasis.contract(), LegalBasis.consent()])


def paths(register: Register) -> list[tuple[object, ...]]:
    """Where the check finds something."""
    found = check(register, on=date(2026, 11, 22), select=["consent-claimed-and-denied"])
    return found.flatten("severity", "path")


def test_both_statements_cannot_be_true() -> None:
    """The finding stands where consent is claimed."""
    assert paths(Register(purposes=[NEWSLETTER], not_based_on=[Ground.CONSENT])) == [
        ("must", "purposes[0].legal_bases[1]")
    ]
    assert paths(Register(legal_bases=[LegalBasis.consent()], not_based_on=[Ground.CONSENT])) == [
        ("must", "legal_bases[0]")
    ]


def test_either_alone_is_let_pass() -> None:
    """Claimed and not denied, denied and not claimed, another ground denied."""
    assert paths(Register(purposes=[NEWSLETTER])) == []
    assert paths(Register(not_based_on=[Ground.CONSENT], legal_bases=[LegalBasis.contract()])) == []
    assert paths(Register(purposes=[NEWSLETTER], not_based_on=[Ground.PUBLIC_TASK])) == []
