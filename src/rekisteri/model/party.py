"""Parties: whoever a register names. One kind of thing; what role a party has is told by the list it stands in."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import Annotated

import attrs

from rekisteri.constraints import Pattern, Reference, Text
from rekisteri.errors import Problem
from rekisteri.part import Identified, Part
from rekisteri.retention.rule import PurposeRef
from rekisteri.vocabulary.fields import Free, Role
from rekisteri.words import Audience

__all__ = ["Controller", "Country", "Email", "Party", "PartyKind", "PartyRef"]

Country = Annotated[str, Pattern("[A-Z]{2}", "a country's two-letter code (ISO 3166-1) such as “FI”")]
"""ISO 3166-1 alpha-2, in capitals."""

PartyRef = Annotated[str, Reference("Party")]
"""The id of a party that stands elsewhere in the register."""


class PartyKind(enum.StrEnum):
    """What a party is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNIT = "unit"


@attrs.frozen(kw_only=True)
class Email(Part):
    """An e-mail address that is written so that it cannot be used as it stands: ``nimi(at)example.fi``.

    A usable address is plain text; this class is for the others.

    Attributes:
        written: As it is written.
        usable: The address it stands for, if it can be told.
    """

    written: Text
    usable: Text | None = None

    def _nonsense(self) -> Iterator[Problem]:
        if self.written == self.usable:
            yield Problem(
                "usable", "the written form again", "plain text instead of an object, since they are the same"
            )


@attrs.frozen(kw_only=True)
class Party(Identified):
    """A person, an organisation or a unit: a contact, a data protection officer, a representative, an authority.

    A party may lack a name ("the register's person in charge") or an id. The same party in two roles stands in one
    list as itself and in the other as its id.

    Attributes:
        id: By which the rest of the register refers to it.
        name: Its name, the same in every language; names: the same per language, where it has several.
        called: What it is called where it has no name, or besides.
        kind: Person, organisation or unit.
        business_id: As written; whether it is valid is for the checks.
        public_authority: Whether it is a public authority or body (GDPR 6(1) second subparagraph, 37(1)(a)).
        address, country: Postal address as written; ISO 3166-1 alpha-2. addresses: the same per language, where there are several.
        emails, phones, web: As written; an e-mail address that cannot be used as it stands is an ``Email``.
        hours: When it can be reached.
        audience: Who reads of it; by default both the notice and the record.

    Raises:
        InvalidValue: Neither a name nor anything else is said of it.
    """

    name: Text | None = None
    names: Free | None = None
    called: Role | None = None
    kind: PartyKind | None = None
    business_id: Text | None = None
    public_authority: bool | None = None
    address: Text | None = None
    addresses: Free | None = None
    country: Country | None = None
    emails: Sequence[Text | Email] | None = None
    phones: Sequence[Text] | None = None
    web: Text | None = None
    hours: Free | None = None
    audience: Audience = Audience.BOTH

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something("id", "audience")


@attrs.frozen(kw_only=True)
class Controller(Party):
    """Who decides why and how data are processed (GDPR 4(7)); several are joint controllers (Art. 26).

    Attributes:
        responsibility: Of joint controllers: what this one answers for (the essence of the arrangement, Art. 26(2)).
        purposes: The purposes of which alone it is the controller, by id; then it is no joint controller.
    """

    responsibility: Free | None = None
    purposes: Sequence[PurposeRef] | None = None
