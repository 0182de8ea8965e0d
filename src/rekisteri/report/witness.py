"""The timeline that shows a contradiction: as a small dated story, as data, and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rekisteri.checks.finding import Finding
from rekisteri.errors import InvalidValue, Problem
from rekisteri.model.register import Register
from rekisteri.report.due_to_svg import kind_of_state
from rekisteri.report.messages import any_wording, day, known_language, short_day, title
from rekisteri.report.steps import name_in_words
from rekisteri.report.timeline import Kind, Line, Look, Mark, Row, Span, Timeline, as_svg
from rekisteri.retention.answers import State
from rekisteri.retention.events import day_of
from rekisteri.retention.meeting import Because, Meeting, Witness
from rekisteri.retention.rule import OrderAssumption
from rekisteri.text.catalog import phrases
from rekisteri.text.voice import Voice

__all__ = ["story", "witness_as_data", "witness_as_svg"]


def story(finding: Finding, language: str) -> list[str]:
    """What happens when, a line each, and under what order of events it would not; nothing of other findings."""
    meeting = finding.meeting
    if meeting is None:
        return []
    known = phrases(language)
    witness = meeting.witness
    lines = [] if witness is None else [known["report.witness.heading"], *_dated(finding, meeting, witness, language)]
    return [*lines, *(_assumption(one, language) for one in meeting.assumptions)]


def _dated(finding: Finding, meeting: Meeting, witness: Witness, language: str) -> Iterator[str]:
    known = phrases(language)
    for when, event in _happened(witness):
        yield known["report.witness.event"].format(day=day(when, language), event=name_in_words(event, language))
    yield _gone(finding, meeting, witness, language)
    yield _kept(meeting, witness, language)


def _gone(finding: Finding, meeting: Meeting, witness: Witness, language: str) -> str:
    """After which day the data must be gone, or are not needed for claims any more: these forbid nothing."""
    phrase = "report.witness.gone-claim" if finding.variant == "claim" else "report.witness.gone"
    return phrases(language)[phrase].format(day=day(witness.erase_by, language), erase=", ".join(meeting.erase))


def _kept(meeting: Meeting, witness: Witness, language: str) -> str:
    what = "yields" if meeting.reason is Because.YIELDS else "keep"
    if witness.keep_through is None:
        return phrases(language)[f"report.witness.{what}-open"].format(keep=meeting.keep)
    through = day(witness.keep_through, language)
    return phrases(language)[f"report.witness.{what}"].format(day=through, keep=meeting.keep)


def _happened(witness: Witness) -> list[tuple[date, str]]:
    return sorted((day_of(value), event) for event, value in witness.events.items() if isinstance(value, date))


def _assumption(one: OrderAssumption, language: str) -> str:
    told = {"earlier": any_wording(one.earlier, language), "later": any_wording(one.later, language)}
    if one.within is None:
        return phrases(language)["report.witness.assumption"].format(**told)
    within = Voice(Register(), language).length(one.within)
    return phrases(language)["report.witness.assumption-within"].format(**told, within=within)


def witness_as_data(meeting: Meeting) -> dict[str, object]:
    """The two rules and the timeline, as plain data for JSON: with these events ``due`` gives the same answer."""
    data: dict[str, object] = {"keep": meeting.keep, "erase": list(meeting.erase)}
    witness = meeting.witness
    if witness:
        data |= {
            **({"category": meeting.category} if meeting.category else {}),
            "subjects": list(witness.record.subjects),
            "events": {name: str(value) for name, value in witness.events.items()},
            "on": witness.on.isoformat(),
            "keep_through": witness.keep_through.isoformat() if witness.keep_through else None,
            "erase_by": witness.erase_by.isoformat(),
        }
    return data | ({"assumptions": [str(one) for one in meeting.assumptions]} if meeting.assumptions else {})


def witness_as_svg(finding: Finding, *, language: str = "en") -> str:
    """The timeline that shows a contradiction, or an own period that yields, as a picture in SVG; ends in a newline.

    Args:
        finding: A finding of two rules that meet.
        language: ``en``, ``fi`` or ``sv``.

    Raises:
        InvalidValue: Reports are not written in this language, or the finding has no such timeline.
    """
    known = phrases(known_language(language))
    meeting = finding.meeting
    if meeting is None or meeting.witness is None:
        raise InvalidValue("witness", [Problem("", "a finding without a timeline", "one of two rules that meet")])
    happened = _happened(meeting.witness)
    row = Row(
        name=meeting.category or known["due.all-data"],
        spans=_spans(finding, meeting, meeting.witness, min([when for when, _ in happened], default=None), language),
        marks=[Mark(when, f"{name_in_words(event, language)} {short_day(when, language)}") for when, event in happened],
    )
    picture = Timeline(
        title=title(finding.check, language),
        description=story(finding, language),
        rows=[row],
        lines=[Line(meeting.witness.on, short_day(meeting.witness.on, language))],
        language=language,
        mark_words=known["timeline.event"],
        beyond_words=known["timeline.beyond"],
    )
    return as_svg(picture)


def _spans(finding: Finding, meeting: Meeting, witness: Witness, first: date | None, language: str) -> Iterator[Span]:
    """A bar for the rule that keeps and one for what erases, one under the other where both speak."""
    begun = first or witness.erase_by
    yield Span(
        first=min(begun, witness.erase_by),
        last=witness.keep_through,
        kind=_kind_of_period(meeting, language),
        label=_kept(meeting, witness, language),
        note=meeting.keep,
    )
    yield Span(
        first=witness.erase_by + timedelta(1),
        last=witness.keep_through,
        kind=kind_of_state(State.MUST_ERASE, language),
        label=_gone(finding, meeting, witness, language),
        note=", ".join(meeting.erase),
    )


def _kind_of_period(meeting: Meeting, language: str) -> Kind:
    """A period that yields must not be kept, it only would be."""
    if meeting.reason is not Because.YIELDS:
        return kind_of_state(State.MUST_KEEP, language)
    words = phrases(language)["report.witness.own-period"]
    return Kind(look=Look.EMPTY, words=words, short=words)
