"""What a check finds, as data; words are added by the report."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from rekisteri.law.citation import Provision
from rekisteri.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rekisteri.retention.meeting import Meeting

__all__ = ["Certainty", "Finding", "Idle", "Report", "SetAside", "Severity"]


class Severity(enum.StrEnum):
    """How grave what is written is.

    ``MUST``: certain on its face: a statement that a binding provision requires is absent, or is itself contrary to law, or
    two statements cannot both be true. ``SHOULD``: guidance, formality or clear risk. ``NOTE``: worth knowing.
    """

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """2 for ``must``, 1 for ``should``, 0 for ``note``."""
        return {Severity.MUST: 2, Severity.SHOULD: 1, Severity.NOTE: 0}[self]


class Certainty(enum.StrEnum):
    """Whether the register alone shows it (``CERTAIN``), or it depends on facts that it does not tell (``POSSIBLE``)."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing a check found. It speaks of statements, never of guilt.

    Attributes:
        check: The check's id.
        severity, certainty: How grave, how sure.
        path: Where in the register; of something absent, where it would stand.
        citations: The provisions it rests on; never empty.
        params: What its message needs besides: plain text, days, provisions.
        right_when_drafted: True: it was right on the day the document was drafted.
        variant: Which of several messages tells it, where a check has several.
        meeting: The rules that contradict each other, or may, with a timeline that shows it.
        exempted_by: The path of the exemption by which the register need not state what is missing.
    """

    check: str
    severity: Severity
    certainty: Certainty
    path: str
    citations: tuple[Provision, ...] = attrs.field(validator=attrs.validators.min_len(1))
    params: Mapping[str, object] = attrs.field(factory=dict, hash=False)
    right_when_drafted: bool | None = None
    variant: str | None = None
    meeting: Meeting | None = attrs.field(default=None, hash=False)
    exempted_by: str | None = None


@attrs.frozen(kw_only=True)
class SetAside:
    """A finding that the register answers for by itself.

    Attributes:
        finding: What was found.
        by: The path of the exemption or the suppression that sets it aside.
        provision: The exemption's provision; None of a suppression.
        reason: Why, in the register's words.
        until: The last day of a suppression, if it has one.
    """

    finding: Finding
    by: str
    provision: Provision | None = None
    reason: str | Words | None = None
    until: date | None = None


@attrs.frozen(kw_only=True)
class Idle:
    """A suppression that sets nothing aside.

    Attributes:
        path: Where it stands.
        check: The check or family it names.
        why: ``ended``: its last day is over; ``unknown-check``: no check or family is called so; ``elsewhere``: its checks found
            something, but not there; ``nothing-found``: they found nothing.
        at: The place it names, None if it names none.
        instead: What may have been meant: of ``elsewhere`` the place of the first such finding, of ``unknown-check`` the known
            name most like it, if one is near.
    """

    path: str
    check: str
    why: str
    at: str | None = None
    instead: str | None = None


@attrs.frozen(kw_only=True)
class Report:
    """What all checks found in one register, most serious first.

    Attributes:
        register: The register's name, None if it has none.
        on: The day whose law was applied.
        findings: Sorted by severity, then in the order in which the checks are listed; iterating over the report and
            its length mean these.
        not_run: The checks that were left out by ``select`` or ``ignore``.
        set_aside: The findings that exemptions and suppressions of the register set aside, in the order of findings.
        idle: The suppressions that set nothing aside, as far as their checks ran.
        said_to_be_none: The paths where the register says that there are none (``transfers``, ``dpos`` …) or no others, without
            those that a finding says must be mended. No check can see whether it is true; a person should confirm it.
    """

    register: str | None
    on: date
    findings: tuple[Finding, ...]
    not_run: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    idle: tuple[Idle, ...] = ()
    said_to_be_none: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def at_least(self, severity: Severity | str) -> tuple[Finding, ...]:
        """The findings of this severity (``must``, ``should``, ``note``) or a graver one."""
        least = Severity(severity).rank
        return tuple(finding for finding in self.findings if finding.severity.rank >= least)

    def flatten(self, *names: str) -> list[tuple[object, ...]]:
        """The named attributes of each finding as plain tuples: ``report.flatten("check", "path")``."""
        return [tuple(getattr(finding, name) for name in names) for finding in self.findings]
