"""A transfer that names neither a country nor a safeguard."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.transfers import journeys
from rekisteri.law.citation import Provision

RECORD = Provision.parse("gdpr:30.2.c")


@check_of("transfers", "gdpr:13.1.f", "gdpr:14.1.f", severity=Severity.SHOULD)
def transfer_unspecified(case: Case) -> Iterator[Found]:
    """A transfer "only if necessary" tells a reader neither where data go nor what protects them there.

    A processor owes no notice, only a record that names the country.
    """
    for journey in journeys(case):
        if journey.names_nothing:
            yield Found(path=journey.path, citations=(RECORD,) if case.register.kept_by else None)
