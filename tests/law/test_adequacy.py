from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri.law import Adequacy, adequacy, adequacy_decisions
from rekisteri.law.adequacy import covered_until, organisation
from rekisteri.law.countries import in_eea
from rekisteri.words import LANGUAGES

LAST_READ = date(2026, 11, 22)  # the day on which the tables were last compared with their sources
ONE_DAY = timedelta(days=1)
EPO = "Euroopan patenttijärjestö"

ADOPTED = [
    # id, place, number, day of adoption, first certain day, what it covers
    ("ch", "CH", "2000/518/EC", date(2000, 7, 26), date(2000, 7, 27), None),
    ("hu", "HU", "2000/519/EC", date(2000, 7, 26), date(2000, 7, 27), None),
    ("us-safe-harbor", "US", "2000/520/EC", date(2000, 7, 26), date(2000, 7, 27), "safe-harbor-joined"),
    ("ca", "CA", "2002/2/EC", date(2001, 12, 20), date(2001, 12, 21), "commercial-organisations"),
    ("ar", "AR", "2003/490/EC", date(2003, 6, 30), date(2003, 7, 1), None),
    ("gg", "GG", "2003/821/EC", date(2003, 11, 21), date(2003, 11, 22), None),
    ("im", "IM", "2004/411/EC", date(2004, 4, 28), date(2004, 4, 29), None),
    ("je", "JE", "2008/393/EC", date(2008, 5, 8), date(2008, 5, 9), None),
    ("fo", "FO", "2010/146/EU", date(2010, 3, 5), date(2010, 3, 6), None),
    ("ad", "AD", "2010/625/EU", date(2010, 10, 19), date(2010, 10, 20), None),
    ("il", "IL", "2011/61/EU", date(2011, 1, 31), date(2011, 2, 1), "automated-processing"),
    ("uy", "UY", "2012/484/EU", date(2012, 8, 21), date(2012, 8, 22), None),
    ("nz", "NZ", "2013/65/EU", date(2012, 12, 19), date(2012, 12, 20), None),
    ("us-privacy-shield", "US", "(EU) 2016/1250", date(2016, 7, 12), date(2016, 7, 13), "privacy-shield-joined"),
    ("jp", "JP", "(EU) 2019/419", date(2019, 1, 23), date(2019, 1, 24), "private-sector"),
    ("gb-2021", "GB", "(EU) 2021/1772", date(2021, 6, 28), date(2021, 6, 29), None),
    ("gb-2025", "GB", None, date(2025, 12, 19), date(2025, 12, 20), None),
    ("kr", "KR", "(EU) 2022/254", date(2021, 12, 17), date(2021, 12, 18), "korean-act"),
    ("us-data-privacy-framework", "US", "(EU) 2023/1795", date(2023, 7, 10), date(2023, 7, 11), "dpf-listed"),
    ("epo", EPO, "(EU) 2025/1382", date(2025, 7, 15), date(2025, 7, 19), None),
    ("br", "BR", "(EU) 2026/179", date(2026, 1, 26), date(2026, 1, 29), "brazilian-act"),
]

ENDED = [
    ("hu", date(2004, 4, 30)),
    ("us-safe-harbor", date(2015, 10, 5)),
    ("us-privacy-shield", date(2020, 7, 15)),
    ("gb-2021", date(2025, 12, 27)),
    ("gb-2025", date(2031, 12, 27)),
]

every_decision = pytest.mark.parametrize("decision", adequacy_decisions().values(), ids=lambda decision: decision.id)


def ids(place: str, day: date) -> list[str]:
    """The decisions in force for a place on a day."""
    return [decision.id for decision in adequacy(place, day)]


class TestLaw:
    """The decisions, one by one."""

    @pytest.mark.parametrize("row", ADOPTED, ids=lambda row: row[0])
    def test_a_decision_has_its_number_and_days(self, row: tuple[object, ...]) -> None:
        """As the Official Journal has them; the day of adoption itself is never certain."""
        one = adequacy_decisions()[str(row[0])]

        assert row == (one.id, one.place, one.number, one.valid_from, one.surely_from, one.scope)

    def test_there_are_no_other_decisions(self) -> None:
        """A new decision is a new row here too."""
        assert [row[0] for row in ADOPTED] == list(adequacy_decisions())

    @pytest.mark.parametrize(("id", "place", "adopted"), [(row[0], row[1], row[3]) for row in ADOPTED])
    def test_a_decision_holds_from_its_adoption(self, id: str, place: str, adopted: date) -> None:
        """The day before, of and after."""
        assert [id in ids(place, adopted + days * ONE_DAY) for days in (-1, 0, 1)] == [False, True, True]

    @pytest.mark.parametrize(("id", "last"), ENDED)
    def test_a_decision_holds_through_its_last_day(self, id: str, last: date) -> None:
        """The day before, of and after; a decision that was struck down ended the day before the judgment."""
        place = adequacy_decisions()[id].place

        assert [id in ids(place, last + days * ONE_DAY) for days in (-1, 0, 1)] == [True, True, False]

    def test_no_other_decision_has_an_end(self) -> None:
        """The rest hold for an unlimited time."""
        assert dict(ENDED) == {one.id: one.valid_until for one in adequacy_decisions().values() if one.valid_until}

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2000, 7, 25), []),
            (date(2000, 7, 26), ["us-safe-harbor"]),
            (date(2015, 10, 5), ["us-safe-harbor"]),
            (date(2015, 10, 6), []),
            (date(2016, 7, 11), []),
            (date(2016, 7, 12), ["us-privacy-shield"]),
            (date(2020, 7, 15), ["us-privacy-shield"]),
            (date(2020, 7, 16), []),
            (date(2023, 7, 9), []),
            (date(2023, 7, 10), ["us-data-privacy-framework"]),
            (LAST_READ, ["us-data-privacy-framework"]),
        ],
    )
    def test_the_united_states_have_had_three_regimes(self, day: date, expected: list[str]) -> None:
        """With gaps after the two that were struck down."""
        assert expected == ids("US", day)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2021, 1, 1), []),
            (date(2021, 6, 27), []),
            (date(2021, 6, 28), ["gb-2021"]),
            (date(2025, 6, 28), ["gb-2021"]),
            (date(2025, 12, 19), ["gb-2021", "gb-2025"]),
            (date(2025, 12, 27), ["gb-2021", "gb-2025"]),
            (date(2025, 12, 28), ["gb-2025"]),
            (date(2031, 12, 27), ["gb-2025"]),
            (date(2031, 12, 28), []),
        ],
    )
    def test_the_united_kingdom_had_none_at_first_and_then_without_a_gap(self, day: date, expected: list[str]) -> None:
        """The bridge of early 2021 was no decision; the first one was prolonged and then renewed."""
        assert expected == ids("GB", day)

    @pytest.mark.parametrize("place", ["CN", "GI", "GL", "IN", "RU", "SJ", "XX", "FI", "NO"])
    def test_other_places_have_none(self, place: str) -> None:
        """Neither countries that the Commission has not judged, nor members, nor territories of doubtful status."""
        assert ids(place, LAST_READ) == []


