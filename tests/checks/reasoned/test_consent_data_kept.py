"""The check consent-data-kept: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import DataCategory, LegalBasis, Provision, Purpose, Register, RetentionRule, Words, check, report, term
from rekisteri.retention import Deadline, ErasureRule, Last, Limit, Period, Reason, Start
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
LETTER = Purpose(id="letter", aims=[term("newsletter")], legal_bases=[LegalBasis.consent()])
ORDERS = Purpose(id="orders", aims=[term("orders")], legal_bases=[LegalBasis.contract()])
READERS = DataCategory(id="readers", items=[term("name"), term("email")], purposes=["letter"])
SURE, POSSIBLE = ("must", "certain", "retention[0]"), ("should", "possible", "retention[0]")


def findings(
    *rules: RetentionRule,
    purposes: Sequence[Purpose] = (LETTER, ORDERS),
    data: Sequence[DataCategory] = (READERS,),
    erasure: Sequence[ErasureRule] = (),
    bases: Sequence[LegalBasis] = (),
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(
        purposes=purposes, data=data, retention=rules, erasure=erasure or None, legal_bases=bases or None
    )
    return check(register, on=TODAY, select=["consent-data-kept"]).flatten("severity", "certainty", "path")


def after(
    limit: str | None = "maximum", period: str = "P1Y", event: str = "consent-withdrawn", **more: object
) -> RetentionRule:
    """A rule with one period."""
    return RetentionRule(
        limit=Limit(limit) if limit else None,
        period=Period.parse(period),
        start=Start(event=term(event)),
        **more,  # type: ignore[arg-type]
    )


def erased(trigger: str, deadline: str = "without-undue-delay") -> ErasureRule:
    """A promise."""
    return ErasureRule(trigger=term(trigger), deadline=Deadline.parse(deadline))


@pytest.mark.parametrize("limit", ["minimum", "maximum", "exact", "for"])
@pytest.mark.parametrize("period", ["P1Y", "P2M", "P32D"])
def test_a_longer_time_after_the_withdrawal(limit: str, period: str) -> None:
    """More than a month, counted from the withdrawal itself."""
    assert findings(after(limit, period)) == [SURE]


@pytest.mark.parametrize("period", ["P1M", "P30D", "P31D", "P4W", "P0D"])
def test_a_month_is_let_pass(period: str) -> None:
    """However it is written."""
    assert findings(after("exact", period)) == []


def test_the_later_of_several_is_sure_and_the_earlier_is_not() -> None:
    """At the later of two data surely stay; at the earlier of two they may go."""
    withdrawn = Last(start=Start(event=term("consent-withdrawn")), period=Period(years=1))
    order = Last(start=Start(event=term("last-order")), period=Period(months=1))

    assert findings(RetentionRule(limit=Limit.MAXIMUM, last=Last(later=[order, withdrawn]))) == [SURE]
    assert findings(RetentionRule(limit=Limit.MAXIMUM, last=Last(earlier=[order, withdrawn]))) == []


def test_a_maximum_beside_a_prompt_end() -> None:
    """Something else ends it in time; what data must be kept for still contradicts that."""
    prompt = after("maximum", "P14D")
    until = Last(
        earlier=[Last(start=Start(event=term("consent-withdrawn"))), Last(start=Start(event=term("last-order")))]
    )

    assert findings(after(), erasure=[erased("consent-withdrawn")]) == []
    assert findings(after(), RetentionRule(limit=Limit.MAXIMUM, last=until)) == []
    assert findings(after(), prompt) == []
    assert findings(after(), erasure=[erased("consent-withdrawn", "P2M")]) == [SURE]
    assert findings(after("exact"), erasure=[erased("consent-withdrawn")]) == [SURE]
    assert findings(after(), RetentionRule(limit=Limit.MAXIMUM, last=Last(forever=True))) == [SURE]
    assert findings(after(), RetentionRule(limit=Limit.MAXIMUM, criterion=Words(fi="tilauksen ajan"))) == [SURE]


@pytest.mark.parametrize("limit", ["minimum", "exact", "for"])
def test_kept_whatever_the_consent(limit: str) -> None:
    """Only possible: the register is silent on the withdrawal."""
    assert findings(after(limit, "P2Y", "last-order")) == [POSSIBLE]


@pytest.mark.parametrize(
    "rule",
    [
        after("maximum", "P2Y", "last-order"),
        after("claim", "P2Y", "last-order"),
        after(None, "P2Y", "last-order"),
        after("minimum", "P2Y", "last-order", unless=[term("data-subject-objects")]),
        RetentionRule(limit=Limit.MINIMUM, criterion=Words(fi="uutiskirjeen tilauksen ajan")),
        RetentionRule.minimum("P2Y", after=Words(fi="suostumuksen peruminen")),
    ],
)
def test_a_ceiling_or_an_exception_leaves_room(rule: RetentionRule) -> None:
    """Data may go earlier; an exception or an event in own words may be the withdrawal."""
    assert findings(rule) == []


def test_what_is_told_of_the_withdrawal_answers_it() -> None:
    """A rule or a promise; one about something else does not."""
    kept = after("minimum", "P2Y", "last-order")

    assert findings(kept, erasure=[erased("consent-withdrawn")]) == []
    assert findings(kept, RetentionRule(limit=Limit.MAXIMUM, start=Start(event=term("consent-withdrawn")))) == []
    assert findings(kept, erasure=[erased("relationship-end")]) == [POSSIBLE]


@pytest.mark.parametrize(
    "more",
    [
        {"reason": Reason(provision=Provision.parse("svpl:200"))},
        {"only_if": [term("dispute")]},
        {"reason": Reason(decision=Words(fi="suostumuksen osoittaminen"))},
        {"criterion": Words(sv="för att bevisa samtycket")},
        {"limit": "claim"},
        {"limit": None},
    ],
)
def test_duties_conditions_proof_and_claims(more: dict[str, object]) -> None:
    """Each is something else than keeping what the consent allowed."""
    assert findings(after(**more)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "category",
    [
        DataCategory(id="readers", items=[term("email"), term("marketing-consents")], purposes=["letter"]),
        DataCategory(id="readers", name=term("marketing-opt-outs"), purposes=["letter"]),
        DataCategory(id="readers", name=Words(fi="annetut suostumukset"), purposes=["letter"]),
        DataCategory(id="readers", items=[term("email")], purposes=["letter", "orders"]),
        DataCategory(id="readers", items=[term("email")]),
        DataCategory(id="readers", items=[term("email")], purposes=["orders"]),
    ],
)
def test_the_proof_and_another_basis(category: DataCategory) -> None:
    """The proof of consent, the opt-out list, and data that a purpose uses on another basis, or may use."""
    assert findings(after("exact"), data=[category]) == []


@pytest.mark.parametrize(
    "purpose",
    [
        Purpose(id="letter", aims=[Words(fi="suostumuksen osoittaminen")], legal_bases=[LegalBasis.consent()]),
        Purpose(id="letter", aims=[term("newsletter")]),
        Purpose(
            id="letter",
            aims=[term("newsletter")],
            legal_bases=[LegalBasis.consent(), LegalBasis.legitimate_interests()],
        ),
        Purpose(id="letter", aims=[term("newsletter")], legal_bases=[LegalBasis(words=Words(fi="suostumus"))]),
    ],
)
def test_purposes_that_do_not_surely_rest_on_consent_alone(purpose: Purpose) -> None:
    """No basis told, another beside it, one in own words."""
    assert findings(after("exact"), purposes=[purpose]) == []


def test_a_basis_of_all_processing_counts() -> None:
    """It is consent for what tells none; another makes consent not the only one."""
    silent = Purpose(id="letter", aims=[term("newsletter")])

    assert findings(after("exact"), purposes=[silent], bases=[LegalBasis.consent()]) == [SURE]
    assert findings(after("exact"), purposes=[LETTER], bases=[LegalBasis.contract()]) == []


def test_data_tied_to_no_purpose_are_for_all() -> None:
    """Where each of them rests on consent."""
    assert findings(after("exact"), purposes=[LETTER], data=[DataCategory(items=[term("email")])]) == [SURE]


def test_a_narrower_rule_replaces_a_wider_one() -> None:
    """The wide one does not hold for these data; a rule about some people is looked at too."""
    narrow = after("exact", "P14D", data=["readers"])
    some = after("exact", subjects=[term("newsletter-subscribers")])

    assert findings(after("exact"), narrow) == []
    assert findings(some) == [SURE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_two_ways(language: str) -> None:
    """What is sure, and what is only possible."""
    said = []
    for rule in (after("exact"), after("exact", "P2Y", "last-order")):
        register = Register(purposes=[LETTER], data=[READERS], retention=[rule])
        (found,) = check(register, on=TODAY, select=["consent-data-kept"])
        said.append(report.message(found, language))

    assert said[0] != said[1]
