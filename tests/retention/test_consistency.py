"""What the rules of a plan come to: places, reasons, witnesses, gaps; and that lawful plans raise no alarm."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from rekisteri import DataCategory, Register
from rekisteri.law import Provision
from rekisteri.retention import (
    Because,
    Category,
    Consistency,
    Deadline,
    ErasureRule,
    FinancialCalendar,
    Gap,
    Last,
    LawVersion,
    Limit,
    Meeting,
    MonthDay,
    OrderAssumption,
    Outcome,
    Period,
    Plan,
    Reason,
    Record,
    RetentionRule,
    Round,
    State,
    consistency_of,
    due,
    statutory,
)
from rekisteri.vocabulary import term
from rekisteri.words import Words
from retention.strategies import A_DECISION, counted, start

TODAY = date(2026, 11, 22)
END, CONTRACT, INVOICE, ORDERED, RECORDED = "relationship-end", "contract-end", "invoice", "last-order", "recorded"
CALENDAR = FinancialCalendar(MonthDay(12, 31))
DUTY = Reason(provision=Provision.parse("kpl:2/10.2"))


def rule(limit: str | None, event: str, period: str | None, *rounds: Round, **said: Any) -> RetentionRule:
    """A rule of the controller's own unless a reason is given."""
    told = {"reason": A_DECISION, **said}
    length = Period.parse(period) if period else None
    return RetentionRule(limit=Limit(limit) if limit else None, start=start(event, *rounds), period=length, **told)


def keep(event: str, period: str, *rounds: Round, **said: Any) -> RetentionRule:
    """Data must be kept so long."""
    return rule("minimum", event, period, *rounds, **{"id": "keep", **said})


def erase(event: str, period: str, *rounds: Round, **said: Any) -> RetentionRule:
    """Data must be gone after so long."""
    return rule("maximum", event, period, *rounds, **{"id": "erase", **said})


def promise(trigger: str = "request", deadline: str | None = None, **said: Any) -> ErasureRule:
    """A promise to erase."""
    within = Deadline(Period.parse(deadline)) if deadline else None
    return ErasureRule(trigger=term(trigger), deadline=within, **{"id": "promise", **said})


def plan(*said: RetentionRule | ErasureRule, **others: Any) -> Plan:
    """A plan of rules and promises."""
    return Plan(
        rules=[one for one in said if isinstance(one, RetentionRule)],
        erasure=[one for one in said if isinstance(one, ErasureRule)],
        **{"calendar": CALENDAR, **others},
    )


def found(*said: RetentionRule | ErasureRule, **others: Any) -> Consistency:
    """What the rules come to."""
    return consistency_of(plan(*said, **others), on=TODAY)


def only(consistency: Consistency) -> Meeting:
    """The one meeting."""
    (meeting,) = consistency.meetings
    return meeting


def outcomes(consistency: Consistency) -> list[tuple[str, str]]:
    """Outcome and reason of each meeting."""
    return [(meeting.outcome.value, meeting.reason.value) for meeting in consistency.meetings]


LAW, OWN_WORDS = [term("law")], [Words(en="if we think so")]
VOUCHERS = keep(INVOICE, "P6Y", Round.YEAR, reason=DUTY)
TEN_YEARS = erase(END, "P10Y")


