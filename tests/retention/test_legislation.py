from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from rekisteri import Register, render
from rekisteri.errors import InvalidValue, UnknownName
from rekisteri.law import act
from rekisteri.law.timeline import in_force
from rekisteri.retention import Last, Limit, Period, Reason, RetentionRule, Round, Start
from rekisteri.retention.legislation import NoPeriod, StatutoryPeriod, no_periods, statutory, statutory_periods
from rekisteri.tables import read_tables
from rekisteri.vocabulary import lookup, term
from rekisteri.words import LANGUAGES, Words

LAST_READ = date(2026, 11, 22)  # the day on which the tables were last compared with their sources
ONE_DAY = timedelta(days=1)

# id, provision, limit, how long and from when, first day, last day: typed from the law, not from the tables
FIGURES = [
    ("kpl-books", "kpl:2/10.1", "minimum", "P10Y financial-year-end", "1997-12-31", "2015-12-31"),
    ("kpl-books", "kpl:2/10.1", "minimum", "P10Y financial-year-end", "2016-01-01", None),
    ("kpl-balance-specifications", "kpl:3/13.2", "minimum", "P10Y financial-year-end", None, None),
    ("kpl-vouchers", "kpl:2/10.2", "minimum", "P6Y financial-year-end/year", "1997-12-31", "2015-12-31"),
    ("kpl-vouchers", "kpl:2/10.2", "minimum", "P6Y financial-year-end/year", "2016-01-01", None),
    ("kpl-sustainability", "kpl:7/29", "minimum", "P6Y financial-year-end", None, None),
    ("avl-invoices", "avl:209n", "minimum", "P6Y financial-year-end/year", "2013-01-01", "2016-12-31"),
    ("avl-invoices", "avl:209n.2", "minimum", "P6Y tax-period-end/year", "2017-01-01", None),
    (
        "avl-invoices-monthly",
        "avl:209n.2",
        "minimum",
        "P6Y tax-period-end/year-of-financial-year-end",
        "2017-01-01",
        None,
    ),
    ("avl-vouchers", "avl:209p", "minimum", "P6Y tax-period-end/year", "2017-01-01", None),
    (
        "avl-vouchers-monthly",
        "avl:209p",
        "minimum",
        "P6Y tax-period-end/year-of-financial-year-end",
        "2017-01-01",
        None,
    ),
    ("avl-real-estate", "avl:209q", "for", "P13Y adjustment-period-start/year", "2013-01-01", None),
    ("avl-oss", "avl:134e.3", "for", "P10Y transaction-carried-out/year", "2015-01-01", None),
    ("avl-marketplace", "avl:209u.3", "for", "P10Y transaction-carried-out/year", "2021-07-01", None),
    ("ovml-payroll", "ovml:28.3", "minimum", "P10Y financial-year-end", "2017-01-01", None),
    ("ovml-notes", "ovml:28.1-2", "minimum", "P6Y tax-period-end/year", "2017-01-01", None),
    (
        "ovml-notes-monthly",
        "ovml:28.1-2",
        "minimum",
        "P6Y tax-period-end/year-of-financial-year-end",
        "2017-01-01",
        None,
    ),
    ("alustal-records", "alustal:16", "minimum", "P6Y reporting-period-end", "2023-01-01", None),
    ("cesopl-payments", "cesopl:3", "for", "P3Y payment/year", "2024-01-01", None),
    ("tilintl-clients", "tilintl:4/9", "for", "P10Y assignment-end", "2023-12-31", None),
    (
        "tyoaikal-records",
        "tyoaikal:32.1",
        "minimum",
        "first known: P2Y employment-end; P2Y compensation-right/year",
        "2020-01-01",
        None,
    ),
    (
        "tyoaikal-rosters",
        "tyoaikal:30",
        "minimum",
        "first known: P2Y employment-end; P2Y compensation-right/year",
        "2020-01-01",
        None,
    ),
    ("tyoaikal-log-books", "tyoaikal:31", "for", "P1Y", "2020-01-01", None),
    (
        "vuosilomal-records",
        "vuosilomal:29.4",
        "minimum",
        "first known: P2Y employment-end; P2Y holiday-due/year",
        "2005-04-01",
        None,
    ),
    ("tyosopl-certificate", "tyosopl:6/7.3", "for", "P10Y employment-end", "2001-06-01", None),
    ("tyosopl-assessment", "tyosopl:6/7.3", "claim", "P5Y employment-end", "2001-06-01", None),
    ("tyosopl-wages", "tyosopl:13/9", "claim", "earlier: P5Y due-date; P2Y employment-end", "2004-01-01", None),
    ("tyosopl-injury", "tyosopl:13/9.2", "claim", "P10Y due-date", "2004-01-01", None),
    ("ykstl-health", "ykstl:5.4", "maximum", "P0D basis-end", "2019-04-01", None),
    ("ykstl-camera", "ykstl:17.3", "maximum", "P1Y recording-end", "2004-10-01", None),
    ("tyoturvl-site-list", "tyoturvl:52b.3", "for", "P6Y site-completed/year", "2014-07-01", None),
    ("tyoturvl-shipyard-list", "tyoturvl:52c.4", "for", "P6Y worked/year", "2022-07-01", None),
    ("tyoturvl-biological-agents", "tyoturvl:40a.1", "minimum", "P10Y exposure-end", "2018-01-01", None),
    ("tyoturvl-biological-agents-long", "tyoturvl:40a.2", "for", "P40Y exposure-end", "2018-01-01", None),
    ("asal-register", "asal:7.1", "for", "P80Y last-entry", "2024-04-01", None),
    ("asal-reprotoxic", "asal:7.2", "for", "P5Y last-entry", "2024-04-01", None),
    ("ulkl-employees", "ulkl:86a.3", "for", "P4Y employment-end", "2014-01-01", "2023-02-22"),
    ("ulkl-employees", "ulkl:82", "for", "P2Y employment-end", "2023-02-23", None),
    ("tilaajavl-reports", "tilaajavl:5", "minimum", "P2Y work-end", "2015-09-01", None),
    ("lahetettytl-workers", "lahetettytl:10b", "for", "P2Y posting-end", "2024-05-01", None),
    ("lahetettytl-pay", "lahetettytl:15", "for", "P2Y work-end", "2016-06-18", None),
    ("yhdenvl-recruitment", "yhdenvl:26.2", "claim", "P1Y selection-known", "2015-01-01", None),
    ("yhdenvl-other", "yhdenvl:26.2", "claim", "P2Y discrimination", "2015-01-01", None),
    ("tasal-recruitment", "tasal:12.2", "claim", "P1Y discrimination", "2009-01-01", None),
    ("tasal-other", "tasal:12.2", "claim", "P2Y discrimination", "2009-01-01", None),
    ("rl-work-discrimination", "rl:8/1.2.4", "claim", "P2Y offence", None, None),
    ("rahanpesul-due-diligence", "rahanpesul:3/3.1", "for", "P5Y relationship-end", "2018-06-05", None),
    (
        "rahanpesul-due-diligence-occasional",
        "rahanpesul:3/3.1",
        "for",
        "P5Y transaction-carried-out",
        "2018-06-05",
        None,
    ),
    ("rahanpesul-suspicion", "rahanpesul:4/3", "exact", "P5Y relationship-end", "2017-07-03", None),
    ("rahanpesul-suspicion-occasional", "rahanpesul:4/3", "exact", "P5Y transaction-carried-out", "2017-07-03", None),
    ("rahanpesul-internal-reports", "rahanpesul:7/8", "exact", "P5Y report-received", "2017-07-03", None),
    ("tunnistusl-events", "tunnistusl:24", "for", "P5Y identification", "2016-07-01", None),
    ("tunnistusl-customers", "tunnistusl:24", "for", "P5Y relationship-end", "2016-07-01", None),
    ("tunnistusl-issuers", "tunnistusl:24", "for", "P5Y validity-end", "2016-07-01", None),
    (
        "luottotietol-default",
        "luottotietol:18",
        "maximum",
        "earlier: P2Y registered; P1M payment-known",
        "2022-12-01",
        None,
    ),
    (
        "luottotietol-default-authority",
        "luottotietol:18",
        "maximum",
        "earlier: P3Y registered; P1M payment-known",
        "2022-12-01",
        None,
    ),
    (
        "luottotietol-bankruptcy",
        "luottotietol:18",
        "maximum",
        "earlier: P1M official-register-removal; P5Y bankruptcy-start",
        "2022-12-01",
        None,
    ),
    ("luottotietol-debt-adjustment", "luottotietol:18", "maximum", "P1M official-register-removal", "2022-12-01", None),
    ("luotonantajal-lending", "luotonantajal:16", "minimum", "P5Y fully-due", "2023-07-01", None),
    ("perintarekl-documents", "perintarekl:12", "minimum", "P5Y collection-end", "2019-01-01", None),
    ("vanhl-general", "vanhl:4", "claim", "P3Y due-date", "2004-01-01", None),
    ("vanhl-damages", "vanhl:7", "claim", "earlier: P3Y damage-known; P10Y breach", "2004-01-01", None),
    ("vanhl-open-ended", "vanhl:8.1", "claim", "P10Y debt-origin", "2004-01-01", None),
    ("vanhl-open-ended-due", "vanhl:8.2", "claim", "P3Y due-date", "2004-01-01", None),
    ("vanhl-final", "vanhl:13a.1", "claim", "P20Y due-date", "2015-01-01", None),
    ("vanhl-final-natural-creditor", "vanhl:13a.1", "claim", "P25Y due-date", "2015-01-01", None),
    (
        "tuotevl-claims",
        "tuotevl:9",
        "claim",
        "earlier: P3Y damage-known; P10Y put-into-circulation",
        "1991-09-01",
        None,
    ),
    ("ksl-identity", "ksl:6/12c", "for", "P5Y fully-due", "2023-10-01", None),
    ("ilmoittajasl-reports", "ilmoittajasl:29", "maximum", "P5Y report-received", "2023-01-01", None),
    ("svpl-log", "svpl:145", "for", "P2Y recorded", None, None),
    ("svpl-billing", "svpl:139.3", "minimum", "later: P3M due-date; P3M recorded", "2015-01-01", None),
    ("svpl-billing-longest", "svpl:139.3", "maximum", "P0D claim-barred", "2015-01-01", None),
    ("svpl-authority-mobile", "svpl:157", "minimum", "P12M communication", None, None),
    ("svpl-authority-internet", "svpl:157", "minimum", "P9M communication", None, None),
    ("svpl-authority-voip", "svpl:157", "minimum", "P6M communication", None, None),
    ("majravl-guest-forms", "majravl:8.3", "exact", "P1Y guest-form-signed", "2019-01-01", None),
    ("majravl-guest-register", "majravl:8.3", "exact", "P1Y registered", "2019-01-01", None),
    ("valitysl-assignments", "valitysl:10", "for", "P5Y assignment-end", "2001-03-01", None),
    (
        "turvapall-guard-reports",
        "turvapall:8",
        "exact",
        "P2Y document-drafted/year, done within P1M",
        "2017-01-01",
        None,
    ),
    (
        "turvapall-steward-reports",
        "turvapall:33",
        "exact",
        "P2Y document-drafted/year, done within P1M",
        "2017-01-01",
        None,
    ),
    ("turvapall-assignments", "turvapall:73", "for", "P6Y assignment-end", "2017-01-01", None),
    ("turvapall-staff", "turvapall:81", "exact", "P5Y employment-end", "2017-01-01", None),
    ("turvapall-shifts", "turvapall:81", "exact", "P2Y document-drafted/year", "2017-01-01", None),
    ("elainlaakl-patients", "elainlaakl:15", "minimum", "P3Y last-entry", None, None),
    ("jatel-transfers", "jatel:121a", "for", "P3Y transfer-end", None, None),
    ("vakl-training", "vakl:90", "for", "P3Y last-training", "2023-09-01", None),
    ("vakl-documents", "vakl:11", "minimum", "P3M dispatch", "2023-09-01", None),
    ("okl-resignations", "okl:14/5", "for", "P3Y", "2014-01-01", None),
    ("liikvakl-injuries", "liikvakl:85.1.1", "minimum", "P100Y case-opened", "2017-01-01", None),
    ("liikvakl-policies", "liikvakl:85.1.1", "minimum", "P100Y document-received", "2017-01-01", None),
    ("liikvakl-appeals", "liikvakl:85.1.2", "minimum", "P50Y case-opened", "2017-01-01", None),
    ("liikvakl-other-cases", "liikvakl:85.1.3", "minimum", "P10Y case-opened", "2017-01-01", None),
    ("liikvakl-other-policies", "liikvakl:85.1.3", "minimum", "P10Y document-received", "2017-01-01", None),
]

