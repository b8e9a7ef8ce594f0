"""What must hold before Isocost starts; each trouble is a text with its cure. Imports next to nothing."""

import importlib.util
import os
from pathlib import Path
from typing import Final

#: PySide6 from this release loses references to None under Python older than `IMMORTAL_NONE`.
LOSING_PYSIDE: Final = (6, 12)
IMMORTAL_NONE: Final = (3, 12)


def pyside_refusal(pyside: tuple[int, ...], python: tuple[int, ...]) -> str | None:
    """Return why this release of PySide6 must not run on this Python, None where it may."""
    if pyside[:2] < LOSING_PYSIDE or python[:2] >= IMMORTAL_NONE:
        return None
    release = ".".join(map(str, pyside))
    return (
        f"PySide6 {release} on Python {python[0]}.{python[1]} loses a reference to None on every call and "
        "aborts after some thousands; use Python 3.12 or newer, or run "
        "`pip install 'PySide6-Essentials>=6.10.1,<6.12'`"
    )


def home_trouble() -> str | None:
    """Return why nothing can be kept for this user, None where a home folder is known."""
    try:
        Path.home()
    except (RuntimeError, OSError):
        name = "USERPROFILE" if os.name == "nt" else "HOME"
        return f"this user has no home folder: set the variable {name} to a folder that may be written"
    return None


def sibling_trouble() -> str | None:
    """Return why `engine` or `resources` is another package of that name, None where both are ours."""
    home = Path(__file__).resolve().parent.parent
    for name in ("engine", "resources"):
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            return f"the package {name!r} is missing beside {home / 'gui'}: install Isocost again"
        found = Path(spec.origin).resolve().parent
        if found.parent != home:
            return (
                f"another package named {name!r} at {found} hides the one of Isocost in {home}; install "
                "Isocost into an environment of its own: `pipx install isocost` or `uv tool install isocost`"
            )
    return None
