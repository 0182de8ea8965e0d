"""The check right-denied: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Register, Right, Words, check, term


def findings(*rights: Right) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(Register(rights=rights), on=date(2026, 11, 22), select=["right-denied"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


def test_a_right_denied_altogether() -> None:
    """The finding cites the article that gives the right."""
    assert findings(Right(right=term("access"), given=False)) == [
        ("should", "possible", "rights[0].given", "gdpr:15"),
    ]


@pytest.mark.parametrize(
    "right",
    [
        Right(right=term("access")),
        Right(right=term("objection"), given=False, about=[term("bookkeeping")]),
        Right(right=term("erasure"), given=False, subjects=[term("company-contacts")]),
        Right(right=term("erasure"), given=False, only_if=[term("law-requires")]),
        Right(right=term("data-anonymisation"), given=False),
        Right(right=Words(fi="oikeus saada kahvia"), given=False),
    ],
)
def test_near_misses(right: Right) -> None:
    """Given, limited to some people or matters, or no right of the GDPR."""
    assert findings(right) == []


def test_a_right_given_elsewhere_is_only_limited() -> None:
    """The same right in another entry."""
    assert findings(Right(right=term("access")), Right(right=term("access"), given=False)) == []
