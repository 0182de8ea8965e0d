from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisteri.constraints import Id, OneOf, OrNone, Pattern, Reference, Text
from rekisteri.errors import InvalidValue, Problem
from rekisteri.part import Choice, Identified, Part, Shape, empty_list, field_shape, labelled, parse_day, shapes, walk
from rekisteri.words import Words

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


class Colour(enum.StrEnum):
    """A fixed list of words."""

    RED = "red"
    BLUE = "blue"


Plate = Annotated[str, Pattern("[A-Z]{3}-[0-9]{1,3}", "a plate such as “ABC-123”")]
Fuel = Annotated[str, OneOf(("petrol", "diesel"), "a fuel")]
CarRef = Annotated[str, Reference("Car")]


@attrs.frozen(kw_only=True)
class Wheel(Identified):
    """A part with an id."""

    inches: int | None = None


@attrs.frozen(kw_only=True)
class Car(Identified):
    """A part with a field of every sort."""

    name: Text
    plate: Plate | None = None
    fuel: Fuel | None = None
    colour: Colour | None = None
    sold: date | None = None
    electric: bool | None = None
    wheels: Sequence[Wheel] | None = None
    spares: OrNone[Wheel] | None = None
    towed_by: Sequence[CarRef | Car] | None = None
    sunny: bool = True


@attrs.frozen(kw_only=True)
class Race(Part):
    """A part with a required list, and with a rule about two fields together."""

    cars: Sequence[Car]
    first: Text | None = None
    last: Text | None = None

    def _nonsense(self) -> Iterator[Problem]:
        if self.first is not None and self.first == self.last:
            yield Problem("last", "the first again", "another one")


@attrs.frozen(kw_only=True)
class Note(Identified):
    """A part that must say something beside its id."""

    text: Text | None = None
    loud: bool = False

    def _nonsense(self) -> Iterator[Problem]:
        return self._says_something("id", "loud")


ID = "an id of small letters, digits and single hyphens, not only digits, such as “customer-data”"

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"name": None}, "name: found null, expected text"),
    ({"name": ""}, "name: found an empty text, expected some text"),
    ({"name": True}, "name: found true, expected text"),
    ({"name": ["a"]}, "name: found a list, expected text"),
    ({"name": "\udfff"}, "name: found half a character (“\\udfff”), expected text that UTF-8 can hold"),
    ({"id": "Big"}, f"id: found “Big”, expected {ID}"),
    ({"id": "a--b"}, f"id: found “a--b”, expected {ID}"),
    ({"id": "a\n"}, f"id: found “a\\n”, expected {ID}"),
    ({"id": "ä"}, f"id: found “ä”, expected {ID}"),
    ({"plate": "abc-1"}, "plate: found “abc-1”, expected a plate such as “ABC-123”"),
    ({"plate": "ABC-1\n"}, "plate: found “ABC-1\\n”, expected a plate such as “ABC-123”"),
    ({"fuel": "diesle"}, "fuel: found “diesle”, expected a fuel: “petrol” or “diesel” (did you mean “diesel”?)"),
    ({"fuel": "water"}, "fuel: found “water”, expected a fuel: “petrol” or “diesel”"),
    ({"colour": "green"}, "colour: found “green”, expected one of Colour.RED, Colour.BLUE"),
    ({"colour": "red"}, "colour: found “red”, expected one of Colour.RED, Colour.BLUE"),
    ({"colour": 1}, "colour: found the number 1, expected one of Colour.RED, Colour.BLUE"),
    (
        {"sold": datetime(2026, 11, 22)},  # noqa: DTZ001  # any datetime will do
        "sold: found a value of type datetime, expected a datetime.date",
    ),
    ({"sold": "2026-11-22"}, "sold: found “2026-11-22”, expected a datetime.date"),
    ({"electric": 1}, "electric: found the number 1, expected true or false"),
    ({"sunny": None}, "sunny: found null, expected true or false"),
    ({"electric": "no"}, "electric: found “no”, expected true or false"),
    ({"wheels": "abc"}, "wheels: found “abc”, expected a list of objects (Wheel)"),
    ({"wheels": b"abc"}, "wheels: found a value of type bytes, expected a list of objects (Wheel)"),
    ({"wheels": {"a": 1}}, "wheels: found an object, expected a list of objects (Wheel)"),
    ({"wheels": 4}, "wheels: found the number 4, expected a list of objects (Wheel)"),
    (
        {"wheels": Wheel()},
        "wheels: found a value of type Wheel, expected a list of objects (Wheel)",
    ),
    (
        {"wheels": []},
        "wheels: found an empty list, expected a list of objects (Wheel) with something in it; to say nothing, leave it out",
    ),
    ({"wheels": [Wheel(), None]}, "wheels[1]: found null, expected an object (Wheel)"),
    ({"wheels": [Note(id="n", text="x")]}, "wheels[n]: found a value of type Note, expected an object (Wheel)"),
    (
        {"wheels": [Wheel(id="n"), Note(id="n", text="x")]},
        "wheels[1]: found a value of type Note, expected an object (Wheel)",
    ),
    ({"spares": ["wheel"]}, "spares[0]: found “wheel”, expected an object (Wheel)"),
    ({"towed_by": [3]}, "towed_by[0]: found the number 3, expected the id of a Car or an object (Car)"),
    ({"towed_by": ["A B"]}, f"towed_by[0]: found “A B”, expected {ID}"),
]


