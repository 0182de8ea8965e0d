"""Cookies and other tracking that users have not agreed to."""

from __future__ import annotations

from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Certainty, Severity
from rekisteri.checks.parties import under_finnish_law
from rekisteri.model.tracking import Tracker
from rekisteri.vocabulary.terms import Term, lookup
from rekisteri.words import Words

IN_THE_BROWSER = frozenset({"browser-settings", "deleting-cookies", "browser-add-on"})
"""Ways to stop tracking that the user's own browser offers: they are no consent."""


@check_of("eprivacy", "svpl:205.1", severity=Severity.NOTE, certainty=Certainty.POSSIBLE, of_controllers=True)
def cookies_without_consent(case: Case) -> Iterator[Found]:
    """Storing or reading data on the user's device needs consent, unless a service that the user asked for needs it.

    ``must`` where the register says that cookies which surely are not necessary are used without consent; ``should`` where they may be, or
    where the browser's own means are the only way to stop them; else a note where nothing is told of consent. A processor's record is not asked:
    consent is the controllers' matter.
    """
    if not under_finnish_law(case):
        return
    asked_for_all = any(tracker.consent and _is_general(tracker) for _, tracker in case.all_of(Tracker))
    for path, tracker in case.all_of(Tracker):
        necessary = _necessary(tracker)
        if tracker.consent or necessary:
            continue
        if tracker.consent is False:
            yield _denied(path, tracker, sure=necessary is False and _uses_cookies(tracker))
        elif not asked_for_all and _only_in_the_browser(tracker):
            yield Found(path=f"{path}.opt_out", severity=Severity.SHOULD, params=_named(tracker), variant="browser")
        elif not asked_for_all and tracker.cookies is not False:
            yield Found(path=f"{path}.consent", params=_named(tracker))


def _denied(path: str, tracker: Tracker, *, sure: bool) -> Found:
    return Found(
        path=f"{path}.consent",
        severity=Severity.MUST if sure else Severity.SHOULD,
        certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
        params=_named(tracker),
        variant="denied" if sure else "perhaps",
    )


def _necessary(tracker: Tracker) -> bool | None:
    """Whether it is necessary for the service: as the register says, else by its kind or its aims; None: it is not told."""
    if tracker.essential is not None:
        return tracker.essential
    kind = _kind(tracker)
    if kind and kind.essential is not None:
        return kind.essential
    return False if any(_serves_no_user(aim) for aim in tracker.aims or ()) else None


def _serves_no_user(aim: Words) -> bool:
    term = lookup(aim.term)
    return term is not None and (term.marketing or term.essential is False)


def _uses_cookies(tracker: Tracker) -> bool:
    kind = _kind(tracker)
    return bool(tracker.cookies or (tracker.cookies is None and kind and kind.cookies))


def _is_general(tracker: Tracker) -> bool:
    """Whether it is about cookies at large, and not about one service."""
    kind = _kind(tracker)
    return bool(kind and kind.cookies and not kind.essential)


def _kind(tracker: Tracker) -> Term | None:
    return lookup(tracker.service.term) if tracker.service and tracker.service.term else None


def _only_in_the_browser(tracker: Tracker) -> bool:
    ways = {way.channel.term if way.channel else None for way in tracker.opt_out or ()}
    return bool(ways) and ways <= IN_THE_BROWSER


def _named(tracker: Tracker) -> dict[str, object]:
    return {"service": tracker.service or tracker.name or Words(term="similar-techniques")}
