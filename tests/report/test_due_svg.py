"""The schedule as a picture: what is drawn and told of each record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from examples import FOLDER, example
from rekisteri import InvalidValue, Period, report, term
from rekisteri.json_format import loads_facts
from rekisteri.report.timeline import Look
from rekisteri.retention import Category, Hold, Limit, Plan, Record, RetentionRule, Start, State
from rekisteri.retention.plan import HasPlan
from rekisteri.text.catalog import phrases
from rekisteri.words import LANGUAGES, Words

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 11, 22)
BOOKS = example("bookkeeping")
FACTS = loads_facts((FOLDER / "bookkeeping-events.json").read_bytes())


def picture(
    source: Plan | HasPlan,
    events: Mapping[str, date | str],
    records: Iterable[Record] | None = None,
    holds: Iterable[Hold] = (),
    *,
    on: date = TODAY,
    language: str = "en",
) -> ET.Element:
    """The picture, read back."""
    return ET.fromstring(report.due_svg(source, events, records, holds, on=on, language=language))  # noqa: S314  # what was just made


def books(*ids: str, language: str = "en") -> ET.Element:
    """The picture of some of the company's records, with their holds."""
    records = [record for record in FACTS.records or () if record.id in ids or not ids]
    named = {record.id for record in records}
    holds = [hold for hold in FACTS.holds if hold.record in named]
    return picture(BOOKS, FACTS.events, records, holds, language=language)


def texts(root: ET.Element) -> list[str]:
    """Everything that is written in it."""
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def told(root: ET.Element) -> list[str]:
    """What it tells of each row in words."""
    return (root[1].text or "").splitlines()[1:]


def tips(root: ET.Element) -> list[str]:
    """What is told when something is pointed at."""
    return [title.text or "" for group in root.iter(f"{SVG}g") for title in group.findall(f"{SVG}title")]


def looks(root: ET.Element) -> set[str]:
    """The looks of all bars."""
    return {bar.attrib["fill"].rpartition("-")[2].rstrip(")") for bar in root.findall(f"{SVG}g/{SVG}g/{SVG}polygon")}


def test_a_record_is_told_day_by_day() -> None:
    """Its states with their first days, its events, what holds on the day."""
    root = books("invoice-2019")

    assert root[0].text == "Retention schedule as seen on 22 November 2026"
    assert told(root) == [
        "invoices [invoice-2019] – 31 December 2019: must be kept; 1 January 2027: may be erased; 1 July 2027: must be erased."
        " On 22 November 2026: must be kept."
        " Events: end of the tax period 31 December 2019; end of the financial year 31 March 2020."
    ]
    assert {
        "22 November 2026",
        "end of the tax period 31 Dec 2019",
        "end of the financial year 31 Mar 2020",
        "1 Jul 2027",
    } <= set(texts(root))
    assert "invoices [invoice-2019]: must be kept, 31 Dec 2019 – 31 Dec 2026" in tips(root)
    assert "invoices [invoice-2019]: must be erased, from 1 Jul 2027" in tips(root)


