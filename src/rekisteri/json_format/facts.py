"""What is asked of the calculator, as JSON: events, records and holds. Strict, every problem told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs

from rekisteri.errors import InvalidDocument, InvalidValue, Problem, describe, join, nearest
from rekisteri.json_format.raw import parse
from rekisteri.part import labelled, parse_day
from rekisteri.retention.answers import Hold, Record
from rekisteri.retention.events import EventState, EventValue

__all__ = ["Facts", "loads_facts"]

T = TypeVar("T")

STATES = ", ".join(f"“{state}”" for state in EventState)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
DAY = "a day such as 2026-11-22"


@attrs.frozen(kw_only=True)
class Facts:
    """What ``rekisteri.due`` is given besides the register.

    Attributes:
        events: The events that all data share.
        records: Records with events of their own; None: the document tells of no records.
        holds: Orders not to erase.
    """

    events: Mapping[str, EventValue | str] = attrs.field(factory=dict, hash=False)
    records: tuple[Record, ...] | None = None
    holds: tuple[Hold, ...] = ()


def loads_facts(document: str | bytes) -> Facts:
    """Read events, records and holds from JSON text (bytes are UTF-8).

    Raises:
        InvalidDocument: It cannot be used; ``problems`` lists everything that is wrong, each with its path.
    """
    data, problems = parse(document)
    if not isinstance(data, dict):
        raise InvalidDocument(
            "document", [Problem("", describe(data), "an object with “events”, “records” or “holds”")]
        )
    reader = _Reader()
    reader.known(data, "", ("events", "records", "holds"))
    facts = Facts(
        events=reader.events(data.get("events", {}), "events"),
        records=tuple(reader.each(data["records"], "records", reader.record)) if "records" in data else None,
        holds=tuple(reader.each(data.get("holds", []), "holds", reader.hold)),
    )
    if problems or reader.problems:
        told = {problem.path for problem in problems}  # what is no proper JSON needs no second word
        others = [problem for problem in dict.fromkeys(reader.problems) if problem.path not in told]
        raise InvalidDocument("document", [*problems, *others])
    return facts


class _Reader:
    """Reads values and keeps every problem."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, path: str, value: object, expected: str) -> None:
        self.problems.append(Problem(path, describe(value), expected))

    def known(
        self, data: Mapping[str, object], path: str, keys: tuple[str, ...], required: tuple[str, ...] = ()
    ) -> None:
        for key in data:
            if key not in keys:
                allowed = ", ".join(f"“{one}”" for one in keys)
                problem = Problem(join(path, key), f"the unknown key “{key}”", f"one of {allowed}", nearest(key, keys))
                self.problems.append(problem)
        for key in required:
            if key not in data:
                self.problems.append(Problem(join(path, key), "nothing", f"“{key}”, without which this says nothing"))

    def events(self, data: object, path: str) -> dict[str, EventValue | str]:
        if not isinstance(data, dict):
            self.wrong(path, data, "an object with the day of each event")
            return {}
        return {name: read for name, value in data.items() if (read := self.event(value, join(path, name))) is not None}

    def event(self, value: object, path: str) -> EventValue | None:
        if isinstance(value, str):
            if value in list(EventState):
                return EventState(value)
            try:
                return parse_day(value)
            except ValueError:
                pass
            if _INSTANT.fullmatch(value):
                try:
                    return datetime.fromisoformat(value)
                except ValueError:
                    pass
        self.wrong(path, value, f"{DAY}, an instant such as 2026-11-22T10:00:00+02:00, or one of {STATES}")
        return None

    def each(self, data: object, path: str, read: Callable[[dict[str, Any], str], T | None]) -> Iterator[T]:
        if not isinstance(data, list):
            self.wrong(path, data, "a list of objects")
            return
        for place, item in labelled(data, path):
            if not isinstance(item, dict):
                self.wrong(place, item, "an object")
            elif (made := read(item, place)) is not None:
                yield made

    def record(self, data: dict[str, Any], path: str) -> Record | None:
        self.known(data, path, ("id", "category", "events", "subjects"), ("category",))
        subjects = self.texts(data.get("subjects", []), join(path, "subjects"))
        events = self.events(data.get("events", {}), join(path, "events"))
        category, id = self.text(data, path, "category"), self.text(data, path, "id")
        return Record(category=category, id=id, events=events, subjects=subjects) if category else None

    def hold(self, data: dict[str, Any], path: str) -> Hold | None:
        self.known(data, path, ("category", "record", "reason", "from", "until"), ("reason", "from"))
        texts = {name: self.text(data, path, name) for name in ("category", "record")}
        reason, since, until = (
            self.text(data, path, "reason"),
            self.day(data, path, "from"),
            self.day(data, path, "until"),
        )
        if reason is None or since is None:
            return None
        try:
            return Hold(reason=reason, since=since, until=until, **texts)
        except InvalidValue as error:
            self.problems += [problem.under(path) for problem in error.problems]
            return None

    def texts(self, data: object, path: str) -> list[str]:
        if not isinstance(data, list):
            self.wrong(path, data, "a list of texts")
            return []
        for place, item in labelled(data, path):
            if not isinstance(item, str):
                self.wrong(place, item, "some text")
        return [item for item in data if isinstance(item, str)]

    def text(self, data: dict[str, Any], path: str, name: str) -> str | None:
        value = data.get(name)
        if name not in data or (isinstance(value, str) and value.strip()):
            return value
        self.wrong(join(path, name), value, "some text")
        return None

    def day(self, data: dict[str, Any], path: str, name: str) -> date | None:
        if name not in data:
            return None
        try:
            return parse_day(data[name])
        except (ValueError, TypeError):
            self.wrong(join(path, name), data[name], DAY)
            return None
