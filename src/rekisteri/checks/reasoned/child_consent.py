"""Consent of children, and the age from which their own counts."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import every_basis
from rekisteri.checks.parties import authority_keeps, country_of
from rekisteri.law.child_consent import ConsentAge, consent_age
from rekisteri.model.purpose import Ground, Purpose
from rekisteri.retention.period import Period


@check_of("basis", "gdpr:8.1", "tsl:5", severity=Severity.NOTE, certainty=Certainty.POSSIBLE, of_controllers=True)
def child_consent(case: Case) -> Iterator[Found]:
    """In an information society service offered directly to a child, own consent counts from an age that the law lays down.

    A register does not tell whether it is about such a service: where no age is told it is only worth a note, and nothing for a public
    authority, whose services hardly ever are. An age that is told below the law's is ``should``: it is right where nothing is offered online.
    A processor's record is not asked.
    """
    law = _law(case)
    for path, purpose, basis in every_basis(case):
        told = basis.own_consent_from
        if basis.ground is not Ground.CONSENT:
            continue
        if told is None and _of_children(case, purpose) and not authority_keeps(case):
            yield _found(path, law)
        elif told is not None and told == Period(years=told.years) and told.years < law.years:
            yield _found(path, law, told=told)


def _found(path: str, law: ConsentAge, *, told: Period | None = None) -> Found:
    return Found(
        path=f"{path}.own_consent_from",
        severity=Severity.SHOULD if told else Severity.NOTE,
        citations=(law.provision,),
        params={"age": Period(years=law.years), **({"told": told} if told else {})},
        variant="below" if told else None,
    )


def _law(case: Case) -> ConsentAge:
    """The law of the controllers' country; of several countries, or where none is told, what holds in all of them."""
    countries = {country_of(party) for party in case.register.parties("controllers")}
    return consent_age(countries.pop() if len(countries) == 1 else None, case.on)


def _of_children(case: Case, purpose: Purpose | None) -> bool:
    """Whether children are among those whose data are so used."""
    subjects = (purpose.subjects if purpose else None) or case.register.data_subjects
    return any(words.term == "children" for words in subjects or ())
