"""Strategies for JSON documents that are nearly registers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from hypothesis import event
from hypothesis import strategies as st

from rekisteri.json_format import dumps
from rekisteri.testing.registers import registers

__all__ = ["documents"]


@attrs.frozen
class _Place:
    """One value in a document: what holds it, and under which key or number."""

    holder: Any
    key: str | int

    @property
    def value(self) -> Any:
        return self.holder[self.key]

    def put(self, value: object) -> None:
        self.holder[self.key] = value


def documents() -> st.SearchStrategy[str]:
    """JSON documents near valid: registers of any sort with up to three mistakes in them, mostly one.

    The mistakes are those that people and programs make: a key left out or misspelt, ``null``, a text where a list belongs, a
    word spelt wrong, an id used twice. Which ones is shown in hypothesis's statistics. Some mistakes do no harm, so a document may
    still load.
    """
    return _documents()


@st.composite
def _documents(draw: st.DrawFn) -> str:
    data = json.loads(dumps(draw(registers())))
    for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2, 3]))):
        name = draw(st.sampled_from(sorted(_MISTAKES)))
        event(f"mistake: {name}")
        places = list(_places(data))
        if places:
            _MISTAKES[name](draw(st.sampled_from(places)))
    return json.dumps(data, ensure_ascii=False)


def _places(data: Any) -> Iterator[_Place]:
    """Every place in a document, the outer ones first."""
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        yield _Place(data, key)
        if isinstance(data[key], dict | list):
            yield from _places(data[key])


def _left_out(place: _Place) -> None:
    del place.holder[place.key]


def _key_misspelt(place: _Place) -> None:
    if isinstance(place.key, str):
        place.holder[f"{place.key[:-1]}{place.key[-1] * 2}"] = place.holder.pop(place.key)


def _key_added(place: _Place) -> None:
    if isinstance(place.value, dict):
        place.value["comment"] = "to be checked"


def _word_misspelt(place: _Place) -> None:
    if isinstance(place.value, str):
        place.put(place.value[:-1])


def _other_type(place: _Place) -> None:
    """What a careless program writes instead: a number as text, a text as a list, a list as a text."""
    match place.value:
        case bool():
            place.put("yes" if place.value else "no")
        case int() | float():
            place.put(str(place.value))
        case str():
            place.put([place.value])
        case list():
            place.put(", ".join(str(item) for item in place.value))
        case dict():
            place.put(list(place.value.values()))


def _emptied(place: _Place) -> None:
    place.put(type(place.value)())


def _repeated(place: _Place) -> None:
    if isinstance(place.value, list):
        place.put(place.value * 2)


def _moved(place: _Place) -> None:
    """A value under a key of the document where another belongs."""
    others = [key for key in place.holder if key != place.key] if isinstance(place.holder, dict) else []
    if others:
        place.put(place.holder[others[0]])


_MISTAKES: dict[str, Callable[[_Place], None]] = {
    "emptied": _emptied,
    "key added": _key_added,
    "key misspelt": _key_misspelt,
    "left out": _left_out,
    "moved": _moved,
    "null": lambda place: place.put(None),
    "number": lambda place: place.put(-1),
    "other type": _other_type,
    "repeated": _repeated,
    "word misspelt": _word_misspelt,
}
