"""Laws that compare two events, and what else only the whole of a plan can tell."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from rekisteri import (
    ErasureRule,
    Last,
    Limit,
    MonthDay,
    Period,
    Provision,
    Reason,
    RetentionRule,
    Round,
    Start,
    Words,
    term,
)
from rekisteri.retention import Category, FinancialCalendar, LawVersion, Plan, State, due, expiry, schedule, statutory
from rekisteri.retention.inverse import NoFormula, absent

TODAY = date(2026, 11, 22)
HOURS = statutory("tyoaikal-records", on=TODAY)
HOLIDAYS = statutory("vuosilomal-records", on=TODAY)
RIGHT = {"compensation-right": date(2020, 5, 1)}  # lapses with 31 December 2022


@pytest.mark.parametrize(
    ("employment_end", "expected"),
    [
        ("not-yet", date(2022, 12, 31)),
        ("never", date(2022, 12, 31)),
        (date(2021, 6, 30), date(2023, 6, 30)),  # in time: two years from the end of employment
        (date(2020, 6, 30), date(2022, 6, 30)),  # and that may be earlier
        (date(2022, 12, 31), date(2024, 12, 31)),  # the last day on which it can come in time
        (date(2023, 1, 1), date(2022, 12, 31)),  # what has lapsed stays lapsed
        (date(2026, 6, 30), date(2022, 12, 31)),
    ],
)
def test_working_hours(employment_end: date | str, expected: date) -> None:
    """Act 872/2019, section 40: while employment lasts two years from the end of the year, after it two from its end."""
    assert expiry(HOURS, RIGHT | {"employment-end": employment_end}).day == expected


def test_what_is_not_known_of_them_is_missing() -> None:
    """Whether employment has ended matters as long as it can have come in time."""
    plan = Plan(rules=[HOURS])

    def state(on: date, **events: Any) -> tuple[State, tuple[str, ...]]:
        (answer,) = due(plan, {name.replace("_", "-"): value for name, value in events.items()}, on=on)
        return answer.state, answer.missing

    assert state(date(2022, 1, 1), compensation_right=date(2020, 5, 1)) == (State.UNKNOWN, ("employment-end",))
    assert state(date(2025, 1, 1), compensation_right=date(2020, 5, 1)) == (State.MAY_ERASE, ())
    assert state(date(2025, 1, 1), employment_end=date(2021, 6, 30)) == (State.MAY_ERASE, ())  # either way
    assert state(date(2023, 1, 1), employment_end=date(2021, 6, 30)) == (State.UNKNOWN, ("compensation-right",))
    assert state(date(2025, 1, 1), compensation_right="not-yet") == (State.MAY_ERASE, ())


def test_its_steps_tell_which_counts() -> None:
    """Both sums are told, and which of them the law takes."""
    lapsed = expiry(HOURS, RIGHT | {"employment-end": date(2023, 1, 1)})
    in_time = expiry(HOURS, RIGHT | {"employment-end": date(2021, 6, 30)})

    assert [step.what for step in lapsed.steps][-1] == "lapsed"
    assert [step.what for step in in_time.steps][-1] == "not-lapsed"
    assert [step.what for step in in_time.steps].count("plus") == 2


def test_the_schedule_of_such_a_rule() -> None:
    """From must-keep to may-erase on the day after."""
    changes = schedule(
        Plan(rules=[HOLIDAYS]), {"holiday-due": date(2024, 5, 1), "employment-end": "not-yet"}, since=TODAY
    )

    assert [(change.on, change.answer.state) for change in changes] == [
        (TODAY, State.MUST_KEEP),
        (date(2027, 1, 1), State.MAY_ERASE),
    ]


def counted(period: str, event: str = "invoice", limit: Limit = Limit.MAXIMUM, **more: Any) -> RetentionRule:
    """A rule of one event and one period."""
    return RetentionRule(limit=limit, period=Period.parse(period), start=Start(event=term(event)), **more)


def states(*rules: RetentionRule, on: date = TODAY, calendar: FinancialCalendar | None = None, **events: Any) -> State:
    """What holds for data under these rules."""
    plan = Plan(rules=rules, calendar=calendar or FinancialCalendar())
    (answer,) = due(plan, {name.replace("_", "-"): value for name, value in events.items()}, on=on)
    return answer.state


def test_the_time_for_the_erasure_matters_too() -> None:
    """Whether it is over decides between keeping and a contradiction."""
    floor = RetentionRule(limit=Limit.MINIMUM, last=Last(fixed=date(2030, 12, 31)))
    slow = counted("P1Y", within=Period(months=3))

    assert states(floor, slow, invoice=date(2025, 10, 1)) is State.MUST_KEEP
    assert states(floor, slow, invoice=date(2020, 1, 1)) is State.CONFLICT
    assert states(floor, slow) is State.UNKNOWN


def test_a_financial_year_that_nobody_told_is_missing() -> None:
    """Beside an unknown event, and beside a condition."""
    rounded = RetentionRule(
        limit=Limit.MAXIMUM,
        start=Start(event=term("invoice"), round=[Round.FINANCIAL_YEAR]),
        period=Period(years=1),
    )
    conditional = attrs.evolve(rounded, only_if=[Words(fi="jos on tarpeen")])

    assert states(rounded) is State.UNKNOWN
    assert states(rounded, invoice=date(2000, 1, 1)) is State.UNKNOWN
    assert states(conditional, invoice=date(2000, 1, 1)) is State.UNKNOWN
    assert states(rounded, invoice=date(2000, 1, 1), calendar=FinancialCalendar(MonthDay(12, 31))) is State.MUST_ERASE


def test_a_claim_without_a_start_may_still_run() -> None:
    """What waits for claims then cannot be told."""
    claim = RetentionRule(limit=Limit.CLAIM, period=Period(years=5))

    assert states(counted("P1Y", unless=[term("legal-claim")]), claim, invoice=date(2020, 1, 1)) is State.UNKNOWN


def test_rules_of_one_id_are_told_apart() -> None:
    """A plan may hold two versions of one law; both count."""
    law = Reason(provision=Provision.parse("kpl:2/10"))
    long = counted("P9Y", limit=Limit.MINIMUM, id="x", reason=law)
    short = counted("P1Y", limit=Limit.MINIMUM, id="x", reason=law)
    (answer,) = due(Plan(rules=[long, short]), {"invoice": date(2020, 1, 1)}, on=TODAY)

    assert answer.state is State.MUST_KEEP
    assert answer.rules == ("retention[0]", "retention[1]")


def test_versions_that_count_hours() -> None:
    """An unknown instant is missing, and no day is put in its place."""
    versions = [LawVersion(start=Start(event=term("recorded")), period=Period(hours=72))]
    rule = RetentionRule(limit=Limit.MAXIMUM, last=Last(versions=versions))

    assert states(rule) is State.UNKNOWN
    assert states(rule, recorded=datetime.fromisoformat("2026-11-01T10:00:00+02:00")) is State.MUST_ERASE


def test_many_unknown_events_do_not_make_everything_unknown() -> None:
    """What is sure from the known event stays sure."""
    others = [
        "contract-end",
        "membership-end",
        "employment-end",
        "subscription-end",
        "account-closed",
        "recruitment-end",
    ]
    rules = [counted("P2Y"), *(counted("P10Y", event) for event in [*others, "delivery"])]

    assert states(*rules, invoice=date(2020, 1, 1)) is State.MUST_ERASE
    many = [
        counted("P10Y", event) for event in [*others, "delivery", "transaction", "recorded", "last-order", "last-login"]
    ]
    assert states(*many, *(counted("P1Y", event) for event in ("last-visit", "event-held"))) is State.UNKNOWN


def test_a_request_given_as_an_instant_is_a_change_on_its_day() -> None:
    """The schedule has it."""
    plan = Plan(
        rules=[counted("P9Y", limit=Limit.MINIMUM)],
        erasure=[ErasureRule(trigger=term("relationship-end"))],
        categories=[Category(name="data")],
    )
    changes = schedule(plan, {"invoice": date(2020, 1, 1), "relationship-end": date(2027, 3, 1)}, since=TODAY)

    assert [change.on for change in changes][:1] == [TODAY]
    assert date(2029, 1, 2) in [change.on for change in changes]


def test_the_steps_tell_what_moves_an_answer() -> None:
    """An end that waits for a duty, one that waits for what has no end, a period that yields, the time for the erasure."""
    law = Reason(provision=Provision.parse("kpl:2/10"))
    waits = counted("P1Y", unless=[term("law")], id="own", within=Period(days=30))

    def steps(*rules: RetentionRule, erasure: list[ErasureRule] | None = None, **events: Any) -> list[tuple[str, Any]]:
        plan = Plan(rules=rules, erasure=erasure or ())
        (answer,) = due(plan, {name.replace("_", "-"): value for name, value in events.items()}, on=TODAY)
        told = ("waits", "waits-open", "yields", "within")
        return [(step.what, step.params.get("day")) for step in answer.steps if step.what in told]

    duty = counted("P6Y", limit=Limit.MINIMUM, reason=law)
    day = date(2023, 1, 1)
    assert steps(waits, duty, invoice=day) == [("within", None), ("waits", date(2029, 1, 1))]
    assert steps(waits, RetentionRule(limit=Limit.MINIMUM, last=Last(forever=True), reason=law), invoice=day) == [
        ("within", None),
        ("waits-open", None),
    ]
    promise = [ErasureRule(trigger=term("request"))]
    own = counted("P6Y", limit=Limit.MINIMUM)
    assert steps(own, erasure=promise, invoice=day, request=date(2026, 11, 1)) == [("yields", None)]
    assert steps(own, erasure=promise, invoice=day) == []
    assert steps(duty, erasure=promise, invoice=day, request=date(2026, 11, 1)) == []


def test_what_is_first_known_may_be_too_much_for_a_formula() -> None:
    """A fixed day is always known, so that what stands after it never counts."""
    fixed = Last(first_known=[Last(fixed=TODAY), Last(start=Start(event=term("invoice")), period=Period(years=1))])

    with pytest.raises(NoFormula, match="first-known"):
        absent(fixed, FinancialCalendar())
