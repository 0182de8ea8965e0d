"""The check act-sets-no-period: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from rekisteri import Provision, Register, RetentionRule, Words, check, report, term
from rekisteri.retention import Last, Limit, Period, Reason, Round, Start
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
ROWS = [row for versions in statutory_periods().values() for row in versions]


def rule(law: str, period: str | None = "P2Y", event: str | None = "relationship-end", **more: object) -> RetentionRule:
    """A rule whose reason is a law."""
    return RetentionRule(
        limit=Limit.MINIMUM,
        period=Period.parse(period) if period else None,
        start=Start(event=term(event)) if event else None,
        reason=Reason(provision=Provision.parse(law)),
        **more,  # type: ignore[arg-type]
    )


def findings(said: RetentionRule, on: date = TODAY, drafted: date | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, variant, citations)."""
    found = check(Register(drafted=drafted, retention=[said]), on=on, select=["act-sets-no-period"])
    return [(one.severity, one.certainty, one.variant, *map(str, one.citations)) for one in found]


@pytest.mark.parametrize(
    "law",
    [
        "gdpr",
        "gdpr:6.1.c",
        "gdpr:5.1",
        "gdpr:7.3",
        "gdpr:17.3.b",
        "gdpr:33.1",
        "gdpr:recital.39",
        "tsl",
        "tsl:6",
        "1050/2018:5",
    ],
)
def test_the_gdpr_and_the_data_protection_act_set_none(law: str) -> None:
    """Whatever place of them is cited."""
    assert findings(rule(law)) == [("should", "certain", None, "gdpr:5.1.e")]


def test_a_period_inside_a_last_day_counts() -> None:
    """Wherever a figure stands."""
    last = Last(earlier=[Last(start=Start(event=term("last-order"))), Last(period=Period(years=2))])
    said = RetentionRule(last=last, reason=Reason(provision=Provision.parse("gdpr")))

    assert len(findings(said)) == 1


@pytest.mark.parametrize(
    "said",
    [
        rule("gdpr:7.3", None, "consent-withdrawn"),
        rule("gdpr:5.1.e", "P0D"),
        rule("gdpr:12.3", "P1M", "request"),
        rule("gdpr:17.1.b", "P30D", "consent-withdrawn"),
        RetentionRule(
            criterion=Words(fi="poistetaan, kun tarve lakkaa"), reason=Reason(provision=Provision.parse("gdpr:5.1.e"))
        ),
        RetentionRule(last=Last(forever=True), reason=Reason(provision=Provision.parse("gdpr:17.3.d"))),
        RetentionRule.minimum("P2Y", after="last-order", reason=Reason(decision=Words(fi="tietosuoja-asetus"))),
        RetentionRule.minimum("P2Y", after="last-order"),
        rule("hetil:34"),
        rule("1233/2031:5"),
    ],
)
def test_near_misses(said: RetentionRule) -> None:
    """No figure; the month of a request; a decision; acts whose periods nobody knows."""
    assert findings(said) == []


@pytest.mark.parametrize(
    ("period", "event", "found"), [("P1M", "request", 0), ("P2M", "request", 1), ("P1M", "last-order", 1)]
)
def test_the_month_of_a_request(period: str, event: str, found: int) -> None:
    """The GDPR's own month is for what people ask."""
    assert len(findings(rule("gdpr:12.3", period, event))) == found


@pytest.mark.parametrize("law", ["gdpr:5.2", "gdpr:7.1", "gdpr:17.3.e", "gdpr:33.5"])
@pytest.mark.parametrize("period", ["P2Y", "P10Y"])
def test_what_data_are_kept_for_is_no_figure(law: str, period: str) -> None:
    """Accountability, the proof of a consent, claims, breaches: why, whatever the period."""
    assert findings(rule(law, period)) == []


@pytest.mark.parametrize(
    ("law", "event", "cites"),
    [
        ("yhdenvl:26.2", "discrimination", ["yhdenvl:26.2"]),
        ("yhdenvl:26.2", "application-received", ["yhdenvl:26.2"]),
        ("tasal:12.2", None, ["tasal:12.2"]),
        ("tyosopl:13/9.2", "due-date", ["tyosopl:13/9", "tyosopl:13/9.2"]),
    ],
)
def test_a_time_for_claims_is_no_duty_to_keep(law: str, event: str | None, cites: list[str]) -> None:
    """At least two years by the Non-Discrimination Act: it demands nothing, from whatever one counts."""
    said = rule(law, "P2Y", event)

    for limit in (Limit.MINIMUM, Limit.EXACT):
        assert findings(attrs.evolve(said, limit=limit)) == [("should", "certain", "claims", *cites)]
    assert findings(attrs.evolve(said, limit=Limit.FOR)) == [("should", "possible", "claims", *cites)]


