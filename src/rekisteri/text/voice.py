"""One language's voice for one register: phrases, words, lists, days, periods, countries, citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.units import format_unit

from rekisteri.law.citation import Provision
from rekisteri.model.data import DataCategory
from rekisteri.model.party import Party
from rekisteri.model.purpose import Purpose
from rekisteri.model.register import PARTY_ROLES, Register
from rekisteri.retention.period import Deadline, Period
from rekisteri.text.catalog import locale, phrases
from rekisteri.text.citations import cite
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words, for_notice

__all__ = ["Voice", "capital", "label_of"]


def label_of(words: Words, language: str) -> str | None:
    """Words in a language: own wording first, then the term's label; None if there is neither."""
    term = lookup(words.term)
    return words.own(language) or (term.label(language) if term else None)


class Voice:
    """Says things about *register* in *language*. Every wording must be there: see ``wording.missing``."""

    def __init__(self, register: Register, language: str) -> None:
        self.register = register
        self.language = language
        self._phrases = phrases(language)
        self._locale = locale(language)

    def say(self, name: str, **params: object) -> str:
        """The phrase *name* of the language's file, filled in; a sentence of the register's own ends but once."""
        phrase = self._phrases[name]
        told = {
            key: value.rstrip().removesuffix(".") if isinstance(value, str) and f"{{{key}}}." in phrase else value
            for key, value in params.items()
        }
        return phrase.format(**told)

    def knows(self, name: str) -> bool:
        """Whether the language's file has a phrase of this name."""
        return name in self._phrases

    def words(self, words: Words) -> str:
        """Words of the register."""
        return str(label_of(words, self.language))

    def all_words(self, many: Iterable[Words]) -> list[str]:
        """Several of them."""
        return [self.words(words) for words in many]

    def both(self, texts: Iterable[str]) -> str:
        """``a, b ja c``; ``a ja b; c`` where an item is a list itself."""
        items = list(texts)
        return "; ".join(items) if self._hold_lists(items) else format_list(items, "standard", self._locale)

    def either(self, texts: Iterable[str]) -> str:
        """``a, b tai c``; ``a ja b; c tai d`` where an item is a list itself."""
        items = list(texts)
        if self._hold_lists(items):
            items = ["; ".join(items[:-1]), items[-1]]
        return format_list(items, "or", self._locale)

    def _hold_lists(self, items: list[str]) -> bool:
        """Whether one of several items holds a comma or a conjunction, so that commas would not part them."""
        marks = [",", *(format_list(["", ""], style, self._locale) for style in ("standard", "or"))]
        return len(items) > 1 and any(mark in item for item in items for mark in marks)

    def day(self, day: date) -> str:
        """A day, the month in words."""
        return format_date(day, "long", self._locale)

    def length(self, period: Period) -> str:
        """``1 vuosi ja 6 kuukautta``."""
        units = [
            (period.years, "year"),
            (period.months, "month"),
            (period.weeks, "week"),
            (period.days, "day"),
            (period.hours, "hour"),
        ]
        return self.both(self._units(number, unit) for number, unit in units if number) or self._units(0, "day")

    def _units(self, number: int, unit: str) -> str:
        if unit == "day":  # Babel's Swedish counts "dygn", the law counts "dagar"
            return self.say("unit.day" if number == 1 else "unit.days", number=number)
        return format_unit(number, f"duration-{unit}", locale=self._locale)

    def deadline(self, deadline: Deadline) -> str:
        """A period, or "without undue delay"."""
        return self.length(deadline.period) if deadline.period else self.say("deadline.without-undue-delay")

    def country(self, code: str) -> str:
        """A country's name; a code that Babel has no name for stays as it is."""
        return str(self._locale.territories.get(code, code))

    def cited(self, provisions: Iterable[Provision]) -> str:
        """Provisions in words, one after the other."""
        return self.both(cite(provision, self.language) for provision in provisions)

    def language_name(self, code: str) -> str:
        """The name of a language."""
        return str(self._locale.languages.get(code, code))

    def name(self, party: Party) -> str | None:
        """What a party is called in a sentence: its name, else its role; None if it has neither."""
        return self.own_name(party) or (self.words(party.called) if party.called else None)

    def own(self, words: Words) -> str | None:
        """Own wording in this language, or None."""
        return words.own(self.language)

    def own_name(self, named: Register | Party) -> str | None:
        """A name in this language where there are several, else the one name."""
        return (named.names.own(self.language) if named.names else None) or named.name

    def named(self, ids: Iterable[str]) -> str | None:
        """``a, b tai c``: the names of parties by their ids, None if there are none to tell."""
        return self.either(self.names_of(ids)) or None

    def names_of(self, ids: Iterable[str]) -> list[str]:
        """The names of parties by their ids; those that are nameless or not meant for the notice are left out."""
        parties = [self._parties[id] for id in ids]
        return [name for party in parties if for_notice(party) and (name := self.name(party))]

    def aims_of(self, ids: Iterable[str]) -> str:
        """The aims of purposes by their ids."""
        return self.both(text for id in ids for text in self.all_words(self._purposes[id].aims))

    def categories(self, ids: Iterable[str]) -> str:
        """The names of data categories by their ids; a category without a name is told by its items."""
        told: list[str] = []
        for id in ids:
            category = self._categories[id]
            told += self.all_words([category.name] if category.name else category.items or ())
        return self.both(told)

    @cached_property
    def _purposes(self) -> dict[str, Purpose]:
        return {purpose.id: purpose for purpose in self.register.purposes or () if purpose.id}

    @cached_property
    def _categories(self) -> dict[str, DataCategory]:
        return {category.id: category for category in self.register.data or () if category.id}

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {party.id: party for role in PARTY_ROLES for party in self.register.parties(role) if party.id}

    def line(self, name: str, value: Any) -> list[str]:
        """The phrase *name* about *value*, or nothing if the register is silent on it."""
        if value is None:
            return []
        return [self.say(name, value=self._told(value))]

    def choice(self, name: str, value: object) -> list[str]:
        """The phrase that belongs to one value of a field: ``name.true``, ``name.manual``; nothing for silence."""
        key = f"{name}.{str(value).lower()}"
        return [self.say(key)] if value is not None and self.knows(key) else []

    def conditions(self, only_if: Sequence[Words] | None, unless: Sequence[Words] | None) -> list[str]:
        """When something holds, and when not; any one condition suffices."""
        return [
            self.say(f"conditions.{name}{'-any' if len(words) > 1 else ''}", value=self.either(self.all_words(words)))
            for name, words in (("only-if", only_if), ("unless", unless))
            if words
        ]

    def _told(self, value: Any) -> str:
        if isinstance(value, tuple):
            return self.both(self._told(item) for item in value)
        for kind, tell in self._tellers:
            if isinstance(value, kind):
                return tell(value)
        return str(value)

    @cached_property
    def _tellers(self) -> tuple[tuple[type, Callable[[Any], str]], ...]:
        """How values of each class are told."""
        return (
            (Words, self.words),
            (Period, self.length),
            (Deadline, self.deadline),
            (date, self.day),
            (Provision, lambda provision: cite(provision, self.language)),
        )


def capital(text: str) -> str:
    """The text with its first letter large; the rest stays, unlike with ``str.capitalize``."""
    return text[:1].upper() + text[1:]
