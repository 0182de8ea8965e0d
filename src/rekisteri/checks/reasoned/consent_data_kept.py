"""Data that rest on consent alone are kept long after the consent is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.periods import A_MONTH, compared
from rekisteri.model.data import DataCategory
from rekisteri.model.purpose import Ground, Purpose
from rekisteri.part import labelled
from rekisteri.retention.events import event_name
from rekisteri.retention.last import Compared
from rekisteri.retention.period import Period
from rekisteri.retention.plan import Cell, NamedRule, Plan, events_of
from rekisteri.retention.rule import ErasureRule, Last, Limit, RetentionRule
from rekisteri.retention.verdict import last_of
from rekisteri.vocabulary.phrases import tells_of_proof
from rekisteri.vocabulary.terms import lookup

WITHDRAWN = "consent-withdrawn"

PROOF = frozenset({"marketing-consents", "marketing-opt-outs"})
"""Data that show who has consented or opted out, and outlive both."""


@check_of("retention", "gdpr:17.1.b", "gdpr:7.3", severity=Severity.MUST)
def consent_data_kept(case: Case) -> Iterator[Found]:
    """What consent alone allows goes without undue delay once it is withdrawn: within a month here.

    ``must`` where the rule itself counts a longer time from the withdrawal. ``possible`` where data must be kept for a time
    that runs on whatever the consent, and nothing is told of a withdrawal. Never for the proof of a consent, a list of people
    who have opted out, claims, or where a purpose has another basis.
    """
    plan = case.plan
    found = {rule: sure for cell in _consent_cells(case, plan) for rule, sure in _kept(cell)}
    for path, rule in case.rules:
        if rule in found:
            sure = found[rule]
            yield Found(
                path=path,
                severity=Severity.MUST if sure else Severity.SHOULD,
                certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            )


def _consent_cells(case: Case, plan: Plan) -> Iterator[Cell]:
    """The cells of the data whose every purpose rests on consent alone."""
    for (_, category), known in zip(labelled(case.register.data or (), "data"), plan.categories, strict=True):
        purposes = [one for one in case.register.purposes or () if not category.purposes or one.id in category.purposes]
        if not purposes or _is_proof(category, purposes) or not all(_rests_on_consent(case, one) for one in purposes):
            continue
        for subject in plan.people(known):
            yield from plan.cells(known, subject)


def _is_proof(category: DataCategory, purposes: Sequence[Purpose]) -> bool:
    data = [words for words in (category.name, *(category.items or ())) if words]
    aims = [aim for purpose in purposes for aim in purpose.aims]
    return any(words.term in PROOF or tells_of_proof(words) for words in (*data, *aims))


def _rests_on_consent(case: Case, purpose: Purpose) -> bool:
    """Whether no other basis is told for a purpose, its own or one of all processing."""
    bases = [*(purpose.legal_bases or ()), *(case.register.legal_bases or ())]
    return bool(bases) and all(basis.ground is Ground.CONSENT for basis in bases)


def _kept(cell: Cell) -> Iterator[tuple[NamedRule, bool]]:
    """The rules that keep what stands in a cell, and whether that is sure."""
    prompt, told = _ends_at_withdrawal(cell), _tells_of_withdrawal(cell)
    for rule in cell.standing():
        if rule.is_duty or rule.rule.limit in (None, Limit.CLAIM) or rule.rule.only_if or _says_why(rule.rule):
            continue
        if _surely_after(rule.last):
            if rule.is_floor or not prompt:
                yield rule, True
        elif rule.is_floor and not told and not rule.rule.unless and rule.last:
            yield rule, False


def _says_why(rule: RetentionRule) -> bool:
    """Whether the words of a rule may speak of the proof of the consent or of claims."""
    decision = rule.reason.decision if rule.reason else None
    return any(tells_of_proof(words) for words in (decision, rule.criterion) if words)


def _surely_after(last: Last | Compared | None) -> bool:
    """Whether data surely stay for more than a month after the withdrawal."""
    if not isinstance(last, Last):
        return False
    if last.start and last.start.event.term == WITHDRAWN and last.period:
        return compared(last.period, A_MONTH) == 1
    return any(_surely_after(one) for one in last.later or ())


def _ends_at_withdrawal(cell: Cell) -> bool:
    """Whether something else sets an end within a month of the withdrawal."""
    lasts = [rule.last for rule in cell.standing() if rule.is_ceiling]
    lasts += [last_of(promise) for _, promise in cell.promises]
    return any(
        last.start.event.term == WITHDRAWN and compared(last.period or Period(), A_MONTH) != 1
        for one in lasts
        for last in _earliest(one)
        if last.start
    )


def _earliest(last: Last | Compared | None) -> Iterator[Last]:
    """A last day itself, or those of which the earliest counts."""
    if isinstance(last, Last):
        yield last
        for one in last.earlier or ():
            yield from _earliest(one)


def _tells_of_withdrawal(cell: Cell) -> bool:
    """Whether a rule or a promise counts from the withdrawal, or from an event in own words that may be the same."""
    events = {*events_of(rule.last for rule in cell.standing()), *map(_trigger, cell.promises)}
    return WITHDRAWN in events or any(lookup(event) is None for event in events)


def _trigger(named: tuple[str, ErasureRule]) -> str:
    return event_name(named[1].trigger)
