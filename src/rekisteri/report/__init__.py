"""Findings and answers as text for people and as JSON for machines: here they get their words."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # a report needs no picture, and no picture a report: each is loaded when it is asked for
    from rekisteri.report.due_to_json import due_as_json as due_json
    from rekisteri.report.due_to_svg import due_as_svg as due_svg
    from rekisteri.report.due_to_text import due_as_text as due_text
    from rekisteri.report.messages import how_to_mend, message, title
    from rekisteri.report.page_to_text import page_as_text as page
    from rekisteri.report.to_json import as_json as json
    from rekisteri.report.to_text import as_text as text
    from rekisteri.report.witness import witness_as_svg as witness_svg

_HOME = {
    "due_json": ("due_to_json", "due_as_json"),
    "due_svg": ("due_to_svg", "due_as_svg"),
    "due_text": ("due_to_text", "due_as_text"),
    "how_to_mend": ("messages", "how_to_mend"),
    "json": ("to_json", "as_json"),
    "message": ("messages", "message"),
    "page": ("page_to_text", "page_as_text"),
    "text": ("to_text", "as_text"),
    "title": ("messages", "title"),
    "witness_svg": ("witness", "witness_as_svg"),
}

__all__ = [
    "due_json",
    "due_svg",
    "due_text",
    "how_to_mend",
    "json",
    "message",
    "page",
    "text",
    "title",
    "witness_svg",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOME:
        message = f"module 'rekisteri.report' has no attribute {name!r}"
        raise AttributeError(message)
    module, own_name = _HOME[name]
    found: object = getattr(import_module(f"rekisteri.report.{module}"), own_name)
    globals()[name] = found
    return found
