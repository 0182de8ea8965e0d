"""The picture itself: rows, bars, labels and the axis, whatever they mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.report.axis import REACH, axis_for
from rekisteri.report.lettering import cut, folded, stacked, width
from rekisteri.report.timeline import Kind, Line, Look, Mark, Row, Span, Timeline, as_svg

SVG = "{http://www.w3.org/2000/svg}"
KEEP = Kind(look=Look.SOLID, words="must be kept", letter="K")
GONE = Kind(look=Look.STRIPED, words="must be gone", letter="G")
HOLD = Kind(look=Look.THIN, words="hold")
TODAY = date(2026, 11, 22)


def drawn(*rows: Row, lines: tuple[Line, ...] = (Line(TODAY, "today"),), **told: object) -> ET.Element:
    """The picture, read back."""
    settings = {"title": "A picture", "description": ["It shows something."], "empty_words": "nothing", **told}
    text = as_svg(Timeline(rows=rows, lines=lines, **settings))  # type: ignore[arg-type]
    return ET.fromstring(text)  # noqa: S314  # what was just made


def texts(root: ET.Element) -> list[str]:
    """Everything that is written in it."""
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def bars(root: ET.Element) -> list[ET.Element]:
    """The bars, without those of the legend."""
    return root.findall(f"{SVG}g/{SVG}g/{SVG}polygon")


def ends(bar: ET.Element) -> tuple[float, float]:
    """Where a bar begins and ends."""
    numbers = [float(point.split(",")[0]) for point in bar.attrib["points"].split()]
    return min(numbers), max(numbers)


def boxes(root: ET.Element) -> Iterator[tuple[str, float, float, float, float]]:
    """Each text with the box it is estimated to fill."""
    for one in root.iter(f"{SVG}text"):
        words, size = one.text or "", float(one.attrib["font-size"])
        wide, x, y = width(words, size), float(one.attrib["x"]), float(one.attrib["y"])
        left = x - wide / 2 if one.get("text-anchor") == "middle" else x
        yield words, left, left + wide, y - size * 0.8, y + size * 0.2


def overlapping(root: ET.Element) -> list[tuple[str, str]]:
    """The pairs of texts that stand on each other."""
    return [
        (one[0], other[0])
        for one, other in combinations(boxes(root), 2)
        if one[1] < other[2] and other[1] < one[2] and one[3] < other[4] and other[3] < one[4]
    ]


# A whole picture.

WITNESS = Row(
    name="invoices",
    note="contradiction",
    spans=[
        Span(
            first=date(2024, 12, 31),
            last=date(2030, 12, 31),
            kind=KEEP,
            note="kept by rule “law” until 31 December 2030",
        ),
        Span(first=date(2026, 5, 2), last=None, kind=GONE, note="must be gone after 1 May 2026 by rule “own”"),
    ],
    marks=[Mark(date(2024, 5, 1), "end of the relationship"), Mark(date(2024, 12, 31), "end of the financial year")],
)
"""What a contradiction looks like: two rules of the same time."""


def test_the_picture_tells_what_it_is_to_those_who_do_not_see_it() -> None:
    """A title and a description, named as its label, and nothing from elsewhere."""
    text = as_svg(Timeline(title="A picture", description=["One.", "Two."], rows=[WITNESS]))
    root = ET.fromstring(text)  # noqa: S314  # what was just made
    title, description = root[0], root[1]

    assert (root.attrib["role"], root.attrib["font-family"]) == ("img", "sans-serif")
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
    assert (title.tag, title.text) == (f"{SVG}title", "A picture")
    assert (description.tag, description.text) == (f"{SVG}desc", "One.\nTwo.")
    assert root.attrib["viewBox"].split() == ["0", "0", root.attrib["width"], root.attrib["height"]]
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in text
    assert "style=" not in text
    assert text.endswith("</svg>\n")


def test_bars_of_the_same_time_stand_under_each_other() -> None:
    """The witness of a contradiction: two rules, their days, the day of conflict."""
    root = drawn(WITNESS, lines=(Line(date(2026, 5, 2), "conflict"),))
    first, second = bars(root)
    tops = [min(float(point.split(",")[1]) for point in bar.attrib["points"].split()) for bar in (first, second)]

    assert tops[0] + 20 < tops[1]
    assert {"must be kept", "must be gone", "end of the relationship", "conflict", "contradiction"} <= set(texts(root))
    assert {"kept by rule “law” until 31 December 2030", "must be gone after 1 May 2026 by rule “own”"} <= set(
        texts(root)
    )
    assert overlapping(root) == []


def test_a_day_is_told_once() -> None:
    """Where a mark or a line tells it, a bar that begins there does not."""
    days = (date(2025, 1, 1), date(2026, 1, 1), TODAY)
    row = Row(
        name="a",
        spans=[Span(first=day, last=None, kind=KEEP, since=f"since {day}") for day in days],
        marks=[Mark(days[0], "x")],
    )

    assert [text for text in texts(drawn(row)) if text.startswith("since")] == ["since 2026-01-01"]


def test_bars_one_after_the_other_share_a_lane() -> None:
    """A bar's end is the next one's beginning."""
    day = date(2026, 6, 30)
    spans = [Span(first=date(2025, 1, 1), last=day, kind=KEEP), Span(first=day + timedelta(1), last=None, kind=GONE)]
    (_, end), (start, _) = map(ends, bars(drawn(Row(name="a", spans=spans))))

    assert end == pytest.approx(start, abs=0.2)


def test_every_look_has_a_pattern_of_its_own() -> None:
    """The patterns differ in what is drawn, not in colour alone; dark and light are one pair without drawing."""
    root = drawn()
    patterns = root.findall(f"{SVG}defs/{SVG}pattern")
    shapes = [tuple(shape.get("d") or shape.get("r") for shape in pattern[1:]) for pattern in patterns]
    plain = [pattern[0].attrib["fill"] for pattern, shape in zip(patterns, shapes, strict=True) if not shape]

    assert [pattern.attrib["id"].rpartition("-")[2] for pattern in patterns] == list(Look)
    assert len(set(shapes)) == len(shapes) - 1
    assert [int(colour[1:3], 16) > 128 for colour in plain] == [False, True]


def test_bars_use_the_patterns() -> None:
    """Each bar is filled by the pattern of its look, and the pattern is there."""
    kinds = [Kind(look=look, words=look.value, letter=look.value[0]) for look in Look]
    root = drawn(*(Row(name=one.words, spans=[Span(first=TODAY, last=None, kind=one)]) for one in kinds))
    ids = {f"url(#{pattern.attrib['id']})" for pattern in root.iter(f"{SVG}pattern")}

    assert {bar.attrib["fill"] for bar in bars(root)} == ids


@pytest.mark.parametrize(("days", "expected"), [(2000, "must be kept"), (300, "kept"), (120, "K"), (20, None)])
def test_a_bar_says_what_fits(days: int, expected: str | None) -> None:
    """All words, fewer, a letter; else the letter stands under it with the day."""
    kind = Kind(look=Look.SOLID, words="must be kept", short="kept", letter="K")
    first = date(2018, 1, 1)
    span = Span(first=first, last=first + timedelta(days), kind=kind, since="1 January 2018")
    root = drawn(Row(name="a", spans=[span]))
    chips = [one.text for one in root.iter(f"{SVG}text") if one.get("text-anchor") == "middle"][1:]

    assert chips == ([expected] if expected else [])
    assert ("1 January 2018" if expected else "K 1 January 2018") in texts(root)


def test_the_shortest_bar_is_seen() -> None:
    """A day among many years."""
    (bar,) = bars(
        drawn(Row(name="a", spans=[Span(first=TODAY, last=TODAY, kind=KEEP)], marks=[Mark(date(2000, 1, 1), "x")]))
    )
    start, end = ends(bar)

    assert end - start >= 2


def test_far_off_days_do_not_stretch_the_picture() -> None:
    """They stand at the edges, with arrows, and are told with their days."""
    spans = [
        Span(first=date.min, last=date(2028, 1, 1), kind=KEEP, note="1"),
        Span(first=date(2028, 1, 2), last=date(9000, 1, 1), kind=GONE, note="2028"),
        Span(first=date(9000, 1, 2), last=None, kind=KEEP, note="9000"),
        Span(first=date.max, last=None, kind=HOLD, note="held"),
    ]
    root = drawn(
        Row(name="a", spans=spans, marks=[Mark(date.min, "born"), Mark(date.max, "never")]), beyond_words="further"
    )
    shown = texts(root)

    assert {"← born", "never →", "K 9000 →", "held →", "2028", "→ further"} <= set(shown)
    assert len(bars(root)) == 2
    assert {"Jan 2027", "Jan 2028"} <= set(shown)
    assert overlapping(root) == []


def test_names_are_cut_and_told_in_full() -> None:
    """At most four lines; the whole name is told when pointed at."""
    name = (
        "kuluttajaluottosopimusten ennenaikaiseen takaisinmaksuun liittyvät korvaus- ja maksusuunnitelma-asiakirjat "
        * 9
    )
    root = drawn(Row(name=name, spans=[Span(first=TODAY, last=None, kind=KEEP, label="whole")]))
    lines = [one.text or "" for one in root.iter(f"{SVG}text") if one.get("font-size") == "12"]
    titles = [one.text or "" for one in root.iter(f"{SVG}title")]

    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert name in titles
    assert f"{name}: whole" in titles


@pytest.mark.parametrize(
    "name",
    [
        "<b>&amp;\"'</b>]]>",
        "😀👨‍👩‍👧",
        "שלום \u202eolleh",
        "عربى",
        "\x00\x1b[2J\n\r\t\x0b\ufffe\uffff",
        "\ud800",
        "a" * 100_000,
        "漢字" * 50,
        "",
    ],
)
def test_names_may_hold_anything(name: str) -> None:
    """The document is well-formed, what no document can hold is written out, and nothing overlaps."""
    row = Row(
        name=name,
        note=name,
        spans=[Span(first=TODAY, last=None, kind=KEEP, label=name, note=name, since=name)],
        marks=[Mark(TODAY, name)],
    )
    text = as_svg(Timeline(title=name, description=[name], rows=[row], lines=[Line(TODAY, name)]))
    root = ET.fromstring(text.encode())  # noqa: S314  # what was just made

    assert "<b>" not in text
    assert (root[0].text or "").startswith(name[:2]) or "\\" in (root[0].text or "")
    assert all(one.isprintable() for one in texts(root))
    assert overlapping(root) == []


def test_a_line_break_in_a_name_starts_no_paragraph() -> None:
    """The paragraphs of a description are the caller's."""
    root = drawn(description=["a\nb", "c"])

    assert root[1].text == "a\\nb\nc"


