"""The words of a finding in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.lists import format_list

from rekisteri.checks import all_checks
from rekisteri.checks.finding import Certainty, Finding, Idle, SetAside
from rekisteri.checks.manual import page_of
from rekisteri.checks.meetings import SpokenOf
from rekisteri.errors import InvalidValue, Problem
from rekisteri.law.citation import Provision
from rekisteri.law.countries import Place
from rekisteri.law.duties import duties
from rekisteri.model.register import Register
from rekisteri.retention.period import Period
from rekisteri.text.catalog import locale, phrases
from rekisteri.text.citations import cite
from rekisteri.text.voice import Voice, label_of
from rekisteri.words import LANGUAGES, Words

__all__ = [
    "any_wording",
    "cited",
    "day",
    "found_aside",
    "how_to_mend",
    "known_language",
    "message",
    "said_to_be_none",
    "short_day",
    "title",
    "why_idle",
    "why_set_aside",
]

_RECORD = Provision.parse("gdpr:30")

_NONE_IN_WORDS = {
    "automated_decisions": "automated.none",
    "disclosures": "disclosures.none",
    "dpos": "parties.no-dpo",
    "manual_material": "security.no-manual-material",
    "no_other_disclosures": "disclosures.no-other",
    "no_other_transfers": "transfers.no-other",
    "processors": "processors.none",
    "representatives": "parties.no-representative",
    "requirements": "requirements.none",
    "sub_processors": "processors.no-sub-processors",
    "tracking": "tracking.none",
    "transfers": "transfers.none",
}
"""The notice's own sentence for each field that says that there are none."""


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
    language = known_language(language)
    return page_of(check).words[language]["title"]


def message(finding: Finding, language: str) -> str:
    """What a finding says: the statement that is missing or wrong, in a sentence or two."""
    known = phrases(known_language(language))
    told = {name: _in_words(value, language) for name, value in finding.params.items()}
    words = page_of(finding.check).words[language]
    sentences = [words[_which(finding, words)].format(**told)]
    document = _document(finding)
    if document:
        sentences.append(known[f"report.in-{document}"])
    if finding.right_when_drafted:
        sentences.append(known["report.right-when-drafted"])
    return " ".join(sentences)


def how_to_mend(check: str, language: str) -> str:
    """What to find out, add or change so that a check has nothing more to find."""
    language = known_language(language)
    return page_of(check).words[language]["mend"]


def _which(finding: Finding, words: Mapping[str, str]) -> str:
    """The variant that the check chose, the words for what is only possible, else the usual ones."""
    possible = finding.certainty is Certainty.POSSIBLE and "possible" in words
    return finding.variant or ("possible" if possible else "message")


def _document(finding: Finding) -> str | None:
    """Notice or record, where only one of them lacks what the duty asks of both."""
    asked, lacking = (
        {_RECORD.covers(provision) for provision in citations}
        for citations in (all_checks()[finding.check].citations, finding.citations)
    )
    if len(asked) == len(lacking) or finding.check not in {duty.id for duty in duties()}:
        return None
    return "record" if lacking == {True} else "notice"


def cited(finding: Finding, language: str) -> list[str]:
    """The provisions a finding rests on, in words."""
    return [cite(provision, language) for provision in finding.citations]


def why_set_aside(one: SetAside, language: str) -> str:
    """The exemption or the suppression by which something is set aside, with its reason."""
    known = phrases(known_language(language))
    kind = "suppression" if one.provision is None else "exemption"
    more = "-until" if one.until else "-because" if one.provision and one.reason else ""
    return known[f"report.set-aside.{kind}{more}"].format(
        path=one.by,
        provision=cite(one.provision, language) if one.provision else "",
        reason=_in_words(one.reason, language),
        day=day(one.until, language) if one.until else "",
    )


def found_aside(finding: Finding, language: str) -> str:
    """A finding that is set aside, on one line."""
    known = phrases(known_language(language))
    return known["report.set-aside.finding"].format(
        severity=known[f"report.severity.{finding.severity}"],
        title=title(finding.check, language),
        check=finding.check,
        path=finding.path or ".",
    )


def why_idle(useless: Idle, language: str) -> str:
    """Why a suppression sets nothing aside, and what may have been meant."""
    known = phrases(known_language(language))
    near = "-near" if useless.why == "unknown-check" and useless.instead else ""
    return known[f"report.set-aside.{useless.why}{near}"].format(
        path=useless.path, check=useless.check, at=useless.at, instead=useless.instead
    )


def said_to_be_none(path: str, language: str) -> str:
    """What a register says where it says that there are none."""
    return phrases(known_language(language))[_NONE_IN_WORDS[path.rpartition(".")[2]]]


def day(when: date, language: str) -> str:
    """A day, the month in words."""
    return format_date(when, "long", locale(language))


def short_day(when: date, language: str) -> str:
    """A day, in few signs."""
    return format_date(when, "medium", locale(language))


def _in_words(value: Any, language: str) -> str:
    for kind, tell in _TELLERS:
        if isinstance(value, kind):
            return tell(value, language)
    return str(value)


def _rule(rule: SpokenOf, language: str) -> str:
    known = phrases(language)
    if rule.what is None or rule.what == Period():
        return known["report.rule.alone"].format(name=rule.name)
    return known["report.rule.with"].format(name=rule.name, what=_in_words(rule.what, language))


def _listed(values: tuple[Any, ...], language: str) -> str:
    """Provisions and data are all meant, no data mean all; of special categories any may be."""
    if not values:
        return phrases(language)["due.all-data"]
    if all(isinstance(one, Provision | Words | SpokenOf | Place) for one in values):
        return format_list([_in_words(one, language) for one in values], "standard", locale(language))
    return format_list([_special(name, language) for name in values], "or", locale(language))


def _special(category: str, language: str) -> str:
    return phrases(language)[f"special.{category}"]


def any_wording(words: Words | None, language: str) -> str:
    """A report quotes the register, so a wording in another language is better than none."""
    return next(filter(None, (label_of(words, one) for one in (language, *LANGUAGES) if words)), "")


_TELLERS: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (Words, any_wording),
    (Provision, cite),
    (Place, lambda place, language: str(locale(language).territories.get(place, place))),
    (date, day),
    (Period, lambda period, language: Voice(Register(), language).length(period)),
    (SpokenOf, _rule),
    (tuple, _listed),
)
"""How values of each class are told."""
