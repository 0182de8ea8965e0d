from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given

from rekisteri import model, retention
from rekisteri.errors import InvalidValue
from rekisteri.law import Provision
from rekisteri.model import (
    Area,
    Article9Condition,
    AutomatedDecision,
    Controller,
    DataCategory,
    Disclosure,
    DisclosureRole,
    Email,
    Exemption,
    Ground,
    Internal,
    LegalBasis,
    Medium,
    Party,
    PartyKind,
    Procedure,
    ProcessingActivity,
    Processor,
    Purpose,
    Recipient,
    Register,
    Requirement,
    RequirementKind,
    Right,
    Section,
    SecurityMeasure,
    Source,
    Suppression,
    Tracker,
    Transfer,
    Way,
)
from rekisteri.part import Part, Shape, shapes
from rekisteri.retention import (
    Deadline,
    ErasureRule,
    FinancialYear,
    Last,
    LawVersion,
    MonthDay,
    OrderAssumption,
    Period,
    Reason,
    RetentionRule,
    Round,
    Start,
)
from rekisteri.testing import registers
from rekisteri.vocabulary import term
from rekisteri.words import Audience, Words

WORDS = Words(fi="oma sanamuoto")
DAY = date(2026, 11, 22)
ANY_TIME = datetime(2026, 11, 22)  # noqa: DTZ001  # any datetime will do
PERIOD = Period(years=6)

EXAMPLES: dict[type[Part], dict[str, Any]] = {  # the least that makes sense of each class
    AutomatedDecision: {"what": WORDS},
    Controller: {"name": "Esimerkki Oy"},
    DataCategory: {"name": WORDS},
    Disclosure: {"name": "Esimerkki Oy"},
    Email: {"written": "nimi(at)example.fi"},
    ErasureRule: {"trigger": WORDS},
    Exemption: {"provision": Provision.parse("gdpr:14.5.b")},
    FinancialYear: {"start": DAY, "end": DAY},
    Internal: {"notes": "muistiinpano"},
    Last: {"forever": True},
    LawVersion: {"period": PERIOD},
    LegalBasis: {"ground": Ground.CONSENT},
    OrderAssumption: {"earlier": WORDS, "later": WORDS},
    Party: {"name": "Maija Esimerkki"},
    Procedure: {"refusal": WORDS},
    ProcessingActivity: {"tasks": (WORDS,)},
    Processor: {"name": "Esimerkki Oy"},
    Purpose: {"aims": (WORDS,)},
    Reason: {"decision": WORDS},
    Recipient: {"name": "Esimerkki Oy"},
    Register: {"name": "Asiakasrekisteri"},
    Requirement: {"kind": RequirementKind.NONE},
    RetentionRule: {"period": PERIOD},
    Right: {"right": WORDS},
    Section: {"heading": "Rekisterin nimi"},
    SecurityMeasure: {"measure": WORDS},
    Source: {"origin": WORDS},
    Start: {"event": WORDS},
    Suppression: {"check": "retention-missing", "reason": "päätetään ensi kuussa"},
    Tracker: {"name": "Mittari"},
    Transfer: {"regular": True},
    Way: {"signed": True},
    Words: {"fi": "oma sanamuoto"},
}

BESIDE: dict[tuple[type[Part], str], dict[str, Any]] = {  # what stands beside a list that the example would contradict
    (Last, "round"): {"period": PERIOD},
    (Last, "later"): {},
    (Last, "earlier"): {},
    (Last, "first_known"): {},
    (Last, "versions"): {},
}

NONE_ALLOWED = {
    ("Processor", "sub_processors"),
    ("Register", "automated_decisions"),
    ("Register", "disclosures"),
    ("Register", "dpos"),
    ("Register", "manual_material"),
    ("Register", "processors"),
    ("Register", "representatives"),
    ("Register", "requirements"),
    ("Register", "tracking"),
    ("Register", "transfers"),
}

REQUIRED = {
    ("AutomatedDecision", "what"),
    ("Email", "written"),
    ("ErasureRule", "trigger"),
    ("Exemption", "provision"),
    ("FinancialYear", "end"),
    ("FinancialYear", "start"),
    ("LawVersion", "period"),
    ("OrderAssumption", "earlier"),
    ("OrderAssumption", "later"),
    ("ProcessingActivity", "tasks"),
    ("Purpose", "aims"),
    ("Requirement", "kind"),
    ("Right", "right"),
    ("Section", "heading"),
    ("SecurityMeasure", "measure"),
    ("Source", "origin"),
    ("Start", "event"),
    ("Suppression", "check"),
    ("Suppression", "reason"),
}