CARE = [  # the annex of 703/2023: id, how long and from when
    ("patient", "first known: P12Y death; P120Y birth"),
    ("patient-minor", "P120Y birth"),
    ("dental-x-rays", "first known: P12Y death; P120Y birth"),
    ("imaging", "earlier: P20Y imaging; P12Y death"),
    ("pictures", "P12Y material-produced"),
    ("prescriptions", "P12Y validity-end"),
    ("medication", "P12Y treatment-end"),
    ("patients-own", "P12Y document-received"),
    ("appointments", "P12Y document-drafted"),
    ("no-shows", "P1Y document-drafted"),
    ("day-books", "P1Y last-visit"),
    ("living-wills", "first known: P12Y death; P120Y birth"),
    ("living-wills-earlier", "P12Y"),
    ("correspondence", "P3Y message"),
    ("certificates", "P5Y document-drafted"),
    ("logs", "P12Y log-event"),
    ("consents", "P12Y death"),
    ("consents-earlier", "P12Y new-version"),
    ("social-client", "P2Y death"),
    ("social-families", "P30Y case-closed"),
    ("social-adults", "P10Y case-closed"),
    ("social-disability", "P10Y case-closed"),
    ("social-child-welfare", "P2Y death"),
    ("family-law-child", "P120Y birth"),
    ("family-law-other", "P10Y case-closed"),
    ("social-vouchers", "P3Y"),
    ("fee-decisions", "P12Y validity-end"),
]

