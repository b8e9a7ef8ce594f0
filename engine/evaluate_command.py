"""`isocost evaluate`: every metric of one scenario, for reading or as JSON."""

import json
import math
from typing import Any, Final

from engine.drivers import Point, cause, cures, point
from engine.formatting import NOTHING, format_value, unit_text
from engine.metrics import METRICS, Metric
from engine.parameters import SPECS
from engine.scenario import Scenario
from engine.units import UNITS
from engine.version import version

#: Metrics at the top of the table.
HEADLINE: Final = (
    "cost_per_output_token", "gross_margin", "margin_per_request", "breakeven_price", "ttft_p95", "tpot_p95",
    "utilization", "accelerators", "energy_per_response",
)  # fmt: skip

# Title of the section that begins with a metric.
_SECTIONS: Final = {
    "request_rate": "Demand",
    "accelerators_per_replica": "Memory",
    "step_time": "One step",
    "replica_rate": "Serving",
    "replicas": "Fleet",
    "capex": "Money",
    "power": "Energy",
    "ttft_use": "Limits",
}
_LABEL, _VALUE = 32, 16


def evaluate_json(scenario: Scenario, report: tuple[str, ...] = ()) -> str:
    """Return one JSON object: every metric as `{"value", "unit"}` at the top, and the scenario's inputs.

    Values are in the metric's unit, fractions 0-1 with unit "1", null where there is none. A coded
    metric's value is its id, with the label beside it.
    """
    result = point(scenario)
    made: dict[str, Any] = {key: _json_value(result.base(key), metric) for key, metric in METRICS.items()}
    found = cause(scenario, result)
    made |= {
        "name": scenario.name,
        "cause": found.text if found is not None else None,
        "cures": [
            {"label": cure.label, "changes": dict(cure.changes), "cost_per_request": cure.cost_per_request}
            for cure in (cures(scenario) if found is not None else [])
        ],
        "warnings": [text for _, text in scenario.warnings()],
        "report": list(report),
        "version": version(),
        "scenario": {
            "name": scenario.name,
            "note": scenario.note,
            "inputs": {key: _json_input(scenario, key) for key in SPECS},
        },
    }
    return json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)


def _json_input(scenario: Scenario, key: str) -> dict[str, Any]:
    made: dict[str, Any] = {"value": scenario.values[key], "unit": SPECS[key].unit}
    noted = scenario.annotation(key)
    return made | {name: text for name in ("source", "note") if (text := getattr(noted, name))}


def _json_value(base: float, metric: Metric) -> dict[str, Any]:
    if not math.isfinite(base):
        return {"value": None, "unit": metric.unit}
    if metric.codes is not None:
        ident, label = metric.codes[round(base)]
        return {"value": ident, "unit": metric.unit, "label": label}
    if metric.key == "feasible":
        return {"value": base == 1.0, "unit": metric.unit}
    return {"value": base / UNITS[metric.unit].factor, "unit": metric.unit}


def evaluate_text(scenario: Scenario, report: tuple[str, ...] = ()) -> str:
    """Return the metrics as a table for reading."""
    result = point(scenario)
    found = cause(scenario, result)
    state = "feasible" if found is None else f"infeasible: {found.text}"
    lines = [scenario.name, state]
    if found is not None:
        lines += [f"  cure: {cure.label}" for cure in cures(scenario)]
    lines.append("")
    lines += [_row(result, METRICS[key]) for key in HEADLINE]
    for key, metric in METRICS.items():
        if key in _SECTIONS:
            lines += ["", _SECTIONS[key].upper()]
        lines.append(_row(result, metric))
    notes = [*report, *(text for _, text in scenario.warnings())]
    if notes:
        lines += ["", "NOTES", *(f"  {note}" for note in notes)]
    return "\n".join(lines)


def _row(result: Point, metric: Metric) -> str:
    text, unit = format_value(result.base(metric.key), metric), unit_text(metric)
    if metric.codes is not None or metric.key == "feasible" or text == NOTHING:
        return f"  {metric.label:<{_LABEL}}{text:>{_VALUE}}"
    number, _, inside = text.partition(" ")
    unit = f"{inside} {unit}".strip()
    return f"  {metric.label:<{_LABEL}}{number:>{_VALUE}} {unit}".rstrip()


def feasible(scenario: Scenario) -> bool:
    """Return whether every limit holds."""
    return point(scenario).feasible
