"""The check basis-without-law: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Ground, LegalBasis, Provision, Purpose, Reason, Register, RetentionRule, Words, check, term

KPL = Provision.parse("kpl:2/10")
DUTY = LegalBasis.legal_obligation()


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(register, on=date(2026, 11, 22), select=["basis-without-law"])
    return found.flatten("severity", "certainty", "path")


def books(basis: LegalBasis, *provisions: Provision) -> Purpose:
    """Bookkeeping on a basis."""
    return Purpose(id="books", aims=[term("bookkeeping")], legal_bases=[basis], provisions=provisions or None)


def kept(**scope: object) -> RetentionRule:
    """A rule about keeping."""
    return RetentionRule(period=None, **{"then": term("erase"), **scope})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "basis",
    [
        DUTY,
        LegalBasis.public_task(),
        LegalBasis.legal_obligation("gdpr:6.1.c"),
        LegalBasis(ground=Ground.LEGAL_OBLIGATION, words=term("within-law")),
    ],
)
def test_a_basis_laid_down_by_law_names_none(basis: LegalBasis) -> None:
    """The GDPR is not the law meant, and "processing permitted by law" names nothing."""
    register = Register(purposes=[books(basis)])

    assert findings(register) == [("note", "certain", "purposes[books].legal_bases[0].provisions")]


def test_a_basis_of_all_processing() -> None:
    """Any purpose and any rule may name its law."""
    assert findings(Register(legal_bases=[DUTY])) == [("note", "certain", "legal_bases[0].provisions")]
    assert findings(Register(legal_bases=[DUTY], retention=[kept(by_law=[KPL], purposes=None)])) == []
    assert findings(Register(legal_bases=[DUTY], purposes=[books(LegalBasis.contract(), KPL)])) == []


@pytest.mark.parametrize(
    "register",
    [
        Register(purposes=[books(LegalBasis.legal_obligation("kpl:2/10"))]),
        Register(purposes=[books(DUTY, KPL)]),
        Register(purposes=[books(DUTY)], retention=[kept(by_law=[KPL])]),
        Register(purposes=[books(DUTY)], retention=[kept(reason=Reason(provision=KPL), purposes=["books"])]),
        Register(purposes=[books(LegalBasis(ground=Ground.LEGAL_OBLIGATION, words=Words(fi="kirjanpitolaki")))]),
        Register(purposes=[books(LegalBasis.contract())]),
    ],
)
def test_near_misses(register: Register) -> None:
    """A law named by the basis, the purpose or a rule, own words that may name one, or another basis."""
    assert findings(register) == []


def test_a_rule_of_another_purpose_names_another_law() -> None:
    """Nor does a decision of the controller's own, or a reason that is none of these."""
    pay = Purpose(id="pay", aims=[term("payroll")])
    rules = [kept(by_law=[KPL], purposes=["pay"]), kept(reason=Reason(decision=Words(fi="oma päätös")))]

    assert len(findings(Register(purposes=[books(DUTY), pay], retention=rules))) == 1
