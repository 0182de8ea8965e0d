"""A right that can be used only with a signature."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.wording import found_in_words
from rekisteri.model.rights import Right, Way
from rekisteri.words import Words


@check_of("rights", "gdpr:12.2", "gdpr:12.6", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def signature_required(case: Case) -> Iterator[Found]:
    """The old Act asked for signed requests; the GDPR asks controllers to make rights easy to use.

    ``note`` where another way to use the same right needs no signature. Own words are read only where no field tells of one.
    """
    ways = [(path, right, way) for path, right in case.all_of(Right) if right.given for path, way in _ways(path, right)]
    free: list[Words] = [right.right for _, right, way in ways if not _signed(way)]
    for path, right in case.all_of(Right):
        signed = [place for place, way in _ways(path, right) if _signed(way)]
        if right.given and signed:
            severity = Severity.NOTE if right.right in free else Severity.SHOULD
            yield Found(path=signed[0], severity=severity, params={"right": right.right})
    if not any(_signed(way) for _, _, way in ways):
        yield from found_in_words(case, "signed")


def _ways(path: str, right: Right) -> Iterator[tuple[str, Way]]:
    for index, way in enumerate(right.procedure.ways or () if right.procedure else ()):
        yield f"{path}.procedure.ways[{index}].{'signed' if way.signed else 'handwritten'}", way


def _signed(way: Way) -> bool:
    return bool(way.signed or way.handwritten)
