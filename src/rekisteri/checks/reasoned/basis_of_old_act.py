"""A legal basis of the repealed Act that the GDPR does not know."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.purpose import LegalBasis
from rekisteri.vocabulary.terms import lookup


@check_of("basis", "gdpr:6.1", severity=Severity.MUST)
def basis_of_old_act(case: Case) -> Iterator[Found]:
    """The connection requirement ("asiallinen yhteys") has no successor: which point of Art. 6(1) fits must be decided anew."""
    for path, basis in case.all_of(LegalBasis):
        term = lookup(basis.words.term) if basis.words and basis.words.term else None
        if basis.ground is None and term and term.old_act:
            yield Found(path=path, params={"basis": basis.words})
