"""The statute book: citations, acts, duties, adequacy decisions and authorities, as dated data. Knows nothing of registers."""

from rekisteri.law.acts import Act, act, acts, finnish_amendments_read_to, tables_checked_on
from rekisteri.law.adequacy import Adequacy, adequacy, adequacy_decisions
from rekisteri.law.authorities import Authority, authorities
from rekisteri.law.child_consent import ConsentAge, consent_age
from rekisteri.law.citation import Provision
from rekisteri.law.clauses import Clauses, standard_clauses
from rekisteri.law.duties import Duty, duties

__all__ = [
    "Act",
    "Adequacy",
    "Authority",
    "Clauses",
    "ConsentAge",
    "Duty",
    "Provision",
    "act",
    "acts",
    "adequacy",
    "adequacy_decisions",
    "authorities",
    "consent_age",
    "duties",
    "finnish_amendments_read_to",
    "standard_clauses",
    "tables_checked_on",
]
