"""Why: purposes and the bases they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.model.purpose import LegalBasis, Purpose
from rekisteri.text.topics.lists import certain_then_possible
from rekisteri.text.tree import Block, Item, Paragraph
from rekisteri.text.voice import Voice, capital

__all__ = ["purposes"]


def purposes(voice: Voice) -> Iterator[Block]:
    """Each statement of purposes with its bases and conditions."""
    yield from certain_then_possible(voice, "purposes", voice.register.purposes, _item)
    if voice.register.legal_bases:
        some = any(purpose.legal_bases for purpose in voice.register.purposes or ())  # then it is not about all of them
        name = "purposes.general" if some else "purposes.all"
        yield Paragraph(voice.say(name, value=_bases(voice, voice.register.legal_bases)))
    denied = voice.register.not_based_on
    if denied:
        grounds = [voice.say(f"ground.{ground}") for ground in denied]
        yield Paragraph(voice.say("purposes.not-based-on", value=voice.either(grounds)))


def _item(voice: Voice, purpose: Purpose) -> Item:
    further: list[str] = []
    if purpose.legal_bases:
        name = "purposes.basis" if len(purpose.legal_bases) == 1 else "purposes.bases"
        further.append(voice.say(name, value=_bases(voice, purpose.legal_bases)))
    further += voice.line("purposes.provisions", purpose.provisions)
    further += voice.line("data.of-subjects", purpose.subjects)
    further += voice.conditions(purpose.only_if, purpose.unless)
    further += voice.choice("purposes.disclosed", purpose.disclosed)
    if purpose.more:
        further.append(voice.say("list.open"))
    return Item(capital(voice.both(voice.all_words(purpose.aims))), tuple(further))


def _bases(voice: Voice, bases: Sequence[LegalBasis]) -> str:
    return voice.both(_basis(voice, basis) for basis in bases)


def _basis(voice: Voice, basis: LegalBasis) -> str:
    """``oikeutettu etu (asiakassuhde)``."""
    name = voice.say(f"ground.{basis.ground}") if basis.ground else None
    details = [
        *([voice.words(basis.words)] if basis.words else []),
        *([voice.words(basis.interest)] if basis.interest else []),
        *([voice.cited(basis.provisions)] if basis.provisions else []),
        *voice.line("purposes.own-consent-from", basis.own_consent_from),
        *voice.line("purposes.about", basis.about),
    ]
    if name is None:
        name, *details = details
    return f"{name} ({'; '.join(details)})" if details else name