ALL_FIGURES = [
    *FIGURES,
    ("asiakastietol-genetics", "asiakastietol:annex", "minimum", "for ever", "2024-01-01", None),
    *((f"asiakastietol-{id}", "asiakastietol:annex", "exact", how, "2024-01-01", None) for id, how in CARE),
]

KEPT_LONGER = {
    "ilmoittajasl-reports": ("legal-obligation", "legal-claim"),
    "ksl-identity": ("dispute",),
    "luotonantajal-lending": ("dispute",),
    "rahanpesul-internal-reports": ("investigation", "trial", "legal-claim"),
    "rahanpesul-suspicion": ("investigation", "trial", "legal-claim"),
    "rahanpesul-suspicion-occasional": ("investigation", "trial", "legal-claim"),
    "svpl-billing": ("dispute",),
    "svpl-billing-longest": ("dispute",),
    "yhdenvl-other": ("pending-case",),
    "yhdenvl-recruitment": ("pending-case",),
    "ykstl-camera": ("investigation", "legal-claim", "special-reason"),
}

WITHOUT_LAW = {
    "association-members",
    "camera-outside-work",
    "customers",
    "former-shareholders",
    "housing-company-notices",
    "job-applications",
    "loyalty-scheme",
    "newsletter",
    "rental-customers",
    "web-shop-accounts",
}

