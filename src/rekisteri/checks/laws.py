"""What a register names as the law behind a category of data: purposes, bases, requirements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rekisteri.checks.engine import Case
from rekisteri.errors import join
from rekisteri.law.citation import Provision
from rekisteri.model.data import DataCategory
from rekisteri.model.purpose import LegalBasis, Purpose
from rekisteri.part import labelled
from rekisteri.vocabulary.terms import lookup

__all__ = ["bases_of", "every_basis", "is_of_old_act", "law_named", "names_law", "purposes_of", "sensitive_data_law"]


IDENTITY_CODE = Provision.parse("tsl:29")
"""The section on personal identity codes: it allows no other data."""


def is_of_old_act(basis: LegalBasis) -> bool:
    """Whether a basis is one that only the repealed Personal Data Act knew."""
    term = lookup(basis.words.term) if basis.words and basis.words.term else None
    return basis.ground is None and term is not None and term.old_act


def names_law(provisions: Iterable[Provision] | None) -> bool:
    """Whether any law is among them; the GDPR itself is not the law that its own articles ask for."""
    return any(provision.act != "gdpr" for provision in provisions or ())


def purposes_of(case: Case, category: DataCategory) -> list[Purpose]:
    """The purposes that a category is used for: all, if the register ties it to none."""
    purposes = case.register.purposes or ()
    return [one for one in purposes if category.purposes is None or one.id in category.purposes]


def bases_of(case: Case, category: DataCategory) -> list[LegalBasis]:
    """The bases that the use of a category may rest on."""
    told = [basis for purpose in purposes_of(case, category) for basis in purpose.legal_bases or ()]
    return [*told, *(case.register.legal_bases or ())]


def law_named(
    case: Case, category: DataCategory, is_law: Callable[[Iterable[Provision] | None], bool] = names_law
) -> bool:
    """Whether a law is named for a category, for a purpose or a basis of its use, or for the duty to give it."""
    return any(is_law(provisions) for provisions in _named_for(case, category))


def sensitive_data_law(provisions: Iterable[Provision] | None) -> bool:
    """Whether any law is among them that may allow data of Arts 9 and 10: the section on identity codes does not."""
    return names_law(one for one in provisions or () if not IDENTITY_CODE.covers(one))


def every_basis(case: Case) -> Iterator[tuple[str, Purpose | None, LegalBasis]]:
    """Each basis with its path and its purpose; None: it is the basis of all processing."""
    for path, basis in labelled(case.register.legal_bases or (), "legal_bases"):
        yield path, None, basis
    for place, purpose in labelled(case.register.purposes or (), "purposes"):
        for path, basis in labelled(purpose.legal_bases or (), join(place, "legal_bases")):
            yield path, purpose, basis


def _named_for(case: Case, category: DataCategory) -> Iterator[Iterable[Provision] | None]:
    yield category.provisions
    yield from (purpose.provisions for purpose in purposes_of(case, category))
    yield from (basis.provisions for basis in bases_of(case, category))
    for requirement in case.register.requirements or ():
        if requirement.data is None or category.id in requirement.data:
            yield requirement.provisions
