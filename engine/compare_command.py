"""`isocost compare`: scenarios beside each other, for reading or as JSON."""

import dataclasses
import json
import math
from collections.abc import Sequence
from typing import Any, Final

from engine.command_inputs import open_scenario
from engine.compare import KPIS, Bridge, Compared, Row, Solved, Step, bridge, compared, inside, rows
from engine.compare.changes import ROLES
from engine.errors import IsocostError
from engine.evidence import EXACT
from engine.files import Project, resolve
from engine.formatting import NOTHING, format_delta, format_number, format_value
from engine.metrics import METRICS, Metric
from engine.scenario import Scenario
from engine.share.private import shareable
from engine.units import UNITS

MOST: Final = 6
_LABEL, _VALUE = 30, 24
_LETTERS: Final = {"decision": "D", "assumption": "A", "price": "P", "": " "}
#: How what a role adds is called.
ROLE_NAMES: Final = {
    "decision": "decisions", "assumption": "assumptions", "price": "prices", "": "several at once",
}  # fmt: skip
#: Steps smaller than this share of the difference are told as one line.
_SLIGHT: Final = 1e-9


def opened(names: Sequence[str], settings: Sequence[str]) -> tuple[Scenario, ...]:
    """Return the scenarios to compare, the base first.

    Parameters
    ----------
    names : sequence of str
        Files or built-in scenarios, `FILE#NAME` or `FILE#2` for one of a file with several.
    settings : sequence of str
        `KEY=VALUE`: what a single scenario is compared with is itself, so set.

    Raises
    ------
    IsocostError
        Where there are not two to six of them.
    """
    if settings:
        if len(names) > 1:
            raise IsocostError("--set compares one scenario with itself, so set; name only one")
        was = _one(names[0] if names else None)
        now, _ = open_scenario(names[0] if names else None, None, settings)
        return was, dataclasses.replace(now, name=f"{now.name}, as set")
    found = tuple(_one(name) for name in names) if len(names) != 1 else _all(names[0])
    if not 2 <= len(found) <= MOST:
        raise IsocostError(
            f"compare takes 2 to {MOST} scenarios, not {len(found)}; name files or built-in scenarios, one "
            "file with several, or one with --set KEY=VALUE"
        )
    return found


def _one(name: str | None) -> Scenario:
    path, mark, which = (name or "").rpartition("#")
    if not mark or not path:
        return resolve(name).scenario
    try:
        return resolve(name).scenario
    except IsocostError:
        return open_scenario(path, which, ())[0]


def _all(name: str) -> tuple[Scenario, ...]:
    project: Project = resolve(name)
    return project.scenarios


def checked_metric(metric: str) -> str:
    """Return `metric` if it is a figure, else raise `IsocostError` with near names."""
    found = METRICS.get(metric)
    if found is None:
        import difflib

        near = difflib.get_close_matches(metric, METRICS, 3, 0.5)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; see isocost evaluate --json"
        raise IsocostError(f"--metric {metric}: there is no such metric{hint}")
    if found.codes is not None or metric == "feasible":
        raise IsocostError(f"--metric {metric}: {found.label} is a state, not a figure that adds up")
    return metric


