"""What a simulation saw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.metrics import METRICS
from engine.units import UNITS

#: Latencies, each with `_mean`, `_p50`, `_p95` and `_p99` among the metrics.
LATENCIES: Final = ("ttft", "tpot", "e2e")
_BATCHES = 20
# Student's t for 19 degrees of freedom and 95 %.
_T = 2.093


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and percentiles over requests [s]; `half_width` of the mean's 95 % interval by batch means.

    NaN where no request has the figure, such as TPOT of answers of one token.
    """

    mean: float
    p50: float
    p95: float
    p99: float
    half_width: float


@dataclass(frozen=True)
class Simulation:
    """One run of the simulator; times in seconds.

    Attributes
    ----------
    requests, counted : int
        Simulated, and those between warm-up and run-down that the figures are of.
    seed, replicas : int
    dispatch : str
    ttft, tpot, e2e : Spread
    rate : float
        Requests that ended a second, all replicas together.
    throughput : float
        Output tokens a second, all replicas together.
    throughput_per_accelerator : float
    utilization : float
        Share of time that a replica has a step in progress, 0-1.
    batch : float
        Mean requests in service of a replica.
    preemptions, refused : int
        Sequences sent back for want of cache memory; requests that no empty replica could hold.
    cache_hit_fraction : float
        Input tokens found in the prefix cache over all input tokens.
    wall_seconds : float
        What the run took.
    samples : mapping of str to ndarray
        "ttft", "tpot" and "e2e" of every counted request, in order of arrival [s].
    notes : tuple of str
        What a reader should know of this run.
    """

    requests: int
    counted: int
    seed: int
    replicas: int
    dispatch: str
    ttft: Spread
    tpot: Spread
    e2e: Spread
    rate: float
    throughput: float
    throughput_per_accelerator: float
    utilization: float
    batch: float
    preemptions: int
    refused: int
    cache_hit_fraction: float
    wall_seconds: float
    samples: Mapping[str, NDArray[np.float64]] = field(repr=False, compare=False)
    notes: tuple[str, ...] = ()

    def spread(self, latency: str) -> Spread:
        """Return the figures of "ttft", "tpot" or "e2e"."""
        found: Spread = getattr(self, latency)
        return found

    def figure(self, metric: str) -> float:
        """Return what was seen of `metric`, such as "ttft_p95", in base units; NaN for other metrics."""
        latency, _, name = metric.partition("_")
        if latency in LATENCIES and name in {"mean", "p50", "p95", "p99"}:
            return float(getattr(self.spread(latency), name))
        return self.throughput_per_accelerator if metric == "throughput_per_accelerator" else float("nan")

    def quantiles(self, latency: str, at: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the quantiles of a latency at probabilities `at` [s]; NaN where nothing was seen."""
        seen = self.samples[latency]
        return np.quantile(seen, at) if seen.size else np.full(at.shape, np.nan)

    def to_json(self) -> dict[str, Any]:
        """Return what `isocost simulate --json` prints; latencies are in the unit of their metric."""
        made: dict[str, Any] = {name: self._spread_json(name) for name in LATENCIES}
        return made | {
            "requests": self.requests,
            "counted": self.counted,
            "seed": self.seed,
            "replicas": self.replicas,
            "dispatch": self.dispatch,
            "rate": _plain(self.rate),
            "throughput": _plain(self.throughput),
            "throughput_unit": "tokens/s",
            "throughput_per_accelerator": {
                "value": _plain(self.throughput_per_accelerator),
                "unit": METRICS["throughput_per_accelerator"].unit,
            },
            "utilization": _plain(self.utilization),
            "batch": _plain(self.batch),
            "preemptions": self.preemptions,
            "refused": self.refused,
            "cache_hit_fraction": _plain(self.cache_hit_fraction),
            "wall_seconds": round(self.wall_seconds, 4),
            "notes": list(self.notes),
        }

    def _spread_json(self, name: str) -> dict[str, Any]:
        unit = METRICS[f"{name}_mean"].unit
        seen, factor = self.spread(name), UNITS[unit].factor
        return {
            **{
                key: _plain(getattr(seen, key) / factor)
                for key in ("mean", "p50", "p95", "p99", "half_width")
            },
            "unit": unit,
        }


def _plain(number: float) -> float | None:
    # The last digits differ from one machine's libraries to another's.
    return float(f"{number:.9g}") if np.isfinite(number) else None


def spread_of(seen: NDArray[np.float64]) -> Spread:
    """Return the figures of latencies `seen`, shape (n,), in order of arrival [s]."""
    if seen.size == 0:
        nothing = float("nan")
        return Spread(nothing, nothing, nothing, nothing, nothing)
    p50, p95, p99 = np.percentile(seen, (50, 95, 99))
    half = float("nan")
    if seen.size >= 2 * _BATCHES:
        each = seen.size // _BATCHES
        means = seen[: each * _BATCHES].reshape(_BATCHES, each).mean(axis=1)
        half = _T * float(means.std(ddof=1)) / _BATCHES**0.5
    return Spread(float(seen.mean()), float(p50), float(p95), float(p99), half)
