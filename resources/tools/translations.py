"""Gather every text of the window and keep the files of translations complete.

    python -m resources.tools.translations            renew resources/translations/*.ts and *.qm
    python -m resources.tools.translations --check    list what has none; exit 1 if a declared name has none

Texts are found where they stand: first arguments of `tr`, `said`, `mark`, of entries and titles of menus and
of lists of choice, titles of views, every name that the engine declares, and what it says in errors and
remarks (`engine_sentences`), whose forms the window reads from `sentences.txt`. Translations that fit a text
stay; new texts are added unfinished, which shows them in English; those that are gone are dropped. The
compiled files are made by Qt's lrelease, which comes with PySide6.
"""

import argparse
import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from engine import citations, wording
from engine.chain.sellers import market
from engine.files import builtin_names, load_builtin
from engine.parts import shipped
from engine.presentation import choices
from engine.units import UNITS
from resources.tools import engine_sentences

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "resources" / "translations"
#: The forms by which the window knows again what the engine says, one a line.
FORMS: Final = FOLDER / "sentences.txt"
CONTEXT: Final = "isocost"
#: Functions and classes whose first argument is shown, and which of their arguments.
_SHOWN: Final = {
    "tr": 0, "said": 0, "say": 0, "mark": 0, "Entry": 0, "_menu": 0, "Combo": 0, "MenuButton": 0, "QLabel": 0,
    "QPushButton": 0, "QCheckBox": 0, "addAction": 0, "QMenu": 0, "setToolTip": 0, "setPlaceholderText": 0,
    "setAccessibleName": 0, "words": 2, "upright": 3,
}  # fmt: skip
#: The same of the engine, whose texts that stand in tables are known as constants.
_TOLD: Final = {"told": 0, "word": 0}
#: Kinds of parts named in words. Templates of workloads are texts of their own (`_templates`): scenarios bear
#: their names, which the user may edit and which are shown as the file says.
_WORDED: Final = (
    "decision", "network", "facility", "shape", "design-partner", "stack", "host-medium", "trunk-medium",
    "switch", "nic", "drafter", "price",
)  # fmt: skip
#: Methods that take pairs of an id and a text to choose from.
_LISTS: Final = {"set_entries"}


def declared() -> list[str]:
    """Return every name the engine declares, its meaning and source, units of words, and what it says."""
    units = [unit for known in UNITS for unit in choices(known)]
    worded = (unit for unit in units if _worded(unit))
    measured = (unit.dimension for unit in UNITS.values())
    told = [*_templates(), *engine_sentences.forms()]
    return list(dict.fromkeys([*wording.declared(), *citations.FORMS, *worded, *measured, *told]))


def _templates() -> Iterator[str]:
    """Yield what ships to begin with, as `template` of the window asks for it."""
    yield from (f"template: {part.label}" for part in shipped("workload").values())
    yield from (f"template: {load_builtin(name).scenario.name}" for name in builtin_names())


def _worded(unit: str) -> bool:
    """Return whether `unit` holds a word that a language may have another for."""
    return any(
        word in unit
        for word in (
            "token", "request", "user", "layer", "head", "expert", "element", "accelerator", "replica", "seq",
            "day", "month", "year", "bits", "params",
        )
    )  # fmt: skip


def written() -> list[str]:
    """Return every text that stands in the sources of the window, in order of file and line.

    So do the texts that the engine tells through `engine.wording`.
    """
    found: dict[str, None] = {}
    for name in engine_sentences.paths():
        for text in _texts(engine_sentences.tree(name), _SHOWN if name.startswith("gui") else _TOLD):
            found.setdefault(text)
    return list(found)


def _texts(tree: ast.AST, shown: Mapping[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in shown and len(node.args) > shown[name]:
                yield from _literals(node.args[shown[name]])
            elif name in _LISTS and node.args:
                yield from _pairs(node.args[0])
        elif isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "title" and node.value:
            yield from _literals(node.value)


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the text a node states, or both of a choice of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalpha, node.value)):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _pairs(node: ast.expr) -> Iterator[str]:
    for one in getattr(node, "elts", ()):
        if isinstance(one, ast.Tuple) and len(one.elts) == 2:
            yield from _literals(one.elts[1])


def read(path: Path) -> dict[str, str]:
    """Return the translations in `path` by text; none where there is no file."""
    if not path.is_file():
        return {}
    found = {}
    # Our own file of the repository, no stranger's.
    for message in ET.parse(path).getroot().iter("message"):
        found[message.findtext("source", "")] = message.findtext("translation", "")
    return {text: translation for text, translation in found.items() if translation}


def write(path: Path, language: str, texts: list[str], known: dict[str, str]) -> None:
    """Write `texts` with what is `known` of them."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "  ")
    body = ET.tostring(root, "unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


@cache
def constants() -> frozenset[str]:
    """Return every text constant of the sources: titles, words and lists of choice that stand in tables."""
    found: set[str] = set()
    for name in engine_sentences.paths():
        nodes = ast.walk(engine_sentences.tree(name))
        found |= {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    # Some parts and the trades that sell a layer have names of words, where others have their own.
    found |= {part.label for kind in _WORDED for part in shipped(kind).values()}
    found |= {seller.name for layer in shipped("layer") for seller in market(layer)}
    return frozenset(found) | citations.pieces()


def texts(known: Mapping[str, str]) -> list[str]:
    """Return what is to be translated: declared names, texts shown as such, and constants that are `known`.

    What is painted goes through the same function whether it is a word or a sentence made of figures, so
    which constants are worth a translation is said by giving one.
    """
    there = constants()
    return list(dict.fromkeys([*declared(), *written(), *(text for text in known if text in there)]))


def missing(language: str) -> list[str]:
    """Return the texts without a translation into `language`."""
    known = read(FOLDER / f"isocost_{language}.ts")
    return [text for text in texts(known) if text not in known]


def main(argv: list[str] | None = None) -> int:
    """Renew the files, or tell what is missing; return the exit status."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--check", action="store_true", help="list what has no translation, write nothing")
    wanted = parser.parse_args(argv)
    FOLDER.mkdir(exist_ok=True)
    if not wanted.check:
        FORMS.write_text("".join(f"{form}\n" for form in engine_sentences.forms()), "utf-8")
    status = 0
    for path in sorted(FOLDER.glob("isocost_*.ts")):
        language = path.stem.removeprefix("isocost_")
        without, known = missing(language), read(path)
        count = len(texts(known))
        print(f"{language}: {count - len(without)} of {count} texts translated")
        if wanted.check:
            print(*(f"  {text}" for text in without), sep="\n")
            status |= any(text in without for text in declared())
            continue
        write(path, language, texts(known), known)
        compiled = [str(path), "-qm", str(path.with_suffix(".qm"))]
        subprocess.run(["pyside6-lrelease", "-silent", *compiled], check=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
