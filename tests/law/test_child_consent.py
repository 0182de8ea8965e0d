from __future__ import annotations

from datetime import date

import pytest

from rekisteri.law.child_consent import consent_age, consent_ages

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("country", "day", "years", "provision"),
    [
        ("FI", date(2018, 5, 24), 13, "gdpr:8.1"),
        ("FI", date(2018, 5, 25), 16, "gdpr:8.1"),
        ("FI", date(2018, 12, 31), 16, "gdpr:8.1"),
        ("FI", date(2019, 1, 1), 13, "tsl:5"),
        ("FI", TODAY, 13, "tsl:5"),
        ("SE", TODAY, 13, "gdpr:8.1"),
        (None, TODAY, 13, "gdpr:8.1"),
    ],
)
def test_the_age_by_country_and_day(country: str | None, day: date, years: int, provision: str) -> None:
    """Where a state's law is not known, the least that the GDPR allows any of them."""
    age = consent_age(country, day)

    assert (age.years, str(age.provision)) == (years, provision)


def test_the_facts_were_read_somewhere_and_checked() -> None:
    """Each row names its source, the day on which it was compared with it, and how sure it is; none goes below the least."""
    least = consent_ages()[0]
    for age in consent_ages():
        assert age.source
        assert age.checked_on == TODAY
        assert age.confidence == "high"
        assert age.years >= least.years
        assert (age.valid_from is None) is (age is least)