class TestReasons:
    """Each reason, of the plainest plan that has it."""

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ([keep(END, "P1Y"), erase(END, "P2Y")], ("consistent", "never-before")),
            ([keep(CONTRACT, "P1Y"), erase(END, "P2Y")], ("consistent", "ordered")),
            ([keep(ORDERED, "P1Y"), erase(END, "P2Y")], ("consistent", "ordered")),
            ([keep(END, "P2Y", reason=DUTY), erase(END, "P1Y", unless=LAW)], ("consistent", "covered")),
            ([keep(END, "P2Y"), promise()], ("consistent", "yields")),
            ([keep(END, "P2Y", reason=DUTY), promise(unless=LAW)], ("consistent", "covered")),
            ([keep(END, "P2Y"), erase(END, "P1Y")], ("contradiction", "ends-first")),
            ([keep(END, "P2Y", reason=DUTY), promise()], ("contradiction", "ends-first")),
            ([VOUCHERS, TEN_YEARS], ("depends", "runs-on")),
            (
                [RetentionRule(limit=Limit.MINIMUM, id="keep", period=Period(years=1)), TEN_YEARS],
                ("undecided", "incomplete"),
            ),
            ([rule(None, END, "P2Y", id="keep"), erase(END, "P1Y")], ("undecided", "incomplete")),
            ([keep(END, "P2Y", only_if=OWN_WORDS), erase(END, "P1Y")], ("undecided", "conditions")),
            ([keep(END, "P2Y"), erase(END, "P1Y", unless=OWN_WORDS)], ("undecided", "conditions")),
            ([keep(END, "P2Y", reason=DUTY), promise(only_if=OWN_WORDS)], ("undecided", "conditions")),
            ([keep(END, "P2Y", reason=DUTY), promise(unless=OWN_WORDS)], ("undecided", "conditions")),
            ([keep(END, "P2Y"), promise("unnecessary-data")], ("undecided", "for-a-person")),
            ([keep(END, "P1Y", Round.MONTH), erase(END, "P1Y", Round.YEAR)], ("consistent", "never-before")),
            ([rule("minimum", END, "PT48H", id="keep"), erase(END, "P1Y")], ("undecided", "hours")),
        ],
    )
    def test_each(self, said: list[RetentionRule | ErasureRule], expected: tuple[str, str]) -> None:
        """One meeting, with its outcome and reason."""
        assert outcomes(found(*said)) == [expected]

    def test_it_stays_undecided_only_if_it_could_be_a_conflict(self) -> None:
        """Conditions and limits do not matter where the end never comes before the period is over."""
        conditional = keep(END, "P1Y", only_if=OWN_WORDS)

        assert outcomes(found(conditional, erase(END, "P2Y"))) == [("consistent", "never-before")]
        assert outcomes(found(rule(None, END, "P1Y", id="keep"), erase(END, "P2Y")))[0] == (
            "consistent",
            "never-before",
        )

    def test_what_never_comes_drops_out_on_both_sides(self) -> None:
        """The later of two, kept and ended alike: if the one never comes, both count from the other."""
        last = Last(later=[counted(END, "P1Y"), counted(INVOICE, "P2Y")])
        alike = [RetentionRule(limit=limit, last=last, reason=A_DECISION) for limit in (Limit.MINIMUM, Limit.MAXIMUM)]

        assert consistency_of(Plan(rules=alike), on=TODAY).outcome is Outcome.CONSISTENT

    def test_every_reason_has_an_outcome(self) -> None:
        """Each is reached in this class or the next."""
        assert {one.value for one in Because} == {
            *("never-before", "ordered", "covered", "yields", "another-purpose", "ends-first", "runs-on"),
            *("incomplete", "conditions", "for-a-person", "no-year-end", "hours", "involved"),
        }

    def test_another_purpose(self) -> None:
        """The period asks only that the data exist, and for the other purpose nothing ends."""
        consistency = found(
            keep(END, "P2Y", reason=DUTY),
            erase(END, "P1Y", purposes=["p"]),
            categories=[Category(name="a", purposes=["p", "q"])],
        )

        assert outcomes(consistency) == [("consistent", "another-purpose")]
        assert only(consistency).purposes == ("p",)
        assert consistency.gaps == (Gap(category="a", purposes=("q",), subjects=(None,), kind="no-end"),)

    def test_the_ends_of_all_purposes(self) -> None:
        """Once every purpose has ended, the data must be gone for all of them."""
        both = found(
            keep(END, "P2Y", reason=DUTY),
            erase(END, "P1Y", purposes=["p"], id="one"),
            erase(CONTRACT, "P1Y", purposes=["q"], id="other"),
            categories=[Category(name="a", purposes=["p", "q"])],
        )

        assert outcomes(both) == [("contradiction", "ends-first")]
        assert only(both).erase == ("one", "other")
        one = only(both).witness
        assert one
        assert one.erase_by < one.on <= (one.keep_through or date.max)

    def test_a_rule_does_not_meet_itself_for_another_purpose(self) -> None:
        """An exact rule that a narrower one replaces for one purpose ends nothing there."""
        consistency = found(
            rule("exact", END, "P1Y", id="exact"),
            keep(END, "P2Y", purposes=["q"]),
            categories=[Category(name="a", purposes=["p", "q"])],
        )

        assert consistency.meetings == ()

    def test_only_what_never_comes(self) -> None:
        """The relationship never ends, so the end counts from the invoice, and the period has none; that it ends is enough."""
        end = RetentionRule(
            id="erase",
            limit=Limit.MAXIMUM,
            last=Last(later=[counted(END, "P1Y"), counted(INVOICE, "P2Y")]),
            reason=A_DECISION,
        )
        whole = plan(keep(END, "P1Y"), end)
        meeting = only(consistency_of(whole, on=TODAY))

        assert meeting.outcome is Outcome.DEPENDS
        assert [str(one) for one in meeting.assumptions] == [f"{END} <= {INVOICE}"]
        assert meeting.witness
        assert meeting.witness.events[END] == "never"
        assert meeting.witness.keep_through is None
        confirmed(whole, meeting)

    @pytest.mark.parametrize("year_end", [(12, 31), (6, 15)])
    def test_the_end_of_a_financial_year(self, year_end: tuple[int, int]) -> None:
        """A doubt about it is removed by its assumption; a day more and the next such day is late enough."""
        said = (keep("financial-year-end", "P1Y"), erase(END, "P3Y"))
        calendar = FinancialCalendar(MonthDay(*year_end))
        meeting = only(found(*said, calendar=calendar))
        (assumption,) = meeting.assumptions
        within = assumption.within or Period()
        wider = attrs.evolve(assumption, within=attrs.evolve(within, days=within.days + 1))

        assert outcomes(found(*said, calendar=calendar, order=[assumption])) == [("consistent", "ordered")]
        assert outcomes(found(*said, calendar=calendar, order=[wider])) == [("contradiction", "ends-first")]


