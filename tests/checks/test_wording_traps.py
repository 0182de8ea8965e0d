"""Sentences of real notices that look like flaws and are none, and those beside them that are: in each language."""

from __future__ import annotations

from datetime import date

import pytest

from examples import example
from rekisteri import Register, Section, check
from rekisteri.checks import all_checks

TODAY = date(2026, 11, 22)
READING = [
    "act-misnamed",
    "address-obfuscated",
    "answer-too-slow",
    "body-abolished",
    "fee-charged",
    "placeholder-left",
    "repealed-act-cited",
    "safeguard-invalid",
    "signature-required",
]
"""The checks that read own words."""

LETS_PASS = {
    "the legislation as a whole is no act": [
        "henkilötietolainsäädäntö",
        "Käsittelemme tietoja henkilötietolainsäädännön mukaisesti.",
        "henkilötietolainsäädäntöä noudattaen",
        "tietosuojalainsäädäntö",
        "personuppgiftslagstiftningen",
        "dataskyddslagstiftningen",
        "data protection legislation",
    ],
    "a statement of repeal is no reliance": [
        "Henkilötietolaki (523/1999) on kumottu.",
        "kumotun henkilötietolain mukainen seloste",
        "aiemmin voimassa olleen henkilötietolain 10 §",
        "Tietosuojalaki korvasi henkilötietolain.",
        "Henkilötietolaki ei ole enää voimassa.",
        "den upphävda personuppgiftslagen",
        "Personuppgiftslagen (523/1999) upphävdes 2019.",
        "Dataskyddslagen ersatte personuppgiftslagen.",
        "the repealed Personal Data Act",
        "The Personal Data Act (523/1999) was replaced by the Data Protection Act.",
    ],
    "another country's act": [
        "Sveriges personuppgiftslag (1998:204)",
        "personuppgiftslagen (1998:204)",
        "the Norwegian Personal Data Act",
    ],
    "acts in force": [
        "tietosuojalaki (1050/2018)",
        "dataskyddslagen (1050/2018)",
        "the Data Protection Act (1050/2018)",
    ],
    "the Regulation's right number": ["(EU) 2016/679", "EU:n yleinen tietosuoja-asetus 2016/679"],
    "undertakings that staff have signed": [
        "Pääsy on vain salassapitositoumuksen allekirjoittaneilla työntekijöillä.",
        "Rekisterin tietoja voivat tarkastaa vain salassapitositoumuksen allekirjoittaneet henkilöt.",
        "Endast anställda som har undertecknat en sekretessförbindelse har rätt att granska uppgifter.",
        "Only employees who have signed a confidentiality undertaking can access the data.",
    ],
    "locked rooms are security and no retention": [
        "Manuaalinen aineisto säilytetään lukituissa tiloissa.",
        "tietojen säilyttämistä koskevat ohjeet",
        "Materialet förvaras i låsta utrymmen.",
        "The material is kept in locked rooms.",
    ],
    "one month, extendable by two": [
        "Vastaamme pyyntöön kuukauden kuluessa, jota voidaan jatkaa kahdella kuukaudella.",
        "Pyyntöön vastataan kuukauden kuluessa, monimutkaisissa tapauksissa kolmen kuukauden kuluessa.",
        "Begäran besvaras inom en månad, som kan förlängas med två månader.",
        "Begäran besvaras inom en månad, vid behov inom tre månader.",
        "Requests are answered within one month, extendable by two.",
        "Requests are answered within one month, or within three months if they are complex.",
    ],
    "other three months": [
        "Tietosuojavaltuutettu vastaa kanteluun kolmen kuukauden kuluessa.",
        "Tilaus poistetaan kolmen kuukauden kuluessa.",
        "Dataombudsmannen svarar inom tre månader.",
        "The Data Protection Ombudsman answers within three months.",
        "Accounts are closed within three months.",
    ],
    "a reasonable fee that the law allows": [
        "Ilmeisen perusteettomista pyynnöistä voidaan periä kohtuullinen maksu.",
        "Lisäjäljennöksistä peritään kohtuullinen maksu tietopyynnön yhteydessä.",
        "En begäran som är uppenbart ogrundad: vi tar ut en rimlig avgift.",
        "We may charge a reasonable fee for requests that are manifestly unfounded or excessive.",
        "Pyynnöstä ei peritä maksua.",
        "No fee will be charged for a request.",
    ],
    "once a year, but not for a fee": [
        "Uutiskirje lähetetään enintään kerran vuodessa.",
        "Tämä seloste tarkistetaan vain kerran vuodessa.",
        "Registret uppdateras en gång om året.",
        "The notice is reviewed once a year.",
    ],
    "frameworks that are told to have ended": [
        "Privacy Shield mitätöitiin tuomiolla C-311/18.",
        "Tidigare Privacy Shield, numera Data Privacy Framework.",
        "the EU-US Data Privacy Framework, formerly Privacy Shield",
        "Safe Harbor was invalidated in 2015.",
    ],
    "erasure and complaint by other words": [
        "Rekisteröidyllä on oikeus tulla kokonaan unohdetuksi.",
        "Rekisteröidyllä on oikeus tehdä valitus valvontaviranomaiselle.",
        "Tiedot hävitetään käyttäjän pyynnöstä ellei lainsäädäntö, avoimet laskut tai perintätoimet estä hävittämistä.",
        "Tietoja ei säännönmukaisesti siirretä EU:n ulkopuolelle, ellei se ole teknisesti välttämätöntä.",
    ],
    "the Ombudsman's neighbours": ["Etelä-Suomen virasto, Ratapihantie 9, 00520 Helsinki"],
    "bodies that exist": [
        "Liikenne- ja viestintävirasto Traficom",
        "Kilpailu- ja kuluttajavirasto",
        "Datainspektionen på Åland",
        "the European Data Protection Board",
    ],
}

