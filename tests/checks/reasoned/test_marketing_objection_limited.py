"""The check marketing-objection-limited: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rekisteri import Provision, Register, Right, Words, check, report, term
from rekisteri.model import Procedure

TODAY = date(2026, 11, 22)
NOTHING: list[tuple[object, ...]] = []
MUST = ("must", "certain")
SHOULD = ("should", "possible")
NOTE = ("note", "possible")


def findings(*rights: Right, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(rights=rights), on=on, select=["marketing-objection-limited"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    ("limit", "field", "verdict"),
    [
        ({"unless": [term("ongoing-customer-relationship")]}, "unless", MUST),
        ({"only_if": [term("inaccurate-data")]}, "only_if", MUST),
        ({"unless": [term("legal-claim")]}, "unless", MUST),
        ({"unless": [Words(fi="muu syy"), term("open-invoices")]}, "unless", MUST),
        ({"unless": [Words(fi="asiakas on tilannut lehden")]}, "unless", SHOULD),
        ({"only_if": [term("law-allows")]}, "only_if", SHOULD),
        ({"only_if": [term("where-applicable")]}, "only_if", SHOULD),
        ({"only_if": [term("data-subject-objects")]}, None, None),
        ({"except_for": [term("direct-advertising")]}, "except_for", MUST),
        ({"except_for": [Words(fi="oma asiakaslehti"), term("direct-advertising")]}, "except_for", MUST),
        ({"except_for": [Words(fi="oma asiakaslehti")]}, "except_for", NOTE),
        ({"except_for": [term("customer-communication")]}, None, None),
        ({"about": [term("newsletter")]}, None, None),
        ({"subjects": [term("customers")]}, None, None),
        ({"procedure": Procedure(fee=term("free-once-a-year"))}, "procedure.fee", MUST),
        ({"procedure": Procedure(fee=term("reasonable-fee"))}, "procedure.fee", SHOULD),
        ({"procedure": Procedure(fee=term("free-of-charge"))}, None, None),
        ({"procedure": Procedure(fee=Words(fi="tekstiviestin hinta"))}, None, None),
        ({"procedure": Procedure(must_state=[term("which-data")])}, None, None),
        ({}, None, None),
    ],
)
def test_marketing_can_be_forbidden_at_any_time(
    limit: dict[str, Any], field: str | None, verdict: tuple[str, str] | None
) -> None:
    """Whatever the condition; own words and references to law may come to nothing."""
    expected = [(*verdict, f"rights[0].{field}")] if verdict else NOTHING

    assert findings(Right(right=term("marketing-objection"), **limit)) == expected


def test_each_limit_has_its_place() -> None:
    """A condition, an exception and a fee are three findings."""
    right = Right(
        right=term("marketing-objection"),
        only_if=[term("special-reason")],
        unless=[term("open-invoices")],
        procedure=Procedure(fee=term("reasonable-fee")),
    )

    assert [path for *_, path in findings(right)] == [
        "rights[0].only_if",
        "rights[0].unless",
        "rights[0].procedure.fee",
    ]


@pytest.mark.parametrize(
    ("id", "about", "expected"),
    [
        ("objection", ["direct-marketing"], 1),
        ("processing-objection", ["direct-marketing", "direct-advertising"], 1),
        ("processing-objection", ["direct-marketing", "market-research"], 0),
        ("objection", None, 0),
        ("objection", ["statistics"], 0),
        ("erasure", None, 0),
        ("disclosure-objection", ["direct-marketing"], 0),
    ],
)
def test_unless_of_other_rights(id: str, about: list[str] | None, expected: int) -> None:
    """The right of Art. 21(1) yields to compelling grounds and legal claims, erasure to the law."""
    matters = [term(one) for one in about] if about else None

    assert len(findings(Right(right=term(id), about=matters, unless=[term("legal-claim")]))) == expected


@pytest.mark.parametrize(
    ("limit", "verdict"),
    [
        ({"subjects": [term("customers")]}, MUST),
        ({"only_if": [term("ongoing-contract")]}, MUST),
        ({"unless": [term("special-reason")]}, MUST),
        ({"about": [term("direct-advertising")]}, MUST),
        ({"about": [term("direct-advertising"), Words(fi="lehti")], "subjects": [term("customers")]}, MUST),
        ({"only_if": [Words(fi="sopimus")]}, SHOULD),
        ({"about": [term("customer-communication")]}, None),
        ({"about": [term("customer-communication")], "subjects": [term("customers")]}, None),
        ({"subjects": [term("customers")], "provisions": [Provision.parse("gdpr:21.2")]}, None),
        ({}, None),  # right-denied says it
    ],
)
def test_denied_to_some_is_limited(limit: dict[str, Any], verdict: tuple[str, str] | None) -> None:
    """To some people, in some cases, for some marketing; messages that are no marketing are another matter."""
    expected = [(*verdict, "rights[0].given")] if verdict else NOTHING

    assert findings(Right(right=term("marketing-objection"), given=False, **limit)) == expected


def test_the_messages() -> None:
    """What limits the right, or what it costs."""
    right = Right(
        right=term("marketing-objection"),
        unless=[term("open-invoices"), Words(fi="kesken oleva arvonta")],
        except_for=[Words(fi="jäsenlehti")],
        procedure=Procedure(fee=term("reasonable-fee")),
    )
    found = check(Register(rights=[right]), on=TODAY, select=["marketing-objection-limited"])

    assert [report.message(one, "fi").split(". ")[0] for one in found] == [
        "Rekisterissä rajoitetaan oikeutta kieltää suoramarkkinointi: avoimet laskut ja kesken oleva arvonta",
        "Rekisterissä kerrotaan suoramarkkinoinnin kieltämisen maksullisuudesta: kohtuullinen maksu",
        "Rekisterissä kerrotaan oikeudesta kieltää suoramarkkinointi: jäsenlehti",
    ]


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1), (TODAY, 1)]
)
def test_the_right_is_the_gdprs(on: date, expected: int) -> None:
    """The day before it applies nothing is found."""
    assert len(findings(Right(right=term("marketing-objection"), unless=[term("open-invoices")]), on=on)) == expected
