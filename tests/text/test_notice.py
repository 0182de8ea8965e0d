"""The printed notice: silence prints nothing, what is said prints, languages are never mixed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from examples import ALL, example
from rekisteri import (
    AutomatedDecision,
    Controller,
    DataCategory,
    Disclosure,
    ErasureRule,
    Internal,
    InvalidValue,
    LegalBasis,
    MissingWording,
    Party,
    Period,
    Procedure,
    ProcessingActivity,
    Processor,
    Provision,
    Purpose,
    Recipient,
    Register,
    Requirement,
    RetentionRule,
    Right,
    Section,
    SecurityMeasure,
    Source,
    Tracker,
    Transfer,
    Way,
    Words,
    render,
    term,
)
from rekisteri.model import (
    Area,
    Article9Condition,
    DisclosureRole,
    Email,
    Ground,
    Medium,
    PartyKind,
    RequirementKind,
    Updates,
)
from rekisteri.retention import Deadline, Last, LawVersion, Limit, OrderAssumption, Reason, Round, Start, statutory
from rekisteri.testing import registers
from rekisteri.words import LANGUAGES, Audience

FOOTER = """\
---
Säädöstiedot on viimeksi tarkistettu 22. marraskuuta 2026, ja Suomen säädösten
muutokset on luettu huhtikuuhun 2025 asti.
Selosteen on tulostanut rekisteri-niminen ohjelmakirjasto sille annetuista
tiedoista. Se ei ole oikeudellista neuvontaa.
"""


def lines(**said: Any) -> list[str]:
    """The lines of a Finnish notice that says only this: headings, titles and the footer left out."""
    text = render(Register(language="fi", **said)).plain()
    body = text.removeprefix("Tietosuojaseloste\n=================\n").removesuffix(FOOTER)
    return [line for line in body.splitlines() if line and not line[0].isdigit()]


def joined(**said: Any) -> str:
    """The same as one line of words, without the marks of lists."""
    return " ".join(" ".join(lines(**said)).replace("•", "").replace("–", "").split())


def spoken(language: str, **said: Any) -> str:
    """What a notice in any language says, as one line of words without the marks of lists."""
    text = render(Register(**said), language=language).plain()
    return " ".join(text.replace("•", "").replace("–", "").split())


def test_silence_prints_nothing() -> None:
    """A name and a controller: nothing else is asserted."""
    register = Register(name="Asiakasrekisteri", language="fi", controllers=[Controller(name="Esimerkki Oy")])

    assert render(register).plain() == (
        "Tietosuojaseloste\n"
        "=================\n"
        "\n"
        "\n"
        "1. Rekisterinpitäjä\n"
        "\n"
        "Esimerkki Oy\n"
        "\n"
        "\n"
        "2. Rekisterin nimi\n"
        "\n"
        "Asiakasrekisteri\n"
        "\n"
        "\n" + FOOTER
    )


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("dpos", "Tietosuojavastaavaa ei ole nimitetty."),
        ("representatives", "Rekisterinpitäjällä ei ole edustajaa."),
        ("processors", "Rekisterinpitäjä ei käytä henkilötietojen käsittelijöitä."),
        ("disclosures", "Henkilötietoja ei luovuteta."),
        ("transfers", "Henkilötietoja ei siirretä Euroopan unionin tai Euroopan talousalueen ulkopuolelle."),
        ("manual_material", "Manuaalista aineistoa ei ole."),
        ("tracking", "Evästeitä tai muita seurantatekniikoita ei käytetä."),
        ("automated_decisions", "Automaattisia päätöksiä ei tehdä."),
        (
            "requirements",
            "Tietojen antaminen ei ole lakisääteinen eikä sopimukseen perustuva vaatimus eikä sopimuksen tekemisen edellytys.",
        ),
    ],
)
def test_none_is_said_and_only_then(field: str, sentence: str) -> None:
    """``()`` prints a denial, silence prints nothing."""
    assert joined(**{field: ()}) == sentence
    assert lines() == []


def test_parties() -> None:
    """Names, what they are called, contacts; an unusable e-mail address prints in its usable form if it has one."""
    controllers = [
        Controller(
            id="shop",
            name="Esimerkki Oy",
            business_id="1234567-1",
            address="Esimerkkikatu 1\n00100 Helsinki",
            country="FI",
            phones=["+358 9 000 0000"],
            emails=["tieto@example.fi", Email(written="neuvonta(at)example.fi", usable="neuvonta@example.fi")],
            web="https://example.fi",
            responsibility=Words(fi="verkkokauppa"),
            public_authority=True,
        ),
        Controller(name="Toinen Esimerkki Oy"),
    ]
    contacts = [
        Party(name="Timo Esimerkki", called=term("contact-person")),
        Party(called=term("customer-service"), hours=Words(fi="arkisin")),
        Party(emails=[Email(written="[piilotettu]")]),
        "shop",
    ]

    assert lines(controllers=controllers, contacts=contacts) == [
        "Yhteisrekisterinpitäjät:",
        "Esimerkki Oy",
        "Y-tunnus: 1234567-1",
        "Esimerkkikatu 1",
        "Suomi",
        "Puhelin: +358 9 000 0000",
        "Sähköposti: tieto@example.fi ja neuvonta@example.fi",
        "Verkkosivut: https://example.fi",
        "Viranomainen",
        "Vastuualue: verkkokauppa",
        "Toinen Esimerkki Oy",
        "Timo Esimerkki, yhteyshenkilö",
        "Asiakaspalvelu",
        "Tavoitettavissa: arkisin",
        "Sähköposti: [piilotettu]",
        "Esimerkki Oy",
        "Y-tunnus: 1234567-1",
        "Esimerkkikatu 1",
        "Suomi",
        "Puhelin: +358 9 000 0000",
        "Sähköposti: tieto@example.fi ja neuvonta@example.fi",
        "Verkkosivut: https://example.fi",
        "Viranomainen",
        "Vastuualue: verkkokauppa",
    ]


def test_purposes_and_bases() -> None:
    """Each statement with its own bases, what may be beside what is, and what processing does not rest on."""
    said = joined(
        purposes=[
            Purpose(
                aims=[term("orders"), term("statistics")],
                legal_bases=[
                    LegalBasis.contract(),
                    LegalBasis.legitimate_interests(Words(fi="myynnin kehittäminen")),
                ],
                more=True,
                disclosed=False,
            ),
            Purpose(aims=[term("bookkeeping")], legal_bases=[LegalBasis.legal_obligation("kpl:2/10.2")]),
            Purpose(
                aims=[term("newsletter")],
                may=True,
                legal_bases=[LegalBasis(words=term("relevant-connection"), provisions=[Provision.parse("hetil:8")])],
                unless=[term("data-subject-objects")],
                provisions=[Provision.parse("hetil")],
            ),
        ],
        not_based_on=[Ground.CONSENT],
    )

    assert said == (
        "Henkilötietoja käsitellään seuraaviin tarkoituksiin: "
        "Tilausten käsittely ja tilastointi "
        "Oikeusperusteet: sopimus ja oikeutettu etu (myynnin kehittäminen). "
        "Tähän tarkoitukseen tietoja ei luovuteta ulkopuolisille. "
        "Luettelo ei ole tyhjentävä. "
        "Kirjanpito "
        "Oikeusperuste: rekisterinpitäjän lakisääteinen velvoite (kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti). "
        "Henkilötietoja voidaan käsitellä seuraaviin tarkoituksiin: "
        "Uutiskirjeen lähettäminen "
        "Oikeusperuste: asiallinen yhteys (henkilötietolain (523/1999) 8 §). "
        "Säädösviittaus: henkilötietolaki (523/1999). "
        "Poikkeus: rekisteröidyn kielto. "
        "Käsittelyn perusteena ei ole rekisteröidyn suostumus."
    )


def test_a_heading_promises_a_basis_only_where_one_is_told() -> None:
    """The heading of the purposes names the legal basis only if there is one."""
    bare = render(Register(language="fi", purposes=[Purpose(aims=[term("orders")])])).plain()
    told = render(Register(language="fi", legal_bases=[LegalBasis.contract()])).plain()

    assert "1. Henkilötietojen käsittelyn tarkoitus\n" in bare
    assert "1. Henkilötietojen käsittelyn tarkoitus ja oikeusperuste\n" in told
    assert "Koko käsittelyn oikeusperuste: sopimus." in told


def test_data() -> None:
    """Categories with their items; what the register may hold stands apart."""
    said = joined(
        data_subjects=[term("customers")],
        data=[
            DataCategory(id="contact", name=term("contact-details"), items=[term("name"), term("email")], more=True),
            DataCategory(items=[term("special-diet")], may=True, article_9=Article9Condition.EXPLICIT_CONSENT),
        ],
        requirements=[
            Requirement(kind=RequirementKind.STATUTORY, data=["contact"], otherwise=Words(fi="asia jää käsittelemättä"))
        ],
    )

    assert said == (
        "Rekisterissä on tietoja seuraavista henkilöryhmistä: Asiakkaat "
        "Rekisteri sisältää seuraavia tietoja: Yhteystiedot: nimi ja sähköpostiosoite Luettelo ei ole tyhjentävä. "
        "Rekisteri voi sisältää seuraavia tietoja: Erityisruokavalio "
        "Erityisen henkilötietoryhmän käsittelyn edellytys: rekisteröidyn nimenomainen suostumus. "
        "Tietojen antaminen on lakisääteinen vaatimus. Tiedot: yhteystiedot. Jos tietoja ei anneta: asia jää käsittelemättä."
    )


def test_sources() -> None:
    """Where data come from, what may be a source, what gives updates only."""
    said = joined(
        sources=[
            Source(origin=term("data-subject"), when=[term("on-order")]),
            Source(
                origin=term("credit-report"), name="Esimerkkirekisteri", updates=Updates.ONLY, may=True, regular=False
            ),
        ]
    )

    assert said == (
        "Tietoja saadaan seuraavista lähteistä: Rekisteröity itse Milloin: tilauksen yhteydessä. "
        "Tietoja voidaan saada seuraavista lähteistä: Luottoraportti (Esimerkkirekisteri) "
        "Lähteestä saadaan tietojen päivityksiä. Lähdettä ei käytetä säännönmukaisesti."
    )


def test_processors_are_no_disclosures() -> None:
    """A processor never prints as a *luovutus*."""
    said = joined(
        processors=[
            Processor(
                to=[term("accounting-firm")], name="Esimerkkitilit Oy", country="FI", tasks=[term("bookkeeping")]
            ),
            Processor(name="Esimerkkipilvi Oy", sub_processors=()),
            Processor(tasks=[term("newsletter")], sub_processors=[Processor(name="Esimerkkiposti Oy")]),
        ]
    )

    assert "luovut" not in said.lower()
    assert said == (
        "Rekisterinpitäjän lukuun henkilötietoja käsittelevät: Esimerkkitilit Oy (tilitoimisto), Suomi "
        "Tehtävät: kirjanpito. Esimerkkipilvi Oy Alikäsittelijöitä ei käytetä. "
        "Henkilötietojen käsittelijä Tehtävät: uutiskirjeen lähettäminen. Alikäsittelijät: Esimerkkiposti Oy."
    )


def test_disclosures() -> None:
    """To whom, when, how to forbid it, and nobody else."""
    said = joined(
        contacts=[Party(id="timo", name="Timo Esimerkki")],
        disclosures=[
            Disclosure(only_if=[term("law-requires"), term("debt-collection")]),
            Disclosure(
                role=DisclosureRole.PUBLIC,
                may=True,
                how_to_object=Procedure(ways=[Way(to=["timo"]), Way(channel=term("by-email"))]),
            ),
        ],
        no_other_disclosures=True,
    ).removeprefix("Timo Esimerkki ")

    assert said == (
        "Tietoja luovutetaan seuraavasti: Luovutus Vain jollakin seuraavista edellytyksistä: lakisääteinen velvollisuus tai perintä. "
        "Tietoja voidaan luovuttaa seuraavasti: Yleisö Luovutuksen voi kieltää. "
        "Vaihtoehtoiset tavat: yhteydenotto, vastaanottajana Timo Esimerkki; sähköposti. "
        "Muille henkilötietoja ei luovuteta."
    )


@pytest.mark.parametrize(
    ("transfer", "sentence"),
    [
        (
            Transfer(only_if=[term("technical-necessity")], outside=Area.EU),
            "Henkilötietoja siirretään Euroopan unionin ulkopuolelle vain tällä edellytyksellä: tekninen välttämättömyys.",
        ),
        (
            Transfer(
                countries=["US"], safeguards=[term("standard-clauses")], copy_from=Words(fi="tietosuojavastaavalta")
            ),
            "Henkilötietoja siirretään Euroopan unionin tai Euroopan talousalueen ulkopuolelle. Kohdemaat: Yhdysvallat. "
            "Siirron peruste tai suojatoimi: komission vakiosopimuslausekkeet. Jäljennös suojatoimista: tietosuojavastaavalta.",
        ),
        (
            Transfer(regular=False, outside=Area.EEA),
            "Henkilötietoja siirretään Euroopan talousalueen ulkopuolelle. Siirto ei ole säännönmukainen.",
        ),
    ],
)
def test_transfers(transfer: Transfer, sentence: str) -> None:
    """ "Not unless" is a transfer with a condition."""
    assert joined(transfers=[transfer]) == sentence


AFTER = Start(event=term("relationship-end"))


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            RetentionRule.maximum("P2Y", after="last-order"),
            "Kaikki tiedot: enintään 2 vuotta viimeisimmästä tilauksesta.",
        ),
        (
            RetentionRule.minimum("P1Y6M", after="contract-end"),
            "Kaikki tiedot: vähintään 1 vuosi ja 6 kuukautta sopimuksen päättymisestä.",
        ),
        (
            RetentionRule(period=Period.parse("P10Y"), start=AFTER),
            "Kaikki tiedot: 10 vuotta asiakassuhteen päättymisestä.",
        ),
        (
            RetentionRule.exact("P0D", after="membership-end"),
            "Kaikki tiedot: jäsenyyden päättymiseen asti.",
        ),
        (
            RetentionRule(
                limit=Limit.MINIMUM,
                period=Period.parse("P6Y"),
                start=Start(event=term("financial-year-end"), round=[Round.YEAR]),
                reason=Reason(provision=Provision.parse("kpl:2/10.2")),
            ),
            "Kaikki tiedot: vähintään 6 vuotta sen kalenterivuoden päättymisestä, jolle tilikauden päättyminen osuu. "
            "Peruste: kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti.",
        ),
        (
            RetentionRule(period=Period.parse("P3Y"), start=Start(event=Words(fi="kurssin viimeinen päivä"))),
            "Kaikki tiedot: 3 vuotta seuraavasta lukien: kurssin viimeinen päivä.",
        ),
        (RetentionRule(last=Last(fixed=date(2025, 12, 31))), "Kaikki tiedot: 31. joulukuuta 2025 asti."),
        (RetentionRule(last=Last(forever=True)), "Kaikki tiedot: pysyvästi."),
        (
            RetentionRule(
                limit=Limit.MAXIMUM,
                last=Last(earlier=[Last(start=AFTER, period=Period.parse("P1Y")), Last(fixed=date(2030, 1, 1))]),
            ),
            "Kaikki tiedot: enintään se seuraavista ajoista, joka päättyy ensin: 1 vuosi asiakassuhteen päättymisestä; "
            "1. tammikuuta 2030 asti.",
        ),
        (
            RetentionRule(last=Last(versions=[LawVersion(until=date(2015, 12, 30), period=Period.parse("P10Y"))])),
            "Kaikki tiedot: 10 vuotta (jos aika alkaa viimeistään 30. joulukuuta 2015).",
        ),
        (
            RetentionRule(
                criterion=Words(fi="hoitosuhteen kesto"), then=term("anonymise"), within=Period.parse("P30D")
            ),
            "Kaikki tiedot: hoitosuhteen kesto. "
            "Säilytysajan päätyttyä: anonymisointi. Poistaminen voi kestää enintään: 30 päivää.",
        ),
        (
            RetentionRule(by_law=[Provision.parse("703/2023")]),
            "Kaikki tiedot: säilytysaika määräytyy säädöksen mukaan: laki sosiaali- ja terveydenhuollon asiakastietojen "
            "käsittelystä (703/2023).",
        ),
    ],
)
def test_retention(rule: RetentionRule, sentence: str) -> None:
    """Each kind of rule reads as a sentence."""
    assert joined(retention=[rule]) == f"Tietoja säilytetään seuraavasti: {sentence}"


def test_erasure() -> None:
    """On request unless; and what is not erased."""
    said = joined(
        erasure=[
            ErasureRule(
                trigger=term("request"), unless=[term("law"), term("open-invoices")], deadline=Deadline.parse("P1M")
            ),
            ErasureRule(trigger=term("request"), subjects=[term("company-contacts")], denied=True),
        ]
    )

    assert said == (
        "Tiedot poistetaan seuraavalla perusteella: rekisteröidyn pyyntö. "
        "Poikkeuksena jokin seuraavista: lainsäädäntö tai avoimet laskut. Määräaika: 1 kuukausi. "
        "Tietoja ei poisteta, vaikka perusteena olisi: rekisteröidyn pyyntö. "
        "Henkilöryhmä: yritysten ja yhteisöjen yhteyshenkilöt."
    )


def test_security_and_what_is_internal_stay_out_of_the_notice() -> None:
    """Measures are for the record unless the register says otherwise; internal parts are never published."""
    said = joined(
        security=[
            SecurityMeasure(measure=term("backups")),
            SecurityMeasure(measure=term("firewall"), medium=Medium.ELECTRONIC, audience=Audience.BOTH),
        ],
        processors=[Processor(name="Salainen Oy", audience=Audience.RECORD)],
        retention=[RetentionRule(criterion=Words(fi="salainen peruste"), audience=Audience.RECORD)],
        sections=[Section(heading="Sisäinen", text="salainen", audience=Audience.RECORD)],
        internal=Internal(owner_name="Salainen Omistaja", impact_assessments=["DPIA-1"]),
    )

    assert said == "Sähköisesti käsiteltävien tietojen suojaus: Palomuuri"


def test_tracking_and_automated_decisions() -> None:
    """What is tracked, how to stop it, what is decided."""
    said = joined(
        tracking=[
            Tracker(
                service=term("google-analytics"),
                collects=[term("age"), term("gender")],
                more=True,
                identifies=False,
                opt_out=[Way(channel=term("browser-settings"))],
            )
        ],
        automated_decisions=[AutomatedDecision(what=Words(fi="luottopäätös"), solely=True, profiling=False)],
    )

    assert said == (
        "Käytössä ovat seuraavat palvelut ja tekniikat: Google Analytics "
        "Kerättäviä tietoja ovat muun muassa: ikä ja sukupuoli. "
        "Pelkästään näistä tiedoista ei voida tunnistaa yksittäistä henkilöä. "
        "Keino estää käyttö: selaimen asetukset. "
        "Luottopäätös Päätös perustuu pelkästään automaattiseen käsittelyyn. Käsittelyyn ei sisälly profilointia."
    )


def test_rights_share_a_procedure() -> None:
    """What neighbours have in common is told once; limits and denials are told apart."""
    ask = Procedure(ways=[Way(channel=term("letter"), to=["shop"], signed=True, languages=["fi", "sv"])])
    said = joined(
        controllers=[Controller(id="shop", name="Esimerkki Oy")],
        rights=[
            Right(right=term("access"), procedure=ask),
            Right(right=term("rectification"), procedure=ask),
            Right(right=term("objection"), given=False, about=[term("bookkeeping")], subjects=[term("customers")]),
            Right(right=term("portability"), given=False),
            Right(right=term("complaint"), places=[term("place-of-work")]),
        ],
    ).removeprefix("Esimerkki Oy ")

    assert said == (
        "Oikeus saada pääsy tietoihin Oikeus tietojen oikaisemiseen Näitä oikeuksia käytetään seuraavasti: "
        "Tapa: kirje, vastaanottajana Esimerkki Oy, allekirjoitettuna, kielenä suomi tai ruotsi. "
        "Rekisteröidyllä ei ole seuraavaa oikeutta: oikeus siirtää tiedot järjestelmästä toiseen "
        "Oikeus tehdä valitus valvontaviranomaiselle Valituksen voi tehdä siinä jäsenvaltiossa, jossa on: rekisteröidyn työpaikka. "
        "Rajoitettu oikeus: oikeus vastustaa käsittelyä Oikeutta ei ole seuraavissa asioissa: kirjanpito. "
        "Henkilöryhmä: asiakkaat."
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fi",
            "1. Rekisteröidyn oikeudet\n\n"
            "• Oikeus saada pääsy tietoihin\n"
            "• Oikeus siirtää tiedot järjestelmästä toiseen\n\n"
            "Näitä oikeuksia käytetään seuraavasti:\n\n• Tapa: kirje.\n\n\n"
            "2. Oikeus vastustaa käsittelyä\n\n"
            "• Oikeus vastustaa käsittelyä\n"
            "• Oikeus kieltää suoramarkkinointi\n\n"
            "Näitä oikeuksia käytetään seuraavasti:\n\n• Tapa: kirje.\n",
        ),
        (
            "sv",
            "1. Den registrerades rättigheter\n\n"
            "• Rätt till tillgång\n"
            "• Rätt till dataportabilitet\n\n"
            "Dessa rättigheter utövas på följande sätt:\n\n• Sätt: brev.\n\n\n"
            "2. Rätt att göra invändningar\n\n"
            "• Rätt att göra invändningar\n"
            "• Rätt att förbjuda direktmarknadsföring\n\n"
            "Dessa rättigheter utövas på följande sätt:\n\n• Sätt: brev.\n",
        ),
        (
            "en",
            "1. Rights of the data subject\n\n"
            "• Right of access\n"
            "• Right to data portability\n\n"
            "These rights are exercised as follows:\n\n• Way: letter.\n\n\n"
            "2. Right to object\n\n"
            "• Right to object\n"
            "• Right to object to direct marketing\n\n"
            "These rights are exercised as follows:\n\n• Way: letter.\n",
        ),
    ],
)
def test_the_right_to_object_stands_apart(language: str, expected: str) -> None:
    """Art. 21(4): separately from any other information; what was between the other rights parts them no more."""
    ask = Procedure(ways=[Way(channel=term("letter"))])
    told = ["access", "objection", "marketing-objection", "portability"]
    register = Register(rights=[Right(right=term(id), procedure=ask) for id in told])

    assert expected in render(register, language=language).plain()


@pytest.mark.parametrize("id", ["objection", "marketing-objection", "processing-objection"])
def test_each_right_to_object_has_the_heading(id: str) -> None:
    """Where it is the only right that is told, too, and where only marketing is objected to."""
    text = render(Register(language="fi", rights=[Right(right=term(id))])).plain()

    assert "1. Oikeus vastustaa käsittelyä\n\n" in text
    assert "Rekisteröidyn oikeudet" not in text


def test_words_that_found_no_field_stand_under_their_own_heading() -> None:
    """The rest of a section prints; what has become fields does not print again; an empty heading prints nothing."""
    sections = [
        Section(heading="4. Kerho", text="Kerhossa pelataan shakkia. Nimi kysytään."),
        Section(heading="5. Nimi", text="Nimi kysytään.", covered=["name"]),
        Section(heading="6. Muuta", text="Nimi kysytään. Kahvia on.", covered=["name"], rest="Kahvia on."),
        Section(heading="Evästeet"),
    ]
    text = render(Register(language="fi", name="Kerho", sections=sections)).plain()

    assert "2. Muut tiedot: Kerho\n\nKerhossa pelataan shakkia. Nimi kysytään." in text
    assert "3. Muut tiedot: Muuta\n\nKahvia on." in text
    assert "Evästeet" not in text
    assert text.count("Nimi kysytään") == 1


def test_the_document_tells_its_own_dates() -> None:
    """Title, drafted, updated, version and what it was prepared under stand at its head."""
    register = Register(
        title="Jäsenten tietosuojaseloste",
        language="fi",
        drafted=date(2018, 5, 22),
        updated=date(2026, 11, 1),
        version="2",
        prepared_under=[Provision.parse("hetil:10"), Provision.parse("gdpr")],
    )

    assert (
        render(register)
        .plain()
        .startswith(
            "Jäsenten tietosuojaseloste\n"
            "==========================\n"
            "\n"
            "Laadittu: 22. toukokuuta 2018\n"
            "Päivitetty: 1. marraskuuta 2026\n"
            "Versio: 2\n"
            "Selosteen perusteena mainitut säädökset: henkilötietolain (523/1999) 10 § ja\n"
            "yleinen tietosuoja-asetus (EU) 2016/679\n"
        )
    )


def test_a_title_stays_in_its_language() -> None:
    """A title is in the register's language; in another the usual one stands."""
    register = Register(title="Jäsenten seloste", names=Words(fi="Jäsenet", sv="Medlemmar"), language="fi")
    swedish = render(register, language="sv").plain()

    assert swedish.startswith("Dataskyddsbeskrivning\n")
    assert "Medlemmar" in swedish


