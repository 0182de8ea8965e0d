"""What a register says: frozen, keyword-only classes that can hold a wrong document as well as a right one."""

from rekisteri.model.activity import ProcessingActivity
from rekisteri.model.automated import AutomatedDecision
from rekisteri.model.data import Article9Condition, DataCategory, Requirement, RequirementKind
from rekisteri.model.disclosure import Disclosure, DisclosureRole, Processor, Recipient
from rekisteri.model.exemption import Exemption, Suppression
from rekisteri.model.internal import Internal
from rekisteri.model.party import Controller, Email, Party, PartyKind
from rekisteri.model.purpose import Ground, LegalBasis, Purpose
from rekisteri.model.register import Register
from rekisteri.model.rights import Procedure, Right, Way
from rekisteri.model.section import SECTION_FIELDS, Section
from rekisteri.model.security import Medium, SecurityMeasure
from rekisteri.model.source import Source, Updates
from rekisteri.model.tracking import Tracker
from rekisteri.model.transfer import Area, Transfer

__all__ = [
    "SECTION_FIELDS",
    "Area",
    "Article9Condition",
    "AutomatedDecision",
    "Controller",
    "DataCategory",
    "Disclosure",
    "DisclosureRole",
    "Email",
    "Exemption",
    "Ground",
    "Internal",
    "LegalBasis",
    "Medium",
    "Party",
    "PartyKind",
    "Procedure",
    "ProcessingActivity",
    "Processor",
    "Purpose",
    "Recipient",
    "Register",
    "Requirement",
    "RequirementKind",
    "Right",
    "Section",
    "SecurityMeasure",
    "Source",
    "Suppression",
    "Tracker",
    "Transfer",
    "Updates",
    "Way",
]
