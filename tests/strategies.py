"""Hypothesis strategies for the model, made from the shapes of its fields."""

from __future__ import annotations

import enum
from datetime import date
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from rekisteri.constraints import OneOf, Reference
from rekisteri.errors import InvalidValue
from rekisteri.law import Provision
from rekisteri.law.acts import acts
from rekisteri.model import Register
from rekisteri.part import Choice, Part, Shape, shapes
from rekisteri.retention import Deadline, Last, LawVersion, MonthDay, Period, Reason, RetentionRule, Start
from rekisteri.vocabulary import Kind, terms
from rekisteri.words import Words

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
WORDINGS = st.sampled_from(["oma sanamuoto", "eget ordval", "own words", "ÅÄÖ “lainaus”", "rivi\ntoinen"])


def periods() -> st.SearchStrategy[Period]:
    """Periods of every unit, the empty one among them."""
    return st.builds(
        Period, years=st.integers(0, 120), months=st.integers(0, 40), weeks=st.integers(0, 3), days=st.integers(0, 400)
    )


def provisions() -> st.SearchStrategy[Provision]:
    """Citations of known and of unknown acts."""
    keys = [*acts(), "7/2031", "1234/2033"]
    places = ["", ":1", ":6.1.f", ":13.2", ":2/10.2", ":209n.1", ":recital.47", ":annex", ":33-34", ":49.1.sub2"]
    return st.builds(lambda key, place: Provision.parse(key + place), st.sampled_from(keys), st.sampled_from(places))


@cache
def words(kinds: tuple[str, ...]) -> st.SearchStrategy[Words]:
    """A term of these kinds, own wording, or both."""
    wordings = {language: st.none() | WORDINGS for language in ("fi", "sv", "en")}
    own = st.builds(Words, **wordings | {"fi": WORDINGS})
    ids = sorted(id for id, term in terms().items() if set(term.kinds) & set(kinds))
    if not ids:
        return own
    return own | st.builds(Words, term=st.sampled_from(ids)) | st.builds(Words, term=st.sampled_from(ids), **wordings)


@cache
def parts(cls: type[Part]) -> st.SearchStrategy[Any]:
    """Any object of a class of the model, references left out."""
    if cls is Last:
        return lasts()
    if cls is Reason:
        return st.builds(Reason, provision=provisions()) | st.builds(Reason, decision=words(()))
    return st.deferred(lambda: _built(cls))


def lasts() -> st.SearchStrategy[Last]:
    """Last days of every kind."""
    counted = st.builds(Last, start=parts(Start), period=periods())
    leaves = counted | st.builds(Last, fixed=DAYS) | st.just(Last(forever=True))
    several = st.lists(leaves, min_size=1, max_size=3)
    return (
        leaves
        | st.builds(Last, later=several)
        | st.builds(Last, earlier=several)
        | st.builds(Last, first_known=several)
        | st.builds(Last, versions=st.lists(parts(LawVersion), min_size=1, max_size=2))
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Registers with anything in them, each field silent about half of the time, with ids and references to them."""
    drawn: Register = draw(parts(Register))
    named: dict[str, Any] = {
        role: [attrs.evolve(part, id=f"{role}-{index}") for index, part in enumerate(getattr(drawn, role) or ())]
        for role in ("purposes", "data", "controllers")
        if getattr(drawn, role)
    }
    refer = {
        role: st.lists(st.sampled_from([part.id for part in found]), min_size=1, max_size=2, unique=True)
        for role, found in named.items()
    }
    referring: dict[str, Any] = {
        role: [_referring(draw, rule, refer) for rule in getattr(drawn, role)]
        for role in ("retention", "erasure")
        if getattr(drawn, role)
    }
    if "controllers" in refer:
        referring["contacts"] = draw(refer["controllers"] | st.just(drawn.contacts))
    return attrs.evolve(drawn, **named, **referring)


def _referring(draw: st.DrawFn, rule: Any, refer: dict[str, st.SearchStrategy[list[str]]]) -> Any:
    """A rule that may name categories and purposes of its register."""
    return attrs.evolve(rule, **{name: draw(st.none() | refer[name]) for name in ("data", "purposes") if name in refer})


def _built(cls: type[Part]) -> st.SearchStrategy[Any]:
    @st.composite
    def draw_one(draw: st.DrawFn) -> Any:
        said: dict[str, Any] = {}
        for shape in shapes(cls):
            if shape.required or draw(st.booleans()):
                value = draw(_field(shape))
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
def _field(shape: Shape) -> st.SearchStrategy[Any]:
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
        return words(next((rule.kinds for rule in choice.constraints if isinstance(rule, Kind)), ()))
    if issubclass(kind, Part):
        return parts(kind)
    if issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        date: DAYS,
        Provision: provisions(),
        Period: periods(),
        Deadline: st.builds(Deadline, st.none() | periods()),
        MonthDay: st.sampled_from([MonthDay(12, 31), MonthDay(3, 31), MonthDay(2, 29)]),
    }
    if kind in simple:
        return simple[kind]
    for rule in choice.constraints:
        if isinstance(rule, OneOf):
            return st.sampled_from(rule.words)
    return st.sampled_from(["FI", "US", "GB"]) if _takes(choice, "FI") and not _takes(choice, "Oy") else TEXTS


def _takes(choice: Choice, text: str) -> bool:
    return not any(rule.problem(text) for rule in choice.constraints)
