"""Transfers out of the European Union or the European Economic Area."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from rekisteri.constraints import Text
from rekisteri.model.party import Country
from rekisteri.part import Identified
from rekisteri.retention.rule import CategoryRef, PurposeRef
from rekisteri.vocabulary.fields import Condition, Data, Free, Recipient, Safeguards

__all__ = ["Area", "Transfer"]


class Area(enum.StrEnum):
    """The area a notice speaks of leaving; the law means the European Economic Area."""

    EU = "eu"
    EEA = "eea"


@attrs.frozen(kw_only=True)
class Transfer(Identified):
    """A transfer to a third country or an international organisation (GDPR 13(1)(f), 14(1)(f), 30(1)(e), 44-49).

    "None, unless technically necessary" is a transfer with ``only_if`` that names nowhere; "none" is the register's
    ``transfers=()``.

    Attributes:
        to: To what kind of recipient; name: its name.
        countries: To where, ISO 3166-1 alpha-2.
        outside: The area that the notice says data leave.
        only_if, unless: When, and when not; any one condition suffices.
        may: True: data *may* be transferred.
        safeguards: On what it rests: an adequacy decision, standard clauses, a derogation.
        in_scope: Whether the recipient is one that the adequacy decision covers, where it covers only some: listed under the
            Data Privacy Framework, a commercial organisation.
        copy_from: Where a copy of the safeguards can be had (Art. 13(1)(f)).
        data, purposes: What it covers, by id; silence covers everything. content: which data, in words.
        regular: Whether the notice says that it is done regularly, or only now and then.

    A transfer of which nothing more is said is one too: the notice says that data are transferred.
    """

    to: Sequence[Recipient] | None = None
    name: Text | None = None
    countries: Sequence[Country] | None = None
    outside: Area | None = None
    only_if: Sequence[Condition] | None = None
    unless: Sequence[Condition] | None = None
    may: bool = False
    safeguards: Sequence[Safeguards] | None = None
    in_scope: bool | None = None
    copy_from: Free | None = None
    data: Sequence[CategoryRef] | None = None
    purposes: Sequence[PurposeRef] | None = None
    content: Sequence[Data] | None = None
    regular: bool | None = None
