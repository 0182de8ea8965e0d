"""Hypothesis strategies for everything a register is made of, for the tests of whoever builds on the library.

Needs hypothesis: ``pip install "rekisteri[testing]"``.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401  # asked for by name, so that its absence is told plainly
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    message = 'rekisteri.testing needs hypothesis: pip install "rekisteri[testing]"'
    raise ModuleNotFoundError(message, name="hypothesis") from None

from rekisteri.testing.documents import documents
from rekisteri.testing.registers import (
    CONTRADICTIONS,
    contradictory_registers,
    ordinary_registers,
    registers,
    silent_registers,
)
from rekisteri.testing.values import values

__all__ = [
    "CONTRADICTIONS",
    "contradictory_registers",
    "documents",
    "ordinary_registers",
    "registers",
    "silent_registers",
    "values",
]
