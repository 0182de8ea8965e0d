from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

from rekisteri.errors import InvalidValue
from rekisteri.law import Provision
from rekisteri.retention import (
    Answer,
    Category,
    Deadline,
    ErasureRule,
    EventState,
    FinancialCalendar,
    FinancialYear,
    Hold,
    Last,
    LawVersion,
    Limit,
    MonthDay,
    Period,
    Plan,
    Reason,
    Record,
    RetentionRule,
    Round,
    State,
    due,
    expiry,
    schedule,
)
from rekisteri.retention.last import Ends
from rekisteri.vocabulary import term
from rekisteri.words import Words
from retention.strategies import REPORTS, counted, start

TODAY = date(2026, 6, 30)
ONE_DAY = timedelta(1)
A_YEAR_AGO = date(2025, 6, 30)
A_DUTY = Reason(provision=Provision.parse("kpl:2/10.2"))
VAGUE = [Words(en="if we think so")]
AT_REQUEST = ErasureRule(id="gone", trigger=term("request"), deadline=Deadline(Period(months=1)))
STATES = "a day, or one of “not-yet”, “never”, “unknown”"
CATEGORIES = [Category(name="orders"), Category(name="invoices")]


CLAIM = RetentionRule(limit=Limit.CLAIM, start=start("invoice"), period=Period(years=1))


def minimum(period: str = "P1Y", after: str = "invoice", **fields: Any) -> RetentionRule:
    """A rule to keep."""
    return RetentionRule.minimum(period, after=after, **fields)


def maximum(period: str = "P1Y", after: str | Words = "invoice", **fields: Any) -> RetentionRule:
    """A rule to erase."""
    return RetentionRule.maximum(period, after=after, **fields)


def answer(
    *rules: RetentionRule | ErasureRule, on: date = TODAY, holds: list[Hold] | None = None, **events: Any
) -> Answer:
    """What holds for the nameless category; events with their hyphens written as underscores."""
    plan = Plan(
        rules=[one for one in rules if isinstance(one, RetentionRule)],
        erasure=[one for one in rules if isinstance(one, ErasureRule)],
    )
    (found,) = due(plan, {name.replace("_", "-"): value for name, value in events.items()}, holds=holds or (), on=on)
    return found


def refusal(call: Callable[..., object], *arguments: Any, **fields: Any) -> str:
    """The message with which something is refused."""
    with pytest.raises(InvalidValue) as caught:
        call(*arguments, **fields)
    return str(caught.value)


