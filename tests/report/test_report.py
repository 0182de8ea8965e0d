"""Findings in words: text for people, JSON for machines."""

from __future__ import annotations

import json
import re
import textwrap
from datetime import date

import attrs
import pytest

from examples import ALL, example
from rekisteri import (
    Certainty,
    Controller,
    DataCategory,
    Exemption,
    Finding,
    InvalidValue,
    Processor,
    Provision,
    Purpose,
    Register,
    Report,
    Severity,
    Source,
    Suppression,
    Transfer,
    UnknownName,
    Words,
    check,
    report,
    term,
)
from rekisteri.checks import SetAside, all_checks
from rekisteri.checks.manual import page_of
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
OLD = Register(name="Jäsenrekisteri", drafted=date(2018, 5, 22), prepared_under=[Provision.parse("hetil:10")])


FOOTER = (
    "Säädöstiedot on viimeksi tarkistettu 22. marraskuuta 2026, ja Suomen säädösten muutokset on luettu\n"
    "huhtikuuhun 2025 asti. Tämä ei ole oikeudellista neuvontaa.\n"
)


def test_a_report_in_finnish() -> None:
    """By severity: what is wrong, where, what the register says, the provision, how to mend it; then what is said to be
    none, the counts and the day of the law.
    """
    register = attrs.evolve(
        OLD,
        purposes=[Purpose(id="orders", aims=[term("orders")]), Purpose(aims=[term("statistics")])],
        sources=[Source(origin=term("data-subject"))],
        dpos=(),
    )
    found = check(register, on=TODAY, select=["repealed-act-cited", "legal-basis-missing"])

    assert report.text(found, language="fi", file="jasenet.json", notes=True) == (
        "jasenet.json\n"
        "Jäsenrekisteri: arvioitu oikeustilan 22. marraskuuta 2026 mukaan\n"
        "\n"
        "KORJATTAVAT (2)\n"
        "\n"
        "  oikeusperustetta ei kerrota  [legal-basis-missing]\n"
        "    purposes[orders].legal_bases\n"
        "        Rekisterissä ei kerrota oikeusperustetta tälle tarkoitukselle: tilausten käsittely.\n"
        "    purposes[1].legal_bases\n"
        "        Rekisterissä ei kerrota oikeusperustetta tälle tarkoitukselle: tilastointi.\n"
        "    Säännös: yleisen tietosuoja-asetuksen 13 artiklan 1 kohdan c alakohta; yleisen\n"
        "      tietosuoja-asetuksen 14 artiklan 1 kohdan c alakohta\n"
        "    Näin korjaat: Selvitä, mihin oikeusperusteeseen käsittely tässä tarkoituksessa perustuu,\n"
        "      esimerkiksi sopimukseen, lakisääteiseen velvoitteeseen tai suostumukseen, ja lisää se.\n"
        "\n"
        "HUOMIOT (1)\n"
        "\n"
        "  kumottuun säädökseen viitataan  [repealed-act-cited]\n"
        "    prepared_under[0]\n"
        "        Rekisterissä viitataan kumottuun säädökseen: henkilötietolain (523/1999) 10 §. Säädöksen\n"
        "        viimeinen voimassaolopäivä oli 31. joulukuuta 2018. Tieto oli oikea, kun asiakirja\n"
        "        laadittiin.\n"
        "    Säännös: tietosuojalain (1050/2018) 37 §\n"
        "    Näin korjaat: Selvitä, missä säädöksessä asiasta nykyisin säädetään, ja vaihda viittaus siihen,\n"
        "      tai poista viittaus, jos sitä ei enää tarvita. Jos kumottu säädös on kerrottu käsittelyn\n"
        "      oikeusperusteeksi, ratkaise peruste uudelleen.\n"
        "\n"
        "Rekisterissä sanotaan näin; vahvista, että se pitää paikkansa:\n"
        "  dpos: Tietosuojavastaavaa ei ole nimitetty.\n"
        "\n"
        "Korjattavia 2, suosituksia 0, huomioita 1.\n"
        f"{len(all_checks()) - 2} tarkistusta jätettiin tekemättä.\n" + FOOTER
    )


def test_notes_are_folded_unless_asked_for() -> None:
    """Their number and their checks are told, and how to see them: in the words of whoever runs the check."""
    found = check(OLD, on=TODAY, select=["repealed-act-cited"])

    assert "prepared_under" not in report.text(found)
    assert "Notes not shown: 1 (repealed-act-cited). They are shown with notes=True.\n" in report.text(found)
    assert "They are shown with --notes.\n" in report.text(found, file="jasenet.json")
    assert "Notes not shown" not in report.text(found, notes=True)
    assert "Notes not shown" not in report.text(check(Register(), on=TODAY, select=[]))


