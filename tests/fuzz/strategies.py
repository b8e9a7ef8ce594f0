"""How hypothesis makes inputs for a target: grammars of JSON, of what is typed, or plain bytes."""

import json
from typing import Any

from hypothesis import strategies as st

from tests.fuzz import seeds
from tests.fuzz.targets import Target

_KEYS = (
    "schema", "scenarios", "name", "values", "overrides", "parent", "value", "unit", "uncertainty", "low",
    "high", "kind", "mode", "views", "active", "parts", "doubt", "note", "locked", "accelerator.rent",
    "price.output",
    "model_type", "hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size", "layer_types",
    "num_experts", "text_config", "quantization_config", "rope_scaling", "now", "saved", "pairs", "when",
)  # fmt: skip


def _json() -> st.SearchStrategy[bytes]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    keys = st.sampled_from(_KEYS) | st.text(max_size=6)
    values: st.SearchStrategy[Any] = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6),
        max_leaves=20,
    )
    return st.dictionaries(keys, values, max_size=8).map(lambda made: json.dumps(made).encode())


def _text(head: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    piece = st.sampled_from(seeds.words()) | st.floats().map(repr) | st.text(max_size=8)
    gap = st.sampled_from(["", " ", ",", "\n", "=", ":", ";"])
    pieces = st.lists(st.tuples(piece, gap), max_size=12)
    text = pieces.map(lambda made: "".join(a + b for a, b in made).encode("utf-8", "surrogatepass"))
    return st.tuples(head, text).map(b"".join)


def _entries() -> st.SearchStrategy[bytes]:
    others = ("[General]", "[later]", ";", "#x", "")
    names = st.sampled_from((*seeds.SETTING_NAMES, *others)) | st.text(max_size=6)
    values = st.sampled_from(seeds.SETTING_VALUES) | st.floats().map(repr) | st.text(max_size=20)
    lines = st.lists(st.tuples(names, st.sampled_from(["=", "=", "=", "", " = "]), values), max_size=12)
    said = lines.map(lambda made: "\n".join(["f[General]", *("".join(line) for line in made)]))
    return said.map(lambda text: text.encode("utf-8", "surrogatepass"))


def inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Return a strategy for inputs of `target`: of its grammar, or any bytes behind the head of a seed."""
    origins = st.sampled_from(target.seeds())
    heads = origins.flatmap(lambda seed: st.integers(0, len(seed)).map(lambda n: seed[:n]))
    loose = st.tuples(heads, st.binary(max_size=60)).map(b"".join)
    if target.sort == "json":
        return _json() | loose
    if target.sort == "ini":
        return _entries() | loose
    return loose if target.sort == "binary" else _text(heads | st.binary(min_size=2, max_size=2)) | loose
