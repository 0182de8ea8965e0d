"""The register's own words: where they stand, how they are made plain, that huge texts take time in proportion."""

from __future__ import annotations

from datetime import date

import pytest

from paths import resolve
from rekisteri import Party, Purpose, Register, Section, Tracker, Words, check, term
from rekisteri.checks.engine import Case
from rekisteri.checks.own_texts import Wording

TODAY = date(2026, 11, 22)
READING = ["stale", "form", "signature-required", "fee-charged", "answer-too-slow", "safeguard-invalid"]


def wording(register: Register) -> Wording:
    """What a register says in its own words."""
    return Case(register, TODAY).wording


def test_every_own_text_has_its_path_and_its_language() -> None:
    """Names have no language; a section has the register's; a term's label is no own text."""
    register = Register(
        name="Asiakasrekisteri",
        language="fi",
        contacts=[Party(name="Maija Esimerkki")],
        purposes=[Purpose(id="orders", aims=[Words(fi="tilaukset", sv="beställningar"), term("bookkeeping")])],
        tracking=[Tracker(provider="Example Inc.")],
        sections=[
            Section(heading="Tiedot", text="koko teksti", covered=["purposes[orders]"], rest="loput"),
            Section(heading="Muut", text="vain teksti"),
            Section(heading="Kaikki", text="kenttiin tullut", covered=["purposes[orders]"]),
        ],
    )

    assert [(text.path, text.language, text.words) for text in wording(register).texts] == [
        ("name", None, "Asiakasrekisteri"),
        ("contacts[0].name", None, "Maija Esimerkki"),
        ("purposes[orders].aims[0]", "fi", "tilaukset"),
        ("purposes[orders].aims[0]", "sv", "beställningar"),
        ("tracking[0].provider", None, "Example Inc."),
        ("sections[0].rest", "fi", "loput"),
        ("sections[0].heading", None, "Tiedot"),
        ("sections[1].text", "fi", "vain teksti"),
        ("sections[1].heading", None, "Muut"),
        ("sections[2].heading", None, "Kaikki"),
    ]
    assert all(resolve(register, text.path) for text in wording(register).texts)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("sana", "sana"),
        ("henkilötieto\u00adlaki", "henkilötietolaki"),
        ("henkilö-\n  tietolaki", "henkilötietolaki"),
        ("tietosuoja\u2011asetus", "tietosuoja-asetus"),
        ("523/1999\u00a0§\tjatkuu", "523/1999 § jatkuu"),
        ("rivi\njatkuu", "rivi jatkuu"),
        ("yksi\n \nkaksi", "yksi\nkaksi"),
        ("<p>yksi</p><p>kaksi<br/>kolme</p>", "\nyksi\n\nkaksi\nkolme\n".strip()),
        ("<b>henkilötieto</b>laki", "henkilötietolaki"),
        ("<nimi>", "<nimi>"),
    ],
)
def test_what_printing_put_in_is_taken_out(text: str, plain: str) -> None:
    """Tags, soft hyphens, words broken over two lines, spaces of other kinds; a paragraph stays one."""
    assert [found.words for found in wording(Register(title=text)).texts] == [plain]


def test_a_text_of_tags_alone_says_nothing() -> None:
    """It is left out."""
    assert wording(Register(title="<p> </p>")).texts == ()


def test_lowering_keeps_every_sign_in_its_place() -> None:
    """One Turkish capital grows when it is lowered."""
    found = wording(Register(title="İİ Henkilötietolaki"))

    assert len(found.lower) == len(found.written)
    assert found.place(3, 19).words == "Henkilötietolaki"


def test_a_place_has_its_sentence() -> None:
    """It ends at a full stop before a capital, and at the end of the text; a long one is shortened where it is quoted."""
    found = wording(Register(title="Eka. Toka henkilötietolain 10 § on. Kolmas", name="muuta"))
    start = found.lower.index("henkilötietolain")
    place = found.place(start, start + 16)

    assert (place.path, place.quote, place.before) == ("title", "Toka henkilötietolain 10 § on", " toka ")
    for long in ("alku " * 100 + "tässä" + " loppu" * 100, "tässä" + " loppu" * 100, "alku " * 100 + "tässä"):
        text = wording(Register(title=long))
        start = text.lower.index("tässä")
        quote = text.place(start, start + 5).quote
        assert "tässä" in quote
        assert len(quote) <= 162


@pytest.mark.parametrize(
    "piece",
    [
        "henkilötietolaki ",
        "henkilötietolaki on kumottu ",
        "523/99 ",
        "allekirjoitettu ",
        "[lisää ",
        "<p",
        "x.",
        "a-\n",
        "1/1 ",
    ],
)
def test_a_huge_text_is_read_to_its_end(piece: str) -> None:
    """Half a megabyte of anything that a pattern may stumble over: what stands after it is still found."""
    text = f"{piece * (500_000 // len(piece))}\n\n Noudatamme tietoyhteiskuntakaarta."
    register = Register(language="fi", sections=[Section(heading="Muuta", text=text)])

    assert "act-misnamed" in {finding.check for finding in check(register, on=TODAY, select=READING)}
