"""Which figures a result rests on: a short digest of the catalogue that ships and of the model's version."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from engine.version import version

_LENGTH: Final = 12
_FOLDERS: Final = ("catalog", "evidence")


@cache
def library_digest() -> str:
    """Return twelve hexadecimal digits that change with any part, residual or version of the model.

    Parts of the user's own are not in it: those that a scenario uses travel inside it.
    """
    made = hashlib.sha256(version().encode())
    for folder in _FOLDERS:
        entries = (e for e in (files("resources") / folder).iterdir() if e.name.endswith(".json"))
        for entry in sorted(entries, key=lambda e: e.name):
            made.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return made.hexdigest()[:_LENGTH]
