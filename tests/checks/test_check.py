"""The engine: what a check is, how it is found, what a report tells."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from paths import resolve
from rekisteri import (
    DataCategory,
    Finding,
    InvalidValue,
    LegalBasis,
    Provision,
    Register,
    Report,
    RetentionRule,
    Severity,
    UnknownName,
    check,
    report,
    term,
)
from rekisteri.checks import Certainty, all_checks
from rekisteri.retention import statutory
from rekisteri.testing import registers
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)


def finding(severity: Severity) -> Finding:
    """A finding of one severity."""
    return Finding(
        check="retention-missing",
        severity=severity,
        certainty=Certainty.CERTAIN,
        path="retention",
        citations=(Provision.parse("gdpr:13.2.a"),),
    )


@settings(max_examples=50, deadline=None)
@given(registers())
def test_any_register_can_be_judged(register: Register) -> None:
    """Checks never raise, say the same twice, lead somewhere, cite a provision, and have words in every language."""
    found = check(register, on=TODAY)

    assert check(register, on=TODAY) == found
    for one in found.findings:
        resolve(register, one.path)
        assert one.citations
        for language in LANGUAGES:
            assert not re.search(r"\{[a-z]+\}", report.message(one, language))


@settings(max_examples=30, deadline=None)
@given(registers())
def test_most_serious_first(register: Register) -> None:
    """Findings are sorted by severity."""
    ranks = [one.severity.rank for one in check(register, on=TODAY).findings]

    assert ranks == sorted(ranks, reverse=True)


def test_select_and_ignore_take_ids_and_families() -> None:
    """Only what is selected and not ignored runs."""
    silent = Register()
    every = {one.check for one in check(silent, on=TODAY).findings}
    rights = {one.check for one in check(silent, on=TODAY, select=["stated"], ignore=["purposes-missing"]).findings}

    assert "purposes-missing" in every
    assert rights == every - {"purposes-missing"}
    assert {one.check for one in check(silent, on=TODAY, select=["access-missing"]).findings} == {"access-missing"}
    assert check(silent, on=TODAY, select=[]).findings == ()


def test_unknown_checks_are_refused_all_at_once() -> None:
    """A misspelt check names the nearest."""
    with pytest.raises(UnknownName) as error:
        check(Register(), on=TODAY, select=["acces-missing", "stated", "nonsense"])

    assert [str(problem) for problem in error.value.problems] == [
        "found the unknown check “acces-missing”, expected a check's id or a family (did you mean “access-missing”?)",
        "found the unknown check “nonsense”, expected a check's id or a family",
    ]


def test_a_report_counts_from_a_severity_on() -> None:
    """``at_least`` takes a severity and what is graver."""
    found = tuple(finding(severity) for severity in Severity)
    made = Report(register=None, on=TODAY, findings=found)

    assert [len(made.at_least(severity)) for severity in (Severity.MUST, Severity.SHOULD, Severity.NOTE)] == [1, 2, 3]
    assert made.flatten("severity", "path") == [(severity, "retention") for severity in Severity]


def test_a_finding_without_a_provision_cannot_be_made() -> None:
    """Every finding rests on something."""
    with pytest.raises(ValueError, match="citations"):
        Finding(check="x", severity=Severity.NOTE, certainty=Certainty.CERTAIN, path="", citations=())


def test_checks_are_listed_duties_first() -> None:
    """The list starts with the controller, as the law does, and ends with the reasoned checks."""
    ids = list(all_checks())

    assert ids[0] == "controller-missing"
    assert ids[-1] == "transfers-contradict-recipients"


def test_what_was_not_run_is_told() -> None:
    """A report knows which checks were left out, and its text says how many."""
    every = check(Register(), on=TODAY)
    few = check(Register(), on=TODAY, select=["stated"], ignore=["access-missing"])

    assert every.not_run == ()
    assert "access-missing" in few.not_run
    assert {one.check for one in few}.isdisjoint(few.not_run)
    assert f"{len(few.not_run)} checks were not run." in report.text(few)
    assert "not run" not in report.text(every)


def test_a_report_is_its_findings() -> None:
    """Iterating over it and its length mean the findings."""
    found = check(Register(), on=TODAY)

    assert list(found) == list(found.findings)
    assert len(found) == len(found.findings)


def test_the_day_must_be_a_day() -> None:
    """Text and moments are refused with the words of every other error."""
    with pytest.raises(InvalidValue, match=r"check: on: found “2026-11-22”, expected a datetime\.date"):
        check(Register(), on="2026-11-22")  # type: ignore[arg-type]


@pytest.mark.parametrize(("day", "count"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1)])
def test_a_check_rests_on_law_that_is_in_force(day: date, count: int) -> None:
    """Before the GDPR applied, nothing was contrary to it; the day before, of and after."""
    register = Register(legal_bases=[LegalBasis(words=term("relevant-connection"))])
    found = check(register, on=day, select=["basis-of-old-act"])

    assert len(found) == count
    assert ("began to apply" in report.text(found)) is (count == 0)


def test_ids_of_checks_come_as_a_list() -> None:
    """A string is not read as a list of letters; an iterator is read once."""
    with pytest.raises(InvalidValue, match="expected a list of ids or families"):
        check(Register(), on=TODAY, select="stated")
    assert {one.check for one in check(Register(), on=TODAY, select=iter(["access-missing"]))} == {"access-missing"}


def test_a_name_cannot_forge_a_report() -> None:
    """Line breaks and control characters of a register's name are escaped."""
    text = report.text(check(Register(name="A\nMUST  x  [y]\x1b[31m"), on=TODAY, select=["stated"]))

    assert text.splitlines()[0].startswith("A\\nMUST  x  [y]\\x1b[31m: judged")


def test_only_provisions_in_force_are_cited() -> None:
    """Before the GDPR a contradiction with the Accounting Act rests on that Act alone."""
    end = RetentionRule.maximum("P1Y", after="financial-year-end", data=["v"], id="own")
    register = Register(
        data=[DataCategory(id="v", items=[term("invoicing-data")])],
        retention=[statutory("kpl-vouchers", on=TODAY, data=["v"]), end],
    )
    before, after = (
        {str(provision) for one in check(register, on=day, select=["period-below-duty"]) for provision in one.citations}
        for day in (date(2018, 5, 24), date(2018, 5, 25))
    )

    assert before == {"kpl:2/10.2"}
    assert after == {"gdpr:5.1.e", "kpl:2/10.2"}
