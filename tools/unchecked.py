"""Entries of the law's tables that nobody has compared with their source for over a year: ``python tools/unchecked.py [DAY]``.

For maintainers: reports to users only say on which day the tables were last checked. Ends with 1 if there are any.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "rekisteri"


@attrs.frozen(order=True)
class Entry:
    """An entry of a table, and the day on which it was last checked."""

    checked_on: date
    table: str
    place: str


def entries() -> list[Entry]:
    """Every entry that tells when it was checked, longest unchecked first."""
    found = []
    for path in sorted(SOURCE.rglob("*.toml")):
        table = path.relative_to(SOURCE).as_posix()
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [Entry(checked_on=day, table=table, place=place) for place, day in _checked(read, "")]
    return sorted(found)


def unchecked(day: date) -> list[Entry]:
    """The entries last checked more than a year before *day*."""
    return [entry for entry in entries() if entry.checked_on < day - relativedelta(years=1)]


def _checked(node: Any, place: str) -> Iterator[tuple[str, date]]:
    """The places in a table that tell when they were checked, with the day."""
    if isinstance(node, Mapping):
        if isinstance(node.get("checked_on"), date):
            yield node.get("id") or node.get("provision") or place or "the whole table", node["checked_on"]
        for name, value in node.items():
            yield from _checked(value, f"{place}.{name}" if place else name)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _checked(value, f"{place}[{index}]")


def main(arguments: list[str]) -> int:
    """Print the unchecked entries, a line each."""
    day = date.fromisoformat(arguments[0]) if arguments else date.today()  # noqa: DTZ011  # a person asks, here and now
    found = unchecked(day)
    for entry in found:
        print(f"{entry.checked_on}  {entry.table}  {entry.place}")  # it is a command
    print(f"{len(found)} of {len(entries())} entries were last checked over a year before {day}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