def test_a_report_in_english_and_swedish() -> None:
    """The same finding in the other languages."""
    found = check(OLD, on=TODAY, select=["repealed-act-cited"])

    assert "    prepared_under[0]\n" in report.text(found, notes=True)
    assert "section 10 of the Personal Data Act" in report.text(found, notes=True)
    assert "10 § i personuppgiftslagen (523/1999)" in report.text(found, language="sv", notes=True)


def test_a_report_without_findings_says_so() -> None:
    """And nothing is folded."""
    assert report.text(check(Register(), on=TODAY, select=[]), language="fi").splitlines()[2] == "Havaintoja ei ole."


def test_what_is_said_to_be_none_is_for_a_person_to_confirm() -> None:
    """Every field that may say so has the notice's own sentence, in the register's parts too."""
    register = Register(
        dpos=(),
        representatives=(),
        processors=[Processor(id="host", name="Esimerkki Oy", sub_processors=())],
        disclosures=(),
        no_other_disclosures=True,
        transfers=(),
        no_other_transfers=True,
        manual_material=(),
        tracking=(),
        automated_decisions=(),
        requirements=(),
    )
    found = check(register, on=TODAY, select=[])
    text = report.text(found)

    assert "\n  processors[host].sub_processors: No sub-processors are used.\n" in text
    assert set(found.said_to_be_none) == {
        *(name for name, value in attrs.asdict(register, recurse=False).items() if value in ((), True)),
        "processors[host].sub_processors",
    }
    assert all(f"\n  {path}: " in text for path in found.said_to_be_none)
    assert check(Register(), on=TODAY).said_to_be_none == ()


def test_what_must_be_mended_is_not_for_a_person_to_confirm() -> None:
    """A finding at the place, or a recipient abroad where nothing is transferred; what only may be wrong is to be confirmed."""
    abroad = [Processor(id="host", name="Example Inc", country="US")]
    denied = Register(processors=abroad, transfers=(), dpos=())
    others = attrs.evolve(denied, transfers=[Transfer(countries=["IN"])], no_other_transfers=True)
    doubtful = attrs.evolve(denied, processors=[attrs.evolve(abroad[0], may=True)])
    authority = Register(controllers=[Controller(name="Kunta", public_authority=True)], dpos=(), transfers=())
    asked = ["transfers-contradict-recipients"]

    assert check(denied, on=TODAY, select=asked).said_to_be_none == ("dpos",)
    assert check(others, on=TODAY, select=asked).said_to_be_none == ("dpos",)
    assert check(doubtful, on=TODAY, select=asked).said_to_be_none == ("dpos", "transfers")
    assert check(denied, on=TODAY, select=[]).said_to_be_none == ("dpos", "transfers")
    assert check(authority, on=TODAY).said_to_be_none == ("transfers",)
    assert check(authority, on=TODAY, ignore=["dpo-missing"]).said_to_be_none == ("dpos", "transfers")


def test_a_day_before_the_gdpr_is_told_first() -> None:
    """Under the heading, in lines of at most 100 signs, the day in words."""
    found = check(Register(), on=date(2018, 5, 24))
    told = {language: report.text(found, language=language).split("\n\n") for language in LANGUAGES}

    assert {language: parts[1].replace("\n", " ") for language, parts in told.items()} == {
        "fi": "Arviointipäivä on ennen 25. toukokuuta 2018, jolloin yleistä tietosuoja-asetusta alettiin soveltaa:"
        " sen velvollisuuksia ei ole arvioitu.",
        "sv": "Bedömningsdagen är före den 25 maj 2018, då allmänna dataskyddsförordningen började tillämpas:"
        " dess skyldigheter har inte bedömts.",
        "en": "The day is before 25 May 2018, when the General Data Protection Regulation began to apply:"
        " its duties were not judged.",
    }
    assert all(len(line) <= 100 for parts in told.values() for line in parts[1].splitlines())
    assert told["en"][2] == "Nothing was found."


