"""Inputs driven in pairs over all that is allowed, and what must hold of the figures there.

`tests.bench.soak` drives every pair for minutes; `tests/engine/test_pairs.py` a sample of them.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.absent import causes, why_absent
from engine.drivers import Point, point, precompile
from engine.drivers.fill import fill_moves, numbers, prepared, scratch
from engine.drivers.moves import places
from engine.jit import readable
from engine.metrics import METRICS, RECORD
from engine.parameters import POSITIONS, SPECS
from engine.scenario import Scenario

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: Where a declaration names no upper end.
FAR = 1e9
#: Every input that is a number or a choice.
KEYS = tuple(key for key, spec in SPECS.items() if spec.numeric)
_NAMES = tuple(RECORD.names or ())
_COLUMN = {name: i for i, name in enumerate(_NAMES)}
#: What may be below zero: results, returns, and memory that is short.
SIGNED = frozenset(
    {
        "margin_per_request", "gross_margin", "compute_margin", "profit_rate", "npv", "irr", "tax",
        "decision_benefit", "decision_value", "decision_profit", "value_per_token_dollar", "value_density",
        "value_over_price", "value_rate", "cash_released", "routing_saving", "kv_memory",
    }
)  # fmt: skip
#: What is a part of a whole.
SHARES = tuple(
    key
    for key in METRICS
    if key.startswith(("utilization", "availability", "region_availability", "replica_availability"))
    or (key.endswith(("_share", "_answers", "_quality")) and key != "capital_share")
    or key in {"quality", "quality_kept", "base_quality", "own_base", "own_served", "duty", "shed_one_down",
               "losing_users", "decision_errors", "vendor_gross_margin", "feasible"}
)  # fmt: skip
#: Rounding of sums and of searches.
_SLACK = 1e-7
_ASKED = 40

#: Where economics says which way a figure goes, all else equal: +1 if it never falls as the input rises, -1
#: if it never rises.
COSTS = ("cost_rate", "cost_per_request")
MONOTONE: dict[str, tuple[tuple[str, int], ...]] = {
    **{
        key: tuple((metric, 1) for metric in COSTS)
        for key in (
            "accelerator.rent", "accelerator.price", "accelerator.server_price", "facility.power_price",
            "facility.colocation", "facility.land_price", "facility.upkeep", "chain.construction",
            "finance.cost_of_capital", "finance.staff", "finance.maintenance", "finance.storage",
            "finance.software", "finance.team", "finance.working_storage", "finance.storage_price",
            "finance.rent_uplift", "routing.router_cost", "routing.judge_cost", "levers.response_cost",
            "levers.compression_cost", "levers.distilled_cost", "levers.prefix_host_price",
            "levers.prefix_disk_price", "reliability.standby_price", "api.input", "api.output", "api.cached",
            "workload.peak_to_mean", "fleet.waste_share", "fleet.spare_share", "demand.growth",
            "demand.horizon", "demand.deviations", "demand.dispersion", "demand.tenants",
            "demand.minimum",
        )
    },
    "facility.pue": (("cost_rate", 1), ("cost_per_request", 1), ("power", 1), ("energy_per_response", 1)),
    "facility.carbon": (("carbon_per_response", 1),),
    "finance.life": (("capital_annuity", -1),),
    "finance.residual": (("capital_annuity", -1), ("capital_straight", -1)),
    "workload.users": (("cost_rate", 1), ("request_rate", 1)),
    "workload.requests_per_user": (("cost_rate", 1), ("request_rate", 1)),
    "price.input": (("revenue_rate", 1), ("cost_rate", 0)),
    "price.output": (("revenue_rate", 1), ("cost_rate", 0)),
    "price.cached": (("revenue_rate", 1), ("cost_rate", 0)),
    "price.subscription": (("revenue_rate", 1), ("cost_rate", 0)),
    "price.paying_share": (("revenue_rate", 1), ("breakeven_price", -1)),
    "price.discount": (("revenue_rate", -1), ("breakeven_price", 1)),
    "price.fees": (("revenue_rate", -1), ("breakeven_price", 1)),
    "reliability.mtbf": (("replica_availability", 1),),
    "reliability.swap_time": (("replica_availability", -1),),
    "reliability.planned": (("replica_availability", -1),),
    "value.minutes_saved": (("decision_value", 1),),
    "value.wage": (("decision_value", 1),),
    "value.error_cost": (("decision_value", -1),),
}  # fmt: skip
#: Where it does not: a fleet of a fixed size holds its spares and follows demand below what it is sized for;
#: one that follows demand meets less scatter within the minutes of a higher peak; a mixed one has other
#: machines for other prices; spares save what a second provider takes while the own region is down.
EXCEPT: dict[str, tuple[tuple[str, float], ...]] = {
    "fleet.spare_share": (("deployment.load", 3.0), ("reliability.regions", 2.0)),
    "workload.peak_to_mean": (("deployment.load", 3.0), ("fleet.scaling", 1.0)),
    "demand.growth": (("deployment.load", 3.0),),
    "demand.horizon": (("deployment.load", 3.0),),
    "finance.life": (("finance.supply", 2.0),),
    "finance.residual": (("finance.supply", 2.0),),
}


def nodes(scenario: Scenario, key: str, more: int = 0) -> Floats:
    """Return values of input `key` over all that is allowed, rising, as a kernel reads them.

    Ends, the plausible range, what `scenario` has, and `more` between, by ratios where the scale is one.
    """
    spec = SPECS[key]
    if spec.kind == "choice":
        return np.array([float(option.code) for option in spec.options])
    low, high = spec.low, spec.high if math.isfinite(spec.high) else FAR
    found = [low, high, spec.soft_low, spec.soft_high, scenario.number(key)]
    least = max(low, high * 1e-9, spec.soft_low * 1e-3) if spec.scale == "log" else low
    between = np.geomspace if least > 0.0 and spec.scale == "log" else np.linspace
    found += list(between(least, high, more + 2)[1:-1])
    values = np.clip(np.round(found) if spec.whole else found, low, high)
    return np.unique([spec.encode(float(value)) for value in values])


@dataclass(frozen=True)
class Block:
    """Rows of a batch where two inputs take all their values: y varies slowest."""

    keys: tuple[str, str]
    start: int
    shape: tuple[int, int]


@dataclass(frozen=True)
class Batch:
    """Points of several pairs: their inputs, shape (n, moves), and metrics, shape (n, metrics)."""

    scenario: Scenario
    blocks: list[Block]
    values: Floats
    made: Floats

    @cached_property
    def moved(self) -> dict[str, list[tuple[slice, int]]]:
        """Return by input in which rows it moves, and in which column of `values` it stands."""
        found: dict[str, list[tuple[slice, int]]] = {}
        for block in self.blocks:
            rows = slice(block.start, block.start + block.shape[0] * block.shape[1])
            for side, key in enumerate(block.keys):
                found.setdefault(key, []).append((rows, side))
        return found

    @cached_property
    def _here(self) -> Floats:
        return self.scenario.to_record().view(np.float64)

    def look(self, key: str) -> Any:
        """Return metric `key` of every point, shape (n,), or an input: one number if it moves nowhere."""
        if key in METRICS:
            return self.made[:, _COLUMN[key]]
        here = self._here[POSITIONS[key]]
        if key not in self.moved:
            return here
        column = np.full(len(self.made), here)
        for rows, side in self.moved[key]:
            column[rows] = self.values[rows, side]
        return column

    def row(self, index: int) -> dict[str, float]:
        """Return the inputs of row `index` as a kernel reads them."""
        block = next(b for b in reversed(self.blocks) if b.start <= index)
        return dict(zip(block.keys, (float(v) for v in self.values[index]), strict=True))


@dataclass
class Found:
    """Sorts of findings: how often each, and the first inputs of each."""

    count: dict[str, int] = field(default_factory=dict)
    first: dict[str, dict[str, float]] = field(default_factory=dict)

    def add(self, kind: str, batch: Batch, rows: Mask) -> None:
        """Note that `rows` of `batch` have a fault of `kind`."""
        many = int(rows.sum())
        if many:
            self.count[kind] = self.count.get(kind, 0) + many
            self.first.setdefault(kind, batch.row(int(np.argmax(rows))))

    def note(self, kind: str, moved: dict[str, float]) -> None:
        """Note a fault of `kind` where the inputs `moved` are set."""
        self.count[kind] = self.count.get(kind, 0) + 1
        self.first.setdefault(kind, moved)


def evaluated(scenario: Scenario, at: NDArray[np.int64], values: Floats) -> Floats:
    """Return all metrics where `values`, shape (n, moves), stand at `at`, shape (n, moves, 4)."""
    precompile.ensure()
    own, flat = prepared(scenario.to_records())
    count = len(values)
    found: NDArray[Any] = np.zeros(count, RECORD)
    work, figures, room = scratch()
    fill_moves(
        own, flat, np.ascontiguousarray(at), np.ascontiguousarray(values), np.zeros(0, np.int64),
        np.zeros((0, 0)), np.zeros(at.shape[1:]), readable(found), numbers(found), readable(work), figures,
        room, np.array([0, count], np.int64),
    )  # fmt: skip
    return numbers(found)


def batches(
    scenario: Scenario, pairs: Sequence[tuple[str, str]], size: int = 20_000, more: int = 0
) -> Iterator[Batch]:
    """Yield the metrics of `scenario` over every value of each of `pairs`, some `size` points at a time."""
    wanted = dict.fromkeys(key for pair in pairs for key in pair)
    ways = {key: (nodes(scenario, key, more), np.array(places(scenario, key))) for key in wanted}
    blocks: list[Block] = []
    rows: list[Floats] = []
    at: list[NDArray[np.int64]] = []
    count = 0
    for number, (a, b) in enumerate(pairs, 1):
        (xs, ax), (ys, by) = ways[a], ways[b]
        blocks.append(Block((a, b), count, (ys.size, xs.size)))
        rows.append(np.column_stack([np.tile(xs, ys.size), np.repeat(ys, xs.size)]))
        at.append(np.repeat(np.stack([ax, by])[np.newaxis], xs.size * ys.size, axis=0))
        count += xs.size * ys.size
        if count >= size or number == len(pairs):
            values = np.concatenate(rows)
            yield Batch(scenario, blocks, values, evaluated(scenario, np.concatenate(at), values))
            blocks, rows, at, count = [], [], [], 0


def inspect(batch: Batch, found: Found) -> None:
    """Note in `found` all that does not hold in `batch`."""
    made = batch.made
    binding = made[:, _COLUMN["binding"]]
    # Where something stops it before it has a cost, that is the cause.
    served = (binding == 0.0) | np.isfinite(made[:, _COLUMN["cost_rate"]])
    infinite, below, none = np.isinf(made), made < 0.0, np.isnan(made) & served[:, None]
    for j in np.flatnonzero(infinite.any(axis=0)):
        found.add(f"{_NAMES[j]} is infinite", batch, infinite[:, j])
    for j in np.flatnonzero(below.any(axis=0)):
        if _NAMES[j] not in SIGNED:
            found.add(f"{_NAMES[j]} is below zero", batch, below[:, j])
    for key in SHARES:
        found.add(f"{key} is above one", batch, made[:, _COLUMN[key]] > 1.0 + _SLACK)
    for j in np.flatnonzero(none.any(axis=0)):
        _unexplained(batch, _NAMES[j], none[:, j], found)
    feasible = made[:, _COLUMN["feasible"]]
    found.add("feasible is not what binding says", batch, (feasible == 1.0) != (binding == 0.0))
    for family in ("ttft", "tpot", "e2e"):
        p50, p95, p99 = (made[:, _COLUMN[f"{family}_{p}"]] for p in ("p50", "p95", "p99"))
        found.add(
            f"{family} percentiles fall", batch, (p50 > p95 * (1 + _SLACK)) | (p95 > p99 * (1 + _SLACK))
        )
    for block in batch.blocks:
        for axis, key in ((1, block.keys[0]), (0, block.keys[1])):
            for metric, way in MONOTONE.get(key, ()):
                _monotone(batch, block, axis, key, metric, way, found)


def _monotone(batch: Batch, block: Block, axis: int, key: str, metric: str, way: int, found: Found) -> None:
    size = block.shape[0] * block.shape[1]
    rows = slice(block.start, block.start + size)
    values = batch.made[rows, _COLUMN[metric]]
    for other, code in EXCEPT.get(key, ()):
        values = np.where(np.broadcast_to(batch.look(other), len(batch.made))[rows] == code, np.nan, values)
    values = values.reshape(block.shape)
    if axis == 0:
        values = values.T
    low, high = values[:, :-1], values[:, 1:]
    slack = _SLACK * np.maximum(np.abs(low), np.abs(high))
    with np.errstate(invalid="ignore"):
        step = high - low
        bad = np.abs(step) > slack if way == 0 else way * step < -slack
    if bad.any():
        wrong = np.zeros(values.shape, bool)
        wrong[:, 1:] = bad
        rows_of = np.zeros(len(batch.made), bool)
        rows_of[rows] = (wrong.T if axis == 0 else wrong).ravel()
        verb = {1: "falls", -1: "rises", 0: "moves"}[way]
        found.add(f"{metric} {verb} as {key} rises", batch, rows_of)


def _unexplained(batch: Batch, key: str, rows: Mask, found: Found) -> None:
    """Note the `rows` where metric `key` is missing and nothing says why."""
    left = rows.copy()
    for absence in causes(key):
        left &= ~np.broadcast_to(absence.holds(batch.look), rows.shape)
    # What only a tier tells is asked as the window asks, of some.
    asked = np.flatnonzero(left)[:: left.sum() // _ASKED + 1]
    left[:] = False
    for index in asked:
        changed = as_scenario(batch.scenario, batch.row(int(index)))
        left[index] = not why_absent(changed, point(changed), key)
    found.add(f"{key} is missing without a cause", batch, left)


def as_scenario(scenario: Scenario, moved: dict[str, float]) -> Scenario:
    """Return `scenario` with the inputs `moved`, given as a kernel reads them, as a user would set them."""
    changes: dict[str, object] = {}
    for key, base in moved.items():
        spec = SPECS[key]
        if spec.kind == "choice":
            changes[key] = next(option.id for option in spec.options if option.code == base)
        else:
            changes[key] = min(max(base / spec.encode(1.0), spec.low), spec.high)
    return scenario.with_values(changes)


def same(scenario: Scenario, moved: dict[str, float], made: Floats) -> tuple[Point, bool]:
    """Return the point of `scenario` with `moved` set one by one, and whether it has figures `made`."""
    here = point(as_scenario(scenario, moved))
    return here, bool(np.allclose(numbers(here.metrics)[0], made, rtol=1e-6, equal_nan=True))
