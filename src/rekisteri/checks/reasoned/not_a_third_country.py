"""A state of the European Economic Area that is named as a third country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.transfers import Destination, Journey, journeys, places
from rekisteri.law.countries import in_union
from rekisteri.model.transfer import Area, Transfer


@check_of("transfers", "gdpr:44", severity=Severity.SHOULD)
def not_a_third_country(case: Case) -> Iterator[Found]:
    """Data that stay in the EEA are not transferred to a third country, and need no safeguard.

    ``note`` where the register speaks of leaving the Union, which is true of Iceland, Liechtenstein and Norway. ``possible`` where it
    is not certain that the GDPR applied there on the day, or where the recipient may be an international organisation, to
    which data are transferred wherever it sits.
    """
    for journey in journeys(case):
        found: dict[tuple[bool, bool], list[Destination]] = defaultdict(list)
        for place in journey.destinations:
            if place.in_eea:
                unsure = place.unclear or _may_be_international(journey.transfer)
                found[_left_the_union(journey, place), unsure].append(place)
        for (true_of_union, unsure), those in found.items():
            yield Found(
                path=f"{journey.path}.countries",
                severity=Severity.NOTE if true_of_union else Severity.SHOULD,
                certainty=Certainty.POSSIBLE if unsure else Certainty.CERTAIN,
                params={"countries": places(those)},
                variant="union" if true_of_union and not unsure else None,
            )


def _left_the_union(journey: Journey, place: Destination) -> bool:
    return journey.transfer.outside is Area.EU and not in_union(place.place, journey.on)


def _may_be_international(transfer: Transfer) -> bool:
    """A name, or a kind in own words, may be that of an international organisation."""
    return transfer.name is not None or any(words.term is None for words in transfer.to or ())
