"""The check act-misnamed: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Purpose, Register, Section, Words, check, report
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)


def findings(text: str, on: date = TODAY, drafted: date | None = None) -> list[tuple[object, ...]]:
    """What the check finds in a section's words: (severity, certainty, variant, what it cites)."""
    register = Register(drafted=drafted, sections=[Section(heading="Muuta", text=text)])
    found = check(register, on=on, select=["act-misnamed"])
    assert all(one.path == "sections[0].text" for one in found)
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    return [(one.severity, one.certainty, one.variant, *map(str, one.citations)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Evästeistä säädetään tietoyhteiskuntakaaressa.", ("note", "certain", "message", "svpl")),
        ("Om kakor föreskrivs i informationssamhällsbalken.", ("note", "possible", "possible", "svpl")),
        ("Cookies are governed by the Information Society Code.", ("note", "possible", "possible", "svpl")),
        ("Noudatamme GDPR-direktiiviä.", ("note", "certain", "directive", "gdpr")),
        ("EU:n yleinen tietosuojadirektiivi", ("note", "certain", "directive", "gdpr")),
        ("EU:n tietosuojadirektiivin mukaan", ("note", "possible", "directive-possible", "gdpr")),
        ("direktiivi (EU) 2016/679", ("note", "certain", "directive", "gdpr")),
        ("EU:s dataskyddsdirektiv", ("note", "possible", "directive-possible", "gdpr")),
        ("allmänna dataskyddsdirektivet", ("note", "certain", "directive", "gdpr")),
        ("the General Data Protection Directive", ("note", "certain", "directive", "gdpr")),
        ("the GDPR directive", ("note", "certain", "directive", "gdpr")),
        ("EU:n tietosuoja-asetus (679/2016)", ("note", "certain", "number", "gdpr")),
        ("dataskyddsförordningen (EU) 2016/697", ("note", "certain", "number", "gdpr")),
    ],
)
def test_a_wrong_name_or_number(text: str, expected: tuple[str, ...]) -> None:
    """A former name, a directive, a number turned round."""
    assert findings(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "EU:n yleinen tietosuoja-asetus (EU) 2016/679",
        "tietosuojadirektiivi (EU) 2016/680",
        "rikosasioiden tietosuojadirektiivi",
        "sähköisen viestinnän tietosuojadirektiivi (2002/58/EY)",
        "direktivet om integritet och elektronisk kommunikation, dataskyddsdirektivet",
        "Asetus korvasi vanhan tietosuojadirektiivin.",
        "Laki sähköisen viestinnän palveluista (aiemmin tietoyhteiskuntakaari)",
        "laki 679/2016",
        "1679/2016 tietosuoja",
        "yhteiskuntakaari",
    ],
)
def test_near_misses(text: str) -> None:
    """Its right name, real directives, a statement that the name has changed, other acts."""
    assert findings(text) == []


@pytest.mark.parametrize(("on", "count"), [(date(2018, 5, 30), 0), (date(2018, 5, 31), 0), (date(2018, 6, 1), 1)])
def test_the_day_of_the_new_name(on: date, count: int) -> None:
    """The day before, of and after the former name's last."""
    assert len(findings("tietoyhteiskuntakaari", on=on)) == count


@pytest.mark.parametrize(
    ("drafted", "was_right"), [(None, False), (date(2018, 5, 31), True), (date(2018, 6, 1), False)]
)
def test_a_document_may_be_older(drafted: date | None, was_right: bool) -> None:
    """Then the name was right."""
    register = Register(drafted=drafted, purposes=[Purpose(aims=[Words(fi="tietoyhteiskuntakaaren velvoitteet")])])
    found = check(register, on=TODAY, select=["act-misnamed"])

    assert found.flatten("path", "right_when_drafted") == [("purposes[0].aims[0]", was_right)]


def test_one_name_once_a_text() -> None:
    """However often it is said."""
    assert len(findings("Tietoyhteiskuntakaari. Tietoyhteiskuntakaari. GDPR-direktiivi. GDPR-direktiivi.")) == 2
