"""A right of the GDPR that the register denies altogether."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.model.rights import Right
from rekisteri.vocabulary.terms import lookup


@check_of("rights", "gdpr:13.2.b", "gdpr:14.2.c", severity=Severity.SHOULD, certainty=Certainty.POSSIBLE)
def right_denied(case: Case) -> Iterator[Found]:
    """A right can be denied only where the law says so; a limit to some people or matters is let pass."""
    given = {right.right.term for right in case.register.rights or () if right.given}
    for path, right in case.all_of(Right):
        term = lookup(right.right.term) if right.right.term else None
        limited = right.about or right.subjects or right.only_if or right.unless
        if right.given or limited or term is None or term.provision is None or term.id in given:
            continue
        yield Found(path=f"{path}.given", citations=(term.provision,), params={"right": right.right})
