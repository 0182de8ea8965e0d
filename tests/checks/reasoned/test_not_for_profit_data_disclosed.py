"""The check not-for-profit-data-disclosed: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Article9Condition, DataCategory, Disclosure, Party, Provision, Register, Words, check, term

FAITH = DataCategory(
    id="faith",
    items=[term("name"), term("religious-beliefs")],
    article_9=Article9Condition.NOT_FOR_PROFIT_BODY,
)
NAMES = DataCategory(id="names", name=term("name"))
PARTNERS = [term("central-organisation")]


def findings(disclosure: Disclosure, held: DataCategory = FAITH) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(data=[held, NAMES], disclosures=[disclosure])
    found = check(register, on=date(2026, 11, 22), select=["not-for-profit-data-disclosed"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "disclosure",
    [
        Disclosure(to=PARTNERS, data=["faith"]),
        Disclosure(to=PARTNERS, content=[term("religious-beliefs")]),
        Disclosure(to=PARTNERS, content=[Words(fi="Uskonnollinen vakaumus")]),
        Disclosure(to=PARTNERS, data=["names", "faith"], only_if=[term("special-reason")]),
    ],
)
def test_special_data_go_outside(disclosure: Disclosure) -> None:
    """By the category or in words."""
    assert findings(disclosure) == [("should", "possible", "disclosures[0]")]


@pytest.mark.parametrize(
    "disclosure",
    [
        Disclosure(to=PARTNERS, data=["faith"], only_if=[term("data-subject-consents")]),
        Disclosure(to=PARTNERS, data=["faith"], only_if=[term("law-requires")]),
        Disclosure(to=PARTNERS, data=["faith"], only_if=[Words(sv="medlemmens skriftliga fullmakt")]),
        Disclosure(to=PARTNERS, data=["faith"], only_if=[term("special-reason", fi="jäsenen suostumus")]),
        Disclosure(to=PARTNERS, data=["faith"], provisions=[Provision.parse("yhdl:11")]),
        Disclosure(to=PARTNERS, data=["names"]),
        Disclosure(to=PARTNERS, content=[term("name")]),
        Disclosure(to=PARTNERS),
    ],
)
def test_near_misses(disclosure: Disclosure) -> None:
    """With consent, by a law, on a condition in own words, other data, or data that are not told."""
    assert findings(disclosure) == []


def test_another_condition_may_allow_more() -> None:
    """Only point d keeps the data inside."""
    held = DataCategory(id="faith", name=term("religious-beliefs"), article_9=Article9Condition.EXPLICIT_CONSENT)

    assert findings(Disclosure(to=PARTNERS, data=["faith"]), held) == []


def test_a_processors_record_is_not_asked() -> None:
    """The condition is the controllers'."""
    disclosed = [Disclosure(to=PARTNERS, data=["faith"])]
    register = Register(kept_by=[Party(name="Esimerkki Oy")], data=[FAITH], disclosures=disclosed)

    assert not check(register, on=date(2026, 11, 22), select=["not-for-profit-data-disclosed"]).findings
