"""The command line: the only clock, the only printing.

Exit codes: 0 clean, 1 findings at or above ``--fail-on``, 2 the input cannot be used.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from rekisteri.errors import (
    MissingWording,
    Problem,
    RekisteriError,
    SeveralProblems,
    any_of,
    describe,
    nearest,
    printable,
)
from rekisteri.part import parse_day
from rekisteri.words import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:  # rooms are loaded by the commands that need them
    from rekisteri.checks import Report
    from rekisteri.model import Register

__all__ = ["main"]

T = TypeVar("T")
U = TypeVar("U")

CLEAN, FINDINGS, UNUSABLE = 0, 1, 2


class _Unusable(Exception):
    """The input cannot be used; ``lines`` say why, one problem each."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(*lines)
        self.lines = tuple(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; ``arguments`` as after the program's name. Returns the exit code."""
    options, rest = _parser().parse_known_args(arguments)
    try:
        options.parser.refuse(rest)
        code: int = options.run(options)
    except _Unusable as error:
        _complain(error.lines)
        return UNUSABLE
    return code


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, and names the word that was meant."""

    def __init__(self, *, prog: str | None = None, **settings: Any) -> None:
        super().__init__(prog=prog, **{**settings, "allow_abbrev": False})
        self.set_defaults(parser=self)

    def error(self, message: str) -> NoReturn:
        _complain([message])
        sys.exit(UNUSABLE)

    def refuse(self, words: Sequence[str]) -> None:
        """Complain of words that no option or argument takes; what follows an unknown option is taken for its value."""
        options = [option for action in self._actions for option in action.option_strings]
        unknown = [
            Problem("", describe(word), f"an option of “{self.prog}”", nearest(word, options))
            for word in words
            if word.startswith("-")
        ]
        if words:
            more = Problem("", describe(words[0]), f"nothing more after “{self.prog}”")
            raise _Unusable([str(problem) for problem in unknown or [more]])

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            words = [str(choice) for choice in action.choices]
            problem = Problem("", describe(value), any_of(words), nearest(str(value), words))
            raise argparse.ArgumentError(action, str(problem))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="rekisteri", description="Personal-data registers as data (GDPR).")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the library's version and leave")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="say where registers contradict the law of a day, or themselves")
    check.add_argument(
        "files", nargs="+", type=_file, metavar="FILE", help="a register in JSON, or - for standard input"
    )
    check.add_argument("--on", type=_day, metavar="DAY", help="the day whose law is applied (default: today)")
    check.add_argument("--language", choices=LANGUAGES, default="en", help="the report's language (default: en)")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument(
        "--fail-on",
        choices=("must", "should", "note", "never"),
        default="must",
        help="exit with 1 from this severity on",
    )
    check.add_argument("--notes", action="store_true", help="show the notes too, as --fail-on note does")
    check.add_argument(
        "--select", type=_names, metavar="IDS", help="only these checks or families, with commas between"
    )
    check.add_argument("--ignore", type=_names, metavar="IDS", default=(), help="all but these checks or families")
    check.set_defaults(run=_check)

    render = commands.add_parser("render", help="print a register's notice")
    render.add_argument("file", type=_file, metavar="FILE", help="a register in JSON, or - for standard input")
    render.add_argument("--form", choices=("notice",), default="notice")
    render.add_argument("--language", choices=LANGUAGES, help="the notice's language (default: the register's own)")
    render.add_argument("--format", choices=("text",), default="text")
    render.add_argument(
        "-o", "--output", metavar="OUT", type=_path, help="write to this file instead of standard output"
    )
    render.set_defaults(run=_render)

    due = commands.add_parser("due", help="say what must, may and must not be kept on a day, and why")
    due.add_argument("file", type=_file, metavar="FILE", help="a register in JSON, or - for standard input")
    due.add_argument(
        "--events", required=True, type=_file, metavar="EVENTS.json", help="events, records and holds in JSON"
    )
    due.add_argument("--on", type=_day, metavar="DAY", help="the day (default: today)")
    due.add_argument("--language", choices=LANGUAGES, default="en", help="the report's language (default: en)")
    due.add_argument("--format", choices=("text", "json", "svg"), default="text")
    due.set_defaults(run=_due)

    schema = commands.add_parser("schema", help="print the JSON Schema of a register")
    schema.set_defaults(run=_schema)

    checks = commands.add_parser("checks", help="list every check, or those of a family; or tell all of one check")
    checks.add_argument(
        "name", nargs="?", type=str.strip, metavar="ID", help="the id of a check, or a family; silence: every check"
    )
    checks.add_argument("--language", choices=LANGUAGES, default="en", help="default: en")
    checks.set_defaults(run=_checks)
    return parser


class _Version(argparse.Action):
    """The version is looked up only when it is asked for: that takes as long as a tenth of a check."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        _print(f"rekisteri {version('rekisteri')}\n")
        parser.exit()


def _check(options: argparse.Namespace) -> int:
    from rekisteri import report
    from rekisteri.checks import all_checks, check
    from rekisteri.model import Register

    if options.files.count("-") > 1:
        raise _Unusable(["-: standard input can be read only once"])
    on = options.on or date.today()  # noqa: DTZ011  # the law's day is the reader's own
    reports: list[tuple[str | None, Report]] = []
    complaints: list[str] = []
    try:
        asked = check(
            Register(), on=on, select=options.select, ignore=options.ignore
        )  # misspelt checks before any file
    except RekisteriError as error:
        raise _Unusable(list(_lines(error))) from None
    if len(asked.not_run) == len(all_checks()):
        raise _Unusable(["no check is left to run: --ignore takes out all that are selected"])
    for file in options.files:
        try:
            reports.append((file, check(_load(file), on=on, select=options.select, ignore=options.ignore)))
        except _Unusable as error:
            complaints += error.lines
    if options.format == "json":
        _print(report.json(reports, language=options.language))
    else:
        notes = options.notes or options.fail_on == "note"  # what makes a job fail is to be seen
        _print("\n".join(report.text(one, language=options.language, file=file, notes=notes) for file, one in reports))
    if complaints:
        raise _Unusable(complaints)
    if options.fail_on == "never":
        return CLEAN
    return FINDINGS if any(one.at_least(options.fail_on) for _, one in reports) else CLEAN


def _render(options: argparse.Namespace) -> int:
    from rekisteri.text import render

    register = _load(options.file)
    try:
        text = render(register, form=options.form, language=options.language).plain()
    except RekisteriError as error:
        raise _Unusable([f"{options.file}: {line}" for line in _lines(error)]) from None
    if options.output:
        _write(options.output, text)
    else:
        _print(text)
    return CLEAN


def _due(options: argparse.Namespace) -> int:
    from rekisteri import report
    from rekisteri.json_format import loads, loads_facts
    from rekisteri.retention import due

    if options.file == options.events == "-":
        raise _Unusable(["-: standard input cannot be both the register and the events"])
    on = options.on or date.today()  # noqa: DTZ011  # the day is the reader's own
    plan, facts = _both(
        lambda: _read(options.file, lambda document: loads(document).plan()), lambda: _read(options.events, loads_facts)
    )
    asked = (plan, facts.events, facts.records, facts.holds)
    try:
        if options.format == "svg":
            text = report.due_svg(*asked, on=on, language=options.language)
        elif options.format == "json":
            text = report.due_json(due(*asked, on=on), language=options.language)
        else:
            text = report.due_text(due(*asked, on=on), on=on, language=options.language)
    except RekisteriError as error:
        raise _Unusable([f"{options.events}: {line}" for line in _lines(error)]) from None
    _print(text)
    return CLEAN


def _both(first: Callable[[], T], second: Callable[[], U]) -> tuple[T, U]:
    """What both give; if both cannot be used, the lines of both."""
    try:
        one = first()
    except _Unusable as error:
        try:
            second()
        except _Unusable as other:
            raise _Unusable([*error.lines, *other.lines]) from None
        raise
    return one, second()


def _schema(_: argparse.Namespace) -> int:
    from rekisteri.json_format import schema_text

    _print(schema_text())
    return CLEAN


def _checks(options: argparse.Namespace) -> int:
    from rekisteri import report
    from rekisteri.checks import all_checks

    families = {entry.family for entry in all_checks().values()}
    if options.name is not None and options.name not in families:
        try:
            _print(report.page(options.name, language=options.language))
        except RekisteriError as error:
            raise _Unusable(list(_lines(error))) from None
        return CLEAN
    listed = [id for id, entry in all_checks().items() if options.name in (None, entry.family)]
    width = max(map(len, listed))
    _print("".join(f"{id:<{width}}  {report.title(id, options.language)}\n" for id in listed))
    return CLEAN


def _load(file: str) -> Register:
    from rekisteri.json_format import loads

    return _read(file, loads)


def _read(file: str, loads: Callable[[bytes], T]) -> T:
    """What stands in a file, as *loads* reads it."""
    from rekisteri.json_format import LARGEST

    try:
        if file == "-":
            if sys.stdin is None:
                raise _Unusable(["-: standard input is closed"])
            return loads(sys.stdin.buffer.read(LARGEST + 1))
        with Path(file).open("rb") as opened:
            return loads(opened.read(LARGEST + 1))
    except OSError as error:
        raise _Unusable([f"{file}: {error.strerror or error}"]) from None
    except RekisteriError as error:
        raise _Unusable([f"{file}: {line}" for line in _lines(error)]) from None


def _lines(error: RekisteriError) -> Iterator[str]:
    """One line a problem."""
    match error:
        case SeveralProblems():
            yield from map(str, error.problems)
        case MissingWording():
            yield from (f"{path}: no wording in “{error.language}”" for path in error.paths)
        case _:
            yield str(error)


def _print(text: str) -> None:
    """UTF-8 with LF whatever the platform; a reader that has seen enough is no failure."""
    if sys.stdout is None:
        raise _Unusable(["standard output: it is closed"])
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again at its end
        raise _Unusable([f"standard output: {error.strerror or error}"]) from None


def _complain(lines: Sequence[str]) -> None:
    text = "".join(f"rekisteri: {printable(line)}\n" for line in lines)  # a file's name may hold anything
    if sys.stderr is not None:
        sys.stderr.buffer.write(text.encode(errors="backslashreplace"))
        sys.stderr.buffer.flush()


def _write(path: Path, text: str) -> None:
    """All or nothing: a file that is there stays whole until the new one is; links are followed, devices written to."""
    try:
        target = path.resolve()
        if target.is_symlink():  # Python 3.13 resolves links that lead in a circle to one of them, and this says so
            target.stat()
        if target.exists() and not target.is_file():
            target.write_bytes(text.encode())
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
            new.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
            new.replace(target)
        except BaseException:
            new.unlink()
            raise
    except OSError as error:
        raise _Unusable([f"{path}: {error.strerror or error}"]) from None
    except RuntimeError:  # what Python 3.11 and 3.12 make of them
        raise _Unusable([f"{path}: links that lead in a circle"]) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"found {describe(text)}, expected a day such as 2026-11-22") from None


def _file(text: str) -> str:
    """The name of a file; an empty one would be taken for the folder."""
    if not text:
        raise argparse.ArgumentTypeError("found an empty text, expected the name of a file")
    return text


def _path(text: str) -> Path:
    return Path(_file(text))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("found nothing, expected ids or families with commas between")
    return names
