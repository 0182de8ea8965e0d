"""Automated decisions."""

from __future__ import annotations

import attrs

from rekisteri.part import Part
from rekisteri.vocabulary.fields import Free

__all__ = ["AutomatedDecision"]


@attrs.frozen(kw_only=True)
class AutomatedDecision(Part):
    """An automated decision or profiling (GDPR 13(2)(f), 14(2)(g), 22).

    Attributes:
        what: What is decided.
        logic: The logic involved.
        effects: Its significance and consequences for the person.
        solely: Whether no human takes part (Art. 22(1)).
        significant: Whether it has legal effects for the person or similarly significant ones (Art. 22(1)).
        profiling: Whether it includes profiling (Art. 4(4)).
    """

    what: Free
    logic: Free | None = None
    effects: Free | None = None
    solely: bool | None = None
    significant: bool | None = None
    profiling: bool | None = None
