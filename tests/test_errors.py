from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.errors import (
    InvalidDocument,
    InvalidValue,
    MissingWording,
    Problem,
    RekisteriError,
    SeveralProblems,
    UnknownName,
    describe,
    join,
    nearest,
)

EMPTY_NAME = Problem("name", "an empty text", "some text")
WRONG_WORD = Problem("aims[0]", "the term “ordrs”", "a term", "orders")


class TestProblem:
    """One thing that cannot be used."""

    @pytest.mark.parametrize(
        ("problem", "expected"),
        [
            (Problem("", "null", "text"), "found null, expected text"),
            (EMPTY_NAME, "name: found an empty text, expected some text"),
            (WRONG_WORD, "aims[0]: found the term “ordrs”, expected a term (did you mean “orders”?)"),
        ],
    )
    def test_it_reads_as_one_line(self, problem: Problem, expected: str) -> None:
        """Where, what was found, what was expected, and the nearest word if there is one."""
        actual = str(problem)

        assert expected == actual

    @pytest.mark.parametrize(
        ("prefix", "path", "expected"),
        [
            ("purposes[orders]", "aims", "purposes[orders].aims"),
            ("purposes", "[0].aims", "purposes[0].aims"),
            ("purposes[0]", "", "purposes[0]"),
            ("", "aims", "aims"),
            ("", "", ""),
        ],
    )
    def test_it_can_be_seen_from_outside(self, prefix: str, path: str, expected: str) -> None:
        """The same problem, told from an object that holds the first, has a longer path and nothing else changed."""
        problem = Problem(path, "null", "text", "near")

        assert Problem(expected, "null", "text", "near") == problem.under(prefix)

    def test_it_is_a_value(self) -> None:
        """Equal problems count as one in a set, and none can be changed."""
        expected = {EMPTY_NAME}

        assert expected == {EMPTY_NAME, Problem("name", "an empty text", "some text")}
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            EMPTY_NAME.path = "title"  # type: ignore[misc]  # that is what is refused


class TestErrors:
    """The errors that the library raises on purpose."""

    def test_one_problem_takes_one_line(self) -> None:
        """The message says what could not be built, and the problem."""
        expected = "Register: name: found an empty text, expected some text"

        assert expected == str(InvalidValue("Register", [EMPTY_NAME]))

    def test_several_problems_are_counted_and_listed(self) -> None:
        """All problems are told at once, each on its own line."""
        expected = (
            "Register: 2 problems\n"
            "  name: found an empty text, expected some text\n"
            "  aims[0]: found the term “ordrs”, expected a term (did you mean “orders”?)"
        )

        assert expected == str(InvalidDocument("Register", [EMPTY_NAME, WRONG_WORD]))

    def test_the_problems_are_at_hand_as_data(self) -> None:
        """Who catches the error need not read its message; any iterable of problems will do."""
        error = UnknownName("term", (problem for problem in [WRONG_WORD]))

        assert (error.about, error.problems) == ("term", (WRONG_WORD,))

    @pytest.mark.parametrize(
        ("error", "expected"),
        [
            (SeveralProblems, (RekisteriError, ValueError)),
            (InvalidValue, (RekisteriError, ValueError, SeveralProblems)),
            (InvalidDocument, (RekisteriError, ValueError, SeveralProblems)),
            (UnknownName, (RekisteriError, ValueError, InvalidValue)),
            (MissingWording, (RekisteriError, LookupError)),
        ],
    )
    def test_they_can_be_caught_by_their_bases(
        self, error: type[Exception], expected: tuple[type[Exception], ...]
    ) -> None:
        """Every error is the library's own and also one that Python knows."""
        assert all(issubclass(error, base) for base in expected)

    def test_an_unreadable_document_is_no_invalid_value(self) -> None:
        """What is wrong with a file is told apart from what is wrong with code."""
        assert not issubclass(InvalidDocument, InvalidValue)

    @pytest.mark.parametrize(
        "error",
        [
            InvalidValue("Register", [EMPTY_NAME, WRONG_WORD]),
            UnknownName("term", [WRONG_WORD]),
            MissingWording("sv", ["name", "title"]),
        ],
    )
    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301  # our own
    def test_they_survive_copying_and_pickling(self, error: Exception, again: Callable[[Any], Any]) -> None:
        """An error can cross from one process to another and say the same there."""
        other = again(error)

        assert (type(error), str(error), vars(error)) == (type(other), str(other), vars(other))

    def test_missing_wording_lists_every_gap(self) -> None:
        """The message names the language and all places where words are missing."""
        error = MissingWording("sv", ["purposes[0].aims[0]", "title"])

        expected = "no wording in “sv” at: purposes[0].aims[0], title"

        assert expected == str(error)
        assert (error.language, error.paths) == ("sv", ("purposes[0].aims[0]", "title"))


