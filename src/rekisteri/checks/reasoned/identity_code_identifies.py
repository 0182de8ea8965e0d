"""People identified by their personal identity code alone, or with the name."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.parties import under_finnish_law
from rekisteri.law.citation import Provision
from rekisteri.law.provisions import holds
from rekisteri.model.rights import Procedure

FORBIDDEN = Provision.parse("tsl:29.5")

NO_PROOF = frozenset({"name", "personal-identity-code", "which-data", "correct-data", "request-grounds"})
"""Details of a request that tell nothing more of who asks."""


@check_of("data", "tsl:29.5", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def identity_code_identifies(case: Case) -> Iterator[Found]:
    """A code that others may know proves nothing; asking for it together with something else is let pass."""
    if not holds(FORBIDDEN, case.on) or not under_finnish_law(case):
        return
    for path, procedure in case.all_of(Procedure):
        asked = {words.term for words in procedure.must_state or ()}
        if "personal-identity-code" in asked <= NO_PROOF:
            yield Found(path=f"{path}.must_state")
