"""The check source-vague: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Party, Provision, Register, Source, Words, check, term

TODAY = date(2026, 11, 22)


def findings(source: Source, keeper: Party | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    register = Register(sources=[source], kept_by=[keeper] if keeper else None)
    return check(register, on=TODAY, select=["source-vague"]).flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "origin",
    [
        term("public-registers"),
        term("other-registers"),
        Words(term="other-registers", fi="muut käytössä olevat rekisterit"),
        Words(fi="Julkiset rekisterit"),
        Words(fi="julkisesti saatavilla olevat lähteet"),
        Words(fi="yleisesti saatavilla olevat tiedot"),
        Words(sv="offentliga källor"),
        Words(sv="allmänt tillgängliga register"),
        Words(en="publicly available sources"),
        Words(en="other sources", fi="muut lähteet"),
    ],
)
def test_a_source_without_a_name(origin: Words) -> None:
    """Possible: the controller may know no more."""
    assert findings(Source(origin=origin)) == [("note", "possible", "sources[0].origin")]


@pytest.mark.parametrize(
    "source",
    [
        Source(origin=term("public-registers"), name="kaupparekisteri"),
        Source(origin=term("public-registers"), by=[term("authorities")]),
        Source(origin=term("public-registers"), provisions=[Provision.parse("luottotietol:19")]),
        Source(origin=term("other-registers"), name="jäsenrekisteri"),
        Source(origin=term("data-subject")),
        Source(origin=Words(fi="kaupparekisteri")),
        Source(origin=Words(fi="julkinen kaupparekisteri")),
        Source(origin=Words(fi="julkiset rekisterit", sv="handelsregistret")),
        Source(origin=Words(term="data-subject", fi="muut lähteet")),
        Source(origin=Words(en="the trade register")),
    ],
)
def test_near_misses(source: Source) -> None:
    """A name, a keeper, a law, the person."""
    assert findings(source) == []


def test_a_record_of_a_processor_is_no_notice() -> None:
    """It need not tell sources."""
    assert findings(Source(origin=term("public-registers")), Party(name="Esimerkki Oy")) == []