@pytest.mark.parametrize(
    ("language", "headings", "count", "aside"),
    [
        (
            "fi",
            ["KORJATTAVAT (1)", "SUOSITUKSET (1)", "HUOMIOT (1)"],
            "Korjattavia 1, suosituksia 1, huomioita 1; syrjään siirrettyjä 3.",
            ["korjattava", "suositus", "huomio"],
        ),
        (
            "sv",
            ["MÅSTE ÅTGÄRDAS (1)", "BÖR ÅTGÄRDAS (1)", "NOTERINGAR (1)"],
            "Måste åtgärdas: 1, bör åtgärdas: 1, noteringar: 1; åsidosatta: 3.",
            ["måste åtgärdas", "bör åtgärdas", "notering"],
        ),
        (
            "en",
            ["MUST BE MENDED (1)", "SHOULD BE MENDED (1)", "NOTES (1)"],
            "1 must, 1 should, 1 note; 3 set aside.",
            ["must", "should", "note"],
        ),
    ],
)
def test_a_severity_has_one_name(language: str, headings: list[str], count: str, aside: list[str]) -> None:
    """In the headings, in the count, and where findings are set aside."""
    (one,) = check(Register(), on=TODAY, select=["access-missing"])
    each = tuple(attrs.evolve(one, severity=severity) for severity in Severity)
    held = tuple(SetAside(finding=finding, by="suppressions[0]", reason="selvitetään") for finding in each)
    lines = report.text(
        Report(register=None, on=TODAY, findings=each, set_aside=held), language=language, notes=True
    ).splitlines()

    assert [line for line in lines if line in headings] == headings
    assert count in lines
    assert [
        line.split(":")[0].strip() for line in lines if line.endswith("[access-missing]  rights") and ":" in line
    ] == aside


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fi",
            [
                "”legal-basis-missing” löysi jotakin paikasta purposes[orders].legal_bases, ei paikasta purposes[0]:"
                " korjaa polku tai poista merkintä.",
                "tarkistusta tai ryhmää ”rigths” ei ole; tarkoititko ”rights”?",
                "tarkistusta tai ryhmää ”kissa” ei ole.",
            ],
        ),
        (
            "sv",
            [
                "”legal-basis-missing” fann något i purposes[orders].legal_bases, inte i purposes[0]: rätta sökvägen eller"
                " ta bort anteckningen.",
                "det finns ingen kontroll eller grupp som heter ”rigths”; menade du ”rights”?",
                "det finns ingen kontroll eller grupp som heter ”kissa”.",
            ],
        ),
        (
            "en",
            [
                "“legal-basis-missing” found something at purposes[orders].legal_bases, not at purposes[0]: correct the"
                " path, or remove the entry.",
                "no check or family is called “rigths”; did you mean “rights”?",
                "no check or family is called “kissa”.",
            ],
        ),
    ],
)
def test_a_suppression_that_is_wrong_is_told_with_what_was_meant(language: str, told: list[str]) -> None:
    """The place where something is found, or the known name most like its own."""
    wrong = [
        Suppression(check="legal-basis-missing", path="purposes[0]", reason="selvitetään"),
        Suppression(check="rigths", reason="selvitetään"),
        Suppression(check="kissa", reason="selvitetään"),
    ]
    register = Register(purposes=[Purpose(id="orders", aims=[term("orders")])], suppressions=wrong)
    text = report.text(check(register, on=TODAY, select=["legal-basis-missing"]), language=language)

    for place, line in enumerate(told):
        assert f" suppressions[{place}]: {line}" in " ".join(text.split())


def test_a_register_without_a_name() -> None:
    """It is called so."""
    assert report.text(check(Register(), on=TODAY, select=[])).startswith("Register without a name: judged by the law")


