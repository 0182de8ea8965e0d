"""From text to plain JSON data, with everything that JSON itself lets pass and a register must not hold."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rekisteri.errors import InvalidDocument, Problem, describe, join
from rekisteri.part import labelled

__all__ = ["DEEPEST", "LARGEST", "parse"]

LARGEST = 10 * 1024 * 1024
"""The largest document that is read, in bytes."""

DEEPEST = 100
"""The deepest nesting that is read."""

_MOST_DIGITS = 18

_SYNTAX = {
    "Expecting property name": "a key in double quotation marks",
    "Expecting ':'": "a colon after the key",
    "Expecting ','": "a comma, or the end of the list or object",
    "Expecting value": "a value",
    "Illegal trailing comma": "no comma before the end",
    "Unterminated string": "a text with quotation marks at both ends",
    "Invalid control character": "a line break in a text written as \\n, a tab as \\t",
    "Invalid \\": "a backslash in a text written twice",
    "Extra data": "nothing after the end of the object",
}
"""What Python calls the mistakes of a writer of JSON, and what stands there in JSON."""


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys that stood in it more than once."""

    repeated: tuple[str, ...] = ()


def parse(document: str | bytes) -> tuple[object, list[Problem]]:
    """Plain data and what is wrong with it as JSON.

    Raises:
        InvalidDocument: It is not JSON text at all, too large or nested too deep.
    """
    text = _text(document)
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_int=_whole_number)
    except RecursionError:
        raise _refused("nesting without end", f"at most {DEEPEST} levels") from None
    except json.JSONDecodeError as error:
        raise _no_json(error) from None
    return data, list(_problems(data, "", 0))


def _text(document: str | bytes) -> str:
    size = len(document)
    if size > LARGEST:
        raise _refused(f"{size} bytes", f"at most {LARGEST} bytes")
    if isinstance(document, str):
        return document.removeprefix("\ufeff")
    try:
        return document.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = document.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{document[error.start]:02x} (line {line})"
        raise _refused(found, "UTF-8 text") from None


def _no_json(error: json.JSONDecodeError) -> InvalidDocument:
    """The same in the words of no programming language, and of no version of one."""
    text, place = error.doc, error.pos
    if not text.strip():
        return _refused("an empty document", "JSON")
    expected = next((words for start, words in _SYNTAX.items() if error.msg.startswith(start)), "a value")
    before = text[:place].rstrip()
    if text[place : place + 1] in ("}", "]") and before.endswith(","):  # newer versions of Python tell the comma
        place, expected = len(before) - 1, "no comma before the end"
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    sign = f"“{text[place]}”" if place < len(text) else "the end of the document"
    return _refused(f"{sign} (line {line}, column {column})", f"JSON: {expected}")


def _refused(found: str, expected: str) -> InvalidDocument:
    return InvalidDocument("document", [Problem("", found, expected)])


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        uses = Counter(name for name, _ in pairs)
        made.repeated = tuple(name for name, times in uses.items() if times > 1)
    return made


def _whole_number(digits: str) -> float | int:
    """Numbers beyond any use become infinite, so that they are reported with their place."""
    return int(digits) if len(digits) <= _MOST_DIGITS else math.inf


def _problems(value: object, path: str, depth: int) -> Iterator[Problem]:
    if depth > DEEPEST:
        raise _refused(f"nesting deeper than {DEEPEST} levels at {path[:80]}…", f"at most {DEEPEST} levels")
    match value:
        case float() if not math.isfinite(value):
            yield Problem(path, "a number that is too large or not a number", "a number that JSON can hold")
        case str():
            yield from _half_characters(value, path)
        case list():
            for place, item in labelled(value, path):
                yield from _problems(item, place, depth + 1)
        case _Object():
            for name in value.repeated:
                yield Problem(join(path, name), "the same key more than once", "each key once")
            for name, item in value.items():
                yield from _half_characters(name, join(path, name))
                yield from _problems(item, join(path, name), depth + 1)


def _half_characters(text: str, path: str) -> Iterator[Problem]:
    try:
        text.encode()
    except UnicodeEncodeError:
        yield Problem(path, f"half a character ({describe(text)})", "text that UTF-8 can hold")
