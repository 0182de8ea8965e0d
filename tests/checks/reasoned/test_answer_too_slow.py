"""The check answer-too-slow: what fires it, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from rekisteri import Disclosure, Register, Right, Section, Words, check, report, term
from rekisteri.model import Procedure
from rekisteri.retention.period import Deadline, Period
from rekisteri.words import LANGUAGES

TODAY = date(2026, 11, 22)
NOTHING: list[tuple[object, ...]] = []
SURE = ("must", "certain")
PERHAPS = ("should", "possible")


def procedure(deadline: str | None, extension: str | None = None) -> Procedure:
    """How a right is used, in what time."""
    return Procedure(
        deadline=Deadline.parse(deadline) if deadline else None,
        extension=Period.parse(extension) if extension else None,
    )


def findings(register: Register, on: date = TODAY) -> list[tuple[object, ...]]:
    """What the check finds: (severity, certainty, path)."""
    return check(register, on=on, select=["answer-too-slow"]).flatten("severity", "certainty", "path")


def asked(id: str, deadline: str | None, extension: str | None = None) -> list[tuple[object, ...]]:
    """What it finds where the right *id* is used in such a time."""
    return findings(Register(rights=[Right(right=term(id), procedure=procedure(deadline, extension))]))


@pytest.mark.parametrize(
    ("deadline", "extension", "expected"),
    [
        ("P1M", None, None),
        ("P1M", "P2M", None),
        ("without-undue-delay", None, None),
        ("without-undue-delay", "P2M", None),
        (None, "P2M", None),
        ("P4W", None, None),
        ("P14D", None, None),
        ("PT72H", None, None),
        ("P0D", None, None),
        ("P30D", None, None),  # longer than February, and let pass as a month
        ("P31D", None, (*PERHAPS, "deadline")),  # as long as January, longer than April
        ("P32D", None, (*SURE, "deadline")),
        ("P5W", None, (*SURE, "deadline")),
        ("P1M1D", None, (*SURE, "deadline")),
        ("P2M", None, (*SURE, "deadline")),
        ("P3M", None, (*SURE, "deadline")),  # the old Act's time, after which silence was a refusal
        ("P3M", "P3M", (*SURE, "deadline")),
        ("P1M", "P60D", None),
        ("P1M", "P61D", (*PERHAPS, "extension")),
        ("P1M", "P63D", (*SURE, "extension")),
        ("P1M", "P3M", (*SURE, "extension")),
        ("P30D", "P3M", (*SURE, "extension")),
        (None, "P3M", (*SURE, "extension")),
        ("without-undue-delay", "P3M", (*SURE, "extension")),
        ("P14D", "P10W", None),  # twelve weeks are less than three months
        ("P14D", "P2M", None),
        ("P2W", "P11W", (*PERHAPS, "extension")),  # 91 days: three months may have 89
        ("P2W", "P3M", (*SURE, "extension")),
        ("P2W99999D", "P99999D", (*SURE, "deadline")),
        ("P1D", "P99999D", (*SURE, "extension")),
    ],
)
def test_a_month_that_may_be_extended_by_two(
    deadline: str | None, extension: str | None, expected: tuple[str, str, str] | None
) -> None:
    """Days are not months: what is longer than some months only is possible."""
    found = [(*expected[:2], f"rights[0].procedure.{expected[2]}")] if expected else NOTHING

    assert asked("access", deadline, extension) == found


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("access", SURE),
        ("rectification", SURE),
        ("erasure", SURE),
        ("restriction", SURE),
        ("recipient-notification", SURE),
        ("portability", SURE),
        ("objection", SURE),
        ("marketing-objection", SURE),
        ("processing-objection", SURE),
        ("automated-decisions", SURE),
        ("disclosure-objection", PERHAPS),
        ("publication-objection", PERHAPS),
        ("research-objection", PERHAPS),
        ("withdraw-consent", None),
        ("complaint", None),
        ("remedy-against-authority", None),
        ("judicial-remedy", None),
        ("information", None),
        ("data-anonymisation", None),
    ],
)
def test_the_time_is_for_requests_under_articles_15_to_22(id: str, expected: tuple[str, str] | None) -> None:
    """A right to forbid disclosure, publication or research may be the right to object, or a courtesy."""
    assert [(severity, certainty) for severity, certainty, _ in asked(id, "P3M")] == ([expected] if expected else [])


def test_denied_rights_and_own_words_have_no_time() -> None:
    """Nobody uses a right that is denied; which right own words mean is not read."""
    slow = procedure("P3M")

    assert findings(Register(rights=[Right(right=term("access"), given=False, procedure=slow)])) == NOTHING
    assert findings(Register(rights=[Right(right=Words(fi="oikeus kahviin"), procedure=slow)])) == NOTHING
    assert findings(Register(rights=[Right(right=term("access"))])) == NOTHING


def test_forbidding_a_disclosure_may_be_objecting() -> None:
    """Whether the disclosure rests on what can be objected to is not told."""
    slow = Disclosure(to=[term("public")], how_to_object=procedure("P3M"))
    quick = Disclosure(to=[term("public")], how_to_object=procedure("P7D"))
    plain = Disclosure(to=[term("public")])

    assert findings(Register(disclosures=[slow, quick, plain])) == [(*PERHAPS, "disclosures[0].how_to_object.deadline")]


def test_the_message_tells_the_time() -> None:
    """The time for the answer, or by how much it may be extended."""
    register = Register(
        rights=[
            Right(right=term("access"), procedure=procedure("P3M")),
            Right(right=term("erasure"), procedure=procedure("P1M", "P6M")),
            Right(right=term("restriction"), procedure=procedure("P31D")),
        ]
    )
    found = check(register, on=TODAY, select=["answer-too-slow"])

    assert [report.message(one, "en").split(". ")[0] for one in found] == [
        "The register states the time for answering a request (right of access): 3 months",
        "According to the register, the time for answering a request (right to erasure) may be extended by: 6 months",
        "According to the register, the time for answering a request (right to restriction of processing), "
        "or for extending that time, is: 31 days",
    ]


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1), (TODAY, 1)]
)
def test_the_month_is_the_gdprs(on: date, expected: int) -> None:
    """The day before it applies nothing is found."""
    register = Register(rights=[Right(right=term("access"), procedure=procedure("P3M"))])

    assert len(findings(register, on)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vastaamme pyyntöön kolmen (3) kuukauden kuluessa.",
        "Begäran besvaras inom tre månader.",
        "Requests are answered within three months.",
    ],
)
def test_in_own_words(text: str) -> None:
    """Possible, where no field tells of a time."""
    section = Section(heading="Oikeudet", text=text)
    month = Right(right=term("access"), procedure=Procedure(deadline=Deadline(period=Period(months=1))))
    select = ["answer-too-slow"]
    found = check(Register(sections=[section]), on=date(2026, 11, 22), select=select)

    assert found.flatten("severity", "certainty", "path") == [("should", "possible", "sections[0].text")]
    assert all(report.message(one, language) for one in found for language in LANGUAGES)
    assert check(Register(sections=[section], rights=[month]), on=date(2026, 11, 22), select=select).findings == ()
