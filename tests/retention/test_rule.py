from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.errors import InvalidValue
from rekisteri.law import Provision
from rekisteri.part import Part
from rekisteri.retention import (
    Deadline,
    ErasureRule,
    FinancialYear,
    Last,
    LawVersion,
    Limit,
    OrderAssumption,
    Period,
    Reason,
    RetentionRule,
    Round,
    Start,
)
from rekisteri.testing import values
from rekisteri.vocabulary import term
from rekisteri.words import Audience, Words

EVENT = Start(event=term("relationship-end"))
SIX_YEARS = Period(years=6)
ENDLESS = Last(forever=True)
SILENT = (
    "found an object that says nothing, "
    "expected at least one of “period”, “start”, “last”, “criterion”, “by_law” or “then”"
)
BACKWARDS = "found an end (2020-01-01) before the start (2020-01-02), expected a start before the end"
NOT_FORWARD = [(FinancialYear, "start", "end", {}), (LawVersion, "since", "until", {"period": SIX_YEARS})]


def refusal(cls: Callable[..., object], **fields: Any) -> str:
    """The message with which an object is refused."""
    with pytest.raises(InvalidValue) as caught:
        cls(**fields)
    return str(caught.value)


def said(part: Part) -> dict[str, Any]:
    """The fields of a part that are not silent."""
    fields = {field.name: getattr(part, field.name) for field in attrs.fields(type(part))}
    return {name: value for name, value in fields.items() if value is not None}