DEFAULTED = {  # what is never silent: something stands there if nothing is said
    ("Controller", "audience"),
    ("DataCategory", "may"),
    ("DataCategory", "more"),
    ("Disclosure", "audience"),
    ("Disclosure", "may"),
    ("ErasureRule", "audience"),
    ("ErasureRule", "denied"),
    ("OrderAssumption", "denied"),
    ("Party", "audience"),
    ("Processor", "audience"),
    ("Processor", "may"),
    ("Purpose", "may"),
    ("ProcessingActivity", "more"),
    ("Purpose", "more"),
    ("Recipient", "audience"),
    ("Recipient", "may"),
    ("Register", "no_other_disclosures"),
    ("Register", "no_other_transfers"),
    ("Requirement", "more"),
    ("RetentionRule", "audience"),
    ("Right", "given"),
    ("Section", "audience"),
    ("SecurityMeasure", "audience"),
    ("Source", "may"),
    ("Tracker", "more"),
    ("Transfer", "may"),
    ("Way", "self_service"),
}

SAMPLES: list[Any] = [  # one of them fits any field
    *(cls(**fields) for cls, fields in EXAMPLES.items()),
    Provision.parse("gdpr:6.1.f"),
    Deadline(),
    MonthDay(12, 31),
    *(next(iter(words)) for words in (Area, Article9Condition, Audience, DisclosureRole, Ground, Medium, PartyKind)),
    RequirementKind.NONE,
    Round.YEAR,
    DAY,
    True,
    "FI",
    "fi",
    "controller",
]

FIELDS = [(cls, shape) for cls in EXAMPLES for shape in shapes(cls)]


def named(*fields: tuple[type[Part], Shape]) -> list[Any]:
    """Fields as parameters, each called by its class and its name."""
    return [pytest.param(cls, shape, id=f"{cls.__name__}.{shape.name}") for cls, shape in fields]


def takes(shape: Shape, *types: type) -> bool:
    """Whether a field takes one of these types."""
    return any(choice.type in types for choice in shape.choices)


def refusal(cls: Callable[..., object], **fields: Any) -> str:
    """The message with which an object is refused."""
    with pytest.raises(InvalidValue) as caught:
        cls(**fields)
    return str(caught.value)


def sample(shape: Shape) -> Any:
    """A value that fits a field (that fits its list, if it is one)."""
    return next(value for value in SAMPLES if shape.problem(value) is None)


every_class = pytest.mark.parametrize("cls", EXAMPLES, ids=lambda cls: cls.__name__)
every_list = pytest.mark.parametrize(("cls", "shape"), named(*(pair for pair in FIELDS if pair[1].many)))
every_single = pytest.mark.parametrize(("cls", "shape"), named(*(pair for pair in FIELDS if not pair[1].many)))


