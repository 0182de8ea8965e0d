"""The check section-empty: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Register, Section, check, term
from rekisteri.words import Audience

TODAY = date(2026, 11, 22)
COOKIES = Section(heading="Evästeet", about=["cookies"])


def findings(*sections: Section, title: str | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(title=title, data_subjects=[term("customers")], sections=sections)
    return check(register, on=TODAY, select=["section-empty"]).flatten("severity", "certainty", "path")


def test_a_heading_without_words() -> None:
    """Nothing stands under it, nothing became a field; the last heading too."""
    assert findings(COOKIES) == [("note", "certain", "sections[0].heading")]
    assert [path for _, _, path in findings(COOKIES, COOKIES)] == ["sections[0].heading", "sections[1].heading"]


@pytest.mark.parametrize(
    "section",
    [
        Section(heading="Evästeet", text="Evästeitä ei käytetä."),
        Section(heading="Evästeet", rest="Evästeitä ei käytetä."),
        Section(heading="Rekisteröidyt", covered=["data_subjects"]),
        Section(heading="Rekisterin nimi: Asiakasrekisteri"),
        Section(heading="Tietosuojaseloste"),
        Section(heading="Evästeet", audience=Audience.RECORD),
    ],
)
def test_near_misses(section: Section) -> None:
    """Words, words that became fields, a heading that tells something, the title, what is not published."""
    assert findings(section, title="Tietosuojaseloste") == []


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [
        (Section(heading="9. Suojaus"), Section(heading="9.1 Paperit", text="x"), 0),
        (Section(heading="9. Suojaus"), Section(heading="10. Muuta", text="x"), 1),
        (Section(heading="1. Suojaus"), Section(heading="10. Muuta", text="x"), 1),
        (Section(heading="Suojaus", about=["security"]), Section(heading="A", about=["security_manual"], text="x"), 0),
        (
            Section(heading="Oikeudet", about=["rights_general"]),
            Section(heading="A", about=["right_access"], text="x"),
            0,
        ),
        (Section(heading="Oikeudet", about=["rights_general"]), Section(heading="A", about=["cookies"], text="x"), 1),
        (Section(heading="Oikeudet"), Section(heading="Tarkastusoikeus", about=["right_access"], text="x"), 1),
    ],
)
def test_a_heading_above_others(above: Section, below: Section, count: int) -> None:
    """The next heading belongs under it, by its number or by what they are about."""
    assert len(findings(above, below)) == count
