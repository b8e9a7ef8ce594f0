"""`isocost evaluate`: every metric of one scenario with its band, for reading or as JSON."""

import json
import math
import textwrap
from collections.abc import Mapping
from typing import Any, Final

from engine.absent import why_absent
from engine.chain import account, dependence
from engine.drivers import Point, cause, cures, point
from engine.evidence import EXACT, Band, bands
from engine.evidence.closed_form import LATENCIES, Trust, trust
from engine.formatting import NOTHING, format_value, unit_text
from engine.metrics import BINDING, METRICS, Metric
from engine.scenario import Scenario, spec_of
from engine.share.private import shareable
from engine.tier_keys import join
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
    "tier1_share": "Tiers and routing",
    "ttft_use": "Limits",
}
#: What the table of tiers tells of each by itself.
_TIER_SHARES: Final = ("share", "answers", "cost_share", "quality")
_TIER_FIGURES: Final = ("cost_per_request", "ttft_p95", "accelerators")
_LABEL, _VALUE, _UNIT = 32, 16, 14
_QUANTITY, _WIDE = 12, 114


def evaluate_json(scenario: Scenario, report: tuple[str, ...] = ()) -> str:
    """Return one JSON object: every metric as `{"value", "unit"}` at the top, and the scenario's inputs.

    Values are in the metric's unit, fractions 0-1 with unit "1", null where there is none. A coded
    metric's value is its id, with the label beside it. A predicted figure has `low` and `high`, the 10th
    and 90th percentile of what it may really be, its `grade` and the `basis` they rest on; one that is
    exact arithmetic has the grade "exact" alone. A latency of arrivals at a rate has `trusted`, whether its
    closed form is near to the simulator in a load like this, and where that was compared
    `closed_form_error`, the relative error to expect; `notes` say it in words. Where a service that runs has
    no such figure, `why` says so and what to change. `suppliers` tells who earns the bill, how concentrated
    that is (HHI) and who earns most; null where there is no bill.
    """
    result = point(scenario)
    spread, expected = bands(scenario, result), trust(scenario, result)
    made: dict[str, Any] = {
        key: _json_value(result.base(key), metric)
        | _json_band(spread.get(key), metric)
        | _json_trust(key, expected)
        | _json_why(scenario, result, key)
        for key, metric in METRICS.items()
    }
    found = cause(scenario, result)
    made |= {
        "name": scenario.name,
        "cause": found.text if found is not None else None,
        "cures": [
            {"label": cure.label, "changes": dict(cure.changes), "cost_per_request": cure.cost_per_request}
            for cure in (cures(scenario) if found is not None else [])
        ],
        "warnings": [text for _, text in scenario.warnings()],
        "notes": _doubts(expected),
        "suppliers": _json_suppliers(scenario, result),
        "tiers": [_json_tier(scenario, number, one) for number, one in _in_use(scenario)],
        "report": list(report),
        "version": version(),
        "scenario": {
            "name": scenario.name,
            "note": shareable(scenario.note),
            "inputs": {key: _json_input(scenario, key) for key in scenario.stated()},
        },
    }
    return json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)


def _json_suppliers(scenario: Scenario, result: Point) -> dict[str, Any] | None:
    paid = account(scenario, result)
    if not paid.layers:
        return None
    found = dependence(paid)
    return {
        "concentration": found.concentration,
        "largest": found.largest or None,
        "largest_share": found.largest_share,
        "shares": [
            {
                "name": one.name,
                "share": one.share,
                "guessed": one.guessed,
                "layers": [key for key, _ in one.layers],
            }
            for one in found.suppliers
        ],
    }


def _in_use(scenario: Scenario) -> list[tuple[int, Point]]:
    """Return the tiers of a routed service that requests reach, each evaluated by itself."""
    reach = scenario.flows.reach if scenario.routed else ()
    return [(number, point(scenario.tier(number))) for number, share in enumerate(reach, 1) if share > 0.0]


def _json_tier(scenario: Scenario, number: int, one: Point) -> dict[str, Any]:
    figures = {key: _json_value(one.base(key), metric) for key, metric in METRICS.items()}
    named = {kind: scenario.get(join(number, f"{kind}.part")) for kind in ("model", "accelerator", "stack")}
    return {"tier": number, "parts": named, "metrics": figures}


def _json_input(scenario: Scenario, key: str) -> dict[str, Any]:
    made: dict[str, Any] = {"value": scenario.get(key), "unit": spec_of(key).unit}
    noted = scenario.annotation(key)
    return made | {name: text for name in ("source", "note") if (text := shareable(getattr(noted, name)))}


def _json_value(base: float, metric: Metric) -> dict[str, Any]:
    if not math.isfinite(base):
        return {"value": None, "unit": metric.unit}
    if metric.codes is not None:
        ident, label = metric.codes[round(base)]
        return {"value": ident, "unit": metric.unit, "label": label}
    if metric.key == "feasible":
        return {"value": base == 1.0, "unit": metric.unit}
    return {"value": base / UNITS[metric.unit].factor, "unit": metric.unit}


