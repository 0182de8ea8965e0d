"""Cookies, analytics and other tracking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from rekisteri.constraints import Text
from rekisteri.errors import Problem
from rekisteri.model.party import Country
from rekisteri.model.rights import Way
from rekisteri.part import Part
from rekisteri.vocabulary.fields import Aim, Data, Free, TrackingService

__all__ = ["Tracker"]


@attrs.frozen(kw_only=True)
class Tracker(Part):
    """A tracking service or technique (Act 917/2014, section 205; GDPR 13).

    Attributes:
        service: Which service or technique; name: its name where the vocabulary lacks it.
        provider: Who provides it; web: where that tells of its own processing.
        country: Where the provider is, if the notice says so; ISO 3166-1 alpha-2.
        aims: What it is for.
        collects: What it collects; more: True: the list is open.
        identifies: Whether it can identify a person.
        cookies: Whether it uses cookies.
        combined_with: What its data may be combined with.
        essential: Whether it is necessary for a service that the user asked for (section 205, subsection 2).
        consent: Whether it is used only with consent.
        opt_out: The ways to stop it.
        without: What follows if it is stopped.

    Raises:
        InvalidValue: It says nothing.
    """

    service: TrackingService | None = None
    name: Text | None = None
    provider: Text | None = None
    web: Text | None = None
    country: Country | None = None
    aims: Sequence[Aim] | None = None
    collects: Sequence[Data] | None = None
    more: bool = False
    identifies: bool | None = None
    cookies: bool | None = None
    combined_with: Sequence[Data] | None = None
    essential: bool | None = None
    consent: bool | None = None
    opt_out: Sequence[Way] | None = None
    without: Free | None = None

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something("more")
