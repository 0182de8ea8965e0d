from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rekisteri.checks.conditions import CONDITIONS
from rekisteri.law import Duty, Provision, duties
from rekisteri.law.timeline import at
from rekisteri.model import Register
from rekisteri.part import Part, shapes
from rekisteri.vocabulary import lookup

LAST_READ = date(2026, 11, 22)  # the day on which the tables were last compared with their sources

STATED = [
    # duty, Art. 13, Art. 14, Art. 30(1), Art. 30(2)
    ("controller-missing", "13.1.a", "14.1.a", "30.1.a", "30.2.a"),
    ("controller-contact-missing", "13.1.a", "14.1.a", "30.1.a", "30.2.a"),
    ("each-controller-contact-missing", None, None, "30.1.a", "30.2.a"),
    ("processor-contact-missing", None, None, None, "30.2.a"),
    ("representative-missing", "13.1.a", "14.1.a", "30.1.a", "30.2.a"),
    ("dpo-missing", "13.1.b", "14.1.b", "30.1.a", "30.2.a"),
    ("dpo-name-missing", None, None, "30.1.a", "30.2.a"),
    ("activities-missing", None, None, None, "30.2.b"),
    ("purposes-missing", "13.1.c", "14.1.c", "30.1.b", None),
    ("legal-basis-missing", "13.1.c", "14.1.c", None, None),
    ("interest-missing", "13.1.d", "14.2.b", None, None),
    ("data-missing", None, "14.1.d", "30.1.c", None),
    ("data-subjects-missing", None, None, "30.1.c", None),
    ("recipients-missing", "13.1.e", "14.1.e", "30.1.d", None),
    ("transfers-missing", "13.1.f", "14.1.f", "30.1.e", "30.2.c"),
    ("transfer-country-missing", None, None, "30.1.e", "30.2.c"),
    ("safeguard-copy-missing", "13.1.f", "14.1.f", None, None),
    ("retention-missing", "13.2.a", "14.2.a", "30.1.f", None),
    ("source-missing", None, "14.2.f", None, None),
    ("access-missing", "13.2.b", "14.2.c", None, None),
    ("rectification-missing", "13.2.b", "14.2.c", None, None),
    ("erasure-missing", "13.2.b", "14.2.c", None, None),
    ("restriction-missing", "13.2.b", "14.2.c", None, None),
    ("objection-missing", "13.2.b", "14.2.c", None, None),
    ("marketing-objection-missing", "13.2.b", "14.2.c", None, None),
    ("portability-missing", "13.2.b", "14.2.c", None, None),
    ("withdrawal-missing", "13.2.c", "14.2.d", None, None),
    ("complaint-missing", "13.2.d", "14.2.e", None, None),
    ("requirement-missing", "13.2.e", None, None, None),
    ("automated-decisions-missing", "13.2.f", "14.2.g", None, None),
    ("logic-missing", "13.2.f", "14.2.g", None, None),
    ("effects-missing", "13.2.f", "14.2.g", None, None),
    ("security-missing", None, None, "30.1.g", "30.2.d"),
]

UNCONDITIONAL = {
    "access-missing",
    "activities-missing",
    "complaint-missing",
    "controller-missing",
    "data-missing",
    "data-subjects-missing",
    "erasure-missing",
    "legal-basis-missing",
    "processor-contact-missing",
    "purposes-missing",
    "rectification-missing",
    "requirement-missing",
    "restriction-missing",
    "retention-missing",
    "security-missing",
    "source-missing",
}

WHERE_POSSIBLE = {"retention-missing", "security-missing"}  # 30(1)(f) and (g), 30(2)(d)

every_duty = pytest.mark.parametrize("duty", duties(), ids=lambda duty: duty.id)


def named(id: str) -> Duty:
    """The duty called *id*."""
    return {duty.id: duty for duty in duties()}[id]


def cited(place: str | None) -> tuple[Provision, ...]:
    """One provision of the GDPR, or none."""
    return (Provision.parse(f"gdpr:{place}"),) if place else ()


def classes_at(cls: type[Part], path: list[str]) -> Iterator[type]:
    """The types that can stand at a path of fields, from an object of *cls*; nothing if there is no such field."""
    name = path[0].partition("[")[0]
    for choice in (choice for shape in shapes(cls) if shape.name == name for choice in shape.choices):
        if len(path) == 1:
            yield choice.type
        elif issubclass(choice.type, Part):
            yield from classes_at(choice.type, path[1:])


def fields_at(cls: type, path: str) -> list[type]:
    """What can stand at a path from an object of *cls*; empty if the path leads nowhere."""
    return list(classes_at(cls, path.split("."))) if issubclass(cls, Part) else []


