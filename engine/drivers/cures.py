"""Why a point is infeasible, in words with both figures, and the single changes that would cure it."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.drivers.point import Point, point
from engine.drivers.routing import best_split
from engine.errors import ParameterError
from engine.formatting import format_value
from engine.metrics import BINDING
from engine.scenario import Scenario, Value, spec_of
from engine.tier_keys import join

#: Steps of the search for the least change of one input.
_HALVINGS = 18


@dataclass(frozen=True, slots=True)
class Cure:
    """One change that makes a point feasible: what to press, what it sets, what a request then costs [$]."""

    label: str
    changes: tuple[tuple[str, Value], ...]
    cost_per_request: float


@dataclass(frozen=True, slots=True)
class Cause:
    """What stops a point.

    Attributes
    ----------
    chip : str
        Two or three words, such as "KV cache".
    text : str
        One sentence with the figure and the limit.
    """

    binding: str
    chip: str
    text: str


def cause(scenario: Scenario, result: Point) -> Cause | None:
    """Return what stops `result`, the point of `scenario`; None where nothing does."""
    code = result.binding
    if code == 0:
        return None
    tier = round(result.base("binding_tier"))
    if scenario.routed and tier > 0:
        one = scenario.tier(tier)
        found = cause(one, point(one))
        return replace(found, text=f"Tier {tier}: {found.text}") if found is not None else None
    ident, label = BINDING[code]
    text = {
        "memory": _memory_text,
        "ttft": _limit_text,
        "tpot": _limit_text,
        "capacity": _capacity_text,
        "layout": _layout_text,
        "quality": _quality_text,
    }[ident](scenario, result)
    chip = {"memory": "Out of memory", "capacity": "Over capacity", "layout": "Layout impossible"}.get(
        ident, label
    )
    return Cause(ident, chip, text)


def _memory_text(scenario: Scenario, result: Point) -> str:
    usable = scenario.number("accelerator.memory") * scenario.number("stack.memory_share")
    need = usable * result.base("memory_use")
    weights = result.base("weights_per_accelerator") / 1e9
    if result.base("kv_memory") <= 0:
        return f"Weights alone take {weights:,.1f} GB of the {usable:,.0f} GB an accelerator offers"
    return f"Weights and KV cache need {need:,.0f} GB on an accelerator, it has {usable:,.0f} GB"


def _limit_text(scenario: Scenario, result: Point) -> str:
    ident = BINDING[result.binding][0]
    limit = scenario.number(f"limits.{ident}")
    value = limit * result.base(f"{ident}_use")
    unit = spec_of(f"limits.{ident}").unit
    which = scenario.get("limits.percentile")
    if not math.isfinite(value):
        return f"{ident.upper()} {which} is above its limit of {limit:,.3g} {unit} however few requests come"
    return f"{ident.upper()} {which} is {value:,.3g} {unit}, the limit {limit:,.3g} {unit}"


def _capacity_text(scenario: Scenario, result: Point) -> str:
    limit = result.base("batch_limit")
    if scenario.get("deployment.load") == "concurrency" and scenario.number("deployment.concurrency") > limit:
        asked = scenario.number("deployment.concurrency")
        return f"{asked:,.0f} sequences are asked for, a replica runs at most {limit:,.0f}"
    return f"Requests arrive faster than a replica can serve them with {limit:,.0f} sequences at once"


def _layout_text(scenario: Scenario, _result: Point) -> str:
    d = {
        name: int(scenario.number(f"deployment.{name}"))
        for name in ("tensor_parallel", "data_parallel", "pipeline_parallel", "expert_parallel")
    }
    return (
        f"Tensor {d['tensor_parallel']} × data {d['data_parallel']} × pipeline {d['pipeline_parallel']} "
        f"with {d['expert_parallel']} expert ranks does not divide this model"
    )


def _quality_text(scenario: Scenario, result: Point) -> str:
    floor = scenario.number("routing.quality_floor")
    return f"{result.base('quality') * 100:.1f} % of the answers are good, the floor is {floor * 100:.4g} %"


def cures(scenario: Scenario, most: int = 3) -> list[Cure]:
    """Return single changes that make `scenario` feasible, cheapest request first, at most `most`."""
    found: dict[str, Cure] = {}
    for changes in itertools.chain(_candidates(scenario), _candidates_of_tiers(scenario)):
        try:
            changed = scenario.with_values(dict(changes))
        except ParameterError:
            continue
        result = point(changed)
        if result.feasible:
            label = ", ".join(_label(scenario, key, value) for key, value in changes)
            found[label] = Cure(label, changes, result.base("cost_per_request"))
    return sorted(found.values(), key=lambda cure: cure.cost_per_request)[:most]


def _label(scenario: Scenario, key: str, value: Value) -> str:
    spec = spec_of(key)
    # What a count counts is in its label.
    money = spec.unit.startswith("$")
    old, new = (format_value(v, spec, full=money) for v in (scenario.get(key), value))
    return f"{spec.label}: {old} → {new}"


def _candidates_of_tiers(scenario: Scenario) -> Iterator[tuple[tuple[str, Value], ...]]:
    """Yield what only a service of several tiers can change, and a lower floor of quality."""
    best = best_split(scenario)
    if best is not None and best.enough and best.changes:
        yield best.changes
    if scenario.number("routing.quality_floor") > 0.0:
        reached = point(scenario).base("quality")
        yield (("routing.quality_floor", math.floor(reached * 1000.0) / 1000.0),)
    if scenario.routed:
        yield (("routing.mode", "none"),)
        tier = round(point(scenario).base("binding_tier"))
        if tier > 1:
            # What would cure the tier by itself.
            for changes in _candidates(scenario.tier(tier)):
                yield tuple((join(tier, key), value) for key, value in changes)


def _candidates(scenario: Scenario) -> Iterator[tuple[tuple[str, Value], ...]]:
    for value in ("fp8", "fp4"):
        yield (("precision.kv", value),)
        yield (("precision.weights", value), ("precision.experts", value))
    for name in ("tensor_parallel", "pipeline_parallel", "expert_parallel", "data_parallel"):
        key = f"deployment.{name}"
        for factor in (2.0, 4.0, 8.0, 0.5):
            yield ((key, scenario.number(key) * factor),)
    yield (
        ("deployment.expert_parallel", 1.0),
        ("deployment.data_parallel", 1.0),
        ("deployment.pipeline_parallel", 1.0),
    )
    for key in (
        "deployment.concurrency",
        "deployment.load_share",
        "workload.input_tokens",
        "workload.output_tokens",
    ):
        least = _least_change(scenario, key, downward=True)
        if least is not None:
            yield ((key, least),)
    for key in ("limits.ttft", "limits.tpot", "deployment.replicas", "accelerator.memory"):
        least = _least_change(scenario, key, downward=False)
        if least is not None:
            yield ((key, least),)


def _least_change(scenario: Scenario, key: str, *, downward: bool) -> float | None:
    """Return the value of `key` nearest to the present one that is feasible, moving one way only."""
    spec, now = spec_of(key), scenario.number(key)
    end = max(spec.low, spec.soft_low, 1e-9) if downward else min(spec.high, max(spec.soft_high, now * 16))
    if (end >= now) == downward or not _feasible(scenario, key, end):
        return None
    good, bad = end, now
    for _ in range(_HALVINGS):
        middle = (good * bad) ** 0.5
        if _feasible(scenario, key, middle):
            good = middle
        else:
            bad = middle
    if spec.whole:
        return float(round(good))
    rounded = _round(good, down=downward)
    return rounded if _feasible(scenario, key, rounded) else good


def _feasible(scenario: Scenario, key: str, value: float) -> bool:
    number = round(value) if spec_of(key).whole else value
    return point(scenario.with_value(key, float(number))).feasible


def _round(value: float, *, down: bool) -> float:
    """Return `value` with two digits, rounded to the safe side."""
    scale = 10.0 ** (math.floor(math.log10(value)) - 1)
    return (math.floor(value / scale) if down else math.ceil(value / scale)) * scale
