"""Which engine sources machine code may depend on: those that define kernels, and all they import.

Told from their text, before anything is imported. A file that no kernel can read from, such as a command,
may change without every kernel being compiled anew.
"""

import re
from pathlib import Path
from typing import Final

_KERNEL: Final = re.compile(rb"^@(?:kernel|entry|part|inlined)\b", re.MULTILINE)
_IMPORT: Final = re.compile(
    rb"^[ \t]*(?:from[ \t]+(engine[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)|import[ \t]+(engine[\w.]*))",
    re.MULTILINE,
)
_NAME: Final = re.compile(rb"\w+")


def kernel_sources(folder: Path) -> list[tuple[str, bytes]]:
    """Return name and text of every module of package `folder` that machine code may depend on, by name."""
    texts = {_module(folder, path): path.read_bytes() for path in sorted(folder.rglob("*.py"))}
    found: set[str] = set()
    waiting = [name for name, text in texts.items() if _KERNEL.search(text)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in (*_imported(texts[name]), *_packages(name)) if other in texts]
    return sorted((name, texts[name]) for name in found)


def _module(folder: Path, path: Path) -> str:
    parts = (folder.name, *path.relative_to(folder).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(text: bytes) -> set[str]:
    """Return what a text imports, wherever in it: modules, and names that may be modules."""
    found = set()
    for module, names, plain in _IMPORT.findall(text):
        base = (module or plain).decode()
        found |= {base, *(f"{base}.{name.decode()}" for name in _NAME.findall(names))}
    return found


def _packages(name: str) -> list[str]:
    """Return the packages that hold module `name`: importing it runs them."""
    parts = name.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts))]
