"""The latency view in words: what limits the load, what is true at a load, what the canvas tells a reader."""

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.metrics import BOUND
from gui import shown_units
from gui.language import say, sentence, tr
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
    return f"{NAMES[measure]} {tr(which)}"


def rate_words(rate: float, *, short: bool = False) -> str:
    """Return a rate with its unit, `short` as "2.6/s"."""
    each, unit = shown_units.seen("requests/s")
    return f"{text.number(rate * each)}{unit.removeprefix('requests') if short else f' {tr(unit)}'}"


def caption(r: LatencyResult, simulated: float | None = None) -> Caption:
    """Return what a reader should take away; `simulated` is the load at which the simulator meets a limit."""
    said = _of_tier(r, _caption(r))
    if simulated is None or r.most is None or abs(r.load.at(simulated) - r.load.at(r.most.at)) < ALIKE:
        return said
    early = simulated < r.most.at
    found = say(
        "The simulator meets a limit at {load} already"
        if early
        else "The simulator meets a limit at {load} only",
        load=r.load.words(simulated),
    )
    return replace(said, detail=f"{found}. {_now(r, simulated)}", good=r.now <= simulated)


def _of_tier(r: LatencyResult, said: Caption) -> Caption:
    return replace(said, head=say("Tier {tier}: {head}", tier=r.tier, head=said.head)) if r.tier else said


def _caption(r: LatencyResult) -> Caption:
    if r.bought and r.obstacle is None:
        return _bought(r)
    if r.empty:
        nothing = "A replica cannot serve this scenario"
        why = sentence(r.obstacle.text if r.obstacle is not None else nothing)
        return Caption(tr("No load can be served"), f"{why}.", good=False, possible=False)
    if r.most is None:
        return _never(r)
    if not r.most.limit:
        end = say("{slots}, {rate} at most", slots=_capital(_slots(r)), rate=rate_words(r.most.rate))
        return Caption(tr("Both limits hold up to saturation"), f"{end}. {_now(r, r.most.at)}", good=True)
    limit = r.limits[f"{r.most.limit}_{r.statistic}"]
    promised = text.level(f"{r.most.limit}_{r.statistic}", limit)
    what = measured(r.most.limit, r.statistic)
    head = say(
        "{what} reaches {promised} at {value}, {rate}",
        what=what,
        promised=promised,
        value=r.load.words(r.most.at),
        rate=rate_words(r.most.rate),
    )
    why = _late(r, r.most) if r.most.limit == "ttft" else _slow(r.most)
    return Caption(head, f"{_capital(why)}. {_now(r, r.most.at)}", good=r.now <= r.most.at)


def _bought(r: LatencyResult) -> Caption:
    said, good = [], True
    for measure in ("ttft", "tpot"):
        key = f"{measure}_{r.statistic}"
        value, limit = shown_at(r.point, key), r.limits.get(key, math.inf)
        good &= value <= limit
        allowed = say(", {value} are allowed", value=text.level(key, limit)) if math.isfinite(limit) else ""
        said.append(
            say(
                "{measured} is {value}{allowed}",
                measured=measured(measure, r.statistic),
                value=text.reading(key, value),
                allowed=allowed,
            )
        )
    head = tr("Tokens are bought: latency is what the seller states, whatever your load")
    return Caption(head, f"{'; '.join(said)}.", good=good)


def _never(r: LatencyResult) -> Caption:
    first = {measure: float(r.curve(f"{measure}_{r.statistic}")[0]) for measure in ("ttft", "tpot")}
    over = {m: first[m] / r.limits[f"{m}_{r.statistic}"] for m in first}
    worst = max(over, key=over.__getitem__)
    key = f"{worst}_{r.statistic}"
    what = measured(worst, r.statistic)
    limit = text.level(key, r.limits[key])
    head = say(
        "{what} is {value} on an idle replica already, the limit is {limit}",
        what=what,
        value=text.reading(key, first[worst]),
        limit=limit,
    )
    detail = {
        "ttft": say("prefill of one request alone takes {it}", it=_shown(r, "prefill_time")),
        "tpot": say("a decode step of a single sequence takes {it}", it=_shown(r, "step_time")),
    }[worst]
    return Caption(
        head, say("{detail}. No load can meet it.", detail=_capital(detail)), good=False, possible=False
    )