def test_missing_wording_is_told_with_every_place() -> None:
    """Languages are never mixed: every gap is listed, and what is not printed is no gap."""
    register = Register(
        language="fi",
        names=Words(fi="Jäsenet", sv="Medlemmar"),
        purposes=[Purpose(id="games", aims=[Words(fi="pelit"), term("orders", fi="tilaukset")])],
        security=[SecurityMeasure(measure=Words(fi="lukko"))],
        sections=[Section(heading="Muuta", text="Kahvia on."), Section(heading="Nimi", text="N", covered=["names"])],
        order=[OrderAssumption(earlier=Words(fi="lasku"), later=term("relationship-end"))],
        contacts=[Party(name="Timo Esimerkki", names=Words(fi="Timppa"))],
    )

    with pytest.raises(MissingWording) as error:
        render(register, language="sv")
    assert error.value.paths == ("purposes[games].aims[0]", "sections[0]")
    assert str(error.value) == "no wording in “sv” at: purposes[games].aims[0], sections[0]"
    assert "Pelit ja tilaukset" in render(register).plain()


def test_form_and_language_must_be_known() -> None:
    """A register without a language prints only when one is given; only the notice is built."""
    with pytest.raises(InvalidValue, match="language: found nothing, and the register names no language"):
        render(Register(name="X"))
    with pytest.raises(InvalidValue, match="form: found “record”, expected “notice”"):
        render(Register(name="X", language="fi"), form="record")
    with pytest.raises(InvalidValue, match="language: found “de”"):
        render(Register(name="X"), language="de")
    assert "X" in render(Register(name="X"), language="en").plain()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_webshop_prints_in_every_language(language: str) -> None:
    """A register whose words have all three wordings prints in all three."""
    text = render(example("webshop"), language=language).plain()

    assert "None" not in text
    assert "{" not in text


