"""The duties of the law's table as checks: what a notice must state, and whether the register states it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from rekisteri.checks.engine import Case, Check, Found
from rekisteri.checks.exempted import exempted_from
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.origins import any_comes
from rekisteri.checks.parties import country_of, keepers
from rekisteri.checks.recipients import recipients_abroad
from rekisteri.checks.transfers import ADEQUACY, SAFEGUARDS, Destination, Journey, journey
from rekisteri.errors import join
from rekisteri.law.citation import Provision
from rekisteri.law.countries import in_eea, is_unclear
from rekisteri.law.duties import Duty, duties
from rekisteri.law.timeline import in_force
from rekisteri.model.automated import AutomatedDecision
from rekisteri.model.data import Article9Condition
from rekisteri.model.disclosure import Disclosure, DisclosureRole
from rekisteri.model.party import Party
from rekisteri.model.purpose import Ground, LegalBasis
from rekisteri.model.register import PARTY_ROLES
from rekisteri.model.rights import Right
from rekisteri.model.transfer import Transfer
from rekisteri.part import labelled
from rekisteri.vocabulary.terms import Term, lookup
from rekisteri.words import LANGUAGES, Words, for_notice, for_record

__all__ = ["CONDITIONS", "duty_checks"]

OLD_ACT_TOO = frozenset({"distance-selling", "market-research", "opinion-research"})
"""Aims that the right to forbid of the Personal Data Act reached beside marketing."""

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


def duty_checks() -> Iterator[Check]:
    """One check for each duty."""
    for duty in duties():
        yield Check(
            id=duty.id,
            family="stated",
            severity=_usual(duty),
            certainty=Certainty.CERTAIN if _usual(duty) is Severity.MUST else Certainty.POSSIBLE,
            citations=duty.collected + duty.obtained + duty.record + duty.processor_record,
            judge=_judge(duty),
        )


def _usual(duty: Duty) -> Severity:
    """``must`` where the register itself can show that the duty holds."""
    only_where_possible = duty.record_where_possible and not (duty.collected or duty.obtained)
    if only_where_possible or duty.condition in NEVER_SURE:
        return Severity.NOTE
    return Severity.SHOULD if duty.doubted else Severity.MUST


def _judge(duty: Duty) -> Callable[[Case], Iterator[Found]]:
    def judge(case: Case) -> Iterator[Found]:
        if not in_force(duty, case.on) or any(_states(case.register, place.split(".")) for place in duty.for_all):
            return
        for path, item in _asked(case.register, duty.each):
            condition = CONDITIONS[duty.condition](case, item)
            if condition is not False:
                yield from _verdict(duty, case, path, item, condition)

    return judge


def _verdict(duty: Duty, case: Case, path: str, item: Any, condition: Holds) -> Iterator[Found]:
    """Unconditional or true: ``must``, or ``should`` if something untold may lift the duty; not known: ``note``; false: silence is right."""
    none_answers = duty.condition not in NONE_CONTRADICTS or not condition
    silent = [
        document
        for document in _documents(duty, case)
        if not any(
            _states(item, place.split("."), _counting(duty, document.reads, condition), none_answers)
            for place in duty.states
        )
    ]
    if not silent:
        return
    exempted_by = silent[0].exempted_by if all(document.exempted_by for document in silent) else None
    silent = [document for document in silent if exempted_by or not document.exempted_by]
    holds = condition is True and any(document.owed for document in silent)
    known = holds and not _in_own_words(duty, case) and not _excluded(duty, case)
    severity = (Severity.SHOULD if duty.doubted else Severity.MUST) if known else Severity.NOTE
    name = _name(item)
    yield Found(
        path=join(path, re.split(r"[.\[]", duty.states[0])[0]),
        severity=severity,
        certainty=Certainty.CERTAIN if severity is Severity.MUST else Certainty.POSSIBLE,
        citations=tuple(provision for document in silent for provision in document.provisions),
        params={"item": name} if name else {},
        variant="message" if severity is Severity.SHOULD else None,
        exempted_by=exempted_by,
    )


def _excluded(duty: Duty, case: Case) -> bool:
    """Whether processing rests on an act that takes the right away."""
    acts = {provision.act for provision in duty.excluded_by}
    cited = [provision for basis in _bases(case) for provision in basis.provisions or ()]
    return any(provision.act in acts for provision in cited)


def _counting(duty: Duty, reads: Callable[[object], bool], condition: Holds) -> Callable[[object], bool]:
    """What counts as a statement: what the document's readers see and, for a right, what reaches as far as the duty wants.

    Where marketing is not certain, a right to object to anything will do.
    """
    if duty.of_marketing is None or (duty.of_marketing and not condition):
        return reads
    reaches = _may_be_marketing if duty.of_marketing else _beyond_marketing
    return lambda entry: reads(entry) and (not isinstance(entry, Right) or reaches(entry))


def _beyond_marketing(right: Right) -> bool:
    """Whether a right reaches beyond marketing, and beyond what the old Act let people forbid beside it."""
    terms = _about(right)
    return not terms or any(not term or not (term.marketing or term.id in OLD_ACT_TOO) for term in terms)


def _may_be_marketing(right: Right) -> bool:
    """Whether a right may be about marketing: all that it names is not surely something else."""
    terms = _about(right)
    named_so = right.right.term == "marketing-objection"
    if right.only_if and not named_so:  # Art. 21(1) has conditions, 21(2) none
        return False
    return named_so or not terms or any(not term or term.marketing or term.id in PERHAPS_MARKETING for term in terms)


def _about(right: Right) -> list[Term | None]:
    return [_term(words) for words in right.about or ()]


def _term(words: Words) -> Term | None:
    return lookup(words.term) if words.term else None


@attrs.frozen(kw_only=True)
class _Document:
    """A notice or a record that should state something.

    Attributes:
        reads: Which parts of the register its readers see.
        provisions: By what it should state it.
        owed: Whether it surely should.
        exempted_by: The path of the exemption by which it need not.
    """

    reads: Callable[[object], bool]
    provisions: tuple[Provision, ...]
    owed: Holds
    exempted_by: str | None = None


def _documents(duty: Duty, case: Case) -> Iterator[_Document]:
    """A controller owes a notice and a record, a processor only its record."""
    if not case.register.kept_by:
        yield from _notice(duty, case)
    kind = "processor_record" if case.register.kept_by else "record"
    provisions: tuple[Provision, ...] = getattr(duty, kind)
    if provisions:
        yield _Document(
            reads=for_record,
            provisions=provisions,
            owed=None if duty.record_where_possible else _record_owed(case),
            exempted_by=exempted_from(kind, case),
        )


def _notice(duty: Duty, case: Case) -> Iterator[_Document]:
    """Where both articles ask, one of them applies for sure: data come from somewhere."""
    applies = {"collected": any_comes(case, from_person=True), "obtained": any_comes(case, from_person=False)}
    asking = [kind for kind, holds in applies.items() if getattr(duty, kind) and holds is not False]
    exempt = {kind: path for kind in asking if (path := exempted_from(kind, case))}
    kinds = [kind for kind in asking if kind not in exempt] or asking
    if kinds:
        yield _Document(
            reads=for_notice,
            provisions=tuple(provision for kind in kinds for provision in getattr(duty, kind)),
            owed=True if len(kinds) > 1 else applies[kinds[0]],
            exempted_by=exempt.get(kinds[0]),
        )


def _record_owed(case: Case) -> Holds:
    """Whether the exemption of Art. 30(5) surely does not reach it: no record of Art. 9 or 10 data is exempt.

    How many people work for the controller and how occasional the processing is, the register does not tell.
    """
    categories = [category for category in case.register.data or () if not category.may]
    held = [words for category in categories for words in (category.name, *(category.items or ())) if words]
    terms = [lookup(words.term) for words in held if words.term]
    special = any(category.article_9 for category in categories)
    return True if special or any(term.special or term.criminal for term in terms if term) else None


def _in_own_words(duty: Duty, case: Case) -> bool:
    """Whether a right that no term names may be the very one that is missed: own words are not read."""
    own = any(right.given and right.right.term is None for right in case.register.rights or ())
    return own and duty.states[0].startswith("rights[")


def _asked(root: Any, lists: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The things a duty asks: the register itself, or each item of the lists."""
    for each in lists:
        found: list[tuple[str, Any]] = [("", root)]
        for name in each.split("."):
            found = [place for path, holder in found for place in _listed(holder, name, path)]
        yield from found
    if not lists:
        yield "", root


