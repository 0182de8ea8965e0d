from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri.law.countries import in_eea, in_union, is_unclear

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


@pytest.mark.parametrize("country", ["IS", "LI", "NO"])
def test_the_eea_is_wider_than_the_union(country: str) -> None:
    """Iceland, Liechtenstein and Norway are in the one and not in the other."""
    assert in_eea(country, date(2026, 11, 22))
    assert not in_union(country, date(2026, 11, 22))


@pytest.mark.parametrize("country", [country for country, _ in JOINED if country not in {"GB", "IS", "LI", "NO"}])
def test_the_other_members_are_in_the_union(country: str) -> None:
    """Outside members are in neither."""
    assert in_union(country, date(2026, 11, 22))


@pytest.mark.parametrize("country", ["US", "CH", "GB", "ZZ"])
def test_third_countries_are_not_in_the_union(country: str) -> None:
    """Whoever is not in the EEA is not in the Union."""
    assert not in_union(country, date(2026, 11, 22))


@pytest.mark.parametrize(("day", "expected"), [(30, True), (31, True), (32, False)])
def test_the_united_kingdom_left_the_union_before_its_transition_ended(day: int, expected: bool) -> None:
    """It left on 31 January 2020 and was treated as a member for the rest of the year."""
    on = date(2019, 12, 31) + day * ONE_DAY

    assert in_union("GB", on) is expected
    assert in_eea("GB", on)


@pytest.mark.parametrize(
    ("country", "first", "last"),
    [
        ("NO", None, date(2018, 7, 19)),
        ("IS", None, date(2018, 7, 19)),
        ("LI", None, date(2018, 7, 19)),
        ("GB", date(2021, 1, 1), date(2021, 6, 28)),
    ],
)
def test_for_some_time_it_was_unclear_whether_a_country_was_a_third_country(
    country: str, first: date | None, last: date
) -> None:
    """Before the GDPR was taken into the EEA Agreement, and while a bridge led to the United Kingdom."""
    assert [is_unclear(country, last + days * ONE_DAY) for days in (-1, 0, 1)] == [True, True, False]
    if first:
        assert [is_unclear(country, first + days * ONE_DAY) for days in (-1, 0, 1)] == [False, True, True]


@pytest.mark.parametrize("country", ["GI", "SJ", "GL", "AW", "NC", "RE", "GP", "UK", "UN"])
def test_some_territories_and_codes_are_never_clear(country: str) -> None:
    """Territories of doubtful status, and codes that are no country's."""
    assert is_unclear(country, date(2026, 11, 22))


@pytest.mark.parametrize("country", ["EL", "EU"])
def test_codes_of_the_union_itself_are_inside(country: str) -> None:
    """Greece as the Union writes it, and the Union."""
    assert in_eea(country, date(2026, 11, 22))
    assert not is_unclear(country, date(2026, 11, 22))


@pytest.mark.parametrize("country", ["FI", "AX", "NO", "CH", "US", "GB", "FO", "JE", "IN"])
def test_of_countries_it_is_clear(country: str) -> None:
    """Members and third countries."""
    assert not is_unclear(country, date(2026, 11, 22))