class TestUndecided:
    """What is missing is named."""

    @pytest.mark.parametrize(
        ("last", "reason", "missing"),
        [
            (
                Last(later=[Last(first_known=[counted(END, "P1Y"), counted(INVOICE, "P1Y")])]),
                Because.INVOLVED,
                ("erase", "keep"),
            ),
            (Last(first_known=[Last(fixed=TODAY), counted(END, "P1Y")]), Because.INVOLVED, ("erase", "keep")),
            (
                Last(
                    versions=[
                        LawVersion(start=start(END), until=TODAY, period=Period(years=1)),
                        LawVersion(start=start(END), since=TODAY, period=Period(years=2)),
                    ]
                ),
                Because.INVOLVED,
                ("erase", "keep"),
            ),
            (Last(later=[counted(END, "PT1H"), counted(INVOICE, "P1Y")]), Because.HOURS, ("erase", "keep")),
            (counted(END, "P1Y", Round.FINANCIAL_YEAR), Because.NO_YEAR_END, ("financial_year_end",)),
            (Last(later=[Last(period=Period(years=1)), counted(END, "P1Y")]), None, ("erase", "keep")),
        ],
    )
    def test_shapes(self, last: Last, reason: Because | None, missing: tuple[str, ...]) -> None:
        """A rule that cannot be taken apart, hours, a financial year that nobody knows; the end or both rules are named."""
        end = RetentionRule(id="erase", limit=Limit.MAXIMUM, last=last, reason=A_DECISION)
        meeting = only(found(keep(END, "P2Y"), end, calendar=FinancialCalendar()))

        assert meeting.outcome is Outcome.UNDECIDED
        assert reason is None or meeting.reason is reason
        assert set(meeting.missing) <= set(missing)
        assert meeting.missing
        assert meeting.witness is None

    def test_what_says_too_little_is_named(self) -> None:
        """Of both rules the one without a start."""
        silent = RetentionRule(id="silent", limit=Limit.MAXIMUM, period=Period(years=1), reason=A_DECISION)
        meeting = only(found(keep(END, "P2Y"), silent))

        assert (meeting.outcome, meeting.reason, meeting.missing) == (
            Outcome.UNDECIDED,
            Because.INCOMPLETE,
            ("silent",),
        )

    def test_a_rule_by_criterion(self) -> None:
        """It may keep and it may end; neither has a day."""
        vague = RetentionRule(id="vague", criterion=Words(en="as long as needed"), reason=A_DECISION)
        consistency = found(keep(END, "P2Y"), erase(END, "P3Y"), vague)

        assert outcomes(consistency).count(("undecided", "incomplete")) == 2
        assert all(meeting.missing == ("vague",) for meeting in consistency.of("undecided"))

    def test_what_covers_may_say_too_little_too(self) -> None:
        """The end waits for a duty of which nobody tells how long it runs."""
        vague = RetentionRule(
            id="vague", limit=Limit.MINIMUM, by_law=[Provision.parse("kpl:2/10.2")], criterion=Words(en="by law")
        )
        consistency = found(keep(END, "P2Y"), erase(END, "P1Y", unless=LAW), vague)
        (meeting,) = [one for one in consistency.meetings if one.keep == "keep"]

        assert (meeting.outcome, meeting.reason, meeting.missing) == (
            Outcome.UNDECIDED,
            Because.INCOMPLETE,
            ("vague",),
        )

    def test_a_rule_that_is_replaced_only_on_conditions(self) -> None:
        """Whether the narrower own rule holds is for a person, so the wider one may still stand."""
        wide = keep(END, "P2Y", id="wide")
        narrow = keep(END, "P1M", id="narrow", data=["a"], only_if=OWN_WORDS)
        consistency = found(wide, narrow, erase(END, "P1Y", reason=DUTY), categories=[Category(name="a")])
        names = {meeting.keep: (meeting.outcome, meeting.missing) for meeting in consistency.meetings}

        assert names["wide"] == (Outcome.UNDECIDED, ("wide",))
        assert names["narrow"][0] is Outcome.CONSISTENT


