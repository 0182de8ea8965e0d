"""The check period-above-maximum: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import (
    DataCategory,
    Last,
    Limit,
    Period,
    Provision,
    Reason,
    Register,
    RetentionRule,
    Round,
    Start,
    Words,
    check,
    report,
    term,
)
from rekisteri.retention import statutory
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
LAW = Reason(provision=Provision.parse("1/2015:5"))
CAMERA = statutory("ykstl-camera", on=TODAY, data=["tapes"])
TAPES, LOGS = (DataCategory(id=one, name=Words(en=one)) for one in ("tapes", "logs"))
CITED = ["gdpr:5.1.e", "ykstl:17.3"]
MUST = [("must", "certain", "retention[ykstl-camera]", None, CITED)]
BESIDE = [("should", "certain", "retention[own]", "beside", CITED)]


def findings(*rules: RetentionRule, data: Sequence[DataCategory] | None = (TAPES, LOGS)) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant, citations)."""
    found = check(Register(data=data, retention=rules), on=TODAY, select=["period-above-maximum"])
    return [
        (one.severity, one.certainty, one.path, one.variant, [str(provision) for provision in one.citations])
        for one in found
    ]


def own(limit: str = "maximum", period: str = "P2Y", event: str = "recording-end", **more: object) -> RetentionRule:
    """The controller's own rule."""
    return RetentionRule(
        **{"id": "own", **more},  # type: ignore[arg-type]
        limit=Limit(limit),
        period=Period.parse(period),
        start=Start(event=term(event)),
    )


@pytest.mark.parametrize("limit", ["minimum", "exact", "for"])
def test_an_own_period_goes_on_after_the_statutory_maximum(limit: str) -> None:
    """Recordings of a workplace camera, to be kept for two years: the law wants them gone after one."""
    assert findings(own(limit), CAMERA) == MUST


@pytest.mark.parametrize("limit", ["minimum", "exact", "for", "maximum"])
@pytest.mark.parametrize("period", ["P1Y", "P12M", "P6M", "P1M"])
def test_a_period_that_is_not_longer(limit: str, period: str) -> None:
    """Both can be followed."""
    assert findings(own(limit, period), CAMERA) == []


def test_an_own_maximum_beside_a_shorter_one_of_the_law() -> None:
    """It misleads, but nothing hinges on it; the rule itself is where it is told."""
    assert findings(own(), CAMERA) == BESIDE
    assert findings(own(period="P366D"), CAMERA) == []  # a leap year is as long
    assert findings(own(period="P367D"), CAMERA) == BESIDE


def test_an_exact_period_of_the_law_is_a_maximum_too() -> None:
    """Not so its minimum, nor a time for claims."""
    exact, minimum, claim = (
        RetentionRule(limit=limit, period=Period(years=1), start=Start(event=term("recording-end")), reason=LAW)
        for limit in (Limit.EXACT, Limit.MINIMUM, Limit.CLAIM)
    )

    assert [one[3] for one in findings(own(), exact)] == ["beside"]
    assert findings(own(), minimum) == []
    assert findings(own(), claim) == []
    assert findings(own("minimum"), claim) == []


def test_acts_that_are_only_named_are_no_reason_to_cite() -> None:
    """A law without a section sets a maximum too, if the rule says so."""
    named = RetentionRule(
        limit=Limit.MAXIMUM,
        period=Period(years=1),
        start=Start(event=term("recording-end")),
        by_law=[Provision.parse("ykstl")],
    )

    assert findings(own(), named) == [("should", "certain", "retention[own]", "beside", ["gdpr:5.1.e"])]
    assert findings(own("minimum"), named)[0][4] == ["gdpr:5.1.e", "ykstl"]


@pytest.mark.parametrize(
    "other",
    [
        own(event="recorded"),
        own(round=[Round.YEAR]),
        RetentionRule(limit=Limit.MAXIMUM, last=Last(start=Start(event=term("recording-end")), period=Period(years=2))),
        RetentionRule(limit=Limit.MAXIMUM, start=Start(event=term("recording-end"))),
        RetentionRule(limit=Limit.MAXIMUM, criterion=Words(fi="niin kauan kuin tarpeen")),
    ],
)
def test_maxima_that_are_not_compared(other: RetentionRule) -> None:
    """From another event, rounded, told in another way, or without a period: which is longer is not plain."""
    assert findings(other, CAMERA) == []


def test_a_statutory_maximum_without_a_period_is_not_compared() -> None:
    """At once when the ground is gone is no time to be longer than; what must be kept after it contradicts it all the same."""
    at_once = RetentionRule(limit=Limit.MAXIMUM, start=Start(event=term("recording-end")), reason=LAW)

    assert findings(own(), at_once) == []
    assert len(findings(own("minimum"), at_once)) == 1


def test_two_maxima_of_the_law_or_of_the_controller() -> None:
    """Neither pair is an own maximum beside the law's."""
    assert findings(own(reason=LAW), CAMERA) == []
    assert findings(own(), own(id="shorter", period="P1Y")) == []


def test_the_rules_must_be_about_the_same_data() -> None:
    """The camera's rule is about the tapes."""
    assert findings(own("minimum", data=["logs"]), CAMERA) == []
    assert findings(own(data=["logs"]), CAMERA) == []
    assert findings(own(data=["logs", "tapes"]), CAMERA) == BESIDE


def test_a_wide_own_rule_that_is_replaced_is_not_meant() -> None:
    """The narrower one holds for the tapes."""
    assert findings(own(), own(id="tapes-only", period="P1M", data=["tapes"]), CAMERA) == []


def test_rules_about_some_people_meet_there() -> None:
    """A finding for the two rules, not one for each kind of people."""
    staff = statutory("ykstl-camera", on=TODAY, subjects=[term("employees")])

    assert findings(own(), staff) == BESIDE
    assert findings(own(subjects=[term("customers")]), staff) == []


def test_a_register_without_categories() -> None:
    """All rules are about the same data."""
    law = statutory("ykstl-camera", on=TODAY)

    assert findings(own("minimum"), law, data=None) == MUST


def test_maxima_beside_each_other_in_a_register_without_categories() -> None:
    """All rules are about the same data, here too."""
    assert findings(own(), statutory("ykstl-camera", on=TODAY), data=None) == BESIDE


def test_a_reason_that_the_rule_names_for_keeping_longer() -> None:
    """Only a person can tell that it has come; until then nothing is certain."""
    suspected = statutory("ykstl-camera", on=TODAY, unless=[term("crime-suspected")])

    assert findings(own("minimum"), suspected) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_two_ways(language: str) -> None:
    """What must be kept, and what may be; both periods are told, and the data."""
    said = []
    for rule in (own("minimum"), own()):
        register = Register(data=[TAPES], retention=[rule, CAMERA])
        (found,) = check(register, on=TODAY, select=["period-above-maximum"])
        said.append(report.message(found, language))

    assert said[0] != said[1]
    assert all("own” (2 " in one and "ykstl-camera” (1 " in one and "(tapes)" in one for one in said)
