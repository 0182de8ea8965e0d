"""A tracking service that collects data which no category holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.checks.data_terms import terms_of
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.data import DataCategory
from rekisteri.model.tracking import Tracker
from rekisteri.vocabulary.terms import Term, lookup


@check_of(
    "data", "gdpr:14.1.d", "gdpr:30.1.c", severity=Severity.NOTE, certainty=Certainty.POSSIBLE, of_controllers=True
)
def tracker_data_undeclared(case: Case) -> Iterator[Found]:
    """Who tells of a service that collects addresses of devices should list them among the data, if the register holds them.

    Nothing where a list of data is open or in words of the register's own; a category without items may hold what its name suggests.
    A processor's record lists no categories of data (Art. 30(2)).
    """
    categories = case.register.data
    if not categories or any(_is_open(category) for category in categories):
        return
    for path, tracker in case.all_of(Tracker):
        terms = [(words, lookup(words.term)) for words in tracker.collects or () if words.term]
        missing = [words for words, term in terms if term and not _anywhere(categories, term)]
        if missing:
            yield Found(path=f"{path}.collects", params={"data": tuple(missing)})


def _anywhere(categories: Sequence[DataCategory], wanted: Term) -> bool:
    return any(_may_hold(category, wanted) for category in categories)


def _is_open(category: DataCategory) -> bool:
    named = [words for words in (category.name, *(category.items or ())) if words]
    vague = any(term.vague for _, _, term in terms_of(category))
    return category.more or vague or any(words.term is None for words in named)


def _may_hold(category: DataCategory, wanted: Term) -> bool:
    """Data on the use of services and devices are not thought to be in a category of another sort."""
    terms = [term for _, _, term in terms_of(category)]
    unlisted = category.items is None and any(term.online or not wanted.online for term in terms)
    return unlisted or wanted in terms