def refusal(cls: Callable[..., object], **fields: Any) -> str:
    """The message with which an object is refused."""
    with pytest.raises(InvalidValue) as caught:
        cls(**fields)
    return str(caught.value)


class TestPart:
    """Building an object of the model."""

    @pytest.mark.parametrize(("fields", "expected"), REFUSED)
    def test_nonsense_is_refused_in_plain_words(self, fields: dict[str, Any], expected: str) -> None:
        """The message says where, what stands there and what may stand there."""
        assert f"Car: {expected}" == refusal(Car, **{"name": "Lada", **fields})

    def test_all_problems_are_told_at_once(self) -> None:
        """Nobody has to mend a part field by field; problems come in the order of the fields."""
        expected = (
            "Car: 3 problems\n"
            "  name: found null, expected text\n"
            "  wheels[0]: found the number 1, expected an object (Wheel)\n"
            "  wheels[1]: found the number 2, expected an object (Wheel)"
        )

        assert expected == refusal(Car, wheels=[1, 2], name=None)

    @pytest.mark.parametrize("make", [list, tuple, iter, lambda wheels: (wheel for wheel in wheels)])
    def test_any_iterable_becomes_a_tuple(self, make: Callable[[Iterable[Wheel]], Sequence[Wheel]]) -> None:
        """Lists, tuples, iterators and generators are all stored as the same tuple."""
        wheels = (Wheel(inches=14), Wheel(inches=15))

        assert wheels == Car(name="Lada", wheels=make(wheels)).wheels

    def test_silence_and_none_are_different(self) -> None:
        """Where "there are none" is a statement, an empty list stays, and silence stays silence."""
        expected = [(), None]

        assert expected == [Car(name="Lada", spares=[]).spares, Car(name="Lada").spares]

    def test_a_required_list_must_be_there_and_filled(self) -> None:
        """An object means nothing without a field that its class requires."""
        with pytest.raises(TypeError):
            Race()  # type: ignore[call-arg]  # that is what is refused
        actual = [refusal(Race, cars=None), refusal(Race, cars=())]

        expected = [
            "Race: cars: found null, expected a list of objects (Car)",
            "Race: cars: found an empty list, expected a list of objects (Car) with something in it",
        ]

        assert expected == actual

    def test_an_item_is_of_the_very_class(self) -> None:
        """Who asks for a part takes no part that says more: JSON would not bring it back."""

        @attrs.frozen(kw_only=True)
        class SpareWheel(Wheel):
            """A wheel that says more."""

            thin: bool = True

        with pytest.raises(InvalidValue, match="found a value of type SpareWheel"):
            Car(name="Kuplavolkkari", wheels=[SpareWheel()])

    def test_fields_are_judged_together_last(self) -> None:
        """Rules about several fields are asked only when each field by itself is sound."""
        car = Car(name="Lada")
        actual = [refusal(Race, cars=[car], first="a", last="a"), refusal(Race, cars=[], first="a", last="a")]

        expected = [
            "Race: last: found the first again, expected another one",
            "Race: cars: found an empty list, expected a list of objects (Car) with something in it",
        ]

        assert expected == actual

    @pytest.mark.parametrize("fields", [{}, {"id": "note"}, {"loud": True}, {"id": "note", "loud": True}])
    def test_a_part_that_says_nothing_is_refused(self, fields: dict[str, Any]) -> None:
        """An id, or what only qualifies the rest, is no statement."""
        expected = "Note: found an object that says nothing, expected at least one of “text”"

        assert expected == refusal(Note, **fields)

    def test_parts_are_values(self) -> None:
        """Equal parts count as one in a set, however their lists were given."""
        expected = {Car(name="Lada", wheels=(Wheel(),))}

        assert expected == {Car(name="Lada", wheels=[Wheel()]), Car(name="Lada", wheels=iter([Wheel()]))}  # type: ignore[arg-type]  # any iterable will do

    def test_a_changed_copy_is_judged_anew(self) -> None:
        """``attrs.evolve`` cannot smuggle nonsense in."""
        car = Car(name="Lada")

        assert (attrs.evolve(car, name="Volvo").name, car.name) == ("Volvo", "Lada")
        with pytest.raises(InvalidValue):
            attrs.evolve(car, name="")


