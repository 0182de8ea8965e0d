"""Worked cases that a lawyer can write and check: ``tests/data/retention/*.toml``. How they are written: ``statutory.toml``."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from rekisteri.errors import InvalidValue
from rekisteri.json_format.converter import converter
from rekisteri.retention import (
    Answer,
    Category,
    ErasureRule,
    FinancialCalendar,
    Hold,
    Plan,
    Record,
    RetentionRule,
    State,
    due,
    expiry,
    schedule,
)
from rekisteri.retention.last import Ends
from retention.written import as_json, calendar_of, rule_of

FOLDER = Path(__file__).parents[1] / "data" / "retention"
FILES = sorted(FOLDER.glob("*.toml"))
LEAST_CASES = 110

TOLD = {"name", "why", "source"}
GIVEN = {"statutory", "law_on", "rule", "rules", "erasure", "categories", "records", "holds", "about", "zone"}
CALENDAR = {"financial_year_end", "irregular_years", "events"}
EXPECTED = {"last_day", "missing", "states", "free_from", "until", "open_ended", "purposes_ended"}
ON_A_DAY = {"state", *EXPECTED} - {"last_day", "states"}

FLOORS = ("minimum", "exact", "for")
CEILINGS = ("maximum", "exact", "claim")
OPEN = {"open": {Ends.OPEN, Ends.NEVER}, "absent": {Ends.ABSENT}, "unknown": {Ends.UNKNOWN}}
TODAY = date(2026, 11, 22)
FAR = date(9998, 12, 31)
ONE_DAY = timedelta(days=1)

# The worked examples of the design and of the law, by value: what happened, and the last day or the state on a day.
ANCHORS: list[tuple[dict[str, date | str], date | tuple[date, str]]] = [
    ({"financial-year-end": date(2024, 3, 31)}, date(2030, 12, 31)),
    ({"financial-year-end": date(2024, 3, 31)}, date(2034, 3, 31)),
    ({"invoice": date(2026, 3, 15)}, date(2032, 12, 31)),
    ({"contract-end": date(2020, 2, 29)}, date(2030, 2, 28)),
    ({"contract-end": date(2024, 8, 31)}, date(2026, 2, 28)),
    ({"invoice": date(2026, 4, 1)}, date(2033, 12, 31)),
    ({"due-date": "never", "recorded": date(2026, 12, 1)}, date(2027, 3, 1)),
    ({"invoice": date(2026, 3, 15)}, date(2034, 12, 31)),
    ({"account-closed": date(2013, 1, 3)}, date(2023, 12, 31)),
    ({"transaction": date(2026, 3, 1)}, date(2031, 12, 31)),
    ({"tax-period-end": date(2026, 5, 31)}, date(2032, 12, 31)),
    ({"recorded": date(2027, 2, 28)}, date(2027, 3, 28)),
    ({"relationship-end": "not-yet", "request": date(2026, 1, 10)}, (date(2026, 6, 30), "held")),
    ({"relationship-end": "not-yet", "request": date(2026, 1, 10)}, (date(2026, 7, 1), "must-erase")),
    ({"recorded": date(2025, 3, 15), "request": date(2026, 5, 1)}, (date(2026, 5, 11), "must-erase")),
    ({"contract-end": date(2015, 12, 30)}, date(2025, 12, 30)),
    ({"contract-end": date(2015, 12, 31)}, date(2021, 12, 31)),
    ({"death": date(2020, 5, 5), "birth": date(1940, 1, 31)}, date(2032, 5, 5)),
    ({"death": "unknown", "birth": date(1990, 2, 28)}, date(2110, 2, 28)),
    ({"transaction": date(2027, 2, 10)}, date(2037, 2, 28)),
    ({"transaction": date(2028, 2, 29)}, date(2032, 2, 29)),
    ({"recorded": date(2027, 3, 1)}, (date(2028, 2, 29), "must-keep")),
    ({"recorded": date(2027, 3, 1)}, (date(2028, 3, 1), "conflict")),
    ({"recording-end": date(2025, 11, 1)}, (date(2026, 11, 22), "held")),
    ({"recording-end": date(2025, 11, 1)}, (date(2026, 11, 22), "must-erase")),
    ({"contract-end": date(2026, 1, 31)}, (date(2027, 2, 1), "must-erase")),
    ({"contract-end": date(2026, 1, 31)}, (date(2027, 3, 2), "must-keep")),
    ({"contract-end": date(2026, 1, 31)}, (date(2027, 3, 3), "conflict")),
]


@attrs.frozen
class Worked:
    """One case as it stands in its file."""

    file: str
    said: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its name, told apart from those of other files."""
        return f"{self.file}: {self.said['name']}"

    @property
    def events(self) -> dict[str, date | str]:
        """Its events; instants without an offset are in the case's own zone."""
        return {name: self._placed(value) for name, value in self.said.get("events", {}).items()}

    @property
    def calendar(self) -> FinancialCalendar:
        """When financial years end."""
        return calendar_of(self.said)

    @property
    def rules(self) -> list[RetentionRule]:
        """Its rule or rules."""
        one = {key: self.said[key] for key in ("statutory", "law_on") if key in self.said} or self.said.get("rule")
        return [rule_of(written) for written in ([one] if one else self.said.get("rules", ()))]

    @property
    def plan(self) -> Plan:
        """All that it says about keeping and erasing."""
        return Plan(
            rules=self.rules,
            erasure=[converter().structure(as_json(one), ErasureRule) for one in self.said.get("erasure", ())],
            categories=[Category(**one) for one in self.said.get("categories", ())],
            calendar=self.calendar,
        )

    @property
    def question(self) -> dict[str, Any]:
        """What ``due`` and ``schedule`` are asked, the day left out."""
        records = [Record(**one) for one in self.said["records"]] if "records" in self.said else None
        holds = [Hold(**one) for one in self.said.get("holds", ())]
        return {"source": self.plan, "events": self.events, "records": records, "holds": holds}

    def answer(self, on: date) -> Answer:
        """The answer on a day: the only one, or the one for the record or category that the case is about."""
        answers = [one for one in due(**self.question, on=on) if self.is_about(one)]
        assert len(answers) == 1, "a case with several answers says what it is “about”"
        return answers[0]

    def is_about(self, answer: Answer) -> bool:
        """Whether an answer is the one that it asks for."""
        about = self.said.get("about")
        return about is None or about in (answer.record, answer.category)

    def _placed(self, value: date | str) -> date | str:
        zone = self.said.get("zone")
        return value.replace(tzinfo=ZoneInfo(zone)) if zone and isinstance(value, datetime) else value


