"""The check marketing-without-consent: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Ground, LegalBasis, Party, Purpose, Register, Words, check, report, term

INTEREST = LegalBasis.legitimate_interests(term("direct-marketing"))
OLD = LegalBasis(words=term("relevant-connection"))


def letter(*bases: LegalBasis, aim: str = "newsletter", **told: object) -> Purpose:
    """A purpose that sends messages."""
    return Purpose(id="letter", aims=[term("orders"), term(aim)], legal_bases=bases or None, **told)  # type: ignore[arg-type]


def findings(register: Register, on: date = date(2026, 11, 22)) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=on, select=["marketing-without-consent"]).flatten("severity", "certainty", "path")


@pytest.mark.parametrize(
    "register",
    [
        Register(purposes=[letter(INTEREST)]),
        Register(purposes=[letter(INTEREST, aim="electronic-direct-marketing")]),
        Register(purposes=[letter(LegalBasis.contract(), OLD, aim="electronic-direct-marketing")]),
        Register(purposes=[letter(aim="electronic-direct-marketing")], legal_bases=[INTEREST]),
        Register(purposes=[letter(aim="electronic-direct-marketing")], not_based_on=[Ground.CONSENT]),
        Register(
            purposes=[
                Purpose(
                    id="letter",
                    aims=[term("newsletter"), term("direct-marketing")],
                    legal_bases=[LegalBasis.contract()],
                )
            ]
        ),
        Register(purposes=[letter(INTEREST)], data_subjects=[term("company-contacts"), term("customers")]),
        Register(purposes=[letter(INTEREST)], data_subjects=[Words(fi="yritykset")]),
        Register(purposes=[letter(INTEREST, only_if=[term("ongoing-customer-relationship")])]),
    ],
)
def test_messages_without_consent(register: Register) -> None:
    """On another basis, the purpose's or the register's, or with consent denied."""
    assert findings(register) == [("should", "possible", "purposes[letter].legal_bases")]


@pytest.mark.parametrize(
    "register",
    [
        Register(purposes=[letter(LegalBasis.contract(), OLD)]),
        Register(purposes=[letter(LegalBasis.public_task())]),
        Register(purposes=[letter(LegalBasis.legitimate_interests(Words(fi="jäsenistä huolehtiminen")))]),
        Register(purposes=[letter()], legal_bases=[LegalBasis.contract()]),
        Register(purposes=[letter()], not_based_on=[Ground.CONSENT]),
    ],
)
def test_a_newsletter_by_itself(register: Register) -> None:
    """It need not be marketing: a note with words of its own."""
    (one,) = check(register, on=date(2026, 11, 22), select=["marketing-without-consent"])

    assert (one.severity, one.certainty, one.path) == ("note", "possible", "purposes[letter].legal_bases")
    assert "If the message markets something" in report.message(one, "en")


@pytest.mark.parametrize(
    "register",
    [
        Register(kept_by=[Party(name="Esimerkki Oy")], purposes=[letter(INTEREST)]),
        Register(purposes=[letter(LegalBasis.consent())]),
        Register(purposes=[letter(LegalBasis.contract(), LegalBasis.consent())]),
        Register(purposes=[letter()], legal_bases=[LegalBasis.contract(), LegalBasis.consent()]),
        Register(purposes=[letter()]),
        Register(purposes=[letter()], not_based_on=[Ground.CONTRACT]),
        Register(purposes=[letter(LegalBasis(words=Words(fi="asiakkaan lupa")))]),
        Register(purposes=[letter(LegalBasis(words=term("within-law")))]),
        Register(purposes=[letter(LegalBasis(about=Words(fi="uutiskirje")))]),
        Register(purposes=[letter(INTEREST, only_if=[term("similar-products")])]),
        Register(purposes=[letter(INTEREST, only_if=[term("data-subject-consents")])]),
        Register(purposes=[letter(INTEREST, subjects=[term("company-customers")])], data_subjects=[term("customers")]),
        Register(purposes=[letter(INTEREST)], data_subjects=[term("company-contacts"), term("company-customers")]),
        Register(purposes=[letter(INTEREST, aim="direct-marketing")]),
        Register(purposes=[Purpose(aims=[Words(fi="jäsenkirje")], legal_bases=[INTEREST])]),
    ],
)
def test_near_misses(register: Register) -> None:
    """Consent, no basis told or one in other words, similar products, companies, other marketing, a processor's record."""
    assert findings(register) == []


@pytest.mark.parametrize(("day", "count"), [(date(2014, 12, 31), 0), (date(2015, 1, 1), 1), (date(2015, 1, 2), 1)])
def test_the_act_holds_from_its_day(day: date, count: int) -> None:
    """Before it another act was in force, which is not judged."""
    assert len(findings(Register(purposes=[letter(INTEREST)]), day)) == count


@pytest.mark.parametrize(("country", "count"), [("FI", 1), ("AX", 1), (None, 1), ("SE", 0)])
def test_the_acts_of_finland_bind_nobody_elsewhere(country: str | None, count: int) -> None:
    """A controller that is said to be in another country follows its law."""
    register = Register(controllers=[Controller(name="Exempel", country=country)], purposes=[letter(INTEREST)])

    assert len(check(register, on=date(2026, 11, 22), select=["marketing-without-consent"]).findings) == count
