"""The reader against every published config and count of the reference library."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest

from engine.model_config import read_config, summary

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
