"""The duties of Arts 13 and 14: stated, missing, not known to apply."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import example
from rekisteri import (
    Controller,
    DataCategory,
    Disclosure,
    LegalBasis,
    Party,
    ProcessingActivity,
    Processor,
    Provision,
    Purpose,
    Recipient,
    Register,
    RetentionRule,
    Right,
    SecurityMeasure,
    Source,
    Transfer,
    Words,
    check,
    report,
    term,
)
from rekisteri.checks import all_checks
from rekisteri.law import Duty, duties
from rekisteri.model import Article9Condition, AutomatedDecision, DisclosureRole, Ground
from rekisteri.testing import registers
from rekisteri.words import Audience

TODAY = date(2026, 11, 22)
CONTROLLER = [duty for duty in duties() if duty.collected or duty.obtained or duty.record]
PROCESSOR = [duty for duty in duties() if duty.processor_record]
WEBSHOP = example("webshop")

CONSENT = [Purpose(aims=[term("newsletter")], legal_bases=[LegalBasis.consent()])]
CONTRACT = [Purpose(aims=[term("orders")], legal_bases=[LegalBasis.contract()])]
DUTY = [Purpose(aims=[term("bookkeeping")], legal_bases=[LegalBasis.legal_obligation("kpl:2/10.2")])]
INTEREST = [Purpose(aims=[term("statistics")], legal_bases=[LegalBasis.legitimate_interests(Words(en="growth"))])]
MARKETING = [Purpose(aims=[term("direct-marketing")], legal_bases=[LegalBasis.contract()])]
NO_BASIS = [Purpose(aims=[term("orders")])]
OLD_BASIS = [Purpose(aims=[term("orders")], legal_bases=[LegalBasis(words=term("relevant-connection"))])]


def verdict(id: str, register: Register) -> list[tuple[object, ...]]:
    """What one duty finds: (severity, certainty, path)."""
    return check(register, on=TODAY, select=[id]).flatten("severity", "certainty", "path")


def without(field: str) -> Register:
    """The lawful web shop, silent on one field."""
    silent: dict[str, Any] = {field: None}
    return attrs.evolve(WEBSHOP, **silent)


@pytest.mark.parametrize(
    ("id", "field"),
    [
        ("retention-missing", "retention"),
        ("requirement-missing", "requirements"),
        ("access-missing", "rights"),
        ("rectification-missing", "rights"),
        ("erasure-missing", "rights"),
        ("restriction-missing", "rights"),
        ("withdrawal-missing", "rights"),
        ("objection-missing", "rights"),
        ("complaint-missing", "rights"),
    ],
)
def test_what_must_be_stated_is_missed(id: str, field: str) -> None:
    """The web shop without one statement is told so, and only then."""
    assert verdict(id, WEBSHOP) == []
    assert verdict(id, without(field)) == [("must", "certain", field)]


@pytest.mark.parametrize(
    ("id", "silent"),
    [
        ("dpo-missing", without("dpos")),
        ("recipients-missing", attrs.evolve(WEBSHOP, disclosures=None, processors=None, no_other_disclosures=False)),
        ("transfers-missing", without("transfers")),
        ("automated-decisions-missing", without("automated_decisions")),
        ("portability-missing", without("rights")),
    ],
)
def test_what_may_not_apply_is_a_note(id: str, silent: Register) -> None:
    """Where the register does not tell whether a duty applies, its silence is worth a note."""
    assert verdict(id, WEBSHOP) == []
    assert [(severity, certainty) for severity, certainty, _ in verdict(id, silent)] == [("note", "possible")]


def test_none_is_a_statement() -> None:
    """ "There are none" fulfils a duty that silence does not."""
    none: dict[str, Any] = {
        "dpos": (),
        "transfers": (),
        "automated_decisions": (),
        "requirements": (),
        "disclosures": (),
    }
    register = attrs.evolve(WEBSHOP, **none)

    assert check(register, on=TODAY, select=["stated"]).findings == ()


@pytest.mark.parametrize(
    ("purposes", "objection", "withdrawal", "portability"),
    [
        (CONSENT, [], ["must"], ["note"]),
        (CONTRACT, [], [], ["note"]),
        (DUTY, [], [], []),
        (INTEREST, ["must"], [], []),
        (MARKETING, [], [], ["note"]),
        (NO_BASIS, ["note"], ["note"], ["note"]),
        (OLD_BASIS, ["note"], ["note"], ["note"]),
        ([*DUTY, *CONSENT], [], ["must"], ["note"]),
    ],
)
def test_rights_follow_the_basis(
    purposes: list[Purpose], objection: list[str], withdrawal: list[str], portability: list[str]
) -> None:
    """Which rights must be told depends on the legal bases and on direct marketing."""
    register = Register(purposes=purposes)
    ids = ("objection-missing", "withdrawal-missing", "portability-missing")

    assert [[severity for severity, _, _ in verdict(id, register)] for id in ids] == [
        objection,
        withdrawal,
        portability,
    ]


@pytest.mark.parametrize(
    ("purposes", "expected"),
    [
        (MARKETING, ["must"]),
        (CONTRACT, []),
        (None, ["note"]),
        ([Purpose(aims=[Words(fi="tarjoukset")])], ["note"]),
        ([Purpose(aims=[term("orders")], more=True)], ["note"]),
    ],
)
def test_direct_marketing_can_always_be_objected_to(purposes: list[Purpose] | None, expected: list[str]) -> None:
    """Whatever its basis; own words and open lists may hide it."""
    register = Register(purposes=purposes)

    assert [severity for severity, _, _ in verdict("marketing-objection-missing", register)] == expected
    for id in ("marketing-objection", "objection", "processing-objection"):
        told = attrs.evolve(register, rights=[Right(right=term(id))])
        assert verdict("marketing-objection-missing", told) == []


@pytest.mark.parametrize(
    ("aims", "expected"),
    [
        (["newsletter"], ["note"]),
        (["customer-letters", "orders"], ["note"]),
        (["distance-selling"], ["note"]),
        (["marketing"], ["must"]),
        (["customer-communication"], []),
        (["market-research"], []),
    ],
)
def test_some_aims_may_be_direct_marketing(aims: list[str], expected: list[str]) -> None:
    """A newsletter may be marketing or not; selling by post may be done without calling anybody."""
    register = Register(purposes=[Purpose(aims=[term(aim) for aim in aims], legal_bases=[LegalBasis.contract()])])

    assert [severity for severity, _, _ in verdict("marketing-objection-missing", register)] == expected


@pytest.mark.parametrize(
    "said",
    [
        {"legal_bases": [LegalBasis.legitimate_interests(term("direct-marketing"))]},
        {"disclosures": [Disclosure(to=[term("partners")], aims=[term("direct-marketing")])]},
        {"processors": [Processor(name="Esimerkki Oy", tasks=[term("direct-advertising")])]},
        {"recipients": [Recipient(name="Esimerkki Oy", tasks=[term("marketing")])]},
    ],
)
def test_marketing_may_be_told_elsewhere_than_in_the_purposes(said: dict[str, Any]) -> None:
    """In the interest, or in what others do with the data."""
    register = Register(purposes=CONTRACT, **said)

    assert verdict("marketing-objection-missing", register) == [("must", "certain", "rights")]


@pytest.mark.parametrize(
    ("id", "about", "expected"),
    [
        ("objection", [term("statistics")], ["must"]),
        ("processing-objection", [term("statistics"), term("camera-surveillance")], ["must"]),
        ("objection", [term("statistics"), term("direct-marketing")], []),
        ("objection", [term("newsletter")], []),
        ("objection", [Words(fi="kaikki")], []),
        ("marketing-objection", [term("statistics")], []),
    ],
)
def test_to_object_to_something_else_is_not_to_marketing(id: str, about: list[Words], expected: list[str]) -> None:
    """Where there is marketing; where there only may be, a right to object to anything will do."""
    rights = [Right(right=term(id), about=about)]
    maybe = Register(purposes=CONSENT, rights=rights)

    found = verdict("marketing-objection-missing", Register(purposes=MARKETING, rights=rights))
    assert [severity for severity, _, _ in found] == expected
    assert verdict("marketing-objection-missing", maybe) == []


@pytest.mark.parametrize(
    ("basis", "expected"),
    [(LegalBasis.contract(), ["note"]), (LegalBasis.public_task(), ["must"]), (None, ["note"])],
)
def test_statistics_may_be_objected_to(basis: LegalBasis | None, expected: list[str]) -> None:
    """Art. 21(6), unless a task in the public interest needs them."""
    register = Register(purposes=[Purpose(aims=[term("statistics")], legal_bases=[basis] if basis else None)])

    assert [severity for severity, _, _ in verdict("objection-missing", register)] == expected


@pytest.mark.parametrize(
    ("solely", "significant", "expected"),
    [
        (True, True, ["must"]),
        (True, None, ["note"]),
        (None, True, ["note"]),
        (None, None, ["note"]),
        (True, False, []),
        (False, True, []),
        (False, None, []),
        (None, False, []),
        (False, False, []),
    ],
)
@pytest.mark.parametrize("field", ["logic", "effects"])
def test_decisions_without_people_must_be_explained(
    field: str, solely: bool | None, significant: bool | None, expected: list[str]
) -> None:
    """Their logic and their effects, where no human takes part and they matter; each decision by itself."""
    told: dict[str, Any] = {"logic": Words(en="a score"), "effects": Words(en="no loan")}
    bare = AutomatedDecision(what=Words(en="a loan"), solely=solely, significant=significant, profiling=True)
    register = Register(
        sources=[Source(origin=term("data-subject"))],
        automated_decisions=[attrs.evolve(bare, **told), attrs.evolve(bare, **(told | {field: None}))],
    )

    found = verdict(f"{field}-missing", register)
    assert [(severity, path) for severity, _, path in found] == [
        (severity, f"automated_decisions[1].{field}") for severity in expected
    ]


def test_a_decision_is_called_by_what_is_decided() -> None:
    """The message names it; a register without decisions is not asked."""
    decision = AutomatedDecision(what=Words(fi="luottopäätös"), solely=True, significant=True)
    (found,) = check(Register(automated_decisions=[decision]), on=TODAY, select=["logic-missing"])

    assert (
        report.message(found, "fi") == "Rekisterissä ei kerrota tämän automaattisen päätöksen logiikkaa: luottopäätös."
    )
    assert verdict("logic-missing", Register(automated_decisions=())) == []
    assert verdict("effects-missing", Register()) == []


def test_marketing_alone_does_not_tell_the_right_to_object() -> None:
    """With legitimate interests people may object for reasons of their own, not only to marketing."""
    register = Register(purposes=INTEREST, rights=[Right(right=term("marketing-objection"))])

    assert verdict("objection-missing", register) == [("must", "certain", "rights")]


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("dpo-missing", {"controllers": [Controller(name="Kunta", public_authority=True)], "dpos": ()}),
        ("recipients-missing", {"processors": [Processor(name="X", audience=Audience.RECORD)], "disclosures": ()}),
        ("dpo-missing", {"dpos": [Party(name="Maija Esimerkki")]}),
    ],
)
def test_none_does_not_answer_what_is_known_to_be(id: str, said: dict[str, Any]) -> None:
    """A denial that the register itself contradicts leaves the duty as it is."""
    assert [(severity, certainty) for severity, certainty, _ in verdict(id, Register(**said))] == [("must", "certain")]


def test_a_basis_of_all_processing_counts() -> None:
    """A basis that the register states for everything is stated for each purpose, and its rights follow."""
    register = Register(purposes=NO_BASIS, legal_bases=[LegalBasis.consent()])

    assert verdict("legal-basis-missing", register) == []
    assert verdict("withdrawal-missing", register) == [("must", "certain", "rights")]
    assert verdict("objection-missing", register) == []


def test_each_purpose_needs_its_basis() -> None:
    """The finding names the purpose that lacks one."""
    register = Register(purposes=[*CONTRACT, attrs.evolve(NO_BASIS[0], id="shop")])

    assert verdict("legal-basis-missing", register) == [("must", "certain", "purposes[shop].legal_bases")]


def test_an_interest_must_be_named() -> None:
    """Legitimate interests without saying which, in a purpose or for all processing; other bases need none."""
    vague = LegalBasis.legitimate_interests()
    register = Register(purposes=[Purpose(aims=[term("orders")], legal_bases=[vague])], legal_bases=[vague])

    assert [path for _, _, path in verdict("interest-missing", register)] == [
        "purposes[0].legal_bases[0].interest",
        "legal_bases[0].interest",
    ]
    assert verdict("interest-missing", Register(purposes=[*INTEREST, *CONTRACT])) == []


@pytest.mark.parametrize(
    "about",
    [["direct-marketing"], ["distance-selling", "direct-advertising", "market-research", "opinion-research"]],
)
def test_to_object_to_marketing_is_another_right(about: list[str]) -> None:
    """Art. 21(1) lets people object for reasons of their own; the old Act's right to forbid marketing is 21(2)."""
    limited = Right(right=term("processing-objection"), about=[term(aim) for aim in about])
    register = Register(purposes=INTEREST, rights=[limited])

    assert verdict("objection-missing", register) == [("must", "certain", "rights")]
    assert verdict("marketing-objection-missing", attrs.evolve(register, purposes=MARKETING)) == []
    for wider in ([term("statistics")], [*(limited.about or ()), term("statistics")], [Words(fi="kaikki")], None):
        told = attrs.evolve(register, rights=[attrs.evolve(limited, about=wider)])
        assert verdict("objection-missing", told) == []


