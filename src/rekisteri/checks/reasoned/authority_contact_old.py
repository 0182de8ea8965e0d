"""Contacts of a supervisory authority that have since been replaced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.law.authorities import authorities
from rekisteri.model.party import Email, Party
from rekisteri.words import LANGUAGES

SURELY_MOVED = date(2020, 1, 1)
"""The day of the move is not known, only that it was about autumn 2019."""


@check_of("stale", "gdpr:13.2.d", "gdpr:14.2.e", severity=Severity.SHOULD)
def authority_contact_old(case: Case) -> Iterator[Found]:
    """People are sent to an address where the authority no longer is.

    ``note`` in a document from before the move, which may have been right then.
    """
    if case.on < SURELY_MOVED:
        return
    listed = {entry for entry in case.register.authorities or () if isinstance(entry, str)}
    for path, party in case.all_of(Party):
        if not (path.startswith("authorities[") or party.id in listed) or not _is_finnish_authority(party):
            continue
        old = [part for part in _former_parts() if part in _address(party)]
        if old:
            early = case.written_on is not None and case.written_on < SURELY_MOVED
            severity = Severity.NOTE if early else Severity.SHOULD
            yield Found(path=f"{path}.address", severity=severity, params={"old": old[0], "now": _present_address()})


def _is_finnish_authority(party: Party) -> bool:
    """Another authority had the same street address, so a name, an e-mail address or a page must tell."""
    mails = [mail.written if isinstance(mail, Email) else mail for mail in party.emails or ()]
    names = [party.name, party.web, party.names.own("fi") if party.names else None, *mails]
    return any("tietosuoja" in name.lower() for name in names if name)


def _address(party: Party) -> str:
    """The address, as written in every language."""
    several = [party.addresses.own(language) for language in LANGUAGES] if party.addresses else []
    return "\n".join(filter(None, [party.address, *several]))


def _former_parts() -> list[str]:
    """The parts of former addresses that the present one does not have."""
    texts = [text for row in authorities() if row.former for text in (*row.visit.values(), *row.postal.values())]
    parts = [part.strip() for text in texts for part in text.split(",")]
    return [part for part in parts if part not in _present_address()]


def _present_address() -> str:
    return next(row.postal["fi"] for row in authorities() if not row.former)
