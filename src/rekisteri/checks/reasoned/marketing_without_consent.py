"""Electronic direct marketing to people that rests on something else than consent."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import is_of_old_act
from rekisteri.checks.parties import under_finnish_law
from rekisteri.model.purpose import Ground, LegalBasis, Purpose
from rekisteri.vocabulary.terms import lookup

ELECTRONIC = frozenset({"newsletter", "electronic-direct-marketing"})
"""Aims that are sent by e-mail or text message."""

ORGANISATIONS = frozenset({"company-customers", "company-contacts", "public-sector-customers", "non-profit-customers"})
"""Whom section 202 is about: they may be sent marketing unless they have forbidden it."""

ALLOWING = frozenset({"data-subject-consents", "similar-products"})
"""Conditions that amount to consent, or to the exception of section 200(3)."""


@check_of(
    "eprivacy", "svpl:200.1", "svpl:200.3", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True
)
def marketing_without_consent(case: Case) -> Iterator[Found]:
    """Consent is asked beforehand, unless a customer is told of products like those bought before.

    A newsletter by itself need not be marketing: a note. A processor's record is not asked.
    """
    if not under_finnish_law(case):
        return
    for path, purpose in case.all_of(Purpose):
        sent = [aim for aim in purpose.aims if aim.term in ELECTRONIC]
        conditions = {words.term for words in purpose.only_if or ()}
        if not sent or conditions & ALLOWING or _to_organisations(case, purpose):
            continue
        if _without_consent(case, purpose):
            marketing = _is_marketing(purpose)
            yield Found(
                path=f"{path}.legal_bases",
                severity=Severity.SHOULD if marketing else Severity.NOTE,
                params={"aim": sent[0]},
                variant=None if marketing else "letter",
            )


def _is_marketing(purpose: Purpose) -> bool:
    """Whether marketing is among its aims, or is the interest it serves."""
    interests = [basis.interest for basis in purpose.legal_bases or () if basis.interest]
    terms = [lookup(words.term) for words in (*purpose.aims, *interests) if words.term]
    return any(term.marketing for term in terms if term)


def _to_organisations(case: Case, purpose: Purpose) -> bool:
    subjects = {words.term for words in purpose.subjects or case.register.data_subjects or ()}
    return bool(subjects) and subjects <= ORGANISATIONS


def _without_consent(case: Case, purpose: Purpose) -> bool:
    """Whether the bases that are told are others than consent, or consent is denied; own words for a basis may mean consent."""
    bases = purpose.legal_bases or case.register.legal_bases or ()
    if not bases:
        return Ground.CONSENT in (case.register.not_based_on or ())
    return all(_is_another(basis) for basis in bases)


def _is_another(basis: LegalBasis) -> bool:
    return is_of_old_act(basis) if basis.ground is None else basis.ground is not Ground.CONSENT
