"""An exemption that is stated and cannot apply, or whose law is not told."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import terms_of
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.law.citation import Provision
from rekisteri.law.exemptions import exempting
from rekisteri.model.data import DataCategory
from rekisteri.model.exemption import Exemption

SMALL = Provision.parse("gdpr:30.5")


@check_of("stated", "gdpr:13.4", "gdpr:14.5", "gdpr:30.5", severity=Severity.NOTE)
def exemption_not_available(case: Case) -> Iterator[Found]:
    """No record of special categories or of offences is exempt (Art. 30(5)): ``must``, ``should`` where such data only may be held.

    A note where an exemption needs a law that is not told, and where the provision exempts from nothing that this library knows.
    """
    for path, exemption in case.all_of(Exemption):
        row = exempting(exemption.provision, case.on)
        if row is None:
            yield _found(path, exemption, "unknown")
        elif row.needs_law and not exemption.provisions:
            yield _found(f"{path}.provisions", exemption, "law")
        elif row.provision == SMALL:
            yield from _small(case, path, exemption)


def _found(path: str, exemption: Exemption, variant: str) -> Found:
    return Found(path=path, params={"exemption": exemption.provision}, variant=variant)


def _small(case: Case, path: str, exemption: Exemption) -> Iterator[Found]:
    """The exemption of small organisations, and the gravest data that it is claimed for."""
    claimed = [one for one in case.register.data or () if exemption.data is None or one.id in exemption.data]
    held = [_holds(category) for category in claimed]
    told = {"exemption": exemption.provision}
    if "surely" in held:
        yield Found(path=path, severity=Severity.MUST, citations=(SMALL,), params=told)
    elif "perhaps" in held:
        yield Found(path=path, severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, citations=(SMALL,), params=told)


def _holds(category: DataCategory) -> str | None:
    """Whether a category surely or perhaps holds data of Arts 9 and 10."""
    terms = [term for _, _, term in terms_of(category)]
    if category.article_9 or any(term.special or term.criminal for term in terms):
        return "perhaps" if category.may else "surely"
    return "perhaps" if any(term.may_reveal for term in terms) else None