class Answer:
    """What `isocost compare` tells.

    Parameters
    ----------
    scenarios : sequence of Scenario
        The base first.
    metric : str
        What the bridges are of.
    every : bool
        Whether inputs that do not differ are told too.
    apart : bool
        Whether each input, or part, is a step of its own.
    factors : bool
        Whether steps multiply instead of adding up.
    """

    def __init__(
        self, scenarios: Sequence[Scenario], metric: str, *, every: bool, apart: bool, factors: bool = False
    ) -> None:
        self.scenarios = tuple(scenarios)
        self.figures: Compared = compared(self.scenarios)
        self.rows = rows(self.scenarios, every=every)
        base, *others = self.scenarios
        self.solved = [_bridge(base, other, metric, apart=apart, factors=factors) for other in others]
        self.metric, self.every = METRICS[metric], every

    @property
    def differs(self) -> bool:
        """Return whether any input or figure differs."""
        return any(row.differs for row in self.rows) or any(self.figures.differs(key) for key in METRICS)

    # as JSON ------------------------------------------------------------------------------------

    def to_json(self) -> str:
        """Return one JSON object.

        `scenarios` names them; `metrics` holds every metric with a list of `value`, `difference` and
        `relative` to the first, band and grade, by scenario; `inputs` a row for each that differs; `bridge`
        that from the first to the second, `bridges` one for each other. Values are in the metric's unit,
        fractions 0-1 with unit "1", null where there is none.
        """
        bridges = [self._bridge_json(solved) for solved in self.solved]
        made = {
            "scenarios": [scenario.name for scenario in self.scenarios],
            "differs": self.differs,
            "metrics": {key: self._metric_json(metric) for key, metric in METRICS.items()},
            "inputs": [_row_json(row) for row in self.rows],
            "bridge": bridges[0],
            "bridges": bridges,
        }
        return json.dumps(made, indent=2, ensure_ascii=False, allow_nan=False)

    def _metric_json(self, metric: Metric) -> dict[str, Any]:
        return {
            "label": metric.label,
            "unit": metric.unit,
            "better": metric.better,
            "values": [self._figure_json(metric, index) for index in range(len(self.scenarios))],
        }

    def _figure_json(self, metric: Metric, index: int) -> dict[str, Any]:
        figure = self.figures.figure(metric.key, index)
        if metric.codes is not None:
            known = math.isfinite(figure.value)
            return {"value": metric.codes[round(figure.value)][0] if known else None}
        if metric.key == "feasible":
            return {"value": figure.value == 1.0}
        made: dict[str, Any] = {
            "value": _in_unit(figure.value, metric),
            "difference": _in_unit(figure.difference, metric),
            "relative": figure.relative if math.isfinite(figure.relative) else None,
        }
        band = figure.band
        if band is not None:
            ends = {"low": _in_unit(band.low, metric), "high": _in_unit(band.high, metric)}
            made |= ({} if band.grade == EXACT else ends) | {"grade": band.grade}
        return made

    def _bridge_json(self, solved: Solved) -> dict[str, Any]:
        found, metric = solved.bridge, self.metric
        return {
            "metric": metric.key,
            "unit": metric.unit,
            "from": _in_unit(found.start, metric),
            "to": _in_unit(found.end, metric),
            "difference": _in_unit(found.difference, metric),
            "steps": [_step_json(solved, index, metric) for index in range(len(found.steps))],
            "roles": {ROLE_NAMES[role]: _in_unit(value, metric) for role, value in found.roles().items()},
            "exact": found.exact,
            "error": _in_unit(found.error, metric),
            "converged": found.converged,
            "orders": found.orders,
            "orders_with_values": found.kept,
            "mixtures": found.evaluations,
            "mixtures_over_limits": found.broken,
            "together": found.together or None,
            "trouble": found.trouble or None,
        }

    # for reading --------------------------------------------------------------------------------

    def to_text(self) -> str:
        """Return tables: figures, inputs, and the bridge to each other scenario."""
        names = [_cut(scenario.name) for scenario in self.scenarios]
        lines = [f"{'':<{_LABEL}}{''.join(f'{name:>{_VALUE}}' for name in names)}"]
        lines += [self._metric_line(METRICS[key]) for key in KPIS]
        lines += ["", f"INPUTS THAT DIFFER ({sum(row.differs for row in self.rows)})"]
        shown = [row for row in self.rows if self.every or not row.part]
        lines += [_row_line(row) for row in shown]
        if len(shown) < len(self.rows):
            lines.append(f"  and {len(self.rows) - len(shown)} that come with these parts; --all tells them")
        for other, solved in zip(self.scenarios[1:], self.solved, strict=True):
            lines += ["", *self._bridge_lines(other, solved.bridge)]
        return "\n".join(lines)

    def _metric_line(self, metric: Metric) -> str:
        first = self.figures.figure(metric.key, 0)
        cells = [format_value(first.value, metric)]  # A long cell keeps a space before it.
        for index in range(1, len(self.scenarios)):
            figure = self.figures.figure(metric.key, index)
            cells.append(f"{format_value(figure.value, metric)}{variance(figure.value, first.value, metric)}")
        return f"  {metric.label:<{_LABEL - 2}}" + "".join(f" {cell:>{_VALUE - 1}}" for cell in cells)

    def _bridge_lines(self, other: Scenario, found: Bridge) -> list[str]:
        metric = self.metric
        title = f"{metric.label.upper()}, {self.scenarios[0].name} to {other.name}"
        if found.trouble:
            return [title, f"  {found.trouble}"]
        told = [step for step in found.steps if abs(step.value) > _SLIGHT * abs(found.difference)]
        lines = [title, f"  {'':<40}{format_value(found.start, metric):>14}"]
        for step in told:
            error = ""
            if step.error > 0.0 and not found.factors:
                error = f"  \u00b1 {signed(step.error, metric).lstrip('+')}"
            value = multiplied(step.factor) if found.factors else signed(step.value, metric)
            lines.append(f"{_LETTERS[step.role]} {step.label:<40}{value:>14}{error}")
        lines.append(f"  {'':<40}{format_value(found.end, metric):>14}")
        return [*lines, *notes(found), f"  {split_line(found)}"]


