"""The check retention-without-end: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from rekisteri import (
    DataCategory,
    Deadline,
    ErasureRule,
    Last,
    Limit,
    Period,
    Provision,
    Purpose,
    Reason,
    Register,
    RetentionRule,
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
USED = DataCategory(id="used", name=Words(en="USED"), purposes=["orders", "newsletter"])
NOTE = [("note", "certain", "data[used]", None)]


def findings(
    *rules: RetentionRule,
    data: Sequence[DataCategory] | None = (USED,),
    erasure: Sequence[ErasureRule] | None = None,
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant)."""
    purposes = [Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter")]
    register = Register(purposes=purposes, data=data, retention=rules or None, erasure=erasure)
    found = check(register, on=TODAY, select=["retention-without-end"])
    assert {one.citations for one in found} <= {(Provision.parse("gdpr:5.1.e"),)}
    return found.flatten("severity", "certainty", "path", "variant")


def kept(limit: str | None = "minimum", **more: object) -> RetentionRule:
    """A period of two years."""
    return RetentionRule(
        limit=Limit(limit) if limit else None,
        period=Period(years=2),
        start=Start(event=term("delivery")),
        **more,  # type: ignore[arg-type]
    )


def promise(trigger: str, **more: object) -> ErasureRule:
    """A promise within a month."""
    return ErasureRule(trigger=term(trigger), deadline=Deadline.parse("P1M"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", ["minimum", "for"])
def test_a_time_to_keep_and_no_end(limit: str) -> None:
    """Also where a law sets it: a law that demands six years says nothing of the seventh."""
    assert findings(kept(limit)) == NOTE
    assert findings(statutory("kpl-vouchers", on=TODAY)) == NOTE


@pytest.mark.parametrize("limit", ["maximum", "exact", "claim", None])
def test_an_end_is_set_or_may_be(limit: str | None) -> None:
    """A limit that is not told may be an end; each also beside a time to keep."""
    assert findings(kept(limit)) == []
    assert findings(kept(), kept(limit)) == []


def test_what_is_told_otherwise_may_be_an_end() -> None:
    """A criterion, or an act that is only named."""
    assert findings(kept(), RetentionRule(criterion=Words(fi="niin kauan kuin tarpeen"))) == []
    assert findings(kept(), RetentionRule(by_law=[Provision.parse("kpl")])) == []


def test_a_promise_is_an_end_if_nobody_need_ask() -> None:
    """A request may never come; a denial promises nothing."""
    assert findings(kept(), erasure=[promise("relationship-end")]) == []
    assert findings(kept(), erasure=[promise("unnecessary-data")]) == []
    for trigger in ("request", "consent-withdrawn", "objection-made", "marketing-forbidden"):
        assert findings(kept(), erasure=[promise(trigger)]) == NOTE
    assert findings(kept(), erasure=[promise("relationship-end", denied=True)]) == NOTE


@pytest.mark.parametrize("limit", [Limit.MINIMUM, Limit.FOR, Limit.EXACT, None])
def test_permanent_keeping_is_not_without_end(limit: Limit | None) -> None:
    """It has told what it means."""
    assert findings(RetentionRule(limit=limit, last=Last(forever=True))) == []


@pytest.mark.parametrize("then", [term("erase"), term("anonymise"), Words(fi="siirretään arkistoon")])
def test_what_follows_is_told(then: Words) -> None:
    """Whatever it is; of one of several rules too."""
    assert findings(kept(then=then)) == []
    assert findings(kept(), kept(then=then)) == []


def test_a_last_day_that_is_told_in_another_way() -> None:
    """Two ends, of which the later counts, are still only a time to keep."""
    day = Last(start=Start(event=term("delivery")), period=Period(years=2))
    other = Last(start=Start(event=term("relationship-end")))

    assert findings(RetentionRule(limit=Limit.MINIMUM, last=Last(later=[day, other]))) == NOTE


def test_data_without_any_rule_have_a_gap_instead() -> None:
    """So has a register without rules."""
    assert findings(kept("maximum", purposes=["orders"])) == []
    assert findings(erasure=[promise("request")]) == []
    assert findings() == []


def test_an_end_for_one_purpose_is_none_for_another() -> None:
    """Told once; what follows must be told for each."""
    orders: dict[str, Any] = {"purposes": ["orders"]}
    letters: dict[str, Any] = {"purposes": ["newsletter"]}

    assert findings(kept(), kept("maximum", **orders)) == NOTE
    assert findings(kept(), kept("maximum", **orders), kept("maximum", **letters)) == []
    assert findings(kept(then=term("erase"), **orders), kept(**letters)) == NOTE
    assert findings(kept(then=term("erase"), **orders), kept(then=term("erase"), **letters)) == []
    assert findings(kept(**orders)) == NOTE


def test_people_are_looked_at_apart() -> None:
    """The members' end is none for others."""
    members: dict[str, Any] = {"subjects": [term("members")]}

    assert findings(kept(), kept("maximum", **members)) == NOTE
    assert findings(kept(then=term("erase")), kept("maximum", **members)) == []
    assert findings(kept(**members, reason=LAW), kept("maximum")) == []
    assert findings(kept(**members), kept("maximum")) == NOTE  # a narrower own rule replaces the wider end


def test_a_narrower_rule_replaces_the_wider_end() -> None:
    """The controller's own maximum does not hold where an own rule of narrower scope keeps."""
    data = [USED, DataCategory(id="rest", name=Words(en="REST"))]

    assert findings(kept("maximum"), kept(data=["used"]), data=data) == NOTE


def test_a_register_without_categories() -> None:
    """The rules themselves are the place."""
    assert findings(kept(), data=None) == [("note", "certain", "retention", None)]
    assert findings(kept(then=term("erase")), data=None) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_are_told(language: str) -> None:
    """By name."""
    register = Register(data=[DataCategory(id="used", name=Words(en="USED"))], retention=[kept()])
    (found,) = check(register, on=TODAY, select=["retention-without-end"])

    assert "(USED)" in report.message(found, language)
