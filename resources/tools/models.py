"""Models: the counts of group `model` from the shapes and counted parameters of `models.csv`.

Parameters are split so that they sum to the counted total:

    total = embedding_parameters + head + attention + dense + expert,   head = hidden size x vocabulary

with `embedding_parameters` 0 where input embedding and head are one table. Routed experts follow from
total and active parameters; attention is counted from the shape and the FFN is the rest, or, for mixers
without a closed form (linear attention, state space, per-layer search), the other way round.
"""

import math
from pathlib import Path
from typing import Final

from resources.tools.aliases import MODELS
from resources.tools.figures import Entry, Row, figure, grade_of, number, read, value_of

#: Older and smaller models that published benchmarks ran, in the columns of `models.csv`.
MORE: Final = Path(__file__).with_name("more_models.csv")
_INDEX_BYTES: Final = 128.0
#: Work of an indexer that sees the whole context [FLOP per token and cached token, per layer].
_INDEXER: Final = {"deepseek-v3.2": 2.0 * 64 * 128, "glm-5": 2.0 * 32 * 128}
_VENDORS: Final = {
    "llama": "Meta",
    "mistral": "Mistral AI",
    "mixtral": "Mistral AI",
    "qwen": "Alibaba",
    "deepseek": "DeepSeek",
    "kimi": "Moonshot AI",
    "glm": "Z.ai",
    "gpt-oss": "OpenAI",
    "gpt-j": "EleutherAI",
    "gpt-neox": "EleutherAI",
    "gemma": "Google",
    "phi": "Microsoft",
    "falcon": "TII",
    "command": "Cohere",
    "minimax": "MiniMax",
    "nemotron": "NVIDIA",
    "bloom": "BigScience",
    "opt": "Meta",
    "chameleon": "Meta",
    "aquila": "BAAI",
    "decilm": "Deci",
    "codestral": "Mistral AI",
    "starcoder": "BigCode",
    "mpt": "MosaicML",
    "yi": "01.AI",
    "olmo": "Ai2",
    "dbrx": "Databricks",
    "codellama": "Meta",
}


def build(facts: Path) -> dict[str, Entry]:
    """Return one entry for each row of `models.csv` and of the models that only benchmarks ask for."""
    rows = [*read(facts / "models.csv"), *read(MORE)]
    return {row["id"]: _Model(row).entry(rows) for row in rows}


def _counts(text: str) -> dict[str, int]:
    """Read `36xswa+12xfull` as {"swa": 36, "full": 12}."""
    pairs = (part.split("x", 1) for part in text.split("+"))
    return {name: int(count) for count, name in pairs}


def _name(ident: str) -> str:
    """Return `glm-4.5-air` as its maker writes it."""
    first, *rest = ident.split("-")
    return "-".join((first.upper(), *(word.title() for word in rest)))


