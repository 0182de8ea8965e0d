from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from rekisteri.law import Act, act, acts, tables_checked_on
from rekisteri.law.acts import act_by_number, finnish_amendments_read_to
from rekisteri.law.timeline import at, in_force

LAST_READ = date(2026, 11, 22)  # the day on which the tables were last compared with their sources
ONE_DAY = timedelta(days=1)
KINDS = {"eu-regulation", "eu-directive", "fi-act", "fi-decree"}
DAYS = {entry.key: (entry.valid_from, entry.valid_until) for entry in acts().values()}

FIRST_DAYS = [
    ("gdpr", date(2018, 5, 25)),
    ("amlr", date(2027, 7, 10)),
    ("tsl", date(2019, 1, 1)),
    ("hetil", date(1999, 6, 1)),
    ("ykstl", date(2004, 10, 1)),
    ("svpl", date(2015, 1, 1)),
    ("svtsl", date(2004, 9, 1)),
    ("ilmoittajasl", date(2023, 1, 1)),
    ("kpl", date(1997, 12, 31)),
    ("tyoaikal", date(2020, 1, 1)),
    ("ytl", date(2022, 1, 1)),
    ("yhdenvl", date(2015, 1, 1)),
    ("rahanpesul", date(2017, 7, 3)),
    ("asiakastietol", date(2024, 1, 1)),
    ("asiakastietol2021", date(2021, 11, 1)),
    ("potilasas2022", date(2022, 2, 1)),
]

LAST_DAYS = [
    ("hetil", date(2018, 12, 31)),
    ("tsltkl", date(2018, 12, 31)),
    ("henkrl", date(1999, 5, 31)),
    ("dir9546", date(2018, 5, 24)),
    ("svtsl", date(2014, 12, 31)),
    ("kpl1973", date(1997, 12, 30)),
    ("tyoaikal1996", date(2019, 12, 31)),
    ("ytl2007", date(2021, 12, 31)),
    ("yhdenvl2004", date(2014, 12, 31)),
    ("rahanpesul2008", date(2017, 7, 2)),
    ("asiakastietol2007", date(2021, 10, 31)),
    ("asiakastietol2021", date(2023, 12, 31)),
    ("sosasiakirjal", date(2023, 12, 31)),
    ("potilasas2009", date(2022, 1, 31)),
]

ENDED = [entry for entry in acts().values() if entry.valid_until]
DATED_FINNISH = [entry for entry in acts().values() if entry.valid_from and not entry.is_eu]

every_act = pytest.mark.parametrize("entry", acts().values(), ids=lambda entry: entry.key)
each_ended_act = pytest.mark.parametrize("entry", ENDED, ids=lambda entry: entry.key)


class TestInForce:
    """Which act holds on which day."""

    @pytest.mark.parametrize(("key", "first"), FIRST_DAYS)
    def test_an_act_holds_from_its_first_day(self, key: str, first: date) -> None:
        """The day before, an act is not in force; on its first day and the day after, it is."""
        entry = acts()[key]

        expected = [False, True, True]

        assert expected == [in_force(entry, first + day * ONE_DAY) for day in (-1, 0, 1)]

    @pytest.mark.parametrize(("key", "last"), LAST_DAYS)
    def test_an_act_holds_through_its_last_day(self, key: str, last: date) -> None:
        """The day before and on its last day, an act is in force; the day after, it is not."""
        entry = acts()[key]

        expected = [True, True, False]

        assert expected == [in_force(entry, last + day * ONE_DAY) for day in (-1, 0, 1)]

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(1988, 1, 1), {"henkrl"}),
            (date(1999, 5, 31), {"henkrl"}),
            (date(1999, 6, 1), {"hetil"}),
            (date(2018, 5, 24), {"hetil"}),
            (date(2018, 5, 25), {"hetil", "gdpr"}),
            (date(2018, 12, 31), {"hetil", "gdpr"}),
            (date(2019, 1, 1), {"tsl", "gdpr"}),
        ],
    )
    def test_the_general_data_protection_acts_follow_each_other(self, day: date, expected: set[str]) -> None:
        """On each day of the change, the acts that govern personal data in Finland are the right ones."""
        general = [acts()[key] for key in ("henkrl", "hetil", "tsl", "gdpr")]
        actual = {entry.key for entry in at(general, day)}

        assert expected == actual

    @each_ended_act
    def test_a_successor_takes_over_at_once(self, entry: Act) -> None:
        """On the day after an act's last, one of those that replaced it is in force."""
        assert entry.valid_until is not None
        successors = [acts()[key] for key in entry.replaced_by]

        assert at(successors, entry.valid_until + ONE_DAY)


