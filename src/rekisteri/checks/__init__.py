"""Checks: where a register contradicts the law on a day, or itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rekisteri.checks.engine import Case, Check
from rekisteri.checks.finding import Certainty, Finding, Idle, Report, SetAside, Severity
from rekisteri.checks.registry import all_checks, called
from rekisteri.checks.suppressed import idle, set_aside
from rekisteri.errors import InvalidValue, Problem, UnknownName, describe, nearest
from rekisteri.model.register import Register
from rekisteri.words import LANGUAGES

__all__ = ["Certainty", "Check", "Finding", "Idle", "Report", "SetAside", "Severity", "all_checks", "check"]


def check(register: Register, *, on: date, select: Iterable[str] | None = None, ignore: Iterable[str] = ()) -> Report:
    """Judge a register by the law of a day.

    Args:
        register: Any register, however unlawful.
        on: The day whose law is applied.
        select: Only the checks with these ids, or of these families; None: all.
        ignore: All but the checks with these ids, or of these families.

    Raises:
        UnknownName: No check or family is called so.
        InvalidValue: *on* is not a day.
    """
    if type(on) is not date:
        raise InvalidValue("check", [Problem("on", describe(on), "a datetime.date")])
    case = Case(register, on)
    wanted = (_named(select) if select is not None else set(all_checks())) - _named(ignore)
    found = [finding for id, entry in all_checks().items() if id in wanted for finding in entry.findings(case)]
    found.sort(key=lambda finding: -finding.severity.rank)
    kept, aside = set_aside(register, found, on)
    return Report(
        register=register.name or _any_name(register),
        on=on,
        findings=kept,
        not_run=tuple(id for id in all_checks() if id not in wanted),
        set_aside=aside,
        idle=tuple(idle(register, found, wanted, on)),
        said_to_be_none=tuple(path for path in case.said_to_be_none if not _contradicted(path, kept)),
    )


def _contradicted(path: str, found: Iterable[Finding]) -> bool:
    """Whether a finding says that what the register says at this path must be mended: nobody need confirm it then."""
    graver = [finding for finding in found if finding.severity is Severity.MUST]
    return any(finding.path == path for finding in graver) or (
        path in {"transfers", "no_other_transfers"}
        and any(finding.check == "transfers-contradict-recipients" for finding in graver)
    )


def _any_name(register: Register) -> str | None:
    """A name in the register's own language, or in the first that has one."""
    if register.names is None:
        return None
    languages = [*([register.language] if register.language else []), *LANGUAGES]
    return next(filter(None, (register.names.own(language) for language in languages)), None)


def _named(given: Iterable[str]) -> set[str]:
    """The ids of the checks that are called so, or belong to a family called so."""
    if isinstance(given, str):
        raise InvalidValue("check", [Problem("", describe(given), "a list of ids or families")])
    names = tuple(given)
    known = {*all_checks(), *(entry.family for entry in all_checks().values())}
    unknown = [
        Problem("", f"the unknown check “{name}”", "a check's id or a family", nearest(name, known))
        for name in names
        if name not in known
    ]
    if unknown:
        raise UnknownName("check", unknown)
    return {id for name in names for id in called(name)}
