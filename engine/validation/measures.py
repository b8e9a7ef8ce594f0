"""What a row measured, in SI, and of which statistic: the other half of a comparison."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from engine.validation.points import Point

#: The measures judged, in the order of every report.
MEASURES: Final = ("tpot", "ttft", "throughput", "e2e", "energy")
UNITS: Final[Mapping[str, str]] = {
    "tpot": "s", "ttft": "s", "throughput": "tokens/s", "e2e": "s", "energy": "J/token",
}  # fmt: skip
#: Sources whose "median" TTFT is the mean: it grows with the concurrency as a mean over ten rounds does of
#: which the first comes at once, to 64 clients with one prefill time a curve; a median would not grow.
TTFT_MEANS: Final = frozenset({"inferencex_aic"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured figure in SI.

    Attributes
    ----------
    statistic : str
        "p50", "mean" or "last" over requests, or "step": the time of one decode step.
    derived : bool
        Whether it was computed from other figures of the row.
    """

    value: float
    statistic: str = "mean"
    derived: bool = False


def measures(point: Point, regime: str, lengths: tuple[float, float]) -> dict[str, Measure]:
    """Return what `point` measured.

    Parameters
    ----------
    lengths : (float, float)
        Mean input and output tokens of a request.
    """
    found = {
        "tpot": _tpot(point, lengths[1]) or _gap(point, lengths[1]),
        "ttft": _ttft(point, lengths[0]),
        "throughput": _throughput(point),
        "energy": _of(point.energy_J_per_out_token, 1.0),
    }
    made = {name: one for name, one in found.items() if one is not None and one.value > 0.0}
    if regime == "static":
        made = {name: _of_batch(name, one) for name, one in made.items()}
    e2e = _e2e(point, regime, made, lengths[1])
    if e2e is not None and e2e.value > 0.0:
        made["e2e"] = e2e
    return {name: made[name] for name in MEASURES if name in made}


def _of_batch(name: str, one: Measure) -> Measure:
    """Return the measure of a batch that moves as one.

    Its first tokens are out when the last prompt is through, and what follows are bare decode steps: both
    are timed from the whole batch, by a run of one output token and a longer one.
    """
    statistic = {"ttft": "last", "tpot": "step"}.get(name, one.statistic)
    return replace(one, statistic=statistic)


def _of(value: float | None, factor: float, statistic: str = "mean") -> Measure | None:
    return None if value is None else Measure(value * factor, statistic)


def _tpot(point: Point, output: float) -> Measure | None:
    if point.decode_tok_s_per_user:
        return None if output <= 1.0 else Measure(1.0 / point.decode_tok_s_per_user)
    return (
        _of(point.tpot_ms_median, 1e-3, "p50")
        or _of(point.tpot_ms_mean, 1e-3)
        or _of(point.itl_ms_mean, 1e-3)
    )


def _gap(point: Point, output: float) -> Measure | None:
    """Return the median gap between tokens: a bare decode step while most steps bring no new prompt.

    As many requests begin in a step as end in it, `concurrency / output` in the mean; none do in half of
    the steps or more while that is below ln 2. Beyond, a typical step carries prompts as the mean does.
    """
    begun = (point.concurrency_or_batch or 0.0) / max(output, 1.0)
    return _of(point.itl_ms_median, 1e-3, "step" if begun < math.log(2.0) else "mean")


def _ttft(point: Point, prompt: float) -> Measure | None:
    if point.prefill_tok_s:
        return Measure(prompt / point.prefill_tok_s)
    if point.source in TTFT_MEANS:
        return _of(point.ttft_ms_median, 1e-3)
    return _of(point.ttft_ms_median, 1e-3, "p50") or _of(point.ttft_ms_mean, 1e-3) or _of(point.ttft_ms, 1e-3)


def _throughput(point: Point) -> Measure | None:
    """Return output tokens a second of the whole run."""
    if point.throughput_out_tok_s is not None:
        return Measure(point.throughput_out_tok_s)
    devices = point.n_devices
    if point.throughput_out_tok_s_per_gpu is not None and devices:
        return Measure(point.throughput_out_tok_s_per_gpu * devices)
    total = point.throughput_total_tok_s
    if total is None and point.throughput_total_tok_s_per_gpu is not None and devices:
        total = point.throughput_total_tok_s_per_gpu * devices
    if total is None or not point.osl or point.isl is None:
        return None
    return Measure(total * point.osl / (point.isl + point.osl), derived=True)


def _e2e(point: Point, regime: str, made: Mapping[str, Measure], output: float) -> Measure | None:
    if point.e2e_latency_s is not None:
        return Measure(point.e2e_latency_s)
    first, each = made.get("ttft"), made.get("tpot")
    if regime == "closed" and first is not None and each is not None and output > 1.0:
        return Measure(first.value + (output - 1.0) * each.value, first.statistic, derived=True)
    return None
