"""Sentences of real notices that look like flaws and are none, and those beside them that are: in each language."""

from __future__ import annotations

from datetime import date

import pytest

from examples import example
from rekisteri import Register, Section, check, report
from rekisteri.checks import all_checks
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
READING = [
    "act-misnamed",
    "address-obfuscated",
    "answer-too-slow",
    "authority-contact-old",
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
    "a framework that is not relied on": [
        "Emme enää käytä Privacy Shield -järjestelyä.",
        "Siirrot eivät perustu Privacy Shieldiin vaan vakiolausekkeisiin.",
        "Emme käytä Privacy Shield -järjestelyä.",
        "Privacy Shieldiä ei käytetä.",
        "Siirrot perustuvat vakiolausekkeisiin Privacy Shieldin sijaan.",
        "We do not rely on Privacy Shield.",
        "Transfers are not based on the Privacy Shield but on standard contractual clauses.",
        "The Privacy Shield is not used.",
        "We use standard contractual clauses instead of the Privacy Shield.",
        "We don't use the Privacy Shield.",
        "Vi förlitar oss inte på Privacy Shield.",
        "Överföringarna grundar sig inte på Privacy Shield utan på standardavtalsklausuler.",
        "Vi använder inte längre Privacy Shield.",
        "Privacy Shield används inte.",
    ],
    "no signature is asked for": [
        "Emme vaadi allekirjoitettua pyyntöä.",
        "Allekirjoitettu pyyntö ei ole välttämätön.",
        "Allekirjoitettua pyyntöä ei vaadita.",
        "A signature is never needed for access requests.",
        "We do not require a signed request.",
        "A signed request is not necessary.",
        "Undertecknad begäran krävs inte.",
        "Vi kräver inte en undertecknad begäran.",
        "En undertecknad begäran är inte nödvändig.",
    ],
    "no signature is asked for, in other words": [
        "Pyynnön allekirjoittaminen on vapaaehtoista: allekirjoitettu pyyntö on vapaaehtoinen.",
        "Pyyntöä ei tarvitse lähettää allekirjoitettuna.",
        "En undertecknad begäran är frivillig.",
        "Begäran behöver inte vara egenhändigt undertecknad.",
        "Signed requests are optional.",
        "Requests need not be signed.",
        "We do not ask for signed requests.",
    ],
    "a framework of its time": [
        "Privacy Shieldin aikana siirretyt tiedot on poistettu.",
        "Privacy Shield -järjestelyn voimassaoloaikana siirretyt tiedot on poistettu.",
    ],
    "a signed contract is no request": [
        "Työsopimuksen allekirjoitettua kappaletta säilytetään; korjauspyynnöt esimiehelle.",
        "Ett undertecknat exemplar av arbetsavtalet bevaras; begäran om rättelse görs till chefen.",
        "The signed employment contract is kept; requests for correction go to the manager.",
    ],
    "an act that is not applied, or was in its time": [
        "Tämä ei ole henkilötietolain mukainen rekisteriseloste.",
        "Henkilötietolain (523/1999) voimassa ollessa kerätyt tiedot",
        "Rekisteri perustettiin henkilötietolain (523/1999) aikana vuonna 2009",
        "Käsittely ei perustu henkilötietolakiin.",
        "Emme sovella henkilötietolakia.",
        "Detta är inte en registerbeskrivning enligt personuppgiftslagen (523/1999).",
        "Uppgifter som samlades in när personuppgiftslagen (523/1999) var i kraft",
        "Registret inrättades under personuppgiftslagens (523/1999) tid 2009",
        "This is not a register description under the Personal Data Act (523/1999).",
        "Data collected while the Personal Data Act (523/1999) was in force",
        "The register was set up in the time of the Personal Data Act (523/1999)",
    ],
    "three months for other requests and for erasure": [
        "Vastaamme tarjouspyyntöösi kolmen kuukauden kuluessa.",
        "Kameratallenteet poistetaan kolmen kuukauden kuluessa, ellei poliisin pyyntö edellytä muuta.",
        "Kameratallenteet poistetaan kolmen kuukauden kuluessa, ellei tietopyyntö edellytä muuta.",
        "Vastaamme tukipyyntöihin kolmen kuukauden kuluessa.",
        "We respond to support requests within 3 months.",
        "We respond to requests for quotation within three months.",
        "Recordings are deleted within three months, unless a request from the police requires otherwise.",
        "Vi svarar på en offertförfrågan inom tre månader.",
        "Vi besvarar supportärenden inom tre månader.",
        "Kameraupptagningar raderas inom tre månader, om inte en begäran från polisen kräver annat.",
    ],
    "a list of things to do, a line to sign": [
        "TODO-lista",
        "Pidämme TODO-listaa.",
        "The TODO list of the team.",
        "Allekirjoitus: ______________",
        "Underskrift: ______________",
        "Signature: ______________",
    ],
    "a fee for public documents": [
        "Asiakirjapyynnöistä peritään maksu julkisuuslain 34 §:n mukaan",
        "Julkisuuslain mukaisesta tietopyynnöstä peritään kunnan taksan mukainen maksu",
        "För begäran om handlingar enligt offentlighetslagen tas en avgift ut",
        "A fee is charged for requests under the Act on the Openness of Government Activities.",
    ],
    "what else is done once a year": [
        "Tietosuojan tarkastus tehdään enintään kerran vuodessa.",
        "We publish a report on requests once a year.",
        "Statistik över begäran publiceras en gång om året.",
    ],
    "the former address, told to be former": [
        "Tietosuojavaltuutetun toimiston aiempi osoite oli Ratapihantie 9.",
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
    ("safeguard-invalid", "Siirto ei perustu suostumukseen vaan Privacy Shieldiin."),
    ("safeguard-invalid", "Siirto ei perustu pelkästään Privacy Shieldiin."),
    ("safeguard-invalid", "Emme siirrä tietoja ilman Privacy Shield -sertifiointia."),
    ("safeguard-invalid", "Överföringen grundar sig inte på samtycke utan på Privacy Shield."),
    ("safeguard-invalid", "Transfers do not rest on consent but on the Privacy Shield."),
    ("safeguard-invalid", "We do not rely solely on the Privacy Shield."),
    ("repealed-act-cited", "Tietoja ei luovuteta henkilötietolain vastaisesti."),
    ("repealed-act-cited", "Rekisterissä ei ole henkilötietolain mukaisia arkaluonteisia tietoja."),
    ("repealed-act-cited", "Uppgifter lämnas inte ut i strid med personuppgiftslagen (523/1999)."),
    ("repealed-act-cited", "Data are not disclosed contrary to the Personal Data Act (523/1999)."),
    ("signature-required", "Allekirjoitettu pyyntö vaaditaan, eikä sähköposti ole riittävä."),
    ("signature-required", "Begäran ska vara undertecknad; fullmakt krävs inte."),
    ("signature-required", "Sopimusasiakkaan allekirjoitettu pyyntö toimitetaan postitse."),
    ("signature-required", "Each request must be signed."),
    ("answer-too-slow", "Pyynnöstäsi tiedot poistetaan kolmen kuukauden kuluessa."),
    ("answer-too-slow", "På begäran raderas uppgifterna inom tre månader."),
    ("answer-too-slow", "On request, the data are erased within three months."),
    ("answer-too-slow", "Pyyntöön vastataan kolmen kuukauden kuluessa"),
    ("answer-too-slow", "Begäran besvaras inom tre månader"),
    ("answer-too-slow", "Requests are answered in three months"),
    ("fee-charged", "Tarkastus on maksuton kerran vuodessa."),
    ("fee-charged", "Granskningen är kostnadsfri en gång om året."),
    ("fee-charged", "Inspection is free of charge once a year."),
    ("fee-charged", "Tiedot voi tarkastaa kerran vuodessa maksutta"),
    ("fee-charged", "Uppgifterna får granskas avgiftsfritt en gång om året"),
    ("fee-charged", "You may inspect your data once a year without charge"),
    ("fee-charged", "Tarkastuspyyntö on maksuton kerran vuodessa."),
    ("placeholder-left", "TODO: täydennä osoite"),
    ("placeholder-left", "Rekisterinpitäjän osoite: ____"),
    ("body-abolished", "Vuodesta 2019 alkaen tietoja on luovutettu aluehallintovirastolle"),
    ("body-abolished", "Sedan 2019 lämnas uppgifter ut till regionförvaltningsverket"),
    ("body-abolished", "Since 2019 data are disclosed to the Regional State Administrative Agency"),
    ("body-abolished", "Aluehallintovirastolle (laki 523/1995) luovutetaan"),
    ("body-abolished", "Aluehallintovirasto 2026"),
    ("authority-contact-old", "Tietosuojavaltuutetun toimisto, Ratapihantie 9, PL 800, 00521 Helsinki"),
    ("authority-contact-old", "www.tietosuoja.fi/fi/index/"),
    ("answer-too-slow", "Tiedot poistetaan kolmen kuukauden kuluessa pyynnöstä."),
    ("answer-too-slow", "Uppgifterna raderas inom tre månader efter begäran."),
    ("answer-too-slow", "The data are erased within three months of your request."),
    ("signature-required", "Tarkastuspyyntöön ei tarvita perusteluja, mutta se on allekirjoitettava."),
    ("signature-required", "Begäran behöver inte motiveras, men den ska vara undertecknad."),
    ("signature-required", "Requests do not need a reason, but they must be signed."),
    ("repealed-act-cited", "Noudatamme henkilötietolain voimassa olevia säännöksiä."),
    ("body-abolished", "Aluehallintovirasto, PL 2005, Helsinki"),
    ("authority-contact-old", "Dataombudsmannens byrå, PB 800, 00521 Helsingfors"),
    ("authority-contact-old", "Office of the Data Protection Ombudsman, P.O. Box 800, FI-00521 Helsinki"),
]

MAY_BE_PAST = [
    ("body-abolished", "note", "Etelä-Suomen aluehallintoviraston vuonna 2019 myöntämä lupa"),
    ("body-abolished", "note", "ELY-keskuksen rahoitusta 2021-2023"),
    ("body-abolished", "note", "Maistraatin vihkitodistus vuodelta 2015"),
    ("body-abolished", "note", "HUS-sairaanhoitopiirin asiakirjat vuosilta 2010–2022"),
    ("body-abolished", "note", "Regionförvaltningsverkets tillstånd från 2019"),
    ("body-abolished", "note", "A permit of the Regional State Administrative Agency of 2019"),
    ("body-abolished", "note", "Tietosuojalautakunnan päätös vuodelta 2015"),
    ("placeholder-left", "should", "Osoite: ______________"),
    ("placeholder-left", "should", "E-post: xxx@esimerkki.fi"),
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


@pytest.mark.parametrize(("id", "severity", "text"), MAY_BE_PAST)
def test_what_may_be_right_is_possible(id: str, severity: str, text: str) -> None:
    """What a body did while it existed; a line that may be drawn, an address that may tell of its form."""
    register = Register(sections=[Section(heading="Muuta", text=text)])
    found = check(register, on=TODAY, select=READING)

    assert found.flatten("check", "severity", "certainty") == [(id, severity, "possible")]
    assert all(report.message(one, language) for one in found for language in LANGUAGES)


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
