"""The controller's own period yields to a promise to erase."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.meetings import met
from rekisteri.checks.periods import tells_time
from rekisteri.law.citation import Provision

CITES = ("gdpr:17.1.b", "gdpr:17.1.c", "gdpr:21.3")


@check_of("erasure", *CITES, severity=Severity.NOTE)
def own_period_yields(case: Case) -> Iterator[Found]:
    """A period without a law behind it does not stand against a request, a withdrawal or an objection: no breach, but worth saying."""
    for one in met(case, "consistent", "yields"):
        if tells_time(one.keep.rule):
            yield one.found(case, map(Provision.parse, CITES))
