"""What the checks of rights share: which rights a register's bases and purposes give, and how rights are used."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from rekisteri.checks.conditions import CONDITIONS
from rekisteri.checks.engine import Case
from rekisteri.errors import join
from rekisteri.law.citation import Provision
from rekisteri.model.disclosure import Disclosure
from rekisteri.model.rights import Procedure, Right
from rekisteri.vocabulary.terms import lookup, term
from rekisteri.words import Words

__all__ = ["FORBIDDING", "OBJECTING", "Request", "gives", "is_of_marketing", "requests"]

OBJECTING = frozenset({"objection", "marketing-objection", "processing-objection"})
"""The names of the right to object (GDPR 21), the old Act's among them."""

FORBIDDING = OBJECTING | {"disclosure-objection", "publication-objection", "research-objection"}
"""These, and rights to forbid that are the right to object where the basis gives it."""

_GIVEN_BY = {
    "marketing-objection": ("direct-marketing",),
    "objection": ("may-object", "direct-marketing"),
    "portability": ("portable",),
    "processing-objection": ("may-object", "direct-marketing"),
    "withdraw-consent": ("rests-on-consent",),
}
"""Rights that only some bases or purposes give, and the conditions of which one suffices."""

_ARTICLES = tuple(Provision.parse(f"gdpr:{article}") for article in range(15, 23))


@attrs.frozen(kw_only=True)
class Request:
    """A way to use a right.

    Attributes:
        path: Where its procedure stands.
        right: Which right.
        procedure: How it is used.
        by_law: Whether it surely is a right of GDPR 15-22.
    """

    path: str
    right: Words
    procedure: Procedure
    by_law: bool


def requests(case: Case) -> Iterator[Request]:
    """How the rights of GDPR 15-22 are used that a register gives, and how data are kept from being disclosed."""
    for path, right in case.all_of(Right):
        by_law = _is_of_the_gdpr(right)
        if right.given and right.procedure and (by_law or right.right.term in FORBIDDING):
            yield Request(path=join(path, "procedure"), right=right.right, procedure=right.procedure, by_law=by_law)
    for path, disclosure in case.all_of(Disclosure):
        if disclosure.how_to_object:
            yield Request(
                path=join(path, "how_to_object"),
                right=term("disclosure-objection"),
                procedure=disclosure.how_to_object,
                by_law=False,
            )


def gives(case: Case, right: str | None) -> bool | None:
    """Whether the register's bases and purposes give the right of this name; None: they do not tell."""
    held = {CONDITIONS[name](case, None) for name in _GIVEN_BY.get(right or "", ("always",))}
    return True if True in held else None if None in held else False


def is_of_marketing(right: Right) -> bool:
    """Whether it is the right to object to direct marketing, by its name or by what it is about."""
    about = [lookup(words.term) for words in right.about or ()]
    only_marketing = bool(about) and all(one and one.marketing for one in about)
    return right.right.term == "marketing-objection" or (right.right.term in OBJECTING and only_marketing)


def _is_of_the_gdpr(right: Right) -> bool:
    known = lookup(right.right.term)
    provision = known.provision if known else None
    named = provision is not None and any(article.covers(provision) for article in _ARTICLES)
    return named or right.right.term == "processing-objection"
