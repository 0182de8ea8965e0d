"""Sections of a document, with the words that no field holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import attrs

from rekisteri.constraints import OneOf, Text
from rekisteri.part import Part
from rekisteri.words import Audience

__all__ = ["SECTION_FIELDS", "Section"]

SECTION_FIELDS = (
    "controller",
    "contact_person",
    "dpo",
    "register_name",
    "purposes",
    "legal_basis",
    "legitimate_interest",
    "data_subjects",
    "data_categories",
    "sources",
    "recipients_disclosures",
    "processors",
    "transfers",
    "retention",
    "security",
    "security_manual",
    "security_electronic",
    "cookies",
    "automated_decisions",
    "rights_general",
    "right_access",
    "right_rectification",
    "right_erasure",
    "right_restriction",
    "right_portability",
    "right_objection",
    "right_withdraw_consent",
    "right_complaint",
    "statutory_or_contractual_requirement",
    "drafting_date",
    "changes",
    "other",
)
"""What a section of a notice can be about."""

About = Annotated[str, OneOf(SECTION_FIELDS, "what a section is about")]


@attrs.frozen(kw_only=True)
class Section(Part):
    """A section as it stands in a document. An empty heading is a section without words.

    Attributes:
        heading: As it is written.
        about: What its heading says it is about (``SECTION_FIELDS``).
        text: Its words, in the register's language.
        covered: The paths of the fields that its words have become.
        rest: Those of its words that no field holds; without ``covered`` and ``rest`` that is all of ``text``.
        audience: Who reads it; by default both.
    """

    heading: Text
    about: Sequence[About] | None = None
    text: Text | None = None
    covered: Sequence[Text] | None = None
    rest: Text | None = None
    audience: Audience = Audience.BOTH

    @property
    def free_words(self) -> str | None:
        """The words that stand in no field, or None."""
        return self.rest if self.rest or self.covered else self.text
