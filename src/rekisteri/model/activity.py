"""What a processor does for its controllers."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from rekisteri.model.party import PartyRef
from rekisteri.part import Identified
from rekisteri.retention.rule import CategoryRef
from rekisteri.vocabulary.fields import Aim, Subject

__all__ = ["ProcessingActivity"]


@attrs.frozen(kw_only=True)
class ProcessingActivity(Identified):
    """A category of processing that a processor carries out on behalf of controllers (GDPR 30(2)(b)).

    Attributes:
        tasks: What is done.
        more: True: the list of tasks is open.
        controllers: For whom, by the ids of parties; silence: for every controller of the register.
        data: Which categories of data, by id.
        subjects: Whose data.

    Raises:
        InvalidValue: No tasks.
    """

    tasks: Sequence[Aim]
    more: bool = False
    controllers: Sequence[PartyRef] | None = None
    data: Sequence[CategoryRef] | None = None
    subjects: Sequence[Subject] | None = None