class TestConsistency:
    """The whole."""

    EACH = (
        keep(END, "P2Y", id="two"),
        keep(END, "P1Y", id="one"),
        keep(INVOICE, "P1Y", id="invoices"),
        keep(END, "P3Y", id="unsure", only_if=OWN_WORDS),
    )

    def test_the_gravest_outcome_is_that_of_all(self) -> None:
        """Contradiction before doubt, doubt before what is undecided; nothing is consistent."""
        whole = [erase(END, "P1Y"), erase(END, "P18M", id="later")]
        consistency = found(*self.EACH, *whole)
        doubts = attrs.evolve(consistency, meetings=consistency.of(Outcome.DEPENDS) + consistency.of("undecided"))
        unsure = attrs.evolve(consistency, meetings=consistency.of("consistent") + consistency.of("undecided"))

        assert consistency.outcome is Outcome.CONTRADICTION
        assert doubts.outcome is Outcome.DEPENDS
        assert unsure.outcome is Outcome.UNDECIDED
        assert Consistency((), ()).outcome is Outcome.CONSISTENT
        assert found().outcome is Outcome.CONSISTENT

    def test_of(self) -> None:
        """The meetings with one outcome, by name too; together they are all."""
        consistency = found(*self.EACH, erase(END, "P1Y"))

        assert [one.keep for one in consistency.of("contradiction")] == ["two"]
        assert sum(len(consistency.of(outcome)) for outcome in Outcome) == len(consistency.meetings)
        with pytest.raises(ValueError, match="sure"):
            consistency.of("sure")

    def test_it_is_the_same_twice(self) -> None:
        """The same plan comes to the same, to the order of meetings and the days of witnesses."""
        said = (*self.EACH, erase(END, "P1Y"), promise(), VOUCHERS_TOO)

        assert repr(found(*said)) == repr(found(*said))

    def test_on_changes_no_outcome(self) -> None:
        """It only says near which day witnesses are looked for."""
        one, other = (consistency_of(plan(*self.EACH, erase(END, "P1Y")), on=date(year, 6, 1)) for year in (1990, 2050))
        witnesses = [meeting.witness.on.year for meeting in (*one.meetings, *other.meetings) if meeting.witness]

        assert outcomes(one) == outcomes(other)
        assert [meeting.assumptions for meeting in one.meetings] == [meeting.assumptions for meeting in other.meetings]
        assert min(witnesses) < 2000 < max(witnesses)

    def test_a_register(self) -> None:
        """Its rules are those of its plan; categories go by their id or their place."""
        register = Register(
            data=[DataCategory(id="orders", name=Words(en="Orders")), DataCategory(name=Words(en="Mail"))],
            retention=[keep(END, "P2Y"), erase(END, "P1Y", data=["orders"], reason=DUTY)],
        )
        consistency = consistency_of(register, on=TODAY)

        assert consistency == consistency_of(register.plan(), on=TODAY)
        assert [(one.category, one.outcome.value) for one in consistency.meetings] == [("orders", "contradiction")]
        assert consistency.gaps == (Gap(category="data[1]", purposes=(), subjects=(None,), kind="no-end"),)

    def test_a_rule_does_not_meet_itself(self) -> None:
        """An exact rule keeps and ends at once."""
        assert found(rule("exact", END, "P1Y", id="exact")).meetings == ()

    def test_order_that_is_denied(self) -> None:
        """What the vocabulary knows of events need not hold everywhere."""
        said = [keep(CONTRACT, "P1Y"), erase(END, "P2Y")]
        denied = OrderAssumption(earlier=term(CONTRACT), later=term(END), denied=True)

        assert outcomes(found(*said)) == [("consistent", "ordered")]
        assert outcomes(found(*said, order=[denied])) == [("depends", "runs-on")]