def test_a_denied_right_is_not_a_missing_one() -> None:
    """The register speaks of it; whether it may deny it is another question."""
    register = Register(rights=[Right(right=term("access"), given=False)])

    assert verdict("access-missing", register) == []


@pytest.mark.parametrize(
    "limit",
    [
        {"subjects": [term("customers")]},
        {"about": [term("statistics")]},
        {"only_if": [term("law-requires")]},
        {"unless": [term("law-requires")]},
    ],
)
def test_a_right_denied_to_some_is_stated_to_nobody(limit: dict[str, Any]) -> None:
    """Whether the others have it, the register does not say."""
    register = Register(rights=[Right(right=term("access"), given=False, **limit)])

    assert verdict("access-missing", register) == [("must", "certain", "rights")]


@pytest.mark.parametrize(
    ("sources", "data", "requirement", "source"),
    [
        (None, None, ["note"], ["note"]),
        ([Source(origin=term("data-subject"))], None, ["must"], []),
        ([Source(origin=term("cookies"))], None, ["must"], []),
        ([Source(origin=term("credit-report"))], None, ["note"], []),
        ([Source(origin=term("data-subject"), may=True)], None, ["note"], []),
        ([Source(origin=Words(en="a drawer"))], None, ["note"], []),
        (None, [DataCategory(items=[term("name")], from_the_person=True)], ["must"], []),
        (None, [DataCategory(items=[term("name")], from_the_person=False)], [], ["must"]),
        (None, [DataCategory(items=[term("name")])], ["note"], ["note"]),
    ],
)
def test_articles_13_and_14_are_told_apart(
    sources: list[Source] | None, data: list[DataCategory] | None, requirement: list[str], source: list[str]
) -> None:
    """Whether data must be given is for data from the person, their source for data from elsewhere; observed data count
    as the person's own.
    """
    register = Register(sources=sources, data=data)

    assert [severity for severity, _, _ in verdict("requirement-missing", register)] == requirement
    assert [severity for severity, _, _ in verdict("source-missing", register)] == source


