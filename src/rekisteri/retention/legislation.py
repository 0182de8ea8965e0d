"""How long the law demands or lets data be kept: dated data, one table an act, and rules made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

import attrs

from rekisteri.errors import InvalidValue, Problem, UnknownName, nearest
from rekisteri.law.citation import Provision
from rekisteri.law.timeline import at
from rekisteri.retention.period import Period
from rekisteri.retention.rule import Last, LawVersion, Limit, Reason, RetentionRule, Round, Start
from rekisteri.tables import read_tables
from rekisteri.vocabulary.terms import term
from rekisteri.words import Words

__all__ = ["NoPeriod", "StatutoryPeriod", "no_periods", "row_of", "statutory", "statutory_periods"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class StatutoryPeriod:
    """One version of a period that a law sets.

    Attributes:
        id: Its name: the key of the act and a word. The versions that follow each other share it.
        what: What data or documents it covers.
        provision: Where it stands.
        limit: What it demands.
        period, start, round, within, last: As in a ``RetentionRule``. What the law leaves open, or what has not been read,
            is None.
        rests_on: Other provisions on which the length rests; a citation of them means this period too.
        valid_from: The first day of this version as law, None if the table does not know it; valid_until: the last, None
            while no end is known.
        condition: Whom it concerns, if not everybody who has such data.
        is_of_some_uses: Whether ``condition`` leaves out some uses of the data, for which the provision does not set the period.
        holds: For what the act itself lets data be kept longer: ``dispute``, ``trial``, …
        compares_events: Whether it depends on which of two events came first, so that ``last`` is only the nearest that can
            be written, and no cut-off can be computed.
        source: Where it was read; checked_on: when; checked_to: the month up to which amendments were read.
        confidence: ``high``, ``medium`` or ``low``.
        note: For maintainers: doubts, transitions, what is not modelled.
    """

    id: str
    what: Words
    provision: Provision
    limit: Limit
    source: str
    checked_on: date
    checked_to: str
    confidence: str
    period: Period | None = None
    start: Start | None = None
    round: tuple[Round, ...] | None = None
    within: Period | None = None
    last: Last | None = None
    rests_on: tuple[Provision, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    condition: Words | None = None
    is_of_some_uses: bool = False
    holds: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    compares_events: bool = False
    note: str | None = None

    def rule(
        self,
        *,
        data: Sequence[str] | None = None,
        purposes: Sequence[str] | None = None,
        subjects: Sequence[Words] | None = None,
        only_if: Sequence[Words] | None = None,
        unless: Sequence[Words] | None = None,
    ) -> RetentionRule:
        """The rule for data of a register, with the provision as its reason. Whether ``condition`` is met is for the caller."""
        return RetentionRule(
            id=self.id,
            limit=self.limit,
            period=self.period,
            start=self.start,
            round=self.round,
            within=self.within,
            last=self.last,
            reason=Reason(provision=self.provision),
            data=data,
            purposes=purposes,
            subjects=subjects,
            only_if=only_if,
            unless=unless,
        )


@attrs.frozen(kw_only=True)
class NoPeriod:
    """Data for which no law sets a period, so that the controller decides it (GDPR 5(1)(e), 5(2)).

    Attributes:
        id: Its name.
        what: The data.
        why: What the law says instead.
        source, checked_on, checked_to, confidence: As in ``StatutoryPeriod``.
    """

    id: str
    what: Words
    why: Words
    source: str
    checked_on: date
    checked_to: str
    confidence: str


def statutory(
    id: str,
    /,
    *,
    on: date,
    data: Sequence[str] | None = None,
    purposes: Sequence[str] | None = None,
    subjects: Sequence[Words] | None = None,
    only_if: Sequence[Words] | None = None,
    unless: Sequence[Words] | None = None,
) -> RetentionRule:
    """The rule of the period called *id*, as the law was on the day *on*.

    Raises:
        UnknownName: No table has such a period; the error names the nearest one.
        InvalidValue: The period was not in force on that day, or no law sets one.
    """
    if id in no_periods():
        problem = Problem("", f"“{id}”, for which no law sets a period", "the controller’s own decision")
        raise InvalidValue("statutory", [problem])
    versions = statutory_periods().get(id)
    if versions is None:
        near = nearest(id, [*statutory_periods(), *no_periods()])
        raise UnknownName("statutory", [Problem("", f"the unknown period “{id}”", "a statutory period", near)])
    for version in at(versions, on):
        return version.rule(data=data, purposes=purposes, subjects=subjects, only_if=only_if, unless=unless)
    days = " or ".join(_days(version) for version in versions)
    raise InvalidValue("statutory", [Problem("", f"“{id}” on {on}, when it was not in force", f"a day {days}")])


@cache
def statutory_periods() -> Mapping[str, tuple[StatutoryPeriod, ...]]:
    """Every period by id, act by act; its versions in the order of time."""
    found: dict[str, tuple[StatutoryPeriod, ...]] = {}
    for row in _rows("period"):
        version = _read(StatutoryPeriod, row)
        found[version.id] = (*found.get(version.id, ()), version)
    return found


@cache
def no_periods() -> Mapping[str, NoPeriod]:
    """Everything for which no law sets a period, by id."""
    return {row["id"]: _read(NoPeriod, row) for row in _rows("none")}


def row_of(rule: RetentionRule) -> StatutoryPeriod | None:
    """The row of the tables that says the same as a rule, on the same provision; None if the rule is of another making."""
    provision = rule.reason.provision if rule.reason else None
    if provision is None:
        return None
    said = (rule.limit, rule.period, rule.start, rule.round, rule.last)
    for versions in statutory_periods().values():
        for row in versions:
            if row.provision == provision and (row.limit, row.period, row.start, row.round, row.last) == said:
                return row
    return None


def _rows(kind: str) -> list[dict[str, Any]]:
    tables = read_tables("rekisteri.retention", "tables").values()
    return [{**table["all"], **row} for table in tables for row in table.get(kind, ())]


def _read(cls: Callable[..., T], row: Mapping[str, Any]) -> T:
    """An object from a row; an unknown field is refused by its constructor."""
    return cls(**{name: _READERS[name](value) if name in _READERS else value for name, value in row.items()})


def _read_last(row: Mapping[str, Any]) -> Last:
    return _read(Last, row)


def _read_lasts(rows: Sequence[Mapping[str, Any]]) -> tuple[Last, ...]:
    return tuple(_read_last(row) for row in rows)


_READERS: Mapping[str, Callable[[Any], object]] = {
    "what": lambda texts: Words(**texts),
    "why": lambda texts: Words(**texts),
    "condition": lambda texts: Words(**texts),
    "provision": Provision.parse,
    "rests_on": lambda places: tuple(Provision.parse(place) for place in places),
    "limit": Limit,
    "period": Period.parse,
    "within": Period.parse,
    "round": lambda words: tuple(Round(word) for word in words),
    "start": lambda row: _read(Start, row),
    "event": term,
    "last": _read_last,
    "later": _read_lasts,
    "earlier": _read_lasts,
    "first_known": _read_lasts,
    "versions": lambda rows: tuple(_read(LawVersion, row) for row in rows),
}


def _days(version: StatutoryPeriod) -> str:
    """On which days a version is in force: ``from 2014-01-01 to 2023-02-22``."""
    days = [("from", version.valid_from), ("to", version.valid_until)]
    return " ".join(f"{word} {day}" for word, day in days if day)
