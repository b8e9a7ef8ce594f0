"""Which Isocost this is."""

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path


@cache
def version() -> str:
    """Return the version: of the checkout the engine lies in, else of the installed package."""
    project = Path(__file__).parent.parent / "pyproject.toml"
    try:
        table = tomllib.loads(project.read_text("utf-8"))["project"]
        if table["name"] == "isocost":
            return str(table["version"])
    except (OSError, KeyError, ValueError):
        pass
    try:
        return installed("isocost")
    except PackageNotFoundError:
        return "unknown"
