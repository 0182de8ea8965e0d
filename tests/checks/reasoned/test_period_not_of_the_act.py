"""The check period-not-of-the-act: what fires it, the near misses, and that no row of the tables contradicts itself."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from rekisteri import Provision, Register, RetentionRule, Words, check, report, term
from rekisteri.retention import Last, Limit, MonthDay, Period, Reason, Round, Start
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
ROWS = [row for versions in statutory_periods().values() for row in versions]


def rule(limit: str | None, period: str, event: str, law: str, *rounds: Round, **more: object) -> RetentionRule:
    """A rule whose reason is a law."""
    return RetentionRule(
        limit=Limit(limit) if limit else None,
        period=Period.parse(period),
        start=Start(event=term(event), round=rounds or None),
        reason=Reason(provision=Provision.parse(law)),
        **more,  # type: ignore[arg-type]
    )


def findings(*rules: RetentionRule, on: date = TODAY, drafted: date | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, variant, citation)."""
    register = Register(drafted=drafted, retention=rules)
    found = check(register, on=on, select=["period-not-of-the-act"])
    return [(one.severity, one.certainty, one.variant, *map(str, one.citations)) for one in found]


def vouchers(limit: str | None, period: str, law: str = "kpl:2/10.2", **more: object) -> RetentionRule:
    """A rule about vouchers, counted as the Accounting Act counts."""
    return rule(limit, period, "financial-year-end", law, Round.YEAR, **more)


@pytest.mark.parametrize("limit", [None, "minimum", "maximum", "exact", "for"])
@pytest.mark.parametrize("law", ["kpl:2/10.2", "kpl:2/10"])
def test_shorter_than_the_act(limit: str | None, law: str) -> None:
    """Five years of vouchers "by the Accounting Act": it says six, wherever in the section one looks."""
    assert findings(vouchers(limit, "P5Y", law)) == [("must", "certain", "shorter", "kpl:2/10.2")]


@pytest.mark.parametrize("period", ["P6Y", "P72M", "P7Y", "P10Y", "P6Y1D", "P2192D"])
def test_as_long_as_the_act_or_longer(period: str) -> None:
    """However it is written; longer than a minimum is not wrong, and days that may be as long are let pass."""
    assert findings(vouchers("minimum", period)) == []


@pytest.mark.parametrize("period", ["P71M", "P5Y11M", "P5Y364D", "P2000D"])
def test_a_little_shorter(period: str) -> None:
    """A month, a day, a number of days that no six years have; 5 years and 364 days may be told apart only by the day."""
    assert len(findings(vouchers("minimum", period))) == (period != "P5Y364D")


@pytest.mark.parametrize(
    "said",
    [
        rule("minimum", "P7Y", "financial-year-end", "kpl:2/10.2"),
        rule("minimum", "P6Y1M", "financial-year-end", "kpl:2/10.2"),
        rule("minimum", "P6Y", "financial-year-end", "kpl:2/10.2", Round.FINANCIAL_YEAR),
        rule("minimum", "P5Y", "relationship-end", "kpl:2/10.2", Round.YEAR),
        rule("minimum", "P6Y", "financial-year-end", "kpl:2/10"),
        vouchers("claim", "P5Y"),
        vouchers("minimum", "P5Y", "kpl:3/1"),
        vouchers("minimum", "P5Y", "gdpr:5.1.e"),
        rule("minimum", "P1Y", "employment-end", "tyoaikal:32.1"),
        rule("claim", "P1Y", "due-date", "vanhl:4"),
        rule("for", "P1Y", "due-date", "vanhl:4"),
        rule("minimum", "P7M", "communication", "svpl:157"),
        RetentionRule(period=Period(years=5), start=Start(event=term("financial-year-end"), round=[Round.YEAR])),
        RetentionRule(
            period=Period(years=5),
            start=Start(event=term("financial-year-end"), round=[Round.YEAR]),
            reason=Reason(decision=Words(fi="kirjanpitolaki")),
        ),
        RetentionRule(period=Period(years=6), reason=Reason(provision=Provision.parse("kpl:2/10.2"))),
        RetentionRule(
            period=Period(years=5),
            start=Start(event=term("financial-year-end"), round=[Round.YEAR]),
            round=[Round.YEAR],
            reason=Reason(provision=Provision.parse("kpl:2/10.2")),
        ),
        RetentionRule(last=Last(forever=True), reason=Reason(provision=Provision.parse("kpl:2/10.2"))),
    ],
)
def test_near_misses(said: RetentionRule) -> None:
    """Longer or perhaps as long if rounded otherwise, counted from elsewhere, a time for claims, another place or act, a row that compares events or
    that another figure of the same section meets, no law, the right figure without a start.
    """
    assert findings(said) == []