@settings(max_examples=40, deadline=None)
@given(registers())
def test_any_register_prints_or_names_its_gaps(register: Register) -> None:
    """Printing never fails otherwise, says the same twice, and shows no Python value."""
    for language in LANGUAGES:
        try:
            text = render(register, language=language).plain()
        except MissingWording as error:
            assert error.paths
            continue
        assert text == render(register, language=language).plain()
        assert text.endswith("\n")
        assert "Words(" not in text


@pytest.mark.parametrize("name", ALL)
def test_lines_fit_eighty_columns(name: str) -> None:
    """Plain text is wrapped; only what cannot be broken is longer."""
    for line in render(example(name)).plain().splitlines():
        assert len(line) <= 80 or " " not in line.strip("•– ")


def test_names_per_language() -> None:
    """A party with several names is called by the one of the language."""
    authority = Party(names=Words(fi="Tietosuojavaltuutetun toimisto", sv="Dataombudsmannens byrå"), id="tsv")
    register = Register(authorities=[authority], rights=[Right(right=term("complaint"), authority="tsv")])

    assert render(register, language="sv").plain().count("Dataombudsmannens byrå") == 2
    assert render(register, language="fi").plain().count("Tietosuojavaltuutetun toimisto") == 2


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (Way(channel=term("letter"), signed=True, handwritten=True), "kirje, omakätisesti allekirjoitettuna"),
        (Way(channel=term("letter"), signed=True), "kirje, allekirjoitettuna"),
        (Way(channel=term("letter"), signed=False), "kirje, ilman allekirjoitusta"),
        (Way(channel=term("user-profile"), self_service=True), "käyttäjäprofiili, ilman erillistä pyyntöä"),
    ],
)
def test_ways(way: Way, words: str) -> None:
    """A signature by hand is one thing, not two."""
    said = joined(rights=[Right(right=term("access"), procedure=Procedure(ways=[way]))])

    assert said == f"Oikeus saada pääsy tietoihin Tapa: {words}."


