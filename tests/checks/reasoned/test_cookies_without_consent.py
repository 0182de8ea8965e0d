"""The check cookies-without-consent: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Controller, Party, Register, Tracker, Way, Words, check, report, term

BROWSER = [Way(channel=term("browser-settings")), Way(channel=term("deleting-cookies"))]


def findings(*tracking: Tracker, on: date = date(2026, 11, 22)) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, variant)."""
    found = check(Register(tracking=tracking), on=on, select=["cookies-without-consent"])
    return found.flatten("severity", "certainty", "path", "variant")


def tracker(service: str | None = None, **told: object) -> Tracker:
    """A tracking service with what is told of it."""
    return Tracker(service=term(service) if service else None, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told",
    [
        tracker("analytics-cookies", consent=False),
        tracker("advertising-cookies", consent=False, cookies=True),
        tracker("google-analytics", consent=False, cookies=True),
        tracker("matomo", consent=False, cookies=True),
        tracker("site-cookies", consent=False, aims=[term("service-provision"), term("site-analytics")]),
        tracker("own-cookies", consent=False, aims=[term("direct-marketing")]),
        tracker(name="Esimerkkimittari", consent=False, cookies=True, aims=[term("statistics")]),
        tracker(name="Esimerkkimittari", consent=False, cookies=True, essential=False),
        tracker("analytics-cookies", consent=False, opt_out=BROWSER),
    ],
)
def test_cookies_that_are_not_necessary_and_no_consent(told: Tracker) -> None:
    """By their kind, by what they are for, or by the register's own word."""
    assert findings(told) == [("must", "certain", "tracking[0].consent", "denied")]


@pytest.mark.parametrize(
    "told",
    [
        tracker("site-cookies", consent=False),
        tracker("site-cookies", consent=False, aims=[Words(fi="sivuston parantaminen")]),
        tracker("google-analytics", consent=False),
        tracker("matomo", consent=False, cookies=False),
        tracker("analytics-cookies", consent=False, cookies=False),
        tracker(name="Esimerkkimittari", consent=False, essential=False),
    ],
)
def test_no_consent_and_something_not_told(told: Tracker) -> None:
    """Whether they are necessary, or whether anything is stored on the device."""
    assert findings(told) == [("should", "possible", "tracking[0].consent", "perhaps")]


@pytest.mark.parametrize(
    "told",
    [
        tracker("site-cookies", opt_out=BROWSER),
        tracker("google-analytics", opt_out=[Way(channel=term("browser-add-on"))]),
        tracker("matomo", cookies=False, opt_out=BROWSER),
    ],
)
def test_the_browser_is_the_only_way_to_stop_them(told: Tracker) -> None:
    """Settings that are left as they are are no consent."""
    assert findings(told) == [("should", "possible", "tracking[0].opt_out", "browser")]


@pytest.mark.parametrize(
    "told",
    [
        tracker("google-analytics"),
        tracker("site-cookies", opt_out=[*BROWSER, Way(channel=term("cookie-settings"))]),
        tracker("site-cookies", opt_out=[Way(web="https://example.fi/evasteet")]),
        tracker("site-cookies", opt_out=[Way(channel=Words(fi="evästehallinta"))]),
        tracker(provider="Esimerkki Oy"),
    ],
)
def test_nothing_is_told_of_consent(told: Tracker) -> None:
    """A note; a nameless service is called something all the same."""
    assert findings(told) == [("note", "possible", "tracking[0].consent", None)]
    (one,) = check(Register(tracking=[told]), on=date(2026, 11, 22), select=["cookies-without-consent"])
    assert "None" not in report.message(one, "fi")


@pytest.mark.parametrize(
    "told",
    [
        tracker("analytics-cookies", consent=True),
        tracker("analytics-cookies", consent=True, opt_out=BROWSER),
        tracker("essential-cookies"),
        tracker("essential-cookies", consent=False, cookies=True),
        tracker("essential-cookies", opt_out=BROWSER),
        tracker("site-cookies", consent=False, essential=True),
        tracker("matomo", cookies=False),
    ],
)
def test_near_misses(told: Tracker) -> None:
    """With consent, necessary, or without cookies and nothing told of consent."""
    assert findings(told) == []


def test_consent_to_the_sites_cookies_reaches_its_services() -> None:
    """Those of which nothing else is told; consent to one service or to necessary cookies says nothing of another."""
    silent = tracker("google-analytics", opt_out=BROWSER)
    denied = tracker("google-analytics", consent=False, cookies=True)

    assert findings(tracker("site-cookies", consent=True), silent, tracker("meta-pixel")) == []
    assert len(findings(tracker("site-cookies", consent=True), denied)) == 1
    assert len(findings(tracker("matomo", consent=True), silent)) == 1
    assert len(findings(tracker("essential-cookies", consent=True), silent)) == 1


@pytest.mark.parametrize(("day", "count"), [(date(2014, 12, 31), 0), (date(2015, 1, 1), 1), (date(2015, 1, 2), 1)])
def test_the_act_holds_from_its_day(day: date, count: int) -> None:
    """Before it another act was in force, which is not judged."""
    assert len(findings(tracker("analytics-cookies", consent=False), on=day)) == count


@pytest.mark.parametrize(("country", "count"), [("FI", 1), ("AX", 1), (None, 1), ("SE", 0)])
def test_the_acts_of_finland_bind_nobody_elsewhere(country: str | None, count: int) -> None:
    """A controller that is said to be in another country follows its law."""
    register = Register(
        controllers=[Controller(name="Exempel", country=country)],
        tracking=[tracker("analytics-cookies", consent=False)],
    )

    assert len(check(register, on=date(2026, 11, 22), select=["cookies-without-consent"]).findings) == count


def test_a_processors_record_is_not_asked() -> None:
    """Consent is the controllers' matter."""
    kept = Register(kept_by=[Party(name="Esimerkki Oy")], tracking=[tracker("analytics-cookies", consent=False)])

    assert not check(kept, on=date(2026, 11, 22), select=["cookies-without-consent"]).findings
