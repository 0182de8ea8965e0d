"""Rules about one value, attached to a field's annotation, and the annotations that carry the commonest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar, runtime_checkable

import attrs

from rekisteri.errors import Problem, any_of, describe, nearest

__all__ = [
    "Constraint",
    "Filled",
    "Id",
    "NoneAllowed",
    "OneOf",
    "Only",
    "OrNone",
    "Pattern",
    "Reference",
    "Text",
]

T = TypeVar("T")

_SLUG = r"(?=[a-z0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)*"  # not only digits: a number in a path is a place


@runtime_checkable
class Constraint(Protocol):
    """A rule about one value, attached to a field by ``Annotated``."""

    def problem(self, value: Any) -> Problem | None:
        """What is wrong with *value*, or None; its type has been checked already."""

    def schema(self) -> Mapping[str, object]:
        """The same rule in the words of JSON Schema."""


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.ASCII | re.DOTALL)


@attrs.frozen
class Pattern:
    """Text of a certain form."""

    regex: str
    expected: str

    def problem(self, value: str) -> Problem | None:
        """See ``Constraint``."""
        if _compiled(self.regex).fullmatch(value):
            return None
        return Problem("", describe(value), self.expected)

    def schema(self) -> Mapping[str, object]:
        """See ``Constraint``."""
        return {"pattern": f"^(?:{self.regex})(?![\\s\\S])"}  # "$" would let a newline follow


@attrs.frozen
class Filled:
    """Text with something in it, in characters that UTF-8 can hold."""

    def problem(self, value: str) -> Problem | None:
        """See ``Constraint``."""
        try:
            value.encode()
        except UnicodeEncodeError:
            return Problem("", f"half a character ({describe(value)})", "text that UTF-8 can hold")
        return None if value.strip() else Problem("", describe(value), "some text")

    def schema(self) -> Mapping[str, object]:
        """See ``Constraint``."""
        return {"pattern": r"\S"}


@attrs.frozen
class Only:
    """One value and no other: a flag that says something only when it is set."""

    value: bool

    def problem(self, value: object) -> Problem | None:
        """See ``Constraint``."""
        return None if value is self.value else Problem("", describe(value), f"{describe(self.value)}, or nothing")

    def schema(self) -> Mapping[str, object]:
        """See ``Constraint``."""
        return {"const": self.value}


@attrs.frozen
class OneOf:
    """Text that is one word of a fixed list."""

    words: tuple[str, ...]
    what: str

    def problem(self, value: str) -> Problem | None:
        """See ``Constraint``."""
        if value in self.words:
            return None
        return Problem("", describe(value), f"{self.what}: {any_of(self.words)}", nearest(value, self.words))

    def schema(self) -> Mapping[str, object]:
        """See ``Constraint``."""
        return {"enum": list(self.words)}


@attrs.frozen
class Reference:
    """The id of another part of the register, of the class named *to*."""

    to: str

    def problem(self, value: str) -> Problem | None:
        """See ``Constraint``."""
        return _ID_PATTERN.problem(value)

    def schema(self) -> Mapping[str, object]:
        """See ``Constraint``."""
        return _ID_PATTERN.schema()


@attrs.frozen
class NoneAllowed:
    """Marks a list that may be empty, since "there are none" is a statement there."""


_ID_PATTERN = Pattern(
    _SLUG, "an id of small letters, digits and single hyphens, not only digits, such as “customer-data”"
)

Text = Annotated[str, Filled()]
"""Text that is not empty."""

Id = Annotated[str, _ID_PATTERN]
"""The name of a part within its register: small letters, digits and single hyphens, not only digits."""

OrNone = Annotated[Sequence[T], NoneAllowed()]
"""A list that may be empty: ``()`` says that there are none, ``None`` says nothing."""
