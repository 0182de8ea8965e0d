"""Strategies for whole registers: anything, ordinary ones, silent ones, and ones that contradict themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import event
from hypothesis import strategies as st

from rekisteri.law import Provision
from rekisteri.model import (
    Controller,
    DataCategory,
    Disclosure,
    DisclosureRole,
    Ground,
    LegalBasis,
    Party,
    Processor,
    Purpose,
    Register,
    Right,
    SecurityMeasure,
    Source,
    Tracker,
    Transfer,
)
from rekisteri.part import shapes
from rekisteri.retention import Limit, Period, Reason, RetentionRule, Round, Start
from rekisteri.testing.fields import field_values, from_type
from rekisteri.vocabulary import term
from rekisteri.words import Audience, Words

__all__ = [
    "CONTRADICTIONS",
    "contradicted",
    "contradictory_registers",
    "ordinary_registers",
    "registers",
    "silent_registers",
]


def registers() -> st.SearchStrategy[Register]:
    """Registers of every sort; which sort is shown in hypothesis's statistics.

    About two in five contradict themselves, one in five is ordinary, one in five silent about nearly everything, and one
    in five holds anything in any field.
    """
    return st.sampled_from(
        [_anything(), contradictory_registers(), contradictory_registers(), ordinary_registers(), silent_registers()]
    ).flatmap(lambda sort: sort)


def ordinary_registers() -> st.SearchStrategy[Register]:
    """Registers as careful controllers write them: nothing in them that a check finds grave, wording in every language."""
    return _ordinary().map(_told("ordinary"))


def silent_registers() -> st.SearchStrategy[Register]:
    """Registers that say very little: at most three fields, often none."""
    shown = [shape for shape in shapes(Register) if shape.name != "sections"]  # they speak of the other fields
    fields = st.lists(st.sampled_from(shown), max_size=3, unique_by=lambda shape: shape.name)
    drawn = fields.flatmap(lambda chosen: st.fixed_dictionaries({one.name: field_values(one) for one in chosen}))
    return drawn.map(lambda said: Register(**said)).map(_told("silent"))


def contradictory_registers() -> st.SearchStrategy[Register]:
    """Ordinary registers into which one of ``CONTRADICTIONS`` is built; which one is shown in hypothesis's statistics."""
    return contradicted().map(lambda drawn: drawn[1])


@st.composite
def contradicted(draw: st.DrawFn) -> tuple[str, Register]:
    """A contradiction and a register with it."""
    name = draw(st.sampled_from(sorted(CONTRADICTIONS)))
    event(f"contradiction: {name}")
    return name, _told("contradictory")(CONTRADICTIONS[name](draw(_ordinary())))


def _told(sort: str) -> Callable[[Register], Register]:
    def tell(register: Register) -> Register:
        event(f"register: {sort}")
        return register

    return tell


# Anything: every field silent or drawn from its shape; then ids, and references to them.


@st.composite
def _anything(draw: st.DrawFn) -> Register:
    event("register: anything")
    drawn: Register = draw(from_type(Register))  # type: ignore[arg-type]  # a register is a part
    named: dict[str, Any] = {
        role: [attrs.evolve(part, id=f"{role}-{index}") for index, part in enumerate(getattr(drawn, role) or ())]
        for role in ("purposes", "data", "controllers")
        if getattr(drawn, role)
    }
    refer = {
        role: st.lists(st.sampled_from([part.id for part in found]), min_size=1, max_size=2, unique=True)
        for role, found in named.items()
    }
    referring: dict[str, Any] = {
        role: [_referring(draw, rule, refer) for rule in getattr(drawn, role)]
        for role in ("retention", "erasure")
        if getattr(drawn, role)
    }
    if "controllers" in refer:
        referring["contacts"] = draw(refer["controllers"] | st.just(drawn.contacts))
    return attrs.evolve(drawn, **named, **referring)


def _referring(draw: st.DrawFn, rule: Any, refer: dict[str, st.SearchStrategy[list[str]]]) -> Any:
    """A rule that may name categories and purposes of its register."""
    return attrs.evolve(rule, **{name: draw(st.none() | refer[name]) for name in ("data", "purposes") if name in refer})


