"""A list of purposes that stays open."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.purpose import Purpose
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words


@check_of("form", "gdpr:5.1.b", "gdpr:13.1.c", "gdpr:14.1.c", severity=Severity.NOTE, of_controllers=True)
def purposes_open(case: Case) -> Iterator[Found]:
    """Purposes are to be specified; "such as" and "other comparable purposes" leave room for any.

    Once a purpose, at its vague aim if it has one.
    """
    for path, purpose in case.all_of(Purpose):
        vague = next((place for place, aim in enumerate(purpose.aims) if _is_vague(aim)), None)
        if vague is not None:
            yield Found(path=f"{path}.aims[{vague}]", params={"words": purpose.aims[vague]})
        elif purpose.more:
            yield Found(path=f"{path}.more", params={"words": purpose.aims[0]}, variant="more")


def _is_vague(aim: Words) -> bool:
    term = lookup(aim.term)
    return term is not None and term.vague
