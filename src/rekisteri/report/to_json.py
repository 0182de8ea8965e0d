"""Reports as JSON: a contract that scripts depend on."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps

from rekisteri.checks.finding import Finding, Report
from rekisteri.report.messages import how_to_mend, known_language, message

__all__ = ["as_json"]


def as_json(reports: Sequence[tuple[str | None, Report]], *, language: str = "en") -> str:
    """Reports by file as a JSON list, one entry a file; ends in a newline.

    Args:
        reports: Each report with the file it is about, None if there is none.
        language: The language of the messages.

    Raises:
        InvalidValue: Reports are not written in this language.
    """
    known_language(language)
    entries = [
        {
            "file": file,
            "register": report.register,
            "on": report.on.isoformat(),
            "findings": [_finding(finding, language) for finding in report.findings],
            "said_to_be_none": list(report.said_to_be_none),
        }
        for file, report in reports
    ]
    return dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, language: str) -> dict[str, object]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "certainty": finding.certainty.value,
        "path": finding.path,
        "citations": [str(provision) for provision in finding.citations],
        "message": message(finding, language),
        "mend": how_to_mend(finding.check, language),
    }
