"""The bank of bad events and bad command lines of ``rekisteri due``: each problem one clear line, and exit code 2.

What looks bad and is not, because it has a sense, stands at the end with its answer.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from examples import FOLDER
from rekisteri.cli import main

ON = "2026-11-22"
DAY = "expected a day such as 2026-11-22"
VALUE = f"{DAY}, an instant such as 2026-11-22T10:00:00+02:00, or one of “not-yet”, “never”, “unknown”"
TOP = "expected an object with “events”, “records” or “holds”"
KEYS = "expected one of “events”, “records”, “holds”"
OF_RECORDS = "expected one of “id”, “category”, “events”, “subjects”"
OF_HOLDS = "expected one of “category”, “record”, “reason”, “from”, “until”"
TWICE = "found the same key more than once, expected each key once"
NUMBER = "found a number that is too large or not a number, expected a number that JSON can hold"
WITHOUT = "without which this says nothing"

REGISTER: dict[str, Any] = {
    "format": 1,
    "language": "en",
    "purposes": [{"id": "sales", "aims": ["orders"]}],
    "data": [
        {"id": "invoices", "items": ["invoicing-data"], "purposes": ["sales"]},
        {"id": "recordings", "items": ["camera-recordings"], "purposes": ["sales"]},
    ],
    "retention": [
        {
            "id": "vouchers",
            "limit": "minimum",
            "period": "P6Y",
            "start": {"event": "invoice"},
            "data": ["invoices"],
            "reason": {"provision": "kpl:2/10.2"},
        },
        {
            "id": "customers",
            "limit": "maximum",
            "period": "P1Y",
            "start": {"event": "relationship-end"},
            "data": ["invoices"],
        },
        {"id": "season", "limit": "maximum", "period": "P9Y", "start": {"event": {"en": "end of the season"}}},
        {"id": "tapes", "limit": "maximum", "period": "PT72H", "start": {"event": "recorded"}, "data": ["recordings"]},
    ],
}
"""Invoices counted in days, recordings counted in hours."""

Document = str | bytes | dict[str, Any]


def events(**told: Any) -> dict[str, Any]:
    """A document with shared events."""
    return {"events": {name.replace("_", "-"): value for name, value in told.items()}}


def record(**told: Any) -> dict[str, Any]:
    """A document with one record of the invoices."""
    return {"records": [{"category": "invoices", **told}]}


def hold(**told: Any) -> dict[str, Any]:
    """A document with one hold; ``since`` is written ``from``."""
    return {"holds": [{{"since": "from"}.get(name, name): value for name, value in told.items()}]}


BANK: dict[str, tuple[Document, list[str]]] = {
    # no JSON, or something else than an object
    "an empty file": ("", ["found an empty document, expected JSON"]),
    "only white space": (" \n", ["found an empty document, expected JSON"]),
    "a brace": (
        "{",
        ["found the end of the document (line 1, column 2), expected JSON: a key in double quotation marks"],
    ),
    "a comma too many": (
        '{"events": {},}',
        ["found “,” (line 1, column 14), expected JSON: no comma before the end"],
    ),
    "bytes that are no text": (b'{"events": {"k\xe4ynti": 1}}', ["found the byte 0xe4 (line 1), expected UTF-8 text"]),
    "a list at the top": ("[]", [f"found an empty list, {TOP}"]),
    "a list of records at the top": ('[{"category": "invoices"}]', [f"found a list, {TOP}"]),
    "null at the top": ("null", [f"found null, {TOP}"]),
    "a day at the top": ('"2026-11-22"', [f"found “2026-11-22”, {TOP}"]),
    "a number at the top": ("1", [f"found the number 1, {TOP}"]),
    "true at the top": ("true", [f"found true, {TOP}"]),
    # keys
    "a key near a known one": (
        {"event": {}},
        [f"event: found the unknown key “event”, {KEYS} (did you mean “events”?)"],
    ),
    "a key in capitals": ({"Holds": []}, [f"Holds: found the unknown key “Holds”, {KEYS} (did you mean “holds”?)"]),
    "a key far from all": ({"kissa": 1}, [f"kissa: found the unknown key “kissa”, {KEYS}"]),
    "the format of a register": ({"format": 1}, [f"format: found the unknown key “format”, {KEYS}"]),
    "an unknown key of a record": (
        record(event={}),
        [f"records[0].event: found the unknown key “event”, {OF_RECORDS} (did you mean “events”?)"],
    ),
    "an unknown key of a record with an id": (
        record(id="7", kissa=1),
        [f"records[7].kissa: found the unknown key “kissa”, {OF_RECORDS}"],
    ),
    "an unknown key of a hold": (
        hold(reason="dispute", since="2026-01-01", untill="2026-02-01"),
        [f"holds[0].untill: found the unknown key “untill”, {OF_HOLDS} (did you mean “until”?)"],
    ),
    "a hold since a day": (
        {"holds": [{"reason": "dispute", "since": "2026-01-01"}]},
        [
            f"holds[0].since: found the unknown key “since”, {OF_HOLDS}",
            f"holds[0].from: found nothing, expected “from”, {WITHOUT}",
        ],
    ),
    "the same key at the top": ('{"holds": [], "holds": []}', [f"holds: {TWICE}"]),
    "the same event": ('{"events": {"invoice": "2026-01-01", "invoice": "2026-01-02"}}', [f"events.invoice: {TWICE}"]),
    "the same key of a hold": (
        '{"holds": [{"reason": "dispute", "from": "2026-01-01", "from": "2026-01-01"}]}',
        [f"holds[0].from: {TWICE}"],
    ),
    # null, and values of other types
    "null for the events": ({"events": None}, ["events: found null, expected an object with the day of each event"]),
    "a list of events": (
        {"events": []},
        ["events: found an empty list, expected an object with the day of each event"],
    ),
    "null for the records": ({"records": None}, ["records: found null, expected a list of objects"]),
    "one record and no list": (
        {"records": {"category": "invoices"}},
        ["records: found an object, expected a list of objects"],
    ),
    "null for the holds": ({"holds": None}, ["holds: found null, expected a list of objects"]),
    "null for an event": (events(invoice=None), [f"events.invoice: found null, {VALUE}"]),
    "a number for an event": (events(invoice=20260101), [f"events.invoice: found the number 20260101, {VALUE}"]),
    "a truth for an event": (events(invoice=False), [f"events.invoice: found false, {VALUE}"]),
    "a list for an event": (events(invoice=["2026-01-01"]), [f"events.invoice: found a list, {VALUE}"]),
    "an object for an event": (events(invoice={}), [f"events.invoice: found an empty object, {VALUE}"]),
    "an empty event": (events(invoice=""), [f"events.invoice: found an empty text, {VALUE}"]),
    "null for a record": ({"records": [None]}, ["records[0]: found null, expected an object"]),
    "the id of a record for a record": ({"records": ["7"]}, ["records[0]: found “7”, expected an object"]),
    "a record without a category": (
        {"records": [{"id": "7"}]},
        [f"records[7].category: found nothing, expected “category”, {WITHOUT}"],
    ),
    "null for a category": (record(category=None), ["records[0].category: found null, expected some text"]),
    "a number for an id": (record(id=7), ["records[0].id: found the number 7, expected some text"]),
    "an empty id": (record(id=""), ["records[0].id: found an empty text, expected some text"]),
    "null for the events of a record": (
        record(events=None),
        ["records[0].events: found null, expected an object with the day of each event"],
    ),
    "null for an event of a record": (
        record(id="7", events={"invoice": None}),
        [f"records[7].events.invoice: found null, {VALUE}"],
    ),
    "a text for the subjects": (
        record(subjects="employees"),
        ["records[0].subjects: found “employees”, expected a list of texts"],
    ),
    "null for a hold": ({"holds": [None]}, ["holds[0]: found null, expected an object"]),
    "a truth for a reason": (
        hold(reason=True, since="2026-01-01"),
        ["holds[0].reason: found true, expected some text"],
    ),
    "null for the end of a hold": (
        hold(reason="dispute", since="2026-01-01", until=None),
        [f"holds[0].until: found null, {DAY}"],
    ),
    # days
    "a day that no calendar has": (events(invoice="2026-02-30"), [f"events.invoice: found “2026-02-30”, {VALUE}"]),
    "the last of February in a common year": (
        events(invoice="2025-02-29"),
        [f"events.invoice: found “2025-02-29”, {VALUE}"],
    ),
    "a year before all": (events(invoice="0000-12-31"), [f"events.invoice: found “0000-12-31”, {VALUE}"]),
    "a year after all": (events(invoice="10000-01-01"), [f"events.invoice: found “10000-01-01”, {VALUE}"]),
    "a day in words": (events(invoice="yesterday"), [f"events.invoice: found “yesterday”, {VALUE}"]),
    "a day as in Finland": (events(invoice="22.11.2026"), [f"events.invoice: found “22.11.2026”, {VALUE}"]),
    "a day without hyphens": (events(invoice="20261122"), [f"events.invoice: found “20261122”, {VALUE}"]),
    "a day and a blank": (events(invoice="2026-11-22 "), [f"events.invoice: found “2026-11-22 ”, {VALUE}"]),
    "a month": (events(invoice="2026-11"), [f"events.invoice: found “2026-11”, {VALUE}"]),
    "a state with a blank": (events(invoice="not yet"), [f"events.invoice: found “not yet”, {VALUE}"]),
    "a state in capitals": (events(invoice="NEVER"), [f"events.invoice: found “NEVER”, {VALUE}"]),
    "an instant with a blank": (
        events(recorded="2026-11-22 10:00"),
        [f"events.recorded: found “2026-11-22 10:00”, {VALUE}"],
    ),
    "an hour that no day has": (
        events(recorded="2026-11-22T24:30:00"),
        [f"events.recorded: found “2026-11-22T24:30:00”, {VALUE}"],
    ),
    "a break of the line": (events(invoice="2026\n\x1b[31m"), [f"events.invoice: found “2026\\n\\x1b[31m”, {VALUE}"]),
    # events that nothing knows
    "an event near a known one": (
        events(invocie="2026-01-01"),
        ["events.invocie: found the unknown event “invocie”, expected an event of the rules (did you mean “invoice”?)"],
    ),
    "an event in capitals": (
        events(Invoice="2026-01-01"),
        ["events.Invoice: found the unknown event “Invoice”, expected an event of the rules (did you mean “invoice”?)"],
    ),
    "an event of one's own, misspelt": (
        {"events": {"end of season": "2026-01-01"}},
        [
            "events.end of season: found the unknown event “end of season”, expected an event of the rules"
            " (did you mean “end of the season”?)"
        ],
    ),
    "an event far from all": (
        events(kissa="2026-01-01"),
        ["events.kissa: found the unknown event “kissa”, expected an event of the rules"],
    ),
    "an unknown event that is unknown": (
        events(kissa="unknown"),
        ["events.kissa: found the unknown event “kissa”, expected an event of the rules"],
    ),
    "two unknown events": (
        events(kissa="2026-01-01", koira="never"),
        [
            "events.kissa: found the unknown event “kissa”, expected an event of the rules",
            "events.koira: found the unknown event “koira”, expected an event of the rules",
        ],
    ),
    "an unknown event of a record": (
        record(id="7", events={"deliverry": "2026-01-01"}),
        [
            "records[7].events.deliverry: found the unknown event “deliverry”, expected an event of the rules"
            " (did you mean “delivery”?)"
        ],
    ),
    "an unknown event of the second record": (
        {"records": [{"category": "invoices"}, {"category": "invoices", "events": {"kissa": "never"}}]},
        ["records[1].events.kissa: found the unknown event “kissa”, expected an event of the rules"],
    ),
    # holds
    "a hold of nothing": (
        {"holds": [{}]},
        [
            f"holds[0].reason: found nothing, expected “reason”, {WITHOUT}",
            f"holds[0].from: found nothing, expected “from”, {WITHOUT}",
        ],
    ),
    "a hold without a reason": (
        hold(since="2026-01-01"),
        [f"holds[0].reason: found nothing, expected “reason”, {WITHOUT}"],
    ),
    "a hold without a first day": (
        hold(reason="dispute", until="2026-01-01"),
        [f"holds[0].from: found nothing, expected “from”, {WITHOUT}"],
    ),
    "a hold without either, of one record": (
        {"holds": [{"id": "h", "record": "7"}]},
        [
            f"holds[h].id: found the unknown key “id”, {OF_HOLDS}",
            f"holds[h].reason: found nothing, expected “reason”, {WITHOUT}",
            f"holds[h].from: found nothing, expected “from”, {WITHOUT}",
        ],
    ),
    "a hold that ends before it begins": (
        hold(reason="dispute", since="2026-01-02", until="2026-01-01"),
        ["holds[0].until: found an end (2026-01-01) before the start (2026-01-02), expected a start before the end"],
    ),
    "a hold from an instant": (
        hold(reason="dispute", since="2026-01-01T00:00"),
        [f"holds[0].from: found “2026-01-01T00:00”, {DAY}"],
    ),
    "a hold from some day": (hold(reason="dispute", since="not-yet"), [f"holds[0].from: found “not-yet”, {DAY}"]),
    "a hold from an impossible day": (
        hold(reason="dispute", since="2026-04-31", until="2026-05-32"),
        [f"holds[0].from: found “2026-04-31”, {DAY}", f"holds[0].until: found “2026-05-32”, {DAY}"],
    ),
    # several at once
    "several faults": (
        {
            "holds": [{"reason": "dispute"}, {"reason": "", "from": 5}],
            "records": [{"id": "x", "category": "invoices", "events": {"invoice": "?"}}, {"category": None}, 3],
            "events": {"invoice": None, "recorded": True},
            "notes": "",
        },
        [
            f"notes: found the unknown key “notes”, {KEYS}",
            f"events.invoice: found null, {VALUE}",
            f"events.recorded: found true, {VALUE}",
            f"records[x].events.invoice: found “?”, {VALUE}",
            "records[1].category: found null, expected some text",
            "records[2]: found the number 3, expected an object",
            f"holds[0].from: found nothing, expected “from”, {WITHOUT}",
            "holds[1].reason: found an empty text, expected some text",
            f"holds[1].from: found the number 5, {DAY}",
        ],
    ),
    "an unknown category": (
        record(category="invoice"),
        [
            "records[0].category: found the unknown category “invoice”, expected a category of the register"
            " (did you mean “invoices”?)"
        ],
    ),
    "an unknown category of a hold": (
        hold(category="kissa", reason="dispute", since="2026-01-01"),
        ["holds[0].category: found the unknown category “kissa”, expected a category of the register"],
    ),
    "a hold on a record that is not there": (
        {**record(id="7"), **hold(record="8", reason="dispute", since="2026-01-01")},
        ["holds[0].record: found the id “8”, which no record has, expected the id of a record"],
    ),
    "an instant where days are counted": (
        record(id="7", events={"invoice": "2026-11-22T10:00:00+02:00"}),
        [
            "records[7].events.invoice: found the instant 2026-11-22 10:00:00+02:00, expected a day, since whole days"
            " are counted from it"
        ],
    ),
    "a day where hours are counted": (
        events(recorded="2026-11-22"),
        ["events.recorded: found the day 2026-11-22, expected an instant, since hours are counted from it"],
    ),
    "an instant of a week": (
        events(recorded="2026-W47-7T10:00"),
        [f"events.recorded: found “2026-W47-7T10:00”, {VALUE}"],
    ),
    "people of no kind": (
        record(subjects=["employes"]),
        [
            "records[0].subjects[0]: found the unknown kind of people “employes”, expected a kind that the register or the vocabulary knows"
            " (did you mean “employees”?)"
        ],
    ),
    "a number among the subjects": (
        record(subjects=["employees", 1]),
        ["records[0].subjects[1]: found the number 1, expected some text"],
    ),
    "the same id twice": (
        {"records": [{"id": "7", "category": "invoices"}, {"id": "7", "category": "recordings"}]},
        ["records: found 2 records with the id “7”, expected an id of its own for each"],
    ),
    "an endless number": ('{"events": {"invoice": 1e999}}', [f"events.invoice: {NUMBER}"]),
    "no number": ('{"events": {"invoice": NaN}}', [f"events.invoice: {NUMBER}"]),
    "several names that nothing knows": (
        {
            "events": {"kissa": "2026-01-01"},
            "records": [{"category": "invoices", "events": {"koira": "never"}}, {"category": "hevonen"}],
        },
        [
            "events.kissa: found the unknown event “kissa”, expected an event of the rules",
            "records[0].events.koira: found the unknown event “koira”, expected an event of the rules",
            "records[1].category: found the unknown category “hevonen”, expected a category of the register",
        ],
    ),
}


def write(document: Document) -> bytes:
    """The bytes of a document."""
    if isinstance(document, bytes):
        return document
    return (document if isinstance(document, str) else json.dumps(document)).encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the register."""
    (tmp_path / "register.json").write_text(json.dumps(REGISTER), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(folder: Path, document: Document, captured: pytest.CaptureFixture[bytes]) -> tuple[int, bytes, list[str]]:
    """What ``rekisteri due`` makes of a document: exit code, standard output, the lines on standard error."""
    (folder / "events.json").write_bytes(write(document))
    code = main(["due", "register.json", "--events", "events.json", "--on", ON])
    out, err = captured.readouterr()
    return code, out, err.decode().splitlines()


@pytest.mark.parametrize("name", BANK)
def test_bad_events_are_explained(name: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Exit code 2, nothing on standard output, each problem one line, word by word."""
    document, expected = BANK[name]

    assert told(folder, document, capfdbinary) == (2, b"", [f"rekisteri: events.json: {line}" for line in expected])


def test_the_bank_is_large_and_holds_nothing_twice() -> None:
    """At least 60 documents, each another."""
    documents = [write(document) for document, _ in BANK.values()]

    assert len(BANK) >= 60
    assert len(set(documents)) == len(documents)


# Registers that cannot be computed with.


@pytest.mark.parametrize("turned", [False, True])
def test_financial_years_that_overlap(turned: bool, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The register loads and prints; what asks for days is refused, whichever year is written first."""
    years = [{"start": "2024-01-01", "end": "2025-03-31"}, {"start": "2025-03-31", "end": "2025-12-31"}]
    overlapping = {**REGISTER, "financial_years": years[::-1] if turned else years}
    (folder / "register.json").write_text(json.dumps(overlapping), encoding="utf-8")
    code, out, lines = told(folder, {}, capfdbinary)

    assert (code, out) == (2, b"")
    assert lines == [
        "rekisteri: register.json: financial_years: found a financial year that starts on 2025-03-31, expected a start after 2025-03-31,"
        " the end of the one before"
    ]
    assert main(["check", "register.json", "--on", ON, "--fail-on", "never"]) == 0


def test_financial_years_that_meet(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The next one begins the day after."""
    years = [{"start": "2024-01-01", "end": "2025-03-31"}, {"start": "2025-04-01", "end": "2025-12-31"}]
    (folder / "register.json").write_text(json.dumps({**REGISTER, "financial_years": years}), encoding="utf-8")

    assert told(folder, {}, capfdbinary)[0] == 0


# The command line.

REQUIRED = "rekisteri: the following arguments are required: "
LINES: dict[str, tuple[str, list[str]]] = {
    "nothing": ("rekisteri due", [f"{REQUIRED}FILE, --events"]),
    "no events": ("rekisteri due good.json", [f"{REQUIRED}--events"]),
    "no register": ("rekisteri due --events events.json", [f"{REQUIRED}FILE"]),
    "no file of events": (
        "rekisteri due good.json --events",
        ["rekisteri: argument --events: expected one argument"],
    ),
    "an abbreviated option": ("rekisteri due good.json --event events.json", [f"{REQUIRED}--events"]),
    "two registers": (
        "rekisteri due good.json good.json --events events.json",
        ["rekisteri: found “good.json”, expected nothing more after “rekisteri due”"],
    ),
    "an unknown option": (
        "rekisteri due good.json --events events.json --notes",
        ["rekisteri: found “--notes”, expected an option of “rekisteri due”"],
    ),
    "a day in words": (
        "rekisteri due good.json --events events.json --on yesterday",
        [f"rekisteri: argument --on: found “yesterday”, {DAY}"],
    ),
    "a day that no calendar has": (
        "rekisteri due good.json --events events.json --on 2026-02-29",
        [f"rekisteri: argument --on: found “2026-02-29”, {DAY}"],
    ),
    "an instant": (
        "rekisteri due good.json --events events.json --on 2026-11-22T10:00",
        [f"rekisteri: argument --on: found “2026-11-22T10:00”, {DAY}"],
    ),
    "no day": (
        "rekisteri due good.json --events events.json --on",
        ["rekisteri: argument --on: expected one argument"],
    ),
    "a language of no report": (
        "rekisteri due good.json --events events.json --language se",
        ["rekisteri: argument --language: found “se”, expected “fi”, “sv” or “en”"],
    ),
    "a format of no report": (
        "rekisteri due good.json --events events.json --format csv",
        ["rekisteri: argument --format: found “csv”, expected “text”, “json” or “svg” (did you mean “svg”?)"],
    ),
    "a missing register": (
        "rekisteri due none.json --events events.json",
        ["rekisteri: none.json: No such file or directory"],
    ),
    "missing events": (
        "rekisteri due good.json --events none.json",
        ["rekisteri: none.json: No such file or directory"],
    ),
    "missing events of a name that breaks the line": (
        r"rekisteri due good.json --events $'no\nne.json'",
        ["rekisteri: no\\nne.json: No such file or directory"],
    ),
    "a folder of registers": ("rekisteri due folder --events events.json", ["rekisteri: folder: Is a directory"]),
    "a folder of events": ("rekisteri due good.json --events folder", ["rekisteri: folder: Is a directory"]),
    "both from standard input": (
        "rekisteri due - --events - <good.json",
        ["rekisteri: -: standard input cannot be both the register and the events"],
    ),
    "events from an empty standard input": (
        "rekisteri due good.json --events - <empty.json",
        ["rekisteri: -: found an empty document, expected JSON"],
    ),
    "events from a closed standard input": (
        "rekisteri due good.json --events - <&-",
        ["rekisteri: -: standard input is closed"],
    ),
    "a register from an empty standard input": (
        "rekisteri due - --events events.json <empty.json",
        ["rekisteri: -: found an empty document, expected JSON"],
    ),
    "a broken register": (
        "rekisteri due broken.json --events events.json",
        ["rekisteri: broken.json: name: found the number 5, expected text"],
    ),
    "events for a register": (
        "rekisteri due empty-events.json --events events.json",
        ["rekisteri: empty-events.json: format: found nothing, expected the number 1, the version of the format"],
    ),
    "a register for events": (
        "rekisteri due good.json --events small.json",
        [
            f"rekisteri: small.json: format: found the unknown key “format”, {KEYS}",
            f"rekisteri: small.json: name: found the unknown key “name”, {KEYS}",
        ],
    ),
    "events without an end": (
        "rekisteri due good.json --events /dev/zero",
        ["rekisteri: /dev/zero: found 10485761 bytes, expected at most 10485760 bytes"],
    ),
    "standard output on a full disk": (
        "rekisteri due good.json --events events.json --on 2026-11-22 >/dev/full",
        ["rekisteri: standard output: No space left on device"],
    ),
    "standard output closed": (
        "rekisteri due good.json --events events.json --on 2026-11-22 >&-",
        ["rekisteri: standard output: it is closed"],
    ),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good files and bad ones."""
    made = tmp_path_factory.mktemp("due")
    (made / "good.json").write_bytes((FOLDER / "bookkeeping.json").read_bytes())
    (made / "events.json").write_bytes((FOLDER / "bookkeeping-events.json").read_bytes())
    (made / "broken.json").write_text('{"format": 1, "name": 5}')
    (made / "small.json").write_text('{"format": 1, "name": "Jäsenet"}', encoding="utf-8")
    (made / "empty.json").write_bytes(b"")
    (made / "empty-events.json").write_text("{}")
    (made / "folder").mkdir()
    return made


def typed(command: str, files: Path) -> subprocess.CompletedProcess[bytes]:
    """What a shell makes of a command line; the exit code is that of its first program."""
    program = f"{shlex.quote(sys.executable)} -m rekisteri"
    shell = f"{command.replace('rekisteri', program, 1)}; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(
        ["bash", "-c", shell], stdin=subprocess.DEVNULL, capture_output=True, cwd=files, check=False, timeout=60
    )


def complaints(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error after the usage; versions of Python differ in quoting what may be chosen."""
    lines = result.stderr.decode().splitlines()
    if lines and lines[0].startswith("usage: rekisteri"):
        lines = [line for line in lines[1:] if not line.startswith(" ")]
    return [line.replace("'", "") if "invalid choice" in line else line for line in lines]


@pytest.mark.parametrize("name", LINES)
def test_bad_command_lines_are_explained(name: str, files: Path) -> None:
    """Exit code 2, nothing on standard output, each problem one line, word by word."""
    command, expected = LINES[name]
    result = typed(command, files)

    assert complaints(result) == expected
    assert (result.returncode, result.stdout) == (2, b"")


def test_a_closed_pipe_is_quiet(files: Path) -> None:
    """A reader that has seen enough is no failure."""
    result = typed("rekisteri due good.json --events events.json --on 2026-11-22 | head -1", files)

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == b"Judged by the rules of the register on 22 November 2026\n"


# What looks bad and is not.


def states(folder: Path, document: Document, on: str = ON) -> list[tuple[str, str | None, str | None]]:
    """State, ``from`` and ``until`` of each answer."""
    (folder / "events.json").write_bytes(write(document))
    command = [sys.executable, "-m", "rekisteri", "due", "register.json", "--events", "events.json"]
    result = subprocess.run([*command, "--on", on, "--format", "json"], capture_output=True, cwd=folder, check=True)
    return [(one["state"], one["from"], one["until"]) for one in json.loads(result.stdout)]


def invoice(**told: str) -> dict[str, Any]:
    """One invoice, of a season that has not ended."""
    return record(
        events={"end of the season": "not-yet", **{name.replace("_", "-"): day for name, day in told.items()}}
    )


def test_the_last_day_of_the_calendar_has_no_day_after_it(folder: Path) -> None:
    """Six years after 9999 is the calendar's end: it must be kept, and there is no day from which it need not be."""
    last = invoice(invoice="9999-12-31", relationship_end="not-yet")

    assert states(folder, last) == [("must-keep", None, None)]
    assert states(folder, last, on="9999-12-31") == [("must-keep", None, None)]


def test_the_first_day_of_the_calendar_is_a_day(folder: Path) -> None:
    """0001-01-01 + 6 years = 0007-01-01, which has passed; + 1 year = 0002-01-01."""
    first = invoice(invoice="0001-01-01", relationship_end="0001-01-01")

    assert states(folder, first) == [("must-erase", "0007-01-02", "0002-01-01")]
    assert states(folder, first, on="0001-01-01") == [("must-keep", "0007-01-02", "0002-01-01")]


def test_an_invoice_after_the_end_of_the_relationship_is_a_contradiction(folder: Path) -> None:
    """Nobody can obey both rules: relationship 2024-01-01 + 1 year = 2025-01-01, invoice 2026-01-01 + 6 years = 2032-01-01.

    The events are taken as they are told, whatever order one would expect; the answer names both days.
    """
    odd = invoice(relationship_end="2024-01-01", invoice="2026-01-01")

    assert states(folder, odd) == [("conflict", "2032-01-02", "2025-01-01")]
    assert states(folder, odd, on="2025-01-01") == [("must-keep", "2032-01-02", "2025-01-01")]
    assert states(folder, odd, on="2032-01-02") == [("must-erase", "2032-01-02", "2025-01-01")]


def test_events_may_lie_in_the_future(folder: Path) -> None:
    """A contract that will end on a known day: 2030-06-30 + 1 year = 2031-06-30; the invoice will be kept to 2036-01-01."""
    coming = invoice(relationship_end="2030-06-30", invoice="2030-01-01")

    assert states(folder, coming) == [("must-keep", "2036-01-02", "2031-06-30")]


def test_never_is_no_day(folder: Path) -> None:
    """An occurrence that never occurred asks for nothing, an ending that never comes sets no end."""
    assert states(folder, invoice(invoice="never", relationship_end="never")) == [("may-erase", None, None)]


def test_the_events_of_a_record_win(folder: Path) -> None:
    """What is told of all data is told again of one: 2016-01-01 + 6 years has passed, 2026-01-01 + 6 years has not."""
    both = {**events(invoice="2016-01-01"), **invoice(invoice="2026-01-01", relationship_end="not-yet")}

    assert states(folder, both) == [("must-keep", "2032-01-02", None)]


def test_a_record_may_be_told_to_be_unknown(folder: Path) -> None:
    """“unknown” takes back what is told of all data."""
    both = {**events(invoice="2026-01-01"), **invoice(invoice="unknown", relationship_end="not-yet")}

    assert states(folder, both) == [("unknown", None, None)]


def test_instants_count_hours(folder: Path) -> None:
    """22 November 10:00 less 72 hours is 19 November 10:00: the last day is the local day on which they are over."""
    tape = {"records": [{"category": "recordings", "events": {"end of the season": "not-yet"}}]}
    for instant in ("2026-11-19T10:00:00+02:00", "2026-11-19T10:00", "2026-11-19T08:00:00Z"):
        assert states(folder, {**tape, **events(recorded=instant)}) == [("may-erase", None, "2026-11-22")]
        assert states(folder, {**tape, **events(recorded=instant)}, on="2026-11-23") == [
            ("must-erase", None, "2026-11-22")
        ]


def test_nothing_told_is_not_known(folder: Path) -> None:
    """An empty object is no mistake: both categories are answered for."""
    assert states(folder, {}) == [("unknown", None, None)] * 2


def test_a_key_of_nothing_is_told(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """An event without a name is as unknown as any."""
    code, out, lines = told(folder, {"events": {"": "2026-01-01"}}, capfdbinary)

    assert (code, out, len(lines)) == (2, b"", 1)
    assert "found the unknown event “”" in lines[0]
