"""When a duty of the law's table holds: each condition looks at a case (and the item asked), and tells True, False or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rekisteri.checks.engine import Case
from rekisteri.checks.parties import country_of, keepers
from rekisteri.checks.recipients import recipients_abroad
from rekisteri.checks.transfers import ADEQUACY, SAFEGUARDS, Destination, Journey, journey
from rekisteri.law.citation import Provision
from rekisteri.law.countries import in_eea, is_unclear
from rekisteri.model.automated import AutomatedDecision
from rekisteri.model.data import Article9Condition
from rekisteri.model.disclosure import Disclosure, DisclosureRole
from rekisteri.model.purpose import Ground, LegalBasis
from rekisteri.model.transfer import Transfer
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words

__all__ = ["CONDITIONS", "NEVER_SURE", "NONE_CONTRADICTS", "PERHAPS_MARKETING", "Holds", "bases"]

PERHAPS_MARKETING = frozenset(
    {
        "communication-targeting",
        "customer-letters",
        "distance-selling",
        "marketing-optimisation",
        "marketing-planning",
        "newsletter",
    }
)
"""Aims that are direct marketing or not, as they are carried out."""

COPIED = (SAFEGUARDS, Provision.parse("gdpr:49.1.sub2"))
"""Grounds of a transfer of which people can have a copy: safeguards, and those for compelling interests."""

Holds = bool | None
"""Whether a condition holds; None: the register does not tell."""


def bases(case: Case) -> list[LegalBasis]:
    """Every legal basis that the register tells, of one purpose or of all processing."""
    return [basis for _, basis in case.all_of(LegalBasis)]


def _rests_on(case: Case, *grounds: Ground) -> Holds:
    """Whether any purpose rests on one of *grounds*; not known while some purpose states no point of Art. 6(1)."""
    if any(basis.ground in grounds for basis in bases(case)):
        return True
    if set(grounds) <= set(case.register.not_based_on or ()):
        return False
    purposes = case.register.purposes or ()
    all_told = case.register.legal_bases or (purposes and all(purpose.legal_bases for purpose in purposes))
    return False if all_told and all(basis.ground for basis in bases(case)) else None


def _always(case: Case, item: Any) -> Holds:
    return True


def _unknown(case: Case, item: Any) -> Holds:
    """What no statement of a register tells as long as the thing itself is not stated."""
    return None


def _controller_stated(case: Case, item: Any) -> Holds:
    return case.register.controllers is not None


def _controller_outside_eea(case: Case, item: Any) -> Holds:
    """Outside for certain; whether such a controller is established in the Union by a branch, the register does not tell."""
    told = [country_of(party) for party in case.register.parties(keepers(case))]
    countries = [None if country and is_unclear(country, case.on) else country for country in told]
    if any(country and not in_eea(country, case.on) for country in countries):
        return True
    return False if countries and None not in countries else None


def _one_of_several(case: Case, item: Any) -> Holds:
    """A controller beside others, one of whom can be reached: if none can, that is told once for all."""
    controllers = case.register.parties("controllers")
    reachable = [one for one in controllers if one.address or one.addresses or one.emails or one.phones or one.web]
    return len(controllers) > 1 and bool(reachable)


def _dpo_designated(case: Case, item: Any) -> Holds:
    """One is named, or a public authority must have one (GDPR 37(1)(a)); of others the register does not tell."""
    authority = any(party.public_authority for party in case.register.parties(keepers(case)))
    return bool(case.register.dpos) or authority or None


def _dpo_named(case: Case, item: Any) -> Holds:
    return bool(case.register.dpos)


def _recipients_exist(case: Case, item: Any) -> Holds:
    """The register tells of some, be they meant for the notice or not; an authority in a particular inquiry is none (4(9))."""
    disclosures = [one for one in case.register.disclosures or () if not _is_inquiry(one)]
    return bool(case.register.processors or disclosures or case.register.recipients) or None


def _is_inquiry(disclosure: Disclosure) -> bool:
    conditions = {words.term for words in disclosure.only_if or ()}
    return disclosure.role is DisclosureRole.AUTHORITY and conditions == {"authority-request"}


def _basis_is_interests(case: Case, item: LegalBasis) -> Holds:
    """Told in own words beside the ground it may be; told for all processing it need not be told again."""
    if item.ground is not Ground.LEGITIMATE_INTERESTS or any(
        basis.interest for basis in case.register.legal_bases or ()
    ):
        return False
    return None if item.words and item.words.wordings else True


def _rests_on_consent(case: Case, item: Any) -> Holds:
    """Consent as a basis (GDPR 6(1)(a)), or as the condition for a special category (9(2)(a))."""
    explicit = [one for one in case.register.data or () if one.article_9 is Article9Condition.EXPLICIT_CONSENT]
    if any(not category.may for category in explicit):
        return True
    rests = _rests_on(case, Ground.CONSENT)
    return None if rests is False and explicit else rests


def _may_object(case: Case, item: Any) -> Holds:
    """Bases e and f (GDPR 21(1)); with other bases there may be the statistics of Art. 21(6)."""
    rests = _rests_on(case, Ground.PUBLIC_TASK, Ground.LEGITIMATE_INTERESTS)
    return None if rests is False and "statistics" in {aim.term for aim in _aims(case)} else rests


def _direct_marketing(case: Case, item: Any) -> Holds:
    """Direct marketing, whatever its basis (GDPR 21(2)), by the controller or whoever it gives data to."""
    aims = _aims(case)
    terms = [lookup(aim.term) for aim in aims]
    interests = [basis.interest for basis in bases(case) if basis.interest]
    disclosed = [aim for disclosure in case.register.disclosures or () for aim in disclosure.aims or ()]
    processed = [task for processor in case.register.processors or () for task in processor.tasks or ()]
    received = [task for recipient in case.register.recipients or () for task in recipient.tasks or ()]
    everything = (*aims, *interests, *disclosed, *processed, *received)
    if any(term.marketing for words in everything if (term := lookup(words.term))):
        return True
    closed = bool(terms) and not any(purpose.more for purpose in case.register.purposes or ())
    if not closed or not PERHAPS_MARKETING.isdisjoint(term.id for term in terms if term):
        return None
    carries_none = _rests_on(case, *(set(Ground) - CANNOT_CARRY_MARKETING)) is False
    return False if None not in terms or carries_none else None


def _aims(case: Case) -> list[Words]:
    return [aim for purpose in case.register.purposes or () for aim in purpose.aims]


def _decides_alone(case: Case, item: AutomatedDecision) -> Holds:
    """A decision of Art. 22(1): no human takes part in it, and it has legal or similarly significant effects."""
    if item.solely is False or item.significant is False:
        return False
    return True if item.solely and item.significant else None


def _portable(case: Case, item: Any) -> Holds:
    """Bases a and b, and consent of 9(2)(a) (GDPR 20(1)).

    Whether the processing is automated is not told, so absence is a note.
    """
    return False if _rests_on(case, Ground.CONTRACT) is False and _rests_on_consent(case, item) is False else None


def _transfers_intended(case: Case, item: Any) -> Holds:
    """A recipient that the register places outside the EEA makes a transfer; otherwise it is not told."""
    return any(recipient.stated and not recipient.unclear for recipient in recipients_abroad(case)) or None


def _destination_untold(case: Case, item: Transfer) -> Holds:
    """A transfer that names no country; what is named may be an international organisation.

    One that names nothing at all is another check's matter.
    """
    made = journey("", item, case.on)
    if made.destinations or made.names_nothing:
        return False
    return None if made.conditional or item.name or item.to else True


def _rests_on_safeguards(case: Case, item: Transfer) -> Holds:
    """A safeguard of Art. 46 or 47, or compelling interests, where no adequacy decision carries the transfer (GDPR 13(1)(f))."""
    made = journey("", item, case.on)
    bare = [
        place for place in made.third if not place.decisions or (place.limited and not _adequacy_carries(made, place))
    ]
    places: Sequence[Destination | None] = bare or ([] if made.destinations else [None])
    copied = [place for place in places if any(one.rests_on(*COPIED) for one in made.carrying(place))]
    if not copied:
        return False
    sure = [place for place in copied if not (place.unclear if place else _adequacy_carries(made, place))]
    return True if sure and not made.conditional else None


def _adequacy_carries(made: Journey, place: Destination | None) -> bool:
    """Whether the register says that an adequacy decision covers the transfer."""
    return made.transfer.in_scope is True or any(one.rests_on(ADEQUACY) for one in made.carrying(place))


NEVER_SURE = frozenset({"automated-decisions-exist", "portable"})
"""Conditions that no register shows to hold."""

CANNOT_CARRY_MARKETING = frozenset({Ground.LEGAL_OBLIGATION, Ground.VITAL_INTERESTS})
"""Grounds on which no direct marketing can rest."""

NONE_CONTRADICTS = frozenset({"dpo-designated", "recipients-exist"})
"""Conditions that hold only if there is something: "there are none" then answers nothing."""

CONDITIONS: Mapping[str, Callable[[Case, Any], Holds]] = {
    "always": _always,
    "automated-decisions-exist": _unknown,
    "decides-alone": _decides_alone,
    "controller-outside-eea": _controller_outside_eea,
    "controller-stated": _controller_stated,
    "destination-untold": _destination_untold,
    "direct-marketing": _direct_marketing,
    "dpo-designated": _dpo_designated,
    "dpo-named": _dpo_named,
    "may-object": _may_object,
    "one-of-several": _one_of_several,
    "portable": _portable,
    "recipients-exist": _recipients_exist,
    "rests-on-consent": _rests_on_consent,
    "rests-on-interests": _basis_is_interests,
    "rests-on-safeguards": _rests_on_safeguards,
    "transfers-intended": _transfers_intended,
}
