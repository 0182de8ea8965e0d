"""A timeline as a picture: rows of bars, marks and lines on an axis of time, as one SVG file that needs nothing else.

It knows nothing of retention: what bars, marks and lines mean is told in the words that come with them. Every state has a
pattern of its own, so that a print in black and white tells as much as the screen.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from xml.etree import ElementTree as ET
from zlib import crc32

import attrs

from rekisteri.errors import printable
from rekisteri.report.axis import Axis, axis_for
from rekisteri.report.lettering import Label, folded, stacked, width

__all__ = ["Kind", "Line", "Look", "Mark", "Row", "Span", "Timeline", "as_svg"]


class Look(enum.StrEnum):
    """How a bar is filled; ``THIN`` bars run under the others."""

    SOLID = "solid"
    EMPTY = "empty"
    STRIPED = "striped"
    CROSSED = "crossed"
    LINED = "lined"
    DOTTED = "dotted"
    THIN = "thin"


@attrs.frozen(kw_only=True)
class Kind:
    """What a bar may mean.

    Attributes:
        look: How it is filled.
        words: What it means, for the legend, and in the bar where there is room.
        short: The same in fewer words, for bars with less room; may be empty.
        letter: A letter for bars with still less; may be empty.
    """

    look: Look
    words: str
    short: str = ""
    letter: str = ""


@attrs.frozen(kw_only=True)
class Span:
    """A bar.

    Attributes:
        first: Its first day.
        last: Its last day; None: there is no end.
        kind: What it means.
        label: What is told when it is pointed at.
        note: What stands under its beginning; may be empty.
        since: Its first day in words, which stands there too, unless a mark or a line tells that day already and the bar has room
            for what it means; may be empty.
    """

    first: date
    last: date | None
    kind: Kind
    label: str = ""
    note: str = ""
    since: str = ""


@attrs.frozen
class Mark:
    """Something that happened on a day, in one row."""

    day: date
    label: str


@attrs.frozen
class Line:
    """A day that matters in every row."""

    day: date
    label: str


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(spans)


def _marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(marks)


def _paragraphs(paragraphs: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(printable, paragraphs))


def _lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(lines)


def _rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(rows)


@attrs.frozen(kw_only=True)
class Row:
    """What is told of one thing.

    Attributes:
        name: What it is called.
        note: What stands under its name; may be empty.
        spans: Its bars; bars of the same time stand under each other.
        marks: What happened.
    """

    name: str
    note: str = ""
    spans: tuple[Span, ...] = attrs.field(default=(), converter=_spans)
    marks: tuple[Mark, ...] = attrs.field(default=(), converter=_marks)

    @property
    def days(self) -> Iterator[date]:
        """Every day in it."""
        yield from (mark.day for mark in self.marks)
        for span in self.spans:
            yield from filter(None, (span.first, span.last))


@attrs.frozen(kw_only=True)
class Timeline:
    """A picture.

    Attributes:
        title: What it is called.
        description: All that it tells, in words, for those who do not see it; a paragraph each.
        rows: Its rows, from the top.
        lines: Days that matter in every row; what the picture is about, if days lie too far apart for one picture.
        language: The language of the months.
        mark_words: What marks are, for the legend.
        beyond_words: What an arrow at the edge is, for the legend.
        empty_words: What stands where there are no rows.
    """

    title: str
    description: tuple[str, ...] = attrs.field(converter=_paragraphs)
    rows: tuple[Row, ...] = attrs.field(default=(), converter=_rows)
    lines: tuple[Line, ...] = attrs.field(default=(), converter=_lines)
    language: str = "en"
    mark_words: str = ""
    beyond_words: str = ""
    empty_words: str = ""


def as_svg(timeline: Timeline) -> str:
    """The picture as an SVG document; ends in a newline. Its height grows with its rows."""
    return _Drawing(timeline).svg()


WIDTH, EDGE, LEFT, RIGHT = 1000.0, 16.0, 216.0, 976.0
NAME, SMALL, HEADING = 12.0, 11.0, 16.0
LANE, BAR, THIN_BAR, GAP, PAD = 14.0, 20.0, 7.0, 3.0, 7.0
ROWS_WITHOUT_AXIS = 12
"""After so many rows the axis is drawn anew, so that it is never far from a bar."""

INK, SOFT, PALE, PAPER = "#1a1a1a", "#555555", "#d9d9d9", "#ffffff"

_Shapes = tuple[tuple[str, dict[str, str]], ...]

_FILLS: dict[Look, tuple[str, str, int, _Shapes]] = {
    Look.SOLID: ("#1f4e79", "", 8, ()),
    Look.EMPTY: ("#f2f8ee", "", 8, ()),
    Look.STRIPED: ("#fdeae7", "#b3261e", 8, (("path", {"d": "M-2,2l4,-4M0,8l8,-8M6,10l4,-4", "stroke-width": "2.6"}),)),
    Look.CROSSED: ("#ffe8a3", "#1a1a1a", 7, (("path", {"d": "M0,0l7,7M7,0l-7,7", "stroke-width": "1.6"}),)),
    Look.LINED: ("#e3f1f0", "#00695c", 5, (("path", {"d": "M0,2.5h5", "stroke-width": "1.7"}),)),
    Look.DOTTED: ("#ffffff", "#555555", 6, (("circle", {"cx": "3", "cy": "3", "r": "1.1", "stroke-width": "0.8"}),)),
    Look.THIN: ("#b9dcd8", "#00443c", 4, (("path", {"d": "M2,0v4", "stroke-width": "1.7"}),)),
}
"""Ground, ink, size and shapes of each pattern: dark, light, or drawn so that greys tell them apart too."""


@attrs.frozen
class _Box:
    """Where a bar is."""

    start: float
    end: float
    y: float
    high: float


class _Drawing:
    """One picture while it is drawn: what is drawn later covers what was drawn before, so there are layers."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.description = "\n".join(timeline.description)
        self.id = f"timeline-{crc32(self.description.encode()):08x}"
        self.grid, self.bars, self.lines, self.letters = (ET.Element("g") for _ in range(4))
        self.y = EDGE
        self.axis = self._axis()

    def _axis(self) -> Axis:
        days = [*chain.from_iterable(row.days for row in self.timeline.rows)]
        lines = [line.day for line in self.timeline.lines]
        return axis_for([*days, *lines] or [date(2000, 1, 1)], lines, LEFT, RIGHT)

    def svg(self) -> str:
        """All of it."""
        self._heading()
        self._legend()
        top = self.y
        for start in range(0, max(len(self.timeline.rows), 1), ROWS_WITHOUT_AXIS):
            self._band()
            for row in self.timeline.rows[start : start + ROWS_WITHOUT_AXIS]:
                self._row(row)
        if not self.timeline.rows:
            self._text(self.timeline.empty_words, EDGE, self.y + LANE, SMALL)
            self.y += 2 * LANE
        self._rule(self.y)
        self._upright(top)
        return self._document()

    def _document(self) -> str:
        height = _number(self.y + EDGE)
        root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {_number(WIDTH)} {height}",
                "width": _number(WIDTH),
                "height": height,
                "role": "img",
                "aria-labelledby": f"{self.id}-title {self.id}-desc",
                "font-family": "sans-serif",
            },
        )
        _add(root, "title", text=self.timeline.title, id=f"{self.id}-title")
        _add(root, "desc", id=f"{self.id}-desc").text = self.description  # its paragraphs are clean, and stay apart
        self._patterns(root)
        _add(root, "rect", width="100%", height="100%", fill=PAPER)
        root.extend([self.grid, self.bars, self.lines, self.letters])
        ET.indent(root)
        return ET.tostring(root, encoding="unicode") + "\n"

    def _patterns(self, root: ET.Element) -> None:
        definitions = _add(root, "defs")
        for look, (ground, ink, size, shapes) in _FILLS.items():
            side = str(size)
            pattern = _add(
                definitions, "pattern", id=self._fill(look), patternUnits="userSpaceOnUse", width=side, height=side
            )
            _add(pattern, "rect", width=side, height=side, fill=ground)
            for tag, shape in shapes:
                _add(pattern, tag, fill="none", stroke=ink, **shape)

    def _fill(self, look: Look) -> str:
        return f"{self.id}-{look}"

    # Above the rows.

    def _heading(self) -> None:
        for line in folded(self.timeline.title, (WIDTH - 2 * EDGE) / 1.1, HEADING, 2):
            self.y += HEADING + 4
            self._text(line, EDGE, self.y, HEADING, bold=True)
        self.y += PAD

    def _legend(self) -> None:
        """What the bars that are there mean, then marks and arrows."""
        x = EDGE
        items: list[tuple[Kind | None, str]] = [(kind, kind.words) for kind in self._kinds()]
        if any(row.marks for row in self.timeline.rows):
            items.append((None, self.timeline.mark_words))
        if self._goes_beyond():
            items.append((None, f"→ {self.timeline.beyond_words}"))
        for kind, words in items:
            (line,) = folded(words, 400, SMALL, 1) or [""]
            needed = (36 if kind or not line.startswith("→") else 0) + width(line, SMALL)
            if x > EDGE and x + needed > WIDTH - EDGE:
                x, self.y = EDGE, self.y + LANE + 8
            self._legend_item(kind, line, x)
            x += needed + 14
        self.y += LANE + 12 if items else 0

    def _legend_item(self, kind: Kind | None, line: str, x: float) -> None:
        middle = self.y + 10
        if kind is not None:
            high = THIN_BAR if kind.look is Look.THIN else 16
            self._bar(self.bars, kind.look, _Box(x, x + 30, middle - high / 2, high))
            self._chip(kind.letter, x + 15 - _chip_wide(kind.letter) / 2, middle - 7)
        elif not line.startswith("→"):
            self._mark_sign(x + 27, middle + 5)
        self._text(line, x + 36, middle + 4, SMALL)

    def _kinds(self) -> list[Kind]:
        found = {span.kind for row in self.timeline.rows for span in row.spans}
        return sorted(found, key=lambda kind: (list(Look).index(kind.look), kind.words))

    def _goes_beyond(self) -> bool:
        spans = [span for row in self.timeline.rows for span in row.spans]
        days = chain.from_iterable(row.days for row in self.timeline.rows)
        return any(span.last is None for span in spans) or any(self._side(day) for day in days)

    def _side(self, day: date) -> int:
        """-1: before the picture; 1: after it; 0: in it."""
        return (day > self.axis.last) - (day < self.axis.first)

    # The axis.

    def _band(self) -> None:
        """The days of the lines, and the ticks with their years."""
        lines = [(self.axis.x(line.day), self._pointed(line.day, line.label)) for line in self.timeline.lines]
        labels = stacked(lines, LEFT, RIGHT, SMALL)
        height = LANE * (1 + max((label.lane for label in labels), default=-1))
        for label in labels:
            self._label(label, self.y + height - LANE * label.lane - 3, bold=True)
        self.y += height
        for day, words in self.axis.ticks(self.timeline.language):
            x = self.axis.x(day)
            if x + 4 + width(words, SMALL) <= RIGHT + EDGE:
                self._text(words, x + 3, self.y + 11, SMALL, fill=SOFT)
        self.y += LANE + 2

    def _upright(self, top: float) -> None:
        """What runs through all rows: ticks behind everything, lines before the bars."""
        for day, _ in self.axis.ticks(self.timeline.language):
            x = _number(self.axis.x(day))
            _add(self.grid, "path", d=f"M{x},{_number(top)}V{_number(self.y)}", stroke=PALE)
        for line in self.timeline.lines:
            x = _number(self.axis.x(line.day))
            shape = f"M{x},{_number(top)}V{_number(self.y)}"
            _add(self.lines, "path", d=shape, stroke=PAPER, **{"stroke-width": "4", "stroke-opacity": "0.7"})
            drawn = _add(self.lines, "path", d=shape, stroke=INK, **{"stroke-width": "1.6", "stroke-dasharray": "6 3"})
            _add(drawn, "title", text=line.label)

    def _rule(self, y: float) -> None:
        _add(self.grid, "path", d=f"M{_number(EDGE)},{_number(y)}H{_number(RIGHT)}", stroke="#b5b5b5")

    # A row: labels of what happened, bars, thin bars, the days on which bars begin.

    def _row(self, row: Row) -> None:
        top = self.y
        self._rule(top)
        named = self._name(row, top + PAD)
        happened = [(self.axis.x(mark.day), self._pointed(mark.day, mark.label)) for mark in row.marks]
        labels = stacked(happened, LEFT, RIGHT, SMALL)
        bars = top + PAD + _lanes_high(labels) + (5 if labels else 0)
        notes, end = self._row_of_bars(row, bars)
        for label in labels:
            self._marked(label, bars)
        self._notes(notes, end)
        self.y = max(named, end + _lanes_high(label for label, _ in notes)) + PAD

    def _name(self, row: Row, y: float) -> float:
        """Its name and its note in the room at the left; returns where they end. The whole name is told when pointed at."""
        group = _add(self.letters, "g")
        _add(group, "title", text=row.name)
        room = LEFT - EDGE - 12
        for line in folded(row.name, room / 1.1, NAME, 4):
            y += NAME + 2
            self._text(line, EDGE, y - 3, NAME, bold=True, into=group)
        for line in folded(row.note, room, SMALL, 3):
            y += SMALL + 2
            self._text(line, EDGE, y - 2, SMALL, fill=SOFT, into=group)
        return y

    def _row_of_bars(self, row: Row, y: float) -> tuple[list[tuple[Label, float]], float]:
        """The bars, in as many lanes as it takes; returns the notes with the feet of their bars, and where all bars end."""
        feet: dict[tuple[float, str], float] = {}
        for thin in (False, True):
            spans = [span for span in row.spans if (span.kind.look is Look.THIN) is thin]
            high = THIN_BAR if thin else BAR
            for lane in _without_overlap(spans):
                for span in lane:
                    note = self._span(row, span, y, high)
                    if note:
                        feet.setdefault((self.axis.x(span.first), note), y + high)
                y += high + GAP
        return [(label, feet.get((label.x, label.text), y - GAP)) for label in stacked(feet, LEFT, RIGHT, SMALL)], y

    def _span(self, row: Row, span: Span, y: float, high: float) -> str:
        """One bar; returns what is to stand under it."""
        kind = span.kind
        start, end = self.axis.x(span.first), self.axis.x(span.last or date.max, end=True)
        if end <= LEFT or self._side(span.first) > 0:
            return self._under(span, kind.letter, span.since)
        group = _add(self.bars, "g")
        _add(group, "title", text=f"{row.name}: {span.label or kind.words}")
        before, after = self._side(span.first) < 0, span.last is None or self._side(span.last) > 0
        self._bar(group, kind.look, _Box(start, end, y, high), before=before, after=after)
        if kind.look is Look.THIN:
            return self._under(span, span.since)
        wordings = filter(None, (kind.words, kind.short, kind.letter))
        words = next((one for one in wordings if _chip_wide(one) + 2 <= end - start), "")
        if not words:
            return self._under(span, kind.letter, span.since)
        self._chip(words, start + min(5, (end - start - _chip_wide(words)) / 2), y + 3)
        told = {mark.day for mark in row.marks} | {line.day for line in self.timeline.lines}
        return self._under(span, "" if span.first in told else span.since)

    def _under(self, span: Span, *words: str) -> str:
        """What stands under a bar: these words and its note."""
        told = " ".join(filter(None, (*words, span.note)))
        return self._pointed(span.first, told) if told else ""

    def _bar(self, into: ET.Element, look: Look, box: _Box, *, before: bool = False, after: bool = False) -> None:
        """A bar, pointed where it goes on beyond the picture; never so short that it cannot be seen."""
        start, y, high = box.start, box.y, box.high
        end = max(box.end, start + 2.5)
        tip = min(7.0, (end - start) / 2)
        left, right = [(start, y + high), (start, y)], [(end, y), (end, y + high)]
        if before:
            left = [(start + tip, y + high), (start, y + high / 2), (start + tip, y)]
        if after:
            right = [(end - tip, y), (end, y + high / 2), (end - tip, y + high)]
        dashes = {"stroke-dasharray": "3 2"} if look is Look.DOTTED else {}
        drawn = " ".join(f"{_number(x)},{_number(height)}" for x, height in [*left, *right])
        _add(into, "polygon", points=drawn, fill=f"url(#{self._fill(look)})", stroke=INK, **dashes)

    def _notes(self, notes: Iterable[tuple[Label, float]], end: float) -> None:
        for label, foot in notes:
            y = end + LANE * label.lane + 10
            _add(self.lines, "path", d=f"M{_number(label.x)},{_number(foot)}V{_number(y)}", stroke=SOFT)
            self._label(label, y)

    def _marked(self, label: Label, bars: float) -> None:
        y = bars - 6 - LANE * label.lane
        _add(self.lines, "path", d=f"M{_number(label.x)},{_number(bars)}V{_number(y - 8)}", stroke=SOFT)
        self._mark_sign(label.x, bars)
        self._label(label, y)

    def _mark_sign(self, x: float, y: float) -> None:
        """A triangle that stands on its point."""
        points = f"{_number(x - 4)},{_number(y - 7)} {_number(x + 4)},{_number(y - 7)} {_number(x)},{_number(y)}"
        _add(self.letters, "polygon", points=points, fill=INK)

    def _pointed(self, day: date, words: str) -> str:
        """Words with an arrow where their day is not in the picture."""
        return {-1: f"← {words}", 1: f"{words} →"}.get(self._side(day), words)

    # Letters.

    def _label(self, label: Label, y: float, *, bold: bool = False) -> None:
        """A text on paper of its own, so that lines behind it do not cross it out."""
        _add(
            self.letters,
            "rect",
            x=_number(label.left - 1),
            y=_number(y - 10),
            width=_number(label.right - label.left + 1),
            height="13",
            fill=PAPER,
            **{"fill-opacity": "0.93"},
        )
        self._text(label.text, label.left, y, SMALL, bold=bold)

    def _chip(self, words: str, x: float, y: float) -> None:
        """Words on a bar."""
        if words:
            wide = _chip_wide(words)
            _add(self.letters, "rect", x=_number(x), y=_number(y), width=_number(wide), height="14", rx="2", fill=PAPER)
            self._text(words, x + wide / 2, y + 11, SMALL, middle=True)

    def _text(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        middle: bool = False,
        fill: str = INK,
        into: ET.Element | None = None,
    ) -> None:
        weight = {**({"font-weight": "bold"} if bold else {}), **({"text-anchor": "middle"} if middle else {})}
        told = {"x": _number(x), "y": _number(y), "font-size": _number(size), "fill": fill, **weight}
        _add(self.letters if into is None else into, "text", text=words, **told)


def _without_overlap(spans: Sequence[Span]) -> list[list[Span]]:
    """Lanes of bars of which no two share a day."""
    lanes: list[list[Span]] = []
    for span in sorted(spans, key=lambda one: one.first):
        free = (lane for lane in lanes if (lane[-1].last or date.max) < span.first)
        lane = next(free, None)
        if lane is None:
            lanes.append([span])
        else:
            lane.append(span)
    return lanes


def _chip_wide(words: str) -> float:
    return width(words, SMALL) + 5


def _lanes_high(labels: Iterable[Label]) -> float:
    return LANE * (1 + max((label.lane for label in labels), default=-1))


def _add(parent: ET.Element, tag: str, text: str | None = None, **told: str) -> ET.Element:
    """An element in another; what a text may hold that no file of this kind can is written out."""
    child = ET.SubElement(parent, tag, told)
    child.text = None if text is None else printable(text)
    return child


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