class TestEveryClass:
    """What all classes of the model promise."""

    def test_every_class_has_an_example(self) -> None:
        """A new class of the model is tested here as soon as it is there."""
        public = [getattr(room, name) for room in (model, retention) for name in room.__all__]

        expected = {cls for cls in public if isinstance(cls, type) and issubclass(cls, Part)} | {Words}

        assert expected == set(EXAMPLES)

    @every_class
    def test_fields_are_given_by_name(self, cls: Callable[..., object]) -> None:
        """Nobody has to remember the order of thirty fields."""
        with pytest.raises(TypeError):
            cls("Asiakasrekisteri")

    @every_class
    def test_an_unknown_field_is_refused(self, cls: type[Part]) -> None:
        """A slip in a field's name loses nothing silently."""
        with pytest.raises(TypeError):
            cls(**{**EXAMPLES[cls], "colour": "red"})

    @every_class
    def test_objects_cannot_be_changed(self, cls: type[Part]) -> None:
        """Objects are frozen: what was checked stays checked."""
        made = cls(**EXAMPLES[cls])
        name = next(iter(EXAMPLES[cls]))

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, name, EXAMPLES[cls][name])

    @every_class
    def test_objects_are_values(self, cls: type[Part]) -> None:
        """Equal objects are one in a set."""
        expected = {cls(**EXAMPLES[cls])}

        assert expected == {cls(**EXAMPLES[cls]), attrs.evolve(cls(**EXAMPLES[cls]))}

    @every_list
    @pytest.mark.parametrize("make", [list, lambda items: (item for item in items)], ids=["list", "generator"])
    def test_any_iterable_becomes_a_tuple(
        self, cls: type[Part], shape: Shape, make: Callable[[Iterable[Any]], Any]
    ) -> None:
        """Every list of every class takes lists and generators alike."""
        items = (sample(shape),)
        others = BESIDE.get((cls, shape.name), EXAMPLES[cls])
        made = cls(**{**others, shape.name: make(items)})

        assert items == getattr(made, shape.name)

    @every_list
    def test_a_string_is_no_list(self, cls: type[Part], shape: Shape) -> None:
        """A string is never read as a list of its letters."""
        expected = f"{cls.__name__}: {shape.name}: found “tilaukset”, expected {shape.whole(python=True)}"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: "tilaukset"})

    @every_list
    @pytest.mark.parametrize("item", [None, {"fi": "oma"}])
    def test_each_item_is_judged(self, cls: type[Part], shape: Shape, item: object) -> None:
        """What does not belong into a list is named by its place."""
        actual = refusal(cls, **{**EXAMPLES[cls], shape.name: [sample(shape), item]})

        assert actual.startswith(f"{cls.__name__}: {shape.name}[1]: found ")

    def test_an_empty_list_is_a_statement_only_where_there_can_be_none(self) -> None:
        """“There are none” can be said of these; elsewhere silence is meant, and an empty list is refused."""
        empties = set()
        for cls, shape in FIELDS:
            if shape.many:
                try:
                    made = cls(**{**EXAMPLES[cls], shape.name: []})
                except InvalidValue:
                    continue
                empties.add((cls.__name__, shape.name))
                assert getattr(made, shape.name) == ()

        assert empties == NONE_ALLOWED

    def test_only_what_an_object_means_nothing_without_is_required(self) -> None:
        """Real documents leave much unsaid, so little is required."""
        required = {(cls.__name__, shape.name) for cls, shape in FIELDS if shape.required}

        assert required == REQUIRED

    @pytest.mark.parametrize(("cls", "shape"), named(*(pair for pair in FIELDS if pair[1].required)))
    def test_silence_is_refused_where_something_is_required(self, cls: type[Part], shape: Shape) -> None:
        """None is not enough for a required field, and leaving it out is no better."""
        expected = f"{cls.__name__}: {shape.name}: found null, expected {shape.whole(python=True)}"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: None})
        with pytest.raises(TypeError):
            cls(**{name: value for name, value in EXAMPLES[cls].items() if name != shape.name})

    def test_a_field_with_a_default_may_be_silent_or_not(self) -> None:
        """Most fields may be silent; these say something even if they are left out."""
        defaulted = {(cls.__name__, shape.name) for cls, shape in FIELDS if not shape.required and not shape.optional}

        assert defaulted == DEFAULTED

    @pytest.mark.parametrize(
        ("cls", "shape"), named(*(p for p in FIELDS if not p[1].required and p[1].default is not None))
    )
    def test_silence_is_refused_where_a_default_speaks(self, cls: type[Part], shape: Shape) -> None:
        """“May be”, “denied” and the audience are told or left out; None would be neither yes nor no."""
        expected = f"{cls.__name__}: {shape.name}: found null, expected {shape.in_python()}"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: None})

    @pytest.mark.parametrize(
        ("cls", "shape"), named(*(p for p in FIELDS if p[1].optional and p[1].name not in EXAMPLES[p[0]]))
    )
    def test_silence_may_be_written_where_it_is_the_default(self, cls: type[Part], shape: Shape) -> None:
        """Giving None to a field that may be silent is the same as leaving it out."""
        expected = cls(**EXAMPLES[cls])

        assert expected == cls(**{**EXAMPLES[cls], shape.name: None})

    @every_single
    @pytest.mark.parametrize("value", [5, (), {"fi": "oma"}])
    def test_a_value_of_the_wrong_type_is_refused(self, cls: type[Part], shape: Shape, value: object) -> None:
        """No single field takes a number, a list or raw JSON."""
        expected = f", expected {shape.in_python()}"

        actual = refusal(cls, **{**EXAMPLES[cls], shape.name: value})

        assert actual.startswith(f"{cls.__name__}: {shape.name}: found ")
        assert actual.endswith(expected)

    @pytest.mark.parametrize(("cls", "shape"), named(*(p for p in FIELDS if not p[1].many and not takes(p[1], bool))))
    def test_true_is_refused_where_no_truth_is_asked(self, cls: type[Part], shape: Shape) -> None:
        """True is no text, no day and no number."""
        expected = f"{cls.__name__}: {shape.name}: found true, expected {shape.in_python()}"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: True})

    @pytest.mark.parametrize(("cls", "shape"), named(*(pair for pair in FIELDS if takes(pair[1], date))))
    def test_a_moment_is_no_day(self, cls: type[Part], shape: Shape) -> None:
        """A datetime is refused where a day is asked, since its hour would be lost."""
        expected = f"{cls.__name__}: {shape.name}: found a value of type datetime, expected a datetime.date"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: ANY_TIME})

    @pytest.mark.parametrize(("cls", "shape"), named(*(pair for pair in FIELDS if takes(pair[1], bool))))
    @pytest.mark.parametrize(("value", "found"), [("no", "“no”"), (0, "the number 0"), (1, "the number 1")])
    def test_only_true_and_false_are_truths(self, cls: type[Part], shape: Shape, value: object, found: str) -> None:
        """“no” is not true, and 1 is not true either."""
        expected = f"{cls.__name__}: {shape.name}: found {found}, expected true or false"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: value})

    @pytest.mark.parametrize(
        ("cls", "shape"),
        named(*(pair for pair in FIELDS if any(issubclass(choice.type, enum.Enum) for choice in pair[1].choices))),
    )
    def test_a_fixed_word_is_its_own_kind_of_value(self, cls: type[Part], shape: Shape) -> None:
        """A word that the list does not have is refused, and the list is told as it is written in Python."""
        (words,) = [choice.type for choice in shape.choices if issubclass(choice.type, enum.Enum)]
        members = ", ".join(f"{words.__name__}.{word.name}" for word in words)
        value = ["nonsense"] if shape.many else "nonsense"
        place = f"{shape.name}[0]" if shape.many else shape.name

        expected = f"{cls.__name__}: {place}: found “nonsense”, expected one of {members}"

        assert expected == refusal(cls, **{**EXAMPLES[cls], shape.name: value})