def _listed(holder: Any, name: str, path: str) -> list[tuple[str, Any]]:
    """The items of a list with their paths; a party that is told by its id is looked up."""
    entries = labelled(getattr(holder, name) or (), join(path, name))
    if name not in PARTY_ROLES:
        return entries
    return [(place, party) for (place, _), party in zip(entries, holder.parties(name), strict=True)]


def _states(
    item: Any, names: Sequence[str], reads: Callable[[object], bool] = for_notice, none_answers: bool = True
) -> bool:
    """Whether something stands at a path for the readers of a document; through a list any item will do.

    An empty list that is a statement is one, unless it contradicts what the register says elsewhere (*none_answers*); a
    party that is told by its id is looked up.
    """
    if not names:
        return item is not None
    name, _, wanted = names[0].partition("[")
    value = _told(item, name)
    if not isinstance(value, tuple):
        return _states(value, names[1:], reads)
    entries = [entry for entry in value if not wanted or _is_called(entry, wanted.rstrip("]"))]
    return (value == () and none_answers) or any(_states(entry, names[1:], reads) for entry in entries if reads(entry))


def _told(item: Any, name: str) -> Any:
    value = getattr(item, name, None)
    return item.parties(name) if name in PARTY_ROLES and value is not None else value


def _is_called(right: Right, term: str) -> bool:
    """Whether it is that right. One denied to some without naming a law is no statement of it; a full denial is another check's matter."""
    return right.right.term == term and (right.given or not right.is_limited or bool(right.provisions))