class TestRetentionRule:
    """How long data are kept."""

    @pytest.mark.parametrize(
        ("build", "limit"),
        [
            (RetentionRule.minimum, Limit.MINIMUM),
            (RetentionRule.maximum, Limit.MAXIMUM),
            (RetentionRule.exact, Limit.EXACT),
        ],
    )
    def test_the_short_constructors_say_the_same_as_the_long_one(
        self, build: Callable[..., RetentionRule], limit: Limit
    ) -> None:
        """``maximum("P2Y", after="last-order")`` is a limit, a period and a start."""
        expected = RetentionRule(limit=limit, period=Period(years=2), start=Start(event=term("last-order")))

        assert expected == build("P2Y", after="last-order")
        assert expected == build(Period(years=2), after=Words(term="last-order"))

    def test_the_short_constructors_take_a_scope(self) -> None:
        """Whatever else a rule says can be said there too; sequences become tuples."""
        reason = Reason(provision=Provision.parse("kpl:2/10.2"))

        expected = RetentionRule(
            id="vouchers",
            limit=Limit.MINIMUM,
            period=SIX_YEARS,
            start=Start(event=term("financial-year-end")),
            round=(Round.YEAR,),
            data=("invoices",),
            purposes=("books",),
            subjects=(term("customers"),),
            reason=reason,
            then=term("destroy"),
            within=Period(months=3),
            audience=Audience.RECORD,
        )

        assert expected == RetentionRule.minimum(
            "P6Y",
            after="financial-year-end",
            id="vouchers",
            round=[Round.YEAR],
            data=["invoices"],
            purposes=iter(["books"]),
            subjects=[term("customers")],
            reason=reason,
            then=term("destroy"),
            within=Period(months=3),
            audience=Audience.RECORD,
        )

    @pytest.mark.parametrize(
        ("period", "after", "expected"),
        [
            ("2 years", "last-order", "Period: found “2 years”, expected a period such as “P6Y”, “P18M” or “P30D”"),
            (
                "P2Y",
                "last-ordre",
                "Start: event: found the unknown term “last-ordre”, expected a term of kind event or trigger, or own wording, such as {“fi”: “…”} (did you mean “last-order”?)",
            ),
            (
                "P2Y",
                "email",
                "Start: event: found the term “email” of kind data, expected a term of kind event or trigger, or own wording, such as {“fi”: “…”}",
            ),
        ],
    )
    def test_the_short_constructors_refuse_nonsense(self, period: str, after: str, expected: str) -> None:
        """A period that cannot be read and an event that nobody knows are refused."""
        with pytest.raises(InvalidValue) as caught:
            RetentionRule.maximum(period, after=after)

        assert expected == str(caught.value)

    @pytest.mark.parametrize(
        "fields",
        [
            {"period": SIX_YEARS},
            {"start": EVENT},
            {"start": EVENT, "round": [Round.YEAR]},
            {"last": ENDLESS},
            {"criterion": Words(fi="niin kauan kuin takuu on voimassa")},
            {"by_law": [Provision.parse("kpl")]},
            {"then": term("destroy")},
        ],
    )
    def test_a_rule_may_say_little(self, fields: dict[str, Any]) -> None:
        """Real notices state a period without a start, only a criterion, that the law decides, or only an end."""
        rule = RetentionRule(**fields)

        assert rule.limit is None
        assert [name for name in fields if getattr(rule, name)] == list(fields)

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"limit": Limit.MINIMUM},
            {"id": "rule", "data": ["customer"]},
            {"within": Period(months=1)},
            {"reason": Reason(decision=Words(fi="takuuajan vuoksi"))},
            {"purposes": ["orders"], "subjects": [term("customers")], "audience": Audience.RECORD},
            {"only_if": [Words(fi="jos tilaus on tehty")], "unless": [Words(fi="jos laki vaatii")]},
        ],
    )
    def test_a_rule_that_says_nothing_is_refused(self, fields: dict[str, Any]) -> None:
        """A limit, a reason or a scope alone is no retention rule."""
        expected = f"RetentionRule: {SILENT}"

        assert expected == refusal(RetentionRule, **fields)

    @pytest.mark.parametrize("fields", [{}, {"criterion": Words(fi="takuuaika")}, {"then": term("destroy")}])
    def test_a_rounding_of_nothing_is_refused(self, fields: dict[str, Any]) -> None:
        """A rounding needs a day or a period that it rounds."""
        actual = refusal(RetentionRule, round=[Round.YEAR], **fields)

        assert actual.endswith("round: found a rounding of nothing, expected “start” or “period” beside it")

    @pytest.mark.parametrize("fields", [{"period": SIX_YEARS}, {"start": EVENT}, {"period": SIX_YEARS, "start": EVENT}])
    def test_two_last_days_are_refused(self, fields: dict[str, Any]) -> None:
        """A last day stands instead of a period, a start and a rounding, never beside them."""
        expected = "RetentionRule: last: found a last day beside a period, expected one of the two"

        assert expected == refusal(RetentionRule, last=ENDLESS, **fields)

    def test_both_documents_tell_it_by_default(self) -> None:
        """Retention is stated in the notice and in the record."""
        assert RetentionRule(period=SIX_YEARS).audience is Audience.BOTH

    @given(values(RetentionRule))
    def test_rules_are_values(self, rule: RetentionRule) -> None:
        """Equal rules count as one in a set."""
        assert {rule} == {rule, RetentionRule(**said(rule))}