def test_who_is_meant_for_the_record_is_named_nowhere() -> None:
    """A party, processor or rule of the record prints neither as itself nor where others refer to it."""
    hidden = Party(id="hidden", name="Salainen Henkilö", audience=Audience.RECORD)
    ask = Procedure(ways=[Way(channel=term("letter"), to=["hidden"])], refusal_by="hidden", appeal_to="hidden")
    said = joined(
        contacts=[hidden],
        dpos=["hidden"],
        authorities=["hidden"],
        rights=[Right(right=term("access"), procedure=ask, authority="hidden")],
        processors=[
            Processor(name="Näkyvä Oy", sub_processors=[Processor(name="Salainen Oy", audience=Audience.RECORD)]),
        ],
        disclosures=[Disclosure(name="Salainen Saaja", audience=Audience.RECORD)],
        erasure=[ErasureRule(trigger=Words(fi="salainen syy"), audience=Audience.RECORD)],
    )

    assert "alai" not in said
    assert said.startswith("Rekisterinpitäjän lukuun henkilötietoja käsittelevät: Näkyvä Oy")
    assert said.endswith("Oikeus saada pääsy tietoihin Tapa: kirje.")


def test_a_nameless_party_is_not_called_by_its_id() -> None:
    """Ids are for the register's own use."""
    said = joined(
        contacts=[Party(id="desk-7", phones=["+358 9 000 0000"])],
        rights=[Right(right=term("access"), procedure=Procedure(ways=[Way(channel=term("letter"), to=["desk-7"])]))],
    )

    assert "desk-7" not in said


