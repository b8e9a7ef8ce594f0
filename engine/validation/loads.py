"""How a run was loaded: the regime a row belongs to, and the parameters that set it."""

import math
import re
from typing import Final

from engine.kernels.fleet import DAYS_PER_MONTH
from engine.parameters import SPECS
from engine.scenario import Value
from engine.validation.layout import Layout, Pools
from engine.validation.points import Point

#: The regimes, in the order of reports.
REGIMES: Final = ("closed", "disaggregated", "static", "offline", "rate", "batch", "single")

#: Words in `batch_kind` that tell a regime, the first that fits.
_WORDS: Final = (
    ("static", "static"),
    ("avg_running", "batch"),
    ("running", "batch"),
    ("single", "single"),
    ("concurren", "closed"),
    ("closed", "closed"),
    ("rate", "rate"),
    ("qps", "rate"),
    ("poisson", "rate"),
    ("unbounded", "offline"),
    ("offline", "offline"),
    ("max_num_seqs", "offline"),
    ("max_load", "offline"),
    ("max load", "offline"),
)
_SECONDS_PER_DAY: Final = 86400.0
#: Sequences an engine runs at once where a table leaves it open and asks for as many as there is room for.
_UNBOUNDED: Final = 4096.0
#: The same for a run at a set rate.
_AT_A_RATE: Final = 2048.0
#: Requests a closed-loop benchmark sends per client (InferenceX: ten times the concurrency in all).
_ROUNDS: Final = 10.0
_CAP: Final = re.compile(r"max(?:_num_seqs)?=(\d+)")


def regime(point: Point) -> tuple[str, str] | str:
    """Return the regime of `point` and what of it was assumed, or why it is unknown.

    A row that names no kind of load is taken by what it tells: a rate, a concurrency, or neither.
    """
    if point.disagg:
        return "disaggregated", ""
    kind = point.batch_kind.lower()
    if kind:
        found = next((name for word, name in _WORDS if word in kind), None)
        return (found, "") if found else f"kind of load {point.batch_kind!r} is unknown"
    if point.request_rate:
        return "rate", "a rate of requests, since no kind of load is told"
    if point.concurrency_or_batch:
        whole = point.e2e_latency_s is not None and point.ttft_ms_median is None
        text = "static batches" if whole else "a closed loop"
        return "static" if whole else "closed", f"{text}, since no kind of load is told"
    return "offline", "a queue that never empties, since no load is told"


def load(point: Point, regime: str, cut: Layout | Pools) -> dict[str, Value] | str:
    """Return the parameters of the load of `point` on one replica of `cut`, or why it is unknown."""
    if regime == "rate" and point.request_rate is None:
        return "request rate is not told"
    if regime == "rate" and point.request_rate and math.isfinite(point.request_rate):
        return _rate(point.request_rate / cut.replicas)
    if regime in {"rate", "offline"}:
        return _offline(point, regime)
    asked = point.concurrency_or_batch
    if not asked:
        return "concurrency is not told"
    each = max(asked / cut.replicas, 1.0)
    return {
        "deployment.load": "static" if regime == "static" else "closed",
        "deployment.concurrency": each,
        "deployment.batch_cap": float(max(math.ceil(each / cut.decoders), 1)),
        **({"deployment.rounds": _ROUNDS} if regime in {"closed", "disaggregated"} else {}),
    }


def _offline(point: Point, regime: str) -> dict[str, Value]:
    told = _CAP.search(point.batch_kind)
    cap = float(told[1]) if told else _UNBOUNDED
    if regime == "offline" and point.concurrency_or_batch:
        cap = max(point.concurrency_or_batch, 1.0)
    return {"deployment.load": "offline", "deployment.concurrency": cap, "deployment.batch_cap": cap}


def _rate(rate: float) -> dict[str, Value]:
    """Return a load of `rate` requests a second, all month round, on one replica."""
    days = SPECS["workload.active_days"].high
    return {
        "deployment.load": "replicas",
        "deployment.replicas": 1.0,
        "deployment.batch_cap": _AT_A_RATE,
        "workload.requests_per_user": 1.0,
        "workload.active_days": days,
        "workload.users": max(rate * _SECONDS_PER_DAY * DAYS_PER_MONTH / days, 1.0),
        "workload.burstiness": 1.0,
    }
