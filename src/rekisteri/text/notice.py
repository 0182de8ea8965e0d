"""The notice of Arts 13 and 14, in the order Finnish readers know from the old official form.

Silence prints nothing. What the register says prints, lawful or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rekisteri.errors import InvalidValue, MissingWording, Problem
from rekisteri.law.acts import finnish_amendments_read_to, tables_checked_on
from rekisteri.model.register import Register
from rekisteri.text.catalog import month
from rekisteri.text.document import Document
from rekisteri.text.topics import activities, data, parties, purposes, recipients, rights, security, time, tracking
from rekisteri.text.tree import Block, Paragraph, Topic
from rekisteri.text.voice import Voice
from rekisteri.text.wording import missing
from rekisteri.words import LANGUAGES, for_notice

__all__ = ["render"]

TOPICS: tuple[tuple[str, Callable[[Voice], Iterator[Block]]], ...] = (
    ("kept-by", parties.kept_by),
    ("controllers", parties.controllers),
    ("contacts", parties.contacts),
    ("dpos", parties.dpos),
    ("name", parties.register_name),
    ("activities", activities.activities),
    ("purposes", purposes.purposes),
    ("data-subjects", data.subjects),
    ("data", data.categories),
    ("requirements", data.requirements),
    ("sources", data.sources),
    ("recipients", recipients.recipients),
    ("transfers", recipients.transfers),
    ("retention", time.retention),
    ("erasure", time.erasure),
    ("security", security.security),
    ("tracking", tracking.tracking),
    ("automated-decisions", tracking.automated_decisions),
    ("exemptions", rights.exemptions),
    ("rights", rights.rights),
    ("objection", rights.objection),
    ("authorities", parties.authorities),
    ("changes", parties.changes),
)


def render(register: Register, *, form: str = "notice", language: str | None = None) -> Document:
    """Print a register as a document.

    Args:
        register: Any register; what it does not say is left out.
        form: ``notice``, the only form built so far.
        language: ``fi``, ``sv`` or ``en``; by default the register's own.

    Raises:
        InvalidValue: There is no such form or language, or the register names no language and none is given.
        MissingWording: Something that would be printed has no wording in the language; the error lists every path.
    """
    spoken = language or register.language
    problems = [
        *([] if form == "notice" else [Problem("form", f"“{form}”", "“notice”")]),
        *([] if spoken in LANGUAGES else [_no_language(spoken)]),
    ]
    if problems or spoken is None:
        raise InvalidValue("render", problems)
    if gaps := missing(register, spoken):
        raise MissingWording(spoken, gaps)
    voice = Voice(register, spoken)
    return Document(
        language=spoken,
        title=_title(voice),
        facts=tuple(_facts(voice)),
        topics=(*_topics(voice), *_free_sections(voice)),
        footer=tuple(_footer(voice)),
    )


def _no_language(spoken: str | None) -> Problem:
    found = f"“{spoken}”" if spoken else "nothing, and the register names no language"
    return Problem("language", found, "“fi”, “sv” or “en”")


def _title(voice: Voice) -> str:
    """The document's own title in its own language, else the usual one."""
    register = voice.register
    own = register.title if register.language in (None, voice.language) else None
    return own or voice.say("notice.record-title" if register.kept_by else "notice.title")


def _facts(voice: Voice) -> Iterator[str]:
    register = voice.register
    yield from voice.line("notice.drafted", register.drafted)
    yield from voice.line("notice.updated", register.updated)
    yield from voice.line("notice.version", register.version)
    yield from voice.line("notice.prepared-under", register.prepared_under)


def _topics(voice: Voice) -> Iterator[Topic]:
    for name, write in TOPICS:
        if blocks := tuple(write(voice)):
            yield Topic(voice.say(f"headings.{_heading(voice, name)}"), blocks)


def _heading(voice: Voice, name: str) -> str:
    """A heading promises legal bases only where some are told."""
    register = voice.register
    told = (
        any(purpose.legal_bases for purpose in register.purposes or ()) or register.legal_bases or register.not_based_on
    )
    return "purposes-only" if name == "purposes" and not told else name


def _free_sections(voice: Voice) -> Iterator[Topic]:
    """The words that stand in no field, under their own headings."""
    for section in voice.register.sections or ():
        if section.free_words and for_notice(section):
            heading = re.sub(r"^\s*\d{1,2}[.)]\s+(?=[A-ZÅÄÖ])", "", section.heading)  # its number in the old document
            yield Topic(voice.say("notice.free-section", heading=heading), (Paragraph(section.free_words),))


def _footer(voice: Voice) -> Iterator[str]:
    read_to = finnish_amendments_read_to()
    yield voice.say(
        "notice.law-checked",
        day=voice.day(tables_checked_on()),
        month=month(read_to, voice.language),
        year=read_to.year,
    )
    yield voice.say("notice.no-advice")
