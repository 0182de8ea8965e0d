"""The check period-below-duty: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import (
    DataCategory,
    Deadline,
    ErasureRule,
    Provision,
    Purpose,
    Register,
    RetentionRule,
    Words,
    check,
    report,
    term,
)
from rekisteri.retention import Last, Limit, MonthDay, OrderAssumption, Period, Reason, Start, statutory
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
A, B = Reason(provision=Provision.parse("1/2015:5")), Reason(provision=Provision.parse("2/2015:6"))
DUTY = RetentionRule.minimum("P6Y", after="delivery", id="duty", reason=A)
DECIDED = Reason(decision=Words(fi="johtoryhmän päätös"))
MUST = [("must", "certain", "retention[own]", None, ["gdpr:5.1.e", "1/2015:5"])]


def findings(
    *rules: RetentionRule,
    data: Sequence[DataCategory] | None = None,
    order: Sequence[OrderAssumption] | None = None,
    erasure: Sequence[ErasureRule] | None = None,
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant, citations)."""
    register = Register(
        purposes=[Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter")],
        data=data,
        retention=rules,
        erasure=erasure,
        order=order,
        financial_year_end=MonthDay.parse("12-31"),
    )
    found = check(register, on=TODAY, select=["period-below-duty"])
    return [
        (one.severity, one.certainty, one.path, one.variant, [str(provision) for provision in one.citations])
        for one in found
    ]


def own(limit: str = "maximum", period: str = "P2Y", event: str = "delivery", **more: object) -> RetentionRule:
    """The controller's own rule."""
    return RetentionRule(
        **{"id": "own", **more},  # type: ignore[arg-type]
        limit=Limit(limit),
        period=Period.parse(period),
        start=Start(event=term(event)),
    )


@pytest.mark.parametrize("limit", ["maximum", "exact"])
@pytest.mark.parametrize("reason", [None, DECIDED])
def test_an_own_end_before_the_duty_is_over(limit: str, reason: Reason | None) -> None:
    """A decision in words is the controller's own too."""
    assert findings(DUTY, own(limit, reason=reason)) == MUST


@pytest.mark.parametrize(("law", "found"), [("1/2015:5", 1), ("vanhl:4", 0), ("vanhl", 0), ("gdpr:17.3.e", 0)])
def test_what_demands_nothing_is_no_duty(law: str, found: int) -> None:
    """A time for claims, and what all personal data are kept by."""
    kept = RetentionRule.minimum("P6Y", after="delivery", reason=Reason(provision=Provision.parse(law)))

    assert len(findings(kept, own())) == found


@pytest.mark.parametrize("period", ["P6Y", "P72M", "P10Y"])
def test_an_end_that_does_not_come_before(period: str) -> None:
    """The day on which both end is the last of both."""
    assert findings(DUTY, own(period=period)) == []


@pytest.mark.parametrize("limit", ["minimum", "for"])
def test_a_time_to_keep_is_no_end(limit: str) -> None:
    """Both can be followed: by the longer."""
    assert findings(DUTY, own(limit)) == []


def test_a_day_too_few() -> None:
    """Exact over the calendar: six years less a day, and a month that may be shorter than 30 days."""
    month = RetentionRule.minimum("P30D", after="delivery", reason=A)

    assert findings(DUTY, own(period="P5Y11M30D")) == MUST
    assert findings(month, own(period="P1M")) == MUST
    assert findings(RetentionRule.minimum("P28D", after="delivery", reason=A), own(period="P1M")) == []


def test_the_time_that_the_erasure_takes_is_let_pass() -> None:
    """Data are gone no earlier than the law allows."""
    assert findings(DUTY, own(period="P5Y", within=Period(years=1))) == []
    assert findings(DUTY, own(period="P5Y", within=Period(months=11))) == MUST


def test_vouchers_end_with_a_calendar_year() -> None:
    """Six years from the end of the financial year itself are as long only where years end together."""
    vouchers = statutory("kpl-vouchers", on=TODAY)
    cited = ["gdpr:5.1.e", "kpl:2/10.2"]

    assert findings(vouchers, own(period="P6Y", event="financial-year-end")) == []
    assert findings(vouchers, own(period="P5Y", event="financial-year-end")) == [
        ("must", "certain", "retention[own]", None, cited)
    ]


@pytest.mark.parametrize("exception", ["law", "law-requires"])
def test_an_exception_for_the_law_covers_the_duty(exception: str) -> None:
    """The own end waits."""
    assert findings(DUTY, own(unless=[term(exception)])) == []


@pytest.mark.parametrize("exception", ["open-invoices", "legal-claim"])
def test_other_exceptions_do_not(exception: str) -> None:
    """They may all be over while the duty runs."""
    assert findings(DUTY, own(unless=[term(exception)])) == MUST


def test_what_only_a_person_can_judge() -> None:
    """Conditions in words, a mere criterion, a limit that is not told."""
    words = [Words(fi="jos tarpeen")]
    untold = RetentionRule(period=Period(years=2), start=Start(event=term("delivery")))

    assert findings(DUTY, own(only_if=words)) == []
    assert findings(DUTY, own(unless=words)) == []
    assert findings(DUTY, untold) == []
    assert findings(DUTY, RetentionRule(limit=Limit.MAXIMUM, criterion=words[0])) == []


def test_ends_of_another_kind_have_checks_of_their_own() -> None:
    """A law's own, that of a time for claims, a promise."""
    promise = ErasureRule(trigger=term("relationship-end"), deadline=Deadline.parse("P1M"))

    assert findings(DUTY, own(reason=B)) == []
    assert findings(DUTY, own("claim")) == []
    assert findings(DUTY, erasure=[promise]) == []


def test_an_own_period_to_keep_is_no_duty() -> None:
    """Two own rules are the matter of rules-contradict."""
    assert findings(RetentionRule.minimum("P6Y", after="delivery"), own()) == []


def test_different_events_depend_on_their_order() -> None:
    """Unless the order is known: a delivery no later than the contract's end keeps the duty shorter."""
    contract = own(period="P6Y", event="contract-end")
    known = OrderAssumption(earlier=term("delivery"), later=term("contract-end"))

    assert findings(DUTY, contract) == []
    assert findings(DUTY, contract, order=[known]) == []
    assert findings(DUTY, own(period="P2Y", event="contract-end"), order=[known]) == MUST


def test_they_must_be_about_the_same() -> None:
    """Data that must only exist may stay for another purpose."""
    data = [DataCategory(id=one, items=[term("name")], purposes=["orders", "newsletter"]) for one in ("bills", "list")]
    for_letters = own(purposes=["newsletter"])

    assert (
        findings(
            RetentionRule.minimum("P6Y", after="delivery", reason=A, data=["bills"]), own(data=["list"]), data=data
        )
        == []
    )
    assert findings(DUTY, for_letters, data=data) == []
    assert findings(DUTY, for_letters, own(id="other", purposes=["orders"]), data=data) != []
    assert (
        findings(
            RetentionRule.minimum("P6Y", after="delivery", reason=A, purposes=["newsletter"]), for_letters, data=data
        )
        == MUST
    )


def test_a_law_among_several_ends_is_cited_too() -> None:
    """One purpose ends by law, the other by the controller's own rule: that one can be changed."""
    data = [DataCategory(id="bills", items=[term("name")], purposes=["orders", "newsletter"])]
    law = own(id="law", reason=B, purposes=["orders"])
    ((*verdict, _, _, cited),) = findings(DUTY, law, own(purposes=["newsletter"]), data=data)

    assert verdict == ["must", "certain"]
    assert cited == ["gdpr:5.1.e", "1/2015:5", "2/2015:6"]


def test_what_is_not_one_period_is_compared_too() -> None:
    """The later of two ends; and what is kept for ever has no end to wait for."""
    later = Last(
        later=[
            Last(start=Start(event=term("delivery")), period=Period(years=6)),
            Last(start=Start(event=term("relationship-end"))),
        ]
    )

    assert findings(DUTY, RetentionRule(id="own", limit=Limit.MAXIMUM, last=later)) == []
    assert findings(RetentionRule(limit=Limit.MINIMUM, last=Last(forever=True), reason=A), own()) == MUST


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_periods_are_told(language: str) -> None:
    """By the rules' names."""
    (found,) = check(Register(retention=[DUTY, own()]), on=TODAY, select=["period-below-duty"])
    said = report.message(found, language)

    assert "own” (2 " in said
    assert "duty” (6 " in said


def test_several_purposes_with_ends_of_their_own_are_one_finding() -> None:
    """Whichever end of each is chosen, it is the one duty that cannot be met."""
    data = [DataCategory(id="bills", items=[term("name")], purposes=["orders", "newsletter"])]
    purposes = [Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter")]
    ends = [
        RetentionRule.maximum(f"P{years}Y", after="invoice", id=f"{one.id}-{years}", purposes=[str(one.id)])
        for one in purposes
        for years in (1, 2)
    ]
    duty = RetentionRule.minimum("P6Y", after="invoice", reason=Reason(provision=Provision.parse("1/2015:5")))
    register = Register(data=data, purposes=purposes, retention=[duty, *ends])

    assert len(check(register, on=date(2026, 11, 22), select=["period-below-duty"])) == 1
