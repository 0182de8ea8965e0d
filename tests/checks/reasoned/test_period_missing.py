"""The check period-missing: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import DataCategory, Provision, Register, RetentionRule, Words, check, report, term
from rekisteri.retention import Last, Period, Start
from rekisteri.words import Audience

TODAY = date(2026, 11, 22)
DATA = [DataCategory(id=id, name=term(id)) for id in ("name", "email")]
KPL, AVL = Provision.parse("kpl"), Provision.parse("avl")
BY_LAW = RetentionRule(by_law=[KPL, AVL], data=["name"])
ERASED = RetentionRule(then=term("erase"), data=["name"])


def findings(*rules: RetentionRule) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant)."""
    found = check(Register(data=DATA, retention=rules), on=TODAY, select=["period-missing"])
    return found.flatten("severity", "certainty", "path", "variant")


def test_by_law_alone() -> None:
    """The acts are named, the time is not."""
    assert findings(BY_LAW) == [("should", "certain", "retention[0].period", "law")]


def test_only_what_happens_at_the_end() -> None:
    """Data are erased some day."""
    assert findings(ERASED) == [("should", "certain", "retention[0].period", None)]


@pytest.mark.parametrize(
    "said",
    [
        RetentionRule(by_law=[KPL], period=Period(years=6)),
        RetentionRule(by_law=[KPL], start=Start(event=term("financial-year-end"))),
        RetentionRule(then=term("erase"), last=Last(forever=True)),
        RetentionRule(then=term("erase"), criterion=Words(fi="jäsenyyden ajan")),
        RetentionRule(by_law=[KPL], audience=Audience.RECORD),
    ],
)
def test_near_misses(said: RetentionRule) -> None:
    """Any time or criterion is let pass; what is vague in it is another check's matter."""
    assert findings(said) == []


def test_another_rule_may_tell_it() -> None:
    """For the same data or for all; not for other data."""

    def beside(*data: str) -> RetentionRule:
        return RetentionRule.minimum("P6Y", after="financial-year-end", data=data) if data else told

    told = RetentionRule.minimum("P6Y", after="financial-year-end")

    assert findings(ERASED, beside("name")) == []
    assert findings(BY_LAW, beside("name", "email")) == []
    assert findings(BY_LAW, beside()) == []
    assert len(findings(BY_LAW, beside("email"))) == 1
    assert len(findings(RetentionRule(by_law=[KPL]), beside("name"))) == 1


@pytest.mark.parametrize(
    ("language", "acts"),
    [
        ("fi", "kirjanpitolaki (1336/1997) ja arvonlisäverolaki (1501/1993)"),
        ("sv", "bokföringslagen (1336/1997) och mervärdesskattelagen (1501/1993)"),
        ("en", "Accounting Act (1336/1997) and Value Added Tax Act (1501/1993)"),
    ],
)
def test_the_acts_are_named(language: str, acts: str) -> None:
    """All of them decide it."""
    (found,) = check(Register(data=DATA, retention=[BY_LAW]), on=TODAY, select=["period-missing"])

    assert acts in report.message(found, language)
