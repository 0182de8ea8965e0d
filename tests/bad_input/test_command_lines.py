"""The bank of bad command lines, as they are typed into a shell: each problem one clear line, and exit code 2."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from examples import FOLDER

SEVERAL = '{"format": 1, "name": 5, "language": "fin", "dpos": ["ääni"], "drafted": "eilen"}'
SEVERAL_LINES = (
    "name: found the number 5, expected text",
    "language: found “fin”, expected a language: “fi”, “sv” or “en” (did you mean “fi”?)",
    "dpos[0]: found “ääni”, expected an id of small letters, digits and single hyphens, not only digits, such as"
    " “customer-data”",
    "drafted: found “eilen”, expected a day such as 2026-11-22",
)
DAY = "expected a day such as 2026-11-22"
BITS = "setpriv --bounding-set=-dac_override,-dac_read_search" if os.geteuid() == 0 else ""
"""Makes the permissions of files hold for root too."""

BANK: dict[str, tuple[str, list[str]]] = {
    "no command": ("rekisteri", ["rekisteri: the following arguments are required: COMMAND"]),
    "an unknown command": (
        "rekisteri chekc good.json",
        [
            "rekisteri: argument COMMAND: found “chekc”, expected “check”, “render”, “due”, “schema” or “checks” (did you mean “check”?)"
        ],
    ),
    "an unknown option": (
        "rekisteri check good.json --quiet",
        ["rekisteri: found “--quiet”, expected an option of “rekisteri check”"],
    ),
    "no file to check": (
        "rekisteri check",
        ["rekisteri: the following arguments are required: FILE"],
    ),
    "no file to render": (
        "rekisteri render --language fi",
        ["rekisteri: the following arguments are required: FILE"],
    ),
    "an abbreviated option": (
        "rekisteri check good.json --lang fi",
        ["rekisteri: found “--lang”, expected an option of “rekisteri check” (did you mean “--language”?)"],
    ),
    "standard input that is closed": ("rekisteri check - <&-", ["rekisteri: -: standard input is closed"]),
    "a file whose name breaks the line": (
        r"rekisteri check $'no\nsuch\e[31m.json'",
        ["rekisteri: no\\nsuch\\x1b[31m.json: No such file or directory"],
    ),
    "a day that breaks the line": (
        r"rekisteri check good.json --on $'2026\n'",
        [f"rekisteri: argument --on: found “2026\\n”, {DAY}"],
    ),
    "two files to render": (
        "rekisteri render good.json flawed.json",
        ["rekisteri: found “flawed.json”, expected nothing more after “rekisteri render”"],
    ),
    "a file for the schema": (
        "rekisteri schema good.json",
        ["rekisteri: found “good.json”, expected nothing more after “rekisteri schema”"],
    ),
    "a day of another form": (
        "rekisteri check good.json --on 22.11.2026",
        [f"rekisteri: argument --on: found “22.11.2026”, {DAY}"],
    ),
    "a day without hyphens": (
        "rekisteri check good.json --on 20261122",
        [f"rekisteri: argument --on: found “20261122”, {DAY}"],
    ),
    "a week": (
        "rekisteri check good.json --on 2026-W47",
        [f"rekisteri: argument --on: found “2026-W47”, {DAY}"],
    ),
    "a day that no calendar has": (
        "rekisteri check good.json --on 2026-02-30",
        [f"rekisteri: argument --on: found “2026-02-30”, {DAY}"],
    ),
    "a day in words": (
        "rekisteri check good.json --on tänään",
        [f"rekisteri: argument --on: found “tänään”, {DAY}"],
    ),
    "no day": (
        "rekisteri check good.json --on",
        ["rekisteri: argument --on: expected one argument"],
    ),
    "a language of no report": (
        "rekisteri check good.json --language de",
        ["rekisteri: argument --language: found “de”, expected “fi”, “sv” or “en”"],
    ),
    "a language of no notice": (
        "rekisteri render good.json --language FI",
        ["rekisteri: argument --language: found “FI”, expected “fi”, “sv” or “en” (did you mean “fi”?)"],
    ),
    "a language of no list": (
        "rekisteri checks --language swe",
        ["rekisteri: argument --language: found “swe”, expected “fi”, “sv” or “en”"],
    ),
    "an unknown severity": (
        "rekisteri check good.json --fail-on musst",
        [
            "rekisteri: argument --fail-on: found “musst”, expected “must”, “should”, “note” or “never” (did you mean “must”?)",
        ],
    ),
    "an unknown format of the report": (
        "rekisteri check good.json --format xml",
        ["rekisteri: argument --format: found “xml”, expected “text” or “json”"],
    ),
    "a misspelt check": (
        "rekisteri check good.json --select acces-missing",
        [
            "rekisteri: found the unknown check “acces-missing”, expected a check's id or a family"
            " (did you mean “access-missing”?)",
        ],
    ),
    "a misspelt family": (
        "rekisteri check good.json --ignore STLAE",
        ["rekisteri: found the unknown check “STLAE”, expected a check's id or a family (did you mean “stale”?)"],
    ),
    "several checks that are none": (
        "rekisteri check good.json --select kissa,access-missing,$'a\\nb',stal",
        [
            "rekisteri: found the unknown check “kissa”, expected a check's id or a family",
            "rekisteri: found the unknown check “a\\nb”, expected a check's id or a family",
            "rekisteri: found the unknown check “stal”, expected a check's id or a family (did you mean “stale”?)",
        ],
    ),
    "a misspelt check and a broken file": (
        "rekisteri check broken.json --select acces-missing",
        [
            "rekisteri: found the unknown check “acces-missing”, expected a check's id or a family"
            " (did you mean “access-missing”?)",
        ],
    ),
    "no check selected": (
        "rekisteri check good.json --select ,",
        ["rekisteri: argument --select: found nothing, expected ids or families with commas between"],
    ),
    "every selected check ignored": (
        "rekisteri check good.json --select basis,access-missing --ignore access-missing,basis",
        ["rekisteri: no check is left to run: --ignore takes out all that are selected"],
    ),
    "a check of no name": (
        "rekisteri checks ''",
        ["rekisteri: found the unknown check “”, expected a check's id or a family"],
    ),
    "a check of spaces": (
        "rekisteri checks '  '",
        ["rekisteri: found the unknown check “”, expected a check's id or a family"],
    ),
    "a file of no name": (
        "rekisteri check good.json ''",
        ["rekisteri: argument FILE: found an empty text, expected the name of a file"],
    ),
    "a file of no name to render": (
        "rekisteri render ''",
        ["rekisteri: argument FILE: found an empty text, expected the name of a file"],
    ),
    "an output of no name": (
        "rekisteri render good.json -o ''",
        ["rekisteri: argument -o/--output: found an empty text, expected the name of a file"],
    ),
    "a plan of no name": (
        "rekisteri due '' --events good.json",
        ["rekisteri: argument FILE: found an empty text, expected the name of a file"],
    ),
    "events of no name": (
        "rekisteri due good.json --events ''",
        ["rekisteri: argument --events: found an empty text, expected the name of a file"],
    ),
    "no check ignored": (
        "rekisteri check good.json --ignore ''",
        ["rekisteri: argument --ignore: found nothing, expected ids or families with commas between"],
    ),
    "a missing file": (
        "rekisteri check none.json",
        ["rekisteri: none.json: No such file or directory"],
    ),
    "a missing file to render": (
        "rekisteri render none.json",
        ["rekisteri: none.json: No such file or directory"],
    ),
    "a missing file of an odd name": (
        "rekisteri check 'ääni ja väli.json'",
        ["rekisteri: ääni ja väli.json: No such file or directory"],
    ),
    "a missing file of a name in no letters": (
        "rekisteri check $'\\xff.json'",
        ["rekisteri: \\udcff.json: No such file or directory"],
    ),
    "a link that leads nowhere": (
        "rekisteri check dead-link.json",
        ["rekisteri: dead-link.json: No such file or directory"],
    ),
    "a link to itself": (
        "rekisteri check loop.json",
        ["rekisteri: loop.json: Too many levels of symbolic links"],
    ),
    "a folder": ("rekisteri check folder", ["rekisteri: folder: Is a directory"]),
    "a path through a file": ("rekisteri check good.json/x", ["rekisteri: good.json/x: Not a directory"]),
    "a file that may not be read": (
        f"{BITS} rekisteri check locked.json",
        ["rekisteri: locked.json: Permission denied"],
    ),
    "an empty file": ("rekisteri check empty.json", ["rekisteri: empty.json: found an empty document, expected JSON"]),
    "empty standard input": (
        "rekisteri render - <empty.json",
        ["rekisteri: -: found an empty document, expected JSON"],
    ),
    "standard input twice": (
        "rekisteri check - - <broken.json",
        ["rekisteri: -: standard input can be read only once"],
    ),
    "bytes that are no text": (
        "rekisteri render latin-1.json",
        ["rekisteri: latin-1.json: found the byte 0xe4 (line 2), expected UTF-8 text"],
    ),
    "a file without an end": (
        "rekisteri check /dev/zero",
        ["rekisteri: /dev/zero: found 10485761 bytes, expected at most 10485760 bytes"],
    ),
    "200 MB of brackets": (
        "rekisteri check - < <(head -c 200000000 /dev/zero | tr '\\0' '[')",
        ["rekisteri: -: found 10485761 bytes, expected at most 10485760 bytes"],
    ),
    "several faults in a file of an odd name": (
        "rekisteri check 'ääni, väli.json'",
        [f"rekisteri: ääni, väli.json: {line}" for line in SEVERAL_LINES],
    ),
    "a key that would break the line": (
        "rekisteri check odd-key.json",
        [
            "rekisteri: odd-key.json: names.f\\ni\\x1b[2J: found an unknown key, expected one of term, fi, sv, en",
        ],
    ),
    "several faults on a terminal of Windows": (
        "PYTHONUTF8=0 PYTHONIOENCODING=cp1252 rekisteri render several.json",
        [f"rekisteri: several.json: {line}" for line in SEVERAL_LINES],
    ),
    "several faults without a language of the terminal": (
        "PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 LC_ALL=C rekisteri check several.json",
        [f"rekisteri: several.json: {line}" for line in SEVERAL_LINES],
    ),
    "several faults with a mark and Windows line ends": (
        "rekisteri check windows.json",
        [f"rekisteri: windows.json: {line}" for line in SEVERAL_LINES],
    ),
    "only broken files": (
        "rekisteri check broken.json none.json empty.json",
        [
            "rekisteri: broken.json: name: found the number 5, expected text",
            "rekisteri: none.json: No such file or directory",
            "rekisteri: empty.json: found an empty document, expected JSON",
        ],
    ),
    "a register without a language": (
        "rekisteri render silent.json",
        [
            "rekisteri: silent.json: language: found nothing, and the register names no language, expected “fi”, “sv” or “en”",
        ],
    ),
    "an output in a missing folder": (
        "rekisteri render good.json -o none/notice.txt",
        ["rekisteri: none/notice.txt: No such file or directory"],
    ),
    "an output that is a folder": (
        "rekisteri render good.json -o folder",
        ["rekisteri: folder: Is a directory"],
    ),
    "an output in a file": (
        "rekisteri render good.json -o good.json/notice.txt",
        ["rekisteri: good.json/notice.txt: Not a directory"],
    ),
    "an output in a folder that may not be written": (
        f"{BITS} rekisteri render good.json -o read-only/notice.txt",
        ["rekisteri: read-only/notice.txt: Permission denied"],
    ),
    "an output on a full disk": (
        "rekisteri render good.json -o /dev/full",
        ["rekisteri: /dev/full: No space left on device"],
    ),
    "no output": (
        "rekisteri render good.json -o",
        ["rekisteri: argument -o/--output: expected one argument"],
    ),
    "a broken register and an output": (
        "rekisteri render broken.json -o read-only/notice.txt",
        ["rekisteri: broken.json: name: found the number 5, expected text"],
    ),
    "standard output on a full disk": (
        "rekisteri schema >/dev/full",
        ["rekisteri: standard output: No space left on device"],
    ),
    "standard output closed": ("rekisteri schema >&-", ["rekisteri: standard output: it is closed"]),
    "standard output closed to a report": (
        "rekisteri check good.json >&-",
        ["rekisteri: standard output: it is closed"],
    ),
    "standard error closed": ("rekisteri check broken.json 2>&-", []),
    "standard error and output closed": ("rekisteri check good.json >&- 2>&-", []),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good files, bad files, and what is no file."""
    made = tmp_path_factory.mktemp("bank")
    (made / "good.json").write_bytes((FOLDER / "webshop.json").read_bytes())
    (made / "flawed.json").write_bytes((FOLDER / "seed-002.json").read_bytes())
    (made / "silent.json").write_text('{"format": 1}')
    (made / "broken.json").write_text('{"format": 1, "name": 5}')
    (made / "empty.json").write_bytes(b"")
    (made / "latin-1.json").write_bytes('{"format": 1,\n "name": "Jäsenet"}'.encode("latin-1"))
    (made / "odd-key.json").write_text('{"format": 1, "names": {"f\\ni\\u001b[2J": "x"}}')
    for name in ("several.json", "ääni, väli.json"):
        (made / name).write_text(SEVERAL, encoding="utf-8")
    (made / "windows.json").write_text(SEVERAL.replace(", ", ",\r\n "), encoding="utf-8-sig", newline="")
    (made / "good-windows.json").write_text(
        (made / "good.json").read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n"
    )
    (made / "folder").mkdir()
    (made / "read-only").mkdir(mode=0o555)
    (made / "dead-link.json").symlink_to("none.json")
    (made / "loop.json").symlink_to("loop.json")
    (made / "locked.json").write_text(SEVERAL, encoding="utf-8")
    (made / "locked.json").chmod(0)
    return made


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """What a shell makes of a command line; the exit code is that of its first program."""
    program = f"{shlex.quote(sys.executable)} -m rekisteri"
    shell = f"{command.replace('rekisteri', program, 1)}; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(
        ["bash", "-c", shell], stdin=subprocess.DEVNULL, capture_output=True, cwd=folder, check=False, timeout=60
    )


