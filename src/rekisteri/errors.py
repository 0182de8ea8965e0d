"""What can go wrong, as data: each problem says where, what was found and what was expected."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

import attrs

__all__ = [
    "InvalidDocument",
    "InvalidValue",
    "MissingWording",
    "Problem",
    "RekisteriError",
    "SeveralProblems",
    "UnknownName",
    "any_of",
    "describe",
    "join",
    "nearest",
    "printable",
]

_LONGEST_QUOTE = 60
_LONG_NAME = re.compile(rf"[^.\[\]]{{{_LONGEST_QUOTE + 1},}}")
_LONG_QUOTE = re.compile(rf"(?<=“).{{{_LONGEST_QUOTE + 1},}}(?=”)")
_LARGEST_NUMBER = 10**18


class RekisteriError(Exception):
    """The base of every error the library raises on purpose."""


@attrs.frozen
class Problem:
    """One thing that cannot be used.

    Attributes:
        path: Where, from the object the error speaks of: ``purposes[orders].aims``; empty for the whole.
        found: What stands there, in plain words.
        expected: What may stand there, in plain words.
        nearest: The valid word most like what was found, if one is near.
    """

    path: str
    found: str
    expected: str
    nearest: str | None = None

    def under(self, prefix: str) -> Problem:
        """The same problem seen from an object that holds this one at *prefix*."""
        return attrs.evolve(self, path=join(prefix, self.path))

    def __str__(self) -> str:
        where = f"{_LONG_NAME.sub(_cut, printable(self.path))}: " if self.path else ""
        found = _LONG_QUOTE.sub(_cut, printable(self.found))
        hint = f" (did you mean “{_short(printable(self.nearest))}”?)" if self.nearest else ""
        return f"{where}found {found}, expected {self.expected}{hint}"


class SeveralProblems(RekisteriError, ValueError):
    """An error that holds all problems found, not only the first."""

    def __init__(self, about: str, problems: Iterable[Problem]) -> None:
        self.about = about
        self.problems = tuple(problems)
        super().__init__(about, self.problems)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        if len(lines) == 1:
            return f"{self.about}: {lines[0]}"
        return "\n".join([f"{self.about}: {len(lines)} problems", *(f"  {line}" for line in lines)])


class InvalidValue(SeveralProblems):
    """A value from which no sensible object can be built (a negative period, an empty name)."""


class InvalidDocument(SeveralProblems):
    """A document that cannot be read; ``problems`` lists everything that is wrong with it."""


class UnknownName(InvalidValue):
    """A word that no table of the library has: a term, an act, a check."""


class MissingWording(RekisteriError, LookupError):
    """A text was asked for in a language in which some of its wording is missing.

    Languages are never mixed silently, so nothing is printed; ``paths`` lists every gap.
    """

    def __init__(self, language: str, paths: Sequence[str]) -> None:
        self.language = language
        self.paths = tuple(paths)
        super().__init__(language, self.paths)

    def __str__(self) -> str:
        return f"no wording in “{self.language}” at: {', '.join(self.paths)}"


def join(prefix: str, path: str) -> str:
    """Put two parts of a path together: ``a`` and ``b`` is ``a.b``, ``a`` and ``[0]`` is ``a[0]``."""
    if not prefix or not path or path.startswith("["):
        return prefix + path
    return f"{prefix}.{path}"


def nearest(word: str, words: Collection[str]) -> str | None:
    """The one of *words* most like *word*, whatever its capitals, or None if none is near."""
    small = {one.lower(): one for one in words}
    found = get_close_matches(word.lower(), small, n=1, cutoff=0.6)
    return small[found[0]] if found else None


def any_of(words: Iterable[str]) -> str:
    """``“a”, “b” or “c”``."""
    *most, last = [f"“{word}”" for word in words]
    return f"{', '.join(most)} or {last}" if most else last


def describe(value: object) -> str:
    """Say in plain words what a value is, short enough for one line."""
    match value:
        case None:
            words = "null"
        case bool():
            words = "true" if value else "false"
        case int() if abs(value) >= _LARGEST_NUMBER:
            words = "a number with very many digits"
        case int() | float():
            words = f"the number {value!r}"
        case str():
            words = f"“{_short(printable(value[: _LONGEST_QUOTE + 1]))}”" if value.strip() else "an empty text"
        case dict():
            words = "an object" if value else "an empty object"
        case list() | tuple():
            words = "a list" if value else "an empty list"
        case _:
            words = f"a value of type {type(value).__name__}"
    return words


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _cut(found: re.Match[str]) -> str:
    return _short(found[0])


def printable(text: str) -> str:
    """Escape what would break a line or a terminal; leave letters of all languages alone."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
