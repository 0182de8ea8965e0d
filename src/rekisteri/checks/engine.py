"""What a check is: a function that looks at a case, with its usual verdict and the provisions it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import attrs

from rekisteri.checks.finding import Certainty, Finding, Severity
from rekisteri.checks.own_texts import Wording, wording_of
from rekisteri.errors import InvalidValue, join
from rekisteri.law.citation import Provision
from rekisteri.law.provisions import holds
from rekisteri.model.register import Register
from rekisteri.part import Part, labelled, shapes, walk
from rekisteri.retention.plan import NamedRule, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rekisteri.retention.meeting import Consistency, Meeting

__all__ = ["Case", "Check", "Found", "check_of"]

T = TypeVar("T")


class Case:
    """A register judged on a day; what several checks look at is looked up once."""

    def __init__(self, register: Register, on: date) -> None:
        self.register = register
        self.on = on
        self._made: dict[Callable[[Case], Any], Any] = {}

    def once(self, make: Callable[[Case], T]) -> T:
        """What a function makes of this case, made only once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def statements(self) -> tuple[tuple[str, str, Any], ...]:
        """Everything the register says: (path, field, value)."""
        return tuple(walk(self.register))

    def all_of(self, kind: type) -> Iterator[tuple[str, Any]]:
        """Every value of one class, with its path."""
        return iter(self._by_class[kind])

    @cached_property
    def _by_class(self) -> Mapping[type, list[tuple[str, Any]]]:
        found = defaultdict(list)
        for path, _, value in self.statements:
            for kind in type(value).__mro__:
                found[kind].append((path, value))
        return found

    @cached_property
    def plan(self) -> Plan:
        """The register's plan; if financial years overlap, without them: which of them counts cannot be told."""
        try:
            return self.register.plan()
        except InvalidValue:
            return attrs.evolve(self.register, financial_years=None).plan()

    @property
    def rules(self) -> list[tuple[str, NamedRule]]:
        """The rules of the plan, each with its place in the register."""
        paths = [path for path, _ in labelled(self.register.retention or (), "retention")]
        return list(zip(paths, self.plan.named_rules, strict=True))

    @cached_property
    def consistency(self) -> Consistency:
        """What the rules about keeping and erasing come to; nothing where there are none."""
        from rekisteri.retention.consistency import consistency_of  # takes its time to load
        from rekisteri.retention.meeting import Consistency

        if not (self.register.retention or self.register.erasure):
            return Consistency((), ())
        return consistency_of(self.plan, on=self.on)

    @cached_property
    def wording(self) -> Wording:
        """What the register says in words of its own."""
        return wording_of(self.statements, self.register.language)

    @property
    def said_to_be_none(self) -> tuple[str, ...]:
        """The paths where the register says that there are none, or no others."""
        parts = [("", self.register), *((path, value) for path, _, value in self.statements if isinstance(value, Part))]
        lists = [
            join(path, shape.name)
            for path, part in parts
            for shape in shapes(type(part))
            if shape.may_be_empty and getattr(part, shape.name) == ()
        ]
        others = [name for name in ("no_other_disclosures", "no_other_transfers") if getattr(self.register, name)]
        return (*lists, *others)

    @property
    def written_on(self) -> date | None:
        """The day from which the document's words date."""
        return self.register.updated or self.register.drafted


@attrs.frozen(kw_only=True)
class Found:
    """What a check function yields: the place, and what differs from the check's usual verdict."""

    path: str
    severity: Severity | None = None
    certainty: Certainty | None = None
    citations: tuple[Provision, ...] | None = None
    params: Mapping[str, object] = attrs.field(factory=dict, hash=False)
    right_when_drafted: bool | None = None
    variant: str | None = None
    meeting: Meeting | None = attrs.field(default=None, hash=False)
    exempted_by: str | None = None


Judge = Callable[[Case], Iterator[Found]]


@attrs.frozen(kw_only=True)
class Check:
    """One thing that is tested.

    Attributes:
        id: Its name: that of its file, or of its row in the table of duties.
        family: What it is about: ``stated``, ``basis``, ``data``, ``transfers``, ``stale`` …
        severity, certainty: Its usual verdict.
        citations: The provisions it rests on; none if each finding tells its own, whatever is in force.
        judge: The function that looks.
        of_controllers: Whether it is about what only controllers decide or tell: a processor's own record is not asked.
    """

    id: str
    family: str
    severity: Severity
    certainty: Certainty
    citations: tuple[Provision, ...]
    judge: Judge
    of_controllers: bool = False

    def findings(self, case: Case) -> Iterator[Finding]:
        """What it finds in a case, as far as the law it rests on is in force on the day."""
        if self.of_controllers and case.register.kept_by:
            return
        for found in self.judge(case):
            told = found.citations or self.citations
            citations = tuple(provision for provision in told if holds(provision, case.on)) or told
            if not self.citations or holds(citations[0], case.on):
                yield Finding(
                    check=self.id,
                    severity=found.severity or self.severity,
                    certainty=found.certainty or self.certainty,
                    path=found.path,
                    citations=citations,
                    params=found.params,
                    right_when_drafted=found.right_when_drafted,
                    variant=found.variant,
                    meeting=found.meeting,
                    exempted_by=found.exempted_by,
                )


def check_of(
    family: str,
    *cites: str,
    severity: Severity,
    certainty: Certainty = Certainty.CERTAIN,
    of_controllers: bool = False,
) -> Callable[[Judge], Check]:
    """Make a reasoned check of a function; its id is the function's name."""

    def made(judge: Judge) -> Check:
        return Check(
            id=judge.__name__.replace("_", "-"),
            family=family,
            severity=severity,
            certainty=certainty,
            citations=tuple(Provision.parse(text) for text in cites),
            judge=judge,
            of_controllers=of_controllers,
        )

    return made
