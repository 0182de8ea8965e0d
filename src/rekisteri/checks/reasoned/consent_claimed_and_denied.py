"""Consent is claimed as a basis and denied as one."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.purpose import Ground, LegalBasis


@check_of("basis", "gdpr:6.1.a", "gdpr:13.1.c", severity=Severity.MUST)
def consent_claimed_and_denied(case: Case) -> Iterator[Found]:
    """A register cannot rest on consent and not rest on it: both statements cannot be true."""
    if Ground.CONSENT not in (case.register.not_based_on or ()):
        return
    for path, basis in case.all_of(LegalBasis):
        if basis.ground is Ground.CONSENT:
            yield Found(path=path)
