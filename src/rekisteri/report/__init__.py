"""Findings as text for people and as JSON for machines: here they get their words."""

from rekisteri.report.json import as_json as json
from rekisteri.report.messages import message, title
from rekisteri.report.text import as_text as text

__all__ = ["json", "message", "text", "title"]
