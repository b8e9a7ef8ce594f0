"""What a benchmark's published scripts set although its table does not tell: cache format, token budget.

One line for a benchmark, an engine and a class of model, as its repository has it; never by row. A label
of the row itself wins.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.validation.points import Point

#: Families of accelerators as scripts tell them apart.
HOPPER: Final = frozenset({"h100-sxm", "h100-pcie", "h200-sxm", "gh200-96"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """Serving settings that a script fixes; None where it leaves the engine's own."""

    kv: str | None = None
    budget: float | None = None


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
    separate: bool


def recipe(point: Point, accelerator: str, model: str, engine: str, weights: str) -> Recipe:
    """Return the settings of the scripts that made `point`; empty ones where they are unknown.

    Parameters
    ----------
    accelerator, model, engine : str
        Ids of catalogue parts.
    weights : str
        Code of `precision.weights` as the row labels it.
    """
    run = Run(
        engine,
        point.engine_version,
        model,
        accelerator,
        weights,
        point.concurrency_or_batch or 1.0,
        point.isl or 0.0,
        bool(point.disagg),
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
    then waits for every streamed answer.
    """
    return "vllm-2024-one-process" if point.source == "mlenergy_v2" and point.engine == "vLLM" else ""


def _at_least(version: str, *least: int) -> bool:
    """Return whether `version` is `least` or newer; one that is not told counts as newer."""
    found = [int(part) for part in re.findall(r"\d+", version)[: len(least)]]
    return not found or tuple(found) >= least


def _tensorrt(run: Run) -> Recipe:
    if run.model.startswith("gpt-oss"):
        narrow = run.accelerator not in HOPPER and _at_least(run.version, 1, 2)
        return Recipe("fp8" if narrow else "bf16", 20000.0)
    if run.separate:
        # Prefill workers of `dynamo-trt`: four short prompts or one long one, and half a thousand tokens.
        return Recipe("fp8", 4608.0 if run.prompt <= 2048.0 else 8448.0)
    if run.model.startswith("deepseek"):
        return Recipe("fp8", 64.0 * math.ceil((run.concurrency + run.prompt + 64.0) / 64.0))
    return Recipe("fp8", 16384.0)


def _vllm(run: Run) -> Recipe:
    if run.model.startswith("gpt-oss"):
        narrow = run.accelerator not in HOPPER and _at_least(run.version, 0, 11, 2)
        return Recipe("fp8" if narrow else "bf16", 8192.0)
    return Recipe("fp8", 8192.0)


def _sglang(run: Run) -> Recipe:
    if run.accelerator in HOPPER:
        return Recipe("bf16", 32768.0)
    return Recipe("fp8", 16384.0 if run.weights == "fp4" else 32768.0)


#: InferenceX (SemiAnalysis, Apache-2.0), `benchmarks/*.sh`, read in versions from 2025-09 to 2026-03.
INFERENCEX: Final[dict[str, Callable[[Run], Recipe]]] = {
    "tensorrt-llm": _tensorrt,
    "vllm": _vllm,
    "sglang": _sglang,
}
