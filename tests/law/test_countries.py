from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri.law.countries import in_eea

ONE_DAY = timedelta(days=1)

MEMBERS = [
    ("BE DE FR IT LU NL", date(1958, 1, 1)),
    ("DK IE GB", date(1973, 1, 1)),
    ("GR", date(1981, 1, 1)),
    ("ES PT", date(1986, 1, 1)),
    ("IS NO", date(1994, 1, 1)),
    ("AT FI AX SE", date(1995, 1, 1)),
    ("LI", date(1995, 5, 1)),
    ("CY CZ EE HU LT LV MT PL SI SK", date(2004, 5, 1)),
    ("BG RO", date(2007, 1, 1)),
    ("HR", date(2013, 7, 1)),
]

JOINED = [(country, first) for countries, first in MEMBERS for country in countries.split()]


@pytest.mark.parametrize(("country", "first"), JOINED)
def test_a_country_belongs_from_the_day_it_joined(country: str, first: date) -> None:
    """The day before, it is a third country; on the day and the day after, it is none."""
    expected = [False, True, True]

    assert expected == [in_eea(country, first + day * ONE_DAY) for day in (-1, 0, 1)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 1, 31), True),
        (date(2020, 2, 1), True),
        (date(2020, 12, 30), True),
        (date(2020, 12, 31), True),
        (date(2021, 1, 1), False),
        (date(2026, 11, 22), False),
    ],
)
def test_the_united_kingdom_counts_until_its_transition_period_ended(day: date, expected: bool) -> None:
    """After it left, the GDPR still applied there as the law of the Union until 2020-12-31."""
    assert expected is in_eea("GB", day)


@pytest.mark.parametrize("country", [country for country, _ in JOINED if country != "GB"])
def test_nobody_else_has_left(country: str) -> None:
    """All members but the United Kingdom still belong."""
    assert in_eea(country, date(2026, 11, 22))


@pytest.mark.parametrize("country", ["GF", "GP", "MF", "MQ", "RE", "YT"])
@pytest.mark.parametrize("day", [date(1, 1, 1), date(1995, 1, 1), date(2018, 5, 25), date(2026, 11, 22), date.max])
def test_the_outermost_regions_of_france_belong(country: str, day: date) -> None:
    """They have codes of their own and are inside the Union; the table knows no first day, so none is asked."""
    assert in_eea(country, day)


@pytest.mark.parametrize(
    "country",
    ["CH", "US", "RU", "UA", "TR", "FO", "GL", "AD", "MC", "SM", "VA", "JE", "GG", "IM", "PF", "NC", "AW", "CW", "ZZ"],
)
@pytest.mark.parametrize("day", [date(1995, 1, 1), date(2018, 5, 25), date(2026, 11, 22)])
def test_third_countries_never_belonged(country: str, day: date) -> None:
    """Neither neighbours nor overseas countries of members nor codes that nobody has are in the EEA."""
    assert not in_eea(country, day)
