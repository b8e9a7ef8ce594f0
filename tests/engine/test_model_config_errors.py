"""A broken file is one clear error; no JSON crashes the reader."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import ModelConfigError
from engine.model_config import read_config, summary
from engine.model_config.container import SIZE_LIMIT, from_objects
from engine.model_config.count import read_source

CONFIGS = Path(__file__).resolve().parents[1] / "golden" / "configs"
SEEDS = [
    json.loads(path.read_text())
    for path in sorted(CONFIGS.glob("**/*.json"))
    if not path.name.startswith("hf_quant")
]


def refusal(path: Path) -> str:
    with pytest.raises(ModelConfigError) as caught:
        read_config(path)
    return str(caught.value)


def refusal_of(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "config.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return refusal(path)


def refusal_with(**fields: Any) -> str:
    config = json.loads((CONFIGS / "dense_gqa.json").read_text()) | fields
    with pytest.raises(ModelConfigError) as caught:
        read_source(from_objects("config.json", config, {}))
    return str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "is no file" in refusal(tmp_path / "absent.json")


def test_a_folder_without_config_says_what_to_choose(tmp_path: Path) -> None:
    assert "holds no config.json" in refusal(tmp_path)


def test_a_quantisation_file_alone_points_to_the_config() -> None:
    assert "config.json beside it" in refusal(CONFIGS / "modelopt" / "hf_quant_config.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "line 1"),
        ("[1, 2]", "JSON list, not an object"),
        ("null", "JSON null"),
        ("true", "truth value"),
        (b"\xff\xfe{}", "no UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        ('{"hidden_size": ' + "9" * 5000 + "}", "number that cannot be read"),
        ("{}", "hidden_size (or n_embd, d_model, dim, model_dim) is missing"),
        ('{"text_config": 3}', "text_config is a number"),
        ('{"hidden_size": 64}', "num_hidden_layers"),
    ],
)
def test_what_is_no_config_is_refused_with_its_fault(tmp_path: Path, text: str | bytes, says: str) -> None:
    message = refusal_of(tmp_path, text)
    assert says in message
    assert "config.json" in message
    assert "\n" not in message


def test_a_file_beyond_eight_megabytes_is_refused(tmp_path: Path) -> None:
    assert "8 MB" in refusal_of(tmp_path, b" " * (SIZE_LIMIT + 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hidden_size", "4096"),
        ("hidden_size", -1),
        ("hidden_size", 10**12),
        ("hidden_size", 64.5),
        ("hidden_size", math.inf),
        ("hidden_size", True),
        ("num_hidden_layers", 0),
        ("num_hidden_layers", 5000),
        ("num_attention_heads", [4]),
        ("num_key_value_heads", 8),
        ("vocab_size", 1),
        ("vocab_size", math.nan),
        ("intermediate_size", {}),
        ("tie_word_embeddings", "yes"),
        ("layer_types", ["full_attention"]),
        ("layer_types", "full_attention"),
        ("model_type", 7),
        ("torch_dtype", 16),
        ("quantization_config", "fp8"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(field: str, value: Any) -> None:
    message = refusal_with(**{field: value})
    assert message.startswith("config.json: ")
    assert field in message
    assert "must be" in message or "not an object" in message


def test_more_experts_per_token_than_experts_is_refused() -> None:
    message = refusal_with(num_experts=4, num_experts_per_tok=8)
    assert "num_experts_per_tok is 8" in message
    assert "at most the number of experts, 4" in message


def test_an_impossible_sum_is_refused() -> None:
    message = refusal_with(
        hidden_size=1_000_000, num_hidden_layers=1000, intermediate_size=10_000_000, head_dim=64
    )
    assert "impossible model" in message


@pytest.mark.parametrize("context", [0, -5, math.inf, math.nan, True, "8k"])
def test_an_impossible_context_is_refused(context: Any) -> None:
    with pytest.raises(ModelConfigError, match="number of tokens"):
        summary(read_config(CONFIGS / "dense_gqa.json"), context)


def check_sane(config: Any, sibling: dict[str, Any]) -> None:
    try:
        found = summary(read_source(from_objects("config.json", config, sibling)), 8192)
    except ModelConfigError:
        return
    json.dumps(found, allow_nan=False)
    numbers = [value for value in found.values() if isinstance(value, (int, float))]
    assert all(math.isfinite(value) and value >= 0 for value in numbers)
    assert found["parameters_total"] >= found["parameters_active"] > 0
    assert found["weight_bytes"] > 0


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([0, 1, 2, 4, 64, 128, 4096, "FP8", "sliding_attention", "M*-E", "fp8"])
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)
FIELD_NAMES = sorted({key for seed in SEEDS for key in seed} | {"text_config", "ffn_config", "attn_config"})
TYPES = [
    "gemma4",
    "falcon",
    "gpt2",
    "mamba2",
    "jamba",
    "dbrx",
    "longcat_flash",
    "minimax_m1",
    "zork",
    "kimi_k2",
]


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.sampled_from(SEEDS),
    changes=st.dictionaries(st.sampled_from(FIELD_NAMES), JSON_VALUES, max_size=3),
    removed=st.lists(st.sampled_from(FIELD_NAMES), max_size=3),
    model_type=st.none() | st.sampled_from(TYPES),
)
def test_no_change_of_a_config_crashes_the_reader(
    seed: dict[str, Any], changes: dict[str, Any], removed: list[str], model_type: str | None
) -> None:
    config = {key: value for key, value in (seed | changes).items() if key not in removed}
    if model_type is not None:
        config["model_type"] = model_type
    check_sane(config, {})


LAYER_TYPES = st.lists(
    st.sampled_from(
        [
            "full_attention",
            "sliding_attention",
            "chunked_attention",
            "linear_attention",
            "compressed_sparse_attention",
            "heavily_compressed_attention",
            "mamba",
            "conv",
            "moe",
            "mlp",
            "attention",
            "other",
        ]
    ),
    min_size=6,
    max_size=6,
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seed=st.sampled_from(SEEDS),
    key=st.sampled_from(["layer_types", "layers_block_type"]),
    types=LAYER_TYPES,
    model_type=st.sampled_from(TYPES),
)
def test_no_mix_of_layers_crashes_the_reader(
    seed: dict[str, Any], key: str, types: list[str], model_type: str
) -> None:
    check_sane({**seed, "num_hidden_layers": 6, key: types, "model_type": model_type}, {})


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(section=st.dictionaries(st.sampled_from(FIELD_NAMES) | st.text(max_size=12), JSON_VALUES, max_size=5))
def test_no_quantisation_crashes_the_reader(section: dict[str, Any]) -> None:
    check_sane({**SEEDS[1], "quantization_config": section}, {})
    check_sane(SEEDS[1], {"quantization": section})


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=64) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_no_file_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "config.json"
    path.write_bytes(data)
    with pytest.raises(ModelConfigError):
        read_config(path)
