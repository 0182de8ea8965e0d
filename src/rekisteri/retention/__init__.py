"""How long data may or must be kept, and when they are erased: the rules as data, and the days computed from them."""

from rekisteri.retention.period import Deadline, MonthDay, Period
from rekisteri.retention.plan import Category, Plan
from rekisteri.retention.rule import (
    ErasureRule,
    FinancialYear,
    Last,
    LawVersion,
    Limit,
    OrderAssumption,
    Reason,
    RetentionRule,
    Round,
    Start,
)

TYPE_CHECKING = False
if TYPE_CHECKING:  # what computes is loaded when it is asked for: describing a register needs none of it
    from rekisteri.retention.answers import Answer, Change, Hold, Record, State
    from rekisteri.retention.calculator import due, expiry, schedule
    from rekisteri.retention.consistency import consistency_of
    from rekisteri.retention.database import Column, Cutoff, NoCutoff, cutoff, cutoffs, to_sql
    from rekisteri.retention.events import EventState
    from rekisteri.retention.financial import FinancialCalendar
    from rekisteri.retention.legislation import no_periods, statutory, statutory_periods
    from rekisteri.retention.meeting import Because, Consistency, Gap, Meeting, Outcome, Witness

_HOME = {
    "Answer": "answers",
    "Because": "meeting",
    "Change": "answers",
    "Column": "database",
    "Consistency": "meeting",
    "Cutoff": "database",
    "EventState": "events",
    "FinancialCalendar": "financial",
    "Gap": "meeting",
    "Hold": "answers",
    "Meeting": "meeting",
    "NoCutoff": "database",
    "Outcome": "meeting",
    "Record": "answers",
    "State": "answers",
    "Witness": "meeting",
    "consistency_of": "consistency",
    "cutoff": "database",
    "cutoffs": "database",
    "due": "calculator",
    "expiry": "calculator",
    "no_periods": "legislation",
    "schedule": "calculator",
    "statutory": "legislation",
    "statutory_periods": "legislation",
    "to_sql": "database",
}

__all__ = [
    "Answer",
    "Because",
    "Category",
    "Change",
    "Column",
    "Consistency",
    "Cutoff",
    "Deadline",
    "ErasureRule",
    "EventState",
    "FinancialCalendar",
    "FinancialYear",
    "Gap",
    "Hold",
    "Last",
    "LawVersion",
    "Limit",
    "Meeting",
    "MonthDay",
    "NoCutoff",
    "OrderAssumption",
    "Outcome",
    "Period",
    "Plan",
    "Reason",
    "Record",
    "RetentionRule",
    "Round",
    "Start",
    "State",
    "Witness",
    "consistency_of",
    "cutoff",
    "cutoffs",
    "due",
    "expiry",
    "no_periods",
    "schedule",
    "statutory",
    "statutory_periods",
    "to_sql",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOME:
        message = f"module 'rekisteri.retention' has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"rekisteri.retention.{_HOME[name]}"), name)
    globals()[name] = found
    return found
