"""Rules of worked cases as TOML writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from rekisteri.json_format.converter import converter
from rekisteri.retention import FinancialCalendar, FinancialYear, MonthDay, RetentionRule, statutory

__all__ = ["as_json", "calendar_of", "rule_of"]


def as_json(value: Any) -> Any:
    """The JSON shape of what TOML has read: the same, with days as text."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def rule_of(written: Mapping[str, Any]) -> RetentionRule:
    """A rule as written, or the one of the law as it was on a day, with the scope that the case gives it."""
    if "statutory" not in written:
        return converter().structure(as_json(written), RetentionRule)
    said = {key: value for key, value in written.items() if key not in ("statutory", "law_on", "id")}
    scope = converter().structure({"criterion": {"en": "scope"}, **said}, RetentionRule)
    kept = {name: getattr(scope, name) for name in said}
    law = statutory(written["statutory"], on=written["law_on"], **kept)
    return attrs.evolve(law, id=written.get("id", law.id))


def calendar_of(said: Mapping[str, Any]) -> FinancialCalendar:
    """When financial years end, as a case tells it."""
    usual = said.get("financial_year_end")
    years = [FinancialYear(**year) for year in said.get("irregular_years", ())]
    return FinancialCalendar(MonthDay.parse(usual) if usual else None, years)
