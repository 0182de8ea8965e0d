"""A legal obligation or a public task, and no law that lays it down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.laws import every_basis
from rekisteri.law.citation import Provision
from rekisteri.model.purpose import Ground, LegalBasis, Purpose
from rekisteri.retention.rule import RetentionRule

LAID_DOWN = frozenset({Ground.LEGAL_OBLIGATION, Ground.PUBLIC_TASK})
"""The grounds whose basis is laid down by law (Art. 6(3))."""

NO_LAW = ("6", "9")
"""The articles of the GDPR that say when processing is lawful, and oblige to none."""


@check_of("basis", "gdpr:6.3", severity=Severity.NOTE, of_controllers=True)
def basis_without_law(case: Case) -> Iterator[Found]:
    """Points c and e rest on a law, which tells people what they can check.

    A law that the purpose names, or the rule of how long its data are kept, is enough; own words for the basis may name one. The GDPR lays
    down duties too, but its Arts 6 and 9 are no law behind themselves. A processor's record is not asked.
    """
    for path, purpose, basis in every_basis(case):
        if basis.ground not in LAID_DOWN or (basis.words and basis.words.wordings):
            continue
        if not any(_lays_down(one) for provisions in _named_for(case, purpose, basis) for one in provisions or ()):
            yield Found(path=f"{path}.provisions")


def _lays_down(provision: Provision) -> bool:
    return provision.act != "gdpr" or provision.section not in (None, *NO_LAW)


def _named_for(case: Case, purpose: Purpose | None, basis: LegalBasis) -> Iterator[Iterable[Provision] | None]:
    """What is cited for the basis, for its purposes, and for how long their data are kept."""
    yield basis.provisions
    purposes = [purpose] if purpose else case.register.purposes or ()
    yield from (one.provisions for one in purposes)
    for rule in case.register.retention or ():
        if purpose is None or _is_of(case, rule, purpose):
            yield rule.by_law
            yield [rule.reason.provision] if rule.reason and rule.reason.provision else None


def _is_of(case: Case, rule: RetentionRule, purpose: Purpose) -> bool:
    """Whether a rule is about a purpose: by its id, or by data that may be used for it."""
    if rule.purposes is not None:
        return purpose.id in rule.purposes
    categories = [one for one in case.register.data or () if one.id in (rule.data or ())]
    return rule.data is None or any(one.purposes is None or purpose.id in one.purposes for one in categories)
