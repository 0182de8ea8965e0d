"""Which of its documents a register claims an exemption for."""

from __future__ import annotations

from rekisteri.checks.engine import Case
from rekisteri.checks.origins import any_comes
from rekisteri.law.exemptions import exempting
from rekisteri.model.data import DataCategory
from rekisteri.model.exemption import Exemption
from rekisteri.part import labelled

__all__ = ["exempted_for", "exempted_from"]


def exempted_from(kind: str, case: Case) -> str | None:
    """The path of the exemption by which a document need not be given on the case's day; None: it must be.

    An exemption for some categories of data is enough if no others surely ask for the document.

    Args:
        kind: ``collected`` or ``obtained`` (the notice of Art. 13 or 14), ``record`` or ``processor_record`` (Art. 30).
        case: The register on its day.
    """
    claimed = _claimed(kind, case)
    whole = [path for path, exemption in claimed if exemption.data is None]
    if whole or not claimed:
        return whole[0] if whole else None
    covered = {id for _, exemption in claimed for id in exemption.data or ()}
    everything = {category.id for category in case.register.data or ()}
    notice = kind in ("collected", "obtained")
    if everything <= covered or (notice and not any_comes(case, from_person=kind == "collected", without=covered)):
        return claimed[0][0]
    return None


def exempted_for(category: DataCategory, kind: str, case: Case) -> str | None:
    """The path of the exemption by which a document need not tell of one category; None: there is none."""
    paths = [path for path, claim in _claimed(kind, case) if claim.data is None or category.id in claim.data]
    return paths[0] if paths else None


def _claimed(kind: str, case: Case) -> list[tuple[str, Exemption]]:
    """The stated exemptions that do exempt from such a document on the case's day, with their paths."""
    stated = labelled(case.register.exemptions or (), "exemptions")
    rows = [(path, exemption, exempting(exemption.provision, case.on)) for path, exemption in stated]
    return [(path, exemption) for path, exemption, row in rows if row and kind in row.exempts_from]
