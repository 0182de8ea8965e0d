"""What: whose data, which data, whether they must be given, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.model.data import DataCategory
from rekisteri.model.source import Source
from rekisteri.text.topics.lists import certain_then_possible
from rekisteri.text.tree import Block, Bullets, Item, Paragraph
from rekisteri.text.voice import Voice, capital

__all__ = ["categories", "requirements", "sources", "subjects"]


def subjects(voice: Voice) -> Iterator[Block]:
    """Groups of data subjects."""
    if voice.register.data_subjects:
        yield Paragraph(voice.say("data.subjects-intro"))
        yield Bullets(tuple(Item(capital(text)) for text in voice.all_words(voice.register.data_subjects)))


def categories(voice: Voice) -> Iterator[Block]:
    """Data the register holds, then data it may hold."""
    yield from certain_then_possible(voice, "data", voice.register.data, _category)


def requirements(voice: Voice) -> Iterator[Block]:
    """Whether data must be given, and what follows if not."""
    if voice.register.requirements == ():
        yield Paragraph(voice.say("requirements.none"))
    for requirement in voice.register.requirements or ():
        lines = [
            voice.say(f"requirements.kind.{requirement.kind}"),
            *(voice.line("data.which", voice.categories(requirement.data)) if requirement.data else []),
            *voice.line("data.which", requirement.content),
            *([voice.say("list.open")] if requirement.more else []),
            *voice.line("requirements.provisions", requirement.provisions),
            *voice.line("requirements.otherwise", requirement.otherwise),
        ]
        yield Paragraph("\n".join(lines))


def sources(voice: Voice) -> Iterator[Block]:
    """Sources that are used, then sources that may be."""
    yield from certain_then_possible(voice, "sources", voice.register.sources, _source)


def _category(voice: Voice, category: DataCategory) -> Item:
    items = voice.both(voice.all_words(category.items or ()))
    text = ": ".join(filter(None, [voice.words(category.name) if category.name else "", items]))
    further = [
        *([voice.say("list.open")] if category.more else []),
        *voice.line("data.of-subjects", category.subjects),
        *(voice.line("data.purposes", voice.aims_of(category.purposes)) if category.purposes else []),
        *voice.conditions(category.only_if, None),
        *_origin(voice, category),
        *voice.choice("data.article-9", category.article_9),
        *voice.line("data.provisions", category.provisions),
    ]
    return Item(capital(text), tuple(further))


def _origin(voice: Voice, category: DataCategory) -> list[str]:
    if category.from_the_person and category.from_elsewhere:
        return [voice.say("data.from-both")]
    elsewhere = category.from_elsewhere if category.from_the_person is not category.from_elsewhere else None
    return [
        *voice.choice("data.from-the-person", category.from_the_person),
        *([] if category.from_the_person else voice.choice("data.from-elsewhere", elsewhere or None)),
    ]


def _source(voice: Voice, source: Source) -> Item:
    name = f" ({source.name})" if source.name else ""
    further = [
        *voice.line("sources.by", source.by),
        *voice.line("sources.when", source.when),
        *voice.line("sources.through", source.through),
        *(voice.line("data.which", voice.categories(source.data)) if source.data else []),
        *voice.line("data.which", source.content),
        *voice.conditions(source.only_if, None),
        *voice.line("recipients.provisions", source.provisions),
        *voice.choice("sources.updates", source.updates),
        *voice.choice("sources.regular", source.regular),
        *voice.choice("sources.publicly-accessible", source.publicly_accessible),
    ]
    return Item(capital(voice.words(source.origin)) + name, tuple(further))
