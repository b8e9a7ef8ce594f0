"""How far the closed form of latency is from the simulator, and where it is too far to be trusted.

The table `resources/evidence/closed_form.json` is made by `resources.tools.closed_form`; `trust` reads from
it what to expect of a scenario before anything is simulated, and `tolerance` how far a simulated figure may
lie from the closed form before it counts in its place: the window and the command line ask here alone.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.drivers import Point, point, served
from engine.parameters.choices import ARRIVALS
from engine.scenario import Scenario

Floats = NDArray[np.float64]

#: Figures that are compared.
FIGURES: Final = ("ttft_mean", "ttft_p95", "tpot_mean", "tpot_p95", "e2e_mean", "e2e_p95")
#: How far the closed form may be off where it is trusted, by statistic [1].
ALLOWED: Final[Mapping[str, float]] = {"mean": 0.05, "p50": 0.12, "p95": 0.12, "p99": 0.20}
#: Latencies that are judged: those, and what is judged by its nearest neighbour among them.
LATENCIES: Final = tuple(f"{name}_{which}" for name in ("ttft", "tpot", "e2e") for which in ALLOWED)
_TABLE: Final = "closed_form.json"
# A statistic that is not compared is judged by the nearest one that is.
_JUDGED_BY: Final = {"p50": "mean", "p99": "p95"}
_NAMES: Final = {"ttft": "TTFT", "tpot": "TPOT", "e2e": "end-to-end time"}
# How far two scenarios are apart: a tenth of load weighs as much as a doubling of prompt over budget.
_LOAD_UNIT, _PROMPT_UNIT, _BURST_UNIT = 0.1, 1.0, 0.5
# Beyond this distance from every row nothing is known.
_REACH = 3.0
_RATES: Final = frozenset(ARRIVALS[0][1])


@dataclass(frozen=True, slots=True)
class Trust:
    """What to expect of the closed form's latency.

    Attributes
    ----------
    off : mapping of metric to float
        Relative error to expect of each of `FIGURES`, with its sign: below 0 where the closed form promises
        too much. Empty where nothing comparable was simulated.
    near : str
        The comparison nearest to the scenario, as "RAG at 80 % of capacity".
    good : bool
        Whether every figure is within what is allowed.
    text : str
        One sentence for the screen; empty where `good`.
    """

    off: Mapping[str, float]
    near: str
    good: bool
    text: str

    def error(self, metric: str) -> float:
        """Return the relative error to expect of a latency, at the nearest statistic compared; or NaN."""
        latency, _, which = metric.partition("_")
        return self.off.get(f"{latency}_{_JUDGED_BY.get(which, which)}", math.nan)

    def holds(self, metric: str) -> bool:
        """Return whether the closed form of a latency is trusted."""
        which = metric.partition("_")[2]
        return abs(self.error(metric)) <= ALLOWED[_JUDGED_BY.get(which, which)]


def tolerance(metric: str, expected: Trust | None) -> float:
    """Return how far the closed form of a latency may be from a simulated figure before that one counts [1].

    Where an error is expected, or none is known, the least of what is allowed holds for every statistic.
    """
    if expected is None or expected.holds(metric):
        return ALLOWED[metric.partition("_")[2]]
    return min(ALLOWED.values())


@cache
def table() -> dict[str, Any]:
    """Return the table that ships."""
    made: dict[str, Any] = json.loads((files("resources") / "evidence" / _TABLE).read_text("utf-8"))
    return made


def features(scenario: Scenario) -> tuple[float, float]:
    """Return what decides how well the closed form does besides the load: prompt over budget, and burst."""
    value = scenario.number
    fresh = value("workload.input_tokens") * (1.0 - value("workload.cached_share"))
    long = fresh * (1.0 + value("workload.input_variation") ** 2)
    return long / value("deployment.token_budget"), value("workload.burstiness")


def trust(scenario: Scenario, found: Point | None = None) -> Trust | None:
    """Return what to expect of the closed form on `scenario`; None where its load is no rate of arrivals.

    The rows of the table weigh by how near they are in load, prompt over token budget, and burst. Of a
    service of several tiers the one is told whose closed form is farthest off.
    """
    if scenario.routed:
        return _of_tiers(scenario)
    found = point(scenario) if found is None else found
    load = found.base("load")
    timed = scenario.values["deployment.load"] in _RATES
    if not math.isfinite(load) or not timed or scenario.values["deployment.disaggregated"] != "no":
        return None
    places, offs = _columns()
    apart = _distances(load, *features(served(scenario, found)), places)
    near = table()["rows"][int(np.argmin(apart))]
    place = f"{near['workload']} at {near['load'] * 100:.0f} % of capacity"
    if float(apart.min()) > _REACH**2:
        nothing = "No comparison of closed form and simulator lies near this scenario"
        return Trust({}, place, good=False, text=nothing)
    weights = 1.0 / (apart + 0.05) ** 2
    off = dict(zip(FIGURES, (weights @ offs / weights.sum()).tolist(), strict=True))
    said = _sentence(off)
    return Trust(off, place, good=not said, text=said)


def _of_tiers(scenario: Scenario) -> Trust | None:
    """Return what to expect of the tier in use whose closed form is farthest off."""
    numbers = [number for number, reach in enumerate(scenario.flows.reach, 1) if reach > 0.0]
    told = [(number, trust(scenario.tier(number))) for number in numbers]
    known = [(number, one) for number, one in told if one is not None]
    if not known:
        return None
    number, worst = max(
        known, key=lambda each: (not each[1].good, max(map(abs, each[1].off.values()), default=0.0))
    )
    return replace(worst, text=f"Tier {number}: {worst.text}") if worst.text else worst


@cache
def _columns() -> tuple[Floats, Floats]:
    """Return load, prompt over budget and burst of each row, shape (n, 3), and its errors, (n, 6)."""
    rows = table()["rows"]
    places = [[row["load"], row["prompt_over_budget"], row["burst"]] for row in rows]
    return np.array(places), np.array([[row["off"][key] for key in FIGURES] for row in rows])


def _distances(load: float, prompt: float, burst: float, places: Floats) -> Floats:
    """Return the square of the distance to each of `places`; prompts shorter than any there are as easy."""
    prompts = places[:, 1]
    far = np.log2(max(prompt, float(prompts.min())) / prompts) / _PROMPT_UNIT
    others = ((load - places[:, 0]) / _LOAD_UNIT) ** 2 + ((burst - places[:, 2]) / _BURST_UNIT) ** 2
    return np.asarray(others + far**2)


def _sentence(off: Mapping[str, float]) -> str:
    """Return which latencies are off, each by its larger error beyond what is allowed; "" for none."""
    told = []
    for latency, name in _NAMES.items():
        shares = {which: off[f"{latency}_{which}"] for which in ("p95", "mean")}
        over = [which for which, share in shares.items() if abs(share) > ALLOWED[which]]
        if over:
            which = max(over, key=lambda which: abs(shares[which]))
            share = shares[which]
            side = "short" if share < 0.0 else "long"
            told.append(f"{name} {which} is about {abs(share) * 100:.0f} % too {side}")
    return f"By the closed form {' and '.join(told)} here" if told else ""