def _json_band(band: Band | None, metric: Metric) -> dict[str, Any]:
    if band is None:
        return {}
    if band.grade == EXACT:
        return {"grade": band.grade}
    ends = {"low": band.low, "high": band.high}
    factor = UNITS[metric.unit].factor
    told: dict[str, Any] = {name: end / factor if math.isfinite(end) else None for name, end in ends.items()}
    return told | {"grade": band.grade, "basis": band.basis}


def _json_trust(key: str, expected: Trust | None) -> dict[str, Any]:
    if expected is None or key not in LATENCIES:
        return {}
    told: dict[str, Any] = {"trusted": expected.holds(key)}
    return told | ({"closed_form_error": round(expected.off[key], 4)} if key in expected.off else {})


def _json_why(scenario: Scenario, result: Point, key: str) -> dict[str, Any]:
    # What stops a service as a whole is its cause, told once.
    said = why_absent(scenario, result, key) if math.isfinite(result.base("cost_rate")) else ""
    return {"why": said} if said else {}


def _doubts(expected: Trust | None) -> list[str]:
    told = expected is not None and expected.text
    return [f"{told}; `isocost simulate` tells how it is"] if told else []


def evaluate_text(scenario: Scenario, report: tuple[str, ...] = ()) -> str:
    """Return the metrics as a table for reading, each with its band and grade."""
    result = point(scenario)
    spread = bands(scenario, result)
    found = cause(scenario, result)
    state = "feasible" if found is None else f"infeasible: {found.text}"
    lines = [scenario.name, state]
    if found is not None:
        lines += [f"  cure: {cure.label}" for cure in cures(scenario)]
    lines.append("")
    lines += [_row(result, METRICS[key], spread.get(key)) for key in HEADLINE]
    for key, metric in METRICS.items():
        if key in _SECTIONS:
            lines += ["", _SECTIONS[key].upper()]
        lines.append(_row(result, metric, spread.get(key)))
    lines += _tier_rows(scenario, result)
    lines += ["", "WHAT IT RESTS ON", *_grounds(spread)]
    expected = trust(scenario, result)
    notes = [*report, *(text for _, text in scenario.warnings()), *_doubts(expected)]
    if notes:
        lines += ["", "NOTES", *(f"  {note}" for note in notes)]
    return "\n".join(lines)


def _tier_rows(scenario: Scenario, service: Point) -> list[str]:
    """Return a table of the tiers of a routed service, a row each."""
    rows = []
    for number, one in _in_use(scenario):
        shares = [
            service.base(f"tier{number}_{what}") for what in ("share", "answers", "cost_share", "quality")
        ]
        figures = [format_value(one.base(key), METRICS[key]) for key in _TIER_FIGURES]
        stopped = BINDING[one.binding][1] if one.binding else ""
        told = "".join(f"{share * 100:>10.1f} %" for share in shares) + "".join(f"{f:>14}" for f in figures)
        name = f"{number}  {scenario.get(join(number, 'model.part'))}"
        rows.append(f"  {name:<28}{told}  {stopped}".rstrip())
    if not rows:
        return []
    heads = "".join(f"{head:>12}" for head in ("reached by", "answers", "cost", "accepted"))
    heads += "".join(f"{head:>14}" for head in ("per request", "TTFT p95", "accelerators"))
    return ["", "TIERS", f"  {'':<28}{heads}", *rows]


def _grounds(spread: Mapping[str, Band]) -> list[str]:
    """Return what the bands rest on, a line for each quantity that was measured."""
    told = {}
    for key in spread:
        rests = METRICS[key].rests.removeprefix("1/")
        if rests and rests not in told:
            lines = textwrap.wrap(f"{spread[key].grade}: {spread[key].basis}", _WIDE - _QUANTITY)
            told[rests] = [
                f"  {rests:<{_QUANTITY}}{lines[0]}",
                *(" " * (_QUANTITY + 2) + line for line in lines[1:]),
            ]
    return [line for lines in told.values() for line in lines]


def _row(result: Point, metric: Metric, band: Band | None) -> str:
    text, unit = format_value(result.base(metric.key), metric), unit_text(metric)
    if metric.codes is not None or metric.key == "feasible" or text == NOTHING:
        return f"  {metric.label:<{_LABEL}}{text:>{_VALUE}}"
    number, _, inside = text.partition(" ")
    unit = f"{inside} {unit}".strip()
    row = f"  {metric.label:<{_LABEL}}{number:>{_VALUE}} {unit:<{_UNIT}}"
    if band is not None and band.grade != EXACT:
        row += f"  {_range(band, metric)}  {band.grade}"
    return row.rstrip()


def _range(band: Band, metric: Metric) -> str:
    ends = (format_value(end, metric).partition(" ")[0] for end in (band.low, band.high))
    return " to ".join(ends)


def feasible(scenario: Scenario) -> bool:
    """Return whether every limit holds."""
    return point(scenario).feasible
