"""Scenario files, `*.isocost`: open JSON that differs where the case differs, and loses nothing.

One file is a project of one or more scenarios. See `codec` for what a scenario looks like, `text` for
how it is written, `migrations` for older files, `atomic` for saving.
"""

from engine.files.atomic import write_atomically
from engine.files.builtin import DEFAULT_NAME, builtin_names, load_builtin, resolve
from engine.files.migrations import SCHEMA
from engine.files.project import (
    Project,
    changed_since,
    from_bytes,
    load,
    newest_backup,
    save,
    to_bytes,
)

__all__ = [
    "DEFAULT_NAME",
    "SCHEMA",
    "Project",
    "builtin_names",
    "changed_since",
    "from_bytes",
    "load",
    "load_builtin",
    "newest_backup",
    "resolve",
    "save",
    "to_bytes",
    "write_atomically",
]