def test_only_the_article_that_applies_is_cited() -> None:
    """Data from the person alone: Art. 13; from elsewhere alone: Art. 14; not known: both. The record asks always."""
    cited = {
        told: check(
            Register(data=[DataCategory(items=[term("name")], from_the_person=told)]),
            on=TODAY,
            select=["retention-missing"],
        )
        .findings[0]
        .citations
        for told in (True, False, None)
    }

    assert cited == {
        True: (Provision.parse("gdpr:13.2.a"), Provision.parse("gdpr:30.1.f")),
        False: (Provision.parse("gdpr:14.2.a"), Provision.parse("gdpr:30.1.f")),
        None: tuple(map(Provision.parse, ("gdpr:13.2.a", "gdpr:14.2.a", "gdpr:30.1.f"))),
    }


def test_data_categories_are_no_duty_of_article_13() -> None:
    """Only data from elsewhere must be told by category."""
    assert verdict("data-missing", Register(sources=[Source(origin=term("data-subject"))])) == [
        ("note", "possible", "data")
    ]
    assert verdict("data-missing", Register(sources=[Source(origin=term("credit-report"))])) == [
        ("must", "certain", "data")
    ]


def test_an_authority_needs_a_data_protection_officer() -> None:
    """A public authority must have one, so it must be told."""
    authority = Controller(name="Esimerkkikunta", public_authority=True)

    assert verdict("dpo-missing", Register(controllers=[authority])) == [("must", "certain", "dpos")]


