"""What the simulator answers, as the latency view shows it: here alone the window knows its API."""

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.drivers import point
from engine.errors import IsocostError
from engine.metrics import METRICS
from engine.scenario import Scenario, spec_of
from gui.plotting.contours import Floats
from gui.shown_units import ratio

if TYPE_CHECKING:
    from engine.simulator import Simulation, Trace

#: Metrics that are simulated.
SIMULATED: Final = tuple(
    f"{m}_{which}" for m in ("ttft", "tpot", "e2e") for which in ("mean", "p50", "p95", "p99")
)
#: Load modes whose latency closed form and simulator reckon from the same moment: a batch, or a queue that
#: never empties, has no arrivals of its own to count from.
KNOWN_LOADS: Final = frozenset({"concurrency", "share", "goodput", "replicas", "closed"})
#: Points of the distribution of TTFT.
_POINTS: Final = 200
_preparing = threading.Event()
#: Two-sided 95 % quantiles of Student's t by degrees of freedom, from one on.
_T: Final = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262)
#: Fewest runs that tell a confidence.
LEAST_RUNS: Final = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One simulated figure with the ends of its 95 % confidence, declared unit; NaN where not known yet."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the simulator.

    Attributes
    ----------
    figures : mapping of metric to float
        Display units.
    rate : float
        Requests a second of one replica.
    requests : int
    first : ndarray, shape (n,)
        Quantiles of TTFT at n even probabilities, display unit.
    """

    figures: Mapping[str, float]
    rate: float
    requests: int
    first: Floats


# Each is equal to itself alone: they hold arrays, whose equality is no yes or no.
@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """A load as simulated.

    Attributes
    ----------
    load : float
        Unit of the load axis.
    rate : float
        Requests a second of one replica.
    figures : mapping of metric to Figure
    requests, runs : int
        Requests judged in all, and independent runs they come from.
    first : ndarray, shape (n,)
        Quantiles of TTFT at n even probabilities, display unit; empty if not kept.
    trace : str
        Name of the replayed file; "" for arrivals drawn at random.
    """

    load: float
    rate: float
    figures: Mapping[str, Figure]
    requests: int
    runs: int
    first: Floats
    trace: str = ""

    def shown(self) -> "Simulated":
        """Return the same in the units chosen, where declared ones were made."""
        ratios = {key: ratio(key) for key in (*self.figures, "ttft_mean")}
        if all(times == 1.0 for times in ratios.values()):
            return self
        figures = {
            key: Figure(*(end * ratios[key] for end in (one.value, one.low, one.high)))
            for key, one in self.figures.items()
        }
        return replace(self, figures=figures, first=self.first * ratios["ttft_mean"])

    def at(self, load: float) -> "Simulated":
        """Return the same at `load`, the name it goes by now."""
        return self if load == self.load else replace(self, load=load)


def gather(load: float, runs: Sequence[Run], trace: str = "") -> Simulated:
    """Return the mean of `runs` of one load, with the confidence that their spread tells."""
    keys = set(runs[0].figures).intersection(*(run.figures for run in runs))
    return Simulated(
        load=load,
        rate=float(np.mean([run.rate for run in runs])),
        figures={key: figure([run.figures[key] for run in runs]) for key in keys},
        requests=sum(run.requests for run in runs),
        runs=len(runs),
        first=np.mean([run.first for run in runs], axis=0),
        trace=trace,
    )


def figure(values: Sequence[float]) -> Figure:
    """Return mean and confidence of independent positive `values`; the ends from their logarithms."""
    mean = float(np.mean(values))
    if len(values) < LEAST_RUNS:
        return Figure(mean, math.nan, math.nan)
    logs = np.log(np.maximum(values, 1e-12))
    reach = _T[min(len(values) - 2, len(_T) - 1)] * float(np.std(logs, ddof=1)) / math.sqrt(len(values))
    middle = float(np.mean(logs))
    return Figure(mean, min(math.exp(middle - reach), mean), max(math.exp(middle + reach), mean))


# asking the simulator ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Replay:
    """A recorded trace: its name, its means and variations as a scenario holds them, and the record."""

    name: str
    requests: int
    changes: Mapping[str, float]
    trace: "Trace"


def simulate(
    scenario: Scenario,
    requests: int,
    seed: int,
    cancelled: Callable[[], bool],
    replay: Replay | None = None,
) -> Run | None:
    """Return a run of `scenario`, or of `replay` at the same share of capacity; None if `cancelled`.

    Raises
    ------
    IsocostError
        There is nothing to simulate, in words for the user.
    """
    from engine import simulator
    from engine.simulator import warm

    if not warm.compiled():
        _preparing.set()
        ready = warm.ensure(cancelled)
        _preparing.clear()
        if not ready:
            return None
    trace = None
    if replay is not None:
        scenario = _alike(scenario, replay)
        trace = replay.trace.at_rate(point(scenario).base("replica_rate"))
        requests = replay.requests
    try:
        return _run_of(
            simulator.simulate(scenario, requests=requests, seed=seed, trace=trace, cancelled=cancelled)
        )
    except simulator.Cancelled:
        return None


def preparing() -> bool:
    """Return whether a run waits for the simulator to be compiled."""
    return _preparing.is_set()


def read(path: Path) -> Replay:
    """Return the trace in CSV file `path`; raise `IsocostError` that says what is wrong with it."""
    from engine import simulator

    trace = simulator.read_trace(path)
    if not math.isfinite(trace.rate):
        raise IsocostError(f"{path}: all requests come at once; a replay needs arrivals spread over time")
    gaps = np.diff(trace.arrive)
    changes = {
        "workload.input_tokens": float(trace.tokens_in.mean()),
        "workload.output_tokens": float(trace.tokens_out.mean()),
        "workload.input_variation": float(trace.tokens_in.std() / trace.tokens_in.mean()),
        "workload.output_variation": float(trace.tokens_out.std() / trace.tokens_out.mean()),
        "workload.burstiness": float(gaps.std() / gaps.mean()),
    }
    return Replay(trace.name, trace.arrive.size, {key: _allowed(key, v) for key, v in changes.items()}, trace)


def _allowed(key: str, value: float) -> float:
    spec = spec_of(key)
    return float(f"{min(spec.high, max(spec.low, value)):.4g}")


def _alike(scenario: Scenario, replay: Replay) -> Scenario:
    """Return `scenario` with the lengths of `replay`, loaded to the same share of what it can then serve."""
    share = point(scenario).base("load")
    lengths = {key: value for key, value in replay.changes.items() if key.endswith("_tokens")}
    loaded = {"deployment.load": "share", "deployment.load_share": min(max(share, 0.001), 0.999)}
    return scenario.with_values({**lengths, **loaded})


def _run_of(found: "Simulation") -> Run:
    figures = {key: METRICS[key].shown(found.figure(key)) for key in SIMULATED}
    at = (np.arange(_POINTS) + 0.5) / _POINTS
    return Run(
        figures={key: value for key, value in figures.items() if math.isfinite(value)},
        rate=found.rate / found.replicas,
        requests=found.counted,
        first=found.quantiles("ttft", at) * METRICS["ttft_mean"].shown(1.0),
    )