def test_a_picture_without_rows_says_so() -> None:
    """With a line or without any day at all."""
    assert "nothing" in texts(drawn())
    assert "nothing" in texts(drawn(lines=()))


def test_rows_add_up() -> None:
    """A thousand rows are all there, each as large as the first, and the axis comes again."""
    row = Row(name="a", spans=[Span(first=TODAY, last=None, kind=KEEP)], marks=[Mark(date(2020, 1, 1), "x")])
    few, many = drawn(*[row] * 120), drawn(*[row] * 1200)

    assert len(bars(many)) == 1200
    assert float(many.attrib["height"]) == pytest.approx(10 * float(few.attrib["height"]), rel=0.02)
    assert len(list(many.iter())) == pytest.approx(10 * len(list(few.iter())), rel=0.05)
    assert texts(many).count("today") == 100


DAYS = st.dates()
NAMES = st.text(max_size=60)
SPANS = st.builds(
    lambda first, length, kind, note: Span(
        first=first,
        last=None if length is None else date.fromordinal(min(first.toordinal() + length, date.max.toordinal())),
        kind=kind,
        note=note,
        since=note[:9],
    ),
    DAYS,
    st.none() | st.integers(0, 20_000),
    st.sampled_from([KEEP, GONE, HOLD]),
    NAMES,
)
NEAR = st.dates(date(2024, 1, 1), date(2028, 1, 1))
ROWS = st.builds(
    Row,
    name=NAMES,
    note=NAMES,
    spans=st.lists(SPANS, max_size=5),
    marks=st.lists(st.builds(Mark, DAYS | NEAR, NAMES), max_size=6),
)


