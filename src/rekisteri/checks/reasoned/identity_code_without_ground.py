"""Personal identity codes, and nothing that allows them."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import data_terms
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import bases_of, law_named, purposes_of
from rekisteri.checks.parties import under_finnish_law
from rekisteri.law.citation import Provision
from rekisteri.law.provisions import holds
from rekisteri.model.data import DataCategory, Requirement, RequirementKind
from rekisteri.model.purpose import Ground
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words

SECTION = Provision.parse("tsl:29")

BY_CONSENT_OR_LAW = frozenset({Ground.CONSENT, Ground.LEGAL_OBLIGATION, Ground.PUBLIC_TASK})
"""The grounds that section 29(1) knows: consent, and what a law lays down."""

ON_CONDITION = frozenset({"data-subject-consents", "law-requires", "law-allows", "law", "legal-obligation"})
"""Conditions under which the code is held, that come to the same."""


@check_of("data", "gdpr:87", "tsl:29", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True)
def identity_code_without_ground(case: Case) -> Iterator[Found]:
    """The code may be processed with consent, by law, or where it matters in the tasks and fields of section 29.

    ``note`` where the register tells its aims or people in words of its own, which may be such a field. A processor's record is not asked.
    """
    if not holds(SECTION, case.on) or not under_finnish_law(case):
        return
    for path, category, _, term in data_terms(case):
        if term.id == "personal-identity-code" and not _has_ground(case, category):
            own_words = any(words.term is None for words in _told_of(case, category))
            yield Found(path=path, severity=Severity.NOTE if own_words else Severity.SHOULD)


def _has_ground(case: Case, category: DataCategory) -> bool:
    grounds = {basis.ground for basis in bases_of(case, category)}
    conditions = {words.term for words in category.only_if or ()}
    terms = [lookup(words.term) for words in _told_of(case, category) if words.term]
    return bool(
        grounds & BY_CONSENT_OR_LAW
        or conditions & ON_CONDITION
        or law_named(case, category)
        or any(term and term.identity_code for term in terms)
        or any(_by_law(requirement, category) for requirement in case.register.requirements or ())
    )


def _told_of(case: Case, category: DataCategory) -> list[Words]:
    """The words for what the category is used for, for whose data it is, and for when it is held."""
    aims = [aim for purpose in purposes_of(case, category) for aim in purpose.aims]
    subjects = category.subjects or case.register.data_subjects or ()
    return [*aims, *subjects, *(category.only_if or ())]


def _by_law(requirement: Requirement, category: DataCategory) -> bool:
    """Whether the category must be given because a law demands it."""
    whole = requirement.data is None and requirement.content is None
    asked = whole or category.id in (requirement.data or ())
    return asked and requirement.kind is RequirementKind.STATUTORY