class TestCoverage:
    """How long decisions follow each other without a gap."""

    @pytest.mark.parametrize(
        ("place", "day", "expected"),
        [
            ("GB", date(2021, 6, 27), None),
            ("GB", date(2021, 6, 28), date(2031, 12, 27)),
            ("GB", date(2025, 12, 27), date(2031, 12, 27)),
            ("GB", date(2031, 12, 27), date(2031, 12, 27)),
            ("GB", date(2031, 12, 28), None),
            ("US", date(2020, 7, 15), date(2020, 7, 15)),
            ("US", LAST_READ, None),
            ("CH", LAST_READ, None),
            ("IN", LAST_READ, None),
        ],
    )
    def test_a_renewal_goes_on_where_the_decision_ends(self, place: str, day: date, expected: date | None) -> None:
        """None where no end is known, and where no decision is in force."""
        assert expected == covered_until(place, day)

    def test_only_an_end_to_come_may_move(self) -> None:
        """What lay ahead when the table was checked may be renewed; what is past has ended."""
        assert [one.id for one in adequacy_decisions().values() if one.end_may_move] == ["gb-2025"]


class TestOrganisations:
    """International organisations."""

    @pytest.mark.parametrize("name", ["European Patent Organisation", "europeiska patentverket", "EPO", EPO])
    def test_an_organisation_is_known_by_its_names(self, name: str) -> None:
        """In three languages, by that of its office, and by its letters."""
        assert organisation(name) == EPO

    @pytest.mark.parametrize("name", ["Esimerkki Oy", "EPO Oy", ""])
    def test_others_are_not(self, name: str) -> None:
        """Only the whole name counts."""
        assert organisation(name) is None


class TestTable:
    """The table of decisions is whole."""

    @every_decision
    def test_a_country_is_a_code_and_an_organisation_has_names(self, decision: Adequacy) -> None:
        """One or the other."""
        assert bool(decision.names) is not (len(decision.place) == 2 and decision.place.isupper())

    @every_decision
    def test_the_days_are_in_order(self, decision: Adequacy) -> None:
        """Adopted, then certain, then perhaps ended."""
        assert decision.valid_from < decision.surely_from <= (decision.valid_until or date.max)

    @every_decision
    def test_what_a_limited_decision_covers_is_told_in_each_language(self, decision: Adequacy) -> None:
        """In words that can stand after a colon."""
        assert set(decision.covers) == (set(LANGUAGES) if decision.scope else set())
        assert not [text for text in decision.covers.values() if text.strip(" .") != text]

    @every_decision
    def test_a_country_with_a_decision_is_no_member_on_the_day(self, decision: Adequacy) -> None:
        """Hungary had one until it joined."""
        last = decision.valid_until or LAST_READ

        assert not in_eea(decision.place, decision.valid_from)
        assert not in_eea(decision.place, last)

    @every_decision
    def test_the_facts_were_read_somewhere_and_checked(self, decision: Adequacy) -> None:
        """Each row names its source, the day on which it was compared with it, and how sure it is."""
        assert decision.source
        assert decision.checked_on == LAST_READ
        assert decision.confidence in {"high", "medium", "low"}

    def test_only_what_a_court_struck_down_names_a_judgment(self) -> None:
        """Schrems I and II."""
        assert {one.id: one.judgment for one in adequacy_decisions().values() if one.judgment} == {
            "us-safe-harbor": "C-362/14",
            "us-privacy-shield": "C-311/18",
        }

    def test_only_the_decision_on_brazil_is_of_the_union_alone(self) -> None:
        """It had not been taken into the EEA Agreement when last looked up."""
        assert [one.id for one in adequacy_decisions().values() if one.union_only] == ["br"]