@pytest.mark.parametrize(
    ("controller", "expected"),
    [
        (Controller(name="Esimerkki Inc", country="US"), ["should"]),
        (Controller(name="Esimerkki Ltd", country="GB"), ["should"]),
        (Controller(name="Esimerkki", country="SJ"), ["note"]),
        (Controller(name="Esimerkki", country="EL"), []),
        (Controller(name="Esimerkki Oy", country="FI"), []),
        (Controller(name="Eksempel AS", country="NO"), []),
        (Controller(name="Esimerkki Oy", business_id="1234567-1"), []),
        (Controller(name="Esimerkki Ltd", country="GB", business_id="1234567-1"), ["should"]),
        (Controller(name="Esimerkki Ltd", business_id="12345678"), ["note"]),
        (Controller(name="Esimerkki"), ["note"]),
    ],
)
def test_a_controller_outside_the_eea_needs_a_representative(controller: Controller, expected: list[str]) -> None:
    """Art. 27, unless it has a branch in the Union; whoever has a Finnish business id and names no other country is established here.

    That it has none answers the question.
    """
    register = Register(controllers=[controller])
    told = attrs.evolve(register, representatives=())

    assert [severity for severity, _, _ in verdict("representative-missing", register)] == expected
    assert verdict("representative-missing", told) == []


def test_contacts_of_a_contact_person_will_do() -> None:
    """How to reach the controller may be told by its own contacts or by those of the person to ask."""
    bare = Register(controllers=[Controller(name="Esimerkki Oy")])
    asked = attrs.evolve(bare, contacts=[Party(name="Timo Esimerkki", phones=["+358 9 000 0000"])])

    assert verdict("controller-contact-missing", bare) == [("must", "certain", "controllers")]
    assert verdict("controller-contact-missing", asked) == []
    assert verdict("controller-contact-missing", Register()) == []


def test_recipients_are_processors_and_disclosures_together() -> None:
    """Either is a statement of recipients, and so are recipients of no told role."""
    assert verdict("recipients-missing", Register(recipients=[Recipient(name="Esimerkki Oy")])) == []
    assert verdict("recipients-missing", Register(disclosures=[Disclosure(to=[term("authorities")])])) == []
    assert verdict("recipients-missing", Register(processors=())) == []


