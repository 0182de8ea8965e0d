"""Exemptions that a controller relies on, and findings that it sets aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from rekisteri.constraints import Text
from rekisteri.law.citation import Provision
from rekisteri.part import Part
from rekisteri.retention.rule import CategoryRef
from rekisteri.vocabulary.fields import Free

__all__ = ["Exemption", "Suppression"]


@attrs.frozen(kw_only=True)
class Exemption(Part):
    """An exemption from informing people or from keeping a record (GDPR 13(4), 14(5), 30(5); Data Protection Act, sections 27 and 33).

    It takes the duties it reaches out of the findings, and the report shows it.

    Attributes:
        provision: The exemption: ``gdpr:14.5.b``.
        data: Which categories it is about, by id; silence: all.
        reason: Why it applies.
        provisions: The law behind it, where it needs one (14(5)(c) and (d)).
    """

    provision: Provision
    data: Sequence[CategoryRef] | None = None
    reason: Free | None = None
    provisions: Sequence[Provision] | None = None


@attrs.frozen(kw_only=True)
class Suppression(Part):
    """A finding that is known and set aside: it no longer fails a job, and every report shows it with its reason.

    Attributes:
        check: The id of a check or of a family.
        path: Where: the finding's path, or one above it; silence: everywhere.
        reason: Why.
        until: The last day on which it holds; silence: until it is taken out.
    """

    check: Text
    reason: Text
    path: Text | None = None
    until: date | None = None
