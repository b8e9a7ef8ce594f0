"""Which layers attend to all, to a window or not at all, and which have experts."""

from typing import Final, TypeVar

from engine.model_config.families import Family
from engine.model_config.fields import CONTEXT, CONTEXT_LIMIT, EXPERTS, FFN, LAYER_LIMIT, LAYERS, Fields
from engine.model_config.parts import FfnKind, MixerKind

_TYPES: Final[dict[str, MixerKind]] = {
    "full_attention": "full",
    "attention": "full",
    "full": "full",
    "global": "full",
    "deepseek_sparse_attention": "full",
    "sparse_attention": "full",
    "sliding_attention": "window",
    "sliding_window": "window",
    "local": "window",
    "chunked_attention": "window",
    "compressed_sparse_attention": "compressed",
    "heavily_compressed_attention": "heavily_compressed",
    "linear_attention": "linear",
    "mamba": "mamba",
    "mamba2": "mamba",
    "conv": "convolution",
    "moe": "none",
    "mlp": "none",
}
_LETTERS: Final[dict[str, tuple[MixerKind, FfnKind]]] = {
    "M": ("mamba", "none"),
    "*": ("full", "none"),
    "-": ("none", "dense"),
    "E": ("none", "moe"),
}
_BLOCKS: Final = {"mamba": "M", "attention": "*", "mlp": "-", "moe": "E"}
#: What the two flags of a list of attention kinds stand for.
_ATTENTION_LISTS: Final[dict[str, tuple[MixerKind, MixerKind]]] = {
    "attn_type_list": ("lightning", "full"),
    "hybrid_layer_pattern": ("full", "window"),
}
_RATIOS: Final[dict[int, MixerKind]] = {0: "window", 1: "full"}
#: Compression from which on a layer attends to all compressed tokens and needs no indexer.
_HEAVY: Final = 64


_K = TypeVar("_K", bound=str)


def _choose(chosen: set[int], inside: _K, outside: _K, layers: int) -> tuple[_K, ...]:
    """Return `inside` for the chosen layers and `outside` for the rest."""
    return tuple(inside if layer in chosen else outside for layer in range(layers))


def layer_count(fields: Fields) -> int:
    """Return the number of layers, from its own field or the length of a pattern."""
    count = fields.count(*LAYERS, low=1, high=LAYER_LIMIT)
    if count is not None:
        return count
    letters = hybrid_letters(fields)
    if letters is not None:
        return fields.whole("layers_block_type (its length)", len(letters), 1, LAYER_LIMIT)
    for name in ("block_configs", "layer_types"):
        items = fields.items(name)
        if items is not None:
            return fields.whole(f"{name} (its length)", len(items), 1, LAYER_LIMIT)
    raise fields.missing(LAYERS)


def hybrid_letters(fields: Fields) -> str | None:
    """Return Nemotron-H's pattern in letters (M mamba, * attention, - dense, E experts), or None."""
    pattern = fields.text("hybrid_override_pattern").replace("|", "")
    if pattern:
        for letter in pattern:
            if letter not in _LETTERS:
                raise fields.error("hybrid_override_pattern", pattern, "made of the letters M * - E")
        return pattern
    blocks = fields.items("layers_block_type")
    if not blocks or not any(block in ("mlp", "moe") for block in blocks):
        return None
    for block in blocks:
        if not isinstance(block, str) or block not in _BLOCKS:
            raise fields.error("layers_block_type", block, f"a list of {', '.join(_BLOCKS)}")
    return "".join(_BLOCKS[block] for block in blocks)


def mixer_kinds(fields: Fields, family: Family, model_type: str, layers: int) -> tuple[MixerKind, ...]:
    """Return the kind of mixer of each layer.

    Lists in the file come first, then counts that imply a pattern, then what the model type does.
    """
    letters = hybrid_letters(fields)
    if letters is not None:
        if len(letters) < layers:
            raise fields.error(
                "hybrid_override_pattern", letters, f"{layers} letters long, one for each layer"
            )
        return tuple(_LETTERS[letter][0] for letter in letters[:layers])
    for rule in (_by_ratios, _by_attention_list, _by_types, _by_kda, _by_interval):
        kinds = rule(fields, model_type, layers)
        if kinds is not None:
            return _widened(fields, kinds)
    return _widened(fields, _by_family(fields, family, layers))


