"""Consistency against what the calculator finds: random plans with random timelines, and small plans with every timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from random import Random

import attrs
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

from rekisteri.retention import (
    Because,
    Category,
    Consistency,
    Deadline,
    ErasureRule,
    EventState,
    FinancialCalendar,
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
    expiry,
)
from rekisteri.retention.events import EventValue
from rekisteri.retention.period import plus
from rekisteri.vocabulary import term
from retention import simulation
from retention.ordered import Timeline, name_of, obeys, settled
from retention.strategies import A_DECISION, DUTIES, start

TODAY = date(2026, 11, 22)
ONE_DAY = timedelta(1)
MAY_CONFLICT = (Outcome.CONTRADICTION, Outcome.DEPENDS)

EVENTS = ("relationship-end", "contract-end", "invoice", "last-order", "financial-year-end")
REQUESTS = ("request", "consent-withdrawn")
PEOPLE = ("customers", "employees")
LENGTHS = st.sampled_from(["P0D", "P1D", "P30D", "P1M", "P31D", "P3M", "P6M", "P1Y", "P365D", "P2Y"]).map(Period.parse)
SHORTER = st.sampled_from(["P0D", "P1D", "P30D", "P1M", "P3M"]).map(Period.parse)
LONGER = st.sampled_from(["P3M", "P6M", "P1Y", "P366D", "P14M"]).map(Period.parse)
Periods = st.SearchStrategy[Period]


# Plans of a few rules.


@st.composite
def _terms(draw: st.DrawFn, events: Sequence[str], lengths: Periods) -> Last:
    rounds = draw(st.sampled_from([(), (), (), (Round.MONTH,), (Round.YEAR,), (Round.FINANCIAL_YEAR, Round.YEAR)]))
    return Last(start=start(draw(st.sampled_from(events)), *rounds), period=draw(lengths))


@st.composite
def _versions(draw: st.DrawFn, events: Sequence[str], lengths: Periods) -> Last:
    begin = start(draw(st.sampled_from(events)))
    change = draw(st.sampled_from([date(2020, 1, 1), date(2022, 3, 1)]))
    older = LawVersion(start=begin, until=change - ONE_DAY, period=draw(lengths))
    return Last(versions=[older, LawVersion(start=begin, since=change, period=draw(lengths))])


def _lasts(events: Sequence[str], lengths: Periods) -> st.SearchStrategy[Last]:
    one = _terms(events, lengths)
    two = st.lists(one, min_size=2, max_size=2)
    fixed = st.builds(Last, fixed=st.sampled_from([date(2022, 12, 31), date(2024, 2, 29)]))
    known = st.builds(lambda first, final: Last(first_known=[first, final]), one, one)
    rare = [_versions(events, lengths), st.builds(Last, later=two), st.builds(Last, earlier=two), known, fixed]
    return st.one_of(*[one] * 8, *rare, st.just(Last(forever=True)))


EXCEPTIONS = st.sampled_from([None, None, None, ("law",), ("legal-claim",), ("open-invoices",)])


@st.composite
def _rules(draw: st.DrawFn, events: Sequence[str], *, roomy: bool) -> RetentionRule:
    """Rules of every limit; *roomy*: short periods and late ends, so that more plans can be kept."""
    limits = [Limit.MINIMUM, Limit.MINIMUM, Limit.MAXIMUM, *([] if roomy else [Limit.EXACT]), Limit.CLAIM]
    limit = draw(st.sampled_from(limits))
    lengths = (SHORTER if limit is Limit.MINIMUM else LONGER) if roomy else LENGTHS
    unless = draw(EXCEPTIONS)
    some = st.sampled_from([None, None, None, ("p",), ("q",), ("p", "q")])
    people = draw(st.sampled_from([None, None, None, None, ("customers",)]))
    return RetentionRule(
        limit=limit,
        last=draw(_lasts(events, lengths)),
        reason=Reason(provision=draw(DUTIES)) if draw(st.booleans()) else A_DECISION,
        unless=[term(one) for one in unless] if unless else None,
        within=draw(st.sampled_from([None, None, None, Period(days=30), Period(months=1)])),
        purposes=draw(some),
        subjects=[term(one) for one in people] if people else None,
    )


@st.composite
def _promises(draw: st.DrawFn, events: Sequence[str]) -> ErasureRule:
    unless = draw(EXCEPTIONS)
    return ErasureRule(
        trigger=term(draw(st.sampled_from([*REQUESTS, *events[:1]]))),
        deadline=draw(st.sampled_from([None, Deadline(), Deadline(Period(months=1)), Deadline(Period(days=3))])),
        unless=[term(one) for one in unless] if unless else None,
        purposes=draw(st.sampled_from([None, None, ("p",)])),
        denied=draw(st.integers(0, 5)) == 0,
    )


@st.composite
def _orders(draw: st.DrawFn, events: Sequence[str]) -> list[OrderAssumption]:
    """Up to three facts about the events, each pair once."""
    within = st.sampled_from([None, Period(days=1), Period(months=1), Period(years=1)])
    pairs = st.tuples(st.sampled_from(events), st.sampled_from(events)).filter(lambda pair: pair[0] != pair[1])
    chosen = draw(st.lists(pairs, max_size=3, unique=True))
    return [
        OrderAssumption(earlier=term(one), later=term(other), within=draw(within))
        if draw(st.integers(0, 3))
        else OrderAssumption(earlier=term(one), later=term(other), denied=True)
        for one, other in chosen
    ]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of two to four rules about at most three events, and up to two promises."""
    events = draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=3, unique=True))
    category = st.builds(
        Category,
        name=st.just("a"),
        purposes=st.sampled_from([(), ("p",), ("p", "q")]),
        subjects=st.sampled_from([PEOPLE, ("customers",), ("employees",)]),
    )
    return Plan(
        rules=draw(st.lists(_rules(events, roomy=draw(st.booleans())), min_size=2, max_size=4)),
        erasure=draw(st.lists(_promises(events), max_size=2)),
        categories=[draw(category)],
        calendar=FinancialCalendar(MonthDay(*draw(st.sampled_from([(12, 31), (3, 31), (2, 29)])))),
        order=draw(_orders(events)),
    )


