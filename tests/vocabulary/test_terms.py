from __future__ import annotations

import re
import typing
from collections import Counter
from collections.abc import Callable

import attrs
import pytest

from rekisteri.errors import UnknownName
from rekisteri.law import Provision, adequacy_decisions, standard_clauses
from rekisteri.tables import read_tables
from rekisteri.vocabulary import Kind, Term, fields, lookup, term, terms, unreviewed
from rekisteri.vocabulary.terms import named
from rekisteri.words import LANGUAGES, Words

SPECIAL_CATEGORIES = {  # GDPR 9(1), in its order
    "racial-origin",
    "ethnic-origin",
    "political-opinions",
    "religious-beliefs",
    "philosophical-beliefs",
    "trade-union-membership",
    "genetic-data",
    "biometric-data",
    "health",
    "sex-life",
    "sexual-orientation",
}

RIGHTS = [
    ("access", "gdpr:15"),
    ("rectification", "gdpr:16"),
    ("erasure", "gdpr:17"),
    ("restriction", "gdpr:18"),
    ("recipient-notification", "gdpr:19"),
    ("portability", "gdpr:20"),
    ("objection", "gdpr:21"),
    ("marketing-objection", "gdpr:21.2"),
    ("automated-decisions", "gdpr:22"),
    ("withdraw-consent", "gdpr:7.3"),
    ("complaint", "gdpr:77.1"),
    ("remedy-against-authority", "gdpr:78"),
    ("judicial-remedy", "gdpr:79"),
]

SAFEGUARDS = [
    ("adequacy-decision", "gdpr:45.3"),
    ("data-privacy-framework", "gdpr:45.3"),
    ("privacy-shield", "gdpr:45.3"),
    ("safe-harbor", "gdpr:45.3"),
    ("legal-instrument", "gdpr:46.2.a"),
    ("binding-corporate-rules", "gdpr:46.2.b"),
    ("standard-clauses", "gdpr:46.2.c"),
    ("former-standard-clauses", "gdpr:46.2.c"),
    ("authority-clauses", "gdpr:46.2.d"),
    ("code-of-conduct", "gdpr:46.2.e"),
    ("certification", "gdpr:46.2.f"),
    ("ad-hoc-clauses", "gdpr:46.3.a"),
    ("administrative-arrangement", "gdpr:46.3.b"),
    ("derogation-explicit-consent", "gdpr:49.1.a"),
    ("derogation-contract", "gdpr:49.1.b"),
    ("derogation-contract-interest", "gdpr:49.1.c"),
    ("derogation-public-interest", "gdpr:49.1.d"),
    ("derogation-legal-claims", "gdpr:49.1.e"),
    ("derogation-vital-interests", "gdpr:49.1.f"),
    ("derogation-public-register", "gdpr:49.1.g"),
    ("derogation-compelling-interests", "gdpr:49.1.sub2"),
]

EVENTS = [entry for entry in terms().values() if "event" in entry.kinds]

every_event = pytest.mark.parametrize("entry", EVENTS, ids=lambda entry: entry.id)


def strays(fits: Callable[[Term], object]) -> list[str]:
    """The terms that do not keep a rule."""
    return [id for id, entry in terms().items() if not fits(entry)]


def field_kinds() -> dict[str, tuple[str, ...]]:
    """The kinds that each field of words takes, by the field's name."""
    rules = {name: typing.get_args(getattr(fields, name))[1] for name in fields.__all__}
    return {name: rule.kinds for name, rule in rules.items() if isinstance(rule, Kind)}


