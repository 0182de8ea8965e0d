"""Benchmarks, run by hand: ``python tests/benchmarks/run.py``. They print ratios of one run and never fail.

What is compared is measured in turn (ours, theirs, ours, theirs …), so that whatever else the machine does slows both
alike. A ratio is the median of those of the pairs, with their middle half after it. Python may keep the bytecode of
both, as it does of everything that is installed, whatever the environment says.
"""

# ruff: noqa: T201  # it prints

from __future__ import annotations

import gc
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import attrs

from rekisteri import check, loads

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [path for path in sorted((ROOT / "docs" / "examples").glob("*.json")) if "events" not in path.name]
LARGEST_EXAMPLE = max(EXAMPLES, key=lambda path: path.stat().st_size)
MANIFEST = Path(__file__).with_name("webshop.yml")

DAY = date(2026, 11, 22)
IDS = {"id", "fides_key", "format"}
"""Keys under which nothing is stated."""

PAIRS = 41
WARM_UP = 3

Timer = Callable[[], float]
"""One measurement, in seconds; for the last rows in seconds for each stated value."""


@attrs.frozen
class Row:
    """One comparison: what is measured, against what, and how many times as long it may take."""

    what: str
    against: str
    goal: float
    ours: Timer
    theirs: Timer

    def measured(self) -> str:
        """The row of the table."""
        pairs = [(self.ours(), self.theirs()) for _ in range(WARM_UP + PAIRS)][WARM_UP:]
        ours, theirs = (median(times) for times in zip(*pairs, strict=True))
        low, ratio, high = quantiles([one / other for one, other in pairs], n=4)
        verdict = "met" if ratio <= self.goal else "missed"
        cells = [
            f"{self.what} ({_time(ours)})",
            f"{self.against} ({_time(theirs)})",
            f"{ratio:.2f}x ({low:.2f}-{high:.2f})",
            f"<= {self.goal}x",
            verdict,
        ]
        return f"| {' | '.join(cells)} |"


def rows(bytecode: str) -> list[Row]:
    """Every comparison; the folder *bytecode* is for what Python keeps from one process to the next."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}

    def python(*arguments: str) -> Timer:
        """A new process of this Python, from start to end."""
        command = [sys.executable, *arguments]
        return _timed(lambda: subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False))

    bare, fideslang = python("-c", "pass"), python("-c", "import fideslang")
    names = "from rekisteri import Register, loads, check"
    checked = ("-m", "rekisteri", "check", str(LARGEST_EXAMPLE), "--on", DAY.isoformat())
    ours = _load_and_check()
    return [
        Row("`import rekisteri`", "bare Python", 1.25, python("-c", "import rekisteri"), bare),
        Row(f"`{names}`", "`import fideslang`", 0.4, python("-c", names), fideslang),
        Row("`rekisteri check`, the whole process", "`import fideslang`", 0.8, python(*checked), fideslang),
        Row("load and every check, a value", "fideslang's load of JSON", 1.0, ours, _fideslang_json()),
        Row("load and every check, a value", "fideslang's load of YAML", 0.1, ours, _fideslang_yaml()),
    ]


def _load_and_check() -> Timer:
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    values = sum(stated_values(json.loads(text)) for text in texts)
    return _timed(lambda: [check(loads(text), on=DAY) for text in texts], values)


def _fideslang_json() -> Timer:
    manifest = _manifest()
    text = json.dumps(manifest)
    load = import_module("fideslang.parse").load_manifests_into_taxonomy
    return _timed(lambda: load(json.loads(text)), stated_values(manifest))


def _fideslang_yaml() -> Timer:
    ingest = import_module("fideslang.manifests").ingest_manifests
    load = import_module("fideslang.parse").load_manifests_into_taxonomy
    return _timed(lambda: load(ingest(str(MANIFEST))), stated_values(_manifest()))


def _manifest() -> object:
    found: object = import_module("fideslang.manifests").ingest_manifests(str(MANIFEST))
    return found


def stated_values(data: object, key: str = "") -> int:
    """How many values JSON data state: what is neither a container nor the id of one."""
    match data:
        case dict():
            return sum(stated_values(value, name) for name, value in data.items())
        case list():
            return sum(stated_values(value) for value in data)
    return key not in IDS


def _timed(run: Callable[[], object], values: int = 1) -> Timer:
    def measure() -> float:
        gc.collect()
        start = perf_counter()
        run()
        return (perf_counter() - start) / values

    return measure


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} µs"


def main(chosen: Sequence[str]) -> None:
    """Print the table, or only the rows with these numbers (from 1)."""
    if find_spec("fideslang") is None:
        sys.exit("the benchmarks compare with fideslang: install it with `pip install fideslang`")
    print(f"{date.today()}, Python {platform.python_version()}, {PAIRS} pairs a row\n")  # noqa: DTZ011
    print("| what (median) | against (median) | ratio (middle half) | goal | |\n|---|---|---|---|---|")
    with TemporaryDirectory() as bytecode:
        for number, row in enumerate(rows(bytecode), 1):
            if not chosen or str(number) in chosen:
                print(row.measured(), flush=True)
    ours = sum(stated_values(json.loads(path.read_bytes())) for path in EXAMPLES)
    print(f"\nStated values: {ours} in the examples, {stated_values(_manifest())} in the manifest.")


if __name__ == "__main__":
    main(sys.argv[1:])