@pytest.mark.parametrize("limit", [None, Limit.MAXIMUM, Limit.CLAIM])
def test_a_time_for_claims_may_tell_until_when_data_are_kept(limit: Limit | None) -> None:
    """That is what it is for."""
    assert findings(attrs.evolve(rule("yhdenvl:26.2", "P2Y", "discrimination"), limit=limit)) == []


def test_a_time_for_claims_from_another_event_is_a_note() -> None:
    """It may well be the day that the controller knows; another place of the act is as wrong as ever."""
    own = attrs.evolve(rule("vanhl:4", "P3Y", "relationship-end"), limit=Limit.CLAIM)
    elsewhere = attrs.evolve(own, reason=Reason(provision=Provision.parse("vanhl:10")))

    assert findings(own) == [("note", "possible", "event", "vanhl:4")]
    assert findings(attrs.evolve(own, limit=Limit.MAXIMUM)) == [("should", "possible", "event", "vanhl:4")]
    assert [one[:3] for one in findings(elsewhere)] == [("should", "possible", "elsewhere")]


def test_another_place_of_the_act() -> None:
    """The act's periods stand elsewhere, as far as is known."""
    assert findings(rule("perintarekl:5", "P5Y", "collection-end")) == [
        ("should", "possible", "elsewhere", "perintarekl:12")
    ]


def test_another_event() -> None:
    """The act counts from something else: since 2017 value added tax does not count from the financial year."""
    event = ("should", "possible", "event", "avl:209n.2")
    invoices = RetentionRule(
        limit=Limit.MINIMUM,
        period=Period(years=6),
        start=Start(event=term("financial-year-end"), round=[Round.YEAR]),
        reason=Reason(provision=Provision.parse("avl:209n")),
    )

    assert findings(rule("kpl:2/10.2", "P6Y")) == [("should", "possible", "event", "kpl:2/10.2")]
    assert findings(invoices) == [event]
    assert findings(invoices, on=date(2016, 12, 31)) == []


@pytest.mark.parametrize(
    "said",
    [
        rule("kpl", "P6Y", "financial-year-end"),
        rule("kpl:2/10.2", "P6Y", None),
        rule("ykstl:17.3", "P1M", "recorded"),
        rule("tyoaikal:40", "P2Y", "employment-end"),
        rule("vuosilomal:34", "P2Y", "employment-end"),
        rule("ovml:28.1", "P6Y", "tax-period-end"),
        rule("rahanpesul:3/3-5", "P5Y"),
        rule("rahanpesul:chapter.3", "P5Y"),
        rule("tyoaikal:31", "P1Y"),
        rule("vanhl", "P3Y", "due-date"),
        rule("tyosopl:6/7.3", "P5Y", "employment-end"),
        RetentionRule.minimum(
            "P2Y", after=Words(fi="työn päättyminen"), reason=Reason(provision=Provision.parse("tilaajavl:5"))
        ),
    ],
)
def test_what_may_be_meant_is_let_pass(said: RetentionRule) -> None:
    """A whole act, no start, an event by a near name or in own words, a provision on which the length rests, a range."""
    assert findings(said) == []


def test_right_when_drafted() -> None:
    """What the cited place set on the day of drafting; a law of that day that has moved since."""
    moved = rule("ulkl:86a.3", "P4Y", "employment-end")

    def right(drafted: date | None) -> list[object]:
        found = check(Register(drafted=drafted, retention=[moved]), on=TODAY, select=["act-sets-no-period"])
        return [one for (one,) in found.flatten("right_when_drafted")]

    assert [right(day) for day in (None, date(2023, 2, 22), date(2023, 2, 23))] == [[False], [True], [False]]
    assert findings(moved, on=date(2023, 2, 22)) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id}-{row.valid_until}")
def test_no_rule_of_the_tables_is_found(row: StatutoryPeriod) -> None:
    """While its version is in force."""
    assert findings(row.rule(), on=row.valid_until or TODAY) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", ["gdpr:6.1.c", "perintarekl:5", "kpl:2/10.2", "tasal:12.2"])
def test_the_cited_law_is_named(language: str, law: str) -> None:
    """In each of the four messages."""
    (found,) = check(Register(retention=[rule(law)]), on=TODAY, select=["act-sets-no-period"])

    assert found.path == "retention[0].reason.provision"
    assert report.message(found, language).endswith(".")
    assert any(
        number in report.message(found, language)
        for number in ("6.1", "6 art", "6(1)", "411/2018", "1336/1997", "609/1986")
    )
