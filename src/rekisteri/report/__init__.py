"""Findings and answers as text for people and as JSON for machines: here they get their words."""

from rekisteri.report.due_json import due_as_json as due_json
from rekisteri.report.due_svg import due_as_svg as due_svg
from rekisteri.report.due_text import due_as_text as due_text
from rekisteri.report.messages import how_to_mend, message, title
from rekisteri.report.to_json import as_json as json
from rekisteri.report.to_text import as_text as text
from rekisteri.report.witness import witness_as_svg as witness_svg

__all__ = ["due_json", "due_svg", "due_text", "how_to_mend", "json", "message", "text", "title", "witness_svg"]
