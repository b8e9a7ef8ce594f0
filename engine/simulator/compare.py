"""How far the closed form is from the simulator, and where it is too far to be trusted.

The table `resources/evidence/closed_form.json` is made by `resources.tools.closed_form` from `compare` on
the workloads here; `trust` reads from it what to expect of a scenario before anything is simulated.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np

from engine import catalog
from engine.drivers import Point, point
from engine.scenario import DEFAULT, Scenario
from engine.simulator.result import Simulation
from engine.simulator.run import simulate

#: Figures that are compared.
FIGURES: Final = ("ttft_mean", "ttft_p95", "tpot_mean", "tpot_p95", "e2e_mean", "e2e_p95")
#: Shares of capacity that are compared.
LOADS: Final = (0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95)
#: Most that TTFT's mean and 95th percentile may be off where the closed form is trusted.
TTFT_MEAN_OFF, TTFT_P95_OFF = 0.05, 0.12
#: The five workloads: model, accelerators, input and its variation, output and its variation, token budget,
#: batch cap, burstiness, and the limits on TTFT [s] and TPOT [ms] that goodput is compared at.
WORKLOADS: Final[
    Mapping[str, tuple[str, float, float, float, float, float, float, float, float, float, float]]
] = {
    "chat-70B": ("llama-3.3-70b", 8, 1000, 1.0, 300, 1.0, 8192, 256, 1.0, 0.5, 50),
    "chat-8B": ("llama-3.1-8b", 1, 600, 1.0, 250, 0.8, 2048, 128, 1.0, 0.3, 25),
    "RAG": ("llama-3.3-70b", 8, 8000, 0.8, 200, 0.8, 8192, 96, 1.0, 2.5, 60),
    "reasoning": ("llama-3.3-70b", 8, 500, 1.0, 3000, 0.7, 8192, 192, 1.0, 0.5, 40),
    "fixed": ("llama-3.3-70b", 8, 1000, 0.0, 300, 0.0, 8192, 256, 1.0, 0.5, 50),
    "bursty chat": ("llama-3.3-70b", 8, 1000, 1.0, 300, 1.0, 8192, 256, 2.0, 0.5, 50),
}
_TABLE: Final = "closed_form.json"
_GOODPUT_STEPS = 7
# How far two scenarios are apart: a tenth of load weighs as much as a doubling of prompt over budget.
_LOAD_UNIT, _PROMPT_UNIT, _BURST_UNIT = 0.1, 1.0, 0.5


def workload(name: str) -> Scenario:
    """Return the scenario of a workload, loaded by a share of its capacity."""
    model, ranks, tokens_in, spread_in, tokens_out, spread_out, budget, cap, burst, ttft, tpot = WORKLOADS[
        name
    ]
    made = catalog.apply(DEFAULT, "model", catalog.lookup("model", model).id)
    made = catalog.apply(made, "accelerator", catalog.lookup("accelerator", "h100-sxm").id)
    return made.with_values(
        {
            "deployment.tensor_parallel": float(ranks),
            "deployment.token_budget": float(budget),
            "deployment.batch_cap": float(cap),
            "deployment.load": "share",
            "workload.input_tokens": float(tokens_in),
            "workload.input_variation": spread_in,
            "workload.output_tokens": float(tokens_out),
            "workload.output_variation": spread_out,
            "workload.cached_share": 0.0,
            "workload.burstiness": burst,
            "limits.percentile": "p95",
            "limits.ttft": ttft,
            "limits.tpot": float(tpot),
        }
    )


def features(scenario: Scenario) -> tuple[float, float]:
    """Return what decides how well the closed form does besides the load: prompt over budget, and burst."""
    value = scenario.number
    fresh = value("workload.input_tokens") * (1.0 - value("workload.cached_share"))
    long = fresh * (1.0 + value("workload.input_variation") ** 2)
    return long / value("deployment.token_budget"), value("workload.burstiness")


def _merged(scenario: Scenario, requests: int, seeds: int) -> tuple[dict[str, float], Simulation]:
    runs = [simulate(scenario, requests=requests, seed=seed) for seed in range(seeds)]
    return {name: float(np.mean([run.figure(name) for run in runs])) for name in FIGURES}, runs[0]


def compare(name: str, load: float, requests: int, seeds: int = 2) -> dict[str, Any]:
    """Return one row of the table: what the closed form and the simulator say of a workload at a load."""
    scenario = workload(name).with_value("deployment.load_share", load)
    found = point(scenario)
    seen, first = _merged(scenario, requests, seeds)
    prompt, burst = features(scenario)
    return {
        "workload": name,
        "load": load,
        "prompt_over_budget": round(prompt, 4),
        "burst": burst,
        "preempted": round(first.preemptions / first.requests, 5),
        "off": {key: round(found.base(key) / seen[key] - 1.0, 4) for key in FIGURES},
        "seen": {key: float(f"{seen[key]:.5g}") for key in FIGURES},
    }


def goodput(name: str, requests: int) -> dict[str, Any]:
    """Return the highest load within the workload's limits by the closed form and by the simulator."""
    scenario = workload(name)
    form = point(scenario.with_value("deployment.load", "goodput")).base("load")
    ttft, tpot = scenario.number("limits.ttft"), scenario.number("limits.tpot") * 1e-3
    low, high = 0.02, 0.99
    for _ in range(_GOODPUT_STEPS):
        middle = 0.5 * (low + high)
        seen = simulate(scenario.with_value("deployment.load_share", middle), requests=requests)
        if seen.ttft.p95 <= ttft and seen.tpot.p95 <= tpot:
            low = middle
        else:
            high = middle
    return {"workload": name, "closed_form": round(form, 4), "simulated": round(0.5 * (low + high), 4)}


