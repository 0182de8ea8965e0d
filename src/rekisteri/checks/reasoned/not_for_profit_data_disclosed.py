"""Special data of an association that go outside it."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.data_terms import terms_of
from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import names_law
from rekisteri.model.data import Article9Condition, DataCategory
from rekisteri.model.disclosure import Disclosure
from rekisteri.vocabulary.terms import named
from rekisteri.words import Words

ON_ANOTHER_GROUND = frozenset({"data-subject-consents", "law-requires", "law-allows", "law", "authority-request"})
"""Conditions of a disclosure that rests on consent or on a law."""


@check_of("data", "gdpr:9.2.d", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE, of_controllers=True)
def not_for_profit_data_disclosed(case: Case) -> Iterator[Found]:
    """Point d lets an association hold such data of its people, but give them to nobody without their consent.

    Only a disclosure that names the data counts; what may be disclosed on a law is let pass, and so are conditions in own words, which may
    be consent. A processor's record is not asked.
    """
    held = [one for one in case.register.data or () if one.article_9 is Article9Condition.NOT_FOR_PROFIT_BODY]
    for path, disclosure in case.all_of(Disclosure):
        conditions = disclosure.only_if or ()
        if any(_is_ground(words) for words in conditions) or names_law(disclosure.provisions):
            continue
        if any(_discloses(disclosure, category) for category in held):
            yield Found(path=path)


def _is_ground(condition: Words) -> bool:
    return bool(condition.wordings) or condition.term in ON_ANOTHER_GROUND


def _discloses(disclosure: Disclosure, category: DataCategory) -> bool:
    """Whether the disclosure names the category, or the special data in it."""
    content = {term.id for words in disclosure.content or () if (term := named(words, "data"))}
    special = {term.id for _, _, term in terms_of(category) if term.special}
    return category.id in (disclosure.data or ()) or bool(special & content)
