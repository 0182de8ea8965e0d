"""Plans that a lawyer can write and check: ``tests/data/consistency/*.toml``. How they are written: ``contradiction.toml``."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
import pytest

from rekisteri.json_format.converter import converter
from rekisteri.retention import (
    Because,
    Category,
    Consistency,
    ErasureRule,
    EventState,
    Last,
    Meeting,
    OrderAssumption,
    Outcome,
    Period,
    Plan,
    Record,
    RetentionRule,
    State,
    Witness,
    consistency_of,
    due,
    expiry,
)
from rekisteri.retention.period import plus
from rekisteri.retention.plan import CEILINGS
from rekisteri.vocabulary import term
from retention.ordered import Timeline, name_of, obeys
from retention.written import as_json, calendar_of, rule_of

FOLDER = Path(__file__).parents[1] / "data" / "consistency"
FILES = sorted(FOLDER.glob("*.toml"))
LEAST_CASES = {
    Outcome.CONTRADICTION: 30,
    Outcome.CONSISTENT: 30,
    Outcome.DEPENDS: 12,
    Outcome.UNDECIDED: 10,
}

TOLD = {"name", "why", "source"}
GIVEN = {"rules", "erasure", "categories", "financial_year_end", "irregular_years", "order"}
EXPECTED = {"meetings", "apart", "gaps", "example"}
OF_A_MEETING = {"category", "subjects", "purposes", "keep", "erase", "outcome", "reason"}
SHOWN = {"erase_by", "no_later", "assumption", "missing", "third"}
OF_AN_EXAMPLE = {"category", "subject", "rule", "events", "keep_through", "erase_by"}

TODAY = date(2026, 11, 22)
NO_END = date.max
FAR_OFF = date(2126, 11, 22)
ONE_DAY = timedelta(days=1)
FAR_APART = 15
LONG = 12


@attrs.frozen(eq=False, slots=False)
class Worked:
    """One case as it stands in its file."""

    outcome: Outcome
    said: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its name, told apart from those of other files."""
        return f"{self.outcome}: {self.said['name']}"

    @cached_property
    def plan(self) -> Plan:
        """All that it says about keeping and erasing."""
        order = [converter().structure(one, OrderAssumption) for one in self.said.get("order", ())]
        return Plan(
            rules=[rule_of(written) for written in self.said.get("rules", ())],
            erasure=[converter().structure(as_json(one), ErasureRule) for one in self.said.get("erasure", ())],
            categories=[Category(**one) for one in self.said.get("categories", ())],
            calendar=calendar_of(self.said),
            order=order,
        )

    @cached_property
    def found(self) -> Consistency:
        """What the library makes of it."""
        return consistency_of(self.plan, on=TODAY)

    def meetings(self, told: Mapping[str, Any]) -> list[Meeting]:
        """The meetings that are told of."""
        return [
            meeting
            for meeting in self.found.meetings
            if (meeting.keep, set(meeting.erase)) == (told["keep"], set(told["erase"]))
            and told.get("category", meeting.category) == meeting.category
        ]

    def state(self, on: date, events: Timeline, record: Record) -> State:
        """What the calculator answers for a record on a day."""
        (answer,) = due(self.plan, events, [record], on=on)
        return answer.state

    def end_of(self, name: str, events: Timeline) -> date | None:
        """The last day that a rule or a promise sets by itself, with the time that the erasure may take."""
        for place, promise in enumerate(self.plan.erasure):
            if name == (promise.id or f"erasure[{place}]"):
                asked = events.get(name_of(promise.trigger))
                period = promise.deadline.period if promise.deadline else None
                return plus(asked, period or Period()) if isinstance(asked, date) and not promise.denied else None
        (rule,) = (one.rule for one in self.plan.named_rules if one.name == name)
        day = expiry(rule, events, self.plan.calendar).day
        return plus(day, rule.within) if day and rule.within else day

    def last_day(self, name: str, events: Timeline) -> date | None:
        """The last day of a rule."""
        (rule,) = (one.rule for one in self.plan.named_rules if one.name == name)
        return expiry(rule, events, self.plan.calendar).day

    def third_ends(self, meeting: Meeting, events: Timeline, on: date) -> set[str]:
        """The ends of rules that do not belong to a meeting, of the same data, and have passed."""
        named = {one.name: one.rule.data for one in self.plan.named_rules if one.rule.limit in CEILINGS}
        named |= {one.id or f"erasure[{place}]": one.data for place, one in enumerate(self.plan.erasure)}
        found: set[str] = set()
        for name, data in named.items():
            speaks = not data or meeting.category in data
            end = self.end_of(name, events) if speaks and name not in meeting.erase else None
            if end and end < on:
                found.add(name)
        return found


