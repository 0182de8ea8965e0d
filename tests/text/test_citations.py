"""Citations in words: by language and by kind of act."""

from __future__ import annotations

import pytest
from hypothesis import given

from rekisteri import Provision
from rekisteri.testing import values
from rekisteri.text.citations import cite
from rekisteri.words import LANGUAGES

WORDS = [
    (
        "gdpr:13.2.a",
        "yleisen tietosuoja-asetuksen 13 artiklan 2 kohdan a alakohta",
        "artikel 13.2 a i allmänna dataskyddsförordningen",
        "Article 13(2)(a) of the GDPR",
    ),
    (
        "gdpr:49.1.sub2",
        "yleisen tietosuoja-asetuksen 49 artiklan 1 kohdan toinen alakohta",
        "artikel 49.1 andra stycket i allmänna dataskyddsförordningen",
        "Article 49(1), second subparagraph, of the GDPR",
    ),
    (
        "gdpr:recital.47",
        "yleisen tietosuoja-asetuksen johdanto-osan 47 kappale",
        "skäl 47 i allmänna dataskyddsförordningen",
        "recital 47 of the GDPR",
    ),
    (
        "gdpr:chapter.5",
        "yleisen tietosuoja-asetuksen V luku",
        "kapitel V i allmänna dataskyddsförordningen",
        "Chapter V of the GDPR",
    ),
    (
        "gdpr:13-14",
        "yleisen tietosuoja-asetuksen 13–14 artikla",
        "artikel 13–14 i allmänna dataskyddsförordningen",
        "Articles 13–14 of the GDPR",
    ),
    (
        "gdpr:30.1.a-g",
        "yleisen tietosuoja-asetuksen 30 artiklan 1 kohdan a–g alakohta",
        "artikel 30.1 a–g i allmänna dataskyddsförordningen",
        "Article 30(1)(a)–(g) of the GDPR",
    ),
    (
        "gdpr",
        "yleinen tietosuoja-asetus (EU) 2016/679",
        "allmänna dataskyddsförordningen (EU) 2016/679",
        "General Data Protection Regulation (EU) 2016/679",
    ),
    (
        "tsl:29.5",
        "tietosuojalain (1050/2018) 29 §:n 5 momentti",
        "29 § 5 mom. i dataskyddslagen (1050/2018)",
        "section 29(5) of the Data Protection Act (1050/2018)",
    ),
    (
        "tsl:6.1.3",
        "tietosuojalain (1050/2018) 6 §:n 1 momentin 3 kohta",
        "6 § 1 mom. 3 punkten i dataskyddslagen (1050/2018)",
        "section 6(1)(3) of the Data Protection Act (1050/2018)",
    ),
    (
        "tsl:33-34",
        "tietosuojalain (1050/2018) 33–34 §",
        "33–34 § i dataskyddslagen (1050/2018)",
        "sections 33–34 of the Data Protection Act (1050/2018)",
    ),
    (
        "tsl:33.1-2",
        "tietosuojalain (1050/2018) 33 §:n 1–2 momentti",
        "33 § 1–2 mom. i dataskyddslagen (1050/2018)",
        "section 33(1)–(2) of the Data Protection Act (1050/2018)",
    ),
    (
        "kpl:2/10.2",
        "kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti",
        "2 kap. 10 § 2 mom. i bokföringslagen (1336/1997)",
        "chapter 2, section 10(2) of the Accounting Act (1336/1997)",
    ),
    (
        "avl:209n.1",
        "arvonlisäverolain (1501/1993) 209 n §:n 1 momentti",
        "209 n § 1 mom. i mervärdesskattelagen (1501/1993)",
        "section 209n(1) of the Value Added Tax Act (1501/1993)",
    ),
    (
        "tsl:6.1.1-3",
        "tietosuojalain (1050/2018) 6 §:n 1 momentin 1–3 kohta",
        "6 § 1 mom. 1–3 punkten i dataskyddslagen (1050/2018)",
        "section 6(1)(1)–(3) of the Data Protection Act (1050/2018)",
    ),
    (
        "gdpr:1.1-3",
        "yleisen tietosuoja-asetuksen 1 artiklan 1–3 kohta",
        "artikel 1.1–3 i allmänna dataskyddsförordningen",
        "Article 1(1)–(3) of the GDPR",
    ),
    (
        "gdpr:recital.47-49",
        "yleisen tietosuoja-asetuksen johdanto-osan 47–49 kappale",
        "skälen 47–49 i allmänna dataskyddsförordningen",
        "recitals 47–49 of the GDPR",
    ),
    (
        "gdpr:49.1.sub5",
        "yleisen tietosuoja-asetuksen 49 artiklan 1 kohdan viides alakohta",
        "artikel 49.1 femte stycket i allmänna dataskyddsförordningen",
        "Article 49(1), fifth subparagraph, of the GDPR",
    ),
    (
        "dir9546",
        "henkilötietodirektiivi 95/46/EY",
        "personuppgiftsdirektivet 95/46/EG",
        "Data Protection Directive 95/46/EC",
    ),
    ("hetil", "henkilötietolaki (523/1999)", "personuppgiftslagen (523/1999)", "Personal Data Act (523/1999)"),
    ("1233/2031:5", "säädöksen 1233/2031 5 §", "5 § i författningen 1233/2031", "section 5 of act 1233/2031"),
    ("1233/2031", "säädös 1233/2031", "författningen 1233/2031", "act 1233/2031"),
    (
        "rl:chapter.38",
        "rikoslain (39/1889) 38 luku",
        "38 kap. i strafflagen (39/1889)",
        "chapter 38 of the Criminal Code (39/1889)",
    ),
]


@pytest.mark.parametrize(("written", "fi", "sv", "en"), WORDS, ids=[row[0] for row in WORDS])
def test_citations_in_words(written: str, fi: str, sv: str, en: str) -> None:
    """As the law of each language writes them."""
    provision = Provision.parse(written)

    assert [cite(provision, language) for language in ("fi", "sv", "en")] == [fi, sv, en]


@pytest.mark.parametrize(
    ("written", "fi", "sv", "en_start"),
    [
        ("703/2023:annex", "liite", "bilagan till lagen", "annex to the Act"),
        ("703/2023:annex.2", "liite 2", "bilaga 2 till lagen", "annex 2 to the Act"),
    ],
)
def test_annexes(written: str, fi: str, sv: str, en_start: str) -> None:
    """An annex is *to* an act."""
    provision = Provision.parse(written)

    assert cite(provision, "fi").endswith(f"(703/2023) {fi}")
    assert cite(provision, "sv").startswith(sv)
    assert cite(provision, "en").startswith(en_start)


@given(values(Provision))
def test_every_citation_has_words(provision: Provision) -> None:
    """In every language, and different places read differently."""
    for language in LANGUAGES:
        words = cite(provision, language)

        assert words
        assert "None" not in words
        if provision.known_act and provision.act != "gdpr":
            assert provision.known_act.number in words
