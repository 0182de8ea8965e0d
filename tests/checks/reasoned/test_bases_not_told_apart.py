"""The check bases-not-told-apart: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import LegalBasis, Purpose, Register, Words, check, term

ORDERS, STATISTICS = term("orders"), term("statistics")
CONTRACT, CONSENT = LegalBasis.contract(), LegalBasis.consent()


def paths(register: Register) -> list[object]:
    """Where the check finds something."""
    found = check(register, on=date(2026, 11, 22), select=["bases-not-told-apart"])
    return [path for (path,) in found.flatten("path")]


@pytest.mark.parametrize(
    "purpose",
    [
        Purpose(aims=[ORDERS, STATISTICS], legal_bases=[CONTRACT, CONSENT]),
        Purpose(aims=[ORDERS], more=True, legal_bases=[CONTRACT, CONSENT]),
        Purpose(aims=[ORDERS, STATISTICS], legal_bases=[CONSENT, LegalBasis(words=term("relevant-connection"))]),
    ],
)
def test_several_aims_with_several_bases(purpose: Purpose) -> None:
    """Nobody can tell which aim rests on which basis."""
    assert paths(Register(purposes=[purpose])) == ["purposes[0].legal_bases"]


@pytest.mark.parametrize(
    "purpose",
    [
        Purpose(aims=[ORDERS, STATISTICS], legal_bases=[CONTRACT]),
        Purpose(aims=[ORDERS], legal_bases=[CONTRACT, CONSENT]),
        Purpose(aims=[ORDERS, STATISTICS]),
        Purpose(
            aims=[ORDERS, STATISTICS],
            legal_bases=[LegalBasis.legal_obligation("kpl:2/10.1"), LegalBasis.legal_obligation("avl:209n")],
        ),
        Purpose(
            aims=[ORDERS, STATISTICS],
            legal_bases=[
                LegalBasis.legitimate_interests(Words(en="security")),
                LegalBasis.legitimate_interests(Words(en="growth")),
            ],
        ),
    ],
)
def test_what_can_be_told_apart_is_let_pass(purpose: Purpose) -> None:
    """One basis, one aim, or one basis with several laws or interests behind it."""
    assert paths(Register(purposes=[purpose])) == []


def test_bases_told_per_purpose_are_let_pass() -> None:
    """Two purposes with a basis each."""
    register = Register(
        purposes=[Purpose(aims=[ORDERS], legal_bases=[CONTRACT]), Purpose(aims=[STATISTICS], legal_bases=[CONSENT])]
    )

    assert paths(register) == []


def test_several_bases_of_all_processing() -> None:
    """Two bases stated for everything say of no purpose what it rests on."""
    both = [Purpose(aims=[ORDERS]), Purpose(aims=[STATISTICS])]

    assert paths(Register(purposes=both, legal_bases=[CONTRACT, CONSENT])) == ["legal_bases"]
    assert paths(Register(purposes=both, legal_bases=[CONTRACT])) == []


def test_a_summary_of_bases_told_elsewhere_is_let_pass() -> None:
    """Each purpose tells its own, or there is one aim only, or none."""
    told = [Purpose(aims=[ORDERS], legal_bases=[CONTRACT]), Purpose(aims=[STATISTICS], legal_bases=[CONSENT])]

    assert paths(Register(purposes=told, legal_bases=[CONTRACT, CONSENT])) == []
    assert paths(Register(purposes=[Purpose(aims=[ORDERS])], legal_bases=[CONTRACT, CONSENT])) == []
    assert paths(Register(legal_bases=[CONTRACT, CONSENT])) == []
