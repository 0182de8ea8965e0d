"""How much room letters take, and where labels stand so that none covers another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import count

import attrs

from rekisteri.errors import printable

__all__ = ["Label", "cut", "folded", "stacked", "width"]

_NARROW = frozenset("fijlrtI.,:;'’|!()[]/- \u00a0")
_WIDE = frozenset("mwMW@%—…→←")
_LATIN = "\u024f"
"""The last Latin letter of the European languages; those of other scripts may be wider."""
_LONGEST = 400
"""Letters of which no more is measured: nothing so long fits anywhere."""
_GAP = 5.0


@attrs.frozen
class Label:
    """A text with its place.

    Attributes:
        x: What it is about, from the left.
        text: The text, cut to the room there is.
        left, right: The ends of its box.
        lane: In which lane it stands; 0 is the nearest to what it is about.
    """

    x: float
    text: str
    left: float
    right: float
    lane: int


def width(text: str, size: float) -> float:
    """How wide a text is at most: no font is asked, so letters are as wide as in the wider sans-serif fonts."""
    return size * sum(map(_em, text))


@cache
def _em(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.3
    if sign in _NARROW:
        return 0.42
    if sign in _WIDE:
        return 1
    return 0.8 if sign.isupper() or sign > _LATIN else 0.65


def cut(text: str, room: float, size: float) -> str:
    """As much of a text as fits, with “…” where something is left out."""
    if len(text) <= _LONGEST and width(text, size) <= room:
        return text
    used = width("…", size)
    for index, sign in enumerate(text[:_LONGEST]):
        used += width(sign, size)
        if used > room:
            return f"{text[:index].rstrip()}…"
    return f"{text[:_LONGEST]}…"


def folded(text: str, room: float, size: float, most: int) -> list[str]:
    """A text in at most so many lines; words too long for one are broken, and the last line is cut."""
    lines: list[str] = []
    rest = printable(text).strip()
    while rest and len(lines) < most - 1:
        line = _line(rest[:_LONGEST], room, size)
        lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return [*lines, cut(rest, room, size)] if rest else lines


def _line(text: str, room: float, size: float) -> str:
    """What fits on the first line: whole words where there are any, else parts of one after a hyphen or anywhere."""
    used = 0.0
    for index, sign in enumerate(text):
        used += width(sign, size)
        if used > room and not sign.isspace():
            space, hyphen = text.rfind(" ", 1, index), text.rfind("-", 1, index)
            return text[: space if space > 0 else hyphen + 1 if hyphen > 0 else max(index, 1)]
    return text


def stacked(wanted: Iterable[tuple[float, str]], left: float, right: float, size: float) -> list[Label]:
    """Labels to the right of what they are about, in lanes, none over another.

    They are placed from the right, so that the line from a label to what it is about crosses no label in the lanes between,
    except where labels have been moved away from the right edge.
    """
    lanes: list[list[tuple[float, float]]] = []
    placed: list[Label] = []
    for x, whole in sorted(wanted, key=lambda one: -one[0]):
        text = cut(printable(whole), right - left, size)
        broad = width(text, size)
        start = max(left, min(x + _GAP, right - broad))
        lane = _lane(lanes, x, start, start + broad)
        lanes += [[] for _ in range(lane + 1 - len(lanes))]
        lanes[lane].append((start - _GAP, start + broad + _GAP))
        for below in lanes[:lane]:
            below.append((x - 1, x + 1))
        placed.append(Label(x, text, start, start + broad, lane))
    return placed


def _lane(lanes: list[list[tuple[float, float]]], x: float, start: float, end: float) -> int:
    """The nearest lane with room, if the way to it is free too; else the nearest with room."""
    free = [_is_free(lane, start, end) for lane in lanes]
    for index in range(len(lanes) + 1):
        if all(_is_free(lane, x, x) for lane in lanes[:index]) and (index == len(lanes) or free[index]):
            return index
    return next(index for index in count() if index == len(lanes) or free[index])


def _is_free(lane: Iterable[tuple[float, float]], start: float, end: float) -> bool:
    return all(end < first or last < start for first, last in lane)
