"""A right that can be used only with a signature."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.rights import Right


@check_of("rights", "gdpr:12.2", "gdpr:12.6", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def signature_required(case: Case) -> Iterator[Found]:
    """The old Act asked for signed requests; the GDPR asks controllers to make rights easy to use.

    ``note`` where another way needs no signature.
    """
    for path, right in case.all_of(Right):
        ways = right.procedure.ways or () if right.procedure else ()
        signed = [index for index, way in enumerate(ways) if way.signed]
        if signed:
            every = len(signed) == len(ways)
            yield Found(
                path=f"{path}.procedure.ways[{signed[0]}].signed",
                severity=Severity.SHOULD if every else Severity.NOTE,
                params={"right": right.right},
            )