class TestJoin:
    """Putting paths together."""

    @pytest.mark.parametrize(
        ("prefix", "path", "expected"),
        [
            ("a", "b", "a.b"),
            ("a", "[0]", "a[0]"),
            ("a", "[x].b", "a[x].b"),
            ("", "b", "b"),
            ("a", "", "a"),
            ("", "", ""),
        ],
    )
    def test_names_get_a_dot_and_places_none(self, prefix: str, path: str, expected: str) -> None:
        """A field follows a dot, an item of a list follows at once, and nothing adds nothing."""
        assert expected == join(prefix, path)


class TestNearest:
    """Guessing what was meant."""

    @pytest.mark.parametrize(
        ("word", "expected"),
        [("ordrs", "orders"), ("orders", "orders"), ("emial", "email"), ("xyzzy", None), ("", None)],
    )
    def test_only_a_near_word_is_offered(self, word: str, expected: str | None) -> None:
        """A slip of the fingers finds its word; something else finds nothing."""
        assert expected == nearest(word, ["orders", "email", "name"])

    @given(st.text(max_size=8), st.lists(st.text(max_size=8)))
    def test_what_is_offered_is_one_of_the_words(self, word: str, words: list[str]) -> None:
        """Nothing is invented, and a word that is there finds itself."""
        assert nearest(word, words) in [None, *words]
        assert word == "" or word == nearest(word, [*words, word])


class TestDescribe:
    """Saying what a value is."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, "null"),
            (True, "true"),
            (False, "false"),
            (0, "the number 0"),
            (-1.5, "the number -1.5"),
            ("orders", "“orders”"),
            ("", "an empty text"),
            (" \n", "an empty text"),
            ("a\nb\x1b[0m", "“a\\nb\\x1b[0m”"),
            ("å“ä”ö", "“å“ä”ö”"),
            ({}, "an empty object"),
            ({"fi": "x"}, "an object"),
            ([], "an empty list"),
            ((), "an empty list"),
            ([None], "a list"),
            (("x",), "a list"),
            (b"x", "a value of type bytes"),
            ({1}, "a value of type set"),
            (date(2026, 11, 22), "a value of type date"),
            (datetime(2026, 11, 22), "a value of type datetime"),  # noqa: DTZ001  # any datetime will do
            (EMPTY_NAME, "a value of type Problem"),
            ("x" * 60, f"“{'x' * 60}”"),
            ("x" * 61, f"“{'x' * 59}…”"),
            (10**18 - 1, "the number 999999999999999999"),
            (1 - 10**18, "the number -999999999999999999"),
            (10**18, "a number with very many digits"),
            (-(10**18), "a number with very many digits"),
            pytest.param(10**5000, "a number with very many digits", id="more digits than Python writes"),
            (1e300, "the number 1e+300"),
        ],
    )
    def test_each_kind_of_value_has_its_words(self, value: object, expected: str) -> None:
        """Values are called what a person who writes JSON would call them."""
        assert expected == describe(value)

    @given(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()))
    def test_it_is_always_one_short_printable_line(self, value: object) -> None:
        """Whatever stands in a document, the message stays on one line and harms no terminal."""
        actual = describe(value)

        assert actual.isprintable()
        assert 0 < len(actual) <= len("the number ") + 60 + len("“”")
