"""An act that is in force, called by a name or number that is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.wording import acts_in_words, in_words
from rekisteri.law.citation import Provision

GDPR = Provision.parse("gdpr")


@check_of("stale", severity=Severity.NOTE)
def act_misnamed(case: Case) -> Iterator[Found]:
    """An act by its former name, the Regulation called a directive, or its number turned round."""
    yield from _former_names(case)
    for place, phrase in in_words(case, "directive", relied_on=True):
        sure = bool(phrase.other.search(place.words.lower()))
        yield Found(
            path=place.path,
            certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
            citations=(GDPR,),
            params={"words": place.words},
            variant="directive" if sure else "directive-possible",
        )
    for place, _ in in_words(case, "reversed"):
        yield Found(path=place.path, citations=(GDPR,), params={"words": place.words}, variant="number")


def _former_names(case: Case) -> Iterator[Found]:
    for place, old in acts_in_words(case):
        if old.until and case.on > old.until:
            act = Provision(act=old.act.key)
            yield Found(
                path=place.path,
                certainty=Certainty.CERTAIN if old.sure else Certainty.POSSIBLE,
                citations=(act,),
                params={"words": place.words, "act": act, "until": old.until},
                right_when_drafted=case.written_on is not None and case.written_on <= old.until,
                variant="message" if old.sure else "possible",
            )