FLAWED = [
    ("repealed-act-cited", "Rekisteri perustuu henkilötietolakiin (523/99)."),
    ("repealed-act-cited", "\t<p>Henkilötietolaki (523/99) 10 § ja 24 §</p>"),
    ("repealed-act-cited", "Personuppgiftslagen (523/1999) 10 §"),
    ("repealed-act-cited", "Personal Data Act (523/1999), section 10"),
    ("act-misnamed", "EU:n tietosuoja-asetus (679/2016)"),
    ("signature-required", "Tarkastuspyyntö on toimitettava omakätisesti allekirjoitettuna."),
    ("signature-required", "Begäran om insyn ska vara egenhändigt undertecknad."),
    ("signature-required", "The request for access must be signed by hand."),
    ("fee-charged", "Tarkastusoikeuden käyttäminen on maksutonta kerran vuodessa."),
    ("fee-charged", "Rätt till insyn utövas avgiftsfritt en gång om året."),
    ("fee-charged", "The right of access can be used free of charge once a year."),
    ("answer-too-slow", "Vastaus tarkastuspyyntöön annetaan kolmen kuukauden kuluessa."),
    ("answer-too-slow", "Begäran besvaras inom tre månader."),
    ("answer-too-slow", "We respond to requests within three months."),
    ("safeguard-invalid", "Siirto perustuu Privacy Shield -järjestelyyn."),
    ("safeguard-invalid", "Överföringen grundar sig på Privacy Shield."),
    ("safeguard-invalid", "Transfers rest on the Privacy Shield."),
    ("body-abolished", "Tietoja luovutetaan aluehallintovirastolle."),
    ("body-abolished", "Uppgifter lämnas ut till regionförvaltningsverket."),
    ("body-abolished", "Data are disclosed to the Regional State Administrative Agency."),
]


def found(text: str) -> list[str]:
    """The reading checks that find something in a section's words."""
    register = Register(sections=[Section(heading="Muuta", text=text)])
    return [one.check for one in check(register, on=TODAY, select=READING)]


@pytest.mark.parametrize("text", [text for texts in LETS_PASS.values() for text in texts])
def test_what_is_lawful_is_let_pass(text: str) -> None:
    """By every check that reads words; it says nothing of retention either."""
    assert found(text) == []
    silent = check(Register(sections=[Section(heading="A", text="x")]), on=TODAY, select=["retention", "stated"])
    said = check(Register(sections=[Section(heading="A", text=text)]), on=TODAY, select=["retention", "stated"])
    assert said.findings == silent.findings


@pytest.mark.parametrize(("id", "text"), FLAWED)
def test_what_stands_beside_is_found(id: str, text: str) -> None:
    """The flaw that the trap is about."""
    assert found(text) == [id]


@pytest.mark.parametrize("language", ["fi", "sv", "en", None])
def test_the_language_of_the_register_does_not_matter(language: str | None) -> None:
    """A Finnish act is named in Swedish notices too."""
    register = Register(language=language, sections=[Section(heading="Muuta", text="henkilötietolain 10 §")])

    assert check(register, on=TODAY, select=["repealed-act-cited"]).flatten("path") == [("sections[0].text",)]


def test_words_alone_are_never_a_must() -> None:
    """However grave the matter."""
    for _, text in FLAWED:
        register = Register(title=text, sections=[Section(heading=text, text=text)])
        assert check(register, on=TODAY, select=READING).at_least("must") == ()


def test_the_checks_that_read_are_known() -> None:
    """Each is a check."""
    assert set(READING) <= set(all_checks())


@pytest.mark.parametrize(
    ("seed", "signed", "old_act"),
    [
        ("seed-000", True, True),
        ("seed-001", True, True),
        ("seed-002", True, True),
        ("seed-003", True, False),
        ("seed-004", True, True),
    ],
)
def test_the_seeds(seed: str, signed: bool, old_act: bool) -> None:
    """Five of five ask for a signature, four of five cite the old Act; none is reported twice for the same words."""
    register = example(seed)
    found = check(register, on=TODAY, select=["signature-required", "repealed-act-cited"])
    checks = {one.check for one in found}

    assert ("signature-required" in checks) is signed
    assert ("repealed-act-cited" in checks) is old_act
    assert [one.path for one in found if one.variant and one.variant.startswith("words")] == []