class TestLast:
    """A last day that one period cannot tell."""

    WAYS: tuple[dict[str, Any], ...] = (
        {"period": SIX_YEARS},
        {"start": EVENT, "period": SIX_YEARS, "round": [Round.YEAR]},
        {"fixed": date(2030, 12, 31)},
        {"forever": True},
        {"later": [ENDLESS]},
        {"earlier": [ENDLESS, Last(fixed=date(2030, 12, 31))]},
        {"first_known": [ENDLESS]},
        {"versions": [LawVersion(period=SIX_YEARS)]},
    )

    @pytest.mark.parametrize("way", WAYS)
    def test_each_way_stands_alone(self, way: dict[str, Any]) -> None:
        """Start, period and rounding are one way; each of the others is another."""
        actual = said(Last(**way))

        assert list(way) == list(actual)

    @pytest.mark.parametrize(("one", "other"), list(itertools.combinations(WAYS[1:], 2)))
    def test_two_ways_are_refused(self, one: dict[str, Any], other: dict[str, Any]) -> None:
        """A last day is told once."""
        expected = "Last: found several ways to tell a last day, expected exactly one"

        assert expected == refusal(Last, **one, **other)

    def test_no_way_is_refused(self) -> None:
        """A last day that is not told is none."""
        expected = "Last: found no way to tell a last day, expected exactly one"

        assert expected == refusal(Last)

    @pytest.mark.parametrize("way", WAYS[2:])
    def test_a_rounding_of_nothing_is_refused(self, way: dict[str, Any]) -> None:
        """A fixed day, or the later of several, is not rounded."""
        expected = "Last: round: found a rounding of nothing, expected “start” or “period” beside it"

        assert expected == refusal(Last, round=[Round.YEAR], **way)

    def test_forever_is_true_or_nothing(self) -> None:
        """“Not for ever” would tell no day."""
        expected = "Last: forever: found false, expected true, or nothing"

        assert expected == refusal(Last, forever=False)

    @pytest.mark.parametrize("name", ["later", "earlier", "first_known"])
    def test_the_later_of_none_is_refused(self, name: str) -> None:
        """Of several there is at least one."""
        expected = f"Last: {name}: found an empty list, expected a list of objects (Last) with something in it; to say nothing, leave it out"

        assert expected == refusal(Last, **{name: []})

    def test_last_days_nest(self) -> None:
        """The later of the earlier of two, and the first known: shapes hold each other."""
        death = Last(start=Start(event=term("death")), period=Period(years=12))
        birth = Last(start=Start(event=term("birth")), period=Period(years=120))
        last = Last(later=[Last(earlier=[death, ENDLESS]), Last(first_known=[death, birth])])

        expected = (death, birth)

        assert last.later is not None
        assert expected == last.later[1].first_known

    @given(values(Last))
    def test_last_days_are_values(self, last: Last) -> None:
        """Equal last days count as one in a set."""
        assert {last} == {last, Last(**said(last))}


class TestDays:
    """Parts with a first and a last day."""

    @pytest.mark.parametrize(("cls", "first", "last", "rest"), NOT_FORWARD)
    def test_the_end_does_not_come_before_the_start(
        self, cls: Callable[..., object], first: str, last: str, rest: dict[str, Any]
    ) -> None:
        """The day before is refused."""
        days = {first: date(2020, 1, 2), last: date(2020, 1, 1)}

        assert refusal(cls, **rest, **days).endswith(f": {BACKWARDS}")

    @pytest.mark.parametrize(("cls", "first", "last", "rest"), NOT_FORWARD)
    @pytest.mark.parametrize("end", [date(2020, 1, 2), date(2020, 1, 3)])
    def test_the_start_may_be_the_end(
        self, cls: Callable[..., object], first: str, last: str, rest: dict[str, Any], end: date
    ) -> None:
        """Both days are included, so one day is enough."""
        made = cls(**rest, **{first: date(2020, 1, 2), last: end})

        assert end == getattr(made, last)

    @pytest.mark.parametrize("days", [{}, {"since": date(2020, 1, 1)}, {"until": date(2020, 1, 1)}])
    def test_a_version_of_a_law_may_be_open(self, days: dict[str, date]) -> None:
        """The first version has no beginning, the present one no end."""
        version = LawVersion(period=SIX_YEARS, **days)  # type: ignore[arg-type]  # days only

        assert (days.get("since"), days.get("until")) == (version.since, version.until)


