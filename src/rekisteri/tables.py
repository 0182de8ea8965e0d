"""Reading the library's own TOML tables into typed rows; an unknown or missing key is an error of ours."""

from __future__ import annotations

from typing import Any

__all__ = ["read_table", "read_tables"]


def read_table(package: str, name: str) -> dict[str, Any]:
    """One TOML file that ships inside *package*."""
    import tomllib  # with what finds the file as long to load as a room, and many a program reads no table
    from importlib.resources import files

    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


def read_tables(package: str, folder: str) -> dict[str, dict[str, Any]]:
    """All TOML files of a folder inside *package*, by their names without ending, in alphabetical order."""
    import tomllib
    from importlib.resources import files

    found = sorted(files(package).joinpath(folder).iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in found
        if file.name.endswith(".toml")
    }
