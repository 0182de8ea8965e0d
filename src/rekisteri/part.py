"""What every class of the model is built on.

A *part* is a frozen, keyword-only attrs class whose annotations say everything about its fields: what may stand
there, whether it may be silent (``| None``), whether it is a list (``Sequence``), and whether an empty list means
"there are none" (``OrNone``). Constructors, the JSON reader, the JSON Schema and the test strategies all read these
annotations, so a rule about a field is written once.
"""

from __future__ import annotations

import enum
import re
import types
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar, Union

import attrs

from rekisteri.constraints import Constraint, Id, NoneAllowed, Reference
from rekisteri.errors import InvalidValue, Problem, any_of, describe, join

__all__ = [
    "Choice",
    "Identified",
    "Part",
    "Shape",
    "empty_list",
    "field_shape",
    "labelled",
    "parse_day",
    "said",
    "says",
    "shapes",
    "walk",
]

T = TypeVar("T")

_SHAPES: dict[
    type, tuple[Shape, ...]
] = {}  # read when a class is first used: its own name may stand in its annotations


@attrs.frozen
class Choice:
    """One type that may stand in a field, with the rules for it."""

    type: type
    constraints: tuple[Constraint, ...]

    def accepts(self, value: object) -> bool:
        """Whether *value* is of this type."""
        if type(value) is self.type or not isinstance(value, self.type):
            return type(value) is self.type
        # True is an int, a datetime a date, a Controller a Party: none is meant
        return self.type not in (bool, int, date) and not issubclass(self.type, Part)


@attrs.frozen
class Shape:
    """What one field of a part may hold, read from its annotation.

    Attributes:
        name: The field's name, the same in Python and in JSON.
        required: Whether an object without this field means nothing.
        optional: Whether it may be silent (None).
        default: What stands there if nothing is said.
        many: Whether it is a list.
        may_be_empty: Whether an empty list is a statement.
        choices: What may stand there (in the list).
    """

    name: str
    required: bool
    optional: bool
    default: object
    many: bool
    may_be_empty: bool
    choices: tuple[Choice, ...]

    def expected(self) -> str:
        """What may stand there (in the list), in words."""
        return " or ".join(_type_words(choice) for choice in self.choices)

    def whole(self, *, python: bool = False) -> str:
        """What may stand there, list and all, in words; *python*: to somebody who writes Python."""
        if not self.many:
            return self.in_python() if python else self.expected()
        return f"a list of {' or '.join(_several(choice, python=python) for choice in self.choices)}"

    def in_python(self) -> str:
        """What may stand there (in the list), to somebody who writes Python."""
        return " or ".join(_in_python(choice) for choice in self.choices)

    def problem(self, value: object) -> Problem | None:
        """What is wrong with one value of this field (with one item, if it is a list)."""
        for choice in self.choices:
            if choice.accepts(value):
                for rule in choice.constraints:
                    if found := rule.problem(value):
                        return found
                return None
        return Problem("", describe(value), self.in_python())


@attrs.frozen(kw_only=True)
class Part:
    """The base of the model's classes: lists become tuples, and nonsense is refused when an object is built."""

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        for shape in shapes(type(self)):
            value = getattr(self, shape.name)
            if value is None and shape.optional:
                continue
            if shape.many:
                problems.extend(self._take_list(shape, value))
            elif problem := shape.problem(value):
                problems.append(problem.under(shape.name))
        problems = problems or list(self._nonsense())
        if problems:
            raise InvalidValue(type(self).__name__, problems)

    def _take_list(self, shape: Shape, value: object) -> Iterator[Problem]:
        """Store any iterable as a tuple; a string is not meant as a list of letters."""
        if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
            yield Problem(shape.name, describe(value), shape.whole(python=True))
            return
        items = tuple(value)
        object.__setattr__(self, shape.name, items)
        yield from _list_problems(shape, items)

    def _nonsense(self) -> Iterator[Problem]:
        """Rules about several fields together; classes that have some override this."""
        return iter(())

    def _says_something(self, *but: str) -> Iterator[Problem]:
        """A problem if every field is silent, the fields *but* left aside."""
        for field in attrs.fields(type(self)):
            if field.name not in but and getattr(self, field.name) != field.default:
                return
        yield Problem("", "an object that says nothing", f"at least one of {any_of(_names(type(self), but))}")


@attrs.frozen(kw_only=True)
class Identified(Part):
    """A part that others may refer to by its id."""

    id: Id | None = None


def _list_problems(shape: Shape, items: Sequence[object]) -> Iterator[Problem]:
    """What is wrong with a whole list, its items included."""
    if not items and not shape.may_be_empty:
        yield empty_list(shape.name, shape, python=True)
    found = [(index, problem) for index, item in enumerate(items) if (problem := shape.problem(item))]
    places = labelled(items, shape.name) if found else []
    for index, problem in found:
        yield problem.under(places[index][0])