@given(st.lists(ROWS, max_size=3), st.lists(st.builds(Line, DAYS | NEAR, NAMES), max_size=2))
def test_labels_never_overlap(rows: list[Row], lines: list[Line]) -> None:
    """Whatever the days and the names."""
    root = drawn(*rows, lines=tuple(lines), mark_words="event", beyond_words="further")
    height = float(root.attrib["height"])

    assert overlapping(root) == []
    assert all(left >= 0 and right <= 1000 and top >= 0 and foot <= height for _, left, right, top, foot in boxes(root))


# The axis.


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 11, 30), ["22 Nov 2026", "24 Nov 2026", "26 Nov 2026"]),
        (date(2027, 12, 31), ["Jan 2027", "Mar 2027", "May 2027"]),
        (date(2033, 1, 1), ["2027", "2028", "2029"]),
        (date(2056, 1, 1), ["2028", "2030", "2032"]),
    ],
)
def test_ticks_suit_the_time_shown(last: date, expected: list[str]) -> None:
    """Days, months, years."""
    axis = axis_for([date(2026, 11, 24), last], [], 216, 976)

    assert [words for _, words in axis.ticks("en")][:3] == expected


def test_months_are_told_in_the_language() -> None:
    """As Babel names them."""
    axis = axis_for([date(2026, 11, 24), date(2027, 12, 31)], [], 0, 760)

    assert [axis.ticks(language)[0][1] for language in ("fi", "sv")] == ["tammi 2027", "jan. 2027"]


