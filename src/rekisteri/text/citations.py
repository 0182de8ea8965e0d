"""A citation in words. What the parts are called depends on the language and on the kind of act.

In Finnish "kohta" is the paragraph of a European act but the item of a national one, and "momentti" stands in national
acts only.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rekisteri.law.acts import Act
from rekisteri.law.citation import Provision
from rekisteri.text.catalog import phrases

__all__ = ["act_in_words", "cite"]

_ORDINALS = {
    "fi": ("ensimmäinen", "toinen", "kolmas", "neljäs", "viides", "kuudes", "seitsemäs", "kahdeksas", "yhdeksäs"),
    "sv": ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde"),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
}
_COMMUNITY = {"fi": "EY", "sv": "EG", "en": "EC"}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def cite(provision: Provision, language: str) -> str:
    """A provision in words: ``kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti``."""
    place = _place(provision, language)
    if not place:
        return act_in_words(provision, language)
    act = _act_with_place(provision, language)
    return f"{act} {place}" if language == "fi" else f"{place} {act}"


def act_in_words(provision: Provision, language: str) -> str:
    """The act alone: ``henkilötietolaki (523/1999)``."""
    act = provision.known_act
    if act is None:
        return f"{phrases(language)['citation.unknown-act']} {provision.act}"
    names = act.names[language]
    return f"{names['definite'] if language == 'sv' else names['name']} {_number(act, language)}"


def _act_with_place(provision: Provision, language: str) -> str:
    """The act as it stands beside a place in it."""
    act = provision.known_act
    annex = provision.division == "annex"
    if act is None:
        return f"{phrases(language)['citation.unknown-act-of']} {provision.act}"
    names = act.names[language]
    number = "" if act.key == "gdpr" else f" {_number(act, language)}"  # the one act everybody knows by name
    match language:
        case "fi":
            return f"{names['genitive']}{number}"
        case "sv":
            return f"{'till' if annex else 'i'} {names['definite']}{number}"
    return f"{'to' if annex else 'of'} the {names.get('short', names['name'])}{number}"


def _number(act: Act, language: str) -> str:
    """``(523/1999)``; acts of the Union carry its name, or that of the Community: ``(EU) 2016/679``, ``95/46/EY``."""
    if not act.is_eu:
        return f"({act.number})"
    of_the_community = len(act.number.split("/")[0]) == len("95")
    return f"{act.number}/{_COMMUNITY[language]}" if of_the_community else f"(EU) {act.number}"


def _place(provision: Provision, language: str) -> str:
    eu = provision.known_act is not None and provision.known_act.is_eu
    if provision.division:
        return _division(provision, language)
    writers: dict[str, Callable[[Provision, bool], str]] = {"fi": _place_fi, "sv": _place_sv, "en": _place_en}
    return writers[language](provision, eu) if provision.section else ""


def _division(provision: Provision, language: str) -> str:
    """A recital, an annex or a chapter; the Union numbers its chapters in Roman."""
    eu = provision.known_act is not None and provision.known_act.is_eu
    if provision.ordinal is None:
        return phrases(language)["citation.annex-whole"]
    numbers = [str(provision.ordinal), *([provision.until] if provision.until else [])]
    name = str(provision.division)
    if name == "chapter":
        numbers = [_roman(number) for number in numbers] if eu else numbers
        name = "chapter-eu" if eu else "chapter-fi"
    if provision.until:
        name += "-range"
    return phrases(language)[f"citation.{name}"].format(number="–".join(numbers))


def _roman(number: str) -> str:
    return _ROMAN[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(_ROMAN) else number


def _place_fi(provision: Provision, eu: bool) -> str:
    """Each part but the last stands in the genitive."""
    sections = ("artikla", "artiklan") if eu else ("§", "§:n")
    paragraphs = ("kohta", "kohdan") if eu else ("momentti", "momentin")
    points = ("alakohta", "alakohdan") if eu else ("kohta", "kohdan")
    parts = [
        (provision.chapter, ("luku", "luvun")),
        (_spaced(provision.section), sections),
        (provision.paragraph, paragraphs),
        (provision.point, points),
        (_ordinal(provision, "fi"), ("alakohta", "alakohdan")),
    ]
    told = [(part, names) for part, names in parts if part]
    words = [f"{part} {names[1]}" for part, names in told[:-1]]
    last, names = told[-1]
    return " ".join([*words, f"{_range(last, provision.until)} {names[0]}"])


def _place_sv(provision: Provision, eu: bool) -> str:
    """``artikel 13.2 a``; ``2 kap. 10 § 2 mom. 3 punkten``."""
    parts = [str(_spaced(provision.section)), provision.paragraph, provision.point]
    last = max(index for index, part in enumerate(parts) if part)  # a range is in the last part told
    parts[last] = _range(str(parts[last]), provision.until)
    section, paragraph, point = parts
    if eu:
        words = ["artikel", ".".join(filter(None, [section, paragraph])), point]
    else:
        words = [
            f"{provision.chapter} kap." if provision.chapter else None,
            f"{section} §",
            f"{paragraph} mom." if paragraph else None,
            f"{point} punkten" if point else None,
        ]
    ordinal = _ordinal(provision, "sv")
    return " ".join(filter(None, [*words, f"{ordinal} stycket" if ordinal else None]))


def _place_en(provision: Provision, eu: bool) -> str:
    """Paragraphs and points stand in brackets."""
    parts = [part for part in (provision.paragraph, provision.point) if part]
    inner = "".join(f"({part})" for part in parts)
    several = "s" if provision.until and not parts else ""
    until = f"–({provision.until})" if provision.until and parts else f"–{provision.until}" if provision.until else ""
    chapter = f"chapter {provision.chapter}, " if provision.chapter else ""
    ordinal = _ordinal(provision, "en")
    place = f"{chapter}{'Article' if eu else 'section'}{several} {provision.section}{inner}{until}"
    return place + (f", {ordinal} subparagraph," if ordinal else "")


def _range(first: str, until: str | None) -> str:
    return f"{first}–{_spaced(until)}" if until else first


def _ordinal(provision: Provision, language: str) -> str | None:
    return _ORDINALS[language][provision.subparagraph - 1] if provision.subparagraph else None


def _spaced(section: str | None) -> str | None:
    """``209n`` is written 209 n."""
    return re.sub(r"(\d)([a-z])", r"\1 \2", section) if section else None