class TestMessages:
    """Messages, word by word."""

    CASES: tuple[tuple[type[Part], dict[str, Any], str], ...] = (
        (Register, {"name": ""}, "name: found an empty text, expected some text"),
        (Register, {"name": True}, "name: found true, expected text"),
        (Register, {"version": 1}, "version: found the number 1, expected text"),
        (Register, {"drafted": ANY_TIME}, "drafted: found a value of type datetime, expected a datetime.date"),
        (Register, {"drafted": "22.11.2026"}, "drafted: found “22.11.2026”, expected a datetime.date"),
        (Register, {"language": "de"}, "language: found “de”, expected a language: “fi”, “sv” or “en”"),
        (
            Register,
            {"purposes": {"aims": ["orders"]}},
            "purposes: found an object, expected a list of objects (Purpose)",
        ),
        (Register, {"purposes": "orders"}, "purposes: found “orders”, expected a list of objects (Purpose)"),
        (
            Register,
            {"purposes": ()},
            "purposes: found an empty list, expected a list of objects (Purpose) with something in it; to say nothing, leave it out",
        ),
        (
            Register,
            {"controllers": [Party(id="shop", name="Esimerkki Oy")]},
            "controllers[shop]: found a value of type Party, expected the id of a Party or an object (Controller)",
        ),
        (
            Register,
            {"prepared_under": ["gdpr"]},
            "prepared_under[0]: found “gdpr”, expected a Provision made by Provision.parse, from a citation such as “gdpr:13.2.a”, “kpl:2/10.2”, “tsl:29.5” or “523/1999”",
        ),
        (
            Register,
            {"financial_year_end": "12-31"},
            "financial_year_end: found “12-31”, expected a MonthDay made by MonthDay.parse, from a month and a day, such as “12-31”",
        ),
        (
            Purpose,
            {"aims": ["orders"]},
            "aims[0]: found “orders”, expected words, such as term(“…”) or Words(fi=“…”)",
        ),
        (
            Purpose,
            {"aims": [Words(term="ordrs")]},
            "aims[0]: found the unknown term “ordrs”, expected a term of kind aim, or own wording, such as {“fi”: “…”} (did you mean “orders”?)",
        ),
        (
            Purpose,
            {"id": "Orders", "aims": [WORDS]},
            "id: found “Orders”, expected an id of small letters, digits and single hyphens, not only digits, such as “customer-data”",
        ),
        (
            Party,
            {"country": "Finland"},
            "country: found “Finland”, expected a country's two-letter code (ISO 3166-1) such as “FI”",
        ),
        (
            Party,
            {"country": "fi"},
            "country: found “fi”, expected a country's two-letter code (ISO 3166-1) such as “FI”",
        ),
        (
            Party,
            {"phones": "+358 29 566 6700"},
            "phones: found “+358 29 566 6700”, expected a list of texts",
        ),
        (
            Party,
            {"emails": ()},
            "emails: found an empty list, expected a list of texts or objects (Email) with something in it; to say nothing, leave it out",
        ),
        (
            Party,
            {"name": "Esimerkki Oy", "audience": None},
            "audience: found null, expected one of Audience.BOTH, Audience.NOTICE, Audience.RECORD",
        ),
        (Disclosure, {"data": "customer"}, "data: found “customer”, expected a list of ids of DataCategory"),
        (Right, {"right": WORDS, "given": None}, "given: found null, expected true or false"),
        (
            RetentionRule,
            {"limit": "maximum"},
            "limit: found “maximum”, expected one of Limit.MINIMUM, Limit.MAXIMUM, Limit.EXACT, Limit.CLAIM, Limit.FOR",
        ),
        (
            Register,
            {"purposes": [Purpose(id="shop", aims=[WORDS]), Party(id="shop", name="Esimerkki Oy")]},
            "purposes[1]: found a value of type Party, expected an object (Purpose)",
        ),
        (
            Email,
            {"written": "nimi@example.fi", "usable": "nimi@example.fi"},
            "usable: found the written form again, expected plain text instead of an object, since they are the same",
        ),
        (DataCategory, {"id": "empty"}, "found a category of nothing, expected at least “name” or “items”"),
        (
            LegalBasis,
            {},
            "found an object that says nothing, expected at least one of “ground”, “about”, “interest”, “provisions”, “own_consent_from” or “words”",
        ),
    )

    @pytest.mark.parametrize(("cls", "fields", "expected"), CASES)
    def test_a_message_says_where_what_and_what_instead(
        self, cls: type[Part], fields: dict[str, Any], expected: str
    ) -> None:
        """Messages are plain words that a person can act upon."""
        assert f"{cls.__name__}: {expected}" == refusal(cls, **fields)

    @pytest.mark.parametrize(
        ("cls", "fields", "first"),
        [
            (Controller, {}, "name"),
            (Disclosure, {"regular": True}, "to"),
            (Disclosure, {"id": "bank", "may": True, "audience": Audience.NOTICE}, "to"),
            (Internal, {}, "owner"),
            (LegalBasis, {}, "ground"),
            (Party, {}, "name"),
            (Party, {"id": "shop", "audience": Audience.NOTICE}, "name"),
            (Procedure, {}, "ways"),
            (Processor, {"id": "printer", "may": True}, "to"),
            (Tracker, {}, "service"),
            (Tracker, {"more": True}, "service"),
            (Way, {}, "channel"),
        ],
    )
    def test_a_part_that_says_nothing_is_refused(self, cls: type[Part], fields: dict[str, Any], first: str) -> None:
        """An id, or what only qualifies the rest, is no statement; the fields that are one are told."""
        actual = refusal(cls, **fields)

        assert actual.startswith(
            f"{cls.__name__}: found an object that says nothing, expected at least one of “{first}”, “"
        )

    def test_a_bad_value_is_no_nonsense(self) -> None:
        """A register may be unlawful: a wrong check digit, a missing basis or a repealed act is for the checks to find."""
        register = Register(
            prepared_under=[Provision.parse("hetil")],
            controllers=[Controller(business_id="1234567-9", emails=["ei osoite"])],
            purposes=[Purpose(aims=[WORDS])],
        )

        assert register.purposes is not None
        assert register.purposes[0].legal_bases is None

    def test_an_empty_register_says_nothing_and_is_none_the_worse(self) -> None:
        """A register that says nothing can be built, and nothing is asserted from it."""
        said = {field.name: getattr(Register(), field.name) for field in attrs.fields(Register)}

        expected = {"no_other_disclosures": False, "no_other_transfers": False}

        assert expected == {name: value for name, value in said.items() if value is not None}