@pytest.mark.parametrize(
    ("from_the_person", "from_elsewhere", "requirement", "source"),
    [
        (True, True, ["must"], ["must"]),
        (True, False, ["must"], []),
        (True, None, ["must"], []),
        (False, None, [], ["must"]),
        (False, True, [], ["must"]),
        (None, True, ["note"], ["must"]),
        (None, None, ["note"], ["note"]),
    ],
)
def test_data_may_come_from_the_person_and_from_elsewhere(
    from_the_person: bool | None, from_elsewhere: bool | None, requirement: list[str], source: list[str]
) -> None:
    """Then both articles ask; what is not said of one follows from the other."""
    category = DataCategory(items=[term("name")], from_the_person=from_the_person, from_elsewhere=from_elsewhere)
    register = Register(data=[category])

    assert [severity for severity, _, _ in verdict("requirement-missing", register)] == requirement
    assert [severity for severity, _, _ in verdict("source-missing", register)] == source


RECORD_ONLY = {"data-subjects-missing": "30.1.c", "security-missing": "30.1.g"}


@pytest.mark.parametrize(("id", "place"), RECORD_ONLY.items())
def test_the_record_asks_for_more_than_the_notice(id: str, place: str) -> None:
    """Whether the controller is exempt from keeping a record (30(5)) is not told, so silence is a note."""
    (found,) = check(Register(), on=TODAY, select=[id])

    assert (found.severity, found.certainty) == ("note", "possible")
    assert found.citations == (Provision.parse(f"gdpr:{place}"),)
    assert verdict(id, Register(**STATEMENTS[id])) == []


@pytest.mark.parametrize(
    ("category", "data_subjects", "security"),
    [
        (DataCategory(items=[term("health-data")]), "must", "note"),
        (DataCategory(name=term("criminal-data")), "must", "note"),
        (DataCategory(items=[term("name")], article_9=Article9Condition.MADE_PUBLIC), "must", "note"),
        (DataCategory(items=[term("health-data")], may=True), "note", "note"),
        (DataCategory(items=[term("name")]), "note", "note"),
    ],
)
def test_nobody_with_special_data_is_exempt_from_the_record(
    category: DataCategory, data_subjects: str, security: str
) -> None:
    """Art. 30(5): data of Arts 9 and 10 end the exemption; security is described only "where possible"."""
    register = Register(data=[category])

    assert [severity for severity, _, _ in verdict("data-subjects-missing", register)] == [data_subjects]
    assert [severity for severity, _, _ in verdict("security-missing", register)] == [security]


def test_people_of_a_category_are_data_subjects_too() -> None:
    """Whose data it is may stand with the category."""
    register = Register(data=[DataCategory(items=[term("name")], subjects=[term("customers")])])

    assert verdict("data-subjects-missing", register) == []


def test_notice_and_record_are_read_by_different_people() -> None:
    """What stands in the one only is missing in the other, and the report says in which."""
    hidden = Register(retention=[RetentionRule.maximum("P2Y", after="last-order", audience=Audience.RECORD)])
    shown = Register(retention=[RetentionRule.maximum("P2Y", after="last-order", audience=Audience.NOTICE)])
    (in_notice,) = check(hidden, on=TODAY, select=["retention-missing"])
    (in_record,) = check(shown, on=TODAY, select=["retention-missing"])

    assert in_notice.citations == (Provision.parse("gdpr:13.2.a"), Provision.parse("gdpr:14.2.a"))
    assert in_notice.severity == "must"
    assert in_record.citations == (Provision.parse("gdpr:30.1.f"),)
    assert in_record.severity == "note"
    assert report.message(in_record, "en").endswith("This concerns the record of processing activities.")
    assert report.message(in_notice, "en").endswith("It is missing from the notice to data subjects.")
    assert report.message(in_notice, "sv").endswith("Uppgiften saknas i informationen till de registrerade.")
    (in_both,) = check(Register(), on=TODAY, select=["retention-missing"])
    assert report.message(in_both, "en").endswith("nor the criteria that decide it.")


