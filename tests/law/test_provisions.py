from __future__ import annotations

from datetime import date

import pytest

from rekisteri.law import Provision
from rekisteri.law.provisions import dated_provisions, holds

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("provision", "day", "expected"),
    [
        ("tsl:29.5", date(2023, 12, 31), False),
        ("tsl:29.5", date(2024, 1, 1), True),
        ("tsl:29.5", date(2024, 1, 2), True),
        ("tsl:29", date(2018, 12, 31), False),
        ("tsl:29", date(2019, 1, 1), True),
        ("tsl:29.1", date(2023, 12, 31), True),
        ("hetil:13", TODAY, False),
        ("1233/2031:5", TODAY, True),
    ],
)
def test_a_provision_holds_from_its_own_day(provision: str, day: date, expected: bool) -> None:
    """By its own row, else by its act; an act that the library does not know holds."""
    assert holds(Provision.parse(provision), day) is expected


def test_the_facts_were_read_somewhere_and_checked() -> None:
    """Each row is younger than its act, names its source and how sure it is."""
    for row in dated_provisions():
        act = row.provision.known_act
        assert act is not None
        assert act.valid_from is not None
        assert act.valid_from < row.valid_from
        assert row.source
        assert row.checked_on == TODAY
        assert row.confidence == "high"
        assert row.checked_to == "2025-04"
