"""Several legal bases, and no telling which aim rests on which."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.check import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.purpose import Purpose


@check_of("basis", "gdpr:13.1.c", "gdpr:14.1.c", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def bases_not_told_apart(case: Case) -> Iterator[Found]:
    """The basis must be told for each purpose: which rights people have depends on it.

    ``possible``, since one aim may rest on several bases; a statement of one closed aim is let pass.
    """
    for path, purpose in case.all_of(Purpose):
        bases = set(purpose.legal_bases or ())
        several_aims = len(purpose.aims) > 1 or purpose.more
        if several_aims and len({(basis.ground, basis.words) for basis in bases}) > 1:
            yield Found(path=f"{path}.legal_bases", params={"bases": len(bases), "aims": len(purpose.aims)})
