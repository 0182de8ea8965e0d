"""The check derogation-unfit: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Party, Register, Transfer, Words, check, report, term

TODAY = date(2026, 11, 22)
DEROGATIONS = (
    "explicit-consent",
    "contract",
    "contract-interest",
    "public-interest",
    "legal-claims",
    "vital-interests",
)
TOWN = [Controller(name="Esimerkkilän kunta", public_authority=True)]
COMPANY = [Controller(name="Esimerkki Oy", public_authority=False)]


def findings(transfer: Transfer, controllers: list[Controller] | None = None) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, what it rests on)."""
    found = check(Register(transfers=[transfer], controllers=controllers), on=TODAY, select=["derogation-unfit"])
    return [(one.severity, one.certainty, one.path, str(one.citations[0])) for one in found]


@pytest.mark.parametrize("id", [*DEROGATIONS, "compelling-interests"])
def test_a_derogation_carries_regular_transfers(id: str) -> None:
    """It is meant for occasional ones."""
    transfer = Transfer(countries=["IN"], safeguards=[term(f"derogation-{id}")], regular=True)

    assert findings(transfer) == [("should", "possible", "transfers[0].safeguards[0]", "gdpr:49.1")]
    assert findings(Transfer(safeguards=[term(f"derogation-{id}")], regular=True)) == findings(transfer)


@pytest.mark.parametrize("id", ["explicit-consent", "contract", "contract-interest", "compelling-interests"])
def test_some_are_not_for_authorities(id: str) -> None:
    """Not where they exercise public powers, which the register does not tell."""
    transfer = Transfer(countries=["IN"], safeguards=[term(f"derogation-{id}")])

    assert findings(transfer, TOWN) == [("should", "possible", "transfers[0].safeguards[0]", "gdpr:49.3")]
    assert findings(transfer, COMPANY) == []


@pytest.mark.parametrize("id", ["public-interest", "legal-claims", "vital-interests", "public-register"])
def test_others_are(id: str) -> None:
    """Art. 49(3) leaves them."""
    assert findings(Transfer(countries=["IN"], safeguards=[term(f"derogation-{id}")]), TOWN) == []


def test_both_flaws_are_told() -> None:
    """They are mended differently."""
    transfer = Transfer(countries=["IN"], safeguards=[term("derogation-contract")], regular=True)

    assert [found[3] for found in findings(transfer, TOWN)] == ["gdpr:49.3", "gdpr:49.1"]


def test_the_words_tell_the_derogation() -> None:
    """And what it is not for."""
    register = Register(transfers=[Transfer(safeguards=[term("derogation-contract")], regular=True)], controllers=TOWN)
    authority, regular = check(register, on=TODAY, select=["derogation-unfit"])

    assert "contract with the data subject. The derogation does not apply where" in report.message(authority, "en")
    assert "contract with the data subject. Derogations are meant for occasional" in report.message(regular, "en")


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(countries=["IN"], safeguards=[term("derogation-contract")]),
        Transfer(countries=["IN"], safeguards=[term("derogation-contract")], regular=False),
        Transfer(countries=["IN"], safeguards=[term("derogation-public-register")], regular=True),
        Transfer(countries=["IN"], safeguards=[term("standard-clauses")], regular=True),
        Transfer(countries=["IN"], safeguards=[term("derogation-contract"), term("standard-clauses")], regular=True),
        Transfer(countries=["IN"], safeguards=[term("derogation-contract"), Words(en="a contract")], regular=True),
        Transfer(countries=["CH"], safeguards=[term("derogation-contract")], regular=True),
        Transfer(countries=["NO"], safeguards=[term("derogation-contract")], regular=True),
        Transfer(safeguards=[term("derogation-contract"), term("adequacy-decision")], regular=True),
    ],
)
def test_near_misses(transfer: Transfer) -> None:
    """Occasional, open to all, another ground, a decision without limits, no third country."""
    assert findings(transfer) == []


def test_everywhere_it_goes_something_must_carry_it() -> None:
    """A framework of one country leaves the other to the derogation; a limited decision may not cover the recipient."""
    framework = [term("derogation-contract"), term("data-privacy-framework")]

    assert findings(Transfer(countries=["US"], safeguards=framework, regular=True)) == []
    assert len(findings(Transfer(countries=["US", "IN"], safeguards=framework, regular=True))) == 1
    assert len(findings(Transfer(countries=["US"], safeguards=framework[:1], regular=True))) == 1


def test_of_a_record_it_asks_who_keeps_it() -> None:
    """The authority for which a company works does not make the company one."""
    transfer = Transfer(countries=["IN"], safeguards=[term("derogation-contract")])
    record = Register(kept_by=[Party(name="Esimerkki Oy")], controllers=TOWN, transfers=[transfer])

    assert check(record, on=TODAY, select=["derogation-unfit"]).findings == ()
