"""The bank of bad documents: whatever somebody may write, each problem is one clear line, and none is lost."""

from __future__ import annotations

import json
import time
from typing import Any

import attrs
import pytest

from rekisteri import Controller, InvalidDocument, Party, Register, loads
from rekisteri.errors import any_of
from rekisteri.json_format import LARGEST
from rekisteri.model import Internal


def names(cls: type[Any], *but: str) -> list[str]:
    """The keys that stand in an object of the model, in their order."""
    return [field.name for field in attrs.fields(cls) if field.name not in but]


Document = str | bytes | dict[str, Any]
"""Text, bytes, or what is written as JSON after ``format``."""

KEYS = ", ".join(["format", *names(Register)])
VERSION = "expected the number 1, the version of the format"
OBJECT = "expected an object that describes a register"
WORDS = "words (a term, or an object with “fi”, “sv” or “en”)"
OWN = "own wording, such as {“fi”: “…”}"
DAY = "expected a day such as 2026-11-22"
PERIOD = "expected a period such as “P6Y”, “P18M” or “P30D”"
CITATIONS = "such as “gdpr:13.2.a”, “kpl:2/10.2”, “tsl:29.5” or “523/1999”"
COUNTRY = "expected a country's two-letter code (ISO 3166-1) such as “FI”"
LANGUAGE = "expected a language: “fi”, “sv” or “en”"
ID = "expected an id of small letters, digits and single hyphens, not only digits, such as “customer-data”"
GROUNDS = (
    "“consent”, “contract”, “legal-obligation”, “vital-interests”, “public-task” or “legitimate-interests”"  # GDPR 6(1)
)
ROUNDS = "“month”, “year”, “financial-year” or “year-of-financial-year-end”"
SILENT = "; to say nothing, leave it out"
NUMBER = "found a number that is too large or not a number, expected a number that JSON can hold"


def kind(name: str) -> str:
    """What a field of words expects that takes terms of one kind."""
    return f"expected a term of kind {name}, or {OWN}"


def aims(*items: Any) -> dict[str, Any]:
    """A document with one purpose."""
    return {"purposes": [{"aims": list(items)}]}


def kept(**rule: Any) -> dict[str, Any]:
    """A document with one rule of retention."""
    return {"retention": [rule]}


