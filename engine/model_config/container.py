"""Find and open the files of a model: config.json, its text part and its quantisation."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from engine.errors import ModelConfigError

#: Largest file read; published ones reach 3.1 MB (22,422 quantised layers listed by name).
SIZE_LIMIT: Final = 8_000_000
#: Wrappers in wrappers: two levels are published (thinker_config.text_config).
_DEPTH_LIMIT: Final = 4
_TEXT_PARTS: Final = ("text_config", "thinker_config", "llm_config", "language_config")
_OTHER_PARTS: Final = {
    "vision_config": "image",
    "visual": "image",
    "audio_config": "audio",
    "vision_tower": "image",
    "image_token_id": "image",
    "image_token_index": "image",
}


@dataclass(frozen=True)
class Source:
    """The parsed files of one model.

    Attributes
    ----------
    name : str
        What messages call the file.
    model : str
        What to call the model.
    outer, inner : dict
        The whole object, and the part that describes the language model (the same for a flat file).
    quantisation : dict
        The quantisation section, whichever file or level it was in; empty where there is none.
    warnings : tuple of str
    """

    name: str
    model: str
    outer: dict[str, Any]
    inner: dict[str, Any]
    quantisation: dict[str, Any]
    warnings: tuple[str, ...]


def open_source(path: Path) -> Source:
    """Read `path`, a config.json or the folder that holds it, with its hf_quant_config.json.

    Raises
    ------
    ModelConfigError
        The file is missing, too large, no JSON, or no JSON object.
    """
    path = _config_path(path)
    outer = _load(path)
    if "quantization" in outer and "model_type" not in outer and "hidden_size" not in outer:
        raise ModelConfigError(
            f"{path.name} holds only the quantisation of a model; choose the config.json beside it"
        )
    sibling = _sibling(path)
    source = from_objects(path.name, outer, _load(sibling) if sibling else {})
    return replace(source, model=model_name(path))


def from_objects(name: str, outer: dict[str, Any], sibling: dict[str, Any]) -> Source:
    """Return the source made of a parsed config and a parsed hf_quant_config (empty: none)."""
    inner, warnings = _text_part(name, outer)
    quantisation = _quantisation(name, outer, inner, sibling)
    return Source(name, name, outer, inner, quantisation, tuple(warnings))


def _config_path(path: Path) -> Path:
    try:
        if path.is_dir():
            inside = path / "config.json"
            if not inside.is_file():
                raise ModelConfigError(
                    f"The folder {path} holds no config.json; choose the file itself, "
                    "or the folder of a Hugging Face model"
                )
            return inside
        if not path.is_file():
            raise ModelConfigError(f"{path} is no file; check the path, or choose the model's config.json")
    except (OSError, ValueError) as error:
        raise ModelConfigError(f"{path} cannot be opened ({error}); check the path") from error
    return path


def _sibling(path: Path) -> Path | None:
    prefix = path.name.removesuffix("config.json")
    candidate = path.with_name(f"{prefix}hf_quant_config.json")
    known = path.name.endswith("config.json") and candidate != path
    return candidate if known and candidate.is_file() else None


def model_name(path: Path) -> str:
    """Return what to call the model in `path`: a folder's name for `config.json`, else the file's."""
    if path.name == "config.json":
        return path.resolve().parent.name or path.name
    stem = path.name.removesuffix(".json")
    return stem.removesuffix("config").rstrip("_-.").replace("--", "/") or path.name


def _load(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise ModelConfigError(
            f"{path.name} cannot be read ({error.strerror}); check its permissions"
        ) from error
    return parse(path.name, data)


def parse(name: str, data: bytes) -> dict[str, Any]:
    """Return the JSON object in `data`; raise `ModelConfigError` naming the place of a fault."""
    if len(data) > SIZE_LIMIT:
        raise ModelConfigError(
            f"{name} is larger than {SIZE_LIMIT // 1_000_000} MB, which no model's configuration is; "
            "choose its config.json, not its weights or tokenizer"
        )
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ModelConfigError(
            f"{name} is no UTF-8 text (byte {error.start}); choose the model's config.json"
        ) from error
    except json.JSONDecodeError as error:
        raise ModelConfigError(
            f"{name} is no valid JSON: {error.msg} in line {error.lineno}, column {error.colno}; "
            "download it again or mend that line"
        ) from error
    except RecursionError as error:
        raise ModelConfigError(
            f"{name} is nested too deeply to be a model's configuration; choose its config.json"
        ) from error
    except ValueError as error:
        raise ModelConfigError(
            f"{name} holds a number that cannot be read ({error}); mend or remove it"
        ) from error
    if not isinstance(value, dict):
        raise ModelConfigError(
            f"{name} holds a JSON {_kind(value)}, not an object of fields; choose the model's config.json"
        )
    return value


def _kind(value: object) -> str:
    if value is None:
        return "null"
    kinds = {list: "list", str: "text", bool: "truth value"}
    return kinds.get(type(value), "number")


def _text_part(name: str, outer: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    warnings = []
    part = outer
    for _ in range(_DEPTH_LIMIT):
        key = next((key for key in _TEXT_PARTS if part.get(key) is not None), None)
        if key is None:
            break
        if not isinstance(part[key], dict):
            raise ModelConfigError(
                f"{name}: {key} is a {_kind(part[key])}, not an object with the language model's fields; "
                "download the file again"
            )
        part = part[key]
    others = sorted({what for key, what in _OTHER_PARTS.items() if outer.get(key) is not None})
    if others:
        warnings.append(
            f"The {' and '.join(others)} encoder is not counted: only the language model is read."
        )
    return part, warnings


def _quantisation(
    name: str, outer: dict[str, Any], inner: dict[str, Any], sibling: dict[str, Any]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for section in (inner.get("quantization_config"), outer.get("quantization_config")):
        if section is None:
            continue
        if not isinstance(section, dict):
            raise ModelConfigError(
                f"{name}: quantization_config is a {_kind(section)}, not an object; download the file again"
            )
        found = found or section
    if not sibling:
        return found
    beside = sibling.get("quantization", sibling)
    if not isinstance(beside, dict):
        raise ModelConfigError(
            f"hf_quant_config.json beside {name}: quantization is a {_kind(beside)}, not an object; "
            "download the file again"
        )
    return {**beside, **{key: value for key, value in found.items() if value is not None}}
