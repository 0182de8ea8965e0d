"""A public authority that rests a purpose on legitimate interests."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import every_basis
from rekisteri.model.party import Controller, Party
from rekisteri.model.purpose import Ground, Purpose


@check_of("basis", "gdpr:6.1.sub2", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def interest_of_authority(case: Case) -> Iterator[Found]:
    """Legitimate interests are no basis for an authority's tasks; it has others too, such as those of an employer or a landlord."""
    for path, purpose, basis in every_basis(case):
        authority = any(_is_authority_for(purpose, party) for party in case.register.parties("controllers"))
        if basis.ground is Ground.LEGITIMATE_INTERESTS and authority:
            yield Found(path=f"{path}.ground")


def _is_authority_for(purpose: Purpose | None, party: Party) -> bool:
    """Whether a public authority is the controller of a purpose, or of some (None)."""
    alone = party.purposes if isinstance(party, Controller) else None
    return bool(party.public_authority) and (alone is None or purpose is None or purpose.id in alone)
