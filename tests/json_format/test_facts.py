"""Events, records and holds from JSON: what is read, and how every mistake is told."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from rekisteri import InvalidDocument
from rekisteri.json_format import LARGEST, Facts, loads_facts
from rekisteri.retention import EventState, Hold, Record

VALUE = (
    "expected a day such as 2026-11-22, an instant such as 2026-11-22T10:00:00+02:00, or one of “not-yet”, “never”,"
    " “unknown”"
)
DAY = "expected a day such as 2026-11-22"
TEXT = "expected some text"


def read(document: Any) -> Facts:
    """The facts of a document given as data."""
    return loads_facts(json.dumps(document))


def problems(document: Any) -> list[str]:
    """What is wrong with a document, given as data or as text."""
    with pytest.raises(InvalidDocument) as caught:
        loads_facts(document if isinstance(document, str | bytes) else json.dumps(document))
    return [str(problem) for problem in caught.value.problems]


# What is read.


def test_nothing_is_nothing() -> None:
    """Each of the three keys may be left out or be empty; that there are no records is another thing than silence."""
    assert read({}) == Facts() == read({"events": {}, "holds": []})
    assert read({"events": {}, "records": [], "holds": []}) == Facts(records=())
    assert Facts().records is None


def test_events_are_days_instants_or_states() -> None:
    """Each value is what it says, and the order of the file is kept."""
    facts = read(
        {
            "events": {
                "last-order": "2024-02-29",
                "recorded": "2026-11-22T10:00:00+02:00",
                "recording-end": "2026-11-22T10:00",
                "relationship-end": "not-yet",
                "account-closed": "never",
                "invoice": "unknown",
            }
        }
    )

    assert list(facts.events.items()) == [
        ("last-order", date(2024, 2, 29)),
        ("recorded", datetime(2026, 11, 22, 10, tzinfo=timezone(timedelta(hours=2)))),
        ("recording-end", datetime(2026, 11, 22, 10)),  # noqa: DTZ001  # the place's own time
        ("relationship-end", EventState.NOT_YET),
        ("account-closed", EventState.NEVER),
        ("invoice", EventState.UNKNOWN),
    ]
    assert type(facts.events["last-order"]) is date


def test_records_have_events_of_their_own() -> None:
    """All that can be said of a record, and the least."""
    facts = read(
        {
            "records": [
                {
                    "id": "1",
                    "category": "invoices",
                    "events": {"invoice": "2026-01-31"},
                    "subjects": ["customers", "children"],
                },
                {"category": "ledgers"},
            ]
        }
    )

    assert facts.records == (
        Record(category="invoices", id="1", events={"invoice": date(2026, 1, 31)}, subjects=("customers", "children")),
        Record(category="ledgers"),
    )
    assert facts.records[1].events == {}
    assert facts.records[1].subjects == ()


def test_holds_have_a_reason_and_a_first_day() -> None:
    """All that can be said of a hold, and the least; one day is long enough."""
    facts = read(
        {
            "holds": [
                {"category": "a", "record": "1", "reason": "dispute", "from": "2026-01-01", "until": "2026-01-01"},
                {"reason": "oikeusjuttu", "from": "2026-01-01"},
            ]
        }
    )
    first = date(2026, 1, 1)

    assert facts.holds == (
        Hold(category="a", record="1", reason="dispute", since=first, until=first),
        Hold(reason="oikeusjuttu", since=first),
    )


@pytest.mark.parametrize("written", ["0001-01-01", "9999-12-31", "2000-02-29"])
def test_every_day_of_the_calendar_is_a_day(written: str) -> None:
    """From its first to its last."""
    assert read({"events": {"invoice": written}}).events == {"invoice": date.fromisoformat(written)}


def test_bytes_are_utf_8_with_or_without_a_mark() -> None:
    """A file as Windows writes it is read too."""
    written = '{"events": {"käynti": "2026-11-22"}}'

    for encoding in ("utf-8", "utf-8-sig"):
        assert loads_facts(written.encode(encoding)).events == {"käynti": date(2026, 11, 22)}


# What is refused.


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ("[]", "an empty list"),
        ("[{}]", "a list"),
        ("null", "null"),
        ("true", "true"),
        ("7", "the number 7"),
        ('"events"', "“events”"),
    ],
)
def test_the_top_is_an_object(document: str, found: str) -> None:
    """Whatever else stands there is named."""
    assert problems(document) == [f"found {found}, expected an object with “events”, “records” or “holds”"]


def test_what_is_no_json_is_refused() -> None:
    """As for registers."""
    assert problems("") == ["found an empty document, expected JSON"]
    assert problems(b'{"events":\n {"\xe4"') == ["found the byte 0xe4 (line 2), expected UTF-8 text"]
    assert problems(" " * (LARGEST + 1)) == [f"found {LARGEST + 1} bytes, expected at most {LARGEST} bytes"]


def test_unknown_keys_are_told_with_the_nearest() -> None:
    """At the top, in a record and in a hold; a key that is like none has no hint."""
    keys = {
        "event": {},
        "cat": 1,
        "records": [{"category": "a", "evnts": {}}],
        "holds": [{"reason": "dispute", "from": "2026-01-01", "untill": "2026-02-01", "since": "2026-01-01"}],
    }

    assert problems(keys) == [
        "event: found the unknown key “event”, expected one of “events”, “records”, “holds” (did you mean “events”?)",
        "cat: found the unknown key “cat”, expected one of “events”, “records”, “holds”",
        "records[0].evnts: found the unknown key “evnts”, expected one of “id”, “category”, “events”, “subjects”"
        " (did you mean “events”?)",
        "holds[0].untill: found the unknown key “untill”, expected one of “category”, “record”, “reason”, “from”,"
        " “until” (did you mean “until”?)",
        "holds[0].since: found the unknown key “since”, expected one of “category”, “record”, “reason”, “from”, “until”",
    ]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, "null"),
        (5, "the number 5"),
        (1.5, "the number 1.5"),
        (True, "true"),
        ("", "an empty text"),
        ("yesterday", "“yesterday”"),
        ("2026-02-30", "“2026-02-30”"),
        ("0000-01-01", "“0000-01-01”"),
        ("22.11.2026", "“22.11.2026”"),
        ("20261122", "“20261122”"),
        ("2026-11-22 ", "“2026-11-22 ”"),
        ("2026-11-22 10:00", "“2026-11-22 10:00”"),
        ("2026-11-22T25:00", "“2026-11-22T25:00”"),
        ("Tuesday", "“Tuesday”"),
        ("NOT-YET", "“NOT-YET”"),
        ([], "an empty list"),
        ({"day": "2026-11-22"}, "an object"),
    ],
)
def test_values_of_events_are_strict(value: object, found: str) -> None:
    """A day that no calendar has, a number, a word of no list: told with its place, in a record too."""
    assert problems({"events": {"invoice": value}}) == [f"events.invoice: found {found}, {VALUE}"]
    assert problems({"records": [{"category": "a", "id": "1", "events": {"invoice": value}}]}) == [
        f"records[1].events.invoice: found {found}, {VALUE}"
    ]


@pytest.mark.parametrize("value", [None, [], "2026-11-22", 3])
def test_events_are_an_object(value: object) -> None:
    """At the top and in a record."""
    found = {"None": "null", "[]": "an empty list", "2026-11-22": "“2026-11-22”", "3": "the number 3"}[str(value)]
    expected = f"found {found}, expected an object with the day of each event"

    assert problems({"events": value}) == [f"events: {expected}"]
    assert problems({"records": [{"category": "a", "events": value}]}) == [f"records[0].events: {expected}"]


@pytest.mark.parametrize("key", ["records", "holds"])
def test_records_and_holds_are_lists_of_objects(key: str) -> None:
    """Not an object, not null; each item that is no object is told."""
    assert problems({key: {}}) == [f"{key}: found an empty object, expected a list of objects"]
    assert problems({key: None}) == [f"{key}: found null, expected a list of objects"]
    assert problems({key: [1, "a"]}) == [
        f"{key}[0]: found the number 1, expected an object",
        f"{key}[1]: found “a”, expected an object",
    ]


def test_a_record_needs_a_category() -> None:
    """Missing, null, empty, a number."""
    told = "records[0].category: found {}, expected {}"

    assert problems({"records": [{}]}) == [told.format("nothing", "“category”, without which this says nothing")]
    for value, found in ((None, "null"), ("", "an empty text"), ("  ", "an empty text"), (7, "the number 7")):
        assert problems({"records": [{"category": value}]}) == [told.format(found, "some text")]


def test_ids_are_text() -> None:
    """A number is not, nor null."""
    assert problems({"records": [{"category": "a", "id": 5}]}) == [f"records[0].id: found the number 5, {TEXT}"]
    assert problems({"records": [{"category": "a", "id": None}]}) == [f"records[0].id: found null, {TEXT}"]


@pytest.mark.parametrize(("value", "found"), [("employees", "“employees”"), (None, "null"), ({}, "an empty object")])
def test_subjects_are_a_list_of_texts(value: object, found: str) -> None:
    """A bare text is not taken for a list of letters."""
    assert problems({"records": [{"category": "a", "subjects": value}]}) == [
        f"records[0].subjects: found {found}, expected a list of texts"
    ]
    assert problems({"records": [{"category": "a", "subjects": ["employees", 1]}]}) == [
        "records[0].subjects[1]: found the number 1, expected some text"
    ]


def test_a_hold_needs_a_reason_and_a_first_day() -> None:
    """Both are told at once."""
    assert problems({"holds": [{}]}) == [
        "holds[0].reason: found nothing, expected “reason”, without which this says nothing",
        "holds[0].from: found nothing, expected “from”, without which this says nothing",
    ]
    assert problems({"holds": [{"reason": " ", "from": None, "until": 5, "category": "", "record": False}]}) == [
        f"holds[0].category: found an empty text, {TEXT}",
        f"holds[0].record: found false, {TEXT}",
        f"holds[0].reason: found an empty text, {TEXT}",
        f"holds[0].from: found null, {DAY}",
        f"holds[0].until: found the number 5, {DAY}",
    ]


@pytest.mark.parametrize("value", ["2026-01-01T10:00", "tomorrow", "2026-13-01"])
def test_holds_are_counted_in_days(value: str) -> None:
    """No instants, no states."""
    assert problems({"holds": [{"reason": "dispute", "from": value}]}) == [f"holds[0].from: found “{value}”, {DAY}"]


def test_a_hold_ends_after_it_begins() -> None:
    """The end before the start is told with its place."""
    hold = {"reason": "dispute", "from": "2026-01-02", "until": "2026-01-01"}

    assert problems({"holds": [hold]}) == [
        "holds[0].until: found an end (2026-01-01) before the start (2026-01-02), expected a start before the end"
    ]


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ('{"events": {}, "events": {}}', "events"),
        ('{"events": {"invoice": "2026-01-01", "invoice": "2026-01-01"}}', "events.invoice"),
        ('{"records": [{"category": "a", "category": "a"}]}', "records[0].category"),
    ],
)
def test_a_key_stands_once(document: str, path: str) -> None:
    """Which of two values is meant, nobody knows."""
    assert problems(document) == [f"{path}: found the same key more than once, expected each key once"]


def test_half_a_character_is_told_with_its_place() -> None:
    """It could not be written again."""
    assert problems('{"records": [{"category": "\\ud800"}]}') == [
        "records[0].category: found half a character (“\\ud800”), expected text that UTF-8 can hold"
    ]


def test_all_faults_are_told_at_once() -> None:
    """Events, records and holds, in this order, each once."""
    document = {
        "holds": [{"reason": "dispute"}, 1],
        "records": [{"id": "x", "category": "a", "events": {"invoice": "?"}}, {"category": None}],
        "events": {"invoice": None},
        "notes": "",
    }

    assert problems(document) == [
        "notes: found the unknown key “notes”, expected one of “events”, “records”, “holds”",
        f"events.invoice: found null, {VALUE}",
        f"records[x].events.invoice: found “?”, {VALUE}",
        f"records[1].category: found null, {TEXT}",
        "holds[0].from: found nothing, expected “from”, without which this says nothing",
        "holds[1]: found the number 1, expected an object",
    ]
