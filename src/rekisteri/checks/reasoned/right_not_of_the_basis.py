"""A right that neither the legal bases nor the purposes of the register give."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.checks.rights import gives
from rekisteri.law.citation import Provision
from rekisteri.model.rights import Right
from rekisteri.model.tracking import Tracker
from rekisteri.words import Words

GIVEN_IN = {
    "marketing-objection": ("gdpr:21.2",),
    "objection": ("gdpr:21.1", "gdpr:21.2"),
    "portability": ("gdpr:20.1",),
    "processing-objection": ("gdpr:21.1", "gdpr:21.2"),
    "withdraw-consent": ("gdpr:7.3",),
}
"""Where the GDPR says on which bases, or for which purposes, people have the right."""

CONSENTS = frozenset({"data-subject-consents", "derogation-explicit-consent"})
"""Words for a consent that is no legal basis: to a disclosure, a transfer."""


@check_of("rights", "gdpr:13.2.b", "gdpr:14.2.c", severity=Severity.NOTE)
def right_not_of_the_basis(case: Case) -> Iterator[Found]:
    """More than the law gives is lawful, but people are told of a right, and then do not have it.

    Let pass: rights with conditions, rights that an act other than the GDPR is named for, and the withdrawal of a consent that
    is no legal basis.
    """
    for path, right in case.all_of(Right):
        provisions = GIVEN_IN.get(right.right.term or "")
        if provisions is None or not right.given or right.only_if or _rests_on_another_act(right):
            continue
        if gives(case, right.right.term) is False and not (
            right.right.term == "withdraw-consent" and _asks_for_consent(case)
        ):
            yield Found(
                path=f"{path}.right",
                citations=tuple(map(Provision.parse, provisions)),
                params={"right": right.right},
            )


def _rests_on_another_act(right: Right) -> bool:
    return any(provision.act != "gdpr" for provision in right.provisions or ())


def _asks_for_consent(case: Case) -> bool:
    """Whether consent may be asked for something: disclosures, transfers, cookies."""
    return any(words.term in CONSENTS for _, words in case.all_of(Words)) or any(
        tracker.consent is not False for _, tracker in case.all_of(Tracker)
    )