BANK: dict[str, dict[str, tuple[Document, list[str]]]] = {
    "no JSON": {
        "an empty file": ("", ["found an empty document, expected JSON"]),
        "only white space": (" \r\n\t", ["found an empty document, expected JSON"]),
        "only a byte order mark": (b"\xef\xbb\xbf", ["found an empty document, expected JSON"]),
        "a brace": (
            "{",
            ["found the end of the document (line 1, column 2), expected JSON: a key in double quotation marks"],
        ),
        "a list that does not end": (
            '{"format": 1, "dpos": [',
            ["found the end of the document (line 1, column 24), expected JSON: a value"],
        ),
        "an object that does not end": (
            '{"format": 1',
            [
                "found the end of the document (line 1, column 13), expected JSON: a comma, or the end of the list or object"
            ],
        ),
        "a text that does not end": (
            '{"format": 1, "name": "Asiakkaat}',
            ['found “"” (line 1, column 23), expected JSON: a text with quotation marks at both ends'],
        ),
        "a line break in a text": (
            '{"format": 1, "name": "Asiakas\nrekisteri"}',
            ["found “\\n” (line 1, column 31), expected JSON: a line break in a text written as \\n, a tab as \\t"],
        ),
        "a backslash in a text": (
            '{"format": 1, "name": "C:\\Omat"}',
            ["found “\\” (line 1, column 26), expected JSON: a backslash in a text written twice"],
        ),
        "a comma before the end of an object": (
            '{"format": 1,\r\n "name": "Jäsenet",\r\n}',
            ["found “,” (line 2, column 19), expected JSON: no comma before the end"],
        ),
        "a comma before the end of a list": (
            '{"format": 1, "dpos": [5, ]}',
            ["found “,” (line 1, column 25), expected JSON: no comma before the end"],
        ),
        "a comma too few": (
            '{"format": 1\n "name": "Jäsenet"}',
            ['found “"” (line 2, column 2), expected JSON: a comma, or the end of the list or object'],
        ),
        "a colon too few": (
            '{"format" 1}',
            ["found “1” (line 1, column 11), expected JSON: a colon after the key"],
        ),
        "a value too few": ('{"format": }', ["found “}” (line 1, column 12), expected JSON: a value"]),
        "single quotation marks": (
            "{'format': 1}",
            ["found “'” (line 1, column 2), expected JSON: a key in double quotation marks"],
        ),
        "typographic quotation marks": (
            "{”format”: 1}",
            ["found “”” (line 1, column 2), expected JSON: a key in double quotation marks"],
        ),
        "keys without quotation marks": (
            "{format: 1}",
            ["found “f” (line 1, column 2), expected JSON: a key in double quotation marks"],
        ),
        "a comment": ('// asiakkaat\n{"format": 1}', ["found “/” (line 1, column 1), expected JSON: a value"]),
        "Python's words": (
            '{"format": 1, "no_other_disclosures": True}',
            ["found “T” (line 1, column 39), expected JSON: a value"],
        ),
        "YAML": ("format: 1\nname: Asiakkaat\n", ["found “f” (line 1, column 1), expected JSON: a value"]),
        "HTML": ("<!DOCTYPE html>\n<title>x</title>", ["found “<” (line 1, column 1), expected JSON: a value"]),
        "a ZIP file": (b"PK\x03\x04\x14\x00", ["found “P” (line 1, column 1), expected JSON: a value"]),
        "two documents": (
            '{"format": 1}\n{"format": 1}',
            ["found “{” (line 2, column 1), expected JSON: nothing after the end of the object"],
        ),
        "zeros at the end": (
            '{"format": 1}\0\0',
            ["found “\\x00” (line 1, column 14), expected JSON: nothing after the end of the object"],
        ),
        "two byte order marks": (
            b'\xef\xbb\xbf\xef\xbb\xbf{"format": 1}',
            ["found “\\ufeff” (line 1, column 1), expected JSON: a value"],
        ),
        "UTF-16": ('{"format": 1}'.encode("utf-16"), ["found the byte 0xff (line 1), expected UTF-8 text"]),
        "UTF-16 without a mark": (
            '{"format": 1}'.encode("utf-16-le"),
            ["found “\\x00” (line 1, column 2), expected JSON: a key in double quotation marks"],
        ),
        "Latin-1": (
            '{"format": 1,\n "name": "Jäsenet"}'.encode("latin-1"),
            ["found the byte 0xe4 (line 2), expected UTF-8 text"],
        ),
    },
    "no register": {
        "null": ("null", [f"found null, {OBJECT}"]),
        "an empty list": ("[]", [f"found an empty list, {OBJECT}"]),
        "a list with a register in it": ('[{"format": 1}]', [f"found a list, {OBJECT}"]),
        "a text": ('"Asiakasrekisteri"', [f"found “Asiakasrekisteri”, {OBJECT}"]),
        "a number": ("1", [f"found the number 1, {OBJECT}"]),
    },
    "format": {
        "absent": ("{}", [f"format: found nothing, {VERSION}"]),
        "null": ('{"format": null}', [f"format: found null, {VERSION}"]),
        "a text": ('{"format": "1"}', [f"format: found “1”, {VERSION}"]),
        "true": ('{"format": true}', [f"format: found true, {VERSION}"]),
        "a fraction": ('{"format": 1.0}', [f"format: found the number 1.0, {VERSION}"]),
        "a list": ('{"format": [1]}', [f"format: found a list, {VERSION}"]),
        "zero": ('{"format": 0}', [f"format: found the number 0, {VERSION}"]),
        "newer": (
            '{"format": 2}',
            ["format: found the number 2, expected at most 1; a newer version of rekisteri reads this one"],
        ),
        "of 5000 digits": (f'{{"format": {"9" * 5000}}}', [f"format: {NUMBER}"]),
        "twice": ('{"format": 1, "format": 2}', ["format: found the same key more than once, expected each key once"]),
    },
    "numbers, letters and keys": {
        "a number with an enormous exponent": ('{"format": 1, "name": 1e999}', [f"name: {NUMBER}"]),
        "5000 digits": (f'{{"format": 1, "name": -{"9" * 5000}}}', [f"name: {NUMBER}"]),
        "NaN": ('{"format": 1, "name": NaN}', [f"name: {NUMBER}"]),
        "minus infinity": ('{"format": 1, "name": -Infinity}', [f"name: {NUMBER}"]),
        "half a character": (
            '{"format": 1, "names": {"fi": "\\udc00x"}}',
            ["names.fi: found half a character (“\\udc00x”), expected text that UTF-8 can hold"],
        ),
        "half a character in a key": (
            '{"format": 1, "\\ud800": 1}',
            ["\\ud800: found half a character (“\\ud800”), expected text that UTF-8 can hold"],
        ),
        "a key three times": (
            '{"format": 1, "name": "a", "name": "b", "name": 5}',
            ["name: found the same key more than once, expected each key once"],
        ),
        "a key twice further in": (
            '{"format": 1, "purposes": [{"id": "shop", "aims": ["orders"], "aims": ["orders"]}]}',
            ["purposes[shop].aims: found the same key more than once, expected each key once"],
        ),
        "a misspelt key": (
            {"puproses": []},
            [f"puproses: found an unknown key, expected one of {KEYS} (did you mean “purposes”?)"],
        ),
        "a key with a capital": (
            {"DPOs": []},
            [f"DPOs: found an unknown key, expected one of {KEYS} (did you mean “dpos”?)"],
        ),
        "a key far from any": ({"kissa": 1}, [f"kissa: found an unknown key, expected one of {KEYS}"]),
        "an empty key": ({"": 1}, [f"found an empty key, expected one of {KEYS}"]),
        "a key that would break the line": (
            {"a\x1b[0m\nb\u2028": 1},
            [f"a\\x1b[0m\\nb\\u2028: found an unknown key, expected one of {KEYS}"],
        ),
        "a very long key": ({"x" * 500: 1}, [f"{'x' * 59}…: found an unknown key, expected one of {KEYS}"]),
        "a misspelt key further in": (
            {"internal": {"onwer": "x"}},
            [
                f"internal.onwer: found an unknown key, expected one of {', '.join(names(Internal))} (did you mean “owner”?)",
            ],
        ),
    },
    "one kind of value for another": {
        "null": ({"transfers": None}, [f"transfers: found null, expected a list of objects (Transfer){SILENT}"]),
        "null for a text": ({"name": None}, [f"name: found null, expected text{SILENT}"]),
        "null for a flag": (
            {"no_other_disclosures": None},
            ["no_other_disclosures: found null, expected true or false"],
        ),
        "null for a period": (kept(period=None), [f"retention[0].period: found null, {PERIOD}{SILENT}"]),
        "null in a list": (aims(None), [f"purposes[0].aims[0]: found null, expected {WORDS}"]),
        "a text for a list": (
            {"purposes": "orders"},
            ["purposes: found “orders”, expected a list of objects (Purpose)"],
        ),
        "an object for a list": (
            {"controllers": {"name": "Esimerkki Oy"}},
            ["controllers: found an object, expected a list of ids of Party or objects (Controller)"],
        ),
        "false for none": ({"dpos": False}, ["dpos: found false, expected a list of ids of Party or objects (Party)"]),
        "a list for a text": ({"name": ["Asiakkaat"]}, ["name: found a list, expected text"]),
        "an object for a text": ({"name": {"fi": "Asiakkaat"}}, ["name: found an object, expected text"]),
        "a number for a text": ({"version": 1.5}, ["version: found the number 1.5, expected text"]),
        "a flag for a text": ({"version": True}, ["version: found true, expected text"]),
        "an empty text": ({"name": ""}, ["name: found an empty text, expected some text"]),
        "a text of white space": ({"name": " \t\n"}, ["name: found an empty text, expected some text"]),
        "a number for a flag": (
            {"no_other_disclosures": 1},
            ["no_other_disclosures: found the number 1, expected true or false"],
        ),
        "a text for a flag": (
            {"no_other_disclosures": "no"},
            ["no_other_disclosures: found “no”, expected true or false"],
        ),
        "a list for an object": (
            {"purposes": [[]]},
            ["purposes[0]: found an empty list, expected an object (Purpose)"],
        ),
        "a text for an object": ({"rights": ["access"]}, ["rights[0]: found “access”, expected an object (Right)"]),
        "a number for a party": (
            {"contacts": [5]},
            ["contacts[0]: found the number 5, expected the id of a Party or an object (Party)"],
        ),
        "an empty list that is no statement": (
            {"purposes": []},
            [f"purposes: found an empty list, expected a list of objects (Purpose) with something in it{SILENT}"],
        ),
        "an empty list of citations": (
            {"prepared_under": []},
            [
                f"prepared_under: found an empty list, expected a list of citations {CITATIONS} with something in it{SILENT}"
            ],
        ),
        "an empty list that must be there": (
            {"purposes": [{"aims": []}]},
            [f"purposes[0].aims: found an empty list, expected a list of {WORDS} with something in it"],
        ),
        "an empty object": ({"purposes": [{}]}, [f"purposes[0].aims: found nothing, expected a list of {WORDS}"]),
        "a very long text": ({"drafted": "x" * 500}, [f"drafted: found “{'x' * 59}…”, {DAY}"]),
    },
    "words": {
        "a misspelt term": (
            aims("ordesr"),
            [f"purposes[0].aims[0]: found the unknown term “ordesr”, {kind('aim')} (did you mean “orders”?)"],
        ),
        "a term in capitals": (
            aims("ORDERS"),
            [f"purposes[0].aims[0]: found the unknown term “ORDERS”, {kind('aim')} (did you mean “orders”?)"],
        ),
        "a term and a blank": (
            aims("orders "),
            [f"purposes[0].aims[0]: found the unknown term “orders ”, {kind('aim')} (did you mean “orders”?)"],
        ),
        "a misspelt term beside wording": (
            aims({"term": "ordres", "fi": "tilaukset"}),
            [f"purposes[0].aims[0]: found the unknown term “ordres”, {kind('aim')} (did you mean “orders”?)"],
        ),
        "a term far from any": (aims("xyzzy"), [f"purposes[0].aims[0]: found the unknown term “xyzzy”, {kind('aim')}"]),
        "no term": (aims(""), [f"purposes[0].aims[0]: found the unknown term “”, {kind('aim')}"]),
        "a term of very many letters": (
            aims("x" * 500),
            [f"purposes[0].aims[0]: found the unknown term “{'x' * 59}…”, {kind('aim')}"],
        ),
        "a term of another kind": (
            aims("email"),
            [f"purposes[0].aims[0]: found the term “email” of kind data, {kind('aim')}"],
        ),
        "a term where there are none": (
            {"names": "orders"},
            [f"names: found the term “orders” of kind aim, expected {OWN}"],
        ),
        "a name for words": (
            {"names": "Asiakas\nrekisteri"},
            [f"names: found the unknown term “Asiakas\\nrekisteri”, expected {OWN}"],
        ),
        "a text for a list of words": (
            {"purposes": [{"aims": "orders"}]},
            [f"purposes[0].aims: found “orders”, expected a list of {WORDS}"],
        ),
        "a number": ({"names": 5}, [f"names: found the number 5, expected {WORDS}"]),
        "a number for a term": (aims({"term": 5}), ["purposes[0].aims[0].term: found the number 5, expected text"]),
        "an empty object": (
            {"names": {}},
            ["names: found an object that says nothing, expected at least one of “term”, “fi”, “sv” or “en”"],
        ),
        "an empty wording": ({"names": {"fi": "\u00a0"}}, ["names.fi: found an empty text, expected some text"]),
        "a wording that is null": ({"names": {"sv": None}}, [f"names.sv: found null, expected text{SILENT}"]),
        "a language the library does not write": (
            {"names": {"fi": "Asiakkaat", "de": "Kunden"}},
            ["names.de: found an unknown key, expected one of term, fi, sv, en"],
        ),
        "a language in capitals": (
            {"names": {"FI": "Asiakkaat"}},
            ["names.FI: found an unknown key, expected one of term, fi, sv, en (did you mean “fi”?)"],
        ),
        "everything wrong in them": (
            aims({"term": "Ordres", "fi": " ", "de": "Bestellungen"}),
            [
                f"purposes[0].aims[0]: found the unknown term “Ordres”, {kind('aim')} (did you mean “orders”?)",
                "purposes[0].aims[0].fi: found an empty text, expected some text",
                "purposes[0].aims[0].de: found an unknown key, expected one of term, fi, sv, en",
            ],
        ),
    },
    "words of a fixed list": {
        "a misspelt language": ({"language": "fin"}, [f"language: found “fin”, {LANGUAGE} (did you mean “fi”?)"]),
        "a language in capitals": ({"language": "SV"}, [f"language: found “SV”, {LANGUAGE} (did you mean “sv”?)"]),
        "a language far from any": ({"language": "Deutsch"}, [f"language: found “Deutsch”, {LANGUAGE}"]),
        "a misspelt ground": (
            {"not_based_on": ["Consnet"]},
            [f"not_based_on[0]: found “Consnet”, expected one of {GROUNDS} (did you mean “consent”?)"],
        ),
        "a ground far from any": (
            {"legal_bases": [{"ground": "hetil"}]},
            [f"legal_bases[0].ground: found “hetil”, expected one of {GROUNDS}"],
        ),
        "a number for a ground": (
            {"not_based_on": [1]},
            [f"not_based_on[0]: found the number 1, expected one of {GROUNDS}"],
        ),
        "a text for a list of them": (
            kept(period="P1Y", round="year"),
            [f"retention[0].round: found “year”, expected a list of the words {ROUNDS}"],
        ),
        "an American kind of party": (
            {"controllers": [{"name": "Esimerkki Oy", "kind": "organization"}]},
            [
                "controllers[0].kind: found “organization”, expected one of “person”, “organisation” or “unit”"
                " (did you mean “organisation”?)"
            ],
        ),
        "a shortened limit": (
            kept(period="P1Y", limit="max"),
            [
                "retention[0].limit: found “max”, expected one of “minimum”, “maximum”, “exact”, “claim” or “for”"
                " (did you mean “maximum”?)"
            ],
        ),
        "a country by name": (
            {"transfers": [{"countries": ["Finland"]}]},
            [f"transfers[0].countries[0]: found “Finland”, {COUNTRY}"],
        ),
        "a country of three letters": (
            {"controllers": [{"name": "Esimerkki Oy", "country": "USA"}]},
            [f"controllers[0].country: found “USA”, {COUNTRY}"],
        ),
        "a country in small letters": (
            {"processors": [{"name": "Pilvi Oy", "country": "fi"}]},
            [f"processors[0].country: found “fi”, {COUNTRY}"],
        ),
        "a flag that says nothing": (
            kept(last={"forever": False}),
            ["retention[0].last.forever: found false, expected true, or nothing"],
        ),
    },
    "days": {
        "of another form": ({"drafted": "22.5.2018"}, [f"drafted: found “22.5.2018”, {DAY}"]),
        "without hyphens": ({"drafted": "20261122"}, [f"drafted: found “20261122”, {DAY}"]),
        "without zeros": ({"drafted": "2026-1-2"}, [f"drafted: found “2026-1-2”, {DAY}"]),
        "a week": ({"drafted": "2026-W47"}, [f"drafted: found “2026-W47”, {DAY}"]),
        "a day of a week": ({"drafted": "2018-W21-2"}, [f"drafted: found “2018-W21-2”, {DAY}"]),
        "with an hour": ({"drafted": "2026-11-22T10:00"}, [f"drafted: found “2026-11-22T10:00”, {DAY}"]),
        "that no calendar has": ({"drafted": "2026-02-30"}, [f"drafted: found “2026-02-30”, {DAY}"]),
        "of year 0": ({"drafted": "0000-01-01"}, [f"drafted: found “0000-01-01”, {DAY}"]),
        "a year": ({"updated": 2018}, [f"updated: found the number 2018, {DAY}"]),
        "an empty text": ({"updated": ""}, [f"updated: found an empty text, {DAY}"]),
        "a month and a day of another form": (
            {"financial_year_end": "31.12."},
            ["financial_year_end: found “31.12.”, expected a month and a day, such as “12-31”"],
        ),
        "a month and a day that no year has": (
            {"financial_year_end": "02-30"},
            ["financial_year_end: found “02-30”, expected a day that some year has"],
        ),
        "a financial year that ends before it begins": (
            {"financial_years": [{"start": "2026-01-01", "end": "2025-01-01"}]},
            [
                "financial_years[0]: found an end (2025-01-01) before the start (2026-01-01), expected a start before the end"
            ],
        ),
        "a financial year without an end": (
            {"financial_years": [{"start": "2026-01-01"}]},
            ["financial_years[0].end: found nothing, expected a day such as 2026-11-22"],
        ),
    },
    "periods": {
        "in words": (kept(period="10 vuotta"), [f"retention[0].period: found “10 vuotta”, {PERIOD}"]),
        "a number": (kept(period=6), [f"retention[0].period: found the number 6, {PERIOD}"]),
        "negative": (kept(period="P-1Y"), [f"retention[0].period: found “P-1Y”, {PERIOD}"]),
        "a fraction": (kept(period="P1.5Y"), [f"retention[0].period: found “P1.5Y”, {PERIOD}"]),
        "of nothing": (kept(period="P"), [f"retention[0].period: found “P”, {PERIOD}"]),
        "in small letters": (kept(period="p6y"), [f"retention[0].period: found “p6y”, {PERIOD}"]),
        "in minutes": (kept(period="PT5M"), [f"retention[0].period: found “PT5M”, {PERIOD}"]),
        "of a million years": (kept(period="P1000000Y"), [f"retention[0].period: found “P1000000Y”, {PERIOD}"]),
        "in the wrong order": (kept(period="P6M1Y"), [f"retention[0].period: found “P6M1Y”, {PERIOD}"]),
        "a deadline in words": (
            {"erasure": [{"trigger": {"fi": "pyynnöstä"}, "deadline": "heti"}]},
            ["erasure[0].deadline: found “heti”, expected a period such as “P1M”, or “without-undue-delay”"],
        ),
        "a start that is only its event": (
            kept(period="P1Y", start="contract-end"),
            ["retention[0].start: found “contract-end”, expected an object (Start)"],
        ),
        "a misspelt event": (
            kept(period="P1Y", start={"event": "contact-end"}),
            [
                f"retention[0].start.event: found the unknown term “contact-end”, {kind('event or trigger')}"
                " (did you mean “contract-end”?)"
            ],
        ),
        "a rule about nothing": (
            kept(id="x"),
            [
                "retention[x]: found an object that says nothing, expected at least one of “period”, “start”, “last”,"
                " “criterion”, “by_law” or “then”"
            ],
        ),
        "a last day told in two ways": (
            kept(last={"forever": True, "fixed": "2025-12-31"}),
            ["retention[0].last: found several ways to tell a last day, expected exactly one"],
        ),
        "a last day not told": (
            kept(last={}),
            ["retention[0].last: found no way to tell a last day, expected exactly one"],
        ),
        "a last day beside a period": (
            kept(period="P1Y", last={"forever": True}),
            ["retention[0].last: found a last day beside a period, expected one of the two"],
        ),
        "a reason of both kinds": (
            kept(period="P1Y", reason={"provision": "gdpr:5", "decision": {"fi": "Niin päätettiin."}}),
            ["retention[0].reason: found both, expected either “provision” or “decision”"],
        ),
    },
    "citations": {
        "by the sign": (
            {"prepared_under": ["§ 5"]},
            [f"prepared_under[0]: found “§ 5”, expected a citation {CITATIONS}"],
        ),
        "by the name": (
            {"prepared_under": ["henkilötietolaki"]},
            [f"prepared_under[0]: found “henkilötietolaki”, expected a citation {CITATIONS}"],
        ),
        "in capitals": (
            {"prepared_under": ["GDPR:5"]},
            [f"prepared_under[0]: found “GDPR:5”, expected a citation {CITATIONS}"],
        ),
        "a number": (
            {"prepared_under": [523]},
            [f"prepared_under[0]: found the number 523, expected a citation {CITATIONS}"],
        ),
        "a text for a list": (
            {"prepared_under": "gdpr"},
            [f"prepared_under: found “gdpr”, expected a list of citations {CITATIONS}"],
        ),
        "a misspelt act": (
            {"prepared_under": ["gdrp:5"]},
            ["prepared_under[0]: found the act “gdrp”, expected a known act or an act's number (did you mean “gdpr”?)"],
        ),
        "an act far from any": (
            {"prepared_under": ["xyzzyfoo"]},
            ["prepared_under[0]: found the act “xyzzyfoo”, expected a known act or an act's number"],
        ),
        "an act of very many letters": (
            {"prepared_under": ["x" * 500]},
            [f"prepared_under[0]: found the act “{'x' * 59}…”, expected a known act or an act's number"],
        ),
        "a range that goes backwards": (
            {"prepared_under": ["tsl:34-33"]},
            ["prepared_under[0]: found “tsl:34-33”, expected a range that goes forward within one kind of part"],
        ),
    },
    "ids and references": {
        "an id that is a name": (
            {"data": [{"id": "My Data", "name": "name"}]},
            [f"data[My Data].id: found “My Data”, {ID}"],
        ),
        "an id of digits": ({"data": [{"id": "12", "name": "name"}]}, [f"data[12].id: found “12”, {ID}"]),
        "an empty id": ({"data": [{"id": "", "name": "name"}]}, [f"data[0].id: found an empty text, {ID}"]),
        "a number for an id": (
            {"data": [{"id": 5, "name": "name"}]},
            ["data[0].id: found the number 5, expected text"],
        ),
        "an id that would break the line": (
            {"data": [{"id": "a\r\nb", "name": "name"}]},
            [f"data[a\\r\\nb].id: found “a\\r\\nb”, {ID}"],
        ),
        "a very long id": (
            {"data": [{"id": "x" * 500, "name": "nmae"}]},
            [f"data[{'x' * 59}…].name: found the unknown term “nmae”, {kind('data')} (did you mean “name”?)"],
        ),
        "two parts of one list with one id": (
            {"purposes": [{"id": "shop", "aims": ["orders"]}, {"id": "shop", "aims": ["orders"]}]},
            ["purposes[1].id: found “shop”, the id of purposes[0] already, expected an id of its own"],
        ),
        "two parts of two lists with one id": (
            {"data": [{"id": "a", "name": "name"}], "purposes": [{"id": "a", "aims": ["orders"]}]},
            ["data[a].id: found “a”, the id of purposes[a] already, expected an id of its own"],
        ),
        "a controller by name": ({"controllers": ["Esimerkki Oy"]}, [f"controllers[0]: found “Esimerkki Oy”, {ID}"]),
        "a party that is not there": (
            {"contacts": [{"id": "office", "name": "Toimisto"}], "dpos": ["ofice"]},
            [
                "dpos[0]: found the id “ofice”, which nothing in the register has, expected the id of a Party"
                " (did you mean “office”?)"
            ],
        ),
        "a data category that is not there": (
            {"data": [{"id": "names", "name": "name"}], "sources": [{"origin": "data-subject", "data": ["name"]}]},
            [
                "sources[0].data[0]: found the id “name”, which nothing in the register has, expected the id of a DataCategory"
                " (did you mean “names”?)"
            ],
        ),
        "a purpose that is not there": (
            kept(period="P1Y", purposes=["x"]),
            [
                "retention[0].purposes[0]: found the id “x”, which nothing in the register has, expected the id of a Purpose"
            ],
        ),
        "an authority that is not there": (
            {"rights": [{"right": "access", "authority": "ombudsman"}]},
            [
                "rights[0].authority: found the id “ombudsman”, which nothing in the register has, expected the id of a Party"
            ],
        ),
        "an owner that is not there": (
            {"internal": {"owner": "ict"}},
            ["internal.owner: found the id “ict”, which nothing in the register has, expected the id of a Party"],
        ),
        "a reference to a part of another class": (
            {"purposes": [{"id": "a", "aims": ["orders"]}], "sources": [{"origin": "data-subject", "data": ["a"]}]},
            ["sources[0].data[0]: found the id “a”, which is a Purpose, expected the id of a DataCategory"],
        ),
        "a path that leads nowhere": (
            {"name": "Asiakkaat", "sections": [{"heading": "Nimi", "covered": ["name", "a\n" + "b" * 99]}]},
            [f"sections[0].covered[1]: found “a\\n{'b' * 56}…”, expected the path of something the register says"],
        ),
        "a party that is nobody": (
            {"contacts": [{"id": "x"}]},
            [
                "contacts[x]: found an object that says nothing, expected at least one of"
                f" {any_of(names(Party, 'id', 'audience'))}",
            ],
        ),
        "an e-mail address told twice": (
            {"contacts": [{"emails": [{"written": "a@example.fi", "usable": "a@example.fi"}]}]},
            [
                "contacts[0].emails[0].usable: found the written form again, expected plain text instead of an object, since"
                " they are the same"
            ],
        ),
    },
    "several faults in one document": {
        "of every kind": (
            '{"format": 2, "name": 5, "name": "x", "nam": 1, "purposes": [{"aims": []}, {"id": "p", "aims": ["orders"],'
            ' "legal_bases": [{"ground": "x"}]}], "data": [{"name": "name", "purposes": ["q"]}]}',
            [
                "format: found the number 2, expected at most 1; a newer version of rekisteri reads this one",
                "name: found the same key more than once, expected each key once",
                f"nam: found an unknown key, expected one of {KEYS} (did you mean “name”?)",
                f"purposes[0].aims: found an empty list, expected a list of {WORDS} with something in it",
                f"purposes[p].legal_bases[0].ground: found “x”, expected one of {GROUNDS}",
                "data[0].purposes[0]: found the id “q”, which nothing in the register has, expected the id of a Purpose",
            ],
        ),
        "the last first": (
            '{"transfers": null, "dpos": ["Dpo"], "name": "", "format": "1"}',
            [
                f"transfers: found null, expected a list of objects (Transfer){SILENT}",
                f"dpos[0]: found “Dpo”, {ID}",
                "name: found an empty text, expected some text",
                f"format: found “1”, {VERSION}",
            ],
        ),
        "two keys missing": (
            {"purposes": [{"id": "shop", "may": "yes"}], "erasure": [{"denied": 0}]},
            [
                f"purposes[shop].aims: found nothing, expected a list of {WORDS}",
                "purposes[shop].may: found “yes”, expected true or false",
                f"erasure[0].trigger: found nothing, expected {WORDS}",
                "erasure[0].denied: found the number 0, expected true or false",
            ],
        ),
        "a translated register": (
            {"nimi": "Asiakkaat", "language": "suomi", "drafted": "22.11.2026", "purposes": [{"aims": ["xyzzy"]}]},
            [
                f"nimi: found an unknown key, expected one of {KEYS}",
                f"language: found “suomi”, {LANGUAGE}",
                f"drafted: found “22.11.2026”, {DAY}",
                f"purposes[0].aims[0]: found the unknown term “xyzzy”, {kind('aim')}",
            ],
        ),
        "one below the other": (
            {"controllers": [{"nmae": "Esimerkki Oy", "country": "Suomi"}, {"name": " "}, None]},
            [
                f"controllers[0].nmae: found an unknown key, expected one of {', '.join(names(Controller))}"
                " (did you mean “name”?)",
                f"controllers[0].country: found “Suomi”, {COUNTRY}",
                "controllers[1].name: found an empty text, expected some text",
                "controllers[2]: found null, expected the id of a Party or an object (Controller)",
            ],
        ),
    },
}
CASES = {f"{group}: {name}": case for group, cases in BANK.items() for name, case in cases.items()}


