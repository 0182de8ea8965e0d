"""Personal-data registers as data: one typed object gives the notice, the record and the last days.

The shop window: every public name can be imported from here, and nothing is loaded until it is asked for.
"""

TYPE_CHECKING = False  # importing typing just for this would double the cost of importing the window
if TYPE_CHECKING:
    from rekisteri.checks import Certainty, Finding, Report, Severity, check
    from rekisteri.errors import InvalidDocument, InvalidValue, MissingWording, Problem, RekisteriError, UnknownName
    from rekisteri.json_format import dump, dumps, load, loads
    from rekisteri.law import Provision
    from rekisteri.model import (
        Area,
        Article9Condition,
        AutomatedDecision,
        Controller,
        DataCategory,
        Disclosure,
        DisclosureRole,
        Email,
        Exemption,
        Ground,
        Internal,
        LegalBasis,
        Medium,
        Party,
        PartyKind,
        Procedure,
        ProcessingActivity,
        Processor,
        Purpose,
        Recipient,
        Register,
        Requirement,
        RequirementKind,
        Right,
        Section,
        SecurityMeasure,
        Source,
        Suppression,
        Tracker,
        Transfer,
        Updates,
        Way,
    )
    from rekisteri.retention import (
        Deadline,
        ErasureRule,
        Last,
        Limit,
        MonthDay,
        Period,
        Reason,
        RetentionRule,
        Round,
        Start,
        due,
    )
    from rekisteri.text import Document, render
    from rekisteri.vocabulary import term
    from rekisteri.words import (
        Audience,
        Words,
    )

_ROOMS = {
    "checks": ("Certainty", "Finding", "Report", "Severity", "check"),
    "errors": ("InvalidDocument", "InvalidValue", "MissingWording", "Problem", "RekisteriError", "UnknownName"),
    "json_format": ("dump", "dumps", "load", "loads"),
    "law": ("Provision",),
    "model": (
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
    ),
    "retention": (
        "Deadline",
        "ErasureRule",
        "Last",
        "Limit",
        "MonthDay",
        "Period",
        "Reason",
        "RetentionRule",
        "Round",
        "Start",
        "due",
    ),
    "text": ("Document", "render"),
    "vocabulary": ("term",),
    "words": (
        "Audience",
        "Words",
    ),
}

_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [  # sorted, and tested to be the same as _ROOMS
    "Area",
    "Article9Condition",
    "Audience",
    "AutomatedDecision",
    "Certainty",
    "Controller",
    "DataCategory",
    "Deadline",
    "Disclosure",
    "DisclosureRole",
    "Document",
    "Email",
    "ErasureRule",
    "Exemption",
    "Finding",
    "Ground",
    "Internal",
    "InvalidDocument",
    "InvalidValue",
    "Last",
    "LegalBasis",
    "Limit",
    "Medium",
    "MissingWording",
    "MonthDay",
    "Party",
    "PartyKind",
    "Period",
    "Problem",
    "Procedure",
    "ProcessingActivity",
    "Processor",
    "Provision",
    "Purpose",
    "Reason",
    "Recipient",
    "Register",
    "RekisteriError",
    "Report",
    "Requirement",
    "RequirementKind",
    "RetentionRule",
    "Right",
    "Round",
    "Section",
    "SecurityMeasure",
    "Severity",
    "Source",
    "Start",
    "Suppression",
    "Tracker",
    "Transfer",
    "UnknownName",
    "Updates",
    "Way",
    "Words",
    "check",
    "due",
    "dump",
    "dumps",
    "load",
    "loads",
    "render",
    "report",
    "term",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _HOME:
        found: object = getattr(import_module(f"rekisteri.{_HOME[name]}"), name)
    elif name == "report":  # a room whose functions read best with its name before them: report.text(...)
        found = import_module("rekisteri.report")
    else:
        message = f"module 'rekisteri' has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
