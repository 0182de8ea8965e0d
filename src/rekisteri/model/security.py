"""How data are protected."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from rekisteri.law.citation import Provision
from rekisteri.part import Part
from rekisteri.vocabulary.fields import Condition, Measure, Staff
from rekisteri.words import Audience

__all__ = ["Medium", "SecurityMeasure"]


class Medium(enum.StrEnum):
    """What material a measure protects: manual (paper) or electronic."""

    MANUAL = "manual"
    ELECTRONIC = "electronic"


@attrs.frozen(kw_only=True)
class SecurityMeasure(Part):
    """A technical or organisational measure (GDPR 30(1)(g), 32).

    Attributes:
        measure: What is done.
        medium: Which material it protects; silence: both, or not said.
        who: Whom it concerns: who has access, who has signed.
        only_if: When; any one condition suffices.
        provisions: The law that the notice names for it.
        audience: Who reads of it; by default the record only, since detail helps attackers.
    """

    measure: Measure
    medium: Medium | None = None
    who: Sequence[Staff] | None = None
    only_if: Sequence[Condition] | None = None
    provisions: Sequence[Provision] | None = None
    audience: Audience = Audience.RECORD
