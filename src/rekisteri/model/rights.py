"""The rights of the people in a register, and how to use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from rekisteri.constraints import Text
from rekisteri.errors import Problem
from rekisteri.law.citation import Provision
from rekisteri.model.party import PartyRef
from rekisteri.part import Part
from rekisteri.retention.period import Deadline, Period
from rekisteri.vocabulary.fields import (
    Anyone,
    Channel,
    Condition,
    Detail,
    Fee,
    Free,
    Place,
    Refusal,
    RightMatter,
    RightName,
    Subject,
)
from rekisteri.words import Language

__all__ = ["Procedure", "Right", "Way"]


@attrs.frozen(kw_only=True)
class Way(Part):
    """One way to do something; the ways of a procedure are alternatives.

    Attributes:
        channel: How: by letter, by e-mail, in person.
        to: To whom, by the ids of parties.
        signed: Whether a signature is asked for; handwritten: whether by hand.
        self_service: True: the person does it alone, without asking.
        languages: In which languages.
        place: Where.
        web: The address of the form or page.
        limits: What this way cannot do.

    Raises:
        InvalidValue: It says nothing.
    """

    channel: Channel | None = None
    to: Sequence[PartyRef] | None = None
    signed: bool | None = None
    handwritten: bool | None = None
    self_service: bool = False
    languages: Sequence[Language] | None = None
    place: Free | None = None
    web: Text | None = None
    limits: Sequence[Free] | None = None

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something()


@attrs.frozen(kw_only=True)
class Procedure(Part):
    """How a right is used, and what happens then (GDPR 12).

    Attributes:
        ways: The alternative ways to ask.
        must_state: What a request must say.
        deadline: By when it is answered or done; extension: by how much that may be extended (Art. 12(3)).
        fee: What it costs (Art. 12(5)).
        told: Who else is told of what was done (Art. 19).
        refusal: What a refusal gives the person (Art. 12(4)).
        refusal_by: Who refuses, by the id of a party.
        appeal_to: Where a refusal can be taken, by the id of a party.

    Raises:
        InvalidValue: It says nothing.
    """

    ways: Sequence[Way] | None = None
    must_state: Sequence[Detail] | None = None
    deadline: Deadline | None = None
    extension: Period | None = None
    fee: Fee | None = None
    told: Sequence[Anyone] | None = None
    refusal: Refusal | None = None
    refusal_by: PartyRef | None = None
    appeal_to: PartyRef | None = None

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something()


@attrs.frozen(kw_only=True)
class Right(Part):
    """A right that the notice gives, limits or denies (GDPR 13(2)(b)-(d), 14(2)(c)-(e), 15-22, 77).

    The same right may stand several times, for different people or matters.

    Attributes:
        right: Which right.
        given: False: the notice says that there is no such right.
        about: What it concerns: which processing, which faults of the data.
        only_if, unless: When it can be used, and when not; any one condition suffices.
        except_for: What it does not reach.
        subjects: Whose right it is; silence: everybody's.
        provisions: The law the notice names for it.
        procedure: How to use it.
        authority: Where to complain, by the id of a party; places: in which places one may complain (Art. 77(1)).
    """

    right: RightName
    given: bool = True
    about: Sequence[RightMatter] | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    except_for: Sequence[RightMatter] | None = None
    subjects: Sequence[Subject] | None = None
    provisions: Sequence[Provision] | None = None
    procedure: Procedure | None = None
    authority: PartyRef | None = None
    places: Sequence[Place] | None = None

    @property
    def is_limited(self) -> bool:
        """Whether it is about some people or matters only, or depends on conditions."""
        return bool(self.about or self.subjects or self.only_if or self.unless or self.except_for)
