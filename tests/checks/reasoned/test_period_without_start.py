"""The check period-without-start: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Register, RetentionRule, Words, check, report, term
from rekisteri.retention import Last, LawVersion, Limit, Period, Start
from rekisteri.retention.legislation import statutory
from rekisteri.words import LANGUAGES, Audience

TODAY = date(2026, 11, 22)
TWO_YEARS = Period(years=2)
START = Start(event=term("relationship-end"))


def paths(*rules: RetentionRule) -> list[object]:
    """Where the check finds something."""
    found = check(Register(retention=rules), on=TODAY, select=["period-without-start"])
    assert {(one.severity, one.certainty) for one in found} <= {("should", "certain")}
    return [path for (path,) in found.flatten("path")]


def test_a_bare_period() -> None:
    """Whatever its limit; the path is where the start would stand."""
    rules = [RetentionRule(id="kept", limit=limit, period=TWO_YEARS) for limit in (None, Limit.MINIMUM, Limit.MAXIMUM)]

    assert [paths(rule) for rule in rules] == [["retention[kept].start"]] * 3


def test_inside_a_last_day() -> None:
    """In one of several last days, or in a version of a law."""
    assert paths(RetentionRule(last=Last(period=TWO_YEARS))) == ["retention[0].last.start"]
    assert paths(RetentionRule(last=Last(earlier=[Last(start=START), Last(period=TWO_YEARS)]))) == [
        "retention[0].last.earlier[1].start"
    ]
    assert paths(RetentionRule(last=Last(versions=[LawVersion(period=TWO_YEARS)]))) == [
        "retention[0].last.versions[0].start"
    ]


@pytest.mark.parametrize(
    "rule",
    [
        RetentionRule.maximum("P2Y", after="last-order"),
        RetentionRule.maximum("P2Y", after=Words(fi="leirin päättyminen")),
        RetentionRule(start=START),
        RetentionRule(criterion=Words(fi="asiakassuhteen päättymisestä"), period=TWO_YEARS),
        RetentionRule(then=term("review"), period=Period(years=5)),
        RetentionRule(last=Last(start=START, period=TWO_YEARS)),
        RetentionRule(last=Last(forever=True)),
        RetentionRule(then=term("erase")),
        RetentionRule(period=TWO_YEARS, audience=Audience.RECORD),
        statutory("tyoaikal-log-books", on=TODAY),
    ],
)
def test_near_misses(rule: RetentionRule) -> None:
    """A start is told, in words at least; or no period is; a time of review; a law that leaves the start open itself."""
    assert paths(rule) == []


@pytest.mark.parametrize(("language", "length"), [("fi", "2 vuotta"), ("sv", "2 år"), ("en", "2 years")])
def test_the_period_is_told_in_words(language: str, length: str) -> None:
    """Not as it is written in JSON."""
    assert language in LANGUAGES
    (found,) = check(Register(retention=[RetentionRule(period=TWO_YEARS)]), on=TODAY, select=["period-without-start"])

    assert f"({length})" in report.message(found, language)