def test_json_is_the_contract() -> None:
    """One entry a file, with the keys that scripts depend on, in their order."""
    found = check(OLD, on=TODAY, select=["repealed-act-cited"])
    written = report.json([("jasenet.json", found), (None, check(Register(), on=TODAY, select=[]))])

    assert json.loads(written) == [
        {
            "file": "jasenet.json",
            "register": "Jäsenrekisteri",
            "on": "2026-11-22",
            "findings": [
                {
                    "check": "repealed-act-cited",
                    "severity": "note",
                    "certainty": "certain",
                    "path": "prepared_under[0]",
                    "citations": ["tsl:37"],
                    "provisions": ["section 37 of the Data Protection Act (1050/2018)"],
                    "title": "a repealed act is cited",
                    "message": (
                        "The register cites an act that has been repealed: section 10 of the Personal Data Act (523/1999)."
                        " Its last day in force was 31 December 2018. This was right when the document was drafted."
                    ),
                    "mend": "Find out what act governs the matter now, and change the reference to it, or remove the reference if it is no longer needed. If the repealed act is given as the legal basis of processing, decide the basis anew.",
                    "right_when_drafted": True,
                }
            ],
            "set_aside": [],
            "idle_suppressions": [],
            "said_to_be_none": [],
            "not_run": [id for id in all_checks() if id != "repealed-act-cited"],
            "law": {"checked_on": "2026-11-22", "finnish_amendments_read_to": "2025-04"},
        },
        {
            "file": None,
            "register": None,
            "on": "2026-11-22",
            "findings": [],
            "set_aside": [],
            "idle_suppressions": [],
            "said_to_be_none": [],
            "not_run": list(all_checks()),
            "law": {"checked_on": "2026-11-22", "finnish_amendments_read_to": "2025-04"},
        },
    ]
    assert written.endswith("]\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_every_finding_of_the_examples_has_words(name: str, language: str) -> None:
    """No message shows a placeholder or a Python value."""
    for finding in check(example(name), on=TODAY).findings:
        said = report.message(finding, language)

        assert said.endswith(".")
        assert "{" not in said
        assert "None" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_a_title(language: str) -> None:
    """One line, without a full stop."""
    for id in all_checks():
        title = report.title(id, language)

        assert title
        assert "\n" not in title
        assert not title.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_says_how_to_mend(language: str) -> None:
    """In whole sentences, with nothing left to fill in."""
    for id in all_checks():
        mend = report.how_to_mend(id, language)

        assert mend.endswith(".")
        assert "{" not in mend


def test_a_condition_that_is_not_known_is_told_so() -> None:
    """A possible finding explains when it would matter."""
    (finding,) = check(Register(), on=TODAY, select=["transfers-missing"]).findings

    assert report.message(finding, "en") == (
        "The register does not state whether data are transferred out of the European Economic Area. If they are, the"
        " transfer must be stated, and what it rests on: an adequacy decision or safeguards."
    )


def test_own_wording_is_quoted_in_any_language() -> None:
    """A report quotes the register: Finnish wording in an English report is better than none."""
    diet = Words(term="special-diet", fi="ruoka-allergiat")
    register = Register(data=[DataCategory(items=[diet])])
    (finding,) = check(register, on=TODAY, select=["special-data-possible"]).findings

    assert "“special diet”" in report.message(finding, "en")
    own = Finding(
        check="legal-basis-missing",
        severity=Severity.MUST,
        certainty=Certainty.CERTAIN,
        path="purposes[0].legal_bases",
        citations=(Provision.parse("gdpr:13.1.c"),),
        params={"item": Words(fi="asiakkaiden tavat")},
    )

    assert report.message(own, "en").endswith("this purpose: asiakkaiden tavat.")
    assert report.message(own, "sv").endswith("detta ändamål: asiakkaiden tavat.")


@pytest.mark.parametrize("write", [report.text, lambda one, language: report.json([(None, one)], language=language)])
def test_other_languages_are_refused(write: object) -> None:
    """A report in a language the library does not write is an error, not English."""
    empty = Report(register=None, on=TODAY, findings=())

    with pytest.raises(InvalidValue, match="language: found “de”, expected “fi”, “sv” or “en”"):
        write(empty, language="de")  # type: ignore[operator]


def test_terms_in_messages_are_in_the_reader_language() -> None:
    """The label of a term follows the report's language."""
    register = Register(data=[DataCategory(items=[term("special-diet")])])
    (finding,) = check(register, on=TODAY, select=["special-data-possible"]).findings

    assert report.message(finding, "fi").startswith("Tiedosta ”erityisruokavalio” voi ilmetä terveys tai uskonnollinen")


ASIDE = Register(
    name="Asiakasrekisteri",
    prepared_under=[Provision.parse("hetil")],
    language="fi",
    purposes=[Purpose(id="orders", aims=[term("orders")])],
    data=[DataCategory(id="names", items=[term("name")], from_the_person=False)],
    exemptions=[
        Exemption(provision=Provision.parse("gdpr:14.5.b"), reason=Words(fi="vaatisi kohtuutonta vaivaa")),
        Exemption(provision=Provision.parse("gdpr:30.5")),
    ],
    suppressions=[
        Suppression(check="consent-claimed-and-denied", reason="selvitetään"),
        Suppression(check="rigths", reason="selvitetään"),
        Suppression(check="repealed-act-cited", reason="päätetään hallituksessa", until=date(2026, 12, 31)),
        Suppression(check="repealed-act-cited", reason="päätettiin hallituksessa", until=date(2026, 11, 21)),
    ],
)


def test_what_is_set_aside_stays_visible() -> None:
    """Under each exemption and suppression, with its reason; and what sets nothing aside."""
    found = check(
        ASIDE,
        on=TODAY,
        select=["legal-basis-missing", "data-subjects-missing", "repealed-act-cited", "consent-claimed-and-denied"],
    )
    assert report.text(found, language="fi").split("\n\n", 1)[1].rpartition("\n\n")[0] == (
        "Havaintoja ei ole.\n"
        "\n"
        "SYRJÄÄN SIIRRETYT (3)\n"
        "\n"
        "  exemptions[0]: rekisterissä vedotaan poikkeukseen (yleisen tietosuoja-asetuksen 14 artiklan\n"
        "    5 kohdan b alakohta): vaatisi kohtuutonta vaivaa\n"
        "    korjattava: oikeusperustetta ei kerrota  [legal-basis-missing]  purposes[orders].legal_bases\n"
        "\n"
        "  exemptions[1]: rekisterissä vedotaan poikkeukseen (yleisen tietosuoja-asetuksen 30 artiklan\n"
        "    5 kohta).\n"
        "    huomio: rekisteröityjen ryhmiä ei mainita  [data-subjects-missing]  data_subjects\n"
        "\n"
        "  suppressions[2] (31. joulukuuta 2026 asti): päätetään hallituksessa\n"
        "    suositus: kumottuun säädökseen viitataan  [repealed-act-cited]  prepared_under[0]\n"
        "\n"
        "  suppressions[0]: tarkistus ”consent-claimed-and-denied” ei löytänyt mitään syrjään siirrettävää;\n"
        "    merkinnän voi poistaa.\n"
        "  suppressions[1]: tarkistusta tai ryhmää ”rigths” ei ole; tarkoititko ”rights”?\n"
        "  suppressions[3]: määräaika on päättynyt, joten havaintoa ei enää siirretä syrjään."
    )


def test_json_tells_what_is_set_aside_and_what_is_idle() -> None:
    """With the reason, the exemption's provision and the last day."""
    found = check(ASIDE, on=TODAY, select=["legal-basis-missing", "repealed-act-cited", "consent-claimed-and-denied"])
    told = json.loads(report.json([(None, found)], language="fi"))[0]

    assert told["findings"] == []
    assert [
        {name: one[name] for name in ("check", "by", "exemption", "reason", "until")} for one in told["set_aside"]
    ] == [
        {
            "check": "legal-basis-missing",
            "by": "exemptions[0]",
            "exemption": "gdpr:14.5.b",
            "reason": "vaatisi kohtuutonta vaivaa",
            "until": None,
        },
        {
            "check": "repealed-act-cited",
            "by": "suppressions[2]",
            "exemption": None,
            "reason": "päätetään hallituksessa",
            "until": "2026-12-31",
        },
    ]
    silent = {"at": None, "instead": None}
    assert told["idle_suppressions"] == [
        {"path": "suppressions[0]", "check": "consent-claimed-and-denied", "why": "nothing-found", **silent},
        {"path": "suppressions[1]", "check": "rigths", "why": "unknown-check", "at": None, "instead": "rights"},
        {"path": "suppressions[3]", "check": "repealed-act-cited", "why": "ended", **silent},
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_a_page_in_every_language(language: str) -> None:
    """It names the check, gives both examples as they can be copied, and what is found in the first."""
    for id in all_checks():
        page = report.page(id, language=language)
        examples = [example.strip() for example in (page_of(id).fails, page_of(id).passes)]

        assert page.startswith(f"{id}\n{report.title(id, language)}\n")
        assert all(textwrap.indent(example, "  ") in page for example in examples)
        assert "\n  → " in page
        assert not re.search(r"\{[a-z]+\}", page)
        assert all(len(line) <= 100 for line in page.splitlines() if not line.startswith("   "))


def test_a_page_reads_like_this() -> None:
    """What, why, examples, how to mend, sources."""
    headings = [
        line for line in report.page("retention-vague").splitlines() if line.isupper() and not line.startswith(" ")
    ]

    assert headings == [
        "WHAT IT LOOKS FOR",
        "WHY",
        "AN EXAMPLE WITH A FINDING",
        "AN EXAMPLE WITHOUT ONE",
        "HOW TO MEND IT",
        "SOURCES",
    ]
    assert "Each finding tells its provisions." in report.page("repealed-act-cited")


def test_a_page_of_no_check_is_refused() -> None:
    """With the nearest name; and so is a language in which there are no pages."""
    with pytest.raises(UnknownName, match=r"acess-missing.*did you mean “access-missing”"):
        report.page("acess-missing")
    with pytest.raises(InvalidValue, match="“de”"):
        report.page("access-missing", language="de")
