"""The check exemption-not-available: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Article9Condition, DataCategory, Exemption, Provision, Register, Words, check, term

HEALTH = DataCategory(id="health", name=term("health-data"))
DIET = DataCategory(id="diet", items=[term("name"), term("special-diet")])
NAMES = DataCategory(id="names", name=term("name"))


def claim(provision: str, *laws: str, data: list[str] | None = None) -> Exemption:
    """An exemption that is relied on."""
    cited = [Provision.parse(law) for law in laws]
    return Exemption(provision=Provision.parse(provision), provisions=cited or None, data=data)


def findings(exemption: Exemption, *data: DataCategory, on: date = date(2026, 11, 22)) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant)."""
    register = Register(data=data or None, exemptions=[exemption])
    found = check(register, on=on, select=["exemption-not-available"])
    return found.flatten("severity", "certainty", "path", "variant")


@pytest.mark.parametrize(
    "category",
    [
        HEALTH,
        DataCategory(items=[term("criminal-data")]),
        DataCategory(name=Words(fi="terveystiedot"), article_9=Article9Condition.EXPLICIT_CONSENT),
    ],
)
def test_no_record_of_special_data_is_exempt(category: DataCategory) -> None:
    """Nor of offences, nor where a condition of Art. 9 is stated."""
    assert findings(claim("gdpr:30.5"), NAMES, category) == [("must", "certain", "exemptions[0]", None)]


@pytest.mark.parametrize("category", [DIET, DataCategory(name=term("health-data"), may=True)])
def test_where_such_data_may_be_held(category: DataCategory) -> None:
    """It is only possible."""
    assert findings(claim("gdpr:30.5"), category, NAMES) == [("should", "possible", "exemptions[0]", None)]


def test_the_exemption_for_some_data() -> None:
    """Other data do not spoil it."""
    assert findings(claim("gdpr:30.5", data=["names"]), NAMES, HEALTH) == []
    assert len(findings(claim("gdpr:30.5", data=["health"]), NAMES, HEALTH)) == 1


@pytest.mark.parametrize("provision", ["gdpr:14.5.c", "gdpr:14.5.d"])
def test_an_exemption_that_needs_a_law(provision: str) -> None:
    """A note until the law is told."""
    assert findings(claim(provision)) == [("note", "certain", "exemptions[0].provisions", "law")]
    assert findings(claim(provision, "rahanpesul:4/3")) == []


@pytest.mark.parametrize("provision", ["gdpr:14.4", "tsl:29", "kpl:2/10", "gdpr:30"])
def test_a_provision_that_exempts_from_nothing(provision: str) -> None:
    """As far as the library knows."""
    assert findings(claim(provision)) == [("note", "certain", "exemptions[0]", "unknown")]


@pytest.mark.parametrize("provision", ["gdpr:13.4", "gdpr:14.5", "gdpr:14.5.b", "gdpr:30.5", "tsl:27", "tsl:33.1"])
def test_near_misses(provision: str) -> None:
    """Exemptions whose conditions a register does not tell."""
    assert findings(claim(provision), NAMES) == []


@pytest.mark.parametrize(("day", "count"), [(date(2018, 12, 31), 1), (date(2019, 1, 1), 0), (date(2019, 1, 2), 0)])
def test_an_exemption_that_does_not_hold_yet(day: date, count: int) -> None:
    """The Data Protection Act exempts from its first day."""
    assert len(findings(claim("tsl:27"), on=day)) == count
