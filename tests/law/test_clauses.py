from __future__ import annotations

from datetime import date, timedelta

import pytest

from rekisteri.law import standard_clauses
from rekisteri.law.timeline import in_force

ONE_DAY = timedelta(days=1)


def test_two_editions_are_known() -> None:
    """The former ones, of three decisions, and those of 2021."""
    assert {id: one.numbers for id, one in standard_clauses().items()} == {
        "former-clauses": ("2001/497/EC", "2004/915/EC", "2010/87/EU"),
        "clauses-2021": ("(EU) 2021/914",),
    }


def test_the_former_ones_were_replaced_by_the_others() -> None:
    """And nothing has replaced these."""
    former, present = standard_clauses().values()

    assert former.replaced_by in present.numbers
    assert (present.replaced_by, present.last_concluded, present.valid_until) == (None, None, None)


@pytest.mark.parametrize(("days", "expected"), [(-1, True), (0, True), (1, False)])
def test_the_former_ones_held_through_their_last_day(days: int, expected: bool) -> None:
    """Contracts made in time were a safeguard until 27 December 2022."""
    assert in_force(standard_clauses()["former-clauses"], date(2022, 12, 27) + days * ONE_DAY) is expected


def test_no_new_contracts_were_made_on_them_from_27_september_2021() -> None:
    """The day before was the last."""
    assert standard_clauses()["former-clauses"].last_concluded == date(2021, 9, 26)


def test_the_facts_were_read_somewhere_and_checked() -> None:
    """Each row names its source, the day on which it was compared with it, and how sure it is."""
    for edition in standard_clauses().values():
        assert edition.source
        assert edition.checked_on == date(2026, 11, 22)
        assert edition.confidence in {"high", "medium", "low"}
