from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.retention import EventState
from rekisteri.retention.formula import (
    FALSE,
    TRUE,
    AnyOf,
    Dropped,
    EveryOf,
    Formula,
    NoDay,
    Within,
    any_of,
    evaluate,
    every_of,
    leaves,
)
from retention.strategies import EVENTS, STATES, EventValues

DAY = date(2024, 2, 29)
ONE_DAY = timedelta(1)
INVOICED = Within("invoice", None, DAY)
RECORDED = Within("recorded", DAY, None)

FEW_DAYS = st.sampled_from([date.min, *(DAY + n * ONE_DAY for n in range(5)), date.max])


def _within(event: str, one: date, other: date, open_on: int) -> Within:
    first, last = sorted((one, other))
    return Within(event, None if open_on & 1 else first, None if open_on & 2 else last)


SIMPLE: st.SearchStrategy[Formula] = st.one_of(
    st.builds(_within, st.sampled_from(EVENTS[:2]), FEW_DAYS, FEW_DAYS, st.integers(0, 3)),
    st.builds(Dropped, st.sampled_from(EVENTS[:2]), st.booleans()),
    st.builds(NoDay, st.sampled_from(EVENTS[:2])),
    st.sampled_from([TRUE, FALSE]),
)
FORMULAS = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, max_size=3).flatmap(lambda parts: st.sampled_from([any_of(parts), every_of(parts)])),
)
VALUES = st.fixed_dictionaries(dict.fromkeys(EVENTS[:2], FEW_DAYS | st.sampled_from([*STATES])))


class TestEvaluate:
    """Whether a formula is true for what is known."""

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            (None, None, True),
            (DAY, DAY, True),
            (None, DAY, True),
            (DAY, None, True),
            (None, DAY - ONE_DAY, False),
            (DAY + ONE_DAY, None, False),
            (DAY + ONE_DAY, DAY - ONE_DAY, False),
        ],
    )
    @pytest.mark.parametrize("value", [DAY, datetime(2024, 2, 29), datetime(2024, 2, 29, 23, 59, 59)])  # noqa: DTZ001  # local time
    def test_a_span_includes_both_its_ends(
        self, first: date | None, last: date | None, value: date, *, expected: bool
    ) -> None:
        """An instant counts as its day."""
        assert evaluate(Within("invoice", first, last), {"invoice": value}) is expected

    @pytest.mark.parametrize(
        ("leaf", "day", "not_yet", "never", "unknown"),
        [
            (Within("invoice", None, None), True, False, False, None),
            (Dropped("invoice", not_yet=False), False, False, True, None),
            (Dropped("invoice", not_yet=True), False, True, True, None),
            (NoDay("invoice"), False, True, True, True),
        ],
    )
    def test_each_comparison_has_its_answer_for_each_state(
        self, leaf: Formula, *, day: bool, not_yet: bool, never: bool, unknown: bool | None
    ) -> None:
        """A day, not yet, never and unknown; what is left out is unknown."""
        told: dict[date | EventState, bool | None] = {
            DAY: day,
            EventState.NOT_YET: not_yet,
            EventState.NEVER: never,
            EventState.UNKNOWN: unknown,
        }

        assert told == {value: evaluate(leaf, {"invoice": value}) for value in told}
        assert unknown is evaluate(leaf, {})

    def test_the_unknown_gives_way_to_what_decides(self) -> None:
        """One false among "every" and one true among "any" decide; otherwise it stays unknown."""
        true, false, unknown = INVOICED, Within("invoice", DAY + ONE_DAY, None), RECORDED
        known = {"invoice": DAY}

        assert evaluate(EveryOf((unknown, false)), known) is False
        assert evaluate(EveryOf((unknown, true)), known) is None
        assert evaluate(EveryOf((true, true)), known) is True
        assert evaluate(AnyOf((unknown, true)), known) is True
        assert evaluate(AnyOf((unknown, false)), known) is None
        assert evaluate(AnyOf((false, false)), known) is False


class TestJoined:
    """Formulas written as simply as they can be."""

    def test_nothing_joined_is_true_or_false(self) -> None:
        """All of none holds, one of none does not."""
        assert [every_of([]), any_of([])] == [TRUE, FALSE]
        assert [evaluate(TRUE, {}), evaluate(FALSE, {})] == [True, False]

    def test_one_part_is_the_part_itself(self) -> None:
        """Repetitions and nested formulas of the same kind disappear."""
        assert every_of([INVOICED, INVOICED, TRUE]) == INVOICED
        assert any_of([INVOICED, INVOICED, FALSE]) == INVOICED
        assert EveryOf((INVOICED, RECORDED)) == every_of([INVOICED, every_of([INVOICED, RECORDED])])
        assert AnyOf((INVOICED, RECORDED)) == any_of([INVOICED, any_of([INVOICED, RECORDED])])

    def test_what_decides_stands_alone(self) -> None:
        """False among "every" is false, true among "any" is true."""
        assert every_of([INVOICED, FALSE]) == FALSE
        assert any_of([INVOICED, TRUE]) == TRUE

    @pytest.mark.parametrize(
        ("spans", "expected"),
        [
            ([(None, 2), (3, 4)], [(None, 4)]),
            ([(3, 4), (None, 3)], [(None, 4)]),
            ([(None, 1), (3, 4)], [(None, 1), (3, 4)]),
            ([(1, None), (3, 4)], [(1, None)]),
            ([(None, 1), (2, None)], [(None, None)]),
            ([(1, 4), (2, 3)], [(1, 4)]),
        ],
    )
    def test_spans_of_one_event_that_meet_become_one(
        self, spans: list[tuple[int | None, int | None]], expected: list[tuple[int | None, int | None]]
    ) -> None:
        """Spans that overlap or touch are one; a day between them keeps them apart."""
        written, united = (
            [
                Within("invoice", *(DAY + bound * ONE_DAY if bound is not None else None for bound in span))
                for span in each
            ]
            for each in (spans, expected)
        )

        assert (united[0] if len(united) == 1 else AnyOf(tuple(united))) == any_of(written)

    def test_every_day_or_none_is_true(self) -> None:
        """An event that has any day, or has none, has told nothing."""
        some_day = Within("invoice", None, None)

        assert any_of([some_day, Dropped("invoice", not_yet=True)]) == TRUE
        assert any_of([some_day, Dropped("invoice", not_yet=False)]) != TRUE
        assert any_of([some_day, Dropped("recorded", not_yet=True)]) != TRUE
        assert any_of([INVOICED, Dropped("invoice", not_yet=True)]) != TRUE
        assert any_of([Within("invoice", DAY, None), Dropped("invoice", not_yet=True)]) != TRUE

    @given(st.lists(FORMULAS, max_size=4), VALUES)
    def test_simpler_means_the_same(self, parts: list[Formula], events: EventValues) -> None:
        """Joining changes how a formula is written, and not what it says."""
        each = [evaluate(part, events) for part in parts]

        assert all(each) is evaluate(every_of(parts), events)
        assert any(each) is evaluate(any_of(parts), events)


def test_leaves_are_the_comparisons() -> None:
    """In their order, however deep they stand."""
    absent, dropped = NoDay("birth"), Dropped("death", not_yet=False)

    assert [INVOICED, absent, dropped] == list(leaves(EveryOf((INVOICED, AnyOf((absent, EveryOf((dropped,))))))))
    assert list(leaves(TRUE)) == []
