"""The check credentials-as-data: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

from rekisteri import DataCategory, Register, Words, check, term


def findings(*data: DataCategory) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(data=data), on=date(2026, 11, 22), select=["credentials-as-data"])
    return found.flatten("severity", "certainty", "path")


def test_a_password_is_content() -> None:
    """By name or among the items; only possible, since a hash may be meant."""
    named = DataCategory(id="login", name=term("password"))
    listed = DataCategory(items=[term("username"), term("password", fi="asiakkaan salasana")], may=True)

    assert findings(named, listed) == [
        ("should", "possible", "data[login].name"),
        ("should", "possible", "data[1].items[1]"),
    ]


def test_near_misses() -> None:
    """A user name is no secret; own words are not read."""
    assert findings(DataCategory(items=[term("username"), Words(fi="salasanan tiiviste")])) == []