class TestShapes:
    """What a class's annotations say of its fields."""

    def test_fields_come_in_the_order_in_which_they_are_written(self) -> None:
        """The inherited id first, then the class's own fields."""
        expected = [
            "id",
            "name",
            "plate",
            "fuel",
            "colour",
            "sold",
            "electric",
            "wheels",
            "spares",
            "towed_by",
            "sunny",
        ]

        assert expected == [shape.name for shape in shapes(Car)]

    @pytest.mark.parametrize(
        ("name", "required", "optional", "many", "may_be_empty"),
        [
            ("name", True, False, False, False),
            ("plate", False, True, False, False),
            ("colour", False, True, False, False),
            ("wheels", False, True, True, False),
            ("spares", False, True, True, True),
            ("towed_by", False, True, True, False),
            ("sunny", False, False, False, False),
        ],
    )
    def test_an_annotation_is_read(
        self, name: str, required: bool, optional: bool, many: bool, may_be_empty: bool
    ) -> None:
        """Whether a field is required, may be silent, is a list, and one that may be empty, is told by its annotation."""
        shape = next(shape for shape in shapes(Car) if shape.name == name)

        expected = (required, optional, many, may_be_empty)

        assert expected == (shape.required, shape.optional, shape.many, shape.may_be_empty)

    @pytest.mark.parametrize(
        ("hint", "expected"),
        [(Sequence[Wheel], False), (OrNone[Wheel], False), (Sequence[CarRef | Car], False), (CarRef | Car, False)],
    )
    def test_only_none_makes_a_field_optional(self, hint: Any, expected: bool) -> None:
        """A list that may be empty, or a choice of types, may not be silent for that."""
        assert expected is field_shape("field", hint).optional

    @pytest.mark.parametrize(
        ("hint", "expected"),
        [
            (str, "text"),
            (bool | None, "true or false"),
            (int, "a whole number"),
            (date | None, "a day such as 2026-11-22"),
            (Colour, "one of “red” or “blue”"),
            (Wheel | None, "an object (Wheel)"),
            (CarRef, "the id of a Car"),
            (CarRef | Car, "the id of a Car or an object (Car)"),
            (Sequence[str] | None, "a list of texts"),
            (Sequence[Text | Wheel], "a list of texts or objects (Wheel)"),
            (Sequence[Colour], "a list of the words “red” or “blue”"),
            (Sequence[CarRef], "a list of ids of Car"),
            (Sequence[CarRef | Car] | None, "a list of ids of Car or objects (Car)"),
            (Sequence[Words] | None, "a list of words (a term, or an object with “fi”, “sv” or “en”)"),
            (OrNone[Wheel] | None, "a list of objects (Wheel)"),
        ],
    )
    def test_a_field_says_in_words_what_it_takes(self, hint: Any, expected: str) -> None:
        """Messages speak of objects, lists and texts, not of Python's types."""
        assert expected == field_shape("field", hint).whole()

    @pytest.mark.parametrize(
        ("hint", "expected"),
        [
            (Colour | None, "one of Colour.RED, Colour.BLUE"),
            (Sequence[Colour] | None, "one of Colour.RED, Colour.BLUE"),
            (Wheel | Colour, "an object (Wheel) or one of Colour.RED, Colour.BLUE"),
            (Sequence[Wheel], "an object (Wheel)"),
            (Text | None, "text"),
            (CarRef | Car, "the id of a Car or an object (Car)"),
        ],
    )
    def test_a_field_says_to_python_what_it_takes(self, hint: Any, expected: str) -> None:
        """Who writes Python is told the members of an enumeration; the rest is told alike."""
        assert expected == field_shape("field", hint).in_python()

    def test_a_default_is_kept(self) -> None:
        """A field with a default is not required, and keeps it."""
        shape = field_shape("more", bool, False)

        expected = Shape(
            name="more",
            required=False,
            optional=False,
            default=False,
            many=False,
            may_be_empty=False,
            choices=(Choice(bool, ()),),
        )

        assert expected == shape

    @pytest.mark.parametrize(
        ("type", "value", "expected"),
        [
            (int, 1, True),
            (int, True, False),
            (bool, True, True),
            (bool, 1, False),
            (date, date(2026, 11, 22), True),
            (date, datetime(2026, 11, 22), False),  # noqa: DTZ001  # any datetime will do
            (str, Colour.RED, True),
            (Colour, "red", False),
            (Part, Wheel(), False),
            (Wheel, Wheel(), True),
        ],
    )
    def test_a_type_takes_its_own_values(self, type: type, value: object, expected: bool) -> None:
        """A truth is no number and a moment no day, though Python thinks so."""
        assert expected is Choice(type, ()).accepts(value)