class _Model:
    """One row on its way to an entry."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.ident = row["id"]
        self.mixers = _counts(row["mixers"])
        self.ffn = _counts(row["ffn"])
        self.hidden = self._cell("hidden_size")
        self.heads = self._cell("heads")
        self.head_dim = self._cell("head_dim")
        self.mla = number(row, "kv_lora_rank") is not None
        self.latent = self.ident == "deepseek-v4-pro"
        self.values: dict[str, Entry] = {}

    def _cell(self, column: str, default: float = 0.0) -> float:
        found = number(self.row, column)
        return default if found is None else found

    def _put(self, name: str, value: float | str, how: str, note: str = "") -> None:
        source = f"config of {self.row['hf_repo']}: {how}"
        memory = "from memory" in self.row["source"] or "memory" in self.row["verbatim_config"]
        grade = "guess" if memory else "derived" if "counted" in how or "=" in how else "vendor"
        self.values[f"model.{name}"] = value_of(f"model.{name}", value, source, grade, note=note)

    def entry(self, rows: list[Row]) -> Entry:
        self._shape()
        self._parameters()
        self._cache()
        self._work()
        self._rest()
        row = self.row
        taken = {name.lower() for other in rows for name in (other["id"],)} - {self.ident}
        repository = row["hf_repo"] if "/" in row["hf_repo"] else f"{row['hf_repo']}/{_name(self.ident)}"
        tail = repository.rsplit("/", maxsplit=1)[-1]
        names = {repository.lower(), tail.lower(), *MODELS.get(self.ident, ())}
        return {
            "label": tail.replace("_", " "),
            "vendor": next((v for k, v in _VENDORS.items() if self.ident.startswith(k)), ""),
            "aliases": sorted(names - taken - {self.ident}),
            "note": row["note"],
            "values": self.values,
            "facts": self._facts(),
        }

    def _shape(self) -> None:
        row = self.row
        blocks = self._cell("layers")
        if "none" in self.mixers:
            layers = round(blocks / 2.0)
            note = f"{blocks:g} blocks, each a mixer or an FFN: two make a layer"
            self._put("layers", layers, "num_hidden_layers", note)
        else:
            self._put("layers", blocks, "num_hidden_layers")
        self._put("hidden_size", self.hidden, "hidden_size")
        self._put("vocabulary", self._cell("vocab_size"), "vocab_size")
        self._put("query_heads", self.heads, "num_attention_heads")
        self._put("attention_kind", "mla" if self.mla or self.latent else "gqa", "attention of the class")
        if self.mla:
            self._put("kv_heads", 1, "kv_lora_rank", "one latent for all heads")
        elif row["model_type"] == "nemotron-nas":
            self._put("kv_heads", 8, "n_heads_in_group of the attention layers")
        else:
            self._put("kv_heads", self._cell("kv_heads"), "num_key_value_heads")
        self._put("experts", self._cell("experts", 1.0), "routed experts")
        self._put("experts_per_token", self._cell("experts_per_tok", 1.0), "routed experts per token")
        self._put("moe_layers", self.ffn.get("moe", 0), "layers with routed experts")

    def _parameters(self) -> None:
        row = self.row
        total, active = self._cell("params_total"), self._cell("params_active")
        head = self.hidden * self._cell("vocab_size")
        embedding = 0.0 if row["tied"] == "1" else self._cell("params_embed")
        experts, routed = self._cell("experts"), self._cell("experts_per_tok")
        expert = (total - active) * experts / (experts - routed) if experts else 0.0
        body = total - embedding - head - expert
        plain = set(self.mixers) <= {"full", "swa"} and row["model_type"] != "nemotron-nas"
        if plain:
            attention = self._attention()
            dense = body - attention
        else:
            gated = 2.0 if row["model_type"] == "nemotron_h" else 3.0
            dense = self.ffn.get("dense", 0) * gated * self.hidden * self._cell("intermediate_size")
            if row["model_type"] == "nemotron-nas":
                dense = body - self._full_layers() * self._gqa(kv_heads=8.0)
            dense += self._cell("params_experts") - expert if experts else 0.0
            attention = body - dense
        if min(attention, dense, body) < 0.0:
            raise ValueError(f"{self.ident}: parameters do not add up")
        rest = "the rest of the counted total"
        self._put("embedding_parameters", embedding / 1e9, "counted; 0 where tied to the head")
        self._put(
            "attention_parameters", attention / 1e9, f"counted from the shape{'' if plain else ': ' + rest}"
        )
        self._put("dense_parameters", dense / 1e9, f"counted: {rest}" if plain else "counted from the shape")
        self._put(
            "expert_parameters", expert / 1e9, "counted = (total - active) x experts / (experts - routed)"
        )

    def _gqa(self, kv_heads: float) -> float:
        return self.hidden * self.head_dim * (2.0 * self.heads + 2.0 * kv_heads)

    def _full_layers(self) -> float:
        if self.row["model_type"] == "nemotron-nas":  # some layers have no attention: read off the cache
            return self._cell("kv_bytes_per_tok_8k_bf16") / 2.0 / (2.0 * 8.0 * self.head_dim)
        return float(self.mixers.get("full", 0))

    def _attention(self) -> float:
        layers = self.mixers.get("full", 0) + self.mixers.get("swa", 0)
        if not self.mla:
            return layers * self._gqa(self._cell("kv_heads"))
        query = self.heads * (self._cell("qk_nope") + self._cell("qk_rope"))
        low = self._cell("q_lora_rank")
        per = (self.hidden + query) * low if low else self.hidden * query
        rank = self._cell("kv_lora_rank")
        per += self.hidden * (rank + self._cell("qk_rope"))
        per += rank * self.heads * (self._cell("qk_nope") + self._cell("v_head_dim"))
        per += self.heads * self._cell("v_head_dim") * self.hidden
        if self.ident in _INDEXER:
            heads = _INDEXER[self.ident] / 256.0
            per += low * heads * 128.0 + self.hidden * 128.0 + self.hidden * heads
        return layers * per

    def _cache(self) -> None:
        window = self._cell("sliding_window")
        windows = self.mixers.get("swa", 0)
        full = self._full_layers()
        kept, inside, index, note = 0.0, 0.0, 0.0, ""
        if self.mla:
            kept = full * (self._cell("kv_lora_rank") + self._cell("qk_rope"))
            if self.ident in _INDEXER:
                index = full * _INDEX_BYTES
        elif self.latent:
            windows = int(self._cell("layers"))
            full = float(windows)
            inside = windows * self.head_dim
            # 30 layers select among every fourth token; 31 read every 128th, all of them, like an indexer.
            kept = 30.0 * self.head_dim / 4.0
            index = 30.0 * _INDEX_BYTES / 4.0 + 31.0 * self.head_dim / 128.0 * 2.0
            note = (
                "every fourth token in 30 layers; every 128th in 31 counts as indexer; all have a window too"
            )
        else:
            heads = 8.0 if self.row["model_type"] == "nemotron-nas" else self._cell("kv_heads")
            kept = full * 2.0 * heads * self.head_dim
            inside = windows * 2.0 * heads * self.head_dim
            if self.ident == "minimax-m3":
                dense = full - self.ffn["moe"]
                index = self.ffn["moe"] * _INDEX_BYTES + dense * 4.0 * heads * self.head_dim
                kept -= dense * 2.0 * heads * self.head_dim
                note = "57 sparse layers; three that read the whole context count as indexer"
        self._put("full_layers", full, "layers that see the whole context")
        self._put("window_layers", windows, "layers with a sliding window")
        self._put("window", window if windows else 0, "sliding_window")
        self._put("index_elements", index, "counted: bytes read whatever is selected")
        self._put("kv_elements", round(kept), "counted from the shape", note)
        self._put("kv_elements_window", round(inside), "counted from the shape")

    def _work(self) -> None:
        full = self._full_layers()
        windows = self.mixers.get("swa", 0)
        pair = 4.0 * self.heads * self.head_dim
        sparse, note = 0.0, ""
        index = _INDEXER.get(self.ident, 0.0) * full
        if self.mla:
            rank, rope = self._cell("kv_lora_rank"), self._cell("qk_rope")
            decode = full * self.heads * (2.0 * (rank + rope) + 2.0 * rank)
            prefill = full * self.heads * 2.0 * (self._cell("qk_nope") + rope + self._cell("v_head_dim"))
            sparse = self._cell("index_topk")
        elif self.latent:
            decode = prefill = pair * 30.0 / 4.0
            index = pair * 31.0 / 128.0 + 30.0 * _INDEXER["deepseek-v3.2"] / 4.0
            windows, sparse = int(self._cell("layers")), 4.0 * self._cell("index_topk")
            note = "30 layers see every fourth token, at most 1,024 of them"
        else:
            decode = prefill = pair * full
            if self.ident == "minimax-m3":
                decode = prefill = pair * self.ffn["moe"]
                index = pair * (full - self.ffn["moe"]) + self.ffn["moe"] * 2.0 * 4.0 * 128.0
                sparse, note = 2048.0, "57 of 60 layers read 16 blocks of 128 tokens"
        self._put("attention_flops_decode", decode, "counted from the shape", note)
        self._put("attention_flops_prefill", prefill, "counted from the shape", note)
        self._put("attention_flops_window", pair * windows, "counted from the shape")
        self._put("sparse_context", sparse, "index_topk or selected blocks")
        self._put("index_flops", index, "counted from the shape")

    def _rest(self) -> None:
        self._put("state_bytes", self._cell("state_bytes_per_seq") / 1e6, "counted from the shape")
        # Through the published MMLU of Llama 3.1 8B, 70B and 405B: 0.69, 0.84, 0.87.
        size = math.log10(self._cell("params_total") / 1e9)
        quality = round(min(0.95, max(0.3, 0.61 + 0.105 * size)), 3)
        rule = "0.61 + 0.105 x log10(billions of parameters), after published MMLU of Llama 3.1 [M]"
        self.values["model.quality"] = value_of("model.quality", quality, f"rule: {rule}", "guess")
        bits = 8e9 * self._cell("ckpt_gb") / self._cell("params_total")
        plain = self.row["quant"] in {"none", ""}
        self._put(
            "native_bits", 16 if plain else round(bits, 2), "checkpoint bytes = bits x counted parameters"
        )

    def _facts(self) -> dict[str, Entry | str]:
        row = self.row
        texts = ("hf_repo", "release", "model_type", "mixers", "ffn", "dtype", "quant", "licence", "source")
        found: dict[str, Entry | str] = {name: row[name] for name in texts if row[name]}
        units = {
            "params_total": "parameters",
            "params_active": "parameters",
            "params_active_no_embed": "parameters",
            "params_mtp": "parameters",
            "published_total": "parameters",
            "published_active": "parameters",
            "context": "tokens",
            "head_dim": "elements",
            "ckpt_gb": "GB",
            "kv_bytes_per_tok_8k_bf16": "B",
            "kv_bytes_per_tok_128k_bf16": "B",
        }
        for name, unit in units.items():
            if (known := number(row, name)) is not None:
                source, grade = "counted from the config", "derived"
                if name.startswith("published"):
                    source = row["published_evidence"] or "model card"
                    grade = grade_of("high", source)
                elif name in {"context", "head_dim"}:
                    source, grade = "config of the model", "vendor"
                found[name] = figure(known, unit, source, grade)
        return found
