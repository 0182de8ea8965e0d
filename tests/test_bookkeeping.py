"""The register of a company's accounts: what its rules come to, worked out by hand beside each day."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from examples import FOLDER, ROOT, example
from rekisteri import check, due, dumps, loads, render
from rekisteri.json_format import loads_facts
from rekisteri.retention import Answer, State, schedule, statutory
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
REGISTER = example("bookkeeping")
EVENTS = FOLDER / "bookkeeping-events.json"
FACTS = loads_facts(EVENTS.read_bytes())
RECORDS = FACTS.records or ()

KEEP, MAY, ERASE, HELD = State.MUST_KEEP, State.MAY_ERASE, State.MUST_ERASE, State.HELD


def answers(on: date) -> dict[str | None, Answer]:
    """What holds for each record on a day."""
    return {
        answer.record: answer for answer in due(REGISTER, FACTS.events, RECORDS, FACTS.holds, on=on)
    }  # in the order of the file


def day(written: str | None) -> date | None:
    """A day as it is written in JSON."""
    return date.fromisoformat(written) if written else None


# The register.


def test_the_register_is_lawful_and_canonical() -> None:
    """Nothing at ``must`` or ``should``, nor worth a note; written as ``dumps`` writes it; printed in three languages."""
    written = (FOLDER / "bookkeeping.json").read_bytes().decode()

    assert check(REGISTER, on=TODAY).findings == ()
    assert dumps(loads(written)) == written
    for language in LANGUAGES:
        assert "Esimerkki Oy" in render(REGISTER, language=language).plain()


def test_the_statutory_rules_are_those_of_the_tables() -> None:
    """What stands in the file is what ``statutory`` makes for the day."""
    made = {
        "kpl-vouchers": statutory("kpl-vouchers", on=TODAY, data=["invoices"]),
        "avl-invoices-monthly": statutory("avl-invoices-monthly", on=TODAY, data=["invoices"]),
        "kpl-books": statutory("kpl-books", on=TODAY, data=["ledgers"]),
        "ovml-payroll": statutory("ovml-payroll", on=TODAY, data=["payroll-records"]),
    }
    rules = {rule.id: rule for rule in REGISTER.retention or ()}

    assert {id: rules[id] for id in made} == made
    assert str(rules["ykstl-camera"].period) == "P1Y"
    assert [subject.term for subject in rules["ykstl-camera"].subjects or ()] == ["employees"]


def test_the_events_name_nobody_and_are_written_plainly() -> None:
    """Two spaces, a newline at the end; every record has another id, and every hold is about one of them."""
    text = EVENTS.read_text(encoding="utf-8")
    ids = [record.id for record in RECORDS]

    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text
    assert len(set(ids)) == len(ids) == 19
    assert {hold.record for hold in FACTS.holds} <= set(ids)


# The days. Financial years end on 31 March; the first one ran from 3 October 2016 to 31 March 2018.

BOUNDARIES: dict[tuple[str, str], tuple[State, State, State]] = {
    # the record and the last day of something: the state on the day before it, on it, and on the day after it
    #
    # financial year end 2018-03-31 -> end of the calendar year 2018-12-31, + 6 years = 2024-12-31 (both duties: the tax
    # period that ended on 2017-11-30 lies in the long first financial year, which ended in 2018)
    ("invoice-2017", "2024-12-31"): (KEEP, KEEP, MAY),
    # 2018-12-31 + 6 years 6 months = 2025-06-31, which June has not -> 2025-06-30
    ("invoice-2017", "2025-06-30"): (MAY, MAY, ERASE),
    # 2019-03-31 -> 2019-12-31, + 6 years = 2025-12-31
    ("invoice-2018", "2025-12-31"): (KEEP, KEEP, MAY),
    # the hold begins on 2026-05-04; the day before it is 2026-05-03
    ("invoice-2018", "2026-05-03"): (MAY, MAY, HELD),
    # 2019-12-31 + 6 years 6 months = 2026-06-30; the hold masks that it has passed
    ("invoice-2018", "2026-06-30"): (HELD, HELD, HELD),
    # 2020-03-31 -> 2020-12-31, + 6 years = 2026-12-31; + 6 years 6 months = 2027-06-30
    ("invoice-2019", "2026-12-31"): (KEEP, KEEP, MAY),
    ("invoice-2019", "2027-06-30"): (MAY, MAY, ERASE),
    # the tax period 2026-10 lies in the financial year that ends on 2027-03-31 -> 2027-12-31, + 6 years = 2033-12-31; but
    # that year has not ended as far as is known, so the duty of the Accounting Act runs on
    ("invoice-2026", "2033-12-31"): (KEEP, KEEP, KEEP),
    # 2018-03-31 + 10 years = 2028-03-31, not rounded; + 10 years 6 months = 2028-09-31 -> 2028-09-30
    ("ledger-2016", "2028-03-31"): (KEEP, KEEP, MAY),
    ("ledger-2016", "2028-09-30"): (MAY, MAY, ERASE),
    ("payroll-2016", "2028-03-31"): (KEEP, KEEP, MAY),
    ("payroll-2016", "2028-09-30"): (MAY, MAY, ERASE),
    # 2026-03-31 + 10 years = 2036-03-31; + 10 years 6 months -> 2036-09-30
    ("ledger-2025", "2036-03-31"): (KEEP, KEEP, MAY),
    ("ledger-2025", "2036-09-30"): (MAY, MAY, ERASE),
    # latest login 2023-11-22 + 3 years = 2026-11-22; the account is not closed
    ("account-idle", "2026-11-22"): (MAY, MAY, ERASE),
    # closed 2026-08-31 + 6 months = 2027-02-31 -> 2027-02-28, earlier than the login 2026-08-30 + 3 years
    ("account-closed", "2027-02-28"): (MAY, MAY, ERASE),
    # the hold from 2026-05-15 to 2026-11-30, both included
    ("account-unpaid", "2026-05-14"): (MAY, MAY, HELD),
    # closed 2026-05-15 + 6 months = 2026-11-15, masked
    ("account-unpaid", "2026-11-15"): (HELD, HELD, HELD),
    ("account-unpaid", "2026-11-30"): (HELD, HELD, ERASE),
    # asked on 2026-10-20, promised within 1 month: 2026-11-20
    ("account-asked", "2026-11-20"): (MAY, MAY, ERASE),
    # withdrawn 2026-10-21: the proof is kept for exactly 3 years, 2029-10-21
    ("consent-withdrawn", "2029-10-21"): (KEEP, KEEP, ERASE),
    # withdrawn 2023-11-21 + 3 years = 2026-11-21
    ("consent-old", "2026-11-21"): (KEEP, KEEP, ERASE),
    # recorded until 2026-10-22 + 1 month = 2026-11-22, earlier than + 1 year
    ("camera-yard", "2026-11-22"): (MAY, MAY, ERASE),
    # recorded until 2025-11-10; + 1 month = 2025-12-10, + 1 year = 2026-11-10; both holds begin on 2025-12-01
    ("camera-theft", "2025-11-30"): (MAY, MAY, HELD),
    ("camera-theft", "2025-12-10"): (HELD, HELD, HELD),
    # the Act knows an investigation as a reason to keep recordings longer …
    ("camera-theft", "2026-11-10"): (HELD, HELD, HELD),
    ("camera-dispute", "2025-12-10"): (HELD, HELD, HELD),
    # … and no other dispute
    ("camera-dispute", "2026-11-10"): (HELD, HELD, ERASE),
    # recorded until 2026-01-31 + 1 month = 2026-02-31 -> 2026-02-28
    ("camera-visitors", "2026-02-28"): (MAY, MAY, ERASE),
}


@pytest.mark.parametrize(("record", "last"), BOUNDARIES)
def test_states_around_each_last_day(record: str, last: str) -> None:
    """The day before, the day itself and the day after."""
    on = date.fromisoformat(last)
    around = [date.fromordinal(on.toordinal() + step) for step in (-1, 0, 1)]

    assert tuple(answers(one)[record].state for one in around) == BOUNDARIES[record, last]


TODAYS: dict[str, tuple[str, str | None, str | None, tuple[str, ...]]] = {
    # on 2026-11-22: the state, from when the data need not exist, through when they may, the purposes that have ended
    "invoice-2017": ("must-erase", "2025-01-01", "2025-06-30", ("bookkeeping",)),
    # no end of the hold is known, so no day is known from which it need not exist
    "invoice-2018": ("held", None, "2026-06-30", ("bookkeeping",)),
    "invoice-2019": ("must-keep", "2027-01-01", "2027-06-30", ()),
    "invoice-2026": ("must-keep", None, None, ()),
    "payroll-2016": ("must-keep", "2028-04-01", "2028-09-30", ()),
    "payroll-unsorted": ("unknown", None, None, ()),
    "account-idle": ("may-erase", None, "2026-11-22", ()),
    "account-closed": ("may-erase", None, "2027-02-28", ()),
    # the day after the hold
    "account-unpaid": ("held", "2026-12-01", "2026-11-15", ("accounts",)),
    "account-asked": ("must-erase", None, "2026-11-20", ("accounts",)),
    "consent-valid": ("must-keep", None, None, ()),
    # 2026-10-21 + 1 month = 2026-11-21: the newsletter's time is over, that of the proof is not
    "consent-withdrawn": ("must-keep", "2029-10-22", "2029-10-21", ("newsletter",)),
    "consent-old": ("must-erase", "2026-11-22", "2026-11-21", ("newsletter", "proof")),
    "camera-theft": ("held", None, "2025-12-10", ("surveillance",)),
    "camera-dispute": ("must-erase", None, "2025-12-10", ("surveillance",)),
    "camera-visitors": ("must-erase", None, "2026-02-28", ("surveillance",)),
}

BOTH_KINDS_OF_PEOPLE: dict[str, tuple[str, str | None, str | None, tuple[str, ...]]] = {
    # whoever the people are, the days are the same
    "ledger-2016": ("must-keep", "2028-04-01", "2028-09-30", ()),
    "ledger-2025": ("must-keep", "2036-04-01", "2036-09-30", ()),
    "camera-yard": ("may-erase", None, "2026-11-22", ()),
}


@pytest.mark.parametrize("record", [*TODAYS, *BOTH_KINDS_OF_PEOPLE])
def test_what_holds_today(record: str) -> None:
    """The state, its days, and the purposes for which the data must not be used any more."""
    state, free_from, until, ended = {**TODAYS, **BOTH_KINDS_OF_PEOPLE}[record]
    answer = answers(TODAY)[record]

    assert answer.state == state
    assert (answer.free_from, answer.until) == (day(free_from), day(until))
    assert answer.purposes_ended == ended
    assert not answer.open_ended


def test_every_record_is_tested() -> None:
    """No answer of the file is left out."""
    assert set(answers(TODAY)) == {*TODAYS, *BOTH_KINDS_OF_PEOPLE}
    assert list(answers(TODAY)) == [record.id for record in RECORDS]


def test_what_is_missing_is_named() -> None:
    """Nobody has told to which financial year the unsorted pay slips belong."""
    missing = {record: answer.missing for record, answer in answers(TODAY).items() if answer.missing}

    assert missing == {"payroll-unsorted": ("financial-year-end",)}


def test_the_long_first_financial_year_makes_a_difference() -> None:
    """By the usual day alone, the year of the tax period 2016-11 would have ended on 2017-03-31 -> 2017-12-31, + 6 years."""
    (told,) = [rule for rule in REGISTER.retention or () if rule.id == "avl-invoices-monthly"]
    plan = REGISTER.plan()
    (answer,) = due(plan, {"tax-period-end": date(2016, 11, 30), "financial-year-end": date(2018, 3, 31)}, on=TODAY)[:1]

    assert told.id in answer.rules
    # 2016-11-30 lies in the first financial year, 2018-03-31 -> 2018-12-31, + 6 years = 2024-12-31
    assert answer.free_from == date(2025, 1, 1)


def test_a_told_year_end_ends_the_duty() -> None:
    """Once the financial year of the invoice of 2026 has ended: 2027-03-31 -> 2027-12-31, + 6 years = 2033-12-31."""
    events = {"tax-period-end": date(2026, 10, 31), "financial-year-end": date(2027, 3, 31)}
    (answer,) = due(REGISTER, events, on=date(2027, 4, 1))[:1]

    assert (answer.state, answer.free_from) == (KEEP, date(2034, 1, 1))
    assert answer.until == date(2034, 6, 30)  # 2027-12-31 + 6 years 6 months = 2034-06-31 -> 2034-06-30


# The schedule.


def test_the_schedule_is_in_the_order_of_days() -> None:
    """First what holds today, in the order of the file; then each change on its first day."""
    changes = schedule(REGISTER, FACTS.events, RECORDS, FACTS.holds, since=TODAY)
    first, later = changes[: len(RECORDS)], changes[len(RECORDS) :]

    assert [change.answer.record for change in first] == [record.id for record in RECORDS]
    assert {change.on for change in first} == {TODAY}
    assert [(change.on.isoformat(), change.answer.record, change.answer.state.value) for change in later] == [
        ("2026-11-23", "account-idle", "must-erase"),
        ("2026-11-23", "camera-yard", "must-erase"),
        ("2026-12-01", "account-unpaid", "must-erase"),  # the hold has ended on 2026-11-30
        ("2027-01-01", "invoice-2019", "may-erase"),
        ("2027-03-01", "account-closed", "must-erase"),
        ("2027-07-01", "invoice-2019", "must-erase"),
        ("2028-04-01", "ledger-2016", "may-erase"),
        ("2028-04-01", "payroll-2016", "may-erase"),
        ("2028-10-01", "ledger-2016", "must-erase"),
        ("2028-10-01", "payroll-2016", "must-erase"),
        ("2029-10-22", "consent-withdrawn", "must-erase"),
        ("2036-04-01", "ledger-2025", "may-erase"),
        ("2036-10-01", "ledger-2025", "must-erase"),
    ]


def test_a_purpose_that_ends_is_a_change() -> None:
    """The state stays, and the newsletter may not be sent any more from 2026-11-22 on."""
    changes = schedule(REGISTER, FACTS.events, RECORDS, FACTS.holds, since=date(2026, 11, 1))
    found = [
        (change.on, change.answer.state, change.answer.purposes_ended)
        for change in changes
        if change.answer.record == "consent-withdrawn"
    ]

    assert found == [
        (date(2026, 11, 1), KEEP, ()),
        (date(2026, 11, 22), KEEP, ("newsletter",)),
        (date(2029, 10, 22), ERASE, ("newsletter", "proof")),
    ]


# The holds.


def test_a_hold_masks_and_neither_extends_nor_restarts() -> None:
    """The last days are the same with and without the holds."""
    without = due(REGISTER, FACTS.events, RECORDS, on=TODAY)

    assert {answer.record: answer.until for answer in without} == {
        record: answer.until for record, answer in answers(TODAY).items()
    }
    assert [answer.record for answer in without if answer.state != answers(TODAY)[answer.record].state] == [
        "invoice-2018",
        "account-unpaid",
        "camera-theft",
    ]


def test_a_hold_that_the_act_does_not_know_says_so() -> None:
    """The recordings kept for a dispute are past the Act's year: the hold is named, and why it does not hold."""
    steps = {record: [step.what for step in answer.steps][-1] for record, answer in answers(TODAY).items()}

    assert {record: what for record, what in steps.items() if what.startswith("hold")} == {
        "invoice-2018": "hold",
        "account-unpaid": "hold",
        "camera-theft": "hold",
        "camera-dispute": "hold-refused",
    }


