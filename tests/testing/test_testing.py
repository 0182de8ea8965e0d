"""The strategies that users test with: every public type, every sort of register, documents near valid."""

from __future__ import annotations

import enum
import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rekisteri
from rekisteri import InvalidDocument, Register, Severity, UnknownName, check, dumps, loads, render
from rekisteri.part import Part, shapes, walk
from rekisteri.testing import (
    CONTRADICTIONS,
    contradictory_registers,
    documents,
    ordinary_registers,
    registers,
    silent_registers,
    values,
)
from rekisteri.testing.registers import contradicted
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
TYPES = sorted(
    (
        found
        for name in rekisteri.__all__
        if isinstance(found := getattr(rekisteri, name), type) and not issubclass(found, Exception)
    ),
    key=lambda kind: kind.__name__,
)

FOUND_BY = {
    "authority-without-officer": "dpo-missing",
    "basis-of-the-old-act": "basis-of-old-act",
    "consent-claimed-and-denied": "consent-claimed-and-denied",
    "no-transfers-but-a-processor-abroad": "transfers-contradict-recipients",
    "recipients-kept-from-the-notice": "recipients-missing",
    "right-given-and-denied": "right-denied",
    "transfers-elsewhere-only": "transfers-contradict-recipients",
}
"""The check that finds each contradiction; the ones that are missing here no check finds yet."""

KNOWN = sorted(
    set(FOUND_BY.values()) - {"recipients-missing"}
)  # silence about recipients is no contradiction by itself


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_every_public_type_has_a_strategy(kind: type, data: st.DataObject) -> None:
    """What is drawn is of the type."""
    assert isinstance(data.draw(values(kind)), kind)


@pytest.mark.parametrize("kind", [int, Part, object, "Register"])
def test_other_types_have_none(kind: Any) -> None:
    """A clear error, before anything is drawn."""
    with pytest.raises(UnknownName, match="expected a type of the library"):
        values(kind)


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many draws, the same every time."""
    found: list[Any] = []

    @settings(max_examples=count, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def draw(one: Any) -> None:
        found.append(one)

    draw()
    return found


def test_about_a_third_of_the_registers_contradict_themselves() -> None:
    """Random data hardly ever does; without these, tests of contradictions would test nothing."""
    contradictory = [one for one in drawn(registers(), 300) if check(one, on=TODAY, select=KNOWN).at_least("should")]

    assert len(contradictory) >= 0.25 * 300


@given(contradicted())
def test_contradictions_are_found(pair: tuple[str, Register]) -> None:
    """Each by the check that is made for it, as graver than a note."""
    name, register = pair
    grave = {finding.check for finding in check(register, on=TODAY).at_least(Severity.SHOULD)}

    assert name not in FOUND_BY or FOUND_BY[name] in grave


def test_every_contradiction_is_drawn() -> None:
    """None of them is there in name only."""
    assert {name for name, _ in drawn(contradicted(), 300)} == set(CONTRADICTIONS)
    assert set(FOUND_BY) <= set(CONTRADICTIONS)


@given(ordinary_registers())
def test_ordinary_registers_raise_no_alarm(register: Register) -> None:
    """Nothing grave and nothing doubtful: a finding here is a false alarm."""
    assert check(register, on=TODAY).at_least("should") == ()


@given(ordinary_registers() | contradictory_registers(), st.sampled_from(LANGUAGES))
def test_ordinary_registers_print_in_every_language(register: Register, language: str) -> None:
    """Their wording is complete."""
    assert render(register, language=language).plain()


@given(silent_registers())
def test_silent_registers_say_little(register: Register) -> None:
    """At most three fields are not as in ``Register()``."""
    empty = Register()
    said = [shape.name for shape in shapes(Register) if getattr(register, shape.name) != getattr(empty, shape.name)]

    assert len(said) <= 3


def test_registers_reach_every_class_of_the_model() -> None:
    """Every class and every enum of the model stands in some drawn register."""
    met = {type(value) for one in drawn(registers(), 400) for _, _, value in walk(one)}
    wanted = {kind for kind in TYPES if issubclass(kind, Part | enum.Enum) and kind.__module__.startswith(PARTS)}

    assert wanted - met - {Register} == set()


PARTS = ("rekisteri.model", "rekisteri.retention", "rekisteri.words")


@settings(max_examples=200)
@given(documents())
def test_documents_load_or_are_refused_clearly(document: str) -> None:
    """Either a register that can be written again, or problems that say where, what and what instead."""
    try:
        register = loads(document)
    except InvalidDocument as error:
        assert all(problem.found and problem.expected for problem in error.problems)
        assert "Traceback" not in str(error)
    else:
        assert loads(dumps(register)) == register


def test_documents_are_near_valid() -> None:
    """Some load, most do not; all are JSON."""
    texts = drawn(documents(), 200)
    assert all(json.loads(text) is not None for text in texts)

    loaded = sum(loads_at_all(text) for text in texts)
    assert 0.2 * len(texts) < loaded < 0.8 * len(texts)


def loads_at_all(text: str) -> bool:
    """Whether a document is a register."""
    try:
        loads(text)
    except InvalidDocument:
        return False
    return True


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    """Not a traceback into a room of the library."""
    code = "import sys; sys.modules['hypothesis'] = None; import rekisteri.testing"
    failed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert failed.returncode == 1
    assert failed.stderr.splitlines()[-1] == (
        'ModuleNotFoundError: rekisteri.testing needs hypothesis: pip install "rekisteri[testing]"'
    )
