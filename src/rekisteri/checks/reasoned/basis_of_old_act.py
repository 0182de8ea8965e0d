"""A legal basis of the repealed Act that the GDPR does not know."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.laws import is_of_old_act
from rekisteri.checks.wording import found_in_words
from rekisteri.model.purpose import LegalBasis
from rekisteri.vocabulary.phrases import tells_of_an_end


@check_of("basis", "gdpr:6.1", severity=Severity.MUST, of_controllers=True)
def basis_of_old_act(case: Case) -> Iterator[Found]:
    """The connection requirement ("asiallinen yhteys") has no successor: which point of Art. 6(1) fits must be decided anew.

    In own words it is ``possible``, and only where no point of Art. 6(1) is stated: beside one it may be the reason for it. A
    processor's record is not asked: the basis is the controllers'.
    """
    old = [(path, basis) for path, basis in case.all_of(LegalBasis) if is_of_old_act(basis)]
    yield from (Found(path=path, params={"basis": basis.words}) for path, basis in old)
    if not old and not any(basis.ground for _, basis in case.all_of(LegalBasis)):
        yield from (found for found in found_in_words(case, "connection") if _may_be_a_basis(found))


def _may_be_a_basis(found: Found) -> bool:
    """Whether it stands where purposes and bases are told, and is not said to be no more."""
    told = found.path.startswith(("legal_bases[", "purposes[", "sections["))
    return told and not tells_of_an_end(str(found.params["words"]).lower())