class TestProcessorsRecord:
    """The record of a processor (Art. 30(2)) and what it must state."""

    HOST = Party(id="host", name="Esimerkkipalvelu Oy", emails=["tieto@example.fi"], country="FI")
    FULL = Register(
        kept_by=[HOST],
        controllers=[Controller(name="Esimerkki Oy", emails=["info@example.fi"])],
        dpos=(),
        activities=[ProcessingActivity(tasks=[term("data-storage")])],
        transfers=(),
        security=[SecurityMeasure(measure=term("backups"))],
    )

    def test_a_whole_record_has_no_findings(self) -> None:
        """Purposes, retention and rights are the controllers' to tell."""
        assert check(self.FULL, on=TODAY).findings == ()

    def test_only_its_own_duties_are_asked(self) -> None:
        """An empty record lacks what 30(2) asks for, and nothing else."""
        found = check(Register(kept_by=[Party(name="Esimerkkipalvelu Oy")]), on=TODAY).findings

        assert {one.check for one in found} == {duty.id for duty in PROCESSOR if not duty.each} - {
            "controller-contact-missing",
            "dpo-name-missing",
        }
        assert {str(provision)[:9] for one in found for provision in one.citations} == {"gdpr:30.2"}
        assert {one.severity for one in found} == {"note"}  # whether 30(5) exempts the processor is not told

    @pytest.mark.parametrize(
        ("id", "lacking"),
        [
            ("processor-contact-missing", {"kept_by": [Party(name="Esimerkkipalvelu Oy", country="FI")]}),
            ("controller-missing", {"controllers": None}),
            ("controller-contact-missing", {"controllers": [Controller(name="Esimerkki Oy")]}),
            ("activities-missing", {"activities": None}),
            ("dpo-missing", {"dpos": None}),
            ("security-missing", {"security": None}),
            ("transfers-missing", {"transfers": None}),
        ],
    )
    def test_each_statement_is_missed(self, id: str, lacking: dict[str, Any]) -> None:
        """The whole record without one of them."""
        assert [one.check for one in check(attrs.evolve(self.FULL, **lacking), on=TODAY)] == [id]

    def test_a_processor_of_special_data_is_not_exempt(self) -> None:
        """Then what is missing must be stated."""
        health = DataCategory(items=[term("health-data")], article_9=Article9Condition.HEALTH_OR_SOCIAL_CARE)
        register = attrs.evolve(self.FULL, data=[health], activities=None)

        assert verdict("activities-missing", register) == [("must", "certain", "activities")]

    @pytest.mark.parametrize(("country", "expected"), [("US", ["note"]), ("FI", [])])
    def test_the_processor_is_the_one_who_needs_a_representative(self, country: str, expected: list[str]) -> None:
        """Art. 27 asks it of a processor outside the Union; where its controllers are is another matter."""
        host = attrs.evolve(self.HOST, country=country)
        abroad = [Controller(name="Example Inc", emails=["info@example.fi"], country="US")]
        register = attrs.evolve(self.FULL, kept_by=[host], controllers=abroad)

        assert [severity for severity, _, _ in verdict("representative-missing", register)] == expected


@pytest.mark.parametrize(
    ("day", "found"), [(date(2018, 5, 24), False), (date(2018, 5, 25), True), (date(2018, 5, 26), True)]
)
def test_the_duties_hold_from_the_day_the_gdpr_applies(day: date, found: bool) -> None:
    """The day before, of and after."""
    assert bool(check(Register(), on=day, select=["stated"]).findings) is found


STATEMENTS: dict[str, dict[str, Any]] = {
    "controller-missing": {"controllers": [Controller(name="Esimerkki Oy")]},
    "controller-contact-missing": {"controllers": [Controller(name="Esimerkki Oy", emails=["tieto@example.fi"])]},
    "representative-missing": {"representatives": [Party(name="Esimerkki Oy")]},
    "dpo-missing": {"dpos": [Party(emails=["tietosuoja@example.fi"])]},
    "dpo-name-missing": {"dpos": [Party(called=Words(en="the officer"))]},
    "recipients-missing": {"disclosures": [Disclosure(to=[term("authorities")])]},
    "data-subjects-missing": {"data_subjects": [term("customers")]},
    "security-missing": {"security": [SecurityMeasure(measure=term("backups"))]},
    "transfers-missing": {"transfers": ()},
    "transfer-country-missing": {"transfers": [Transfer(countries=["IN"], safeguards=[term("standard-clauses")])]},
    "safeguard-copy-missing": {
        "transfers": [Transfer(safeguards=[term("standard-clauses")], copy_from=Words(en="our office"))]
    },
    "retention-missing": {"retention": [RetentionRule(criterion=Words(en="as the law demands"))]},
    "source-missing": {"sources": [Source(origin=term("credit-report"))]},
    "requirement-missing": {"requirements": ()},
    "automated-decisions-missing": {"automated_decisions": ()},
    "logic-missing": {"automated_decisions": [AutomatedDecision(what=Words(en="credit"), logic=Words(en="a score"))]},
    "effects-missing": {
        "automated_decisions": [AutomatedDecision(what=Words(en="credit"), effects=Words(en="no loan"))]
    },
    "legal-basis-missing": {"legal_bases": [LegalBasis.contract()]},
}
"""For each duty that is no right, a statement that fulfils it."""


def fulfilled(duty: Duty, register: Register) -> Register:
    """The register with the very statement that a duty asks for."""
    if duty.states[0].startswith("rights["):
        right = Right(right=term(duty.states[0].removeprefix("rights[").removesuffix("]")))
        return attrs.evolve(register, rights=[*(register.rights or ()), right])
    return attrs.evolve(register, contacts=None, **STATEMENTS[duty.id])


