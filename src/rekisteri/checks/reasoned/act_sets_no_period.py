"""The law that is cited as the reason of a period sets no such period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import A_MONTH, SETS_NONE, compared, figures, may_be_alike, rows_at
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.retention.period import Period
from rekisteri.retention.plan import YIELD_TO, NamedRule, events_of
from rekisteri.retention.rule import Last, Limit, RetentionRule
from rekisteri.vocabulary.terms import lookup

WHY_KEPT = tuple(map(Provision.parse, ("gdpr:5.2", "gdpr:7.1", "gdpr:17.3.e", "gdpr:33.5")))
"""Places that say what data are kept for, and not how long: accountability, proof of consent, claims, breaches."""

DUTIES = frozenset({Limit.MINIMUM, Limit.EXACT, Limit.FOR})
"""What a rule says where its law would have to demand that data be kept."""


@check_of("retention", "gdpr:5.1.e", severity=Severity.SHOULD)
def act_sets_no_period(case: Case) -> Iterator[Found]:
    """A period "by the GDPR" or "by the Data Protection Act" is the controller's own.

    So is a duty to keep "by" what only sets a time for claims: ``possible`` where the rule does not say "at least" or "exactly".
    ``possible`` too where the periods of an act are known, and none stands at the cited place, or none counts from the same
    event; for a time for claims that counts from another event a ``note``. Let pass where the GDPR is cited for what the data
    are kept for.
    """
    for path, rule in case.all_of(RetentionRule):
        cited = rule.reason.provision if rule.reason else None
        periods = [period for _, period in figures(rule)]
        if cited is None or not periods:
            continue
        place = f"{path}.reason.provision"
        if cited.act in SETS_NONE:
            if not (_answers_a_person(rule, periods) or any(place.covers(cited) for place in WHY_KEPT)):
                yield Found(path=place, params={"law": cited})
        elif missed := _missed(rule, cited, case.on):
            variant, rows = missed
            drafted = case.written_on
            of_claims = variant == "event" and rule.limit is Limit.CLAIM
            surely = variant == "claims" and rule.limit is not Limit.FOR
            yield Found(
                path=place,
                severity=Severity.NOTE if of_claims else None,
                certainty=Certainty.CERTAIN if surely else Certainty.POSSIBLE,
                citations=tuple(dict.fromkeys(row.provision for row in rows)),
                params={"law": cited},
                right_when_drafted=drafted is not None and _is_met(rule, cited, drafted),
                variant=variant,
            )


def _answers_a_person(rule: RetentionRule, periods: list[Period]) -> bool:
    """Whether it is the month that the GDPR gives for a request, a withdrawal or an objection (12(3))."""
    events = _events(rule)
    return bool(events) and events <= YIELD_TO and all(compared(period, A_MONTH) in (-1, 0, None) for period in periods)


def _missed(rule: RetentionRule, cited: Provision, on: date) -> tuple[str, list[StatutoryPeriod]] | None:
    """How the cited place misses every period that the act is known to set, and these."""
    here = rows_at(cited, on)
    if rule.limit in DUTIES and _is_only_of_claims(cited, here):
        return "claims", here
    rows = _rows_of(cited, on)
    if not rows or any(_counts_alike(row, rule) for row in here):
        return None
    return ("event", here) if here else ("elsewhere", rows)


def _is_only_of_claims(cited: Provision, here: list[StatutoryPeriod]) -> bool:
    """Whether the cited place lies where the law sets how long claims can be made, and nothing else."""
    return any(row.provision.covers(cited) for row in here) and all(row.limit is Limit.CLAIM for row in here)


def _is_met(rule: RetentionRule, cited: Provision, on: date) -> bool:
    return bool(_rows_of(cited, on)) and _missed(rule, cited, on) is None


def _rows_of(cited: Provision, on: date) -> list[StatutoryPeriod]:
    """The periods that the act sets on a day."""
    rows = (row for versions in statutory_periods().values() for row in versions)
    return [row for row in rows if row.provision.act == cited.act and in_force(row, on)]


def _counts_alike(row: StatutoryPeriod, rule: RetentionRule) -> bool:
    """Whether a row may count from an event of a rule; an event in own words, or that is not told, may be any."""
    mine = _events(rule)
    law = set(events_of([row.last or Last(start=row.start, period=row.period)]))
    return not law or not mine or any(lookup(event) is None for event in mine) or may_be_alike(mine, law)


def _events(rule: RetentionRule) -> set[str]:
    return set(events_of([NamedRule(name="", rule=rule).last]))
