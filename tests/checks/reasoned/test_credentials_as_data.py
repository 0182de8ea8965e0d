"""The check credentials-as-data: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

from rekisteri import DataCategory, Party, Register, Words, check, report, term


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
    """A user name is no secret; own words that are no label are not read."""
    assert findings(DataCategory(items=[term("username"), Words(fi="salasanan tiiviste")])) == []


def test_own_wording_that_is_the_label() -> None:
    """It is the term, and other languages have its label."""
    data = DataCategory(items=[Words(fi="Salasana")])
    (one,) = check(Register(data=[data]), on=date(2026, 11, 22), select=["credentials-as-data"])

    assert one.path == "data[0].items[0]"
    assert "”Salasana”" in report.message(one, "fi")
    assert "”lösenord”" in report.message(one, "sv")


def test_processors_protect_data_too() -> None:
    """Art. 32 binds both."""
    register = Register(kept_by=[Party(name="Esimerkki Oy")], data=[DataCategory(items=[term("password")])])

    assert len(check(register, on=date(2026, 11, 22), select=["credentials-as-data"]).findings) == 1
