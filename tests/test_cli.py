"""The command line as a user meets it: a process, its output in bytes, its exit code."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from examples import FOLDER, ROOT
from rekisteri import dumps, load, report
from rekisteri.checks import all_checks
from rekisteri.json_format import schema_text
from rekisteri.model import Register

WEBSHOP = str(FOLDER / "webshop.json")
FLAWED = str(FOLDER / "seed-002.json")
BOOKS = str(FOLDER / "bookkeeping.json")
EVENTS = str(FOLDER / "bookkeeping-events.json")
ON = ("--on", "2026-11-22")


def run(
    *arguments: str, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line with plain bytes in and out."""
    return subprocess.run(
        [sys.executable, "-m", "rekisteri", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=60,
    )


def complaints(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error of a run that could not use its input."""
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    return result.stderr.decode().splitlines()


def test_a_clean_register_exits_with_0() -> None:
    """Nothing at ``must``, and the report says so."""
    result = run("check", WEBSHOP, *ON)

    assert result.returncode == 0
    assert b"0 must, 0 should, 0 note." in result.stdout
    assert result.stderr == b""


@pytest.mark.parametrize(
    ("file", "fail_on", "code"),
    [
        ("seed-002", "must", 1),
        ("seed-002", "never", 0),
        ("seed-003", "should", 1),
        ("seed-003", "note", 1),
        ("webshop", "note", 0),
    ],
)
def test_findings_from_a_severity_on_exit_with_1(file: str, fail_on: str, code: int) -> None:
    """``--fail-on`` decides."""
    assert run("check", str(FOLDER / f"{file}.json"), *ON, "--fail-on", fail_on).returncode == code


def test_only_graver_findings_fail() -> None:
    """A finding below ``--fail-on`` is printed and does not fail."""
    result = run("check", FLAWED, *ON, "--select", "bases-not-told-apart")

    assert result.returncode == 0
    assert b"    purposes[customers].legal_bases (possible)\n" in result.stdout
    assert run("check", FLAWED, *ON, "--select", "basis", "--fail-on", "should").returncode == 1


def test_the_day_of_the_law_is_taken() -> None:
    """On the Act's last day in force nothing was repealed; without ``--on`` the day is today."""
    chosen = ("--select", "stale")

    assert run("check", FLAWED, "--on", "2018-12-31", *chosen).returncode == 0
    assert run("check", FLAWED, "--on", "2019-01-01", *chosen).returncode == 1
    assert run("check", FLAWED, *chosen).returncode == 1


def test_json_has_one_entry_a_file() -> None:
    """The contract of ``--format json``."""
    result = run("check", WEBSHOP, FLAWED, *ON, "--format", "json", "--language", "sv")
    entries = json.loads(result.stdout)

    assert [entry["file"] for entry in entries] == [WEBSHOP, FLAWED]
    assert set(entries[1]["findings"][0]) == {
        *("check", "severity", "certainty", "path", "citations", "provisions", "title", "message", "mend"),
        "right_when_drafted",
    }
    assert entries[1]["on"] == "2026-11-22"
    assert entries[1]["findings"][0]["message"].startswith("Registret anger inte")


TWO_RULES = {
    "format": 1,
    "name": "Verkkokauppa",
    "data": [{"id": "invoices", "name": {"fi": "laskutiedot"}}],
    "retention": [
        {
            "id": "vouchers",
            "limit": "minimum",
            "period": "P6Y",
            "start": {"event": "financial-year-end", "round": ["year"]},
            "reason": {"provision": "kpl:2/10.2"},
        }
    ],
    "erasure": [{"id": "on-request", "trigger": "request", "deadline": "P1M"}],
    "financial_year_end": "12-31",
}
"""A promise to erase what the Accounting Act demands."""


def _two_rules(folder: Path, **changes: object) -> str:
    file = folder / "register.json"
    file.write_text(json.dumps({**TWO_RULES, **changes}), encoding="utf-8")
    return str(file)


def test_json_has_the_witness_of_a_contradiction(tmp_path: Path) -> None:
    """Its events go into ``due`` as they are, and ``due`` answers ``conflict`` on its day."""
    file, events = _two_rules(tmp_path), tmp_path / "events.json"
    result = run("check", file, *ON, "--format", "json", "--select", "promise-against-duty")
    ((found,),) = [entry["findings"] for entry in json.loads(result.stdout)]
    witness = found["witness"]
    events.write_text(json.dumps({"records": [{name: witness[name] for name in ("category", "events")}]}))
    (answer,) = json.loads(run("due", file, "--events", str(events), "--on", witness["on"], "--format", "json").stdout)

    assert result.returncode == 1
    assert (witness["keep"], witness["erase"]) == ("vouchers", ["on-request"])
    assert answer["state"] == "conflict"


def test_text_tells_the_story_of_a_contradiction(tmp_path: Path) -> None:
    """Line by line, in the language asked for."""
    result = run("check", _two_rules(tmp_path), *ON, "--select", "promise-against-duty", "--language", "fi")

    assert result.returncode == 1
    assert (
        "        Esimerkki:\n"
        "        31. joulukuuta 2025: tilikauden päättyminen\n"
        "        1. tammikuuta 2026: rekisteröidyn pyyntö\n"
        "        1. helmikuuta 2026 jälkeen tietoja ei saa enää säilyttää (”on-request”).\n"
        "        31. joulukuuta 2031 saakka tiedot on säilytettävä (”vouchers”).\n"
    ) in result.stdout.decode()


@pytest.mark.parametrize(
    ("changes", "fail_on", "code"),
    [
        ({}, "must", 1),
        ({}, "never", 0),
        ({"erasure": [{"trigger": "request", "unless": ["law"]}]}, "should", 0),
        ({"erasure": [{"trigger": "relationship-end", "deadline": "P10Y"}]}, "must", 0),
        ({"erasure": [{"trigger": "relationship-end", "deadline": "P10Y"}]}, "should", 1),
    ],
)
def test_contradictions_fail_and_doubts_only_if_asked(
    tmp_path: Path, changes: dict[str, object], fail_on: str, code: int
) -> None:
    """What depends on the order of events is a recommendation."""
    file = _two_rules(tmp_path, **changes)

    assert run("check", file, *ON, "--select", "retention,erasure", "--fail-on", fail_on).returncode == code


def test_several_files_are_reported_one_after_the_other() -> None:
    """Each under its name."""
    lines = run("check", WEBSHOP, FLAWED, *ON).stdout.decode().splitlines()

    assert lines[0] == WEBSHOP
    assert FLAWED in lines


def test_standard_input_is_a_file_too() -> None:
    """``-`` reads a register from standard input."""
    written = dumps(Register(name="Jäsenet", language="fi")).encode()

    assert "Jäsenet".encode() in run("render", "-", stdin=written).stdout
    assert run("check", "-", *ON, stdin=written).returncode == 1


def test_the_notice_in_three_languages() -> None:
    """The register's own language unless another is asked for."""
    assert run("render", WEBSHOP).stdout.startswith(b"Tietosuojaseloste\n")
    assert run("render", WEBSHOP, "--language", "sv").stdout.startswith(b"Dataskyddsbeskrivning\n")
    assert run("render", WEBSHOP, "--language", "en").stdout.startswith(b"Privacy notice\n")


def test_missing_wording_has_a_line_for_each_place() -> None:
    """Nothing is printed in a language that is not complete."""
    result = run("render", FLAWED, "--language", "sv")
    lines = complaints(result)

    assert result.stdout == b""
    assert len(lines) > 5
    assert all(line.endswith("no wording in “sv”") for line in lines)


def test_a_register_without_a_language_wants_one() -> None:
    """It prints when one is given."""
    written = dumps(Register(name="Jäsenet")).encode()

    assert run("render", "-", "--language", "fi", stdin=written).returncode == 0


def test_output_goes_to_a_file_whole(tmp_path: Path) -> None:
    """``-o`` writes what standard output would have got, keeps the mode of a file that was there, leaves nothing else."""
    target = tmp_path / "notice.txt"
    target.write_text("old")
    target.chmod(0o640)
    result = run("render", WEBSHOP, "-o", str(target))

    assert result.returncode == 0
    assert result.stdout == b""
    assert target.read_bytes() == run("render", WEBSHOP).stdout
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_the_schema_is_printed() -> None:
    """Byte for byte as it ships."""
    assert run("schema").stdout.decode() == schema_text()


def test_every_check_has_a_line() -> None:
    """Id and title, in the order of the law."""
    lines = run("checks", "--language", "fi").stdout.decode().splitlines()

    assert [line.split()[0] for line in lines] == list(all_checks())
    assert lines[0].endswith("rekisterinpitäjää ei kerrota")


def test_a_family_is_listed_alone() -> None:
    """The name of a family in the place of an id, whatever spaces stand around it."""
    lines = run("checks", " transfers ").stdout.decode().splitlines()

    assert [line.split()[0] for line in lines] == [id for id, one in all_checks().items() if one.family == "transfers"]


@pytest.mark.parametrize(
    ("language", "heading"), [("fi", "NÄIN KORJAAT"), ("sv", "SÅ HÄR ÅTGÄRDAR DU"), ("en", "HOW TO MEND IT")]
)
def test_one_check_is_told_whole(language: str, heading: str) -> None:
    """Its page, in the language asked for."""
    result = run("checks", "access-missing", "--language", language)

    assert result.returncode == 0
    assert result.stdout.decode() == report.page("access-missing", language=language)
    assert f"\n{heading}\n" in result.stdout.decode()


def test_a_misspelt_check_has_no_page() -> None:
    """One line, with the nearest name."""
    result = run("checks", "acess-missing")

    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.decode() == (
        "rekisteri: found the unknown check “acess-missing”, expected a check's id or a family"
        " (did you mean “access-missing”?)\n"
    )


def test_what_is_suppressed_does_not_fail_a_job(tmp_path: Path) -> None:
    """Exit 0, and the reason is in the report; after its last day exit 1."""
    file = tmp_path / "register.json"
    reason = {"check": "stated", "reason": "lisätään ensi viikolla", "until": "2026-11-30"}
    file.write_text(json.dumps({"format": 1, "suppressions": [reason]}), encoding="utf-8")
    before, after = (run("check", str(file), "--on", day, "--language", "fi") for day in ("2026-11-30", "2026-12-01"))

    assert before.returncode == 0
    assert "suppressions[0] (30. marraskuuta 2026 asti): lisätään ensi viikolla" in before.stdout.decode()
    assert after.returncode == 1
    assert "suppressions[0]: määräaika on päättynyt" in after.stdout.decode()


def test_the_version_is_told() -> None:
    """``--version`` names the program."""
    assert run("--version").stdout.startswith(b"rekisteri 26.")


def test_output_follows_a_link(tmp_path: Path) -> None:
    """A link stays a link; what it leads to is written."""
    target, link = tmp_path / "notice.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)

    assert run("render", WEBSHOP, "-o", str(link)).returncode == 0
    assert link.is_symlink()
    assert target.read_bytes() == run("render", WEBSHOP).stdout


def test_output_to_a_device_is_written_not_replaced(tmp_path: Path) -> None:
    """A pipe that was named as output is still a pipe."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-m", "rekisteri", "render", WEBSHOP, "-o", str(pipe)], cwd=ROOT) as process:
        content = pipe.read_bytes()
        process.wait(timeout=60)

    assert content == run("render", WEBSHOP).stdout
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_due_says_what_holds_for_each_record() -> None:
    """Exit code 0 whatever the answers are: what must be erased is no failure of the input."""
    result = run("due", BOOKS, "--events", EVENTS, *ON)
    lines = result.stdout.decode().splitlines()

    assert (result.returncode, result.stderr) == (0, b"")
    assert lines[0] == "Judged by the rules of the register on 22 November 2026"
    assert "invoices [invoice-2017]: must be erased" in lines
    assert b"\r" not in result.stdout


def test_due_as_json_has_one_entry_a_record() -> None:
    """The contract of ``--format json``; ``record`` only where there are records."""
    keys = ["category", "state", "from", "until", "open_ended", "purposes_ended", "missing", "then", "rules", "steps"]
    listed = json.loads(run("due", BOOKS, "--events", EVENTS, *ON, "--format", "json").stdout)
    whole = json.loads(run("due", BOOKS, "--events", "-", *ON, "--format", "json", stdin=b"{}").stdout)

    assert {tuple(entry) for entry in listed} == {("record", *keys)}
    assert {tuple(entry) for entry in whole} == {tuple(keys)}
    assert [entry["category"] for entry in whole] == [category.id for category in load(BOOKS).data or ()]


def test_due_reads_either_file_from_standard_input() -> None:
    """The register or the events, with the same answer."""
    both = run("due", BOOKS, "--events", EVENTS, *ON)

    assert run("due", "-", "--events", EVENTS, *ON, stdin=Path(BOOKS).read_bytes()).stdout == both.stdout
    assert run("due", BOOKS, "--events", "-", *ON, stdin=Path(EVENTS).read_bytes()).stdout == both.stdout


def test_due_speaks_three_languages() -> None:
    """In the words of the report; ids stay as they are."""
    finnish = run("due", BOOKS, "--events", EVENTS, *ON, "--language", "fi").stdout.decode()
    swedish = run("due", BOOKS, "--events", EVENTS, *ON, "--language", "sv").stdout.decode()

    assert "invoices [invoice-2017]: poistettava\n" in finnish
    assert "invoices [invoice-2017]: ska raderas\n" in swedish


def test_due_asks_the_clock_only_without_a_day() -> None:
    """A period that ran out in 2025 has run out today too, and had not on the day before it began."""
    asked = ("due", BOOKS, "--events", EVENTS, "--format", "json")

    assert json.loads(run(*asked).stdout)[0]["state"] == "must-erase"
    assert json.loads(run(*asked, "--on", "2018-03-30").stdout)[0]["state"] == "must-keep"


def test_due_as_a_picture() -> None:
    """``--format svg`` prints one whole document in the language asked for."""
    result = run("due", BOOKS, "--events", EVENTS, *ON, "--format", "svg", "--language", "fi")
    root = ET.fromstring(result.stdout)  # noqa: S314  # what was just made

    assert (result.returncode, result.stderr) == (0, b"")
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == "Säilytysajat, tilanne 22. marraskuuta 2026"
    assert b"\r" not in result.stdout


def test_a_picture_of_what_makes_no_sense_is_refused() -> None:
    """The errors are those of the other formats."""
    events = b'{"records": [{"id": "1", "category": "invoises"}]}'
    found = [
        complaints(run("due", BOOKS, "--events", "-", *ON, "--format", format, stdin=events))
        for format in ("text", "json", "svg")
    ]

    assert found[0] == found[1] == found[2]
    assert "did you mean “invoices”" in found[0][0]


def test_due_tells_every_problem_of_the_events() -> None:
    """A line each, with the file before it, and nothing on standard output."""
    result = run("due", BOOKS, "--events", "-", *ON, stdin=b'{"events": {"invoice": null}, "holds": [{"reason": "x"}]}')

    assert complaints(result) == [
        "rekisteri: -: events.invoice: found null, expected a day such as 2026-11-22, an instant such as"
        " 2026-11-22T10:00:00+02:00, or one of “not-yet”, “never”, “unknown”",
        "rekisteri: -: holds[0].from: found nothing, expected “from”, without which this says nothing",
    ]
    assert result.stdout == b""
