"""Compares the closed form with the simulator on the workloads here.

`resources.tools.closed_form` makes from it the table that `engine.evidence.closed_form` reads.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from engine import catalog
from engine.drivers import point
from engine.evidence.closed_form import FIGURES, features
from engine.scenario import DEFAULT, Scenario
from engine.simulator.result import Simulation
from engine.simulator.run import simulate

#: Shares of capacity that are compared.
LOADS: Final = (0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95)
#: The workloads: model, accelerators, input and its variation, output and its variation, token budget,
#: batch cap, burstiness, and the limits on TTFT [s] and TPOT [ms] that goodput is compared at.
WORKLOADS: Final[
    Mapping[str, tuple[str, float, float, float, float, float, float, float, float, float, float]]
] = {
    "chat-70B": ("llama-3.3-70b", 8, 1000, 1.0, 300, 1.0, 8192, 256, 1.0, 0.5, 50),
    "chat-8B": ("llama-3.1-8b", 1, 600, 1.0, 250, 0.8, 2048, 128, 1.0, 0.3, 25),
    "RAG": ("llama-3.3-70b", 8, 8000, 0.8, 200, 0.8, 8192, 96, 1.0, 2.5, 60),
    "reasoning": ("llama-3.3-70b", 8, 500, 1.0, 3000, 0.7, 8192, 192, 1.0, 0.5, 40),
    "fixed": ("llama-3.3-70b", 8, 1000, 0.0, 300, 0.0, 8192, 256, 1.0, 0.5, 50),
    "assistant": ("llama-3.3-70b", 8, 3600, 1.0, 400, 0.8, 8192, 128, 1.0, 1.5, 60),
    "bursty chat": ("llama-3.3-70b", 8, 1000, 1.0, 300, 1.0, 8192, 256, 2.0, 0.5, 50),
}
_GOODPUT_STEPS = 7


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
