"""How long data may or must be kept, and when they are erased: the rules as data."""

from rekisteri.retention.period import Deadline, MonthDay, Period
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

__all__ = [
    "Deadline",
    "ErasureRule",
    "FinancialYear",
    "Last",
    "LawVersion",
    "Limit",
    "MonthDay",
    "OrderAssumption",
    "Period",
    "Reason",
    "RetentionRule",
    "Round",
    "Start",
]
