"""An exception to an erasure behind which nothing that the register states stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.part import labelled
from rekisteri.retention.events import event_name
from rekisteri.retention.plan import Category, Cell, NamedRule
from rekisteri.retention.verdict import CLAIMS, COVERS, DUTIES, covering, is_statutory_maximum
from rekisteri.words import Words


@check_of("erasure", "gdpr:5.1.e", "gdpr:17.3", severity=Severity.NOTE)
def exception_without_cover(case: Case) -> Iterator[Found]:
    """An exception such as "unless the law demands otherwise" leaves open which law, and for how long.

    Open invoices, debt collection and disputes are holds, which each have their own end; a statutory maximum may be held for
    reasons that the act knows.
    """
    plan = case.plan
    cells = [
        cell
        for category in plan.categories or (Category(name=""),)
        for subject in plan.people(category)
        for cell in plan.cells(category, subject)
    ]
    for path, unless, here in (*_promises(case, cells), *_ends(case, cells)):
        for place, words in labelled(unless, f"{path}.unless"):
            variant = _lacking(words, here)
            if variant:
                yield Found(path=place, params={"exception": words}, variant=variant)


Exceptions = tuple[str, Sequence[Words], list[Cell]]
"""Where exceptions stand, what they are, and where they hold."""


def _promises(case: Case, cells: Sequence[Cell]) -> Iterator[Exceptions]:
    for path, promise in labelled(case.register.erasure or (), "erasure"):
        if not promise.denied:
            yield (
                path,
                promise.unless or (),
                [cell for cell in cells if any(promise is one for _, one in cell.promises)],
            )


def _ends(case: Case, cells: Sequence[Cell]) -> Iterator[Exceptions]:
    for path, rule in case.rules:
        if rule.is_ceiling and not is_statutory_maximum(rule):
            yield path, rule.rule.unless or (), [cell for cell in cells if rule in cell.rules]


def _lacking(words: Words, cells: Sequence[Cell]) -> str | None:
    """What an exception lacks: ``law`` a duty to keep, ``claim`` a time for claims, ``hold`` a meaning; None: nothing."""
    meaning = COVERS.get(event_name(words))
    if meaning is None:
        return "hold"
    lacks: Mapping[str, str] = {DUTIES: "law", CLAIMS: "claim"}
    if meaning not in lacks or any(_is_covered(words, meaning, cell) for cell in cells):
        return None
    return lacks[meaning]


def _is_covered(words: Words, meaning: str, cell: Cell) -> bool:
    """Whether something in a cell covers it; a law that is named without a limit is something too."""
    rules = cell.standing()
    return bool(covering(rules, [words])) or (meaning == DUTIES and any(_names_a_law(rule) for rule in rules))


def _names_a_law(rule: NamedRule) -> bool:
    return rule.is_duty and rule.rule.limit is None
