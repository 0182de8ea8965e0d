"""The check recipients-vague: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Disclosure, Party, Processor, Provision, Recipient, Register, Words, check, term
from rekisteri.words import Audience

TODAY = date(2026, 11, 22)
PARTNERS = term("partners")


def findings(register: Register) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=TODAY, select=["recipients-vague"]).flatten("severity", "certainty", "path")


def of(*to: Words) -> int:
    """How much it finds in a processor of these kinds."""
    return len(findings(Register(processors=[Processor(to=to)])))


def test_partners_and_nothing_else() -> None:
    """As processors, recipients and in disclosures."""
    register = Register(
        processors=[Processor(to=[PARTNERS])],
        disclosures=[Disclosure(to=[term("third-parties"), PARTNERS])],
        recipients=[Recipient(to=[PARTNERS], country="FI")],
    )

    assert findings(register) == [
        ("should", "certain", "processors[0].to"),
        ("should", "certain", "recipients[0].to"),
        ("should", "certain", "disclosures[0].to"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        Words(fi="Yhteistyökumppanit."),
        Words(fi="yhteistyökumppanimme"),
        Words(fi="luotettavat yhteistyökumppanit ja alihankkijat"),
        Words(fi="ulkopuoliset tahot"),
        Words(fi="kolmannet osapuolet"),
        Words(sv="samarbetspartner", en="partners"),
        Words(sv="tredje part"),
        Words(en="selected third parties"),
        Words(en="our trusted partners and subcontractors"),
        Words(term="partners", fi="yhteistyökumppanit"),
    ],
)
def test_own_words_are_no_better(words: Words) -> None:
    """In each language."""
    assert of(words) == 1


@pytest.mark.parametrize(
    "words",
    [
        Words(fi="tilitoimisto"),
        Words(fi="kuljetuspalveluja tarjoavat yhteistyökumppanit"),
        Words(fi="yhteistyökumppanit", sv="transportföretag som är samarbetspartner"),
        Words(sv="bokföringsbyrån"),
        Words(en="payment partners"),
        Words(en="our"),
        Words(term="partners", fi="markkinoinnin yhteistyökumppanit"),
        Words(term="group-companies", fi="kumppanit"),
        term("group-companies"),
    ],
)
def test_a_kind_is_told(words: Words) -> None:
    """Something that a reader could check."""
    assert of(words) == 0
    assert of(PARTNERS, words) == 0


@pytest.mark.parametrize(
    "register",
    [
        Register(processors=[Processor(to=[PARTNERS], name="Esimerkki Oy")]),
        Register(processors=[Processor(to=[PARTNERS], web="https://example.fi")]),
        Register(processors=[Processor(to=[PARTNERS], tasks=[term("invoicing")])]),
        Register(processors=[Processor(to=[PARTNERS], audience=Audience.RECORD)]),
        Register(processors=[Processor(tasks=[term("invoicing")])]),
        Register(processors=[Processor(name="Esimerkki Oy", sub_processors=[Processor(to=[PARTNERS])])]),
        Register(recipients=[Recipient(to=[PARTNERS], tasks=[term("invoicing")])]),
        Register(disclosures=[Disclosure(to=[PARTNERS], aims=[term("direct-marketing")])]),
        Register(disclosures=[Disclosure(to=[term("third-parties")], only_if=[term("law-requires")])]),
        Register(disclosures=[Disclosure(provisions=[Provision.parse("kpl:2/10")])]),
        Register(processors=()),
        Register(kept_by=[Party(name="Esimerkki Oy")], processors=[Processor(to=[PARTNERS])]),
    ],
)
def test_near_misses(register: Register) -> None:
    """A name, a page, a task, an aim, a condition, a record, nobody at all."""
    assert findings(register) == []
