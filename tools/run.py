"""Set everything up in a fresh checkout and run it: ``python3 tools/run.py demo`` or ``python3 tools/run.py tests``.

Needs Python 3.11 or newer with pip and a package index, nothing else. What it installs stays in ``.venv``.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
EXAMPLE = "docs/examples/seed-000.json"
FINDINGS = 1
FULLY_COVERED = "*/rekisteri/law/*,*/rekisteri/retention/*,*/rekisteri/checks/*"


def main(arguments: list[str]) -> int:
    """Run one of the two jobs and return its exit code."""
    jobs = {"demo": demo, "tests": tests}
    if len(arguments) != 1 or arguments[0] not in jobs:
        print("usage: python3 tools/run.py demo|tests", file=sys.stderr)
        return 2
    return jobs[arguments[0]]()


def demo() -> int:
    """Check a flawed register by the law of a fixed day, then print its Finnish notice."""
    install([])
    print(f"$ rekisteri check {EXAMPLE} --on 2026-11-22\n", flush=True)
    found = run("rekisteri", "check", EXAMPLE, "--on", "2026-11-22")
    print(f"\n$ rekisteri render {EXAMPLE} --language fi\n", flush=True)
    printed = run("rekisteri", "render", EXAMPLE, "--language", "fi")
    return printed if found == FINDINGS else 2  # the example is flawed: anything else is a failure


def tests() -> int:
    """Run every test, the blocks of README and docs among them, and measure their coverage."""
    install(group("test"))
    run("python", "-m", "coverage", "erase")
    code = run("python", "-m", "coverage", "run", "-m", "pytest")
    run("python", "-m", "coverage", "combine", "--quiet")
    run("python", "-m", "coverage", "report")
    return code or run("python", "-m", "coverage", "report", "--fail-under=100", f"--include={FULLY_COVERED}")


def install(extra: list[str]) -> None:
    """Make the environment if it is not there, and install the checkout and *extra* into it."""
    if not (ENVIRONMENT / "pyvenv.cfg").exists():
        venv.create(ENVIRONMENT, with_pip=True)
    code = run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", ".", *extra)
    if code:
        sys.exit(code)


def group(name: str) -> list[str]:
    """The requirements of a dependency group of ``pyproject.toml``."""
    import tomllib  # not there before Python 3.11, and the last lines want to say so

    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    found: list[str] = groups[name]
    return found


def run(program: str, *arguments: str) -> int:
    """Run a program of the environment in the checkout; return its exit code."""
    folder = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
    return subprocess.run([folder / program, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  # this script meets every Python
        sys.exit("rekisteri needs Python 3.11 or newer")
    sys.exit(main(sys.argv[1:]))
