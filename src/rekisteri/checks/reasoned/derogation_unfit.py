"""A derogation for transfers that it is not made for."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.parties import keepers
from rekisteri.checks.transfers import DEROGATIONS, Destination, Ground, Journey, journeys
from rekisteri.law.citation import Provision

OPEN_TO_ALL = Provision.parse("gdpr:49.1.g")
"""A public register is there to be consulted, as often as people wish."""

NOT_FOR_AUTHORITIES = tuple(Provision.parse(f"gdpr:49.1.{part}") for part in ("a", "b", "c", "sub2"))


@check_of("transfers", "gdpr:49.1", "gdpr:49.3", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def derogation_unfit(case: Case) -> Iterator[Found]:
    """Derogations are exceptions: not for transfers made regularly, and some of them not for a public authority's powers.

    Let pass where an adequacy decision or another ground may carry the transfer.
    """
    authority = any(party.public_authority for party in case.register.parties(keepers(case)))
    for journey in journeys(case):
        if _carried_otherwise(journey):
            continue
        for ground in journey.grounds:
            if authority and ground.rests_on(*NOT_FOR_AUTHORITIES):
                yield _found(ground, "gdpr:49.3", "authority")
            if journey.transfer.regular and ground.rests_on(DEROGATIONS) and not ground.rests_on(OPEN_TO_ALL):
                yield _found(ground, "gdpr:49.1")


def _found(ground: Ground, provision: str, variant: str | None = None) -> Found:
    return Found(
        path=ground.path, citations=(Provision.parse(provision),), params={"ground": ground.words}, variant=variant
    )


def _carried_otherwise(journey: Journey) -> bool:
    """Whether everywhere it goes something else may carry it."""
    somewhere: tuple[Destination | None, ...] = journey.third or ((None,) if not journey.destinations else ())
    return all(
        (place and place.decisions and not place.limited)
        or any(not ground.rests_on(DEROGATIONS) for ground in journey.carrying(place))
        for place in somewhere
    )
