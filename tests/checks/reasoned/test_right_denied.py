"""The check right-denied: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from rekisteri import LegalBasis, Provision, Purpose, Register, Right, Words, check, report, term

BOOKS = Purpose(aims=[term("bookkeeping")])


def findings(*rights: Right) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path, citations as written)."""
    found = check(Register(rights=rights), on=date(2026, 11, 22), select=["right-denied"])
    return [(one.severity, one.certainty, one.path, *map(str, one.citations)) for one in found]


def test_a_right_denied_altogether() -> None:
    """The finding cites the article that gives the right."""
    assert findings(Right(right=term("access"), given=False)) == [
        ("should", "possible", "rights[0].given", "gdpr:15"),
    ]


@pytest.mark.parametrize(
    "right",
    [
        Right(right=term("access")),
        Right(right=term("objection"), given=False, about=[term("bookkeeping")]),
        Right(right=term("erasure"), given=False, subjects=[term("company-contacts")]),
        Right(right=term("erasure"), given=False, only_if=[term("law-requires")]),
        Right(right=term("access"), given=False, provisions=[Provision.parse("rahanpesul:4/3")]),
        Right(right=term("data-anonymisation"), given=False),
        Right(right=Words(fi="oikeus saada kahvia"), given=False),
    ],
)
def test_near_misses(right: Right) -> None:
    """Given, limited to some people or matters, denied by a law that is cited, or no right of the GDPR."""
    assert findings(right) == []


def test_no_law_takes_away_the_right_to_complain() -> None:
    """Nor the right to withdraw consent where consent is the basis; where it may be, that is only possible."""
    assert findings(Right(right=term("complaint"), given=False)) == [
        ("must", "certain", "rights[0].given", "gdpr:77.1")
    ]
    denied = [Right(right=term("withdraw-consent"), given=False)]
    on = date(2026, 11, 22)
    consent = check(Register(legal_bases=[LegalBasis.consent()], rights=denied), on=on, select=["right-denied"])
    unknown = check(Register(rights=denied), on=on, select=["right-denied"])

    assert consent.flatten("severity", "certainty") == [("must", "certain")]
    assert unknown.flatten("severity", "certainty") == [("should", "possible")]


@pytest.mark.parametrize(
    ("aim", "id", "expected"),
    [
        ("direct-marketing", "marketing-objection", [("must", "certain")]),
        ("newsletter", "marketing-objection", [("should", "possible")]),
        ("bookkeeping", "marketing-objection", []),
        ("direct-marketing", "objection", [("should", "possible")]),
        ("statistics", "objection", [("should", "possible")]),
        ("bookkeeping", "objection", []),
    ],
)
def test_no_law_takes_away_the_right_to_forbid_marketing(aim: str, id: str, expected: list[tuple[str, str]]) -> None:
    """Where data are used for it, whatever the basis; the right to object is that to marketing too."""
    purposes = [Purpose(aims=[term(aim)], legal_bases=[LegalBasis.contract()])]
    register = Register(purposes=purposes, rights=[Right(right=term(id), given=False)])
    found = check(register, on=date(2026, 11, 22), select=["right-denied", "marketing-objection-limited"])

    assert found.flatten("severity", "certainty") == expected


@pytest.mark.parametrize(
    ("id", "cited", "expected"),
    [
        ("access", "tsl:31", 0),
        ("rectification", "tsl:31.1", 0),
        ("restriction", "tsl:31", 0),
        ("objection", "tsl:31", 0),
        ("erasure", "tsl:31", 1),
        ("recipient-notification", "tsl:31", 1),
        ("portability", "tsl:31", 1),
        ("portability", "tsl:32", 0),
        ("recipient-notification", "tsl:32", 0),
        ("erasure", "tsl:32", 1),
        ("access", "tsl:34.1", 0),
        ("rectification", "tsl:34.1", 1),
        ("erasure", "tsl", 0),
        ("erasure", "gdpr:17.3.b", 0),
        ("erasure", "kpl:2/10", 0),
    ],
)
def test_sections_of_the_data_protection_act_limit_some_rights(id: str, cited: str, expected: int) -> None:
    """Section 31 (research) those of Arts 15, 16, 18 and 21; 32 (archives) of 15, 16, 18-21; 34 of 15."""
    assert len(findings(Right(right=term(id), given=False, provisions=[Provision.parse(cited)]))) == expected