# The command line.


def run(*arguments: str) -> str:
    """What ``rekisteri due`` prints about the example on 2026-11-22."""
    command = [sys.executable, "-m", "rekisteri", "due", "docs/examples/bookkeeping.json", "--events"]
    chosen = ["docs/examples/bookkeeping-events.json", "--on", "2026-11-22", *arguments]
    result = subprocess.run([*command, *chosen], capture_output=True, cwd=ROOT, check=True, timeout=60)

    assert result.stderr == b""
    return result.stdout.decode()


def test_the_answers_as_json() -> None:
    """One entry a record, in the order of the file; the whole of one."""
    entries = json.loads(run("--format", "json"))

    assert [(entry["record"], entry["state"]) for entry in entries] == [
        (record, answer.state) for record, answer in answers(TODAY).items()
    ]
    assert entries[11] == {
        "record": "account-asked",
        "category": "customer-accounts",
        "state": "must-erase",
        "from": None,
        "until": "2026-11-20",
        "open_ended": False,
        "purposes_ended": ["accounts"],
        "missing": [],
        "then": None,
        "rules": ["idle-accounts"],
        "steps": [
            "Rule “idle-accounts” (at most): decision of the company, 1 October 2026",
            "closing of the user account: not yet",
            "latest login: 19 October 2026",
            "plus 3 years: 19 October 2029",
            "the earliest of these: 19 October 2029",
            "last day: 19 October 2029",
            "Promise “account-on-request”, to erase on this ground: request by the data subject",
            "request by the data subject: 20 October 2026",
            "plus 1 month: 20 November 2026",
            "last day: 20 November 2026",
        ],
    }
    assert list(entries[0]) == [
        "record",
        "category",
        "state",
        "from",
        "until",
        "open_ended",
        "purposes_ended",
        "missing",
        "then",
        "rules",
        "steps",
    ]
    assert (entries[2]["from"], entries[2]["until"], entries[2]["then"]) == ("2027-01-01", "2027-06-30", "erasure")
    assert entries[7]["missing"] == ["financial-year-end"]


