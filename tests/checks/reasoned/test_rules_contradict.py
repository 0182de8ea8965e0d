"""The check rules-contradict: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import (
    DataCategory,
    Deadline,
    ErasureRule,
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
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
A, B = Reason(provision=Provision.parse("1/2015:5")), Reason(provision=Provision.parse("2/2015:6"))
OWN = ["gdpr:5.1.e", "gdpr:13.2.a", "gdpr:14.2.a"]
MUST = [("must", "certain", "retention[end]", None, OWN)]
CLAIM = [("note", "possible", "retention[end]", "claim", OWN)]


def findings(
    *rules: RetentionRule, erasure: Sequence[ErasureRule] | None = None, data: Sequence[DataCategory] | None = None
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant, citations)."""
    purposes = [Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter")]
    register = Register(purposes=purposes, data=data, retention=rules, erasure=erasure)
    found = check(register, on=TODAY, select=["rules-contradict"])
    return [
        (one.severity, one.certainty, one.path, one.variant, [str(provision) for provision in one.citations])
        for one in found
    ]


def kept(limit: str = "minimum", period: str = "P6Y", **more: object) -> RetentionRule:
    """A rule to keep, the controller's own unless a reason is given."""
    return end(limit, period, **{"id": "keep", **more})


def end(limit: str = "maximum", period: str = "P2Y", **more: object) -> RetentionRule:
    """A rule that ends."""
    return RetentionRule(
        **{"id": "end", **more},  # type: ignore[arg-type]
        limit=Limit(limit),
        period=Period.parse(period),
        start=Start(event=term("delivery")),
    )


def promise(trigger: str, *unless: str) -> ErasureRule:
    """A promise."""
    return ErasureRule(
        id="promised",
        trigger=term(trigger),
        deadline=Deadline.parse("P1M"),
        unless=[term(one) for one in unless] or None,
    )


@pytest.mark.parametrize("keep", ["minimum", "exact", "for"])
@pytest.mark.parametrize("last", ["maximum", "exact"])
def test_two_own_rules(keep: str, last: str) -> None:
    """Neither has a law behind it, so either may be wrong."""
    found = findings(kept(keep), end(last))

    assert found == MUST


def test_two_exact_periods_contradict_once() -> None:
    """The longer cannot be kept; the shorter one can."""
    assert findings(kept("exact"), end("exact", "P2Y")) == MUST
    assert findings(kept("exact", "P2Y"), end("exact", "P2Y")) == []


def test_an_own_period_against_what_nobody_asks_for() -> None:
    """It yields to a request, a withdrawal, an objection, and to nothing else; an exception for the law covers no decision."""
    promised = [("must", "certain", "erasure[promised]", None, OWN)]

    assert findings(kept(), erasure=[promise("relationship-end")]) == promised
    assert findings(kept(), erasure=[promise("relationship-end", "law")]) == promised
    for trigger in ("request", "consent-withdrawn", "objection-made", "marketing-forbidden"):
        assert findings(kept(), erasure=[promise(trigger)]) == []


@pytest.mark.parametrize("reason", [None, B])
def test_after_a_time_for_claims_data_may_be_needed_for_something_else(reason: Reason | None) -> None:
    """Only possible, whether or not a law is behind either; a longer time for claims is no end before it."""
    cited = [] if reason is None else ["2/2015:6"]

    assert findings(kept(), end("claim", reason=reason)) == [(*CLAIM[0][:4], [*OWN, *cited])]
    assert findings(kept(reason=A), end("claim", reason=reason)) == [(*CLAIM[0][:4], [*OWN, "1/2015:5", *cited])]
    assert findings(kept(), end("claim", "P6Y", reason=reason)) == []


def test_a_promise_beside_the_end_of_a_time_for_claims() -> None:
    """Where each purpose has an end of its own, one that is only possible makes all of it so."""
    data = [DataCategory(id="bills", items=[term("name")], purposes=["orders", "newsletter"])]
    promised = ErasureRule(id="promised", trigger=term("relationship-end"), purposes=["newsletter"])
    ((severity, certainty, _, variant, _),) = findings(
        kept(reason=A), end("claim", purposes=["orders"]), erasure=[promised], data=data
    )

    assert (severity, certainty, variant) == ("note", "possible", "claim")


@pytest.mark.parametrize("limit", ["maximum", "exact"])
def test_two_laws(limit: str) -> None:
    """Only possible: a law may say elsewhere which comes first. Both are cited, a law that both rest on once."""
    verdict = ("should", "possible", "retention[end]", "laws")

    assert findings(kept(reason=A), end(limit, reason=B)) == [(*verdict, [*OWN, "1/2015:5", "2/2015:6"])]
    assert findings(kept(reason=A), end(limit, reason=A)) == [(*verdict, [*OWN, "1/2015:5"])]


def test_what_other_checks_have_names_for() -> None:
    """A duty against an own end or a promise, an own period against a law's end."""
    assert findings(kept(reason=A), end()) == []
    assert findings(kept(reason=A), erasure=[promise("relationship-end")]) == []
    assert findings(kept(), end(reason=A)) == []


def test_rules_that_can_be_followed_together() -> None:
    """The end is as late; a narrower own rule replaces a wider one; other data; only words decide."""
    data = [DataCategory(id=one, items=[term("name")]) for one in ("bills", "list")]

    assert findings(kept(), end(period="P6Y")) == []
    assert findings(kept(), end("minimum")) == []
    assert findings(kept(), end(data=["list"]), data=data) == []
    assert findings(kept(data=["bills"]), end(data=["list"]), data=data) == []
    assert findings(kept(), end(only_if=[Words(fi="jos tarpeen")])) == []


def test_both_laws_stand_whatever_their_scope() -> None:
    """Duties unite: a narrower one replaces nothing."""
    data = [DataCategory(id=one, items=[term("name")]) for one in ("bills", "list")]

    assert len(findings(kept(reason=A), end(data=["list"], reason=B), data=data)) == 1


def test_data_are_named_or_all_are_meant() -> None:
    """By the category's name, by its id where it has none; all data, where the register has no categories."""
    told = []
    for data in (None, [DataCategory(id="bills", items=[term("name")])], [DataCategory(id="bills", name=term("name"))]):
        (found,) = check(Register(data=data, retention=[kept(), end()]), on=TODAY, select=["rules-contradict"])
        told.append(report.message(found, "en").partition("(")[2].partition(")")[0])

    assert told == ["all data", "bills", "name"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_three_ways(language: str) -> None:
    """Two rules, a time for claims, two laws; both rules by name."""
    said = []
    for keep, last in ((kept(), end()), (kept(), end("claim")), (kept(reason=A), end(reason=B))):
        (found,) = check(Register(retention=[keep, last]), on=TODAY, select=["rules-contradict"])
        said.append(report.message(found, language))

    assert len(set(said)) == 3
    assert all("keep” (6 " in one and "end” (2 " in one for one in said)
