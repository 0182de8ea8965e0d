"""Strategies by type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from rekisteri.checks import Finding, Report, check
from rekisteri.errors import Problem, UnknownName, describe
from rekisteri.model import Register
from rekisteri.testing.fields import DAYS, TEXTS, from_type
from rekisteri.testing.registers import ordinary_registers, registers
from rekisteri.text import Document, render

__all__ = ["values"]

T = TypeVar("T")


def values(kind: type[T]) -> st.SearchStrategy[T]:
    """Any value of one of the library's types: a part of a register, words, a citation, a period, a finding, an enum.

    Fields that may be silent are so about half of the time. A part refers to no other part, since it stands alone; a
    ``Register`` has references.

    Args:
        kind: A class that the library's window offers, such as ``Purpose`` or ``Words``; also ``datetime.date``.

    Raises:
        UnknownName: There is no strategy for it.
    """
    found = _WHOLES[kind]() if kind in _WHOLES else from_type(kind)
    if found is None:
        named = getattr(kind, "__name__", None) or describe(kind)
        raise UnknownName("values", [Problem("", named, "a type of the library")])
    return found


def _reports() -> st.SearchStrategy[Report]:
    return st.builds(lambda register, on: check(register, on=on), registers(), DAYS)


def _findings() -> st.SearchStrategy[Finding]:
    return _reports().filter(len).flatmap(lambda report: st.sampled_from(report.findings))


def _documents() -> st.SearchStrategy[Document]:
    return st.builds(
        lambda register, language: render(register, language=language),
        ordinary_registers(),
        st.sampled_from(["fi", "sv", "en"]),
    )


_WHOLES: Mapping[type, Callable[[], st.SearchStrategy[Any]]] = {
    Document: _documents,
    Finding: _findings,
    Problem: lambda: st.builds(Problem, TEXTS, TEXTS, TEXTS, st.none() | TEXTS),
    Register: registers,
    Report: _reports,
}
