"""A gap of a template that nobody has filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.vocabulary.phrases import asked_of_writers
from rekisteri.words import LANGUAGES

FIELDS = frozenset(
    {
        "address", "business_id", "emails", "en", "fi", "heading", "name", "owner_name", "phones", "provider", "rest", "sv", "text",
        "title", "usable", "version", "web", "written",
    }
)  # fmt: skip
"""The fields that people write freely."""

SHOUTED = re.compile(r"(?<![\w-])(?:TODO|FIXME|TBD|TBC|TÄYDENNÄ|FYLL I HÄR|ATT GÖRA)(?!\w|-\w| [Ll]ist)")
"""Notes to oneself, in capitals; "TODO-lista" is a thing."""

PERHAPS = re.compile(r"_{4,}|(?<![\w./:@+-])x{3,}(?=@)", re.IGNORECASE)
"""A line to write on, which may be one to draw, and an address that may tell only of its form."""

SIGNED_BY_HAND = re.compile(
    r"(?:allekirj|nimenselv|paikka ja aika|underskrift|namnförtyd|ort och datum|signature|place and date)[^_\n]{0,30}$",
    re.IGNORECASE,
)
"""What stands before a line that people are to sign."""

WHOLE = re.compile(r"n\. ?n\.|nn|x{2,}(?:[ -]x+)*|\?{2,}|-{2,}|\.{3,}|…", re.IGNORECASE)
"""What stands for a whole name, number or address."""

FORM = re.compile(r"(?:muodossa|muotoa|format|form|formatet|formen)\W{1,3}$", re.IGNORECASE)
"""What stands before the form in which something is written."""

SHORT = frozenset({"address", "business_id", "emails", "name", "owner_name", "phones", "provider", "written"})
"""The fields that hold one thing."""

QUICK = re.compile(r"[\[<{_]|xx|\.x|20x|lorem|TODO|FIXME|TBD|TBC|TÄYDENNÄ|FYLL|GÖRA", re.IGNORECASE)
"""Letters without which no sign is there."""


@check_of("form", "gdpr:12.1", severity=Severity.SHOULD)
def placeholder_left(case: Case) -> Iterator[Found]:
    """A gap in a document that people read: "[yrityksen nimi]", "xx.xx.20xx", "TODO". Once a field; possible where it may be none."""
    told = set()
    for path, field, text in case.statements:
        if type(text) is str and field in FIELDS:
            gap = _gap(text, short=field in SHORT)
            place = path.rpartition(".")[0] if field in LANGUAGES else path
            if gap and place not in told:
                told.add(place)
                certainty = None if gap.sure else Certainty.POSSIBLE
                yield Found(path=place, certainty=certainty, params={"words": gap.words})


@attrs.frozen
class _Gap:
    """A gap as it is written, and whether it can be nothing else."""

    words: str
    sure: bool


def _gap(text: str, *, short: bool) -> _Gap | None:
    if short and WHOLE.fullmatch(text.strip()):
        return _Gap(text.strip(), sure=True)
    if not QUICK.search(text):
        return None
    sure = _signs().search(text) or SHOUTED.search(text)
    found = sure or _perhaps(text)
    if found is None or FORM.search(text, max(0, found.start() - 20), found.start()):
        return None
    return _Gap(found[0], sure=bool(sure))


def _perhaps(text: str) -> re.Match[str] | None:
    """The first place that may be a gap; not a line to sign."""
    found = PERHAPS.finditer(text)
    return next((one for one in found if not SIGNED_BY_HAND.search(text, max(0, one.start() - 50), one.start())), None)


@cache
def _signs() -> re.Pattern[str]:
    """What templates leave open; names of invented companies are none, nor is the width of an address ("192.168.xxx.xxx")."""
    asked = asked_of_writers()
    signs = (
        rf"\[\s*(?:{asked})\s*\](?!\()",  # not a link of Markdown
        rf"<(?!address>)\s*(?:{asked})\s*>",  # <address> is HTML
        r"\{\{[^{}\n]{1,60}\}\}",
        r"(?<![\w./:@+-])x{3,}(?![\w/:@-]|[.]\w)",
        r"(?<![\w.])(?:x{1,2}\.x{1,2}\.(?:\d{4}|20xx|x{2,4})|\d{1,2}\.(?:\d{1,2}\.20xx|x{1,2}\.20(?:\d\d|xx)))(?!\w)",
        r"lorem ipsum",
    )
    return re.compile("|".join(signs), re.IGNORECASE)
