from __future__ import annotations

from typing import Any

import pytest

from rekisteri.errors import InvalidValue
from rekisteri.law import Provision
from rekisteri.retention import Category, ErasureRule, Last, LawVersion, Limit, Period, Plan, Reason, RetentionRule
from rekisteri.retention.plan import Cell, NamedRule, events_of, plan_of
from rekisteri.vocabulary import term
from rekisteri.words import Words
from retention.strategies import A_DECISION, counted, start

BOTH = (Category(name="a"), Category(name="b"))
A_DUTY = Reason(provision=Provision.parse("kpl:2/10.2"))


def rule(**scope: Any) -> RetentionRule:
    """A rule of the controller's own with a scope."""
    return RetentionRule.maximum("P1Y", after="invoice", **{"reason": A_DECISION, **scope})


def named(**fields: Any) -> NamedRule:
    """A rule with a name."""
    return NamedRule(name="it", rule=rule(**fields) if "limit" not in fields else RetentionRule(**fields))


def cell(rules: list[RetentionRule], name: str = "a", **category: Any) -> Cell:
    """The one cell of a category."""
    (only,) = Plan(rules=rules, categories=BOTH).cells(Category(name=name, **category), None)
    return only


class TestNamedRule:
    """A rule and what it is."""

    def test_its_last_day_is_stated_in_one_way_or_the_other(self) -> None:
        """A period is a last day; a rule of words alone has none."""
        whole = counted("invoice", "P1Y")

        assert whole == named().last
        assert whole == named(limit=Limit.MAXIMUM, last=whole).last
        assert Last(period=Period(years=1)) == named(limit=Limit.MAXIMUM, period=Period(years=1)).last
        assert named(limit=Limit.MAXIMUM, then=term("destroy")).last is None

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"limit": Limit.EXACT, "last": Last(forever=True)}, True),
            ({"limit": Limit.EXACT, "start": start("invoice")}, True),
            ({"limit": None, "last": Last(forever=True)}, False),
            ({"limit": Limit.EXACT, "period": Period(years=1)}, False),
            ({"limit": Limit.EXACT, "then": term("destroy")}, False),
        ],
    )
    def test_it_is_complete_if_nothing_is_missing(self, fields: dict[str, Any], *, expected: bool) -> None:
        """Limit, start and last day; a start without a period is a last day too."""
        assert named(**fields).is_complete is expected

    @pytest.mark.parametrize(
        ("limit", "floor", "ceiling"),
        [
            (Limit.MINIMUM, True, False),
            (Limit.MAXIMUM, False, True),
            (Limit.EXACT, True, True),
            (Limit.CLAIM, False, True),
            (Limit.FOR, True, False),
        ],
    )
    def test_its_limit_makes_it_a_floor_or_a_ceiling(self, limit: Limit, *, floor: bool, ceiling: bool) -> None:
        """Exactly is both; a claim period obliges to nothing."""
        one = named(limit=limit, start=start("invoice"))

        assert (floor, ceiling) == (one.is_floor, one.is_ceiling)

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, False),
            ({"reason": A_DUTY}, True),
            ({"by_law": [Provision.parse("kpl")], "limit": Limit.MINIMUM}, True),
        ],
    )
    def test_a_law_makes_it_a_duty(self, fields: dict[str, Any], *, expected: bool) -> None:
        """A provision as its reason, or the acts that decide it."""
        assert named(**fields).is_duty is expected

    @pytest.mark.parametrize(
        ("narrow", "wide", "expected"),
        [
            ({"data": ["a"]}, {}, True),
            ({"data": ["a"]}, {"data": ["a", "b"]}, True),
            ({"data": ["b", "a"]}, {"data": ["a", "b"]}, False),
            ({"purposes": ["p"]}, {}, True),
            ({"subjects": [term("customers")]}, {}, True),
            ({"data": ["a"], "purposes": ["p"]}, {"data": ["a"]}, True),
            ({"data": ["a"]}, {"purposes": ["p"]}, False),
            ({"data": ["a"], "purposes": ["p", "q"]}, {"data": ["a", "b"], "purposes": ["p"]}, False),
            ({}, {}, False),
            ({}, {"data": ["a"]}, False),
        ],
    )
    def test_it_is_narrower_if_it_covers_strictly_less(
        self, narrow: dict[str, Any], wide: dict[str, Any], *, expected: bool
    ) -> None:
        """In every respect no more, and in one respect less."""
        assert named(**narrow).narrower_than(named(**wide)) is expected


