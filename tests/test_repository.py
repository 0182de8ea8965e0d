"""The repository kept in step with itself: mirrors, generated files, complete languages, links."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import docs
import pytest

import rekisteri
from examples import ROOT
from rekisteri.checks import all_checks
from rekisteri.law.duties import duties
from rekisteri.text.catalog import phrases
from rekisteri.words import LANGUAGES

SOURCE = ROOT / "src" / "rekisteri"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = sorted(SOURCE.rglob("*.py"))


def placeholders(text: str) -> set[str]:
    """The names a phrase wants filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_say_the_same_things(language: str) -> None:
    """Every language has every phrase, in the same order, with the same places to fill in."""
    finnish, other = phrases("fi"), phrases(language)

    assert list(other) == list(finnish)
    assert {name for name in finnish if placeholders(finnish[name]) != placeholders(other[name])} == set()


def test_reasoned_checks_mirror_their_files_and_tests() -> None:
    """A reasoned check is a file of its name, and has a test file of its name."""
    files = {path.stem for path in (SOURCE / "checks" / "reasoned").glob("[a-z]*.py")}
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "checks" / "reasoned").glob("test_*.py")}
    ids = {id.replace("-", "_") for id in all_checks()} - {duty.id.replace("-", "_") for duty in duties()}

    assert files == ids == tests


@pytest.mark.parametrize("path", docs.generated(), ids=lambda path: path.name)
def test_generated_files_are_up_to_date(path: Path) -> None:
    """What is made from the code is committed as the code makes it (``python tools/docs.py``)."""
    assert docs.generated()[path] == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of the documentation leads to a file."""
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    dead = [target for target in targets if "://" not in target and not (page.parent / target).exists()]

    assert dead == []


def test_every_page_can_be_found() -> None:
    """The index names every page of the documentation, the list of checks the page of each check."""
    index, checks = ROOT / "docs" / "index.md", ROOT / "docs" / "reference" / "checks.md"
    named = {
        (page.parent / target).resolve()
        for page in (index, checks)
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    }

    assert {page for page in (ROOT / "docs").rglob("*.md") if page != index} <= named


def test_every_check_has_its_page() -> None:
    """And there is no page of a check that is gone."""
    pages = {path.stem for path in (ROOT / "docs" / "reference" / "checks").glob("*.md")}

    assert pages == set(all_checks())


def test_the_window_offers_what_it_lists() -> None:
    """Everything in ``__all__`` can be imported from the top, and is what its own room offers."""
    for name in rekisteri.__all__:
        assert getattr(rekisteri, name) is not None
    assert sorted(rekisteri.__all__) == rekisteri.__all__
    assert set(rekisteri.__all__) <= set(dir(rekisteri))


def test_the_window_opens_nothing() -> None:
    """Importing the library imports none of its rooms, nor attrs, cattrs or Babel."""
    code = "import sys; before = set(sys.modules); import rekisteri; print(sorted(set(sys.modules) - before))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert found == "['rekisteri']\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that the window does not have fails as everywhere in Python."""
    with pytest.raises(AttributeError, match="module 'rekisteri' has no attribute 'Regsiter'"):
        _ = rekisteri.Regsiter


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_modules_say_what_is_public(path: Path) -> None:
    """Each module has a docstring, and lists its public names; what it defines beside them is private."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    listed: set[str] = set()
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            listed = {element.value for element in ast.walk(node.value) if isinstance(element, ast.Constant)}  # type: ignore[misc]
    defined = {node.name for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    public = {name for name in defined if not name.startswith("_")}

    assert ast.get_docstring(module)
    if path.parent.name != "reasoned" and path.name != "__main__.py":
        assert public <= listed


def test_the_readme_has_its_two_commands() -> None:
    """The README tells two commands, each of which sets everything up."""
    told = re.search(r"<!-- commands -->(.*)<!-- end -->", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)

    assert told is not None
    assert re.findall(r"^    (.+)$", told[1], re.MULTILINE) == [
        "python3 tools/run.py demo",
        "python3 tools/run.py tests",
    ]
