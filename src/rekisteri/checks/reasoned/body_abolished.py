"""A body that has ended or been renamed, named as if it still were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.own_texts import Place
from rekisteri.law.bodies import Body, former_bodies
from rekisteri.law.citation import Provision
from rekisteri.vocabulary.phrases import tells_a_time_since, tells_of_an_end
from rekisteri.words import Words

INTELLIGIBLE = Provision.parse("gdpr:12.1")

YEAR = re.compile(r"(?<![\d/:])(?<!p[lb] )(?<!box )(?:19|20)\d\d(?![\d/])")
"""A year, be it of a date or a span; not of an act's number."""


@check_of("stale", severity=Severity.SHOULD)
def body_abolished(case: Case) -> Iterator[Found]:
    """Nobody can turn to a body that is no more, and readers cannot tell who has their data.

    ``note`` where the document was written while it existed, or where the sentence has a year in which it did (then possible).
    Possible where the day of its end is not confirmed, and where only an abbreviation is met.
    """
    for body in former_bodies():
        if case.on <= body.valid_until:
            continue
        was_right = case.written_on is not None and case.written_on <= body.valid_until
        for place in _places(case, body):
            past = _tells_of_its_time(place, body)
            sure = body.confidence == "high" and place.words not in body.as_written and not past
            now = {"now": Words(**body.now)} if body.now else {}
            yield Found(
                path=place.path,
                severity=Severity.NOTE if was_right or past else Severity.SHOULD,
                certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
                citations=(body.provision or INTELLIGIBLE,),
                params={"words": place.words, "until": body.valid_until, **now},
                right_when_drafted=was_right,
                variant="past" if past else _variant(sure=sure, replaced=bool(now)),
            )


def _variant(*, sure: bool, replaced: bool) -> str:
    if not sure:
        return "possible"
    return "message" if replaced else "ended"


def _tells_of_its_time(place: Place, body: Body) -> bool:
    """Whether the sentence may speak of what the body once did: "the permit that it gave in 2019"."""
    years = (int(year) for year in YEAR.findall(place.sentence))
    return any(year <= body.valid_until.year for year in years) and not tells_a_time_since(place.sentence)


def _places(case: Case, body: Body) -> Iterator[Place]:
    """Where it is named, once a text; not where the text says that it has ended."""
    wording = case.wording
    found = list(body.in_lower_case.finditer(wording.lower)) if wording.holds(*body.beginnings) else []
    if any(name in wording.written for name in body.as_written):
        found.extend(body.with_capitals.finditer(wording.written))

    def fits(place: Place, _: str) -> bool:
        return not tells_of_an_end(place.sentence) and _is_meant(case, body, place)

    places = wording.first_places(((*one.span(), body.id) for one in found), fits)
    yield from (place for place, _ in places)


def _is_meant(case: Case, body: Body, place: Place) -> bool:
    """Whether the sentence, or the party whose name it is, tells this body from another of the same name."""
    if not body.evidence:
        return True
    part = place.path.rpartition(".")[0]
    beside = [
        value for path, _, value in case.statements if part and path.startswith(f"{part}.") and isinstance(value, str)
    ]
    told = " ".join([place.sentence, *beside]).lower()
    return "SE" in beside or any(word in told for word in body.evidence)
