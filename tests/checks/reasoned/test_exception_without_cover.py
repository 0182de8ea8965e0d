"""The check exception-without-cover: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import DataCategory, Provision, Purpose, Register, RetentionRule, Words, check, report, term
from rekisteri.retention import ErasureRule, Limit, Reason
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
DATA = [DataCategory(id=id, name=term(id), purposes=["orders", "books"]) for id in ("name", "email")]
PURPOSES = [Purpose(id="orders", aims=[term("orders")]), Purpose(id="books", aims=[term("bookkeeping")])]
BY_KPL = Reason(provision=Provision.parse("kpl:2/10.2"))
DUTY = RetentionRule.minimum("P6Y", after="financial-year-end", data=["name"], reason=BY_KPL)
CLAIM = RetentionRule(limit=Limit.CLAIM, start=DUTY.start, period=DUTY.period, data=["name"])


def findings(
    *rules: RetentionRule, erasure: Sequence[ErasureRule] = (), data: Sequence[DataCategory] | None = DATA
) -> list[tuple[object, ...]]:
    """What the check finds: (path, variant); it is never graver than a note."""
    register = Register(purposes=PURPOSES, data=data, retention=rules or None, erasure=erasure or None)
    found = check(register, on=TODAY, select=["exception-without-cover"])
    assert {one.severity for one in found} <= {"note"}
    return found.flatten("path", "variant")


def promise(*exceptions: str | Words, **more: object) -> ErasureRule:
    """A promise to erase on request, with exceptions."""
    unless = [term(one) if isinstance(one, str) else one for one in exceptions]
    return ErasureRule(trigger=term("request"), unless=unless, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("exception", "variant"),
    [
        ("law", "law"),
        ("law-requires", "law"),
        ("legal-claim", "claim"),
        ("other-good-reason", "hold"),
        (Words(fi="voimassa oleva jäsenyys"), "hold"),
    ],
)
def test_nothing_stands_behind_it(exception: str | Words, variant: str) -> None:
    """In a promise, and in the end of the controller's own rule; with categories told or not."""
    words = term(exception) if isinstance(exception, str) else exception
    own = RetentionRule.maximum("P2Y", after="last-order", unless=[words])

    assert findings(erasure=[promise(exception)]) == [("erasure[0].unless[0]", variant)]
    assert findings(erasure=[promise(exception)], data=None) == [("erasure[0].unless[0]", variant)]
    assert findings(own) == [("retention[0].unless[0]", variant)]


@pytest.mark.parametrize("exception", ["open-invoices", "debt-collection", "dispute"])
def test_holds_have_their_own_end(exception: str) -> None:
    """An invoice is paid one day."""
    assert findings(erasure=[promise(exception)]) == []


def test_a_duty_stands_behind_the_law() -> None:
    """In any category that the exception covers; the controller's own minimum does not, nor a claim."""
    own = RetentionRule.minimum("P6Y", after="financial-year-end", data=["name"])

    assert findings(DUTY, erasure=[promise("law")]) == []
    assert findings(DUTY, erasure=[promise("law", data=["name", "email"])]) == []
    assert findings(DUTY, erasure=[promise("law", data=["email"])]) == [("erasure[0].unless[0]", "law")]
    assert findings(own, erasure=[promise("law")]) == [("erasure[0].unless[0]", "law")]
    assert findings(CLAIM, erasure=[promise("law")]) == [("erasure[0].unless[0]", "law")]


def test_a_law_named_without_a_limit_is_something() -> None:
    """That it tells too little is another check's matter."""
    by_law = RetentionRule(by_law=[Provision.parse("kpl")])

    assert findings(by_law, erasure=[promise("law")]) == []
    assert findings(by_law, erasure=[promise("legal-claim")]) == [("erasure[0].unless[0]", "claim")]


def test_a_time_for_claims_stands_behind_claims() -> None:
    """Where it meets the promise."""
    assert findings(CLAIM, erasure=[promise("legal-claim")]) == []
    assert findings(CLAIM, erasure=[promise("legal-claim", data=["email"])]) == [("erasure[0].unless[0]", "claim")]
    assert findings(DUTY, erasure=[promise("legal-claim")]) == [("erasure[0].unless[0]", "claim")]


def test_purposes_and_people_must_meet() -> None:
    """A duty for one purpose covers nothing of another; one about some people covers them."""
    books = RetentionRule.minimum("P6Y", after="financial-year-end", purposes=["books"], reason=BY_KPL)
    people = [term("customers")]
    some = RetentionRule.minimum("P6Y", after="financial-year-end", subjects=people, reason=BY_KPL)

    assert findings(books, erasure=[promise("law", purposes=["orders"])]) == [("erasure[0].unless[0]", "law")]
    assert findings(books, erasure=[promise("law")]) == []
    assert findings(some, erasure=[promise("law", subjects=people)]) == []
    assert findings(some, erasure=[promise("law", subjects=[term("members")])]) == [("erasure[0].unless[0]", "law")]


def test_each_exception_is_told() -> None:
    """With its place among the others, and the rules by their ids."""
    kept = RetentionRule.maximum("P2Y", after="last-order", id="kept", unless=[term("dispute"), term("law")])
    asked = promise("legal-claim", "open-invoices", "law", id="asked")

    assert findings(kept, erasure=[asked]) == [
        ("erasure[asked].unless[0]", "claim"),
        ("erasure[asked].unless[2]", "law"),
        ("retention[kept].unless[1]", "law"),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        RetentionRule.minimum("P2Y", after="last-order", unless=[term("law")]),
        RetentionRule(criterion=Words(fi="jäsenyyden ajan"), unless=[term("law")]),
        RetentionRule.maximum(
            "P1Y",
            after="recording-end",
            unless=[term("crime-suspected")],
            reason=Reason(provision=Provision.parse("ykstl:17.3")),
        ),
    ],
)
def test_rules_without_an_end_of_their_own(rule: RetentionRule) -> None:
    """A floor, a mere criterion; and a statutory maximum, for which the act knows its reasons."""
    assert findings(rule) == []


def test_a_denial_promises_nothing() -> None:
    """So nothing is excepted from it."""
    assert findings(erasure=[promise("law", denied=True)]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exception_is_quoted(language: str) -> None:
    """In each of the messages."""
    register = Register(erasure=[promise("law", "legal-claim", Words(fi="muu syy"))])
    found = check(register, on=TODAY, select=["exception-without-cover"])
    quotes = "“”" if language == "en" else "””"
    said = [report.message(one, language).split(quotes[0])[1].split(quotes[1])[0] for one in found]

    assert len(set(said)) == 3
    assert said[2] == "muu syy"
