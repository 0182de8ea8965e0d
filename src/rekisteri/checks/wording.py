"""What is recognised in a register's own words: acts, former safeguards, and what the tables of phrases describe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from rekisteri.checks.engine import Case, Found
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.own_texts import NAMES, Place
from rekisteri.law.acts import Act
from rekisteri.law.citation import Provision
from rekisteri.model.section import Section
from rekisteri.vocabulary.phrases import Phrase, phrase

__all__ = [
    "OldAct",
    "acts_in_words",
    "former_safeguards_in_words",
    "found_in_words",
    "in_words",
    "said_by_field",
]

OTHER_COUNTRIES = (
    "sveriges", "svenska", "norska", "norges", "danska", "isländska", "estniska",
    "swedish", "norwegian", "danish", "icelandic", "estonian", "maltese", "cypriot",
)  # fmt: skip
"""What stands before another country's act of the same name."""


@attrs.frozen
class OldAct:
    """An act as it is mentioned: by a name it has no more, until when it had it (None: the act itself has ended), and how surely."""

    act: Act
    until: date | None
    sure: bool


def acts_in_words(case: Case) -> Iterator[tuple[Place, OldAct]]:
    """Where own words mention an act that was repealed or renamed; not where they say so or deny it, nor another country's act."""

    def fits(place: Place, old: OldAct) -> bool:
        return place.is_relied_on and (old.sure or not _is_foreign(case, place))

    wording = case.wording
    told = set()
    found = ((one.start, one.end, OldAct(one.act, one.until, one.sure)) for one in wording.old_acts)
    for place, old in wording.first_places(found, fits):
        if (place.path, old.act, old.until) not in told:
            told.add((place.path, old.act, old.until))
            yield place, old


def _is_foreign(case: Case, place: Place) -> bool:
    """Whether the act's name, which other countries use too, is told to be another country's."""
    countries = {party.country for party in case.register.parties("controllers")} - {None}
    return place.before.rstrip(" (").endswith(OTHER_COUNTRIES) or (bool(countries) and "FI" not in countries)


def said_by_field(case: Case, path: str, act: Act, cited: Sequence[tuple[str, Provision]]) -> bool:
    """Whether a field cites the act for the part of the register in which own words mention it."""
    part, _, field = path.partition(".")
    parts = [part, "prepared_under"] if (field or part) in NAMES else [part]
    if part.startswith("sections["):
        section = next(section for place, section in case.all_of(Section) if place == part)
        parts.extend(section.covered or ())
    return any(provision.act == act.key and place.startswith(tuple(parts)) for place, provision in cited)


def in_words(case: Case, table: str, *, relied_on: bool = False) -> Iterator[tuple[Place, Phrase]]:
    """Where own words say what a table of phrases describes, once a text; *relied_on*: and neither deny it nor call it past.

    What a right says of itself is near to a request; how data are protected never is one.
    """
    asked = phrase(table)
    if not case.wording.holds(*asked.stems):
        return

    def fits(place: Place, _: str) -> bool:
        near = asked.near is None or place.path.startswith("rights[") or asked.near.search(place.sentence)
        is_said = near and not place.path.startswith("security[") and not asked.unless.search(place.sentence)
        return bool(is_said) and (not relied_on or place.is_relied_on)

    found = ((*one.span(), table) for one in asked.says.finditer(case.wording.lower))
    yield from ((place, asked) for place, _ in case.wording.first_places(found, fits))


def found_in_words(case: Case, table: str) -> Iterator[Found]:
    """The same as findings: words alone show only what is possible, milder where something else is offered besides."""
    for place, asked in in_words(case, table):
        yield Found(
            path=place.path,
            severity=Severity.NOTE if asked.other.search(place.sentence) else Severity.SHOULD,
            certainty=Certainty.POSSIBLE,
            params={"words": place.quote},
            variant="words",
        )


def former_safeguards_in_words(case: Case) -> Iterator[tuple[Place, str]]:
    """Where own words rely on a framework or clauses that have ended, with the term for them; not where they say that it has."""
    for place, _ in in_words(case, "safeguards", relied_on=True):
        named = place.words.lower()[:4]
        yield place, {"safe": "safe-harbor", "priv": "privacy-shield"}.get(named, "former-standard-clauses")