@pytest.mark.parametrize("rounds", [(), (Round.MONTH,), (Round.YEAR,)])
def test_much_shorter_whatever_is_rounded(rounds: tuple[Round, ...]) -> None:
    """A year of vouchers is too short, from the end of whatever it is counted."""
    assert findings(rule("exact", "P1Y", "financial-year-end", "kpl:2/10.2", *rounds)) == [
        ("must", "certain", "shorter", "kpl:2/10.2")
    ]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (None, [("should", "possible")]),
        (MonthDay(12, 31), []),
        (MonthDay(3, 31), [("must", "certain")]),
    ],
)
def test_the_right_figure_counted_from_the_day_itself(end: MonthDay | None, expected: list[tuple[str, str]]) -> None:
    """Six years from the end of the financial year, not of the calendar year: right only where the two end together."""
    unrounded = rule("minimum", "P6Y", "financial-year-end", "kpl:2/10.2")
    found = check(Register(financial_year_end=end, retention=[unrounded]), on=TODAY, select=["period-not-of-the-act"])

    assert found.flatten("severity", "certainty") == expected
    assert {one.variant for one in found} <= {"rounded"}


def test_a_figure_without_a_start_may_be_wrong() -> None:
    """Five years "by the Accounting Act", and from when is not told: the act has none of five."""
    without = RetentionRule(period=Period(years=5), reason=Reason(provision=Provision.parse("kpl:2/10.2")))

    assert findings(without) == [("should", "possible", "shorter", "kpl:2/10.2")]


def test_longer_than_a_maximum() -> None:
    """Also than an exact period; what is left of the time for the erasure itself is let pass."""
    assert (
        findings(rule("maximum", "P2M", "official-register-removal", "luottotietol:18")) == []
    )  # another row may count so
    assert findings(rule("exact", "P6Y", "employment-end", "turvapall:81")) == [
        ("must", "certain", "longer", "turvapall:81")
    ]
    assert findings(rule("exact", "P6M", "employment-end", "turvapall:81")) == [
        ("must", "certain", "shorter", "turvapall:81")
    ]
    assert findings(rule("maximum", "P5Y", "basis-end", "ykstl:5.4")) == [("must", "certain", "longer", "ykstl:5.4")]

    def reports(period: str) -> list[tuple[object, ...]]:
        return findings(rule("maximum", period, "document-drafted", "turvapall:8", Round.YEAR))

    assert reports("P2Y1M") == []
    assert reports("P2Y2M") == [("must", "certain", "longer", "turvapall:8")]


def test_a_shorter_time_than_a_maximum_is_right() -> None:
    """A month of recordings, where the act lets them be kept for a year at most."""
    assert findings(rule("maximum", "P1M", "recording-end", "ykstl:17.3")) == []


def test_the_act_itself_may_let_data_be_kept_longer() -> None:
    """For an investigation or a trial: only possible, and let pass where the rule has a condition of its own."""
    longer = rule("maximum", "P2Y", "recording-end", "ykstl:17.3")

    assert findings(longer) == [("should", "possible", "longer-unless", "ykstl:17.3")]
    assert findings(rule("maximum", "P2Y", "recording-end", "ykstl:17.3", only_if=[term("crime-suspected")])) == []


@pytest.mark.parametrize("event", ["guest-form-signed", "registered"])
def test_a_period_that_is_not_for_all_uses_of_the_data(event: str) -> None:
    """Guests' data that serve customer service or direct marketing are kept by the GDPR: only possible."""
    found = [findings(rule("maximum", period, event, "majravl:8.3")) for period in ("P2Y", "P1Y", "P6M")]
    advertised = rule("maximum", "P2Y", event, "majravl:8.3", only_if=[Words(fi="asiakas saa mainontaa")])

    assert found[0] == [("should", "possible", "longer-use", "majravl:8.3")]
    assert found[1] == []
    assert found[2] == [("should", "possible", "shorter-use", "majravl:8.3")]
    assert findings(advertised) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("period", ["P2Y", "P6M"])