# Ordinary: invented parties, the vocabulary's terms, everything said that Arts 13, 14 and 30 ask for.

_INTEREST = Words(
    fi="palvelun toimivuuden parantaminen",
    sv="att förbättra tjänstens funktion",
    en="making the service work better",
)
_PURPOSES = {
    "orders": LegalBasis.contract(),
    "membership-management": LegalBasis.contract(),
    "invoicing": LegalBasis.contract(),
    "bookkeeping": LegalBasis.legal_obligation("kpl:2/10.2"),
    "newsletter": LegalBasis.consent(),
    "direct-marketing": LegalBasis.consent(),
    "service-development": LegalBasis.legitimate_interests(_INTEREST),
    "statistics": LegalBasis.legitimate_interests(_INTEREST),
}
_DATA = ("name", "email", "phone", "postal-address", "order-history", "invoicing-data", "membership-data", "language")
_ENDINGS = ("relationship-end", "contract-end", "membership-end", "account-closed", "last-order", "last-login")
_PERIODS = ("P30D", "P6M", "P1Y", "P2Y", "P3Y", "P5Y")
_RIGHTS = (
    "access",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "marketing-objection",
    "portability",
    "withdraw-consent",
    "complaint",
)
_NAMES = ("Asiakasrekisteri", "Jäsenrekisteri", "Kundregister", "Uutiskirjeen tilaajat", "Customer register")
_BUSINESS_IDS = ("1234567-1", "0000001-9", "0000002-7")


@st.composite
def _ordinary(draw: st.DrawFn) -> Register:
    drafted = draw(st.dates(date(2019, 1, 1), date(2026, 6, 30)))
    aims = draw(_some(sorted(_PURPOSES)))
    data = draw(_some(_DATA))
    return Register(
        name=draw(st.sampled_from(_NAMES)),
        language=draw(st.sampled_from(["fi", "sv", "en"])),
        drafted=drafted,
        updated=draw(st.none() | st.integers(0, 500).map(lambda days: drafted + timedelta(days))),
        controllers=[draw(_controllers())],
        dpos=(),
        authorities=[Party(id="authority", name="Esimerkkiviranomainen", web="https://example.fi/valvonta")],
        data_subjects=[term("customers"), term("members")],
        purposes=[Purpose(id=aim, aims=[term(aim)], legal_bases=[_PURPOSES[aim]]) for aim in aims],
        data=[
            DataCategory(id=item, items=[term(item)], purposes=draw(_some(aims)), from_the_person=draw(st.booleans()))
            for item in data
        ],
        sources=[Source(origin=term("data-subject")), Source(origin=term("public-registers"))],
        processors=draw(_none_or(Processor(to=[term("hosting-providers")], country=draw(_EEA)))),
        disclosures=draw(_none_or(_TO_AUTHORITIES)),
        transfers=(),
        retention=draw(_retention(data)),
        security=[SecurityMeasure(measure=term("access-rights")), SecurityMeasure(measure=term("backups"))],
        tracking=draw(st.none() | _none_or(Tracker(service=term("essential-cookies"), consent=False))),
        automated_decisions=(),
        requirements=(),
        rights=[Right(right=term(right), authority="authority" if right == "complaint" else None) for right in _RIGHTS],
    )


_TO_AUTHORITIES = Disclosure(to=[term("authorities")], role=DisclosureRole.AUTHORITY, only_if=[term("law-requires")])
_EEA = st.sampled_from(["FI", "SE", "DE", "IE", "NO", "IS"])


def _some(items: Any) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(items), min_size=1, max_size=4, unique=True)


