"""The check transfers-contradict-recipients: what fires it, and the near misses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from rekisteri import Disclosure, Processor, Recipient, Register, Tracker, Transfer, check, report, term

TODAY = date(2026, 11, 22)
CLOUD = Processor(id="cloud", name="Esimerkkipilvi Inc", country="US")
ANALYTICS = Tracker(service=term("google-analytics"))
HEDGED = [Transfer(only_if=[term("technical-necessity")])]


def findings(transfers: Sequence[Transfer] | None, on: date = TODAY, **said: Any) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    found = check(Register(transfers=transfers, **said), on=on, select=["transfers-contradict-recipients"])
    return found.flatten("severity", "certainty", "path")


def test_no_transfers_beside_a_recipient_abroad() -> None:
    """Both cannot be true: processors, their sub-processors, disclosures."""
    nested = Processor(name="Esimerkki Oy", country="FI", sub_processors=[Processor(name="Sub Inc", country="IN")])

    assert findings((), processors=[CLOUD, nested]) == [
        ("must", "certain", "processors[cloud]"),
        ("must", "certain", "processors[1].sub_processors[0]"),
    ]
    assert findings((), disclosures=[Disclosure(name="Esimerkki Ltd", country="GB")]) == [
        ("must", "certain", "disclosures[0]")
    ]


def test_hedged_transfers_beside_a_recipient_abroad() -> None:
    """ "Only if necessary" says too little where a recipient is known."""
    assert findings(HEDGED, processors=[CLOUD]) == [("should", "certain", "processors[cloud]")]


def test_a_tracking_service_is_possible_only() -> None:
    """Its provider is abroad, but a company in the EEA may stand between; a country that the register states is certain."""
    assert findings((), tracking=[ANALYTICS]) == [("should", "possible", "tracking[0]")]
    assert findings(HEDGED, tracking=[ANALYTICS]) == [("should", "possible", "tracking[0]")]
    assert findings((), tracking=[Tracker(service=term("matomo"), country="US")]) == [
        ("must", "certain", "tracking[0]")
    ]


@pytest.mark.parametrize(
    ("transfers", "said", "words"),
    [
        ((), {"processors": [CLOUD]}, "According to the register, no data go out of the European Economic Area, but"),
        (HEDGED, {"processors": [CLOUD]}, "only conditionally and names no destination, but"),
        ([Transfer(may=True)], {"processors": [CLOUD]}, "only conditionally and names no destination, but"),
        ([Transfer(countries=["IN"])], {"processors": [CLOUD]}, "but none to the country where one recipient is:"),
        ([Transfer(countries=["IN"])], {"processors": [CLOUD], "no_other_transfers": True}, "but none to the country"),
        ((), {"recipients": [Recipient(name="Esimerkkipilvi Inc", country="US", may=True)]}, "no data go out"),
        ((), {"tracking": [ANALYTICS]}, "There is no contradiction if the contract and the processing"),
    ],
)
def test_the_words_fit_what_the_register_says(transfers: Sequence[Transfer], said: dict[str, Any], words: str) -> None:
    """That nothing goes out, that something may, or that it goes elsewhere; only a service may have a company between."""
    register = Register(transfers=transfers, **said)
    (found,) = check(register, on=TODAY, select=["transfers-contradict-recipients"])

    assert words in report.message(found, "en")


def test_no_other_transfers_denies_the_rest() -> None:
    """Then a recipient elsewhere contradicts it for certain."""
    india = [Transfer(countries=["IN"])]

    assert findings(india, processors=[CLOUD]) == [("should", "certain", "processors[cloud]")]
    assert findings(india, processors=[CLOUD], no_other_transfers=True) == [("must", "certain", "processors[cloud]")]


@pytest.mark.parametrize(
    ("transfers", "said"),
    [
        (None, {"processors": [CLOUD]}),
        ([Transfer(countries=["US"])], {"processors": [CLOUD]}),
        ([Transfer()], {"processors": [CLOUD]}),
        ((), {"processors": [Processor(name="Esimerkki AS", country="NO")]}),
        ((), {"processors": [Processor(name="Esimerkki Oy")]}),
        ((), {"tracking": [Tracker(service=term("matomo"))]}),
        ((), {"tracking": ()}),
    ],
)
def test_near_misses(transfers: Sequence[Transfer] | None, said: dict[str, Any]) -> None:
    """Silence on transfers, a transfer that is stated, recipients in the EEA or nowhere."""
    assert findings(transfers, **said) == []


@pytest.mark.parametrize(("on", "count"), [(date(2020, 12, 31), 0), (date(2021, 1, 1), 1)])
def test_the_country_is_judged_on_the_day(on: date, count: int) -> None:
    """The United Kingdom counted until the end of 2020."""
    assert len(findings((), on, processors=[Processor(name="Esimerkki Ltd", country="GB")])) == count


def test_a_stated_country_makes_transfers_a_duty() -> None:
    """Who names a processor abroad and says nothing of transfers leaves out what must be stated."""
    silent = Register(processors=[CLOUD])
    found = check(silent, on=TODAY, select=["transfers-missing"])

    assert found.flatten("severity", "certainty", "path") == [("must", "certain", "transfers")]


def test_the_recipient_is_named() -> None:
    """By its own name, or by what it is called."""
    said = [
        report.message(one, "en")
        for one in check(
            Register(transfers=(), processors=[CLOUD], tracking=[ANALYTICS]),
            on=TODAY,
            select=["transfers-contradict-recipients"],
        )
    ]

    assert "Esimerkkipilvi Inc (United States)" in said[0]
    assert "Google Analytics (United States)" in said[1]


def test_a_transfer_elsewhere_covers_nothing() -> None:
    """A transfer to India is not one to the United States."""
    assert findings([Transfer(countries=["IN"])], processors=[CLOUD]) == [("should", "certain", "processors[cloud]")]
    assert findings([Transfer(countries=["IN"]), Transfer(countries=["US"])], processors=[CLOUD]) == []


def test_a_recipient_that_only_may_be_used_is_possible() -> None:
    """Then "none" may be true so far."""
    maybe = Processor(name="Esimerkkipilvi Inc", country="US", may=True)

    assert findings((), processors=[maybe]) == [("should", "possible", "processors[0]")]


def test_a_country_of_doubtful_status_is_possible() -> None:
    """Then it may be true that nothing leaves the EEA."""
    rock = Processor(name="Example Rock Ltd", country="GI")
    (found,) = check(Register(transfers=(), processors=[rock]), on=TODAY, select=["transfers-contradict-recipients"])

    assert findings((), processors=[rock]) == [("should", "possible", "processors[0]")]
    assert "It is not certain whether a transfer there leaves" in report.message(found, "en")


@pytest.mark.parametrize(("on", "expected"), [(date(2021, 6, 28), "possible"), (date(2021, 6, 29), "certain")])
def test_while_a_bridge_led_to_the_united_kingdom_it_is_possible(on: date, expected: str) -> None:
    """Transfers there were not treated as ones to a third country."""
    kingdom = [Processor(name="Esimerkki Ltd", country="GB")]

    assert [certainty for _, certainty, _ in findings((), on, processors=kingdom)] == [expected]
