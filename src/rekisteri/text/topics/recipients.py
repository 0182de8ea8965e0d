"""To whom and where: processors, disclosures, transfers."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.model.disclosure import Disclosure, DisclosureRole, Processor, Recipient
from rekisteri.model.transfer import Transfer
from rekisteri.text.topics.lists import certain_then_possible
from rekisteri.text.topics.rights import procedure_lines
from rekisteri.text.tree import Block, Bullets, Item, Paragraph
from rekisteri.text.voice import Voice, capital
from rekisteri.words import for_notice

__all__ = ["recipients", "transfers"]


def recipients(voice: Voice) -> Iterator[Block]:
    """Processors and disclosures together are the recipients of Art. 13(1)(e), but a processor is no *luovutus*."""
    if voice.register.processors == ():
        yield Paragraph(voice.say("processors.none"))
    if voice.register.kept_by and voice.register.processors:
        yield Paragraph(voice.say("processors.further"))
        yield Bullets(tuple(_processor(voice, one) for one in voice.register.processors if for_notice(one)))
    else:
        yield from certain_then_possible(voice, "processors", voice.register.processors, _processor)
    if voice.register.disclosures == ():
        yield Paragraph(voice.say("disclosures.none"))
    yield from certain_then_possible(voice, "disclosures", voice.register.disclosures, _disclosure)
    yield from certain_then_possible(voice, "recipients", voice.register.recipients, _recipient)
    hidden = any(not for_notice(disclosure) for disclosure in voice.register.disclosures or ())
    if voice.register.no_other_disclosures and not hidden:  # it would be false to who sees only some of them
        yield Paragraph(voice.say("disclosures.no-other"))


def transfers(voice: Voice) -> Iterator[Block]:
    """Transfers out of the European Economic Area, or that there are none."""
    if voice.register.transfers == ():
        yield Paragraph(voice.say("transfers.none"))
    if voice.register.transfers:
        yield Bullets(tuple(_transfer(voice, transfer) for transfer in voice.register.transfers))
    if voice.register.no_other_transfers:
        yield Paragraph(voice.say("transfers.no-other"))


def _processor(voice: Voice, processor: Processor) -> Item:
    further = [
        *voice.line("processors.tasks", processor.tasks),
        *(voice.line("data.which", voice.categories(processor.data)) if processor.data else []),
        *voice.line("data.which", processor.content),
        *voice.conditions(processor.only_if, None),
        *voice.line("recipients.provisions", processor.provisions),
        *voice.line("recipients.web", processor.web),
        *([voice.say("processors.no-sub-processors")] if processor.sub_processors == () else []),
    ]
    told = [sub for sub in processor.sub_processors or () if for_notice(sub)]
    if told:
        further.append(
            voice.say(
                "processors.sub-processors",
                value=voice.both(_who(voice, sub) or voice.say("processors.unnamed") for sub in told),
            )
        )
    return Item(capital(_who(voice, processor) or voice.say("processors.unnamed")), tuple(further))


def _recipient(voice: Voice, recipient: Recipient) -> Item:
    further = [
        *voice.line("processors.tasks", recipient.tasks),
        *(voice.line("data.which", voice.categories(recipient.data)) if recipient.data else []),
        *voice.line("data.which", recipient.content),
        *voice.conditions(recipient.only_if, recipient.unless),
        *voice.line("recipients.web", recipient.web),
    ]
    return Item(capital(_who(voice, recipient) or voice.say("recipients.unnamed")), tuple(further))


def _who(voice: Voice, one: Processor | Disclosure | Recipient | Transfer) -> str:
    """The kinds of recipient, its name, its country."""
    kinds = voice.both(voice.all_words(one.to or ()))
    named = f"{one.name} ({kinds})" if kinds and one.name else kinds or one.name or ""
    country = getattr(one, "country", None)
    return ", ".join(filter(None, [named, voice.country(country) if country else ""]))


def _disclosure(voice: Voice, disclosure: Disclosure) -> Item:
    public = disclosure.role is DisclosureRole.PUBLIC
    who, role = _who(voice, disclosure), "".join(voice.choice("disclosures.role", disclosure.role))
    further = [
        *(voice.line("disclosures.recipient-role", role) if role and who and not public else []),
        *(voice.line("disclosures.aims", voice.aims_of(disclosure.purposes)) if disclosure.purposes else []),
        *voice.line("disclosures.aims", disclosure.aims),
        *(voice.line("data.which", voice.categories(disclosure.data)) if disclosure.data else []),
        *voice.line("data.which", disclosure.content),
        *voice.line("disclosures.form", disclosure.form),
        *voice.conditions(disclosure.only_if, disclosure.unless),
        *voice.choice("disclosures.regular", disclosure.regular),
        *voice.line("recipients.provisions", disclosure.provisions),
        *voice.line("recipients.web", disclosure.web),
    ]
    if disclosure.how_to_object:
        further += [voice.say("disclosures.objection"), *procedure_lines(voice, disclosure.how_to_object)]
    return Item(capital(who or role or voice.say("disclosures.unnamed")), tuple(further))


def _transfer(voice: Voice, transfer: Transfer) -> Item:
    further = [
        *(voice.line("transfers.recipients", _who(voice, transfer) or None)),
        *voice.line("transfers.safeguards", transfer.safeguards),
        *voice.choice("transfers.in-scope", transfer.in_scope),
        *voice.line("transfers.copy-from", transfer.copy_from),
        *(voice.line("data.which", voice.categories(transfer.data)) if transfer.data else []),
        *voice.line("data.which", transfer.content),
        *(voice.line("data.purposes", voice.aims_of(transfer.purposes)) if transfer.purposes else []),
        *voice.conditions(None, transfer.unless),
        *voice.choice("transfers.regular", transfer.regular),
    ]
    return Item(_transfer_sentence(voice, transfer), tuple(further))


def _transfer_sentence(voice: Voice, transfer: Transfer) -> str:
    area = voice.say(f"transfers.area.{transfer.outside or 'any'}")
    countries = voice.both(voice.country(code) for code in transfer.countries or ())
    cases = voice.either(voice.all_words(transfer.only_if or ()))
    kind = f"{'to-countries' if countries else 'out'}{'-only-if' if cases else ''}"
    verb = voice.say(f"transfers.verb.{str(transfer.may).lower()}")
    return voice.say(f"transfers.{kind}", verb=verb, area=area, countries=countries, cases=cases)
