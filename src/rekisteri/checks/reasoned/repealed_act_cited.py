"""A repealed act is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import attrs

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.laws import is_of_old_act
from rekisteri.checks.wording import acts_in_words, said_by_field
from rekisteri.law.acts import Act, acts
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force
from rekisteri.model.purpose import LegalBasis


@check_of("stale", severity=Severity.SHOULD)
def repealed_act_cited(case: Case) -> Iterator[Found]:
    """An act that is no longer in force cannot be what processing rests on, and names rights people no longer have.

    ``must`` where it is the basis; ``note`` where it is only mentioned and was in force when the document was written. A
    mention in words is never more than ``should``, and only possible where another country's act may be meant. What is cited
    for a basis that the old Act alone knew is ``basis-of-old-act``'s matter.
    """
    cited = list(case.all_of(Provision))
    bases = [f"{path}." for path, basis in case.all_of(LegalBasis) if is_of_old_act(basis)]
    for path, provision in cited:
        act = provision.known_act
        if act and _has_ended(act, case.on) and not path.startswith(tuple(bases)):
            yield _found(case, path, act, provision)
    for place, old in acts_in_words(case):
        if not _has_ended(old.act, case.on) or said_by_field(case, place.path, old.act, cited):
            continue
        found = _found(case, place.path, old.act, Provision(act=old.act.key))
        yield attrs.evolve(
            found,
            severity=Severity.NOTE if found.right_when_drafted else Severity.SHOULD,
            certainty=Certainty.CERTAIN if old.sure else Certainty.POSSIBLE,
            params={**found.params, "words": place.words},
            variant="words" if old.sure else "words-possible",
        )


def _has_ended(act: Act, day: date) -> bool:
    return act.valid_until is not None and act.valid_until < day


def _found(case: Case, path: str, act: Act, provision: Provision) -> Found:
    was_right = case.written_on is not None and in_force(act, case.written_on)
    return Found(
        path=path,
        severity=_severity(path, was_right),
        citations=_repealed_by(act, case.on),
        params={"provision": provision, "until": act.valid_until},
        right_when_drafted=was_right,
    )


def _severity(path: str, was_right: bool) -> Severity:
    if re.search(r"\blegal_bases\[", path):
        return Severity.MUST
    return Severity.NOTE if was_right else Severity.SHOULD


def _repealed_by(act: Act, day: date) -> tuple[Provision, ...]:
    """Where the repeal is laid down if the table knows it, else the acts now in its place, else the act itself."""
    if act.repealed_by:
        return (Provision.parse(act.repealed_by),)
    keys = dict.fromkeys(successor.key for successor in _successors(act, day))
    return tuple(Provision(act=key) for key in keys or [act.key])


def _successors(act: Act, day: date) -> Iterator[Act]:
    for key in act.replaced_by:
        successor = acts()[key]
        if in_force(successor, day):
            yield successor
        else:
            yield from _successors(successor, day)
