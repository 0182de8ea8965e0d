"""The check article-9-law-missing: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Article9Condition, DataCategory, LegalBasis, Party, Provision, Purpose, Register, check, term


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(register, on=date(2026, 11, 22), select=["article-9-law-missing"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


def health(condition: Article9Condition | None, *provisions: str) -> DataCategory:
    """Data on health under a condition."""
    cited = [Provision.parse(text) for text in provisions]
    return DataCategory(id="health", name=term("health-data"), article_9=condition, provisions=cited or None)


@pytest.mark.parametrize(
    ("condition", "certainty", "point"),
    [
        ("employment-and-social-protection", "possible", "b"),
        ("substantial-public-interest", "certain", "g"),
        ("health-or-social-care", "possible", "h"),
        ("public-health", "certain", "i"),
        ("archiving-research-statistics", "certain", "j"),
    ],
)
def test_a_condition_that_needs_a_law(condition: str, certainty: str, point: str) -> None:
    """A collective agreement or a contract may do for b and h."""
    register = Register(data=[health(Article9Condition(condition))])

    assert findings(register) == [("note", certainty, "data[health].provisions", f"gdpr:9.2.{point}")]


@pytest.mark.parametrize(
    "condition",
    ["explicit-consent", "vital-interests", "not-for-profit-body", "made-public", "legal-claims", None],
)
def test_conditions_that_need_none(condition: str | None) -> None:
    """Points a, c, d, e and f, or none told."""
    assert findings(Register(data=[health(Article9Condition(condition) if condition else None)])) == []


def test_a_law_that_is_named() -> None:
    """By the data or by the basis of their use; the GDPR is none."""
    public = Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST
    care = Purpose(aims=[term("patient-care")], legal_bases=[LegalBasis.legal_obligation("703/2023")])

    assert findings(Register(data=[health(public, "tsl:6.1.2")])) == []
    assert findings(Register(data=[health(public)], purposes=[care])) == []
    assert len(findings(Register(data=[health(public, "gdpr:9.2.g")]))) == 1
    assert len(findings(Register(data=[health(public, "tsl:29.1.1")]))) == 1


def test_a_processors_record_is_not_asked() -> None:
    """The condition is the controllers'."""
    data = [health(Article9Condition.PUBLIC_HEALTH)]

    assert findings(Register(kept_by=[Party(name="Esimerkki Oy")], data=data)) == []
