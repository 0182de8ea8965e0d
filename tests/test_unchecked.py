"""The maintainers' list of entries that nobody has checked for over a year."""

from __future__ import annotations

from datetime import date

import pytest
import unchecked

from rekisteri.law.acts import tables_checked_on


def test_every_table_of_law_is_looked_at() -> None:
    """Acts and their neighbours, statutory periods, phrases that rest on guidance."""
    tables = {entry.table for entry in unchecked.entries()}

    assert {"law/tables/acts.toml", "law/tables/duties.toml", "law/tables/exemptions.toml"} <= tables
    assert any(table.startswith("retention/tables/") for table in tables)
    assert "vocabulary/phrases/vague.toml" in tables


def test_reports_promise_no_later_day_than_the_oldest_check() -> None:
    """The day that reports and notices name is that of the acts; no entry of another table may be older."""
    assert tables_checked_on() <= min(entry.checked_on for entry in unchecked.entries())


@pytest.mark.parametrize(
    ("day", "listed"), [(date(2027, 11, 21), False), (date(2027, 11, 22), False), (date(2027, 11, 23), True)]
)
def test_an_entry_is_listed_after_a_year(day: date, listed: bool) -> None:
    """The day before, of and after."""
    oldest = min(entry.checked_on for entry in unchecked.entries())

    assert oldest == date(2026, 11, 22)
    assert bool(unchecked.unchecked(day)) is listed


def test_the_command_names_tables_and_entries(capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, then how many; 1 if there are any."""
    assert unchecked.main(["2026-11-23"]) == 0
    assert unchecked.main(["2030-01-01"]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("0 of ")
    assert "2026-11-22  law/tables/acts.toml  hetil" in lines
    assert "2026-11-22  law/tables/authorities.toml  fi-2019" in lines
