"""Weight bytes by the scope of quantisation, and the precisions a config suggests."""

from pathlib import Path
from typing import Any

import pytest

from engine.model_config import ModelShape, read_config
from engine.model_config.container import from_objects
from engine.model_config.count import read_source
from engine.model_config.scope import Scope

CONFIGS = Path(__file__).resolve().parents[1] / "golden" / "configs"
GQA = 64 * 64 * 2 + 2 * 64 * 32
EXPERTS = 4 * 8 * 3 * 64 * 32
TOTAL = 2 * 64000 + 4 * (GQA + 2 * 16 + 8 * 64 + 2 * 64) + EXPERTS + 64


def shape_with(quantisation: dict[str, Any] | None, **fields: Any) -> ModelShape:
    config = {
        "model_type": "qwen3_moe",
        "hidden_size": 64,
        "num_hidden_layers": 4,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "head_dim": 16,
        "vocab_size": 1000,
        "num_experts": 8,
        "num_experts_per_tok": 2,
        "moe_intermediate_size": 32,
        "torch_dtype": "bfloat16",
        "quantization_config": quantisation,
    }
    return read_source(from_objects("config.json", config | fields, {}))


def stored(bits_of_attention: float, bits_of_experts: float) -> float:
    rest = TOTAL - 4 * GQA - EXPERTS
    return (4 * GQA * bits_of_attention + EXPERTS * bits_of_experts + rest * 16) / 8


@pytest.mark.parametrize(
    ("quantisation", "attention", "experts"),
    [
        (None, 16, 16),
        ({"quant_method": "fp8", "weight_block_size": [128, 128]}, 8 + 32 / 16384, 8 + 32 / 16384),
        ({"quant_method": "fp8"}, 8, 8),
        ({"quant_method": "mxfp4", "modules_to_not_convert": ["model.layers.*.self_attn"]}, 16, 4.25),
        ({"quant_method": "awq", "bits": 4, "group_size": 128}, 4.125, 4.125),
        ({"quant_method": "gptq", "bits": 8, "group_size": -1}, 8, 8),
        ({"quant_method": "bitsandbytes", "load_in_4bit": True}, 4.5, 4.5),
        ({"quant_algo": "FP8", "ignore": ["lm_head"]}, 8, 8),
        ({"quant_algo": "NVFP4", "group_size": 16, "exclude_modules": ["*self_attn*"]}, 16, 4.5),
        ({"quant_algo": "NVFP4", "ignore": ["re:.*(q|k|v|o)_proj$", "lm_head"]}, 16, 4.5),
        ({"quant_algo": "FP8", "ignore": ["model.layers.1.mlp.experts.0.down_proj.bias"]}, 8, 8),
    ],
)
def test_weight_bytes_follow_method_and_scope(
    quantisation: dict[str, Any] | None, attention: float, experts: float
) -> None:
    assert shape_with(quantisation).weight_bytes == pytest.approx(stored(attention, experts), rel=1e-12)


def test_the_sibling_file_decides_where_the_config_is_silent(tmp_path: Path) -> None:
    shape = read_config(CONFIGS / "modelopt")
    quantised = 3 * GQA + EXPERTS
    assert shape.weight_bytes == (quantised * 4.5 + (TOTAL - quantised) * 16) / 8
    assert (shape.weights, shape.expert_weights, shape.compute, shape.kv) == ("fp4", "fp4", "fp4", "fp8")
    alone = tmp_path / "config.json"
    alone.write_bytes((CONFIGS / "modelopt" / "config.json").read_bytes())
    assert read_config(alone).weight_bytes == 2 * TOTAL


def test_packed_experts_leave_attention_and_router_alone() -> None:
    shape = read_config(CONFIGS / "packed_experts.json")
    assert shape.weight_bytes == stored(16, 4.5)
    assert (shape.weights, shape.expert_weights, shape.compute) == ("bf16", "int4", "bf16")


def test_mixed_precision_counts_every_named_layer() -> None:
    shape = read_config(CONFIGS / "mixed_precision.json")
    four_bit = 2 * 3 * 64 * 256 + 64000
    eight_bit = 2 * GQA
    rest = shape.parameters_total - four_bit - eight_bit
    assert shape.weight_bytes == (four_bit * 4.5 + eight_bit * 8 + rest * 16) / 8
    assert (shape.weights, shape.compute, shape.kv) == ("fp4", "bf16", "fp8")


def test_four_bit_experts_beside_fp8_are_seen() -> None:
    shape = read_config(CONFIGS / "compressed.json")
    assert (shape.weights, shape.expert_weights, shape.compute) == ("fp8", "fp4", "fp8")
    assert shape.weight_bytes < shape.parameters_total * 1.25


@pytest.mark.parametrize(
    ("scheme", "kv", "bits"),
    [
        ("FP8", "fp8", 8),
        ({"num_bits": 8, "type": "float", "dynamic": False}, "fp8", 8),
        (None, "bf16", 16),
    ],
)
def test_the_cache_has_the_precision_of_the_file(scheme: Any, kv: str, bits: int) -> None:
    shape = shape_with({"quant_algo": "FP8", "kv_cache_scheme": scheme})
    assert (shape.kv, shape.kv_declared) == (kv, scheme is not None)
    assert shape.kv_bytes_per_token(8192) == shape.kv_bytes_per_token(8192, bits)


def test_an_unknown_method_is_named_and_not_silent() -> None:
    shape = shape_with({"quant_method": "zipquant"})
    assert shape.weight_bytes == 2 * TOTAL
    assert any("zipquant" in text for text in shape.warnings)


def test_float32_checkpoints_weigh_twice() -> None:
    assert shape_with(None, torch_dtype="float32").weight_bytes == 4 * TOTAL


def test_native_bits_are_bytes_over_parameters() -> None:
    shape = shape_with({"quant_method": "fp8"})
    assert shape.to_values()["model.native_bits"] == pytest.approx(8 * shape.weight_bytes / TOTAL)


@pytest.mark.parametrize(
    ("pattern", "name", "inside"),
    [
        ("lm_head", "lm_head", True),
        ("mlp.gate", "layers.3.mlp.gate", True),
        ("mlp.gate", "layers.3.mlp.gate_proj", False),
        ("model.layers.3", "layers.3.mlp.up_proj", True),
        ("model.layers.3", "layers.30.mlp.up_proj", False),
        ("model.language_model.layers.0.mlp.up_proj", "layers.0.mlp.up_proj", True),
        ("model.layers.*.self_attn", "layers.7.self_attn.q_proj", True),
        ("model.layers.0.self_attn*", "layers.0.self_attn.q_proj", True),
        ("qkv_proj", "layers.0.self_attn.k_proj", True),
        ("block_sparse_moe.experts", "layers.0.mlp.experts.0.up_proj", True),
        ("re:.*shared_experts.*", "layers.2.mlp.shared_experts.up_proj", True),
        ("re:.*mlp\\.(gate|up)_proj.*", "layers.2.mlp.up_proj", True),
        ("re:.*mlp\\.gate$", "layers.2.mlp.gate_proj", False),
        ("mtp.layers.0*", "layers.0.mlp.up_proj", False),
        ("vision_tower.*", "layers.0.mlp.up_proj", False),
    ],
)
def test_patterns_name_what_their_tools_mean(pattern: str, name: str, inside: bool) -> None:
    assert (name in Scope([pattern])) is inside


def test_a_hostile_expression_is_reported_and_not_run() -> None:
    scope = Scope(["re:(a+)+$" * 10, "re:([a-z]+)*x"])
    assert len(scope.unread) == 2
    assert "layers.0.mlp.up_proj" not in scope
