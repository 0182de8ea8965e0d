"""Answers of the calculator as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rekisteri.errors import printable
from rekisteri.report.messages import any_wording, day, known_language
from rekisteri.report.steps import name_in_words, step_in_words
from rekisteri.retention.answers import Answer
from rekisteri.text.catalog import phrases

__all__ = ["due_as_text"]

LEVEL = {
    "rule": 4,
    "rule-without-reason": 4,
    "promise": 4,
    "replaced": 4,
    "waits": 4,
    "waits-open": 4,
    "yields": 4,
    "hold": 4,
    "hold-refused": 4,
}
"""How far the steps are indented: what belongs to a rule stands under it."""


def due_as_text(answers: Sequence[Answer], *, on: date, language: str = "en") -> str:
    """What must, may and must not be kept, and why, answer by answer; ends in a newline.

    Args:
        answers: What ``due`` found.
        on: The day it was asked for.
        language: ``en``, ``fi`` or ``sv``.

    Raises:
        InvalidValue: Reports are not written in this language.
    """
    known = phrases(known_language(language))
    lines = [known["due.heading"].format(day=day(on, language)), ""]
    for answer in answers:
        lines += [*_answer(answer, language), ""]
    return "\n".join(map(printable, lines)).rstrip("\n") + "\n"


def _answer(answer: Answer, language: str) -> Iterator[str]:
    known = phrases(language)
    name = " ".join(
        filter(None, [answer.category or known["due.all-data"], f"[{answer.record}]" if answer.record else ""])
    )
    yield f"{name}: {known[f'due.state.{answer.state}']}"
    told = {
        "from": day(answer.free_from, language) if answer.free_from else None,
        "until": day(answer.until, language) if answer.until else None,
        "open-ended": "" if answer.open_ended and not answer.until else None,
        "then": any_wording(answer.then, language) if answer.then else None,
        "purposes-ended": ", ".join(answer.purposes_ended) or None,
        "missing": ", ".join(name_in_words(one, language) for one in answer.missing) or None,
    }
    for what, value in told.items():
        if value is not None:
            yield f"  {known[f'due.{what}'].format(value=value)}"
    for step in answer.steps:
        yield f"{' ' * LEVEL.get(step.what, 6)}{step_in_words(step, language)}"
