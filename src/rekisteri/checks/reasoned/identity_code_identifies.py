"""People identified by their personal identity code alone, or with the name."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.parties import under_finnish_law
from rekisteri.model.rights import Procedure, Way

NO_PROOF = frozenset({"name", "personal-identity-code", "which-data", "correct-data", "request-grounds"})
"""Details of a request that tell nothing more of who asks."""

IDENTIFYING = frozenset({"account-settings", "customer-credentials", "in-person", "online-service", "user-profile"})
"""Ways in which people log in, or are met in person."""


@check_of("data", "tsl:29.5", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def identity_code_identifies(case: Case) -> Iterator[Found]:
    """A code that others may know proves nothing; asking for it together with something else is let pass.

    So is a request that can be made only in ways that show who asks; a note where some of the ways do.
    """
    if not under_finnish_law(case):
        return
    for path, procedure in case.all_of(Procedure):
        asked = {words.term for words in procedure.must_state or ()}
        ways = [_may_identify(way) for way in procedure.ways or ()]
        if "personal-identity-code" in asked <= NO_PROOF and not (ways and all(ways)):
            yield Found(path=f"{path}.must_state", severity=Severity.NOTE if any(ways) else Severity.SHOULD)


def _may_identify(way: Way) -> bool:
    """Whether it may show who asks in another way; own words may tell of one."""
    words = [*(way.limits or ()), *([way.channel] if way.channel else [])]
    own = any(one.wordings for one in words)
    return way.self_service or own or (way.channel is not None and way.channel.term in IDENTIFYING)
