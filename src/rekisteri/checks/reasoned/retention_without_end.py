"""A time that data are kept at least, and none that they are kept at most."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.meetings import data_in_words, path_of_data
from rekisteri.part import walk
from rekisteri.retention.plan import Category, NamedRule


@check_of("retention", "gdpr:5.1.e", severity=Severity.NOTE)
def retention_without_end(case: Case) -> Iterator[Found]:
    """When the time is over, storage limitation wants an end too; what is kept for ever, or says what follows, has told it."""
    for gap in case.consistency.gaps:
        if gap.kind == "no-end":
            category = case.plan.category(gap.category) or Category(name="")
            cells = [cell for subject in gap.subjects for cell in case.plan.cells(category, subject)]
            open_cells = [cell for cell in cells if cell.standing() and not cell.sets_an_end]
            if not all(any(map(_tells_what_follows, cell.standing())) for cell in open_cells):
                yield Found(path=path_of_data(case, gap.category), params={"data": data_in_words(case, [gap.category])})


def _tells_what_follows(rule: NamedRule) -> bool:
    return bool(rule.rule.then) or any(name == "forever" for _, name, _ in walk(rule.rule))
