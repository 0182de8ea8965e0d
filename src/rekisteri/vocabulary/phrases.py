"""Phrases that are recognised in a register's own wording, by tables of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rekisteri.tables import read_tables
from rekisteri.words import LANGUAGES, Words

__all__ = ["tells_no_period", "tells_of_proof"]


def tells_no_period(words: Words) -> bool:
    """Whether own wording only says that data are kept as long as needed, in every language that it has."""
    told = [_is_vague(text, language) for language, text in _own(words)]
    return bool(told) and all(told)


def tells_of_proof(words: Words) -> bool:
    """Whether own wording may speak of the proof of a consent, of people who have opted out, or of legal claims."""
    return any(_pattern("proof", language, "patterns").search(text.lower()) for language, text in _own(words))


def _own(words: Words) -> Iterator[tuple[str, str]]:
    return ((language, text) for language in LANGUAGES if (text := words.own(language)))


def _is_vague(text: str, language: str) -> bool:
    """Whether nothing is left of a text once vague and empty words are taken out, and some of them were vague."""
    plain = " ".join(re.findall(r"\w+", text.lower()))
    rest, vague = _pattern("vague", language, "vague").subn(" ", plain)
    return bool(vague) and not _pattern("vague", language, "empty").sub(" ", rest).strip()


@cache
def _pattern(table: str, language: str, name: str) -> re.Pattern[str]:
    """One list of a table as one expression: of whole words in the table of vague words, anywhere in the others."""
    either = "|".join(_lists(table, language)[name])
    return re.compile(rf"\b(?:{either})\b" if table == "vague" else either)


def _lists(table: str, language: str) -> dict[str, Sequence[str]]:
    found: dict[str, Any] = _tables()[table][language]
    return found


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return read_tables("rekisteri.vocabulary", "phrases")
