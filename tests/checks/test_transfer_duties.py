"""What must be stated of a transfer: where data go, and where to get a copy of the safeguards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rekisteri import DataCategory, Party, Processor, Register, Source, Transfer, Words, check, term
from rekisteri.model import Article9Condition

TODAY = date(2026, 11, 22)
DECISION = term("adequacy-decision")
FRAMEWORK = term("data-privacy-framework")
CLAUSES = term("standard-clauses")
HEALTH = DataCategory(name=term("health-data"), article_9=Article9Condition.HEALTH_OR_SOCIAL_CARE)
PERSON = [Source(origin=term("data-subject"))]


def verdict(id: str, transfer: Transfer, on: date = TODAY, **said: Any) -> list[tuple[object, ...]]:
    """What one duty finds: (severity, certainty, path)."""
    register = Register(transfers=[transfer], **said)
    return check(register, on=on, select=[id]).flatten("severity", "certainty", "path")


class TestDestination:
    """The record identifies the third country or the international organisation."""

    MUST = ("must", "certain", "transfers[0].countries")
    NOTE = ("note", "possible", "transfers[0].countries")

    def test_a_record_that_is_surely_owed(self) -> None:
        """Nobody with special categories is exempt, be it controller or processor."""
        host = Party(name="Esimerkkipalvelin Oy")
        transfer = Transfer(safeguards=[CLAUSES])

        assert verdict("transfer-country-missing", transfer, data=[HEALTH]) == [self.MUST]
        assert verdict("transfer-country-missing", transfer, data=[HEALTH], kept_by=[host]) == [self.MUST]
        assert verdict("transfer-country-missing", transfer) == [self.NOTE]

    @pytest.mark.parametrize(
        "transfer",
        [
            Transfer(safeguards=[CLAUSES], may=True),
            Transfer(safeguards=[CLAUSES], only_if=[term("technical-necessity")]),
            Transfer(safeguards=[CLAUSES], name="Esimerkkijärjestö"),
            Transfer(safeguards=[CLAUSES], to=[Words(en="an organisation of the United Nations")]),
        ],
    )
    def test_what_may_not_be_made_or_may_go_to_an_organisation(self, transfer: Transfer) -> None:
        """Then it is a note: what is named may be the international organisation."""
        assert verdict("transfer-country-missing", transfer, data=[HEALTH]) == [self.NOTE]

    @pytest.mark.parametrize(
        "transfer",
        [
            Transfer(countries=["IN"]),
            Transfer(safeguards=[FRAMEWORK]),
            Transfer(safeguards=[term("privacy-shield"), CLAUSES]),
            Transfer(name="European Patent Organisation"),
            Transfer(),
            Transfer(only_if=[term("technical-necessity")]),
            Transfer(to=[term("partners")], safeguards=[term("adequate-protection")]),
        ],
    )
    def test_near_misses(self, transfer: Transfer) -> None:
        """A country, one that is told by a framework, a known organisation, and what names nothing at all."""
        assert verdict("transfer-country-missing", transfer, data=[HEALTH]) == []

    @pytest.mark.parametrize(
        "transfer",
        [Transfer(), Transfer(safeguards=[CLAUSES]), Transfer(countries=["IN"]), Transfer(to=[term("partners")])],
    )
    def test_a_transfer_is_told_once_where_it_lacks_its_destination(self, transfer: Transfer) -> None:
        """Either that it names nothing, or that it names no country."""
        told = ("transfer-unspecified", "transfer-country-missing", "safeguard-missing")

        assert len(check(Register(transfers=[transfer]), on=TODAY, select=told).findings) == 1


class TestCopy:
    """The notice tells where a copy of the safeguards can be had."""

    MUST = ("must", "certain", "transfers[0].copy_from")
    NOTE = ("note", "possible", "transfers[0].copy_from")

    @pytest.mark.parametrize(
        "id",
        [
            "standard-clauses",
            "binding-corporate-rules",
            "legal-instrument",
            "authority-clauses",
            "code-of-conduct",
            "certification",
            "ad-hoc-clauses",
            "administrative-arrangement",
            "derogation-compelling-interests",
        ],
    )
    def test_safeguards_and_compelling_interests(self, id: str) -> None:
        """All of Art. 46, and the second subparagraph of Art. 49(1)."""
        transfer = Transfer(countries=["IN"], safeguards=[term(id)])
        told = Transfer(countries=["IN"], safeguards=[term(id)], copy_from=Words(en="our office"))

        assert verdict("safeguard-copy-missing", transfer, sources=PERSON) == [self.MUST]
        assert verdict("safeguard-copy-missing", told, sources=PERSON) == []

    @pytest.mark.parametrize(
        "transfer",
        [
            Transfer(safeguards=[CLAUSES]),
            Transfer(countries=["US"], safeguards=[CLAUSES]),
            Transfer(countries=["US", "IN"], safeguards=[FRAMEWORK, CLAUSES]),
            Transfer(countries=["IN", "CH"], safeguards=[DECISION, CLAUSES]),
            Transfer(countries=["IN", "GI"], safeguards=[CLAUSES]),
            Transfer(countries=["US"], safeguards=[CLAUSES], in_scope=False),
            Transfer(countries=["US"], safeguards=[term("privacy-shield"), CLAUSES]),
        ],
    )
    def test_somewhere_it_rests_on_safeguards(self, transfer: Transfer) -> None:
        """Where no decision carries it, or the register does not say that one does."""
        assert verdict("safeguard-copy-missing", transfer, sources=PERSON) == [self.MUST]

    @pytest.mark.parametrize(
        "transfer",
        [
            Transfer(countries=["IN"], safeguards=[CLAUSES], may=True),
            Transfer(countries=["IN"], safeguards=[CLAUSES], only_if=[term("technical-necessity")]),
            Transfer(countries=["GI"], safeguards=[CLAUSES]),
            Transfer(safeguards=[CLAUSES, DECISION]),
        ],
    )
    def test_what_may_not_be_is_a_note(self, transfer: Transfer) -> None:
        """A transfer on conditions, a place of doubtful status, a decision that may carry all of it."""
        assert verdict("safeguard-copy-missing", transfer, sources=PERSON) == [self.NOTE]

    @pytest.mark.parametrize(
        "transfer",
        [
            Transfer(countries=["CH"], safeguards=[CLAUSES]),
            Transfer(countries=["CH"], safeguards=[DECISION]),
            Transfer(countries=["US"], safeguards=[FRAMEWORK, CLAUSES]),
            Transfer(countries=["US"], safeguards=[CLAUSES], in_scope=True),
            Transfer(countries=["NO"], safeguards=[CLAUSES]),
            Transfer(countries=["IN"], safeguards=[term("derogation-contract")]),
            Transfer(countries=["IN"], safeguards=[Words(en="clauses of the Commission")]),
            Transfer(countries=["IN"], safeguards=[term("former-standard-clauses")]),
            Transfer(countries=["IN"], safeguards=[term("supplementary-measures")]),
            Transfer(countries=["IN"]),
            Transfer(only_if=[term("technical-necessity")]),
        ],
    )
    def test_near_misses(self, transfer: Transfer) -> None:
        """A decision, no third country, other derogations, own words, clauses that have ended, no ground at all."""
        assert verdict("safeguard-copy-missing", transfer, sources=PERSON) == []

    def test_a_processors_record_need_not_tell(self) -> None:
        """Only a notice must."""
        transfer = Transfer(countries=["IN"], safeguards=[CLAUSES])

        assert verdict("safeguard-copy-missing", transfer, kept_by=[Party(name="Esimerkkipalvelin Oy")]) == []

    @pytest.mark.parametrize(
        ("day", "expected"), [(date(2021, 9, 26), 1), (date(2022, 12, 27), 1), (date(2022, 12, 28), 0)]
    )
    def test_former_clauses_have_copies_while_they_hold(self, day: date, expected: int) -> None:
        """After that they carry nothing, which another check tells."""
        transfer = Transfer(countries=["IN"], safeguards=[term("former-standard-clauses")])

        assert len(verdict("safeguard-copy-missing", transfer, day, sources=PERSON)) == expected


@pytest.mark.parametrize(
    ("country", "expected"), [("IN", ["must"]), ("GI", ["note"]), ("SJ", ["note"]), ("NO", ["note"])]
)
def test_a_recipient_abroad_makes_transfers_a_duty(country: str, expected: list[str]) -> None:
    """Not where it is doubtful whether its country is a third country."""
    register = Register(processors=[Processor(name="Esimerkki", country=country)])
    found = check(register, on=TODAY, select=["transfers-missing"])

    assert [one.severity for one in found] == expected
