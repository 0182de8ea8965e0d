"""Reports as JSON: a contract that scripts depend on."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps

from rekisteri.checks.finding import Finding, Idle, Report, SetAside
from rekisteri.law.acts import finnish_amendments_read_to, tables_checked_on
from rekisteri.report.messages import any_wording, cited, how_to_mend, known_language, message, title
from rekisteri.words import Words

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
            "set_aside": [_set_aside(one, language) for one in report.set_aside],
            "idle_suppressions": [_idle(one) for one in report.idle],
            "said_to_be_none": list(report.said_to_be_none),
            "not_run": list(report.not_run),
            "law": {
                "checked_on": tables_checked_on().isoformat(),
                "finnish_amendments_read_to": finnish_amendments_read_to().isoformat()[:7],
            },
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
        "provisions": cited(finding, language),
        "title": title(finding.check, language),
        "message": message(finding, language),
        "mend": how_to_mend(finding.check, language),
        "right_when_drafted": finding.right_when_drafted,
        **_witness(finding),
    }


def _set_aside(one: SetAside, language: str) -> dict[str, object]:
    return {
        **_finding(one.finding, language),
        "by": one.by,
        "exemption": str(one.provision) if one.provision else None,
        "reason": any_wording(one.reason, language) if isinstance(one.reason, Words) else one.reason,
        "until": one.until.isoformat() if one.until else None,
    }


def _idle(one: Idle) -> dict[str, object]:
    return {"path": one.path, "check": one.check, "why": one.why, "at": one.at, "instead": one.instead}


def _witness(finding: Finding) -> dict[str, object]:
    if finding.meeting is None:
        return {}
    from rekisteri.report.witness import witness_as_data  # most reports need none

    return {"witness": witness_as_data(finding.meeting)}
