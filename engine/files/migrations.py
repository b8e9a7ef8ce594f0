"""From each older schema to the next, as pure functions that tell what they changed and why.

Schema 0 was the draft before the first release: one scenario in a file, bare numbers under `inputs`.
To change the format, add one function here, raise `SCHEMA`, and keep a file of the old schema in
`tests/files/`.
"""

from collections.abc import Callable, Container, Mapping
from typing import Any, Final

from engine.tier_keys import join, split

#: Schema this version writes.
SCHEMA: Final = 1

JsonObject = dict[str, Any]
Migration = Callable[[Mapping[str, Any]], tuple[JsonObject, list[str]]]

_RENAMED_0: Final = {
    "finance.wacc": "finance.cost_of_capital",
    "workload.context_tokens": "workload.input_tokens",
}


def _from_0(old: Mapping[str, Any]) -> tuple[JsonObject, list[str]]:
    """Return the file with its one scenario in a list, and each bare number as a value of its own."""
    report = ["the scenario was put into a list, so that one file can hold several"]
    inputs = old.get("inputs", {})
    values: JsonObject = {}
    if isinstance(inputs, Mapping):
        for key, value in inputs.items():
            new = _RENAMED_0.get(str(key), str(key))
            if new != key:
                report.append(f"{key} is now {new}: one name for one thing")
            values[new] = {"value": value}
        report.append(f"{len(values)} inputs were given room for a unit, a source and a note")
    scenario: JsonObject = {"name": old.get("name", "Untitled"), "values": values}
    if "note" in old:
        scenario["note"] = old["note"]
    known = {"app", "inputs", "name", "note", "schema"}
    rest = {key: value for key, value in old.items() if key not in known}
    return {**rest, "schema": 1, "active": 0, "scenarios": [scenario]}, report


_KIND_OF_LINK: Final = "the kind of a link is called its form"
_BY_FORMAT: Final = "grouped products have a share for each number format; all take the one there was"

#: Inputs that go by other names since files of the present schema were first written, and why. Where the
#: meaning stays a name may change without a new schema: an older Isocost keeps the new one unread.
RENAMED: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "host_link.sort": (("host_link.form",), _KIND_OF_LINK),
    "trunk_link.sort": (("trunk_link.form",), _KIND_OF_LINK),
    "levers.base_quality": (("model.quality",), "each tier's model has a quality of its own"),
    "efficiency.moe_compute": (
        tuple(f"efficiency.moe_compute_{form}" for form in ("bf16", "fp8", "fp4")),
        _BY_FORMAT,
    ),
    "efficiency.moe_memory": (
        tuple(f"efficiency.moe_memory_{form}" for form in ("bf16", "fp8", "fp4")),
        _BY_FORMAT,
    ),
}


def names_today(key: str, beside: Container[str]) -> tuple[tuple[str, ...], str]:
    """Return what the input `key` of a file is called today, and why it has another name; "" if it has none.

    A new name that stands `beside` it already is left out: what was said last holds.
    """
    tier, plain = split(key) if len(key) <= 200 else (1, key)
    if plain not in RENAMED:
        return (key,), ""
    names, why = RENAMED[plain]
    fresh = tuple(name for name in (join(tier, name) for name in names) if name not in beside)
    return (fresh, why) if fresh else ((key,), "")


#: Schema -> function to the next.
MIGRATIONS: Final[Mapping[int, Migration]] = {0: _from_0}


def migrate(document: Mapping[str, Any], schema: int) -> tuple[JsonObject, list[str]]:
    """Return `document` of an older `schema` in the present one, and what changed."""
    current, report = dict(document), []
    for step in range(schema, SCHEMA):
        current, changes = MIGRATIONS[step](current)
        report += [f"schema {step} to {step + 1}: {change}" for change in changes]
    return current, report
