"""Recipients outside the European Economic Area, as far as a register tells of them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from rekisteri.checks.engine import Case
from rekisteri.law.countries import in_eea, is_unclear
from rekisteri.model.disclosure import Disclosure, Processor, Recipient
from rekisteri.model.tracking import Tracker
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words

__all__ = ["Abroad", "recipients_abroad"]


@attrs.frozen(kw_only=True)
class Abroad:
    """A recipient outside the EEA.

    Attributes:
        path: Where it stands; name: what it is called; country: ISO 3166-1 alpha-2.
        stated: Whether the register itself states the country, or only the vocabulary knows it.
        unclear: Whether it is not certain that the country is a third country.
        conditional: Whether it only may be used, or only on conditions.
    """

    path: str
    name: str | Words
    country: str
    stated: bool
    unclear: bool
    conditional: bool

    @property
    def sure(self) -> bool:
        """Whether the register alone shows that data go to a third country."""
        return self.stated and not self.unclear and not self.conditional


def recipients_abroad(case: Case) -> Iterator[Abroad]:
    """Processors, their sub-processors, disclosures, other recipients and tracking services outside the EEA on the case's day."""
    for kind in (Processor, Disclosure, Recipient, Tracker):
        for path, one in case.all_of(kind):
            country, stated = _country(one)
            if country and not in_eea(country, case.on):
                conditional = bool(getattr(one, "may", False) or getattr(one, "only_if", None))
                unclear = is_unclear(country, case.on)
                yield Abroad(
                    path=path,
                    name=_name(one),
                    country=country,
                    stated=stated,
                    unclear=unclear,
                    conditional=conditional,
                )


def _country(one: Processor | Disclosure | Recipient | Tracker) -> tuple[str | None, bool]:
    if one.country or not isinstance(one, Tracker) or not one.service or not one.service.term:
        return one.country, True
    term = lookup(one.service.term)
    return (term.country if term else None), False


def _name(one: Processor | Disclosure | Recipient | Tracker) -> str | Words:
    kinds = ([one.service] if one.service else []) if isinstance(one, Tracker) else list(one.to or ())
    unnamed = Words(term="processors" if isinstance(one, Processor) else "third-parties")
    return one.name or next(iter(kinds), unnamed)
