"""The register: one object from which the notice, the record and the last days come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from rekisteri.constraints import OrNone, Text
from rekisteri.errors import Problem
from rekisteri.law.citation import Provision
from rekisteri.model.activity import ProcessingActivity
from rekisteri.model.automated import AutomatedDecision
from rekisteri.model.data import DataCategory, Requirement
from rekisteri.model.disclosure import Disclosure, Processor, Recipient
from rekisteri.model.exemption import Exemption, Suppression
from rekisteri.model.internal import Internal
from rekisteri.model.party import Controller, Party, PartyRef
from rekisteri.model.purpose import Ground, LegalBasis, Purpose
from rekisteri.model.references import reference_problems
from rekisteri.model.rights import Right
from rekisteri.model.section import Section
from rekisteri.model.security import SecurityMeasure
from rekisteri.model.source import Source
from rekisteri.model.tracking import Tracker
from rekisteri.model.transfer import Transfer
from rekisteri.part import Part, labelled, says
from rekisteri.retention.events import event_name
from rekisteri.retention.financial import FinancialCalendar
from rekisteri.retention.period import MonthDay
from rekisteri.retention.plan import Category, Plan
from rekisteri.retention.rule import ErasureRule, FinancialYear, OrderAssumption, RetentionRule
from rekisteri.vocabulary.fields import Free, Material, Subject
from rekisteri.words import Language

__all__ = ["PARTY_ROLES", "Register"]

PARTY_ROLES = ("kept_by", "controllers", "contacts", "dpos", "representatives", "authorities", "others")
"""The fields that list parties."""


@attrs.frozen(kw_only=True)
class Register(Part):
    """A register of personal data (GDPR 4(6)), as its controller describes it, or a processor's own record.

    Silence is a value: ``None`` says nothing, and nothing is ever asserted from it. ``()`` says that there are none; it is
    allowed where that is a statement, and marked below by "none allowed". A register may be unlawful; ``rekisteri.check``
    finds out.

    Attributes:
        name: The register's name; names: the same per language, where it has several.
        title: The document's title, in the register's language.
        language: The document's language: ``fi``, ``sv`` or ``en``.
        drafted, updated, version: The document's own dates and version.
        prepared_under: The acts the document says it was drawn up under.
        kept_by: The processors whose own record this is (Art. 30(2)); silence: it is the controllers'. Then the controllers are
            those on whose behalf they act, and what a notice must state is not asked.
        controllers: One controller, or joint controllers; each as itself or as the id of a party elsewhere.
        contacts: Whom to ask about the register.
        dpos: Data protection officers (Art. 37); none allowed.
        representatives: Representatives of a controller or processor outside the Union (Art. 27); none allowed.
        authorities: Supervisory authorities the document names.
        others: Other parties that something refers to, such as a court; told only where they are referred to.
        data_subjects: Whose data it holds.
        activities: What the processors of ``kept_by`` do, and for which controllers.
        purposes: What the data are used for, and on what basis.
        legal_bases: What the document says all processing rests on, without telling purposes apart.
        not_based_on: Legal bases that the document says it does *not* rest on.
        data: What data it holds.
        sources: Where they come from.
        processors: Who processes them for the controller; none allowed.
        disclosures: To whom they are given; none allowed. no_other_disclosures: "and to nobody else".
        recipients: Who else receives or handles data, where it is not told as what.
        transfers: Where outside the EEA they go; none allowed. no_other_transfers: "and nowhere else".
        retention: How long they are kept.
        erasure: When they are erased, or not.
        manual_material: What manual material there is; none allowed.
        security: How they are protected.
        tracking: Cookies and analytics; none allowed.
        automated_decisions: Automated decisions and profiling; none allowed.
        requirements: Whether people must give data; none allowed: nothing is required.
        rights: What rights people have and how to use them.
        exemptions: Exemptions from informing people or keeping a record that it relies on.
        changes: How the document itself may change, and how people are told.
        sections: The document's sections, with the words that no field holds.
        financial_year_end: The day on which the controller's financial year ends.
        financial_years: Financial years that end on another day.
        order: What the controller knows of the order of events.
        internal: What never belongs to the published notice.
        suppressions: Findings that are known and set aside.

    Raises:
        InvalidValue: Two parts with one id, a reference to an id that is not there, or nonsense in a field.
    """

    name: Text | None = None
    names: Free | None = None
    title: Text | None = None
    language: Language | None = None
    drafted: date | None = None
    updated: date | None = None
    version: Text | None = None
    prepared_under: Sequence[Provision] | None = None
    kept_by: Sequence[PartyRef | Party] | None = None
    controllers: Sequence[PartyRef | Controller] | None = None
    contacts: Sequence[PartyRef | Party] | None = None
    dpos: OrNone[PartyRef | Party] | None = None
    representatives: OrNone[PartyRef | Party] | None = None
    authorities: Sequence[PartyRef | Party] | None = None
    others: Sequence[Party] | None = None
    data_subjects: Sequence[Subject] | None = None
    activities: Sequence[ProcessingActivity] | None = None
    purposes: Sequence[Purpose] | None = None
    legal_bases: Sequence[LegalBasis] | None = None
    not_based_on: Sequence[Ground] | None = None
    data: Sequence[DataCategory] | None = None
    sources: Sequence[Source] | None = None
    processors: OrNone[Processor] | None = None
    disclosures: OrNone[Disclosure] | None = None
    no_other_disclosures: bool = False
    recipients: Sequence[Recipient] | None = None
    transfers: OrNone[Transfer] | None = None
    no_other_transfers: bool = False
    retention: Sequence[RetentionRule] | None = None
    erasure: Sequence[ErasureRule] | None = None
    manual_material: OrNone[Material] | None = None
    security: Sequence[SecurityMeasure] | None = None
    tracking: OrNone[Tracker] | None = None
    automated_decisions: OrNone[AutomatedDecision] | None = None
    requirements: OrNone[Requirement] | None = None
    rights: Sequence[Right] | None = None
    exemptions: Sequence[Exemption] | None = None
    changes: Free | None = None
    sections: Sequence[Section] | None = None
    financial_year_end: MonthDay | None = None
    financial_years: Sequence[FinancialYear] | None = None
    order: Sequence[OrderAssumption] | None = None
    internal: Internal | None = None
    suppressions: Sequence[Suppression] | None = None

    def parties(self, role: str) -> tuple[Party, ...]:
        """The parties of one list (``controllers``, ``contacts``, ``dpos`` …), references resolved; empty if silent."""
        listed: Sequence[str | Party] = getattr(self, role) or ()
        known = self._parties()
        return tuple(known[entry] if isinstance(entry, str) else entry for entry in listed)

    def party(self, id: str) -> Party:
        """The party called *id*.

        Raises:
            KeyError: No party of the register has this id.
        """
        return self._parties()[id]

    def purpose(self, id: str) -> Purpose:
        """The purpose called *id*; raises KeyError if there is none."""
        return {purpose.id: purpose for purpose in self.purposes or () if purpose.id}[id]

    def category(self, id: str) -> DataCategory:
        """The data category called *id*; raises KeyError if there is none."""
        return {category.id: category for category in self.data or () if category.id}[id]

    def plan(self) -> Plan:
        """Its rules about retention and erasure, and what they are about.

        Raises:
            InvalidValue: Two financial years overlap.
        """
        return Plan(
            rules=self.retention or (),
            erasure=self.erasure or (),
            categories=[
                Category(
                    name=category.id or place,
                    purposes=category.purposes or (),
                    subjects=[event_name(subject) for subject in category.subjects or ()],
                )
                for place, category in labelled(self.data or (), "data")
            ],
            calendar=FinancialCalendar(self.financial_year_end, self.financial_years or ()),
            order=self.order or (),
        )

    def _parties(self) -> dict[str, Party]:
        entries = (entry for role in PARTY_ROLES for entry in getattr(self, role) or ())
        return {entry.id: entry for entry in entries if isinstance(entry, Party) and entry.id}

    def _nonsense(self) -> Iterator[Problem]:
        yield from reference_problems(self, type(self))
        for place, section in labelled(self.sections or (), "sections"):
            for index, path in enumerate(section.covered or ()):
                if not says(self, path):
                    yield Problem(f"{place}.covered[{index}]", f"“{path}”", "the path of something the register says")
