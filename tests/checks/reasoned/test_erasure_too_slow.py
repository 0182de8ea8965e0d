"""The check erasure-too-slow: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Register, Right, Words, check, report, term
from rekisteri.model import Procedure
from rekisteri.retention import Deadline, ErasureRule, Period

TODAY = date(2026, 11, 22)


def severities(*rules: ErasureRule) -> list[object]:
    """How grave what the check finds is."""
    found = check(Register(erasure=rules), on=TODAY, select=["erasure-too-slow"])
    return [severity for (severity,) in found.flatten("severity")]


def within(deadline: str, trigger: str = "request") -> ErasureRule:
    """A promise."""
    return ErasureRule(trigger=term(trigger), deadline=Deadline.parse(deadline))


@pytest.mark.parametrize("deadline", ["P1M", "P30D", "P31D", "P4W", "PT72H", "P0D", "P4W3D", "without-undue-delay"])
def test_a_month_is_let_pass(deadline: str) -> None:
    """However it is written."""
    assert severities(within(deadline)) == []


@pytest.mark.parametrize("deadline", ["P2M", "P3M", "P1M1D", "P32D", "P5W", "P90D", "P1MT1H"])
def test_longer_than_a_month(deadline: str) -> None:
    """Within what an extension would allow."""
    assert severities(within(deadline)) == ["should"]


@pytest.mark.parametrize("deadline", ["P4M", "P3M1D", "P1Y", "P120D"])
def test_longer_than_any_extension(deadline: str) -> None:
    """No request may take so long."""
    assert severities(within(deadline)) == ["must"]


@pytest.mark.parametrize("trigger", ["request", "consent-withdrawn", "objection-made", "marketing-forbidden"])
def test_what_a_person_can_do(trigger: str) -> None:
    """Also with own wording beside the term."""
    own = ErasureRule(trigger=term(trigger, fi="pyynnöstä"), deadline=Deadline(Period(months=6)))

    assert severities(within("P6M", trigger), own) == ["must", "must"]


@pytest.mark.parametrize("trigger", ["relationship-end", "membership-end", "unlawful-processing", "duty-to-erase"])
def test_what_happens_by_itself_has_its_own_time(trigger: str) -> None:
    """Nobody waits for an answer."""
    assert severities(within("P6M", trigger)) == []


def test_near_misses() -> None:
    """No deadline, a denial, a trigger that only words tell."""
    half_a_year = Deadline(Period(months=6))

    assert severities(ErasureRule(trigger=term("request"))) == []
    assert severities(ErasureRule(trigger=term("request"), deadline=half_a_year, denied=True)) == []
    assert severities(ErasureRule(trigger=Words(fi="kauden vaihtuminen"), deadline=half_a_year)) == []


def test_one_month_extendable_by_two_is_lawful() -> None:
    """The extension of a right's procedure is no promise's deadline."""
    procedure = Procedure(deadline=Deadline(Period(months=1)), extension=Period(months=2))
    register = Register(rights=[Right(right=term("erasure"), procedure=procedure)], erasure=[within("P1M")])

    assert check(register, on=TODAY, select=["erasure-too-slow"]).findings == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "4 kuukautta"), ("sv", "4 månader"), ("en", "4 months on this ground: request by the data subject")],
)
def test_the_time_and_the_trigger_are_told(language: str, words: str) -> None:
    """In words, with the place of the deadline."""
    (found,) = check(Register(erasure=[within("P4M")]), on=TODAY, select=["erasure-too-slow"])

    assert found.path == "erasure[0].deadline"
    assert words in report.message(found, language)
