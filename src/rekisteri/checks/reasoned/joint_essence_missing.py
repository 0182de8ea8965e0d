"""Joint controllers, and no word of who answers for what."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.party import Controller


@check_of("stated", "gdpr:26.2", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True)
def joint_essence_missing(case: Case) -> Iterator[Found]:
    """The essence of their arrangement must be available to people; ``possible``, since it may be published elsewhere.

    Who is the controller of purposes of its own is no joint controller; the controllers of a processor's record have nothing in common.
    """
    joint = [one for one in case.register.parties("controllers") if not _alone(one)]
    told = any(isinstance(one, Controller) and one.responsibility for one in joint)
    if len(joint) > 1 and not told:
        yield Found(path="controllers")


def _alone(party: object) -> bool:
    return isinstance(party, Controller) and party.purposes is not None
