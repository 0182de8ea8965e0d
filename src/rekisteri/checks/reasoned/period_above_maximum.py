"""Data are to be kept while the law demands that they be gone."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.meetings import contradictions, data_in_words, spoken_of
from rekisteri.checks.periods import compared
from rekisteri.law.citation import Provision
from rekisteri.retention.plan import Category, NamedRule
from rekisteri.retention.rule import Limit
from rekisteri.retention.verdict import is_statutory_maximum


@check_of("retention", "gdpr:5.1.e", severity=Severity.MUST)
def period_above_maximum(case: Case) -> Iterator[Found]:
    """A statutory maximum is over before the controller's own period.

    An own maximum beside a shorter one of the law misleads, but nothing hinges on it: ``should``.
    """
    cites = [Provision.parse("gdpr:5.1.e")]
    for one in contradictions(case):
        if not one.keep.is_duty and one.is_ended_by_law and not one.is_ended_by_claim:
            yield one.found(case, cites)
    for path, own, law, category in _beside(case):
        provision = law.rule.reason.provision if law.rule.reason else None
        yield Found(
            path=path,
            severity=Severity.SHOULD,
            citations=(*cites, *([provision] if provision else [])),
            params={
                "keep": spoken_of(own.name, own),
                "erase": spoken_of(law.name, law),
                "data": data_in_words(case, [category]),
            },
            variant="beside",
        )


def _beside(case: Case) -> Iterator[tuple[str, NamedRule, NamedRule, str]]:
    """Own maxima with their places, with a shorter one of the law that counts from the same, and where they meet first."""
    found: dict[tuple[str, str], str] = {}
    for category in case.plan.categories or (Category(name=""),):
        for subject in case.plan.people(category):
            for cell in case.plan.cells(category, subject):
                standing = cell.standing()
                laws = [rule for rule in standing if is_statutory_maximum(rule)]
                own = [rule for rule in standing if not rule.is_duty and rule.rule.limit is Limit.MAXIMUM]
                for pair in ((rule, law) for rule in own for law in laws if _is_longer(rule, law)):
                    found.setdefault((pair[0].name, pair[1].name), category.name)
    rules = {rule.name: (path, rule) for path, rule in case.rules}
    for (own_name, law_name), name in found.items():
        yield *rules[own_name], rules[law_name][1], name


def _is_longer(own: NamedRule, law: NamedRule) -> bool:
    mine, other = own.rule, law.rule
    if not (mine.period and other.period) or (mine.start, mine.round) != (other.start, other.round):
        return False
    return compared(mine.period, other.period) == 1
