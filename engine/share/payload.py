"""The scenario file that an exported picture, report or sheet carries."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from engine.digest import library_digest
from engine.files import Project, to_bytes
from engine.scenario import Scenario
from engine.share.private import public
from engine.version import version


def payload(
    scenario: Scenario,
    baseline: Scenario | None = None,
    views: Mapping[str, Any] | None = None,
    front: str = "",
) -> bytes:
    """Return the content of a `.isocost` file of `scenario` alone, with the view it was seen in.

    Parameters
    ----------
    scenario, baseline : Scenario
        What is shown, and what it was compared with; a baseline equal to it is left out.
    views : mapping of view key to settings
    front : str
        Key of the view that is to open.
    """
    other = None if baseline is None or baseline == scenario else public(baseline)
    shown = MappingProxyType(dict(views or {}))
    return to_bytes(
        Project((public(scenario),), views=shown, front=front, baseline=other, library=library_digest())
    )


def notes(front: str = "") -> dict[str, str]:
    """Return what any reader of a picture may see: program, catalogue, view."""
    made = {"Software": f"Isocost {version()}", "Library": library_digest()}
    return made | ({"View": front} if front else {})


def remarks(project: Project) -> list[str]:
    """Return what to tell who opens a carried scenario: that figures may differ from those they saw."""
    if project.library and project.library != library_digest():
        return ["It was made with another version of Isocost or its catalogue, so figures may differ."]
    return []
