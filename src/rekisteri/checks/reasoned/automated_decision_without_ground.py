"""Automated decisions that the law allows only by contract, law or explicit consent."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import every_basis, names_law
from rekisteri.law.citation import Provision
from rekisteri.model.automated import AutomatedDecision
from rekisteri.model.data import Article9Condition
from rekisteri.model.purpose import Ground, Purpose

SPECIAL = (Provision.parse("gdpr:22.4"),)
"""Where such decisions on special categories are allowed on two conditions only."""

ELSEWHERE = frozenset({Ground.LEGITIMATE_INTERESTS, Ground.VITAL_INTERESTS})
"""The grounds that are none of Art. 22(2)."""

ALLOWING = frozenset({Article9Condition.EXPLICIT_CONSENT, Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST})
"""The conditions of Art. 9(2) that Art. 22(4) names."""


@check_of(
    "basis", "gdpr:22.1", "gdpr:22.2", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True
)
def automated_decision_without_ground(case: Case) -> Iterator[Found]:
    """A decision by machine alone with significant effects needs a contract, a law or explicit consent.

    Only where the register tells all its bases and none of them may be one of these. On special categories it needs explicit consent or
    a substantial public interest; ``possible``, since the register does not tell which bases and data a decision is about.
    """
    for path, decision in case.all_of(AutomatedDecision):
        if decision.solely and decision.significant:
            if _rests_elsewhere(case):
                yield Found(path=path, params={"item": decision.what})
            if _special_data_elsewhere(case):
                yield Found(path=path, citations=SPECIAL, params={"item": decision.what}, variant="special")


def _rests_elsewhere(case: Case) -> bool:
    """Whether all bases are told, and none is or may be one of Art. 22(2)."""
    purposes = case.register.purposes or ()
    all_told = case.register.legal_bases or all(purpose.legal_bases for purpose in purposes)
    bases = [basis for _, _, basis in every_basis(case)]
    if not (all_told and bases and all(basis.ground in ELSEWHERE for basis in bases)):
        return False
    named = [*(purpose.provisions for purpose in purposes), *(basis.provisions for basis in bases)]
    consented = any(category.article_9 is Article9Condition.EXPLICIT_CONSENT for category in case.register.data or ())
    return not (consented or any(map(names_law, named)) or any(map(_may_be_by_consent, purposes)))


def _may_be_by_consent(purpose: Purpose) -> bool:
    """Whether its conditions are consent, or own words that may be."""
    return any(words.term in (None, "data-subject-consents") for words in purpose.only_if or ())


def _special_data_elsewhere(case: Case) -> bool:
    """Whether special categories are held, all of them on conditions that Art. 22(4) does not name."""
    told = {category.article_9 for category in case.register.data or () if category.article_9}
    return bool(told) and not told & ALLOWING
