"""Who reads what: a published notice shows nothing that is meant for the record only."""

from __future__ import annotations

from rekisteri.words import Audience

__all__ = ["for_notice"]


def for_notice(part: object) -> bool:
    """Whether a part is meant for the published notice."""
    return getattr(part, "audience", Audience.BOTH) is not Audience.RECORD