class TestReferences:
    """Ids within a register."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                {"contacts": ["tsvv"], "authorities": [Party(id="tsv", name="Tietosuojavaltuutetun toimisto")]},
                "contacts[0]: found the id “tsvv”, which nothing in the register has, expected the id of a Party (did you mean “tsv”?)",
            ),
            (
                {"contacts": ["somebody"]},
                "contacts[0]: found the id “somebody”, which nothing in the register has, expected the id of a Party",
            ),
            (
                {"contacts": ["orders"], "purposes": [Purpose(id="orders", aims=[WORDS])]},
                "contacts[0]: found the id “orders”, which is a Purpose, expected the id of a Party",
            ),
            (
                {
                    "data": [DataCategory(id="customer", name=WORDS, purposes=["order"])],
                    "purposes": [Purpose(id="orders", aims=[WORDS])],
                },
                "data[customer].purposes[0]: found the id “order”, which nothing in the register has, expected the id of a Purpose (did you mean “orders”?)",
            ),
            (
                {
                    "retention": [RetentionRule(period=PERIOD, data=["customers"])],
                    "data": [DataCategory(id="customer", name=WORDS)],
                },
                "retention[0].data[0]: found the id “customers”, which nothing in the register has, expected the id of a DataCategory (did you mean “customer”?)",
            ),
            (
                {"rights": [Right(right=WORDS, procedure=Procedure(ways=[Way(signed=True), Way(to=["desk"])]))]},
                "rights[0].procedure.ways[1].to[0]: found the id “desk”, which nothing in the register has, expected the id of a Party",
            ),
            (
                {"internal": Internal(owner="boss")},
                "internal.owner: found the id “boss”, which nothing in the register has, expected the id of a Party",
            ),
            (
                {
                    "authorities": [Party(id="tsv", name="Tietosuojavaltuutetun toimisto")],
                    "purposes": [Purpose(id="tsv", aims=[WORDS])],
                },
                "purposes[tsv].id: found “tsv”, the id of authorities[tsv] already, expected an id of its own",
            ),
            (
                {
                    "processors": [
                        Processor(
                            id="host", name="Esimerkki Oy", sub_processors=[Processor(id="host", name="Toinen Oy")]
                        )
                    ]
                },
                "processors[host].sub_processors[host].id: found “host”, the id of processors[host] already, expected an id of its own",
            ),
        ],
    )
    def test_every_id_names_one_part_and_every_reference_leads_to_one(
        self, fields: dict[str, Any], expected: str
    ) -> None:
        """A dangling reference, one to a part of another class, and an id that stands twice are refused."""
        assert f"Register: {expected}" == refusal(Register, **fields)

    def test_all_of_them_are_told_at_once(self) -> None:
        """Repeated ids come first, then references, in the order of the register."""
        expected = (
            "Register: 3 problems\n"
            "  purposes[1].id: found “a”, the id of purposes[0] already, expected an id of its own\n"
            "  contacts[0]: found the id “b”, which nothing in the register has, expected the id of a Party\n"
            "  contacts[1]: found the id “a”, which is a Purpose, expected the id of a Party"
        )

        assert expected == refusal(
            Register, contacts=["b", "a"], purposes=[Purpose(id="a", aims=[WORDS]), Purpose(id="a", aims=[WORDS])]
        )

    def test_a_controller_is_a_party(self) -> None:
        """Who asks for a party may name a controller, from before or after it stands in the register."""
        register = Register(
            controllers=[Controller(id="shop", name="Esimerkki Oy")],
            contacts=["shop"],
            internal=Internal(owner="shop"),
        )

        expected = ("shop",)

        assert expected == register.contacts

    def test_a_part_may_lack_an_id(self) -> None:
        """Ids are needed only by what is referred to, so many parts may have none."""
        register = Register(purposes=[Purpose(aims=[WORDS]), Purpose(aims=[WORDS])])

        expected = [None, None]

        assert expected == [purpose.id for purpose in register.purposes or ()]

    @given(registers())
    def test_a_register_built_again_is_the_same(self, register: Register) -> None:
        """Any register, with ids and references in it, can be rebuilt from its fields and counts as one in a set."""
        fields = {field.name: getattr(register, field.name) for field in attrs.fields(Register)}

        assert {register} == {register, Register(**fields)}


class TestLegalBasis:
    """The short constructors of legal bases."""

    @pytest.mark.parametrize(
        ("basis", "ground"),
        [
            (LegalBasis.consent(), Ground.CONSENT),
            (LegalBasis.contract(), Ground.CONTRACT),
            (LegalBasis.legal_obligation(), Ground.LEGAL_OBLIGATION),
            (LegalBasis.vital_interests(), Ground.VITAL_INTERESTS),
            (LegalBasis.public_task(), Ground.PUBLIC_TASK),
            (LegalBasis.legitimate_interests(), Ground.LEGITIMATE_INTERESTS),
        ],
    )
    def test_each_names_its_ground_and_nothing_else(self, basis: LegalBasis, ground: Ground) -> None:
        """What was not said stays unsaid."""
        assert LegalBasis(ground=ground) == basis

    def test_there_is_one_for_each_point_of_article_6(self) -> None:
        """The grounds stand in the order of Art. 6(1)(a)-(f)."""
        expected = [
            "consent",
            "contract",
            "legal-obligation",
            "vital-interests",
            "public-task",
            "legitimate-interests",
        ]

        assert expected == [ground.value for ground in Ground]

    @pytest.mark.parametrize("build", [LegalBasis.legal_obligation, LegalBasis.public_task])
    def test_the_law_behind_it_may_be_text(self, build: Callable[..., LegalBasis]) -> None:
        """Citations may be given as they are written, or as provisions."""
        vouchers, vat = Provision.parse("kpl:2/10.2"), Provision.parse("avl:209n")

        expected = (vouchers, vat)

        assert expected == build("kpl:2/10.2", vat).provisions

    def test_a_law_that_is_no_citation_is_refused(self) -> None:
        """A slip in a citation is found where it is written."""
        expected = "citation: found the act “kpll”, expected a known act or an act's number (did you mean “kpl”?)"

        assert expected == refusal(lambda: LegalBasis.legal_obligation("kpll:2/10.2"))

    def test_the_interest_is_kept(self) -> None:
        """Which interest is legitimate must be stated (Art. 13(1)(d))."""
        interest = Words(fi="asiakassuhteen hoitaminen")

        expected = LegalBasis(ground=Ground.LEGITIMATE_INTERESTS, interest=interest)

        assert expected == LegalBasis.legitimate_interests(interest)


def test_the_conditions_of_article_9_stand_in_its_order() -> None:
    """Points (a) to (j) of Art. 9(2), ten in all."""
    expected = [
        "explicit-consent",
        "employment-and-social-protection",
        "vital-interests",
        "not-for-profit-body",
        "made-public",
        "legal-claims",
        "substantial-public-interest",
        "health-or-social-care",
        "public-health",
        "archiving-research-statistics",
    ]

    assert expected == [condition.value for condition in Article9Condition]


class TestRegister:
    """Finding the parts of a register."""

    SHOP = Controller(id="shop", name="Esimerkki Oy")
    CLERK = Party(id="clerk", name="Maija Esimerkki", emails=["maija@example.fi"])
    DESK = Party(called=Words(fi="asiakaspalvelu"))
    ORDERS = Purpose(id="orders", aims=[term("orders")])
    CUSTOMER = DataCategory(id="customer", items=[term("name")], purposes=["orders"])

    REGISTER = Register(
        controllers=[SHOP],
        contacts=[CLERK, DESK, "shop"],
        dpos=["clerk"],
        representatives=(),
        purposes=[Purpose(aims=[WORDS]), ORDERS],
        data=[CUSTOMER],
    )

    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            ("controllers", (SHOP,)),
            ("contacts", (CLERK, DESK, SHOP)),
            ("dpos", (CLERK,)),
            ("representatives", ()),
            ("authorities", ()),
        ],
    )
    def test_the_parties_of_a_role_are_resolved(self, role: str, expected: tuple[Party, ...]) -> None:
        """References become the parties they name, in their order; none and silence give none."""
        assert expected == self.REGISTER.parties(role)

    @pytest.mark.parametrize(("id", "expected"), [("shop", SHOP), ("clerk", CLERK)])
    def test_a_party_is_found_by_its_id(self, id: str, expected: Party) -> None:
        """Whatever list a party stands in, its id leads to it."""
        assert expected is self.REGISTER.party(id)

    @pytest.mark.parametrize(
        "role", ["kept_by", "controllers", "contacts", "dpos", "representatives", "authorities", "others"]
    )
    def test_a_party_is_found_in_any_list(self, role: str) -> None:
        """All five lists of parties are looked through."""
        party = self.SHOP if role == "controllers" else self.CLERK
        register = Register(**{role: [party]})  # type: ignore[arg-type]  # a list of parties

        assert party is register.party(str(party.id))

    def test_a_controller_stands_among_the_controllers(self) -> None:
        """In another list it is told by its id: as an object it would lose what only controllers have."""
        with pytest.raises(InvalidValue, match="found a value of type Controller"):
            Register(contacts=[self.SHOP])

    @pytest.mark.parametrize("path", ["nowhere", "name[0]", "contacts[5]", "contacts[clerk].web", "party", ""])
    def test_a_section_covers_only_what_is_there(self, path: str) -> None:
        """A path in ``covered`` that leads nowhere would make its words vanish."""
        with pytest.raises(InvalidValue, match=r"expected (the path of something the register says|some text)"):
            Register(contacts=[self.CLERK], sections=[Section(heading="Muuta", text="Kahvia.", covered=[path])])

    def test_a_purpose_and_a_category_are_found_by_their_ids(self) -> None:
        """Ids lead to purposes and to data categories."""
        assert self.ORDERS is self.REGISTER.purpose("orders")
        assert self.CUSTOMER is self.REGISTER.category("customer")

    @pytest.mark.parametrize("find", [Register.party, Register.purpose, Register.category])
    @pytest.mark.parametrize("register", [REGISTER, Register()], ids=["full", "empty"])
    def test_an_unknown_id_is_a_key_error(self, find: Callable[[Register, str], object], register: Register) -> None:
        """A part that is not there is not found, nor one of another class."""
        with pytest.raises(KeyError):
            find(register, "nowhere")

    def test_ids_of_other_classes_are_not_found(self) -> None:
        """The id of a purpose names no party."""
        with pytest.raises(KeyError):
            self.REGISTER.party("orders")


class TestSection:
    """Sections, and the words that no field holds."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, None),
            ({"text": "Kaikki."}, "Kaikki."),
            ({"text": "Kaikki.", "covered": ["name"]}, None),
            ({"text": "Kaikki. Loput.", "rest": "Loput."}, "Loput."),
            ({"text": "Kaikki. Loput.", "covered": ["name"], "rest": "Loput."}, "Loput."),
        ],
    )
    def test_the_free_words_are_those_that_no_field_holds(self, fields: dict[str, Any], expected: str | None) -> None:
        """All of the text, if nothing became a field; else the rest, if there is one."""
        assert expected == Section(heading="Otsikko", **fields).free_words

    def test_what_a_section_is_about_is_one_of_a_list(self) -> None:
        """A slip is refused, and the nearest is offered."""
        actual = refusal(Section, heading="Otsikko", about=["retetnion"])

        assert actual.startswith(
            "Section: about[0]: found “retetnion”, expected what a section is about: “controller”, "
        )
        assert actual.endswith(" (did you mean “retention”?)")


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (Party, Audience.BOTH),
        (Controller, Audience.BOTH),
        (Processor, Audience.BOTH),
        (Disclosure, Audience.BOTH),
        (RetentionRule, Audience.BOTH),
        (ErasureRule, Audience.BOTH),
        (Section, Audience.BOTH),
        (SecurityMeasure, Audience.RECORD),
    ],
)
def test_only_security_is_kept_from_the_notice_by_default(cls: type[Part], expected: Audience) -> None:
    """Detail of security helps attackers, so it is for the record unless the register says otherwise."""
    made: Any = cls(**EXAMPLES[cls])

    assert expected is made.audience
