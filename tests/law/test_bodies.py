"""Bodies that have ended."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri.law.bodies import Body, former_bodies
from rekisteri.words import LANGUAGES

LAST_DAYS = {
    "tietosuojalautakunta": date(2018, 12, 31),
    "aluehallintovirasto": date(2025, 12, 31),
    "ely-keskus": date(2025, 12, 31),
    "viestintavirasto": date(2018, 12, 31),
    "vaestorekisterikeskus": date(2019, 12, 31),
    "kuluttajavirasto": date(2012, 12, 31),
    "sairaanhoitopiiri": date(2022, 12, 31),
    "datainspektionen": date(2020, 12, 31),
}


def test_the_last_days() -> None:
    """Each row, and no other."""
    assert {body.id: body.valid_until for body in former_bodies()} == LAST_DAYS


@pytest.mark.parametrize("body", former_bodies(), ids=lambda body: body.id)
def test_a_row_is_whole(body: Body) -> None:
    """Its stems are in lower case; what took its place is named in every language or nowhere; it tells its source."""
    assert all(stem == stem.lower() for stem in body.beginnings)
    assert set(body.now) in (set(), set(LANGUAGES))
    assert body.source
    assert body.checked_on == date(2026, 11, 22)
    assert (body.confidence == "high") is (
        "from knowledge" not in body.source.replace("The Swedish name is from knowledge", "")
    )


@pytest.mark.parametrize("body", former_bodies(), ids=lambda body: body.id)
def test_what_took_its_place_is_not_taken_for_it(body: Body) -> None:
    """Traficom's name holds the former agency's."""
    for other in former_bodies():
        assert [name for name in other.now.values() if body.in_lower_case.search(name.lower())] == []