class TestState:
    """What holds on a day: its edges, to the day."""

    @pytest.mark.parametrize(
        ("rules", "before", "after"),
        [
            ([minimum()], State.MUST_KEEP, State.MAY_ERASE),
            (
                [RetentionRule(limit=Limit.FOR, start=start("invoice"), period=Period(years=1))],
                "must-keep",
                "may-erase",
            ),
            ([maximum()], State.MAY_ERASE, State.MUST_ERASE),
            ([RetentionRule.exact("P1Y", after="invoice")], State.MUST_KEEP, State.MUST_ERASE),
            (
                [RetentionRule(limit=Limit.CLAIM, start=start("invoice"), period=Period(years=1))],
                "may-erase",
                "must-erase",
            ),
            ([maximum(), minimum("P2Y")], State.MUST_KEEP, State.CONFLICT),
            ([maximum(within=Period(days=1)), minimum("P2Y")], State.MUST_KEEP, State.MUST_KEEP),
            ([maximum("P364D", within=Period(days=1)), minimum("P2Y")], State.MUST_KEEP, State.CONFLICT),
            ([ErasureRule(trigger=term("invoice"), deadline=Deadline(Period(years=1)))], "may-erase", "must-erase"),
        ],
    )
    def test_it_turns_on_the_day_after_the_last_one(
        self, rules: list[RetentionRule], before: State, after: State
    ) -> None:
        """On the last day the period still runs; a conflict waits for the time that erasing may take."""
        assert [before, after] == [answer(*rules, on=TODAY + n * ONE_DAY, invoice=A_YEAR_AGO).state for n in (0, 1)]

    def test_a_request_counts_on_its_own_day(self) -> None:
        """The controller's own period yields from the day of the request, and a duty does not."""
        asked: dict[str, Any] = {"invoice": TODAY, "request": TODAY}

        assert answer(minimum(), AT_REQUEST, **asked).state == State.MAY_ERASE
        assert answer(minimum(), AT_REQUEST, on=TODAY - ONE_DAY, **asked).state == State.MUST_KEEP
        assert answer(minimum(reason=A_DUTY), AT_REQUEST, **asked).state == State.MUST_KEEP
        assert answer(minimum(), AT_REQUEST, invoice=TODAY).state == State.MUST_KEEP

    @pytest.mark.parametrize("event", ["request", "consent-withdrawn", "objection-made", "marketing-forbidden"])
    def test_own_periods_yield_to_what_people_ask(self, event: str) -> None:
        """A request, a withdrawal, an objection; other triggers erase without making a period yield."""
        promise = ErasureRule(trigger=term(event), deadline=Deadline(Period(months=1)))
        (found,) = due(Plan(rules=[minimum()], erasure=[promise]), {"invoice": TODAY, event: TODAY}, on=TODAY)
        other = ErasureRule(trigger=term("outdated-data"), deadline=Deadline(Period(months=1)))

        assert found.state == State.MAY_ERASE
        assert answer(minimum(), other, invoice=TODAY, outdated_data=TODAY).state == State.MUST_KEEP

    @pytest.mark.parametrize(
        ("unless", "covered", "expected"),
        [
            ("law", minimum("P1Y", reason=A_DUTY), (TODAY, "must-keep", "must-erase")),
            ("law-requires", minimum("P1Y", reason=A_DUTY), (TODAY, "must-keep", "must-erase")),
            ("law", minimum("P1Y", after="relationship-end", reason=A_DUTY), (None, "must-keep", "must-keep")),
            ("law", minimum("P1Y"), (A_YEAR_AGO, "must-erase", "must-erase")),
            ("law", minimum("P1M", reason=A_DUTY), (date(2025, 7, 30), "must-erase", "must-erase")),
            ("law", minimum("P1Y", after="recorded", reason=A_DUTY), (A_YEAR_AGO, "must-erase", "must-erase")),
            ("legal-claim", CLAIM, (TODAY, "may-erase", "must-erase")),
            ("legal-claim", attrs.evolve(CLAIM, start=start("relationship-end")), (None, "may-erase", "may-erase")),
            ("legal-claim", minimum("P1Y", reason=A_DUTY), (A_YEAR_AGO, "conflict", "must-erase")),
            ("open-invoices", CLAIM, (A_YEAR_AGO, "must-erase", "must-erase")),
        ],
    )
    def test_an_exception_waits_for_what_it_covers(
        self, unless: str, covered: RetentionRule, expected: tuple[date | None, str, str]
    ) -> None:
        """The law: duties; legal claims: claim periods; an ending that has not come keeps them running."""
        promise = ErasureRule(trigger=term("request"), unless=[term(unless)])
        known: dict[str, Any] = {"invoice": A_YEAR_AGO, "request": A_YEAR_AGO, "recorded": "never"}
        found = [answer(promise, covered, on=TODAY + n * ONE_DAY, relationship_end="not-yet", **known) for n in (0, 1)]

        assert expected == (found[0].until, *(one.state for one in found))

    def test_the_time_that_erasing_takes_counts_from_the_rules_own_end(self) -> None:
        """What an exception covers may last longer than that time, or less long."""
        for within, expected in ((Period(days=3), "conflict"), (Period(days=4), "must-keep")):
            own = RetentionRule(
                limit=Limit.MAXIMUM,
                last=Last(fixed=TODAY - 4 * ONE_DAY),
                within=within,
                unless=[term("legal-claim")],
                reason=A_DUTY,
            )
            claim = RetentionRule(limit=Limit.CLAIM, last=Last(fixed=TODAY - 2 * ONE_DAY), purposes=["p"])
            keep = RetentionRule(limit=Limit.MINIMUM, last=Last(fixed=TODAY), reason=A_DUTY)
            assert expected == answer(own, keep, attrs.evolve(claim, purposes=None, within=within)).state

    def test_the_earliest_end_of_each_purpose_counts_and_the_latest_of_all_purposes(self) -> None:
        """Data may stay while one purpose needs them; a floor of the purpose that has ended contradicts its end even so."""
        days = [TODAY - 3 * ONE_DAY, TODAY - 2 * ONE_DAY, TODAY - ONE_DAY]
        ends = [
            RetentionRule(limit=Limit.MAXIMUM, last=Last(fixed=day), purposes=[purpose])
            for day, purpose in zip(days, "pqp", strict=True)
        ]
        keep = RetentionRule(limit=Limit.MINIMUM, last=Last(fixed=TODAY), purposes=["p"], reason=A_DUTY)
        whatever_for = attrs.evolve(keep, purposes=None)
        found = [answer(*ends, *more, on=on) for more in ([], [keep], [whatever_for]) for on in (TODAY, days[1])]

        assert [one.state for one in found] == [
            "must-erase",
            "may-erase",
            "conflict",
            "conflict",
            "conflict",
            "must-keep",
        ]
        assert {days[1]} == {one.until for one in found}

    @pytest.mark.parametrize(("until", "expected"), [(None, "held"), (TODAY, "held"), (TODAY - ONE_DAY, "must-erase")])
    def test_a_hold_includes_both_its_ends(self, until: date | None, expected: str) -> None:
        """It masks from its first day through its last one, or until it is released."""
        since = TODAY - 10 * ONE_DAY
        hold = Hold(reason="dispute", since=since, until=until)

        assert expected == answer(maximum("P0D"), holds=[hold], invoice=A_YEAR_AGO).state
        assert answer(maximum("P0D"), on=since, holds=[hold], invoice=A_YEAR_AGO).state == State.HELD
        assert answer(maximum("P0D"), on=since - ONE_DAY, holds=[hold], invoice=A_YEAR_AGO).state == State.MUST_ERASE

    @pytest.mark.parametrize(("reason", "expected"), [("dispute", "must-erase"), ("legal-claim", "held")])
    def test_a_statutory_maximum_yields_only_to_what_its_act_knows(self, reason: str, expected: str) -> None:
        """Or to what the rule itself excepts; a hold that is refused is told as such."""
        hold = Hold(reason=reason, since=A_YEAR_AGO)
        found = answer(REPORTS, holds=[hold], report_received=date(2020, 1, 1))

        assert expected == found.state
        assert ["hold-refused" if expected == "must-erase" else "hold"] == [step.what for step in found.steps][-1:]

    @pytest.mark.parametrize("limit", [Limit.MAXIMUM, Limit.EXACT])
    def test_a_statutory_maximum_overrules_a_hold_from_its_own_end(self, limit: Limit) -> None:
        """Not while it still runs, even if the controller's own period is over."""
        law = RetentionRule(limit=limit, last=Last(fixed=TODAY), reason=A_DUTY)
        hold = Hold(reason="dispute", since=A_YEAR_AGO)
        found = [answer(maximum("P0D"), law, on=TODAY + n * ONE_DAY, holds=[hold], invoice=A_YEAR_AGO) for n in (0, 1)]

        assert [one.state for one in found] == ["held", "must-erase"]

    def test_a_hold_on_others_masks_nothing(self) -> None:
        """A hold may be about one category, or one record."""
        plan = Plan(rules=[maximum("P0D")], categories=CATEGORIES)
        records = [Record(category="orders", id="1"), Record(category="invoices", id="2")]
        holds = [
            Hold(reason="dispute", since=TODAY, category="orders"),
            Hold(reason="dispute", since=TODAY, record="2"),
        ]
        events = {"invoice": A_YEAR_AGO}

        found = [[one.state for one in due(plan, events, records, [hold], on=TODAY)] for hold in holds]

        assert found == [["held", "must-erase"], ["must-erase", "held"]]


