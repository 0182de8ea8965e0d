"""Phrases that are recognised in a register's own wording, by tables of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import attrs

from rekisteri.tables import read_tables
from rekisteri.words import LANGUAGES, Words

__all__ = [
    "Phrase",
    "asked_of_writers",
    "names_no_source",
    "names_nobody",
    "phrase",
    "tells_a_fee",
    "tells_a_time_since",
    "tells_it_is_denied",
    "tells_no_period",
    "tells_of_an_end",
    "tells_of_proof",
]

WHOLE_WORDS = frozenset({"vague", "recipients", "sources"})
"""The tables whose expressions are of whole words; the others' are found anywhere in a text."""

NEVER = "(?!)"
"""What matches nothing: an empty list."""

MONEY = re.compile(r"(?<![\d.,])(?:[1-9]\d*(?:[.,]\d+)?|0[.,]\d*[1-9]\d*) ?(?:€|eur|e\b)|€ ?[1-9]")
"""A sum in euros that is not nothing."""


@attrs.frozen
class Phrase:
    """Something that a sentence may say in any of the languages: a table with these lists.

    Attributes:
        stems: Letters without which it is not said: looking for them is quick.
        says: What says it.
        near: What the same sentence says besides; None: nothing need be.
        unless: What the same sentence does not say.
        other: What makes it milder.
    """

    stems: tuple[str, ...]
    says: re.Pattern[str]
    near: re.Pattern[str] | None
    unless: re.Pattern[str]
    other: re.Pattern[str]


@cache
def phrase(table: str) -> Phrase:
    """The phrase that a table describes."""
    stems = [stem for language in LANGUAGES for stem in _lists(table, language)["stems"]]
    says, near, unless, other = (_in_any_language(table, name) for name in ("says", "near", "unless", "other"))
    return Phrase(tuple(stems), says, None if near.pattern == NEVER else near, unless, other)


def asked_of_writers() -> str:
    """What a template asks its writer to fill in, between brackets, as one expression."""
    return _in_any_language("gaps", "asked").pattern


def tells_of_an_end(sentence: str) -> bool:
    """Whether a sentence in lower case says that something is no more: repealed, abolished, replaced, former."""
    return bool(_in_any_language("ended", "patterns").search(sentence))


def tells_it_is_denied(sentence: str) -> bool:
    """Whether a sentence in lower case says of what stands in it as @ that it is not relied on, or was the law of another time."""
    return bool(_in_any_language("denied", "patterns").search(sentence))


def tells_a_time_since(sentence: str) -> bool:
    """Whether a sentence in lower case speaks of what has gone on since a time."""
    return bool(_in_any_language("since", "patterns").search(sentence))


def tells_a_fee(words: Words) -> str | None:
    """The own wording, of what using a right costs, by which it costs something or is free once a year only; None: none does."""
    return next((text for _, text in _own(words) if _is_a_fee(text.lower())), None)


def _is_a_fee(text: str) -> bool:
    asked = phrase("fee")
    if asked.unless.search(text):
        return False
    is_priced = _in_any_language("fee", "price").search(text) and not _in_any_language("fee", "free").search(text)
    return bool(is_priced or MONEY.search(text) or asked.says.search(text))


def names_nobody(words: Words) -> bool:
    """Whether own wording names recipients that nobody could tell from others, in every language that it has."""
    return _all_vague(words, "recipients")


def names_no_source(words: Words) -> bool:
    """The same of sources."""
    return _all_vague(words, "sources")


def tells_no_period(words: Words) -> bool:
    """Whether own wording only says that data are kept as long as needed, in every language that it has."""
    return _all_vague(words, "vague")


def tells_of_proof(words: Words) -> bool:
    """Whether own wording may speak of the proof of a consent, of people who have opted out, or of legal claims."""
    return any(_pattern("proof", language, "patterns").search(text.lower()) for language, text in _own(words))


def _own(words: Words) -> Iterator[tuple[str, str]]:
    return ((language, text) for language in LANGUAGES if (text := words.own(language)))


def _all_vague(words: Words, table: str) -> bool:
    told = [_is_vague(text, table, language) for language, text in _own(words)]
    return bool(told) and all(told)


def _is_vague(text: str, table: str, language: str) -> bool:
    """Whether nothing is left of a text once vague and empty words are taken out, and some of them were vague."""
    plain = " ".join(re.findall(r"\w+", text.lower()))
    rest, vague = _pattern(table, language, "vague").subn(" ", plain)
    return bool(vague) and not _pattern(table, language, "empty").sub(" ", rest).strip()


@cache
def _pattern(table: str, language: str, name: str) -> re.Pattern[str]:
    """One list of a table as one expression."""
    either = "|".join(_lists(table, language)[name])
    return re.compile(rf"\b(?:{either})\b" if table in WHOLE_WORDS else either)


@cache
def _in_any_language(table: str, name: str) -> re.Pattern[str]:
    """One list of a table, all languages together: a sentence's language is not always told."""
    entries = [entry for language in LANGUAGES for entry in _lists(table, language)[name]]
    return re.compile("|".join(entries) or NEVER)


def _lists(table: str, language: str) -> dict[str, Sequence[str]]:
    found: dict[str, Any] = _tables()[table][language]
    return found


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return read_tables("rekisteri.vocabulary", "phrases")
