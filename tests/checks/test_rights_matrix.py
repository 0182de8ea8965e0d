"""The matrix of rights and legal bases: what the law gives, and what the checks say of it, cell by cell."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import attrs
import pytest

from rekisteri import (
    Controller,
    DataCategory,
    LegalBasis,
    Purpose,
    Register,
    RetentionRule,
    Right,
    SecurityMeasure,
    Source,
    Words,
    check,
    term,
)
from rekisteri.model import Article9Condition, AutomatedDecision, Ground, Requirement, RequirementKind

TODAY = date(2026, 11, 22)

BASES = dict(zip("abcdef", Ground, strict=True))
"""GDPR 6(1)(a) consent, (b) contract, (c) legal obligation, (d) vital interests, (e) public task, (f) legitimate interests."""

# Y: people have the right; C: if something holds that a register does not tell; N: they do not have it.
#
# information  and recipient-notification, the remedies: rights that the law gives, and that no notice must tell
# erasure      (a) after withdrawal; else if the data are no longer needed, after an objection, if processing is unlawful
# portability  if processing is automated, of data that the person has provided
# objection    Art. 21(1), on grounds of one's own situation; marketing-objection: 21(2)
# automated-decisions  unless a contract, a law or explicit consent allows the decision (22(2))

LAW = {
    "no marketing, no automated decisions": """
        right                     a b c d e f
        information               Y Y Y Y Y Y
        access                    Y Y Y Y Y Y
        rectification             Y Y Y Y Y Y
        erasure                   Y C C C C C
        restriction               Y Y Y Y Y Y
        recipient-notification    Y Y Y Y Y Y
        portability               C C N N N N
        objection                 N N N N Y Y
        marketing-objection       N N N N N N
        automated-decisions       N N N N N N
        withdraw-consent          Y N N N N N
        complaint                 Y Y Y Y Y Y
        remedy-against-authority  Y Y Y Y Y Y
        judicial-remedy           Y Y Y Y Y Y
    """,
    "marketing, no automated decisions": """
        right                     a b c d e f
        information               Y Y Y Y Y Y
        access                    Y Y Y Y Y Y
        rectification             Y Y Y Y Y Y
        erasure                   Y C C C C C
        restriction               Y Y Y Y Y Y
        recipient-notification    Y Y Y Y Y Y
        portability               C C N N N N
        objection                 N N N N Y Y
        marketing-objection       Y Y Y Y Y Y
        automated-decisions       N N N N N N
        withdraw-consent          Y N N N N N
        complaint                 Y Y Y Y Y Y
        remedy-against-authority  Y Y Y Y Y Y
        judicial-remedy           Y Y Y Y Y Y
    """,
    "no marketing, automated decisions": """
        right                     a b c d e f
        information               Y Y Y Y Y Y
        access                    Y Y Y Y Y Y
        rectification             Y Y Y Y Y Y
        erasure                   Y C C C C C
        restriction               Y Y Y Y Y Y
        recipient-notification    Y Y Y Y Y Y
        portability               C C N N N N
        objection                 N N N N Y Y
        marketing-objection       N N N N N N
        automated-decisions       C C C C C C
        withdraw-consent          Y N N N N N
        complaint                 Y Y Y Y Y Y
        remedy-against-authority  Y Y Y Y Y Y
        judicial-remedy           Y Y Y Y Y Y
    """,
    "marketing, automated decisions": """
        right                     a b c d e f
        information               Y Y Y Y Y Y
        access                    Y Y Y Y Y Y
        rectification             Y Y Y Y Y Y
        erasure                   Y C C C C C
        restriction               Y Y Y Y Y Y
        recipient-notification    Y Y Y Y Y Y
        portability               C C N N N N
        objection                 N N N N Y Y
        marketing-objection       Y Y Y Y Y Y
        automated-decisions       C C C C C C
        withdraw-consent          Y N N N N N
        complaint                 Y Y Y Y Y Y
        remedy-against-authority  Y Y Y Y Y Y
        judicial-remedy           Y Y Y Y Y Y
    """,
}

WITH_EXPLICIT_CONSENT = """
        right                     a b c d e f
        portability               C C C C C C
        withdraw-consent          Y Y Y Y Y Y
