"""Answers of the calculator as JSON: a contract that scripts depend on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from json import dumps

from rekisteri.report.messages import any_wording, known_language
from rekisteri.report.steps import step_in_words
from rekisteri.retention.answers import Answer

__all__ = ["due_as_json"]


def due_as_json(answers: Sequence[Answer], *, language: str = "en") -> str:
    """Answers as a JSON list, one entry each; ends in a newline.

    Args:
        answers: What ``due`` found.
        language: The language of ``then`` and of the steps.

    Raises:
        InvalidValue: Reports are not written in this language.
    """
    known_language(language)
    return dumps([_entry(answer, language) for answer in answers], ensure_ascii=False, indent=2) + "\n"


def _entry(answer: Answer, language: str) -> dict[str, object]:
    record = {"record": answer.record} if answer.record is not None else {}
    return {
        **record,
        "category": answer.category,
        "state": answer.state.value,
        "from": _day(answer.free_from),
        "until": _day(answer.until),
        "open_ended": answer.open_ended,
        "purposes_ended": list(answer.purposes_ended),
        "missing": list(answer.missing),
        "then": any_wording(answer.then, language) if answer.then else None,
        "rules": list(answer.rules),
        "steps": [step_in_words(step, language) for step in answer.steps],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
