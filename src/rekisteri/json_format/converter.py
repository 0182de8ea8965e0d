"""The one cattrs converter: strict both ways. Nothing is coerced, nothing is skipped, ``null`` says nothing."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Annotated, Any, Union

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from rekisteri.errors import InvalidValue, Problem, describe, nearest
from rekisteri.law.citation import Provision
from rekisteri.part import Part, Shape, empty_list, field_shape, labelled, parse_day, shapes
from rekisteri.retention.period import Deadline, MonthDay, Period
from rekisteri.words import Words

__all__ = ["WRITTEN", "converter"]

Hook = Callable[[Any, Any], Any]

WRITTEN = (Provision, Period, Deadline, MonthDay)
"""Values that stand in JSON as one text, in a form of their own."""


@cache
def converter() -> Converter:
    """The converter; built once, and only when it is needed."""
    made = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=True)
    for scalar in (str, bool, int):
        made.register_structure_hook(scalar, _scalar_hook(scalar))
    made.register_structure_hook(enum.StrEnum, _structure_word)
    made.register_structure_hook_factory(lambda kind: kind in WRITTEN, _written_hook)
    made.register_structure_hook(date, _structure_date)
    made.register_structure_hook_factory(_is_part, lambda kind: _part_hook(kind, made))
    made.register_structure_hook_factory(_is_union, lambda kind: _union_hook(kind, made))
    made.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, made))
    made.register_structure_hook_factory(_is_constrained, lambda kind: _constrained_hook(kind, made))
    made.register_structure_hook_factory(_is_words, lambda kind: _words_hook(kind, made))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook_factory(lambda kind: kind in WRITTEN, lambda _: str)
    made.register_unstructure_hook_factory(_is_part, lambda kind: _part_writer(kind, made))
    return made


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _is_union(kind: Any) -> bool:
    return typing.get_origin(kind) in (Union, types.UnionType)


def _is_list(kind: Any) -> bool:
    bare = typing.get_args(kind)[0] if typing.get_origin(kind) is Annotated else kind
    return typing.get_origin(bare) is Sequence


def _item_kind(kind: Any) -> Any:
    """X of ``Sequence[X]``, ``OrNone[X]``, and either of them ``| None``."""
    if _is_union(kind):
        (kind,) = [arm for arm in typing.get_args(kind) if arm is not type(None)]
    bare = typing.get_args(kind)[0] if typing.get_origin(kind) is Annotated else kind
    return typing.get_args(bare)[0]


def _is_constrained(kind: Any) -> bool:
    return typing.get_origin(kind) is Annotated and not _is_list(kind)


def _is_words(kind: Any) -> bool:
    return (typing.get_args(kind)[0] if _is_constrained(kind) else kind) is Words


def _refuse(value: object, expected: str, near: str | None = None) -> InvalidValue:
    return InvalidValue("value", [Problem("", describe(value), expected, near)])


def _shape(kind: Any) -> Shape:
    return field_shape("", kind)


def _scalar_hook(kind: type) -> Hook:
    expected = _shape(kind).expected()

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise _refuse(value, expected)
        return value

    return structure


def _structure_word(value: Any, kind: type[enum.StrEnum]) -> enum.StrEnum:
    members = {member.value: member for member in kind}
    if not isinstance(value, str) or value not in members:
        near = nearest(value, members) if isinstance(value, str) else None
        raise _refuse(value, _shape(kind).expected(), near)
    return members[value]


def _written_hook(kind: Any) -> Hook:
    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, str):
            raise _refuse(value, kind.IN_WORDS)
        return kind.parse(value)

    return structure


def _structure_date(value: Any, _: Any) -> date:
    expected = _shape(date).expected()
    if not isinstance(value, str):
        raise _refuse(value, expected)
    try:
        return parse_day(value)
    except ValueError:
        raise _refuse(value, expected) from None


def _part_hook(kind: type[Part], made: Converter) -> Hook:
    build = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)
    expected = _shape(kind).expected()

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _refuse(value, expected)
        return build(value, kind)

    return structure


@attrs.frozen
class _Spelt:
    """A term as it stands in a document: ``Orders`` is a misspelt term rather than an id of a bad form."""

    term: str


def _words_hook(kind: Any, made: Converter) -> Hook:
    build = _part_hook(Words, made)
    (choice,) = _shape(kind).choices

    def structure(value: Any, _: Any) -> Words:
        written = {"term": value} if isinstance(value, str) else value
        term = written.get("term") if isinstance(written, dict) else None
        problems = [rule.problem(_Spelt(term)) for rule in choice.constraints] if isinstance(term, str) else []
        unknown = [InvalidValue("value", [problem]) for problem in problems if problem]
        try:
            words: Words = build({**written, "term": "told-already"} if unknown else written, Words)
        except Exception as error:
            if not unknown:
                raise
            raise IterableValidationError("words", [*unknown, error], Words) from None
        if unknown:
            raise unknown[0]
        return words

    return structure


def _part_writer(kind: type[Part], made: Converter) -> Callable[[Any], object]:
    """Fields in the order in which the class tells them; cattrs alone would put the required ones first."""
    write = make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True)
    names = [shape.name for shape in shapes(kind)]

    def unstructure(part: Any) -> object:
        found = write(part)
        return {name: found[name] for name in names if name in found}

    return _term_alone(unstructure) if kind is Words else unstructure


def _term_alone(write: Callable[[Any], Any]) -> Callable[[Any], object]:
    """Words that are only a term are written as its id."""

    def unstructure(words: Words) -> object:
        found = write(words)
        return found["term"] if list(found) == ["term"] else found

    return unstructure


def _union_hook(kind: Any, made: Converter) -> Hook:
    """``X | None`` is X, since what says nothing is left out; ``text | Part`` is told apart by the JSON type."""
    arms = [arm for arm in typing.get_args(kind) if arm is not type(None)]
    expected = _shape(kind).expected()
    hooks = {
        _is_part(arm): (arm, _list_hook(kind, made) if _is_list(arm) else made.get_structure_hook(arm)) for arm in arms
    }

    def structure_only(value: Any, _: Any) -> Any:
        if value is None:
            raise _refuse(value, f"{_shape(kind).whole()}; to say nothing, leave it out")
        arm, hook = next(iter(hooks.values()))
        return hook(value, arm)

    def structure_either(value: Any, _: Any) -> Any:
        if not isinstance(value, str | dict):
            raise _refuse(value, expected)
        arm, hook = hooks[isinstance(value, dict)]
        return hook(value, arm)

    return structure_only if len(arms) == 1 else structure_either


def _list_hook(kind: Any, made: Converter) -> Hook:
    """For a list, or a list that may be silent: the advice on how to say nothing differs."""
    shape = _shape(kind)
    item_kind = _item_kind(kind)
    find_hook = cache(lambda: made.get_structure_hook(item_kind))  # late: a part may hold its own kind

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise _refuse(value, shape.whole())
        if not value and not shape.may_be_empty:
            raise InvalidValue("value", [empty_list("", shape)])
        hook, items = find_hook(), []
        errors: dict[int, Exception] = {}
        for index, item in enumerate(value):
            try:
                items.append(hook(item, item_kind))
            except Exception as error:  # noqa: BLE001  # collected, and told with its place
                errors[index] = error
        if errors:
            places = labelled(value)
            for index, failed in errors.items():
                failed.add_note(IterableValidationNote("in a list", places[index][0], item_kind))
            raise IterableValidationError("a list", list(errors.values()), kind)
        return tuple(items)

    return structure


def _constrained_hook(kind: Any, made: Converter) -> Hook:
    bare = typing.get_args(kind)[0]
    hook = made.get_structure_hook(bare)
    (choice,) = _shape(kind).choices

    def structure(value: Any, _: Any) -> Any:
        built = hook(value, bare)
        for rule in choice.constraints:
            if problem := rule.problem(built):
                raise InvalidValue("value", [problem])
        return built

    return structure