class TestTable:
    """The table of acts is whole."""

    def test_keys_are_the_acts_own(self) -> None:
        """Each act is found by its key and carries it."""
        expected = list(acts())

        assert expected == [entry.key for entry in acts().values()]

    @every_act
    def test_a_key_is_a_word_of_a_citation(self, entry: Act) -> None:
        """A key is small letters and digits, and begins with a letter."""
        assert re.fullmatch(r"[a-z][a-z0-9]*", entry.key)

    def test_no_number_stands_twice(self) -> None:
        """Two entries with one number would be one act under two keys."""
        counted = Counter(entry.number for entry in acts().values())

        assert not [number for number, times in counted.items() if times > 1]

    @every_act
    def test_an_act_is_found_by_its_key_and_its_number(self, entry: Act) -> None:
        """Both ways lead to the same entry."""
        assert entry is act(entry.key)
        assert entry is act_by_number(entry.number)

    @pytest.mark.parametrize(
        ("number", "expected"), [("95/46", "dir9546"), ("2016/679", "gdpr"), ("523/1999", "hetil")]
    )
    def test_a_number_is_written_as_in_citations(self, number: str, expected: str) -> None:
        """A number stands without “EC”, “EU” or “No”, as a citation would write it."""
        found = act_by_number(number)

        assert found is not None
        assert (expected, number) == (found.key, found.number)

    def test_what_is_not_there_is_none(self) -> None:
        """An unknown key or number gives None, without an error."""
        assert act("nowhere") is None
        assert act_by_number("1233/2031") is None

    @every_act
    def test_the_kind_is_known_and_tells_the_form_of_the_number(self, entry: Act) -> None:
        """Finnish acts are numbered number/year; EU acts of our time year/number."""
        assert entry.kind in KINDS
        if not entry.is_eu:
            assert re.fullmatch(r"[1-9]\d{0,3}/(18|19|20)\d\d", entry.number)

    @pytest.mark.parametrize(
        ("key", "expected"), [("gdpr", True), ("dir9546", True), ("tsl", False), ("potilasas2009", False)]
    )
    def test_acts_of_the_union_are_told_apart(self, key: str, expected: bool) -> None:
        """Regulations and directives have articles; acts and decrees have sections."""
        assert expected is acts()[key].is_eu

    @every_act
    def test_an_act_is_named_in_three_languages(self, entry: Act) -> None:
        """Each language has a name; Finnish also its genitive and Swedish its definite form, for citations."""
        filled = {(language, form) for language, forms in entry.names.items() for form, text in forms.items() if text}

        assert {("fi", "name"), ("fi", "genitive"), ("sv", "name"), ("sv", "definite"), ("en", "name")} <= filled

    @every_act
    def test_a_name_is_given_per_language(self, entry: Act) -> None:
        """``name`` gives the name of the language asked for."""
        expected = [entry.names[language]["name"] for language in ("fi", "sv", "en")]

        assert expected == [entry.name(language) for language in ("fi", "sv", "en")]

    def test_no_finnish_form_means_two_acts(self) -> None:
        """A form that recognises an act in a text recognises one act only."""
        counted = Counter(form for entry in acts().values() for form in set(entry.names["fi"].get("forms", ())))

        assert not [form for form, times in counted.items() if times > 1]

    def test_acts_that_share_a_name_are_not_in_force_together(self) -> None:
        """Where two acts have one Finnish name, the day of the document decides which is meant."""
        for entry in acts().values():
            for other in acts().values():
                if entry.key < other.key and entry.name("fi") == other.name("fi"):
                    first, second = sorted((entry, other), key=lambda each: each.valid_from or date.min)

                    assert first.valid_until is not None
                    assert second.valid_from is not None
                    assert first.valid_until < second.valid_from

    @every_act
    def test_the_days_are_in_order(self, entry: Act) -> None:
        """No act ends before it begins."""
        assert (entry.valid_from or date.min) <= (entry.valid_until or date.max)

    @pytest.mark.parametrize("entry", DATED_FINNISH, ids=lambda entry: entry.key)
    def test_an_act_comes_into_force_in_or_soon_after_the_year_of_its_number(self, entry: Act) -> None:
        """The number and the day agree on the year: acts wait months, not decades."""
        assert entry.valid_from is not None
        year = int(entry.number.split("/")[1])

        assert year <= entry.valid_from.year <= year + 2

    @every_act
    def test_whatever_replaced_an_act_is_in_the_table(self, entry: Act) -> None:
        """A successor is a known act, and not the act itself."""
        assert set(entry.replaced_by) <= acts().keys() - {entry.key}

    @every_act
    def test_an_act_is_replaced_exactly_when_it_has_ended(self, entry: Act) -> None:
        """Whatever has a last day has a successor, and nothing else has."""
        assert bool(entry.replaced_by) is (entry.valid_until is not None)

    @every_act
    def test_a_repealed_act_has_a_last_day(self, entry: Act) -> None:
        """Who names the repeal knows when it took effect."""
        assert entry.repealed_by is None or entry.valid_until is not None

    @every_act
    def test_the_facts_were_read_somewhere_and_checked(self, entry: Act) -> None:
        """Each entry names its source, the day on which it was compared with it, and how sure it is."""
        assert entry.source
        assert date(2026, 1, 1) <= entry.checked_on <= LAST_READ
        assert entry.confidence in {"high", "medium", "low"}

    @every_act
    def test_amendments_were_read_up_to_a_month_before_the_check(self, entry: Act) -> None:
        """``checked_to`` is a month, no later than that of the check."""
        assert entry.checked_to is not None
        assert re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", entry.checked_to)
        assert entry.checked_to <= f"{entry.checked_on:%Y-%m}"

    def test_the_table_is_as_old_as_its_oldest_entry(self) -> None:
        """The day told to readers is that of the entry checked longest ago."""
        days = [entry.checked_on for entry in acts().values()]

        assert tables_checked_on() in days
        assert all(tables_checked_on() <= day for day in days)

    def test_finnish_amendments_were_read_up_to_a_month(self) -> None:
        """The day told to readers is the first of a month up to which every Finnish act was read."""
        first = finnish_amendments_read_to()
        months = {entry.checked_to for entry in acts().values() if not entry.is_eu}

        expected = min(month for month in months if month)

        assert (first.day, expected) == (1, f"{first:%Y-%m}")

    @pytest.mark.parametrize(
        ("key", "until", "former"),
        [
            ("svpl", date(2018, 5, 31), "tietoyhteiskuntakaari"),
            (
                "tunnistusl",
                date(2016, 6, 30),
                "laki vahvasta sähköisestä tunnistamisesta ja sähköisistä allekirjoituksista",
            ),
        ],
    )
    def test_former_names_carry_their_last_day(self, key: str, until: date, former: str) -> None:
        """An act that was renamed keeps its former name and the last day on which it bore it."""
        expected = (until, former)

        assert expected in [(row["until"], row["fi"]) for row in acts()[key].former_names]

    @every_act
    def test_a_former_name_was_borne_in_force(self, entry: Act) -> None:
        """A former name has all that a citation needs, and a last day on which the act was in force."""
        for row in entry.former_names:
            assert row["fi"]
            assert row["sv"]
            assert in_force(entry, row["until"])
            assert row["fi"] != entry.name("fi")

    def test_acts_can_stand_in_sets(self) -> None:
        """Acts are values: frozen and hashable, though their names are mappings."""
        expected = len(acts())

        assert expected == len(set(acts().values()))
