"""The check basis-without-law: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import (
    DataCategory,
    Ground,
    LegalBasis,
    Party,
    Provision,
    Purpose,
    Reason,
    Register,
    RetentionRule,
    Words,
    check,
    term,
)

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
        LegalBasis.legal_obligation("gdpr:6", "gdpr:9.2.g"),
        LegalBasis.legal_obligation("gdpr"),
        LegalBasis(ground=Ground.LEGAL_OBLIGATION, words=term("within-law")),
    ],
)
def test_a_basis_laid_down_by_law_names_none(basis: LegalBasis) -> None:
    """Arts 6 and 9 of the GDPR, or all of it, are not the law meant, and "processing permitted by law" names nothing."""
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
        Register(purposes=[books(LegalBasis.legal_obligation("gdpr:30"))]),
        Register(purposes=[books(LegalBasis.legal_obligation("gdpr:7.1"))]),
        Register(purposes=[books(LegalBasis.legal_obligation("gdpr:12-22"))]),
        Register(purposes=[books(DUTY)], kept_by=[Party(name="Esimerkki Oy")]),
    ],
)
def test_near_misses(register: Register) -> None:
    """A law named by the basis, the purpose or a rule, own words that may name one, another basis, a processor's record."""
    assert findings(register) == []


def test_a_rule_of_another_purpose_names_another_law() -> None:
    """Nor does a decision of the controller's own, or a reason that is none of these."""
    pay = Purpose(id="pay", aims=[term("payroll")])
    rules = [kept(by_law=[KPL], purposes=["pay"]), kept(reason=Reason(decision=Words(fi="oma päätös")))]

    assert len(findings(Register(purposes=[books(DUTY), pay], retention=rules))) == 1


@pytest.mark.parametrize(
    ("data", "used_for", "count"),
    [
        (None, ["pay"], 0),
        (["receipts"], None, 0),
        (["receipts"], ["books", "pay"], 0),
        (["receipts"], ["pay"], 1),
        (["names", "receipts"], ["pay"], 0),
    ],
)
def test_a_rule_of_other_data_names_another_law(data: list[str] | None, used_for: list[str] | None, count: int) -> None:
    """It counts if any of its data may be used for the purpose."""
    register = Register(
        purposes=[books(DUTY), Purpose(id="pay", aims=[term("payroll")])],
        data=[
            DataCategory(id="receipts", name=term("invoicing-data"), purposes=used_for),
            DataCategory(id="names", name=term("name")),
        ],
        retention=[kept(by_law=[KPL], data=data)],
    )

    assert len(findings(register)) == count
