"""The statute book: citations, acts, duties and authorities, as dated data. Knows nothing of registers."""

from rekisteri.law.acts import Act, act, acts, finnish_amendments_read_to, tables_checked_on
from rekisteri.law.authorities import Authority, authorities
from rekisteri.law.citation import Provision
from rekisteri.law.duties import Duty, duties

__all__ = [
    "Act",
    "Authority",
    "Duty",
    "Provision",
    "act",
    "acts",
    "authorities",
    "duties",
    "finnish_amendments_read_to",
    "tables_checked_on",
]
