"""The maintainers' list of entries that nobody has looked at for over a year."""

from __future__ import annotations

from datetime import date

import pytest
import unchecked

from rekisteri.law.acts import finnish_amendments_read_to, tables_checked_on


def test_every_table_of_law_is_looked_at() -> None:
    """Acts and their neighbours, statutory periods, phrases that rest on guidance."""
    tables = {entry.table for entry in unchecked.entries()}

    assert {"law/tables/acts.toml", "law/tables/adequacy.toml", "law/tables/duties.toml"} <= tables
    assert any(table.startswith("retention/tables/") for table in tables)
    assert "vocabulary/phrases/vague.toml" in tables


def test_reports_promise_no_later_day_than_the_oldest_knowledge() -> None:
    """Reports and notices name the day of the acts and the month to which Finnish amendments were read."""
    promised = min(tables_checked_on(), finnish_amendments_read_to())

    assert promised <= min(entry.known_on for entry in unchecked.entries())


@pytest.mark.parametrize(
    ("day", "tables"),
    [
        (date(2026, 4, 30), set()),
        (date(2026, 5, 1), {"hetil"}),
        (date(2027, 11, 22), {"hetil"}),
        (date(2027, 11, 23), {"hetil", "gdpr"}),
    ],
)
def test_an_entry_is_listed_after_a_year(day: date, tables: set[str]) -> None:
    """A year after the month to which amendments were read, or after the check: the day itself and the day after."""
    listed = {entry.place for entry in unchecked.unchecked(day)}

    assert listed & {"hetil", "gdpr"} == tables


def test_the_command_names_tables_and_entries(capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, then how many; 1 if there are any, 2 if the day is none."""
    assert unchecked.main(["2026-04-30"]) == 0
    assert unchecked.main(["2030-01-01"]) == 1
    assert unchecked.main(["--help"]) == 2

    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[0].startswith("0 of ")
    assert "2025-04-30  law/tables/acts.toml  hetil" in lines
    assert "2026-11-22  law/tables/authorities.toml  fi-2019" in lines
    assert told.err.startswith("usage:")
