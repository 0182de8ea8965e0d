"""A citation is a type: parsed once, printed many ways.

The written form is ``act``, or ``act:place``:

====================  =====================================================================================
``gdpr:13.2.a``       Article 13, paragraph 2, point a
``gdpr:49.1.sub2``    Article 49, paragraph 1, second subparagraph (a paragraph of a point works the same way)
``gdpr:recital.47``   recital 47
``gdpr:chapter.5``    Chapter V
``tsl:29.5``          29 §, subsection (momentti) 5
``tsl:6.1.3``         6 §, subsection 1, item (kohta) 3
``kpl:2/10.2``        chapter 2, section 10, subsection 2
``avl:209n.1``        209 n §, subsection 1
``hetil``             the act as a whole
``1233/2031:5``       an act the library has no name for keeps its number
``703/2023:annex``    the annex; ``annex.2`` its second part
``tsl:33-34``         a range, in the last part: 33 and 34 §; ``gdpr:30.1.a-g`` points a to g
====================  =====================================================================================

An act is written by its key in the table of acts or by its number (``523/1999``, for EU acts ``2016/679``); the number
of a known act becomes its key. Decisions and judgments are sources, not provisions.
"""

from __future__ import annotations

import re
from typing import Any, Self

import attrs

from rekisteri.errors import InvalidValue, Problem, UnknownName, describe, nearest
from rekisteri.law.acts import Act, act, act_by_number, acts

__all__ = ["Provision", "provision"]

_NUMBER = r"[1-9]\d{0,3}/\d{2,4}"
_PLACE = r"""
    (?: :
        (?: (?P<division>annex(?![a-z])|(?:recital|chapter)(?=\.)) (?:\.(?P<ordinal>[1-9]\d{0,2}))?
          | (?:(?P<chapter>[1-9]\d?[a-z]?)/)? (?P<section>[1-9]\d{0,3}[a-z]?)
            (?:\.(?P<paragraph>[1-9]\d?[a-z]?))? (?:\.(?P<point>[a-z]{1,2}|[1-9]\d?[a-z]?))? (?:\.sub(?P<subparagraph>[1-9]))?
        )
        (?:-(?P<until>[1-9]\d{0,3}[a-z]?|[a-z]{1,2}))?
    )?"""
_CITATION = re.compile(rf"(?P<act>[a-z][a-z0-9]*|{_NUMBER}) {_PLACE}", re.VERBOSE | re.ASCII)
_EXPECTED = "a citation such as “gdpr:13.2.a”, “kpl:2/10.2”, “tsl:29.5” or “523/1999”"


@attrs.frozen
class Provision:
    """A place in an act: what a duty, a basis or a period rests on.

    Build it with ``Provision.parse``; ``str`` gives the written form back.

    Attributes:
        act: The act's key in the table of acts (``gdpr``), or its number if the table does not have it.
        chapter: The chapter (luku) of an act whose sections start anew in each.
        section: The article or section (§), with its letter: ``209n``.
        paragraph: The paragraph of an article, the subsection (momentti) of a section.
        point: The point of an article, the item (kohta) of a section.
        subparagraph: Which subparagraph of the paragraph, for EU acts.
        division: ``recital``, ``annex`` or ``chapter``, where no section is cited.
        ordinal: The number of the recital, annex or chapter.
        until: The end of a range in the last part.

    Raises:
        InvalidValue: The text is not a citation.
        UnknownName: It names an act by a key that no table has.
    """

    IN_WORDS = _EXPECTED

    def __attrs_post_init__(self) -> None:
        told = attrs.asdict(self)
        wrong_type = any(not isinstance(part, str | int | None) for part in told.values())
        if wrong_type or _read(str(self)) != told or _key(self.act) != self.act:
            raise InvalidValue(
                "Provision", [Problem("", describe(str(self)), "what Provision.parse makes of a citation")]
            )

    act: str
    chapter: str | None = None
    section: str | None = None
    paragraph: str | None = None
    point: str | None = None
    subparagraph: int | None = None
    division: str | None = None
    ordinal: int | None = None
    until: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form, see the top of this module."""
        parts = _read(text)
        if parts is None:
            raise InvalidValue("citation", [Problem("", describe(text), _EXPECTED)])
        provision = cls(**{**parts, "act": _key(parts["act"])})
        if provision.until and not provision._goes_forward():
            expected = "a range that goes forward within one kind of part"
            raise InvalidValue("citation", [Problem("", describe(text), expected)])
        return provision

    @staticmethod
    def pattern() -> str:
        """A regular expression of the written form, for JSON Schema."""
        place = re.sub(r"\?P<\w+>|\s", "", _PLACE)
        return f"(?:{'|'.join(sorted(acts()))}|{_NUMBER}){place}"

    @property
    def known_act(self) -> Act | None:
        """The cited act, or None if the table of acts does not have it."""
        return act(self.act)

    def __str__(self) -> str:
        place = ".".join(str(part) for part in (self._first(), self.paragraph, self.point, self._sub()) if part)
        if self.until:
            place += f"-{self.until}"
        return f"{self.act}:{place}" if place else self.act

    def covers(self, other: Provision) -> bool:
        """Whether *other* lies within this provision: ``gdpr:13`` covers ``gdpr:13.2.a``. Ranges cover only themselves."""
        if self == other:
            return True
        mine, its = str(self), str(other)
        return not self.until and (its.startswith((f"{mine}.", f"{mine}:")))

    def _first(self) -> str:
        if self.division:
            return f"{self.division}.{self.ordinal}" if self.ordinal is not None else self.division
        if self.section is None:
            return ""
        return f"{self.chapter}/{self.section}" if self.chapter else self.section

    def _sub(self) -> str | None:
        return f"sub{self.subparagraph}" if self.subparagraph else None

    def _goes_forward(self) -> bool:
        """Whether the range goes from less to more, between parts of one kind."""
        first = self.point or self.paragraph or self.section or (str(self.ordinal) if self.ordinal is not None else "")
        until = str(self.until)
        if not first or self.subparagraph is not None or first[0].isdigit() != until[0].isdigit():
            return False
        return _sortable(first) < _sortable(until)


def _read(text: str) -> dict[str, Any] | None:
    """The parts of a citation as it is written, or None if it is none; a number stays even if its act has a key."""
    found = _CITATION.fullmatch(text) if isinstance(text, str) else None
    if not found:
        return None
    parts: dict[str, Any] = found.groupdict()
    for name in ("ordinal", "subparagraph"):
        parts[name] = int(parts[name]) if parts[name] else None
    return parts


def _sortable(part: str) -> tuple[int, int, str]:
    """By number, then by letters: 9, 10, 10 a; a, b, … z, aa."""
    letters = part.lstrip("0123456789")
    return int(part.removesuffix(letters) or 0), len(letters), letters


def _key(written: str) -> str:
    if "/" not in written:
        if act(written):
            return written
        problem = Problem("", f"the act “{written}”", "a known act or an act's number", nearest(written, acts()))
        raise UnknownName("citation", [problem])
    known = act_by_number(written) or act_by_number(_long_year(written))
    return known.key if known else written


def _long_year(number: str) -> str:
    """``523/99`` is 523/1999: Finnish acts were long cited with two digits of the year."""
    return re.sub(r"/(\d\d)$", r"/19\1", number)


def provision(text: str) -> Provision:
    """``Provision.parse`` as a converter of fields: type checkers want a named function."""
    return Provision.parse(text)
