"""The reference page of the statutory periods, for ``tools/docs.py``."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from rekisteri.retention import Last, Period, Round, Start
from rekisteri.retention.legislation import StatutoryPeriod, no_periods, statutory_periods
from rekisteri.vocabulary import terms

__all__ = ["page"]

LIMITS = {
    "minimum": "at least",
    "maximum": "at most",
    "exact": "exactly",
    "claim": "claims",
    "for": "for",
}
ROUNDS = {
    Round.MONTH: "end of the month",
    Round.YEAR: "end of the calendar year",
    Round.FINANCIAL_YEAR: "end of the financial year",
    Round.YEAR_OF_FINANCIAL_YEAR_END: "end of the calendar year in which the financial year ends",
}
HEAD = [
    "# Statutory periods",
    "",
    "Made from the tables in `src/rekisteri/retention/tables`, one for each act. `statutory(id, on=day)` makes a retention rule",
    "of the version in force on that day.",
    "",
    "- **at least**: data must exist through the last day. **at most**: they must be gone after it. **exactly**: both.",
    '- **for**: the law says "keep N years", and neither "at least" nor "then destroy": keeping longer needs a new ground.',
    "- **claims**: a time within which claims can be made. It may justify keeping, and obliges to nothing.",
    "- A start that the law leaves open, or that has not been read, is left out; so is a first day. `†`: the rule depends on",
    "  which of two events came first. `due` computes it; no cut-off can, and what stands here only names its parts.",
    "",
    "Amendments have been read up to the month in `checked_to` of each row; nothing here is legal advice.",
]


def page() -> str:
    """The whole page: the periods, and what no law sets a period for."""
    lines = [
        *HEAD,
        "",
        "| id | what | provision | limit | period | from | in force | confidence |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [period_row(version) for versions in statutory_periods().values() for version in versions]
    lines += ["", "## No law sets a period", "", "| id | what | why |", "|---|---|---|"]
    lines += [f"| `{row.id}` | {row.what.en} | {row.why.en} |" for row in no_periods().values()]
    return "\n".join(lines) + "\n"


def period_row(version: StatutoryPeriod) -> str:
    """One line of the table."""
    last = version.last or Last(period=version.period, start=version.start, round=version.round)
    several = [("later of ", last.later), ("earlier of ", last.earlier), ("first known of ", last.first_known)]
    way, parts = next(((word, lasts) for word, lasts in several if lasts), ("", [last]))
    what = f"{version.what.en} ({version.condition.en})" if version.condition else version.what.en
    cells = [
        f"`{version.id}`{' †' if version.compares_events else ''}",
        what,
        f"`{version.provision}`",
        LIMITS[version.limit],
        way + "; ".join(length(part.period) for part in parts),
        "; ".join(start_words(part.start) for part in parts),
        days(version),
        version.confidence,
    ]
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def length(period: Period | None) -> str:
    """``6 years``; for ever where there is no period, at once where it is none."""
    if period is None:
        return "for ever"
    units = [
        f"{number} {unit[:-1] if number == 1 else unit}" for unit, number in attrs.asdict(period).items() if number
    ]
    return " ".join(units) or "at once"


def start_words(start: Start | None) -> str:
    """The event with its roundings: ``end of the tax period → end of the calendar year``."""
    if start is None or start.event.term is None:
        return ""
    return " → ".join([terms()[start.event.term].en, *rounds(start.round or ())])


def rounds(words: Iterable[Round]) -> list[str]:
    """Roundings in words."""
    return [ROUNDS[word] for word in words]


def days(version: StatutoryPeriod) -> str:
    """``2014-01-01 – 2023-02-22``; a first day that is not known is a question mark."""
    return f"{version.valid_from or '?'} – {version.valid_until or ''}".strip()
