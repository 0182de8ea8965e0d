"""The check special-data-without-condition: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rekisteri import (
    DataCategory,
    Ground,
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
from rekisteri.model import Article9Condition
from rekisteri.vocabulary import terms
from rekisteri.words import LANGUAGES

SPECIAL = [entry.id for entry in terms().values() if entry.special]
CONSENT = LegalBasis.consent()


def findings(*data: DataCategory, **told: Any) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant); each has its message in every language."""
    register = Register(data=data, **told)
    found = check(register, on=date(2026, 11, 22), select=["special-data-without-condition"])
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return found.flatten("severity", "certainty", "path", "variant")


def health(**told: Any) -> DataCategory:
    """Data on health."""
    return DataCategory(id="health", name=term("health-data"), **told)


def cited(*provisions: str) -> list[Provision]:
    """Provisions as a register names them."""
    return [Provision.parse(text) for text in provisions]


@pytest.mark.parametrize("id", SPECIAL)
def test_every_special_category_needs_a_condition(id: str) -> None:
    """By name or among the items."""
    assert findings(DataCategory(id="x", name=term(id)), DataCategory(items=[term("name"), term(id)])) == [
        ("should", "certain", "data[x].name", None),
        ("should", "certain", "data[1].items[1]", None),
    ]


@pytest.mark.parametrize(
    "words",
    [
        Words(fi="Terveystiedot"),
        Words(sv="uppgifter om hälsa", fi="muut tiedot"),
        Words(en=" health data"),
        Words(fi="medlemskap i fackförening"),
        Words(term="health-data", fi="allergiat"),
    ],
)
def test_own_wording_that_is_a_label_is_the_term(words: Words) -> None:
    """In any language, whatever its capitals."""
    assert findings(DataCategory(items=[words])) == [("should", "certain", "data[0].items[0]", None)]


@pytest.mark.parametrize("words", [Words(fi="terveystiedot ja muut"), Words(fi="ammattiliitto"), Words(fi="terveys")])
def test_other_own_wording_is_not_read(words: Words) -> None:
    """A label and something more may mean anything."""
    assert findings(DataCategory(items=[words])) == []


@pytest.mark.parametrize(
    "data",
    [
        health(article_9=Article9Condition.HEALTH_OR_SOCIAL_CARE),
        health(provisions=cited("gdpr:9.2.h")),
        health(provisions=cited("tsl:6", "gdpr:9.2.b")),
    ],
)
def test_a_stated_condition_answers_it(data: DataCategory) -> None:
    """The register says why it may: by the condition, or by the point of Art. 9(2)."""
    assert findings(data) == []


def test_the_point_may_stand_with_the_basis() -> None:
    """Or with the purpose; but not with another purpose, or without its letter."""

    def used(provision: str) -> Purpose:
        return Purpose(id="care", aims=[term("patient-care")], provisions=cited(provision))

    assert findings(health(), legal_bases=[LegalBasis(ground=Ground.CONSENT, provisions=cited("gdpr:9.2.a"))]) == []
    assert findings(health(purposes=["care"]), purposes=[used("gdpr:9.2.h")]) == []
    assert len(findings(health(purposes=["care"]), purposes=[used("gdpr:9.2")])) == 1
    other = Purpose(id="pay", aims=[term("payroll")])
    assert len(findings(health(purposes=["pay"]), purposes=[used("gdpr:9.2.h"), other])) == 1


@pytest.mark.parametrize("law", ["ykstl:5", "tsl:6.1.4", "703/2023"])
def test_a_law_is_named_for_the_data(law: str) -> None:
    """The condition may appear from it: a note."""
    expected = [("note", "possible", "data[health].name", "law")]

    assert findings(health(provisions=cited(law))) == expected
    assert findings(health(provisions=cited(law), may=True)) == expected


@pytest.mark.parametrize("law", ["tsl:29", "tsl:29.1.1", "gdpr:9", "gdpr:6.1.c"])
def test_what_is_no_law_for_such_data(law: str) -> None:
    """The section on identity codes, and the GDPR's own demand."""
    assert findings(health(provisions=cited(law))) == [("should", "certain", "data[health].name", None)]


def test_a_law_of_the_purpose_is_not_the_datas() -> None:
    """It is the law of Art. 6."""
    books = Purpose(aims=[term("bookkeeping")], legal_bases=[LegalBasis.legal_obligation("kpl:2/10")])

    assert findings(health(), purposes=[books]) == [("should", "certain", "data[health].name", None)]


def test_data_that_only_may_be_held() -> None:
    """Then it is only possible."""
    assert findings(health(may=True)) == [("should", "possible", "data[health].name", "may")]


def test_data_that_rest_on_consent() -> None:
    """Only whether it is explicit is open."""
    expected = [("should", "possible", "data[health].name", "consent")]

    assert findings(health(), legal_bases=[CONSENT]) == expected
    assert findings(health(may=True), legal_bases=[CONSENT]) == expected
    assert findings(health(), purposes=[Purpose(aims=[term("orders")], legal_bases=[CONSENT])]) == expected
    assert findings(health(only_if=[term("data-subject-consents")])) == expected


def test_consent_beside_another_ground() -> None:
    """The data may be used on the other."""
    certain = [("should", "certain", "data[health].name", None)]

    assert findings(health(), legal_bases=[CONSENT, LegalBasis.contract()]) == certain
    assert findings(health(only_if=[term("data-subject-consents"), term("law-requires")])) == certain


def test_what_only_may_reveal_is_another_check() -> None:
    """A special diet is not health data."""
    assert findings(DataCategory(items=[term("special-diet"), term("name")])) == []


def test_a_processors_record_is_not_asked() -> None:
    """The conditions are the controllers' (Art. 30(2))."""
    assert findings(health(), kept_by=[Party(name="Esimerkki Tietopalvelut Oy")]) == []
