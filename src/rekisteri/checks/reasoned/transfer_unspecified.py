"""A transfer that names neither a country nor a safeguard."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.transfer import Transfer
from rekisteri.vocabulary.terms import lookup
from rekisteri.words import Words


@check_of("transfers", "gdpr:13.1.f", "gdpr:14.1.f", severity=Severity.SHOULD)
def transfer_unspecified(case: Case) -> Iterator[Found]:
    """A transfer "only if necessary" tells a reader neither where data go nor what protects them there."""
    for path, transfer in case.all_of(Transfer):
        safeguards = [words for words in transfer.safeguards or () if not _vague(words)]
        if not transfer.countries and not safeguards:
            yield Found(path=path)


def _vague(words: Words) -> bool:
    term = lookup(words.term) if words.term else None
    return term is not None and term.vague
