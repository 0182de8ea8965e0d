"""Entries of the law's tables that nobody has looked at for over a year: ``python tools/unchecked.py [DAY]``.

An entry was looked at when it was compared with its source, but not beyond the month up to which amendments were read.

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
    """An entry of a table, and the day of which it is known to say what holds."""

    known_on: date
    table: str
    place: str


def entries() -> list[Entry]:
    """Every entry that tells when it was checked, the oldest knowledge first."""
    found = []
    for path in sorted(SOURCE.rglob("*.toml")):
        table = path.relative_to(SOURCE).as_posix()
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [Entry(known_on=day, table=table, place=place) for place, day in _checked(read, "")]
    return sorted(found)


def unchecked(day: date) -> list[Entry]:
    """The entries of which nothing is known for more than a year before *day*."""
    return [entry for entry in entries() if entry.known_on < day - relativedelta(years=1)]


def _checked(node: Any, place: str) -> Iterator[tuple[str, date]]:
    """The places in a table that tell when they were checked, with the day."""
    if isinstance(node, Mapping):
        if isinstance(node.get("checked_on"), date):
            yield node.get("id") or node.get("provision") or place or "the whole table", _known_on(node)
        for name, value in node.items():
            yield from _checked(value, f"{place}.{name}" if place else name)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _checked(value, f"{place}[{index}]")


def _known_on(entry: Mapping[str, Any]) -> date:
    """The day of the check, or the end of the month to which amendments were read, if that is earlier."""
    checked: date = entry["checked_on"]
    if "checked_to" not in entry:
        return checked
    return min(checked, date.fromisoformat(f"{entry['checked_to']}-01") + relativedelta(day=31))


def main(arguments: list[str]) -> int:
    """Print the unchecked entries, a line each."""
    try:
        day = date.fromisoformat(arguments[0]) if arguments else date.today()  # noqa: DTZ011  # a person asks, here and now
    except ValueError:
        print("usage: python tools/unchecked.py [DAY], such as 2026-11-22", file=sys.stderr)
        return 2
    found = unchecked(day)
    for entry in found:
        print(f"{entry.known_on}  {entry.table}  {entry.place}")  # it is a command
    print(f"{len(found)} of {len(entries())} entries have not been looked at for over a year before {day}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
