"""The manual: one page a check, from its own file, with examples that do what the page says."""

from __future__ import annotations

from string import Formatter

import pytest

from examples import ROOT
from rekisteri import Report, check, dumps, loads
from rekisteri.checks import all_checks
from rekisteri.checks.manual import Page, page_of
from rekisteri.law.acts import tables_checked_on
from rekisteri.words import LANGUAGES

NEEDED = {"title", "what", "why", "message", "mend"}

every_page = pytest.mark.parametrize("page", [page_of(id) for id in all_checks()], ids=lambda page: page.check)


def judged(page: Page, text: str) -> Report:
    """What the page's check alone finds in an example."""
    return check(loads(text), on=page.on or tables_checked_on(), select=[page.check])


def placeholders(text: str) -> set[str]:
    """The names a phrase wants filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_each_check_has_a_page_and_each_page_a_check() -> None:
    """No page is left over, none is missing."""
    files = {path.stem for path in (ROOT / "src" / "rekisteri" / "checks" / "pages").glob("*.toml")}

    assert files == set(all_checks())


@every_page
def test_a_page_says_the_same_things_in_every_language(page: Page) -> None:
    """The same sentences, in the same order, with the same places to fill in."""
    finnish = page.words["fi"]

    assert set(finnish) >= NEEDED
    for language in LANGUAGES:
        other = page.words[language]
        assert list(other) == list(finnish)
        assert all(text.strip() == text and text for text in other.values())
        assert {name for name in finnish if placeholders(finnish[name]) != placeholders(other[name])} == set()


@every_page
def test_the_failing_example_fails(page: Page) -> None:
    """It is a register as ``dumps`` writes it, and the check finds something in it."""
    assert dumps(loads(page.fails)) == page.fails
    assert judged(page, page.fails).findings


@every_page
def test_the_passing_example_passes(page: Page) -> None:
    """It says something about the same matter, and the check finds nothing."""
    assert dumps(loads(page.passes)) == page.passes
    assert judged(page, page.passes).findings == ()