class TestCells:
    """Which rules meet."""

    def test_rules_are_named_by_their_ids_or_places(self) -> None:
        """Whoever reads an answer finds the rule again."""
        plan = Plan(rules=[rule(id="own"), rule()])

        assert [one.name for one in plan.named_rules] == ["own", "retention[1]"]

    def test_a_narrower_own_rule_replaces_a_wider_one(self) -> None:
        """Only where it applies, and only the controller's own; what replaced it is told."""
        wide, narrow = rule(id="wide"), rule(id="narrow", data=["a"])
        found = cell([wide, narrow])

        assert [one.name for one in found.standing()] == ["narrow"]
        assert [(one.name, by.name) for one, by in found.replaced] == [("wide", "narrow")]
        assert [one.name for one in cell([wide, narrow], "b").standing()] == ["wide"]
        assert [one.name for one in found.standing({"narrow"})] == ["wide", "narrow"]

    def test_duties_always_unite(self) -> None:
        """A duty neither replaces nor is replaced."""
        duty, own = rule(id="duty", reason=A_DUTY), rule(id="own", data=["a"])
        narrow_duty, wide = rule(id="duty", reason=A_DUTY, data=["a"]), rule(id="own")

        assert [one.name for one in cell([duty, own]).standing()] == ["duty", "own"]
        assert [one.name for one in cell([narrow_duty, wide]).standing()] == ["duty", "own"]

    def test_each_purpose_is_a_cell(self) -> None:
        """Of those that the category tells, else of those that rules name, else of none."""
        of_p, of_q = rule(id="p", purposes=["p"]), rule(id="q", purposes=["q"], data=["b"])
        plan = Plan(rules=[of_p, of_q, rule(id="all")], categories=BOTH)
        promise = ErasureRule(id="gone", trigger=term("request"), purposes=["r"])

        def purposes(plan: Plan, category: Category) -> dict[str | None, list[str]]:
            return {one.purpose: [rule.name for rule in one.standing()] for one in plan.cells(category, None)}

        assert purposes(plan, BOTH[0]) == {"p": ["p"]}
        assert purposes(plan, BOTH[1]) == {"p": ["p"], "q": ["q"]}
        assert purposes(plan, Category(name="a", purposes=("q", "r"))) == {"q": ["all"], "r": ["all"]}
        assert purposes(Plan(rules=[rule(id="all")]), BOTH[0]) == {None: ["all"]}
        assert purposes(Plan(rules=[rule(id="all")], erasure=[promise]), BOTH[0]) == {"r": ["all"]}

    def test_people_and_denials_are_told_apart(self) -> None:
        """A rule about some people does not cover others, and what is denied is no promise."""
        plan = Plan(
            rules=[rule(id="ours", subjects=[term("customers")])],
            erasure=[
                ErasureRule(id="kept", trigger=term("request"), denied=True),
                ErasureRule(id="gone", trigger=term("request")),
                ErasureRule(id="staff", trigger=term("request"), subjects=[term("employees"), Words(en="guests")]),
            ],
        )

        def found(subject: str | None) -> list[str]:
            (one,) = plan.cells(BOTH[0], subject)
            return [*(rule.name for rule in one.rules), *(name for name, _ in one.promises)]

        assert plan.subjects_in_rules() == ("customers", "employees", "guests")
        assert [found(subject) for subject in ("customers", "employees", "guests", None)] == [
            ["ours", "gone"],
            ["gone", "staff"],
            ["gone", "staff"],
            ["gone"],
        ]

    def test_only_rules_about_a_category_tell_its_people_apart(self) -> None:
        """Whose data another category is does not matter to this one."""
        rules = [rule(data=["b"], subjects=[term("employees")]), rule(subjects=[term("customers")])]
        plan = Plan(rules=rules, categories=BOTH)

        assert plan.subjects_in_rules(BOTH[0]) == ("customers",)
        assert plan.subjects_in_rules(BOTH[1]) == ("employees", "customers")
        assert plan.subjects_in_rules() == ("employees", "customers")


class TestPlan:
    """All rules of a register."""

    def test_unknown_categories_are_refused(self) -> None:
        """Every rule that names one is told, with the nearest category."""
        with pytest.raises(InvalidValue) as caught:
            Plan(
                rules=[rule(data=["invoices", "order"]), rule(id="own", data=["x"])],
                erasure=[ErasureRule(trigger=term("request"), data=["ordrs"])],
                categories=[Category(name="orders"), Category(name="invoices")],
            )

        assert (
            str(caught.value) == "Plan: 3 problems\n"
            "  retention[0].data: found the unknown category “order”, expected a category of the plan "
            "(did you mean “orders”?)\n"
            "  retention[own].data: found the unknown category “x”, expected a category of the plan\n"
            "  erasure[0].data: found the unknown category “ordrs”, expected a category of the plan "
            "(did you mean “orders”?)"
        )

    def test_a_category_is_found_by_its_name(self) -> None:
        """Whoever asks for another gets none."""
        plan = Plan(categories=[Category(name="orders"), Category(name="invoices")])

        assert Category(name="invoices") == plan.category("invoices")
        assert plan.category("invoice") is None

    def test_a_plan_is_its_own_plan(self) -> None:
        """Whatever can tell a plan is asked for it."""
        plan = Plan(rules=[rule()])

        class Source:
            """Something that has a plan."""

            def plan(self) -> Plan:
                """Its plan."""
                return plan

        assert plan_of(plan) is plan
        assert plan_of(Source()) is plan


def test_events_are_found_wherever_they_stand() -> None:
    """In terms, versions, and around them."""
    version = LawVersion(start=start("death"), period=Period())
    last = Last(
        later=[counted("invoice", "P1Y"), Last(first_known=[counted("birth", "P1Y"), Last(fixed=None, forever=True)])]
    )
    silent = Last(versions=[version, LawVersion(period=Period())])

    assert list(events_of([last, None, silent, Last(period=Period())])) == ["invoice", "birth", "death"]
    assert list(events_of([Last(earlier=[counted("recorded", "P1Y")])])) == ["recorded"]
