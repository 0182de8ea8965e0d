"""The check repealed-act-cited: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri import LegalBasis, Provision, Purpose, Register, Right, check, term
from rekisteri.law.acts import Act, acts
from rekisteri.law.timeline import in_force

TODAY = date(2026, 11, 22)
ACT = Provision.parse("hetil")


def verdict(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, path, whether it was right when drafted)."""
    found = check(register, on=on, select=["repealed-act-cited"])
    return found.flatten("severity", "path", "right_when_drafted")


@pytest.mark.parametrize(
    ("drafted", "severity", "was_right"),
    [
        (None, "should", False),
        (date(1999, 5, 31), "should", False),
        (date(1999, 6, 1), "note", True),
        (date(2018, 12, 31), "note", True),
        (date(2019, 1, 1), "should", False),
    ],
)
def test_a_mention_weighs_by_the_day_of_drafting(drafted: date | None, severity: str, was_right: bool) -> None:
    """A mention that was right when it was written is worth a note; the days before, of and after the act's life."""
    register = Register(drafted=drafted, prepared_under=[ACT])

    assert verdict(register) == [(severity, "prepared_under[0]", was_right)]


def test_what_was_updated_later_was_not_right_then() -> None:
    """The words of a document date from its last update."""
    register = Register(drafted=date(2018, 5, 22), updated=date(2020, 1, 1), prepared_under=[ACT])

    assert verdict(register) == [("should", "prepared_under[0]", False)]


def test_a_basis_that_no_longer_holds_keeps_its_severity() -> None:
    """Processing cannot rest on a repealed act, whenever the document was written."""
    basis = LegalBasis(provisions=[Provision.parse("hetil:8.1.5")])
    register = Register(drafted=date(2018, 5, 22), purposes=[Purpose(aims=[term("orders")], legal_bases=[basis])])

    assert verdict(register) == [("must", "purposes[0].legal_bases[0].provisions[0]", True)]


def test_a_basis_of_all_processing_is_a_basis() -> None:
    """It weighs the same where the register states it for everything."""
    register = Register(legal_bases=[LegalBasis(provisions=[ACT])])

    assert verdict(register) == [("must", "legal_bases[0].provisions[0]", False)]


@pytest.mark.parametrize(("on", "found"), [(date(2018, 12, 30), 0), (date(2018, 12, 31), 0), (date(2019, 1, 1), 1)])
def test_an_act_in_force_on_the_day_is_let_pass(on: date, found: int) -> None:
    """The day before, of and after its last day in force."""
    assert len(verdict(Register(prepared_under=[ACT]), on)) == found


def test_every_mention_is_found() -> None:
    """Also in a right, beside a provision that is in force."""
    register = Register(
        prepared_under=[Provision.parse("gdpr"), Provision.parse("523/99:10")],
        rights=[Right(right=term("access"), provisions=[Provision.parse("hetil:26")])],
    )

    assert [path for _, path, _ in verdict(register)] == ["prepared_under[1]", "rights[0].provisions[0]"]


def test_the_repeal_is_cited() -> None:
    """The finding names the section that repealed the act, or what took its place."""
    register = Register(prepared_under=[ACT, Provision.parse("svtsl")])
    found = check(register, on=TODAY, select=["repealed-act-cited"])

    assert [tuple(map(str, one.citations)) for one in found.findings] == [("tsl:37",), ("svpl",)]


def test_acts_in_force_and_unknown_acts_are_let_pass() -> None:
    """Nothing is said of an act that is in force, nor of one the library does not know."""
    register = Register(
        prepared_under=[Provision.parse("tsl"), Provision.parse("1233/2031:5"), Provision.parse("gdpr")]
    )

    assert verdict(register) == []


@pytest.mark.parametrize("act", [act for act in acts().values() if act.valid_until], ids=lambda act: act.key)
def test_every_repealed_act_of_the_table_is_found(act: Act) -> None:
    """Also where what replaced it has been replaced in turn; on its last day it is let pass."""
    register = Register(prepared_under=[Provision(act=act.key)])
    last = act.valid_until or TODAY
    ended = last + timedelta(days=1)

    assert len(verdict(register)) == 1
    assert len(verdict(register, ended)) == 1
    assert verdict(register, last) == []
    (found,) = check(register, on=TODAY, select=["repealed-act-cited"])
    assert all(one.known_act and in_force(one.known_act, TODAY) for one in found.citations)
