"""The controlled vocabulary: terms with labels in three languages, by kind."""

from rekisteri.vocabulary.terms import Kind, Term, lookup, term, terms, unreviewed

__all__ = ["Kind", "Term", "lookup", "term", "terms", "unreviewed"]
