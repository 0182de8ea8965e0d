"""Registers as JSON: strict, deterministic, every problem of a document told at once.

The format is provisional until the first release. ``format`` at the top says which version a document is in; every
released version will be read, only the newest is written.
"""

from __future__ import annotations

import json
from importlib.resources import files
from os import PathLike
from pathlib import Path

from rekisteri.errors import InvalidDocument, Problem, describe
from rekisteri.json_format.converter import converter
from rekisteri.json_format.explain import in_order, problems_of
from rekisteri.json_format.facts import Facts, loads_facts
from rekisteri.json_format.raw import LARGEST, parse
from rekisteri.model.references import reference_problems
from rekisteri.model.register import Register

__all__ = ["FORMAT", "LARGEST", "Facts", "dump", "dumps", "load", "loads", "loads_facts", "schema_text"]

FORMAT = 1
"""The version of the format that is written."""


def loads(document: str | bytes) -> Register:
    """Read a register from JSON text (bytes are UTF-8).

    Raises:
        InvalidDocument: It cannot be used; ``problems`` lists everything that is wrong, each with its path.
    """
    data, raw_problems = parse(document)
    if not isinstance(data, dict):
        raise InvalidDocument("document", [Problem("", describe(data), "an object that describes a register")])
    body = {name: value for name, value in data.items() if name != "format"}
    others = _version_problems(data)
    try:
        register: Register = converter().structure(body, Register)
    except Exception as error:  # noqa: BLE001  # cattrs groups them; what is none of ours is raised again
        others += [*problems_of(error), *reference_problems(body, Register)]
    told = {problem.path for problem in raw_problems}  # what is no proper JSON needs no second word
    problems = [*raw_problems, *(problem for problem in dict.fromkeys(others) if problem.path not in told)]
    if problems:
        raise InvalidDocument("document", in_order(problems, data))
    return register


def dumps(register: Register) -> str:
    """Write a register as JSON text: fields in their order, silence left out, two spaces, a newline at the end."""
    body = converter().unstructure(register, Register)
    return json.dumps({"format": FORMAT, **body}, ensure_ascii=False, indent=2) + "\n"


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file in UTF-8.

    Raises:
        OSError: The file cannot be read.
        InvalidDocument: It cannot be used; ``problems`` lists everything that is wrong.
    """
    with Path(path).open("rb") as file:
        return loads(file.read(LARGEST + 1))


def dump(register: Register, path: str | PathLike[str]) -> None:
    """Write a register to a file in UTF-8 with LF line ends.

    Raises:
        OSError: The file cannot be written.
    """
    Path(path).write_bytes(dumps(register).encode())


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the format that is written, as it ships with the library."""
    return files("rekisteri.json_format").joinpath(f"schemas/register-{FORMAT}.json").read_text(encoding="utf-8")


def _version_problems(data: dict[str, object]) -> list[Problem]:
    if "format" not in data:
        return [Problem("format", "nothing", f"the number {FORMAT}, the version of the format")]
    found = data["format"]
    if type(found) is int and found > FORMAT:
        return [Problem("format", describe(found), f"at most {FORMAT}; a newer version of rekisteri reads this one")]
    if type(found) is not int or found != FORMAT:
        return [Problem("format", describe(found), f"the number {FORMAT}, the version of the format")]
    return []