VOUCHERS_TOO = attrs.evolve(VOUCHERS, id="vouchers")


class TestPlaces:
    """The same rules in several places are told once."""

    def test_purposes_and_people_are_joined(self) -> None:
        """Of one category, if it comes to the same."""
        consistency = found(
            keep(END, "P2Y", purposes=["p", "q"]),
            erase(END, "P1Y", subjects=[term("customers"), term("employees")]),
            categories=[
                Category(name="a", purposes=["p", "q"], subjects=["customers", "employees"]),
                Category(name="b", purposes=["p"], subjects=["customers"]),
            ],
        )

        assert [(one.category, one.purposes, one.subjects) for one in consistency.meetings] == [
            ("a", ("p", "q"), ("customers", "employees")),
            ("b", ("p",), ("customers",)),
        ]

    def test_what_comes_to_something_else_is_told_apart(self) -> None:
        """For employees the end waits for a claim period, by which the other period is over."""
        consistency = found(
            keep(END, "P2Y"),
            erase(END, "P1Y", unless=[term("legal-claim")]),
            rule("claim", END, "P3Y", id="claims", reason=DUTY, subjects=[term("employees")]),
            categories=[Category(name="a", subjects=["customers", "employees"])],
        )
        told = {(one.keep, one.erase, one.subjects): one.outcome.value for one in consistency.meetings}

        assert told == {
            ("keep", ("erase",), ("customers",)): "contradiction",
            ("keep", ("erase",), ("employees",)): "consistent",
            ("keep", ("claims",), ("employees",)): "consistent",
        }

    def test_people_of_whom_no_rule_speaks(self) -> None:
        """Where rules tell people apart and a category does not, all others are a kind of their own."""
        whole = plan(
            keep(END, "P2Y"),
            erase(END, "P1Y", unless=[term("legal-claim")]),
            rule("claim", END, "P3Y", id="claims", reason=DUTY, subjects=[term("customers")]),
            categories=[Category(name="a")],
        )
        consistency = consistency_of(whole, on=TODAY)
        (others,) = consistency.of("contradiction")

        assert others.subjects == (None,)
        assert others.witness
        assert others.witness.record.subjects
        assert others.witness.record.subjects != ("customers",)
        confirmed(whole, others)

    def test_a_nameless_category(self) -> None:
        """A plan without categories is about one that has no name."""
        meeting = only(found(keep(END, "P2Y"), erase(END, "P1Y")))

        assert (meeting.category, meeting.purposes, meeting.subjects) == ("", (), (None,))
        assert meeting.witness
        assert meeting.witness.record == Record(category="")

    def test_precedence(self) -> None:
        """A narrower own rule replaces a wider own one, so they do not meet."""
        consistency = found(
            keep(END, "P2Y"),
            erase(END, "P1Y", reason=DUTY),
            keep(END, "P6M", id="narrow", data=["a"]),
            categories=[Category(name="a"), Category(name="b")],
        )

        assert [(one.category, one.keep) for one in consistency.meetings] == [("a", "narrow"), ("b", "keep")]


def confirmed(whole: Plan, meeting: Meeting, state: State = State.CONFLICT) -> None:
    """What a witness shows is what the calculator answers."""
    assert meeting.witness
    (answer,) = due(whole, meeting.witness.events, [meeting.witness.record], on=meeting.witness.on)
    assert answer.state is state


