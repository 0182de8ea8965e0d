"""The check safeguard-invalid: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Register, Section, Transfer, Words, check, report, term

TODAY = date(2026, 11, 22)
SHIELD = term("privacy-shield")
FORMER = term("former-standard-clauses")
CLAUSES = term("standard-clauses")
FRAMEWORK = term("data-privacy-framework")
DECISION = term("adequacy-decision")


def findings(*safeguards: Words, countries: list[str] | None = None, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(transfers=[Transfer(countries=countries, safeguards=safeguards)])
    return check(register, on=on, select=["safeguard-invalid"]).flatten("severity", "certainty", "path")


@pytest.mark.parametrize("id", ["safe-harbor", "privacy-shield", "former-standard-clauses"])
@pytest.mark.parametrize("countries", [None, ["US"]])
def test_what_has_ended_carries_nothing(id: str, countries: list[str] | None) -> None:
    """Whether the country is told or not."""
    assert findings(term(id), countries=countries) == [("must", "certain", "transfers[0].safeguards[0]")]


@pytest.mark.parametrize("beside", [CLAUSES, FRAMEWORK, term("derogation-contract"), Words(en="a contract")])
def test_another_ground_makes_it_milder(beside: Words) -> None:
    """The transfer may rest on that."""
    assert findings(beside, SHIELD) == [("should", "certain", "transfers[0].safeguards[1]")]
    assert findings(beside, FORMER) == [("should", "certain", "transfers[0].safeguards[1]")]


@pytest.mark.parametrize("beside", [FORMER, DECISION, term("adequate-protection"), term("supplementary-measures")])
def test_what_carries_nothing_does_not(beside: Words) -> None:
    """What has ended too, the very decision that it was, something vague, measures that only add to a ground."""
    assert ("must", "certain", "transfers[0].safeguards[0]") in findings(SHIELD, beside, countries=["US"])


def test_a_decision_on_another_country_carries_what_clauses_carried() -> None:
    """The clauses were for any country; the framework for one."""
    assert findings(FORMER, DECISION, countries=["CH"]) == [("should", "certain", "transfers[0].safeguards[0]")]
    assert findings(FORMER, DECISION, countries=["IN"]) == [("must", "certain", "transfers[0].safeguards[0]")]
    assert findings(FORMER, FRAMEWORK, countries=["IN"]) == [("must", "certain", "transfers[0].safeguards[0]")]
    assert findings(FORMER, DECISION) == [("should", "certain", "transfers[0].safeguards[0]")]


@pytest.mark.parametrize(
    ("id", "last", "right"),
    [
        ("safe-harbor", date(2015, 10, 5), True),
        ("safe-harbor", date(2015, 10, 6), False),
        ("privacy-shield", date(2020, 7, 15), True),
        ("privacy-shield", date(2020, 7, 16), False),
        ("former-standard-clauses", date(2022, 12, 27), True),
        ("former-standard-clauses", date(2022, 12, 28), False),
    ],
)
def test_it_was_right_when_drafted(id: str, last: date, right: bool) -> None:
    """The verdict is the same, but the reader is told."""
    register = Register(drafted=last, transfers=[Transfer(safeguards=[term(id)])])
    (found,) = check(register, on=TODAY, select=["safeguard-invalid"])

    assert (found.severity, found.right_when_drafted) == ("must", right)


def test_the_article_is_that_of_the_ground() -> None:
    """A decision rests on Art. 45, clauses on Art. 46."""
    register = Register(transfers=[Transfer(safeguards=[SHIELD, FORMER])])

    assert [str(one.citations[0]) for one in check(register, on=TODAY, select=["safeguard-invalid"])] == [
        "gdpr:45",
        "gdpr:46",
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 9, 26), []),
        (date(2021, 9, 27), ["note"]),
        (date(2022, 12, 27), ["note"]),
        (date(2022, 12, 28), ["must"]),
    ],
)
def test_the_former_clauses_held_for_a_while(day: date, expected: list[str]) -> None:
    """For contracts made in time."""
    assert [severity for severity, _, _ in findings(FORMER, on=day)] == expected


def test_the_words_tell_the_days() -> None:
    """The last day of each."""
    register = Register(transfers=[Transfer(safeguards=[FORMER])])
    (ended,) = check(register, on=TODAY, select=["safeguard-invalid"])
    (ending,) = check(register, on=date(2022, 1, 1), select=["safeguard-invalid"])

    assert "The last day on which it was one was 27 December 2022" in report.message(ended, "en")
    assert "could be concluded on them was 26 September 2021" in report.message(ending, "en")
    assert "one can rely on them is 27 December 2022" in report.message(ending, "en")


@pytest.mark.parametrize("safeguard", [CLAUSES, FRAMEWORK, DECISION])
def test_near_misses(safeguard: Words) -> None:
    """What is in force."""
    assert findings(safeguard, countries=["US"]) == []


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Safe Harbor", date(2015, 10, 5)),
        ("Privacy Shield -sertifiointi", date(2020, 7, 15)),
        ("mallisopimuslausekkeet (2010/87/EU)", date(2022, 12, 27)),
    ],
)
def test_in_own_words(words: str, last: date) -> None:
    """Possible, from the day after the last; right in a document of that day. A statement of the end is let pass."""
    register = Register(transfers=[Transfer(safeguards=[Words(fi=words)])], drafted=last)
    verdicts = [
        check(register, on=day, select=["safeguard-invalid"]).flatten(
            "severity", "certainty", "path", "right_when_drafted"
        )
        for day in (date.fromordinal(last.toordinal() - 1), last, date.fromordinal(last.toordinal() + 1))
    ]

    assert [one for one in verdicts[:2] if ("should", "possible", "transfers[0].safeguards[0]", True) in one] == []
    if last > date(2018, 5, 25):  # before the Regulation applied, its articles cannot be cited
        assert verdicts[2] == [("should", "possible", "transfers[0].safeguards[0]", True)]
    ended = Register(title=f"{words} on mitätöity")
    assert check(ended, on=TODAY, select=["safeguard-invalid"]).findings == ()


def test_what_a_field_rests_on_is_told_once() -> None:
    """A text that mentions it says nothing more; another framework, and another transfer's own words, do."""
    section = Section(heading="Siirrot", text="Siirto perustuu Privacy Shieldiin.")
    shield = Transfer(safeguards=[SHIELD])

    def paths(*transfers: Transfer) -> list[tuple[object, ...]]:
        register = Register(transfers=transfers, sections=[section])
        return check(register, on=TODAY, select=["safeguard-invalid"]).flatten("path")

    assert paths(shield) == [("transfers[0].safeguards[0]",)]
    assert paths(Transfer(safeguards=[FORMER])) == [("transfers[0].safeguards[0]",), ("sections[0].text",)]
    assert paths(shield, Transfer(safeguards=[Words(en="Privacy Shield")])) == [
        ("transfers[0].safeguards[0]",),
        ("transfers[1].safeguards[0]",),
    ]
