"""The words of a finding in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import Any

from babel.dates import format_date
from babel.lists import format_list

from rekisteri.checks.finding import Certainty, Finding
from rekisteri.errors import InvalidValue, Problem
from rekisteri.law.citation import Provision
from rekisteri.text.catalog import locale, phrases
from rekisteri.text.citations import cite
from rekisteri.text.voice import label_of
from rekisteri.words import LANGUAGES, Words

__all__ = ["cited", "day", "known_language", "message", "title"]


def known_language(language: str) -> str:
    """The language itself, if reports are written in it.

    Raises:
        InvalidValue: They are not.
    """
    if language not in LANGUAGES:
        raise InvalidValue("report", [Problem("language", f"“{language}”", "“fi”, “sv” or “en”")])
    return language


def title(check: str, language: str) -> str:
    """What a check is called, on one line."""
    return phrases(known_language(language))[f"checks.{check}.title"]


def message(finding: Finding, language: str) -> str:
    """What a finding says: the statement that is missing or wrong, in a sentence or two."""
    known = phrases(known_language(language))
    told = {name: _in_words(value, language) for name, value in finding.params.items()}
    sentences = [known[f"checks.{finding.check}.message"].format(**told)]
    if finding.certainty is Certainty.POSSIBLE and f"checks.{finding.check}.possible" in known:
        sentences = [known[f"checks.{finding.check}.possible"].format(**told)]
    if finding.right_when_drafted:
        sentences.append(known["report.right-when-drafted"])
    return " ".join(sentences)


def cited(finding: Finding, language: str) -> list[str]:
    """The provisions a finding rests on, in words."""
    return [cite(provision, language) for provision in finding.citations]


def day(when: date, language: str) -> str:
    """A day, the month in words."""
    return format_date(when, "long", locale(language))


def _in_words(value: Any, language: str) -> str:
    match value:
        case Words():
            return _any_wording(value, language)
        case Provision():
            return cite(value, language)
        case date():
            return day(value, language)
        case tuple():
            return format_list([_special(name, language) for name in value], "or", locale(language))
    return str(value)


def _special(category: str, language: str) -> str:
    return phrases(language)[f"special.{category}"]


def _any_wording(words: Words, language: str) -> str:
    """A report quotes the register, so a wording in another language is better than none."""
    return next(filter(None, (label_of(words, one) for one in (language, *LANGUAGES))), "")
