"""A report as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rekisteri.checks.finding import Finding, Report, Severity
from rekisteri.law.acts import finnish_amendments_read_to, tables_checked_on
from rekisteri.report.messages import cited, day, known_language, message, month
from rekisteri.text.catalog import phrases

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
    checked = day(tables_checked_on(), language), month(finnish_amendments_read_to(), language)
    lines += [
        known["report.count"].format(**{level.value: _count(report, level) for level in Severity}),
        *([known["report.not-run"].format(count=len(report.not_run))] if report.not_run else []),
        *wrap(known["report.law-checked"].format(day=checked[0], month=checked[1]), WIDTH),
    ]
    return "\n".join(lines) + "\n"


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
