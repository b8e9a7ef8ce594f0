"""Rows whose label contradicts physics or their twins: a rule anyone can follow, blind to predictions.

A row is suspect when one of these holds, in this order; nothing here uses what the model predicts.

1. *column*: whoever compiled the table says so.
2. *memory*: its weights alone are more than all memory of the accelerators it names.
3. *layout*: its tensor ranks do not divide the query heads, which its engine refuses.
4. *roofline*: its TPOT is shorter than reading the step's bytes once at the full data-sheet bandwidth -
   the weights a batch must reach, and its cache - or its end-to-end time is shorter than that for each
   token of one request.
5. *queue*: its requests wait for their first token longer than they then run, although by the labels
   memory would hold three times as many: fewer run than stated.
6. *engines*: its curve is off by more than a factor of two from the curve of every other engine on the
   same part, model, precision, device count and lengths, at the same concurrencies.
7. *drafts*: its run is 1.3 times faster than its twins - same part, model, precision, engine, device
   count, lengths, concurrency - and its TPOT falls with longer answers, although their context is
   longer: several tokens a step that no label tells.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from engine.validation.mapping import Case

#: Thresholds of the rule, each named where it is used.
FACTOR_BETWEEN_ENGINES: Final = 2.0
LEAST_ENGINES: Final = 2
TWIN_SPEED: Final = 1.3
FALL: Final = 0.95
HOLDS: Final = 3.0
_SMALL: Final = 64.0
#: Engines that cut attention by whole heads; others pad.
_WHOLE_HEADS: Final = ("tensorrt-llm", "vllm", "sglang")

_BITS: Final = {"bf16": 16.0, "fp8": 8.0, "int8": 8.0, "fp4": 4.0, "int4": 4.0}


def suspicions(cases: Sequence[Case]) -> tuple[str, ...]:
    """Return for each case why it is suspect, empty where it is not."""
    found = [one.point.suspect and f"column: {one.point.suspect}" for one in cases]
    for index, ground in _alone(cases):
        found[index] = found[index] or ground
    for rule in (_engines, _drafts):
        for index, ground in rule(cases):
            found[index] = found[index] or ground
    return tuple(found)


def by_rule(cases: Sequence[Case]) -> tuple[str, ...]:
    """Return for each case why the rule alone, without the table's column, finds it suspect."""
    found = [""] * len(cases)
    for index, ground in (*_alone(cases), *_engines(cases), *_drafts(cases)):
        found[index] = found[index] or ground
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Bytes:
    """What a step must read on one accelerator, and what it may hold [B]; lower bounds all."""

    weights: float
    step: float
    sequence: float
    memory: float
    bandwidth: float


def least_bytes(one: Case, batch: float | None = None) -> Bytes:
    """Return the least a decode step of `one` reads, cut evenly over all ranks.

    Experts count by the share that `batch` tokens, by default all in flight, reach when every token
    chooses at random.
    """
    values = one.scenario.values

    def at(key: str) -> float:
        return float(values[key])

    held = str(values["precision.weights"]), str(values["precision.experts"])
    cut = at("deployment.tensor_parallel")
    groups, stages = at("deployment.data_parallel"), at("deployment.pipeline_parallel")
    batch = at("deployment.concurrency") if batch is None else batch
    dense = (at("model.attention_parameters") + at("model.dense_parameters")) * _BITS[held[0]] / 8.0
    experts = at("model.expert_parameters") * _BITS[held[1]] / 8.0
    head = 2e-9 * at("model.hidden_size") * at("model.vocabulary")
    missed = (1.0 - min(at("model.experts_per_token") / at("model.experts"), 1.0)) ** batch
    read = (dense + head) / cut + experts * (1.0 - missed) / (cut * groups)
    mean = at("workload.input_tokens") + 0.5 * at("workload.output_tokens")
    window = min(mean, at("model.window"))
    span = min(mean, at("model.sparse_context") or math.inf)
    width = _BITS[str(values["precision.kv"])] / 8e9
    cache = (at("model.kv_elements") * span + at("model.kv_elements_window") * window) * width
    return Bytes(
        (dense / cut + experts / (cut * groups)) / stages,
        read + batch / groups * cache / cut,
        cache / cut / stages,
        at("accelerator.memory"),
        1e3 * at("accelerator.bandwidth"),
    )


