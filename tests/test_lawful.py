"""Lawful registers of different kinds, and what is found in each once it is broken."""

from __future__ import annotations

import json
import re
import tomllib
from copy import deepcopy
from datetime import date
from typing import Any

import jsonschema
import pytest

from examples import ROOT
from rekisteri import MissingWording, check, dumps, loads, render
from rekisteri.json_format import schema_text

TODAY = date(2026, 11, 22)
FOLDER = ROOT / "tests" / "data" / "lawful"
KINDS = (
    "association",
    "camera-surveillance",
    "clinic",
    "employer",
    "landlord",
    "municipality",
    "newsletter",
    "recruiting",
    "saas-processor",
    "school",
    "webshop",
    "whistleblowing",
)
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()), format_checker=jsonschema.FormatChecker())

Told = tuple[str, str, str]


def written(kind: str) -> str:
    """A register as it stands on disk."""
    return (FOLDER / f"{kind}.json").read_text(encoding="utf-8")


def expected(kind: str) -> dict[str, Any]:
    """What is worth a note in it, and the ways in which it is broken."""
    return tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))


def judged(text: str) -> list[Told]:
    """Everything that is found, sorted."""
    return sorted((one.check, one.severity.value, one.path) for one in check(loads(text), on=TODAY))


def notes(kind: str) -> list[Told]:
    """The notes of the lawful register."""
    return sorted((id, "note", path) for id, path in expected(kind)["notes"])


BROKEN = [pytest.param(kind, way, id=f"{kind}: {way['how']}") for kind in KINDS for way in expected(kind)["broken"]]


@pytest.mark.parametrize("kind", KINDS)
class TestLawful:
    """Nothing to mend in them."""

    def test_nothing_is_found_but_these_notes(self, kind: str) -> None:
        """No ``must``, no ``should``."""
        assert judged(written(kind)) == notes(kind)

    def test_it_is_canonical_and_valid(self, kind: str) -> None:
        """Written as ``dumps`` writes, byte for byte, and right by the schema."""
        assert dumps(loads(written(kind))) == written(kind)
        assert list(SCHEMA.iter_errors(json.loads(written(kind)))) == []

    def test_it_prints(self, kind: str) -> None:
        """In its own language at least."""
        register = loads(written(kind))
        try:
            assert render(register).plain()
        except MissingWording as error:
            pytest.fail(str(error))

    def test_it_is_broken_in_five_ways(self, kind: str) -> None:
        """Each in its own."""
        ways = expected(kind)["broken"]

        assert len(ways) >= 5
        assert len({way["how"] for way in ways}) == len(ways)


@pytest.mark.parametrize(("kind", "way"), BROKEN)
def test_once_broken_exactly_this_is_found(kind: str, way: dict[str, Any]) -> None:
    """What the break adds (``finds``), and nothing else; a note may go with what it was about (``gone``)."""
    gone = [(id, "note", path) for id, path in way.get("gone", [])]
    left = [note for note in notes(kind) if note not in gone]

    assert set(gone) <= set(notes(kind))
    assert judged(broken(written(kind), way)) == sorted([*left, *map(tuple, way["finds"])])


def test_every_kind_is_there() -> None:
    """One register and one list of breaks a kind."""
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(KINDS)
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(KINDS)


def broken(text: str, way: dict[str, Any]) -> str:
    """A register with some paths taken out (``without``) and some given another value (``with``)."""
    data = deepcopy(json.loads(text))
    for path in way.get("without", []):
        holder, key = found(data, path)
        del holder[key]
    for path, value in way.get("with", {}).items():
        holder, key = found(data, path)
        holder[key] = value
    return json.dumps(data, ensure_ascii=False)


def found(data: Any, path: str) -> tuple[Any, Any]:
    """What holds the last step of ``purposes[orders].aims[0]``, and that step as a key or an index."""
    steps: list[Any] = []
    for name, id in re.findall(r"(\w+)|\[([^\]]+)\]", path):
        steps.append(name or id)
    node = data
    for step in steps[:-1]:
        node = node[_place(node, step)]
    return node, _place(node, steps[-1])


def _place(node: Any, step: str) -> Any:
    """A key of an object; in a list a number, or the place of the item with that id."""
    if not isinstance(node, list):
        return step
    ids = [item.get("id") if isinstance(item, dict) else None for item in node]
    return ids.index(step) if step in ids else int(step)
