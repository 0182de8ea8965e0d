"""Following a path of a finding or a problem into a register."""

from __future__ import annotations

import re
from typing import Any

from rekisteri.part import labelled


def resolve(register: Any, path: str) -> Any:
    """What stands at *path*, None if the register is silent there; fails if the path leads nowhere."""
    found = register
    for name, item in re.findall(r"([a-z_0-9]+)|\[([^\]]+)\]", path):
        found = getattr(found, name) if name else dict(labelled(found))[f"[{item}]"]
    return found
