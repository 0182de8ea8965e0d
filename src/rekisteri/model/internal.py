"""What only the controller and the authority need to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from rekisteri.constraints import Text
from rekisteri.errors import Problem
from rekisteri.model.party import PartyRef
from rekisteri.part import Part

__all__ = ["Internal"]


@attrs.frozen(kw_only=True)
class Internal(Part):
    """What belongs to the record and never to the published notice.

    Attributes:
        owner: Who answers for the process, by the id of a party.
        owner_name: The same, by name or title.
        next_review: When the register is looked through next.
        impact_assessments: References to data protection impact assessments (GDPR 35).
        balancing_tests: References to balancing tests for legitimate interests.
        transfer_assessments: References to transfer impact assessments.
        agreements: References to agreements, such as between joint controllers (Art. 26).
        notes: Anything else.

    Raises:
        InvalidValue: It says nothing.
    """

    owner: PartyRef | None = None
    owner_name: Text | None = None
    next_review: date | None = None
    impact_assessments: Sequence[Text] | None = None
    balancing_tests: Sequence[Text] | None = None
    transfer_assessments: Sequence[Text] | None = None
    agreements: Sequence[Text] | None = None
    notes: Text | None = None

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something()
