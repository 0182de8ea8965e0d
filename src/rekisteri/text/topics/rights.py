"""The rights of data subjects, and how to use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rekisteri.law.citation import Provision
from rekisteri.model.exemption import Exemption
from rekisteri.model.rights import Procedure, Right, Way
from rekisteri.text.tree import Block, Bullets, Item, Paragraph
from rekisteri.text.voice import Voice, capital

__all__ = ["exemptions", "objection", "procedure_lines", "rights", "way_line"]

_OBJECTIONS = frozenset({"objection", "marketing-objection", "processing-objection"})

_RECORD = Provision.parse("gdpr:30")


def rights(voice: Voice) -> Iterator[Block]:
    """Each right that is given, limited or denied, but the right to object."""
    return _told(voice, (right for right in voice.register.rights or () if right.right.term not in _OBJECTIONS))


def objection(voice: Voice) -> Iterator[Block]:
    """The right to object, which is presented separately from any other information (GDPR 21(4))."""
    return _told(voice, (right for right in voice.register.rights or () if right.right.term in _OBJECTIONS))


def _told(voice: Voice, told: Iterable[Right]) -> Iterator[Block]:
    """The rights in their order; a procedure that neighbours share is told once, after them."""
    for procedure, group in groupby(told, key=lambda right: right.procedure):
        shared = list(group)
        if procedure is None or len(shared) == 1:
            yield Bullets(tuple(_right(voice, right, procedure) for right in shared))
        else:
            yield Bullets(tuple(_right(voice, right, None) for right in shared))
            if lines := procedure_lines(voice, procedure):
                yield Paragraph(voice.say("procedure.shared"))
                yield Bullets(tuple(map(Item, lines)))


def exemptions(voice: Voice) -> Iterator[Block]:
    """Each exemption from informing people; those from keeping a record are no reader's matter."""
    told = [one for one in voice.register.exemptions or () if not _RECORD.covers(one.provision)]
    if told:
        yield Bullets(tuple(_exemption(voice, one) for one in told))


def _exemption(voice: Voice, exemption: Exemption) -> Item:
    further = [
        *(voice.line("data.which", voice.categories(exemption.data)) if exemption.data else []),
        *voice.line("exemptions.reason", exemption.reason),
        *voice.line("exemptions.provisions", exemption.provisions),
    ]
    return Item(voice.say("exemptions.applies", value=voice.cited([exemption.provision])), tuple(further))


def procedure_lines(voice: Voice, procedure: Procedure) -> list[str]:
    """How a right is used, a line for each thing said."""
    ways = [way_line(voice, way) for way in procedure.ways or ()]
    return [
        *([voice.say("procedure.way", value=ways[0])] if len(ways) == 1 else []),
        *([voice.say("procedure.ways", value="; ".join(ways))] if len(ways) > 1 else []),
        *voice.line("procedure.must-state", procedure.must_state),
        *voice.line("procedure.deadline", procedure.deadline),
        *voice.line("procedure.extension", procedure.extension),
        *voice.line("procedure.fee", procedure.fee),
        *voice.line("procedure.told", procedure.told),
        *voice.line("procedure.refusal", procedure.refusal),
        *voice.line("procedure.refusal-by", voice.named([procedure.refusal_by] if procedure.refusal_by else [])),
        *voice.line("procedure.appeal-to", voice.named([procedure.appeal_to] if procedure.appeal_to else [])),
    ]


def way_line(voice: Voice, way: Way) -> str:
    """One way: ``kirje, vastaanottajana Esimerkki Oy, allekirjoitettuna``."""
    languages = voice.either(voice.language_name(code) for code in way.languages or ())
    parts = [
        voice.words(way.channel) if way.channel else voice.say("way.contact"),
        *voice.line("way.to", voice.named(way.to or ())),
        *_signature(voice, way),
        *([voice.say("way.self-service")] if way.self_service else []),
        *([voice.say("way.languages", value=languages)] if languages else []),
        *voice.line("way.place", way.place),
        *([way.web] if way.web else []),
        *voice.line("way.limits", way.limits),
    ]
    return ", ".join(parts)


def _signature(voice: Voice, way: Way) -> list[str]:
    if way.signed and way.handwritten:
        return [voice.say("way.signed-by-hand")]
    return [*voice.choice("way.signed", way.signed), *voice.choice("way.handwritten", way.handwritten)]


def _right(voice: Voice, right: Right, procedure: Procedure | None) -> Item:
    name = voice.words(right.right)
    further = [
        *voice.line("rights.about" if right.given else "rights.not-about", right.about),
        *voice.line("rights.except-for", right.except_for),
        *voice.line("rights.subjects", right.subjects),
        *voice.conditions(right.only_if, right.unless),
        *voice.line("rights.provisions", right.provisions),
        *(procedure_lines(voice, procedure) if procedure else []),
        *voice.line("rights.authority", voice.named([right.authority] if right.authority else [])),
        *(voice.line("rights.places", voice.either(voice.all_words(right.places))) if right.places else []),
    ]
    if right.given:
        return Item(capital(name), tuple(further))
    limited = right.about or right.subjects or right.only_if or right.unless
    return Item(voice.say("rights.limited" if limited else "rights.denied", value=name), tuple(further))
