"""A repealed act is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.law.acts import Act
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import in_force


@check_of("stale", "tsl:37", severity=Severity.SHOULD)
def repealed_act_cited(case: Case) -> Iterator[Found]:
    """An act that is no longer in force cannot be what processing rests on, and names rights people no longer have.

    ``must`` where it is the basis; ``note`` where it is only mentioned and was in force when the document was written.
    """
    for path, provision in case.all_of(Provision):
        act = provision.known_act
        if act is None or act.valid_until is None or case.on <= act.valid_until:
            continue
        was_right = case.written_on is not None and in_force(act, case.written_on)
        yield Found(
            path=path,
            severity=_severity(path, was_right),
            citations=_repealed_by(act),
            params={"provision": provision, "until": act.valid_until},
            right_when_drafted=was_right,
        )


def _severity(path: str, was_right: bool) -> Severity:
    if re.search(r"\blegal_bases\[", path):
        return Severity.MUST
    return Severity.NOTE if was_right else Severity.SHOULD


def _repealed_by(act: Act) -> tuple[Provision, ...]:
    """Where the repeal is laid down if the table knows it, else the acts that took its place, else the act itself."""
    written = (act.repealed_by,) if act.repealed_by else act.replaced_by or (act.key,)
    return tuple(Provision.parse(text) for text in written)
