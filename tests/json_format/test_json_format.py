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
from rekisteri.json_format import LARGEST, schema_text
from rekisteri.law import acts
from rekisteri.testing import registers

SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()), format_checker=jsonschema.FormatChecker())


def problems(document: str | bytes | dict[str, Any]) -> list[str]:
    """What is wrong with a document, a line each; ``format`` is added to a dict."""
    text = json.dumps({"format": 1, **document}) if isinstance(document, dict) else document
    with pytest.raises(InvalidDocument) as error:
        loads(text)
    return [str(problem) for problem in error.value.problems]


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


KEYS = [field for field in json.loads(schema_text())["properties"] if field != "format"]
NO_FORMAT = "format: found nothing, expected the number 1, the version of the format"
WORDS = "words (a term, or an object with “fi”, “sv” or “en”)"

BAD_DOCUMENTS: list[tuple[str, str | bytes | dict[str, Any], list[str]]] = [
    ("empty", "", ["found an empty document, expected JSON"]),
    ("not JSON", "{", ["found Expecting property name enclosed in double quotes (line 1, column 2), expected JSON"]),
    ("not UTF-8", b'{"format": 1, "name": "\xe4"}', ["found the byte 0xe4 at position 23, expected UTF-8 text"]),
    ("a list", "[]", ["found an empty list, expected an object that describes a register"]),
    ("a text", '"x"', ["found “x”, expected an object that describes a register"]),
    ("no format", "{}", [NO_FORMAT]),
    ("a text as format", '{"format": "1"}', ["format: found “1”, expected the number 1, the version of the format"]),
    ("true as format", '{"format": true}', ["format: found true, expected the number 1, the version of the format"]),
    ("format 0", '{"format": 0}', ["format: found the number 0, expected the number 1, the version of the format"]),
    (
        "a newer format",
        '{"format": 2}',
        ["format: found the number 2, expected at most 1; a newer version of rekisteri reads this one"],
    ),
    (
        "a key twice",
        '{"format": 1, "name": "a", "name": "b"}',
        ["name: found the same key more than once, expected each key once"],
    ),
    (
        "a huge number",
        '{"format": 1, "name": 1e999}',
        [
            "name: found a number that is too large or not a number, expected a number that JSON can hold",
        ],
    ),
    (
        "NaN",
        '{"format": 1, "name": NaN}',
        [
            "name: found a number that is too large or not a number, expected a number that JSON can hold",
        ],
    ),
    (
        "half a character",
        '{"format": 1, "name": "\\ud800"}',
        [
            "name: found half a character (“\\ud800”), expected text that UTF-8 can hold",
        ],
    ),
    (
        "an unknown key",
        {"nmae": "x"},
        [
            f"nmae: found an unknown key, expected one of format, {', '.join(KEYS)} (did you mean “name”?)",
        ],
    ),
    (
        "null",
        {"transfers": None},
        [
            "transfers: found null, expected a list of objects (Transfer); to say nothing, leave it out",
        ],
    ),
    ("a text for a list", {"purposes": "orders"}, ["purposes: found “orders”, expected a list of objects (Purpose)"]),
    (
        "an object for a list",
        {"purposes": {}},
        [
            "purposes: found an empty object, expected a list of objects (Purpose)",
        ],
    ),
    ("a list for an object", {"purposes": [[]]}, ["purposes[0]: found an empty list, expected an object (Purpose)"]),
    (
        "an empty list",
        {"purposes": []},
        [
            "purposes: found an empty list, expected a list of objects (Purpose) with something in it; to say nothing, leave it out",
        ],
    ),
    ("a missing key", {"purposes": [{}]}, [f"purposes[0].aims: found nothing, expected a list of {WORDS}"]),
    (
        "an unknown term",
        {"purposes": [{"aims": ["ordesr"]}]},
        [
            "purposes[0].aims[0]: found the unknown term “ordesr”, expected a term of kind aim, or own wording, such as"
            " {“fi”: “…”} (did you mean “orders”?)",
        ],
    ),
    (
        "a term of another kind",
        {"purposes": [{"aims": ["email"]}]},
        [
            "purposes[0].aims[0]: found the term “email” of kind data, expected a term of kind aim, or own wording, such as"
            " {“fi”: “…”}",
        ],
    ),
    (
        "a term where there are none",
        {"names": "orders"},
        [
            "names: found the term “orders” of kind aim, expected own wording, such as {“fi”: “…”}",
        ],
    ),
    (
        "empty words",
        {"names": {}},
        [
            "names: found an object that says nothing, expected at least one of “term”, “fi”, “sv” or “en”",
        ],
    ),
    ("an empty wording", {"names": {"fi": " "}}, ["names.fi: found an empty text, expected some text"]),
    (
        "an unknown language",
        {"names": {"de": "x"}},
        [
            "names.de: found an unknown key, expected one of term, fi, sv, en",
        ],
    ),
    ("a number for words", {"names": 5}, [f"names: found the number 5, expected {WORDS}"]),
    ("a number for text", {"name": 5}, ["name: found the number 5, expected text"]),
    ("an empty text", {"name": ""}, ["name: found an empty text, expected some text"]),
    (
        "a number for a flag",
        {"no_other_disclosures": 1},
        [
            "no_other_disclosures: found the number 1, expected true or false",
        ],
    ),
    (
        "a text for a flag",
        {"no_other_disclosures": "no"},
        [
            "no_other_disclosures: found “no”, expected true or false",
        ],
    ),
    ("a flag for text", {"version": True}, ["version: found true, expected text"]),
    (
        "a day of another form",
        {"drafted": "22.5.2018"},
        ["drafted: found “22.5.2018”, expected a day such as 2026-11-22"],
    ),
    ("a week day", {"drafted": "2018-W21-2"}, ["drafted: found “2018-W21-2”, expected a day such as 2026-11-22"]),
    (
        "a day without hyphens",
        {"drafted": "20180522"},
        ["drafted: found “20180522”, expected a day such as 2026-11-22"],
    ),
    ("no day at all", {"drafted": "2018-02-30"}, ["drafted: found “2018-02-30”, expected a day such as 2026-11-22"]),
    ("a number for a day", {"drafted": 2018}, ["drafted: found the number 2018, expected a day such as 2026-11-22"]),
    (
        "an unknown language of the register",
        {"language": "fin"},
        [
            "language: found “fin”, expected a language: “fi”, “sv” or “en” (did you mean “fi”?)",
        ],
    ),
    (
        "an unknown ground",
        {"not_based_on": ["consnet"]},
        [
            "not_based_on[0]: found “consnet”, expected one of “consent”, “contract”, “legal-obligation”, “vital-interests”,"
            " “public-task” or “legitimate-interests” (did you mean “consent”?)",
        ],
    ),
    (
        "a number for a ground",
        {"not_based_on": [1]},
        [
            "not_based_on[0]: found the number 1, expected one of “consent”, “contract”, “legal-obligation”,"
            " “vital-interests”, “public-task” or “legitimate-interests”",
        ],
    ),
    (
        "a country by name",
        {"transfers": [{"countries": ["Finland"]}]},
        [
            "transfers[0].countries[0]: found “Finland”, expected a country's two-letter code (ISO 3166-1) such as “FI”",
        ],
    ),
    (
        "a bad citation",
        {"prepared_under": ["§ 5"]},
        [
            "prepared_under[0]: found “§ 5”, expected a citation such as “gdpr:13.2.a”, “kpl:2/10.2”, “tsl:29.5” or “523/1999”",
        ],
    ),
    (
        "an unknown act",
        {"prepared_under": ["gdrp:5"]},
        [
            "prepared_under[0]: found the act “gdrp”, expected a known act or an act's number (did you mean “gdpr”?)",
        ],
    ),
    (
        "a bad period",
        {"retention": [{"period": "10 years"}]},
        [
            "retention[0].period: found “10 years”, expected a period such as “P6Y”, “P18M” or “P30D”",
        ],
    ),
    (
        "a negative period",
        {"retention": [{"period": "P-1Y"}]},
        [
            "retention[0].period: found “P-1Y”, expected a period such as “P6Y”, “P18M” or “P30D”",
        ],
    ),
    (
        "a rule about nothing",
        {"retention": [{"id": "x"}]},
        [
            "retention[x]: found an object that says nothing, expected at least one of “period”, “start”, “last”,"
            " “criterion”, “by_law” or “then”",
        ],
    ),
    (
        "two ways to tell a last day",
        {"retention": [{"last": {"forever": True, "fixed": "2025-12-31"}}]},
        [
            "retention[0].last: found several ways to tell a last day, expected exactly one",
        ],
    ),
    (
        "a last day beside a period",
        {"retention": [{"period": "P1Y", "last": {"forever": True}}]},
        [
            "retention[0].last: found a last day beside a period, expected one of the two",
        ],
    ),
    (
        "a bad id",
        {"data": [{"id": "My Data", "name": "name"}]},
        [
            "data[My Data].id: found “My Data”, expected an id of small letters, digits and single hyphens, not only digits, such as"
            " “customer-data”",
        ],
    ),
    (
        "a number for a citation",
        {"prepared_under": [523]},
        [
            "prepared_under[0]: found the number 523, expected a citation such as “gdpr:13.2.a”, “kpl:2/10.2”, “tsl:29.5”"
            " or “523/1999”",
        ],
    ),
    (
        "an id of digits",
        {"data": [{"id": "12", "name": "name"}]},
        [
            "data[12].id: found “12”, expected an id of small letters, digits and single hyphens, not only digits, such as"
            " “customer-data”",
        ],
    ),
    (
        "an id twice",
        {"data": [{"id": "a", "name": "name"}], "purposes": [{"id": "a", "aims": ["orders"]}]},
        [
            "data[a].id: found “a”, the id of purposes[a] already, expected an id of its own",
        ],
    ),
    (
        "a dangling reference",
        {"data": [{"id": "names", "name": "name"}], "sources": [{"origin": "data-subject", "data": ["name"]}]},
        [
            "sources[0].data[0]: found the id “name”, which nothing in the register has, expected the id of a DataCategory"
            " (did you mean “names”?)",
        ],
    ),
    (
        "a reference of another kind",
        {"purposes": [{"id": "a", "aims": ["orders"]}], "sources": [{"origin": "data-subject", "data": ["a"]}]},
        [
            "sources[0].data[0]: found the id “a”, which is a Purpose, expected the id of a DataCategory",
        ],
    ),
    (
        "a party that is nobody",
        {"contacts": [{"id": "x"}]},
        [
            "contacts[x]: found an object that says nothing, expected at least one of “name”, “names”, “called”, “kind”, “business_id”,"
            " “public_authority”, “address”, “country”, “emails”, “phones”, “web” or “hours”",
        ],
    ),
    (
        "a number for a party",
        {"contacts": [5]},
        [
            "contacts[0]: found the number 5, expected the id of a Party or an object (Party)",
        ],
    ),
    (
        "years that end before they begin",
        {"financial_years": [{"start": "2026-01-01", "end": "2025-01-01"}]},
        [
            "financial_years[0]: found an end (2025-01-01) before the start (2026-01-01), expected a start before the end",
        ],
    ),
    (
        "no such day of the year",
        {"financial_year_end": "02-30"},
        [
            "financial_year_end: found “02-30”, expected a day that some year has",
        ],
    ),
]


