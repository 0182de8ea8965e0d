"""Terms: what a register names by one word, and what that word is in Finnish, Swedish and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from rekisteri.errors import Problem, UnknownName, nearest
from rekisteri.law.citation import Provision
from rekisteri.law.citation import provision as provision_of
from rekisteri.tables import read_tables
from rekisteri.words import LANGUAGES, Words

__all__ = ["Kind", "Term", "is_vague", "lookup", "named", "term", "terms", "unreviewed"]


@attrs.frozen(kw_only=True)
class Term:
    """One entry of the vocabulary. Terms are never removed, only deprecated.

    Attributes:
        id: The word that stands in JSON and in code; unique over all kinds.
        kinds: What it can be used as, its main kind first; each kind is one table.
        fi, sv, en: Its labels: lower-case phrases in the basic form.
        dpv: The concept of the W3C Data Privacy Vocabulary 2.3 that fits, if one does.
        special: The special categories of Art. 9(1) that such data are.
        may_reveal: The special categories that such data may reveal.
        criminal: Whether such data are about criminal convictions and offences (Art. 10).
        vague: Whether it names nothing a reader could check ("partners").
        event: ``ending`` or ``occurrence``, for the starting points of periods; after, until: the event per language as it
            stands in "10 years after …" and "kept until …".
        no_later_than: Of an event: the events that it never comes after, by what they are, each with the reason per language; if
            there is a ``within``, it never comes later than that after them.
        from_person: Whether data from this source count as collected from the person (Art. 13); None: either.
        marketing: Whether this aim is direct marketing (Art. 21(2)).
        identity_code: Whether this aim or condition, or the field of these people, is one for which personal identity codes may be processed
            (Data Protection Act, section 29(1) and (2)).
        online: Whether such data tell of the use of a service or of a device.
        secret: Whether such data are a secret that only the person should know.
        old_act: Whether this basis is of the repealed Personal Data Act and not of Art. 6(1).
        cookies: Whether this technique is cookies.
        essential: Whether it is necessary for a service that the user asked for, or serves an aim that is (Act 917/2014, section
            205); None: either.
        provider, country: Who provides a tracking service, and the ISO 3166-1 code of the provider's country.
        confidence: How sure the facts beyond the labels are.
        provision: Where the GDPR gives a right, or allows a transfer on such a safeguard.
        instrument: Of a safeguard: the adequacy decision or the edition of standard clauses that it is, by its id in the law's tables.
        reviewed: The languages in which a native reader has seen the label.
        deprecated: The version that deprecated it; replaced_by: the term to use instead.
    """

    id: str
    kinds: tuple[str, ...]
    fi: str
    sv: str
    en: str
    dpv: str | None = None
    special: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    may_reveal: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    criminal: bool = False
    vague: bool = False
    event: str | None = None
    after: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    until: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    no_later_than: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict, hash=False)
    from_person: bool | None = None
    marketing: bool = False
    identity_code: bool = False
    online: bool = False
    secret: bool = False
    old_act: bool = False
    cookies: bool = False
    essential: bool | None = None
    provider: str | None = None
    country: str | None = None
    confidence: str | None = None
    provision: Provision | None = attrs.field(default=None, converter=attrs.converters.optional(provision_of))
    instrument: str | None = None
    reviewed: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    deprecated: str | None = None
    replaced_by: str | None = None

    def label(self, language: str) -> str:
        """Its label in *language*."""
        label: str = getattr(self, language)
        return label


@attrs.frozen
class Kind:
    """The rule of a field of words: a term in it must be of one of these kinds."""

    kinds: tuple[str, ...]

    def problem(self, value: Words) -> Problem | None:
        """See ``rekisteri.constraints.Constraint``."""
        if value.term is None:
            return None
        found = lookup(value.term)
        if found and self._fits(found):
            return None
        kinds = f"a term of kind {' or '.join(self.kinds)}, or " if self.kinds else ""
        words = f"{kinds}own wording, such as {{“fi”: “…”}}"
        if found:
            return Problem("", f"the term “{value.term}” of kind {' and '.join(found.kinds)}", words)
        fitting = [entry for entry in terms().values() if self._fits(entry)]
        near = _called(value.term, fitting) or nearest(value.term, [entry.id for entry in fitting])
        return Problem("", f"the unknown term “{value.term}”", words, near)

    def schema(self) -> Mapping[str, object]:
        """See ``rekisteri.constraints.Constraint``."""
        return {"enum": sorted(entry.id for entry in terms().values() if self._fits(entry))}

    def _fits(self, entry: Term) -> bool:
        return any(kind in self.kinds for kind in entry.kinds)


def term(id: str, /, *, fi: str | None = None, sv: str | None = None, en: str | None = None) -> Words:
    """The term *id* as words, with own wording in some languages if given.

    Raises:
        UnknownName: The vocabulary has no such term; the error names the nearest one.
    """
    if lookup(id) is None:
        near = _called(id, terms().values()) or nearest(id, terms()) or _nearly_called(id)
        raise UnknownName("term", [Problem("", f"the unknown term “{id}”", "a term of the vocabulary", near)])
    return Words(term=id, fi=fi, sv=sv, en=en)


def _called(label: str, among: Iterable[Term]) -> str | None:
    """The term whose label in some language this is."""
    return next((entry.id for entry in among if label.lower() in (entry.label(one).lower() for one in LANGUAGES)), None)


def _nearly_called(label: str) -> str | None:
    """The term whose label in some language is nearest to this."""
    labels = {entry.label(language).lower(): entry.id for language in LANGUAGES for entry in terms().values()}
    near = nearest(label.lower(), labels)
    return labels[near] if near else None


def lookup(id: str | None) -> Term | None:
    """The term called *id*; None: there is none, or words have no term."""
    return terms().get(id) if id else None


def named(words: Words, kind: str) -> Term | None:
    """The term that words name: by its id, or by own wording that is exactly a label of that kind in some language."""
    if words.term:
        return lookup(words.term)
    known = _labels(kind)
    return next((known[label] for text in words.wordings if (label := text.strip().casefold()) in known), None)


@cache
def _labels(kind: str) -> Mapping[str, Term]:
    """The terms of a kind by their labels; of several that are called alike, the first."""
    entries = [entry for entry in terms().values() if kind in entry.kinds]
    return {entry.label(language).casefold(): entry for entry in reversed(entries) for language in LANGUAGES}


def is_vague(words: Words, own_is_vague: Callable[[Words], bool]) -> bool:
    """Whether words name nothing that a reader could check: a vague term alone, or own wording that is no better."""
    term = lookup(words.term)
    if term and words == Words(term=term.id):
        return term.vague
    return own_is_vague(words) and (term is None or term.vague)


@cache
def terms() -> Mapping[str, Term]:
    """Every term by id, kind by kind."""
    found: dict[str, Term] = {}
    for kind, rows in read_tables("rekisteri.vocabulary", "tables").items():
        found.update((id, _term(id, kind, dict(row))) for id, row in rows.items())
    return found


def unreviewed() -> tuple[tuple[str, str], ...]:
    """The labels that no native reader has seen yet: (term, language)."""
    return tuple(
        (entry.id, language) for entry in terms().values() for language in LANGUAGES if language not in entry.reviewed
    )


def _term(id: str, kind: str, row: dict[str, Any]) -> Term:
    return Term(id=id, kinds=(kind, *row.pop("also", ())), **row)
