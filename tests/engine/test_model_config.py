"""Counts, cache and state of every family of model, worked out by hand on small configs."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.model_config import ModelShape, read_config, summary
from engine.model_config.command import import_model_json, import_model_text
from engine.model_config.container import from_objects
from engine.model_config.count import read_source
from engine.parameters import SPECS
from engine.scenario import Scenario

CONFIGS = Path(__file__).resolve().parents[1] / "golden" / "configs"
PUBLISHED = sorted((CONFIGS / "published").glob("*.json"))

# What the small configs share: width 64, 4 heads of 16, vocabulary 1000, feed-forward 256.
TABLE = 1000 * 64
GQA = 64 * 64 + 2 * 64 * 32 + 64 * 64
MLP = 3 * 64 * 256
EXPERTS = 8 * 3 * 64 * 32
SHARED = 3 * 64 * 32
MLA = 64 * 32 + 32 * 4 * 24 + 64 * 32 + 24 * 4 * 36 + 4 * 20 * 64 + 32 + 24
INDEXER = 32 * 2 * 16 + 64 * 16 + 64 * 2 + 2 * 16


def shape_of(name: str) -> ModelShape:
    return read_config(CONFIGS / f"{name}.json")


def shape_from(**fields: Any) -> ModelShape:
    base = {
        "model_type": "llama",
        "hidden_size": 64,
        "num_hidden_layers": 4,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "intermediate_size": 256,
        "vocab_size": 1000,
        "max_position_embeddings": 65536,
        "torch_dtype": "bfloat16",
    }
    values = {key: value for key, value in (base | fields).items() if value != "absent"}
    return read_source(from_objects("config.json", values, {}))


HAND_COUNTED = {
    "dense_gqa": 2 * TABLE + 4 * (GQA + MLP + 2 * 64) + 64,
    "latent_experts": 2 * TABLE + 4 * (MLA + 2 * 64) + MLP + 3 * (EXPERTS + SHARED + 8 * 64 + 8) + 64,
    "sparse_latent": 2 * TABLE
    + 4 * (MLA + INDEXER + 2 * 64)
    + MLP
    + 3 * (EXPERTS + SHARED + 8 * 64 + 8)
    + 64,
    # DeepSeek-V4: low-rank queries and output, one shared key-value, compressors of two rates, two streams.
    "compressed": 2 * TABLE
    + 3 * (64 * 32 + 32 + 32 * 4 * 32 + 64 * 32 + 32 + 4 * 32 * 16 + 2 * 16 * 64 + 4)
    + (2 * 64 * 32 + 128 * 32 + 32)
    + 2 * (2 * 64 * 64 + 4 * 64 + 32 + 4 * 64 * 16 + 4 * 32 + 16 + 32 * 2 * 16 + 64 * 2)
    + 3 * (EXPERTS + SHARED + 8 * 64 + 8)
    + 3 * (2 * 64 + 2 * (2 + 2) * 2 * 2 * 64)
    + 2 * 2 * 64
    + 64,
    "gated_delta": 2 * TABLE
    + 3 * (64 * 128 + 64 * 64 + 64 * 8 + 64 * 64 + 128 * 4 + 8 + 16)
    + (64 * 2 * 128 + 2 * 64 * 64 + 128 * 64 + 2 * 32)
    + 4 * (EXPERTS + 3 * 64 * 48 + 64 + 8 * 64 + 2 * 64)
    + 64,
    "mamba_pattern": 2 * TABLE
    + 3 * (64 * (128 + 256 + 8) + 256 * 5 + 3 * 8 + 128 + 128 * 64)
    + GQA
    + 2 * 64 * 256
    + (8 * 2 * 64 * 32 + 2 * 64 * 40 + 8 * 64 + 8)
    + 6 * 64
    + 64,
    "shared_values": TABLE
    + 5 * (GQA + 2 * 16)
    + (64 * 128 + 64 * 32 + 128 * 64 + 2 * 32)
    + 6 * (MLP + 4 * 64)
    + 64,
    "own_blocks": 2 * TABLE + (GQA + MLP + 128) + (MLP + 64) + (2 * 64 * 64 + 128) + 64,
    "wrapped_sparse_gemma": 262208 * 64 + 6 * (2 * 64 * 2048 + 2 * 64 * 1024 + 2 * 256 + MLP + 4 * 64) + 64,
    "unknown_type": 2 * TABLE + 4 * (GQA + MLP + 2 * 64) + 64,
}


@pytest.mark.parametrize("name", HAND_COUNTED)
def test_parameters_equal_the_count_by_hand(name: str) -> None:
    assert shape_of(name).parameters_total == HAND_COUNTED[name]


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_published_models_have_their_published_parameters(path: Path) -> None:
    assert read_config(path).parameters_total == json.loads(path.read_text())["_published_parameters"]


@pytest.mark.parametrize(
    ("name", "context", "expected"),
    [
        ("dense_gqa", 8192, 4 * 2 * 32 * 2),
        ("latent_experts", 8192, 4 * (24 + 8) * 2),
        ("sparse_latent", 8192, 4 * ((24 + 8) * 2 + 16)),
        ("compressed", 8192, 2 * (2 * 32 / 4 + 32 / 128 + 3 * 32 * 128 / 8192) + 2 * 16 / 4),
        ("gated_delta", 8192, 2 * 2 * 32 * 2),
        ("mamba_pattern", 8192, 2 * 2 * 16 * 2),
        ("shared_values", 8192, 2 * (2 * 32 + 5 * 2 * 2 * 16 * 512 / 8192)),
        ("shared_values", 131072, 2 * (2 * 32 + 5 * 2 * 2 * 16 * 512 / 131072)),
        ("shared_values", 100, 2 * (2 * 32 + 5 * 2 * 2 * 16)),
        ("own_blocks", 8192, 2 * 2 * 2 * 16),
    ],
)
def test_cache_per_token_equals_the_count_by_hand(name: str, context: int, expected: float) -> None:
    assert shape_of(name).kv_bytes_per_token(context, 16) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dense_gqa", 0),
        ("gated_delta", 3 * (4 * 16 * 16 * 4 + 128 * 3 * 2)),
        ("mamba_pattern", 3 * (8 * 16 * 32 * 4 + 256 * 3 * 2)),
    ],
)
def test_state_per_sequence_equals_the_count_by_hand(name: str, expected: int) -> None:
    assert shape_of(name).state_bytes == expected


def test_drafting_layers_are_counted_apart() -> None:
    shape = shape_of("latent_experts")
    assert shape.mtp_layers == 1
    assert shape.mtp_parameters == MLA + EXPERTS + SHARED + 8 * 64 + 8 + 2 * 64 * 64 + 5 * 64


def test_active_parameters_leave_out_idle_experts_embedding_and_head() -> None:
    shape = shape_of("latent_experts")
    assert shape.parameters_active == shape.parameters_total - 3 * EXPERTS * 6 // 8
    assert shape.parameters_active_without_embedding == shape.parameters_active - TABLE
    assert shape.parameters_active_without_embedding_and_head == shape.parameters_active - 2 * TABLE


def test_a_tied_table_is_counted_once_as_head() -> None:
    tied, untied = shape_from(tie_word_embeddings=True), shape_from(tie_word_embeddings=False)
    assert untied.parameters_total - tied.parameters_total == TABLE
    assert tied.embedding_parameters == 0
    assert tied.head_parameters == TABLE


@pytest.mark.parametrize(
    ("model_type", "tied"), [("gemma2", True), ("cohere", True), ("qwen3", False), ("mistral", False)]
)
def test_absent_tie_follows_the_class(model_type: str, tied: bool) -> None:
    shape = shape_from(model_type=model_type, head_dim=16, sliding_window=None)
    assert shape.tied is tied


def test_a_latent_cache_is_not_read_as_grouped_queries() -> None:
    shape = read_config(CONFIGS / "published" / "deepseek-v3.json")
    assert shape.attention_kind == "mla"
    assert shape.kv_bytes_per_token(8192, 16) == 70272


def test_head_dim_of_the_file_wins_over_hidden_over_heads() -> None:
    assert shape_from(head_dim=32).kv_elements == 2 * shape_from().kv_elements


def test_a_switched_off_window_is_ignored() -> None:
    fields = {"model_type": "qwen2", "sliding_window": 512, "max_window_layers": 2}
    assert shape_from(**fields, use_sliding_window=False).window_layers == 0
    assert shape_from(**fields, use_sliding_window=True).window_layers == 2


@pytest.mark.parametrize(
    ("fields", "windowed"),
    [
        ({"model_type": "gemma2", "sliding_window": 512}, 2),
        ({"model_type": "mistral", "sliding_window": 512}, 4),
        ({"model_type": "mistral", "sliding_window": None}, 0),
        ({"model_type": "phi3", "sliding_window": 262144}, 0),
        ({"model_type": "gpt_oss", "sliding_window": 512}, 2),
        ({"model_type": "cohere2", "sliding_window": 512}, 3),
        ({"model_type": "llama4_text", "attention_chunk_size": 512}, 3),
        ({"model_type": "mimo_v2_flash", "sliding_window": 512, "hybrid_layer_pattern": [0, 1, 1, 0]}, 2),
        ({"sliding_window": 512, "layer_types": ["sliding_attention"] * 3 + ["full_attention"]}, 3),
    ],
)
def test_windows_follow_lists_and_model_types(fields: dict[str, Any], windowed: int) -> None:
    shape = shape_from(head_dim=16, **fields)
    assert (shape.window_layers, shape.full_layers) == (windowed, 4 - windowed)


@pytest.mark.parametrize(
    ("fields", "moe_layers"),
    [
        ({"first_k_dense_replace": 1}, 3),
        ({"first_k_dense_replace": 1, "moe_layer_freq": 2}, 1),
        ({"moe_layer_freq": [0, 1, 1, 0]}, 2),
        ({"decoder_sparse_step": 2}, 2),
        ({"decoder_sparse_step": 1, "mlp_only_layers": [0, 3]}, 2),
        ({"interleave_moe_layer_step": 2}, 2),
        ({"mlp_layer_types": ["dense", "sparse", "sparse", "sparse"]}, 3),
        ({"n_routed_experts": None}, 0),
    ],
)
def test_dense_layers_among_experts_follow_every_convention(fields: dict[str, Any], moe_layers: int) -> None:
    experts = {"n_routed_experts": 8, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
    assert shape_from(**(experts | fields)).moe_layers == moe_layers


def test_compression_is_read_from_names_and_rates_as_from_a_list() -> None:
    listed = json.loads((CONFIGS / "compressed.json").read_text())
    named = {key: value for key, value in listed.items() if key != "compress_ratios"}
    named["layer_types"] = ["heavily_compressed_attention", *["compressed_sparse_attention"] * 2]
    named["compress_rates"] = {"compressed_sparse_attention": 4, "heavily_compressed_attention": 128}
    read = [read_source(from_objects("config.json", config, {})) for config in (listed, named)]
    assert read[0] == read[1]


def test_other_names_mean_the_same() -> None:
    renamed = {
        "hidden_size": "absent",
        "num_hidden_layers": "absent",
        "num_attention_heads": "absent",
        "num_key_value_heads": "absent",
    }
    other = shape_from(**renamed, n_embd=64, n_layer=4, n_head=4, n_head_kv=2)
    assert other.parameters_total == shape_from().parameters_total


def test_layers_are_counted_from_a_pattern() -> None:
    shape = shape_of("mamba_pattern")
    assert (shape.layers, shape.full_layers, shape.state_layers, shape.moe_layers) == (6, 1, 3, 1)


def test_an_unknown_type_is_read_by_structure_with_a_warning() -> None:
    shape = shape_of("unknown_type")
    assert not shape.known
    assert any("zork9" in text and "not known" in text for text in shape.warnings)
    assert shape.parameters_total == shape_of("dense_gqa").parameters_total


def test_a_class_default_is_named_in_a_warning() -> None:
    warnings = " ".join(shape_of("wrapped_sparse_gemma").warnings)
    for name in ("num_attention_heads", "num_key_value_heads", "head_dim", "vocab_size"):
        assert f"{name} is not in the file" in warnings


@pytest.mark.parametrize("name", HAND_COUNTED)
def test_values_are_taken_by_a_scenario_and_add_up(name: str) -> None:
    shape = shape_of(name)
    values = shape.to_values()
    numeric = {key for key, spec in SPECS.items() if spec.group == "model" and spec.numeric}
    # What its answers are worth no configuration tells.
    assert numeric - {"model.quality"} <= set(values)
    assert all(SPECS[key].check(value) == value for key, value in values.items())
    assert Scenario().with_values(values).number("model.layers") == shape.layers
    total = sum(float(values[f"model.{part}_parameters"]) for part in ("attention", "dense", "expert"))
    total += float(values["model.embedding_parameters"]) + shape.hidden_size * shape.vocabulary / 1e9
    assert total * 1e9 == pytest.approx(shape.parameters_total)


def test_work_of_sparse_attention_is_limited_and_the_indexers_is_not() -> None:
    values = shape_of("sparse_latent").to_values()
    assert values["model.sparse_context"] == 512
    assert values["model.attention_flops_decode"] == 4 * 2 * 4 * (24 + 24 + 8)
    assert values["model.attention_flops_prefill"] == 4 * 2 * 4 * (16 + 8 + 20)
    assert values["model.index_flops"] == 4 * 2 * 2 * 16
    assert values["model.index_elements"] == 4 * 16


def test_layers_that_read_everything_beside_a_selection_are_not_limited() -> None:
    values = shape_of("compressed").to_values()
    assert values["model.sparse_context"] == 64 * 4
    assert values["model.kv_elements"] == 2 * 32 / 4
    assert values["model.index_elements"] == 2 * 16 / 4 + 32 / 128 * 2
    assert values["model.index_flops"] == 2 * 2 * 2 * 16 / 4 + 4 * 4 * 32 / 128


def test_the_command_prints_plain_numbers_and_readable_text() -> None:
    path = CONFIGS / "latent_experts.json"
    found = json.loads(json.dumps(import_model_json(path, 4096), allow_nan=False))
    assert found["parameters_total"] == HAND_COUNTED["latent_experts"]
    assert found["context"] == 4096
    assert found["kv_bytes_per_token"] == 256
    assert found["warnings"] == []
    assert {"parameters_active", "weight_bytes", "state_bytes_per_sequence", "layer_kinds"} <= set(found)
    text = import_model_text(path, None)
    assert "8,192 tokens" in text
    assert "2 of 8 per token" in text


def test_a_folder_and_its_config_are_the_same_model() -> None:
    folder, file = read_config(CONFIGS / "modelopt"), read_config(CONFIGS / "modelopt" / "config.json")
    assert folder == file
    assert folder.name == "modelopt"


def test_summary_names_layers_by_kind() -> None:
    kinds = summary(shape_of("gated_delta"))["layer_kinds"]
    assert kinds == {"linear attention": 3, "full attention": 1, "experts": 4}
