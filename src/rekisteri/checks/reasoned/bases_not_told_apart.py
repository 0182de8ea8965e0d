"""Several legal bases, and no telling which aim rests on which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.purpose import LegalBasis, Purpose


@check_of("basis", "gdpr:13.1.c", "gdpr:14.1.c", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def bases_not_told_apart(case: Case) -> Iterator[Found]:
    """The basis must be told for each purpose: which rights people have depends on it.

    ``possible``, since one aim may rest on several bases; a statement of one closed aim is let pass, and so is one that tells of
    each basis what it is for.
    """
    for path, purpose in case.all_of(Purpose):
        if len(purpose.aims) > 1 or purpose.more:
            yield from _several(f"{path}.legal_bases", purpose.legal_bases)
    rest = [purpose for purpose in case.register.purposes or () if not purpose.legal_bases]
    if sum(len(purpose.aims) + purpose.more for purpose in rest) > 1:
        yield from _several("legal_bases", case.register.legal_bases)


def _several(path: str, bases: Sequence[LegalBasis] | None) -> Iterator[Found]:
    told = {(basis.ground, basis.words) for basis in bases or ()}
    apart = all(basis.about for basis in bases or ())
    if len(told) > 1 and not apart:
        yield Found(path=path, params={"bases": len(told)})
