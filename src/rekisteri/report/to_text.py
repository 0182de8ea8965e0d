"""A report as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rekisteri.checks.finding import Finding, Report, Severity
from rekisteri.errors import printable
from rekisteri.law.acts import acts, finnish_amendments_read_to, tables_checked_on
from rekisteri.law.timeline import in_force
from rekisteri.report.messages import (
    cited,
    day,
    found_aside,
    how_to_mend,
    known_language,
    message,
    said_to_be_none,
    title,
    why_idle,
    why_set_aside,
)
from rekisteri.text.catalog import month, phrases
from rekisteri.text.lines import wrapped

__all__ = ["as_text"]

WIDTH = 100
_MESSAGE = 8


def as_text(report: Report, *, language: str = "en", file: str | None = None, notes: bool = False) -> str:
    """A report as text, most serious findings first; ends in a newline.

    Args:
        report: What ``check`` found.
        language: ``en``, ``fi`` or ``sv``.
        file: The file the register came from, if it is to be named.
        notes: Whether to show the notes; otherwise only their number and their checks.

    Raises:
        InvalidValue: Reports are not written in this language.
    """
    known = phrases(known_language(language))
    name = report.register or known["report.unnamed"]
    lines = [
        *([file] if file else []),
        known["report.heading"].format(name=name, day=day(report.on, language)),
        "",
        *_before_the_gdpr(report, language),
        *_findings(report, language, notes=notes),
        *_set_aside(report, language),
        *_said_to_be_none(report, language),
        _count(report, language),
        *([] if notes else _folded(report, language, option="--notes" if file else "notes=True")),
        *([known["report.not-run"].format(count=len(report.not_run))] if report.not_run else []),
        *wrapped(_law_checked(language), WIDTH),
    ]
    # what a register is called may hold line breaks and worse: a report is not forged by a name
    return "\n".join(map(printable, lines)) + "\n"


def _before_the_gdpr(report: Report, language: str) -> list[str]:
    """That most duties were not judged, on a day before they began."""
    gdpr = acts()["gdpr"]
    if gdpr.valid_from is None or in_force(gdpr, report.on):
        return []
    return [*wrapped(phrases(language)["report.before-the-gdpr"].format(day=day(gdpr.valid_from, language)), WIDTH), ""]


def _count(report: Report, language: str) -> str:
    """How many findings of each severity there are, and how many are set aside, if any."""
    told = {level.value: len(_of(report, level)) for level in Severity}
    words = phrases(language)["report.count-and-aside" if report.set_aside else "report.count"]
    return words.format(**told, **({"aside": len(report.set_aside)} if report.set_aside else {}))


def _findings(report: Report, language: str, *, notes: bool) -> Iterator[str]:
    """A heading for each severity; under it the findings, those of one check on the same provisions together."""
    if not report.findings:
        yield from (phrases(language)["report.nothing-found"], "")
    for severity in Severity:
        found = _of(report, severity)
        if found and (notes or severity is not Severity.NOTE):
            yield from (phrases(language)[f"report.group.{severity}"].format(count=len(found)), "")
            for (check, _), group in groupby(found, key=lambda finding: (finding.check, finding.citations)):
                yield from _group(check, list(group), language)


def _group(check: str, findings: Sequence[Finding], language: str) -> Iterator[str]:
    """What is wrong, in each place, by which provisions, and how to mend it."""
    known = phrases(language)
    yield f"  {title(check, language)}  [{check}]"
    for finding in findings:
        yield f"    {finding.path or '.'}{known[f'report.certainty.{finding.certainty}']}"
        yield from _indented(message(finding, language), _MESSAGE)
        yield from _story(finding, language)
    yield from _indented(f"{known['report.law']} {'; '.join(cited(findings[0], language))}", 4)
    yield from _indented(f"{known['report.mend']} {how_to_mend(check, language)}", 4)
    yield ""


def _story(finding: Finding, language: str) -> Iterator[str]:
    """The timeline that shows two rules contradict each other."""
    if finding.meeting:
        from rekisteri.report.witness import story  # most reports need none

        for line in story(finding, language):
            yield from _indented(line, _MESSAGE)


def _set_aside(report: Report, language: str) -> Iterator[str]:
    """What the register answers for by itself, under each exemption and suppression; and the suppressions that are of no use."""
    known = phrases(language)
    if report.set_aside:
        yield from (known["report.set-aside.heading"].format(count=len(report.set_aside)), "")
    for _, group in groupby(sorted(report.set_aside, key=lambda one: one.by), key=lambda one: one.by):
        held = list(group)
        yield from _indented(why_set_aside(held[0], language), 2)
        for one in held:
            yield from _indented(found_aside(one.finding, language), 4)
        yield ""
    for useless in report.idle:
        yield from _indented(why_idle(useless, language), 2)
    if report.idle:
        yield ""


def _said_to_be_none(report: Report, language: str) -> Iterator[str]:
    """What no check can see: whether it is true that there are none."""
    if report.said_to_be_none:
        yield phrases(language)["report.stated-none"]
        for path in report.said_to_be_none:
            yield from _indented(f"{path}: {said_to_be_none(path, language)}", 2)
        yield ""


def _folded(report: Report, language: str, *, option: str) -> list[str]:
    """How many notes are not shown, of which checks, and how to see them."""
    notes = _of(report, Severity.NOTE)
    checks = ", ".join(dict.fromkeys(note.check for note in notes))
    text = phrases(language)["report.folded"].format(count=len(notes), checks=checks, option=option)
    return wrapped(text, WIDTH) if notes else []


def _law_checked(language: str) -> str:
    read_to = finnish_amendments_read_to()
    return phrases(language)["report.law-checked"].format(
        day=day(tables_checked_on(), language), month=month(read_to, language), year=read_to.year
    )


def _of(report: Report, severity: Severity) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is severity]


def _indented(text: str, by: int) -> list[str]:
    """Lines of one paragraph; what is labelled goes on a little further in."""
    further = by if by == _MESSAGE else by + 2
    return wrapped(text, WIDTH, " " * by, " " * further)
