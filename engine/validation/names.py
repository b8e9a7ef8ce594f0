"""Whom the labels of a row mean: catalogue parts by alias, precisions, the serving engine of its day.

Aliases live in the catalogue. What is added here is only how labels vary in writing: case,
punctuation, an organisation in front, a suffix for tuning or format behind.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from engine import catalog
from engine.parts import Part

#: Endings that change neither shape nor counts of a model.
_TUNING: Final = frozenset(
    {
        *("instruct", "chat", "hf", "it", "base", "thinking", "preview"),
        *("fp8", "fp4", "nvfp4", "mxfp4", "bf16", "fp16", "int8", "int4", "w8a8", "w4a16"),
        *("awq", "gptq", "dynamic", "static", "block", "kv", "ptpc", "quark", "quantized"),
    }
)
_MEMORY: Final = re.compile(r"[ _-]*\d+ *gi?b\b.*$")
_MAKER: Final = re.compile(r"^(nvidia|amd|intel|google|aws|apple|geforce)[ _-]+")
_COUNT: Final = re.compile(r"^\d+ *x *|(?<=[a-z])-\d+$")
_CORES: Final = re.compile(r"[ -]*\d+-core( gpu)?.*$")
#: Versions of an engine before its 2025 rewrites overlap less of their host work.
_OLD: Final = "-2024"
_REWRITTEN: Final = 2025
#: The releases of that year, where the next ones are faster.
_RECENT: Final = "-2025"
#: Ports of an engine to the machines of another maker, or forms of it for a family of machines.
_PORTS: Final = {"AMD": "-rocm", "Hopper": "-hopper"}


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9.+]", "", text.lower())


@cache
def _index(kind: str) -> Mapping[str, Part]:
    found: dict[str, Part] = {}
    for part in catalog.load(kind).values():
        for name in (*part.aliases, part.label):
            found.setdefault(_plain(name), part)
    return found | {_plain(ident): part for ident, part in catalog.load(kind).items()}


def _first(kind: str, names: Iterator[str]) -> Part | None:
    index = _index(kind)
    return next((index[plain] for plain in map(_plain, names) if plain in index), None)


def _accelerator_names(label: str) -> Iterator[str]:
    yield label
    low = label.lower().strip()
    bare = _MAKER.sub("", low)
    yield bare
    yield _MEMORY.sub("", low)
    yield _MEMORY.sub("", bare)
    # "8x H100", "TPU v6e-8", "M2 Max 38-Core GPU 64GB": how many, or how many cores, stands elsewhere.
    few = _COUNT.sub("", _MEMORY.sub("", bare))
    yield few
    yield _CORES.sub("", few)


@cache
def accelerator(label: str) -> Part | None:
    """Return the catalogue's accelerator that a table lists as `label`, None where there is none."""
    return _first("accelerator", _accelerator_names(label))


def _model_names(label: str) -> Iterator[str]:
    yield label
    tail = label.rsplit("/", maxsplit=1)[-1].split(":", maxsplit=1)[0]
    yield tail
    words = re.split(r"[-_ ]", tail.lower())
    while len(words) > 1 and _tuning(words[-1]):
        words.pop()
        yield "-".join(words)


def _tuning(word: str) -> bool:
    # A date or release in digits says as little of the shape.
    return set(word.split(".")) <= _TUNING or re.fullmatch(r"v?\d{3,4}", word) is not None


@cache
def model(*labels: str) -> Part | None:
    """Return the catalogue's model that the first label known lists, None where there is none."""
    for label in filter(None, labels):
        found = _first("model", _model_names(label))
        if found is not None:
            return found
    return None


@cache
def precision(label: str) -> str | None:
    """Return the precision code of `precision.*` that a table lists as `label`, None where unknown."""
    low = label.lower().strip()
    if low in catalog.PRECISION_ALIASES:
        return catalog.PRECISION_ALIASES[low]
    first = re.split(r"[ /(,]", low, maxsplit=1)[0]
    return catalog.PRECISION_ALIASES.get(first)


def _age(year: int) -> str:
    if year < _REWRITTEN:
        return _OLD
    return _RECENT if year == _REWRITTEN else ""


@cache
def stack(engine: str, date: str, vendor: str = "", family: str = "") -> Part | None:
    """Return the catalogue's serving engine of that name, in the form it had on that day and machine.

    Parameters
    ----------
    engine : str
        As a table lists it.
    date : str
        ISO, or the year alone: what ran before 2025 has an entry of its own where it differed. Of a span
        its beginning counts.
    vendor : str
        Of the accelerator: a port to another maker's machine likewise.
    family : str
        Of the accelerator: so has a form that runs kernels of its own there.
    """
    index = _index("stack")
    found = _first("stack", iter((engine, re.split(r"[ (+]", engine, maxsplit=1)[0])))
    if found is None:
        return None
    year = re.match(r"(20\d\d)", date)
    age = "" if year is None else _age(int(year[1]))
    port = _PORTS.get(vendor) or _PORTS.get(family, "")
    plain = found.id.removesuffix(_OLD).removesuffix(port)
    # A name that is itself that of an old form says more than the date of the row.
    age = _OLD if found.id.endswith(_OLD) else age
    aged, ported = plain + age, plain + port
    # A rewrite tells more than the machine, the machine more than a year.
    order = (ported, aged) if age == _RECENT and port else (aged, ported)
    forms = (plain + port + age, *order, found.id)
    return next(index[_plain(form)] for form in forms if _plain(form) in index)
