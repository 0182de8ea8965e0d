"""Recipients: processors, who work for the controller, disclosures, to those who decide for themselves, and the rest."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

import attrs

from rekisteri.constraints import OrNone, Text
from rekisteri.errors import Problem
from rekisteri.law.citation import Provision
from rekisteri.model.party import Country
from rekisteri.model.rights import Procedure
from rekisteri.part import Identified
from rekisteri.retention.rule import CategoryRef, PurposeRef
from rekisteri.vocabulary.fields import Aim, Condition, Data, Form
from rekisteri.vocabulary.fields import Recipient as RecipientKind
from rekisteri.words import Audience

__all__ = ["Disclosure", "DisclosureRole", "Processor", "Recipient"]


@attrs.frozen(kw_only=True)
class Processor(Identified):
    """Who processes data on the controller's behalf (GDPR 28): a recipient (Art. 4(9)), but not a disclosure.

    Attributes:
        to: What kind of processor; name: its name.
        country: Where it processes, ISO 3166-1 alpha-2.
        web: Where it tells of its own processing.
        tasks: What it does with the data.
        data: Which categories; content: which data, in words.
        only_if: When it is used; any one condition suffices.
        may: True: it *may* be used.
        agreement: A reference to the contract of Art. 28(3), for the record; provisions: the law named for it.
        sub_processors: Whom it uses in turn; ``()`` says that it uses none.
        audience: Who reads of it; by default both the notice and the record.

    Raises:
        InvalidValue: It says nothing.
    """

    to: Sequence[RecipientKind] | None = None
    name: Text | None = None
    country: Country | None = None
    web: Text | None = None
    tasks: Sequence[Aim] | None = None
    data: Sequence[CategoryRef] | None = None
    content: Sequence[Data] | None = None
    only_if: Sequence[Condition] | None = None
    may: bool = False
    agreement: Text | None = None
    provisions: Sequence[Provision] | None = None
    sub_processors: OrNone[Processor] | None = None
    audience: Audience = Audience.BOTH

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something("id", "audience", "may")


@attrs.frozen(kw_only=True)
class Recipient(Identified):
    """Someone who receives or handles data (GDPR 4(9)), where the notice does not tell as what.

    "Bookings are made in the system of Esimerkki Oy": whether that company works for the controller (``Processor``) or decides
    for itself (``Disclosure``) is then not said, and not guessed.

    Attributes:
        to: What kind of recipient; name: its name.
        country: Where, ISO 3166-1 alpha-2.
        web: Where it tells of its own processing.
        tasks: What it does with the data.
        data: Which categories, by id; content: which data, in words.
        only_if, unless: When, and when not; any one condition suffices.
        may: True: it *may* receive data.
        audience: Who reads of it; by default both the notice and the record.

    Raises:
        InvalidValue: It says nothing.
    """

    to: Sequence[RecipientKind] | None = None
    name: Text | None = None
    country: Country | None = None
    web: Text | None = None
    tasks: Sequence[Aim] | None = None
    data: Sequence[CategoryRef] | None = None
    content: Sequence[Data] | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    may: bool = False
    audience: Audience = Audience.BOTH

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something("id", "audience", "may")


class DisclosureRole(enum.StrEnum):
    """What a recipient is: an independent controller, a company of the group, an authority, the public."""

    CONTROLLER = "controller"
    GROUP = "group"
    AUTHORITY = "authority"
    PUBLIC = "public"


@attrs.frozen(kw_only=True)
class Disclosure(Identified):
    """Data given to someone who decides for themselves (GDPR 13(1)(e), 14(1)(e)); in Finnish *luovutus*.

    "Not disclosed unless X" is a disclosure with ``only_if``; that nobody else gets data is the register's
    ``no_other_disclosures``.

    Attributes:
        to: To whom; None where the notice names nobody.
        name: The recipient's name.
        role: What the recipient is.
        country: Where, ISO 3166-1 alpha-2.
        web: Where the recipient tells of its own processing.
        purposes: For which purposes of the register, by id; aims: for what, in words.
        data: Which categories, by id; content: which data, in words.
        form: In what form.
        only_if, unless: When, and when not; any one condition suffices.
        how_to_object: How the person forbids it.
        regular: Whether the notice says that it is done regularly, or only now and then.
        may: True: data *may* be disclosed.
        provisions: The law that the notice names for it.
        audience: Who reads of it; by default both the notice and the record.

    Raises:
        InvalidValue: It says nothing.
    """

    to: Sequence[RecipientKind] | None = None
    name: Text | None = None
    role: DisclosureRole | None = None
    country: Country | None = None
    web: Text | None = None
    purposes: Sequence[PurposeRef] | None = None
    aims: Sequence[Aim] | None = None
    data: Sequence[CategoryRef] | None = None
    content: Sequence[Data] | None = None
    form: Sequence[Form] | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    how_to_object: Procedure | None = None
    regular: bool | None = None
    may: bool = False
    provisions: Sequence[Provision] | None = None
    audience: Audience = Audience.BOTH

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something("id", "audience", "may", "regular")
