"""The latency view in words: what limits the load, what is true at a load, what the canvas tells a reader."""

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.metrics import BOUND
from gui import shown_units
from gui.plotting import text
from gui.plotting.latency_job import MEASURES, STATISTICS, LatencyResult, Most
from gui.plotting.latency_load import CAP
from gui.shown_units import METRICS, shown_at

NAMES = {"ttft": "TTFT", "tpot": "TPOT", "e2e": "End to end"}
LONG_NAMES = {
    "ttft": "time to first token",
    "tpot": "time per output token",
    "e2e": "arrival to last token",
}
#: From this share of its slots in use on, requests wait for one rather than for prefill.
_FULL = 0.85
#: From this share of a token's time spent on prefill of others on, that is what is felt.
_FELT = 0.35
#: Loads nearer than this to each other are told as one; places along the axis.
ALIKE = 0.02


@dataclass(frozen=True, slots=True)
class Caption:
    """Two sentences above the plots: what limits the load, and why and how far the scenario is from it.

    Attributes
    ----------
    good : bool
        The scenario lies within the limits.
    possible : bool
        Some load does.
    """

    head: str
    detail: str
    good: bool
    possible: bool = True


def measured(measure: str, which: str) -> str:
    """Return a measure with its statistic: "TTFT p95", "TPOT mean"."""
    return f"{NAMES[measure]} {which}"


def rate_words(rate: float, *, short: bool = False) -> str:
    """Return a rate with its unit, `short` as "2.6/s"."""
    each, unit = shown_units.seen("requests/s")
    return f"{text.number(rate * each)}{unit.removeprefix('requests') if short else f' {unit}'}"


def caption(r: LatencyResult, simulated: float | None = None) -> Caption:
    """Return what a reader should take away; `simulated` is the load at which the simulator meets a limit."""
    said = _of_tier(r, _caption(r))
    if simulated is None or r.most is None or abs(r.load.at(simulated) - r.load.at(r.most.at)) < ALIKE:
        return said
    already = " already" if simulated < r.most.at else " only"
    found = f"The simulator meets a limit at {r.load.words(simulated)}{already}"
    return replace(said, detail=f"{found}. {_now(r, simulated)}", good=r.now <= simulated)


def _of_tier(r: LatencyResult, said: Caption) -> Caption:
    return replace(said, head=f"Tier {r.tier}: {said.head}") if r.tier else said


def _caption(r: LatencyResult) -> Caption:
    if r.bought and r.obstacle is None:
        return _bought(r)
    if r.empty:
        why = r.obstacle.text if r.obstacle is not None else "A replica cannot serve this scenario"
        return Caption("No load can be served", f"{why}.", good=False, possible=False)
    if r.most is None:
        return _never(r)
    if not r.most.limit:
        end = f"{_capital(_slots(r))}, {rate_words(r.most.rate)} at most"
        return Caption("Both limits hold up to saturation", f"{end}. {_now(r, r.most.at)}", good=True)
    limit = r.limits[f"{r.most.limit}_{r.statistic}"]
    promised = text.level(f"{r.most.limit}_{r.statistic}", limit)
    what = measured(r.most.limit, r.statistic)
    head = f"{what} reaches {promised} at {r.load.words(r.most.at)}, {rate_words(r.most.rate)}"
    why = _late(r, r.most) if r.most.limit == "ttft" else _slow(r.most)
    return Caption(head, f"{_capital(why)}. {_now(r, r.most.at)}", good=r.now <= r.most.at)


def _bought(r: LatencyResult) -> Caption:
    said, good = [], True
    for measure in ("ttft", "tpot"):
        key = f"{measure}_{r.statistic}"
        value, limit = shown_at(r.point, key), r.limits.get(key, math.inf)
        good &= value <= limit
        allowed = f", {text.level(key, limit)} are allowed" if math.isfinite(limit) else ""
        said.append(f"{measured(measure, r.statistic)} is {text.reading(key, value)}{allowed}")
    head = "Tokens are bought: latency is what the seller states, whatever your load"
    return Caption(head, f"{'; '.join(said)}.", good=good)


def _never(r: LatencyResult) -> Caption:
    first = {measure: float(r.curve(f"{measure}_{r.statistic}")[0]) for measure in ("ttft", "tpot")}
    over = {m: first[m] / r.limits[f"{m}_{r.statistic}"] for m in first}
    worst = max(over, key=over.__getitem__)
    key = f"{worst}_{r.statistic}"
    what = measured(worst, r.statistic)
    limit = text.level(key, r.limits[key])
    head = f"{what} is {text.reading(key, first[worst])} on an idle replica already, the limit is {limit}"
    detail = {
        "ttft": f"prefill of one request alone takes {_shown(r, 'prefill_time')}",
        "tpot": f"a decode step of a single sequence takes {_shown(r, 'step_time')}",
    }[worst]
    return Caption(head, f"{_capital(detail)}. No load can meet it.", good=False, possible=False)


def _shown(r: LatencyResult, key: str) -> str:
    return text.reading(key, float(r.curve(key)[0]))


