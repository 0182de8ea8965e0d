"""How data are protected, as far as the register means to publish it."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.model.security import Medium, SecurityMeasure
from rekisteri.text.tree import Block, Bullets, Item, Paragraph
from rekisteri.text.voice import Voice, capital
from rekisteri.words import for_notice

__all__ = ["security"]


def security(voice: Voice) -> Iterator[Block]:
    """What manual material there is, then the measures: in general, for manual and for electronic material."""
    material = voice.register.manual_material
    if material == ():
        yield Paragraph(voice.say("security.no-manual-material"))
    elif material:
        yield Paragraph(voice.say("security.manual-material", value=voice.both(voice.all_words(material))))
    told = [measure for measure in voice.register.security or () if for_notice(measure)]
    for medium in (None, Medium.MANUAL, Medium.ELECTRONIC):
        items = tuple(_measure(voice, measure) for measure in told if measure.medium is medium)
        if items:
            yield Paragraph(voice.say(f"security.medium.{medium or 'any'}"))
            yield Bullets(items)


def _measure(voice: Voice, measure: SecurityMeasure) -> Item:
    further = [
        *voice.line("security.who", measure.who),
        *voice.conditions(measure.only_if, None),
        *voice.line("recipients.provisions", measure.provisions),
    ]
    return Item(capital(voice.words(measure.measure)), tuple(further))
