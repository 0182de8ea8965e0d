"""Whether memory stays flat, run by hand: ``python tests/benchmarks/memory.py [COUNT]``.

Loads and checks registers in a row, the examples with names, days and figures changed so that no two are alike, and prints
the most memory the process has held after each tenth. What only grows at the start is caches of fixed size and bytecode.
"""

# ruff: noqa: T201  # it prints

from __future__ import annotations

import re
import resource
import sys
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from rekisteri import check, loads, report

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "docs" / "examples", ROOT / "tests" / "data" / "registers", ROOT / "tests" / "data" / "lawful"]
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in FOLDERS
    for path in sorted(folder.glob("*.json"))
    if "events" not in path.name
]
DAY = date(2026, 11, 22)


def another(text: str, number: int) -> str:
    """The same register with other words and figures."""
    named = re.sub(r'^(  "name": "[^"]*)"', rf'\1 {number}"', text, flags=re.MULTILINE)
    dated = re.sub(r'("(?:updated|drafted)": )"[^"]*"', rf'\1"{DAY - timedelta(number % 3000)}"', named)
    return re.sub(
        r'("period": )"P(\d+)Y"', lambda found: f'{found[1]}"P{int(found[2]) + number % 7}Y{number % 11}M"', dated
    )


def main(count: int) -> None:
    """Print the peak of the process's memory ten times, and how much of it came after the first tenth."""
    print(f"{count} registers from {len(TEXTS)}\n\n| registers | most memory held |\n|---|---|")
    peaks = []
    for number, text in enumerate(islice(cycle(TEXTS), count), start=1):
        report.text(check(loads(another(text, number)), on=DAY - timedelta(number % 400)), notes=True)
        if number % max(count // 10, 1) == 0:
            peaks.append(
                resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (10 if sys.platform == "linux" else 20))
            )
            print(f"| {number} | {peaks[-1]:.1f} MiB |", flush=True)
    print(f"\nafter the first tenth: {peaks[-1] - peaks[0]:+.1f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