def test_the_uses_are_told(language: str, period: str) -> None:
    """As the table tells whom and what the period concerns."""
    guests = rule("maximum", period, "registered", "majravl:8.3")
    (found,) = check(Register(retention=[guests]), on=TODAY, select=["period-not-of-the-act"])
    (condition,) = {one.condition for one in ROWS if one.is_of_some_uses}

    assert condition is not None
    assert str(condition.own(language)) in report.message(found, language)


def test_past_the_time_for_which_an_act_demands_the_data() -> None:
    """Five years without "at least": a longer time needs another ground; not where the register tells a minimum or a condition."""
    past = [("should", "possible", "past", "rahanpesul:3/3.1")]
    for limit in ("maximum", "exact", "for", None):
        assert findings(rule(limit, "P10Y", "relationship-end", "rahanpesul:3/3.1")) == past
        assert findings(rule(limit, "P5Y1D", "relationship-end", "rahanpesul:3/3.1")) == past
        assert findings(rule(limit, "P5Y", "relationship-end", "rahanpesul:3/3.1")) == []
        assert findings(rule(limit, "P5Y", "relationship-end", "rahanpesul:3/3.1", Round.YEAR)) == []
        assert findings(rule(limit, "P4Y", "relationship-end", "rahanpesul:3/3.1")) == [
            ("must", "certain", "shorter", "rahanpesul:3/3.1")
        ]
    disputed = rule("maximum", "P10Y", "relationship-end", "rahanpesul:3/3.1", only_if=[term("dispute")])

    assert findings(rule("minimum", "P10Y", "relationship-end", "rahanpesul:3/3.1")) == []
    assert findings(disputed) == []
    assert findings(rule("maximum", "P10Y", "collection-end", "perintarekl:12")) == []
    assert findings(attrs.evolve(disputed, only_if=None, start=None)) == []


