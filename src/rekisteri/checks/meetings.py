"""What the checks of consistency share: the meetings of a register's rules, with the places of the rules and words for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from rekisteri.checks.engine import Case, Found
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.law.citation import Provision
from rekisteri.part import labelled
from rekisteri.retention.period import Period
from rekisteri.retention.plan import NamedRule
from rekisteri.retention.rule import ErasureRule, Limit
from rekisteri.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rekisteri.retention.meeting import Meeting

__all__ = ["Met", "SpokenOf", "contradictions", "data_in_words", "met", "path_of_data", "spoken_of"]


@attrs.frozen
class Met:
    """Two rules that meet, in one category or several.

    Attributes:
        meetings: Their meetings, one a category.
        keep: The rule that keeps.
        ends: What ends, each with its place.
    """

    meetings: tuple[Meeting, ...]
    keep: NamedRule
    ends: tuple[tuple[str, NamedRule | ErasureRule], ...]

    @property
    def is_promised(self) -> bool:
        """Whether a promise is among the ends."""
        return any(isinstance(end, ErasureRule) for _, end in self.ends)

    @property
    def is_ended_by_law(self) -> bool:
        """Whether laws alone set the ends."""
        return all(isinstance(end, NamedRule) and end.is_duty for _, end in self.ends)

    @property
    def is_ended_by_claim(self) -> bool:
        """Whether an end is only that of a time for claims."""
        return any(isinstance(end, NamedRule) and end.rule.limit is Limit.CLAIM for _, end in self.ends)

    @property
    def _to_blame(self) -> str:
        """The place of what the controller can change: a promise first, then an end of its own."""
        promised = [path for path, end in self.ends if isinstance(end, ErasureRule)]
        own = [path for path, end in self.ends if isinstance(end, NamedRule) and not end.is_duty]
        return next(iter([*promised, *own, *(path for path, _ in self.ends)]))

    def found(
        self,
        case: Case,
        cites: Iterable[Provision] = (),
        *,
        severity: Severity | None = None,
        certainty: Certainty | None = None,
        variant: str | None = None,
    ) -> Found:
        """A finding at the place of the end, with the first witness; provisions of the rules are cited beside the check's own."""
        same = [one for one in self.meetings if one.erase == self.meetings[0].erase]
        first = next((one for one in same if one.witness), same[0])
        rules = [self.keep, *(end for _, end in self.ends if isinstance(end, NamedRule))]
        return Found(
            path=self._to_blame,
            severity=severity,
            certainty=certainty,
            citations=tuple(dict.fromkeys([*cites, *_provisions(rules)])),
            params={
                "keep": spoken_of(self.keep.name, self.keep),
                "erase": tuple(spoken_of(name, end) for name, (_, end) in zip(first.erase, self.ends, strict=True)),
                "data": data_in_words(case, dict.fromkeys(one.category for one in self.meetings)),
            },
            variant=variant,
            meeting=first,
        )


@attrs.frozen
class SpokenOf:
    """A rule as messages speak of it: by its name, and what tells people which it is.

    Attributes:
        name: Its name.
        what: Its period, or what makes an erasure due; None: neither is stated.
    """

    name: str
    what: Period | Words | None


def spoken_of(name: str, rule: NamedRule | ErasureRule) -> SpokenOf:
    """A rule by its name, with its period or its trigger."""
    return SpokenOf(name, rule.trigger if isinstance(rule, ErasureRule) else rule.rule.period)


def met(case: Case, outcome: str, reason: str | None = None) -> list[Met]:
    """The rules whose meetings have this outcome, and this reason if one is given."""
    rules = {rule.name: (path, rule) for path, rule in case.rules}
    promises = {rule.id or path: (path, rule) for path, rule in labelled(case.register.erasure or (), "erasure")}
    found: dict[tuple[str, tuple[str, ...]], list[Meeting]] = {}
    for meeting in case.consistency.of(outcome):
        if reason in (None, meeting.reason):
            # of the ends that several purposes have each by itself, one choice tells enough
            erase = meeting.erase if len(meeting.erase) == 1 else ()
            found.setdefault((meeting.keep, erase), []).append(meeting)
    return [
        Met(tuple(meetings), rules[keep][1], tuple(rules.get(name) or promises[name] for name in meetings[0].erase))
        for (keep, _), meetings in found.items()
    ]


def contradictions(case: Case) -> list[Met]:
    """The rules that contradict each other."""
    return met(case, "contradiction")


def data_in_words(case: Case, categories: Iterable[str]) -> tuple[Words, ...]:
    """What categories are called; an id where there is no name."""
    named = {category.id or path: category.name for path, category in labelled(case.register.data or (), "data")}
    return tuple(named.get(one) or Words(fi=one, sv=one, en=one) for one in categories if one)


def path_of_data(case: Case, category: str) -> str:
    """The place of a category; of the rules, where the register has no categories."""
    paths = {one.id or path: path for path, one in labelled(case.register.data or (), "data")}
    return paths.get(category, "retention")


def _provisions(rules: Iterable[NamedRule]) -> Iterator[Provision]:
    for named in rules:
        rule = named.rule
        if rule.reason and rule.reason.provision:
            yield rule.reason.provision
        yield from rule.by_law or ()
