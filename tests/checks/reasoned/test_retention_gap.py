"""The check retention-gap: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rekisteri import (
    DataCategory,
    ErasureRule,
    Party,
    Processor,
    Provision,
    Purpose,
    Register,
    RetentionRule,
    Words,
    check,
    report,
    term,
)
from rekisteri.retention import statutory
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
BILLS, LIST = (DataCategory(id=one, name=Words(en=one)) for one in ("bills", "list"))
USED = DataCategory(id="used", items=[term("name")], purposes=["orders", "newsletter"])
SHOULD = [("should", "certain", "data[list]", None)]
PART = [("note", "certain", "data[used]", "part")]


def findings(
    *rules: RetentionRule,
    data: Sequence[DataCategory] | None = (BILLS, LIST),
    erasure: Sequence[ErasureRule] | None = None,
) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant)."""
    purposes = [Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter")]
    register = Register(purposes=purposes, data=data, retention=rules or None, erasure=erasure)
    found = check(register, on=TODAY, select=["retention-gap"])
    assert {one.citations for one in found} <= {(Provision.parse("gdpr:13.2.a"), Provision.parse("gdpr:14.2.a"))}
    return found.flatten("severity", "certainty", "path", "variant")


def kept(**scope: object) -> RetentionRule:
    """A rule for some data, purposes or people."""
    return RetentionRule.maximum("P2Y", after="delivery", **scope)  # type: ignore[arg-type]


def promise(trigger: str, **scope: object) -> ErasureRule:
    """A promise for some data, purposes or people."""
    return ErasureRule(trigger=term(trigger), **scope)  # type: ignore[arg-type]


def test_a_category_that_no_rule_covers() -> None:
    """While another has its time."""
    assert findings(kept(data=["bills"])) == SHOULD
    assert findings(statutory("kpl-vouchers", on=TODAY, data=["bills"])) == SHOULD


def test_any_rule_covers() -> None:
    """One about all data, a mere criterion, a law that is only named, a time for keeping alone."""
    bills = kept(data=["bills"])

    assert findings(kept()) == []
    assert findings(kept(data=["bills", "list"])) == []
    for rule in (
        RetentionRule(criterion=Words(fi="niin kauan kuin tarpeen"), data=["list"]),
        RetentionRule(by_law=[Provision.parse("kpl")], data=["list"]),
        RetentionRule(then=term("erase"), data=["list"]),
        RetentionRule.minimum("P2Y", after="delivery", data=["list"]),
    ):
        assert findings(bills, rule) == []


def test_a_promise_that_nobody_need_ask_for_tells_the_time() -> None:
    """Data go when the relationship ends; that they go when somebody asks does not tell when else; a denial tells nothing."""
    bills = kept(data=["bills"])

    assert findings(bills, erasure=[promise("relationship-end", data=["list"])]) == []
    for trigger in ("request", "consent-withdrawn", "objection-made", "marketing-forbidden"):
        assert findings(bills, erasure=[promise(trigger, data=["list"])]) == SHOULD
    assert findings(bills, erasure=[promise("relationship-end", data=["list"], denied=True)]) == SHOULD


@pytest.mark.parametrize(
    "trigger", ["unnecessary-data", "inaccurate-data", "outdated-data", "unlawful-processing", "duty-to-erase"]
)
def test_a_promise_that_somebody_must_judge_tells_no_time(trigger: str) -> None:
    """That what is no longer needed goes is the law, and does not tell when."""
    judged = promise(trigger)

    assert findings(kept(data=["bills"]), erasure=[judged]) == SHOULD
    assert findings(kept(data=["bills"]), erasure=[judged, promise("relationship-end")]) == []
    assert findings(kept(purposes=["orders"]), erasure=[judged], data=[USED]) == PART


@pytest.mark.parametrize(
    ("words", "expected"),
    [("kun tietoja ei enää tarvita", SHOULD), ("kun asiakas on poistunut", [])],
)
def test_a_promise_in_own_words(words: str, expected: list[object]) -> None:
    """That the data are no longer needed is as little a time in own words; any other words may be one."""
    assert findings(kept(data=["bills"]), erasure=[ErasureRule(trigger=Words(fi=words))]) == expected


def test_a_register_without_any_rule_lacks_all_of_it() -> None:
    """That is the matter of retention-missing."""
    asked = [promise("request", data=["list"])]

    assert findings() == []
    assert findings(erasure=asked) == []


def test_a_record_of_a_processor_has_no_gap() -> None:
    """Its controllers decide the times."""
    record = Register(kept_by=[Party(name="Esimerkki Oy")], data=[BILLS, LIST], retention=[kept(data=["bills"])])

    assert check(record, on=TODAY, select=["retention-gap"]).findings == ()


def test_a_gap_for_some_purposes_is_a_note() -> None:
    """The time is told, if not for all that the data are used for."""
    assert findings(kept(purposes=["orders"]), data=[USED]) == PART
    assert findings(kept(), erasure=[promise("request", purposes=["orders"])], data=[USED]) == []
    assert (
        findings(kept(purposes=["orders"]), erasure=[promise("relationship-end", purposes=["newsletter"])], data=[USED])
        == []
    )
    assert findings(kept(purposes=["orders"]), kept(purposes=["newsletter"]), data=[USED]) == []


def test_a_promise_for_some_purposes_covers_in_part() -> None:
    """As a rule would."""
    ends = [promise("relationship-end", purposes=["orders"])]

    assert findings(kept(data=["bills"]), erasure=ends, data=[BILLS, USED]) == PART


def test_a_gap_for_some_people_is_a_note() -> None:
    """Of a kind that the category names, or of any other kind."""
    members = kept(subjects=[term("members")])
    both = DataCategory(id="used", items=[term("name")], subjects=[term("members"), term("employees")])
    any_body = DataCategory(id="used", items=[term("name")])
    its_own = DataCategory(id="used", items=[term("name")], subjects=[term("members")])

    assert findings(members, data=[both]) == PART
    assert findings(members, data=[any_body]) == PART
    assert findings(members, data=[its_own]) == []


def test_a_rule_about_other_people_covers_nothing() -> None:
    """The members' time is none for the employees, who are all that the category is about."""
    staff = DataCategory(id="list", items=[term("name")], subjects=[term("employees")])

    assert findings(kept(subjects=[term("members")]), data=[staff]) == SHOULD


def test_a_register_without_categories() -> None:
    """The rules themselves are the place; whatever they cover, it is a part."""
    assert findings(kept(), data=None) == []
    assert findings(kept(subjects=[term("members")]), data=None) == [("note", "certain", "retention", "part")]


def test_a_contact_of_a_controller_makes_no_processor() -> None:
    """Processors that work for the controller do not change whose register it is."""
    register = Register(
        processors=[Processor(name="Esimerkki Oy")], data=[BILLS, LIST], retention=[kept(data=["bills"])]
    )

    assert len(check(register, on=TODAY, select=["retention-gap"])) == 1


def test_a_category_without_an_id_is_told_by_its_place() -> None:
    """Each once."""
    data = [BILLS, DataCategory(name=Words(en="list")), DataCategory(items=[term("email")])]
    register = Register(data=data, retention=[kept(data=["bills"])])
    found = check(register, on=TODAY, select=["retention-gap"])

    assert [one.path for one in found] == ["data[1]", "data[2]"]
    assert "(list)" in report.message(found.findings[0], "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_two_ways(language: str) -> None:
    """The whole category, or a part."""
    said = []
    for rule in (kept(data=["bills"]), kept(purposes=["orders"])):
        purposes = [Purpose(id=one, aims=[term(one)]) for one in ("orders", "newsletter")]
        data = [BILLS, DataCategory(id="list", name=Words(en="LIST"), purposes=["orders", "newsletter"])]
        found = check(Register(purposes=purposes, data=data, retention=[rule]), on=TODAY, select=["retention-gap"])
        said += [report.message(one, language) for one in found if one.path == "data[list]"]

    assert len(set(said)) == 2
    assert all("(LIST)" in one for one in said)
