"""Data: the categories a register holds, whose they are, and whether a person must give them."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

import attrs

from rekisteri.errors import Problem
from rekisteri.law.citation import Provision
from rekisteri.part import Identified, Part
from rekisteri.retention.rule import CategoryRef, PurposeRef
from rekisteri.vocabulary.fields import Condition, Data, Free, Subject

__all__ = ["Article9Condition", "DataCategory", "Requirement", "RequirementKind"]


class Article9Condition(enum.StrEnum):
    """The conditions of GDPR 9(2)(a)-(j) for processing special categories, in that order."""

    EXPLICIT_CONSENT = "explicit-consent"
    EMPLOYMENT_AND_SOCIAL_PROTECTION = "employment-and-social-protection"
    VITAL_INTERESTS = "vital-interests"
    NOT_FOR_PROFIT_BODY = "not-for-profit-body"
    MADE_PUBLIC = "made-public"
    LEGAL_CLAIMS = "legal-claims"
    SUBSTANTIAL_PUBLIC_INTEREST = "substantial-public-interest"
    HEALTH_OR_SOCIAL_CARE = "health-or-social-care"
    PUBLIC_HEALTH = "public-health"
    ARCHIVING_RESEARCH_STATISTICS = "archiving-research-statistics"


@attrs.frozen(kw_only=True)
class DataCategory(Identified):
    """A category of personal data (GDPR 14(1)(d), 30(1)(c)).

    Attributes:
        id: By which purposes' rules, sources and disclosures refer to it.
        name: What the category is called.
        items: What it consists of.
        more: True: the list of items is open ("such as").
        may: True: the register *may* hold it.
        purposes: What it is used for; silence: the notice does not tie it to any.
        subjects: Whose data it is.
        only_if: When it is held; any one condition suffices.
        article_9: The condition of Art. 9(2) that allows a special category.
        provisions: The law behind that condition, or behind data on offences (Art. 10) or personal identity codes (Art. 87).
        from_the_person: Whether it is collected from the person (Art. 13).
        from_elsewhere: Whether it is obtained from elsewhere (Art. 14); silence: if it is not collected from the person.

    Raises:
        InvalidValue: Neither a name nor items.
    """

    name: Data | None = None
    items: Sequence[Data] | None = None
    more: bool = False
    may: bool = False
    purposes: Sequence[PurposeRef] | None = None
    subjects: Sequence[Subject] | None = None
    only_if: Sequence[Condition] | None = None
    article_9: Article9Condition | None = None
    provisions: Sequence[Provision] | None = None
    from_the_person: bool | None = None
    from_elsewhere: bool | None = None

    def _nonsense(self) -> Iterator[Problem]:
        if self.name is None and self.items is None:
            yield Problem("", "a category of nothing", "at least “name” or “items”")


class RequirementKind(enum.StrEnum):
    """Why a person must give data (GDPR 13(2)(e)); ``NONE``: giving them is voluntary."""

    STATUTORY = "statutory"
    CONTRACTUAL = "contractual"
    NEEDED_FOR_CONTRACT = "needed-for-contract"
    NONE = "none"


@attrs.frozen(kw_only=True)
class Requirement(Part):
    """Whether a person must give data, and what follows if not (GDPR 13(2)(e)).

    Attributes:
        kind: Why they must.
        data: Which categories, by id; content: which data, in words; silence: all. more: True: the list is open.
        provisions: The law that demands them.
        otherwise: What follows if they are not given.
    """

    kind: RequirementKind
    data: Sequence[CategoryRef] | None = None
    content: Sequence[Data] | None = None
    more: bool = False
    provisions: Sequence[Provision] | None = None
    otherwise: Free | None = None
