"""Rows of a sweep over one to three inputs: all combinations, linked, or one input at a time.

A row is known by its number in the plan, whatever order or selection it is shown in: row -> inputs is a
function of the plan alone.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from engine.command_inputs import number
from engine.drivers.grid import Axis
from engine.drivers.moves import moved, places
from engine.errors import IsocostError, ParameterError, quoted
from engine.metrics import METRICS
from engine.parameters import TIERS
from engine.quantities import Range
from engine.scenario import Scenario, Value, spec_of
from engine.sweep_command import MAX_POINTS, Table, metric_of, nodes_of, parse_axis, sweep, values_of

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

MODES: Final = {"product": "All combinations", "linked": "Linked, row by row", "single": "One at a time"}
MOST_AXES: Final = 3


@dataclass(frozen=True)
class Plan:
    """Which points a sweep visits.

    Attributes
    ----------
    scenario : Scenario
        What all rows have in common.
    axes : tuple of Axis
        One to three, over different inputs.
    mode : str
        "product": every value with every other, the first axis running fastest. "linked": the first values of
        all axes, then the second ones. "single": one axis after the other, the rest as the scenario has it.

    Raises
    ------
    IsocostError
        Axes over one input, linked axes of unequal length, more than `MAX_POINTS` rows.
    """

    scenario: Scenario
    axes: tuple[Axis, ...]
    mode: str = "product"

    #: Least and most inputs, and most rows; a study allows more.
    inputs_allowed: ClassVar[tuple[int, int]] = (1, MOST_AXES)
    rows_allowed: ClassVar[int] = MAX_POINTS

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise IsocostError(f"{self.mode} is no way to sweep; choose {', '.join(MODES)}")
        least, most = self.inputs_allowed
        if not least <= len(self.axes) <= most:
            raise IsocostError(f"a sweep takes {least} to {most} inputs, not {len(self.axes)}")
        seen: set[str] = set()
        for axis in self.axes:
            if axis.key in seen:
                label = spec_of(axis.key).label
                raise ParameterError(axis.key, f"{label} ({axis.key}) is swept twice; choose another input")
            seen.add(axis.key)
        sizes = [axis.values.size for axis in self.axes]
        if self.mode == "linked" and len(set(sizes)) > 1:
            told = ", ".join(f"{spec_of(a.key).label} {a.values.size}" for a in self.axes)
            raise IsocostError(f"linked inputs need equally many values: {told}")
        if self.count > self.rows_allowed:
            raise IsocostError(f"the sweep has {self.count:,} points; the most is {self.rows_allowed:,}")

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        sizes = [axis.values.size for axis in self.axes]
        return {"product": math.prod(sizes), "linked": max(sizes, default=1), "single": sum(sizes)}[self.mode]

    def values(self, rows: Rows) -> Floats:
        """Return the inputs of `rows`, shape (n, axes): declared units, codes of choices."""
        made = np.empty((rows.size, len(self.axes)))
        step = 0 if self.mode == "single" else 1
        for column, axis in enumerate(self.axes):
            size = axis.values.size
            if self.mode == "single":
                at = rows - step
                own = (at >= 0) & (at < size)
                made[:, column] = np.where(
                    own, axis.values[np.clip(at, 0, size - 1)], self._present(axis.key)
                )
                step += size
            elif self.mode == "linked":
                made[:, column] = axis.values[rows]
            else:
                made[:, column] = axis.values[rows // step % size]
                step *= size
        return made

    def inputs(self, row: int) -> dict[str, Value]:
        """Return the inputs of one row as a scenario holds them."""
        found = self.values(np.array([row], np.int64))[0]
        return {axis.key: named(axis.key, float(v)) for axis, v in zip(self.axes, found, strict=True)}

    def scenario_of(self, row: int) -> Scenario:
        """Return the scenario that a row evaluates."""
        return self.scenario.with_values(self.inputs(row))

    def _present(self, key: str) -> float:
        spec, value = spec_of(key), self.scenario.get(key)
        return float(spec.option(value).code) if spec.kind == "choice" else float(value)

    def evaluate(
        self,
        metrics: Sequence[str],
        rows: Rows | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[int], object] = lambda _: None,
        helpers: int | None = None,
    ) -> Floats | None:
        """Return `metrics` of `rows`, all by default, shape (n, metrics) in base units; None if `cancelled`.

        `progress` is told now and then how many rows are done; `helpers` as in `engine.drivers.moves.moved`.
        """
        wanted = np.arange(self.count) if rows is None else rows
        factors = np.array([factor_of(axis.key) for axis in self.axes])
        at = np.array([places(self.scenario, axis.key) for axis in self.axes], np.int64).reshape(1, -1, TIERS)
        records = self.scenario.to_records()
        return moved(records, at, self.values(wanted) * factors, metrics, cancelled, progress, helpers)


def factor_of(key: str) -> float:
    """Return what a value of input `key` is multiplied by on its way into a record."""
    spec = spec_of(key)
    return 1.0 if spec.kind == "choice" else spec.encode(1.0)


def named(key: str, value: float) -> Value:
    """Return `value` of input `key` as a scenario holds it: the id of an option for its code."""
    spec = spec_of(key)
    if spec.kind != "choice":
        return value
    return next(option.id for option in spec.options if option.code == round(value))


def axis_of(key: str, text: str) -> Axis:
    """Return the axis over `key` that `text` tells.

    `8:512:24` with `:log` or `:linear` behind it, a list `8; 16; 32` or `8, 16, 32`, options `fp8, bf16`, or
    nothing for the whole range seen in sources.

    Raises `IsocostError` with what may be written.
    """
    spec, text = spec_of(key), text.strip()
    if not text or (":" in text and spec.kind != "choice"):
        return parse_axis(f"{key}={text}" if text else key)
    if spec.kind == "choice":
        # In the order written: linked inputs go by it.
        codes = [float(spec.option(ident.strip()).code) for ident in text.replace(";", ",").split(",")]
        return Axis(key, np.array(codes), False)
    values = []
    for part in text.split(";" if ";" in text else ","):
        value = number(key, part.strip())
        if isinstance(value, Range):
            raise ParameterError(
                key, f"{key}: {quoted(part.strip(), marks=False)} is a range; write one number, or 8:512:24"
            )
        checked: Any = spec.check(value)
        values.append(float(checked))
    rising = np.array(values)
    log = spec.scale == "log" and rising.min() > 0
    return Axis(key, rising, log)


def axis_text(axis: Axis) -> str:
    """Return what `axis_of` reads as `axis`: its ends and count where evenly spaced, else its values."""
    spec, nodes = spec_of(axis.key), axis.values
    if spec.kind == "choice":
        return ", ".join(str(named(axis.key, float(code))) for code in nodes)
    if nodes.size > 1 and nodes[0] < nodes[-1]:
        space = np.geomspace if axis.log else np.linspace
        even = space(nodes[0], nodes[-1], nodes.size)
        if np.allclose(even, nodes, rtol=1e-12, atol=0.0):
            tail = "log" if axis.log else "linear"
            return f"{float(nodes[0]):.12g}:{float(nodes[-1]):.12g}:{nodes.size}:{tail}"
    return ", ".join(f"{float(value):.12g}" for value in nodes)


def listed(scenario: Scenario, axes: Sequence[Axis], mode: str, metrics: Sequence[str]) -> Table:
    """Return a sweep as a table of rows; keep `metrics`, or all if none are named."""
    plan = Plan(scenario, tuple(axes), mode)
    chosen = [metric_of(key) for key in dict.fromkeys(metrics)] or list(METRICS.values())
    figures = plan.evaluate([*(metric.key for metric in chosen), "feasible"])
    assert figures is not None
    inputs = plan.values(np.arange(plan.count))
    return Table(
        axes={a.key: nodes_of(Axis(a.key, inputs[:, i], a.log)) for i, a in enumerate(axes)},
        metrics={metric.key: values_of(figures[:, i], metric) for i, metric in enumerate(chosen)},
        feasible=int(np.count_nonzero(figures[:, -1] == 1.0)),
        scenario=scenario,
        flat=True,
    )


def swept(scenario: Scenario, texts: Sequence[str | None], mode: str, metrics: Sequence[str]) -> Table:
    """Return the table of `isocost sweep`: `KEY` or `KEY=VALUES` of up to three inputs, None for none.

    One or two inputs in all combinations keep the shape of a line or a surface.
    """
    written = [text.partition("=") for text in texts if text is not None]
    axes = [axis_of(key.strip(), values) for key, _, values in written]
    if mode == "product" and len(axes) < MOST_AXES:
        return sweep(scenario, axes[0], axes[1] if len(axes) > 1 else None, metrics)
    return listed(scenario, axes, mode, metrics)
