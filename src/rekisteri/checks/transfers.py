"""Transfers as the law of a day sees them: where they go, and what of their grounds can carry them there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import attrs

from rekisteri.checks.engine import Case
from rekisteri.law.adequacy import Adequacy, adequacy, adequacy_decisions, organisation
from rekisteri.law.citation import Provision
from rekisteri.law.clauses import Clauses, standard_clauses
from rekisteri.law.countries import Place, in_eea, is_unclear
from rekisteri.law.timeline import in_force
from rekisteri.model.transfer import Transfer
from rekisteri.part import labelled
from rekisteri.vocabulary.terms import Term, lookup
from rekisteri.words import Words

__all__ = [
    "ADEQUACY",
    "DEROGATIONS",
    "SAFEGUARDS",
    "Destination",
    "Ground",
    "Journey",
    "destination",
    "journey",
    "journeys",
    "places",
]

ADEQUACY = Provision.parse("gdpr:45")
SAFEGUARDS = Provision.parse("gdpr:46")
DEROGATIONS = Provision.parse("gdpr:49")


@attrs.frozen(kw_only=True)
class Destination:
    """Where a transfer goes.

    Attributes:
        place: The country (ISO 3166-1 alpha-2), or an organisation with an adequacy decision.
        in_eea: Whether it is in the EEA on the day.
        decisions: The adequacy decisions in force for it on the day; ended: those that ended before.
        unclear: Whether nothing certain can be said of transfers there: by the place's status, or because a decision that ended may
            have been renewed.
    """

    place: str
    in_eea: bool
    decisions: tuple[Adequacy, ...]
    ended: tuple[Adequacy, ...]
    unclear: bool

    @property
    def limited(self) -> bool:
        """Whether it has a decision, but none that covers everything."""
        return bool(self.decisions) and all(decision.scope for decision in self.decisions)


@attrs.frozen(kw_only=True)
class Ground:
    """What a transfer is said to rest on, with its path."""

    path: str
    words: Words
    on: date

    @property
    def term(self) -> Term | None:
        """What it is in the vocabulary; None: it is told in own words, which are not read."""
        return lookup(self.words.term)

    @property
    def instrument(self) -> Adequacy | Clauses | None:
        """The decision or the edition of clauses that it names."""
        id = (self.term.instrument if self.term else None) or ""
        return adequacy_decisions().get(id) or standard_clauses().get(id)

    def rests_on(self, *articles: Provision) -> bool:
        """Whether it is a ground of one of these articles."""
        provision = self.term.provision if self.term else None
        return provision is not None and any(article.covers(provision) for article in articles)

    def concerns(self, destination: Destination | None) -> bool:
        """Whether it can be the ground of transfers there (None: somewhere), if it is valid."""
        if self.term and self.term.provision is None:
            return False
        framework = self.instrument
        return destination is None or not isinstance(framework, Adequacy) or framework.place == destination.place

    def carries(self, destination: Destination | None) -> bool:
        """Whether transfers there (None: somewhere) may rest on it on the day."""
        if not self.concerns(destination):
            return False
        if self.instrument:
            return in_force(self.instrument, self.on)
        if destination is None or not self.rests_on(ADEQUACY):
            return True
        return bool(destination.decisions) or destination.unclear


@attrs.frozen(kw_only=True, slots=False)
class Journey:
    """A transfer on a day.

    Attributes:
        path, transfer, on: The transfer, its place and the day.
        told: Where the register says that it goes.
    """

    path: str
    transfer: Transfer
    on: date
    told: tuple[Destination, ...]

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """What the register says that it rests on."""
        stated = labelled(self.transfer.safeguards or (), f"{self.path}.safeguards")
        return tuple(Ground(path=path, words=words, on=self.on) for path, words in stated)

    @cached_property
    def destinations(self) -> tuple[Destination, ...]:
        """Where the register says that it goes, or else the country of a framework that it names."""
        named = (ground.instrument for ground in self.grounds)
        frameworks = dict.fromkeys(one.place for one in named if isinstance(one, Adequacy))
        return self.told or tuple(destination(place, self.on) for place in frameworks)

    @property
    def third(self) -> tuple[Destination, ...]:
        """The destinations outside the EEA."""
        return tuple(place for place in self.destinations if not place.in_eea)

    @property
    def conditional(self) -> bool:
        """Whether data only may be transferred, or only on conditions."""
        return bool(self.transfer.may or self.transfer.only_if)

    @property
    def names_nothing(self) -> bool:
        """Whether it tells neither where data go nor what protects them there."""
        return not self.destinations and all(ground.term and ground.term.vague for ground in self.grounds)

    def names_framework(self, place: Destination | None) -> bool:
        """Whether it names the decision that it means for a country."""
        named = (ground.instrument for ground in self.grounds)
        return place is not None and any(isinstance(one, Adequacy) and one.place == place.place for one in named)

    def carrying(self, place: Destination | None, *, but: Ground | None = None) -> tuple[Ground, ...]:
        """The grounds on which transfers to a place (None: somewhere) may rest on the day, *but* one left aside.

        "An adequacy decision" beside a framework for that country is that framework.
        """
        named = self.names_framework(place)
        return tuple(
            ground
            for ground in self.grounds
            if ground is not but
            and ground.carries(place)
            and not (named and ground.instrument is None and ground.rests_on(ADEQUACY))
        )


def journeys(case: Case) -> tuple[Journey, ...]:
    """The register's transfers on the case's day."""
    return case.once(_journeys)


def _journeys(case: Case) -> tuple[Journey, ...]:
    return tuple(journey(path, transfer, case.on) for path, transfer in case.all_of(Transfer))


def journey(path: str, transfer: Transfer, on: date) -> Journey:
    """A transfer on a day; an organisation that has a decision is where data go, wherever it sits."""
    named = organisation(transfer.name) if transfer.name else None
    told = tuple(destination(place, on) for place in ([named] if named else transfer.countries or ()))
    return Journey(path=path, transfer=transfer, on=on, told=told)


def destination(place: str, on: date) -> Destination:
    """A country or an organisation on a day."""
    ended = tuple(
        one
        for one in adequacy_decisions().values()
        if one.place == place and one.valid_until is not None and one.valid_until < on
    )
    decisions = adequacy(place, on)
    return Destination(
        place=place,
        in_eea=in_eea(place, on),
        decisions=decisions,
        ended=ended,
        unclear=is_unclear(place, on) or (not decisions and any(one.end_may_move for one in ended)),
    )


def places(destinations: Iterable[Destination]) -> tuple[Place, ...]:
    """Destinations for a message."""
    return tuple(Place(one.place) for one in destinations)
