"""The check special-data-without-condition: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import DataCategory, Register, check, term
from rekisteri.model import Article9Condition
from rekisteri.vocabulary import terms

SPECIAL = [entry.id for entry in terms().values() if entry.special]


def findings(*data: DataCategory) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(data=data), on=date(2026, 11, 22), select=["special-data-without-condition"])
    return found.flatten("severity", "certainty", "path")


@pytest.mark.parametrize("id", SPECIAL)
def test_every_special_category_needs_a_condition(id: str) -> None:
    """By name or among the items."""
    assert findings(DataCategory(id="x", name=term(id)), DataCategory(items=[term("name"), term(id)])) == [
        ("should", "certain", "data[x].name"),
        ("should", "certain", "data[1].items[1]"),
    ]


def test_a_stated_condition_answers_it() -> None:
    """The register says why it may."""
    assert findings(DataCategory(name=term("health-data"), article_9=Article9Condition.HEALTH_OR_SOCIAL_CARE)) == []


def test_what_only_may_reveal_is_another_check() -> None:
    """A special diet is not health data."""
    assert findings(DataCategory(items=[term("special-diet"), term("name")])) == []
