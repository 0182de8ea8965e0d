"""Purposes and the legal bases they rest on."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import Self

import attrs

from rekisteri.errors import Problem
from rekisteri.law.citation import Provision
from rekisteri.part import Identified, Part
from rekisteri.retention.period import Period
from rekisteri.vocabulary.fields import Aim, Basis, Condition, Free, Interest, Subject
from rekisteri.words import Words

__all__ = ["Ground", "LegalBasis", "Purpose"]


class Ground(enum.StrEnum):
    """The legal bases of GDPR 6(1)(a)-(f), in that order."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal-obligation"
    VITAL_INTERESTS = "vital-interests"
    PUBLIC_TASK = "public-task"
    LEGITIMATE_INTERESTS = "legitimate-interests"


@attrs.frozen(kw_only=True)
class LegalBasis(Part):
    """What makes processing lawful (GDPR 6(1)), or what a notice says does.

    Attributes:
        ground: The point of Art. 6(1); None where the words name none of them.
        about: For which part of the processing, in words, where it is not all that the purpose or the register is about.
        interest: The legitimate interest (Arts 13(1)(d), 14(2)(b)).
        provisions: The law behind it.
        own_consent_from: Of consent: the age from which a child's own consent counts (Art. 8(1)), in years: ``P13Y``.
        words: What the notice calls the basis, where the law has no such ground (the old Act's connection requirement) or the
            words say more than the ground.

    Raises:
        InvalidValue: It says nothing.
    """

    ground: Ground | None = None
    about: Free | None = None
    interest: Interest | None = None
    provisions: Sequence[Provision] | None = None
    own_consent_from: Period | None = None
    words: Basis | None = None

    @classmethod
    def consent(cls) -> Self:
        """The data subject's consent (6(1)(a))."""
        return cls(ground=Ground.CONSENT)

    @classmethod
    def contract(cls) -> Self:
        """A contract with the data subject, or steps before one at their request (6(1)(b))."""
        return cls(ground=Ground.CONTRACT)

    @classmethod
    def legal_obligation(cls, *provisions: str | Provision) -> Self:
        """A legal obligation of the controller (6(1)(c)), and the law that lays it down: ``"kpl:2/10.2"``."""
        return cls(ground=Ground.LEGAL_OBLIGATION, provisions=_provisions(provisions))

    @classmethod
    def vital_interests(cls) -> Self:
        """Vital interests of the data subject or another person (6(1)(d))."""
        return cls(ground=Ground.VITAL_INTERESTS)

    @classmethod
    def public_task(cls, *provisions: str | Provision) -> Self:
        """A task in the public interest or official authority (6(1)(e)), and the law that lays it down."""
        return cls(ground=Ground.PUBLIC_TASK, provisions=_provisions(provisions))

    @classmethod
    def legitimate_interests(cls, interest: Words | None = None) -> Self:
        """Legitimate interests of the controller or a third party (6(1)(f)), and which."""
        return cls(ground=Ground.LEGITIMATE_INTERESTS, interest=interest)

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something()


@attrs.frozen(kw_only=True)
class Purpose(Identified):
    """A statement of purposes (GDPR 5(1)(b)): several aims that share their bases.

    A basis is never copied to an aim that the notice did not tie it to: what the notice ties together stands in one
    ``Purpose``, what it keeps apart stands in several.

    Attributes:
        id: By which data, rules and disclosures refer to it.
        aims: What the data are used for.
        more: True: the list of aims is open ("such as").
        may: True: the data *may* be so used.
        legal_bases: What they rest on (Art. 6).
        provisions: Acts that the statement mentions beside the bases.
        subjects: Whose data; silence: the notice does not tell.
        only_if, unless: When the data are so used, and when not; any one condition suffices.
        disclosed: False: the notice says that for this purpose nothing is given to outsiders.
    """

    aims: Sequence[Aim]
    more: bool = False
    may: bool = False
    legal_bases: Sequence[LegalBasis] | None = None
    provisions: Sequence[Provision] | None = None
    subjects: Sequence[Subject] | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    disclosed: bool | None = None


def _provisions(written: tuple[str | Provision, ...]) -> tuple[Provision, ...] | None:
    return tuple(Provision.parse(p) if isinstance(p, str) else p for p in written) or None
