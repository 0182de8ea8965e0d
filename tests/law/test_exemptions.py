from __future__ import annotations

from datetime import date

import pytest

from rekisteri.law import Provision
from rekisteri.law.exemptions import exempting, exemptions

TODAY = date(2026, 11, 22)
EVERYTHING = {"collected", "obtained", "record", "processor_record"}

EXEMPT = [
    ("gdpr:13.4", {"collected"}, False),
    ("gdpr:14.5", {"obtained"}, False),
    ("gdpr:14.5.a", {"obtained"}, False),
    ("gdpr:14.5.b", {"obtained"}, False),
    ("gdpr:14.5.c", {"obtained"}, True),
    ("gdpr:14.5.d", {"obtained"}, True),
    ("gdpr:30.5", {"record", "processor_record"}, False),
    ("tsl:27", EVERYTHING, False),
    ("tsl:27.1", EVERYTHING, False),
    ("tsl:33", {"collected", "obtained"}, False),
    ("tsl:33.1", {"collected", "obtained"}, False),
    ("tsl:33.2", {"obtained"}, False),
]


@pytest.mark.parametrize(("provision", "exempts_from", "needs_law"), EXEMPT)
def test_what_a_provision_exempts_from(provision: str, exempts_from: set[str], needs_law: bool) -> None:
    """A part of a provision that is not told apart exempts as the whole does."""
    row = exempting(Provision.parse(provision), TODAY)

    assert row is not None
    assert row.exempts_from == exempts_from
    assert row.needs_law is needs_law


@pytest.mark.parametrize(
    "provision", ["gdpr:13", "gdpr:14.4", "gdpr:30.1", "tsl:29", "tsl:33.3", "kpl:2/10", "523/1999:24"]
)
def test_other_provisions_exempt_from_nothing(provision: str) -> None:
    """Nor does an article that holds an exemption among other things."""
    assert exempting(Provision.parse(provision), TODAY) is None


@pytest.mark.parametrize(
    ("provision", "day", "holds"),
    [
        ("gdpr:14.5.b", date(2018, 5, 24), False),
        ("gdpr:14.5.b", date(2018, 5, 25), True),
        ("gdpr:14.5.b", date(2018, 5, 26), True),
        ("tsl:33.1", date(2018, 12, 31), False),
        ("tsl:33.1", date(2019, 1, 1), True),
        ("tsl:33.1", date(2019, 1, 2), True),
    ],
)
def test_an_exemption_holds_from_its_day(provision: str, day: date, holds: bool) -> None:
    """The day before it none, on it and after it."""
    assert (exempting(Provision.parse(provision), day) is not None) is holds


def test_the_facts_were_read_somewhere_and_checked() -> None:
    """Each row names its source, the day on which it was compared with it, and how sure it is."""
    assert len({row.provision for row in exemptions()}) == len(exemptions())
    for row in exemptions():
        assert row.source
        assert row.checked_on == TODAY
        assert row.confidence == "high"
        assert row.valid_until is None
        assert row.exempts_from or str(row.provision) == "tsl:33.3"
