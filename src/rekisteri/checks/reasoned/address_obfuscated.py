"""An e-mail address that cannot be used as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.party import Email, Party
from rekisteri.words import for_notice

HIDDEN = re.compile(
    r"\[email protected\]|(?:suojattu|protected from|skyddad (?:från|mot)) (?:spam|roskaposti)", re.IGNORECASE
)
"""What is left of an address when a page hides it from robots, and the notice was copied from the page."""

IN_TEXT = re.compile(r"\[email protected\]")
"""The same in running text."""

SPELT_OUT = re.compile(
    r"[\w.+-]+\s*(?:[(\[{<]\s*(?:at|ät|a|miuku|snabel-?a)\s*[)\]}>]|\s(?:at|ät)\s)\s*[\w-]+(?:[.\w-]|\s?[(\[]dot[)\]]\s?)*",
    re.IGNORECASE,
)
"""An address whose sign is written out: anyone can tell the usable one."""


@check_of("form", "gdpr:13.1.a", "gdpr:14.1.a", severity=Severity.SHOULD)
def address_obfuscated(case: Case) -> Iterator[Found]:
    """Contact details are owed in a form that people can use; ``note`` where the usable address can be told."""
    for path, party in case.all_of(Party):
        for index, email in enumerate(party.emails or () if for_notice(party) else ()):
            written = email.written if isinstance(email, Email) else email
            usable = email.usable if isinstance(email, Email) else None
            if isinstance(email, Email) or HIDDEN.search(written) or SPELT_OUT.fullmatch(written.strip()):
                told = bool(usable or SPELT_OUT.fullmatch(written.strip()))
                yield Found(
                    path=f"{path}.emails[{index}]",
                    severity=Severity.NOTE if told else Severity.SHOULD,
                    params={"words": written},
                    variant="told" if told else None,
                )
    if case.wording.holds("protected]"):
        found = ((*one.span(), "hidden") for one in IN_TEXT.finditer(case.wording.lower))
        for place, _ in case.wording.first_places(found, lambda *_: True):
            yield Found(path=place.path, params={"words": place.words})