def test_the_message_names_the_section() -> None:
    """Which limits other rights; where another law is cited too, that may be the ground."""
    denied = Right(
        right=term("erasure"), given=False, provisions=[Provision.parse("tsl:31"), Provision.parse("tsl:32")]
    )
    (found,) = check(Register(rights=[denied]), on=date(2026, 11, 22), select=["right-denied"])

    assert report.message(found, "fi") == (
        "Rekisterissä kerrotaan, ettei rekisteröidyllä ole tätä oikeutta: oikeus tietojen poistamiseen. "
        "Siinä mainittu säännös (tietosuojalain (1050/2018) 31 § ja tietosuojalain (1050/2018) 32 §) "
        "rajoittaa vain muita oikeuksia."
    )
    assert findings(attrs.evolve(denied, provisions=[*(denied.provisions or ()), Provision.parse("kpl:2/10")])) == []


def test_given_and_denied_cannot_both_be_true() -> None:
    """Unless what is given is given to some only."""
    denied = Right(right=term("access"), given=False)

    assert findings(Right(right=term("access")), denied) == [("must", "certain", "rights[1].given", "gdpr:15")]
    assert findings(Right(right=term("access"), subjects=[term("customers")]), denied) == [
        ("should", "possible", "rights[1].given", "gdpr:15")
    ]


def test_a_right_that_the_basis_does_not_give_may_be_denied() -> None:
    """With a legal obligation alone there is no portability, no objection, no consent to withdraw."""
    ids = ("portability", "objection", "withdraw-consent", "restriction")
    denied = [Right(right=term(id), given=False) for id in ids]
    register = Register(legal_bases=[LegalBasis.legal_obligation("kpl:2/10")], purposes=[BOOKS], rights=denied)
    found = check(register, on=date(2026, 11, 22), select=["right-denied"])

    assert found.flatten("path") == [("rights[3].given",)]


def test_what_is_given_and_denied_contradicts_itself_whatever_the_basis() -> None:
    """Also a right that the basis does not give."""
    both = [Right(right=term("portability")), Right(right=term("portability"), given=False)]
    register = Register(legal_bases=[LegalBasis.legal_obligation("kpl:2/10")], purposes=[BOOKS], rights=both)
    found = check(register, on=date(2026, 11, 22), select=["right-denied"])

    assert found.flatten("severity", "path") == [("must", "rights[1].given")]


def test_the_right_s_own_article_is_no_law_that_takes_it_away() -> None:
    """Another paragraph of it may be."""
    denied = Right(right=term("restriction"), given=False, provisions=[Provision.parse("gdpr:18")])

    assert [found[:3] for found in findings(denied)] == [("should", "possible", "rights[0].given")]
    assert findings(Right(right=term("erasure"), given=False, provisions=[Provision.parse("gdpr:17.3.b")])) == []


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        ([LegalBasis.legal_obligation("kpl:2/10")], ["note"]),
        ([LegalBasis.legal_obligation("kpl:2/10"), LegalBasis.public_task("tsl:4")], ["note"]),
        ([LegalBasis.legal_obligation("kpl:2/10"), LegalBasis.contract()], ["should"]),
        (None, ["should"]),
    ],
)
def test_erasure_where_all_rests_on_law(bases: list[LegalBasis] | None, expected: list[str]) -> None:
    """17(3)(b) may leave nothing of the right."""
    register = Register(legal_bases=bases, rights=[Right(right=term("erasure"), given=False)])

    assert [one.severity for one in check(register, on=date(2026, 11, 22), select=["right-denied"])] == expected


def test_where_no_decisions_are_automated_there_is_nothing_to_deny() -> None:
    """Nor is the denial of such a right wrong then."""
    denied = [Right(right=term("automated-decisions"), given=False)]
    found = [
        check(Register(rights=denied, automated_decisions=decisions), on=date(2026, 11, 22), select=["right-denied"])
        for decisions in ((), None)
    ]

    assert [len(report) for report in found] == [0, 1]
