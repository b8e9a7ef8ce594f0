"""The JSON Schema of scenario files, made from the declarations of inputs.

It says what the reader accepts, key by key, for editors, other programs and checks before a file is
handed on. Rules between keys, such as shares that add up to one, are the reader's alone. What a file
holds beyond it is allowed everywhere, as the reader keeps it.
"""

import json
import math
from importlib.resources import files
from typing import Any, Final

from engine.files.migrations import SCHEMA
from engine.files.text import MAX_BYTES, MAX_DEPTH
from engine.parameters import PER_TIER, SPECS, TIERS
from engine.specs import Spec
from engine.uncertainty import BOUNDED, KINDS, SPREADS
from engine.units import compatible

Json = dict[str, Any]

#: The file that ships, in the package `resources`.
NAME: Final = f"isocost-{SCHEMA}.schema.json"
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Json] = {"type": "string"}


def shipped_schema() -> str:
    """Return the text of the schema that ships."""
    return (files("resources") / "schema" / NAME).read_text("utf-8")


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def json_schema() -> Json:
    """Return the JSON Schema, 2020-12, of files of the present schema."""
    return {
        "$schema": _DIALECT,
        "$id": f"urn:isocost:schema:{SCHEMA}",
        "title": "Isocost scenarios",
        "description": f"One or more scenarios: UTF-8, at most {MAX_BYTES // 2**20} MB, {MAX_DEPTH} levels, "
        "no key twice in an object. Keys beyond those described are kept.",
        "type": "object",
        "required": ["schema", "scenarios"],
        "properties": {
            "schema": {"const": SCHEMA, "description": "Raised only where the meaning of a key changes."},
            "app": {"description": "The program that saved the file; for people."},
            "scenarios": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/scenario"}},
            "active": {"type": "integer", "minimum": 0, "description": "Index of the scenario in front."},
            "baseline": _or_null("scenario"),
            "front": {**_TEXT, "description": "Key of the view in front."},
            "library": {**_TEXT, "description": "Digest of the catalogue that the figures were made with."},
            "views": {"type": "object", "description": "Settings of the views by key."},
        },
        "$defs": _definitions(),
    }


def _or_null(name: str) -> Json:
    return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}


def _definitions() -> Json:
    return {
        "scenario": _scenario(),
        "inputs": {
            "type": "object",
            "description": "Inputs by key. A key of a tier, tier2.model.part, has the form of its input.",
            "properties": {key: {"$ref": f"#/$defs/{key}"} for key in SPECS},
            "patternProperties": {
                f"^tier[2-{TIERS}]\\.{key.replace('.', '[.]')}$": {"$ref": f"#/$defs/{key}"}
                for key, spec in SPECS.items()
                if spec.group in PER_TIER
            },
            "additionalProperties": {"type": "object"},
        },
        "input": _input(),
        "doubt": _doubt(),
        "range": _range(),
        "discrete": _discrete(),
        **{key: _entry(spec) for key, spec in SPECS.items()},
    }


def _scenario() -> Json:
    inputs = {"$ref": "#/$defs/inputs"}
    return {
        "type": "object",
        "properties": {
            "name": _TEXT,
            "note": _TEXT,
            "parent": _or_null("scenario"),
            "values": inputs | {"description": "Every input of a scenario without parent."},
            "overrides": inputs | {"description": "The inputs in which a child differs from its parent."},
            "doubt": {"$ref": "#/$defs/doubt"},
            "parts": {
                "type": "object",
                "description": "Parts of the user's own library that it uses, by kind/id.",
                "propertyNames": {"pattern": "/"},
                "additionalProperties": {"type": "object"},
            },
        },
    }


def _input() -> Json:
    return {
        "type": "object",
        "properties": {
            "source": {**_TEXT, "description": "Where the value comes from."},
            "note": _TEXT,
            "locked": {"type": "boolean"},
            "inherited": {"description": "true: a tier has what tier 1 has, whatever its parent says."},
        },
    }


def _entry(spec: Spec) -> Json:
    """Return what a file may say of one input."""
    made: Json = {
        "title": spec.label,
        "description": spec.doc,
        "default": spec.default,
        "allOf": [{"$ref": "#/$defs/input"}],
    }
    if spec.source:
        made["$comment"] = spec.source
    said: Json = {"unit": {"enum": list(dict.fromkeys((spec.unit, *compatible(spec.unit))))}}
    if spec.kind == "number":
        made["if"] = {"properties": {"unit": {"const": spec.unit}}}
        made["then"] = {"properties": {"value": _bounds(spec)}}
        said["value"] = {"type": "number"}
        said["uncertainty"] = _spread("range", "discrete")
    elif spec.kind == "choice":
        said["value"] = {"enum": [option.id for option in spec.options]}
        said["uncertainty"] = _spread("discrete")
    else:
        said["value"] = {**_TEXT, "description": f"Key of a part of the kind {spec.catalog}."}
        said["uncertainty"] = {"type": "null"}
    return made | {"properties": said}


def _spread(*kinds: str) -> Json:
    return {"anyOf": [{"type": "null"}, *({"$ref": f"#/$defs/{kind}"} for kind in kinds)]}


def _bounds(spec: Spec) -> Json:
    """Return what a value in the declared unit must keep to."""
    made: Json = {"multipleOf": 1} if spec.whole else {}
    if spec.low != -math.inf:
        made["minimum"] = spec.low
    if spec.high != math.inf:
        made["maximum"] = spec.high
    return made


def _range() -> Json:
    number = {"type": "number"}
    return {
        "type": "object",
        "description": "A distribution between two quantiles, or between bounds.",
        "required": ["low", "high"],
        "additionalProperties": False,
        "properties": {
            "kind": {"enum": [kind for kind in KINDS if kind != "discrete"], "default": "range"},
            "low": number,
            "high": number,
            "mode": number,
            "ends": {
                "enum": ["quantiles", "bounds"],
                "description": f"bounds for {', '.join(sorted(BOUNDED))}.",
            },
        },
    }


def _discrete() -> Json:
    weighted = [{"type": ["number", "string"]}, {"type": "number", "exclusiveMinimum": 0}]
    return {
        "type": "object",
        "required": ["kind", "outcomes"],
        "additionalProperties": False,
        "properties": {
            "kind": {"const": "discrete"},
            "outcomes": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "array", "prefixItems": weighted, "minItems": 2, "maxItems": 2},
            },
        },
    }


def _doubt() -> Json:
    pair = [_TEXT, _TEXT, {"type": "number", "minimum": -1, "maximum": 1}]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "spread": {"enum": list(SPREADS)},
            "model": {"type": "boolean", "description": "Whether the model's own error is drawn too."},
            "seed": {"type": "integer", "minimum": 0, "maximum": 2**32 - 1},
            "correlations": {
                "type": "array",
                "items": {"type": "array", "prefixItems": pair, "minItems": 3, "maxItems": 3},
            },
        },
    }
