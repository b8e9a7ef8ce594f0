"""A scenario as tables: its inputs with where they come from, and its metrics with their bands."""

import math
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import catalog
from engine.drivers import Point, point
from engine.evidence import EXACT, Band, bands
from engine.metrics import METRICS, Metric
from engine.parameters import GROUPS
from engine.scenario import Scenario, Value, spec_of
from engine.share.private import shareable
from engine.share.tables import Cell, Cells, Column, Table
from engine.specs import Spec
from engine.tier_keys import split
from engine.units import UNITS
from engine.wording import of_tier

Floats = NDArray[np.float64]
#: Places of the rows wanted, in their order.
Places = NDArray[np.int64]


def group_label(key: str) -> str:
    """Return the title under which the panel shows input `key`, with its tier."""
    tier, plain = split(key)
    label = next(group.label for group in GROUPS if group.key == plain.partition(".")[0])
    return of_tier(label, tier) if tier > 1 else label


def pedigree(scenario: Scenario, key: str) -> tuple[str, str]:
    """Return where the value of input `key` comes from, and its grade; no paths of the user's machine."""
    noted = scenario.annotation(key).source
    if noted:
        return shareable(noted), "user"
    known = catalog.figure(scenario, key)
    if known is not None:
        return shareable(known.source), known.grade
    spec = spec_of(key)
    if spec.kind == "part":
        return "", ""
    return (spec.source, "default") if scenario.get(key) == spec.default else ("", "user")


def input_value(spec: Spec, value: Value) -> Cell:
    """Return the value of an input as a table has it: a number in its unit, a label, a part's name."""
    if spec.kind == "choice":
        return spec.show(value)
    return value if isinstance(value, str) else float(value)


def metric_value(metric: Metric, base: float) -> Cell:
    """Return a record's figure as a table has it: in the declared unit, a code by its label."""
    if not math.isfinite(base):
        return None
    if metric.codes is not None:
        return metric.codes[round(base)][1]
    if metric.key == "feasible":
        return base == 1.0
    return base / UNITS[metric.unit].factor


def metric_column(key: str, base: Iterable[Any], label: str = "", at: Places | None = None) -> Column:
    """Return metric `key` as a column of `base` [base units], of those at `at` where that is given."""
    metric = METRICS[key]
    label, values = label or metric.label, _array(base)
    if metric.codes is not None:
        # A copy: another language is spoken by changing the labels where they are.
        names = {float(code): said for code, (_, said) in metric.codes.items()}
        return Column(
            label,
            _read(values, at, lambda part: [names[round(v)] if math.isfinite(v) else None for v in part]),
        )
    if key == "feasible":
        return Column(
            label, _read(values, at, lambda part: [v == 1.0 if math.isfinite(v) else None for v in part])
        )
    return Column(label, _numbers(values, at, UNITS[metric.unit].factor), metric.unit, metric.percent)


def input_column(key: str, values: Iterable[Any], at: Places | None = None) -> Column:
    """Return values of input `key` as a column, those at `at` where given; codes become labels."""
    spec = spec_of(key)
    if spec.kind == "choice":
        names = {float(option.code): option.label for option in spec.options}
        return Column(spec.label, _read(_array(values), at, lambda part: [names.get(v, "") for v in part]))
    return Column(spec.label, _numbers(_array(values), at), spec.unit, spec.percent)


def _array(values: Iterable[Any]) -> Floats:
    return np.asarray(values if isinstance(values, np.ndarray) else list(values), dtype=float)


def _numbers(values: Floats, at: Places | None, each: float = 1.0) -> Cells:
    # Divided as arrays are: to the last digit what a single figure divided gives.
    return _read(values, at, lambda part: [v if math.isfinite(v) else None for v in part], each)


def _read(
    values: Floats, at: Places | None, say: Callable[[list[float]], list[Cell]], each: float = 1.0
) -> Cells:
    """Return the cells that `say` makes of `values` over `each`, shape (n,), in the order of `at`."""

    def read(begin: int, end: int) -> list[Cell]:
        part = values[begin:end] if at is None else values[at[begin:end]]
        return say((part / each).tolist())

    return Cells(values.size if at is None else at.size, read)


def inputs_table(scenario: Scenario) -> Table:
    """Return every input: group, key, label, value, unit, role, source, grade."""
    keys = list(scenario.stated())
    specs = [spec_of(key) for key in keys]
    origin = [pedigree(scenario, key) for key in keys]
    return Table(
        "Inputs",
        (
            Column("Group", tuple(group_label(key) for key in keys)),
            Column("Key", tuple(keys)),
            Column("Input", tuple(spec.label for spec in specs)),
            Column("Value", tuple(input_value(s, scenario.get(k)) for s, k in zip(specs, keys, strict=True))),
            Column("Unit", tuple(spec.unit if spec.kind == "number" else "" for spec in specs)),
            Column("Role", tuple(spec.role for spec in specs)),
            Column("Source", tuple(source for source, _ in origin)),
            Column("Grade", tuple(grade for _, grade in origin)),
        ),
    )


def metrics_table(scenario: Scenario, here: Point | None = None) -> Table:
    """Return every metric: key, label, value, unit, P10, P90, grade, basis; exact figures have no ends."""
    result = here if here is not None else point(scenario)
    spread = bands(scenario, result)
    found = [spread.get(key) for key in METRICS]
    return Table(
        "Metrics",
        (
            Column("Key", tuple(METRICS)),
            Column("Metric", tuple(metric.label for metric in METRICS.values())),
            Column("Value", tuple(metric_value(m, result.base(k)) for k, m in METRICS.items())),
            Column("Unit", tuple(_unit(metric) for metric in METRICS.values())),
            Column("Low (P10)", tuple(_end(k, b, "low") for k, b in zip(METRICS, found, strict=True))),
            Column("High (P90)", tuple(_end(k, b, "high") for k, b in zip(METRICS, found, strict=True))),
            Column("Grade", tuple("" if band is None else band.grade for band in found)),
            Column("Basis", tuple("" if band is None else band.basis for band in found)),
        ),
    )


def _unit(metric: Metric) -> str:
    return "" if metric.codes is not None or metric.key == "feasible" else metric.unit


def _end(key: str, band: Band | None, name: str) -> Cell:
    if band is None or band.grade == EXACT:
        return None
    return metric_value(METRICS[key], getattr(band, name))


def scenario_table(scenario: Scenario, here: Point | None = None) -> Table:
    """Return inputs and metrics one below the other, told apart by the first column."""
    given, made = inputs_table(scenario), metrics_table(scenario, here)
    i = {one.label: tuple(one.values) for one in given.columns}
    m = {one.label: tuple(one.values) for one in made.columns}
    blank, none = ("",) * made.rows, (None,) * given.rows
    return Table(
        scenario.name,
        (
            Column("Kind", ("input",) * given.rows + ("metric",) * made.rows),
            Column("Group", i["Group"] + blank),
            Column("Key", i["Key"] + m["Key"]),
            Column("Label", i["Input"] + m["Metric"]),
            Column("Value", i["Value"] + m["Value"]),
            Column("Unit", i["Unit"] + m["Unit"]),
            Column("Low (P10)", none + m["Low (P10)"]),
            Column("High (P90)", none + m["High (P90)"]),
            Column("Role", i["Role"] + blank),
            Column("Grade", i["Grade"] + m["Grade"]),
            Column("Source or basis", i["Source"] + m["Basis"]),
        ),
    )