@pytest.mark.parametrize(
    ("document", "expected"), [row[1:] for row in BAD_DOCUMENTS], ids=[row[0] for row in BAD_DOCUMENTS]
)
def test_bad_documents_are_explained(document: str | bytes | dict[str, Any], expected: list[str]) -> None:
    """Each problem one line, word by word: where, what was found, what is allowed."""
    assert sorted(problems(document)) == sorted(expected)


def test_all_problems_at_once() -> None:
    """Faults of every kind in one document are told together, a dangling reference among them."""
    told = problems(
        '{"format": 2, "name": 5, "name": "x", "nam": 1, "purposes": [{"aims": []}, {"id": "p", "aims": ["orders"],'
        ' "legal_bases": [{"ground": "x"}]}], "data": [{"name": "name", "purposes": ["q"]}]}'
    )

    assert [line.split(":")[0] for line in told] == [
        "name",
        "format",
        "purposes[0].aims",
        "purposes[p].legal_bases[0].ground",
        "nam",
        "data[0].purposes[0]",
    ]


@pytest.mark.parametrize("depth", [101, 900, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    """However deep, an error of ours and no crash."""
    (told,) = problems('{"format": 1, "name": ' + "[" * depth + "]" * depth + "}")

    assert told.endswith(", expected at most 100 levels")


def test_large_documents_are_refused_unread() -> None:
    """Beyond ten megabytes nothing is parsed."""
    assert problems(b"[" * (LARGEST + 1)) == [f"found {LARGEST + 1} bytes, expected at most {LARGEST} bytes"]


def test_numbers_with_thousands_of_digits_are_refused() -> None:
    """They do not reach Python's own limit."""
    assert problems('{"format": 1, "name": ' + "9" * 5000 + "}") == [
        "name: found a number that is too large or not a number, expected a number that JSON can hold"
    ]


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
    assert problems(document)
    assert list(SCHEMA.iter_errors({"format": 1, **document}))


def test_the_nearest_id_is_looked_up_a_few_times_only() -> None:
    """A document with very many dangling references is read in good time: hints stop, problems do not."""
    data = [{"id": f"category-{index}", "name": "name", "purposes": [f"purpose-{index}x"]} for index in range(30)]
    purposes = [{"id": f"purpose-{index}", "aims": ["orders"]} for index in range(30)]
    told = problems({"data": data, "purposes": purposes})

    assert len(told) == 30
    assert sum("did you mean" in line for line in told) == 20
