"""Ids within a register: each names one part, and each reference leads somewhere.

The same walk serves objects and the raw JSON of a document that cannot be built yet, so that a dangling reference is
reported together with all other problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from rekisteri.constraints import Reference
from rekisteri.errors import Problem, describe, join, nearest
from rekisteri.part import Choice, Identified, Part, Shape, labelled, shapes
from rekisteri.words import Words

__all__ = ["reference_problems"]


_HINTS = 20
"""For how many dangling references the nearest id is looked up: each look-up reads all ids."""


@attrs.define
class _Ids:
    """What a walk has found: the class and the place of each id, and the references."""

    places: dict[str, tuple[type, str]] = attrs.field(factory=dict)
    repeated: list[Problem] = attrs.field(factory=list)
    references: list[tuple[str, str, str]] = attrs.field(factory=list)

    def fits(self, id: str, to: str) -> bool:
        """Whether *id* names a part of the class called *to*."""
        return id in self.places and any(base.__name__ == to for base in self.places[id][0].__mro__)


def reference_problems(root: object, cls: type[Part]) -> Iterator[Problem]:
    """Ids that stand twice and references to ids that are not there, in a register or in its raw JSON."""
    ids = _Ids()
    _collect(root, cls, "", ids)
    yield from ids.repeated
    hints = _HINTS
    for path, name, to in ids.references:
        if ids.fits(name, to):
            continue
        hints -= 1
        near = nearest(name, [id for id in ids.places if ids.fits(id, to)]) if hints >= 0 else None
        which = (
            f"which is a {ids.places[name][0].__name__}" if name in ids.places else "which nothing in the register has"
        )
        yield Problem(path, f"the id “{name}”, {which}", f"the id of a {to}", near)


def _collect(node: object, cls: type[Part], path: str, ids: _Ids) -> None:
    if issubclass(cls, Identified):
        _note_id(_get(node, "id"), cls, path, ids)
    kind: Any = cls  # mypy takes a class for unhashable if its objects might be
    for shape in _leading(kind):
        value = _get(node, shape.name)
        if value is None:
            continue
        here = join(path, shape.name)
        if not shape.many:
            _collect_value(value, shape, here, ids)
        elif isinstance(value, list | tuple):
            for place, item in labelled(value, here):
                _collect_value(item, shape, place, ids)


@cache
def _leading(cls: Any) -> tuple[Shape, ...]:
    """The fields from which ids and references can be reached."""
    return tuple(shape for shape in shapes(cls) if any(_leads(choice) for choice in shape.choices))


def _leads(choice: Choice) -> bool:
    if issubclass(choice.type, Part):
        return choice.type is not Words
    return any(isinstance(rule, Reference) for rule in choice.constraints)


def _collect_value(value: object, shape: Shape, path: str, ids: _Ids) -> None:
    for choice in shape.choices:
        references = [rule for rule in choice.constraints if isinstance(rule, Reference)]
        if references and isinstance(value, str) and not references[0].problem(value):
            ids.references.append((path, value, references[0].to))
        elif issubclass(choice.type, Part) and isinstance(value, Part | dict):
            _collect(value, type(value) if isinstance(value, Part) else choice.type, path, ids)


def _note_id(id: Any, cls: type[Part], path: str, ids: _Ids) -> None:
    if not isinstance(id, str):
        return
    if id in ids.places:
        first = ids.places[id][1]
        ids.repeated.append(Problem(join(path, "id"), f"{describe(id)}, the id of {first} already", "an id of its own"))
    ids.places.setdefault(id, (cls, path))


def _get(node: object, name: str) -> Any:
    return node.get(name) if isinstance(node, dict) else getattr(node, name, None)