NONE = {
    "dpos": ("Inget dataskyddsombud", "No data protection officer"),
    "representatives": ("ingen företrädare", "has no representative"),
    "processors": ("anlitar inga personuppgiftsbiträden", "does not use processors"),
    "disclosures": ("lämnas inte ut", "are not disclosed"),
    "transfers": ("överförs inte", "are not transferred"),
    "manual_material": ("inget manuellt material", "no manual material"),
    "tracking": ("används inte", "are not used"),
    "automated_decisions": ("Inga automatiserade", "No automated"),
    "requirements": ("inget lagstadgat", "no statutory"),
}


@pytest.mark.parametrize("field", NONE)
def test_none_is_a_denial_in_every_language(field: str) -> None:
    """A denial that lost its "not" would say the opposite."""
    said: dict[str, Any] = {field: ()}
    swedish, english = (
        " ".join(render(Register(**said), language=language).plain().split()) for language in ("sv", "en")
    )

    assert (NONE[field][0] in swedish, NONE[field][1] in english) == (True, True)


def test_only_a_number_of_the_old_document_is_left_out_of_a_heading() -> None:
    """A date at the head of a heading is no number."""
    sections = [Section(heading="24. joulukuuta", text="Suljettu."), Section(heading="12. Muuta", text="Auki.")]
    text = render(Register(language="fi", sections=sections)).plain()

    assert "1. Muut tiedot: 24. joulukuuta" in text
    assert "2. Muut tiedot: Muuta" in text


def test_for_ever_is_no_limit() -> None:
    """ "At most for ever" would be nonsense."""
    rule = RetentionRule(limit=Limit.MINIMUM, last=Last(forever=True))

    assert joined(retention=[rule]) == "Tietoja säilytetään seuraavasti: Kaikki tiedot: pysyvästi."


def test_contacts_of_whom_only_a_role_is_known_are_told_together() -> None:
    """A role alone is no way to make contact, but it is said."""
    timo, keeper = Party(name="Timo Esimerkki"), Party(called=term("person-in-charge"))
    service = Party(called=term("customer-service"))

    assert lines(contacts=[keeper, timo, service]) == [
        "Timo Esimerkki",
        "Lisäksi mainitaan: rekisterin vastuuhenkilö ja asiakaspalvelu.",
    ]
    assert lines(contacts=[keeper, service]) == ["Rekisterin vastuuhenkilö", "Asiakaspalvelu"]


def test_what_is_hidden_is_not_denied() -> None:
    """ "And to nobody else" would be false to who sees only some of the recipients; a lone controller is not joint."""
    hidden = Disclosure(name="Salainen", audience=Audience.RECORD)

    assert lines(disclosures=[hidden], no_other_disclosures=True) == []
    assert lines(
        controllers=[Controller(name="Esimerkki Oy"), Controller(name="Salainen Oy", audience=Audience.RECORD)]
    ) == ["Esimerkki Oy"]


