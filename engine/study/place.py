"""Where the result of a study is: a folder that its manifest makes known."""

from pathlib import Path
from typing import Final

#: What says that a folder is a study's.
MANIFEST: Final = "manifest.json"


def is_study(path: Path) -> bool:
    """Return whether `path` is the result of a study: its folder or its manifest."""
    try:
        return (path / MANIFEST).is_file() or (path.name == MANIFEST and path.is_file())
    except (OSError, ValueError):
        # No file can have that name.
        return False