class TestGaps:
    """Places without a rule, or without an end."""

    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            ([], "no-rule"),
            ([promise()], "no-rule"),  # nobody may ever ask
            ([keep(END, "P1Y")], "no-end"),
            ([keep(END, "P1Y"), promise("consent-withdrawn")], "no-end"),
            ([erase(END, "P1Y")], None),
            ([rule("claim", END, "P1Y")], None),
            ([promise("unnecessary-data")], "no-rule"),  # nor does it tell when that is
            ([keep(END, "P1Y"), promise("unnecessary-data")], None),
            ([promise("relationship-end")], None),
            ([rule(None, END, "P1Y")], None),  # it may be an end
            ([promise("unnecessary-data", denied=True)], "no-rule"),
        ],
    )
    def test_each_kind(self, said: list[RetentionRule | ErasureRule], kind: str | None) -> None:
        """What is promised only to those who ask is no end; what somebody has to judge tells no time, but is an end."""
        gaps = found(*said, categories=[Category(name="a")]).gaps

        assert [gap.kind for gap in gaps] == ([kind] if kind else [])

    def test_places_are_joined(self) -> None:
        """Each kind once for a category, with all purposes and people of whom it holds."""
        consistency = found(
            keep(END, "P1Y", subjects=[term("customers")]),
            categories=[
                Category(name="a", purposes=["p", "q"], subjects=["customers", "employees", "members"]),
                Category(name="b"),
            ],
        )

        assert consistency.gaps == (
            Gap(category="a", purposes=("p", "q"), subjects=("customers",), kind="no-end"),
            Gap(category="a", purposes=("p", "q"), subjects=("employees", "members"), kind="no-rule"),
            Gap(category="b", purposes=(), subjects=("customers",), kind="no-end"),
            Gap(category="b", purposes=(), subjects=(None,), kind="no-rule"),
        )


class TestWitnesses:
    """A timeline that anybody can check."""

    def test_no_third_rule_ends(self) -> None:
        """If that can be avoided."""
        whole = plan(keep(END, "P5Y"), erase(END, "P3Y"), erase(INVOICE, "P1Y", id="third"))
        meeting = next(one for one in consistency_of(whole, on=TODAY).meetings if one.erase == ("erase",))

        confirmed(whole, meeting)
        assert meeting.witness
        third = meeting.witness.events[INVOICE]
        assert not isinstance(third, date) or meeting.witness.on <= third.replace(year=third.year + 1)

    def test_a_third_rule_ends_if_it_must(self) -> None:
        """A shorter end of the same data, counted from the same event."""
        whole = plan(keep(END, "P5Y"), erase(END, "P3Y"), erase(END, "P1Y", id="third"))
        for meeting in consistency_of(whole, on=TODAY).meetings:
            confirmed(whole, meeting)

    def test_an_own_period_yields(self) -> None:
        """The witness shows what becomes of the data: they are erased."""
        whole = plan(keep(END, "P5Y"), promise(deadline="P1M"))
        meeting = only(consistency_of(whole, on=TODAY))

        assert (meeting.outcome, meeting.reason) == (Outcome.CONSISTENT, Because.YIELDS)
        confirmed(whole, meeting, State.MUST_ERASE)

    def test_a_duty_keeps_the_data_even_so(self) -> None:
        """Then there is nothing to show."""
        whole = plan(keep(END, "P5Y"), keep(END, "P9Y", id="duty", reason=DUTY), promise(unless=LAW))
        (meeting,) = [one for one in consistency_of(whole, on=TODAY).meetings if one.keep == "keep"]

        assert (meeting.outcome, meeting.reason, meeting.witness) == (Outcome.CONSISTENT, Because.YIELDS, None)

    def test_what_cannot_be_computed_shows_nothing(self) -> None:
        """An own period without a start yields all the same."""
        vague = RetentionRule(id="keep", limit=Limit.MINIMUM, period=Period(years=1), reason=A_DECISION)
        meeting = only(found(vague, promise()))

        assert (meeting.outcome, meeting.reason, meeting.witness) == (Outcome.CONSISTENT, Because.YIELDS, None)

    def test_an_own_period_that_only_outlasts_an_end_after_a_request(self) -> None:
        """An end that waits for a claim period; whoever asks has no period left."""
        whole = plan(keep(END, "P2Y"), erase("request", "P1Y"), promise())
        meeting = next(one for one in consistency_of(whole, on=TODAY).meetings if one.erase == ("erase",))

        assert (meeting.outcome, meeting.reason) == (Outcome.CONSISTENT, Because.YIELDS)

    def test_working_hours(self) -> None:
        """A law that compares two events, against an end that is too short and one that is not."""
        law = attrs.evolve(statutory("tyoaikal-records", on=TODAY), id="hours")
        short = plan(law, erase("employment-end", "P1Y"))
        (meeting,) = [one for one in consistency_of(short, on=TODAY).meetings if one.keep == "hours"]

        assert meeting.outcome is Outcome.CONTRADICTION
        confirmed(short, meeting)


# Lawful plans.

EARLIER = {END: (END, CONTRACT, ORDERED), "case-closed": ("case-closed", "case-opened"), RECORDED: (RECORDED,)}
"""Of each event some that never come after it, by what they are."""
WIDER = [(), (Round.MONTH,), (Round.YEAR,), (Round.YEAR_OF_FINANCIAL_YEAR_END,)]
"""Roundings, each to a later day than the one before."""
MONTHS = st.sampled_from([1, 3, 6, 12, 18, 24, 36, 60, 72, 120])


