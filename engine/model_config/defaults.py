"""What a sparse config.json leaves out: the defaults of its configuration class."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

#: Model types whose published checkpoints keep one table for embedding and head unless they say otherwise.
_TIED: Final = ("gemma", "cohere", "falcon", "gpt2", "bloom", "opt", "starcoder2", "smollm3", "ernie4_5")
#: Model types that keep two, whatever their wrapper class says.
_UNTIED: Final = (
    "llama",
    "qwen",
    "mistral",
    "mixtral",
    "deepseek",
    "glm",
    "gpt_oss",
    "minimax",
    "nemotron",
    "kimi",
    "phi3",
)
#: Falcon-180B is stored with its own head although its class ties them (only so the published count fits).
_FALCON_180B_HIDDEN: Final = 14848


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = files("resources").joinpath("model_defaults.json").read_text(encoding="utf-8")
    classes: dict[str, dict[str, Any]] = json.loads(text)["classes"]
    return classes


def class_defaults(model_type: str) -> dict[str, Any]:
    """Return the class defaults of `model_type`, empty where there are none on record.

    Source: configuration classes of Hugging Face transformers 5.23.0 (Apache-2.0).
    """
    table = _table()
    for name in (model_type, f"{model_type}_text"):
        if name in table:
            return table[name]
    return {}


def ties_embeddings(model_type: str, wrapper_type: str, hidden_size: int) -> bool:
    """Return whether embedding and output head are one table where the file does not say."""
    if model_type.startswith("falcon") and hidden_size == _FALCON_180B_HIDDEN:
        return False
    if model_type.startswith(_UNTIED):
        return False
    if model_type.startswith(_TIED):
        return True
    for name in (model_type, wrapper_type):
        tied = class_defaults(name).get("tie_word_embeddings")
        if tied is not None:
            return bool(tied)
    return False