def _alone(cases: Sequence[Case]) -> Iterator[tuple[int, str]]:
    for index, one in enumerate(cases):
        ground = _memory(one) or _layout(one) or _roofline(one) or _queue(one)
        if ground:
            yield index, ground


def _memory(one: Case) -> str:
    found = least_bytes(one)
    if found.weights <= found.memory:
        return ""
    return f"memory: {found.weights:.0f} GB of weights on an accelerator of {found.memory:.0f} GB"


def _layout(one: Case) -> str:
    ranks, heads = one.scenario.number("deployment.tensor_parallel"), one.scenario.number("model.query_heads")
    if ranks <= 1.0 or heads % ranks == 0.0 or not one.labels["engine"].startswith(_WHOLE_HEADS):
        return ""
    return f"layout: {ranks:.0f} tensor ranks do not divide {heads:.0f} query heads"


def _roofline(one: Case) -> str:
    fixed = one.regime in {"closed", "static", "batch", "single"}
    known = one.point.isl is not None and one.scenario.number("deployment.pipeline_parallel") == 1.0
    if not fixed or not known or _queue(one):
        return ""
    whole, tpot = one.measured.get("e2e"), one.measured.get("tpot")
    if whole is not None and not whole.derived:
        alone = least_bytes(one, 1.0)
        least = (one.scenario.number("workload.output_tokens") - 1.0) * alone.step / alone.bandwidth
        if whole.value < least:
            return f"roofline: {whole.value:.2f} s, {least:.2f} s to read its bytes for every token"
    found = least_bytes(one)
    room = max(found.memory - found.weights, 0.0)
    if tpot is None or found.sequence * one.scenario.number("deployment.concurrency") > room:
        # Where not all of them can run at once, the batch is not known.
        return ""
    least = found.step / found.bandwidth
    if tpot.value >= least:
        return ""
    return f"roofline: TPOT {1e3 * tpot.value:.2f} ms, {1e3 * least:.2f} ms to read its bytes once"


def _engine(one: Case) -> str:
    # Releases of one engine are twins.
    return one.labels["engine"].removesuffix("-2025")


def _queue(one: Case) -> str:
    first, each = one.measured.get("ttft"), one.measured.get("tpot")
    if one.regime != "closed" or first is None or each is None:
        return ""
    runs = each.value * one.scenario.number("workload.output_tokens")
    found = least_bytes(one)
    groups = one.scenario.number("deployment.data_parallel")
    need = HOLDS * one.scenario.number("deployment.concurrency") / groups * found.sequence
    if first.value <= runs or need > found.memory - found.weights:
        return ""
    return f"queue: waits {first.value:.1f} s for a run of {runs:.1f} s that memory would hold"


def _latency(one: Case) -> float | None:
    found = one.measured.get("tpot") or one.measured.get("e2e")
    return None if found is None else found.value


def _subject(one: Case) -> tuple[object, ...]:
    """Return what twins have in common; models of one shape are one."""
    shape = ("model.layers", "model.hidden_size", "model.attention_parameters", "model.expert_parameters")
    kind = "tpot" if "tpot" in one.measured else "e2e"
    names = ("accelerator", "precision", "regime")
    counts = (one.scenario.number(key) for key in shape)
    return kind, one.point.n_devices, *(one.labels[name] for name in names), *counts


def _conditions(one: Case) -> tuple[object, ...]:
    keys = ("workload.input_tokens", "workload.output_tokens", "deployment.concurrency")
    return *_subject(one), *(one.scenario.number(key) for key in keys)


