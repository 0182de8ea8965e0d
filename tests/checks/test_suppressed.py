"""Suppressions: set aside with a reason, never lost, and told when they are of no use."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekisteri import Purpose, Register, Suppression, check, term
from rekisteri.checks import all_checks
from rekisteri.testing import registers

TODAY = date(2026, 11, 22)
PURPOSES = [Purpose(id="orders", aims=[term("orders")]), Purpose(id="orders-too", aims=[term("shipping")])]


def suppression(check: str, path: str | None = None, until: date | None = None) -> Suppression:
    """A suppression with some reason."""
    return Suppression(check=check, path=path, until=until, reason="päätetään ensi kuussa")


def judged(*suppressions: Suppression, on: date = TODAY) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """The paths without a basis, those set aside with what does so, and what is idle and why."""
    register = Register(purposes=PURPOSES, suppressions=suppressions)
    report = check(register, on=on, select=["legal-basis-missing"])
    return (
        [finding.path for finding in report],
        [(one.finding.path, one.by) for one in report.set_aside],
        [one.why for one in report.idle],
    )


ORDERS, TOO = "purposes[orders].legal_bases", "purposes[orders-too].legal_bases"


@pytest.mark.parametrize("name", ["legal-basis-missing"])
@pytest.mark.parametrize("path", [ORDERS, "purposes[orders]"])
def test_a_finding_is_set_aside_where_it_is_named(name: str, path: str) -> None:
    """By its own path or one above it; an id that begins alike is another."""
    assert judged(suppression(name, path)) == ([TOO], [(ORDERS, "suppressions[0]")], [])


def test_without_a_path_it_holds_everywhere() -> None:
    """And so does one for a list."""
    everywhere: tuple[list[str], list[tuple[str, str]], list[str]] = (
        [],
        [(ORDERS, "suppressions[0]"), (TOO, "suppressions[0]")],
        [],
    )

    assert judged(suppression("legal-basis-missing")) == everywhere
    assert judged(suppression("legal-basis-missing", "purposes")) == everywhere


def test_a_family_is_set_aside_whole() -> None:
    """Every check of it; that it is idle is told only if all of them ran."""
    register = Register(suppressions=[suppression("stated")])

    assert {all_checks()[finding.check].family for finding in check(register, on=TODAY)}.isdisjoint({"stated"})
    assert check(register, on=TODAY).idle == ()
    assert check(register, on=TODAY, select=["consent-claimed-and-denied", "access-missing"]).idle == ()
    assert judged(suppression("stated", "purposes[orders-too]"))[0] == [ORDERS]


@pytest.mark.parametrize(
    ("day", "aside", "idle"),
    [
        (date(2026, 11, 21), 1, []),
        (date(2026, 11, 22), 1, []),
        (date(2026, 11, 23), 0, ["ended"]),
    ],
)
def test_it_holds_through_its_last_day(day: date, aside: int, idle: list[str]) -> None:
    """The day before, of and after."""
    found, held, useless = judged(suppression("legal-basis-missing", ORDERS, until=TODAY), on=day)

    assert (len(found), len(held), useless) == (2 - aside, aside, idle)


@pytest.mark.parametrize(
    ("useless", "why"),
    [
        (suppression("legal-basis-mising"), "unknown-check"),
        (suppression("legal-basis-missing", "purposes[elsewhere]"), "elsewhere"),
        (suppression("legal-basis-missing", "purposes[order"), "elsewhere"),
        (suppression("legal-basis-mising", until=date(2020, 1, 1)), "unknown-check"),
    ],
)
def test_what_sets_nothing_aside_is_told(useless: Suppression, why: str) -> None:
    """A register with it still loads: a check may have been renamed since."""
    assert judged(useless) == ([ORDERS, TOO], [], [why])


def test_a_wrong_place_is_told_with_the_right_one() -> None:
    """The first place where such a thing is found, even if something else sets it aside there."""
    wrong = suppression("legal-basis-missing", "purposes[delivery]")
    register = Register(purposes=PURPOSES, suppressions=[suppression("legal-basis-missing"), wrong])

    for suppressions in ([wrong], [suppression("legal-basis-missing"), wrong]):
        found = check(attrs.evolve(register, suppressions=suppressions), on=TODAY)
        (idle,) = found.idle

        assert (idle.why, idle.at, idle.instead) == ("elsewhere", "purposes[delivery]", ORDERS)


@pytest.mark.parametrize(
    ("name", "near"),
    [("legal-basis-mising", "legal-basis-missing"), ("Transfer", "transfers"), ("kissa", None)],
)
def test_a_wrong_name_is_told_with_the_right_one(name: str, near: str | None) -> None:
    """An id or a family, if one is near, whatever checks run."""
    (idle,) = check(Register(suppressions=[suppression(name)]), on=TODAY, select=["period-missing"]).idle

    assert (idle.why, idle.instead) == ("unknown-check", near)


@pytest.mark.parametrize(
    ("name", "day", "idle"),
    [
        ("legal-basis-missing", date(2018, 5, 24), []),
        ("legal-basis-missing", date(2018, 5, 25), ["nothing-found"]),
        ("legal-basis-missing", date(2018, 5, 26), ["nothing-found"]),
        ("repealed-act-cited", date(2018, 5, 24), ["nothing-found"]),
    ],
)
def test_a_check_that_could_not_judge_is_not_called_idle(name: str, day: date, idle: list[str]) -> None:
    """The day before, of and after its law begins; a check that rests on whatever is in force can always judge."""
    register = Register(suppressions=[suppression(name)])

    assert [one.why for one in check(register, on=day).idle] == idle


def test_two_that_hold_are_both_of_use() -> None:
    """The first is named; the other is not called idle."""
    assert judged(suppression("legal-basis-missing", ORDERS), suppression("stated", ORDERS))[1:] == (
        [(ORDERS, "suppressions[0]")],
        [],
    )


def test_a_check_that_did_not_run_is_not_called_idle() -> None:
    """It might have found something."""
    register = Register(suppressions=[suppression("access-missing", "nowhere")])

    assert check(register, on=TODAY, select=["complaint-missing"]).idle == ()
    assert [one.why for one in check(register, on=TODAY).idle] == ["elsewhere"]


@settings(max_examples=30, deadline=None)
@given(registers(), st.data())
def test_nothing_is_lost(register: Register, data: st.DataObject) -> None:
    """What is found is either found or set aside, whatever is suppressed, and in the same order."""
    plain = check(attrs.evolve(register, suppressions=None), on=TODAY)
    names = data.draw(st.lists(st.sampled_from(sorted(all_checks())), max_size=5))
    held = attrs.evolve(register, suppressions=[suppression(name) for name in names] or None)
    report = check(held, on=TODAY)

    assert {one.check for one in report}.isdisjoint(names)
    assert sorted(map(repr, [*report, *(one.finding for one in report.set_aside)])) == sorted(
        map(repr, [*plain, *(one.finding for one in plain.set_aside)])
    )
