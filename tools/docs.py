"""Write what is generated from the code: the JSON Schema and the reference pages. ``python tools/docs.py`` from the checkout.

A test compares what is committed with what this makes.
"""

from __future__ import annotations

import json
from pathlib import Path

from rekisteri import report
from rekisteri.checks import all_checks
from rekisteri.json_format.schema import schema
from rekisteri.law import acts
from rekisteri.vocabulary import terms, unreviewed
from rekisteri.words import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "src" / "rekisteri" / "json_format" / "schemas" / "register-1.json"
REFERENCE = ROOT / "docs" / "reference"


def generated() -> dict[Path, str]:
    """Every generated file with its text."""
    citations = REFERENCE / "citations.md"
    head, _, rest = citations.read_text(encoding="utf-8").partition("<!-- acts -->")
    tail = rest.partition("<!-- end -->")[2]
    return {
        SCHEMA: json.dumps(schema(), ensure_ascii=False, indent=2) + "\n",
        REFERENCE / "checks.md": checks_page(),
        REFERENCE / "unreviewed-labels.md": labels_page(),
        citations: f"{head}<!-- acts -->\n{acts_table()}<!-- end -->{tail}",
    }


def checks_page() -> str:
    """Every check with its usual verdict and provisions."""
    lines = [
        "# The checks",
        "",
        "Made from the code and the tables. The verdict is the usual one; a duty whose condition the register does not tell is",
        "only a `note`, and how grave a repealed act is depends on what it carries. `rekisteri checks` lists the same.",
        "",
        "| check | family | verdict | provisions | what it finds |",
        "|---|---|---|---|---|",
    ]
    for id, check in all_checks().items():
        verdict = check.severity + (" (possible)" if check.certainty == "possible" else "")
        provisions = ", ".join(f"`{provision}`" for provision in check.citations)
        lines.append(f"| `{id}` | {check.family} | {verdict} | {provisions} | {report.title(id, 'en')} |")
    return "\n".join(lines) + "\n"


def labels_page() -> str:
    """The labels of the vocabulary that no native reader has seen."""
    waiting: dict[str, list[str]] = {}
    for id, language in unreviewed():
        waiting.setdefault(id, []).append(language)
    lines = [
        "# Labels no native reader has seen",
        "",
        "The vocabulary's labels are written with care and from the terms of the law, but a native reader has yet to go through",
        f"them: {len(unreviewed())} of {len(terms()) * len(LANGUAGES)} labels wait. A row of the tables says `reviewed` once one has.",
        "",
        "| term | kind | suomi | svenska | English | waiting |",
        "|---|---|---|---|---|---|",
    ]
    for id, languages in waiting.items():
        term = terms()[id]
        lines.append(
            f"| `{id}` | {', '.join(term.kinds)} | {term.fi} | {term.sv} | {term.en} | {', '.join(languages)} |"
        )
    return "\n".join(lines) + "\n"


def acts_table() -> str:
    """Every act by its key."""
    lines = ["| key | number | suomi | English | in force |", "|---|---|---|---|---|"]
    for key, act in acts().items():
        days = f"{act.valid_from or '?'} – {act.valid_until or ''}".strip()
        lines.append(f"| `{key}` | {act.number} | {act.name('fi')} | {act.name('en')} | {days} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8", newline="\n")