def _shown(r: LatencyResult, key: str) -> str:
    return text.reading(key, float(r.curve(key)[0]))


def _late(r: LatencyResult, most: Most) -> str:
    there = most.there
    if there.base("batch") > _FULL * there.base("batch_limit"):
        return say("requests queue for a slot: {slots}", slots=_slots(r))
    share = text.reading("prefill_share", shown_at(there, "prefill_share"))
    if r.scenario.get("deployment.disaggregated") == "yes":
        return say("requests queue for prefill, whose pool is busy {share} of the time", share=share)
    return say("requests queue for prefill, {share} of the replica's time", share=share)


def _slow(most: Most) -> str:
    there = most.there
    others = 1.0 - there.base("step_time") / there.base("tpot_mean")
    if others > _FELT:
        return say(
            "prefill of others takes {others:.0f} % of the time between two tokens", others=others * 100
        )
    bound = BOUND[round(there.base("bound"))][1]
    return say(
        "{there} sequences share a decode step bound by {bound}",
        there=text.number(there.base("batch")),
        bound=bound,
    )


def _slots(r: LatencyResult) -> str:
    limit, cap = r.point.base("batch_limit"), r.scenario.number(CAP)
    if limit >= cap * 0.999:
        return say("the batch cap is {cap:,.0f} sequences", cap=cap)
    return say("the KV cache holds {limit:,.0f} sequences", limit=limit)


def _now(r: LatencyResult, most: float) -> str:
    if math.isinf(r.now):
        # What stops it stands beside, in full and with its cures.
        beyond = tr("The load asked for cannot be served.")
        return beyond if r.obstacle is not None else tr("The scenario lies beyond saturation.")
    here, far = r.load.chip(r.now), most - r.now
    if here == r.load.chip(most):
        return say("Now at {here}, where the limit is met.", here=here)
    if r.load.is_share:
        count = abs(round(most * 100) - round(r.now * 100))
        points = say("{count} point" if count == 1 else "{count} points", count=count)
        form = "Now at {here}, {points} below." if far >= 0 else "Now at {here}, {points} beyond."
        return say(form, here=here, points=points)
    return say("Now at {here}, within it." if far >= 0 else "Now at {here}, beyond it.", here=here)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def panel_head(r: LatencyResult) -> str:
    """Return whose figures stand in the table, and at which load."""
    if r.bought:
        return say("Tier {tier}, as the seller states", tier=r.tier) if r.tier else tr("As the seller states")
    said = say("at {now}", now=r.load.words(r.now))
    return say("Tier {tier} {said}", tier=r.tier, said=said) if r.tier else _capital(said)


def panel_state(r: LatencyResult) -> list[str]:
    """Return what else is true there, a line each: the state of the replica, and the whole service."""
    said = []
    if not r.bought:
        prefill = text.reading("prefill_share", shown_at(r.point, "prefill_share"))
        batch = text.number(r.point.base("batch"))
        said.append(
            say(
                "{point}, batch {batch}, prefill {prefill}",
                point=rate_words(r.point.base("replica_rate")),
                batch=batch,
                prefill=prefill,
            )
        )
    if r.whole is not None:
        keys = [f"{measure}_{r.statistic}" for measure in ("ttft", "tpot")]
        ttft, tpot = (text.reading(key, shown_at(r.whole, key)) for key in keys)
        said.append(
            say(
                "All tiers: {statistic} TTFT {ttft}, TPOT {tpot}", statistic=r.statistic, ttft=ttft, tpot=tpot
            )
        )
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
    return say(
        "{to}, {rate}, batch {batch}",
        to=_capital(r.load.words(to)),
        rate=rate_words(rate),
        batch=text.number(batch),
    )


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
    return say(
        "{head}. {detail} At {now}: {figures}.",
        head=said.head,
        detail=said.detail,
        now=r.load.words(r.now),
        figures=figures,
    )