def test_past_the_time_of_today_alone() -> None:
    """Four years of foreign employees' data were right until 22 February 2023."""
    register = Register(drafted=date(2023, 2, 1), retention=[rule("for", "P4Y", "employment-end", "ulkl")])
    found = check(register, on=TODAY, select=["period-not-of-the-act"])
    later = check(attrs.evolve(register, drafted=date(2023, 3, 1)), on=TODAY, select=["period-not-of-the-act"])

    assert found.flatten("variant", "right_when_drafted") == [("past", True)]
    assert later.flatten("variant", "right_when_drafted") == [("past", False)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_ground_is_asked_for(language: str) -> None:
    """Nothing is said of a maximum."""
    long = rule("maximum", "P10Y", "relationship-end", "rahanpesul:3/3.1")
    (found,) = check(Register(retention=[long]), on=TODAY, select=["period-not-of-the-act"])

    assert {"fi": "muu peruste", "sv": "en annan grund", "en": "another ground"}[language] in report.message(
        found, language
    )


def test_alike_events() -> None:
    """From the recording, where the act counts from its end: compared, but only possible."""
    assert findings(rule("maximum", "P2Y", "recorded", "ykstl:17.3")) == [
        ("should", "possible", "longer-unless", "ykstl:17.3")
    ]
    assert findings(rule("maximum", "P1M", "recorded", "ykstl:17.3")) == []
    assert findings(rule("for", "P1Y", "recording-end", "svpl:145")) == [("should", "possible", "shorter", "svpl:145")]
    assert findings(rule("for", "P1Y", "recorded", "svpl:145")) == [("must", "certain", "shorter", "svpl:145")]
    assert findings(rule("for", "P1Y", "communication", "svpl:145")) == []


@pytest.mark.parametrize(
    ("period", "event", "expected"),
    [
        ("P5Y", "log-event", ["shorter"]),
        ("P12Y", "log-event", []),
        ("P13Y", "log-event", ["longer"]),
        ("P10Y", "message", ["longer"]),
        ("P3Y", "message", []),
        ("P2Y", "message", ["shorter"]),
        ("P5Y", "collection-end", []),
    ],
)
def test_one_row_of_an_annex_that_counts_from_the_event(period: str, event: str, expected: list[str]) -> None:
    """Log data 12 years, messages 3: the other rows of the annex count from elsewhere, or do not tell from when."""
    assert findings(rule("exact", period, event, "asiakastietol:annex")) == [
        ("must", "certain", variant, "asiakastietol:annex") for variant in expected
    ]


def test_what_the_table_is_not_sure_of_is_only_possible() -> None:
    """Of three periods of one section, the nearest is told."""
    found = check(
        Register(retention=[rule("minimum", "P3M", "communication", "svpl:157")]),
        on=TODAY,
        select=["period-not-of-the-act"],
    )

    assert found.flatten("severity", "certainty", "variant") == [("should", "possible", "shorter")]
    assert [one.params["lawful"] for one in found] == [Period(months=6)]


def test_figures_on_both_sides_tell_nothing() -> None:
    """Four years of documents: longer than one of the annex's periods from the drafting, and shorter than the others."""
    assert findings(rule("exact", "P4Y", "document-drafted", "asiakastietol:annex")) == []
    assert findings(rule("exact", "P20Y", "document-drafted", "asiakastietol:annex")) != []


def test_by_law_is_a_reason_too() -> None:
    """And so is the one simple last day; an own wording beside the event's term changes nothing."""
    start = Start(event=term("financial-year-end", fi="tilikauden loppu"), round=[Round.YEAR])
    named = [Provision.parse("gdpr:6"), Provision.parse("kpl")]
    told = RetentionRule(by_law=named, last=Last(start=start, period=Period(years=3)))
    (found,) = check(Register(retention=[told]), on=TODAY, select=["period-not-of-the-act"])

    assert (found.path, found.variant) == ("retention[0].last", "shorter")


def test_the_law_of_the_day() -> None:
    """Four years of foreign employees' data until 22 February 2023, two since."""
    three = rule("for", "P3Y", "employment-end", "ulkl")
    two = rule("for", "P2Y", "employment-end", "ulkl")

    assert findings(three, on=date(2023, 2, 22)) == [("must", "certain", "shorter", "ulkl:86a.3")]
    assert findings(three, on=date(2023, 2, 23)) == [("should", "possible", "past", "ulkl:82")]
    assert findings(two, on=date(2023, 2, 23)) == []


def test_right_when_drafted() -> None:
    """By the law of the day from which the document's words date."""
    register = Register(drafted=date(2023, 3, 1), retention=[rule("for", "P3Y", "employment-end", "ulkl")])
    found = check(register, on=date(2023, 2, 1), select=["period-not-of-the-act"])
    undated = check(Register(retention=register.retention), on=date(2023, 2, 1), select=["period-not-of-the-act"])

    assert found.flatten("severity", "right_when_drafted") == [("must", True)]
    assert undated.flatten("severity", "right_when_drafted") == [("must", False)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id}-{row.valid_until}")
def test_no_rule_of_the_tables_is_found(row: StatutoryPeriod) -> None:
    """On each version's first and last day, today, and whatever limit the notice's words tell."""
    made = row.rule()
    days = {TODAY, row.valid_from or TODAY, row.valid_until or TODAY, (row.valid_from or TODAY) + timedelta(days=1)}

    assert [findings(made, on=on) for on in days] == [[]] * len(days)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti, jossa säädetty aika on pidempi: 6 vuotta."),
        ("sv", "2 kap. 10 § 2 mom. i bokföringslagen (1336/1997), där den föreskrivna tiden är längre: 6 år."),
        ("en", "chapter 2, section 10(2) of the Accounting Act (1336/1997)) is longer: 6 years."),
    ],
)
def test_both_figures_are_told(language: str, words: str) -> None:
    """The register's and the act's, and where the act sets it."""
    (found,) = check(Register(retention=[vouchers(None, "P5Y")]), on=TODAY, select=["period-not-of-the-act"])

    assert report.message(found, language).endswith(words)
    assert found.path == "retention[0].period"


def test_a_figure_at_the_edge_of_what_a_period_holds() -> None:
    """However far rounding moves it, it is judged and not refused."""
    longest = RetentionRule(
        limit=Limit.MAXIMUM,
        period=Period(months=99999),
        start=Start(event=term("financial-year-end"), round=[Round.FINANCIAL_YEAR]),
        reason=Reason(provision=Provision.parse("kpl:2/10.2")),
    )

    assert findings(longest) == []
