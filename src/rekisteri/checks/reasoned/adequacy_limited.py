"""An adequacy decision that covers only some recipients, and a recipient of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.transfers import ADEQUACY, journeys
from rekisteri.law.countries import Place
from rekisteri.words import Words


@check_of("transfers", "gdpr:45", severity=Severity.NOTE, certainty=Certainty.POSSIBLE)
def adequacy_limited(case: Case) -> Iterator[Found]:
    """Some decisions cover only a part of what goes to a country, and a notice should say that the recipient is of that part.

    Let pass where it does, where it names the framework, or where another ground may carry the transfer. ``must`` where the register
    says that the decision does not cover the recipient and tells no other ground.
    """
    for journey in journeys(case):
        for place in journey.third:
            carrying = journey.carrying(place)
            if not (place.limited and carrying) or not all(ground.rests_on(ADEQUACY) for ground in carrying):
                continue
            params = {"country": Place(place.place), "scope": Words(**place.decisions[0].covers)}
            if journey.transfer.in_scope is False:
                yield Found(
                    path=f"{journey.path}.in_scope",
                    severity=Severity.MUST,
                    certainty=Certainty.CERTAIN,
                    params=params,
                    variant="outside",
                )
            elif journey.transfer.in_scope is None and not journey.names_framework(place):
                yield Found(path=carrying[0].path, params=params)
