"""How long it takes to see whether plans are consistent: ``python tests/benchmarks/consistency.py``. Prints figures, never fails.

Seconds are those of the process, so what else the machine does counts little; ``due`` answers for one record of each category
of the same plan, its events all told. Each figure is the median of three runs.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from rekisteri import Provision, RetentionRule, Words, term
from rekisteri.retention import (
    Category,
    Consistency,
    FinancialCalendar,
    Limit,
    MonthDay,
    Outcome,
    Period,
    Plan,
    Reason,
    Record,
    Round,
    Start,
    consistency_of,
    due,
)
from rekisteri.retention.events import event_name

ON = date(2026, 11, 22)
SIZES = (50, 100, 200, 400)
A_CATEGORY = 5
"""How many rules are about one category."""
RUNS = 3

DUTY = Reason(provision=Provision.parse("kpl:2/10.2"))
OWN = Reason(decision=Words(en="our own decision"))
EVENTS = ("relationship-end", "contract-end", "employment-end", "case-closed", "recorded", "delivery", "account-closed")
UNRELATED = ("invoice", "payment", "recorded", "delivery", "fully-due", "death")
"""Of these nothing is known beside the events above."""

Make = Callable[[int, str], list[RetentionRule]]


def main() -> None:
    """Both kinds of plans, of every size."""
    sys.stdout.write(
        "| plan | rules | categories | meetings | consistent | undecided | depends | contradiction "
        "| seconds | ms a meeting | due | ratio |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|---|\n"
    )
    makers: Mapping[str, Make] = {"typical": typical, "hard": hard}
    for name, make in makers.items():
        for size in SIZES:
            report(name, plan_of(size, make))


def plan_of(size: int, make: Make) -> Plan:
    """So many rules, each about one category."""
    names = [f"category-{number}" for number in range(size // A_CATEGORY)]
    return Plan(
        rules=[rule for number, name in enumerate(names) for rule in make(number, name)],
        categories=[Category(name=name) for name in names],
        calendar=FinancialCalendar(MonthDay(12, 31)),
    )


def typical(number: int, name: str) -> list[RetentionRule]:
    """Most rules from one event, in whole years: two duties, an own period, two ends; in every fifth category vouchers too."""
    event, years = EVENTS[number % len(EVENTS)], 1 + number % 10
    vouchers = number % A_CATEGORY == 0
    return [
        rule(
            Limit.MINIMUM,
            "invoice" if vouchers else event,
            Period(years=6 if vouchers else years),
            name,
            DUTY,
            Round.YEAR,
        ),
        rule(Limit.FOR, event, Period(years=years), name, DUTY),
        rule(Limit.MINIMUM, event, Period(months=6), name, OWN),
        rule(Limit.MAXIMUM, event, Period(years=years + 1), name, OWN, Round.YEAR),
        rule(Limit.MAXIMUM, event, Period(years=years + 3), name, OWN),
    ]


def hard(number: int, name: str) -> list[RetentionRule]:
    """Two of six pairs are counted from events of whose order nothing is known, in months and days, rounded to and fro."""
    event, other = EVENTS[number % len(EVENTS)], UNRELATED[(number * 3) % len(UNRELATED)]
    other = other if other != event else "invoice"
    years, days = 2 + number % 7, 3 * (number % 11)
    return [
        rule(Limit.MINIMUM, other, Period(years=years - 1, days=days), name, DUTY, Round.FINANCIAL_YEAR),
        rule(Limit.MINIMUM, event, Period(years=years), name, DUTY, Round.MONTH),
        rule(Limit.FOR, event, Period(months=7, days=days), name, OWN),
        rule(Limit.MAXIMUM, event, Period(years=years, months=1 + number % 13), name, OWN, Round.YEAR),
        rule(Limit.MAXIMUM, event, Period(days=370 * years + days), name, OWN, Round.MONTH),
    ]


def rule(limit: Limit, event: str, period: Period, category: str, reason: Reason, *rounds: Round) -> RetentionRule:
    """One rule about one category."""
    start = Start(event=term(event), round=rounds or None)
    return RetentionRule(limit=limit, start=start, period=period, reason=reason, data=[category])


def report(name: str, plan: Plan) -> None:
    """One line."""
    records = [Record(category=category.name) for category in plan.categories]
    counted = dict.fromkeys(event_name(rule.start.event) for rule in plan.rules if rule.start)
    events = {event: ON - timedelta(900 + number) for number, event in enumerate(counted)}
    found: list[Consistency] = []
    ours = seconds(lambda: found.append(consistency_of(plan, on=ON)))
    theirs = seconds(lambda: due(plan, events, records, on=ON))
    meetings = found[0].meetings
    outcomes = Counter(meeting.outcome for meeting in meetings)
    counts = " | ".join(str(outcomes[outcome]) for outcome in Outcome)
    sys.stdout.write(
        f"| {name} | {len(plan.rules)} | {len(plan.categories)} | {len(meetings)} | {counts} "
        f"| {ours:.2f} | {ours / len(meetings) * 1e3:.1f} | {theirs:.3f} | {ours / theirs:.0f}x |\n"
    )
    sys.stdout.flush()


def seconds(run: Callable[[], object]) -> float:
    """Seconds of the process, in the middle."""
    times: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