"""
"""What differs where a special category is held with explicit consent (9(2)(a))."""

WITH_STATISTICS = """
        right                     a b c d e f
        objection                 C C C C Y Y
"""
"""What differs where data are used for statistics (21(6): unless a task in the public interest needs it)."""

TOLD: dict[str, dict[str, str | None]] = {
    # right: what is found where it is missing, by whether people have it. Art. 13(2)(b) asks for the right to request erasure
    # whatever the basis: some ground of 17(1) is always possible.
    "access": {"Y": "must"},
    "rectification": {"Y": "must"},
    "erasure": {"Y": "must", "C": "must"},
    "restriction": {"Y": "must"},
    "portability": {"C": "note", "N": None},
    "objection": {"Y": "must", "C": "note", "N": None},
    "marketing-objection": {"Y": "must", "N": None},
    "withdraw-consent": {"Y": "must", "N": None},
    "complaint": {"Y": "must"},
}
"""The rights that Arts 13(2)(b)-(d) and 14(2)(c)-(e) want told; the others are in the law, but no items of a notice."""

DUTIES = {"withdraw-consent": "withdrawal-missing"}

NO_RIGHTS_OF_THE_BASIS = {"information", "recipient-notification", "automated-decisions"}
"""Rights of which too much is never said: a register that makes no automated decisions may say that it cannot."""

SITUATIONS = list(product(LAW, BASES))


def cells(table: str) -> dict[str, dict[str, str]]:
    """The letters of a table: right, then basis."""
    head, *rows = (line.split() for line in table.strip().splitlines())
    return {right: dict(zip(head[1:], letters, strict=True)) for right, *letters in rows}


def basis(letter: str) -> LegalBasis:
    """One point of Art. 6(1)."""
    interest = Words(en="growth") if letter == "f" else None
    return LegalBasis(ground=BASES[letter], interest=interest)


def register(situation: str, *letters: str) -> Register:
    """A register that states everything but rights, on these bases."""
    marketing = not situation.startswith("no marketing")
    decides = not situation.endswith("no automated decisions")
    aims = [term("orders"), *([term("direct-marketing")] if marketing else [])]
    decision = AutomatedDecision(
        what=Words(en="credit"), logic=Words(en="a score"), effects=Words(en="no credit"), solely=True, significant=True
    )
    return Register(
        controllers=[Controller(name="Esimerkki Oy", emails=["tietosuoja@example.fi"], country="FI")],
        dpos=(),
        data_subjects=[term("customers")],
        purposes=[Purpose(aims=aims, legal_bases=[basis(letter)]) for letter in letters],
        data=[DataCategory(id="contact", name=term("contact-details"), from_the_person=True)],
        sources=[Source(origin=term("data-subject"))],
        processors=(),
        disclosures=(),
        transfers=(),
        retention=[RetentionRule.maximum("P2Y", after="last-order", data=["contact"])],
        security=[SecurityMeasure(measure=term("backups"))],
        tracking=(),
        automated_decisions=[decision] if decides else (),
        requirements=[Requirement(kind=RequirementKind.NONE)],
    )


def found(told: Register) -> set[tuple[object, ...]]:
    """What the duties and the checks of rights say: (check, severity)."""
    return set(check(told, on=TODAY, select=["stated", "rights"]).flatten("check", "severity"))


def missing(law: dict[str, str]) -> set[tuple[object, ...]]:
    """What should be found in silence, where the law gives these rights: (check, severity)."""
    asked = {right: TOLD[right][letter] for right, letter in law.items() if right in TOLD}
    return {(DUTIES.get(right, f"{right}-missing"), severity) for right, severity in asked.items() if severity}


def not_given(law: dict[str, str]) -> set[str | None]:
    """The rights that should be noted where all are stated; "the right to object" is that of Art. 21(1) and of 21(2)."""
    without: set[str | None] = {right for right, letter in law.items() if letter == "N"}
    if "marketing-objection" not in without:
        without.discard("objection")
    return without - NO_RIGHTS_OF_THE_BASIS


def too_much(told: Register) -> set[str | None]:
    """The rights that are given although no basis of the register gives them."""
    rights = told.rights or ()
    notes = check(told, on=TODAY, select=["right-not-of-the-basis"])
    assert {one.severity for one in notes} <= {"note"}
    return {rights[int(one.path.split("[")[1].split("]")[0])].right.term for one in notes}


def with_every_right(told: Register) -> Register:
    """The register with each right of the table stated."""
    return attrs.evolve(told, rights=[Right(right=term(right)) for right in cells(next(iter(LAW.values())))])


def stronger(one: str, other: str) -> str:
    """What two bases give together: a right that either gives."""
    return min(one, other, key="YCN".index)


@pytest.mark.parametrize(("situation", "letter"), SITUATIONS)
def test_silence_about_rights(situation: str, letter: str) -> None:
    """What people have must be told; what they may have is a note; what they do not have is never asked for."""
    law = {right: row[letter] for right, row in cells(LAW[situation]).items()}

    assert found(register(situation, letter)) == missing(law)


@pytest.mark.parametrize(("situation", "letter"), SITUATIONS)
def test_every_right_stated(situation: str, letter: str) -> None:
    """Nothing is missing then; what the law does not give is a note."""
    law = {right: row[letter] for right, row in cells(LAW[situation]).items()}
    told = with_every_right(register(situation, letter))

    assert too_much(told) == not_given(law)
    assert {id for id, _ in found(told)} <= {"right-not-of-the-basis"}


@pytest.mark.parametrize("situation", LAW)
@pytest.mark.parametrize("letters", list(combinations(BASES, 2)), ids="".join)
def test_two_bases_give_what_either_gives(situation: str, letters: tuple[str, str]) -> None:
    """One purpose on each."""
    one, other = letters
    law = {right: stronger(row[one], row[other]) for right, row in cells(LAW[situation]).items()}
    told = register(situation, *letters)

    assert found(told) == missing(law)
    assert too_much(with_every_right(told)) == not_given(law)


@pytest.mark.parametrize(("situation", "letter"), SITUATIONS)
def test_explicit_consent_gives_what_consent_gives(situation: str, letter: str) -> None:
    """Portability and withdrawal, whatever the basis of Art. 6 is."""
    special = {right: row[letter] for right, row in cells(WITH_EXPLICIT_CONSENT).items()}
    law = {right: row[letter] for right, row in cells(LAW[situation]).items()} | special
    health = DataCategory(name=term("health-data"), article_9=Article9Condition.EXPLICIT_CONSENT, from_the_person=True)
    told = register(situation, letter)
    told = attrs.evolve(told, data=[*(told.data or ()), health])

    assert found(told) == missing(law)
    assert too_much(with_every_right(told)) == not_given(law)


@pytest.mark.parametrize("letter", BASES)
def test_statistics_may_be_objected_to(letter: str) -> None:
    """Whether a task in the public interest needs them is not told: a note, where the basis does not give the right anyway."""
    law = {right: row[letter] for right, row in cells(next(iter(LAW.values()))).items()}
    law |= {right: row[letter] for right, row in cells(WITH_STATISTICS).items()}
    told = register("no marketing, no automated decisions", letter)
    told = attrs.evolve(told, purposes=[Purpose(aims=[term("statistics")], legal_bases=[basis(letter)])])

    assert found(told) == missing(law)
    assert "objection" not in too_much(with_every_right(told))


def test_the_tables_are_whole() -> None:
    """Every right of the table is a term of the vocabulary, every basis is there, and every letter has its meaning."""
    for table in LAW.values():
        for right, row in cells(table).items():
            assert term(right).term == right
            assert list(row) == list(BASES)
            assert set(row.values()) <= set(TOLD.get(right, dict.fromkeys("YCN")))
