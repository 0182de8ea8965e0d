"""The check special-data-possible: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

from rekisteri import DataCategory, Party, Provision, Register, Words, check, term
from rekisteri.model import Article9Condition


def findings(*data: DataCategory) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(data=data), on=date(2026, 11, 22), select=["special-data-possible"])
    return found.flatten("severity", "certainty", "path")


def test_a_special_diet_may_reveal_health_or_religion() -> None:
    """By name or among the items; it is possible, not certain."""
    named = DataCategory(id="event", name=term("special-diet"))
    listed = DataCategory(items=[term("name"), term("special-diet")])

    assert findings(named, listed) == [
        ("should", "possible", "data[event].name"),
        ("should", "possible", "data[1].items[1]"),
    ]


def test_a_stated_condition_answers_it() -> None:
    """The register has thought of it."""
    told = DataCategory(items=[term("special-diet")], article_9=Article9Condition.EXPLICIT_CONSENT)

    assert findings(told) == []


def test_ordinary_data_are_let_pass() -> None:
    """A name or a membership in an unnamed association reveals nothing."""
    assert findings(DataCategory(items=[term("name"), term("membership-data"), term("photographs")])) == []


def test_a_law_named_for_the_data_makes_it_a_note() -> None:
    """The condition may appear from it; the section on identity codes is no such law."""

    def diet(law: str) -> DataCategory:
        return DataCategory(items=[term("special-diet")], provisions=[Provision.parse(law)])

    assert findings(diet("tsl:6.1.2")) == [("note", "possible", "data[0].items[0]")]
    assert findings(diet("tsl:29")) == [("should", "possible", "data[0].items[0]")]
    assert findings(diet("gdpr:9.2.a")) == []


def test_own_wording_that_is_the_label() -> None:
    """It is the term; a longer name is not read."""
    data = DataCategory(items=[Words(sv="Specialdiet"), Words(fi="ruokavalio")])

    assert findings(data) == [("should", "possible", "data[0].items[0]")]


def test_a_processors_record_is_not_asked() -> None:
    """The conditions are the controllers'."""
    register = Register(kept_by=[Party(name="Esimerkki")], data=[DataCategory(name=term("special-diet"))])

    assert not check(register, on=date(2026, 11, 22), select=["special-data-possible"]).findings