class TestLaw:
    """The duties of GDPR 13, 14 and 30, one by one."""

    @pytest.mark.parametrize(("id", "collected", "obtained", "record", "processor_record"), STATED)
    def test_a_duty_cites_its_articles(
        self, id: str, collected: str | None, obtained: str | None, record: str | None, processor_record: str | None
    ) -> None:
        """What must be stated rests on the points of Arts 13, 14 and 30 that ask for it, and on no others."""
        duty = named(id)

        expected = tuple(cited(place) for place in (collected, obtained, record, processor_record))

        assert expected == (duty.collected, duty.obtained, duty.record, duty.processor_record)

    def test_the_table_has_these_duties_and_no_others(self) -> None:
        """A new duty is a new row here too."""
        expected = [row[0] for row in STATED]

        assert expected == [duty.id for duty in duties()]

    @every_duty
    def test_a_duty_without_condition_is_one_that_the_law_puts_on_everybody(self, duty: Duty) -> None:
        """Only what the articles ask of every controller holds always; the rest depends on something."""
        assert (duty.id in UNCONDITIONAL) is (duty.condition == "always")

    @every_duty
    def test_the_record_states_some_things_only_where_possible(self, duty: Duty) -> None:
        """So Art. 30 says of time limits and of security measures, and of nothing else."""
        assert duty.record_where_possible is (duty.id in WHERE_POSSIBLE)

    @every_duty
    def test_each_citation_lies_in_its_own_article(self, duty: Duty) -> None:
        """Art. 13 for collected data, 14 for the rest, 30(1) for the record, 30(2) for the processor's."""
        places = {
            "gdpr:13": duty.collected,
            "gdpr:14": duty.obtained,
            "gdpr:30.1": duty.record,
            "gdpr:30.2": duty.processor_record,
        }
        strays = [
            str(one)
            for article, provisions in places.items()
            for one in provisions
            if not Provision.parse(article).covers(one)
        ]

        assert not strays
        assert any(places.values())

    @pytest.mark.parametrize(
        ("article", "points"),
        [
            ("13.1", "abcdef"),
            ("13.2", "abcdef"),
            ("14.1", "abcdef"),
            ("14.2", "abcdefg"),
            ("30.1", "abcdefg"),
            ("30.2", "abcd"),
        ],
    )
    def test_no_point_of_the_articles_is_forgotten(self, article: str, points: str) -> None:
        """Every point that asks for a statement is cited by some duty."""
        everything = {
            str(one)
            for duty in duties()
            for one in (*duty.collected, *duty.obtained, *duty.record, *duty.processor_record)
        }

        assert {f"gdpr:{article}.{point}" for point in points} <= everything

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2018, 5, 24), 0),
            (date(2018, 5, 25), len(STATED)),
            (date(2018, 5, 26), len(STATED)),
            (LAST_READ, len(STATED)),
        ],
    )
    def test_the_duties_hold_from_the_day_the_gdpr_applies(self, day: date, expected: int) -> None:
        """The day before it none holds; on it and after it all do."""
        actual = at(duties(), day)

        assert expected == len(actual)


class TestTable:
    """The table of duties is whole."""

    def test_no_duty_stands_twice(self) -> None:
        """Each id names one duty and one check."""
        expected = len(duties())

        assert expected == len({duty.id for duty in duties()})

    @every_duty
    def test_the_condition_is_one_that_the_checks_know(self, duty: Duty) -> None:
        """A condition that nobody can judge would silence the duty."""
        assert duty.condition in CONDITIONS

    def test_every_condition_is_needed(self) -> None:
        """The checks know no condition that no duty has."""
        expected = {duty.condition for duty in duties()}

        assert expected == set(CONDITIONS)

    @every_duty
    def test_what_it_asks_are_lists_of_things(self, duty: Duty) -> None:
        """``each`` leads from the register, list by list, to parts that are asked one by one; a party may be told by its id."""
        asked = [list(classes_at(Register, place.split("."))) for place in duty.each]
        parts = [[one for one in found if issubclass(one, Part)] for found in asked]

        assert all(parts)
        assert {one for found in asked for one in found if not issubclass(one, Part)} <= {str}

    @every_duty
    def test_what_it_looks_for_are_fields_of_the_model(self, duty: Duty) -> None:
        """Each path of ``states`` leads to a field; otherwise the duty could never be met."""
        found = [one for place in duty.each for one in classes_at(Register, place.split("."))]
        asked = [one for one in found if issubclass(one, Part)]
        lost = [place for place in duty.states for root in asked or [Register] if not fields_at(root, place)]

        assert duty.states
        assert not lost

    @every_duty
    def test_what_can_be_stated_for_all_are_fields_of_the_register(self, duty: Duty) -> None:
        """``for_all`` is only for duties that ask item by item, and leads to fields too."""
        assert duty.each or not duty.for_all
        assert not [place for place in duty.for_all if not fields_at(Register, place)]

    @every_duty
    def test_the_rights_it_looks_for_are_terms(self, duty: Duty) -> None:
        """``rights[access]`` names a right of the vocabulary."""
        names = [place.partition("[")[2].rstrip("]") for place in duty.states if place.startswith("rights[")]
        found = [lookup(name) for name in names]

        assert all(term is not None and "right" in term.kinds for term in found)

    @every_duty
    def test_the_facts_were_read_somewhere_and_checked(self, duty: Duty) -> None:
        """Each duty names its source, the day on which it was compared with it, and how sure it is."""
        assert duty.source
        assert date(2026, 1, 1) <= duty.checked_on <= LAST_READ
        assert duty.confidence in {"high", "medium", "low"}

    @every_duty
    def test_the_days_are_in_order(self, duty: Duty) -> None:
        """No duty ends before it begins."""
        assert duty.valid_from <= (duty.valid_until or date.max)
