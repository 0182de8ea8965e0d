"""Who: controllers, contacts, data protection officers, authorities; and of the document: its name, how it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisteri.model.party import Controller, Email, Party
from rekisteri.text.tree import Block, Paragraph
from rekisteri.text.voice import Voice, capital
from rekisteri.words import for_notice

__all__ = ["authorities", "changes", "contacts", "controllers", "dpos", "kept_by", "register_name"]


def kept_by(voice: Voice) -> Iterator[Block]:
    """The processors whose own record it is."""
    yield from _listed(voice, _told(voice, "kept_by"))


def controllers(voice: Voice) -> Iterator[Block]:
    """The controllers, and the representatives of those outside the Union; a processor's controllers are not joint ones."""
    told = _told(voice, "controllers")
    if told and voice.register.kept_by:
        yield Paragraph(voice.say("parties.on-behalf-of"))
    elif sum(not getattr(party, "purposes", None) for party in told) > 1:
        yield Paragraph(voice.say("parties.joint"))
    yield from _listed(voice, told)
    if voice.register.representatives == ():
        yield Paragraph(voice.say("parties.no-representative"))
    yield from _listed(voice, _told(voice, "representatives"), voice.say("parties.representative"))


def contacts(voice: Voice) -> Iterator[Block]:
    """Whom to ask; those of whom only a role is known ("the person in charge") are told together."""
    told = _told(voice, "contacts")
    bare = [party for party in told if party.called and _says_only_its_role(party)]
    if len(bare) == len(told):
        yield from _listed(voice, told)
        return
    yield from _listed(voice, [party for party in told if party not in bare])
    if bare:
        yield Paragraph(voice.say("parties.mentioned", value=voice.both(voice.name(party) or "" for party in bare)))


def dpos(voice: Voice) -> Iterator[Block]:
    """The data protection officers, or that there is none."""
    if voice.register.dpos == ():
        yield Paragraph(voice.say("parties.no-dpo"))
    yield from _listed(voice, _told(voice, "dpos"))


def authorities(voice: Voice) -> Iterator[Block]:
    """The supervisory authorities the register names."""
    yield from _listed(voice, _told(voice, "authorities"))


def register_name(voice: Voice) -> Iterator[Block]:
    """The register's name."""
    if name := voice.own_name(voice.register):
        yield Paragraph(name)


def changes(voice: Voice) -> Iterator[Block]:
    """How the document itself may change."""
    if voice.register.changes:
        yield Paragraph(capital(voice.words(voice.register.changes)))


def _told(voice: Voice, role: str) -> list[Party]:
    return [party for party in voice.register.parties(role) if for_notice(party)]


def _says_only_its_role(party: Party) -> bool:
    return party == Party(id=party.id, called=party.called)


def _listed(voice: Voice, parties: Sequence[Party], *introduction: str) -> Iterator[Block]:
    """A paragraph for each party of whom there is something to tell."""
    for party in parties:
        if lines := list(_lines(voice, party)):
            yield Paragraph("\n".join([*introduction, *lines]))


def _lines(voice: Voice, party: Party) -> Iterator[str]:
    called = voice.words(party.called) if party.called else None
    name = voice.own_name(party)
    if name and called:
        yield f"{name}, {called}"
    elif name or called:
        yield name or capital(str(called))
    finnish = party.country in (None, "FI")
    yield from voice.line("parties.business-id" if finnish else "parties.foreign-id", party.business_id)
    address = (voice.own(party.addresses) if party.addresses else None) or party.address
    yield from address.splitlines() if address else ()
    if party.country:
        yield voice.country(party.country)
    yield from voice.line("parties.phone", party.phones)
    yield from voice.line("parties.email", _emails(party))
    yield from voice.line("parties.web", party.web)
    yield from voice.line("parties.hours", party.hours)
    yield from voice.choice("parties.public-authority", party.public_authority)
    if isinstance(party, Controller):
        yield from voice.line("parties.responsibility", party.responsibility)
        yield from voice.line("parties.purposes", voice.aims_of(party.purposes)) if party.purposes else ()


def _emails(party: Party) -> tuple[str, ...] | None:
    """The usable form where there is one: a notice is there to be used."""
    if party.emails is None:
        return None
    return tuple((mail.usable or mail.written) if isinstance(mail, Email) else mail for mail in party.emails)