# Timelines.


def _names(plan: Plan) -> list[str]:
    counted = [name for rule in plan.rules if rule.last for name in _counted(rule.last)]
    return list(dict.fromkeys([*counted, *(name_of(one.trigger) for one in plan.erasure)]))


def _counted(last: Last) -> Iterator[str]:
    if last.start:
        yield name_of(last.start.event)
    yield from (name_of(one.start.event) for one in last.versions or () if one.start)
    for several in (last.later, last.earlier, last.first_known):
        for one in several or ():
            yield from _counted(one)


def _timeline(plan: Plan, random: Random) -> dict[str, EventValue | str]:
    """A random timeline that obeys the order: its events lie near each other, often at the edges of months."""
    first = date(random.randrange(2016, 2026), random.randrange(1, 13), 1) + timedelta(random.randrange(-4, 3))
    apart = (0, 0, 0, 1, -1, 28, 30, 31, -30, -31, 59, 91, 334, 365, 366, -365, -366, 730, 731)
    events: dict[str, EventValue | str] = {}
    for name in _names(plan):
        kind = random.random()
        day = first + timedelta(random.choice(apart) + random.choice((0, 0, 1, -1)))
        events[name] = EventState.NOT_YET if kind < 0.08 else EventState.NEVER if kind < 0.12 else day
    return _on_year_ends(plan, settled(plan, _on_year_ends(plan, events)))


def _on_year_ends(plan: Plan, events: dict[str, EventValue | str]) -> dict[str, EventValue | str]:
    """The same, the end of the financial year moved back to where it can be."""
    day = events.get("financial-year-end")
    if not isinstance(day, date):
        return events
    while plan.calendar.end_of(Round.FINANCIAL_YEAR, day) != day:
        day -= ONE_DAY
    return {**events, "financial-year-end": day}


def _days(plan: Plan, events: Timeline) -> Iterator[date]:
    """Each day on which a conflict can begin: just after something has ended."""
    for rule in plan.rules:
        day = expiry(rule, events, plan.calendar).day
        if day:
            yield day + ONE_DAY
            yield plus(day, rule.within or Period()) + ONE_DAY
    for promise in plan.erasure:
        asked = events.get(name_of(promise.trigger))
        if isinstance(asked, date):
            yield plus(asked, (promise.deadline and promise.deadline.period) or Period()) + ONE_DAY


def _state(plan: Plan, events: Timeline, people: str | None, on: date) -> State:
    record = Record(category=plan.categories[0].name, subjects=(people,) if people else ())
    (answer,) = due(plan, events, [record], on=on)
    return answer.state


def _judged(plan: Plan) -> Consistency:
    return consistency_of(plan, on=TODAY)


def _about(found: Consistency, people: str | None) -> list[Meeting]:
    return [meeting for meeting in found.meetings if people in meeting.subjects or None in meeting.subjects]


