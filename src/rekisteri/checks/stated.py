"""The duties of the law's table as checks: what a notice must state, and whether the register states it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from rekisteri.checks.conditions import (
    CONDITIONS,
    NEVER_SURE,
    NONE_CONTRADICTS,
    PERHAPS_MARKETING,
    Holds,
    bases,
)
from rekisteri.checks.engine import Case, Check, Found
from rekisteri.checks.exempted import exempted_from
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.origins import any_comes
from rekisteri.errors import join
from rekisteri.law.citation import Provision
from rekisteri.law.duties import Duty, duties
from rekisteri.law.timeline import in_force
from rekisteri.model.party import Party
from rekisteri.model.register import PARTY_ROLES
from rekisteri.model.rights import Right
from rekisteri.part import labelled
from rekisteri.vocabulary.terms import Term, lookup
from rekisteri.words import Words, for_notice, for_record

__all__ = ["duty_checks"]

OLD_ACT_TOO = frozenset({"distance-selling", "market-research", "opinion-research"})
"""Aims that the right to forbid of the Personal Data Act reached beside marketing."""


def duty_checks() -> Iterator[Check]:
    """One check for each duty."""
    for duty in duties():
        yield Check(
            id=duty.id,
            family="stated",
            severity=_usual(duty),
            certainty=Certainty.CERTAIN if _usual(duty) is Severity.MUST else Certainty.POSSIBLE,
            citations=duty.collected + duty.obtained + duty.record + duty.processor_record,
            judge=_judge(duty),
        )


def _usual(duty: Duty) -> Severity:
    """``must`` where the register itself can show that the duty holds."""
    only_where_possible = duty.record_where_possible and not (duty.collected or duty.obtained)
    if only_where_possible or duty.condition in NEVER_SURE:
        return Severity.NOTE
    return Severity.SHOULD if duty.doubted else Severity.MUST


def _judge(duty: Duty) -> Callable[[Case], Iterator[Found]]:
    def judge(case: Case) -> Iterator[Found]:
        if not in_force(duty, case.on) or any(_states(case.register, place.split(".")) for place in duty.for_all):
            return
        for path, item in _asked(case.register, duty.each):
            condition = CONDITIONS[duty.condition](case, item)
            if condition is not False:
                yield from _verdict(duty, case, path, item, condition)

    return judge


def _verdict(duty: Duty, case: Case, path: str, item: Any, condition: Holds) -> Iterator[Found]:
    """Unconditional or true: ``must``, or ``should`` if something untold may lift the duty; not known: ``note``; false: silence is right."""
    none_answers = duty.condition not in NONE_CONTRADICTS or not condition
    silent = [
        document
        for document in _documents(duty, case)
        if not any(
            _states(item, place.split("."), _counting(duty, document.reads, condition), none_answers)
            for place in duty.states
        )
    ]
    if not silent:
        return
    exempted_by = silent[0].exempted_by if all(document.exempted_by for document in silent) else None
    silent = [document for document in silent if exempted_by or not document.exempted_by]
    holds = condition is True and any(document.owed for document in silent)
    known = holds and not _in_own_words(duty, case) and not _excluded(duty, case)
    severity = (Severity.SHOULD if duty.doubted else Severity.MUST) if known else Severity.NOTE
    name = _name(item)
    yield Found(
        path=join(path, re.split(r"[.\[]", duty.states[0])[0]),
        severity=severity,
        certainty=Certainty.CERTAIN if severity is Severity.MUST else Certainty.POSSIBLE,
        citations=tuple(provision for document in silent for provision in document.provisions),
        params={"item": name} if name else {},
        variant="message" if severity is Severity.SHOULD else None,
        exempted_by=exempted_by,
    )


def _excluded(duty: Duty, case: Case) -> bool:
    """Whether processing rests on an act that takes the right away."""
    acts = {provision.act for provision in duty.excluded_by}
    cited = [provision for basis in bases(case) for provision in basis.provisions or ()]
    return any(provision.act in acts for provision in cited)


def _counting(duty: Duty, reads: Callable[[object], bool], condition: Holds) -> Callable[[object], bool]:
    """What counts as a statement: what the document's readers see and, for a right, what reaches as far as the duty wants.

    Where marketing is not certain, a right to object to anything will do.
    """
    if duty.of_marketing is None or (duty.of_marketing and not condition):
        return reads
    reaches = _may_be_marketing if duty.of_marketing else _beyond_marketing
    return lambda entry: reads(entry) and (not isinstance(entry, Right) or reaches(entry))


def _beyond_marketing(right: Right) -> bool:
    """Whether a right reaches beyond marketing, and beyond what the old Act let people forbid beside it."""
    terms = _about(right)
    return not terms or any(not term or not (term.marketing or term.id in OLD_ACT_TOO) for term in terms)


def _may_be_marketing(right: Right) -> bool:
    """Whether a right may be about marketing: all that it names is not surely something else."""
    terms = _about(right)
    named_so = right.right.term == "marketing-objection"
    if right.only_if and not named_so:  # Art. 21(1) has conditions, 21(2) none
        return False
    return named_so or not terms or any(not term or term.marketing or term.id in PERHAPS_MARKETING for term in terms)


def _about(right: Right) -> list[Term | None]:
    return [lookup(words.term) for words in right.about or ()]


@attrs.frozen(kw_only=True)
class _Document:
    """A notice or a record that should state something.

    Attributes:
        reads: Which parts of the register its readers see.
        provisions: By what it should state it.
        owed: Whether it surely should.
        exempted_by: The path of the exemption by which it need not.
    """

    reads: Callable[[object], bool]
    provisions: tuple[Provision, ...]
    owed: Holds
    exempted_by: str | None = None


@attrs.frozen
class _Owed:
    """Whether a document is surely owed, and the path of the exemption by which it need not be given."""

    holds: Holds
    exempted_by: str | None


def _owed(case: Case) -> Mapping[str, _Owed]:
    """The notice of Art. 13 (``collected``) and 14 (``obtained``), the controller's record and the processor's."""
    holds = {
        "collected": any_comes(case, from_person=True),
        "obtained": any_comes(case, from_person=False),
        "record": _record_owed(case),
        "processor_record": _record_owed(case),
    }
    return {kind: _Owed(owed, exempted_from(kind, case)) for kind, owed in holds.items()}


def _documents(duty: Duty, case: Case) -> Iterator[_Document]:
    """A controller owes a notice and a record, a processor only its record."""
    owed = case.once(_owed)
    if not case.register.kept_by:
        yield from _notice(duty, owed)
    kind = "processor_record" if case.register.kept_by else "record"
    provisions: tuple[Provision, ...] = getattr(duty, kind)
    if provisions:
        yield _Document(
            reads=for_record,
            provisions=provisions,
            owed=None if duty.record_where_possible else owed[kind].holds,
            exempted_by=owed[kind].exempted_by,
        )


def _notice(duty: Duty, owed: Mapping[str, _Owed]) -> Iterator[_Document]:
    """Where both articles ask, one of them applies for sure: data come from somewhere."""
    asking = [kind for kind in ("collected", "obtained") if getattr(duty, kind) and owed[kind].holds is not False]
    kinds = [kind for kind in asking if not owed[kind].exempted_by] or asking
    if kinds:
        yield _Document(
            reads=for_notice,
            provisions=tuple(provision for kind in kinds for provision in getattr(duty, kind)),
            owed=True if len(kinds) > 1 else owed[kinds[0]].holds,
            exempted_by=owed[kinds[0]].exempted_by,
        )


def _record_owed(case: Case) -> Holds:
    """Whether the exemption of Art. 30(5) surely does not reach it: no record of Art. 9 or 10 data is exempt.

    How many people work for the controller and how occasional the processing is, the register does not tell.
    """
    categories = [category for category in case.register.data or () if not category.may]
    held = [words for category in categories for words in (category.name, *(category.items or ())) if words]
    terms = [lookup(words.term) for words in held if words.term]
    special = any(category.article_9 for category in categories)
    return True if special or any(term.special or term.criminal for term in terms if term) else None


def _in_own_words(duty: Duty, case: Case) -> bool:
    """Whether a right that no term names may be the very one that is missed: own words are not read."""
    own = any(right.given and right.right.term is None for right in case.register.rights or ())
    return own and duty.states[0].startswith("rights[")


def _asked(root: Any, lists: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The things a duty asks: the register itself, or each item of the lists."""
    for each in lists:
        found: list[tuple[str, Any]] = [("", root)]
        for name in each.split("."):
            found = [place for path, holder in found for place in _listed(holder, name, path)]
        yield from found
    if not lists:
        yield "", root


