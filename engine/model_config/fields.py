"""Typed access to the fields of a config: many names for one thing, and clear errors."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from engine.errors import ModelConfigError

HIDDEN: Final = ("hidden_size", "n_embd", "d_model", "dim", "model_dim")
LAYERS: Final = ("num_hidden_layers", "n_layer", "n_layers", "num_layers")
HEADS: Final = ("num_attention_heads", "n_head", "n_heads", "num_heads")
KV_HEADS: Final = (
    "num_key_value_heads",
    "num_kv_heads",
    "n_head_kv",
    "kv_n_heads",
    "num_attention_groups",
    "multi_query_group_num",
    "n_kv_heads",
)
VOCABULARY: Final = ("vocab_size", "padded_vocab_size", "n_vocab")
HEAD_DIM: Final = ("head_dim", "attention_head_dim", "kv_channels")
FFN: Final = ("intermediate_size", "ffn_hidden_size", "n_inner", "ffn_dim", "hidden_dim")
EXPERTS: Final = ("num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts")
EXPERTS_PER_TOKEN: Final = (
    "num_experts_per_tok",
    "num_experts_per_token",
    "top_k_experts",
    "experts_per_token",
    "moe_k",
    "moe_topk",
    "moe_top_k",
)
EXPERT_WIDTH: Final = ("moe_intermediate_size", "expert_ffn_hidden_size", "expert_intermediate_size")
SHARED_EXPERTS: Final = (
    "n_shared_experts",
    "num_shared_experts",
    "moe_num_shared_experts",
    "num_shared_expert",
)
SHARED_WIDTH: Final = (
    "shared_expert_intermediate_size",
    "moe_shared_expert_intermediate_size",
    "share_expert_dim",
    "share_expert_dims",
    "shared_intermediate_size",
)
CONTEXT: Final = ("max_position_embeddings", "n_positions", "max_seq_len", "model_max_length", "seq_length")
MTP: Final = ("num_nextn_predict_layers", "num_mtp_modules", "mtp_num_hidden_layers", "num_mtp_layers")

#: No published width, count or length comes near; beyond it a file is taken for broken.
WIDTH_LIMIT: Final = 10_000_000
LAYER_LIMIT: Final = 1000
CONTEXT_LIMIT: Final = 1_000_000_000


class Fields:
    """The fields of one section of a config.

    Parameters
    ----------
    source : str
        What messages call the file.
    values : mapping
        The section.
    defaults : mapping, optional
        Used, with a warning, where the section lacks a field. A field that is there and null counts as
        "none" and takes no default.
    """

    def __init__(
        self, source: str, values: Mapping[str, Any], defaults: Mapping[str, Any] | None = None
    ) -> None:
        self.source = source
        self.values = values
        self.defaults = defaults or {}
        self.warnings: list[str] = []

    def warn(self, text: str) -> None:
        """Keep `text` for the user, once."""
        if text not in self.warnings:
            self.warnings.append(text)

    def error(self, field: str, value: object, allowed: str) -> ModelConfigError:
        """Return the error that names the file, the field, its value, what is allowed and the cure."""
        shown = repr(value)
        if len(shown) > 60:
            shown = shown[:57] + "..."
        return ModelConfigError(
            f"{self.source}: {field} is {shown}; it must be {allowed}. Correct the file or download it again"
        )

    def missing(self, names: Sequence[str], why: str = "") -> ModelConfigError:
        """Return the error for a field that must be there under one of `names`."""
        others = f" (or {', '.join(names[1:])})" if len(names) > 1 else ""
        return ModelConfigError(
            f"{self.source}: {names[0]}{others} is missing{why}. Add it, or choose the complete config.json "
            "of the language model"
        )

    def has(self, *names: str) -> bool:
        """Return whether any of `names` is given and not null."""
        return any(self.values.get(name) is not None for name in names)

    def find(self, *names: str) -> tuple[str, Any]:
        """Return the first of `names` that is not null with its value, else its default, else null."""
        for name in names:
            if self.values.get(name) is not None:
                return name, self.values[name]
        if any(name in self.values for name in names):
            return names[0], None
        for name in names:
            if name in self.defaults:
                self.warn(
                    f"{name} is not in the file; the default of its class, {self.defaults[name]}, was used."
                )
                return name, self.defaults[name]
        return names[0], None

    def whole(self, name: str, value: Any, low: int = 0, high: int = WIDTH_LIMIT) -> int:
        """Return `value` of field `name` as a whole number within bounds."""
        allowed = f"a whole number from {low:,} to {high:,}"
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.error(name, value, allowed)
        if isinstance(value, float) and (not math.isfinite(value) or value != round(value)):
            raise self.error(name, value, allowed)
        if not low <= value <= high:
            raise self.error(name, value, allowed)
        return int(value)

    def count(self, *names: str, low: int = 0, high: int = WIDTH_LIMIT) -> int | None:
        """Return the whole number under the first of `names` that is given, or None."""
        name, value = self.find(*names)
        return None if value is None or value == "auto" else self.whole(name, value, low, high)

    def typical(self, *names: str, low: int = 0, high: int = WIDTH_LIMIT) -> int | None:
        """Return as `count` does; of a list with one number for each layer the largest."""
        name, value = self.find(*names)
        if not isinstance(value, list) or not value:
            return self.count(*names, low=low, high=high)
        numbers = [self.whole(name, item, low, high) for item in value]
        if len(set(numbers)) > 1:
            self.warn(f"{name} differs between layers; the largest, {max(numbers)}, was taken for all.")
        return max(numbers)

    def need(self, names: Sequence[str], low: int = 1, high: int = WIDTH_LIMIT, why: str = "") -> int:
        """Return the whole number under one of `names`; it must be there."""
        value = self.count(*names, low=low, high=high)
        if value is None:
            raise self.missing(names, why)
        return value

    def number(self, name: str, low: float, high: float) -> float | None:
        """Return the number under `name`, or None."""
        _, value = self.find(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            raise self.error(name, value, f"a number from {low:g} to {high:g}")
        return float(value)

    def flag(self, name: str, default: bool) -> bool:
        """Return the truth value under `name`."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, bool) or value in (0, 1):
            return bool(value)
        raise self.error(name, value, "true or false")

    def text(self, name: str) -> str:
        """Return the text under `name`, empty where it is absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.error(name, value, "text in quotes")
        return value

    def items(self, name: str, length: int = 0) -> list[Any] | None:
        """Return the list under `name` cut to `length` (0: whole), or None; a shorter one is an error."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise self.error(name, value, "a list")
        if length and len(value) < length:
            raise self.error(name, f"{len(value)} entries", f"a list of {length} entries, one for each layer")
        return value[:length] if length else value

    def each(self, names: Sequence[str], layers: int, low: int = 0) -> list[int] | None:
        """Return a whole number for each layer: one number for all, or a list with one for each."""
        name, value = self.find(*names)
        if value is None:
            return None
        if isinstance(value, list):
            return [self.whole(name, item, low) for item in self.items(name, layers) or []]
        return [self.whole(name, value, low)] * layers

    def section(self, name: str) -> "Fields | None":
        """Return the fields of the object under `name`, or None."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.error(name, value, "an object with fields of its own")
        inner = Fields(f"{self.source}: {name}", value)
        inner.warnings = self.warnings
        return inner
