"""Registers as JSON: nothing lost, nothing coerced, every problem told at once in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from examples import ALL, FOLDER, example
from rekisteri import InvalidDocument, Purpose, Register, Transfer, Words, dump, dumps, load, loads, term
from rekisteri.json_format import schema_text
from rekisteri.law import acts
from rekisteri.testing import registers

SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()), format_checker=jsonschema.FormatChecker())


@settings(max_examples=80, deadline=None)
@given(registers())
def test_what_is_written_is_read(register: Register) -> None:
    """``loads(dumps(r)) == r``, the bytes are stable, and the schema agrees."""
    written = dumps(register)

    assert loads(written) == register
    assert dumps(loads(written)) == written
    assert list(SCHEMA.iter_errors(json.loads(written))) == []


@pytest.mark.parametrize("name", ALL)
def test_the_schema_knows_the_examples(name: str) -> None:
    """The examples are valid by the committed schema."""
    assert list(SCHEMA.iter_errors(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))) == []


def test_the_schema_is_a_schema() -> None:
    """Of draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_silence_is_absent_and_none_is_empty() -> None:
    """``None`` leaves the key out, ``()`` is ``[]``."""
    assert json.loads(dumps(Register())) == {"format": 1}
    assert json.loads(dumps(Register(transfers=()))) == {"format": 1, "transfers": []}
    assert loads('{"format": 1, "transfers": []}').transfers == ()
    assert loads('{"format": 1}').transfers is None


def test_defaults_are_left_out_and_what_differs_is_written() -> None:
    """An open list says so; a closed one says nothing."""
    written = json.loads(
        dumps(Register(purposes=[Purpose(aims=[term("orders")], more=True), Purpose(aims=[term("orders")])]))
    )

    assert written["purposes"] == [{"aims": ["orders"], "more": True}, {"aims": ["orders"]}]


def test_words_are_written_shortly() -> None:
    """A term alone is a string, own wording an object, both keep their order."""
    aims = [term("orders"), Words(fi="oma", en="own"), term("orders", sv="order")]
    written = json.loads(dumps(Register(purposes=[Purpose(aims=aims)])))

    assert written["purposes"][0]["aims"] == ["orders", {"fi": "oma", "en": "own"}, {"term": "orders", "sv": "order"}]


def test_long_spellings_are_written_shortly() -> None:
    """``{"term": "orders"}`` is read, and written as ``"orders"``."""
    document = {"format": 1, "purposes": [{"aims": [{"term": "orders"}]}]}

    assert json.loads(dumps(loads(json.dumps(document))))["purposes"] == [{"aims": ["orders"]}]


def test_output_is_text_people_can_read() -> None:
    """Letters stay letters, two spaces, a newline at the end."""
    assert dumps(Register(name="Jäsenet", transfers=[Transfer()])) == (
        '{\n  "format": 1,\n  "name": "Jäsenet",\n  "transfers": [\n    {}\n  ]\n}\n'
    )


def test_files(tmp_path: Path) -> None:
    """``dump`` and ``load`` use UTF-8 and LF, whatever the platform."""
    path = tmp_path / "register.json"
    dump(Register(name="Ääni"), path)

    assert path.read_bytes() == '{\n  "format": 1,\n  "name": "Ääni"\n}\n'.encode()
    assert load(path) == Register(name="Ääni")
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "missing.json")


@pytest.mark.parametrize("encode", [str.encode, lambda text: b"\xef\xbb\xbf" + text.encode(), str])
def test_bytes_a_mark_and_crlf_are_read(encode: Any) -> None:
    """UTF-8 with or without a byte order mark, and Windows line ends."""
    assert loads(encode('{"format": 1,\r\n "name": "Ääni"}')) == Register(name="Ääni")


def test_an_unknown_act_keeps_its_number() -> None:
    """An act the library does not know loads, and is written as it was."""
    register = loads('{"format": 1, "prepared_under": ["1234/2031:5", "523/99:10"]}')

    assert json.loads(dumps(register))["prepared_under"] == ["1234/2031:5", "hetil:10"]
    assert "1234/2031" not in {act.number for act in acts().values()}


def test_the_error_reads_as_a_list() -> None:
    """One problem on one line, several under a heading."""
    with pytest.raises(InvalidDocument, match=r"^document: name: found the number 5, expected text$"):
        loads('{"format": 1, "name": 5}')
    with pytest.raises(InvalidDocument, match=r"^document: 2 problems\n  name: .*\n  version: .*$"):
        loads('{"format": 1, "name": 5, "version": 5}')


def test_an_unlawful_register_loads() -> None:
    """A bad business id, a repealed act, no basis: findings, never errors."""
    document = {
        "format": 1,
        "controllers": [{"name": "Esimerkki", "business_id": "not an id"}],
        "prepared_under": ["hetil"],
        "purposes": [{"aims": ["orders"]}],
    }

    assert loads(json.dumps(document)).controllers is not None
    assert example("seed-002").prepared_under is None


@pytest.mark.parametrize(
    "document",
    [
        {"drafted": "2020-01-01\n"},
        {"drafted": "２０２０-01-01"},
        {"retention": [{"period": "P١Y"}]},
        {"retention": [{"period": "P1Y\n"}]},
        {"prepared_under": ["gdpr:1٣"]},
        {"data": [{"id": "a\n", "name": "name"}]},
        {"retention": [{"last": {"forever": False}}]},
        {"name": "\n "},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(document: dict[str, Any]) -> None:
    """A newline at the end, digits of other scripts, a flag that says nothing."""
    with pytest.raises(InvalidDocument):
        loads(json.dumps({"format": 1, **document}))
    assert list(SCHEMA.iter_errors({"format": 1, **document}))