class TestConstraints:
    """The rules of single values, in Python and in JSON Schema alike."""

    @given(TEXTS | st.from_regex(r"[A-Z]{3}-[0-9]{1,3}\n?"))
    def test_a_pattern_means_the_same_in_the_schema(self, text: str) -> None:
        """What the constructor refuses the schema refuses, and nothing else."""
        rule = Pattern("[A-Z]{3}-[0-9]{1,3}", "a plate")
        admitted = re.search(str(rule.schema()["pattern"]), text) is not None

        assert admitted is (rule.problem(text) is None)

    @given(TEXTS)
    def test_filled_text_means_the_same_in_the_schema(self, text: str) -> None:
        """Text of spaces only is refused by both."""
        (choice,) = field_shape("field", Text).choices
        (rule,) = choice.constraints
        admitted = re.search(str(rule.schema()["pattern"]), text) is not None

        assert admitted is (rule.problem(text) is None)

    @given(TEXTS | st.from_regex(r"[a-z0-9-]{1,8}\n?", fullmatch=True))
    def test_an_id_means_the_same_in_the_schema(self, text: str) -> None:
        """Ids and references to them follow one pattern."""
        (choice,) = field_shape("field", Id).choices
        rules = [*choice.constraints, Reference("Car")]
        admitted = [re.search(str(rule.schema()["pattern"]), text) is not None for rule in rules]

        assert admitted == [rule.problem(text) is None for rule in rules]

    @given(st.sampled_from(["petrol", "diesel", "Diesel", "", "water"]))
    def test_a_fixed_list_means_the_same_in_the_schema(self, text: str) -> None:
        """Only the words of the list are admitted by both."""
        rule = OneOf(("petrol", "diesel"), "a fuel")
        words = rule.schema()["enum"]

        assert isinstance(words, list)
        assert (text in words) is (rule.problem(text) is None)


class TestParseDay:
    """Reading a day."""

    @given(st.dates(date(1, 1, 1)))
    def test_every_day_goes_round(self, day: date) -> None:
        """A day is written with four digits, two and two, and read again."""
        assert day == parse_day(day.isoformat())

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "20261122",
            "2026-W47-7",
            "2026-11-22T00:00:00",
            "2026-11-2",
            "2026-02-29",
            "22.11.2026",
            "2026-11-22\n",
            "٢٠٢٦-١١-٢٢",
        ],
    )
    def test_anything_else_is_refused(self, text: str) -> None:
        """Other forms of ISO 8601, days that no calendar has and other digits are no such day."""
        with pytest.raises(ValueError, match=r"^"):
            parse_day(text)