@given(st.lists(DAYS, min_size=1, max_size=8), st.lists(DAYS, max_size=3))
def test_an_axis_shows_what_it_is_about(days: list[date], around: list[date]) -> None:
    """Its days lie within reach, its ticks in it and far enough apart, and everything stands between its ends."""
    axis = axis_for(days, around, 216, 976)
    ticks = [axis.x(day) for day, _ in axis.ticks("en")]

    assert (axis.last - axis.first).days <= 2 * REACH * 1.2
    assert all(216 <= axis.x(day) <= axis.x(day, end=True) <= 976 for day in days)
    assert all(after - before >= 40 for before, after in pairwise(ticks))


# Letters.


def test_texts_are_cut_to_their_room() -> None:
    """With three dots; what fits stays as it is."""
    assert cut("invoices", 100, 11) == "invoices"
    assert cut("invoices of the whole year", 60, 11) == "invoice…"
    assert cut("x", 1, 11) == "…"
    assert cut("\u0301" * 500, 20, 11) == "\u0301" * 400 + "…"  # accents on nothing take no room


def test_texts_are_folded_at_words() -> None:
    """Else after a hyphen, else anywhere; nothing is lost but spaces."""
    assert folded("payroll-records [payroll-2016]", 110, 11, 3) == ["payroll-records", "[payroll-2016]"]
    assert folded("payroll-records", 70, 11, 3) == ["payroll-", "records"]
    assert "".join(folded("tietojenkäsittelypalvelu", 60, 11, 9)) == "tietojenkäsittelypalvelu"
    assert folded("", 60, 11, 3) == []


def test_labels_are_stacked_away_from_each_other() -> None:
    """The leftmost farthest away, so that the lines to the others do not cross it; with room they share a lane."""
    near = stacked([(10, "first"), (12, "second"), (14, "third")], 0, 700, 11)
    apart = stacked([(10, "first"), (300, "second")], 0, 700, 11)

    assert [(label.text, label.lane) for label in near] == [("third", 0), ("second", 1), ("first", 2)]
    assert {label.lane for label in apart} == {0}
