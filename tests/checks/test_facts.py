"""Saying more never makes more go missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from rekisteri import (
    AutomatedDecision,
    Controller,
    DataCategory,
    LegalBasis,
    Party,
    Period,
    Processor,
    Purpose,
    Register,
    Requirement,
    RetentionRule,
    Right,
    SecurityMeasure,
    Source,
    Transfer,
    Words,
    check,
    term,
)
from rekisteri.law import duties
from rekisteri.model import ProcessingActivity, RequirementKind
from rekisteri.testing import registers

TODAY = date(2026, 11, 22)
PARTY: dict[str, Any] = {"name": "Esimerkki Oy", "country": "FI", "emails": ["tietosuoja@example.fi"]}
ORDERS, BOOKS, NEWS = (term(id) for id in ("orders", "bookkeeping", "newsletter"))
INTEREST = LegalBasis.legitimate_interests(term("network-security"))

FACTS: dict[str, Sequence[Any]] = {
    "activities": [[ProcessingActivity(tasks=[ORDERS])]],
    "automated_decisions": [
        (),
        [AutomatedDecision(what=Words(fi="luotto"), logic=Words(fi="tulot"), effects=Words(fi="ei luottoa"))],
    ],
    "controllers": [[Controller(**PARTY)]],
    "data": [[DataCategory(items=[term("name")], subjects=[term("customers")], from_the_person=True)]],
    "data_subjects": [[term("customers")]],
    "disclosures": [()],
    "dpos": [(), [Party(**PARTY)]],
    "legal_bases": [
        [LegalBasis.contract()],
        [LegalBasis.consent()],
        [INTEREST],
        [LegalBasis.legal_obligation("kpl:2/10")],
    ],
    "processors": [(), [Processor(name="Esimerkki Oy", country="FI")]],
    "purposes": [
        [Purpose(aims=[ORDERS], legal_bases=[LegalBasis.contract()])],
        [Purpose(aims=[NEWS], legal_bases=[LegalBasis.consent()])],
        [Purpose(aims=[BOOKS], legal_bases=[INTEREST, LegalBasis.legal_obligation("kpl:2/10")])],
    ],
    "representatives": [(), [Party(**PARTY)]],
    "requirements": [(), [Requirement(kind=RequirementKind.CONTRACTUAL, otherwise=Words(fi="emme voi toimittaa"))]],
    "retention": [[RetentionRule.maximum(Period(years=2), after="last-order")]],
    "security": [[SecurityMeasure(measure=Words(fi="salaus"))]],
    "sources": [[Source(origin=term("credit-report"))]],
    "transfers": [
        (),
        [
            Transfer(
                countries=["IN"], safeguards=[term("standard-clauses")], copy_from=Words(fi="tietosuojavastaavalta")
            )
        ],
    ],
}
"""What a careful controller would write in each field that a duty asks for, whole."""

RIGHTS = (
    "access",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "portability",
    "withdraw-consent",
    "complaint",
)


def missing(register: Register) -> set[str]:
    """The checks that miss something."""
    return {finding.check for finding in check(register, on=TODAY) if finding.check.endswith("-missing")}


def test_every_field_that_a_duty_asks_for_is_tried() -> None:
    """A new duty has its fact here."""
    asked = {place.split(".")[0].partition("[")[0] for duty in duties() for place in (duty.each or duty.states)}

    assert asked - set(FACTS) <= {"contacts", "rights", "recipients", "kept_by"}


@settings(max_examples=60, deadline=None)
@given(registers(), st.data())
def test_a_fact_that_a_duty_asks_for_never_adds_a_missing_one(register: Register, data: st.DataObject) -> None:
    """Where the register is silent about it; what was only possible may become certain."""
    silent = [field for field in FACTS if getattr(register, field) is None]
    field = data.draw(st.sampled_from(silent)) if silent else "name"
    fact = data.draw(st.sampled_from(FACTS.get(field, ["Asiakasrekisteri"])))
    said = attrs.evolve(register, **{field: fact})

    assert missing(said) <= missing(register)


@settings(max_examples=60, deadline=None)
@given(registers(), st.sampled_from(RIGHTS))
def test_a_right_that_is_told_never_adds_a_missing_one(register: Register, right: str) -> None:
    """Beside those that the register tells already."""
    said = attrs.evolve(register, rights=[*(register.rights or ()), Right(right=term(right))])

    assert missing(said) <= missing(register)
