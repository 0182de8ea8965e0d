"""A category of data that comes from elsewhere, and no source that it can come from."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.exempted import exempted_for
from rekisteri.checks.finding import Severity
from rekisteri.checks.origins import comes, is_from_person
from rekisteri.model.data import DataCategory
from rekisteri.model.source import Source
from rekisteri.part import labelled


@check_of("stated", "gdpr:14.2.f", severity=Severity.MUST, of_controllers=True)
def source_of_category_missing(case: Case) -> Iterator[Found]:
    """Sources are told, but only of other data, or only the person; a source that tells of no data may be the one.

    Where no source is told at all, that is another check's matter; a processor's record tells none.
    """
    register = case.register
    if register.sources is None:
        return
    for path, category in labelled(register.data or (), "data"):
        if category.may or comes(category, from_person=False) is not True:
            continue
        if not any(_may_give(source, category) for source in register.sources):
            name = category.name or next(iter(category.items or ()))
            yield Found(path=path, params={"data": name}, exempted_by=exempted_for(category, "obtained", case))


def _may_give(source: Source, category: DataCategory) -> bool:
    """Whether a source is not the person, and names the category or no category by its id."""
    named = source.data is None or bool(source.content) or category.id in source.data
    return named and is_from_person(source) is not True
