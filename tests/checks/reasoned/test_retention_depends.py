"""The check retention-depends: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import (
    DataCategory,
    Deadline,
    ErasureRule,
    Limit,
    MonthDay,
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
from rekisteri.retention import OrderAssumption, statutory
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
LAW = Reason(provision=Provision.parse("1/2015:5"))
CUSTOMERS = RetentionRule.exact("P10Y", after="relationship-end", id="customers")
INVOICES = RetentionRule.minimum("P6Y", after="invoice", id="invoices", reason=LAW)
DEPENDS = [("should", "possible", "retention[customers]", None, ["gdpr:5.1.e", "1/2015:5"])]


def judged(
    *rules: RetentionRule,
    order: Sequence[OrderAssumption] | None = None,
    erasure: Sequence[ErasureRule] | None = None,
    select: str = "retention-depends",
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant, citations)."""
    register = Register(retention=rules, erasure=erasure, order=order, financial_year_end=MonthDay.parse("12-31"))
    return [
        (one.severity, one.certainty, one.path, one.variant, [str(provision) for provision in one.citations])
        for one in check(register, on=TODAY, select=[select])
    ]


def no_later(earlier: str, later: str, within: str | None = None, **more: bool) -> OrderAssumption:
    """An assumption about the order of events."""
    return OrderAssumption(
        earlier=term(earlier), later=term(later), within=Period.parse(within) if within else None, **more
    )


def test_an_end_and_a_duty_that_count_from_different_events() -> None:
    """An invoice may come years after the relationship has ended; nothing in the register says that it does not."""
    assert judged(CUSTOMERS, INVOICES) == DEPENDS


def test_an_own_period_is_no_safer() -> None:
    """Nor is an end that a law sets; all provisions are cited."""
    own = RetentionRule.minimum("P6Y", after="invoice")
    law = RetentionRule.exact("P10Y", after="relationship-end", id="customers", reason=LAW)

    assert judged(CUSTOMERS, own) == [("should", "possible", "retention[customers]", None, ["gdpr:5.1.e"])]
    assert judged(law, own) == DEPENDS


def test_the_finding_says_how_soon_is_soon_enough() -> None:
    """Four years: with six more they are ten. The register can state it, and the finding is gone; a day more and it stays."""
    (found,) = check(Register(retention=[CUSTOMERS, INVOICES]), on=TODAY, select=["retention-depends"])
    assert found.meeting is not None

    assert [str(one) for one in found.meeting.assumptions] == ["invoice <= relationship-end + P4Y"]
    assert judged(CUSTOMERS, INVOICES, order=[no_later("invoice", "relationship-end", "P4Y")]) == []
    assert judged(CUSTOMERS, INVOICES, order=[no_later("invoice", "relationship-end")]) == []
    assert judged(CUSTOMERS, INVOICES, order=[*found.meeting.assumptions]) == []


def test_an_order_that_is_known_and_does_not_help_is_a_contradiction() -> None:
    """The latest invoice that is allowed would be kept too long."""
    late = [no_later("invoice", "relationship-end", "P5Y")]

    assert judged(CUSTOMERS, INVOICES, order=late) == []
    assert judged(CUSTOMERS, INVOICES, order=late, select="period-below-duty") != []


def test_the_order_the_other_way_round_tells_nothing() -> None:
    """That the relationship ends soon after an invoice does not say how late an invoice may come."""
    assert judged(CUSTOMERS, INVOICES, order=[no_later("relationship-end", "invoice", "P1Y")]) == DEPENDS


def test_what_the_events_are_is_known() -> None:
    """Nobody orders after the relationship; unless the register says otherwise."""
    orders = RetentionRule.minimum("P2Y", after="last-order", reason=LAW)
    customers = RetentionRule.maximum("P2Y", after="relationship-end", id="customers")

    assert judged(orders, customers) == []
    assert judged(orders, customers, order=[no_later("last-order", "relationship-end", denied=True)]) == DEPENDS


def test_an_end_that_comes_too_early_anyhow_contradicts() -> None:
    """Even if both happen on one day; the same event depends on nothing."""
    short = RetentionRule.maximum("P2Y", after="relationship-end", id="customers")
    same = RetentionRule.maximum("P2Y", after="invoice", id="customers")

    for end in (short, same):
        assert judged(end, INVOICES) == []
        assert judged(end, INVOICES, select="period-below-duty") != []


def test_promises_depend_too() -> None:
    """Ten years after the end of the relationship, promised."""
    promise = ErasureRule(id="promised", trigger=term("relationship-end"), deadline=Deadline.parse("P10Y"))
    covered = ErasureRule(trigger=term("relationship-end"), deadline=Deadline.parse("P10Y"), unless=[term("law")])

    assert judged(INVOICES, erasure=[promise]) == [
        ("should", "possible", "erasure[promised]", None, ["gdpr:5.1.e", "1/2015:5"])
    ]
    assert judged(INVOICES, erasure=[covered]) == []


def test_vouchers_of_late_years() -> None:
    """The statutory rule is asked of the end of a financial year, which comes after the relationship's."""
    ((*verdict, cited),) = judged(CUSTOMERS, statutory("kpl-vouchers", on=TODAY))

    assert verdict == ["should", "possible", "retention[customers]", None]
    assert cited == ["gdpr:5.1.e", "kpl:2/10.2"]


def test_what_says_too_little_does_not_depend() -> None:
    """Conditions, a mere criterion, an exception in words: undecided."""
    words = [Words(fi="jos tarpeen")]
    claim = RetentionRule(
        id="customers", limit=Limit.CLAIM, period=Period(years=10), start=Start(event=term("relationship-end"))
    )

    assert judged(RetentionRule.exact("P10Y", after="relationship-end", only_if=words), INVOICES) == []
    assert judged(RetentionRule.exact("P10Y", after="relationship-end", unless=words), INVOICES) == []
    assert judged(RetentionRule(limit=Limit.MAXIMUM, criterion=words[0]), INVOICES) == []
    assert judged(claim, INVOICES) == []  # the end of a time for claims forbids nothing


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_rules_are_told(language: str) -> None:
    """By name, with their periods and the data."""
    register = Register(data=[DataCategory(id="bills", name=Words(en="BILLS"))], retention=[CUSTOMERS, INVOICES])
    (found,) = check(register, on=TODAY, select=["retention-depends"])
    said = report.message(found, language)

    assert "invoices” (6 " in said
    assert "customers” (10 " in said
    assert "BILLS" in said
