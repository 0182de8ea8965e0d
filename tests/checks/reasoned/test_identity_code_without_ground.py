"""The check identity-code-without-ground: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import (
    Controller,
    DataCategory,
    LegalBasis,
    Party,
    Provision,
    Purpose,
    Register,
    Requirement,
    RequirementKind,
    Words,
    check,
    term,
)

CODE = DataCategory(id="code", items=[term("name"), term("personal-identity-code")], purposes=["orders"])
ORDERS = Purpose(id="orders", aims=[term("orders")], legal_bases=[LegalBasis.contract()])
CUSTOMERS = [term("customers")]


def findings(register: Register, on: date = date(2026, 11, 22)) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=on, select=["identity-code-without-ground"]).flatten("severity", "certainty", "path")


def with_purpose(purpose: Purpose) -> Register:
    """The code, used for one purpose."""
    return Register(data_subjects=CUSTOMERS, purposes=[purpose], data=[CODE])


def with_code(**told: object) -> Register:
    """The code with what is told of it."""
    code = DataCategory(name=term("personal-identity-code"), **told)  # type: ignore[arg-type]
    return Register(data_subjects=CUSTOMERS, purposes=[ORDERS], data=[code])


def test_nothing_allows_the_code() -> None:
    """Orders of customers are no field of the section."""
    assert findings(with_purpose(ORDERS)) == [("should", "possible", "data[code].items[1]")]


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2018, 5, 24), 0), (date(2018, 12, 31), 0), (date(2019, 1, 1), 1), (date(2019, 1, 2), 1)],
)
def test_the_section_holds_from_its_day(day: date, count: int) -> None:
    """Before the Data Protection Act the Personal Data Act had a section of its own."""
    assert len(findings(with_purpose(ORDERS), day)) == count


@pytest.mark.parametrize(
    "register",
    [
        with_purpose(Purpose(id="orders", aims=[Words(fi="vakuutusten hoitaminen")])),
        with_code(subjects=[Words(fi="vakuutetut")]),
        with_code(only_if=[Words(fi="osamaksun käyttäminen")]),
    ],
)
def test_own_words_may_name_a_field(register: Register) -> None:
    """Insurance is one, and no term names it: a note."""
    assert [severity for severity, *_ in findings(register)] == ["note"]


@pytest.mark.parametrize(
    "aim", ["payroll", "employment-management", "patient-care", "debt-collection", "credit-decision"]
)
def test_aims_of_a_field(aim: str) -> None:
    """The fields of subsection 2."""
    assert findings(with_purpose(Purpose(id="orders", aims=[term("orders"), term(aim)]))) == []


@pytest.mark.parametrize("subject", ["employees", "patients"])
def test_people_of_a_field(subject: str) -> None:
    """Told of the category or of the whole register."""
    whole = Register(data_subjects=[term(subject)], purposes=[ORDERS], data=[CODE])

    assert findings(with_code(subjects=[term(subject)])) == []
    assert findings(whole) == []


@pytest.mark.parametrize(
    "basis",
    [
        LegalBasis.consent(),
        LegalBasis.legal_obligation(),
        LegalBasis.public_task(),
        LegalBasis(provisions=[Provision.parse("tsl:29")]),
    ],
)
def test_consent_or_law(basis: LegalBasis) -> None:
    """By the purpose's basis or by the register's."""
    whole = Register(data_subjects=CUSTOMERS, purposes=[ORDERS], legal_bases=[basis], data=[CODE])

    assert findings(with_purpose(Purpose(id="orders", aims=[term("orders")], legal_bases=[basis]))) == []
    assert findings(whole) == []


@pytest.mark.parametrize(
    "told",
    [
        {"provisions": [Provision.parse("tsl:29.1.2")]},
        {"only_if": [term("data-subject-consents")]},
        {"only_if": [term("law-requires")]},
        {"only_if": [term("debt-collection")]},
        {"only_if": [term("credit-application")]},
        {"only_if": [term("legal-claim")]},
    ],
)
def test_grounds_told_of_the_code(told: dict[str, object]) -> None:
    """A law named, or a condition that is one."""
    assert findings(with_code(**told)) == []


@pytest.mark.parametrize(
    ("requirement", "count"),
    [
        (Requirement(kind=RequirementKind.STATUTORY), 0),
        (Requirement(kind=RequirementKind.STATUTORY, data=["code"]), 0),
        (Requirement(kind=RequirementKind.STATUTORY, content=[term("name")]), 1),
        (Requirement(kind=RequirementKind.CONTRACTUAL), 1),
    ],
)
def test_a_law_that_demands_the_code(requirement: Requirement, count: int) -> None:
    """A contract is no law."""
    register = Register(data_subjects=CUSTOMERS, purposes=[ORDERS], data=[CODE], requirements=[requirement])

    assert len(findings(register)) == count


def test_what_another_purpose_rests_on_is_no_ground() -> None:
    """The code is tied to orders; payroll does not explain it."""
    pay = Purpose(id="pay", aims=[term("payroll")], legal_bases=[LegalBasis.legal_obligation("ovml:28.3")])

    assert len(findings(Register(data_subjects=CUSTOMERS, purposes=[ORDERS, pay], data=[CODE]))) == 1


def test_a_processors_record_and_other_data_are_not_asked() -> None:
    """The ground is the controllers' business."""
    keeper = Register(
        kept_by=[Party(name="Esimerkki Tietopalvelut Oy")],
        controllers=[Controller(name="Esimerkki Oy")],
        data=[DataCategory(name=term("personal-identity-code"))],
    )

    assert findings(keeper) == []
    assert findings(Register(data_subjects=CUSTOMERS, data=[DataCategory(name=term("customer-number"))])) == []


@pytest.mark.parametrize(("country", "count"), [("FI", 1), ("AX", 1), (None, 1), ("SE", 0)])
def test_the_acts_of_finland_bind_nobody_elsewhere(country: str | None, count: int) -> None:
    """A controller that is said to be in another country follows its law."""
    register = Register(
        controllers=[Controller(name="Exempel", country=country)],
        data_subjects=CUSTOMERS,
        purposes=[ORDERS],
        data=[CODE],
    )

    assert len(check(register, on=date(2026, 11, 22), select=["identity-code-without-ground"]).findings) == count