def problems(document: Document) -> list[str]:
    """What is wrong with a document, a line each; ``format`` is added to a dict."""
    text = json.dumps({"format": 1, **document}) if isinstance(document, dict) else document
    with pytest.raises(InvalidDocument) as error:
        loads(text)
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(("document", "expected"), CASES.values(), ids=CASES)
def test_bad_documents_are_explained(document: Document, expected: list[str]) -> None:
    """Each problem one line, word by word, in the order of the document: where, what was found, what is allowed."""
    told = problems(document)

    assert told == expected
    assert all(line.isprintable() for line in told)


def test_the_bank_is_large_and_holds_nothing_twice() -> None:
    """At least 80 documents, each another."""
    documents = [json.dumps(document) if isinstance(document, dict) else document for document, _ in CASES.values()]

    assert len(documents) >= 80
    assert len(set(documents)) == len(documents)


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("depth", [100, 900, 100_000])
def test_deep_nesting_is_refused(opened: str, closed: str, depth: int) -> None:
    """However deep, an error of ours and no crash."""
    (told,) = problems(f'{{"format": 1, "name": {opened * depth}1{closed * depth}}}')
    path = "name" + ("[0]" if opened == "[" else ".a") * 100
    deep = f"found nesting deeper than 100 levels at {path[:80]}…, expected at most 100 levels"

    assert told in [deep, "found nesting without end, expected at most 100 levels"]
    assert told == deep or depth > 900