def test_every_duty_is_put_to_the_property() -> None:
    """Purposes and data are left out: other parts of a register refer to them."""
    rights = {duty.id for duty in CONTROLLER if duty.states[0].startswith("rights[")}

    assert {duty.id for duty in CONTROLLER} - rights - set(STATEMENTS) == {
        "purposes-missing",
        "data-missing",
        "each-controller-contact-missing",
        "interest-missing",
    }


@settings(max_examples=40, deadline=None)
@given(registers(), st.data())
def test_stating_what_a_duty_asks_for_ends_it(register: Register, data: st.DataObject) -> None:
    """Whatever else a register says, it is not told to state what it states."""
    able = [duty for duty in CONTROLLER if duty.states[0].startswith("rights[") or duty.id in STATEMENTS]
    duty = data.draw(st.sampled_from(able))

    assert verdict(duty.id, fulfilled(duty, register)) == []


def test_purposes_are_missed() -> None:
    """A register without purposes is told so."""
    assert verdict("purposes-missing", Register()) == [("must", "certain", "purposes")]
    assert verdict("purposes-missing", WEBSHOP) == []


def test_explicit_consent_for_special_data_can_be_withdrawn() -> None:
    """Consent as the condition of Art. 9(2)(a) brings the right to withdraw it, whatever the basis."""
    health = DataCategory(items=[term("health-data")], article_9=Article9Condition.EXPLICIT_CONSENT)

    assert verdict("withdrawal-missing", Register(purposes=CONTRACT, data=[health])) == [("must", "certain", "rights")]
    assert verdict("withdrawal-missing", Register(purposes=CONTRACT)) == []


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("retention-missing", {"retention": [RetentionRule(then=term("erase"))]}),
        ("dpo-missing", {"dpos": [Party(name="Maija Esimerkki")]}),
        (
            "retention-missing",
            {"retention": [RetentionRule(by_law=[Provision.parse("tsl")], audience=Audience.RECORD)]},
        ),
        ("recipients-missing", {"processors": [Processor(name="Esimerkki Oy", audience=Audience.RECORD)]}),
        ("controller-contact-missing", {"controllers": [Controller(name="Esimerkki Oy")]}),
    ],
)
def test_what_says_too_little_is_no_statement(id: str, said: dict[str, Any]) -> None:
    """An end without a time, an officer who cannot be reached, and what readers of the notice never see."""
    assert verdict(id, Register(**said)) != []


def test_a_contact_told_by_its_id_is_looked_up() -> None:
    """The controller may stand in another list."""
    office = Party(id="office", name="Esimerkki Oy", emails=["tieto@example.fi"])
    register = Register(controllers=["office"], dpos=[office])

    assert verdict("controller-contact-missing", register) == []


def test_a_right_in_own_words_may_be_the_one_that_is_missed() -> None:
    """Own words are not read, so the finding is only possible."""
    register = Register(rights=[Right(right=Words(fi="oikeus katsoa tietojaan"))])

    assert verdict("access-missing", register) == [("note", "possible", "rights")]


def test_who_denies_resting_on_consent_need_not_tell_of_withdrawal() -> None:
    """Whatever the basis is, it is not consent."""
    assert verdict("withdrawal-missing", Register(not_based_on=[Ground.CONSENT])) == []


@pytest.mark.parametrize(
    ("controller", "found"),
    [
        (Controller(emails=["tietosuoja@example.fi"]), True),
        (Controller(name="Esimerkki Oy"), False),
        (Controller(names=Words(fi="Esimerkkikaupunki")), False),
        (Controller(called=Words(fi="Esimerkin lukion rehtori")), False),
        (Controller(business_id="1234567-1"), False),
    ],
)
def test_a_controller_is_stated_by_its_identity(controller: Controller, found: bool) -> None:
    """13(1)(a) asks for identity and contact details: an address alone does not say who it is."""
    assert bool(verdict("controller-missing", Register(controllers=[controller]))) is found


INQUIRY = Disclosure(
    role=DisclosureRole.AUTHORITY, only_if=[term("authority-request")], audience=Audience.RECORD, name="Poliisi"
)


def test_an_authority_in_a_particular_inquiry_is_no_recipient() -> None:
    """GDPR 4(9): what the record keeps of it, the notice need not tell."""
    others = attrs.evolve(INQUIRY, only_if=None)

    assert verdict("recipients-missing", Register(disclosures=[INQUIRY])) == [("note", "possible", "disclosures")]
    assert verdict("recipients-missing", Register(disclosures=[others])) == [("must", "certain", "disclosures")]


@pytest.mark.parametrize(
    ("basis", "general", "expected"),
    [
        (LegalBasis.legitimate_interests(), None, [("must", "certain")]),
        (
            attrs.evolve(LegalBasis.legitimate_interests(), words=Words(en="we want no fraud")),
            None,
            [("note", "possible")],
        ),
        (LegalBasis.legitimate_interests(), LegalBasis.legitimate_interests(term("network-security")), []),
    ],
)
def test_an_interest_may_be_told_elsewhere(
    basis: LegalBasis, general: LegalBasis | None, expected: list[tuple[str, str]]
) -> None:
    """In own words beside the ground, or once for all processing."""
    purposes = [Purpose(id="orders", aims=[term("orders")], legal_bases=[basis])]
    register = Register(purposes=purposes, legal_bases=[general] if general else None)

    assert [found[:2] for found in verdict("interest-missing", register)] == expected