def test_nothing_prints_without_something_to_say() -> None:
    """No empty bullet, no introduction without a list, no heading without a body, no two full stops."""
    hidden = Party(id="hidden", name="Salainen", audience=Audience.RECORD)
    ask = Procedure(refusal_by="hidden")
    text = render(
        Register(
            language="fi",
            contacts=[hidden],
            dpos=[Party(kind=PartyKind.PERSON)],
            representatives=[Party(public_authority=False)],
            processors=[Processor(name="A Oy", sub_processors=[Processor(tasks=[term("newsletter")])])],
            requirements=[Requirement(kind=RequirementKind.NONE, otherwise=Words(fi="Mitään ei seuraa."))],
            rights=[Right(right=term("access"), procedure=ask), Right(right=term("erasure"), procedure=ask)],
        )
    ).plain()

    assert "Tietosuojavastaava" not in text
    assert "edustaja" not in text
    assert "seuraavasti:" not in text
    assert "Alikäsittelijät: henkilötietojen käsittelijä." in text
    assert "Mitään ei seuraa.\n" in text
    assert ".." not in text


def test_a_start_without_a_period_is_kept_until() -> None:
    """ "At most from the end" would say nothing."""
    rule = RetentionRule(limit=Limit.MAXIMUM, start=AFTER)

    assert joined(retention=[rule]).endswith("Kaikki tiedot: enintään asiakassuhteen päättymiseen asti.")


def test_a_foreign_id_is_no_finnish_business_id() -> None:
    """The label follows the country."""
    assert lines(controllers=[Controller(business_id="10150818", country="DK")]) == [
        "Rekisteritunnus: 10150818",
        "Tanska",
    ]


LENDER = Controller(name="Esimerkkirahoitus Oy", purposes=["credit"])
CREDIT = Purpose(id="credit", aims=[term("credit-decision"), term("invoicing")])


def test_a_controller_of_a_part_is_no_joint_controller() -> None:
    """It is told for which purposes alone; two beside it who share the rest are joint."""
    clinic, chain = Controller(name="Esimerkkiklinikka Oy"), Controller(name="Esimerkkiketju Oy")
    part = "Rekisterinpitäjä vain seuraavassa tarkoituksessa: luottopäätöksen tekeminen ja laskutus."

    assert joined(controllers=[clinic, LENDER], purposes=[CREDIT]).startswith(
        f"Esimerkkiklinikka Oy Esimerkkirahoitus Oy {part} Henkilötietoja käsitellään"
    )
    assert joined(controllers=[clinic, chain, LENDER], purposes=[CREDIT]).startswith(
        f"Yhteisrekisterinpitäjät: Esimerkkiklinikka Oy Esimerkkiketju Oy Esimerkkirahoitus Oy {part}"
    )


def test_the_record_of_a_processor() -> None:
    """Whose it is, for whom, and what is done for each; its controllers are not joint."""
    said = joined(
        kept_by=[Party(name="Esimerkkipalvelu Oy")],
        controllers=[Controller(id="a", name="A Oy"), Controller(id="b", name="B Oy")],
        activities=[
            ProcessingActivity(
                tasks=[term("payroll"), term("invoicing")],
                controllers=["a", "b"],
                data=["pay"],
                subjects=[term("employees")],
                more=True,
            ),
            ProcessingActivity(tasks=[term("newsletter")]),
        ],
        data=[DataCategory(id="pay", name=term("salary"))],
    )

    assert said == (
        "Käsittelijän seloste käsittelytoimista ====================================== Esimerkkipalvelu Oy "
        "Rekisterinpitäjät, joiden lukuun henkilötietoja käsitellään: A Oy B Oy "
        "Palkanlaskenta ja laskutus Luettelo ei ole tyhjentävä. Rekisterinpitäjä: A Oy ja B Oy. "
        "Tiedot: palkkatiedot. Henkilöryhmä: työntekijät. "
        "Uutiskirjeen lähettäminen "
        "Rekisteri sisältää seuraavia tietoja: Palkkatiedot"
    )


def test_recipients_of_no_told_role() -> None:
    """Neither on the controller's behalf nor a *luovutus*; what may be stands apart."""
    said = joined(
        processors=[Processor(name="Esimerkkitilit Oy")],
        recipients=[
            Recipient(
                to=[term("it-providers")],
                name="Esimerkkivaraus Oy",
                country="FI",
                web="https://example.fi/tietosuoja",
                tasks=[term("appointments")],
                content=[term("name"), term("phone")],
                only_if=[term("data-subject-consents")],
                unless=[term("data-subject-objects")],
            ),
            Recipient(to=[term("kanta-services")], may=True),
            Recipient(name="Salainen Oy", audience=Audience.RECORD),
        ],
        no_other_disclosures=True,
    )

    assert said == (
        "Rekisterinpitäjän lukuun henkilötietoja käsittelevät: Esimerkkitilit Oy "
        "Tietoja saavat tai käsittelevät: Esimerkkivaraus Oy (IT-palveluntarjoajat), Suomi "
        "Tehtävät: ajanvaraus. Tiedot: nimi ja puhelinnumero. "
        "Vain seuraavalla edellytyksellä: rekisteröidyn suostumus. Poikkeus: rekisteröidyn kielto. "
        "Lisätietoja käsittelystä: https://example.fi/tietosuoja "
        "Tietoja voivat saada tai käsitellä: Kanta-palvelut "
        "Muille henkilötietoja ei luovuteta."
    )


def test_where_others_tell_of_their_own_processing() -> None:
    """A processor, a disclosure and a tracking service each with the address of its own notice."""
    said = joined(
        processors=[Processor(name="A Oy", web="https://a.example.fi", provisions=[Provision.parse("gdpr:28.3")])],
        disclosures=[Disclosure(name="B Oy", web="https://b.example.fi")],
        tracking=[
            Tracker(name="Mittari", provider="C Oy", country="IE", web="https://c.example.fi"),
            Tracker(name="Laskuri", provider="D Oy"),
        ],
    )

    assert said == (
        "Rekisterinpitäjän lukuun henkilötietoja käsittelevät: A Oy "
        "Säädösviittaus: yleisen tietosuoja-asetuksen 28 artiklan 3 kohta. "
        "Lisätietoja käsittelystä: https://a.example.fi "
        "Tietoja luovutetaan seuraavasti: B Oy Lisätietoja käsittelystä: https://b.example.fi "
        "Käytössä ovat seuraavat palvelut ja tekniikat: Mittari Palveluntarjoaja: C Oy, Irlanti. "
        "Lisätietoja käsittelystä: https://c.example.fi Laskuri Palveluntarjoaja: D Oy."
    )


def test_transfers_that_may_happen() -> None:
    """The verb tells; which data go, in words; and nowhere else."""
    said = joined(
        transfers=[
            Transfer(may=True, outside=Area.EU, content=[Words(fi="osa tiedoista")]),
            Transfer(may=True, countries=["US"], only_if=[term("technical-necessity")]),
        ],
        no_other_transfers=True,
    )

    assert said == (
        "Henkilötietoja voidaan siirtää Euroopan unionin ulkopuolelle. Tiedot: osa tiedoista. "
        "Henkilötietoja voidaan siirtää Euroopan unionin tai Euroopan talousalueen ulkopuolelle "
        "vain tällä edellytyksellä: tekninen välttämättömyys. Kohdemaat: Yhdysvallat. "
        "Muutoin henkilötietoja ei siirretä Euroopan unionin tai Euroopan talousalueen ulkopuolelle."
    )