def _widened(fields: Fields, kinds: tuple[MixerKind, ...]) -> tuple[MixerKind, ...]:
    """Return `kinds` with windows as wide as the context taken for what they are: full attention."""
    if "window" not in kinds or "compressed" in kinds or "heavily_compressed" in kinds:
        return kinds
    window = window_tokens(fields)
    context = longest_context(fields)
    if window == 0 or (context and window >= context):
        return tuple("full" if kind == "window" else kind for kind in kinds)
    return kinds


def window_tokens(fields: Fields) -> int:
    """Return the tokens a window layer looks back, 0 where there is no window."""
    for name in ("sliding_window", "attention_chunk_size", "sliding_window_size"):
        if fields.has(name):
            return fields.count(name, high=CONTEXT_LIMIT) or 0
    return fields.count("sliding_window", high=CONTEXT_LIMIT) or 0


def longest_context(fields: Fields) -> int:
    """Return the longest context the file gives [tokens], 0 where it gives none."""
    return (fields.count(*CONTEXT, high=CONTEXT_LIMIT) or 0) if fields.has(*CONTEXT) else 0


def _by_ratios(fields: Fields, _: str, layers: int) -> tuple[MixerKind, ...] | None:
    ratios = fields.items("compress_ratios", layers)
    if ratios is None:
        return None
    kinds: list[MixerKind] = []
    for value in ratios:
        ratio = fields.whole("compress_ratios", value)
        heavy: MixerKind = "heavily_compressed" if ratio >= _HEAVY else "compressed"
        kinds.append(_RATIOS.get(ratio, heavy))
    return tuple(kinds)


def _by_attention_list(fields: Fields, _: str, layers: int) -> tuple[MixerKind, ...] | None:
    for name, kinds in _ATTENTION_LISTS.items():
        flags = fields.items(name, layers)
        if flags is not None:
            return tuple(kinds[fields.whole(name, flag, 0, 1)] for flag in flags)
    return None


def _by_types(fields: Fields, model_type: str, layers: int) -> tuple[MixerKind, ...] | None:
    name = "layer_types" if fields.has("layer_types") else "layers_block_type"
    types = fields.items(name, layers)
    if types is None:
        return None
    kinds: list[MixerKind] = []
    for value in types:
        if not isinstance(value, str):
            raise fields.error(name, value, "a list of names of layer types")
        kind = _TYPES.get(value)
        if kind is None:
            fields.warn(f"The layer type {value[:40]!r} is not known; it was read as full attention.")
            kind = "full"
        if kind == "linear" and model_type.startswith("minimax"):
            kind = "lightning"
        if kind == "linear" and fields.has("linear_attn_config"):
            kind = "kda"
        kinds.append(kind)
    return tuple(kinds)


def _by_kda(fields: Fields, _: str, layers: int) -> tuple[MixerKind, ...] | None:
    section = fields.section("linear_attn_config")
    listed = section.items("kda_layers") if section else None
    if section is None or listed is None:
        return None
    base = section.count("kda_layer_index_base", high=1)
    base = 1 if base is None else base
    chosen = {section.whole("kda_layers", value) - base for value in listed}
    return _choose(chosen, "kda", "full", layers)


def _by_interval(fields: Fields, _: str, layers: int) -> tuple[MixerKind, ...] | None:
    interval = fields.count("full_attention_interval", low=1)
    if interval is not None:
        return _choose({layer for layer in range(layers) if (layer + 1) % interval}, "linear", "full", layers)
    period = fields.count("attn_layer_period", low=1)
    if period is not None:
        offset = fields.count("attn_layer_offset") or 0
        return _choose(
            {layer for layer in range(layers) if layer % period == offset}, "full", "mamba", layers
        )
    listed = fields.items("attn_layer_indices")
    if listed is not None:
        chosen = {fields.whole("attn_layer_indices", value) for value in listed}
        return _choose(chosen, "full", "mamba", layers)
    if fields.has("state_size", "ssm_state_size") and not fields.has("num_key_value_heads"):
        return _choose(set(range(layers)), "mamba", "full", layers)
    return None


