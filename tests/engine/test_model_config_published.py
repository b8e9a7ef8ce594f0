"""The reader against every published config and count of the reference library."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest

from engine.model_config import read_config, summary
from engine.model_config.container import from_objects
from engine.model_config.count import read_source

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CONFIGS = SHARED / "configs"
FILES = [
    path
    for path in sorted(CONFIGS.glob("**/*_config.json"))
    if not path.name.endswith("hf_quant_config.json")
]
#: Quantised builds and the published model they are made from; the one of another version has its shape.
BUILDS = {
    "qwen3-30b-a3b-fp8": "qwen3-30b-a3b",
    "qwen3-32b-fp8-static-pertensor": "qwen3-32b",
    "qwen3-235b-a22b-nvfp4": "qwen3-235b-a22b",
    "qwen3-vl-235b-a22b-instruct": "qwen3-235b-a22b",
    "qwen3.6-27b-nvfp4": "qwen3.5-27b",
}
#: Published only as a rounded name ("1.6T"); the count from the shape is 1.7 % below it.
ROUNDED = {"deepseek-v4-pro": 0.02}
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILES, reason="the reference library is not beside the checkout"),
]


@cache
def rows() -> dict[str, dict[str, str]]:
    with (SHARED / "facts" / "models.csv").open(encoding="utf-8", newline="") as file:
        found = {}
        for row in csv.DictReader(file):
            found[row["id"]] = found[row["hf_repo"].split("/")[-1].lower()] = row
    return found


def row_of(path: Path) -> dict[str, str]:
    name = path.name.removesuffix("_config.json").split("--")[1].lower()
    return rows()[BUILDS.get(name, name)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix("_config.json"))
def test_a_published_config_gives_its_published_count(path: Path) -> None:
    row, shape = row_of(path), read_config(path)
    published = float(row["published_total"])
    assert shape.parameters_total == int(row["params_total"])
    assert shape.parameters_total == pytest.approx(published, rel=ROUNDED.get(row["id"], 0.01))
    assert shape.known


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix("_config.json"))
def test_active_parameters_cache_and_state_equal_the_reference(path: Path) -> None:
    row, shape = row_of(path), read_config(path)
    assert shape.parameters_active == int(row["params_active"])
    assert shape.parameters_active_without_embedding == int(row["params_active_no_embed"])
    assert shape.parameters_active_without_embedding_and_head == int(row["params_active_no_embed_no_head"])
    assert shape.kv_bytes_per_token(8192, 16) == pytest.approx(float(row["kv_bytes_per_tok_8k_bf16"]))
    assert shape.kv_bytes_per_token(131072, 16) == pytest.approx(float(row["kv_bytes_per_tok_128k_bf16"]))
    assert shape.state_bytes == int(row["state_bytes_per_seq"])
    if "vl" not in path.name.lower():
        assert shape.mtp_parameters == int(row["params_mtp"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix("_config.json"))
def test_weight_bytes_are_those_of_the_checkpoint(path: Path) -> None:
    row, shape = row_of(path), read_config(path)
    if path.name.removesuffix("_config.json").split("--")[1].lower() in BUILDS:
        assert shape.weight_bytes < 0.65 * 2 * shape.parameters_total or shape.quantisation == "none"
        return
    assert shape.weight_bytes / 1e9 == pytest.approx(float(row["ckpt_gb"]), rel=0.02)


#: Fields the count of a model needs beyond those of its row, by id; null takes a field of the row away.
BEYOND_THE_ROW: dict[str, dict[str, object]] = {
    "llama-4-scout": {"intermediate_size": 8192, "intermediate_size_mlp": 16384},
    "llama-4-maverick": {
        "intermediate_size": 8192,
        "intermediate_size_mlp": 16384,
        "interleave_moe_layer_step": 2,
    },
    "command-r-plus": {"use_qk_norm": True},
    "falcon-180b": {"new_decoder_architecture": True},
    "minimax-m3": {
        "dense_intermediate_size": 12288,
        "intermediate_size": 3072,
        "sparse_attention_config": {
            "sparse_index_dim": 128,
            "sparse_num_index_heads": 4,
            "sparse_topk_blocks": 16,
            "sparse_block_size": 128,
            "sparse_attention_freq": [0] * 3 + [1] * 57,
        },
    },
    "nemotron-h-56b": {
        "hybrid_override_pattern": "M" * 54 + "-" * 54 + "*" * 10,
        "mamba_num_heads": 256,
        "mamba_head_dim": 64,
        "n_groups": 8,
        "ssm_state_size": 256,
    },
    "nemotron-3-nano-30b-a3b": {
        "hybrid_override_pattern": "M" * 23 + "E" * 23 + "*" * 6,
        "mamba_num_heads": 64,
        "mamba_head_dim": 64,
        "n_groups": 8,
        "ssm_state_size": 128,
        "moe_shared_expert_intermediate_size": 3712,
    },
    "nemotron-3-ultra-550b-a55b": {
        "layers_block_type": ["mamba"] * 48 + ["moe"] * 48 + ["attention"] * 12,
        "num_hidden_layers": None,
        "mamba_num_heads": 256,
        "mamba_head_dim": 64,
        "n_groups": 8,
        "ssm_state_size": 128,
        "moe_shared_expert_intermediate_size": 10240,
        "moe_latent_size": 2048,
    },
}
COLUMNS = {
    "text_model_type": "model_type",
    "hidden_size": "hidden_size",
    "layers": "num_hidden_layers",
    "heads": "num_attention_heads",
    "kv_heads": "num_key_value_heads",
    "head_dim": "head_dim",
    "intermediate_size": "intermediate_size",
    "vocab_size": "vocab_size",
    "context": "max_position_embeddings",
    "sliding_window": "sliding_window",
    "experts": "num_local_experts",
    "experts_per_tok": "num_experts_per_tok",
    "moe_intermediate_size": "moe_intermediate_size",
    "first_k_dense": "first_k_dense_replace",
    "q_lora_rank": "q_lora_rank",
    "kv_lora_rank": "kv_lora_rank",
    "qk_nope": "qk_nope_head_dim",
    "qk_rope": "qk_rope_head_dim",
    "v_head_dim": "v_head_dim",
    "mtp_layers": "num_nextn_predict_layers",
}
ROW_MODELS = [
    "llama-2-7b",
    "llama-2-13b",
    "llama-2-70b",
    "llama-3.2-1b",
    "llama-3.2-3b",
    "llama-3.1-8b",
    "llama-3.1-70b",
    "llama-3.1-405b",
    "llama-4-scout",
    "llama-4-maverick",
    "mistral-large-2407",
    "qwen2.5-72b",
    "deepseek-v2-lite",
    "deepseek-v2",
    "deepseek-v3",
    "kimi-k2",
    "kimi-k2.5",
    "gemma-2-9b",
    "gemma-2-27b",
    "gemma-3-1b",
    "gemma-3-4b",
    "gemma-3-12b",
    "gemma-3-27b",
    "falcon-180b",
    "command-r-plus",
    "minimax-m2.5",
    "minimax-m3",
    "nemotron-h-56b",
    "nemotron-3-nano-30b-a3b",
    "nemotron-3-ultra-550b-a55b",
]


def config_of(row: dict[str, str]) -> dict[str, object]:
    config: dict[str, object] = {"sliding_window": None, "torch_dtype": "bfloat16"}
    for column, field in COLUMNS.items():
        if row[column]:
            config[field] = row[column] if field == "model_type" else int(row[column])
    if row["shared_expert_width"] and "moe_intermediate_size" in config:
        config["n_shared_experts"] = int(row["shared_expert_width"]) // int(row["moe_intermediate_size"])
    if row["model_type"].startswith("llama4"):
        config |= {"attention_chunk_size": 8192, "moe_intermediate_size": None, "n_shared_experts": None}
    if row["model_type"] not in ("falcon", "cohere", "gemma2", "gemma3", "gemma3_text"):
        config["tie_word_embeddings"] = row["tied"] == "1"
    return config | BEYOND_THE_ROW.get(row["id"], {})


@pytest.mark.parametrize("model", ROW_MODELS)
def test_the_shape_of_a_row_gives_its_counts(model: str) -> None:
    row = rows()[model]
    shape = read_source(from_objects(model, config_of(row), {}))
    assert shape.parameters_total == int(float(row["published_total"])) or shape.parameters_total == int(
        row["params_total"]
    )
    assert shape.kv_bytes_per_token(8192, 16) == pytest.approx(float(row["kv_bytes_per_tok_8k_bf16"]))
    assert shape.kv_bytes_per_token(131072, 16) == pytest.approx(float(row["kv_bytes_per_tok_128k_bf16"]))
    assert shape.state_bytes == int(row["state_bytes_per_seq"])
    assert shape.mtp_parameters == int(row["params_mtp"])


def test_cache_and_counts_equal_the_test_vectors() -> None:
    vectors = json.loads((SHARED / "theory" / "test_vectors.json").read_text(encoding="utf-8"))
    checked = 0
    for path in FILES:
        name = row_of(path)["id"]
        shape = read_config(path)
        if name in vectors["params_total"]:
            assert shape.parameters_total == vectors["params_total"][name]
            checked += 1
        if name in vectors["kv_bytes_per_token_bf16"]:
            assert shape.kv_bytes_per_token(8192, 16) == vectors["kv_bytes_per_token_bf16"][name]
            checked += 1
    assert checked >= 4


def test_no_published_config_is_read_with_a_complaint() -> None:
    allowed = ("encoder is not counted", "names no dtype")
    for path in FILES:
        for text in summary(read_config(path))["warnings"]:
            assert any(words in text for words in allowed), f"{path.name}: {text}"