ROWS = [version for versions in statutory_periods().values() for version in versions]
FIRST_DAYS = [row for row in ROWS if row.valid_from]
LAST_DAYS = [row for row in ROWS if row.valid_until]


def name(row: StatutoryPeriod) -> str:
    """A row in the list of tests."""
    return f"{row.id} from {row.valid_from}"


every_row = pytest.mark.parametrize("row", ROWS, ids=name)
every_silence = pytest.mark.parametrize("row", no_periods().values(), ids=lambda row: row.id)


def counted(last: Last) -> str:
    """One period as this file writes it: ``P6Y financial-year-end/year``."""
    start = "/".join([str(last.start.event.term), *(last.start.round or ())]) if last.start else ""
    end = "".join(f", then to the end of the {word}" for word in last.round or ())
    return f"{last.period or ''} {start}{end}".strip()


def how(row: StatutoryPeriod) -> str:
    """The whole period of a row as this file writes it."""
    last = row.last or Last(period=row.period, start=row.start, round=row.round)
    several = {"later": last.later, "earlier": last.earlier, "first known": last.first_known}
    told = [f"{way}: {'; '.join(counted(one) for one in lasts)}" for way, lasts in several.items() if lasts]
    told += ["for ever"] if last.forever else []
    return " and ".join(told or [counted(last)]) + (f", done within {row.within}" if row.within else "")