class TestUnknown:
    """What is missing, and when it matters."""

    def test_what_is_missing_is_named(self) -> None:
        """Events, rules that say too little, conditions, the end of financial years, and what kind the people are."""
        vouchers = RetentionRule(
            limit=Limit.MAXIMUM, start=start("invoice", Round.FINANCIAL_YEAR), period=Period(years=1)
        )

        assert answer(maximum()).missing == ("invoice",)
        assert answer(RetentionRule(limit=Limit.MAXIMUM, period=Period(years=1))).missing == ("retention[0]",)
        assert answer(maximum(id="own", only_if=VAGUE), invoice=date(2020, 1, 1)).missing == ("own",)
        assert answer(maximum(id="own", unless=VAGUE), invoice=date(2020, 1, 1)).missing == ("own",)
        assert answer(vouchers, invoice=date(2020, 1, 1)).missing == ("financial_year_end",)
        assert answer(maximum(subjects=[term("customers")]), invoice=date(2020, 1, 1)).missing == ("subjects",)
        assert answer(ErasureRule(id="gone", trigger=term("request"), unless=VAGUE), request=A_YEAR_AGO).missing == (
            "gone",
        )

    def test_only_what_matters_is_missing(self) -> None:
        """A fact matters if in some case the state depends on it, and no fact is named beside it."""
        either = [maximum(), maximum(after="recorded")]
        one = [maximum(), minimum(after="recorded"), RetentionRule(limit=Limit.MINIMUM, last=Last(fixed=TODAY))]

        assert answer(*either).missing == ("invoice", "recorded")
        assert answer(*one).missing == ("invoice",)

    def test_what_does_not_matter_is_not_missing(self) -> None:
        """A duty that runs makes the answer whatever an unknown event of another rule was."""
        found = answer(minimum(), minimum(after="recorded"), invoice=TODAY)

        assert (found.state, found.missing) == (State.MUST_KEEP, ())

    @pytest.mark.parametrize(
        ("limit", "others", "expected"),
        [
            (Limit.MINIMUM, [], State.UNKNOWN),
            (Limit.MINIMUM, [maximum("P0D")], State.UNKNOWN),
            (Limit.MAXIMUM, [minimum()], State.UNKNOWN),
            (Limit.MAXIMUM, [maximum("P0D")], State.MUST_ERASE),
            (Limit.FOR, [minimum("P20Y")], State.MUST_KEEP),
            (Limit.EXACT, [minimum("P20Y")], State.UNKNOWN),
            (None, [minimum("P20Y")], State.UNKNOWN),
        ],
    )
    def test_a_rule_without_a_start_may_run_or_be_over(
        self, limit: Limit | None, others: list[RetentionRule], expected: State
    ) -> None:
        """It is unknown exactly where that makes a difference."""
        vague = RetentionRule(limit=limit, period=Period(years=1))

        assert expected == answer(vague, *others, invoice=date(2020, 1, 1)).state

    def test_a_start_may_be_missing_within(self) -> None:
        """One of several last days need not say from when it runs."""
        last = Last(later=[Last(period=Period(years=1)), counted("invoice", "P1Y")])
        found = answer(RetentionRule(limit=Limit.MAXIMUM, last=last), invoice=date(2020, 1, 1))

        assert (found.state, found.until) == (State.UNKNOWN, None)

    def test_a_narrower_rule_replaces_a_wider_one_only_if_it_holds(self) -> None:
        """If its conditions are not met the wider one stands; one that merely says too little replaces it."""
        known: dict[str, Any] = {"invoice": date(2020, 1, 1)}
        wide = maximum("P1Y", id="wide")
        narrow = maximum("P20Y", id="narrow", purposes=["p"], only_if=VAGUE)
        vague = RetentionRule(limit=Limit.MINIMUM, period=Period(years=1), purposes=["p"])

        assert answer(wide, narrow, **known).missing == ("narrow",)
        assert answer(minimum("P20Y"), vague, **known).state == State.UNKNOWN

    def test_an_event_that_makes_an_erasure_due_may_be_unknown(self) -> None:
        """A withdrawal that nobody told of is unknown; a request that nobody told of has not come."""
        triggers = ("consent-withdrawn", "request")
        found = [answer(minimum(), ErasureRule(trigger=term(one)), invoice=TODAY) for one in triggers]

        assert [one.missing for one in found] == [("consent-withdrawn",), ()]
        assert [one.state for one in found] == ["unknown", "must-keep"]

    def test_hours_are_tried_as_instants(self) -> None:
        """An unknown event from which hours are counted is tried too, on its own and around others."""
        around = Last(earlier=[counted("recorded", "PT72H"), counted("invoice", "P1Y")])

        assert answer(maximum("PT72H", after="recorded")).state == State.UNKNOWN
        assert answer(RetentionRule(limit=Limit.MAXIMUM, last=around), invoice=TODAY).state == State.UNKNOWN

    def test_too_many_unknowns_are_not_tried(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The answer is unknown, and all are named, rather than waiting for ever."""
        monkeypatch.setattr("rekisteri.retention.case.MOST_COMBINATIONS", 8)
        few, many = ([maximum(id=f"own-{n}", only_if=VAGUE) for n in range(most)] for most in (3, 4))
        found = [answer(*rules, invoice=TODAY) for rules in (few, many)]

        assert [one.state for one in found] == [State.MAY_ERASE, State.UNKNOWN]
        assert [one.missing for one in found] == [(), ("own-0", "own-1", "own-2", "own-3")]

    def test_people_may_be_told_in_the_record(self) -> None:
        """A record tells whose data it is, else its category; otherwise every kind is tried."""
        plan = Plan(
            rules=[maximum(subjects=[term("customers")])],
            categories=[Category(name="orders", subjects=("customers",)), Category(name="invoices")],
        )
        records = [
            Record(category="orders"),
            Record(category="orders", subjects=("employees",)),
            Record(category="invoices", subjects=("customers",)),
            Record(category="invoices"),
        ]

        found = [one.state for one in due(plan, {"invoice": date(2020, 1, 1)}, records, on=TODAY)]

        assert found == ["must-erase", "may-erase", "must-erase", "unknown"]


class TestAnswer:
    """What an answer tells besides the state."""

    def test_it_tells_the_days(self) -> None:
        """The first day on which the data need not exist, and the last on which they may."""
        found = answer(minimum("P6M"), maximum("P1Y"), invoice=A_YEAR_AGO)

        assert (date(2025, 12, 31), TODAY) == (found.free_from, found.until)
        assert not found.open_ended
        assert found.rules == ("retention[0]", "retention[1]")

    @pytest.mark.parametrize(
        ("rules", "events"),
        [
            ([minimum()], {"invoice": "never"}),
            ([minimum(after="relationship-end")], {"relationship_end": "not-yet"}),
            ([minimum()], {}),
            ([RetentionRule(limit=Limit.MINIMUM, last=Last(fixed=date.max))], {}),
            ([RetentionRule(limit=Limit.MINIMUM, last=Last(forever=True))], {}),
        ],
    )
    def test_there_may_be_no_day(self, rules: list[RetentionRule], events: dict[str, Any]) -> None:
        """Nothing asks for the data, or it does so for ever, or nobody knows; no rule sets an end."""
        found = answer(*rules, **events)

        assert (found.free_from, found.until, found.open_ended) == (None, None, True)

    def test_the_calendar_ends(self) -> None:
        """The last two days of the calendar are days like others."""
        for limit, last, expected in [
            (Limit.MINIMUM, date.max - ONE_DAY, ("must-keep", None)),
            (Limit.MINIMUM, date.max - 2 * ONE_DAY, ("may-erase", date.max - ONE_DAY)),
        ]:
            found = answer(RetentionRule(limit=limit, last=Last(fixed=last)), on=date.max - ONE_DAY)
            assert expected == (found.state, found.free_from)
        assert answer(maximum(), on=date.min).state == State.MAY_ERASE
        assert answer(RetentionRule(limit=Limit.MAXIMUM, period=Period()), on=date.max).state == State.UNKNOWN

    def test_a_hold_moves_the_day_from_which_data_are_free(self) -> None:
        """The day after the last of the holds that cover it, one after the other; one not released gives none."""
        first = Hold(reason="dispute", since=TODAY, until=TODAY + 9 * ONE_DAY)
        second = Hold(reason="dispute", since=TODAY + 10 * ONE_DAY, until=TODAY + 19 * ONE_DAY)
        third = Hold(reason="dispute", since=TODAY)

        days = [
            answer(minimum("P0D"), holds=holds, invoice=TODAY - ONE_DAY).free_from
            for holds in ([first], [second], [first, second], [first, third])
        ]

        assert days == [TODAY + 10 * ONE_DAY, TODAY, TODAY + 20 * ONE_DAY, None]

    @pytest.mark.parametrize(
        ("last", "expected"),
        [
            (Last(fixed=TODAY), TODAY + ONE_DAY),
            (Last(fixed=TODAY - ONE_DAY), TODAY),
            (counted("recorded", "P1Y"), TODAY),
        ],
    )
    def test_a_hold_that_the_law_overrules_moves_no_day(self, last: Last, expected: date) -> None:
        """A statutory maximum that has passed, or may have, does not wait for a hold that its act does not know."""
        law = RetentionRule(limit=Limit.MAXIMUM, last=last, reason=A_DUTY)
        hold = Hold(reason="dispute", since=A_YEAR_AGO, until=TODAY)

        assert expected == answer(law, minimum("P0D"), holds=[hold], invoice=TODAY - ONE_DAY).free_from

    def test_it_tells_what_happens_at_the_end(self) -> None:
        """What the rule that sets the end says, or the promise."""
        rules = [maximum(then=term("destroy")), maximum("P2Y", then=term("anonymise"))]
        promise = ErasureRule(trigger=term("request"), then=term("anonymise"))

        assert term("destroy") == answer(*rules, invoice=A_YEAR_AGO).then
        assert term("anonymise") == answer(*rules, promise, invoice=A_YEAR_AGO, request=A_YEAR_AGO).then
        assert answer(minimum(then=term("destroy")), invoice=A_YEAR_AGO).then is None

    def test_purposes_end_one_by_one(self) -> None:
        """Use for a purpose must stop when its own time is over, though others go on."""
        rules = [maximum("P1Y", purposes=["p"]), maximum("P9Y", purposes=["q"])]
        found = answer(*rules, invoice=A_YEAR_AGO - ONE_DAY)

        assert (found.state, found.purposes_ended) == (State.MAY_ERASE, ("p",))

    def test_a_purpose_has_not_ended_on_its_last_day(self) -> None:
        """That day is still its own."""
        rules = [maximum("P1Y", purposes=["p"]), maximum("P9Y", purposes=["q"])]
        found = [answer(*rules, on=TODAY + n * ONE_DAY, invoice=A_YEAR_AGO).purposes_ended for n in (0, 1)]

        assert found == [(), ("p",)]

    def test_a_purpose_without_an_end_leaves_the_data(self) -> None:
        """They may stay as long as one purpose sets no end."""
        found = answer(maximum("P0D", purposes=["p"]), minimum("P0D", purposes=["q"]), invoice=A_YEAR_AGO)

        assert (found.state, found.until, found.open_ended) == (State.MAY_ERASE, None, True)
        assert found.purposes_ended == ("p",)

    @pytest.mark.parametrize(("trigger", "expected"), [("request", True), ("contract-end", False)])
    def test_an_end_that_must_be_asked_for_is_none(self, trigger: str, *, expected: bool) -> None:
        """Data that are erased only at someone's request are kept without an end."""
        found = answer(ErasureRule(trigger=term(trigger)), contract_end="not-yet")

        assert found.open_ended is expected

    def test_its_steps_are_told(self) -> None:
        """Each rule with its event, roundings, period and end; what is replaced, incomplete or held."""
        whole = RetentionRule(
            id="whole",
            limit=Limit.MAXIMUM,
            reason=A_DUTY,
            last=Last(
                start=start("invoice", Round.MONTH), period=Period(years=1), round=[Round.YEAR, Round.FINANCIAL_YEAR]
            ),
        )
        vague = RetentionRule(id="vague", limit=Limit.MINIMUM, period=Period(years=1), reason=A_DUTY)
        wide, narrow = minimum(id="wide"), minimum(id="narrow", purposes=["p"])
        plan = Plan(
            rules=[whole, vague, wide, narrow],
            erasure=[AT_REQUEST],
            calendar=FinancialCalendar(MonthDay(3, 31)),
        )
        hold = Hold(reason="dispute", since=TODAY, until=TODAY)
        (found,) = due(plan, {"invoice": A_YEAR_AGO}, holds=[hold], on=TODAY)
        invoice = {"event": term("invoice"), "day": A_YEAR_AGO}
        expected = [
            ("rule", {"rule": "whole", "limit": Limit.MAXIMUM, "reason": A_DUTY}),
            ("event", invoice),
            ("rounded", {"span": Round.MONTH, "day": A_YEAR_AGO}),
            ("plus", {"period": Period(years=1), "day": TODAY}),
            ("rounded", {"span": Round.YEAR, "day": date(2026, 12, 31)}),
            ("rounded", {"span": Round.FINANCIAL_YEAR, "day": date(2027, 3, 31)}),
            ("ends-on-day", {"day": date(2027, 3, 31)}),
            ("rule", {"rule": "vague", "limit": Limit.MINIMUM, "reason": A_DUTY}),
            ("incomplete", {}),
            ("rule", {"rule": "narrow", "limit": Limit.MINIMUM, "reason": None}),
            ("event", invoice),
            ("plus", {"period": Period(years=1), "day": TODAY}),
            ("ends-on-day", {"day": TODAY}),
            ("promise", {"rule": "gone", "trigger": term("request")}),
            ("event-state", {"event": "request", "state": EventState.NOT_YET}),
            ("ends-open", {}),
            ("replaced", {"rule": "wide", "by": "narrow"}),
        ]

        told = [(step.what, step.params) for step in found.steps]

        assert expected == told[: len(expected)]
        assert told[len(expected) :] == [("hold", {"reason": "dispute", "since": TODAY, "until": TODAY})]


class TestExpiry:
    """The last day of one rule."""

    @pytest.mark.parametrize(
        ("last", "events", "ends", "day", "steps"),
        [
            (Last(fixed=TODAY), {}, Ends.ON_DAY, TODAY, ["fixed"]),
            (Last(forever=True), {}, Ends.OPEN, None, ["forever"]),
            (counted("invoice", "P0D"), {"invoice": TODAY}, Ends.ON_DAY, TODAY, ["event"]),
            (counted("invoice", "P0D"), {}, Ends.UNKNOWN, None, ["event-state"]),
            (Last(period=Period(years=1)), {}, Ends.UNKNOWN, None, ["no-start"]),
            (
                counted("invoice", "P1D", Round.FINANCIAL_YEAR),
                {"invoice": TODAY},
                Ends.UNKNOWN,
                None,
                ["event", "rounded", "no-year-end"],
            ),
            (
                Last(later=[counted("invoice", "P0D"), Last(fixed=TODAY)]),
                {"invoice": A_YEAR_AGO},
                Ends.ON_DAY,
                TODAY,
                ["event", "fixed", "later"],
            ),
            (
                Last(earlier=[counted("invoice", "P0D"), Last(fixed=TODAY)]),
                {"invoice": A_YEAR_AGO},
                Ends.ON_DAY,
                A_YEAR_AGO,
                ["event", "fixed", "earlier"],
            ),
            (
                Last(first_known=[counted("death", "P12Y"), counted("birth", "P0D")]),
                {"birth": TODAY},
                Ends.ON_DAY,
                TODAY,
                ["event", "first-known"],
            ),
            (
                Last(versions=[LawVersion(start=start("invoice"), since=TODAY, until=TODAY, period=Period())]),
                {"invoice": TODAY},
                Ends.ON_DAY,
                TODAY,
                ["version", "event"],
            ),
            (
                Last(versions=[LawVersion(start=start("invoice"), period=Period())]),
                {"invoice": "never"},
                Ends.ABSENT,
                None,
                ["event-state"],
            ),
            (
                Last(versions=[LawVersion(period=Period())]),
                {},
                Ends.UNKNOWN,
                None,
                ["no-start"],
            ),
            (
                counted("recorded", "P1DT25H"),
                {"recorded": datetime(2026, 6, 27, 23, tzinfo=UTC)},
                Ends.ON_DAY,
                TODAY,
                ["event", "plus"],
            ),
        ],
    )
    def test_it_tells_how_it_ends(
        self, last: Last, events: dict[str, Any], ends: Ends, day: date | None, steps: list[str]
    ) -> None:
        """Each kind of last day, with the names of its steps."""
        found = expiry(RetentionRule(limit=Limit.MAXIMUM, last=last, data=["elsewhere"]), events)

        assert (ends, day, steps) == (found.ends, found.day, [step.what for step in found.steps])
        assert bool(found.missing) is (ends is Ends.UNKNOWN)

    def test_versions_count_hours_too(self) -> None:
        """An instant lies in the version of its local day."""
        version = LawVersion(start=start("recorded"), since=TODAY, until=TODAY, period=Period(hours=1))
        rule = RetentionRule(limit=Limit.MAXIMUM, last=Last(versions=[version]))
        late = datetime(2026, 6, 30, 23, tzinfo=UTC)

        assert expiry(rule, {"recorded": late}).day == TODAY + ONE_DAY
        assert Ends.ABSENT is expiry(rule, {"recorded": late + timedelta(hours=1)}).ends

    def test_a_calendar_may_be_given(self) -> None:
        """For rules that ask when financial years end."""
        rule = minimum("P6Y", "financial-year-end", round=[Round.YEAR_OF_FINANCIAL_YEAR_END])

        found = expiry(rule, {"financial-year-end": date(2024, 3, 31)}, FinancialCalendar(MonthDay(3, 31)))

        assert date(2030, 12, 31) == found.day

    def test_a_rule_in_words_has_no_last_day(self) -> None:
        """What is missing is the rule itself."""
        found = expiry(RetentionRule(criterion=Words(en="as long as needed")), {})

        assert (Ends.UNKNOWN, frozenset({"retention[0]"})) == (found.ends, found.missing)


class TestSchedule:
    """The days on which something changes."""

    def test_changes_come_in_their_order(self) -> None:
        """First what holds, then each change of the state or of the purposes that have ended."""
        plan = Plan(
            rules=[minimum("P1Y", reason=A_DUTY), maximum("P2Y", purposes=["p"]), maximum("P3Y", purposes=["q"])],
            categories=[Category(name="orders", purposes=("p", "q"))],
        )
        hold = Hold(reason="dispute", since=date(2029, 8, 1), until=date(2029, 8, 31))
        changes = schedule(plan, {"invoice": TODAY}, holds=[hold], since=TODAY)

        assert [
            (TODAY, "must-keep", ()),
            (date(2027, 7, 1), "may-erase", ()),
            (date(2028, 7, 1), "may-erase", ("p",)),
            (date(2029, 7, 1), "must-erase", ("p", "q")),
            (date(2029, 8, 1), "held", ("p", "q")),
            (date(2029, 9, 1), "must-erase", ("p", "q")),
        ] == [(one.on, one.answer.state, one.answer.purposes_ended) for one in changes]

    def test_the_time_that_erasing_takes_and_requests_are_changes(self) -> None:
        """A conflict begins when that time is over, and a request changes what holds on its own day."""
        rules = [maximum("P1D", within=Period(days=5)), minimum("P20D")]
        changes = schedule(
            Plan(rules=rules, erasure=[AT_REQUEST]), {"invoice": TODAY, "request": date(2026, 7, 10)}, since=TODAY
        )

        assert [
            (TODAY, "must-keep"),
            (date(2026, 7, 7), "conflict"),
            (date(2026, 7, 10), "must-erase"),
        ] == [(one.on, one.answer.state) for one in changes]

    def test_several_categories_are_told_together(self) -> None:
        """By day, and on one day in the order of the plan."""
        plan = Plan(rules=[minimum(data=["orders"]), maximum(data=["invoices"])], categories=CATEGORIES)
        changes = schedule(plan, {"invoice": TODAY}, since=TODAY)

        assert [
            (TODAY, "orders"),
            (TODAY, "invoices"),
            (date(2027, 7, 1), "orders"),
            (date(2027, 7, 1), "invoices"),
        ] == [(one.on, one.answer.category) for one in changes]

    def test_the_calendar_ends(self) -> None:
        """A last day on the calendar's last day is never over."""
        rule = RetentionRule(limit=Limit.MAXIMUM, last=Last(fixed=date.max))

        assert [date(2026, 6, 30)] == [
            one.on for one in schedule(Plan(rules=[rule]), {"invoice": date.min}, since=TODAY)
        ]


class TestRefused:
    """What makes no sense, word by word."""

    PLAN = Plan(rules=[minimum()], categories=CATEGORIES)

    def test_an_unknown_event_is_told_with_the_nearest(self) -> None:
        """Of the plan or of the vocabulary; own words are known only where a rule says them."""
        expected = (
            "due: 2 problems\n"
            "  events.invoise: found the unknown event “invoise”, expected an event of the rules (did you mean “invoice”?)\n"
            "  events.xyzzy: found the unknown event “xyzzy”, expected an event of the rules"
        )

        assert expected == refusal(due, self.PLAN, {"invoise": TODAY, "xyzzy": TODAY}, on=TODAY)
        own = Plan(rules=[maximum(after=Words(en="xyzzy"))])
        assert [one.state for one in due(own, {"xyzzy": TODAY}, on=TODAY)] == ["may-erase"]

    @pytest.mark.parametrize(
        ("value", "found"),
        [("soon", "“soon”"), ("2026-01-01", "“2026-01-01”"), (None, "null"), (2026, "the number 2026")],
    )
    def test_a_value_is_a_day_or_a_state(self, value: Any, found: str) -> None:
        """Days are dates; nothing is guessed from a text."""
        expected = f"events.invoice: found {found}, expected {STATES}"

        assert f"due: {expected}" == refusal(due, self.PLAN, {"invoice": value}, on=TODAY)
        assert f"due: {expected}" == refusal(schedule, self.PLAN, {"invoice": value}, since=TODAY)
        assert f"expiry: {expected}" == refusal(expiry, minimum(), {"invoice": value})

    @pytest.mark.parametrize(("id", "place"), [(None, "1"), ("r2", "r2")])
    def test_the_record_is_told(self, id: str | None, place: str) -> None:
        """By its id, else its place."""
        records = [Record(category="orders"), Record(category="orders", id=id, events={"invoice": 3})]  # type: ignore[dict-item]  # that is refused
        expected = f"due: records[{place}].events.invoice: found the number 3, expected {STATES}"

        assert expected == refusal(due, self.PLAN, {}, records, on=TODAY)

    @pytest.mark.parametrize(
        ("rule", "event", "value", "expected"),
        [
            (
                minimum(),
                "invoice",
                datetime(2026, 1, 1, 10, tzinfo=UTC),
                "invoice: found the instant 2026-01-01 10:00:00+00:00, expected a day, since whole days are counted from it",
            ),
            (
                maximum("PT72H", after="recorded"),
                "recorded",
                TODAY,
                "recorded: found the day 2026-06-30, expected an instant, since hours are counted from it",
            ),
        ],
    )
    def test_days_and_instants_are_not_mixed(self, rule: RetentionRule, event: str, value: date, expected: str) -> None:
        """Whole days are counted from days, hours from instants."""
        assert f"events: {expected}" == refusal(expiry, rule, {event: value})
        assert f"due: events.{expected}" == refusal(due, Plan(rules=[rule]), {event: value}, on=TODAY)

    @pytest.mark.parametrize(
        ("day", "found"),
        [
            ("2026-01-01", "“2026-01-01”"),
            (datetime(2026, 1, 1, tzinfo=UTC), "a value of type datetime"),
            (None, "null"),
        ],
    )
    def test_a_day_is_asked_for(self, day: Any, found: str) -> None:
        """Not a text, and not an instant."""
        assert f"due: on: found {found}, expected a datetime.date" == refusal(due, self.PLAN, {}, on=day)
        assert f"due: since: found {found}, expected a datetime.date" == refusal(schedule, self.PLAN, {}, since=day)

    def test_all_that_names_nothing_is_told_at_once(self) -> None:
        """Categories, records, people and reasons that are not there, each with its place and the nearest one."""
        records = [
            Record(category="order"),
            Record(category="orders", id="r1", subjects=("custmers",)),
            Record(category="orders", id="r2"),
            Record(category="orders", id="r2"),
        ]
        holds = [
            Hold(reason="dispute", since=TODAY, category="invoice"),
            Hold(reason="dispute", since=TODAY, record="r3"),
            Hold(reason="disputes", since=TODAY),
            Hold(reason="something else altogether", since=TODAY),
        ]
        expected = (
            "due: 6 problems\n"
            "  records: found 2 records with the id “r2”, expected an id of its own for each\n"
            "  records[r1].subjects[0]: found the unknown kind of people “custmers”, "
            "expected a kind that the register or the vocabulary knows (did you mean “customers”?)\n"
            "  holds[0].category: found the unknown category “invoice”, "
            "expected a category of the register (did you mean “invoices”?)\n"
            "  holds[1].record: found the id “r3”, which no record has, expected the id of a record\n"
            "  holds[2].reason: found the unknown reason “disputes”, "
            "expected a condition, or own words (did you mean “dispute”?)\n"
            "  records[0].category: found the unknown category “order”, "
            "expected a category of the register (did you mean “orders”?)"
        )

        assert expected == refusal(due, self.PLAN, {}, records, holds, on=TODAY)

    def test_no_records_have_no_answers(self) -> None:
        """An empty list is not the same as none."""
        assert due(self.PLAN, {}, [], on=TODAY) == []
        assert schedule(self.PLAN, {}, [], since=TODAY) == []
        assert len(CATEGORIES) == len(due(self.PLAN, {}, on=TODAY))

    def test_a_hold_ends_after_it_begins(self) -> None:
        """One day is the shortest."""
        assert Hold(reason="dispute", since=TODAY, until=TODAY).until == TODAY
        assert (
            refusal(Hold, reason="dispute", since=TODAY, until=TODAY - ONE_DAY)
            == "Hold: until: found an end (2026-06-29) before the start (2026-06-30), expected a start before the end"
        )

    def test_a_financial_year_ends_after_it_begins(self) -> None:
        """It may be a single day."""
        assert FinancialYear(start=TODAY, end=TODAY).end == TODAY
        assert (
            refusal(FinancialYear, start=TODAY, end=TODAY - ONE_DAY)
            == "FinancialYear: found an end (2026-06-29) before the start (2026-06-30), expected a start before the end"
        )


def test_records_win_over_what_all_data_share() -> None:
    """Each record is answered for by its own events, in its order; without any, each category."""
    plan = Plan(rules=[minimum()], categories=CATEGORIES)
    records = [
        Record(category="invoices", id="1"),
        Record(category="orders", id="2", events={"invoice": EventState.NEVER}),
        Record(category="orders", events={"invoice": "unknown"}),
    ]

    found = due(plan, {"invoice": TODAY}, records, on=TODAY)

    assert [(one.record, one.category, one.state) for one in found] == [
        ("1", "invoices", "must-keep"),
        ("2", "orders", "may-erase"),
        (None, "orders", "unknown"),
    ]
    assert [(one.record, one.category) for one in due(plan, {"invoice": TODAY}, on=TODAY)] == [
        (None, "orders"),
        (None, "invoices"),
    ]
    assert [one.category for one in due(Plan(rules=[minimum()]), {"invoice": TODAY}, on=TODAY)] == [""]


def test_the_room_has_no_other_names() -> None:
    """What computes is loaded when it is asked for; anything else is refused as by any module."""
    import rekisteri.retention as room

    assert room.State is State
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        room.nothing  # noqa: B018  # that is what is refused
