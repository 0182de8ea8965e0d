from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from rekisteri.law import Authority, authorities
from rekisteri.words import LANGUAGES

LAST_READ = date(2026, 11, 22)  # the day on which the tables were last compared with their sources

every_authority = pytest.mark.parametrize("entry", authorities(), ids=lambda entry: entry.id)


class TestFinland:
    """The Data Protection Ombudsman's contacts, now and before."""

    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            ("fi", "Tietosuojavaltuutetun toimisto"),
            ("sv", "Dataombudsmannens byrå"),
            ("en", "Office of the Data Protection Ombudsman"),
            ("phone", "+358 29 566 6700"),
            ("email", "tietosuoja@om.fi"),
        ],
    )
    def test_the_present_contacts_come_first(self, field: str, expected: str) -> None:
        """Who asks for the authority gets the contacts that are valid today."""
        actual = getattr(authorities()[0], field)

        assert expected == actual

    @pytest.mark.parametrize(
        ("language", "visit", "postal"),
        [
            ("fi", "Lintulahdenkuja 4, 00530 Helsinki", "PL 800, 00531 Helsinki"),
            ("sv", "Fågelviksgränden 4, 00530 Helsingfors", "PB 800, 00531 Helsingfors"),
        ],
    )
    def test_the_present_addresses_are_given_per_language(self, language: str, visit: str, postal: str) -> None:
        """In Finland an address has a Finnish and a Swedish form."""
        entry = authorities()[0]

        assert (visit, postal) == (entry.visit[language], entry.postal[language])

    @pytest.mark.parametrize("pattern", ["Ratapihantie 9", "00521 Helsinki"])
    def test_old_addresses_stand_in_a_former_entry_only(self, pattern: str) -> None:
        """What is replaced is known, and never given as the present address."""
        known = [[*entry.visit.values(), *entry.postal.values()] for entry in authorities()]
        present, *former = [any(pattern in address for address in addresses) for addresses in known]

        assert not present
        assert any(former)

    @pytest.mark.parametrize(("id", "expected"), [("fi-2019", False), ("fi-before-2019", True)])
    def test_former_contacts_are_told_apart(self, id: str, expected: bool) -> None:
        """What has been replaced is former, though the day is not known; the present contacts are not."""
        entry = {entry.id: entry for entry in authorities()}[id]

        assert expected is entry.former

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, False),
            ({"valid_from": date(2019, 9, 1)}, False),
            ({"valid_from_note": "The day has not been found."}, False),
            ({"valid_until": date(2019, 8, 31)}, True),
            ({"valid_until_note": "Replaced about autumn 2019."}, True),
            ({"valid_until": date(2019, 8, 31), "valid_until_note": "As the notice says."}, True),
        ],
    )
    def test_an_end_makes_contacts_former(self, fields: dict[str, Any], expected: bool) -> None:
        """A last day or a note of it will do; a first day is no end."""
        known = {"valid_from": None, "valid_from_note": None, "valid_until": None, "valid_until_note": None}
        entry = attrs.evolve(authorities()[0], **{**known, **fields})

        assert expected is entry.former


class TestTable:
    """The table of authorities is whole."""

    def test_no_id_stands_twice(self) -> None:
        """Each id names one row."""
        expected = len(authorities())

        assert expected == len({entry.id for entry in authorities()})

    @every_authority
    def test_an_authority_is_named_in_three_languages(self, entry: Authority) -> None:
        """Each language has a name."""
        assert all(getattr(entry, language).strip() for language in LANGUAGES)

    @every_authority
    def test_the_country_is_a_code(self, entry: Authority) -> None:
        """Countries are two capital letters (ISO 3166-1)."""
        assert (len(entry.country), entry.country.upper()) == (2, entry.country)

    @every_authority
    @pytest.mark.parametrize("field", ["visit", "postal", "web", "complaint"])
    def test_what_is_given_per_language_is_in_our_languages(self, entry: Authority, field: str) -> None:
        """An address stands under a language that the library writes, and is not empty."""
        given = getattr(entry, field)

        assert set(given) <= set(LANGUAGES)
        assert all(text.strip() for text in given.values())

    @every_authority
    def test_pages_are_addresses_of_the_web(self, entry: Authority) -> None:
        """Pages begin with https, so that a reader can follow them."""
        assert all(page.startswith("https://") for page in (*entry.web.values(), *entry.complaint.values()))

    @every_authority
    def test_the_facts_were_read_somewhere_and_checked(self, entry: Authority) -> None:
        """Each row names its source, the day on which it was compared with it, and how sure it is."""
        assert entry.source
        assert date(2026, 1, 1) <= entry.checked_on <= LAST_READ
        assert entry.confidence in {"high", "medium", "low"}

    @every_authority
    def test_the_days_are_in_order(self, entry: Authority) -> None:
        """No row ends before it begins."""
        assert (entry.valid_from or date.min) <= (entry.valid_until or date.max)

    @pytest.mark.parametrize("entry", authorities()[1:], ids=lambda entry: entry.id)
    def test_a_former_row_tells_when_it_ended(self, entry: Authority) -> None:
        """Former contacts have a last day, or a note of what is known of it."""
        assert entry.former
        assert entry.valid_until or entry.valid_until_note

    def test_rows_can_stand_in_sets(self) -> None:
        """Rows are values: frozen and hashable, though their addresses are mappings."""
        expected = len(authorities())

        assert expected == len(set(authorities()))

    @every_authority
    def test_rows_cannot_be_changed(self, entry: Authority) -> None:
        """The table is the same for everybody, so nobody may change it."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            entry.phone = "+358 00 000 0000"  # type: ignore[misc]  # that is what is refused