def test_a_basis_tells_what_it_is_for() -> None:
    """Each for its part; whose data the purpose is about."""
    said = joined(
        purposes=[
            Purpose(
                aims=[Words(fi="luottamustehtävien hoitaminen")],
                legal_bases=[
                    LegalBasis(ground=Ground.LEGAL_OBLIGATION, about=Words(fi="ilmoitus rekisteriin")),
                    LegalBasis(
                        ground=Ground.LEGITIMATE_INTERESTS, about=Words(fi="muu käsittely"), interest=term("membership")
                    ),
                ],
                subjects=[term("members"), term("employees")],
            )
        ]
    )

    assert said == (
        "Henkilötietoja käsitellään seuraaviin tarkoituksiin: Luottamustehtävien hoitaminen "
        "Oikeusperusteet: rekisterinpitäjän lakisääteinen velvoite (koskee: ilmoitus rekisteriin) ja "
        "oikeutettu etu (jäsenyys; koskee: muu käsittely). Henkilöryhmä: jäsenet ja työntekijät."
    )


def test_bases_of_the_register_beside_a_purpose_with_its_own_are_general() -> None:
    """ "All processing" would be false then."""
    both = joined(
        purposes=[
            Purpose(aims=[term("orders")], legal_bases=[LegalBasis.consent()]),
            Purpose(aims=[term("newsletter")]),
        ],
        legal_bases=[LegalBasis.contract()],
    )
    one = joined(purposes=[Purpose(aims=[term("orders")])], legal_bases=[LegalBasis.contract()])

    assert both.endswith("Käsittelyn yleinen oikeusperuste: sopimus.")
    assert one.endswith("Koko käsittelyn oikeusperuste: sopimus.")


def test_laws_and_conditions_of_sources_and_measures() -> None:
    """When a source may be used, and the law named for it; the law named for a measure."""
    said = joined(
        sources=[
            Source(
                origin=term("population-information-system"),
                only_if=[term("data-subject-consents"), term("law-requires")],
                provisions=[Provision.parse("gdpr:14.5.c")],
            )
        ],
        security=[
            SecurityMeasure(
                measure=term("confidentiality-undertakings"),
                provisions=[Provision.parse("tsl:35")],
                audience=Audience.BOTH,
            )
        ],
    )

    assert said == (
        "Tietoja saadaan seuraavista lähteistä: Väestötietojärjestelmä "
        "Vain jollakin seuraavista edellytyksistä: rekisteröidyn suostumus tai lakisääteinen velvollisuus. "
        "Säädösviittaus: yleisen tietosuoja-asetuksen 14 artiklan 5 kohdan c alakohta. "
        "Suojatoimet: Salassapitositoumukset Säädösviittaus: tietosuojalain (1050/2018) 35 §."
    )


def test_what_must_be_given_in_words() -> None:
    """Data that the register does not list, and an open list."""
    said = joined(
        requirements=[
            Requirement(kind=RequirementKind.STATUTORY, content=[term("name"), Words(fi="kotipaikka")], more=True)
        ]
    )

    assert said == (
        "Tietojen antaminen on lakisääteinen vaatimus. Tiedot: nimi ja kotipaikka. Luettelo ei ole tyhjentävä."
    )


@pytest.mark.parametrize(
    ("origin", "sentence"),
    [
        (
            {"from_the_person": True, "from_elsewhere": True},
            "Tiedot kerätään rekisteröidyltä itseltään ja saadaan myös muualta.",
        ),
        ({"from_the_person": True}, "Tiedot kerätään rekisteröidyltä itseltään."),
        ({"from_the_person": True, "from_elsewhere": False}, "Tiedot kerätään rekisteröidyltä itseltään."),
        ({"from_the_person": False}, "Tietoja ei kerätä rekisteröidyltä itseltään."),
        (
            {"from_the_person": False, "from_elsewhere": True},
            "Tietoja ei kerätä rekisteröidyltä itseltään. Tiedot saadaan muualta kuin rekisteröidyltä.",
        ),
        ({"from_elsewhere": True}, "Tiedot saadaan muualta kuin rekisteröidyltä."),
        ({}, ""),
    ],
)
def test_where_a_category_comes_from(origin: dict[str, bool], sentence: str) -> None:
    """From the person, from elsewhere, from both, or not said."""
    said = joined(data=[DataCategory(items=[term("email")], **origin)])  # type: ignore[arg-type]  # two flags

    assert said == f"Rekisteri sisältää seuraavia tietoja: Sähköpostiosoite {sentence}".strip()


def test_an_address_in_each_language() -> None:
    """The one of the language; without it the one that serves all, and with neither a gap."""
    city = Party(addresses=Words(fi="Raatihuoneenkatu 1", sv="Rådhusgatan 1"), address="PL 1")

    assert lines(contacts=[city]) == ["Raatihuoneenkatu 1"]
    assert "Rådhusgatan 1" in spoken("sv", contacts=[city])
    assert "PL 1" not in spoken("sv", contacts=[city])
    assert "PL 1" in spoken("en", contacts=[city])
    with pytest.raises(MissingWording) as error:
        spoken("en", contacts=[Party(addresses=Words(fi="Raatihuoneenkatu 1"))])
    assert error.value.paths == ("contacts[0].addresses",)


def test_a_deadline_that_may_be_extended() -> None:
    """By how much, beside the deadline."""
    ask = Procedure(deadline=Deadline.parse("P1M"), extension=Period.parse("P2M"))

    assert joined(rights=[Right(right=term("access"), procedure=ask)]) == (
        "Oikeus saada pääsy tietoihin Määräaika: 1 kuukausi. Määräaikaa voidaan jatkaa: 2 kuukautta."
    )


def test_other_parties_are_told_only_where_something_refers_to_them() -> None:
    """A court has no topic of its own."""
    court = Party(id="court", name="Esimerkkilän hallinto-oikeus", address="Oikeuskatu 1")
    ask = Procedure(appeal_to="court")

    assert lines(others=[court]) == []
    assert joined(others=[court], rights=[Right(right=term("access"), procedure=ask)]) == (
        "Oikeus saada pääsy tietoihin Epäämisen voi saattaa seuraavan ratkaistavaksi: Esimerkkilän hallinto-oikeus."
    )


def test_how_the_document_itself_may_change() -> None:
    """Under a heading of its own, from a capital letter on."""
    text = render(Register(language="fi", changes=Words(fi="selostetta voidaan muuttaa."))).plain()

    assert "1. Tietosuojaselosteen muuttaminen\n\nSelostetta voidaan muuttaa.\n" in text


