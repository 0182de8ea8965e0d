"""The check promise-against-duty: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs
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
from rekisteri.retention import Limit, MonthDay, Period, Reason, Start, State, due, statutory
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
A, B = Reason(provision=Provision.parse("1/2015:5")), Reason(provision=Provision.parse("2/2015:6"))
DUTY = RetentionRule.minimum("P6Y", after="delivery", id="duty", reason=A)
VOUCHERS = statutory("kpl-vouchers", on=TODAY)
ORDERS, LETTER = (Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter"))
MUST = [("must", "certain", "erasure[asked]", None)]


def promise(
    *unless: str | Words, trigger: str = "request", deadline: str | None = "P1M", **more: object
) -> ErasureRule:
    """A promise with exceptions."""
    return ErasureRule(
        **{"id": "asked", **more},  # type: ignore[arg-type]
        trigger=term(trigger),
        deadline=Deadline.parse(deadline) if deadline else None,
        unless=[term(one) if isinstance(one, str) else one for one in unless] or None,
    )


def register(
    *rules: RetentionRule, erasure: Sequence[ErasureRule], data: Sequence[DataCategory] | None = None
) -> Register:
    """A register of two purposes whose financial years are calendar years."""
    return Register(
        purposes=[ORDERS, LETTER],
        data=data,
        retention=rules,
        erasure=erasure,
        financial_year_end=MonthDay.parse("12-31"),
    )


def findings(
    *rules: RetentionRule, erasure: Sequence[ErasureRule], data: Sequence[DataCategory] | None = None
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant)."""
    found = check(register(*rules, erasure=erasure, data=data), on=TODAY, select=["promise-against-duty"])
    return found.flatten("severity", "certainty", "path", "variant")


@pytest.mark.parametrize("trigger", ["request", "consent-withdrawn", "objection-made", "relationship-end"])
@pytest.mark.parametrize("deadline", ["P1M", "without-undue-delay", None])
def test_a_promise_without_exception(trigger: str, deadline: str | None) -> None:
    """Whatever makes it due and whenever it is kept: a duty yields to nothing."""
    assert findings(DUTY, erasure=[promise(trigger=trigger, deadline=deadline)]) == MUST


def test_the_provision_of_the_duty_is_cited() -> None:
    """Beside the exception of the Regulation; the acts of a duty that names no more are cited too."""
    asked = [promise()]
    by_law = RetentionRule.minimum("P6Y", after="delivery", reason=A)
    cited = []
    for rule in (VOUCHERS, by_law, attrs.evolve(by_law, reason=None, by_law=[Provision.parse("kpl")])):
        (found,) = check(register(rule, erasure=asked), on=TODAY, select=["promise-against-duty"])
        cited.append([str(one) for one in found.citations])

    assert cited == [["gdpr:17.3.b", "kpl:2/10.2"], ["gdpr:17.3.b", "1/2015:5"], ["gdpr:17.3.b", "kpl"]]


@pytest.mark.parametrize("exception", ["law", "law-requires"])
def test_an_exception_for_the_law_covers_the_duty(exception: str) -> None:
    """The promise waits; also beside other exceptions."""
    assert findings(VOUCHERS, erasure=[promise(exception)]) == []
    assert findings(VOUCHERS, erasure=[promise("open-invoices", exception)]) == []


@pytest.mark.parametrize("exception", ["open-invoices", "debt-collection", "dispute", "legal-claim"])
def test_other_exceptions_do_not(exception: str) -> None:
    """When every invoice is paid, nothing holds the promise back; claims are no duties."""
    assert findings(VOUCHERS, erasure=[promise(exception)]) == MUST


def test_an_exception_in_own_words_is_for_a_person() -> None:
    """So are conditions, triggers that speak of the quality of data, and periods that only a law tells."""
    words = Words(fi="painava syy")

    assert findings(VOUCHERS, erasure=[promise(words)]) == []
    assert findings(VOUCHERS, erasure=[promise(only_if=[words])]) == []
    assert findings(VOUCHERS, erasure=[promise(trigger="unnecessary-data")]) == []
    assert findings(RetentionRule(by_law=[Provision.parse("kpl")]), erasure=[promise()]) == []
    assert (
        findings(RetentionRule.minimum("P6Y", after="delivery", reason=A, only_if=[words]), erasure=[promise()]) == []
    )


def test_an_own_period_is_no_duty() -> None:
    """It yields to a request; against what nobody asks for it is another check's matter. A denial promises nothing."""
    own = RetentionRule.minimum("P6Y", after="delivery", reason=Reason(decision=Words(fi="valitukset")))

    assert findings(own, erasure=[promise()]) == []
    assert findings(own, erasure=[promise(trigger="relationship-end")]) == []
    assert findings(DUTY, erasure=[promise(denied=True)]) == []


def test_a_maximum_and_a_time_for_claims_are_no_duties_to_keep() -> None:
    """Nothing has to be there."""
    claim = RetentionRule(
        limit=Limit.CLAIM, period=Period(years=2), start=Start(event=term("employment-end")), reason=A
    )

    assert findings(RetentionRule.maximum("P6Y", after="delivery", reason=A), erasure=[promise()]) == []
    assert findings(claim, erasure=[promise()]) == []
    for limit in (Limit.EXACT, Limit.FOR):
        assert findings(attrs.evolve(DUTY, limit=limit), erasure=[promise()]) == MUST


