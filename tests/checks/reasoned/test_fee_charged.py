"""The check fee-charged: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from rekisteri import Disclosure, Register, Right, Section, Words, check, report, term
from rekisteri.model import Procedure
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
NOTHING: list[tuple[object, ...]] = []


def costing(id: str, fee: Words) -> Register:
    """A register in which using the right *id* costs so much."""
    return Register(rights=[Right(right=term(id), procedure=Procedure(fee=fee))])


def findings(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=on, select=["fee-charged"]).flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    ("fee", "certainty"),
    [
        (term("free-once-a-year"), "certain"),
        (term("free-once-a-year", fi="kerran vuodessa ilmaiseksi"), "certain"),
        (term("reasonable-fee"), "possible"),
        (term("free-of-charge"), None),
        (Words(fi="5 euroa"), "possible"),
        (Words(fi="10,50 €"), "possible"),
        (Words(sv="0,50 euro"), "possible"),
        (Words(en="€5"), "possible"),
        (Words(fi="maksuton kerran vuodessa"), "possible"),
        (Words(sv="avgiftsfritt en gång om året"), "possible"),
        (Words(en="free of charge once a year"), "possible"),
        (Words(fi="kerran vuodessa"), "possible"),
        (Words(fi="maksuton, seuraavat 20 euroa"), "possible"),
        (Words(fi="taksan mukaan"), "possible"),
        (Words(sv="enligt taxan"), "possible"),
        (Words(en="a small fee"), "possible"),
        (Words(fi="maksuton"), None),
        (Words(fi="ilmainen"), None),
        (Words(sv="avgiftsfritt", en="free"), None),
        (Words(en="no fee"), None),
        (Words(fi="0 €"), None),
        (Words(fi="julkisuuslain 34 §:n mukainen maksu"), None),
        (Words(fi="vain postitse"), None),
        (Words(fi="kohtuullinen maksu ilmeisen perusteettomista pyynnöistä"), None),
    ],
)
def test_using_a_right_is_free(fee: Words, certainty: str | None) -> None:
    """A reasonable fee may be for excessive requests only; own words are read too."""
    expected = [("should", certainty, "rights[0].procedure.fee")] if certainty else NOTHING

    assert findings(costing("access", fee)) == expected


@pytest.mark.parametrize(
    ("id", "certainty"),
    [
        ("access", "certain"),
        ("rectification", "certain"),
        ("erasure", "certain"),
        ("restriction", "certain"),
        ("portability", "certain"),
        ("objection", "certain"),
        ("processing-objection", "certain"),
        ("automated-decisions", "certain"),
        ("publication-objection", "possible"),
        ("marketing-objection", None),  # marketing-objection-limited says it
        ("complaint", None),
        ("withdraw-consent", None),
        ("data-anonymisation", None),
    ],
)
def test_actions_under_articles_15_to_22_are_free(id: str, certainty: str | None) -> None:
    """Of what is not certainly such an action, a fee is possible or lawful."""
    found = findings(costing(id, term("free-once-a-year")))

    assert [(severity, sure) for severity, sure, _ in found] == ([("should", certainty)] if certainty else [])


def test_near_misses() -> None:
    """A denied right, a right without a procedure, an objection to marketing under another name."""
    costly = Procedure(fee=term("reasonable-fee"))
    rights = [
        Right(right=term("access"), given=False, procedure=costly),
        Right(right=term("access")),
        Right(right=term("objection"), about=[term("direct-marketing")], procedure=costly),
    ]

    assert findings(Register(rights=rights)) == NOTHING


def test_forbidding_a_disclosure_may_be_objecting() -> None:
    """Then it is free."""
    register = Register(
        disclosures=[Disclosure(to=[term("public")], how_to_object=Procedure(fee=term("free-once-a-year")))]
    )

    assert findings(register) == [("should", "possible", "disclosures[0].how_to_object.fee")]


@pytest.mark.parametrize(
    ("id", "fee", "drafted", "expected"),
    [
        ("access", "free-once-a-year", date(2018, 5, 24), True),
        ("access", "free-once-a-year", date(2018, 5, 25), False),
        ("access", "free-once-a-year", date(2018, 5, 26), False),
        ("access", "free-once-a-year", None, None),
        ("access", "reasonable-fee", date(2018, 5, 24), None),
        ("erasure", "free-once-a-year", date(2018, 5, 24), None),
    ],
)
def test_an_inspection_once_a_year_was_the_old_acts(
    id: str, fee: str, drafted: date | None, expected: bool | None
) -> None:
    """Of other rights it said nothing; what no longer holds stays as grave as it is."""
    register = attrs.evolve(costing(id, term(fee)), drafted=drafted)
    (found,) = check(register, on=TODAY, select=["fee-charged"])

    assert found.right_when_drafted is expected
    assert found.severity == "should"


def test_the_message_tells_the_fee() -> None:
    """Once a year, or that the register does not say for which requests the fee is."""
    once, fee = (
        check(costing("access", term(id)), on=TODAY, select=["fee-charged"]).findings[0]
        for id in ("free-once-a-year", "reasonable-fee")
    )

    assert report.message(once, "fi").startswith(
        "Rekisterin mukaan oikeuden (oikeus saada pääsy tietoihin) käyttäminen on maksutonta vain kerran vuodessa."
    )
    assert "peritään maksu: kohtuullinen maksu." in report.message(fee, "fi")


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1), (TODAY, 1)]
)
def test_rights_are_free_by_the_gdpr(on: date, expected: int) -> None:
    """The day before it applies nothing is found."""
    assert len(findings(costing("access", term("free-once-a-year")), on)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tarkastusoikeutta voi käyttää maksutta kerran vuodessa.",
        "Jäsenellä on oikeus tarkastaa rekisteriin merkityt tietonsa kerran vuodessa veloituksetta.",
        "Tarkastuspyynnöstä peritään kohtuullinen maksu.",
        "Rätt till insyn utövas avgiftsfritt en gång om året.",
        "För en begäran tas ut en avgift.",
        "The right of access is free of charge once a year.",
        "A fee is charged for each request.",
    ],
)
def test_in_own_words(text: str) -> None:
    """Possible, where no field tells of a fee."""
    section = Section(heading="Oikeudet", text=text)
    fee = Right(right=term("access"), procedure=Procedure(fee=term("free-of-charge")))
    select = ["fee-charged"]
    found = check(Register(sections=[section]), on=date(2026, 11, 22), select=select)

    assert found.flatten("severity", "certainty", "path") == [("should", "possible", "sections[0].text")]
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    assert check(Register(sections=[section], rights=[fee]), on=date(2026, 11, 22), select=select).findings == ()
