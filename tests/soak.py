"""Long runs, by hand: ``python tests/soak.py registers 10000`` or ``python tests/soak.py documents 20000``.

What the tests promise for dozens of generated registers and documents, tried on thousands. Prints what it met and ends with an
error at the first promise that does not hold.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import jsonschema
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from paths import resolve
from rekisteri import InvalidDocument, MissingWording, Register, check, dumps, loads, render, report
from rekisteri.json_format import schema_text
from rekisteri.testing import documents, registers
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()), format_checker=jsonschema.FormatChecker())
ONLY_THE_READER_KNOWS = {
    "a day that no calendar has": r"a day such as",
    "an id that stands twice": r"an id of its own",
    "a reference that leads nowhere": r"the id of a ",
    "a path that leads nowhere": r"the path of something the register says",
    "nothing said, or one thing in two ways": (
        r"at least one of|at least “name” or|exactly one|one of the two|either “provision” or|beside it|plain text instead"
    ),
    "an end before its start": r"a start before the end|a range that goes forward",
}
"""Where the schema lets pass what the reader refuses, as documented: the kind, and how the reader's expectation begins."""

Count = Counter[str]


def registers_hold(register: Register, met: Count) -> None:
    """Load, dump, check, report and print; the same twice; findings lead somewhere."""
    text = dumps(register)
    assert loads(text) == register
    assert dumps(loads(text)) == text
    found = check(register, on=TODAY)
    assert check(loads(text), on=TODAY) == found
    for one in found:
        resolve(register, one.path)
    met["findings"] += len(found)
    for language in LANGUAGES:
        assert report.text(found, language=language, notes=True) == report.text(found, language=language, notes=True)
        report.json([(None, found)], language=language)
        try:
            assert render(register, language=language).plain() == render(register, language=language).plain()
            met[f"printed in {language}"] += 1
        except MissingWording:
            met[f"without wording in {language}"] += 1


def schema_agrees(document: str, met: Count) -> None:
    """What the schema refuses, the reader refuses; what only the reader refuses is of the documented kinds."""
    valid = SCHEMA.is_valid(json.loads(document))
    try:
        loads(document)
    except InvalidDocument as error:
        met["refused by both" if not valid else "refused by the reader only"] += 1
        if valid:
            for problem in error.problems:
                kind = next((k for k, form in ONLY_THE_READER_KNOWS.items() if re.match(form, problem.expected)), None)
                assert kind, f"the schema lets pass: {problem}\n{document}"
                met[f"- {kind}"] += 1
    else:
        assert valid, f"the reader lets pass what the schema refuses: {document}"
        met["accepted by both"] += 1


def run(promise: Callable[[Any, Count], None], drawn: st.SearchStrategy[Any], count: int) -> Count:
    """Try a promise on so many draws, the same ones every time."""
    met: Count = Counter()

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn)
    def tried(one: Any) -> None:
        met["drawn"] += 1
        promise(one, met)

    tried()
    return met


JOBS: dict[str, tuple[Callable[[Any, Count], None], Callable[[], st.SearchStrategy[Any]]]] = {
    "registers": (registers_hold, registers),
    "documents": (schema_agrees, documents),
}

if __name__ == "__main__":
    job, number = sys.argv[1:]
    held, strategy = JOBS[job]
    for what, times in run(held, strategy(), int(number)).items():
        sys.stdout.write(f"{times:>8}  {what}\n")
