"""Contacts of a supervisory authority that have since been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.own_texts import Place
from rekisteri.law.authorities import Authority, authorities
from rekisteri.model.party import Email, Party
from rekisteri.model.rights import Right
from rekisteri.vocabulary.phrases import tells_of_an_end
from rekisteri.words import LANGUAGES, Words

SURELY_MOVED = date(2020, 1, 1)
"""The day of the move is not known, only that it was about autumn 2019."""

OMBUDSMAN = re.compile(r"tietosuojavaltuut|tietosuoja\.fi|tietosuoja@om\.fi|dataombudsm|data protection ombudsman")
"""What tells, in a sentence, whose address it is."""

NEIGHBOUR = re.compile(r"aluehallintovir|\bavi\b|regionförvaltning|regional state admin")
"""Another authority that had the same street address."""


@check_of("stale", "gdpr:13.2.d", "gdpr:14.2.e", severity=Severity.SHOULD)
def authority_contact_old(case: Case) -> Iterator[Found]:
    """People are sent to an address where the authority no longer is, or to a page that is gone.

    ``note`` in a document from before the move, which may have been right then. In own words only possible.
    """
    if case.on < SURELY_MOVED:
        return
    early = case.written_on is not None and case.written_on < SURELY_MOVED
    severity = Severity.NOTE if early else Severity.SHOULD
    told = set()
    for path, party in case.all_of(Party):
        if not (path.startswith("authorities[") or party.id in _referred_to(case)) or not _is_finnish_authority(party):
            continue
        for field, old, now in _outdated(party):
            told.add(now)
            yield Found(path=f"{path}.{field}", severity=severity, params={"old": old, "now": now})
    for place, now in _in_words(case):
        if now not in told:
            params = {"old": place.words, "now": now}
            yield Found(path=place.path, severity=severity, certainty=Certainty.POSSIBLE, params=params)


def _in_words(case: Case) -> Iterator[tuple[Place, Words]]:
    """The same in sections and other texts, with what is there now: once a text. A party's fields are no texts here."""
    parties = {path for path, _ in case.all_of(Party)}

    def fits(place: Place, _: Words) -> bool:
        if place.path.rpartition(".")[0] in parties or tells_of_an_end(place.sentence):
            return False
        return bool(OMBUDSMAN.search(place.sentence)) and not NEIGHBOUR.search(place.sentence)

    wording, present = case.wording, _present()
    kinds = [(_former_parts(), Words(**present.postal)), (_former_paths(), Words(**present.web))]
    found = [
        (*one.span(), now)
        for parts, now in kinds
        for part in parts
        if wording.holds(part.lower())
        for one in re.finditer(rf"(?<!\d){re.escape(part.lower())}(?!\d)", wording.lower)
    ]
    yield from wording.first_places(sorted(found, key=lambda one: one[:2]), fits)


def _referred_to(case: Case) -> set[str | None]:
    """The ids by which parties are called authorities."""
    listed = {entry for entry in case.register.authorities or () if isinstance(entry, str)}
    return listed | {right.authority for _, right in case.all_of(Right)} - {None}


def _is_finnish_authority(party: Party) -> bool:
    """Another authority had the same street address, so a name, an e-mail address or a page must tell."""
    mails = [mail.written if isinstance(mail, Email) else mail for mail in party.emails or ()]
    names = [party.name, party.web, *(party.names.wordings if party.names else []), *mails]
    known = {"tietosuoja", *(getattr(_present(), language).lower() for language in LANGUAGES)}
    return any(word in name.lower() for name in names if name for word in known)


def _outdated(party: Party) -> Iterator[tuple[str, str, Words]]:
    """Each field with something old in it: its name, what is old, what it is now."""
    present = _present()
    several = "\n".join(party.addresses.wordings) if party.addresses else None
    for field, text in (("address", party.address), ("addresses", several)):
        old = next((part for part in _former_parts() if part in (text or "")), None)
        if old:
            yield field, old, Words(**present.postal)
    paths = [path for path in _former_paths() if path in (party.web or "")]
    if paths:
        yield "web", paths[0], Words(**present.web)


def _former_parts() -> list[str]:
    """Streets and postal codes of former addresses that the present ones do not have."""
    former = [row for row in authorities() if row.former]
    streets = [text.split(",")[0] for row in former for text in row.visit.values()]
    codes = [code for row in former for text in row.postal.values() for code in re.findall(r"\b\d{5}\b", text)]
    return [part for part in (*streets, *codes) if part not in " ".join(_present().postal.values())]


def _former_paths() -> list[str]:
    """Parts of addresses of pages that lead nowhere any more."""
    return [path for row in authorities() if row.former for path in row.old_paths]


def _present() -> Authority:
    return next(row for row in authorities() if not row.former)