class TestRandomPlans:
    """Rules of many kinds, in one category."""

    @settings(deadline=None, max_examples=40)
    @given(plans(), st.integers(0, 2**32))
    def test_what_is_called_consistent_never_conflicts(self, plan: Plan, seed: int) -> None:
        """A timeline that obeys the order, and all that was found to be needed, gives no conflict unless one was told of."""
        found, random = _judged(plan), Random(seed)  # noqa: S311 - chance for tests
        event(found.outcome)
        for people in plan.categories[0].subjects:
            meetings = _about(found, people)
            if any(meeting.outcome in (Outcome.CONTRADICTION, Outcome.UNDECIDED) for meeting in meetings):
                continue
            needed = [one for meeting in meetings for one in meeting.assumptions]
            bounded = attrs.evolve(plan, order=(*plan.order, *needed))
            for _ in range(25):
                events = _timeline(bounded, random)
                if not obeys(bounded, events):
                    continue
                for on in set(_days(plan, events)):
                    assert _state(plan, events, people, on) is not State.CONFLICT, (events, on)

    @settings(deadline=None, max_examples=40)
    @given(plans())
    def test_witnesses_are_confirmed(self, plan: Plan) -> None:
        """What a witness shows is what the calculator finds on that day, and not the day before; it obeys the order."""
        for meeting in _judged(plan).meetings:
            witness = meeting.witness
            if witness is None:
                assert meeting.outcome not in MAY_CONFLICT
                continue
            expected = State.CONFLICT if meeting.outcome in MAY_CONFLICT else State.MUST_ERASE
            people = next(iter(witness.record.subjects), None)
            assert _state(plan, witness.events, people, witness.on) is expected
            assert witness.erase_by == witness.on - ONE_DAY
            assert expected is State.MUST_ERASE or (witness.keep_through or date.max) >= witness.on
            assert obeys(plan, witness.events, witness.on)

    @settings(deadline=None, max_examples=40)
    @given(plans())
    def test_a_doubt_is_removed_by_its_assumptions(self, plan: Plan) -> None:
        """With them the rules are consistent, and a day more of one that allows a time makes them contradict.

        Where no width is found the narrowest order is told, which suffices; of several assumptions some may be narrower than they
        need be.
        """
        for doubt in _judged(plan).of(Outcome.DEPENDS):
            assert _again(plan, doubt, doubt.assumptions).outcome is Outcome.CONSISTENT
            assert doubt.witness
            *others, final = doubt.assumptions
            if EventState.NEVER in doubt.witness.events.values() or others or final.within is None:
                continue
            wider = attrs.evolve(final, within=attrs.evolve(final.within, days=final.within.days + 1))
            assert _again(plan, doubt, [wider]).outcome is Outcome.CONTRADICTION

    def test_the_strategies_reach_every_outcome(self) -> None:
        """Random plans come to every outcome and to most reasons."""
        outcomes: Counter[str] = Counter()
        reasons: Counter[str] = Counter()

        @settings(deadline=None, max_examples=80, derandomize=True, database=None, phases=[Phase.generate])
        @given(plans())
        def count(plan: Plan) -> None:
            meetings = _judged(plan).meetings
            outcomes.update(meeting.outcome for meeting in meetings)
            reasons.update(meeting.reason for meeting in meetings)

        count()

        assert set(outcomes) >= {Outcome.CONSISTENT, Outcome.CONTRADICTION, Outcome.DEPENDS}
        assert set(reasons) >= {Because.NEVER_BEFORE, Because.ORDERED, Because.COVERED, Because.YIELDS}


def _again(plan: Plan, doubt: Meeting, assumptions: Sequence[OrderAssumption]) -> Meeting:
    """The meeting as it is under more assumptions."""
    found = _judged(attrs.evolve(plan, order=(*plan.order, *assumptions)))
    (meeting,) = (
        one
        for one in found.meetings
        if (one.keep, one.erase) == (doubt.keep, doubt.erase) and set(doubt.subjects) & set(one.subjects)
    )
    return meeting


# Small plans, of which every timeline is tried. They count days and months from occurrences, and the simulation adds them up.

WINDOW = [date(2023, 1, 1) + n * ONE_DAY for n in range(731)]
"""Two years, one of them with a leap day: no period here is longer than two months."""

SHORT = st.one_of(
    st.builds(Period, days=st.integers(0, 45)),
    st.builds(Period, months=st.just(1), days=st.integers(0, 3)),
    st.builds(Period, weeks=st.integers(3, 5)),
)
MOST_APART = 120
"""By how many days two events can lie apart and still decide something in these plans."""


@st.composite
def _small_rules(draw: st.DrawFn, limit: Limit, events: Sequence[str]) -> RetentionRule:
    some = st.sampled_from([(), (), (Round.MONTH,)])
    last = Last(start=start(draw(st.sampled_from(events)), *draw(some)), period=draw(SHORT), round=draw(some) or None)
    within = draw(st.sampled_from([None, None, Period(days=2), Period(months=1)]))
    return RetentionRule(
        limit=limit,
        last=last,
        reason=Reason(provision=draw(DUTIES)) if draw(st.booleans()) else A_DECISION,
        within=within if limit is Limit.MAXIMUM else None,
    )


