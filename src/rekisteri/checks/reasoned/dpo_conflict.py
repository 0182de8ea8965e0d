"""A data protection officer who cannot be one: the controller itself, or the authority that supervises it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.parties import keepers
from rekisteri.law.authorities import authorities
from rekisteri.law.citation import Provision
from rekisteri.model.party import Party
from rekisteri.part import labelled
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import LANGUAGES

SUPERVISORS = frozenset({"supervisory-authority", "data-protection-ombudsman"})
"""What the authority is called where it has no name."""

NOT_EMPLOYED = (Provision.parse("gdpr:37.6"), Provision.parse("gdpr:38.6"))
"""An officer is of the staff or works under a contract, and has no conflicting tasks."""


@check_of("stated", "gdpr:38.6", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def dpo_conflict(case: Case) -> Iterator[Found]:
    """Nobody supervises their own decisions; ``possible``, since an organisation may only give its own address as the officer's.

    ``must`` where the officer is the supervisory authority, which no controller can employ: the two are often confused by their names.
    """
    register = case.register
    for (path, _), dpo in zip(labelled(register.dpos or (), "dpos"), register.parties("dpos"), strict=True):
        if any(_same(dpo, one) for one in register.parties(keepers(case))) or _only_called(dpo, {"controller"}):
            yield Found(path=path)
        elif _supervises(dpo, register.parties("authorities")):
            yield Found(
                path=path,
                severity=Severity.MUST,
                certainty=Certainty.CERTAIN,
                citations=NOT_EMPLOYED,
                variant="authority",
            )


def _supervises(dpo: Party, listed: Sequence[Party]) -> bool:
    """Whether it is an authority that the register lists, one that the table knows, or a nameless one."""
    own = any(_same(dpo, one) for one in listed)
    return own or _only_called(dpo, SUPERVISORS) or bool(_names(dpo) & _known())


def _same(one: Party, other: Party) -> bool:
    same_id = one.business_id is not None and one.business_id == other.business_id
    return one is other or same_id or bool(_names(one) & _names(other))


def _only_called(party: Party, terms: AbstractSet[str]) -> bool:
    """Whether it is called that and has no name: a person by a wrong title is no authority."""
    return party.called is not None and party.called.term in terms and not _names(party)


def _names(party: Party) -> set[str]:
    told = [*([party.name] if party.name else []), *(party.names.wordings if party.names else [])]
    return {name.strip().casefold() for name in told}


@cache
def _known() -> frozenset[str]:
    """The names of the authorities of the table, and what the law calls them."""
    labels = [entry.label(language) for entry in map(lookup, sorted(SUPERVISORS)) for language in LANGUAGES if entry]
    names = [name for authority in authorities() for name in (authority.fi, authority.sv, authority.en)]
    return frozenset(name.casefold() for name in (*labels, *names))