def _none_or(one: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.sampled_from([(), (one,)])


def _controllers() -> st.SearchStrategy[Controller]:
    return st.builds(
        Controller,
        id=st.just("controller"),
        name=st.sampled_from(["Esimerkki Oy", "Esimerkkiyhdistys ry", "Exempel Ab"]),
        business_id=st.none() | st.sampled_from(_BUSINESS_IDS),
        country=st.none() | st.just("FI"),
        emails=st.just(["tietosuoja@example.fi"]),
    )


@st.composite
def _retention(draw: st.DrawFn, data: list[str]) -> list[RetentionRule]:
    """A longest time for each category, and sometimes what a law says beside it, never longer than that."""
    rules = [
        RetentionRule.maximum(draw(st.sampled_from(_PERIODS)), after=draw(st.sampled_from(_ENDINGS)), data=[category])
        for category in data
        if category != "invoicing-data"
    ]
    if "invoicing-data" in data:
        law = Reason(provision=Provision.parse("kpl:2/10.2"))
        end = Start(event=term("financial-year-end"), round=[Round.YEAR])
        rules.append(
            RetentionRule(limit=Limit.MINIMUM, period=Period(years=6), start=end, data=["invoicing-data"], reason=law)
        )
    return rules


# Contradictory: what cannot all be true, or all be done, whatever the rest says.


def _consent_claimed_and_denied(register: Register) -> Register:
    purpose = Purpose(id="offers", aims=[term("newsletter")], legal_bases=[LegalBasis.consent()])
    return attrs.evolve(register, purposes=[*(register.purposes or ()), purpose], not_based_on=[Ground.CONSENT])


def _no_transfers_but_a_processor_abroad(register: Register) -> Register:
    return attrs.evolve(register, transfers=(), processors=[Processor(to=[term("hosting-providers")], country="US")])


def _transfers_elsewhere_only(register: Register) -> Register:
    """Transfers to one country, and a recipient in another."""
    transfer = Transfer(countries=["GB"], safeguards=[term("adequacy-decision")])
    return attrs.evolve(
        register, transfers=[transfer], disclosures=[Disclosure(to=[term("group-companies")], country="IN")]
    )


def _right_given_and_denied(register: Register) -> Register:
    return attrs.evolve(register, rights=[*(register.rights or ()), Right(right=term("access"), given=False)])


def _basis_of_the_old_act(register: Register) -> Register:
    basis = LegalBasis(words=term("relevant-connection"))
    purpose = Purpose(id="old", aims=[term("customer-relationship")], legal_bases=[basis])
    return attrs.evolve(register, purposes=[*(register.purposes or ()), purpose])


def _authority_without_officer(register: Register) -> Register:
    """A public authority must have a data protection officer, and this one says that there is none."""
    authority = Controller(name="Esimerkkikunta", public_authority=True, emails=["kirjaamo@example.fi"])
    return attrs.evolve(register, controllers=[authority], dpos=())


def _recipients_kept_from_the_notice(register: Register) -> Register:
    """The record tells of a processor of whom the notice, which also denies disclosures, is silent."""
    hidden = Processor(to=[term("hosting-providers")], country="FI", audience=Audience.RECORD)
    return attrs.evolve(register, processors=[hidden], disclosures=())


def _keep_longer_than_allowed(register: Register) -> Register:
    """At least ten years and at most two, of the same data from the same day."""
    category = (register.data or ())[0].id or ""
    return attrs.evolve(
        register,
        retention=[
            RetentionRule.minimum("P10Y", after="relationship-end", data=[category]),
            RetentionRule.maximum("P2Y", after="relationship-end", data=[category]),
        ],
    )


CONTRADICTIONS: Mapping[str, Callable[[Register], Register]] = {
    "authority-without-officer": _authority_without_officer,
    "basis-of-the-old-act": _basis_of_the_old_act,
    "consent-claimed-and-denied": _consent_claimed_and_denied,
    "keep-longer-than-allowed": _keep_longer_than_allowed,
    "no-transfers-but-a-processor-abroad": _no_transfers_but_a_processor_abroad,
    "recipients-kept-from-the-notice": _recipients_kept_from_the_notice,
    "right-given-and-denied": _right_given_and_denied,
    "transfers-elsewhere-only": _transfers_elsewhere_only,
}
"""What can be built into a register so that it contradicts itself or the law, by name; each takes a register with data
and controllers."""