def _small_plans(*events: str) -> st.SearchStrategy[Plan]:
    keeps = st.lists(_small_rules(Limit.MINIMUM, events), min_size=1, max_size=2)
    erases = st.lists(_small_rules(Limit.MAXIMUM, events), min_size=1, max_size=2)
    return st.builds(lambda keep, erase: Plan(rules=[*keep, *erase]), keeps, erases)


def _rule(plan: Plan, name: str) -> RetentionRule:
    return next(one.rule for one in plan.named_rules if one.name == name)


def _event(rule: RetentionRule) -> str:
    (name,) = _counted(rule.last) if rule.last else ("",)
    return name


@lru_cache(maxsize=100_000)
def _gone(rule: RetentionRule, day: date) -> date:
    """The last day counted from a day, as the simulation has it, and the time that the erasure may take."""
    found = simulation.last(rule.last or Last(), {_event(rule): day}, FinancialCalendar())
    assert isinstance(found, date)
    return simulation.added(found, rule.within) if rule.within else found


def _breaks(keep: RetentionRule, erase: RetentionRule, within: Period | None) -> bool:
    """Whether the period can run when the end has passed, if its event comes no later than a time after that of the end."""
    for later in WINDOW:
        final = min(simulation.added(later, within) if within is not None else date.max, later + MOST_APART * ONE_DAY)
        if _gone(keep, final) > _gone(erase, later):  # the later its event, the longer the period runs
            return True
    return False


class TestEveryTimeline:
    """Small plans."""

    @settings(deadline=None, max_examples=60)
    @given(_small_plans("recorded"))
    def test_of_one_event(self, plan: Plan) -> None:
        """Rules that count from one event contradict if, and only if, they do on one of its days."""
        meetings = _judged(plan).meetings
        assert len(meetings) == sum(
            (one.limit, other.limit) == (Limit.MINIMUM, Limit.MAXIMUM) for one, other in product(plan.rules, repeat=2)
        )
        for meeting in meetings:
            keep, erase = _rule(plan, meeting.keep), _rule(plan, *meeting.erase)
            clash = any(_gone(keep, day) > _gone(erase, day) for day in WINDOW)
            event(meeting.outcome)

            assert meeting.outcome is (Outcome.CONTRADICTION if clash else Outcome.CONSISTENT)
            assert meeting.reason is (Because.ENDS_FIRST if clash else Because.NEVER_BEFORE)

    @settings(deadline=None, max_examples=60)
    @given(_small_plans("invoice", "delivery"))
    def test_of_two_events(self, plan: Plan) -> None:
        """Rules that count from two events depend on their order, and the assumption is the widest that helps."""
        for meeting in _judged(plan).meetings:
            keep, erase = _rule(plan, meeting.keep), _rule(plan, *meeting.erase)
            event(meeting.outcome)
            if _event(keep) == _event(erase):
                clash = any(_gone(keep, day) > _gone(erase, day) for day in WINDOW)
                assert meeting.outcome is (Outcome.CONTRADICTION if clash else Outcome.CONSISTENT)
            elif _breaks(keep, erase, Period()):
                assert meeting.outcome is Outcome.CONTRADICTION
            else:
                assert meeting.outcome is Outcome.DEPENDS
                (assumption,) = meeting.assumptions
                within = assumption.within or Period()
                assert (name_of(assumption.earlier), name_of(assumption.later)) == (_event(keep), _event(erase))
                assert not _breaks(keep, erase, within)
                assert _breaks(keep, erase, attrs.evolve(within, days=within.days + 1))
                assert _breaks(keep, erase, Period(years=within.years, months=within.months + 1))

    @settings(deadline=None, max_examples=40)
    @given(_small_plans("invoice", "delivery"), st.builds(Period, months=st.integers(0, 2), days=st.integers(0, 31)))
    def test_in_a_stated_order(self, plan: Plan, within: Period) -> None:
        """A stated order decides: some timeline that obeys it is a contradiction, or none is."""
        order = [OrderAssumption(earlier=term("invoice"), later=term("delivery"), within=within)]
        ordered = attrs.evolve(plan, order=order)
        for meeting in _judged(ordered).meetings:
            keep, erase = _rule(plan, meeting.keep), _rule(plan, *meeting.erase)
            if (_event(keep), _event(erase)) == ("invoice", "delivery"):
                event(meeting.outcome)
                clash = _breaks(keep, erase, within)
                assert meeting.outcome is (Outcome.CONTRADICTION if clash else Outcome.CONSISTENT)
                assert meeting.reason is (Because.ENDS_FIRST if clash else Because.ORDERED)
