"""The licences of everything that is installed beside Isocost, with their texts, from the metadata there.

Run as `python -m release.notices OUT`, by the Python of the environment that is meant.
"""

import importlib.metadata
import re
import sys
from pathlib import Path

#: Not part of what is handed on: what installed it, and Isocost itself.
OWN = {"isocost", "pip"}
_TEXTS = re.compile(r"^(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)
_LICENCES = Path(__file__).parent / "licences"
#: Licence named in metadata -> texts that its packages leave out.
_LEFT_OUT = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt")}


def licence_of(found: importlib.metadata.Distribution) -> str:
    """Return the licence as the package names it: expression, classifiers or the old field's first line."""
    for told in found.metadata.get_all("License-Expression") or []:
        return str(told)
    classifiers = found.metadata.get_all("Classifier") or []
    named = [line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License :: ")]
    named = [name for name in named if name != "OSI Approved"]
    old = (found.metadata.get_all("License") or [""])[0].strip()
    return ", ".join(named) or (old.splitlines()[0] if old else "")


def texts_of(found: importlib.metadata.Distribution) -> dict[str, str]:
    """Return name -> text of every licence file the package brings, or of those it should."""
    made = {}
    for path in found.files or ():
        inside = path.parent.name.endswith(".dist-info") or "licenses" in path.parts
        if inside and path.suffix in {"", ".txt", ".md", ".rst"} and (
            _TEXTS.match(path.name) or "licenses" in path.parts
        ):  # fmt: skip
            made[path.name] = Path(str(found.locate_file(path))).read_text("utf-8", "replace")
    for licence, names in _LEFT_OUT.items():
        if not made and licence in licence_of(found):
            made = {name: (_LICENCES / name).read_text("utf-8") for name in names}
    return made


def normal(name: str) -> str:
    """Return the name of a package in its one spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


def of_lock(path: Path) -> set[str]:
    """Return the names of the packages that a lock pins."""
    return {normal(name) for name in re.findall(r"^([\w.-]+)==", path.read_text("utf-8"), re.MULTILINE)}


def packages(names: set[str] | None = None) -> list[importlib.metadata.Distribution]:
    """Return what is installed here of `names`, or all but Isocost and its installer, by name."""
    found = {normal(one.metadata["Name"]): one for one in importlib.metadata.distributions()}
    return [found[name] for name in sorted(found) if (name in names if names else name not in OWN)]


def notices(names: set[str] | None = None) -> str:
    """Return one text: a list of packages, then the texts of their licences.

    Parameters
    ----------
    names : set of str, optional
        The packages meant; all that are installed where none are given.

    Raises
    ------
    LookupError
        A package tells no licence.
    """
    everything = packages(names)
    silent = [one.metadata["Name"] for one in everything if not licence_of(one)]
    if silent:
        raise LookupError(f"no licence is told by {', '.join(silent)}")
    rows = [f"{one.metadata['Name']} {one.version}: {licence_of(one)}" for one in everything]
    parts = ["Isocost is handed on with the following packages, unmodified.", "\n".join(rows)]
    told: set[str] = set()
    for one in everything:
        for name, text in texts_of(one).items():
            if text not in told:
                told.add(text)
                title = f"{one.metadata['Name']} {one.version}, {name}"
                parts.append(f"{'-' * 100}\n{title}\n{'-' * 100}\n{text.strip()}")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(notices(), "utf-8")
