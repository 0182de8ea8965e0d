"""The check own-period-yields: what fires it, and the near misses."""

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
    Reason,
    Register,
    RetentionRule,
    Start,
    Words,
    check,
    report,
    term,
)
from rekisteri.retention import State, due
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
LAW = Reason(provision=Provision.parse("1/2015:5"))
DECIDED = Reason(decision=Words(fi="valitusten varalta"))
CITED = ["gdpr:17.1.b", "gdpr:17.1.c", "gdpr:21.3"]
NOTE = [("note", "certain", "erasure[asked]", None, CITED)]


def own(limit: str | None = "exact", **more: object) -> RetentionRule:
    """Ten years, the controller's own."""
    return RetentionRule(
        **{"id": "own", **more},  # type: ignore[arg-type]
        limit=Limit(limit) if limit else None,
        period=Period(years=10),
        start=Start(event=term("relationship-end")),
    )


def promise(*unless: str | Words, trigger: str | Words = "request", **more: object) -> ErasureRule:
    """A promise to erase within a month."""
    return ErasureRule(
        **{"id": "asked", **more},  # type: ignore[arg-type]
        trigger=term(trigger) if isinstance(trigger, str) else trigger,
        deadline=Deadline.parse("P1M"),
        unless=[term(one) if isinstance(one, str) else one for one in unless] or None,
    )