def _period(months: int) -> Period:
    return Period(years=months // 12, months=months % 12)


@st.composite
def _lawful_category(draw: st.DrawFn, name: str) -> tuple[Category, list[RetentionRule], list[ErasureRule]]:
    """Rules of one category: no end is shorter than any period, and each is counted from the last event."""
    last = draw(st.sampled_from(sorted(EARLIER)))
    purposes = draw(st.sampled_from([(), ("p",), ("p", "q")]))
    subjects = draw(st.sampled_from([(), ("customers",), ("customers", "employees")]))
    some = st.sampled_from([None, None, *([purpose] for purpose in purposes)])
    people = st.sampled_from([None, None, None, *([term(subject)] for subject in subjects)])
    longest, widest = draw(MONTHS), draw(st.integers(0, 3))

    def made(limit: Limit, event: str, months: int, rounding: int, reason: Reason) -> RetentionRule:
        return RetentionRule(
            limit=limit,
            start=start(event, *WIDER[rounding]),
            period=_period(months),
            reason=reason,
            data=[name],
            purposes=draw(some),
            subjects=draw(people),
        )

    rules: list[RetentionRule] = []
    for _ in range(draw(st.integers(1, 3))):
        months, rounding = draw(MONTHS), draw(st.integers(0, 3))
        limit = draw(st.sampled_from([Limit.MINIMUM, Limit.FOR]))
        reason = draw(st.sampled_from([DUTY, DUTY, A_DECISION]))
        event = draw(st.sampled_from(EARLIER[last]))
        rules.append(made(limit, event, min(months, longest), min(rounding, widest), reason))
    for _ in range(draw(st.integers(1, 2))):
        limit = draw(st.sampled_from([Limit.MAXIMUM, Limit.MAXIMUM, Limit.CLAIM]))
        more = draw(st.sampled_from([0, 0, 1, 12]))
        end = made(limit, last, longest + more, draw(st.integers(widest, 3)), draw(st.sampled_from([DUTY, A_DECISION])))
        rules.append(attrs.evolve(end, within=draw(st.sampled_from([None, Period(days=30)]))))
    if draw(st.booleans()):
        rules.append(made(Limit.EXACT, last, longest, widest, draw(st.sampled_from([DUTY, A_DECISION]))))
    trigger = st.sampled_from(["request", "consent-withdrawn", "objection-made"])
    promises = [
        promise(
            draw(trigger), draw(st.sampled_from([None, "P1M"])), unless=LAW, id=None, data=[name], purposes=draw(some)
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Category(name=name, purposes=purposes, subjects=subjects), rules, promises


@st.composite
def lawful_plans(draw: st.DrawFn) -> Plan:
    """Plans in which nothing can contradict anything, of one to three categories."""
    parts = [draw(_lawful_category(name)) for name in ("a", "b", "c")[: draw(st.integers(1, 3))]]
    return Plan(
        categories=[category for category, _, _ in parts],
        rules=[one for _, rules, _ in parts for one in rules],
        erasure=[one for _, _, promises in parts for one in promises],
        calendar=FinancialCalendar(MonthDay(*draw(st.sampled_from([(12, 31), (12, 31), (3, 31), (6, 15)])))),
    )


@settings(deadline=None, max_examples=150)
@given(lawful_plans())
def test_lawful_plans_raise_no_alarm(lawful: Plan) -> None:
    """Ends no shorter than duties, counted from no earlier an event; promises that yield to the law; own periods."""
    consistency = consistency_of(lawful, on=TODAY)
    for meeting in consistency.meetings:
        event(meeting.reason)

    assert consistency.outcome is Outcome.CONSISTENT, [
        one for one in consistency.meetings if one.outcome != "consistent"
    ]


def test_to_a_law_that_compares_two_events_never_is_not_yet() -> None:
    """An ending that will never come keeps it running; elsewhere it drops out, and the end passes."""
    law = statutory("tyoaikal-records", on=TODAY)
    parts = [counted("employment-end", "P10Y"), counted("recorded", "P1M")]
    end = RetentionRule(id="end", limit=Limit.MAXIMUM, last=Last(later=parts))

    assert [one.keep for one in consistency_of(Plan(rules=[law, end]), on=TODAY).of("depends")] == ["tyoaikal-records"]


class TestFarAway:
    """Days at the calendar's edges, and periods that reach over them."""

    @pytest.mark.parametrize("on", [date.min, date(1, 6, 1), date(9998, 12, 31), date.max])
    def test_wherever_a_witness_is_looked_for(self, on: date) -> None:
        """The outcome does not depend on it."""
        consistency = consistency_of(plan(keep(INVOICE, "P6Y"), erase(INVOICE, "P5Y")), on=on)

        assert outcomes(consistency) == [("contradiction", "ends-first")]

    @pytest.mark.parametrize(
        ("kept", "erased", "expected"),
        [
            ((INVOICE, "P99999Y"), (INVOICE, "P1Y"), "contradiction"),
            ((INVOICE, "P1Y"), (INVOICE, "P99999Y"), "consistent"),
            ((INVOICE, "P5000Y"), (RECORDED, "P5000Y"), "depends"),
            ((INVOICE, "P99999M"), (RECORDED, "P99999M"), "depends"),
            ((INVOICE, "P99999D"), (RECORDED, "P99999D"), "depends"),
            ((INVOICE, "P43829D"), (INVOICE, "P120Y"), "contradiction"),  # over 1800 and 1900, which were no leap years
            ((INVOICE, "P43828D"), (INVOICE, "P120Y"), "consistent"),
        ],
    )
    def test_periods_that_are_never_meant(self, kept: tuple[str, str], erased: tuple[str, str], expected: str) -> None:
        """They are compared all the same."""
        assert found(keep(*kept), erase(*erased)).outcome == expected


class TestDaysOfEvents:
    """Events that do not come on any day."""

    def test_a_tax_period_ends_with_a_month(self) -> None:
        """So it may come a month after the invoice, less a day at most, before seven years are too short for the books."""
        law = statutory("avl-invoices-monthly", on=TODAY)
        meeting = only(found(law, erase(INVOICE, "P7Y")))
        assert meeting.witness
        ends = meeting.witness.events["tax-period-end"]

        assert [str(one) for one in meeting.assumptions] == ["tax-period-end <= invoice + P1M"]
        assert isinstance(ends, date)
        assert (ends + timedelta(1)).day == 1

    def test_nobody_is_taken_to_live_longer_than_120_years(self) -> None:
        """An own rule that says what the law says of those whose death is known contradicts nothing."""
        law = statutory("asiakastietol-patient", on=TODAY)

        assert outcomes(found(law, keep("death", "P12Y"))) == [("consistent", "ordered")]


def test_too_many_purposes_with_ends_of_their_own() -> None:
    """Of more ways to choose an end for each than are looked at, nothing is told, and at once."""
    purposes = [f"p{number}" for number in range(6)]
    ends = [
        erase(RECORDED, f"P{years}Y", id=f"{purpose}-{years}", purposes=[purpose])
        for purpose in purposes
        for years in (1, 2)
    ]
    category = Category(name="all", purposes=purposes)
    consistency = found(keep(INVOICE, "P6Y", reason=DUTY), *ends, categories=[category])

    assert {(meeting.outcome.value, meeting.reason.value) for meeting in consistency.meetings} == {
        ("undecided", "involved")
    }
    assert found(keep(INVOICE, "P6Y", reason=DUTY), *ends[:8], categories=[category]).outcome is Outcome.CONSISTENT


@pytest.mark.parametrize("exception", ["law", "law-requires", "legal-obligation"])
def test_exceptions_for_the_law(exception: str) -> None:
    """However it is called, it covers duties."""
    said = promise(deadline="P1M", unless=[term(exception)])

    assert outcomes(found(keep(INVOICE, "P6Y", reason=DUTY), said)) == [("consistent", "covered")]


def test_a_denial_of_less_is_an_exception() -> None:
    """What is denied for some is not promised to these; a denial with conditions, or of as much, takes nothing back."""
    contacts = [term("company-contacts")]
    duty, denial = keep(INVOICE, "P6Y", reason=DUTY), promise(id="denial", denied=True, subjects=contacts)
    category = Category(name="all", subjects=["company-contacts"])

    assert found(duty, promise(), denial, categories=[category]).meetings == ()
    for other in (
        attrs.evolve(denial, subjects=None),
        attrs.evolve(denial, only_if=OWN_WORDS),
        attrs.evolve(denial, trigger=term("objection-made")),
    ):
        assert found(duty, promise(), other, categories=[category]).outcome is Outcome.CONTRADICTION
