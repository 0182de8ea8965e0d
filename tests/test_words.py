from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.errors import InvalidValue
from rekisteri.words import LANGUAGES, Audience, Words

FILLED = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "Words: found an object that says nothing, expected at least one of “term”, “fi”, “sv” or “en”"),
    ({"fi": ""}, "Words: fi: found an empty text, expected some text"),
    ({"sv": " \t\n"}, "Words: sv: found an empty text, expected some text"),
    ({"en": True}, "Words: en: found true, expected text"),
    ({"fi": 5}, "Words: fi: found the number 5, expected text"),
    ({"fi": ["tilaukset"]}, "Words: fi: found a list, expected text"),
    ({"fi": "\ud800"}, "Words: fi: found half a character (“\\ud800”), expected text that UTF-8 can hold"),
    (
        {"term": "Two Words"},
        "Words: term: found “Two Words”, expected an id of small letters, digits and single hyphens, not only digits, such as “customer-data”",
    ),
    (
        {"term": "orders\n"},
        "Words: term: found “orders\\n”, expected an id of small letters, digits and single hyphens, not only digits, such as “customer-data”",
    ),
    (
        {"fi": "", "sv": 1},
        "Words: 2 problems\n  fi: found an empty text, expected some text\n  sv: found the number 1, expected text",
    ),
]


class TestWords:
    """What a person reads."""

    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(LANGUAGES, FILLED)).filter(bool))
    def test_own_wording_is_kept_as_it_is(self, wordings: dict[str, str]) -> None:
        """Own wording comes back letter by letter in its language, and None in the others."""
        words = Words(**wordings)

        expected = [wordings.get(language) for language in LANGUAGES]

        assert expected == [words.own(language) for language in LANGUAGES]

    def test_a_term_is_no_own_wording(self) -> None:
        """A term alone gives no wording of its own; its label is the vocabulary's."""
        words = Words(term="orders")

        expected = [None, None, None]

        assert expected == [words.own(language) for language in LANGUAGES]

    def test_a_term_and_own_wording_stand_together(self) -> None:
        """Own wording in one language leaves the term for the others."""
        words = Words(term="orders", fi="tilausten hallinnointi")

        expected = ("orders", "tilausten hallinnointi", None)

        assert expected == (words.term, words.own("fi"), words.own("sv"))

    @pytest.mark.parametrize(("fields", "expected"), REFUSED)
    def test_nonsense_is_refused(self, fields: dict[str, Any], expected: str) -> None:
        """Words that say nothing, or hold something other than text, are refused in plain words."""
        with pytest.raises(InvalidValue) as caught:
            Words(**fields)

        assert expected == str(caught.value)

    def test_words_are_values(self) -> None:
        """Equal words count as one in a set."""
        expected = {Words(term="orders", fi="tilaukset")}

        assert expected == {Words(term="orders", fi="tilaukset"), Words(fi="tilaukset", term="orders")}

    def test_words_cannot_be_changed(self) -> None:
        """Words are frozen."""
        words = Words(fi="tilaukset")

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            words.fi = "laskut"  # type: ignore[misc]  # that is what is refused

    def test_words_are_given_by_name(self) -> None:
        """Nobody has to remember in which order the languages stand."""
        with pytest.raises(TypeError):
            Words("orders")  # type: ignore[call-arg]  # that is what is refused

    def test_a_language_we_do_not_write_is_refused(self) -> None:
        """A wording in another language has no field."""
        with pytest.raises(TypeError):
            Words(de="Bestellungen")  # type: ignore[call-arg]  # that is what is refused


def test_the_languages_are_those_of_finland_and_english() -> None:
    """The library writes Finnish, Finland's Swedish and English, in this order."""
    expected = ("fi", "sv", "en")

    assert expected == LANGUAGES


def test_the_audiences_are_written_in_small_letters() -> None:
    """A part is meant for both documents, for the notice or for the record."""
    expected = ["both", "notice", "record"]

    assert expected == [audience.value for audience in Audience]
