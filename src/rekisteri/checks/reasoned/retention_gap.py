"""Data about whose retention the register says nothing, though it does of others."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.meetings import data_in_words, path_of_data


@check_of("retention", "gdpr:13.2.a", "gdpr:14.2.a", severity=Severity.SHOULD, of_controllers=True)
def retention_gap(case: Case) -> Iterator[Found]:
    """A category that no rule covers; ``note`` where rules cover it for some purposes or some people.

    A promise to erase on request, or what is no longer needed, tells no time.

    A register without any rule is the matter of ``retention-missing``, a processor's own record of nobody.
    """
    if not case.register.retention:
        return
    for gap in case.consistency.gaps:
        if gap.kind == "no-rule":
            in_part = _is_covered_in_part(case, gap.category)
            yield Found(
                path=path_of_data(case, gap.category),
                severity=Severity.NOTE if in_part else None,
                params={"data": data_in_words(case, [gap.category])},
                variant="part" if in_part else None,
            )


def _is_covered_in_part(case: Case, name: str) -> bool:
    category = case.plan.category(name)
    if category is None:
        return True
    people = case.plan.people(category)
    cells = (cell for subject in people for cell in case.plan.cells(category, subject))
    return any(cell.tells_time for cell in cells)
