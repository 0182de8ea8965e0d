"""Write what is generated from the code: the JSON Schema and the reference pages. ``python tools/docs.py`` from the checkout.

A test compares what is committed with what this makes.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping
from pathlib import Path

import checks_pages
import statutory_page

from rekisteri.json_format.schema import schema
from rekisteri.law import acts
from rekisteri.model import Register
from rekisteri.part import Part, Shape, shapes
from rekisteri.vocabulary import Kind, terms, unreviewed
from rekisteri.words import LANGUAGES, Words

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
        REFERENCE / "checks.md": checks_pages.list_page(),
        **{REFERENCE / "checks" / name: text for name, text in checks_pages.pages().items()},
        REFERENCE / "unreviewed-labels.md": labels_page(),
        REFERENCE / "vocabulary.md": vocabulary_page(),
        REFERENCE / "model.md": model_page(),
        REFERENCE / "statutory-periods.md": statutory_page.page(),
        citations: f"{head}<!-- acts -->\n{acts_table()}<!-- end -->{tail}",
    }


def vocabulary_page() -> str:
    """Every term by kind, with the fields that take the kind."""
    lines = [
        "# The vocabulary",
        "",
        'Terms stand in JSON as their id and in Python as `term("id")`. Each field of the model takes terms of certain kinds, or',
        "own wording. A term of several kinds stands under its main one.",
    ]
    for kind in dict.fromkeys(entry.kinds[0] for entry in terms().values()):
        lines += ["", f"## {kind}", "", f"For {', '.join(f'`{field}`' for field in takers(kind))}.", ""]
        lines += ["| term | suomi | svenska | English | also |", "|---|---|---|---|---|"]
        lines += [
            f"| `{entry.id}` | {entry.fi} | {entry.sv} | {entry.en} | {', '.join(entry.kinds[1:])} |"
            for entry in terms().values()
            if entry.kinds[0] == kind
        ]
    return "\n".join([*lines, *order_of_events()]) + "\n"


def order_of_events() -> list[str]:
    """What holds of the order of events by what they are."""
    return [
        "",
        "## The order of events",
        "",
        "What holds by what the events are. Whether rules are consistent is decided with it; a register that knows better says so:",
        "an entry of `order` about the same two events takes the place of the fact, also one with `denied`.",
        "",
        "| event | comes no later than | sillä | eftersom | because |",
        "|---|---|---|---|---|",
        *(
            f"| `{entry.id}` | {within_of(why)}`{later}` | {why['fi']} | {why['sv']} | {why['en']} |"
            for entry in terms().values()
            for later, why in entry.no_later_than.items()
        ),
    ]


def within_of(why: Mapping[str, str]) -> str:
    """How long after the other an event may come."""
    return f"`{why['within']}` after " if "within" in why else ""


def takers(kind: str) -> list[str]:
    """The fields of the model that take terms of a kind."""
    return [
        f"{cls.__name__}.{shape.name}"
        for cls in classes()
        for shape in shapes(cls)
        if any(isinstance(rule, Kind) and kind in rule.kinds for choice in shape.choices for rule in choice.constraints)
    ]


def classes() -> list[type[Part]]:
    """The classes that a register is made of, as they are met from the register on."""
    met: list[type[Part]] = [Register]
    for cls in met:
        kinds = [choice.type for shape in shapes(cls) for choice in shape.choices if issubclass(choice.type, Part)]
        met += [kind for kind in dict.fromkeys(kinds) if kind not in met]
    return met


def model_page() -> str:
    """Every class of the model with its fields."""
    lines = [
        "# The model",
        "",
        "Every class that a register is made of, from the register on. Fields have the same names in Python and in JSON. In Python",
        "all are given by name, any iterable becomes a tuple, and objects are frozen: `attrs.evolve` makes a changed copy. A field",
        "that *may be silent* takes `None`, which is the same as leaving it out; *none allowed* means that an empty list is a",
        "statement: there are none. The kinds of words are those of the [vocabulary](vocabulary.md).",
    ]
    for cls in classes():
        lines += ["", f"## {cls.__name__}", "", *class_text(cls), "", "| field | takes | |", "|---|---|---|"]
        lines += [f"| `{shape.name}` | {takes(shape)} | {marks(shape)} |" for shape in shapes(cls)]
    return "\n".join(lines) + "\n"


def class_text(cls: type[Part]) -> list[str]:
    """The docstring of a class as Markdown: its attributes as a list."""
    text = (inspect.getdoc(cls) or "").replace("``", "`")
    text = re.sub(r"^(Attributes|Raises):$", r"**\1**\n", text, flags=re.MULTILINE)
    text = re.sub(r"\n        +", " ", text)
    return re.sub(r"^    (\S.*)$", r"- \1", text, flags=re.MULTILINE).splitlines()


def takes(shape: Shape) -> str:
    """What a field takes, with the kinds of its terms."""
    kinds = [
        kind for choice in shape.choices for rule in choice.constraints if isinstance(rule, Kind) for kind in rule.kinds
    ]
    words = f"{'a list of ' if shape.many else ''}words"
    if any(choice.type is Words for choice in shape.choices):
        return f"{words}: {' or '.join(kinds)}" if kinds else f"{words}: own wording"
    return shape.whole()


def marks(shape: Shape) -> str:
    """Whether a field may be silent, may say none, must be there, or what stands there if nothing is said."""
    if shape.required:
        return "required"
    if not shape.optional:
        return f"default: {str(shape.default).lower()}"
    return "may be silent, none allowed" if shape.may_be_empty else "may be silent"


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
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
