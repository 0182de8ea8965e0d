"""The schedule of a register's data as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

import attrs

from rekisteri.report.messages import any_wording, day, known_language, short_day
from rekisteri.report.steps import name_in_words, step_in_words
from rekisteri.report.timeline import Kind, Line, Look, Mark, Row, Span, Timeline, as_svg
from rekisteri.retention.answers import Answer, Change, Hold, Record, State
from rekisteri.retention.calculator import due, schedule
from rekisteri.retention.events import EventValue, day_of, event_name
from rekisteri.retention.last import Step
from rekisteri.retention.plan import Plan, PlanOrSource, plan_of
from rekisteri.text.catalog import phrases
from rekisteri.words import Words

__all__ = ["due_as_svg", "kind_of_state"]

LOOKS = {
    State.MUST_KEEP: Look.SOLID,
    State.MAY_ERASE: Look.EMPTY,
    State.MUST_ERASE: Look.STRIPED,
    State.CONFLICT: Look.CROSSED,
    State.HELD: Look.LINED,
    State.UNKNOWN: Look.DOTTED,
}
"""How each state is drawn."""


def due_as_svg(
    source: PlanOrSource,
    events: Mapping[str, EventValue | str],
    records: Iterable[Record] | None = None,
    holds: Iterable[Hold] = (),
    *,
    on: date,
    language: str = "en",
) -> str:
    """What must, may and must not be kept, and when that changes, as a timeline in SVG; ends in a newline.

    Args:
        source: A register, or a plan.
        events: As for ``due``.
        records: As for ``due``; a row for each.
        holds: As for ``due``; thin bars under the rows that they concern.
        on: The day of the vertical line.
        language: ``en``, ``fi`` or ``sv``.

    Raises:
        InvalidValue: Reports are not written in this language, or an event, a category or a day makes no sense.
    """
    known = phrases(known_language(language))
    plan, listed, ordered = plan_of(source), None if records is None else list(records), list(holds)
    answers = due(plan, events, listed, ordered, on=on)  # whatever makes no sense is refused here, with its place
    if listed is None:
        listed = [Record(category=answer.category) for answer in answers]
    cases = [
        _case(plan, events, record, [hold for hold in ordered if hold.concerns(record)], answer=answer, on=on)
        for record, answer in zip(listed, answers, strict=True)
    ]
    intro = known["timeline.intro"].format(day=day(on, language))
    picture = Timeline(
        title=known["timeline.title"].format(day=day(on, language)),
        description=[intro, *(_in_words(case, on, language) for case in cases)],
        rows=[_row(case, language) for case in cases],
        lines=[Line(on, day(on, language))],
        language=language,
        mark_words=known["timeline.event"],
        beyond_words=known["timeline.beyond"],
        empty_words=known["timeline.empty"],
    )
    return as_svg(picture)


@attrs.frozen(kw_only=True)
class _Case:
    """A record with what is drawn of it.

    Attributes:
        answer: What holds on the day of the line.
        changes: What holds from when on.
        happened: The days of its events, with the events.
        holds: The holds that concern it.
    """

    answer: Answer
    changes: Sequence[Change]
    happened: Sequence[tuple[date, Words | str]]
    holds: Sequence[Hold]


def _case(
    plan: Plan,
    events: Mapping[str, EventValue | str],
    record: Record,
    holds: Sequence[Hold],
    *,
    answer: Answer,
    on: date,
) -> _Case:
    """The schedule since the earliest day that is known of a record.

    Nothing is known of the time before that day, so nothing is drawn of it. What is known now counts on every day after it:
    a day before an event is judged by the periods that run from that event, as if one had known then that it would come. Only
    what yields to a request does so from the day of the request.
    """
    happened = sorted(_happened(events, record, answer), key=lambda one: one[0])
    since = min([on, *(day for day, _ in happened), *(hold.since for hold in holds)])
    changes = schedule(plan, events, [record], holds, since=since)
    return _Case(answer=answer, changes=changes, happened=happened, holds=holds)


def _happened(
    events: Mapping[str, EventValue | str], record: Record, answer: Answer
) -> Iterator[tuple[date, Words | str]]:
    """Its own events that have a day, and of the shared ones those that its rules count from."""
    counted: dict[str, Words] = {}
    for step in answer.steps:
        if step.what == "event" and isinstance(event := step.params["event"], Words):
            counted[event_name(event)] = event
    for name, value in {**events, **record.events}.items():
        if isinstance(value, date) and (name in record.events or name in counted):
            yield day_of(value), counted.get(name, name)


# The picture.


def _row(case: _Case, language: str) -> Row:
    known = phrases(language)
    marks = [
        Mark(on, f"{', '.join(_event(event, language) for _, event in several)} {short_day(on, language)}")
        for on, several in groupby(case.happened, key=lambda one: one[0])
    ]
    return Row(
        name=_name(case.answer, language),
        note=known[f"due.state.{case.answer.state}"],
        spans=[*_states(case, language), *(_hold(case, hold, language) for hold in case.holds)],
        marks=marks,
    )


def _states(case: _Case, language: str) -> Iterator[Span]:
    """A bar for each state; where only the purposes that have ended change, it goes on."""
    known = phrases(language)
    starts = _of_states(case.changes)
    for index, change in enumerate(starts):
        state = change.answer.state
        last = starts[index + 1].on - timedelta(1) if index + 1 < len(starts) else None
        words = known[f"due.state.{state}"]
        yield Span(
            first=change.on,
            last=last,
            kind=kind_of_state(state, language),
            label=f"{words}, {_from_to(change.on, last, language)}",
            since=short_day(change.on, language),
        )


def kind_of_state(state: State, language: str) -> Kind:
    """What a bar of a state means; before the colon is said what, after it in what way."""
    known = phrases(language)
    words = known[f"due.state.{state}"]
    return Kind(look=LOOKS[state], words=words, short=words.partition(":")[0], letter=known[f"timeline.letter.{state}"])


def _of_states(changes: Iterable[Change]) -> list[Change]:
    return [next(group) for _, group in groupby(changes, key=lambda change: change.answer.state)]


def _hold(case: _Case, hold: Hold, language: str) -> Span:
    known = phrases(language)
    reason = name_in_words(hold.reason, language)
    told = known["timeline.hold"].format(reason=reason, days=_from_to(hold.since, hold.until, language))
    refused = _refused_from(case, hold)
    if refused:
        told = known["timeline.without-effect"].format(hold=told, day=short_day(refused, language))
    kind = Kind(look=Look.THIN, words=known["timeline.holds"])
    return Span(first=hold.since, last=hold.until, kind=kind, label=told, note=told)


def _refused_from(case: _Case, hold: Hold) -> date | None:
    """From when on it masks nothing: a law that does not know its reason sets the maximum that has passed."""
    step = _step(hold, "hold-refused")
    return next((change.on for change in case.changes if step in change.answer.steps), None)


def _step(hold: Hold, what: str) -> Step:
    return Step(what, {"reason": hold.reason, "since": hold.since, "until": hold.until})


# The words.


def _in_words(case: _Case, on: date, language: str) -> str:
    """The whole row in words, as a paragraph."""
    known = phrases(language)
    answer = case.answer
    states = [
        f"{day(change.on, language)}: {known[f'due.state.{change.answer.state}']}"
        for change in _of_states(case.changes)
    ]
    happened = [f"{_event(event, language)} {day(when, language)}" for when, event in case.happened]
    missing = [name_in_words(one, language) for one in answer.missing]
    told = [
        known["timeline.today"].format(day=day(on, language), state=known[f"due.state.{answer.state}"]),
        *([known["due.missing"].format(value=", ".join(missing))] if missing else []),
        *([known["timeline.events"].format(value="; ".join(happened))] if happened else []),
        *(f"{_hold_in_words(case, hold, language)}." for hold in case.holds),
    ]
    return f"{_name(answer, language)} – {'; '.join(states)}. {' '.join(told)}"


def _hold_in_words(case: _Case, hold: Hold, language: str) -> str:
    known = phrases(language)
    told = step_in_words(_step(hold, "hold"), language)
    refused = _refused_from(case, hold)
    return known["timeline.without-effect"].format(hold=told, day=day(refused, language)) if refused else told


def _name(answer: Answer, language: str) -> str:
    name = answer.category or phrases(language)["due.all-data"]
    return f"{name} [{answer.record}]" if answer.record else name


def _event(event: Words | str, language: str) -> str:
    return any_wording(event, language) if isinstance(event, Words) else name_in_words(event, language)


def _from_to(first: date, last: date | None, language: str) -> str:
    known = phrases(language)
    if last is None:
        return known["timeline.from"].format(first=short_day(first, language))
    return known["timeline.from-to"].format(first=short_day(first, language), last=short_day(last, language))
