"""The right to object to direct marketing has conditions or exceptions, or costs something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.rights import is_of_marketing
from rekisteri.model.rights import Right
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words

OPEN = frozenset({"data-subject-consents", "law", "law-allows", "law-requires", "legal-obligation"})
"""Conditions of which it is not told what they come to."""


@check_of("rights", "gdpr:21.2", "gdpr:21.3", severity=Severity.MUST)
def marketing_objection_limited(case: Case) -> Iterator[Found]:
    """People may object to direct marketing at any time, without reasons, and then it ends.

    ``should``, possible, where a limit stands in own words or only refers to law, and for a reasonable fee, which may be for
    excessive requests only (12(5)); ``note``, possible, where own words tell what the right does not reach: that may be
    other messages than marketing.
    """
    for path, right in case.all_of(Right):
        if not is_of_marketing(right):
            continue
        if right.given:
            yield from _limits(path, right)
            yield from _fee(path, right)
        elif not right.provisions:
            yield from _denial(path, right)


def _limits(path: str, right: Right) -> Iterator[Found]:
    for field, words in (("only_if", right.only_if), ("unless", right.unless)):
        limits = tuple(one for one in words or () if one.term != "data-subject-objects")
        if limits:
            yield _limited(f"{path}.{field}", limits, Severity.MUST if _any_sure(limits) else Severity.SHOULD)
    yield from _reach(path, right.except_for or ())


def _denial(path: str, right: Right) -> Iterator[Found]:
    """A right that is denied to some people or in some cases; what is denied altogether is another check's matter."""
    marketing = _marketing(right.about or ())
    limits = (*marketing, *(right.subjects or ()), *(right.only_if or ()), *(right.unless or ()))
    if limits and bool(marketing) is bool(right.about):
        yield _limited(f"{path}.given", limits, Severity.MUST if _any_sure(limits) else Severity.SHOULD)


def _reach(path: str, kept_out: Sequence[Words]) -> Iterator[Found]:
    marketing = _marketing(kept_out)
    own = tuple(one for one in kept_out if one.term is None)
    if marketing or own:
        yield _limited(f"{path}.except_for", marketing or own, Severity.MUST if marketing else Severity.NOTE)


def _fee(path: str, right: Right) -> Iterator[Found]:
    fee = right.procedure.fee if right.procedure else None
    if fee and fee.term in ("free-once-a-year", "reasonable-fee"):
        sure = fee.term == "free-once-a-year"
        yield Found(
            path=f"{path}.procedure.fee",
            severity=Severity.MUST if sure else Severity.SHOULD,
            certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            params={"fee": fee},
            variant="fee",
        )


def _marketing(matters: Sequence[Words]) -> tuple[Words, ...]:
    return tuple(one for one in matters if (known := lookup(one.term)) and known.marketing)


def _any_sure(limits: Sequence[Words]) -> bool:
    """Whether it is known that one limits the right: by a term that is neither vague nor a mere reference to law."""
    terms = [lookup(one.term) for one in limits]
    return any(known and not known.vague and known.id not in OPEN for known in terms)


def _limited(path: str, limits: tuple[Words, ...], severity: Severity) -> Found:
    certainty = Certainty.CERTAIN if severity is Severity.MUST else Certainty.POSSIBLE
    return Found(path=path, severity=severity, certainty=certainty, params={"limits": limits})
