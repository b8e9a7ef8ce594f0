"""What a benchmark's published scripts set although its table does not tell: cache format, budget, waits.

One line for a benchmark, an engine and a class of model, as its repository has it; never by row. A label
of the row itself wins. How runs were cut over accelerators stands in `scripts`.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.validation import scripts
from engine.validation.layout import Layout, Pools
from engine.validation.points import Point

#: Families of accelerators as scripts tell them apart.
HOPPER: Final = frozenset({"h100-sxm", "h100-pcie", "h200-sxm", "gh200-96"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """Serving settings that a script fixes; None where it leaves the engine's own."""

    kv: str | None = None
    budget: float | None = None
    polling: float | None = None
    gathering: float | None = None
    delivery: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What a script distinguishes."""

    engine: str
    version: str
    model: str
    accelerator: str
    weights: str
    concurrency: float
    prompt: float
    answer: float
    separate: bool
    tensor: int
    groups: int


def recipe(
    point: Point, accelerator: str, model: str, engine: str, weights: str, cut: Layout | Pools
) -> Recipe:
    """Return the settings of the scripts that made `point`; empty ones where they are unknown.

    Parameters
    ----------
    accelerator, model, engine : str
        Ids of catalogue parts.
    weights : str
        Code of `precision.weights` as the row labels it.
    cut : Layout or Pools
        How the run was cut over accelerators.
    """
    one = cut.decode if isinstance(cut, Pools) else cut
    run = Run(
        engine,
        point.engine_version,
        model,
        accelerator,
        weights,
        point.concurrency_or_batch or 1.0,
        point.isl or 0.0,
        point.osl or 0.0,
        bool(point.disagg),
        one.tensor * one.data,
        one.data,
    )
    if "InferenceX run" in point.notes or point.source == "inferencex_mq":
        known = INFERENCEX.get(re.sub(r"-(hopper|2025)$", "", engine))
        return Recipe() if known is None else known(run)
    if point.source.startswith("mlenergy_v3"):
        return Recipe("bf16", 8192.0)
    return Recipe()


def engine_form(point: Point) -> str:
    """Return the catalogue's name of the engine where a script ran it in a form of its own, else "".

    The second ML.ENERGY leaderboard ran vLLM 0.5 with its web server in the engine's own process, which
    then waits for every streamed answer. InferenceX ran DeepSeek in FP8 on releases to 1.1 of TensorRT-LLM
    with DeepGEMM, not with generated kernels, on whatever machine.
    """
    if point.source == "mlenergy_v2" and point.engine == "vLLM":
        return "vllm-2024-one-process"
    if scripts.first_deepseek(point) and point.weight_precision.lower().startswith("fp8"):
        return "tensorrt-llm-hopper"
    return ""


def _at_least(version: str, *least: int) -> bool:
    """Return whether `version` is `least` or newer; one that is not told counts as newer."""
    found = [int(part) for part in re.findall(r"\d+", version)[: len(least)]]
    return not found or tuple(found) >= least


def _tensorrt(run: Run) -> Recipe:
    if run.model.startswith("gpt-oss"):
        narrow = run.accelerator not in HOPPER and _at_least(run.version, 1, 2)
        # Ranks of data-parallel attention wait for each other's prompts, 50 steps unless set.
        waits = 50.0 if run.groups > 1 else None
        return Recipe("fp8" if narrow else "bf16", 20000.0 * run.groups, gathering=waits)
    if run.separate:
        # Prefill workers of `dynamo-trt`: four short prompts or one long one, and half a thousand tokens.
        return Recipe("fp8", 4608.0 if run.prompt <= 2048.0 else 8448.0)
    if run.model.startswith("deepseek"):
        budget = 64.0 * math.ceil((run.concurrency + run.prompt + 64.0) / 64.0)
        if run.version and _at_least(run.version, 1, 2):
            budget = max(budget, 8192.0)
        # Answers go out ten tokens at a time, the first among them: no process of their own sends them.
        return Recipe("fp8", budget * run.groups, gathering=_gathering(run), delivery=10.0)
    # Prompts of short answers are gathered where a few accelerators serve.
    short = run.model.startswith("llama") and run.prompt == run.answer == 1024.0 and run.tensor < 8
    return Recipe("fp8", 16384.0, gathering=20.0 if short else None)


def _gathering(run: Run) -> float | None:
    """Return the steps after which prompts of DeepSeek are taken in whether others came or not.

    Ranks of data-parallel attention wait until each has a prompt (`attention_dp_config`); in FP8 the
    release of 2026 gathers prompts of short answers (`batch_wait_timeout_iters`).
    """
    if run.groups > 1:
        return 60.0
    newer = run.version and _at_least(run.version, 1, 2)
    if newer and run.weights == "fp8" and run.prompt == run.answer == 1024.0 and run.concurrency >= 64.0:
        return 40.0
    return None


def _vllm(run: Run) -> Recipe:
    if run.model.startswith("gpt-oss"):
        narrow = run.accelerator not in HOPPER and _at_least(run.version, 0, 11, 2)
        return Recipe("fp8" if narrow else "bf16", 8192.0)
    return Recipe("fp8", 8192.0)


def _sglang(run: Run) -> Recipe:
    if run.accelerator in HOPPER:
        return Recipe("bf16", 32768.0)
    polling = 30.0 if run.concurrency >= 16.0 else 10.0
    if run.weights == "fp4":
        return Recipe("fp8", 16384.0, polling)
    if run.tensor == 4:
        return Recipe("fp8", 8192.0, 10.0)
    return Recipe("fp8", 32768.0, polling)


#: InferenceX (SemiAnalysis, Apache-2.0), `benchmarks/*.sh`, read in versions from 2025-09 to 2026-03.
INFERENCEX: Final[dict[str, Callable[[Run], Recipe]]] = {
    "tensorrt-llm": _tensorrt,
    "vllm": _vllm,
    "sglang": _sglang,
}
