"""A transfer that rests on a framework or on clauses that have ended."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.transfers import ADEQUACY, SAFEGUARDS, Destination, Ground, Journey, destination, journeys
from rekisteri.checks.wording import former_safeguards_in_words
from rekisteri.law.adequacy import Adequacy
from rekisteri.law.clauses import Clauses
from rekisteri.law.timeline import in_force
from rekisteri.words import Words


@check_of("transfers", "gdpr:45", "gdpr:46", severity=Severity.MUST)
def safeguard_invalid(case: Case) -> Iterator[Found]:
    """Safe Harbor, the Privacy Shield and the former standard clauses carry no transfer any more.

    ``should`` where another ground may carry it; ``note`` where the former clauses still did for contracts made in time.
    In own words only possible; what a field rests on is told there, and not again where a text mentions it.
    """
    yield from _in_words(case)
    for journey in journeys(case):
        for ground in journey.grounds:
            instrument = ground.instrument
            if instrument is None or instrument.valid_until is None:
                continue
            if case.on > instrument.valid_until:
                yield Found(
                    path=ground.path,
                    severity=Severity.SHOULD if _beside(journey, ground, instrument) else Severity.MUST,
                    citations=(ADEQUACY if isinstance(instrument, Adequacy) else SAFEGUARDS,),
                    params={"safeguard": ground.words, "until": instrument.valid_until},
                    right_when_drafted=case.written_on is not None and in_force(instrument, case.written_on),
                )
            elif isinstance(instrument, Clauses) and instrument.last_concluded and case.on > instrument.last_concluded:
                yield Found(
                    path=ground.path,
                    severity=Severity.NOTE,
                    citations=(SAFEGUARDS,),
                    params={"concluded": instrument.last_concluded, "until": instrument.valid_until},
                    variant="no-new",
                )


def _in_words(case: Case) -> Iterator[Found]:
    grounds = [ground for journey in journeys(case) for ground in journey.grounds]
    told = {ground.instrument for ground in grounds}
    of_transfers = {ground.path for ground in grounds if not ground.instrument}
    for place, id in former_safeguards_in_words(case):
        instrument = Ground(path=place.path, words=Words(term=id), on=case.on).instrument
        if instrument is None or (instrument in told and place.path not in of_transfers):
            continue
        if instrument.valid_until and case.on > instrument.valid_until:
            yield Found(
                path=place.path,
                severity=Severity.SHOULD,
                certainty=Certainty.POSSIBLE,
                citations=(ADEQUACY if isinstance(instrument, Adequacy) else SAFEGUARDS,),
                params={"words": place.words, "until": instrument.valid_until},
                right_when_drafted=case.written_on is not None and in_force(instrument, case.written_on),
                variant="words",
            )


def _beside(journey: Journey, ground: Ground, instrument: Adequacy | Clauses) -> bool:
    """Whether another ground may carry what the ended one carried: a framework its country's transfers, clauses any."""
    places: tuple[Destination | None, ...] = journey.third or (None,)
    if isinstance(instrument, Adequacy):
        places = (destination(instrument.place, journey.on),)
    return any(journey.carrying(place, but=ground) for place in places)
