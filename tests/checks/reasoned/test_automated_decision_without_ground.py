"""The check automated-decision-without-ground: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rekisteri import (
    Article9Condition,
    AutomatedDecision,
    DataCategory,
    LegalBasis,
    Party,
    Provision,
    Purpose,
    Register,
    Words,
    check,
    report,
    term,
)
from rekisteri.words import LANGUAGES

CREDIT = Words(fi="luotto", sv="kredit", en="credit")
ALONE = AutomatedDecision(what=CREDIT, solely=True, significant=True)
INTEREST = LegalBasis.legitimate_interests(Words(fi="luottotappioiden välttäminen"))
ORDERS = Purpose(id="orders", aims=[term("orders")], legal_bases=[INTEREST])


def findings(decision: AutomatedDecision = ALONE, *, on: date = date(2026, 11, 22), **told: Any) -> list[object]:
    """What the check finds: (severity, certainty, path, variant, citations as written); each has its message in every language."""
    register = Register(automated_decisions=[decision], **told)
    found = check(register, on=on, select=["automated-decision-without-ground"])
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return [(one.severity, one.certainty, one.path, one.variant, *map(str, one.citations)) for one in found]


def held(*conditions: str) -> list[DataCategory]:
    """Special categories on conditions."""
    return [DataCategory(name=term("health-data"), article_9=Article9Condition(one)) for one in conditions]


def by_law(*provisions: str) -> list[Provision]:
    """Provisions as a register names them."""
    return [Provision.parse(text) for text in provisions]


WITHOUT_GROUND = [("should", "possible", "automated_decisions[0]", None, "gdpr:22.1", "gdpr:22.2")]
SPECIAL = [("should", "possible", "automated_decisions[0]", "special", "gdpr:22.4")]


@pytest.mark.parametrize(
    "told",
    [
        {"purposes": [ORDERS]},
        {"legal_bases": [INTEREST]},
        {"legal_bases": [INTEREST], "purposes": [Purpose(aims=[term("orders")])]},
        {"legal_bases": [INTEREST, LegalBasis.vital_interests()]},
        {"purposes": [Purpose(aims=[term("orders")], legal_bases=[INTEREST], provisions=by_law("gdpr:6.1.f"))]},
        {"purposes": [Purpose(aims=[term("orders")], legal_bases=[INTEREST], only_if=[term("special-reason")])]},
        {"legal_bases": [INTEREST], "data": [DataCategory(name=term("name"))]},
    ],
)
def test_legitimate_interests_allow_no_such_decision(told: dict[str, Any]) -> None:
    """All bases are told, and none of them is one of Art. 22(2)."""
    assert findings(**told) == WITHOUT_GROUND


@pytest.mark.parametrize(
    "basis",
    [
        LegalBasis.consent(),
        LegalBasis.contract(),
        LegalBasis.legal_obligation(),
        LegalBasis.public_task(),
        LegalBasis(words=Words(fi="luottosopimus")),
        LegalBasis(ground=INTEREST.ground, provisions=by_law("186/2023")),
    ],
)
def test_another_basis_may_carry_it(basis: LegalBasis) -> None:
    """A contract, a law, consent, or words that may be one of these; beside legitimate interests too."""
    assert findings(legal_bases=[basis]) == []
    assert findings(purposes=[ORDERS, Purpose(aims=[term("payroll")], legal_bases=[basis])]) == []


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"purposes": [Purpose(aims=[term("orders")])]},
        {"purposes": [ORDERS, Purpose(aims=[term("payroll")])]},
        {"purposes": [Purpose(aims=[term("orders")], legal_bases=[INTEREST], provisions=by_law("186/2023"))]},
        {"purposes": [Purpose(aims=[term("orders")], legal_bases=[INTEREST], only_if=[Words(fi="lupa")])]},
        {"purposes": [Purpose(aims=[term("orders")], legal_bases=[INTEREST], only_if=[term("data-subject-consents")])]},
        {"legal_bases": [INTEREST], "data": held("explicit-consent")},
        {"legal_bases": [INTEREST], "kept_by": [Party(name="Esimerkki Tietopalvelut Oy")]},
    ],
)
def test_what_is_let_pass(told: dict[str, Any]) -> None:
    """Bases that are not all told, a law that is named, consent somewhere, a processor's record."""
    assert findings(**told) == []


@pytest.mark.parametrize(
    "decision",
    [
        AutomatedDecision(what=CREDIT),
        AutomatedDecision(what=CREDIT, solely=True),
        AutomatedDecision(what=CREDIT, significant=True),
        AutomatedDecision(what=CREDIT, solely=False, significant=True),
        AutomatedDecision(what=CREDIT, solely=True, significant=False),
        AutomatedDecision(what=CREDIT, profiling=True),
    ],
)
def test_other_decisions(decision: AutomatedDecision) -> None:
    """With a human, without significant effects, or where it is not told."""
    assert findings(decision, legal_bases=[INTEREST], data=held("made-public")) == []


@pytest.mark.parametrize("condition", ["made-public", "health-or-social-care", "not-for-profit-body", "legal-claims"])
def test_special_categories_on_another_condition(condition: str) -> None:
    """Art. 22(4) names two only, whatever the basis."""
    assert findings(legal_bases=[LegalBasis.contract()], data=held(condition)) == SPECIAL
    assert findings(legal_bases=[INTEREST], data=held(condition)) == WITHOUT_GROUND + SPECIAL


@pytest.mark.parametrize(
    "conditions",
    [["explicit-consent"], ["substantial-public-interest"], ["made-public", "explicit-consent"], []],
)
def test_special_categories_that_may_be_used(conditions: list[str]) -> None:
    """Or some of them; which the decision uses, a register does not tell."""
    assert findings(legal_bases=[LegalBasis.contract()], data=held(*conditions) or None) == []


@pytest.mark.parametrize(("day", "count"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1)])
def test_the_regulation_holds_from_its_day(day: date, count: int) -> None:
    """Before it the old Act is not judged."""
    assert len(findings(legal_bases=[INTEREST], on=day)) == count
