"""Reading the library's own TOML tables into typed rows; an unknown or missing key is an error of ours."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["read_table", "read_tables"]


def read_table(package: str, name: str) -> dict[str, Any]:
    """One TOML file that ships inside *package*."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


def read_tables(package: str, folder: str) -> dict[str, dict[str, Any]]:
    """All TOML files of a folder inside *package*, by their names without ending, in alphabetical order."""
    found = sorted(files(package).joinpath(folder).iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in found
        if file.name.endswith(".toml")
    }
