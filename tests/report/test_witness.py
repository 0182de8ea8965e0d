"""The timeline of a contradiction: the story, the data, the picture."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from examples import example
from rekisteri import (
    DataCategory,
    Deadline,
    ErasureRule,
    Finding,
    InvalidValue,
    Last,
    Limit,
    MonthDay,
    Provision,
    Purpose,
    Reason,
    Register,
    RetentionRule,
    Words,
    check,
    due,
    report,
    term,
)
from rekisteri.json_format import loads_facts
from rekisteri.report.witness import story, witness_as_data
from rekisteri.retention import OrderAssumption, Period, Start, State, statutory
from rekisteri.words import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 11, 22)
LAW = Reason(provision=Provision.parse("1/2015:5"))
ORDERS = DataCategory(id="orders", name=Words(fi="tilaustiedot", sv="beställningsuppgifter", en="order data"))
VOUCHERS = statutory("kpl-vouchers", on=TODAY, data=["orders"])
ON_REQUEST = ErasureRule(id="on-request", trigger=term("request"), deadline=Deadline.parse("P1M"))
TEN_YEARS = RetentionRule.exact("P10Y", after="relationship-end", id="ten-years")


def shop(
    *rules: RetentionRule,
    erasure: Sequence[ErasureRule] | None = (ON_REQUEST,),
    order: Sequence[OrderAssumption] | None = None,
    data: Sequence[DataCategory] | None = (ORDERS,),
) -> Register:
    """A shop whose financial years are calendar years."""
    return Register(
        name="Verkkokauppa",
        language="fi",
        data=data,
        retention=rules,
        erasure=erasure,
        order=order,
        financial_year_end=MonthDay.parse("12-31"),
    )


AGAINST_A_DUTY = shop(VOUCHERS)
YIELDS = shop(TEN_YEARS)
WITHOUT_END = shop(RetentionRule(id="archive", limit=Limit.MINIMUM, last=Last(forever=True), reason=LAW))
YIELDS_WITHOUT_END = shop(RetentionRule(id="archive", limit=Limit.MINIMUM, last=Last(forever=True)))
DEPENDS = shop(TEN_YEARS, RetentionRule.minimum("P6Y", after="invoice", id="invoices", reason=LAW), erasure=None)
ON_THE_DAY = shop(
    RetentionRule.maximum("P2Y", after="relationship-end", id="customers"),
    RetentionRule.minimum("P2Y", after="last-order", id="ordered"),
    erasure=None,
    order=[OrderAssumption(earlier=term("last-order"), later=term("relationship-end"), denied=True)],
)


def finding(register: Register, id: str) -> Finding:
    """The only finding of a check."""
    (found,) = check(register, on=TODAY, select=[id])
    return found


def told(register: Register, id: str, language: str) -> list[str]:
    """The story of the only finding of a check."""
    found = finding(register, id)
    assert found.meeting is not None
    return story(found, language)


def drawn(register: Register, id: str, language: str) -> ET.Element:
    """The picture of the only finding of a check, read back."""
    return ET.fromstring(report.witness_svg(finding(register, id), language=language))  # noqa: S314  # just made


def as_json(register: Register, id: str) -> Any:
    """The witness of the only finding of a check, as JSON tells it."""
    (entry,) = json.loads(report.json([(None, check(register, on=TODAY, select=[id]))]))
    (found,) = entry["findings"]
    return found["witness"]


def answered(register: Register, witness: Any, on: str) -> State:
    """What ``due`` answers when it is given the witness as JSON."""
    record = {name: witness[name] for name in ("category", "subjects", "events") if name in witness}
    facts = loads_facts(json.dumps({"records": [record]} if "category" in record else {"events": record["events"]}))
    (answer,) = due(register, facts.events, facts.records, on=date.fromisoformat(on))
    return answer.state


# The story.


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fi",
            [
                "Esimerkki:",
                "31. joulukuuta 2025: tilikauden päättyminen",
                "1. tammikuuta 2026: rekisteröidyn pyyntö",
                "1. helmikuuta 2026 jälkeen tietoja ei saa enää säilyttää (”on-request”).",
                "31. joulukuuta 2031 saakka tiedot on säilytettävä (”kpl-vouchers”).",
            ],
        ),
        (
            "sv",
            [
                "Exempel:",
                "31 december 2025: räkenskapsperiodens utgång",
                "1 januari 2026: den registrerades begäran",
                "Efter den 1 februari 2026 får uppgifterna inte längre förvaras (”on-request”).",
                "Till och med den 31 december 2031 ska uppgifterna förvaras (”kpl-vouchers”).",
            ],
        ),
        (
            "en",
            [
                "Example:",
                "31 December 2025: end of the financial year",
                "1 January 2026: request by the data subject",
                "After 1 February 2026 the data must not be there any more (“on-request”).",
                "Through 31 December 2031 the data must be kept (“kpl-vouchers”).",
            ],
        ),
    ],
)
def test_a_promise_against_a_duty(language: str, lines: list[str]) -> None:
    """What happens when, after which day the data must be gone, through which they must be kept."""
    assert told(AGAINST_A_DUTY, "promise-against-duty", language) == lines


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fi",
            [
                "Esimerkki:",
                "1. tammikuuta 2016: asiakassuhteen päättyminen",
                "2. tammikuuta 2020: laskun päiväys",
                "1. tammikuuta 2026 jälkeen tietoja ei saa enää säilyttää (”ten-years”).",
                "2. tammikuuta 2026 saakka tiedot on säilytettävä (”invoices”).",
                "Ristiriitaa ei synny, jos ”laskun päiväys” on viimeistään silloin, kun tapahtumasta "
                "”asiakassuhteen päättyminen” on kulunut 4 vuotta.",
            ],
        ),
        (
            "sv",
            [
                "Exempel:",
                "1 januari 2016: kundförhållandets upphörande",
                "2 januari 2020: fakturadatum",
                "Efter den 1 januari 2026 får uppgifterna inte längre förvaras (”ten-years”).",
                "Till och med den 2 januari 2026 ska uppgifterna förvaras (”invoices”).",
                "Det uppstår ingen motsägelse om ”fakturadatum” infaller senast när 4 år har förflutit från "
                "”kundförhållandets upphörande”.",
            ],
        ),
        (
            "en",
            [
                "Example:",
                "1 January 2016: end of the customer relationship",
                "2 January 2020: date of the invoice",
                "After 1 January 2026 the data must not be there any more (“ten-years”).",
                "Through 2 January 2026 the data must be kept (“invoices”).",
                "There is no contradiction if “date of the invoice” comes no later than 4 years after "
                "“end of the customer relationship”.",
            ],
        ),
    ],
)
def test_what_depends_on_how_late_an_event_comes(language: str, lines: list[str]) -> None:
    """The example is a day beyond what would do, and the last line says what would."""
    assert told(DEPENDS, "retention-depends", language) == lines


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "fi",
            "Ristiriitaa ei synny, jos ”viimeisin tilaus” on viimeistään samana päivänä kuin "
            "”asiakassuhteen päättyminen”.",
        ),
        (
            "sv",
            "Det uppstår ingen motsägelse om ”senaste beställning” infaller senast samma dag som "
            "”kundförhållandets upphörande”.",
        ),
        ("en", "There is no contradiction if “latest order” comes no later than “end of the customer relationship”."),
    ],
)
def test_what_depends_on_which_event_comes_first(language: str, line: str) -> None:
    """Without a time between them."""
    lines = told(ON_THE_DAY, "retention-depends", language)

    assert len(lines) == 6
    assert lines[-1] == line


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fi",
            [
                "Esimerkki:",
                "1. tammikuuta 2026: asiakassuhteen päättyminen",
                "1. tammikuuta 2026: rekisteröidyn pyyntö",
                "1. helmikuuta 2026 jälkeen tietoja ei saa enää säilyttää (”on-request”).",
                "Ilman tätä tiedot säilytettäisiin 1. tammikuuta 2036 saakka (”ten-years”).",
            ],
        ),
        (
            "sv",
            [
                "Exempel:",
                "1 januari 2026: kundförhållandets upphörande",
                "1 januari 2026: den registrerades begäran",
                "Efter den 1 februari 2026 får uppgifterna inte längre förvaras (”on-request”).",
                "Utan detta skulle uppgifterna förvaras till och med den 1 januari 2036 (”ten-years”).",
            ],
        ),
        (
            "en",
            [
                "Example:",
                "1 January 2026: end of the customer relationship",
                "1 January 2026: request by the data subject",
                "After 1 February 2026 the data must not be there any more (“on-request”).",
                "Without this the data would be kept through 1 January 2036 (“ten-years”).",
            ],
        ),
    ],
)
def test_an_own_period_that_yields(language: str, lines: list[str]) -> None:
    """No contradiction: how long the data would be kept if nobody asked."""
    assert told(YIELDS, "own-period-yields", language) == lines


@pytest.mark.parametrize(
    ("language", "kept", "yields"),
    [
        (
            "fi",
            "Tiedot on säilytettävä toistaiseksi (”archive”).",
            "Ilman tätä tiedot säilytettäisiin toistaiseksi (”archive”).",
        ),
        (
            "sv",
            "Uppgifterna ska förvaras tills vidare (”archive”).",
            "Utan detta skulle uppgifterna förvaras tills vidare (”archive”).",
        ),
        (
            "en",
            "The data must be kept until further notice (“archive”).",
            "Without this the data would be kept until further notice (“archive”).",
        ),
    ],
)
def test_a_period_without_an_end(language: str, kept: str, yields: str) -> None:
    """It runs on; and if it is an own one, it yields all the same."""
    assert told(WITHOUT_END, "promise-against-duty", language)[-1] == kept
    assert told(YIELDS_WITHOUT_END, "own-period-yields", language)[-1] == yields


def test_several_ends_are_named_together() -> None:
    """Each purpose has one of its own."""
    ends = [
        RetentionRule.maximum("P1Y", after="delivery", id=f"{one}-end", purposes=[one]) for one in ("sale", "letters")
    ]
    register = attrs.evolve(
        AGAINST_A_DUTY,
        purposes=[Purpose(id=one, aims=[Words(en=one)]) for one in ("sale", "letters")],
        data=[DataCategory(id="orders", items=[term("name")], purposes=["sale", "letters"])],
        retention=[*ends, RetentionRule.minimum("P6Y", after="delivery", id="law", reason=LAW)],
        erasure=None,
    )

    assert "(“sale-end, letters-end”)" in told(register, "period-below-duty", "en")[-2]


def test_a_meeting_without_a_timeline_has_no_story() -> None:
    """A period in hours yields, and no day can be shown."""
    hours = shop(RetentionRule.minimum("PT72H", after="recorded", id="need"))

    assert told(hours, "own-period-yields", "fi") == []


def test_the_text_report_tells_the_story() -> None:
    """Under the message, a line each, further in than the place."""
    text = report.text(check(AGAINST_A_DUTY, on=TODAY, select=["promise-against-duty"]), language="fi")

    assert (
        "    erasure[on-request]\n"
        "        Tiedot (tilaustiedot) luvataan säännön ”on-request” (rekisteröidyn pyyntö) mukaan poistaa,\n"
        "        vaikka laki vielä velvoittaa säilyttämään ne: ”kpl-vouchers” (6 vuotta).\n"
        "        Esimerkki:\n"
        "        31. joulukuuta 2025: tilikauden päättyminen\n"
        "        1. tammikuuta 2026: rekisteröidyn pyyntö\n"
        "        1. helmikuuta 2026 jälkeen tietoja ei saa enää säilyttää (”on-request”).\n"
        "        31. joulukuuta 2031 saakka tiedot on säilytettävä (”kpl-vouchers”).\n"
        "    Säännös: yleisen tietosuoja-asetuksen 17 artiklan 3 kohdan b alakohta; kirjanpitolain\n"
    ) in text


# The data.


def test_the_witness_in_json() -> None:
    """Both rules, the record, its events, the days."""
    assert as_json(AGAINST_A_DUTY, "promise-against-duty") == {
        "keep": "kpl-vouchers",
        "erase": ["on-request"],
        "category": "orders",
        "subjects": [],
        "events": {"financial-year-end": "2025-12-31", "request": "2026-01-01"},
        "on": "2026-02-02",
        "keep_through": "2031-12-31",
        "erase_by": "2026-02-01",
    }


def test_what_would_have_to_hold_is_told_too() -> None:
    """As it is written in lists of assumptions."""
    assert as_json(DEPENDS, "retention-depends")["assumptions"] == ["invoice <= relationship-end + P4Y"]
    assert as_json(ON_THE_DAY, "retention-depends")["assumptions"] == ["last-order <= relationship-end"]
    assert "assumptions" not in as_json(AGAINST_A_DUTY, "promise-against-duty")


def test_a_period_without_an_end_has_no_day() -> None:
    """Null, as JSON says it."""
    assert as_json(WITHOUT_END, "promise-against-duty")["keep_through"] is None


def test_rules_without_a_timeline_are_named() -> None:
    """Which two they are is known all the same."""
    hours = shop(RetentionRule.minimum("PT72H", after="recorded", id="need"))

    assert as_json(hours, "own-period-yields") == {"keep": "need", "erase": ["on-request"]}


def test_other_findings_have_no_witness() -> None:
    """The key is left out."""
    found = check(AGAINST_A_DUTY, on=TODAY, select=["retention-without-end", "legal-basis-missing"])
    (entry,) = json.loads(report.json([(None, found)]))

    assert all("witness" not in one for one in entry["findings"])
    assert entry["findings"]


@pytest.mark.parametrize(
    ("register", "id", "state"),
    [
        (AGAINST_A_DUTY, "promise-against-duty", State.CONFLICT),
        (WITHOUT_END, "promise-against-duty", State.CONFLICT),
        (DEPENDS, "retention-depends", State.CONFLICT),
        (ON_THE_DAY, "retention-depends", State.CONFLICT),
        (YIELDS, "own-period-yields", State.MUST_ERASE),
        (YIELDS_WITHOUT_END, "own-period-yields", State.MUST_ERASE),
        (example("seed-003"), "own-period-yields", State.MUST_ERASE),
    ],
)
def test_due_gives_the_same_answer(register: Register, id: str, state: State) -> None:
    """The witness goes from JSON back into ``due``: on its day, and not on the day before."""
    witness = as_json(register, id)

    assert answered(register, witness, witness["on"]) is state
    assert answered(register, witness, witness["erase_by"]) is not state


def test_due_gives_the_same_answer_for_a_kind_of_people() -> None:
    """Those whom the rules name; and where they name some, others."""
    members = [term("members")]
    law = RetentionRule.minimum("P6Y", after="delivery", id="law", reason=LAW)
    for rule, promise in (
        (RetentionRule.minimum("P6Y", after="delivery", reason=LAW, subjects=members), ON_REQUEST),
        (law, ErasureRule(id="on-request", trigger=term("request"), subjects=members)),
    ):
        witness = as_json(shop(rule, erasure=[promise]), "promise-against-duty")

        assert witness["subjects"] == ["members"]
        assert answered(shop(rule, erasure=[promise]), witness, witness["on"]) is State.CONFLICT


def test_an_event_that_has_not_come_is_told() -> None:
    """The relationship goes on while data are asked to be erased; ``due`` reads that too."""
    register = shop(VOUCHERS, RetentionRule.maximum("P10Y", after="relationship-end", unless=[term("law")]))
    witness = as_json(register, "promise-against-duty")

    assert witness["events"]["relationship-end"] == "not-yet"
    assert answered(register, witness, witness["on"]) is State.CONFLICT
    assert "not-yet" not in " ".join(told(register, "promise-against-duty", "en"))


def test_a_register_without_categories() -> None:
    """There is nothing to name; the events are those of all data."""
    bare = shop(statutory("kpl-vouchers", on=TODAY), data=None)
    witness = as_json(bare, "promise-against-duty")

    assert "category" not in witness
    assert answered(bare, witness, witness["on"]) is State.CONFLICT


# The picture.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("register", "id"),
    [
        (AGAINST_A_DUTY, "promise-against-duty"),
        (WITHOUT_END, "promise-against-duty"),
        (DEPENDS, "retention-depends"),
        (YIELDS, "own-period-yields"),
    ],
)
def test_the_picture_tells_the_story_to_those_who_do_not_see_it(register: Register, id: str, language: str) -> None:
    """The check's title and the whole story, in the language asked for."""
    root = drawn(register, id, language)

    assert (root[0].tag, root[0].text) == (f"{SVG}title", report.title(id, language))
    assert (root[1].tag, root[1].text) == (f"{SVG}desc", "\n".join(told(register, id, language)))


