"""The check placeholder-left: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Internal, Party, Purpose, Register, Section, Words, check
from rekisteri.model.party import Email

TODAY = date(2026, 11, 22)


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, the gap)."""
    found = check(register, on=TODAY, select=["placeholder-left"])
    return [(one.severity, one.certainty, one.path, one.params["words"]) for one in found]


def gap(text: str) -> str | None:
    """The gap that is found in a section's words."""
    found = findings(Register(sections=[Section(heading="Muuta", text=text)]))
    return str(found[0][3]) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "[yrityksen nimi]", "[nimi]", "[Rekisterinpitäjän yhteystiedot]", "[lisää osoite tähän]", "[NN]", "[n.n.]", "[XX]", "[??]",
        "[företagets namn]", "[namn]", "[fyll i adress]",
        "[company name]", "[Your company]", "[insert date here]", "[e-mail]",
        "<nimi>", "<yrityksen nimi>", "<company name>", "{{ company }}",
        "XXX", "xxxx", "xx.xx.20xx", "x.x.2020", "1.x.2020", "12.3.20xx",
        "lorem ipsum", "Lorem ipsum", "____", "TODO", "FIXME", "TBD", "TÄYDENNÄ", "FYLL I HÄR",
    ],
)  # fmt: skip
def test_a_gap(text: str) -> None:
    """Alone and in a sentence."""
    assert gap(text) == text
    assert gap(f"Rekisterinpitäjä on {text} ja muut.") == text


@pytest.mark.parametrize(
    "text",
    [
        "Yritys Oy", "Esimerkki Oy", "Företaget Ab",
        "[1]", "[sic]", "[email protected]", "[…]", "[Lisää tietoa](https://example.fi)", "[nimi](https://example.fi)",
        "<p>", "<address>", "<br>", "{ }", "XXL", "XX", "Mixxx", "192.168.xxx.xxx", "https://example.fi/xxx",
        "IP-osoite muodossa xxx", "tallennetaan muotoa XXX", "in the form XXX",
        "todo", "TODO-lista", "TODO list", "Täydennä lomake", "20xx-luku", "a_b", "__", "lorem",
    ],
)  # fmt: skip
def test_no_gap(text: str) -> None:
    """Names, links, tags, sizes, widths, ordinary words."""
    assert gap(text) is None


def test_every_field_that_people_write_is_read() -> None:
    """Names, addresses, numbers, e-mails, titles, headings; an own wording is told by its own path, once for all languages."""
    register = Register(
        title="[nimi] – tietosuojaseloste",
        name="XXX",
        version="x.x.2020",
        controllers=[
            Controller(
                id="controller",
                name="N.N.",
                address="[osoite]",
                business_id="xxxxxxx-x",
                phones=["040 xxx xxxx", "XX"],
                emails=["xxx@example.fi", Email(written="[sähköposti]", usable="maija@example.fi")],
                web="{{web}}",
            )
        ],
        contacts=[Party(names=Words(fi="[nimi]", sv="[namn]"), kind=None)],
        purposes=[Purpose(aims=[Words(fi="[täydennä tarkoitus]", en="TODO")])],
        sections=[Section(heading="[yrityksen nimi]", text="a [1]", rest="TBD")],
        internal=Internal(owner_name="NN", notes="TODO"),
    )

    assert {(path, words) for _, _, path, words in findings(register)} == {
        ("title", "[nimi]"),
        ("name", "XXX"),
        ("version", "x.x.2020"),
        ("controllers[controller].name", "N.N."),
        ("controllers[controller].address", "[osoite]"),
        ("controllers[controller].business_id", "xxxxxxx-x"),
        ("controllers[controller].emails[0]", "xxx"),
        ("controllers[controller].phones[0]", "xxx"),
        ("controllers[controller].phones[1]", "XX"),
        ("controllers[controller].emails[1].written", "[sähköposti]"),
        ("controllers[controller].web", "{{web}}"),
        ("contacts[0].names", "[nimi]"),
        ("purposes[0].aims[0]", "[täydennä tarkoitus]"),
        ("sections[0].heading", "[yrityksen nimi]"),
        ("sections[0].rest", "TBD"),
        ("internal.owner_name", "NN"),
    }
    unsure = {path for _, certainty, path, _ in findings(register) if certainty == "possible"}
    assert unsure == {"controllers[controller].emails[0]"}


def test_ids_are_no_words() -> None:
    """They are nobody's to read."""
    assert findings(Register(contacts=[Party(id="xxx", name="Maija Esimerkki")])) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Osoite: ____", "possible"),
        ("xxx@esimerkki.fi", "possible"),
        ("Osoite: ____, [nimi]", "certain"),
        ("a_b_c", None),
    ],
)
def test_a_line_may_be_drawn(text: str, certainty: str | None) -> None:
    """It is possible, unless a sure gap stands beside it."""
    found = findings(Register(sections=[Section(heading="Muuta", text=text)]))

    assert [sure for _, sure, _, _ in found] == ([certainty] if certainty else [])


@pytest.mark.parametrize(
    "text", ["Allekirjoitus: ________", "Underskrift och namnförtydligande ____", "Signature ____"]
)
def test_a_line_to_sign_is_no_gap(text: str) -> None:
    """The form is for people to fill in."""
    assert gap(text) is None
    assert gap(f"Osoite ____ {text}") == "____"
