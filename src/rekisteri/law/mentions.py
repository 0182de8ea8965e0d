"""Acts that a text mentions by names or numbers which are theirs no more: repealed acts, and acts by a former name.

A number decides before a name, the longest name wins, and only whole words count ("henkilötietolainsäädäntö" is no act). A name that
a later act took over means the later one, unless a number says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs

from rekisteri.law.acts import Act, act_by_number, acts
from rekisteri.words import LANGUAGES

__all__ = ["Mention", "mentions"]

_SURE_NUMBERS = frozenset({"523/1999", "471/1987"})
"""Numbers that stand alone in notices; any other needs the word act, or its like, before it."""

_SHORT, _ENDING = 10, 3
"""Names longer than ten letters are looked for without their last three, so that one look finds all inflected forms."""

_NUMBER = re.compile(r"(?<![\d/])(\d{1,4}) ?/ ?(\d{1,4})(?!\d)(/e)?")
_AFTER = re.compile(
    r"[\s,(\[]{0,4}(?:n[or:]{1,2}\.? ?|\(e[gku]\) ?)?(?:(?P<day>\d{1,2}\.\d{1,2}\.)?(?P<one>\d{1,4}) ?(?P<mark>[/:]) ?(?P<two>\d{1,4}))(?!\d)\)?"
)
_ACT_BEFORE = re.compile(
    r"(?:la(?:ki|in|kia|issa|ista|kiin)|asetu\w{1,7}|lag(?:en)?|förordning(?:en)?|\bact|\bdecree)[\s,(]{1,3}(?:n[or:]{1,2}\.? ?)?$"
)


@attrs.frozen(kw_only=True)
class Mention:
    """An act that a text mentions.

    Attributes:
        act: Which.
        start, end: Where in the text, the number included.
        until: The last day of the name, where the act is in force and the name is a former one.
        sure: Whether no other act can be meant: a number, or a name that only Finnish law has.
    """

    act: Act
    start: int
    end: int
    until: date | None = None
    sure: bool = True


@attrs.frozen
class _Name:
    """One name or form of an act; ``until``: the last day of a former name."""

    act: Act
    until: date | None
    sure: bool


def mentions(written: str, lower: str) -> Iterator[Mention]:
    """Every mention in a text, in its order; *lower* is the same text in lower case, sign by sign."""
    end = 0
    for one in sorted((*_by_name(written, lower), *_by_number(lower)), key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            end = one.end
            yield one


def _by_name(written: str, lower: str) -> Iterator[Mention]:
    met = frozenset(text for stem, texts in _stems().items() if stem in lower for text in texts)
    for as_written in (False, True) if met else ():
        for found in _pattern(met, as_written=as_written).finditer(written if as_written else lower):
            name = _names(as_written=as_written).get(found[0]) or _names(as_written=as_written)[found[0][:-1]]
            numbered = _AFTER.match(lower, found.end())
            act = _numbered(numbered) if numbered else name.act
            until = name.until if act == name.act else None
            if act and (act.valid_until or until):
                end = numbered.end() if numbered else found.end()
                yield Mention(act=act, start=found.start(), end=end, until=until, sure=name.sure or bool(numbered))


def _numbered(found: re.Match[str]) -> Act | None:
    """The act with the number after a name; Sweden writes its numbers with a colon, and none of them is known."""
    if found["mark"] == ":":
        return None
    return _act_of(found["two"], found["one"]) if found["day"] else _act_of(found["one"], found["two"])


def _by_number(lower: str) -> Iterator[Mention]:
    for found in _NUMBER.finditer(lower) if "/" in lower else ():
        dated = lower[max(0, found.start() - 1) : found.start()] == "."  # 22.4.1999/523
        act = _act_of(found[2], found[1]) if dated else _act_of(found[1], found[2])
        if act and act.valid_until and _means_an_act(found, act):
            yield Mention(act=act, start=found.start(), end=found.end(2))


def _means_an_act(number: re.Match[str], act: Act) -> bool:
    if act.is_eu:
        return bool(number[3])
    before = number.string[max(0, number.start() - 40) : number.start()]
    return act.number in _SURE_NUMBERS or bool(_ACT_BEFORE.search(before))


def _act_of(number: str, year: str) -> Act | None:
    """Two digits of the year mean the twentieth century."""
    return act_by_number(f"{number}/{year}") or act_by_number(f"{number}/19{year}")


@cache
def _pattern(met: frozenset[str], *, as_written: bool) -> re.Pattern[str]:
    """What finds the names that may be in a text, and the longer names that hold one of them; a Swedish genitive has an s."""
    names = [text for text in _names(as_written=as_written) if any(one in text for one in met)]
    either = "|".join(re.escape(text) for text in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)" if names else "(?!)")


@cache
def _stems() -> Mapping[str, frozenset[str]]:
    """The names of repealed acts and the former names, by letters without which they are not there, in lower case."""
    old = {text for text, _, name in _all_names() if name.act.valid_until or name.until}
    stems: dict[str, set[str]] = {}
    for text in sorted(old, key=len):
        beginning = text.lower()[:-_ENDING] if len(text) > _SHORT else text.lower()
        stem = next((known for known in stems if known in beginning), beginning)
        stems.setdefault(stem, set()).add(text)
    return {stem: frozenset(texts) for stem, texts in stems.items()}


@cache
def _names(*, as_written: bool) -> Mapping[str, _Name]:
    """Every name of every act; one that several bore in turn is the newest's."""
    oldest_first = sorted(_all_names(), key=lambda row: row[2].act.valid_from or date.min)
    return {text: name for text, capitals, name in oldest_first if capitals is as_written}


@cache
def _all_names() -> tuple[tuple[str, bool, _Name], ...]:
    """Each name and form of each act, and whether it is looked for with its capitals: English names and abbreviations are."""
    found = []
    for act in acts().values():
        rows = [(language, None, names) for language, names in act.names.items()]
        rows += [(one, row["until"], _named(row, one)) for row in act.former_names for one in LANGUAGES if one in row]
        for language, until, names in rows:
            name = _Name(act, until, sure=language == "fi" and act.confidence == "high")
            for text in _forms(names):
                capitals = language == "en" or bool(re.search(r"\w[A-ZÅÄÖ]", text))
                found.append((text if capitals else text.lower(), capitals, name))
    return tuple(found)


def _forms(names: Mapping[str, Any]) -> Iterator[str]:
    yield from filter(None, (names.get(form) for form in ("name", "genitive", "definite", "short")))
    yield from names.get("forms", ())


def _named(former: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    """A former name in the shape of the present ones."""
    return {"name": former[language], "forms": former.get("forms", ()) if language == "fi" else ()}
