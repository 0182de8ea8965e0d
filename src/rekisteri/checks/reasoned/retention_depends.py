"""Whether two rules contradict each other depends on the order of events."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.meetings import met
from rekisteri.law.citation import Provision


@check_of("retention", "gdpr:5.1.e", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def retention_depends(case: Case) -> Iterator[Found]:
    """A period and an end that count from different events are consistent only if one comes soon enough after the other.

    The register can state that it does (``order``); the finding says how soon is soon enough. The end of a time for claims forbids
    nothing, so it is let pass.
    """
    for one in met(case, "depends"):
        if not one.is_ended_by_claim:
            yield one.found(case, [Provision.parse("gdpr:5.1.e")])