def test_a_right_that_the_act_behind_the_processing_takes_away() -> None:
    """Act 1171/2022 excludes restriction: that it is not told is no flaw for certain, and its denial by that law is a statement."""
    reports = [
        Purpose(aims=[Words(fi="ilmoitusten käsittely")], legal_bases=[LegalBasis.legal_obligation("ilmoittajasl:9")])
    ]
    some = Right(
        right=term("restriction"),
        given=False,
        subjects=[term("employees")],
        provisions=[Provision.parse("ilmoittajasl:31.1")],
    )

    assert verdict("restriction-missing", Register(purposes=reports)) == [("note", "possible", "rights")]
    assert verdict("restriction-missing", Register(purposes=reports, rights=[some])) == []
    assert verdict("access-missing", Register(purposes=reports)) == [("must", "certain", "rights")]


def test_marketing_can_be_forbidden_without_conditions() -> None:
    """A right to object in a particular situation is that of 21(1), not of 21(2)."""
    ads = [Purpose(aims=[term("direct-marketing")], legal_bases=[LegalBasis.consent()])]
    special = Right(right=term("objection"), only_if=[Words(fi="henkilökohtainen erityinen tilanne")])

    assert verdict("marketing-objection-missing", Register(purposes=ads, rights=[special])) == [
        ("must", "certain", "rights")
    ]
    assert verdict("marketing-objection-missing", Register(purposes=ads, rights=[Right(right=term("objection"))])) == []


def test_no_marketing_rests_on_a_legal_obligation() -> None:
    """Where every basis is one, its objection is not asked for, whatever the aims are called."""
    own = [Purpose(aims=[Words(fi="ilmoitukset")], legal_bases=[LegalBasis.legal_obligation("kpl:2/10")])]

    assert verdict("marketing-objection-missing", Register(purposes=own)) == []


def test_consent_for_data_that_only_may_be_held() -> None:
    """Then withdrawal is possible, not certain."""
    diet = DataCategory(items=[term("health-data")], article_9=Article9Condition.EXPLICIT_CONSENT)
    orders = [Purpose(aims=[term("orders")], legal_bases=[LegalBasis.contract()])]

    assert verdict("withdrawal-missing", Register(purposes=orders, data=[diet])) == [("must", "certain", "rights")]
    assert verdict("withdrawal-missing", Register(purposes=orders, data=[attrs.evolve(diet, may=True)])) == [
        ("note", "possible", "rights")
    ]


@pytest.mark.parametrize(
    ("id", "usual"),
    [
        ("access-missing", ("must", "certain")),
        ("representative-missing", ("should", "possible")),
        ("security-missing", ("note", "possible")),
        ("portability-missing", ("note", "possible")),
        ("automated-decisions-missing", ("note", "possible")),
    ],
)
def test_the_usual_verdict_of_a_duty(id: str, usual: tuple[str, str]) -> None:
    """What no register can show to hold is listed as the note it is."""
    assert (all_checks()[id].severity, all_checks()[id].certainty) == usual


REACHED = Controller(name="Esimerkki Oy", emails=["info@example.fi"])
UNREACHED = Controller(name="Toinen Esimerkki Oy")
UNION = DataCategory(items=[term("trade-union-membership")], article_9=Article9Condition.NOT_FOR_PROFIT_BODY)


@pytest.mark.parametrize(
    ("controllers", "expected"),
    [
        ([REACHED, UNREACHED], [("must", "certain", "controllers[1].address")]),
        ([REACHED, attrs.evolve(UNREACHED, phones=["09 123"])], []),
        ([UNREACHED, UNREACHED], []),
        ([UNREACHED], []),
    ],
)
@pytest.mark.parametrize("kept_by", [None, [Party(name="Esimerkkipalkat Oy", emails=["info@example.fi"])]])
def test_the_record_tells_how_to_reach_each_controller(
    kept_by: list[Party] | None, controllers: list[Controller], expected: list[tuple[str, str, str]]
) -> None:
    """30(1)(a) and 30(2)(a); where none can be reached, that is another finding."""
    register = Register(kept_by=kept_by, controllers=controllers, data=[UNION])

    assert verdict("each-controller-contact-missing", register) == expected


def test_a_controller_told_by_its_id_is_looked_up() -> None:
    """Its contacts may stand elsewhere."""
    host = Party(id="host", name="Esimerkki Oy", emails=["info@example.fi"])
    register = Register(controllers=["host", REACHED], contacts=[host])

    assert verdict("each-controller-contact-missing", register) == []
