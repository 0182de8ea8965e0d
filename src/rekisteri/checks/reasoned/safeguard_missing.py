"""A transfer to a third country that rests on nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.transfers import Destination, Journey, journeys, places

Verdict = tuple[Severity, Certainty, str | None]


@check_of("transfers", "gdpr:44", "gdpr:13.1.f", "gdpr:14.1.f", severity=Severity.MUST, of_controllers=True)
def safeguard_missing(case: Case) -> Iterator[Found]:
    """A transfer needs an adequacy decision, a safeguard or a derogation, and a notice must say which.

    That there is an adequacy decision must be told too (Art. 13(1)(f)). ``possible`` where data only may be transferred, and where it is not clear whether the place is a third country. A framework of another
    country is no ground, nor are supplementary measures alone. A processor's record need not tell.
    """
    for journey in journeys(case):
        bare: dict[Verdict, list[Destination]] = defaultdict(list)
        for place in journey.third:
            if not any(ground.concerns(place) for ground in journey.grounds) and not _told_in_scope(journey, place):
                bare[_verdict(journey, place)].append(place)
        for (severity, certainty, variant), found in bare.items():
            yield Found(
                path=f"{journey.path}.safeguards",
                severity=severity,
                certainty=certainty,
                params={"countries": places(found)},
                variant=variant,
            )


def _told_in_scope(journey: Journey, place: Destination) -> bool:
    """Whether the register says that the adequacy decision covers the recipient: then it says that there is one."""
    return bool(place.decisions) and journey.transfer.in_scope is True


def _verdict(journey: Journey, place: Destination) -> Verdict:
    variant = None
    if place.limited and journey.transfer.in_scope is not False:
        variant = "limited"
    elif place.decisions and not place.limited:
        variant = "adequate"
    adopted = all(decision.surely_from <= journey.on for decision in place.decisions)
    if journey.conditional or place.unclear or not adopted:
        return Severity.SHOULD, Certainty.POSSIBLE, variant
    return Severity.MUST, Certainty.CERTAIN, variant
