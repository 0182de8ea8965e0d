"""Findings that the register itself sets aside: by a stated exemption, or by a suppression with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import attrs

from rekisteri.checks.engine import Check
from rekisteri.checks.finding import Finding, Idle, SetAside
from rekisteri.checks.registry import all_checks, called
from rekisteri.errors import nearest
from rekisteri.law.provisions import holds
from rekisteri.model.exemption import Suppression
from rekisteri.model.register import Register
from rekisteri.part import labelled

__all__ = ["idle", "set_aside"]


@attrs.frozen
class _Named:
    """A suppression with its place and the ids of the checks it names."""

    path: str
    suppression: Suppression
    checks: frozenset[str]

    def has_ended(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.suppression.until is not None and self.suppression.until < day

    def may_find(self, ran: AbstractSet[str], day: date) -> bool:
        """Whether all of its checks ran, and one of them at least could judge on the day."""
        return self.checks <= ran and any(_could_judge(all_checks()[id], day) for id in self.checks)

    def is_about(self, finding: Finding) -> bool:
        """Whether it names the finding's check or family, and the finding's place or one above it."""
        above = self.suppression.path
        here = above is None or finding.path == above or finding.path.startswith((f"{above}.", f"{above}["))
        return here and finding.check in self.checks


def set_aside(
    register: Register, found: Sequence[Finding], day: date
) -> tuple[tuple[Finding, ...], tuple[SetAside, ...]]:
    """The findings that stand, and those that an exemption or a suppression of the register sets aside on *day*."""
    exemptions = dict(labelled(register.exemptions or (), "exemptions"))
    suppressions = [one for one in _suppressions(register) if not one.has_ended(day)]
    kept, aside = [], []
    for finding in found:
        held = next((one for one in suppressions if one.is_about(finding)), None)
        if finding.exempted_by:
            exemption, by = exemptions[finding.exempted_by], finding.exempted_by
            aside.append(SetAside(finding=finding, by=by, provision=exemption.provision, reason=exemption.reason))
        elif held:
            why, until = held.suppression.reason, held.suppression.until
            aside.append(SetAside(finding=finding, by=held.path, reason=why, until=until))
        else:
            kept.append(finding)
    return tuple(kept), tuple(aside)


def idle(register: Register, found: Sequence[Finding], ran: AbstractSet[str], day: date) -> Iterator[Idle]:
    """The suppressions that set nothing aside: a reader should know that they can go, or that a name in them is wrong."""
    for one in _suppressions(register):
        if told := _why_idle(one, found, ran, day):
            why, instead = told
            named = one.suppression
            yield Idle(path=one.path, check=named.check, why=why, at=named.path, instead=instead)


def _why_idle(one: _Named, found: Sequence[Finding], ran: AbstractSet[str], day: date) -> tuple[str, str | None] | None:
    """Why it sets nothing aside, and what may have been meant; None if it does, or if its checks could not tell."""
    if not one.checks:
        return "unknown-check", nearest(one.suppression.check, _names())
    if one.has_ended(day):
        return "ended", None
    if not one.may_find(ran, day) or any(one.is_about(finding) for finding in found):
        return None
    elsewhere = next((finding.path for finding in found if finding.check in one.checks), None)
    return ("nothing-found" if elsewhere is None else "elsewhere"), elsewhere


def _could_judge(entry: Check, day: date) -> bool:
    """Whether any provision that a check rests on is in force; where each finding tells its own, some may be."""
    return not entry.citations or any(holds(provision, day) for provision in entry.citations)


def _names() -> list[str]:
    """The ids of all checks, and the families."""
    return [*all_checks(), *dict.fromkeys(entry.family for entry in all_checks().values())]


def _suppressions(register: Register) -> list[_Named]:
    found = labelled(register.suppressions or (), "suppressions")
    return [_Named(path, suppression, called(suppression.check)) for path, suppression in found]