def events(row: StatutoryPeriod) -> list[Words]:
    """The events of a row."""
    last = row.last or Last(period=row.period, start=row.start)
    lasts = [last, *(last.later or ()), *(last.earlier or ()), *(last.first_known or ())]
    return [one.start.event for one in lasts if one.start]


class TestLaw:
    """The periods, one by one."""

    def test_the_figures_are_those_of_the_law(self) -> None:
        """Each row cites, demands and counts as was read; a new row is a new line here too."""
        actual = [
            (
                row.id,
                str(row.provision),
                row.limit.value,
                how(row),
                row.valid_from and row.valid_from.isoformat(),
                row.valid_until and row.valid_until.isoformat(),
            )
            for row in ROWS
        ]

        assert sorted(ALL_FIGURES, key=str) == sorted(actual, key=str)

    def test_what_may_be_kept_longer_is_said_by_the_act(self) -> None:
        """Only these acts let data be kept beyond the period, and only for this."""
        assert {row.id: row.holds for row in ROWS if row.holds} == KEPT_LONGER

    def test_periods_that_are_not_for_all_uses_are_marked(self) -> None:
        """Each says so in its condition."""
        marked = [row for row in ROWS if row.is_of_some_uses]

        assert [row.id for row in marked] == ["majravl-guest-forms", "majravl-guest-register"]
        assert all(row.condition for row in marked)

    def test_periods_that_compare_events_are_marked(self) -> None:
        """Working time and annual holiday depend on whether employment ended first."""
        expected = {"tyoaikal-records", "tyoaikal-rosters", "vuosilomal-records"}

        assert expected == {row.id for row in ROWS if row.compares_events}

    def test_for_this_no_law_sets_a_period(self) -> None:
        """That no law says how long is an answer too."""
        assert set(no_periods()) == WITHOUT_LAW

    @pytest.mark.parametrize("row", FIRST_DAYS, ids=name)
    def test_a_version_holds_from_its_first_day(self, row: StatutoryPeriod) -> None:
        """The day before it is not the law; on its first day and the day after, it is."""
        assert row.valid_from is not None

        expected = [False, True, True]

        assert expected == [in_force(row, row.valid_from + days * ONE_DAY) for days in (-1, 0, 1)]

    @pytest.mark.parametrize("row", LAST_DAYS, ids=name)
    def test_a_version_holds_through_its_last_day(self, row: StatutoryPeriod) -> None:
        """The day before and on its last day it is the law; the day after, it is not."""
        assert row.valid_until is not None

        expected = [True, True, False]

        assert expected == [in_force(row, row.valid_until + days * ONE_DAY) for days in (-1, 0, 1)]


