"""Law holds from a day to a day; ``at`` says which entries hold on one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

__all__ = ["Dated", "at", "in_force"]


class Dated(Protocol):
    """An entry of a table of law.

    ``valid_from`` is the first day in force, None if the table does not know it; ``valid_until`` is the last day in
    force, None while no end is known.
    """

    @property
    def valid_from(self) -> date | None:
        """The first day in force."""

    @property
    def valid_until(self) -> date | None:
        """The last day in force."""


D = TypeVar("D", bound=Dated)


def in_force(entry: Dated, day: date) -> bool:
    """Whether *entry* holds on *day*, its first and its last day included."""
    return (entry.valid_from is None or entry.valid_from <= day) and (
        entry.valid_until is None or day <= entry.valid_until
    )


def at(entries: Iterable[D], day: date) -> tuple[D, ...]:
    """The entries that hold on *day*, in their order."""
    return tuple(entry for entry in entries if in_force(entry, day))
