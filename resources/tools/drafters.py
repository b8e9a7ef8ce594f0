"""Drafters: how many tokens a verification accepts, and the two figures the model reads instead."""

import json
from pathlib import Path
from typing import Final

import numpy as np

from resources.tools.figures import Entry, figure

_SOURCE: Final = (
    "SemiAnalysisAI/InferenceX @843c625 golden_al_distribution (Apache-2.0): coding prompts, temperature 1"
)
#: Name in the table -> id, label, vendor, sort.
_NAMES: Final = {
    "dsv4-pro-0813-dspark": ("deepseek-v4-pro-dspark", "DSpark for DeepSeek-V4-Pro", "DeepSeek", "head"),
    "dsv4_mtp": ("deepseek-v4-pro-mtp", "MTP of DeepSeek-V4-Pro", "DeepSeek", "mtp"),
    "glm5.2_mtp": ("glm-5.2-mtp", "MTP of GLM-5.2", "Z.ai", "mtp"),
    "kimik2.5_eagle3": ("kimi-k2.5-eagle3", "EAGLE-3 for Kimi-K2.5", "Moonshot AI", "head"),
    "kimik3_dspark": ("kimi-k3-dspark", "DSpark for Kimi-K3", "Moonshot AI", "head"),
    "kimik3_dspark_probabilistic_sample_method_block_rejection_sample_method": (
        "kimi-k3-dspark-block", "DSpark for Kimi-K3, block rejection", "Moonshot AI", "head",
    ),
    "minimaxm3_eagle3": ("minimax-m3-eagle3", "EAGLE-3 for MiniMax-M3", "MiniMax", "head"),
    "minimaxm3_eagle3_gqa": ("minimax-m3-eagle3-gqa", "EAGLE-3 for MiniMax-M3, GQA", "MiniMax", "head"),
    "qwen3.5_mtp": ("qwen3.5-mtp", "MTP of Qwen3.5", "Alibaba", "mtp"),
}  # fmt: skip
_MODES: Final = {"thinking_on": ("", ""), "thinking_off": ("-plain", ", not thinking")}


def mean_accepted(right: float, decay: float, most: int) -> list[float]:
    """Return the mean tokens of a verification of 1 to `most` guesses, the last sure one included."""
    taken, chain, made = 1.0, 1.0, []
    for _ in range(most):
        chain *= min(right, 1.0)
        taken += chain
        right *= decay
        made.append(taken)
    return made


def fit(lengths: list[float]) -> tuple[float, float, float]:
    """Return the first guess's acceptance, its decay and the root mean square error of the best fit."""
    best = (1.0, 1.0, float("inf"))
    for right in np.arange(0.6, 1.0001, 0.005):
        for decay in np.arange(0.6, 1.0001, 0.005):
            off = np.subtract(mean_accepted(float(right), float(decay), len(lengths)), lengths)
            error = float(np.sqrt(np.mean(off**2)))
            if error < best[2] - 1e-12:
                best = (round(float(right), 3), round(float(decay), 3), error)
    return best


def build(facts: Path) -> dict[str, Entry]:
    """Return the catalogue entries of kind drafter."""
    table = json.loads((facts / "golden_acceptance.json").read_text("utf-8"))
    return dict(_entry(name, lengths) for name, lengths in table.items())


def _entry(name: str, table: dict[str, float]) -> tuple[str, Entry]:
    drafter, mode = name.split("|")
    ident, label, vendor, sort = _NAMES[drafter]
    tail, words = _MODES[mode]
    lengths = [table[str(k)] for k in range(1, len(table) + 1)]
    right, decay, error = fit(lengths)
    how = f"fit of {len(lengths)} acceptance lengths, rms {error:.3f}; {_SOURCE}"
    told = {
        "acceptance": figure(right, "1", how, "derived"),
        "decay": figure(decay, "1", how, "derived"),
        "share": figure(
            0.03 if sort == "mtp" else 0.04, "1", "one layer of 60 and the head, from memory", "guess"
        ),
        **{
            f"accepted_{k}": figure(length, "tokens", _SOURCE, "measured")
            for k, length in enumerate(lengths, 1)
        },
    }
    facts = {"sort": sort, "mode": mode.replace("_", " "), **told}
    made: Entry = {"label": label + words, "vendor": vendor, "values": {}, "facts": facts}
    return ident + tail, made