@pytest.mark.parametrize(
    ("language", "first", "second", "shown"),
    [
        ("fi", "säilytettävä", "poistettava", "rekisteröidyn pyyntö 1.1.2026"),
        ("sv", "ska bevaras", "ska raderas", "den registrerades begäran 1 jan. 2026"),
        ("en", "must be kept", "must be erased", "request by the data subject 1 Jan 2026"),
    ],
)
def test_both_bars_and_the_events_are_drawn(language: str, first: str, second: str, shown: str) -> None:
    """What keeps over what erases, each with its rule's name; the events with their days."""
    root = drawn(AGAINST_A_DUTY, "promise-against-duty", language)
    bars = root.findall(f"{SVG}g/{SVG}g/{SVG}polygon")
    texts = [one.text or "" for one in root.iter(f"{SVG}text")]
    tops = [min(float(point.split(",")[1]) for point in bar.attrib["points"].split()) for bar in bars]

    assert len(bars) == 2
    assert tops[0] < tops[1]
    assert {"kpl-vouchers", "on-request", "orders", shown} <= set(texts)
    assert any(first in text for text in texts), texts
    assert any(second in text for text in texts), texts


def test_the_picture_of_a_register_without_categories() -> None:
    """Its row is that of all data."""
    root = drawn(shop(statutory("kpl-vouchers", on=TODAY), data=None), "promise-against-duty", "sv")

    assert "alla uppgifter" in [one.text for one in root.iter(f"{SVG}text")]