def _bridge(a: Scenario, b: Scenario, metric: str, *, apart: bool, factors: bool) -> Solved:
    found = bridge(a, b, metric, apart=apart, factors=factors)
    assert found is not None  # Nobody cancels it.
    return found


def _in_unit(value: float, metric: Metric) -> float | None:
    return value / UNITS[metric.unit].factor if math.isfinite(value) else None


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "key": row.key,
        "what": row.what,
        "label": row.label,
        "group": row.group,
        "role": row.role or None,
        "unit": row.unit,
        "differs": row.differs,
        "part": row.part or None,
        "values": list(row.values),
        "sources": [{"source": shareable(text) or None, "grade": grade} for text, grade in row.sources],
    }


def _step_json(solved: Solved, index: int, metric: Metric) -> dict[str, Any]:
    step = solved.bridge.steps[index]
    made = _step_told(step, metric)
    if len(step.members) > 1 and step.value:
        made["inside"] = [_step_told(one, metric) for one in inside(solved, index)]
    return made


def _step_told(step: Step, metric: Metric) -> dict[str, Any]:
    return {
        "group": step.group,
        "label": step.label,
        "role": step.role or None,
        "keys": list(step.keys),
        "value": _in_unit(step.value, metric),
        "error": _in_unit(step.error, metric),
    } | ({"factor": step.factor} if math.isfinite(step.factor) else {})


def _row_line(row: Row) -> str:
    cells = "".join(f"{_cut(text):>{_VALUE}}" for text in row.texts)
    return f"{_LETTERS[row.role]} {_cut(row.label, _LABEL - 3):<{_LABEL - 2}}{cells}  {row.key}"


def _cut(text: str, room: int = _VALUE - 2) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}\u2026"


def variance(value: float, base: float, metric: Metric) -> str:
    """Return how far a figure is from the base's, in brackets: " (+12 %)", " (-3 pt)"; "" for not at all."""
    text, way = format_delta(value, base, metric)
    if text in {NOTHING, "unchanged"}:
        return ""
    return f" ({'+' if way > 0 else chr(0x2212)}{text})" if way else f" ({text})"


def signed(value: float, metric: Metric) -> str:
    """Return a difference of `metric` with its sign: "+$0.15", "-12 pt"."""
    size = format_value(abs(value), metric, full=False).lstrip("+")
    size = size.replace(" %", " pt") if metric.percent else size
    return f"{chr(0x2212) if value < 0.0 else '+' if value > 0.0 else ''}{size}"


def multiplied(factor: float) -> str:
    """Return a factor: "\u00d70.53"."""
    return f"\u00d7{format_number(factor)}"


def split_line(found: Bridge) -> str:
    """Return whose doing a difference is: "of the 0.23 difference, decisions -0.15, ..."."""
    metric = METRICS[found.metric]
    if found.factors:
        told = ", ".join(
            f"{ROLE_NAMES[role]} {multiplied(by)}" for role, by in found.role_factors().items() if role
        )
        return f"Of {multiplied(found.end / found.start)}: {told}"
    parts = [
        f"{ROLE_NAMES[role]} {signed(value, metric)}"
        for role, value in found.roles().items()
        if role in ROLES or value
    ]
    return f"Of {signed(found.difference, metric)}: {', '.join(parts)}"


def notes(found: Bridge) -> list[str]:
    """Return what must be known of how a bridge was made, a line each."""
    lines = []
    if not found.exact:
        lines.append(
            f"  Mean of {found.orders:,} orders drawn, standard error at most "
            f"{signed(found.error, METRICS[found.metric]).lstrip('+')}"
        )
    if found.kept < 1.0:
        lines.append(
            f"  {found.kept * 100:.2g} % of all orders have a figure at every step; only those count, for a "
            "mixture that nothing can serve has none"
        )
    if found.together:
        lines.append(f"  {found.together} can only change at once: apart, every order meets such a mixture")
    if found.broken > 0.0:
        lines.append(f"  {found.broken * 100:.2g} % of the mixtures looked at miss a limit and still count")
    return lines
