"""The texts of a register in its own words, laid end to end and normalised, so that one search reads them all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import attrs

from rekisteri.errors import join
from rekisteri.law.mentions import Mention, mentions
from rekisteri.model.section import Section
from rekisteri.vocabulary.phrases import tells_it_is_denied, tells_of_an_end
from rekisteri.words import LANGUAGES, Words

__all__ = ["NAMES", "OwnText", "Place", "Wording", "wording_of"]

K = TypeVar("K", bound=Hashable)

NAMES = frozenset({"name", "title", "heading", "provider"})
"""Fields whose plain text names something: a register, a party, a service, a section."""

_NEAR = 300
"""How far a sentence is looked at to either side, in signs: old notices forget their full stops."""

_LOOKS = 100
"""How many times one thing is looked at in one text: a huge one that keeps saying that an act was repealed has said it by then."""

_QUOTE = 160
"""How much of a sentence a finding quotes."""

_UNPLAIN = re.compile("[<\u2010\u2011]")
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\r?\n[ \t]*(?=\w)")
_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|table|tr|td|th|h[1-6])\b[^<>\n]{0,200}>|\n[ \t\r]*\n", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|font)\b[^<>\n]{0,200}>", re.IGNORECASE)
_SPACE = re.compile(r"[^\S\n]+")
_STOP = re.compile(r"(?<!\b[A-ZÅÄÖ])[.!?](?=\s+[^\W\d_a-zåäö])|\n")


@attrs.frozen
class OwnText:
    """One text: where it stands, its language (None: a name, or a section of a register without language), its words.

    The words are normalised: no tags, no broken words, single spaces; a line is a paragraph.
    """

    path: str
    language: str | None
    words: str


@attrs.frozen
class Place:
    """Where something is said.

    Attributes:
        path: Of the text.
        words: What is said, as it is written.
        quote: The sentence around it, as it is written; shortened if it is long.
        sentence: The sentence in lower case; before: what of it comes before the words.
    """

    path: str
    words: str
    quote: str
    sentence: str
    before: str

    @property
    def is_relied_on(self) -> bool:
        """Whether the sentence neither says that what is said has ended, nor denies it, nor speaks of a time that is past."""
        marked = f"{self.before}@{self.sentence[len(self.before) + len(self.words) :]}"
        return not tells_of_an_end(self.sentence) and not tells_it_is_denied(marked)


class Wording:
    """All own texts of a register, laid end to end so that one search reads them all.

    Attributes:
        texts: Each of them.
        written: Their words, a text a line or more.
        lower: The same in lower case, sign by sign.
    """

    def __init__(self, texts: Sequence[OwnText]) -> None:
        self.texts = tuple(texts)
        self.written = "\n".join(text.words for text in self.texts)
        self.lower = self.written.replace("İ", "I").lower()  # the one letter that grows when lowered
        self._starts: list[int] = []
        start = 0
        for text in self.texts:
            self._starts.append(start)
            start += len(text.words) + 1

    def place(self, start: int, end: int) -> Place:
        """What stands from *start* to *end*, with its text and its sentence."""
        low, high = max(0, start - _NEAR), min(len(self.lower), end + _NEAR)
        stops = list(_STOP.finditer(self.written, low, start))
        stop = _STOP.search(self.written, end, high)
        first, last = stops[-1].end() if stops else low, stop.start() if stop else high
        return Place(
            path=self._path(start),
            words=self.written[start:end],
            quote=_shortened(self.written[first:last].strip(), start - first),
            sentence=self.lower[first:last],
            before=self.lower[first:start],
        )

    def _path(self, start: int) -> str:
        return self.texts[bisect_right(self._starts, start) - 1].path

    def first_places(
        self, found: Iterable[tuple[int, int, K]], fits: Callable[[Place, K], bool]
    ) -> Iterator[tuple[Place, K]]:
        """Of what is found (start, end, kind), for each path and kind the first place that fits, if one of the first hundred does."""
        looks: Counter[tuple[str, K]] = Counter()
        for start, end, kind in found:
            here = (self._path(start), kind)
            if looks[here] < _LOOKS:
                looks[here] += 1
                place = self.place(start, end)
                if fits(place, kind):
                    looks[here] = _LOOKS
                    yield place, kind

    @cached_property
    def old_acts(self) -> tuple[Mention, ...]:
        """Every mention of an act that was repealed or renamed, those that are sure first."""
        return tuple(sorted(mentions(self.written, self.lower), key=lambda mention: not mention.sure))

    def holds(self, *stems: str) -> bool:
        """Whether any of these words, in lower case, stands anywhere; much quicker than a pattern."""
        return any(stem in self.lower for stem in stems)


def _shortened(sentence: str, middle: int) -> str:
    """At most so much of a sentence, around what matters in it."""
    if len(sentence) <= _QUOTE:
        return sentence
    first = max(0, min(middle - _QUOTE // 2, len(sentence) - _QUOTE))
    cut = sentence[first : first + _QUOTE]
    return f"{'…' if first else ''}{cut}{'…' if first + _QUOTE < len(sentence) else ''}"


def wording_of(statements: Iterable[tuple[str, str, Any]], language: str | None) -> Wording:
    """Every own text among what a register says (path, field, value), normalised; *language* is that of its sections."""
    return Wording([text for text in _texts(statements, language) if text.words])


def _texts(statements: Iterable[tuple[str, str, Any]], own: str | None) -> Iterator[OwnText]:
    for path, field, value in statements:
        if isinstance(value, Words):
            for language in LANGUAGES:
                if text := value.own(language):
                    yield OwnText(path, language, _plain(text))
        elif isinstance(value, str):
            if field in NAMES:
                yield OwnText(path, None, _plain(value))
        elif isinstance(value, Section) and value.free_words:
            place = "rest" if value.rest or value.covered else "text"
            yield OwnText(join(path, place), own, _plain(value.free_words))


def _plain(text: str) -> str:
    """Without what printing put into it: tags, soft hyphens, words broken over two lines, spaces of other kinds."""
    if text.isprintable() and not _UNPLAIN.search(text):
        return text
    text = _BROKEN.sub("", text.replace("\u00ad", "").replace("\u2010", "-").replace("\u2011", "-"))
    paragraphs = _BLOCK.sub("\0", _INLINE.sub("", text)).replace("\n", " ").replace("\0", "\n")
    return _SPACE.sub(" ", paragraphs).strip()