def test_an_example_is_drawn() -> None:
    """Of seed 003, whose ten years yield."""
    text = report.witness_svg(finding(example("seed-003"), "own-period-yields"), language="fi")

    assert ET.fromstring(text).tag == f"{SVG}svg"  # noqa: S314  # what was just made
    assert text.endswith("</svg>\n")


def test_a_finding_without_a_meeting_is_refused() -> None:
    """So is one of two rules without a timeline; the error says what is wanted."""
    hours = shop(RetentionRule.minimum("PT72H", after="recorded", id="need"))

    for found in (
        finding(AGAINST_A_DUTY, "retention-without-end"),
        finding(hours, "own-period-yields"),
    ):
        with pytest.raises(
            InvalidValue, match="found a finding without a timeline, expected one of two rules that meet"
        ):
            report.witness_svg(found)


def test_a_language_that_is_not_written_is_refused() -> None:
    """An error, not English."""
    with pytest.raises(InvalidValue, match="language: found “de”"):
        report.witness_svg(finding(AGAINST_A_DUTY, "promise-against-duty"), language="de")


# Names.


@pytest.mark.parametrize("name", ["<b>&amp;\"'</b>]]>", "😀👨‍👩‍👧", "a\nb\x1b[2J", "{keep} {0}", "”x”"])
def test_names_may_hold_anything(name: str) -> None:
    """Of data, of events and of kinds of people: the text stays one report, the data JSON, the picture a picture."""
    event = Words(fi=name, sv=name, en=name)
    register = shop(
        RetentionRule.minimum("P6Y", after=event, id="law", reason=LAW, data=["orders"], subjects=[event]),
        data=[DataCategory(id="orders", name=event, subjects=[event])],
    )
    found = finding(register, "promise-against-duty")
    witness = as_json(register, "promise-against-duty")
    texts = report.text(check(register, on=TODAY, select=["promise-against-duty"]))
    root = drawn(register, "promise-against-duty", "en")

    assert found.meeting is not None
    assert any(line.endswith(f": {name}") for line in story(found, "en"))
    assert witness["subjects"] == [name]
    assert answered(register, witness, witness["on"]) is State.CONFLICT
    assert f"The data ({name})" in report.message(found, "en")
    assert all(line.isprintable() for line in texts.splitlines())
    assert witness_as_data(found.meeting) == witness
    assert root.tag == f"{SVG}svg"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fi", "1. tammikuuta 2026 jälkeen tietoja ei enää tarvita näiden oikeusvaateiden varalta (”claims”)."),
        ("sv", "Efter den 1 januari 2026 behövs uppgifterna inte längre för dessa anspråk (”claims”)."),
        ("en", "After 1 January 2026 the data are not needed for these claims any more (“claims”)."),
    ],
)
def test_the_end_of_a_time_for_claims_forbids_nothing(language: str, line: str) -> None:
    """So the story does not say that the data must be gone."""
    claims = RetentionRule(
        id="claims", limit=Limit.CLAIM, period=Period(years=2), start=Start(event=term("relationship-end")), reason=LAW
    )
    kept = RetentionRule.minimum("P6Y", after="relationship-end", id="kept", reason=LAW)

    assert line in told(shop(claims, kept, erasure=None), "rules-contradict", language)
