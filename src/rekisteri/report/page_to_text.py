"""The manual page of a check as text for people."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks import all_checks, check
from rekisteri.checks.engine import Check
from rekisteri.checks.finding import Certainty
from rekisteri.checks.manual import Page, page_of
from rekisteri.errors import Problem, UnknownName, nearest
from rekisteri.json_format import loads
from rekisteri.law.acts import tables_checked_on
from rekisteri.report.messages import known_language, message
from rekisteri.text.catalog import phrases
from rekisteri.text.citations import cite
from rekisteri.text.lines import wrapped

__all__ = ["page_as_text"]

WIDTH = 100


def page_as_text(id: str, *, language: str = "en") -> str:
    """What a check looks for, why, an example with and without a finding, how to mend it; ends in a newline.

    Args:
        id: The check's id.
        language: ``en``, ``fi`` or ``sv``.

    Raises:
        UnknownName: There is no such check.
        InvalidValue: Pages are not written in this language.
    """
    known = [*all_checks(), *(entry.family for entry in all_checks().values())]
    if id not in all_checks():
        raise UnknownName(
            "check", [Problem("", f"the unknown check “{id}”", "a check's id or a family", nearest(id, known))]
        )
    known_language(language)
    return "\n".join(_lines(all_checks()[id], page_of(id), language)) + "\n"


def _lines(entry: Check, page: Page, language: str) -> Iterator[str]:
    known, words = phrases(language), page.words[language]
    possible = known["report.page.possible"] if entry.certainty is Certainty.POSSIBLE else ""
    yield from (entry.id, words["title"], "")
    yield known["report.page.family"].format(family=f"{known[f'report.family.{entry.family}']} [{entry.family}]")
    yield known["report.page.verdict"].format(severity=known[f"report.severity.{entry.severity}"], certainty=possible)
    yield from _part(known["report.page.what"], words["what"])
    yield from _part(known["report.page.why"], words["why"])
    yield from _indented(_provisions(entry, language))
    yield from ("", known["report.page.fails"], "")
    yield from _example(page.fails)
    yield from _found(page, language)
    yield from ("", known["report.page.passes"], "")
    yield from _example(page.passes)
    yield from _part(known["report.page.mend"], words["mend"])
    if page.references:
        yield from ("", known["report.page.references"], "")
        for reference in page.references:
            yield from _indented(reference)


def _part(heading: str, text: str) -> Iterator[str]:
    yield from ("", heading, "")
    yield from _indented(text)


def _provisions(entry: Check, language: str) -> str:
    cited = "; ".join(cite(provision, language) for provision in entry.citations)
    known = phrases(language)
    return known["report.page.provisions"].format(value=cited) if cited else known["report.page.own"]


def _example(text: str) -> list[str]:
    """An example as it stands, its lines not broken: it can be copied."""
    return [f"  {line}" for line in text.rstrip().split("\n")]


def _found(page: Page, language: str) -> Iterator[str]:
    """What the check says of the failing example."""
    known = phrases(language)
    on = page.on or tables_checked_on()
    yield ""
    for finding in check(loads(page.fails), on=on, select=[page.check]):
        told = known["report.page.found"].format(
            path=finding.path or ".",
            severity=known[f"report.severity.{finding.severity}"],
            message=message(finding, language),
        )
        yield from _indented(told)


def _indented(text: str) -> list[str]:
    return wrapped(text, WIDTH, "  ", "  ")