def _listed(holder: Any, name: str, path: str) -> list[tuple[str, Any]]:
    """The items of a list with their paths; a party that is told by its id is looked up."""
    entries = labelled(getattr(holder, name) or (), join(path, name))
    if name not in PARTY_ROLES:
        return entries
    return [(place, party) for (place, _), party in zip(entries, holder.parties(name), strict=True)]


def _states(
    item: Any, names: Sequence[str], reads: Callable[[object], bool] = for_notice, none_answers: bool = True
) -> bool:
    """Whether something stands at a path for the readers of a document; through a list any item will do.

    An empty list that is a statement is one, unless it contradicts what the register says elsewhere (*none_answers*); a
    party that is told by its id is looked up.
    """
    if not names:
        return item is not None
    name, _, wanted = names[0].partition("[")
    value = _told(item, name)
    if not isinstance(value, tuple):
        return _states(value, names[1:], reads)
    entries = [entry for entry in value if not wanted or _is_called(entry, wanted.rstrip("]"))]
    return (value == () and none_answers) or any(_states(entry, names[1:], reads) for entry in entries if reads(entry))


def _told(item: Any, name: str) -> Any:
    value = getattr(item, name, None)
    return item.parties(name) if name in PARTY_ROLES and value is not None else value


def _is_called(right: Right, term: str) -> bool:
    """Whether it is that right. One denied to some without naming a law is no statement of it; a full denial is another check's matter."""
    return right.right.term == term and (right.given or not right.is_limited or bool(right.provisions))


def _name(item: Any) -> Words | str | None:
    """What an item is called, for the message: a purpose by its first aim, a decision by what is decided, a party by its name."""
    aims = getattr(item, "aims", None)
    return aims[0] if aims else getattr(item, "name" if isinstance(item, Party) else "what", None)