class TestPaths:
    """How places in a register are named."""

    @pytest.mark.parametrize(
        ("item", "expected"),
        [
            (Wheel(id="front"), "front"),
            (Wheel(), "1"),
            ({"id": "front"}, "front"),
            ({"id": ""}, "1"),
            ({"id": 5}, "1"),
            ({}, "1"),
            ("front", "1"),
            (None, "1"),
        ],
    )
    def test_an_item_is_named_by_its_id_or_its_place(self, item: object, expected: str) -> None:
        """Objects and raw JSON are named alike."""
        paths = [path for path, _ in labelled([None, item], "wheels")]

        assert paths == ["wheels[0]", f"wheels[{expected}]"]

    def test_items_with_one_id_are_named_by_their_places(self) -> None:
        """A path leads to one item."""
        paths = [path for path, _ in labelled([Wheel(id="front"), Wheel(id="front"), Wheel(id="back")])]

        assert paths == ["[0]", "[1]", "[back]"]

    @pytest.mark.parametrize(
        ("items", "expected"),
        [
            ([Wheel(id="a"), Wheel(id="a", inches=14)], ["[0]", "[1]"]),
            ([{"id": "a"}, {"id": "a"}, {"id": "b"}], ["[0]", "[1]", "[b]"]),
            ([Wheel(id="a"), {"id": "a"}, None], ["[0]", "[1]", "[2]"]),
            ([Wheel(id="a"), Note(id="a", text="x")], ["[0]", "[1]"]),
            ([Wheel(), Wheel()], ["[0]", "[1]"]),
            ([], []),
        ],
    )
    def test_an_id_names_an_item_only_if_it_is_its_own(self, items: list[object], expected: list[str]) -> None:
        """Whatever the items are, an id that stands twice in a list names neither."""
        assert expected == [path for path, _ in labelled(items)]

    @pytest.mark.parametrize(
        ("path", "hint", "expected"),
        [
            (
                "wheels",
                Sequence[Wheel] | None,
                "wheels: found an empty list, expected a list of objects (Wheel) with something in it; to say nothing,"
                " leave it out",
            ),
            (
                "names[0].all",
                Sequence[str],
                "names[0].all: found an empty list, expected a list of texts with something in it",
            ),
            (
                "",
                Sequence[CarRef | Car],
                "found an empty list, expected a list of ids of Car or objects (Car) with something in it",
            ),
        ],
    )
    def test_an_empty_list_tells_the_way_out(self, path: str, hint: Any, expected: str) -> None:
        """Who meant silence is told how to be silent, where silence is possible."""
        assert expected == str(empty_list(path, field_shape("field", hint)))

    def test_a_walk_meets_everything_that_is_said(self) -> None:
        """Parents come before their children, each with its path; silence is passed over."""
        front = Wheel(id="front", inches=14)
        car = Car(name="Lada", wheels=[front, Wheel(inches=15)], spares=(), electric=False)
        race = Race(cars=[car])

        expected = [
            ("cars[0]", "cars", car),
            ("cars[0].name", "name", "Lada"),
            ("cars[0].electric", "electric", False),
            ("cars[0].wheels[front]", "wheels", front),
            ("cars[0].wheels[front].id", "id", "front"),
            ("cars[0].wheels[front].inches", "inches", 14),
            ("cars[0].wheels[1]", "wheels", Wheel(inches=15)),
            ("cars[0].wheels[1].inches", "inches", 15),
            ("cars[0].sunny", "sunny", True),
        ]

        assert expected == list(walk(race))

    def test_a_walk_names_items_with_one_id_by_their_places(self) -> None:
        """Two wheels of one id are met at two paths."""
        car = Car(name="Lada", wheels=[Wheel(id="front"), Wheel(id="front")])

        expected = ["wheels[0]", "wheels[0].id", "wheels[1]", "wheels[1].id"]

        assert expected == [path for path, _, _ in walk(car) if path.startswith("wheels")]

    def test_a_walk_can_begin_below(self) -> None:
        """Paths begin at the path that is given."""
        expected = [("cars[lada].inches", "inches", 14)]

        assert expected == list(walk(Wheel(inches=14), "cars[lada]"))