def _read(path: Path) -> list[Worked]:
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [Worked(Outcome(path.stem), said) for said in cases]


CASES = [case for path in FILES for case in _read(path)]


def _each(cases: Iterable[Worked]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases])


each_case = _each(CASES)


def _told(assumption: OrderAssumption) -> str:
    """An assumption as cases write it: ``invoice <= relationship-end + P2M``."""
    within = assumption.within or Period()
    some = f" + {within}" if within != Period() else ""
    return f"{name_of(assumption.earlier)} <= {name_of(assumption.later)}{some}"


def _assumption(text: str, *, more: int = 0) -> OrderAssumption:
    """The assumption that a text tells, or one with some days more."""
    order, _, period = text.partition(" + ")
    earlier, _, later = order.partition(" <= ")
    within = Period.parse(period) if period else Period()
    longer = attrs.evolve(within, days=within.days + more)
    return OrderAssumption(earlier=term(earlier), later=term(later), within=longer)


def _day(text: str, events: Timeline) -> date:
    """The day that a text tells: ``contract-end + P1Y + P30D``, one period after the other."""
    event, *periods = text.split(" + ")
    day = events[event]
    assert isinstance(day, date)
    for period in periods:
        day = plus(day, Period.parse(period))
    return day


# What comes out.


@each_case
def test_the_outcome(case: Worked) -> None:
    """The plan comes to what was worked out by hand, and each meeting that decides it to its reason."""
    assert case.found.outcome is case.outcome
    for told in case.said.get("meetings", ()):
        found = case.meetings(told)
        assert found, f"{told['keep']} does not meet {told['erase']}"
        for meeting in found:
            expected = Outcome(told.get("outcome", case.outcome))
            assert (meeting.outcome, meeting.reason) == (expected, Because(told["reason"]))
        if "subjects" in told:
            assert {one for meeting in found for one in meeting.subjects} == set(told["subjects"])
        if "purposes" in told:
            assert {one for meeting in found for one in meeting.purposes} == set(told["purposes"])
    pairs = {(meeting.keep, name) for meeting in case.found.meetings for name in meeting.erase}
    assert pairs.isdisjoint(tuple(one) for one in case.said.get("apart", ()))


@each_case
def test_what_is_missing_or_must_be_assumed(case: Worked) -> None:
    """Assumptions and missing facts stand where the outcome asks for them, and say what was worked out by hand."""
    for told in case.said.get("meetings", ()):
        for meeting in case.meetings(told):
            expected = [told["assumption"]] if "assumption" in told else []
            assert [_told(one) for one in meeting.assumptions] == expected
            assert sorted(meeting.missing) == sorted(told.get("missing", ()))


@_each(case for case in CASES if "gaps" in case.said)
def test_the_gaps(case: Worked) -> None:
    """Where no rule speaks, or none sets an end."""
    expected = {(one["category"], one.get("purpose"), one.get("subject"), one["kind"]) for one in case.said["gaps"]}
    found = {
        (gap.category, purpose, subject, gap.kind)
        for gap in case.found.gaps
        for purpose in gap.purposes or (None,)
        for subject in gap.subjects or (None,)
    }
    assert found == expected


@each_case
def test_other_meetings_are_as_good_or_better(case: Worked) -> None:
    """No meeting that a case does not tell of is as grave as the outcome of the plan, consistent plans aside."""
    told = [meeting for one in case.said.get("meetings", ()) for meeting in case.meetings(one)]
    rest = [meeting for meeting in case.found.meetings if meeting not in told]
    assert [meeting for meeting in rest if meeting.outcome is case.outcome is not Outcome.CONSISTENT] == []


# Witnesses.