def parse_day(text: str) -> date:
    """A day written ``2026-11-22``; the other forms of ISO 8601 that Python knows are not meant.

    Raises:
        ValueError: It is not such a day.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


def empty_list(path: str, shape: Shape, *, python: bool = False) -> Problem:
    """The problem of a list that is empty where "there are none" is not a statement."""
    advice = "; to say nothing, leave it out" if shape.optional else ""
    return Problem(path, "an empty list", f"{shape.whole(python=python)} with something in it{advice}")


def shapes(cls: type[Part]) -> tuple[Shape, ...]:
    """The shape of each field of *cls*, in the order in which it is written."""
    if cls not in _SHAPES:
        hints = typing.get_type_hints(cls, include_extras=True)
        _SHAPES[cls] = tuple(field_shape(one.name, hints[one.name], one.default) for one in attrs.fields(cls))
    return _SHAPES[cls]


def labelled(items: Iterable[T], path: str = "") -> list[tuple[str, T]]:
    """The items of a list with their paths: named by their ids where those are their own, else by their places."""
    listed = list(items)
    ids = [_id_of(item) for item in listed]
    if not any(ids):
        return [(f"{path}[{index}]", item) for index, item in enumerate(listed)]
    uses = Counter(ids)
    return [
        (f"{path}[{id if id and uses[id] == 1 else index}]", item)
        for index, (id, item) in enumerate(zip(ids, listed, strict=True))
    ]


def says(part: Part, path: str) -> bool:
    """Whether something stands at *path*: ``purposes[orders].aims[0]``; a path that leads nowhere says nothing."""
    found: Any = part
    for name, item in re.findall(r"(\w+)|\[([^\]]*)\]", path):
        found = getattr(found, name, None) if name else dict(_items(found)).get(f"[{item}]")
        if found is None or callable(found):
            return False
    return True


def _items(found: object) -> list[tuple[str, Any]]:
    return labelled(found) if isinstance(found, tuple) else []


def _id_of(item: object) -> str | None:
    found = item.get("id") if isinstance(item, dict) else getattr(item, "id", None)
    return found if isinstance(found, str) else None


def walk(part: Part, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Everything a part says: (path, name of the field, value), parents before their children."""
    for place, name, item in said(part, path):
        yield place, name, item
        if isinstance(item, Part):
            yield from walk(item, place)


def said(part: Part, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """What a part itself says, item by item of its lists: (path, name of the field, value)."""
    for shape in shapes(type(part)):
        value = getattr(part, shape.name)
        if value is None:
            continue
        here = join(path, shape.name)
        for place, item in labelled(value, here) if shape.many else [(here, value)]:
            yield place, shape.name, item


def field_shape(name: str, hint: Any, default: object = attrs.NOTHING) -> Shape:
    """Read an annotation."""
    hints, many, may_be_empty = _without_none(hint), False, False
    optional = type(None) in typing.get_args(hint)
    if len(hints) == 1:
        only = hints[0]
        marked = [m for m in getattr(only, "__metadata__", ()) if isinstance(m, NoneAllowed)]
        listed = typing.get_args(only)[0] if marked else only
        if typing.get_origin(listed) is Sequence:
            many, may_be_empty = True, bool(marked)
            hints = _without_none(typing.get_args(listed)[0])
    return Shape(
        name=name,
        required=default is attrs.NOTHING,
        optional=optional,
        default=default,
        many=many,
        may_be_empty=may_be_empty,
        choices=tuple(_typeany_of(hint) for hint in hints),
    )


def _without_none(hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) in (Union, types.UnionType):
        return tuple(arm for arm in typing.get_args(hint) if arm is not type(None))
    return (hint,)


def _typeany_of(hint: Any) -> Choice:
    if typing.get_origin(hint) is Annotated:
        bare, *extras = typing.get_args(hint)
        return Choice(bare, tuple(extra for extra in extras if isinstance(extra, Constraint)))
    return Choice(hint, ())


def _type_words(choice: Choice) -> str:
    """What a type is called in an error message."""
    if issubclass(choice.type, enum.Enum):
        return f"one of {any_of([str(member.value) for member in choice.type])}"
    known = {str: "text", bool: "true or false", int: "a whole number", date: "a day such as 2026-11-22"}
    for rule in choice.constraints:
        if isinstance(rule, Reference):
            return f"the id of a {rule.to}"
    return known.get(choice.type) or getattr(choice.type, "IN_WORDS", None) or f"an object ({choice.type.__name__})"


def _several(choice: Choice, *, python: bool) -> str:
    """The same in the plural, after "a list of"."""
    if issubclass(choice.type, Part) and not hasattr(choice.type, "IN_WORDS"):
        return f"objects ({choice.type.__name__})"
    if python and hasattr(choice.type, "IN_PYTHON"):
        return str(choice.type.IN_PYTHON)
    if issubclass(choice.type, enum.Enum):
        return (_in_python(choice) if python else _type_words(choice)).replace("one of", "the words", 1)
    if choice.type is str and not any(isinstance(rule, Reference) for rule in choice.constraints):
        return "texts"
    return re.sub(
        r"^(?:an? |the (?=id))(\w+)( of a)?",
        lambda found: f"{found[1]}s{' of' if found[2] else ''}",
        _type_words(choice),
    )


def _in_python(choice: Choice) -> str:
    """What a type is called to somebody who writes Python."""
    kind = choice.type
    if issubclass(kind, enum.Enum):
        return f"one of {', '.join(f'{kind.__name__}.{member.name}' for member in kind)}"
    if kind is date:
        return "a datetime.date"
    if hasattr(kind, "parse"):
        return f"a {kind.__name__} made by {kind.__name__}.parse, from {_type_words(choice)}"
    return getattr(kind, "IN_PYTHON", None) or _type_words(choice)


def _names(cls: type[Part], but: Sequence[str]) -> list[str]:
    return [field.name for field in attrs.fields(cls) if field.name not in but]