def _read(path: Path) -> list[Worked]:
    return [Worked(path.stem, said) for said in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


CASES = [case for path in FILES for case in _read(path)]


def _of(kind: str) -> list[Any]:
    return [pytest.param(case, id=case.id) for case in CASES if kind in case.said]


@pytest.mark.parametrize("case", _of("last_day"))
def test_the_last_day_of_one_rule_and_the_states_around_it(case: Worked) -> None:
    """The last day is the day worked out by hand; data must exist through it, or must be gone from the day after it."""
    (rule,), expected = case.rules, case.said["last_day"]
    if expected == "refused":
        with pytest.raises(InvalidValue):
            expiry(rule, case.events, case.calendar)
        return
    found = expiry(rule, case.events, case.calendar)
    if isinstance(expected, date):
        assert (found.ends, found.day) == (Ends.ON_DAY, expected)
    else:
        assert found.ends in OPEN[expected]
        assert found.day is None
    assert sorted(found.missing) == sorted(case.said.get("missing", ()))
    for on, state in _around(str(rule.limit), expected):
        answer = case.answer(on)
        assert (on, answer.state) == (on, state)
        if isinstance(expected, date):
            assert answer.free_from == (_after(expected) if rule.limit in FLOORS else None)
            ends = rule.limit in CEILINGS and expected < date.max  # the calendar’s last day stands for “no end”
            assert answer.until == (expected if ends else None)
            assert answer.open_ended == (rule.limit not in CEILINGS)


def _around(limit: str, expected: date | str) -> Iterator[tuple[date, State]]:
    """Days on which the last day alone tells the state."""
    running = State.MUST_KEEP if limit in FLOORS else State.MAY_ERASE
    over = State.MUST_ERASE if limit in CEILINGS else State.MAY_ERASE
    if isinstance(expected, date):
        if expected > date.min:
            yield expected - ONE_DAY, running
        yield expected, running
        if after := _after(expected):
            yield after, over
        return
    for on in (TODAY, FAR):
        yield on, {"open": running, "absent": State.MAY_ERASE, "unknown": State.UNKNOWN}[expected]


def _after(day: date) -> date | None:
    return day + ONE_DAY if day < date.max else None


def _expected_on(case: Worked) -> Iterator[tuple[date, dict[str, Any]]]:
    """What a case says about each of its days: what stands at the day wins over what stands at the case."""
    shared = {key: case.said[key] for key in ON_A_DAY if key in case.said}
    for day, told in case.said["states"].items():
        own = told if isinstance(told, dict) else {"state": told}
        assert set(own) <= ON_A_DAY, f"{case.id} on {day}: {set(own) - ON_A_DAY}"
        yield date.fromisoformat(day), {**shared, **own}


@pytest.mark.parametrize("case", _of("states"))
def test_what_holds_on_each_day(case: Worked) -> None:
    """On each day the state, and whatever else the case tells, is what was worked out by hand."""
    for on, expected in _expected_on(case):
        answer = case.answer(on)
        assert (on, answer.state) == (on, expected["state"])
        unknown = answer.state is State.UNKNOWN
        assert list(answer.missing) == (sorted(expected.get("missing", ())) if unknown else [])
        assert not unknown or answer.missing, "an unknown state tells what is missing"
        for name in ("free_from", "until", "open_ended"):
            if name in expected:
                told = None if expected[name] == "none" else expected[name]
                assert (on, name, getattr(answer, name)) == (on, name, told)
        if "purposes_ended" in expected:
            assert (on, sorted(answer.purposes_ended)) == (on, sorted(expected["purposes_ended"]))


@pytest.mark.parametrize("case", _of("states"))
def test_the_schedule_tells_the_same_states(case: Worked) -> None:
    """On each day of a case, the last change before it leads to the state of that day."""
    days = [(on, expected["state"]) for on, expected in _expected_on(case)]
    changes = [change for change in schedule(**case.question, since=min(days)[0]) if case.is_about(change.answer)]
    for on, state in days:
        assert (on, [change.answer.state for change in changes if change.on <= on][-1]) == (on, state)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_every_case_can_be_checked(path: Path) -> None:
    """Each case of a file has a name of its own, a hand calculation, a source, one question and nothing misspelt."""
    cases = _read(path)
    assert [name for name, count in Counter(case.said["name"] for case in cases).items() if count > 1] == []
    for case in cases:
        assert set(case.said) <= TOLD | GIVEN | CALENDAR | EXPECTED, case.id
        assert all(isinstance(case.said.get(key), str) and case.said[key].strip() for key in TOLD), case.id
        assert ("last_day" in case.said) != ("states" in case.said), case.id
        assert ("statutory" in case.said) == ("law_on" in case.said), case.id


def test_there_are_enough_cases() -> None:
    """The collection does not shrink by accident."""
    assert len(CASES) >= LEAST_CASES


@pytest.mark.parametrize(("events", "expected"), ANCHORS)
def test_each_anchor_is_a_case(events: dict[str, date | str], expected: date | tuple[date, str]) -> None:
    """The examples of the design and of the law stand among the cases, by value."""
    alike = [case for case in CASES if case.said.get("events", {}) == events]
    found = {case.said.get("last_day") for case in alike}
    states = {(on, told["state"]) for case in alike if "states" in case.said for on, told in _expected_on(case)}
    assert expected in found | states
