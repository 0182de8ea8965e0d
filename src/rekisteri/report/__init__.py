"""Findings as text for people and as JSON for machines: here they get their words."""

from rekisteri.report.messages import how_to_mend, message, title
from rekisteri.report.to_json import as_json as json
from rekisteri.report.to_text import as_text as text

__all__ = ["how_to_mend", "json", "message", "text", "title"]