def complaints(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error after the usage; versions of Python differ in quoting what may be chosen."""
    lines = result.stderr.decode().splitlines()
    if lines and lines[0].startswith("usage: rekisteri"):
        lines = [line for line in lines[1:] if not line.startswith(" ")]
    return [line.replace("'", "") if "invalid choice" in line else line for line in lines]


@pytest.mark.parametrize(("command", "expected"), BANK.values(), ids=BANK)
def test_bad_command_lines_are_explained(command: str, expected: list[str], folder: Path) -> None:
    """Exit code 2, nothing on standard output, no file made or lost, each problem one line, word by word."""
    before = sorted(folder.rglob("*"))
    result = typed(command, folder)

    assert complaints(result) == expected
    assert (result.returncode, result.stdout) == (2, b"")
    assert sorted(folder.rglob("*")) == before


def test_the_bank_holds_nothing_twice() -> None:
    """Each command line is another."""
    commands = [command for command, _ in BANK.values()]

    assert len(set(commands)) == len(commands)


@pytest.mark.parametrize("files", ["several.json good.json", "good.json several.json", "several.json good.json -"])
def test_a_broken_file_does_not_silence_the_others(files: str, folder: Path) -> None:
    """What can be read is reported on, what cannot has its lines, and the exit code is 2."""
    result = typed(f"rekisteri check {files} --on 2026-11-22 <flawed.json", folder)
    told = [line for line in result.stdout.decode().splitlines() if line in {*files.split()}]

    assert complaints(result) == [f"rekisteri: several.json: {line}" for line in SEVERAL_LINES]
    assert result.returncode == 2
    assert told == [name for name in files.split() if name != "several.json"]


def test_a_broken_file_is_no_entry(folder: Path) -> None:
    """As JSON too: one entry for each file that could be read, an empty list if there is none."""
    some = typed("rekisteri check broken.json good.json --on 2026-11-22 --format json", folder)
    none = typed("rekisteri check broken.json --on 2026-11-22 --format json", folder)

    assert [entry["file"] for entry in json.loads(some.stdout)] == ["good.json"]
    assert json.loads(none.stdout) == []
    for result in (some, none):
        assert complaints(result) == ["rekisteri: broken.json: name: found the number 5, expected text"]
        assert result.returncode == 2


@pytest.mark.parametrize("terminal", ["PYTHONUTF8=0 PYTHONIOENCODING=cp1252", "PYTHONUTF8=0 LC_ALL=C"])
def test_output_is_utf_8_whatever_the_terminal(terminal: str, folder: Path) -> None:
    """Letters of Finnish survive any terminal, and lines end as everywhere."""
    odd = typed(f"{terminal} rekisteri check flawed.json --on 2026-11-22 --language fi", folder)
    plain = typed("rekisteri check flawed.json --on 2026-11-22 --language fi", folder)

    assert (odd.returncode, odd.stdout, odd.stderr) == (1, plain.stdout, b"")
    assert "ä" in odd.stdout.decode()
    assert b"\r" not in odd.stdout


def test_a_mark_and_windows_line_ends_lose_nothing(folder: Path) -> None:
    """The same notice, byte for byte."""
    windows, plain = (typed(f"rekisteri render {name}.json", folder) for name in ("good-windows", "good"))

    assert (windows.returncode, windows.stdout, windows.stderr) == (0, plain.stdout, b"")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("rekisteri schema | head -c 1", 0),
        ("rekisteri render good.json | head -1", 0),
        ("rekisteri check flawed.json --on 2026-11-22 | true", 1),
        ("rekisteri check good.json broken.json --on 2026-11-22 2>/dev/null | true", 2),
    ],
)
def test_a_closed_pipe_is_quiet(command: str, code: int, folder: Path) -> None:
    """A reader that has seen enough is no failure, and the exit code is the verdict's, whoever reads."""
    result = typed(command, folder)

    assert (result.returncode, result.stderr) == (code, b"")


def test_a_failed_render_leaves_the_output_alone(folder: Path, tmp_path: Path) -> None:
    """What was there before stays whole, and nothing lies beside it."""
    notice = tmp_path / "notice.txt"
    notice.write_text("old")

    for wanted in ("broken.json", "silent.json", "flawed.json --language sv"):
        assert typed(f"rekisteri render {wanted} -o {shlex.quote(str(notice))}", folder).returncode == 2
    assert notice.read_text() == "old"
    assert list(tmp_path.iterdir()) == [notice]


def test_links_that_lead_in_a_circle_are_no_place_to_write(folder: Path, tmp_path: Path) -> None:
    """One line, whatever Python calls it."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    command = [sys.executable, "-m", "rekisteri", "render", "good.json", "-o", str(loop)]
    failed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert failed.returncode == 2
    assert failed.stderr.startswith(f"rekisteri: {loop}: ")
    assert failed.stderr.count("\n") == 1
