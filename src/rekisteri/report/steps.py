"""The steps of an answer in words: from which event, by which rule and period, to which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from rekisteri.model.register import Register
from rekisteri.report.messages import any_wording, day
from rekisteri.retention.last import Step
from rekisteri.retention.period import Period
from rekisteri.retention.rule import Limit, Reason
from rekisteri.text.catalog import phrases
from rekisteri.text.citations import cite
from rekisteri.text.voice import Voice
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words

__all__ = ["name_in_words", "step_in_words"]


def step_in_words(step: Step, language: str) -> str:
    """One step as a line."""
    told = {name: _told(value, language) for name, value in step.params.items()}
    phrase = phrases(language)[f"due.step.{_phrase(step.params, step.what)}"]
    return phrase.format(**told)


def _phrase(params: Mapping[str, object], what: str) -> str:
    """Which phrase says a step: some depend on what is in it."""
    if what == "rounded":
        return f"rounded-{params['span']}"
    if what == "event-state":
        return f"event-{params['state']}"
    if what == "rule" and params["reason"] is None:
        return "rule-without-reason"
    if what == "hold" and params["until"] is None:
        return "hold-open"
    return what


def name_in_words(name: str, language: str) -> str:
    """An event or another fact by the name it goes by in answers."""
    term = lookup(name)
    known = phrases(language)
    return term.label(language) if term else known.get(f"due.fact.{name}", name)


def _told(value: Any, language: str) -> str:
    for kind, tell in _TELLERS:
        if isinstance(value, kind):
            return tell(value, language)
    return phrases(language)["due.limit.unstated"] if value is None else name_in_words(str(value), language)


def _reason(reason: Reason, language: str) -> str:
    return cite(reason.provision, language) if reason.provision else any_wording(reason.decision, language)


_TELLERS: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (Limit, lambda limit, language: phrases(language)[f"due.limit.{limit}"]),
    (Reason, _reason),
    (Words, any_wording),
    (Period, lambda period, language: Voice(Register(), language).length(period)),
    (datetime, lambda instant, language: f"{day(instant.date(), language)} {instant:%H:%M}"),
    (date, day),
)
"""How values of each class are told; an instant is a day too, so it comes first."""
