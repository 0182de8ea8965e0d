"""The registers that ship with the documentation."""

from __future__ import annotations

from pathlib import Path

from rekisteri import Register, load

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "examples"
SEEDS = ("seed-000", "seed-001", "seed-002", "seed-003", "seed-004")
ALL = (*SEEDS, "webshop")


def example(name: str) -> Register:
    """One of them, by its name without ending."""
    return load(FOLDER / f"{name}.json")
