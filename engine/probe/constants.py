"""From timings to constants with their spread.

Every repeat of the measurement gives one value of each constant; the median and the quartiles over
repeats are reported. Each constant is defined as the model uses it, and as the catalogue's were
taken: efficiencies against data-sheet peaks, medians over shapes, a straight line of time over bytes for
products of few rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.probe.backends import Draw, Measurement, Timing

Floats = NDArray[np.float64]

#: Name of the constants of products by precision of the operations; INT8 stands in where FP8 is absent.
EIGHT: Final = ("fp8", "int8")
#: A line needs this many shapes.
_LEAST_SHAPES: Final = 2
_GIB: Final = 2**30


@dataclass(frozen=True, slots=True)
class Estimate:
    """One constant: median and quartiles over repeats, in the unit named; `count` repeats."""

    value: float
    low: float
    high: float
    unit: str
    count: int
    what: str

    @property
    def spread(self) -> float:
        """Return the interquartile range over the median, 0 where the median is."""
        return (self.high - self.low) / self.value if self.value else 0.0


@dataclass(frozen=True, slots=True)
class Peaks:
    """Peak rates that efficiencies are told against: FLOP/s by precision, bytes/s of memory and link."""

    flops: Mapping[str, float]
    bandwidth: float
    link: float = 0.0


def estimate(values: Iterable[float] | Floats, unit: str, what: str) -> Estimate:
    """Return the median and quartiles of `values`."""
    found = np.asarray(list(values), dtype=float)
    low, middle, high = np.quantile(found, (0.25, 0.5, 0.75))
    return Estimate(float(middle), float(low), float(high), unit, found.size, what)


def line(x: Floats, y: Floats) -> tuple[float, float]:
    """Return intercept and slope of `y` over `x`, each point weighted by the inverse of its height.

    Kernels of microseconds and of milliseconds then count alike.
    """
    weight = 1.0 / y
    matrix = np.column_stack((np.ones_like(x), x)) * weight[:, None]
    (start, slope), *_ = np.linalg.lstsq(matrix, y * weight, rcond=None)
    return float(start), float(slope)


def measured_peaks(measurement: Measurement) -> Peaks:
    """Return the best rates seen, for a device whose data sheet is not known."""
    flops = {
        precision: max(
            (one.operation.flop / min(one.seconds) for one in _timings(measurement, "product", precision)),
            default=0.0,
        )
        for precision in ("bf16", *EIGHT)
    }
    copies = [one.operation.moved / min(one.seconds) for one in _timings(measurement, "copy")]
    return Peaks(flops, max(copies, default=0.0))


def constants(measurement: Measurement, peaks: Peaks) -> dict[str, Estimate]:
    """Return every constant that `measurement` tells, by parameter key; facts have no group."""
    found: dict[str, Estimate] = {}
    for precision in ("bf16", *EIGHT):
        name = "bf16" if precision == "bf16" else "fp8"
        if f"efficiency.gemm_compute_{name}" not in found:
            found.update(_products(measurement, peaks, precision, name))
    found.update(_attention(measurement, peaks))
    found.update(_copies(measurement, peaks))
    found.update(_launches(measurement))
    found.update(_collectives(measurement, peaks))
    found.update(_power(measurement))
    return found


def _timings(measurement: Measurement, kind: str, precision: str = "") -> list[Timing]:
    return [
        one
        for one in measurement.timings
        if one.operation.kind == kind and precision in {"", one.operation.precision} and one.seconds
    ]


def _repeats(timings: Sequence[Timing]) -> Floats:
    """Return seconds by repeat and operation; as many repeats as all of them have."""
    count = min(len(one.seconds) for one in timings)
    return np.array([one.seconds[:count] for one in timings], dtype=float).T


def _rates(timings: Sequence[Timing], work: Callable[[Timing], float]) -> Floats:
    """Return the median over operations of work per second, for each repeat."""
    amounts = np.array([work(one) for one in timings])
    return np.asarray(np.median(amounts / _repeats(timings), axis=1))


def _products(measurement: Measurement, peaks: Peaks, precision: str, name: str) -> dict[str, Estimate]:
    found: dict[str, Estimate] = {}
    large = _timings(measurement, "product", precision)
    peak = peaks.flops.get(precision, 0.0)
    if large and peak > 0.0:
        share = _rates(large, lambda one: one.operation.flop) / peak
        what = f"{precision.upper()} products of 4,096 and more on every side"
        found[f"efficiency.gemm_compute_{name}"] = estimate(share, "1", what)
    few = _timings(measurement, "stream", precision)
    if len(few) >= _LEAST_SHAPES and peaks.bandwidth > 0.0:
        moved = np.array([one.operation.moved for one in few])
        lines = [line(moved, row) for row in _repeats(few)]
        what = f"{precision.upper()} products of few rows, time over bytes"
        slopes = [1.0 / (slope * peaks.bandwidth) for _, slope in lines if slope > 0.0]
        if slopes:
            found[f"efficiency.gemm_memory_{name}"] = estimate(slopes, "1", f"{what}: slope")
        starts = [max(start, 0.0) for start, _ in lines]
        found[f"efficiency.gemm_time_{name}"] = estimate(starts, "s", f"{what}: intercept")
    return found


def _attention(measurement: Measurement, peaks: Peaks) -> dict[str, Estimate]:
    return {**_decode(measurement, peaks), **_prefill(measurement, peaks)}


def _decode(measurement: Measurement, peaks: Peaks) -> dict[str, Estimate]:
    """Return share of bandwidth and fixed time of decode attention: time over bytes of the cache."""
    caches = _timings(measurement, "decode")
    if len(caches) < _LEAST_SHAPES or peaks.bandwidth <= 0.0:
        return {}
    moved = np.array([one.operation.moved for one in caches])
    lines = [line(moved, row) for row in _repeats(caches)]
    shares = [1.0 / (slope * peaks.bandwidth) for _, slope in lines if slope > 0.0]
    what = f"decode attention, caches of {moved.min() / 1e6:.3g} MB to {moved.max() / 1e9:.3g} GB"
    found = {
        "efficiency.attention_time": estimate(
            [max(start, 0.0) for start, _ in lines], "s", f"{what}: intercept"
        )
    }
    if shares:
        found["efficiency.decode_attention_bf16"] = estimate(shares, "1", f"{what}: slope")
    return found


def _prefill(measurement: Measurement, peaks: Peaks) -> dict[str, Estimate]:
    r"""Return the share of peak on long prompts, and the length that reaches half of it.

    A prompt of n tokens runs at n / (n + h) of the rate of a long one, so time over FLOP is a straight
    line in 1 / n: its start is the rate, its slope over its start is h.
    """
    prompts, peak = _timings(measurement, "prefill"), peaks.flops.get("bf16", 0.0)
    if len(prompts) < _LEAST_SHAPES or peak <= 0.0:
        return {}
    inverse = np.array([1.0 / one.operation.shape[0] for one in prompts])
    work = np.array([one.operation.flop for one in prompts])
    lines = [line(inverse, row / work) for row in _repeats(prompts)]
    kept = [(start, slope) for start, slope in lines if start > 0.0]
    if not kept:
        return {}
    what = f"causal FLOP, prompts of {1.0 / inverse.max():,.0f} to {1.0 / inverse.min():,.0f} tokens"
    return {
        "efficiency.prefill_attention": estimate([1.0 / (start * peak) for start, _ in kept], "1", what),
        "efficiency.prefill_half": estimate(
            [max(slope / start, 0.0) for start, slope in kept], "tokens", what
        ),
    }


def _copies(measurement: Measurement, peaks: Peaks) -> dict[str, Estimate]:
    copies = _timings(measurement, "copy")
    if not copies or peaks.bandwidth <= 0.0:
        return {}
    rate = _rates(copies, lambda one: one.operation.moved)
    return {
        "efficiency.activation_memory": estimate(rate / peaks.bandwidth, "1", "copies of 256 MB and more"),
        "copy_bandwidth": estimate(rate / 1e12, "TB/s", "bytes read and written by copies"),
    }


def _launches(measurement: Measurement) -> dict[str, Estimate]:
    found: dict[str, Estimate] = {}
    for kind, what in (("eager", "kernels launched one by one"), ("graph", "kernels of a captured graph")):
        timings = _timings(measurement, f"launch-{kind}")
        if timings:
            calls = timings[0].operation.shape[0]
            each = [seconds / calls for seconds in timings[0].seconds]
            found[f"launch_{kind}"] = estimate(each, "s", what)
    return found


def _collectives(measurement: Measurement, peaks: Peaks) -> dict[str, Estimate]:
    timings = _timings(measurement, "all-reduce")
    small = [one for one in timings if one.operation.shape[0] < 2**20]
    large = [one for one in timings if one.operation.shape[0] >= _GIB]
    found: dict[str, Estimate] = {}
    if small:
        times = np.median(_repeats(small), axis=1)
        found["efficiency.collective_time"] = estimate(times, "s", "all-reduce of 16 KB and less")
    if large and peaks.link > 0.0:
        devices = large[0].operation.shape[1]
        bus = _rates(large, lambda one: one.operation.moved * 2.0 * (devices - 1.0) / devices)
        what = f"all-reduce of 1 GiB over {devices} accelerators, bus bandwidth"
        found["efficiency.link"] = estimate(bus / peaks.link, "1", what)
    return found


def _power(measurement: Measurement) -> dict[str, Estimate]:
    """Return the board's draw idle and active, and what a byte and an operation add to it.

    A board at its limit slows down, so energies are taken over the time that a call took meanwhile.
    """
    draws = {_load(one): one for one in measurement.draws if one.watts}
    found: dict[str, Estimate] = {}
    if "idle" in draws:
        found["efficiency.idle_power"] = estimate(draws["idle"].watts, "W", "board with nothing running")
    if "launch-graph" not in draws:
        return found
    active = estimate(draws["launch-graph"].watts, "W", "board running kernels that neither compute nor read")
    found["efficiency.active_power"] = active
    byte = 0.0
    if "copy" in draws:
        moved = _energy(draws["copy"], active.value, 0.0, "moved", "copies of 1 GiB")
        found["efficiency.byte_energy"] = moved
        byte = moved.value
    for precision in ("bf16", *EIGHT):
        name = f"efficiency.flop_energy_{'bf16' if precision == 'bf16' else 'fp8'}"
        if f"product {precision}" in draws and name not in found:
            what = f"{precision.upper()} products of 8,192 on every side"
            found[name] = _energy(draws[f"product {precision}"], active.value, byte, "flop", what)
    return found


def _load(draw: Draw) -> str:
    if draw.operation is None:
        return "idle"
    kind = draw.operation.kind
    return f"product {draw.operation.precision}" if kind == "product" else kind


def _energy(draw: Draw, active: float, byte: float, unit: str, what: str) -> Estimate:
    """Return the energy that one byte or operation adds [J], that of its other traffic taken off."""
    assert draw.operation is not None
    work = draw.operation.moved if unit == "moved" else draw.operation.flop
    rest = 0.0 if unit == "moved" else byte * draw.operation.moved
    each = [max((watts - active) * draw.seconds - rest, 0.0) / work for watts in draw.watts]
    return estimate(each, "J/B" if unit == "moved" else "J/FLOP", what)
