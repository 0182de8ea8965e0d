"""An adequacy decision that there is not, not yet or no longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.parties import country_of, keepers
from rekisteri.checks.transfers import ADEQUACY, Destination, Ground, Journey, destination, journeys, places
from rekisteri.law.adequacy import Adequacy, adequacy, covered_until
from rekisteri.law.countries import in_eea, in_union

SOON = timedelta(days=180)
"""How long before its end a decision is worth a note: time to agree on clauses."""


@attrs.frozen
class _Verdict:
    severity: Severity
    certainty: Certainty
    variant: str | None = None
    until: date | None = None


@check_of("transfers", "gdpr:45", severity=Severity.MUST)
def adequacy_not_in_force(case: Case) -> Iterator[Found]:
    """A transfer cannot rest on an adequacy decision that is not in force on the day.

    ``should`` where another ground may carry the transfer; ``possible`` where the place may be no third country, or where the end
    of the decision was still to come when the table was checked, since it may have been renewed. ``note`` half a year before an
    end that is known beforehand, and where the decision may not reach the controller's country.
    """
    for journey in journeys(case):
        for ground in journey.grounds:
            if isinstance(ground.instrument, Adequacy):
                yield from _named(journey, ground, ground.instrument)
            elif ground.rests_on(ADEQUACY):
                yield from _claimed(case, journey, ground)


def _named(journey: Journey, ground: Ground, framework: Adequacy) -> Iterator[Found]:
    """A framework is named before it began; one that has ended is another check's matter."""
    if journey.on >= framework.valid_from:
        return
    place = destination(framework.place, journey.on)
    yield Found(
        path=ground.path,
        severity=Severity.SHOULD if journey.carrying(place, but=ground) else Severity.MUST,
        params={"framework": ground.words, "begins": framework.valid_from},
        variant="not-yet",
    )


def _claimed(case: Case, journey: Journey, ground: Ground) -> Iterator[Found]:
    """An adequacy decision is claimed, and no framework named for the country: that is then what is claimed."""
    found: dict[_Verdict, list[Destination]] = defaultdict(list)
    for place in journey.third:
        verdict = None if journey.names_framework(place) else _verdict(case, journey, ground, place)
        if verdict:
            found[verdict].append(place)
    for verdict, those in found.items():
        right = case.written_on is not None and all(adequacy(one.place, case.written_on) for one in those)
        lacking = not any(one.decisions for one in those)
        yield Found(
            path=ground.path,
            severity=verdict.severity,
            certainty=verdict.certainty,
            params={"countries": places(those), **({"until": verdict.until} if verdict.until else {})},
            right_when_drafted=right if lacking else None,
            variant=verdict.variant,
        )


def _verdict(case: Case, journey: Journey, ground: Ground, place: Destination) -> _Verdict | None:
    beside = journey.carrying(place, but=ground)
    if place.decisions:
        return None if beside else _weak(case, place)
    if beside and any(one.decisions for one in journey.third):
        return None  # the decision is another country's, and this one has the other ground
    last = max((one.valid_until for one in place.ended if one.valid_until), default=None)
    if place.unclear:
        return _Verdict(Severity.SHOULD, Certainty.POSSIBLE, "unless-renewed" if last else None, last)
    severity = Severity.SHOULD if beside else Severity.MUST
    return _Verdict(severity, Certainty.CERTAIN, "ended" if last else None, last)


def _weak(case: Case, place: Destination) -> _Verdict | None:
    """A decision that is in force, but soon ends, or may not reach the controller. What a court struck down nobody saw coming."""
    until = covered_until(place.place, case.on)
    if until and until - case.on <= SOON and not any(one.judgment for one in place.decisions):
        return _Verdict(Severity.NOTE, Certainty.POSSIBLE, "ends", until)
    if all(one.union_only for one in place.decisions) and _outside_union(case):
        return _Verdict(Severity.NOTE, Certainty.POSSIBLE, "not-in-eea-agreement")
    return None


def _outside_union(case: Case) -> bool:
    """Whether some controller, or processor of its own record, is in Iceland, Liechtenstein or Norway."""
    countries = [country_of(party) for party in case.register.parties(keepers(case))]
    return any(one and in_eea(one, case.on) and not in_union(one, case.on) for one in countries)
