"""How long: retention rules and erasure rules as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.retention.legislation import row_of
from rekisteri.retention.period import Period
from rekisteri.retention.rule import ErasureRule, Last, LawVersion, RetentionRule, Round, Start
from rekisteri.text.tree import Block, Bullets, Item, Paragraph, Table
from rekisteri.text.voice import Voice, capital
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words, for_notice

__all__ = ["erasure", "retention"]


def retention(voice: Voice) -> Iterator[Block]:
    """Each retention rule as a sentence."""
    told = [rule for rule in voice.register.retention or () if for_notice(rule)]
    if told:
        yield Paragraph(voice.say("retention.intro"))
        yield Bullets(tuple(_rule(voice, rule) for rule in told))
    if len(told) > 1:
        header = tuple(voice.say(f"retention.table.{column}") for column in ("data", "time", "basis"))
        yield Table(
            header, tuple((_whole_scope(voice, rule), _times(voice, rule), _basis(voice, rule)) for rule in told)
        )


def erasure(voice: Voice) -> Iterator[Block]:
    """Each erasure rule as a sentence."""
    told = [rule for rule in voice.register.erasure or () if for_notice(rule)]
    if told:
        yield Bullets(tuple(_erasure(voice, rule) for rule in told))


def _rule(voice: Voice, rule: RetentionRule) -> Item:
    times = _times(voice, rule)
    further = [
        *(voice.line("data.purposes", voice.aims_of(rule.purposes)) if rule.purposes else []),
        *voice.line("data.of-subjects", rule.subjects),
        *voice.conditions(rule.only_if, rule.unless),
        *voice.line("retention.reason", _basis(voice, rule) or None),
        *voice.line("retention.then", rule.then),
        *voice.line("retention.within", rule.within),
    ]
    scope = _scope(voice, rule)
    return Item(f"{scope}: {times}." if times else f"{scope}.", tuple(further))


def _scope(voice: Voice, rule: RetentionRule) -> str:
    narrower = rule.purposes or rule.subjects  # then it is not about all data
    nameless = voice.say("retention.some-data" if narrower else "retention.all-data")
    return capital(voice.categories(rule.data)) if rule.data else nameless


def _whole_scope(voice: Voice, rule: RetentionRule) -> str:
    """Data, purposes and people in one cell of a table."""
    purposes = [voice.aims_of(rule.purposes)] if rule.purposes else []
    told = [voice.categories(rule.data)] if rule.data else []
    parts = [*told, *purposes, *voice.all_words(rule.subjects or ())]
    return capital("; ".join(parts)) if parts else _scope(voice, rule)


def _times(voice: Voice, rule: RetentionRule) -> str:
    """How long, as far as it is told: a period, a criterion, the acts that decide it."""
    row = row_of(rule)
    if row and row.compares_events:  # no sentence of ours says what the law does there
        return voice.say("retention.by-law", value=voice.cited([row.provision]))
    limit = str(rule.limit or "unstated")
    times = []
    if rule.period or rule.start:
        times.append(voice.say(f"retention.limit.{limit}", value=_counted(voice, rule.start, rule.period, rule.round)))
    if rule.last:  # "at most for ever" limits nothing
        kind = "unstated" if rule.last.forever else limit
        times.append(voice.say(f"retention.limit.{kind}", value=_last(voice, rule.last)))
    times += voice.line("retention.criterion", rule.criterion)
    times += voice.line("retention.by-law", rule.by_law)
    return "; ".join(times)


def _basis(voice: Voice, rule: RetentionRule) -> str:
    if rule.reason is None:
        return ""
    return (
        voice.cited([rule.reason.provision])
        if rule.reason.provision
        else "".join(voice.all_words([rule.reason.decision] if rule.reason.decision else []))
    )


def _counted(voice: Voice, start: Start | None, period: Period | None, rounds: Sequence[Round] | None) -> str:
    """``10 vuotta asiakassuhteen päättymisestä``, as much of it as is told."""
    after_rounds = "".join(voice.say(f"retention.round-after.{one}") for one in rounds or ())
    if start is None:
        return (voice.length(period) if period else "") + after_rounds
    if period is None or period == Period():
        return _event(voice, start, "until") + after_rounds
    return f"{voice.length(period)} {_event(voice, start, 'after')}{after_rounds}"


def _event(voice: Voice, start: Start, form: str) -> str:
    """The event as it stands after a period or before "until"; own wording stands apart, since it is not inflected."""
    if start.round:
        rounds = voice.both(voice.say(f"retention.round-before.{one}") for one in start.round)
        return voice.say(
            "retention.rounded-until" if form == "until" else "retention.rounded",
            round=rounds,
            event=voice.words(start.event),
        )
    term = lookup(start.event.term) if start.event.term and not start.event.own(voice.language) else None
    if term and term.after:
        return voice.say(
            f"retention.{form}-term", event=(term.until if form == "until" else term.after)[voice.language]
        )
    return voice.say(f"retention.{form}-words", event=voice.words(start.event))


def _last(voice: Voice, last: Last) -> str:
    """A last day that one period cannot tell."""
    if last.fixed:
        return voice.say("retention.last.fixed", value=voice.day(last.fixed))
    if last.forever:
        return voice.say("retention.last.forever")
    for way, several in (("later", last.later), ("earlier", last.earlier), ("first-known", last.first_known)):
        if several:
            return voice.say(f"retention.last.{way}", value="; ".join(_last(voice, one) for one in several))
    if last.versions:
        return "; ".join(_version(voice, version) for version in last.versions)
    return _counted(voice, last.start, last.period, last.round)


def _version(voice: Voice, version: LawVersion) -> str:
    days = [
        *voice.line("retention.version.since", version.since),
        *voice.line("retention.version.until", version.until),
    ]
    counted = _counted(voice, version.start, version.period, version.round)
    return f"{counted} ({', '.join(days)})" if days else counted


def _erasure(voice: Voice, rule: ErasureRule) -> Item:
    text = voice.say("erasure.denied" if rule.denied else "erasure.given", value=voice.words(rule.trigger))
    further = [
        *(voice.line("data.which", voice.categories(rule.data)) if rule.data else []),
        *(voice.line("data.purposes", voice.aims_of(rule.purposes)) if rule.purposes else []),
        *voice.line("data.of-subjects", rule.subjects),
        *voice.conditions(rule.only_if, rule.unless),
        *voice.line("erasure.deadline", rule.deadline),
        *voice.line("erasure.during", rule.during),
        *_instead(voice, rule.then),
    ]
    return Item(text, tuple(further))


def _instead(voice: Voice, then: Words | None) -> list[str]:
    """What happens instead of erasure, or how it is done; that data are erased is said already."""
    if then == Words(term="erase"):
        return []
    return voice.line("erasure.how" if then == Words(term="destroy") else "erasure.then", then)
