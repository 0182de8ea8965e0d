"""A Finnish business id whose check digit is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.party import Party

_FINNISH = re.compile(r"\d{6,7}-?\d")


@check_of("form", "gdpr:13.1.a", "gdpr:14.1.a", severity=Severity.SHOULD)
def business_id_invalid(case: Case) -> Iterator[Found]:
    """A mistyped business id leads to another company or to none; ids of other forms are left alone.

    ``possible`` where eight digits may be another country's number: the party's country is not told.
    """
    for path, party in case.all_of(Party):
        written = party.business_id if party.country in (None, "FI") else None
        if written and _FINNISH.fullmatch(written.strip()) and not _valid(written):
            surely = party.country == "FI" or "-" in written
            yield Found(
                path=f"{path}.business_id",
                certainty=Certainty.CERTAIN if surely else Certainty.POSSIBLE,
                params={"id": written},
            )


def _valid(business_id: str) -> bool:
    from stdnum.fi import ytunnus  # takes its time to load, so only where there is an id

    return bool(ytunnus.is_valid(business_id))