class TestTable:
    """The tables are whole."""

    @every_row
    def test_an_id_begins_with_its_act_and_stands_in_its_file(self, row: StatutoryPeriod) -> None:
        """One file an act, named by the act's key."""
        tables = read_tables("rekisteri.retention", "tables")

        assert row.id.startswith(f"{row.provision.act}-")
        assert row.id in {one["id"] for one in tables[row.provision.act]["period"]}
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)

    @every_row
    def test_the_cited_act_is_known_and_was_in_force(self, row: StatutoryPeriod) -> None:
        """No period is older than its act, or outlives it."""
        cited = act(row.provision.act)

        assert cited is not None
        assert (cited.valid_from or date.min) <= (row.valid_from or date.max)
        assert cited.valid_until is None or (row.valid_until or date.max) <= cited.valid_until

    @every_row
    def test_the_events_are_terms(self, row: StatutoryPeriod) -> None:
        """A period counts from events that the vocabulary knows, so that it can be said in each language."""
        found = [lookup(event.term or "") for event in events(row)]

        assert all(entry is not None and "event" in entry.kinds for entry in found)

    @every_row
    def test_the_words_are_there_in_each_language(self, row: StatutoryPeriod) -> None:
        """What it covers and whom it concerns are phrases without a full stop, in each language its own."""
        for words in (row.what, row.condition or row.what):
            texts = [words.own(language) or "" for language in LANGUAGES]

            assert all(re.fullmatch(r"\S(.*[^\s.,;:])?", text) for text in texts)
            assert len(set(texts)) == len(LANGUAGES)

    @every_row
    def test_a_row_makes_a_rule(self, row: StatutoryPeriod) -> None:
        """A rule says a period, and is built without an error."""
        rule = row.rule()

        assert rule.period or rule.last

    @every_row
    def test_no_sum_is_rounded(self, row: StatutoryPeriod) -> None:
        """These laws round the start, if anything, and never the sum."""
        assert row.round is None

    def test_versions_follow_each_other(self) -> None:
        """Versions of one period stand in the order of time, without a gap and without an overlap."""
        for versions in statutory_periods().values():
            for earlier, later in pairwise(versions):
                assert earlier.valid_until is not None
                assert later.valid_from == earlier.valid_until + ONE_DAY

    @pytest.mark.parametrize(
        "row", [*ROWS, *no_periods().values()], ids=lambda row: f"{row.id} {getattr(row, 'valid_from', '')}"
    )
    def test_the_facts_were_read_somewhere_and_checked(self, row: StatutoryPeriod | NoPeriod) -> None:
        """Each row names its source, the day on which it was compared with it, how far amendments were read, how sure it is."""
        assert row.source
        assert date(2026, 1, 1) <= row.checked_on <= LAST_READ
        assert re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", row.checked_to)
        assert row.checked_to <= f"{row.checked_on:%Y-%m}"
        assert row.confidence in {"high", "medium", "low"}

    @every_row
    def test_a_period_without_a_start_says_why(self, row: StatutoryPeriod) -> None:
        """What the law leaves open, or what has not been read, is told to maintainers."""
        if row.period and not row.start:
            assert row.note

    @every_silence
    def test_a_silence_is_said_in_each_language(self, row: NoPeriod) -> None:
        """What the data are, and what the law says instead."""
        for words in (row.what, row.why):
            assert len({words.own(language) for language in LANGUAGES} - {None}) == len(LANGUAGES)

    def test_no_id_means_two_things(self) -> None:
        """Where no law sets a period, no table has one."""
        assert not no_periods().keys() & statutory_periods().keys()

    def test_rows_can_stand_in_sets(self) -> None:
        """Rows are values: frozen and hashable."""
        expected = len(ROWS)

        assert expected == len(set(ROWS))


