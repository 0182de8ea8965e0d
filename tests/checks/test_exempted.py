"""Stated exemptions silence the duties they reach, and nothing else; what they silence is kept in the report."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from rekisteri import Controller, DataCategory, Exemption, Party, Provision, Register, Source, Words, check, term

TODAY = date(2026, 11, 22)


def exemption(provision: str, *data: str) -> Exemption:
    """An exemption, for some categories only or for all."""
    return Exemption(provision=Provision.parse(provision), data=data or None, reason=Words(fi="koska niin on"))


def category(id: str, *, collected: bool) -> DataCategory:
    """A category that is either collected from the person or obtained from elsewhere."""
    return DataCategory(id=id, items=[term("name")], from_the_person=collected, from_elsewhere=not collected)


COLLECTED, OBTAINED = category("given", collected=True), category("bought", collected=False)


def judged(*exemptions: Exemption, duty: str, **said: object) -> tuple[list[str], list[str]]:
    """By which provisions a duty is found unmet, and by which it is set aside."""
    report = check(Register(exemptions=exemptions or None, **said), on=TODAY, select=[duty])  # type: ignore[arg-type]
    return (
        [str(one) for finding in report for one in finding.citations],
        [str(one) for held in report.set_aside for one in held.finding.citations],
    )


@pytest.mark.parametrize(
    ("provision", "found", "aside"),
    [
        ("gdpr:14.5.b", [], ["gdpr:14.2.f"]),
        ("gdpr:14.5", [], ["gdpr:14.2.f"]),
        ("tsl:33.1", [], ["gdpr:14.2.f"]),
        ("tsl:27.1", [], ["gdpr:14.2.f"]),
        ("gdpr:13.4", ["gdpr:14.2.f"], []),
        ("gdpr:30.5", ["gdpr:14.2.f"], []),
        ("gdpr:14.4", ["gdpr:14.2.f"], []),
        ("kpl:2/10", ["gdpr:14.2.f"], []),
    ],
)
def test_an_exemption_reaches_its_own_article(provision: str, found: list[str], aside: list[str]) -> None:
    """14(5) silences Art. 14, and neither 13(4) nor 30(5) does; what exempts from nothing silences nothing."""
    assert judged(exemption(provision), duty="source-missing", data=[OBTAINED]) == (found, aside)


def test_what_both_articles_ask_is_still_asked_by_the_other() -> None:
    """Data from both: 14(5) leaves Art. 13."""
    both = [COLLECTED, OBTAINED]

    assert judged(exemption("gdpr:14.5.b"), duty="access-missing", data=both) == (["gdpr:13.2.b"], [])
    assert judged(exemption("gdpr:13.4"), exemption("gdpr:14.5.a"), duty="access-missing", data=both) == (
        [],
        ["gdpr:13.2.b", "gdpr:14.2.c"],
    )


def test_where_it_is_not_told_which_article_asks_the_rest_is_possible() -> None:
    """14(5) stated and no word of where data come from: Art. 13 may still ask."""
    report = check(Register(exemptions=[exemption("gdpr:14.5.b")]), on=TODAY, select=["access-missing"])

    assert report.flatten("severity", "certainty") == [("note", "possible")]


def test_the_record_is_exempt_by_its_own_exemption() -> None:
    """30(5) silences what only the record asks, a controller's or a processor's."""
    stated = exemption("gdpr:30.5")
    processor = [Party(name="Esimerkki Oy")]

    assert judged(stated, duty="data-subjects-missing") == ([], ["gdpr:30.1.c"])
    assert judged(stated, duty="activities-missing", kept_by=processor) == ([], ["gdpr:30.2.b"])
    assert judged(exemption("gdpr:14.5.b"), duty="data-subjects-missing") == (["gdpr:30.1.c"], [])


def test_a_notice_and_a_record_are_exempt_each_for_itself() -> None:
    """Without any data told, Art. 14 and Art. 30(1) may ask; 30(5) leaves the notice."""
    assert judged(exemption("gdpr:30.5"), duty="data-missing") == (["gdpr:14.1.d"], [])


@pytest.mark.parametrize(
    ("data", "others", "sources", "found"),
    [
        (("bought",), [COLLECTED], None, False),
        (("bought",), [category("more", collected=False)], None, True),
        (("bought", "more"), [category("more", collected=False)], None, False),
        (("bought",), [COLLECTED], [Source(origin=term("credit-report"))], False),
        (("bought",), [COLLECTED], [Source(origin=term("credit-report"), data=["bought"])], False),
        (("bought",), [COLLECTED], [Source(origin=term("credit-report"), data=["given"])], True),
    ],
)
def test_an_exemption_for_some_data(
    data: tuple[str, ...], others: list[DataCategory], sources: list[Source] | None, found: bool
) -> None:
    """It is enough where no other data ask."""
    said = {"data": [OBTAINED, *others], "sources": sources, "controllers": None}
    unmet, aside = judged(exemption("gdpr:14.5.c", *data), duty="controller-missing", **said)

    assert "gdpr:13.1.a" in unmet or others[0] is not COLLECTED  # what is collected still asks
    assert ("gdpr:14.1.a" in unmet) is found
    assert aside == [] or not found


def test_a_record_is_exempt_for_some_data_only_if_these_are_all() -> None:
    """One category outside, and the record must be kept."""
    some = exemption("gdpr:30.5", "bought")

    assert judged(some, duty="data-subjects-missing", data=[OBTAINED]) == ([], ["gdpr:30.1.c"])
    assert judged(some, duty="data-subjects-missing", data=[OBTAINED, COLLECTED]) == (["gdpr:30.1.c"], [])


def test_what_is_stated_needs_no_exemption() -> None:
    """An exemption beside a statement sets nothing aside."""
    stated = attrs.evolve(COLLECTED, subjects=[term("customers")])

    assert judged(exemption("gdpr:30.5"), duty="data-subjects-missing", data=[stated]) == ([], [])
    assert judged(exemption("gdpr:13.4"), duty="controller-missing", controllers=[Controller(name="X")]) == ([], [])


@pytest.mark.parametrize(("day", "held"), [(date(2018, 12, 31), 0), (date(2019, 1, 1), 1), (date(2019, 1, 2), 1)])
def test_an_exemption_holds_from_its_day(day: date, held: int) -> None:
    """The Data Protection Act exempts from 2019 on: the day before, of and after."""
    register = Register(exemptions=[exemption("tsl:33.1")], data=[OBTAINED])
    report = check(register, on=day, select=["source-missing"])

    assert len(report.set_aside) == held
    assert len(report.findings) == 1 - held
    assert [one.by for one in report.set_aside] == ["exemptions[0]"] * held
