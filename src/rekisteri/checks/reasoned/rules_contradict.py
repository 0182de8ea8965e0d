"""A rule keeps data that another erases."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.meetings import Met, contradictions
from rekisteri.law.citation import Provision

CITES = ("gdpr:5.1.e", "gdpr:13.2.a", "gdpr:14.2.a")


@check_of("retention", *CITES, severity=Severity.MUST)
def rules_contradict(case: Case) -> Iterator[Found]:
    """Two rules that cannot both be followed, and for which no other check has a name of its own.

    Only ``possible`` where the law sets both, since it may say elsewhere which comes first. A ``note`` where the end is that of a
    time for claims: it forbids nothing, and once it is over, the data may still be needed for something else.
    """
    cites = tuple(map(Provision.parse, CITES))
    for one in contradictions(case):
        if one.is_ended_by_claim:
            yield one.found(case, cites, severity=Severity.NOTE, certainty=Certainty.POSSIBLE, variant="claim")
        elif one.keep.is_duty and one.is_ended_by_law:
            yield one.found(case, cites, severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, variant="laws")
        elif not _has_a_name(one):
            yield one.found(case, cites)


def _has_a_name(one: Met) -> bool:
    """Whether it is a duty against an own end or a promise, or an own period against a law's end."""
    return one.keep.is_duty or one.is_ended_by_law
