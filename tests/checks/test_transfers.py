"""What the checks of transfers find in one transfer, on and around every day on which the law changed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from rekisteri import Controller, Party, Processor, Register, Transfer, Words, check, term
from rekisteri.checks import all_checks
from rekisteri.checks.transfers import ADEQUACY, destination, journey
from rekisteri.law import Clauses, adequacy_decisions
from rekisteri.model.transfer import Area
from rekisteri.testing import registers

TODAY = date(2026, 11, 22)
FAMILY = {id for id, one in all_checks().items() if one.family == "transfers"}

DECISION = [term("adequacy-decision")]
SHIELD = [term("privacy-shield")]
FRAMEWORK = [term("data-privacy-framework")]
FORMER = [term("former-standard-clauses")]
CLAUSES = [term("standard-clauses")]

NOT_IN_FORCE = ("adequacy-not-in-force", "must", "certain")
MAYBE_NOT_IN_FORCE = ("adequacy-not-in-force", "should", "possible")
SOON_OVER = ("adequacy-not-in-force", "note", "possible")
LIMITED = ("adequacy-limited", "note", "possible")
INVALID = ("safeguard-invalid", "must", "certain")
MISSING = ("safeguard-missing", "must", "certain")
MAYBE_MISSING = ("safeguard-missing", "should", "possible")
ADEQUACY_UNTOLD = ("safeguard-missing", "must", "certain")
ADEQUACY_MAYBE_UNTOLD = ("safeguard-missing", "should", "possible")
NO_THIRD_COUNTRY = ("not-a-third-country", "should", "certain")


def verdicts(transfer: Transfer, on: date) -> list[tuple[object, ...]]:
    """What the whole family finds in a transfer: (check, severity, certainty)."""
    return check(Register(transfers=[transfer]), on=on, select=FAMILY).flatten("check", "severity", "certainty")


def to(country: str, *safeguards: Words) -> Transfer:
    """A transfer to one country."""
    return Transfer(countries=[country], safeguards=safeguards or None)


@pytest.mark.parametrize(
    ("transfer", "day", "expected"),
    [
        # The GDPR began to apply.
        (to("US"), date(2018, 5, 24), []),
        (to("IN"), date(2018, 5, 25), [MISSING]),
        (to("IN"), date(2018, 5, 26), [MISSING]),
        # It was taken into the EEA Agreement.
        (to("NO"), date(2018, 7, 19), [("not-a-third-country", "should", "possible")]),
        (to("NO"), date(2018, 7, 20), [NO_THIRD_COUNTRY]),
        (to("NO"), date(2018, 7, 21), [NO_THIRD_COUNTRY]),
        # Japan.
        (to("JP", *DECISION), date(2019, 1, 22), [NOT_IN_FORCE]),
        (to("JP", *DECISION), date(2019, 1, 23), [LIMITED]),
        (to("JP", *DECISION), date(2019, 1, 24), [LIMITED]),
        (to("JP"), date(2019, 1, 22), [MISSING]),
        (to("JP"), date(2019, 1, 23), [ADEQUACY_MAYBE_UNTOLD]),
        # Safe Harbor ended before the GDPR.
        (to("US", term("safe-harbor")), date(2018, 5, 25), [INVALID]),
        # The Privacy Shield was struck down.
        (to("US", *SHIELD), date(2020, 7, 15), []),
        (to("US", *SHIELD), date(2020, 7, 16), [INVALID]),
        (to("US", *SHIELD), date(2020, 7, 17), [INVALID]),
        (to("US", *DECISION), date(2020, 7, 15), [LIMITED]),
        (to("US", *DECISION), date(2020, 7, 16), [NOT_IN_FORCE]),
        (to("US"), date(2020, 7, 15), [ADEQUACY_UNTOLD]),
        (to("US"), date(2020, 7, 16), [MISSING]),
        (Transfer(safeguards=SHIELD), date(2020, 7, 15), []),
        (Transfer(safeguards=SHIELD), date(2020, 7, 16), [INVALID]),
        # The United Kingdom left the Union, its transition ended, and its bridge.
        (to("GB"), date(2020, 1, 31), [NO_THIRD_COUNTRY]),
        (Transfer(countries=["GB"], outside=Area.EU), date(2020, 1, 31), [NO_THIRD_COUNTRY]),
        (Transfer(countries=["GB"], outside=Area.EU), date(2020, 2, 1), [("not-a-third-country", "note", "certain")]),
        (to("GB"), date(2020, 12, 31), [NO_THIRD_COUNTRY]),
        (to("GB"), date(2021, 1, 1), [MAYBE_MISSING]),
        (to("GB"), date(2021, 6, 27), [MAYBE_MISSING]),
        (to("GB"), date(2021, 6, 28), [ADEQUACY_MAYBE_UNTOLD]),
        (to("GB"), date(2021, 6, 29), [ADEQUACY_UNTOLD]),
        (to("GB", *DECISION), date(2020, 12, 31), [NO_THIRD_COUNTRY]),
        (to("GB", *DECISION), date(2021, 1, 1), [MAYBE_NOT_IN_FORCE]),
        (to("GB", *DECISION), date(2021, 6, 27), [MAYBE_NOT_IN_FORCE]),
        (to("GB", *DECISION), date(2021, 6, 28), []),
        (to("GB", *DECISION), date(2025, 12, 27), []),
        (to("GB", *DECISION), date(2025, 12, 28), []),
        # The decision on it ends, or is renewed.
        (to("GB", *DECISION), date(2031, 6, 29), []),
        (to("GB", *DECISION), date(2031, 6, 30), [SOON_OVER]),
        (to("GB", *DECISION), date(2031, 12, 27), [SOON_OVER]),
        (to("GB", *DECISION), date(2031, 12, 28), [MAYBE_NOT_IN_FORCE]),
        (to("GB"), date(2031, 12, 27), [ADEQUACY_UNTOLD]),
        (to("GB"), date(2031, 12, 28), [MAYBE_MISSING]),
        # The former standard clauses.
        (to("IN", *FORMER), date(2021, 9, 26), []),
        (to("IN", *FORMER), date(2021, 9, 27), [("safeguard-invalid", "note", "certain")]),
        (to("IN", *FORMER), date(2022, 12, 27), [("safeguard-invalid", "note", "certain")]),
        (to("IN", *FORMER), date(2022, 12, 28), [INVALID]),
        (to("IN", *FORMER), date(2022, 12, 29), [INVALID]),
        (to("IN", *CLAUSES), date(2019, 1, 1), []),
        (to("IN", *CLAUSES), date(2022, 12, 28), []),
        # South Korea.
        (to("KR", *DECISION), date(2021, 12, 16), [NOT_IN_FORCE]),
        (to("KR", *DECISION), date(2021, 12, 17), [LIMITED]),
        # The Data Privacy Framework.
        (to("US", *FRAMEWORK), date(2023, 7, 9), [NOT_IN_FORCE]),
        (to("US", *FRAMEWORK), date(2023, 7, 10), []),
        (to("US", *FRAMEWORK), date(2023, 7, 11), []),
        (to("US", *DECISION, *FRAMEWORK), date(2023, 7, 9), [NOT_IN_FORCE]),
        (to("US", *DECISION), date(2023, 7, 9), [NOT_IN_FORCE]),
        (to("US", *DECISION), date(2023, 7, 10), [LIMITED]),
        (to("US"), date(2023, 7, 9), [MISSING]),
        (to("US"), date(2023, 7, 10), [ADEQUACY_MAYBE_UNTOLD]),
        # The European Patent Organisation, wherever it sits.
        (Transfer(name="European Patent Office", safeguards=DECISION), date(2025, 7, 14), [NOT_IN_FORCE]),
        (Transfer(name="European Patent Office", safeguards=DECISION), date(2025, 7, 15), []),
        (Transfer(name="EPO", countries=["DE"]), date(2025, 7, 14), [MISSING]),
        (Transfer(name="EPO", countries=["DE"]), date(2025, 7, 15), [ADEQUACY_MAYBE_UNTOLD]),
        (Transfer(name="EPO", countries=["DE"]), date(2025, 7, 18), [ADEQUACY_MAYBE_UNTOLD]),
        (Transfer(name="EPO", countries=["DE"]), date(2025, 7, 19), [ADEQUACY_UNTOLD]),
        # Brazil.
        (to("BR", *DECISION), date(2026, 1, 25), [NOT_IN_FORCE]),
        (to("BR", *DECISION), date(2026, 1, 26), [LIMITED]),
        (to("BR", *DECISION), date(2026, 1, 28), [LIMITED]),
        (to("BR", *DECISION), TODAY, [LIMITED]),
        # Places of doubtful status, and a code that is no country's.
        (to("GI"), TODAY, [MAYBE_MISSING]),
        (to("SJ", *DECISION), TODAY, [MAYBE_NOT_IN_FORCE]),
        (to("GL"), TODAY, [MAYBE_MISSING]),
        (to("RE"), TODAY, [("not-a-third-country", "should", "possible")]),
        (to("UK"), TODAY, [MAYBE_MISSING]),
        # Where nothing changes.
        (to("CH", *DECISION), TODAY, []),
        (to("CH"), TODAY, [ADEQUACY_UNTOLD]),
        (to("CN", *DECISION), TODAY, [NOT_IN_FORCE]),
        (to("CN", Words(en="a contract")), TODAY, []),
        (to("SE"), TODAY, [NO_THIRD_COUNTRY]),
        (Transfer(countries=["SE"], outside=Area.EU), TODAY, [NO_THIRD_COUNTRY]),
        (Transfer(countries=["NO"], outside=Area.EU), TODAY, [("not-a-third-country", "note", "certain")]),
        (Transfer(countries=["NO"], outside=Area.EEA), TODAY, [NO_THIRD_COUNTRY]),
        (Transfer(only_if=[term("technical-necessity")]), TODAY, [("transfer-unspecified", "should", "certain")]),
        # One thing is said once of one transfer.
        (to("US", *DECISION, *SHIELD), TODAY, [INVALID]),
        (to("US", *DECISION, *CLAUSES), TODAY, []),
        (to("US", *SHIELD, *CLAUSES), TODAY, [("safeguard-invalid", "should", "certain")]),
        (to("NO", *DECISION), TODAY, [NO_THIRD_COUNTRY]),
        (Transfer(countries=["CH", "IN"], safeguards=DECISION), TODAY, [NOT_IN_FORCE]),
        (Transfer(countries=["CH", "IN"], safeguards=[*DECISION, *CLAUSES]), TODAY, []),
        (Transfer(countries=["US", "IN"], safeguards=FRAMEWORK), TODAY, [MISSING]),
    ],
)
def test_one_transfer_on_a_day(transfer: Transfer, day: date, expected: list[tuple[object, ...]]) -> None:
    """Exactly these findings of the whole family."""
    assert verdicts(transfer, day) == expected


def test_a_recipient_whose_transfer_is_stated_is_judged_with_the_transfer() -> None:
    """Not once more as a recipient."""
    cloud = Processor(name="Esimerkkipilvi Inc", country="US")
    found = check(Register(processors=[cloud], transfers=[to("US", *SHIELD)]), on=TODAY, select=["transfers"])

    assert found.flatten("check", "path") == [("safeguard-invalid", "transfers[0].safeguards[0]")]


def test_the_words_of_a_term_do_not_hide_what_it_is() -> None:
    """A term with own wording is that term; own words that name it alike are only possible; others are not read."""
    worded = term("privacy-shield", en="the Shield")

    assert verdicts(to("US", worded), TODAY) == [INVALID]
    assert verdicts(to("US", Words(en="Privacy Shield")), TODAY) == [("safeguard-invalid", "should", "possible")]
    assert verdicts(to("US", Words(en="a contract that we can show")), TODAY) == []


def test_an_organisation_is_where_the_data_go() -> None:
    """Its office in a member state is not."""
    made = journey("transfers[0]", Transfer(name="EPO", countries=["DE"]), TODAY)

    assert [one.place for one in made.third] == ["Euroopan patenttijärjestö"]


def test_a_ground_knows_its_article_and_its_instrument() -> None:
    """Own words know neither."""
    transfer = to("US", *FRAMEWORK, *FORMER, *CLAUSES, Words(en="a contract"))
    framework, former, clauses, own = journey("transfers[0]", transfer, TODAY).grounds

    assert framework.instrument is adequacy_decisions()["us-data-privacy-framework"]
    assert isinstance(former.instrument, Clauses)
    assert (clauses.instrument, own.instrument) == (None, None)
    assert [one.rests_on(ADEQUACY) for one in (framework, former, clauses, own)] == [True, False, False, False]


@pytest.mark.parametrize(
    ("safeguard", "place", "day", "expected"),
    [
        ("adequacy-decision", "CH", TODAY, True),
        ("adequacy-decision", "IN", TODAY, False),
        ("adequacy-decision", "GI", TODAY, True),
        ("data-privacy-framework", "US", TODAY, True),
        ("data-privacy-framework", "US", date(2023, 7, 9), False),
        ("data-privacy-framework", "CA", TODAY, False),
        ("standard-clauses", "IN", TODAY, True),
        ("former-standard-clauses", "IN", date(2022, 12, 27), True),
        ("former-standard-clauses", "IN", date(2022, 12, 28), False),
        ("derogation-contract", "IN", TODAY, True),
        ("supplementary-measures", "IN", TODAY, False),
        ("adequate-protection", "CH", TODAY, False),
    ],
)
def test_what_can_carry_a_transfer(safeguard: str, place: str, day: date, expected: bool) -> None:
    """An adequacy decision where there is one, a framework in its country, clauses anywhere while they are valid."""
    (ground,) = journey("transfers[0]", to(place, term(safeguard)), day).grounds

    assert ground.carries(destination(place, day)) is expected


def test_controllers_and_processors_abroad_are_no_transfers() -> None:
    """Where a party is says nothing of transfers."""
    register = Register(
        controllers=[Controller(name="Example Ltd", country="GB")], contacts=[Party(name="X", country="US")]
    )

    assert check(register, on=TODAY, select=["transfers"]).findings == ()


@settings(max_examples=50, deadline=None)
@given(registers())
def test_the_family_judges_any_register_on_any_day(register: Register) -> None:
    """The days around changes raise nothing."""
    for day in (date(1999, 1, 1), date(2018, 7, 1), date(2021, 3, 1), date(2031, 12, 1), date.max):
        check(register, on=day, select=["transfers"])