def _run(one: Case) -> tuple[object, ...]:
    point = one.point
    names = _engine(one), one.labels["model"]
    return *_subject(one), *names, point.source, point.engine_version, point.date


def _groups(cases: Sequence[Case], key: Callable[[Case], tuple[object, ...]]) -> list[list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(cases):
        if _latency(one) is not None:
            found[key(one)].append(index)
    return list(found.values())


def _engines(cases: Sequence[Case]) -> Iterator[tuple[int, str]]:
    """Yield the rows of curves that stand alone among the engines of their part and model."""
    twins = _twins(cases)
    for rows in _groups(cases, _curve):
        ratios: dict[str, list[float]] = defaultdict(list)
        for index in rows:
            for other in twins[index]:
                if _engine(cases[other]) != _engine(cases[index]):
                    ratios[_engine(cases[other])].append(_ratio(cases, index, other))
        middles = [median(found) for found in ratios.values()]
        if len(middles) < LEAST_ENGINES:
            # Of two that disagree nobody can tell which is wrong.
            continue
        if min(middles) > FACTOR_BETWEEN_ENGINES or max(middles) < 1.0 / FACTOR_BETWEEN_ENGINES:
            text = " and ".join(f"{median(found):.2g} x {name}" for name, found in sorted(ratios.items()))
            yield from ((index, f"engines: this curve is {text}") for index in rows)


def _drafts(cases: Sequence[Case]) -> Iterator[tuple[int, str]]:
    """Yield the rows of runs that are faster than their twins and fall with longer answers."""
    twins = _twins(cases)
    for rows in _groups(cases, _run):
        own, label = set(rows), _engine(cases[rows[0]])
        if cases[rows[0]].regime != "closed" or cases[rows[0]].point.spec_decode not in {"", "off", "none"}:
            continue
        speeds = [
            max(_ratio(cases, other, index) for other in others)
            for index in rows
            if (others := [o for o in twins[index] if o not in own and _engine(cases[o]) == label])
        ]
        falls = list(_falls(cases, rows))
        if speeds and falls and median(speeds) >= TWIN_SPEED and median(falls) <= FALL:
            text = (
                f"{median(speeds):.2f} x as fast as its twins, TPOT x {median(falls):.2f} on longer answers"
            )
            yield from ((index, f"drafts: {text}") for index in rows)


def _falls(cases: Sequence[Case], rows: Iterable[int]) -> Iterator[float]:
    """Yield TPOT of the longest answers over that of the shortest, for each prompt length and concurrency."""
    found: dict[tuple[float, float], list[tuple[float, float]]] = defaultdict(list)
    for index in rows:
        at = cases[index].scenario.number
        tpot = cases[index].measured.get("tpot")
        if tpot is not None and at("deployment.concurrency") <= _SMALL:
            key = at("workload.input_tokens"), at("deployment.concurrency")
            found[key].append((at("workload.output_tokens"), tpot.value))
    for pairs in found.values():
        (short, first), (long, last) = min(pairs), max(pairs)
        if long >= 2.0 * short:
            yield last / first


def _curve(one: Case) -> tuple[object, ...]:
    lengths = ("workload.input_tokens", "workload.output_tokens")
    return *_subject(one), _engine(one), *(one.scenario.number(key) for key in lengths)


def _twins(cases: Sequence[Case]) -> dict[int, list[int]]:
    """Return for each case all others of the same conditions, whatever their engine."""
    made: dict[int, list[int]] = defaultdict(list)
    for rows in _groups(cases, _conditions):
        for index in rows:
            made[index] = [other for other in rows if other != index]
    return made


def _ratio(cases: Sequence[Case], above: int, below: int) -> float:
    high, low = _latency(cases[above]), _latency(cases[below])
    return math.nan if high is None or not low else high / low
