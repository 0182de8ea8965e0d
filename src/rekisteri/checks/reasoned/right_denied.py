"""A right of the GDPR that the register denies altogether."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import every_basis
from rekisteri.checks.rights import gives
from rekisteri.law.citation import Provision
from rekisteri.model.purpose import Ground
from rekisteri.model.rights import Right
from rekisteri.vocabulary.terms import lookup

NO_LAW_DENIES = frozenset({"complaint", "marketing-objection", "withdraw-consent"})
"""Rights that everybody has (Art. 77), or whoever is marketed to (Art. 21(2)) or has consented (Art. 7(3))."""

BY_LAW = frozenset({Ground.LEGAL_OBLIGATION, Ground.PUBLIC_TASK})
"""Grounds to the extent of which there is no right to erasure (17(3)(b))."""

DEROGATE = {
    Provision.parse("tsl:31"): (15, 16, 18, 21),
    Provision.parse("tsl:32"): (15, 16, 18, 19, 20, 21),
    Provision.parse("tsl:34"): (15,),
}
"""Sections of the Data Protection Act, and the articles of the GDPR whose rights they limit."""


@check_of("rights", "gdpr:13.2.b", "gdpr:14.2.c", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def right_denied(case: Case) -> Iterator[Found]:
    """A right can be denied only where the law says so.

    A denial that cites a law, or is limited to some people or matters, is let pass, but for sections of the Data Protection Act
    that limit other rights than this one.

    ``must`` where the register also gives the right, since both statements cannot be true, and for rights that no law takes away;
    ``note`` for erasure where all processing rests on law, which may leave nothing of that right (17(3)(b)). Where no automated
    decisions are made, there is no right to deny.
    """
    given = {right.right.term for right in case.register.rights or () if right.given and not right.is_limited}
    for path, right in case.all_of(Right):
        term = lookup(right.right.term)
        if right.given or right.is_limited or term is None or term.provision is None:
            continue
        has = gives(case, term.id)
        by_law = any(_may_limit(cited, term.provision) for cited in right.provisions or ())
        idle = has is False or (term.id == "automated-decisions" and case.register.automated_decisions == ())
        if by_law or (idle and term.id not in given):
            continue
        both = term.id in given or (term.id in NO_LAW_DENIES and has is True)
        yield Found(
            path=f"{path}.given",
            severity=Severity.MUST if both else Severity.NOTE if _left_to_law(case, term.id) else Severity.SHOULD,
            certainty=Certainty.CERTAIN if both else Certainty.POSSIBLE,
            citations=(term.provision,),
            params={"right": right.right, "provisions": right.provisions or ()},
            variant="of-another-right" if right.provisions else None,
        )


def _left_to_law(case: Case, right: str) -> bool:
    """Whether it is erasure, and all processing rests on law."""
    bases = [basis.ground for _, _, basis in every_basis(case)]
    return right == "erasure" and bool(bases) and set(bases) <= BY_LAW


def _may_limit(cited: Provision, right: Provision) -> bool:
    """Whether a cited provision may limit a right: any may but the article that gives it, and those known to limit only others."""
    if cited == right:
        return False
    known = [articles for section, articles in DEROGATE.items() if section.covers(cited)]
    return not known or any(
        Provision.parse(f"gdpr:{article}").covers(right) for articles in known for article in articles
    )
