"""The check retention-vague: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Purpose, Register, RetentionRule, Words, check, report, term
from rekisteri.law import Provision
from rekisteri.model import Party
from rekisteri.retention import Last, Limit, Period, Reason, Start
from rekisteri.words import LANGUAGES, Audience

TODAY = date(2026, 11, 22)
NEEDED = Words(fi="niin kauan kuin on tarpeen")
PURPOSES = [Purpose(id="orders", aims=[term("orders")]), Purpose(id="books", aims=[term("bookkeeping")])]


def paths(*rules: RetentionRule) -> list[object]:
    """Where the check finds something; nothing that it finds is graver or surer than it says."""
    found = check(Register(purposes=PURPOSES, retention=rules), on=TODAY, select=["retention-vague"])
    assert {(one.severity, one.certainty) for one in found} <= {("should", "certain")}
    return [path for (path,) in found.flatten("path")]


def told(language: str, text: str) -> list[object]:
    """Where the check finds something in a rule with this criterion alone."""
    return paths(RetentionRule(criterion=Words(**{language: text})))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "niin kauan kuin on tarpeen"),
        ("fi", "Tietoja säilytetään niin kauan kuin se on tarpeellista."),
        ("fi", "tarvittavan ajan"),
        ("fi", "toistaiseksi"),
        ("fi", "kohtuullisen ajan"),
        ("fi", "Henkilötietoja säilytetään vain niin kauan kuin ne ovat tarpeen käyttötarkoituksen toteuttamiseksi"),
        ("fi", "Tiedot poistetaan, kun niitä ei enää tarvita."),
        ("fi", "Rekisterinpitäjä säilyttää tietoja niin kauan kuin se on tarpeen tai laki sitä edellyttää."),
        ("sv", "så länge det behövs"),
        ("sv", "Uppgifterna förvaras så länge som det är nödvändigt för ändamålet."),
        ("sv", "tills vidare"),
        ("en", "as long as necessary"),
        ("en", "We keep your personal data for as long as is needed to fulfil the purposes described above."),
        ("en", "for a reasonable time"),
        ("en", "as long as required"),
        ("en", "until further notice"),
        ("en", "No longer than is necessary for the controller's purposes"),
    ],
)
def test_a_vague_phrase_alone(language: str, text: str) -> None:
    """However it is dressed in words that name nothing."""
    assert told(language, text) == ["retention[0].criterion"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "niin kauan kuin asiakassuhteen hoitaminen sitä edellyttää, kuitenkin enintään 2 vuotta"),
        ("fi", "niin kauan kuin on tarpeen, kuitenkin enintään 2 vuotta"),
        ("fi", "niin kauan kuin on tarpeen, enintään kaksi vuotta"),
        ("fi", "niin kauan kuin asiakassuhde on voimassa ja tietoja tarvitaan"),
        ("fi", "sopimuksen voimassaoloajan"),
        ("fi", "toistaiseksi voimassa olevan sopimuksen ajan"),
        ("fi", "niin kauan kuin kirjanpitolaki edellyttää"),
        ("fi", "tarpeen mukaan kirjanpitolain edellyttämän ajan"),
        ("fi", "niin kauan kuin laki edellyttää"),
        ("fi", "tapahtuman tarpeellinen tiedotus on tehty"),
        ("fi", "tietoja säilytetään"),
        ("sv", "så länge det behövs för att sköta kundförhållandet"),
        ("sv", "den tid som bokföringslagen kräver"),
        ("en", "until the end of the customer relationship"),
        ("en", "as long as necessary for the delivery of the order"),
        ("en", "as long as required by law"),
        ("en", "as long as necessary, at most 24 months"),
        ("en", "as long as required by the Accounting Act"),
    ],
)
def test_what_names_something_is_let_pass(language: str, text: str) -> None:
    """A number, an event, a relationship or an act by its name; and what is not vague."""
    assert told(language, text) == []


def test_every_language_must_be_vague() -> None:
    """What one of them names is named."""
    both = {"fi": "niin kauan kuin on tarpeen", "sv": "så länge det behövs"}

    assert paths(RetentionRule(criterion=Words(**both))) == ["retention[0].criterion"]
    assert paths(RetentionRule(criterion=Words(**{**both, "en": "as long as you are our customer"}))) == []


@pytest.mark.parametrize(
    "rule",
    [
        RetentionRule(criterion=NEEDED, period=Period(years=2)),
        RetentionRule(criterion=NEEDED, start=Start(event=term("relationship-end"))),
        RetentionRule(criterion=NEEDED, last=Last(fixed=date(2030, 12, 31))),
        RetentionRule(criterion=NEEDED, by_law=[Provision.parse("kpl")]),
        RetentionRule(criterion=NEEDED, reason=Reason(provision=Provision.parse("ykstl:5.4"))),
        RetentionRule(criterion=NEEDED, only_if=[term("ongoing-customer-relationship")]),
        RetentionRule(criterion=NEEDED, audience=Audience.RECORD),
    ],
)
def test_what_the_rule_says_besides(rule: RetentionRule) -> None:
    """A time, a law or a condition is something to go by; what nobody reads in a notice is not judged."""
    assert paths(rule) == []


def test_a_decision_that_only_the_controller_knows_is_nothing_to_go_by() -> None:
    """Nor is what happens at the end."""
    decided = Reason(decision=Words(fi="yhtiön ohje"))

    assert paths(RetentionRule(criterion=NEEDED, reason=decided, then=term("erase"))) == ["retention[0].criterion"]


def test_another_rule_may_set_the_end() -> None:
    """For the same data or more, always, and at the latest; a minimum sets none."""
    vague = RetentionRule(criterion=NEEDED, purposes=["orders"])

    def beside(limit: Limit | None, **scope: object) -> list[object]:
        start = Start(event=term("last-order"))
        return paths(vague, RetentionRule(limit=limit, period=Period(years=2), start=start, **scope))  # type: ignore[arg-type]

    assert beside(Limit.MAXIMUM) == []
    assert beside(None, purposes=["orders"]) == []
    assert beside(None, purposes=["books"]) == ["retention[0].criterion"]
    assert beside(Limit.MINIMUM) == ["retention[0].criterion"]
    assert beside(Limit.MAXIMUM, only_if=[term("law")]) == ["retention[0].criterion"]


def test_the_end_of_the_purpose_is_no_event() -> None:
    """The vocabulary calls it vague; with a period or without, and where every start is so."""
    start = Start(event=term("purpose-end"))

    assert paths(RetentionRule.maximum("P1Y", after="purpose-end")) == ["retention[0].start.event"]
    assert paths(RetentionRule(start=start)) == ["retention[0].start.event"]
    assert paths(RetentionRule(last=Last(later=[Last(start=start), Last(start=start, period=Period(years=1))]))) == [
        "retention[0].last.later[0].start.event"
    ]


@pytest.mark.parametrize(
    "rule",
    [
        RetentionRule.maximum("P1Y", after="relationship-end"),
        RetentionRule.maximum("P1Y", after=term("purpose-end", fi="kampanjan päättyminen")),
        RetentionRule.maximum("P1Y", after=Words(fi="käyttötarkoituksen päättyminen")),
        RetentionRule(last=Last(earlier=[Last(start=Start(event=term(one))) for one in ("purpose-end", "last-order")])),
        RetentionRule(
            last=Last(earlier=[Last(start=Start(event=term("purpose-end"))), Last(fixed=date(2030, 12, 31))])
        ),
    ],
)
def test_events_that_can_be_seen(rule: RetentionRule) -> None:
    """Another event, one in own words, or something else beside it."""
    assert paths(rule) == []


def test_a_processor_gives_no_notice() -> None:
    """Its own record of processing is not asked."""
    kept = Register(kept_by=[Party(name="Esimerkki Oy")], retention=[RetentionRule(criterion=NEEDED)])

    assert check(kept, on=TODAY, select=["retention-vague"]).findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_quoted(language: str) -> None:
    """In the register's own words, or by the event's label."""
    rules = [
        RetentionRule(criterion=NEEDED),
        RetentionRule(start=Start(event=term("purpose-end"))),
    ]
    found = check(Register(retention=rules), on=TODAY, select=["retention-vague"])
    said = [report.message(one, language) for one in found]

    assert "niin kauan kuin on tarpeen" in said[0]
    assert {"fi": "käyttötarkoituksen", "sv": "ändamålets", "en": "end of the purpose"}[language] in said[1]