def test_large_documents_are_refused_unread() -> None:
    """200 MB of brackets end at once: beyond ten megabytes nothing is parsed."""
    brackets = b"[" * 200_000_000
    begun = time.perf_counter()

    assert problems(brackets) == [f"found 200000000 bytes, expected at most {LARGEST} bytes"]
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    "document",
    [
        "[" * LARGEST,
        '{"a":' * (LARGEST // 5),
        '"' * LARGEST,
        '{"format": 1, ' + ", ".join(f'"key-{number % 5000}": 1' for number in range(10_000)) + "}",
        '{"format": 1, "not_based_on": ["' + "consnet" * 1_000_000 + '"]}',
    ],
    ids=["brackets", "braces", "quotation marks", "repeated keys", "one long word"],
)
def test_what_is_read_is_read_fast(document: str) -> None:
    """A document of the largest size that is all fault is refused within seconds."""
    begun = time.perf_counter()

    assert problems(document)
    assert time.perf_counter() - begun < 10


def test_the_nearest_id_is_looked_up_a_few_times_only() -> None:
    """A document with very many dangling references is read in good time: hints stop, problems do not."""
    data = [{"id": f"category-{index}", "name": "name", "purposes": [f"purpose-{index}x"]} for index in range(30)]
    purposes = [{"id": f"purpose-{index}", "aims": ["orders"]} for index in range(30)]
    told = problems({"data": data, "purposes": purposes})

    assert len(told) == 30
    assert sum("did you mean" in line for line in told) == 20