def test_what_demands_nothing_is_no_duty_to_keep() -> None:
    """Two years "at least" by an act that only sets a time for claims, or by the GDPR; one law that is a duty is enough."""

    def kept(*laws: str) -> RetentionRule:
        cited = [Provision.parse(law) for law in laws]
        return attrs.evolve(RetentionRule.minimum("P2Y", after="discrimination"), by_law=cited)

    reason = Reason(provision=Provision.parse("yhdenvl:26.2"))

    assert findings(RetentionRule.minimum("P2Y", after="discrimination", reason=reason), erasure=[promise()]) == []
    for laws in (["yhdenvl"], ["tasal:12.2", "yhdenvl:26.2"], ["gdpr:17.3.e"], ["tsl:6", "vanhl:4"]):
        assert findings(kept(*laws), erasure=[promise()]) == []
    for laws in (["yhdenvl:26.2", "1/2015:5"], ["kpl:2/10.2"], ["yhdenvl:5"], ["tyosopl:6/7.3"], ["tyoaikal:40"]):
        assert findings(kept(*laws), erasure=[promise()]) == MUST
    decided = attrs.evolve(kept("1/2015:5"), reason=Reason(decision=Words(fi="johtoryhmän päätös")))
    assert findings(decided, erasure=[promise()]) == MUST


def test_the_promise_and_the_duty_must_be_about_the_same() -> None:
    """The same data, the same purpose, the same people."""
    data = [DataCategory(id=one, items=[term("name")], purposes=["orders", "newsletter"]) for one in ("bills", "list")]
    members, staff = [term("members")], [term("employees")]

    def kept(**scope: object) -> RetentionRule:
        return RetentionRule.minimum("P6Y", after="delivery", reason=A, **scope)  # type: ignore[arg-type]

    assert findings(kept(data=["bills"]), erasure=[promise(data=["list"])], data=data) == []
    assert findings(kept(data=["bills"]), erasure=[promise(data=["bills", "list"])], data=data) == MUST
    assert findings(kept(purposes=["orders"]), erasure=[promise(purposes=["newsletter"])], data=data) == []
    assert findings(kept(purposes=["orders"]), erasure=[promise(purposes=["orders"])], data=data) == MUST
    assert findings(kept(), erasure=[promise(purposes=["newsletter"])], data=data) == []
    assert findings(kept(subjects=members), erasure=[promise(subjects=staff)]) == []
    assert findings(kept(subjects=members), erasure=[promise()]) == MUST


def test_categories_are_told_together() -> None:
    """One finding for the two rules, wherever they meet; two promises are two."""
    data = [DataCategory(id=one, name=term(one)) for one in ("name", "email")]
    (found,) = check(register(DUTY, erasure=[promise()], data=data), on=TODAY, select=["promise-against-duty"])

    assert found.params["data"] == (term("name"), term("email"))
    assert "(name and e-mail address)" in report.message(found, "en")
    assert len(findings(DUTY, erasure=[promise(), promise(id="again", trigger="objection-made")])) == 2


def test_each_purpose_may_have_an_end_of_its_own() -> None:
    """Data that must only exist contradict the ends of all purposes together; a promise is among them."""
    data = [DataCategory(id="bills", items=[term("name")], purposes=["orders", "newsletter"])]
    own = RetentionRule.maximum("P1Y", after="delivery", id="own", purposes=["orders"])
    asked = promise(purposes=["newsletter"])
    (found,) = check(register(DUTY, own, erasure=[asked], data=data), on=TODAY, select=["promise-against-duty"])

    assert found.meeting is not None
    assert set(found.meeting.erase) == {"own", "asked"}
    assert findings(DUTY, own, erasure=[promise(purposes=["orders"])], data=data) == []


def test_the_end_of_a_time_for_claims_leaves_room() -> None:
    """Whether data must go then is only possible, and told by rules-contradict."""
    data = [DataCategory(id="bills", items=[term("name")], purposes=["orders", "newsletter"])]
    claim = RetentionRule(
        limit=Limit.CLAIM, period=Period(years=2), start=Start(event=term("delivery")), purposes=["orders"]
    )

    assert findings(DUTY, claim, erasure=[promise(purposes=["newsletter"])], data=data) == []


def test_the_witness_is_a_conflict() -> None:
    """On its day the calculator says so, and not on the day before."""
    told = register(VOUCHERS, erasure=[promise()])
    (found,) = check(told, on=TODAY, select=["promise-against-duty"])
    assert found.meeting is not None
    witness = found.meeting.witness
    assert witness is not None
    days = (witness.erase_by, witness.on)
    states = [due(told, witness.events, [witness.record], on=day)[0].state for day in days]

    assert states == [State.MUST_KEEP, State.CONFLICT]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_rules_are_named(language: str) -> None:
    """By their names, with what makes the erasure due and how long the law demands."""
    (found,) = check(register(VOUCHERS, erasure=[promise()]), on=TODAY, select=["promise-against-duty"])
    said = report.message(found, language)

    assert "asked" in said
    assert "kpl-vouchers" in said
    assert "6 " in said