def _by_family(fields: Fields, family: Family, layers: int) -> tuple[MixerKind, ...]:
    rule = family.windows
    if rule == "none" or not fields.flag("use_sliding_window", rule != "late") or not window_tokens(fields):
        return _choose(set(range(layers)), "full", "window", layers)
    if rule == "late":
        first = fields.count("max_window_layers")
        first = layers if first is None else first
        return _choose(set(range(first, layers)), "window", "full", layers)
    if rule == "alternate":
        return _choose(set(range(0, layers, 2)), "window", "full", layers)
    if rule in ("pattern", "chunked"):
        default = {"chunked": 4}.get(rule, 6 if family.norms == 4 else 4)
        name = "no_rope_layer_interval" if rule == "chunked" else "sliding_window_pattern"
        every = fields.count(name, low=1) or default
        return _choose({layer for layer in range(layers) if (layer + 1) % every}, "window", "full", layers)
    return _choose(set(range(layers)), "window", "full", layers)


def ffn_kinds(fields: Fields, layers: int) -> tuple[FfnKind, ...]:
    """Return the kind of feed-forward half of each layer."""
    letters = hybrid_letters(fields)
    if letters is not None:
        return tuple(_LETTERS[letter][1] for letter in letters[:layers])
    ffn = fields.section("ffn_config") or fields
    experts = fields.typical(*EXPERTS) or ffn.typical(*EXPERTS) or 0
    if fields.has("state_size") and not fields.has(*FFN):
        return _choose(set(), "moe", "none", layers)
    if experts <= 1 or not fields.flag("enable_moe_block", True):
        return _choose(set(), "moe", "dense", layers)
    if fields.has("enable_moe_block"):
        return _choose(set(), "moe", "dense+moe", layers)
    return _choose(_sparse_layers(fields, layers), "moe", "dense", layers)


def _sparse_layers(fields: Fields, layers: int) -> set[int]:
    types = fields.items("mlp_layer_types", layers)
    if types is not None:
        return {layer for layer, value in enumerate(types) if value != "dense"}
    listed = fields.items("moe_layers")
    if listed is not None:
        return {fields.whole("moe_layers", value) for value in listed}
    enumerated = fields.text("moe_layers_enum")
    if enumerated:
        return {int(item) for item in enumerated.split(",") if item.strip().isdecimal() and len(item) < 6}
    frequency = fields.values.get("moe_layer_freq")
    if isinstance(frequency, list):
        flags = fields.items("moe_layer_freq", layers) or []
        return {layer for layer, flag in enumerate(flags) if fields.whole("moe_layer_freq", flag)}
    return _sparse_by_steps(fields, layers)


def _sparse_by_steps(fields: Fields, layers: int) -> set[int]:
    first = fields.count("first_k_dense_replace", "moe_layer_start_index") or 0
    last = fields.count("moe_layer_end_index")
    step = fields.count("moe_layer_freq", "interleave_moe_layer_step", "moe_layer_interval", low=1) or 1
    shift = step - 1 if fields.has("interleave_moe_layer_step", "moe_layer_interval") else 0
    sparse = {layer for layer in range(first, layers) if layer % step == shift}
    if last is not None:
        sparse = {layer for layer in sparse if layer <= last}
    every = fields.count("decoder_sparse_step", low=1)
    if every is not None:
        sparse = {layer for layer in sparse if (layer + 1) % every == 0}
    period = fields.count("expert_layer_period", low=1)
    if period is not None:
        offset = fields.count("expert_layer_offset") or 0
        sparse = {layer for layer in sparse if layer % period == offset}
    dense = {fields.whole("mlp_only_layers", value) for value in fields.items("mlp_only_layers") or []}
    return sparse - dense
