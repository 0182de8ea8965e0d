"""A retention rule from whose words nobody can tell how long data are kept."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.periods import rules_of_the_notice, tells_time
from rekisteri.part import walk
from rekisteri.retention.plan import covers
from rekisteri.retention.rule import Limit, RetentionRule, Start
from rekisteri.vocabulary.phrases import tells_no_period
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words


@check_of("retention", "gdpr:13.2.a", "gdpr:14.2.a", "gdpr:5.1.e", severity=Severity.SHOULD)
def retention_vague(case: Case) -> Iterator[Found]:
    """To keep data "as long as necessary", or until the purpose ends, tells no period and no criterion.

    Let pass where a law is named, where the rule has a condition, and where another rule sets an end for the same data.
    """
    rules = rules_of_the_notice(case)
    for path, rule in rules:
        named = rule.by_law or (rule.reason and rule.reason.provision)
        ended = any(_sets_an_end(other) and covers(other, rule) for _, other in rules if other is not rule)
        if named or rule.only_if or ended:
            continue
        if rule.criterion and not tells_time(rule) and tells_no_period(rule.criterion):
            yield Found(path=f"{path}.criterion", params={"words": rule.criterion})
        elif events := _vague_events(rule):
            place, event = events[0]
            yield Found(path=f"{path}.{place}", params={"words": event}, variant="event")


def _sets_an_end(rule: RetentionRule) -> bool:
    """Whether a rule tells until when at most data are kept, always and from an event that one can see."""
    floor = rule.limit in (Limit.MINIMUM, Limit.FOR)
    return tells_time(rule) and not floor and not rule.only_if and not _vague_events(rule)


def _vague_events(rule: RetentionRule) -> list[tuple[str, Words]]:
    """The events from which a rule counts, with their places, if the vocabulary calls each of them vague."""
    starts = [(f"{place}.event", value.event) for place, _, value in walk(rule) if isinstance(value, Start)]
    fixed = any(name == "fixed" for _, name, _ in walk(rule))
    return starts if not fixed and all(_is_vague(event) for _, event in starts) else []


def _is_vague(event: Words) -> bool:
    """An own wording may name what the term does not, so only the bare term is vague for sure."""
    term = lookup(event.term)
    return term is not None and term.vague and event == Words(term=event.term)