def _name(item: Any) -> Words | str | None:
    """What an item is called, for the message: a purpose by its first aim, a decision by what is decided, a party by its name."""
    aims = getattr(item, "aims", None)
    return aims[0] if aims else getattr(item, "name" if isinstance(item, Party) else "what", None)


# Conditions: each looks at a case (and the item asked) and says whether it holds, or None where the register is silent.


def _bases(case: Case) -> list[LegalBasis]:
    told = [basis for purpose in case.register.purposes or () for basis in purpose.legal_bases or ()]
    return [*(case.register.legal_bases or ()), *told]


def _rests_on(case: Case, *grounds: Ground) -> Holds:
    """Whether any purpose rests on one of *grounds*; not known while some purpose states no point of Art. 6(1)."""
    if any(basis.ground in grounds for basis in _bases(case)):
        return True
    if set(grounds) <= set(case.register.not_based_on or ()):
        return False
    purposes = case.register.purposes or ()
    all_told = case.register.legal_bases or (purposes and all(purpose.legal_bases for purpose in purposes))
    return False if all_told and all(basis.ground for basis in _bases(case)) else None


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
    own = item.words is not None and any(item.words.own(language) for language in LANGUAGES)
    return None if own else True


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
    terms = [_term(aim) for aim in aims]
    interests = [basis.interest for basis in _bases(case) if basis.interest]
    disclosed = [aim for disclosure in case.register.disclosures or () for aim in disclosure.aims or ()]
    processed = [task for processor in case.register.processors or () for task in processor.tasks or ()]
    received = [task for recipient in case.register.recipients or () for task in recipient.tasks or ()]
    everything = (*aims, *interests, *disclosed, *processed, *received)
    if any(term.marketing for term in map(_term, everything) if term):
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
