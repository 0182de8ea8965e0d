"""The check tracker-data-undeclared: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import DataCategory, Party, Register, Tracker, Words, check, term

CONTACT = DataCategory(name=term("contact-details"), items=[term("name"), term("email")])
MATOMO = Tracker(service=term("matomo"), collects=[term("ip-address"), Words(fi="klikkaukset"), term("age")])


def findings(*data: DataCategory, tracker: Tracker = MATOMO) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, terms)."""
    register = Register(data=data or None, tracking=[tracker])
    found = check(register, on=date(2026, 11, 22), select=["tracker-data-undeclared"])
    return [
        (one.severity, one.certainty, one.path, *(words.term for words in one.params["data"]))  # type: ignore[attr-defined]
        for one in found
    ]


def test_a_service_collects_what_no_category_holds() -> None:
    """Own words are not read."""
    assert findings(CONTACT) == [("note", "possible", "tracking[0].collects", "ip-address", "age")]


def test_a_category_of_another_sort_holds_no_addresses_of_devices() -> None:
    """A category without items may hold an age, but no data on the use of a device."""
    orders = DataCategory(name=term("order-history"))

    assert findings(CONTACT, orders) == [("note", "possible", "tracking[0].collects", "ip-address")]


@pytest.mark.parametrize(
    "data",
    [
        [CONTACT, DataCategory(name=term("user-analytics"), items=[term("ip-address"), term("age")])],
        [CONTACT, DataCategory(name=term("device-data"))],
        [DataCategory(name=term("contact-details"), items=[term("name")], more=True)],
        [CONTACT, DataCategory(name=Words(fi="verkkosivuston tiedot"))],
        [CONTACT, DataCategory(items=[term("other-given-data")])],
        [],
    ],
)
def test_near_misses(data: list[DataCategory]) -> None:
    """Listed, suggested by a name, an open list, own words, vague ones, no list at all."""
    assert findings(*data) == []


def test_a_service_that_is_not_said_to_collect_anything() -> None:
    """Silence is no statement."""
    assert findings(CONTACT, tracker=Tracker(service=term("matomo"))) == []


def test_a_processors_record_is_not_asked() -> None:
    """It lists no categories of data."""
    register = Register(kept_by=[Party(name="Esimerkki Oy")], data=[CONTACT], tracking=[MATOMO])

    assert not check(register, on=date(2026, 11, 22), select=["tracker-data-undeclared"]).findings
