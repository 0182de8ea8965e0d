"""A special category on a condition that needs a law, and no law named."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import law_named, sensitive_data_law
from rekisteri.law.citation import Provision
from rekisteri.model.data import Article9Condition, DataCategory

LAID_DOWN = {
    Article9Condition.EMPLOYMENT_AND_SOCIAL_PROTECTION: "b",
    Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST: "g",
    Article9Condition.HEALTH_OR_SOCIAL_CARE: "h",
    Article9Condition.PUBLIC_HEALTH: "i",
    Article9Condition.ARCHIVING_RESEARCH_STATISTICS: "j",
}
"""The conditions that another law must fill, with their points of Art. 9(2)."""

NOT_ONLY_LAW = frozenset({"b", "h"})
"""Points that a collective agreement (b) or a contract with a health professional (h) may fill too."""


@check_of("data", "gdpr:9.2", severity=Severity.NOTE, of_controllers=True)
def article_9_law_missing(case: Case) -> Iterator[Found]:
    """Points b, g, h, i and j point to a law; who does not name it leaves people guessing what protects them.

    A processor's record is not asked: the conditions are the controllers'.
    """
    for path, category in case.all_of(DataCategory):
        point = LAID_DOWN.get(category.article_9) if category.article_9 else None
        if point and not law_named(case, category, sensitive_data_law):
            yield Found(
                path=f"{path}.provisions",
                certainty=Certainty.POSSIBLE if point in NOT_ONLY_LAW else Certainty.CERTAIN,
                citations=(Provision.parse(f"gdpr:9.2.{point}"),),
                params={"point": point},
            )
