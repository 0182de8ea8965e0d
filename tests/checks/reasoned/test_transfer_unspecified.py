"""The check transfer-unspecified: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Party, Register, Transfer, Words, check, term


def paths(register: Register) -> list[object]:
    """Where the check finds something."""
    found = check(register, on=date(2026, 11, 22), select=["transfer-unspecified"])
    return [path for (path,) in found.flatten("path")]


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(only_if=[term("technical-necessity")]),
        Transfer(),
        Transfer(only_if=[term("other-good-reason")], safeguards=[term("adequate-protection")]),
        Transfer(to=[term("partners")]),
    ],
)
def test_neither_place_nor_safeguard(transfer: Transfer) -> None:
    """A transfer that names nowhere and nothing that protects; "an adequate level of protection" names nothing either."""
    assert paths(Register(transfers=[transfer])) == ["transfers[0]"]


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer(countries=["US"]),
        Transfer(safeguards=[term("standard-clauses")], only_if=[term("technical-necessity")]),
        Transfer(safeguards=[Words(en="clauses approved by the authority")]),
    ],
)
def test_a_place_or_a_safeguard_is_something(transfer: Transfer) -> None:
    """What is named is judged by other checks."""
    assert paths(Register(transfers=[transfer])) == []


def test_a_flat_no_and_silence_are_let_pass() -> None:
    """ "None" names nothing because there is nothing."""
    assert paths(Register(transfers=())) == []
    assert paths(Register()) == []


def test_a_known_organisation_is_a_place() -> None:
    """Its name tells where data go."""
    assert paths(Register(transfers=[Transfer(name="European Patent Organisation")])) == []


def test_a_processors_record_rests_on_its_own_article() -> None:
    """A processor owes no notice."""
    register = Register(kept_by=[Party(name="Esimerkkipalvelin Oy")], transfers=[Transfer()])
    (found,) = check(register, on=date(2026, 11, 22), select=["transfer-unspecified"])

    assert [str(one) for one in found.citations] == ["gdpr:30.2.c"]
