"""The same facts around every day on which the law changes: the day before, the day itself, the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri import (
    AutomatedDecision,
    Controller,
    DataCategory,
    Ground,
    LegalBasis,
    Period,
    Procedure,
    Provision,
    Purpose,
    Register,
    Right,
    Section,
    Tracker,
    Transfer,
    Words,
    check,
    term,
)

SHOP = Controller(name="Esimerkki Oy", emails=["tietosuoja@example.fi"], country="FI")


def told(text: str) -> Register:
    """A register with a section in its own words, and no day of its own."""
    return Register(language="fi", sections=[Section(heading="Muuta", text=text)])


def to(country: str, *safeguards: str) -> Register:
    """A transfer to a country on some safeguards."""
    return Register(transfers=[Transfer(countries=[country], safeguards=[term(id) for id in safeguards] or None)])


CODE = term("personal-identity-code")
CODES = Register(
    controllers=[SHOP],
    purposes=[Purpose(aims=[term("newsletter")], legal_bases=[LegalBasis.contract()])],
    data=[DataCategory(items=[CODE])],
)
BY_CODE = Register(
    controllers=[SHOP], rights=[Right(right=term("access"), procedure=Procedure(must_state=[term("name"), CODE]))]
)
ANALYTICS = Register(
    controllers=[SHOP], tracking=[Tracker(service=term("analytics-cookies"), cookies=True, consent=False)]
)
CHILDREN = Register(
    controllers=[SHOP],
    legal_bases=[LegalBasis(ground=Ground.CONSENT, own_consent_from=Period(years=15))],
    data_subjects=[term("children")],
)
DECISION = AutomatedDecision(what=Words(fi="luotto"), solely=True, significant=True)
NONE, NOTE, SHOULD, MUST = None, "note", "should", "must"

CHANGES = [
    # What changes, the check, the facts, the day, the verdict the day before, on it, the day after
    ("the GDPR applies", "controller-missing", Register(), date(2018, 5, 25), (NONE, MUST, MUST)),
    (
        "the GDPR applies",
        "logic-missing",
        Register(automated_decisions=[DECISION]),
        date(2018, 5, 25),
        (NONE, MUST, MUST),
    ),
    ("the GDPR applies", "safeguard-missing", to("IN"), date(2018, 5, 25), (NONE, MUST, MUST)),
    ("the GDPR applies", "safeguard-invalid", to("US", "safe-harbor"), date(2018, 5, 25), (NONE, MUST, MUST)),
    (
        "the Personal Data Act is repealed",
        "repealed-act-cited",
        Register(prepared_under=[Provision.parse("hetil:10")]),
        date(2019, 1, 1),
        (NONE, SHOULD, SHOULD),
    ),
    (
        "the Personal Data Act is repealed",
        "repealed-act-cited",
        Register(legal_bases=[LegalBasis.legal_obligation("hetil:8")]),
        date(2019, 1, 1),
        (NONE, MUST, MUST),
    ),
    (
        "the Personal Data Act is repealed",
        "repealed-act-cited",
        told("Henkilötietolain (523/1999) mukainen rekisteriseloste."),
        date(2019, 1, 1),
        (NONE, SHOULD, SHOULD),
    ),
    ("a child's consent counts from 13, not 16", "child-consent", CHILDREN, date(2019, 1, 1), (SHOULD, NONE, NONE)),
    (
        "section 29 of the Data Protection Act",
        "identity-code-without-ground",
        CODES,
        date(2019, 1, 1),
        (NONE, SHOULD, SHOULD),
    ),
    ("section 29(5) of the same", "identity-code-identifies", BY_CODE, date(2024, 1, 1), (NONE, SHOULD, SHOULD)),
    (
        "the Act on electronic communications",
        "cookies-without-consent",
        ANALYTICS,
        date(2015, 1, 1),
        (NONE, MUST, MUST),
    ),
    ("its new name", "act-misnamed", told("Noudatamme tietoyhteiskuntakaarta."), date(2018, 6, 1), (NONE, NOTE, NOTE)),
    (
        "Privacy Shield is struck down",
        "safeguard-invalid",
        to("US", "privacy-shield"),
        date(2020, 7, 16),
        (NONE, MUST, MUST),
    ),
    (
        "new clauses only",
        "safeguard-invalid",
        to("IN", "former-standard-clauses"),
        date(2021, 9, 27),
        (NONE, NOTE, NOTE),
    ),
    (
        "the former clauses end",
        "safeguard-invalid",
        to("IN", "former-standard-clauses"),
        date(2022, 12, 28),
        (NOTE, MUST, MUST),
    ),
    (
        "the Data Privacy Framework",
        "adequacy-not-in-force",
        to("US", "data-privacy-framework"),
        date(2023, 7, 10),
        (MUST, NONE, NONE),
    ),
    ("the United Kingdom is a third country", "safeguard-missing", to("GB"), date(2021, 1, 1), (NONE, SHOULD, SHOULD)),
    (
        "the decision on the United Kingdom",
        "adequacy-not-in-force",
        to("GB", "adequacy-decision"),
        date(2021, 6, 28),
        (SHOULD, NONE, NONE),
    ),
    ("Brazil, adopted", "adequacy-not-in-force", to("BR", "adequacy-decision"), date(2026, 1, 26), (MUST, NONE, NONE)),
    (
        "Croatia joins the Union before the GDPR",
        "not-a-third-country",
        to("HR"),
        date(2018, 5, 25),
        (NONE, SHOULD, SHOULD),
    ),
    (
        "the regional authorities end",
        "body-abolished",
        told("Valvonnasta vastaa aluehallintovirasto."),
        date(2026, 1, 1),
        (NONE, SHOULD, SHOULD),
    ),
]


@pytest.mark.parametrize(
    ("id", "register", "day", "verdicts"),
    [pytest.param(*row[1:], id=f"{row[0]}: {row[1]} {index}") for index, row in enumerate(CHANGES)],
)
def test_the_day_before_of_and_after(
    id: str, register: Register, day: date, verdicts: tuple[str | None, str | None, str | None]
) -> None:
    """Exactly one finding of this severity, or none."""
    found = [check(register, on=day + timedelta(days), select=[id]) for days in (-1, 0, 1)]

    assert [[one.severity for one in report] for report in found] == [
        [verdict] if verdict else [] for verdict in verdicts
    ]
