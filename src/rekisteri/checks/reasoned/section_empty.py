"""A heading without words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisteri.checks.engine import Case, Found, check_of
from rekisteri.checks.finding import Severity
from rekisteri.model.section import Section
from rekisteri.words import for_notice


@check_of("form", "gdpr:12.1", severity=Severity.NOTE)
def section_empty(case: Case) -> Iterator[Found]:
    """Readers cannot tell whether there is nothing to say or something was forgotten.

    Let pass where the section's words became fields, where the heading itself says something ("Register: customers"), where it
    is the document's title, and where the next heading belongs under it.
    """
    sections = [(path, section) for path, section in case.all_of(Section) if for_notice(section)]
    following = [section for _, section in sections[1:]]
    for index, (path, section) in enumerate(sections):
        after = following[index] if index < len(following) else None
        if not (section.free_words or section.covered or _speaks(case, section) or _is_above(section, after)):
            yield Found(path=f"{path}.heading", params={"words": section.heading})


def _speaks(case: Case, section: Section) -> bool:
    """Whether a heading is the title, or tells something after a colon."""
    title = section.heading.strip() in (case.register.title, case.register.name)
    return title or bool(re.search(r":\s*\S", section.heading))


def _is_above(section: Section, after: Section | None) -> bool:
    """Whether the next section is a part of this one: 4 and 4.1, "Rights" and "Right of access"."""
    if after is None:
        return False
    number, under = _number(section), _number(after)
    if number and under.startswith(number) and under != number:
        return True
    groups = {"rights_general": "right_", "security": "security_"}
    wider = [groups[about] for about in section.about or () if about in groups]
    return any(about.startswith(tuple(wider)) for about in after.about or ())


def _number(section: Section) -> str:
    found = re.match(r"\s*(\d+(?:\.\d+)*)", section.heading)
    return f"{found[1]}." if found else ""
