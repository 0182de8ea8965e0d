"""How the checks are found: a duty is a row of the law's table, a reasoned check a file of its own."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from rekisteri.checks import reasoned
from rekisteri.checks.engine import Check
from rekisteri.checks.stated import duty_checks

__all__ = ["all_checks", "called"]


@cache
def all_checks() -> Mapping[str, Check]:
    """Every check by id: first the duties in the order of their table, then the reasoned ones by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(reasoned.__path__))
    found = [getattr(importlib.import_module(f"{reasoned.__name__}.{name}"), name) for name in names]
    return {check.id: check for check in [*duty_checks(), *found]}


def called(name: str) -> frozenset[str]:
    """The ids of the checks that are called so or belong to a family called so; none if nothing is."""
    return frozenset(id for id, entry in all_checks().items() if name in (id, entry.family))