class TestTable:
    """Every term of the vocabulary."""

    def test_a_term_has_three_labels(self) -> None:
        """Each term is called something in Finnish, Swedish and English, without stray spaces or a full stop."""
        label = re.compile(r"\S(.*[^\s.,;:])?")

        assert not strays(lambda entry: all(label.fullmatch(entry.label(language)) for language in LANGUAGES))

    def test_a_label_is_given_per_language(self) -> None:
        """``label`` gives the label of the language asked for."""
        assert not strays(
            lambda entry: (entry.fi, entry.sv, entry.en) == (entry.label("fi"), entry.label("sv"), entry.label("en"))
        )

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_label_is_repeated_within_a_kind(self, language: str) -> None:
        """Two terms of one kind are told apart by their labels."""
        counted = Counter((kind, entry.label(language)) for entry in terms().values() for kind in entry.kinds)

        assert not [label for label, times in counted.items() if times > 1]

    def test_no_term_stands_twice(self) -> None:
        """An id names one term over all kinds; a second row would silently replace the first."""
        rows = Counter(id for table in read_tables("rekisteri.vocabulary", "tables").values() for id in table)

        assert not [id for id, times in rows.items() if times > 1]
        assert rows.keys() == terms().keys()

    def test_a_term_is_found_by_its_id(self) -> None:
        """An id is small letters, digits and single hyphens, and leads to its term."""
        assert not strays(lambda entry: re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.id))
        assert not strays(lambda entry: entry is lookup(entry.id))

    def test_the_kinds_are_those_of_the_models_fields(self) -> None:
        """A term of a kind that no field takes could never be used; and no kind stands twice."""
        known = {kind for kinds in field_kinds().values() for kind in kinds}

        assert not strays(lambda entry: set(entry.kinds) <= known)
        assert not strays(lambda entry: len(entry.kinds) == len(set(entry.kinds)))

    def test_every_field_has_terms(self) -> None:
        """Each kind that a field takes has a table."""
        expected = set(read_tables("rekisteri.vocabulary", "tables"))

        assert expected == {kind for kinds in field_kinds().values() for kind in kinds}

    def test_the_concept_of_the_data_privacy_vocabulary_is_well_formed(self) -> None:
        """A DPV concept is a known prefix and a name."""
        concept = re.compile(r"(dpv|eu-gdpr|pd|tech|loc):\w[\w-]*")

        assert not strays(lambda entry: entry.dpv is None or concept.fullmatch(entry.dpv))

    def test_special_categories_are_those_of_article_9(self) -> None:
        """Data are special, or may reveal special data, only by the list of GDPR 9(1)."""
        assert not strays(lambda entry: {*entry.special, *entry.may_reveal} <= SPECIAL_CATEGORIES)

    def test_only_data_are_special_or_criminal(self) -> None:
        """What the law says of data is said of terms for data."""
        assert not strays(
            lambda entry: "data" in entry.kinds or not (entry.special or entry.may_reveal or entry.criminal)
        )

    def test_each_special_category_has_a_term(self) -> None:
        """All categories of GDPR 9(1) can be named by a term."""
        expected = {category for entry in terms().values() for category in entry.special}

        assert expected == SPECIAL_CATEGORIES

    @pytest.mark.parametrize(
        ("id", "expected"), [("special-diet", ("health", "religious-beliefs")), ("name", ()), ("email", ())]
    )
    def test_what_may_reveal_special_data_is_said(self, id: str, expected: tuple[str, ...]) -> None:
        """A diet may reveal health or religion; a name reveals nothing by itself."""
        assert expected == terms()[id].may_reveal

    def test_a_replacement_is_a_term_that_is_not_deprecated(self) -> None:
        """Terms are never removed; a deprecated one may name the term to use instead."""
        replacing = {entry.replaced_by for entry in terms().values() if entry.replaced_by}

        assert replacing <= {id for id, entry in terms().items() if entry.deprecated is None}
        assert not strays(lambda entry: entry.deprecated or not entry.replaced_by)

    def test_a_providers_country_is_a_code_with_a_confidence(self) -> None:
        """Only tracking services have providers; a country is two capital letters, and how sure it is is said."""
        sure = {"high", "medium", "low"}

        assert not strays(lambda entry: "tracker" in entry.kinds or not (entry.provider or entry.country))
        assert not strays(lambda entry: not entry.country or re.fullmatch("[A-Z]{2}", entry.country))
        assert not strays(lambda entry: not entry.country or (entry.provider and entry.confidence in sure))

    def test_only_aims_are_marketing(self) -> None:
        """Direct marketing is an aim."""
        assert not strays(lambda entry: "aim" in entry.kinds or not entry.marketing)

    def test_flags_stand_on_terms_of_their_kind(self) -> None:
        """What is said of data, of trackers, and of aims, conditions and people is said of nothing else."""
        fields_of_the_act = {"aim", "condition", "subject"}

        assert not strays(lambda entry: "data" in entry.kinds or not (entry.online or entry.secret))
        assert not strays(lambda entry: "tracker" in entry.kinds or not entry.cookies)
        assert not strays(lambda entry: {"tracker", "aim"} & {*entry.kinds} or entry.essential is None)
        assert not strays(lambda entry: fields_of_the_act & {*entry.kinds} or not entry.identity_code)

    @pytest.mark.parametrize(
        ("id", "essential"),
        [
            ("essential-cookies", True),
            ("analytics-cookies", False),
            ("advertising-cookies", False),
            ("google-analytics", False),
            ("google-analytics-demographics", False),
            ("meta-pixel", False),
            ("matomo", False),
            ("site-cookies", None),
            ("own-cookies", None),
            ("statistics", False),
            ("service-provision", None),
        ],
    )
    def test_what_is_necessary_for_a_service_is_said(self, id: str, essential: bool | None) -> None:
        """Analytics and advertising never are; of the site's cookies some may be."""
        assert essential is terms()[id].essential

    def test_only_sources_tell_whether_data_come_from_the_person(self) -> None:
        """Whether Art. 13 or Art. 14 applies is told by a source."""
        assert not strays(lambda entry: "source" in entry.kinds or entry.from_person is None)

    def test_terms_can_stand_in_sets(self) -> None:
        """Terms are values: hashable, though their forms are mappings."""
        expected = len(terms())

        assert expected == len(set(terms().values()))

    def test_terms_cannot_be_changed(self) -> None:
        """The vocabulary is the same for everybody, so nobody may change it."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            terms()["name"].fi = "nimi ja osoite"  # type: ignore[misc]  # that is what is refused


class TestEvents:
    """The events from which periods run."""

    @every_event
    def test_an_event_is_an_ending_or_an_occurrence(self, entry: Term) -> None:
        """Whether an absent event keeps a period open depends on it."""
        assert entry.event in {"ending", "occurrence"}

    @every_event
    def test_an_event_has_its_forms_in_three_languages(self, entry: Term) -> None:
        """``10 years after …`` and ``kept until …`` can be said in each language."""
        forms = [
            (language, name)
            for language in LANGUAGES
            for name in ("after", "until")
            if getattr(entry, name).get(language)
        ]

        assert len(forms) == len(LANGUAGES) * 2
        assert all(entry.after[language] != entry.until[language] for language in LANGUAGES)

    def test_nothing_else_is_an_event(self) -> None:
        """Only terms of the kind event carry what events need."""
        assert not strays(lambda entry: bool(entry.event or entry.after or entry.until) is ("event" in entry.kinds))

    @pytest.mark.parametrize(
        ("id", "expected"),
        [
            ("relationship-end", "ending"),
            ("contract-end", "ending"),
            ("employment-end", "ending"),
            ("consent-withdrawn", "ending"),
            ("financial-year-end", "ending"),
            ("invoice", "occurrence"),
            ("last-visit", "occurrence"),
            ("recorded", "occurrence"),
        ],
    )
    def test_the_standard_events_are_of_the_right_sort(self, id: str, expected: str) -> None:
        """What ends is an ending; what happens at a moment is an occurrence."""
        assert expected == terms()[id].event


class TestRights:
    """The rights of the people in a register."""

    @pytest.mark.parametrize(("id", "expected"), RIGHTS)
    def test_a_right_stands_in_its_article(self, id: str, expected: str) -> None:
        """Each right of the GDPR names the article that gives it."""
        assert Provision.parse(expected) == terms()[id].provision

    def test_only_rights_and_safeguards_have_a_provision_and_it_is_of_the_gdpr(self) -> None:
        """What gives a right or allows a transfer is the GDPR, and nothing else is so given."""
        gdpr = Provision.parse("gdpr")

        assert not strays(lambda entry: {"right", "safeguard"} & {*entry.kinds} or entry.provision is None)
        assert not strays(lambda entry: entry.provision is None or gdpr.covers(entry.provision))


class TestSafeguards:
    """What a transfer rests on."""

    @pytest.mark.parametrize(("id", "expected"), SAFEGUARDS)
    def test_a_safeguard_stands_in_its_article(self, id: str, expected: str) -> None:
        """Each safeguard and derogation names the place of Chapter V that allows a transfer on it."""
        assert Provision.parse(expected) == terms()[id].provision

    def test_what_names_no_ground_of_the_law_has_no_provision(self) -> None:
        """ "An adequate level of protection" is none, and supplementary measures only add to one."""
        expected = {id for id, _ in SAFEGUARDS} | {"adequate-protection", "supplementary-measures"}

        assert expected == {id for id, entry in terms().items() if "safeguard" in entry.kinds}
        assert terms()["adequate-protection"].provision is terms()["supplementary-measures"].provision is None

    def test_an_instrument_is_one_of_the_law(self) -> None:
        """What has days of its own leads to a row that knows them."""
        named = {entry.id: entry.instrument for entry in terms().values() if entry.instrument}

        assert named == {
            "data-privacy-framework": "us-data-privacy-framework",
            "privacy-shield": "us-privacy-shield",
            "safe-harbor": "us-safe-harbor",
            "former-standard-clauses": "former-clauses",
        }
        assert set(named.values()) <= {*adequacy_decisions(), *standard_clauses()}


class TestTermFunction:
    """Naming a term in code."""

    def test_a_known_term_becomes_words(self) -> None:
        """``term`` gives words that hold the term alone."""
        expected = Words(term="orders")

        assert expected == term("orders")

    def test_own_wording_is_kept(self) -> None:
        """Own wording stands beside the term, language by language."""
        expected = Words(
            term="orders", fi="tilausten hallinnointi", sv="hantering av beställningar", en="handling orders"
        )

        assert expected == term(
            "orders", fi="tilausten hallinnointi", sv="hantering av beställningar", en="handling orders"
        )

    @pytest.mark.parametrize(
        ("id", "expected"),
        [
            (
                "ordrs",
                "term: found the unknown term “ordrs”, expected a term of the vocabulary (did you mean “orders”?)",
            ),
            (
                "Email",
                "term: found the unknown term “Email”, expected a term of the vocabulary (did you mean “email”?)",
            ),
            ("qqqq", "term: found the unknown term “qqqq”, expected a term of the vocabulary"),
            ("", "term: found the unknown term “”, expected a term of the vocabulary"),
        ],
    )
    def test_an_unknown_term_is_refused(self, id: str, expected: str) -> None:
        """The message names the nearest term, if one is near."""
        with pytest.raises(UnknownName) as caught:
            term(id)

        assert expected == str(caught.value)

    def test_looking_up_an_unknown_term_is_no_error(self) -> None:
        """``lookup`` gives None where ``term`` refuses."""
        assert lookup("ordrs") is None


class TestKind:
    """The rule of a field that takes words."""

    def test_a_term_of_the_kind_fits(self) -> None:
        """A term of the right kind, by its main kind or by another, is no problem."""
        problems = [
            Kind(("aim",)).problem(Words(term="orders")),
            Kind(("condition",)).problem(Words(term="invoicing")),
            Kind(("trigger", "event")).problem(Words(term="invoice")),
        ]

        assert problems == [None, None, None]

    @pytest.mark.parametrize("kinds", [(), ("aim",), ("event", "trigger")])
    def test_own_wording_always_fits(self, kinds: tuple[str, ...]) -> None:
        """Nobody is forced to use the vocabulary."""
        assert Kind(kinds).problem(Words(fi="oma sanamuoto")) is None

    @pytest.mark.parametrize(
        ("kinds", "id", "expected"),
        [
            (
                ("aim",),
                "email",
                "found the term “email” of kind data, expected a term of kind aim, or own wording, such as {“fi”: “…”}",
            ),
            (
                ("data",),
                "invoicing",
                "found the term “invoicing” of kind aim and condition, expected a term of kind data, or own wording, such as {“fi”: “…”}",
            ),
            (
                ("trigger", "event"),
                "invioce",
                "found the unknown term “invioce”, expected a term of kind trigger or event, or own wording, such as {“fi”: “…”} (did you mean “invoice”?)",
            ),
            (
                ("aim",),
                "emial",
                "found the unknown term “emial”, expected a term of kind aim, or own wording, such as {“fi”: “…”}",
            ),
            ((), "email", "found the term “email” of kind data, expected own wording, such as {“fi”: “…”}"),
        ],
    )
    def test_any_other_term_does_not_fit(self, kinds: tuple[str, ...], id: str, expected: str) -> None:
        """The message tells an unknown term from one of another kind, and suggests only terms that would fit."""
        actual = str(Kind(kinds).problem(Words(term=id)))

        assert expected == actual

    @pytest.mark.parametrize("name", fields.__all__)
    def test_the_schema_lists_the_terms_that_fit(self, name: str) -> None:
        """The JSON Schema of a field admits exactly the terms that the field takes."""
        rule = Kind(field_kinds()[name])
        fitting = [id for id in terms() if rule.problem(Words(term=id)) is None]

        assert sorted(fitting) == rule.schema()["enum"]

    def test_every_field_is_told_by_its_kinds(self) -> None:
        """Each name of the fields module is words with a rule of kinds."""
        expected = list(fields.__all__)

        assert expected == list(field_kinds())


class TestUnreviewed:
    """Which labels no native reader has seen."""

    def test_each_label_is_reviewed_or_listed(self) -> None:
        """Nothing is both, nothing is neither, nothing is listed twice."""
        reviewed = [(entry.id, language) for entry in terms().values() for language in entry.reviewed]
        labels = [(id, language) for id in terms() for language in LANGUAGES]

        assert sorted(labels) == sorted([*reviewed, *unreviewed()])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (Words(term="password"), "password"),
        (Words(term="password", fi="terveystiedot"), "password"),
        (Words(fi="Salasana"), "password"),
        (Words(fi=" SALASANA "), "password"),
        (Words(sv="hemligt", en="password"), "password"),
        (Words(fi="Lösenord"), "password"),
        (Words(fi="salasanan tiiviste"), None),
        (Words(fi="uutiskirje"), None),
        (Words(term="no-such-term", fi="salasana"), None),
    ],
)
def test_words_name_a_term_by_its_id_or_its_label(words: Words, expected: str | None) -> None:
    """In any language, and only a term of the kind that is asked for."""
    found = named(words, "data")

    assert (found.id if found else None) == expected
