"""Where data come from."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from rekisteri.constraints import Text
from rekisteri.law.citation import Provision
from rekisteri.part import Identified
from rekisteri.retention.rule import CategoryRef
from rekisteri.vocabulary.fields import Anyone, Channel, Condition, Data, Occasion, Origin

__all__ = ["Source", "Updates"]


class Updates(enum.StrEnum):
    """Whether a source gives updates only, or updates beside new data."""

    ONLY = "only"
    ALSO = "also"


@attrs.frozen(kw_only=True)
class Source(Identified):
    """A source of data (GDPR 14(2)(f)).

    Attributes:
        origin: What or who it is: the person, use of the service, cookies, a public register.
        name: Its name, where it has one.
        by: Who gives or keeps it.
        when: On what occasions.
        through: By what channels.
        data: Which categories, by id; content: which data, in words.
        only_if: When it may be used; any one condition suffices. provisions: the law that the notice names for it.
        updates: Whether only updates of data already held come from it, or updates as well.
        regular: Whether the notice says that it is used regularly, or only now and then.
        may: True: data *may* come from it.
        publicly_accessible: Whether anyone can use it (Art. 14(2)(f)).
    """

    origin: Origin
    name: Text | None = None
    by: Sequence[Anyone] | None = None
    when: Sequence[Occasion] | None = None
    through: Sequence[Channel] | None = None
    data: Sequence[CategoryRef] | None = None
    content: Sequence[Data] | None = None
    only_if: Sequence[Condition] | None = None
    provisions: Sequence[Provision] | None = None
    updates: Updates | None = None
    regular: bool | None = None
    may: bool = False
    publicly_accessible: bool | None = None