class TestStatutory:
    """A rule ready to use."""

    def test_a_rule_has_the_provision_as_its_reason(self) -> None:
        """Everything of the row that a rule can say stands in the rule."""
        expected = RetentionRule(
            id="kpl-vouchers",
            limit=Limit.MINIMUM,
            period=Period(years=6),
            start=Start(event=term("financial-year-end"), round=[Round.YEAR]),
            reason=Reason(provision=statutory_periods()["kpl-vouchers"][1].provision),
        )

        assert expected == statutory("kpl-vouchers", on=LAST_READ)

    def test_a_rule_takes_a_scope(self) -> None:
        """What the rule covers in the register is for the caller to say."""
        rule = statutory(
            "kpl-vouchers",
            on=LAST_READ,
            data=["invoices"],
            purposes=["books"],
            subjects=[term("customers")],
            only_if=[term("invoicing")],
            unless=[term("dispute")],
        )

        assert (rule.data, rule.purposes) == (("invoices",), ("books",))
        assert (rule.subjects, rule.only_if) == ((term("customers"),), (term("invoicing"),))
        assert rule.unless == (term("dispute"),)

    def test_a_last_day_and_the_time_for_erasing_are_kept(self) -> None:
        """What one period cannot tell stands in ``last``; how long the erasing may take in ``within``."""
        bills = statutory("svpl-billing", on=LAST_READ)
        reports = statutory("turvapall-guard-reports", on=LAST_READ)
        quarter = Period(months=3)

        expected = Last(
            later=[
                Last(start=Start(event=term("due-date")), period=quarter),
                Last(start=Start(event=term("recorded")), period=quarter),
            ]
        )

        assert (expected, None) == (bills.last, bills.period)
        assert reports.within == Period(months=1)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2014, 1, 1), 4),
            (date(2023, 2, 22), 4),
            (date(2023, 2, 23), 2),
            (date(2023, 2, 24), 2),
        ],
    )
    def test_the_version_of_the_day_is_taken(self, day: date, expected: int) -> None:
        """Data on foreign employees: four years until 2023-02-22, two years since."""
        rule = statutory("ulkl-employees", on=day)

        assert rule.period == Period(years=expected)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_period_can_be_printed(self, language: str) -> None:
        """A notice says each of them, in any language."""
        rules = [statutory(id, on=LAST_READ) for id in statutory_periods()]
        printed = render(Register(name="Rekisteri", language="fi", retention=rules), language=language).plain()

        assert len(rules) <= printed.count("\n")

    def test_a_period_of_unknown_age_holds_on_any_day(self) -> None:
        """Where the first day has not been read, the table does not claim that there was a day before it."""
        assert statutory("rl-work-discrimination", on=date(1999, 1, 1)).period == Period(years=2)

    @pytest.mark.parametrize(
        ("id", "day", "expected"),
        [
            (
                "ksl-identity",
                date(2023, 9, 30),
                "statutory: found “ksl-identity” on 2023-09-30, when it was not in force, expected a day from 2023-10-01",
            ),
            (
                "ulkl-employees",
                date(2013, 12, 31),
                "statutory: found “ulkl-employees” on 2013-12-31, when it was not in force, "
                "expected a day from 2014-01-01 to 2023-02-22 or from 2023-02-23",
            ),
            (
                "customers",
                LAST_READ,
                "statutory: found “customers”, for which no law sets a period, expected the controller’s own decision",
            ),
        ],
    )
    def test_what_is_no_law_on_that_day_is_refused(self, id: str, day: date, expected: str) -> None:
        """The message says since when it is the law, or that it is for the controller to decide."""
        with pytest.raises(InvalidValue) as caught:
            statutory(id, on=day)

        assert expected == str(caught.value)
        assert not isinstance(caught.value, UnknownName)

    @pytest.mark.parametrize(
        ("id", "expected"),
        [
            (
                "kpl-voucher",
                "statutory: found the unknown period “kpl-voucher”, expected a statutory period (did you mean “kpl-vouchers”?)",
            ),
            (
                "custommers",
                "statutory: found the unknown period “custommers”, expected a statutory period (did you mean “customers”?)",
            ),
            ("", "statutory: found the unknown period “”, expected a statutory period"),
        ],
    )
    def test_an_unknown_period_is_refused(self, id: str, expected: str) -> None:
        """The message names the nearest one, if one is near."""
        with pytest.raises(UnknownName) as caught:
            statutory(id, on=LAST_READ)

        assert expected == str(caught.value)


class TestWorked:
    """The worked examples of the design, with the figures of the tables."""

    @pytest.mark.parametrize(
        ("id", "start", "financial_year_ends", "expected"),
        [
            ("kpl-vouchers", date(2024, 3, 31), date(2024, 3, 31), date(2030, 12, 31)),
            ("kpl-vouchers", date(2026, 12, 31), date(2026, 12, 31), date(2032, 12, 31)),
            ("kpl-books", date(2024, 3, 31), date(2024, 3, 31), date(2034, 3, 31)),
            ("ovml-notes", date(2026, 5, 31), date(2026, 12, 31), date(2032, 12, 31)),
            ("ovml-notes-monthly", date(2026, 5, 31), date(2027, 3, 31), date(2033, 12, 31)),
            ("avl-invoices", date(2023, 6, 30), date(2024, 3, 31), date(2029, 12, 31)),
            ("avl-invoices-monthly", date(2023, 5, 31), date(2024, 3, 31), date(2030, 12, 31)),
        ],
    )
    def test_the_last_day_is_the_worked_one(
        self, id: str, start: date, financial_year_ends: date, expected: date
    ) -> None:
        """From the day of the start, and the end of the financial year it lies in, to the last day."""
        rule = statutory(id, on=LAST_READ)
        assert rule.start is not None
        assert rule.period is not None
        ends = {
            Round.YEAR: start.replace(month=12, day=31),
            Round.YEAR_OF_FINANCIAL_YEAR_END: financial_year_ends.replace(month=12, day=31),
        }

        rounded = ends[rule.start.round[0]] if rule.start.round else start

        assert expected == rounded.replace(year=rounded.year + rule.period.years)
