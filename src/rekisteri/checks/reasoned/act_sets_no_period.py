"""The law that is cited as the reason of a period sets no such period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import A_MONTH, compared, figures, place_fits
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.retention.legislation import StatutoryPeriod, statutory_periods
from rekisteri.retention.period import Period
from rekisteri.retention.plan import YIELD_TO, NamedRule, events_of
from rekisteri.retention.rule import Last, RetentionRule
from rekisteri.vocabulary.terms import lookup

SETS_NONE = frozenset({"gdpr", "tsl"})
"""Acts about all personal data: the period is for the controller to decide (GDPR 5(1)(e))."""

ALIKE = ({"recorded", "recording-end"},)
"""Events that a notice may well mean by each other's names."""


@check_of("retention", "gdpr:5.1.e", severity=Severity.SHOULD)
def act_sets_no_period(case: Case) -> Iterator[Found]:
    """A period "by the GDPR" or "by the Data Protection Act" is the controller's own.

    ``possible`` where the periods of an act are known, and none stands at the cited place, or none counts from the same event.
    """
    for path, rule in case.all_of(RetentionRule):
        cited = rule.reason.provision if rule.reason else None
        periods = [period for _, period in figures(rule)]
        if cited is None or not periods:
            continue
        place = f"{path}.reason.provision"
        if cited.act in SETS_NONE:
            if not _answers_a_person(rule, periods):
                yield Found(path=place, params={"law": cited})
        elif missed := _missed(rule, cited, case.on):
            variant, rows = missed
            drafted = case.written_on
            yield Found(
                path=place,
                certainty=Certainty.POSSIBLE,
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
    rows = _rows_of(cited, on)
    here = [row for row in rows if _stands_at(row, cited)]
    if not rows or any(_counts_alike(row, rule) for row in here):
        return None
    return ("event", here) if here else ("elsewhere", rows)


def _is_met(rule: RetentionRule, cited: Provision, on: date) -> bool:
    return any(_stands_at(row, cited) and _counts_alike(row, rule) for row in _rows_of(cited, on))


def _rows_of(cited: Provision, on: date) -> list[StatutoryPeriod]:
    """The periods that the act sets on a day."""
    return [row for row in _all_rows() if row.provision.act == cited.act and in_force(row, on)]


def _all_rows() -> Iterable[StatutoryPeriod]:
    return (row for versions in statutory_periods().values() for row in versions)


def _stands_at(row: StatutoryPeriod, cited: Provision) -> bool:
    return any(place_fits(cited, placed) for placed in (row.provision, *row.rests_on))


def _counts_alike(row: StatutoryPeriod, rule: RetentionRule) -> bool:
    """Whether a row may count from an event of a rule; an event in own words, or that is not told, may be any."""
    mine = _events(rule)
    law = set(events_of([row.last or Last(start=row.start, period=row.period)]))
    if not law or not mine or any(lookup(event) is None for event in mine):
        return True
    return bool(mine & law) or any(mine & alike and law & alike for alike in ALIKE)


def _events(rule: RetentionRule) -> set[str]:
    return set(events_of([NamedRule(name="", rule=rule).last]))
