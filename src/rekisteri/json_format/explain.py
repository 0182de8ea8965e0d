"""From cattrs' tree of errors to a flat list of problems in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from rekisteri.errors import InvalidValue, Problem, join, nearest
from rekisteri.part import Part, labelled, shapes

__all__ = ["in_order", "problems_of"]


def problems_of(error: BaseException, path: str = "") -> Iterator[Problem]:
    """Every problem in *error*, each with its path.

    An exception that is none of ours is a defect of the library, so it is raised again instead of being explained away.
    """
    match error:
        case InvalidValue():
            for problem in error.problems:
                yield problem.under(path)
        case BaseValidationError():
            for inner in error.exceptions:
                yield from _inner_problems(inner, path, error.cl)
        case _:
            raise error


def in_order(problems: Iterable[Problem], data: object) -> list[Problem]:
    """The problems in the order of the document; a missing key counts where its object begins."""
    places = {path: place for place, path in enumerate(_paths(data))}

    def place(problem: Problem) -> int:
        path = problem.path
        while path not in places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return places[path]

    return sorted(problems, key=place)


def _paths(value: object, path: str = "") -> Iterator[str]:
    yield path
    match value:
        case dict():
            inner = [(join(path, name), item) for name, item in value.items()]
        case list():
            inner = labelled(value, path)
        case _:
            inner = []
    for place, item in inner:
        yield from _paths(item, place)


def _inner_problems(error: BaseException, path: str, cls: type | None) -> Iterator[Problem]:
    if isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown_keys(error, path)
        return
    place = path
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            place = join(path, note.name)
        elif isinstance(note, IterableValidationNote):
            place = f"{path}{note.index}"
    if isinstance(error, KeyError) and cls is not None and issubclass(cls, Part):
        yield Problem(place, "nothing", _expected(cls, str(error.args[0])))
    else:
        yield from problems_of(error, place)


def _unknown_keys(error: ForbiddenExtraKeysError, path: str) -> Iterator[Problem]:
    known = [field.name for field in attrs.fields(error.cl)]
    if not path:
        known.insert(0, "format")
    for key in sorted(error.extra_fields):
        found = "an unknown key" if key.strip() else "an empty key"
        yield Problem(join(path, key), found, f"one of {', '.join(known)}", nearest(key, known))


def _expected(cls: type[Part], name: str) -> str:
    (shape,) = [shape for shape in shapes(cls) if shape.name == name]
    return shape.whole()