def _witnessed(case: Worked) -> Iterator[tuple[Mapping[str, Any], Meeting, Witness]]:
    for told in case.said.get("meetings", ()):
        for meeting in case.meetings(told):
            has_one = meeting.outcome in (Outcome.CONTRADICTION, Outcome.DEPENDS) or meeting.reason is Because.YIELDS
            assert (meeting.witness is not None) == has_one
            if meeting.witness:
                yield told, meeting, meeting.witness


@each_case
def test_witnesses_are_confirmed(case: Worked) -> None:
    """On its day the calculator finds what the witness shows, and did not on the day before."""
    for _, meeting, witness in _witnessed(case):
        expected = State.MUST_ERASE if meeting.reason is Because.YIELDS else State.CONFLICT
        before = witness.on - ONE_DAY
        assert witness.record.category == meeting.category
        assert (witness.record.subjects or (None,))[0] in meeting.subjects or None in meeting.subjects
        assert case.state(witness.on, witness.events, witness.record) is expected
        assert case.state(before, witness.events, witness.record) is not expected


@each_case
def test_witnesses_tell_their_days(case: Worked) -> None:
    """The day follows the last one on which the data may exist, and both ends are those of the rules."""
    for told, meeting, witness in _witnessed(case):
        ends = [case.end_of(name, witness.events) for name in meeting.erase]
        assert witness.erase_by == max(day for day in ends if day)
        assert witness.on == witness.erase_by + ONE_DAY
        assert witness.keep_through == case.last_day(meeting.keep, witness.events)
        assert meeting.reason is Because.YIELDS or (witness.keep_through or NO_END) >= witness.on
        if "erase_by" in told:
            assert witness.erase_by == _day(told["erase_by"], witness.events)
        for event, latest in told.get("no_later", {}).items():
            day = witness.events[event]
            assert isinstance(day, date)
            assert day <= latest


@each_case
def test_witnesses_obey_the_order(case: Worked) -> None:
    """No event of a witness comes later than it can."""
    for _, _, witness in _witnessed(case):
        assert obeys(case.plan, witness.events)


@each_case
def test_in_witnesses_no_third_rule_ends(case: Worked) -> None:
    """A witness shows the two rules that meet, and no other end that has passed by then, unless that cannot be helped."""
    for told, meeting, witness in _witnessed(case):
        assert case.third_ends(meeting, witness.events, witness.on) == set(told.get("third", ()))


def _years(rule: RetentionRule | Last) -> Iterator[float]:
    """How long the periods of a rule are, in years."""
    period = rule.period or Period()
    yield period.years + period.months / 12 + period.weeks / 52 + period.days / 365
    last = rule.last if isinstance(rule, RetentionRule) else rule
    if last is None:
        return
    for version in last.versions or ():
        yield version.period.years
    for several in (last.later, last.earlier, last.first_known):
        for one in several or ():
            yield from _years(one)


@_each(case for case in CASES if not any(years > LONG for rule in case.plan.rules for years in _years(rule)))
def test_witnesses_lie_close_together(case: Worked) -> None:
    """If no period is long, the events and the day lie within a few years."""
    for _, _, witness in _witnessed(case):
        days = [witness.on, *(day for day in witness.events.values() if isinstance(day, date))]
        assert max(days).year - min(days).year <= FAR_APART


@_each(case for case in CASES if case.outcome is Outcome.DEPENDS)
def test_an_assumption_is_enough_and_not_too_little(case: Worked) -> None:
    """With the assumption the rules are consistent thanks to the order; one day more, and they contradict."""
    for told in case.said["meetings"]:
        if "assumption" not in told:
            continue
        for more, expected in ((0, Outcome.CONSISTENT), (1, Outcome.CONTRADICTION)):
            order = (*case.plan.order, _assumption(told["assumption"], more=more))
            found = Worked(case.outcome, case.said)
            found.__dict__["plan"] = attrs.evolve(case.plan, order=order)
            reason = Because.ENDS_FIRST if more else Because.ORDERED
            meetings = {(meeting.outcome, meeting.reason) for meeting in found.meetings(told)}
            assert meetings == {(expected, reason)}


# The examples, which are worked without the library.


