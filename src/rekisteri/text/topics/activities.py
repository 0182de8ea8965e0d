"""What a processor does, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.model.activity import ProcessingActivity
from rekisteri.text.tree import Block, Bullets, Item
from rekisteri.text.voice import Voice, capital

__all__ = ["activities"]


def activities(voice: Voice) -> Iterator[Block]:
    """The categories of processing carried out on behalf of controllers."""
    if voice.register.activities:
        yield Bullets(tuple(_activity(voice, activity) for activity in voice.register.activities))


def _activity(voice: Voice, activity: ProcessingActivity) -> Item:
    controllers = voice.both(voice.names_of(activity.controllers or ())) or None
    further = [
        *([voice.say("list.open")] if activity.more else []),
        *voice.line("activities.controllers", controllers),
        *(voice.line("data.which", voice.categories(activity.data)) if activity.data else []),
        *voice.line("data.of-subjects", activity.subjects),
    ]
    return Item(capital(voice.both(voice.all_words(activity.tasks))), tuple(further))
