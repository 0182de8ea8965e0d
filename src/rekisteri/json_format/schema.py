"""The JSON Schema (draft 2020-12) of a register, made from the classes."""

from __future__ import annotations

import enum
import inspect
from datetime import date
from typing import Any

from rekisteri.json_format.converter import WRITTEN
from rekisteri.law.citation import Provision
from rekisteri.model.register import Register
from rekisteri.part import Choice, Part, Shape, shapes
from rekisteri.vocabulary.terms import Kind
from rekisteri.words import Words

__all__ = ["schema"]

Schema = dict[str, Any]

_DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"


def schema() -> Schema:
    """The schema of the format that is written.

    It and ``loads`` differ only where a schema cannot tell: days that no calendar has, keys or ids that stand twice,
    references that lead nowhere, a whole number written ``1.0``, parts that say nothing or say a thing in two ways,
    ranges that go backwards.
    """
    definitions: dict[str, Schema] = {}
    body = _object(Register, definitions)
    body["properties"] = {"format": {"const": 1}, **body["properties"]}
    body["required"] = ["format", *body.get("required", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A register of personal data (rekisteri, format 1, provisional)",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type[Part], definitions: dict[str, Schema]) -> Schema:
    fields = shapes(cls)
    made: Schema = {
        "type": "object",
        "description": inspect.getdoc(cls).splitlines()[0],  # type: ignore[union-attr]  # every part has a docstring
        "properties": {shape.name: _field(shape, definitions) for shape in fields},
        "additionalProperties": False,
    }
    if required := [shape.name for shape in fields if shape.required]:
        made["required"] = required
    return made


def _field(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    choices = [_choice(choice, definitions) for choice in shape.choices]
    one = choices[0] if len(choices) == 1 else {"anyOf": choices}
    if not shape.many:
        return one
    return {"type": "array", "items": one} if shape.may_be_empty else {"type": "array", "items": one, "minItems": 1}


def _choice(choice: Choice, definitions: dict[str, Schema]) -> Schema:
    if choice.type is Words:
        return _words(choice, definitions)
    if issubclass(choice.type, Part):
        return _reference(choice.type, definitions)
    rules: Schema = {}
    for rule in choice.constraints:
        rules.update(rule.schema())
    return {**_plain(choice.type), **rules}


def _plain(kind: Any) -> Schema:
    if issubclass(kind, enum.Enum):
        return {"enum": [member.value for member in kind]}
    if kind is date:
        return {"type": "string", "format": "date", "pattern": _whole(_DATE)}
    if kind in WRITTEN:
        pattern = Provision.pattern() if kind is Provision else kind.PATTERN
        return {"type": "string", "pattern": _whole(pattern)}
    return {"type": {bool: "boolean", int: "integer", str: "string"}[kind]}


def _whole(pattern: str) -> str:
    r"""The whole text and no more: ``$`` would let a newline follow, and ``\d`` digits of other scripts."""
    return f"^(?:{pattern})(?![\\s\\S])".replace(r"\d", "[0-9]")


def _words(choice: Choice, definitions: dict[str, Schema]) -> Schema:
    """A term of the right kind as text, or an object with own wording."""
    kinds = next((rule for rule in choice.constraints if isinstance(rule, Kind)), Kind(()))
    name = "-".join(["words", *kinds.kinds])
    wording = {shape.name: _field(shape, definitions) for shape in shapes(Words) if shape.name != "term"}
    made: Schema = {"type": "object", "properties": wording, "additionalProperties": False, "minProperties": 1}
    if kinds.kinds:
        term = name.replace("words", "term", 1)
        definitions[term] = dict(kinds.schema())
        made["properties"] = {"term": {"$ref": f"#/$defs/{term}"}, **wording}
        made = {"anyOf": [{"$ref": f"#/$defs/{term}"}, made]}
    definitions[name] = made
    return {"$ref": f"#/$defs/{name}"}


def _reference(cls: type[Part], definitions: dict[str, Schema]) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # a part may hold its own kind
        definitions[cls.__name__] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}