@_each(case for case in CASES if "example" in case.said)
def test_the_example(case: Worked) -> None:
    """The days of the example are those of its rules, and the calculator finds a conflict between them, or none."""
    example = case.said["example"]
    events, erase_by = example["events"], example["erase_by"]
    keep_through = NO_END if example["keep_through"] == "none" else example["keep_through"]
    categories = [
        *([example["category"]] if "category" in example else []),
        *(category.name for category in case.plan.categories),
    ]
    people = [example["subject"]] if "subject" in example else []
    record = Record(category=next(iter(categories), ""), subjects=people)
    told = case.said.get("meetings", [{}])[0]
    rule = example.get("rule") or told.get("keep") or case.said["apart"][0][0]

    def state(on: date) -> State:
        return case.state(on, {**_nothing_came(case.plan), **events}, record)

    assert obeys(case.plan, events)
    assert (case.last_day(rule, events) or NO_END) == keep_through
    if case.outcome is not Outcome.CONSISTENT:
        assert max(case.end_of(name, events) or NO_END for name in told["erase"]) == erase_by
        assert [state(erase_by + n * ONE_DAY) is State.CONFLICT for n in (0, 1)] == [False, True]
        assert state(min(keep_through, FAR_OFF)) is State.CONFLICT
        assert keep_through == NO_END or state(keep_through + ONE_DAY) is not State.CONFLICT
    elif told.get("reason") == Because.YIELDS:
        assert case.end_of(told["erase"][0], events) == erase_by
        assert [state(erase_by + n * ONE_DAY) for n in (0, 1)] == [State.MAY_ERASE, State.MUST_ERASE]
    else:
        days = {keep_through, erase_by, *(day + ONE_DAY for day in (keep_through, erase_by) if day < NO_END)} - {NO_END}
        assert State.CONFLICT not in {state(day) for day in days}
        assert erase_by >= keep_through
        assert state(min(keep_through, FAR_OFF)) is State.MUST_KEEP
        assert erase_by == NO_END or state(erase_by + ONE_DAY) is State.MUST_ERASE


def _nothing_came(plan: Plan) -> dict[str, EventState]:
    """Every event of a plan, none of which has come."""
    names = {name for one in plan.named_rules if one.last for name in _events(one.rule)}
    return dict.fromkeys(names, EventState.NOT_YET)


def _events(rule: RetentionRule | Last) -> Iterator[str]:
    if rule.start:
        yield name_of(rule.start.event)
    last = rule.last if isinstance(rule, RetentionRule) else rule
    if last is None:
        return
    yield from (name_of(version.start.event) for version in last.versions or () if version.start)
    for several in (last.later, last.earlier, last.first_known):
        for one in several or ():
            yield from _events(one)


# The collection.


def test_every_case_can_be_checked() -> None:
    """Each case has a name of its own, a hand calculation, a source, and something to be checked; nothing is misspelt."""
    assert [name for name, count in Counter(case.said["name"] for case in CASES).items() if count > 1] == []
    for case in CASES:
        assert set(case.said) <= TOLD | GIVEN | EXPECTED, case.id
        assert all(isinstance(case.said.get(key), str) and case.said[key].strip() for key in TOLD), case.id
        assert {"meetings", "apart", "gaps"} & set(case.said), case.id
        assert case.outcome is Outcome.CONSISTENT or case.said["meetings"], case.id
        assert set(case.said.get("example", ())) <= OF_AN_EXAMPLE, case.id
        for told in case.said.get("meetings", ()):
            assert set(told) <= OF_A_MEETING | SHOWN, case.id
            assert set(told) >= {"keep", "erase", "reason"}, case.id
            outcome = told.get("outcome", case.outcome)
            assert ("assumption" in told) == (outcome == Outcome.DEPENDS), case.id
            assert ("missing" in told) == (outcome == Outcome.UNDECIDED), case.id


@pytest.mark.parametrize("outcome", list(Outcome))
def test_there_are_enough_cases(outcome: Outcome) -> None:
    """The collection does not shrink by accident."""
    assert sum(case.outcome is outcome for case in CASES) >= LEAST_CASES[outcome]


def test_every_reason_has_a_case() -> None:
    """Whatever the library may say has been worked out by hand."""
    told: Sequence[Mapping[str, Any]] = [one for case in CASES for one in case.said.get("meetings", ())]
    assert {one["reason"] for one in told} == {str(reason) for reason in Because}