@dataclass(frozen=True, slots=True)
class Trust:
    """What to expect of the closed form's latency.

    Attributes
    ----------
    ttft_mean, ttft_p95, tpot_mean, tpot_p95 : float
        Relative error to expect, with its sign: below 0 where the closed form promises too much.
    good : bool
        Whether TTFT is within 5 % in the mean and 12 % at the 95th percentile.
    text : str
        One sentence for the screen; empty where `good`.
    """

    ttft_mean: float
    ttft_p95: float
    tpot_mean: float
    tpot_p95: float
    good: bool
    text: str


@cache
def table() -> dict[str, Any]:
    """Return the table that ships."""
    made: dict[str, Any] = json.loads((files("resources") / "evidence" / _TABLE).read_text("utf-8"))
    return made


def trust(scenario: Scenario, found: Point | None = None) -> Trust | None:
    """Return what to expect of the closed form on `scenario`; None where its load is no rate of arrivals.

    The rows of the table weigh by how near they are in load, prompt over token budget, and burst.
    """
    found = point(scenario) if found is None else found
    load = found.base("load")
    timed = scenario.values["deployment.load"] in {"concurrency", "share", "goodput", "replicas"}
    if not math.isfinite(load) or not timed or scenario.values["deployment.disaggregated"] != "no":
        return None
    prompt, burst = features(scenario)
    weights, offs = [], []
    for row in table()["rows"]:
        apart = (
            ((load - row["load"]) / _LOAD_UNIT) ** 2
            + (math.log2(max(prompt, 1e-3) / row["prompt_over_budget"]) / _PROMPT_UNIT) ** 2
            + ((burst - row["burst"]) / _BURST_UNIT) ** 2
        )
        weights.append(1.0 / (apart + 0.05) ** 2)
        offs.append([row["off"][key] for key in FIGURES[:4]])
    ttft, ttft_p95, tpot, tpot_p95 = (float(x) for x in np.average(offs, axis=0, weights=weights))
    good = abs(ttft) <= TTFT_MEAN_OFF and abs(ttft_p95) <= TTFT_P95_OFF
    return Trust(ttft, ttft_p95, tpot, tpot_p95, good, "" if good else _sentence(ttft, ttft_p95))


def _sentence(mean: float, p95: float) -> str:
    worst, name = (p95, "TTFT p95") if abs(p95) > abs(mean) else (mean, "TTFT")
    side = "short" if worst < 0.0 else "long"
    return f"the closed form's {name} is about {abs(worst) * 100:.0f} % too {side} here: simulate"
