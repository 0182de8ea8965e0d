"""Strategies for what stands in the fields of a register, made from the shapes of the fields."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from rekisteri.constraints import OneOf, Reference
from rekisteri.errors import InvalidValue
from rekisteri.law import Provision
from rekisteri.law.acts import acts
from rekisteri.part import Choice, Identified, Part, Shape, shapes
from rekisteri.retention import Deadline, Last, LawVersion, MonthDay, Period, Reason, RetentionRule, Start
from rekisteri.vocabulary import Kind, terms
from rekisteri.words import Words

__all__ = ["DAYS", "TEXTS", "field_values", "from_type"]

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
WORDINGS = st.sampled_from(["oma sanamuoto", "eget ordval", "own words", "ÅÄÖ “lainaus”", "rivi\ntoinen"])


def from_type(kind: Any) -> st.SearchStrategy[Any] | None:
    """Any value of a type that may stand in a register; None if there is no such type."""
    if kind in _simple():
        return _simple()[kind]()
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    if isinstance(kind, type) and issubclass(kind, Part) and kind not in (Part, Identified):
        part: Any = kind  # mypy takes a class for unhashable if its objects might be
        return _parts(part)
    return None


@cache
def _simple() -> Mapping[type, Callable[[], st.SearchStrategy[Any]]]:
    return {
        bool: st.booleans,
        date: lambda: DAYS,
        Provision: _provisions,
        Period: _periods,
        Deadline: lambda: st.builds(Deadline, st.none() | _periods()),
        MonthDay: lambda: st.sampled_from([MonthDay(12, 31), MonthDay(3, 31), MonthDay(2, 29)]),
        Words: lambda: _words(tuple(sorted({kind for term in terms().values() for kind in term.kinds}))),
    }


def _periods() -> st.SearchStrategy[Period]:
    """Periods of every unit, the empty one among them."""
    return st.builds(
        Period, years=st.integers(0, 120), months=st.integers(0, 40), weeks=st.integers(0, 3), days=st.integers(0, 400)
    )


def _provisions() -> st.SearchStrategy[Provision]:
    """Citations of known and of unknown acts."""
    keys = [*acts(), "7/2031", "1234/2033"]
    places = ["", ":1", ":6.1.f", ":13.2", ":2/10.2", ":209n.1", ":recital.47", ":annex", ":33-34", ":49.1.sub2"]
    return st.builds(lambda key, place: Provision.parse(key + place), st.sampled_from(keys), st.sampled_from(places))


@cache
def _words(kinds: tuple[str, ...]) -> st.SearchStrategy[Words]:
    """A term of these kinds, own wording, or both."""
    wordings = {language: st.none() | WORDINGS for language in ("fi", "sv", "en")}
    own = st.builds(Words, **wordings | {"fi": WORDINGS})
    ids = sorted(id for id, term in terms().items() if set(term.kinds) & set(kinds))
    if not ids:
        return own
    return own | st.builds(Words, term=st.sampled_from(ids)) | st.builds(Words, term=st.sampled_from(ids), **wordings)


@cache
def _parts(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any object of a class of the model, references left out."""
    if cls is Last:
        return _lasts()
    if cls is Reason:
        return st.builds(Reason, provision=_provisions()) | st.builds(Reason, decision=_words(()))
    return st.deferred(lambda: _built(cls))


def _lasts() -> st.SearchStrategy[Last]:
    """Last days of every kind."""
    counted = st.builds(Last, start=_parts(Start), period=_periods())
    leaves = counted | st.builds(Last, fixed=DAYS) | st.just(Last(forever=True))
    several = st.lists(leaves, min_size=1, max_size=3)
    return (
        leaves
        | st.builds(Last, later=several)
        | st.builds(Last, earlier=several)
        | st.builds(Last, first_known=several)
        | st.builds(Last, versions=st.lists(_parts(LawVersion), min_size=1, max_size=2))
    )


def _built(cls: type[Part]) -> st.SearchStrategy[Any]:
    @st.composite
    def draw_one(draw: st.DrawFn) -> Any:
        said: dict[str, Any] = {}
        for shape in shapes(cls):
            if shape.required or draw(st.booleans()):
                value = draw(field_values(shape))
                if value is not None:
                    said[shape.name] = value
        return _sensible(cls, said)

    return draw_one().filter(lambda made: made is not None)


def _sensible(cls: type[Part], said: dict[str, Any]) -> Any:
    """Build it; leave out what contradicts the rest, give up on what says nothing."""
    if cls is RetentionRule and "last" in said:
        said = {name: value for name, value in said.items() if name not in ("period", "start", "round")}
    for days in (("start", "end"), ("since", "until")):
        if all(isinstance(said.get(name), date) for name in days):
            said |= dict(zip(days, sorted(said[name] for name in days), strict=True))
    try:
        return cls(**said)
    except InvalidValue:
        return None


@cache
def field_values(shape: Shape) -> st.SearchStrategy[Any]:
    """What may stand in a field, references left out; None where nothing else can."""
    choices = [_choice(choice) for choice in shape.choices if not _is_reference(choice)]
    if not choices or shape.name == "id":
        return st.none()
    one = st.one_of(choices)
    if not shape.many:
        return one
    return st.lists(one, min_size=0 if shape.may_be_empty else 1, max_size=2)


def _is_reference(choice: Choice) -> bool:
    return any(isinstance(rule, Reference) for rule in choice.constraints)


def _choice(choice: Choice) -> st.SearchStrategy[Any]:
    kind: Any = choice.type
    if kind is Words:
        return _words(next((rule.kinds for rule in choice.constraints if isinstance(rule, Kind)), ()))
    if kind is not str:
        found = from_type(kind)
        return st.nothing() if found is None else found  # a type without a strategy shows in the tests
    for rule in choice.constraints:
        if isinstance(rule, OneOf):
            return st.sampled_from(rule.words)
    return st.sampled_from(["FI", "US", "GB"]) if _takes(choice, "FI") and not _takes(choice, "Oy") else TEXTS


def _takes(choice: Choice, text: str) -> bool:
    return not any(rule.problem(text) for rule in choice.constraints)