@pytest.mark.parametrize(
    ("narrower", "scope"),
    [
        ({}, "Kaikki tiedot: enintään 1 vuosi."),
        ({"purposes": ["credit"]}, "Tiedot: enintään 1 vuosi. Käyttötarkoitus: luottopäätöksen tekeminen ja laskutus."),
        ({"subjects": [term("members")]}, "Tiedot: enintään 1 vuosi. Henkilöryhmä: jäsenet."),
    ],
)
def test_a_rule_for_some_data_does_not_say_all(narrower: dict[str, Any], scope: str) -> None:
    """A rule that names purposes or people, but no data, is not about all data."""
    rule = RetentionRule(limit=Limit.MAXIMUM, period=Period.parse("P1Y"), **narrower)

    assert joined(purposes=[CREDIT], retention=[rule]).endswith(f"Tietoja säilytetään seuraavasti: {scope}")


@pytest.mark.parametrize(
    ("then", "more"),
    [
        ("erase", ""),
        ("destroy", " Toteutustapa: hävittäminen."),
        ("anonymise", " Poistamisen sijasta: anonymisointi."),
    ],
)
def test_erasure_by_erasing_is_said_once(then: str, more: str) -> None:
    """ "Instead of erasure: erasure" would be nonsense, and destroying is a way to erase."""
    rule = ErasureRule(trigger=term("request"), then=term(then))

    assert joined(erasure=[rule]) == f"Tiedot poistetaan seuraavalla perusteella: rekisteröidyn pyyntö.{more}"


@pytest.mark.parametrize(
    ("aims", "sentence"),
    [
        (["pelit", "retket"], "Pelit ja retket"),
        (["pelit", "retket", "talkoot"], "Pelit, retket ja talkoot"),
        (["pelit ja retket", "talkoot"], "Pelit ja retket; talkoot"),
        (["pelit, retket", "talkoot", "leirit"], "Pelit, retket; talkoot; leirit"),
        (["pelit tai retket", "talkoot"], "Pelit tai retket; talkoot"),
        (["pelit ja retket"], "Pelit ja retket"),
    ],
)
def test_lists_of_lists_are_parted_by_semicolons(aims: list[str], sentence: str) -> None:
    """Where an item holds a comma or a conjunction, commas would not part the items."""
    said = joined(purposes=[Purpose(aims=[Words(fi=aim) for aim in aims])])

    assert said == f"Henkilötietoja käsitellään seuraaviin tarkoituksiin: {sentence}"


def test_alternatives_that_are_lists_are_parted_by_semicolons() -> None:
    """The last one still after "or"."""
    cases = [Words(fi="lasku ja perintä"), Words(fi="riita"), Words(fi="muu syy")]
    rule = ErasureRule(trigger=term("request"), unless=cases)

    assert joined(erasure=[rule]).endswith("Poikkeuksena jokin seuraavista: lasku ja perintä; riita tai muu syy.")


ADDED: tuple[tuple[dict[str, Any], str, str], ...] = (
    (
        {"controllers": [Controller(name="A"), LENDER], "purposes": [CREDIT]},
        "Personuppgiftsansvarig endast för följande ändamål: fattande av kreditbeslut och fakturering.",
        "Controller only for the following purpose: making a credit decision and invoicing.",
    ),
    (
        {"kept_by": [Party(name="A")], "controllers": [Controller(name="B"), Controller(name="C")]},
        "Personuppgiftsansvariga för vars räkning personuppgifter behandlas: B C",
        "Controllers on whose behalf personal data are processed: B C",
    ),
    (
        {"recipients": [Recipient(name="A", web="https://a.example.fi")]},
        "Uppgifter tas emot eller behandlas av följande: A Mer information om behandlingen: https://a.example.fi",
        "The following receive or handle data: A More about their processing: https://a.example.fi",
    ),
    (
        {"recipients": [Recipient(name="A", may=True)]},
        "Uppgifter kan tas emot eller behandlas av följande: A",
        "The following may receive or handle data: A",
    ),
    (
        {"transfers": [Transfer(may=True, outside=Area.EEA)], "no_other_transfers": True},
        "Personuppgifter kan överföras utanför Europeiska ekonomiska samarbetsområdet. "
        "I övrigt överförs personuppgifter inte utanför",
        "Personal data may be transferred outside the European Economic Area. "
        "Otherwise personal data are not transferred outside",
    ),
    (
        {"data": [DataCategory(items=[term("email")], from_the_person=True, from_elsewhere=True)]},
        "Uppgifterna samlas in från den registrerade själv och fås även från annat håll.",
        "The data are collected from the data subject and also obtained from elsewhere.",
    ),
    (
        {"rights": [Right(right=term("access"), procedure=Procedure(extension=Period.parse("P2M")))]},
        "Tidsfristen kan förlängas med: 2 månader.",
        "The time limit may be extended by: 2 months.",
    ),
    (
        {"tracking": [Tracker(name="A", provider="B", country="IE")]},
        "Tjänsteleverantör: B, Irland.",
        "Provider: B, Ireland.",
    ),
    (
        {
            "purposes": [Purpose(aims=[term("orders")], legal_bases=[LegalBasis.consent()])],
            "legal_bases": [LegalBasis.contract()],
        },
        "Allmän rättslig grund för behandlingen: avtal.",
        "General legal basis of the processing: contract.",
    ),
    (
        {"erasure": [ErasureRule(trigger=term("request"), then=term("destroy"))]},
        "Uppgifterna raderas på följande grund: den registrerades begäran. Sätt: förstöring.",
        "Data are erased on the following ground: request by the data subject. Method: destruction.",
    ),
    (
        {"requirements": [Requirement(kind=RequirementKind.NONE, content=[term("name")], more=True)]},
        "Uppgifter: namn. Förteckningen är inte uttömmande.",
        "Data: name. The list is not exhaustive.",
    ),
    (
        {"changes": Words(sv="beskrivningen kan ändras", en="this notice may change")},
        "Ändringar i dataskyddsbeskrivningen Beskrivningen kan ändras",
        "This notice may change",
    ),
)


@pytest.mark.parametrize(("said", "swedish", "english"), ADDED)
def test_the_same_in_swedish_and_english(said: dict[str, Any], swedish: str, english: str) -> None:
    """What the Finnish tests say, in the other languages."""
    assert swedish in spoken("sv", **said)
    assert english in spoken("en", **said)


def test_a_law_that_compares_two_events_is_only_cited() -> None:
    """No sentence of the notice says what the law does when one event comes before the other."""
    rule = statutory("tyoaikal-records", on=date(2026, 11, 22))

    assert joined(retention=[rule]) == (
        "Tietoja säilytetään seuraavasti: Kaikki tiedot: säilytysaika määräytyy säädöksen mukaan: työaikalain (872/2019)"
        " 32 §:n 1 momentti. Peruste: työaikalain (872/2019) 32 §:n 1 momentti."
    )
