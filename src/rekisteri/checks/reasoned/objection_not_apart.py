"""The document tells the right to object among other things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.rights import FORBIDDING, OBJECTING, gives
from rekisteri.model.register import PARTY_ROLES
from rekisteri.model.section import Section
from rekisteri.part import labelled
from rekisteri.words import for_notice


@check_of("rights", "gdpr:21.4", severity=Severity.NOTE, certainty=Certainty.POSSIBLE)
def objection_not_apart(case: Case) -> Iterator[Found]:
    """The right to object must be presented separately from any other information, where there is one.

    Only a register that keeps the sections of its document shows it: a section of its own tells of rights to object and of whom to
    ask, and of nothing else.
    """
    rights = labelled(case.register.rights or (), "rights")
    told = {
        path
        for path, right in rights
        if right.given and right.right.term in OBJECTING and gives(case, right.right.term)
    }
    others = {path for path, right in rights if right.right.term not in FORBIDDING}
    sections = [(path, one) for path, one in labelled(case.register.sections or (), "sections") if for_notice(one)]
    telling = [(path, one) for path, one in sections if _tells(one, told)]
    if telling and not any(_is_apart(one, told, others) for _, one in sections):
        path, section = telling[0]
        yield Found(path=path, params={"heading": section.heading})


def _tells(section: Section, rights: set[str]) -> bool:
    return any(_meet(covered, right) for covered in section.covered or () for right in rights)


def _is_apart(section: Section, told: set[str], others: set[str]) -> bool:
    """A section that tells of rights to object only; without ``covered``, one whose heading says so."""
    if not section.covered:
        return section.about == ("right_objection",) and bool(section.text or section.rest)
    return _tells(section, told) and not any(
        any(_meet(covered, other) for other in others) or not _belongs_to_an_objection(covered)
        for covered in section.covered
    )


def _belongs_to_an_objection(path: str) -> bool:
    """Rights, whom to ask, and how to forbid a disclosure."""
    return re.split(r"[.\[]", path)[0] in ("rights", *PARTY_ROLES) or "how_to_object" in path


def _meet(covered: str, right: str) -> bool:
    """Whether a path covers a right, or a part of it."""
    return covered == right or right.startswith(f"{covered}[") or covered.startswith(f"{right}.")
