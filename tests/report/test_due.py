"""Answers of the calculator in words: every kind of step and state, in Finnish, Swedish and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime

import attrs
import pytest

from rekisteri import InvalidValue, Period, Provision, Reason, RetentionRule, Words, due, report, term
from rekisteri.report.steps import name_in_words, step_in_words
from rekisteri.retention import (
    Answer,
    Category,
    ErasureRule,
    FinancialCalendar,
    Hold,
    Last,
    LawVersion,
    Limit,
    Plan,
    Record,
    Round,
    Start,
    State,
)
from rekisteri.retention.events import EventState
from rekisteri.retention.last import Step
from rekisteri.text.catalog import phrases
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
DAY = date(2024, 12, 31)
LAW = Reason(provision=Provision.parse("kpl:2/10.2"))
DECISION = Reason(decision=Words(fi="hallituksen päätös", sv="styrelsens beslut", en="decision of the board"))
INVOICE = term("invoice")

STEPS: dict[str, tuple[Step, str, str, str]] = {
    # a name of each: the step, and its line in English, Finnish and Swedish
    "rule": (
        Step("rule", {"rule": "vouchers", "limit": Limit.MINIMUM, "reason": LAW}),
        "Rule “vouchers” (at least): chapter 2, section 10(2) of the Accounting Act (1336/1997)",
        "Sääntö ”vouchers” (vähintään): kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti",
        "Regel ”vouchers” (minst): 2 kap. 10 § 2 mom. i bokföringslagen (1336/1997)",
    ),
    "rule of the controller's own": (
        Step("rule", {"rule": "own", "limit": Limit.MAXIMUM, "reason": DECISION}),
        "Rule “own” (at most): decision of the board",
        "Sääntö ”own” (enintään): hallituksen päätös",
        "Regel ”own” (högst): styrelsens beslut",
    ),
    "rule in words of one language": (
        Step("rule", {"rule": "own", "limit": Limit.EXACT, "reason": Reason(decision=Words(fi="hallituksen päätös"))}),
        "Rule “own” (exactly): hallituksen päätös",
        "Sääntö ”own” (tasan): hallituksen päätös",
        "Regel ”own” (exakt): hallituksen päätös",
    ),
    "rule-without-reason": (
        Step("rule", {"rule": "retention[0]", "limit": Limit.EXACT, "reason": None}),
        "Rule “retention[0]” (exactly)",
        "Sääntö ”retention[0]” (tasan)",
        "Regel ”retention[0]” (exakt)",
    ),
    "rule of claims": (
        Step("rule", {"rule": "claims", "limit": Limit.CLAIM, "reason": None}),
        "Rule “claims” (time for claims)",
        "Sääntö ”claims” (vaatimusten esittämisaika)",
        "Regel ”claims” (tid för anspråk)",
    ),
    "rule for a time": (
        Step("rule", {"rule": "for", "limit": Limit.FOR, "reason": None}),
        "Rule “for” (for a fixed time)",
        "Sääntö ”for” (säilytysaika)",
        "Regel ”for” (bevaringstid)",
    ),
    "rule without limit": (
        Step("rule", {"rule": "vague", "limit": None, "reason": None}),
        "Rule “vague” (limit not stated)",
        "Sääntö ”vague” (ei kerrota, onko aika vähimmäis- vai enimmäisaika)",
        "Regel ”vague” (det anges inte om tiden är en minimi- eller maximitid)",
    ),
    "promise": (
        Step("promise", {"rule": "erasure[0]", "trigger": term("request")}),
        "Promise “erasure[0]”, to erase on this ground: request by the data subject",
        "Lupaus ”erasure[0]” poistaa tiedot, perusteena rekisteröidyn pyyntö",
        "Löfte ”erasure[0]” att radera på grund av den registrerades begäran",
    ),
    "incomplete": (
        Step("incomplete"),
        "The limit, the period or its start is not stated.",
        "Ei kerrota, onko aika vähimmäis- vai enimmäisaika, kuinka pitkä se on tai mistä se alkaa.",
        "Det anges inte om tiden är en minimi- eller maximitid, hur lång den är eller från när den räknas.",
    ),
    "event": (
        Step("event", {"event": INVOICE, "day": DAY}),
        "date of the invoice: 31 December 2024",
        "laskun päiväys: 31. joulukuuta 2024",
        "fakturadatum: 31 december 2024",
    ),
    "event in own words": (
        Step("event", {"event": Words(fi="kauden loppu", sv="säsongens slut", en="end of the season"), "day": DAY}),
        "end of the season: 31 December 2024",
        "kauden loppu: 31. joulukuuta 2024",
        "säsongens slut: 31 december 2024",
    ),
    "event at an instant": (
        Step("event", {"event": term("recorded"), "day": datetime(2024, 12, 31, 9, 5, tzinfo=UTC)}),
        "recording of the data: 31 December 2024 09:05",
        "tietojen tallentaminen: 31. joulukuuta 2024 09:05",
        "registrering av uppgifterna: 31 december 2024 09:05",
    ),
    "event-not-yet": (
        Step("event-state", {"event": INVOICE, "state": EventState.NOT_YET}),
        "date of the invoice: not yet",
        "laskun päiväys: ei vielä",
        "fakturadatum: inte ännu",
    ),
    "event-never": (
        Step("event-state", {"event": INVOICE, "state": EventState.NEVER}),
        "date of the invoice: never",
        "laskun päiväys: ei tapahdu koskaan",
        "fakturadatum: inträffar aldrig",
    ),
    "event-unknown": (
        Step("event-state", {"event": INVOICE, "state": EventState.UNKNOWN}),
        "date of the invoice: not known",
        "laskun päiväys: ei tiedossa",
        "fakturadatum: inte känt",
    ),
    "no-start": (
        Step("no-start"),
        "From when the period runs is not stated.",
        "Säilytysajan alkua ei kerrota.",
        "Förvaringstidens början anges inte.",
    ),
    "no-year-end": (
        Step("no-year-end"),
        "When financial years end is not stated.",
        "Tilikausien päättymistä ei kerrota.",
        "När räkenskapsperioderna går ut anges inte.",
    ),
    "rounded-month": (
        Step("rounded", {"span": Round.MONTH, "day": DAY}),
        "to the end of the month: 31 December 2024",
        "kuukauden loppuun: 31. joulukuuta 2024",
        "till månadens slut: 31 december 2024",
    ),
    "rounded-year": (
        Step("rounded", {"span": Round.YEAR, "day": DAY}),
        "to the end of the calendar year: 31 December 2024",
        "kalenterivuoden loppuun: 31. joulukuuta 2024",
        "till kalenderårets slut: 31 december 2024",
    ),
    "rounded-financial-year": (
        Step("rounded", {"span": Round.FINANCIAL_YEAR, "day": DAY}),
        "to the end of the financial year: 31 December 2024",
        "tilikauden loppuun: 31. joulukuuta 2024",
        "till räkenskapsperiodens slut: 31 december 2024",
    ),
    "rounded-year-of-financial-year-end": (
        Step("rounded", {"span": Round.YEAR_OF_FINANCIAL_YEAR_END, "day": DAY}),
        "to the end of the calendar year in which the financial year ends: 31 December 2024",
        "sen kalenterivuoden loppuun, jona tilikausi päättyy: 31. joulukuuta 2024",
        "till slutet av det kalenderår under vilket räkenskapsperioden går ut: 31 december 2024",
    ),
    "plus": (
        Step("plus", {"period": Period.parse("P6Y"), "day": DAY}),
        "plus 6 years: 31 December 2024",
        "lisätään 6 vuotta: 31. joulukuuta 2024",
        "plus 6 år: 31 december 2024",
    ),
    "plus several units": (
        Step("plus", {"period": Period.parse("P1Y1M1D"), "day": DAY}),
        "plus 1 year, 1 month and 1 day: 31 December 2024",
        "lisätään 1 vuosi, 1 kuukausi ja 1 päivä: 31. joulukuuta 2024",
        "plus 1 år, 1 månad och 1 dag: 31 december 2024",
    ),
    "plus hours": (
        Step("plus", {"period": Period.parse("PT72H"), "day": DAY}),
        "plus 72 hours: 31 December 2024",
        "lisätään 72 tuntia: 31. joulukuuta 2024",
        "plus 72 timmar: 31 december 2024",
    ),
    "fixed": (
        Step("fixed", {"day": DAY}),
        "a fixed day: 31 December 2024",
        "kiinteä päivä: 31. joulukuuta 2024",
        "en bestämd dag: 31 december 2024",
    ),
    "forever": (Step("forever"), "without end", "ilman loppua", "utan slut"),
    "later": (
        Step("later", {"day": DAY}),
        "the latest of these: 31 December 2024",
        "näistä myöhäisin: 31. joulukuuta 2024",
        "den senaste av dessa: 31 december 2024",
    ),
    "earlier": (
        Step("earlier", {"day": DAY}),
        "the earliest of these: 31 December 2024",
        "näistä aikaisin: 31. joulukuuta 2024",
        "den tidigaste av dessa: 31 december 2024",
    ),
    "first-known": (
        Step("first-known"),
        "the first of these that is known",
        "ensimmäinen näistä, joka tunnetaan",
        "den första av dessa som är känd",
    ),
    "version": (
        Step("version", {"since": None, "until": DAY}),
        "by the version of the law that holds for this start",
        "sen lain version mukaan, joka koskee tätä alkamispäivää",
        "enligt den lagversion som gäller för denna början",
    ),
    "lapsed": (
        Step("lapsed"),
        "lapsed before the other event came: the first counts",
        "aika päättyi jo ennen toista tapahtumaa: ensimmäinen ratkaisee",
        "tiden gick ut före den andra händelsen: den första avgör",
    ),
    "not-lapsed": (
        Step("not-lapsed"),
        "not lapsed when the other event came: the second counts",
        "aika ei ollut päättynyt toisen tapahtuman sattuessa: jälkimmäinen ratkaisee",
        "tiden hade inte gått ut när den andra händelsen inträffade: den senare avgör",
    ),
    "within": (
        Step("within", {"period": Period(days=30)}),
        "the erasure itself may take 30 days",
        "poistaminen itse voi kestää 30 päivää",
        "själva raderingen kan ta 30 dagar",
    ),
    "waits": (
        Step("waits", {"rule": "own", "day": DAY}),
        "Rule “own” makes an exception: its end waits until 31 December 2024.",
        "Säännössä ”own” on poikkeus: sen loppu siirtyy päivään 31. joulukuuta 2024.",
        "Regel ”own” har ett undantag: dess slut flyttas till den 31 december 2024.",
    ),
    "waits-open": (
        Step("waits-open", {"rule": "own", "day": None}),
        "Rule “own” makes an exception: its end waits for what has no end yet.",
        "Säännössä ”own” on poikkeus: sen loppu odottaa aikaa, jolla ei vielä ole loppua.",
        "Regel ”own” har ett undantag: dess slut väntar på en tid som ännu inte har något slut.",
    ),
    "yields": (
        Step("yields", {"rule": "own"}),
        "Rule “own” is the controller’s own and yields to the request.",
        "Sääntö ”own” on rekisterinpitäjän oma ja väistyy pyynnön tieltä.",
        "Regel ”own” är den personuppgiftsansvariges egen och viker för begäran.",
    ),
    "ends-on-day": (
        Step("ends-on-day", {"day": DAY}),
        "last day: 31 December 2024",
        "viimeinen päivä: 31. joulukuuta 2024",
        "sista dag: 31 december 2024",
    ),
    "ends-open": (Step("ends-open"), "no last day so far", "ei vielä viimeistä päivää", "ingen sista dag ännu"),
    "ends-never": (
        Step("ends-never"),
        "no last day: the event will not come",
        "ei viimeistä päivää: tapahtuma ei toteudu",
        "ingen sista dag: händelsen inträffar inte",
    ),
    "ends-absent": (
        Step("ends-absent"),
        "does not apply: the event has not occurred",
        "ei sovelleta: tapahtumaa ei ole ollut",
        "tillämpas inte: händelsen har inte inträffat",
    ),
    "ends-unknown": (
        Step("ends-unknown"),
        "last day: not known",
        "viimeinen päivä ei ole tiedossa",
        "sista dagen är inte känd",
    ),
    "replaced": (
        Step("replaced", {"rule": "wide", "by": "narrow"}),
        "Rule “wide” gives way to the narrower rule “narrow”.",
        "Sääntö ”wide” väistyy suppeamman säännön ”narrow” tieltä.",
        "Regel ”wide” viker för den snävare regeln ”narrow”.",
    ),
    "hold": (
        Step("hold", {"reason": "dispute", "since": DAY, "until": TODAY}),
        "Hold (pending dispute) from 31 December 2024 to 22 November 2026",
        "Poistaminen estetty (vireillä oleva riita) ajaksi 31. joulukuuta 2024 – 22. marraskuuta 2026",
        "Raderingen spärrad (pågående tvist) från den 31 december 2024 till den 22 november 2026",
    ),
    "hold-open": (
        Step("hold", {"reason": "own-reason", "since": DAY, "until": None}),
        "Hold (own-reason) from 31 December 2024, not released yet",
        "Poistaminen estetty (own-reason) 31. joulukuuta 2024 alkaen toistaiseksi",
        "Raderingen spärrad (own-reason) från den 31 december 2024 tills vidare",
    ),
    "hold-refused": (
        Step("hold-refused", {"reason": "open-invoices", "since": DAY, "until": None}),
        "A hold (open invoices) from 31 December 2024 does not mask a statutory maximum whose act does not know the"
        " reason.",
        "Este (avoimet laskut) 31. joulukuuta 2024 alkaen ei syrjäytä lakisääteistä enimmäisaikaa, koska laki ei tunne"
        " tätä perustetta.",
        "En spärr (obetalda fakturor) från den 31 december 2024 åsidosätter inte en lagstadgad maximitid, eftersom lagen"
        " inte godtar grunden.",
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_steps_in_words(name: str) -> None:
    """Each kind of step is one line, as a native reader would read it."""
    step, *expected = STEPS[name]

    assert [step_in_words(step, language) for language in ("en", "fi", "sv")] == expected


def test_every_kind_of_step_is_tested() -> None:
    """No phrase of a step is left out."""
    kinds = {name.removeprefix("due.step.") for name in phrases("en") if name.startswith("due.step.")}

    assert kinds <= set(STEPS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("invoice", ["date of the invoice", "laskun päiväys", "fakturadatum"]),
        (
            "financial_year_end",
            ["the end of financial years", "tilikauden päättymispäivä", "räkenskapsperiodens slutdag"],
        ),
        ("start", ["the start of the period", "säilytysajan alku", "förvaringstidens början"]),
        ("subjects", ["the kind of people", "henkilöryhmä", "kategorin av registrerade"]),
        ("retention[0]", ["retention[0]"] * 3),
    ],
)
def test_what_is_missing_has_a_name(name: str, expected: list[str]) -> None:
    """Events by their labels, other facts in words, parts of rules by their names."""
    assert [name_in_words(name, language) for language in ("en", "fi", "sv")] == expected


# Whole answers.

STATES: dict[State, tuple[str, str, str]] = {
    State.MUST_KEEP: ("must be kept", "säilytettävä", "ska bevaras"),
    State.MAY_ERASE: ("may be erased", "saa poistaa", "får raderas"),
    State.MUST_ERASE: ("must be erased", "poistettava", "ska raderas"),
    State.CONFLICT: (
        "contradiction: must be kept and must be erased",
        "ristiriita: säilytettävä ja poistettava",
        "motsägelse: ska både bevaras och raderas",
    ),
    State.HELD: (
        "held: must not be erased",
        "poistaminen estetty: ei saa poistaa",
        "raderingen spärrad: får inte raderas",
    ),
    State.UNKNOWN: ("not known", "ei tiedossa", "inte känt"),
}
HEADINGS = {
    "en": "Judged by the rules of the register on 22 November 2026",
    "fi": "Tilanne 22. marraskuuta 2026 rekisterin sääntöjen mukaan",
    "sv": "Läget den 22 november 2026 enligt registrets regler",
}


def answer(**told: object) -> Answer:
    """An answer that says nothing but what is told."""
    silent: Mapping[str, object] = {
        "record": None,
        "category": "invoices",
        "state": State.MAY_ERASE,
        "free_from": None,
        "until": None,
        "open_ended": False,
        "purposes_ended": (),
        "missing": (),
        "then": None,
        "rules": (),
        "steps": (),
    }
    return Answer(**{**silent, **told})  # type: ignore[arg-type]


FULL = answer(
    record="1",
    state=State.MUST_KEEP,
    free_from=date(2025, 1, 1),
    until=date(2025, 6, 30),
    open_ended=True,
    purposes_ended=("orders", "newsletter"),
    missing=("invoice", "subjects"),
    then=term("erase"),
    rules=("vouchers",),
    steps=(STEPS["rule"][0], STEPS["event"][0], STEPS["ends-on-day"][0], STEPS["hold"][0]),
)


@pytest.mark.parametrize("state", State)
def test_states_in_words(state: State) -> None:
    """Each state, in each language; without a record, days or steps an answer is one line."""
    for language, words in zip(("en", "fi", "sv"), STATES[state], strict=True):
        text = report.due_text([answer(state=state)], on=TODAY, language=language)

        assert text == f"{HEADINGS[language]}\n\ninvoices: {words}\n"


def test_a_whole_answer_in_english() -> None:
    """All that an answer can say, in its order; the steps of a rule stand under it."""
    assert report.due_text([FULL], on=TODAY) == (
        "Judged by the rules of the register on 22 November 2026\n"
        "\n"
        "invoices [1]: must be kept\n"
        "  Need not exist from 1 January 2025 on.\n"
        "  May exist through 30 June 2025.\n"
        "  At the end: erasure.\n"
        "  No use any more for these purposes: orders, newsletter.\n"
        "  Would have to be known: date of the invoice, the kind of people.\n"
        "    Rule “vouchers” (at least): chapter 2, section 10(2) of the Accounting Act (1336/1997)\n"
        "      date of the invoice: 31 December 2024\n"
        "      last day: 31 December 2024\n"
        "    Hold (pending dispute) from 31 December 2024 to 22 November 2026\n"
    )


def test_a_whole_answer_in_finnish() -> None:
    """The same."""
    assert report.due_text([FULL], on=TODAY, language="fi") == (
        "Tilanne 22. marraskuuta 2026 rekisterin sääntöjen mukaan\n"
        "\n"
        "invoices [1]: säilytettävä\n"
        "  Tietoja ei tarvitse säilyttää enää 1. tammikuuta 2025 alkaen.\n"
        "  Tietoja saa säilyttää 30. kesäkuuta 2025 saakka, se päivä mukaan lukien.\n"
        "  Säilytysajan päätyttyä: poistaminen.\n"
        "  Ei saa enää käyttää näihin tarkoituksiin: orders, newsletter.\n"
        "  Ratkaisu edellyttää tietoa: laskun päiväys, henkilöryhmä.\n"
        "    Sääntö ”vouchers” (vähintään): kirjanpitolain (1336/1997) 2 luvun 10 §:n 2 momentti\n"
        "      laskun päiväys: 31. joulukuuta 2024\n"
        "      viimeinen päivä: 31. joulukuuta 2024\n"
        "    Poistaminen estetty (vireillä oleva riita) ajaksi 31. joulukuuta 2024 – 22. marraskuuta 2026\n"
    )


def test_a_whole_answer_in_swedish() -> None:
    """The same."""
    assert report.due_text([FULL], on=TODAY, language="sv") == (
        "Läget den 22 november 2026 enligt registrets regler\n"
        "\n"
        "invoices [1]: ska bevaras\n"
        "  Behöver inte längre finnas från och med den 1 januari 2025.\n"
        "  Får finnas till och med den 30 juni 2025.\n"
        "  När tiden har gått ut: radering.\n"
        "  Får inte längre användas för dessa ändamål: orders, newsletter.\n"
        "  Svaret förutsätter uppgift om: fakturadatum, kategorin av registrerade.\n"
        "    Regel ”vouchers” (minst): 2 kap. 10 § 2 mom. i bokföringslagen (1336/1997)\n"
        "      fakturadatum: 31 december 2024\n"
        "      sista dag: 31 december 2024\n"
        "    Raderingen spärrad (pågående tvist) från den 31 december 2024 till den 22 november 2026\n"
    )


def test_answers_stand_apart() -> None:
    """A blank line between them; a plan without categories speaks of all data; without answers the heading is all."""
    nameless = answer(category="", record="1")

    assert report.due_text([answer(), nameless], on=TODAY).split("\n\n")[1:] == [
        "invoices: may be erased",
        "all data [1]: may be erased\n",
    ]
    assert report.due_text([answer(category="")], on=TODAY, language="fi").endswith("\nkaikki tiedot: saa poistaa\n")
    assert report.due_text([answer(category="")], on=TODAY, language="sv").endswith("\nalla uppgifter: får raderas\n")
    assert report.due_text([], on=TODAY) == f"{HEADINGS['en']}\n"


def test_a_name_cannot_break_a_line() -> None:
    """What a record is called may hold anything."""
    text = report.due_text([answer(record="a\nb\x1b[2J")], on=TODAY)

    assert text.splitlines()[2] == "invoices [a\\nb\\x1b[2J]: may be erased"


def test_answers_as_json() -> None:
    """Every key but ``record`` is always there; days are written as in the input."""
    full, bare = json.loads(report.due_json([FULL, answer(then=Words(fi="pohditaan"))], language="sv"))

    assert full == {
        "record": "1",
        "category": "invoices",
        "state": "must-keep",
        "from": "2025-01-01",
        "until": "2025-06-30",
        "open_ended": True,
        "purposes_ended": ["orders", "newsletter"],
        "missing": ["invoice", "subjects"],
        "then": "radering",
        "rules": ["vouchers"],
        "steps": [
            "Regel ”vouchers” (minst): 2 kap. 10 § 2 mom. i bokföringslagen (1336/1997)",
            "fakturadatum: 31 december 2024",
            "sista dag: 31 december 2024",
            "Raderingen spärrad (pågående tvist) från den 31 december 2024 till den 22 november 2026",
        ],
    }
    assert bare == {
        "category": "invoices",
        "state": "may-erase",
        "from": None,
        "until": None,
        "open_ended": False,
        "purposes_ended": [],
        "missing": [],
        "then": "pohditaan",  # a report quotes: a wording in another language is better than none
        "rules": [],
        "steps": [],
    }


def test_json_is_read_by_people_too() -> None:
    """Letters stand as they are; two spaces, a newline at the end; no answers are an empty list."""
    text = report.due_json([FULL], language="fi")

    assert "Sääntö ”vouchers”" in text
    assert text.startswith('[\n  {\n    "record": "1",\n')
    assert text.endswith("\n]\n")
    assert report.due_json([]) == "[]\n"


def test_reports_are_written_in_three_languages() -> None:
    """A fourth is refused, with the three named."""
    for write in (report.due_json, lambda answers, language: report.due_text(answers, on=TODAY, language=language)):
        with pytest.raises(InvalidValue, match="report: language: found “de”, expected “fi”, “sv” or “en”"):
            write([FULL], language="de")


# What the calculator itself says.

START = Start(event=INVOICE)
YEAR = Period.parse("P1Y")
ENDING = Start(event=term("relationship-end"))


def rule(id: str, limit: Limit | None = Limit.MAXIMUM, **told: object) -> RetentionRule:
    """A rule with a name."""
    return RetentionRule(id=id, limit=limit, **told)  # type: ignore[arg-type]


def told(plan: Plan, events: Mapping[str, date | str], *holds: Hold) -> set[str]:
    """The kinds of phrase in the steps of all answers."""
    records = [Record(category=one.name, id=one.name) for one in plan.categories]
    answers = due(plan, events, records, holds, on=TODAY)
    for language in LANGUAGES:
        report.due_text(answers, on=TODAY, language=language)
        report.due_json(answers, language=language)
    return {step.what for answer in answers for step in answer.steps}


def test_every_step_of_the_calculator_has_its_words() -> None:
    """Plans that walk through every kind of step print in every language."""
    first = Last(start=START, period=YEAR)
    versions = [
        LawVersion(until=date(2020, 12, 31), start=START, period=YEAR),
        LawVersion(since=date(2021, 1, 1), start=START, period=Period.parse("P2Y")),
    ]
    plan = Plan(
        categories=[Category(name="a", purposes=["p"]), Category(name="b", purposes=["p"])],
        rules=[
            rule("plain", start=Start(event=INVOICE, round=[Round.MONTH, Round.FINANCIAL_YEAR]), period=YEAR),
            rule("round", start=START, period=YEAR, round=[Round.YEAR, Round.YEAR_OF_FINANCIAL_YEAR_END]),
            rule("fixed", last=Last(fixed=DAY)),
            rule("forever", Limit.MINIMUM, last=Last(forever=True)),
            rule("later", last=Last(later=[first, Last(fixed=DAY)])),
            rule("earlier", last=Last(earlier=[first, Last(fixed=DAY)])),
            rule("first", last=Last(first_known=[first, Last(fixed=DAY)])),
            rule("versions", last=Last(versions=versions)),
            rule("vague", None, period=YEAR),
            rule("startless", last=Last(earlier=[Last(period=YEAR), first])),
            rule("open", start=ENDING, period=YEAR),
            rule("never", start=Start(event=term("contract-end")), period=YEAR),
            rule("absent", start=Start(event=term("delivery")), period=YEAR),
            rule("unknown", start=Start(event=term("last-order")), period=YEAR),
            rule("narrow", start=START, period=YEAR, data=["a"]),
            rule(
                "camera",
                period=YEAR,
                start=Start(event=term("recording-end")),
                reason=Reason(provision=Provision.parse("ykstl:17.3")),
                data=["b"],
            ),
        ],
        erasure=[ErasureRule(trigger=term("request"))],
        calendar=FinancialCalendar(),
    )
    wide = attrs.evolve(plan, rules=[one for one in plan.rules if one.id != "narrow"])
    events: dict[str, date | str] = {
        "invoice": date(2021, 1, 31),
        "relationship-end": "not-yet",
        "contract-end": "never",
        "delivery": "never",
        "recording-end": date(2020, 1, 1),
        "request": TODAY,
    }
    holds = [Hold(reason="dispute", since=DAY), Hold(category="a", reason="investigation", since=DAY, until=TODAY)]
    kinds = told(plan, events, *holds) | told(wide, events, *holds)

    assert {
        "rule",
        "promise",
        "incomplete",
        "event",
        "event-state",
        "no-start",
        "no-year-end",
        "rounded",
        "plus",
        "fixed",
        "forever",
        "later",
        "earlier",
        "first-known",
        "version",
        "ends-on-day",
        "ends-open",
        "ends-never",
        "ends-absent",
        "ends-unknown",
        "replaced",
        "hold",
        "hold-refused",
    } <= kinds
    assert kinds <= {step.what for step, *_ in STEPS.values()}