def test_the_answers_as_text() -> None:
    """One block a record, with blank lines between them; the whole of three."""
    blocks = run().split("\n\n")

    assert blocks[0] == "Judged by the rules of the register on 22 November 2026"
    assert len(blocks) == 1 + len(RECORDS)
    assert blocks[3] == (
        "invoices [invoice-2019]: must be kept\n"
        "  Need not exist from 1 January 2027 on.\n"
        "  May exist through 30 June 2027.\n"
        "  At the end: erasure.\n"
        "    Rule “kpl-vouchers” (at least): chapter 2, section 10(2) of the Accounting Act (1336/1997)\n"
        "      end of the financial year: 31 March 2020\n"
        "      to the end of the calendar year: 31 December 2020\n"
        "      plus 6 years: 31 December 2026\n"
        "      last day: 31 December 2026\n"
        "    Rule “avl-invoices-monthly” (at least): section 209n(2) of the Value Added Tax Act (1501/1993)\n"
        "      end of the tax period: 31 December 2019\n"
        "      to the end of the calendar year in which the financial year ends: 31 December 2020\n"
        "      plus 6 years: 31 December 2026\n"
        "      last day: 31 December 2026\n"
        "    Rule “invoices-end” (at most): decision of the company, 1 October 2026\n"
        "      end of the financial year: 31 March 2020\n"
        "      to the end of the calendar year: 31 December 2020\n"
        "      plus 6 years and 6 months: 30 June 2027\n"
        "      last day: 30 June 2027"
    )
    assert blocks[8] == (
        "payroll-records [payroll-unsorted]: not known\n"
        "  Would have to be known: end of the financial year.\n"
        "    Rule “ovml-payroll” (at least): section 28(3) of the Act on the Assessment Procedure for Self-Assessed"
        " Taxes (768/2016)\n"
        "      end of the financial year: not known\n"
        "      last day: not known\n"
        "    Rule “payroll-end” (at most): decision of the company, 1 October 2026\n"
        "      end of the financial year: not known\n"
        "      last day: not known"
    )


@pytest.mark.parametrize(("language", "heading"), [("fi", "22. marraskuuta 2026"), ("sv", "22 november 2026")])
def test_the_answers_in_other_languages(language: str, heading: str) -> None:
    """The same blocks with the same first words, in another language."""
    blocks, english = run("--language", language).split("\n\n"), run().split("\n\n")

    assert heading in blocks[0]
    assert [block.split(":")[0] for block in blocks[1:]] == [block.split(":")[0] for block in english[1:]]
    assert "must be" not in "".join(blocks)
