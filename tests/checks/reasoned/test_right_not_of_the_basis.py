"""The check right-not-of-the-basis: the near misses; which basis gives which right, the matrix of rights tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from rekisteri import (
    DataCategory,
    Disclosure,
    LegalBasis,
    Provision,
    Purpose,
    Register,
    Right,
    Transfer,
    Words,
    check,
    term,
)
from rekisteri.model import Article9Condition, Ground, Tracker

TODAY = date(2026, 11, 22)
NOTHING: list[tuple[object, ...]] = []
BOOKS = Purpose(aims=[term("bookkeeping")], legal_bases=[LegalBasis.legal_obligation("kpl:2/10")])
BARE = Register(purposes=[BOOKS])


def findings(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(register, on=on, select=["right-not-of-the-basis"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


def given(id: str, register: Register = BARE, **told: Any) -> list[tuple[object, ...]]:
    """What it finds where a register gives the right *id*."""
    return findings(attrs.evolve(register, rights=[Right(right=term(id), **told)]))


@pytest.mark.parametrize(
    ("id", "citations"),
    [
        ("portability", ["gdpr:20.1"]),
        ("objection", ["gdpr:21.1", "gdpr:21.2"]),
        ("processing-objection", ["gdpr:21.1", "gdpr:21.2"]),
        ("marketing-objection", ["gdpr:21.2"]),
        ("withdraw-consent", ["gdpr:7.3"]),
    ],
)
def test_bookkeeping_gives_none_of_these(id: str, citations: list[str]) -> None:
    """More than the law gives is worth a note, which cites the article that gives the right to others."""
    assert given(id) == [("note", "certain", "rights[0].right", *citations)]


@pytest.mark.parametrize(
    "id", ["access", "erasure", "restriction", "automated-decisions", "complaint", "research-objection"]
)
def test_rights_of_every_basis(id: str) -> None:
    """Nor is a right in question that the GDPR does not know by this name."""
    assert given(id) == NOTHING


@pytest.mark.parametrize(
    "told",
    [
        {"given": False},
        {"only_if": [Words(fi="käsittely perustuu suostumukseen tai sopimukseen")]},
        {"provisions": [Provision.parse("ykstl:3")]},
    ],
)
def test_near_misses(told: dict[str, Any]) -> None:
    """Denied, given on a condition, given by another act."""
    assert given("portability", **told) == NOTHING


def test_the_regulation_itself_gives_no_more() -> None:
    """To name the Regulation changes nothing; own words name no right."""
    assert len(given("portability", provisions=[Provision.parse("gdpr:20")])) == 1
    assert findings(attrs.evolve(BARE, rights=[Right(right=Words(fi="oikeus kahviin"))])) == NOTHING


@pytest.mark.parametrize(
    "purpose",
    [
        Purpose(aims=[term("bookkeeping")]),
        Purpose(aims=[term("bookkeeping")], legal_bases=[LegalBasis(words=term("relevant-connection"))]),
    ],
)
def test_a_basis_that_is_not_told(purpose: Purpose) -> None:
    """It may give the right."""
    register = Register(purposes=[purpose])

    assert [given(id, register) for id in ("portability", "objection", "withdraw-consent")] == [NOTHING] * 3


def test_a_basis_that_is_denied() -> None:
    """Consent is said to be no basis: nobody can withdraw it, whatever the bases are."""
    register = Register(purposes=[Purpose(aims=[term("orders")])], not_based_on=[Ground.CONSENT])

    assert len(given("withdraw-consent", register)) == 1


@pytest.mark.parametrize(
    ("aims", "more", "expected"),
    [
        (["bookkeeping"], False, 1),
        (["bookkeeping"], True, 0),
        (["direct-marketing"], False, 0),
        (["newsletter"], False, 0),
        (["distance-selling"], False, 0),
        (["statistics"], False, 1),
    ],
)
def test_marketing_that_is_or_may_be(aims: list[str], more: bool, expected: int) -> None:
    """A newsletter may be direct marketing; so may what an open list leaves out."""
    register = Register(purposes=[attrs.evolve(BOOKS, aims=[term(aim) for aim in aims], more=more)])

    assert len(given("marketing-objection", register)) == expected


def test_statistics_may_be_objected_to() -> None:
    """Art. 21(6), whatever the basis."""
    register = Register(purposes=[attrs.evolve(BOOKS, aims=[term("statistics")])])

    assert given("objection", register) == NOTHING
    assert given("processing-objection", register) == NOTHING


@pytest.mark.parametrize(
    "told",
    [
        {"data": [DataCategory(name=term("health-data"), article_9=Article9Condition.EXPLICIT_CONSENT)]},
        {"disclosures": [Disclosure(to=[term("public")], only_if=[term("data-subject-consents")])]},
        {"transfers": [Transfer(countries=["US"], safeguards=[term("derogation-explicit-consent")])]},
        {"tracking": [Tracker(service=term("google-analytics"), consent=True)]},
        {"tracking": [Tracker(service=term("google-analytics"))]},
    ],
)
def test_a_consent_that_is_no_basis_can_be_withdrawn(told: dict[str, Any]) -> None:
    """For a special category, a disclosure, a transfer, cookies; where cookies ask for none, there is none."""
    assert given("withdraw-consent", attrs.evolve(BARE, **told)) == NOTHING
    assert len(given("objection", attrs.evolve(BARE, **told))) == 1


def test_cookies_without_consent_ask_for_none() -> None:
    """Then nothing can be withdrawn."""
    register = attrs.evolve(BARE, tracking=[Tracker(service=term("google-analytics"), consent=False)])

    assert len(given("withdraw-consent", register)) == 1


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1), (TODAY, 1)]
)
def test_the_rights_are_the_gdprs(on: date, expected: int) -> None:
    """The day before it applies nothing is found."""
    assert len(findings(attrs.evolve(BARE, rights=[Right(right=term("portability"))]), on)) == expected
