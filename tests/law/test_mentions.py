"""Acts in a text, by names and numbers that are theirs no more."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri.law.acts import acts
from rekisteri.law.mentions import mentions


def found(text: str) -> list[tuple[str, str, bool]]:
    """The old acts in a text: (key, words, whether no other can be meant)."""
    return [(one.act.key, text[one.start : one.end], one.sure) for one in mentions(text, text.lower())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("henkilötietolaki (523/99) 10 §", ("hetil", "henkilötietolaki (523/99)", True)),
        ("Henkilötietolain 26 §", ("hetil", "Henkilötietolain", True)),
        ("HetiL 10 §", ("hetil", "HetiL", True)),
        ("henkilötietolaki 22.4.1999/523", ("hetil", "henkilötietolaki 22.4.1999/523", True)),
        ("laki (22.4.1999/523)", ("hetil", "1999/523", True)),
        ("523/1999", ("hetil", "523/1999", True)),
        ("personuppgiftslagens 10 §", ("hetil", "personuppgiftslagens", False)),
        ("personuppgiftslagen (523/1999)", ("hetil", "personuppgiftslagen (523/1999)", True)),
        ("the Personal Data Act", ("hetil", "Personal Data Act", False)),
        ("direktiivi 95/46/EY", ("dir9546", "95/46", True)),
        ("työaikalaki (605/1996)", ("tyoaikal1996", "työaikalaki (605/1996)", True)),
        ("lain 159/2007 mukaan", ("asiakastietol2007", "159/2007", True)),
        ("sähköisen viestinnän tietosuojalain", ("svtsl", "sähköisen viestinnän tietosuojalain", True)),
        ("Tietoyhteiskuntakaaren (917/2014) 205 §", ("svpl", "Tietoyhteiskuntakaaren (917/2014)", True)),
        ("informationssamhällsbalken", ("svpl", "informationssamhällsbalken", False)),
        ("Information Society Code", ("svpl", "Information Society Code", False)),
        ("yhdenvertaisuuslaki (21/2004)", ("yhdenvl2004", "yhdenvertaisuuslaki (21/2004)", True)),
    ],
)
def test_an_old_act(text: str, expected: tuple[str, str, bool]) -> None:
    """By a name in any form, by its number in any of the old ways, in three languages."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "henkilötietolainsäädäntö",
        "tietosuojalaki (1050/2018)",
        "personuppgiftslagen (1998:204)",
        "henkilötietolaki (999/2031)",
        "työaikalaki (872/2019)",
        "työaikalaki",
        "kirjanpitolain mukaan",
        "dnro 159/2007",
        "those who process personal data act with care",
        "hetil",
        "95/46",
        "tietoja 1/2",
        "2016/679",
    ],
)
def test_no_old_act(text: str) -> None:
    """A longer word, a number of an act in force or of none, a name that a later act has taken over, no act at all."""
    assert found(text) == []


def test_a_number_decides_before_a_name() -> None:
    """The Act's old name with its number of today is the former name of that act; another act's number is another act."""
    (one,) = mentions("tietoyhteiskuntakaari (917/2014)", "tietoyhteiskuntakaari (917/2014)")
    assert one.until == date(2018, 5, 31)

    assert found("henkilötietolaki (471/1987)") == [("henkrl", "henkilötietolaki (471/1987)", True)]


def test_every_form_of_an_ended_act_is_found() -> None:
    """Each name of the table leads to its act, or to the latest that bore it."""
    for act in acts().values():
        if act.valid_until:
            for names in act.names.values():
                for text in filter(
                    None, (names["name"], names.get("genitive"), names.get("definite"), *names.get("forms", ()))
                ):
                    keys = [key for key, _, _ in found(text)]
                    shared = [other for other in acts().values() if other is not act and text in str(other.names)]
                    assert keys == [act.key] or shared
