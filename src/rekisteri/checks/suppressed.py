"""Findings that the register itself sets aside: by a stated exemption, or by a suppression with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import attrs

from rekisteri.checks.finding import Finding, Idle, SetAside
from rekisteri.checks.registry import called
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


def idle(register: Register, aside: Sequence[SetAside], ran: AbstractSet[str], day: date) -> Iterator[Idle]:
    """The suppressions that set nothing aside: a reader should know that they can go, or that a name in them is wrong."""
    for one in _suppressions(register):
        if why := _why_idle(one, aside, ran, day):
            yield Idle(path=one.path, check=one.suppression.check, why=why)


def _why_idle(one: _Named, aside: Sequence[SetAside], ran: AbstractSet[str], day: date) -> str | None:
    if not one.checks:
        return "unknown-check"
    if one.has_ended(day):
        return "ended"
    if one.checks <= ran and not any(one.is_about(held.finding) for held in aside):
        return "nothing-found"
    return None


def _suppressions(register: Register) -> list[_Named]:
    found = labelled(register.suppressions or (), "suppressions")
    return [_Named(path, suppression, called(suppression.check)) for path, suppression in found]
