"""Whom the measured points that ship are owed to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Source:
    """One source of measured points: whose it is, where it stands, under which licence."""

    whose: str
    repository: str
    licence: str


@cache
def sources() -> Mapping[str, Source]:
    """Return the sources by the name that points carry, as `resources/measured/ATTRIBUTION.md` lists them."""
    text = files("resources").joinpath("measured", "ATTRIBUTION.md").read_text("utf-8")
    found: dict[str, Source] = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `") and len(cells) >= 5:
            found.setdefault(cells[0].strip("`"), Source(cells[1], cells[2], cells[4]))
    return MappingProxyType(found)
