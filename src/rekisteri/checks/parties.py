"""What a register tells of the parties that keep it."""

from __future__ import annotations

import re

from rekisteri.checks.engine import Case
from rekisteri.model.party import Party

__all__ = ["authority_keeps", "country_of", "keepers", "under_finnish_law"]

FINNISH = frozenset({"FI", "AX", None})
"""Finland, Åland, and a country that is not told."""


def keepers(case: Case) -> str:
    """The list of those whose document it is: processors of their own record, else controllers."""
    return "kept_by" if case.register.kept_by else "controllers"


def country_of(party: Party) -> str | None:
    """Who has a Finnish business id is established in Finland."""
    return party.country or ("FI" if re.fullmatch(r"\d{7}-\d", party.business_id or "") else None)


def authority_keeps(case: Case) -> bool | None:
    """Whether a public authority is among the controllers; None: of some of them the register does not tell."""
    told = [party.public_authority for party in case.register.parties("controllers")]
    if True in told:
        return True
    return False if told and None not in told else None


def under_finnish_law(case: Case) -> bool:
    """Whether the acts of Finland may be those that bind the controllers: not if all of them are said to be elsewhere."""
    countries = {country_of(party) for party in case.register.parties("controllers")}
    return not countries or bool(countries & FINNISH)
