"""The check source-of-category-missing: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, DataCategory, Exemption, Party, Provision, Register, Source, Words, check, term

CREDIT = DataCategory(id="credit", name=term("credit-data"), from_the_person=False)
CONTACT = DataCategory(id="contact", name=term("contact-details"), from_the_person=True)
PERSON = Source(origin=term("data-subject"))
AGENCY = Source(origin=term("credit-agencies"), data=["credit"])
TAXES = Source(origin=term("tax-administration"), data=["contact"])


def findings(*sources: Source, data: DataCategory = CREDIT) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(data=[data, CONTACT], sources=sources or None)
    found = check(register, on=date(2026, 11, 22), select=["source-of-category-missing"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "sources",
    [[PERSON], [TAXES], [PERSON, TAXES], [Source(origin=term("service-use"), data=["credit"])]],
)
def test_no_source_is_that_of_the_category(sources: list[Source]) -> None:
    """Only the person, or only of other data."""
    assert findings(*sources) == [("must", "certain", "data[credit]")]


@pytest.mark.parametrize(
    "data",
    [
        DataCategory(items=[term("credit-data")], from_elsewhere=True),
        DataCategory(id="both", name=term("credit-data"), from_the_person=True, from_elsewhere=True),
    ],
)
def test_categories_from_elsewhere(data: DataCategory) -> None:
    """Nameless ones, and those that come from both."""
    assert len(findings(PERSON, data=data)) == 1


@pytest.mark.parametrize(
    "source",
    [
        AGENCY,
        Source(origin=term("credit-agencies")),
        Source(origin=term("social-media")),
        Source(origin=Words(fi="huoltaja")),
        Source(origin=term("credit-agencies"), may=True),
        Source(origin=term("credit-agencies"), content=[Words(fi="maksuhäiriöt")]),
        Source(origin=term("credit-agencies"), data=["contact"], content=[Words(fi="maksuhäiriöt")]),
    ],
)
def test_sources_that_may_be_its(source: Source) -> None:
    """One that names it, or names no category."""
    assert findings(PERSON, source) == []


@pytest.mark.parametrize(
    "data",
    [
        DataCategory(id="credit", name=term("credit-data"), from_the_person=False, may=True),
        DataCategory(id="credit", name=term("credit-data"), from_the_person=True),
        DataCategory(id="credit", name=term("credit-data")),
        DataCategory(id="credit", name=term("credit-data"), from_elsewhere=False),
    ],
)
def test_categories_that_need_no_source(data: DataCategory) -> None:
    """Held perhaps, from the person, or not told."""
    assert findings(PERSON, data=data) == []


def test_where_no_source_is_told_another_check_speaks() -> None:
    """Nor is a processor's record asked."""
    keeper = Register(
        kept_by=[Party(name="Esimerkki Tietopalvelut Oy")],
        controllers=[Controller(name="Esimerkki Oy")],
        data=[CREDIT],
        sources=[PERSON],
    )

    assert findings() == []
    assert check(keeper, on=date(2026, 11, 22), select=["source-of-category-missing"]).findings == ()


@pytest.mark.parametrize(
    ("exemption", "found", "aside"),
    [
        (Exemption(provision=Provision.parse("gdpr:14.5.b")), 0, 1),
        (Exemption(provision=Provision.parse("gdpr:14.5.b"), data=["credit"]), 0, 1),
        (Exemption(provision=Provision.parse("gdpr:14.5.b"), data=["contact"]), 1, 0),
        (Exemption(provision=Provision.parse("gdpr:30.5")), 1, 0),
    ],
)
def test_an_exemption_sets_it_aside(exemption: Exemption, found: int, aside: int) -> None:
    """For all data, or for the category."""
    register = Register(data=[CREDIT, CONTACT], sources=[PERSON], exemptions=[exemption])
    judged = check(register, on=date(2026, 11, 22), select=["source-of-category-missing"])

    assert (len(judged.findings), len(judged.set_aside)) == (found, aside)
