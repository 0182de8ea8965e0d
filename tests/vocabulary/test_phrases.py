"""Phrases that are recognised, and their tables."""

from __future__ import annotations

import re

import pytest

from rekisteri.tables import read_tables
from rekisteri.vocabulary.phrases import (
    names_no_source,
    names_nobody,
    phrase,
    tells_a_fee,
    tells_a_time_since,
    tells_it_is_denied,
    tells_no_period,
    tells_of_an_end,
    tells_of_proof,
)
from rekisteri.vocabulary.terms import is_vague
from rekisteri.words import LANGUAGES, Words

TABLES = read_tables("rekisteri.vocabulary", "phrases")
LISTS = [(table, language, name) for table in TABLES for language in LANGUAGES for name in TABLES[table][language]]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_tells_where_it_comes_from(table: str) -> None:
    """And speaks every language."""
    assert set(TABLES[table]) == {"all", *LANGUAGES}
    assert set(TABLES[table]["all"]) == {"source", "checked_on", "confidence"}


@pytest.mark.parametrize(("table", "language", "name"), LISTS)
def test_every_entry_is_an_expression_in_lower_case_and_stands_once(table: str, language: str, name: str) -> None:
    """Texts are lowered before they are compared."""
    entries = TABLES[table][language][name]

    assert len(set(entries)) == len(entries)
    for entry in entries:
        re.compile(entry)
        assert not re.search("[A-ZÅÄÖ]", entry.replace("\\W", ""))


def test_a_term_alone_is_no_wording() -> None:
    """Nothing is read from what the vocabulary says itself."""
    assert not tells_no_period(Words(term="purpose-end"))
    assert not tells_of_proof(Words(term="marketing-consents"))


def test_punctuation_and_capitals_do_not_matter() -> None:
    """Nor do line breaks."""
    assert tells_no_period(Words(fi="Toistaiseksi.\n"))
    assert tells_no_period(Words(en="“As long as\nneeded”!"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Suostumuksen osoittaminen"),
        ("fi", "suoramarkkinointikiellot"),
        ("fi", "oikeudellisen vaateen laatiminen"),
        ("sv", "påvisande av samtycke"),
        ("en", "the opt-out list"),
        ("en", "Defence of legal claims"),
    ],
)
def test_what_outlives_a_consent(language: str, text: str) -> None:
    """The proof of it, those who have opted out, claims."""
    assert tells_of_proof(Words(**{language: text}))


@pytest.mark.parametrize(("language", "text"), [("fi", "uutiskirje"), ("sv", "nyhetsbrev"), ("en", "newsletter")])
def test_what_does_not(language: str, text: str) -> None:
    """What the consent was for."""
    assert not tells_of_proof(Words(**{language: text}))


def test_a_phrase_is_looked_for_by_its_stems() -> None:
    """Every table with stems is a phrase; whatever its expressions match holds one of them."""
    tables = [table for table in TABLES if "says" in TABLES[table]["fi"]]

    assert sorted(tables) == ["connection", "directive", "fee", "reversed", "safeguards", "signed", "slow"]
    for table in tables:
        assert phrase(table).stems
        assert phrase(table) is phrase(table)
    assert phrase("safeguards").near is None
    assert not phrase("reversed").unless.search("")


@pytest.mark.parametrize("text", ["on kumottu", "den upphävda", "was repealed", "aiemmin", "tidigare", "formerly"])
def test_an_end_is_told(text: str) -> None:
    """In each language."""
    assert tells_of_an_end(text)
    assert not tells_of_an_end("on voimassa, gäller, is in force")


def test_recipients_and_sources_that_nobody_could_tell() -> None:
    """By own words in every language; a term says nothing by itself here."""
    assert names_nobody(Words(fi="yhteistyökumppanit"))
    assert not names_nobody(Words(term="partners"))
    assert not names_nobody(Words(fi="yhteistyökumppanit", en="the post"))
    assert names_no_source(Words(en="public registers"))
    assert not names_no_source(Words(en="registers"))


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        (Words(term="partners"), True),
        (Words(term="group-companies"), False),
        (Words(term="partners", fi="alihankkijat"), True),
        (Words(term="partners", fi="tilitoimisto"), False),
        (Words(term="group-companies", fi="alihankkijat"), False),
        (Words(fi="alihankkijat"), True),
    ],
)
def test_words_are_vague_by_term_and_by_wording(words: Words, vague: bool) -> None:
    """A bare term by the vocabulary; own wording by itself, unless its term is precise."""
    assert is_vague(words, names_nobody) is vague


@pytest.mark.parametrize("text", ["emme käytä @ -järjestelyä", "vi använder inte @", "we do not rely on the @"])
def test_a_denial_is_told(text: str) -> None:
    """In each language, of what stands as @ only."""
    assert tells_it_is_denied(text)
    assert not tells_it_is_denied(text.replace("@", "a, but @"))


@pytest.mark.parametrize(
    ("text", "since"), [("vuodesta 2019", True), ("vuodesta 2010 vuoteen 2022", False), ("sedan 2019", True)]
)
def test_a_time_since(text: str, since: bool) -> None:
    """A span with an end is over."""
    assert tells_a_time_since(text) is since


def test_a_fee_is_told_in_the_words_that_tell_it() -> None:
    """The first language that does."""
    assert tells_a_fee(Words(fi="maksuton", sv="5 euro", en="5 euros")) == "5 euro"
    assert tells_a_fee(Words(term="free-once-a-year")) is None
