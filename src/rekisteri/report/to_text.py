"""A report as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rekisteri.checks.finding import Finding, Report, Severity
from rekisteri.errors import printable
from rekisteri.law.acts import acts, finnish_amendments_read_to, tables_checked_on
from rekisteri.law.timeline import in_force
from rekisteri.report.messages import cited, day, known_language, message
from rekisteri.text.catalog import month, phrases

__all__ = ["as_text"]

WIDTH = 100


def as_text(report: Report, *, language: str = "en", file: str | None = None) -> str:
    """A report as text, most serious findings first; ends in a newline.

    Args:
        report: What ``check`` found.
        language: ``en``, ``fi`` or ``sv``.
        file: The file the register came from, if it is to be named.

    Raises:
        InvalidValue: Reports are not written in this language.
    """
    known = phrases(known_language(language))
    name = report.register or known["report.unnamed"]
    lines = [
        *([file] if file else []),
        known["report.heading"].format(name=name, day=day(report.on, language)),
        "",
    ]
    for finding in report.findings:
        lines += [*_finding(finding, language), ""]
    lines += [
        known["report.count"].format(**{level.value: _count(report, level) for level in Severity}),
        *([known["report.not-run"].format(count=len(report.not_run))] if report.not_run else []),
        *([] if in_force(acts()["gdpr"], report.on) else [known["report.before-the-gdpr"]]),
        *wrap(_law_checked(language), WIDTH),
    ]
    # what a register is called may hold line breaks and worse: a report is not forged by a name
    return "\n".join(map(printable, lines)) + "\n"


def _law_checked(language: str) -> str:
    read_to = finnish_amendments_read_to()
    return phrases(language)["report.law-checked"].format(
        day=day(tables_checked_on(), language), month=month(read_to, language), year=read_to.year
    )


def _finding(finding: Finding, language: str) -> Iterator[str]:
    """Verdict, place and check on one line, then what it says and the provisions."""
    known = phrases(language)
    verdict = known[f"report.severity.{finding.severity}"]
    sure = known[f"report.certainty.{finding.certainty}"]
    yield f"{verdict}{sure}  {finding.path or '.'}  [{finding.check}]"
    yield from wrap(message(finding, language), WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield from wrap(
        "; ".join(cited(finding, language)),
        WIDTH,
        initial_indent=f"    {known['report.law']} ",
        subsequent_indent="      ",
    )


def _count(report: Report, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in report.findings)