def test_a_record_in_finnish_and_swedish() -> None:
    """The same, in the words of these languages."""
    finnish, swedish = books("account-unpaid", language="fi"), books("account-unpaid", language="sv")

    assert told(finnish) == [
        "customer-accounts [account-unpaid] – 14. toukokuuta 2026: saa poistaa; 15. toukokuuta 2026: poistaminen estetty: ei saa"
        " poistaa; 1. joulukuuta 2026: poistettava. Tilanne 22. marraskuuta 2026: poistaminen estetty: ei saa poistaa."
        " Tapahtumat: viimeisin kirjautuminen 14. toukokuuta 2026; käyttäjätilin sulkeminen 15. toukokuuta 2026."
        " Poistaminen estetty (avoimet laskut) ajaksi 15. toukokuuta 2026 – 30. marraskuuta 2026."
    ]
    assert "este: avoimet laskut, 15.5.2026 – 30.11.2026" in texts(finnish)
    assert told(swedish) == [
        "customer-accounts [account-unpaid] – 14 maj 2026: får raderas; 15 maj 2026: raderingen spärrad: får inte raderas;"
        " 1 december 2026: ska raderas. Läget den 22 november 2026: raderingen spärrad: får inte raderas."
        " Händelser: senaste inloggning 14 maj 2026; stängning av användarkontot 15 maj 2026."
        " Raderingen spärrad (obetalda fakturor) från den 15 maj 2026 till den 30 november 2026."
    ]
    assert "spärr: obetalda fakturor, 15 maj 2026 – 30 nov. 2026" in texts(swedish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_letter_of_its_own(language: str) -> None:
    """And the legend explains those that are there."""
    known = phrases(language)
    letters = [known[f"timeline.letter.{state}"] for state in State]
    shown = texts(books(language=language))

    assert len(set(letters)) == len(State)
    assert {known[f"due.state.{state}"] for state in State if state is not State.CONFLICT} <= set(shown)
    assert {known["timeline.event"], known["timeline.holds"], f"→ {known['timeline.beyond']}"} <= set(shown)


def test_every_state_is_drawn_in_its_own_way() -> None:
    """The six states, and holds."""
    rules = [
        RetentionRule(limit=Limit.MINIMUM, period=Period(years=4), start=Start(event=term("invoice"))),
        RetentionRule(limit=Limit.MAXIMUM, period=Period(years=2), start=Start(event=term("delivery"))),
    ]
    plan = Plan(rules=rules)
    days: dict[str, date | str] = {"invoice": date(2020, 1, 1), "delivery": date(2020, 1, 1)}
    records = [
        Record(category="", id="conflict", events=days),
        Record(category="", id="erase", events={"invoice": "never", "delivery": date(2020, 1, 1)}),
        Record(category="", id="unknown"),
    ]
    root = picture(plan, {}, records, [Hold(reason="dispute", since=date(2026, 1, 1), record="erase")])

    assert looks(root) == set(Look)
    assert "all data [conflict]: contradiction: must be kept and must be erased, 2 Jan 2022 – 1 Jan 2024" in tips(root)


def test_a_hold_that_masks_nothing_says_so() -> None:
    """From the day on which the statutory maximum has passed."""
    root = books("camera-dispute")

    assert "hold: pending dispute, from 1 Dec 2025; without effect from 11 Nov 2026" in texts(root)
    assert told(root)[0].endswith(
        "Hold (pending dispute) from 1 December 2025, not released yet; without effect from 11 November 2026."
    )


def test_what_is_unknown_names_what_is_missing() -> None:
    """And begins on the day itself, since no other day is known."""
    assert told(books("payroll-unsorted")) == [
        "payroll-records [payroll-unsorted] – 22 November 2026: not known. On 22 November 2026: not known."
        " Would have to be known: end of the financial year."
    ]


def test_categories_have_rows_where_there_are_no_records() -> None:
    """With the shared events that their rules count from, and no others."""
    events = {"financial-year-end": date(2020, 3, 31), "recording-end": date(2026, 10, 1)}
    rows = told(picture(BOOKS, events))

    assert [row.partition(" – ")[0] for row in rows] == [category.id for category in BOOKS.data or ()]
    assert ["end of the financial year 31 March 2020" in row for row in rows] == [True, True, True, False, False, False]
    assert ["end of the recording 1 October 2026" in row for row in rows] == [False, False, False, False, False, True]


def test_records_alike_are_told_apart() -> None:
    """Records without ids are rows of their own, in their order."""
    records = [
        Record(category="consents", events={"consent-withdrawn": date(year, 1, 1)}) for year in (2020, 2025, 2020)
    ]
    rows = told(picture(BOOKS, {}, records))

    assert [row.partition(":")[0] for row in rows] == [f"consents – 1 January {year}" for year in (2020, 2025, 2020)]


def test_no_records_are_said_to_be_none() -> None:
    """The picture is there all the same."""
    root = picture(BOOKS, {}, [])

    assert told(root) == []
    assert "There are no records." in texts(root)
    assert "22 November 2026" in texts(root)


def test_without_any_day_the_row_begins_on_the_day_itself() -> None:
    """Nothing is known of the time before it."""
    (row,) = told(picture(BOOKS, {"consent-withdrawn": "not-yet"}, [Record(category="consents")]))

    assert row == "consents – 22 November 2026: must be kept. On 22 November 2026: must be kept."


def test_events_to_come_are_drawn_too() -> None:
    """The row begins on the day of the line then."""
    root = picture(BOOKS, {}, [Record(category="consents", events={"consent-withdrawn": date(2027, 5, 1)})])

    assert told(root)[0].startswith("consents – 22 November 2026: must be kept; 2 May 2030: must be erased.")
    assert "withdrawal of consent 1 May 2027" in texts(root)


def test_far_off_days_stand_at_the_edges() -> None:
    """The years between them are not drawn; what is told in words is whole."""
    far = {"financial-year-end": date(9900, 3, 31), "tax-period-end": date(1, 1, 31)}
    root = picture(BOOKS, {}, [Record(category="invoices", id="far", events=far)])

    assert {"← end of the tax period 31 Jan 1", "end of the financial year 31 Mar 9900 →"} <= {
        text.replace("0001", "1") for text in texts(root)
    }
    assert "Dec 2026" in " ".join(texts(root))
    assert "1 July 9907: must be erased" in told(root)[0]


def test_events_of_one_day_stand_together() -> None:
    """One mark for all of them; an instant counts as its day; own wording is told in the language."""
    rules = [
        RetentionRule.maximum(Period(hours=24), after=term("recording-end")),
        RetentionRule.maximum(Period(years=1), after=Words(fi="kaupunkijuhla", sv="stadsfest")),
    ]
    day = date(2026, 11, 1)
    events = {"recording-end": datetime(2026, 11, 1, 9, tzinfo=UTC), "kaupunkijuhla": day, "delivery": day}
    root = picture(Plan(rules=rules), {}, [Record(category="", events=events)], language="sv")

    assert "inspelningens slut, stadsfest, leverans 1 nov. 2026" in texts(root)


def test_names_may_hold_anything() -> None:
    """A record's id forges neither a paragraph nor an element."""
    name = "<b>&\"'😀 שלום عربى\x00\x1b\n\u202e"
    root = picture(BOOKS, {}, [Record(category="consents", id=name), Record(category="consents", id="2")])

    assert [row.partition(" – ")[0] for row in told(root)] == [
        "consents [<b>&\"'😀 שלום عربى\\x00\\x1b\\n\\u202e]",
        "consents [2]",
    ]


def test_a_thousand_records_are_all_drawn() -> None:
    """Each with a row of its own."""
    rule = RetentionRule.maximum(Period(years=1), after=term("invoice"))
    plan = Plan(rules=[rule], categories=[Category(name="a")])
    records = [Record(category="a", id=str(n), events={"invoice": date(2026, 1, 1)}) for n in range(1000)]
    root = picture(plan, {}, records)

    assert len(told(root)) == 1000
    assert len(root.findall(f"{SVG}g/{SVG}g/{SVG}polygon")) == 2000


def test_what_makes_no_sense_is_refused_as_by_due() -> None:
    """With its place; and so is a fourth language."""
    with pytest.raises(InvalidValue, match=r"records\[1\]\.category: found the unknown category “a”"):
        report.due_svg(BOOKS, {}, [Record(category="a", id="1")], on=TODAY)
    with pytest.raises(InvalidValue, match=r"holds\[0\]\.record: found the id “x”"):
        report.due_svg(BOOKS, {}, [], [Hold(reason="dispute", since=TODAY, record="x")], on=TODAY)
    with pytest.raises(InvalidValue, match="report: language: found “de”, expected “fi”, “sv” or “en”"):
        report.due_svg(BOOKS, {}, on=TODAY, language="de")