class TestReason:
    """Why data are kept or erased."""

    def test_a_provision_or_a_decision(self) -> None:
        """A duty cites the law; a plan is the controller's own words."""
        duty = Reason(provision=Provision.parse("kpl:2/10.2"))
        plan = Reason(decision=Words(fi="takuuajan vuoksi"))

        assert (duty.decision, plan.provision) == (None, None)

    def test_neither_is_refused(self) -> None:
        """A reason without content is none."""
        expected = "Reason: found neither, expected either “provision” or “decision”"

        assert expected == refusal(Reason)

    def test_both_are_refused(self) -> None:
        """Whether it is a duty or a plan must be clear."""
        both = {"provision": Provision.parse("kpl"), "decision": Words(fi="takuuajan vuoksi")}

        expected = "Reason: found both, expected either “provision” or “decision”"

        assert expected == refusal(Reason, **both)

    def test_a_decision_is_own_wording(self) -> None:
        """No term of the vocabulary is a reason."""
        expected = "Reason: decision: found the term “orders” of kind aim, expected own wording, such as {“fi”: “…”}"

        assert expected == refusal(Reason, decision=term("orders"))


class TestErasureRule:
    """When data are erased, or not."""

    def test_a_promise_needs_a_trigger_only(self) -> None:
        """A notice may promise erasure on request and say no more; it is then no denial."""
        rule = ErasureRule(trigger=term("request"))

        assert (rule.denied, rule.deadline, rule.audience) == (False, None, Audience.BOTH)

    def test_an_event_can_be_the_trigger(self) -> None:
        """Data are erased on request, or when something happens."""
        rule = ErasureRule(trigger=term("contract-end"), deadline=Deadline(Period(months=1)))

        expected = "contract-end"

        assert expected == rule.trigger.term

    @pytest.mark.parametrize(
        ("trigger", "expected"),
        [
            (None, "found null, expected words, such as term(“…”) or Words(fi=“…”)"),
            ("request", "found “request”, expected words, such as term(“…”) or Words(fi=“…”)"),
            (
                term("email"),
                "found the term “email” of kind data, expected a term of kind trigger or event, or own wording, such as {“fi”: “…”}",
            ),
        ],
    )
    def test_anything_else_is_refused_as_a_trigger(self, trigger: Any, expected: str) -> None:
        """A promise without a trigger promises nothing."""
        assert f"ErasureRule: trigger: {expected}" == refusal(ErasureRule, trigger=trigger)


class TestOrderAssumption:
    """What is known of the order of events."""

    @given(st.none() | values(Period))
    def test_one_event_comes_no_later_than_another(self, within: Period | None) -> None:
        """The order is kept with its slack, and turning it round is another statement."""
        order = OrderAssumption(earlier=term("invoice"), later=term("relationship-end"), within=within)

        assert within == order.within
        assert order != OrderAssumption(earlier=order.later, later=order.earlier, within=within)

    def test_both_are_events(self) -> None:
        """A term that names no event has no day."""
        expected = "OrderAssumption: later: found the term “email” of kind data, expected a term of kind event or trigger, or own wording, such as {“fi”: “…”}"

        assert expected == refusal(OrderAssumption, earlier=term("invoice"), later=term("email"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (Limit, ["minimum", "maximum", "exact", "claim", "for"]),
        (Round, ["month", "year", "financial-year", "year-of-financial-year-end"]),
    ],
)
def test_the_fixed_words_are_these(words: type[Limit | Round], expected: list[str]) -> None:
    """Scripts and documents depend on the written words."""
    assert expected == [word.value for word in words]


class TestHours:
    """Hours are counted from an instant."""

    @pytest.mark.parametrize(
        "build",
        [
            lambda start, rounds: RetentionRule(
                limit=Limit.MAXIMUM, period=Period(hours=72), start=start, round=rounds
            ),
            lambda start, rounds: Last(period=Period(hours=72), start=start, round=rounds),
            lambda start, rounds: LawVersion(period=Period(hours=72), start=start, round=rounds),
        ],
    )
    def test_hours_are_not_rounded(self, build: Callable[[Start, Any], object]) -> None:
        """Neither the start nor the sum: what is rounded is a day."""
        plain, rounded = Start(event=term("recorded")), Start(event=term("recorded"), round=[Round.MONTH])

        assert build(plain, None)
        for start, rounds in ((rounded, None), (plain, [Round.YEAR])):
            with pytest.raises(
                InvalidValue, match="round: found a rounding beside hours, expected either hours or a r"
            ):
                build(start, rounds)