def findings(
    *rules: RetentionRule, erasure: Sequence[ErasureRule], data: Sequence[DataCategory] | None = None
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant, citations)."""
    found = check(Register(data=data, retention=rules, erasure=erasure), on=TODAY, select=["own-period-yields"])
    return [
        (one.severity, one.certainty, one.path, one.variant, [str(provision) for provision in one.citations])
        for one in found
    ]


@pytest.mark.parametrize("limit", ["exact", "minimum", "for", None])
@pytest.mark.parametrize("reason", [None, DECIDED])
def test_a_period_without_a_law_behind_it(limit: str | None, reason: Reason | None) -> None:
    """Whatever it demands, even where the register does not tell what; a decision in words is no law."""
    assert findings(own(limit, reason=reason), erasure=[promise()]) == NOTE


@pytest.mark.parametrize("trigger", ["request", "consent-withdrawn", "objection-made", "marketing-forbidden"])
def test_what_a_person_can_ask_for(trigger: str) -> None:
    """A request, a withdrawal, an objection, a prohibition of marketing; own wording beside the term does not matter."""
    own_words = Words(term=trigger, fi="oma sanamuoto")

    assert findings(own(), erasure=[promise(trigger=trigger)]) == NOTE
    assert findings(own(), erasure=[promise(trigger=own_words)]) == NOTE


@pytest.mark.parametrize("trigger", ["relationship-end", "unnecessary-data", "unlawful-processing", "duty-to-erase"])
def test_what_comes_by_itself(trigger: str) -> None:
    """To that no period yields."""
    assert findings(own(), erasure=[promise(trigger=trigger)]) == []


def test_it_is_no_breach() -> None:
    """No other check of the two rules finds anything."""
    family = ["rules-contradict", "promise-against-duty", "period-below-duty", "retention-depends"]

    assert check(Register(retention=[own()], erasure=[promise()]), on=TODAY, select=family).findings == ()


@pytest.mark.parametrize("exception", ["law", "law-requires", "legal-claim", "open-invoices"])
def test_exceptions_that_do_not_cover_it(exception: str) -> None:
    """No law is behind the period, so an exception for the law does not save it."""
    assert findings(own(), erasure=[promise(exception)]) == NOTE


def test_a_law_does_not_yield() -> None:
    """With a provision, or an act that is only named; nor does what a law demands make an own period yield less."""
    by_law = own(by_law=[Provision.parse("kpl")])

    assert findings(own(reason=LAW), erasure=[promise()]) == []
    assert findings(by_law, erasure=[promise()]) == []
    assert findings(own(), own("minimum", id="law", reason=LAW), erasure=[promise()]) == NOTE


def test_what_demands_nothing_has_nothing_to_yield() -> None:
    """A maximum and a time for claims let data go; a denial promises nothing."""
    assert findings(own("maximum"), erasure=[promise()]) == []
    assert findings(own("claim"), erasure=[promise()]) == []
    assert findings(own(), erasure=[promise(denied=True)]) == []


def test_only_where_both_speak() -> None:
    """The promise to others, or about other data, does not touch it; a narrower own rule replaces a wider one."""
    data = [DataCategory(id=one, items=[term("name")]) for one in ("bills", "list")]

    assert findings(own(subjects=[term("members")]), erasure=[promise(subjects=[term("employees")])]) == []
    assert findings(own(data=["bills"]), erasure=[promise(data=["list"])], data=data) == []
    assert (
        findings(own(), own("maximum", id="narrow", data=["list"]), erasure=[promise(data=["list"])], data=data) == []
    )
    assert findings(own(), erasure=[promise(data=["list"])], data=data) == NOTE


def test_each_promise_is_told_once() -> None:
    """Whatever the number of categories."""
    data = [DataCategory(id=one, name=term(one)) for one in ("name", "email")]
    promises = [promise(), promise(id="again", trigger="objection-made")]
    found = check(Register(data=data, retention=[own()], erasure=promises), on=TODAY, select=["own-period-yields"])

    assert [one.path for one in found] == ["erasure[asked]", "erasure[again]"]
    assert [one.params["data"] for one in found] == [(term("name"), term("email"))] * 2


def test_the_witness_must_be_erased() -> None:
    """After the day the data must be gone, though the period would still run; before it they may go."""
    register = Register(retention=[own()], erasure=[promise()])
    (found,) = check(register, on=TODAY, select=["own-period-yields"])
    assert found.meeting is not None
    witness = found.meeting.witness
    assert witness is not None
    assert witness.keep_through is not None
    days = (witness.erase_by, witness.on, witness.keep_through)
    states = [due(register, witness.events, [witness.record], on=day)[0].state for day in days]

    assert states == [State.MAY_ERASE, State.MUST_ERASE, State.MUST_ERASE]


@pytest.mark.parametrize("rule", [own(reason=None, only_if=[Words(fi="jos tarpeen")]), own()])
def test_no_witness_where_something_else_keeps_the_data(rule: RetentionRule) -> None:
    """A law beside it, or conditions that only a person can judge: the note stands without a timeline."""
    beside = [own("minimum", id="law", reason=LAW)] if not rule.only_if else []
    register = Register(retention=[rule, *beside], erasure=[promise()])
    (found,) = check(register, on=TODAY, select=["own-period-yields"])
    assert found.meeting is not None

    assert (found.meeting.witness is None) == bool(beside)


def test_a_mere_criterion_is_no_period() -> None:
    """It may end with the very request; what is too vague is the matter of another check."""
    criterion = RetentionRule(id="need", criterion=Words(fi="niin kauan kuin tarpeen"))

    assert not check(Register(retention=[criterion], erasure=[promise()]), on=TODAY, select=["own-period-yields"])


def test_hours_yield_without_a_witness() -> None:
    """No day can be shown."""
    hours = RetentionRule.minimum("PT72H", after="recorded", id="need")
    (found,) = check(Register(retention=[hours], erasure=[promise()]), on=TODAY, select=["own-period-yields"])
    assert found.meeting is not None

    assert found.meeting.witness is None
    assert report.message(found, "fi").startswith("Säilytysaika ”need”")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_told(language: str) -> None:
    """The period and the promise, by name."""
    (found,) = check(Register(retention=[own()], erasure=[promise()]), on=TODAY, select=["own-period-yields"])
    said = report.message(found, language)

    assert "own” (10 " in said
    assert "asked” (" in said
