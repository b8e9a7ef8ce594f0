"""From each older schema to the next, as pure functions that tell what they changed and why.

Schema 0 was the draft before the first release: one scenario in a file, bare numbers under `inputs`.
To change the format, add one function here, raise `SCHEMA`, and keep a file of the old schema in
`tests/files/`.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

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


#: Schema -> function to the next.
MIGRATIONS: Final[Mapping[int, Migration]] = {0: _from_0}


def migrate(document: Mapping[str, Any], schema: int) -> tuple[JsonObject, list[str]]:
    """Return `document` of an older `schema` in the present one, and what changed."""
    current, report = dict(document), []
    for step in range(schema, SCHEMA):
        current, changes = MIGRATIONS[step](current)
        report += [f"schema {step} to {step + 1}: {change}" for change in changes]
    return current, report