def _late(r: LatencyResult, most: Most) -> str:
    there = most.there
    if there.base("batch") > _FULL * there.base("batch_limit"):
        return f"requests queue for a slot: {_slots(r)}"
    share = text.reading("prefill_share", shown_at(there, "prefill_share"))
    if r.scenario.get("deployment.disaggregated") == "yes":
        return f"requests queue for prefill, whose pool is busy {share} of the time"
    return f"requests queue for prefill, {share} of the replica's time"


def _slow(most: Most) -> str:
    there = most.there
    others = 1.0 - there.base("step_time") / there.base("tpot_mean")
    if others > _FELT:
        return f"prefill of others takes {others * 100:.0f} % of the time between two tokens"
    bound = BOUND[round(there.base("bound"))][1]
    return f"{text.number(there.base('batch'))} sequences share a decode step bound by {bound}"


def _slots(r: LatencyResult) -> str:
    limit, cap = r.point.base("batch_limit"), r.scenario.number(CAP)
    if limit >= cap * 0.999:
        return f"the batch cap is {cap:,.0f} sequences"
    return f"the KV cache holds {limit:,.0f} sequences"


def _now(r: LatencyResult, most: float) -> str:
    if math.isinf(r.now):
        # What stops it stands beside, in full and with its cures.
        beyond = "The load asked for cannot be served."
        return beyond if r.obstacle is not None else "The scenario lies beyond saturation."
    here, far = r.load.chip(r.now), most - r.now
    if here == r.load.chip(most):
        return f"Now at {here}, where the limit is met."
    if r.load.is_share:
        count = abs(round(most * 100) - round(r.now * 100))
        points = f"{count} point{'' if count == 1 else 's'}"
        return f"Now at {here}, {points} {'below' if far >= 0 else 'beyond'}."
    return f"Now at {here}, {'within' if far >= 0 else 'beyond'} it."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def panel_head(r: LatencyResult) -> str:
    """Return whose figures stand in the table, and at which load."""
    if r.bought:
        return f"Tier {r.tier}, as the seller states" if r.tier else "As the seller states"
    said = f"at {r.load.words(r.now)}"
    return f"Tier {r.tier} {said}" if r.tier else _capital(said)


def panel_state(r: LatencyResult) -> list[str]:
    """Return what else is true there, a line each: the state of the replica, and the whole service."""
    said = []
    if not r.bought:
        prefill = text.reading("prefill_share", shown_at(r.point, "prefill_share"))
        batch = text.number(r.point.base("batch"))
        said.append(f"{rate_words(r.point.base('replica_rate'))}, batch {batch}, prefill {prefill}")
    if r.whole is not None:
        keys = [f"{measure}_{r.statistic}" for measure in ("ttft", "tpot")]
        ttft, tpot = (text.reading(key, shown_at(r.whole, key)) for key in keys)
        said.append(f"All tiers: {r.statistic} TTFT {ttft}, TPOT {tpot}")
    return said


# reading a load ---------------------------------------------------------------------------------


def value_at(r: LatencyResult, key: str, to: float) -> float:
    """Return metric `key` at load `to` between nodes, display unit; NaN where there is no service."""
    values = r.curve(key)
    known = np.isfinite(values)
    at = r.at[known]
    if not known.any() or not at[0] * (1 - 1e-9) <= to <= at[-1] * (1 + 1e-9):
        return math.nan
    return float(np.interp(to, at, values[known]))


def reading_head(r: LatencyResult, to: float) -> str:
    """Return load, rate and batch at load `to`."""
    rate, batch = (value_at(r, key, to) for key in ("replica_rate", "batch"))
    if not math.isfinite(rate):
        return f"{r.load.words(to)}: {stopped_at(r, to) or 'no service'}"
    return f"{_capital(r.load.words(to))}, {rate_words(rate)}, batch {text.number(batch)}"


def reading_rows(r: LatencyResult, to: float) -> list[list[str]]:
    """Return the read-out at load `to`: a row of heads, then one a measure with its four figures."""
    rows = [["", *STATISTICS]]
    for measure in MEASURES:
        keys = [f"{measure}_{which}" for which in STATISTICS]
        rows.append([NAMES[measure], *(text.reading(key, value_at(r, key, to)) for key in keys)])
    return rows


def stopped_at(r: LatencyResult, to: float) -> str:
    """Return which limit stops load `to`, "" for none."""
    words = {
        "slow": "a latency limit is broken",
        "capacity": "more than a replica can serve",
        "memory": "does not fit into memory",
        "layout": "the layout is impossible",
    }
    for cause, runs in r.stops.items():
        if any(low <= to <= high for low, high in runs):
            return words.get(cause, cause)
    return ""


def description(r: LatencyResult) -> str:
    """Return the view for a screen reader."""
    said = caption(r)
    if r.empty or not math.isfinite(r.point.base("ttft_mean")):
        return f"{said.head}. {said.detail}".strip()
    figures = ", ".join(
        f"{METRICS[key].label} {text.reading(key, shown_at(r.point, key))}"
        for key in (f"{measure}_{r.statistic}" for measure in MEASURES)
    )
    return f"{said.head}. {said.detail} At {r.load.words(r.now)}: {figures}."
