"""Cookies, analytics, automated decisions."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.model.automated import AutomatedDecision
from rekisteri.model.tracking import Tracker
from rekisteri.text.topics.rights import way_line
from rekisteri.text.tree import Block, Bullets, Item, Paragraph
from rekisteri.text.voice import Voice, capital

__all__ = ["automated_decisions", "tracking"]


def tracking(voice: Voice) -> Iterator[Block]:
    """Each tracking service, or that there is none."""
    if voice.register.tracking == ():
        yield Paragraph(voice.say("tracking.none"))
    if voice.register.tracking:
        yield Paragraph(voice.say("tracking.intro"))
        yield Bullets(tuple(_tracker(voice, tracker) for tracker in voice.register.tracking))


def automated_decisions(voice: Voice) -> Iterator[Block]:
    """Each automated decision, or that there is none."""
    if voice.register.automated_decisions == ():
        yield Paragraph(voice.say("automated.none"))
    if voice.register.automated_decisions:
        yield Bullets(tuple(_decision(voice, decision) for decision in voice.register.automated_decisions))


def _tracker(voice: Voice, tracker: Tracker) -> Item:
    service = voice.words(tracker.service) if tracker.service else ""
    name = tracker.name or ""
    text = f"{service} ({name})" if service and name else service or name or voice.say("tracking.unnamed")
    country = voice.country(tracker.country) if tracker.country else None
    provider = ", ".join(filter(None, [tracker.provider, country])) if tracker.provider else None
    further = [
        *voice.line("tracking.provider", provider),
        *([] if provider else voice.line("tracking.country", country)),
        *voice.line("tracking.aims", tracker.aims),
        *voice.line("tracking.collects-some" if tracker.more else "tracking.collects", tracker.collects),
        *voice.choice("tracking.identifies", tracker.identifies),
        *voice.choice("tracking.cookies", tracker.cookies),
        *voice.line("tracking.combined-with", tracker.combined_with),
        *voice.choice("tracking.essential", tracker.essential),
        *voice.choice("tracking.consent", tracker.consent),
        *(voice.say("tracking.opt-out", value=way_line(voice, way)) for way in tracker.opt_out or ()),
        *voice.line("tracking.without", tracker.without),
        *voice.line("recipients.web", tracker.web),
    ]
    return Item(capital(text), tuple(further))


def _decision(voice: Voice, decision: AutomatedDecision) -> Item:
    further = [
        *voice.line("automated.logic", decision.logic),
        *voice.line("automated.effects", decision.effects),
        *voice.choice("automated.solely", decision.solely),
        *voice.choice("automated.significant", decision.significant),
        *voice.choice("automated.profiling", decision.profiling),
    ]
    return Item(capital(voice.words(decision.what)), tuple(further))
