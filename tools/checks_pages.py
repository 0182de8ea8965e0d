"""The reference pages of the checks: a list by family, and a page each from its own file."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri import report
from rekisteri.checks import Check, all_checks, check
from rekisteri.checks.manual import Page, page_of
from rekisteri.json_format import loads
from rekisteri.law.acts import tables_checked_on
from rekisteri.text.catalog import phrases
from rekisteri.text.citations import cite

__all__ = ["list_page", "pages"]

INTRODUCTION = """\
# The checks

Made from the code and from each check's own page. The verdict is the usual one; the page tells when it is graver or milder.
`--select` and `--ignore` take ids and families; a register can set a finding aside with a reason (`suppressions`), and an
exemption that it states (`exemptions`) silences the duties it reaches: both stay in every report.

Checks read fields and, where a page says so, the register's own words. A register without findings is one in which none of
these was found, not one that is lawful in every respect. `rekisteri checks ID` prints a page in Finnish, Swedish or English."""


def list_page() -> str:
    """Every check by family, with its usual verdict, its provisions and when it finds something."""
    lines = [INTRODUCTION]
    for family in dict.fromkeys(entry.family for entry in all_checks().values()):
        name = phrases("en")[f"report.family.{family}"]
        lines += [
            "",
            f"## `{family}`: {name}",
            "",
            "| check | verdict | provisions | what is wrong | condition |",
            "|---|---|---|---|---|",
        ]
        lines += [_row(entry) for entry in all_checks().values() if entry.family == family]
    return "\n".join(lines) + "\n"


def _row(entry: Check) -> str:
    provisions = ", ".join(f"`{provision}`" for provision in entry.citations) or "those of the finding"
    check_and_verdict = f"| [`{entry.id}`](checks/{entry.id}.md) | {_verdict(entry)}"
    return f"{check_and_verdict} | {provisions} | {report.title(entry.id, 'en')} | {_condition(entry)} |"


def _condition(entry: Check) -> str:
    """The first sentence of what the page tells; the rest is there."""
    first, stop, _ = page_of(entry.id).words["en"]["what"].partition(". ")
    return first + stop.strip()


def _verdict(entry: Check) -> str:
    return entry.severity + (" (possible)" if entry.certainty == "possible" else "")


def pages() -> dict[str, str]:
    """The page of each check by its file's name."""
    return {f"{entry.id}.md": "\n".join(_lines(entry, page_of(entry.id))) + "\n" for entry in all_checks().values()}


def _lines(entry: Check, page: Page) -> Iterator[str]:
    words = page.words["en"]
    cited = "; ".join(f"{cite(provision, 'en')} (`{provision}`)" for provision in entry.citations)
    yield from (f"# `{entry.id}`: {words['title']}", "")
    yield f"Family `{entry.family}`, usual verdict: {_verdict(entry)}. [All checks](../checks.md)."
    yield from ("", "## What it looks for", "", words["what"])
    yield from ("", "## Why", "", words["why"], "")
    yield f"Provisions: {cited}." if cited else "Each finding tells its provisions."
    yield from ("", "## An example with a finding", "", "```json", page.fails.rstrip(), "```")
    for finding in check(loads(page.fails), on=page.on or tables_checked_on(), select=[entry.id]):
        yield from ("", f"→ `{finding.path or '.'}` ({finding.severity}): {report.message(finding, 'en')}")
    yield from ("", "## An example without one", "", "```json", page.passes.rstrip(), "```")
    yield from ("", "## How to mend it", "", words["mend"])
    if page.references:
        yield from ("", "## Sources", "", *(f"- {reference}" for reference in page.references))
