"""`isocost solve` and `isocost search`: questions put backwards, for reading or as JSON."""

import csv
import io
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from engine.drivers import point
from engine.errors import IsocostError
from engine.files import write_atomically
from engine.files.atomic import reason
from engine.formatting import format_value
from engine.metrics import METRICS, Metric
from engine.scenario import Scenario, spec_of
from engine.solve import Root, break_evens, goal_seek
from engine.solve.search import Deployment, Search, search
from engine.solve.space import KEYS, space
from engine.units import UNITS

_KEY, _VALUE = 34, 14
#: Columns of a deployment: what it sets, and what follows.
_SHOWN: Final = ("cost_per_output_token", "gross_margin", "ttft_p95", "tpot_p95", "accelerators")


def solve(scenario: Scenario, metric: str, target: float, keys: Sequence[str]) -> list[Root]:
    """Return the answers for `keys`, or for every free input if there are none."""
    if keys:
        return [goal_seek(scenario, metric, target, key) for key in keys]
    return break_evens(scenario, metric, target)


def solve_json(scenario: Scenario, metric: str, target: float, found: Sequence[Root]) -> str:
    """Return one JSON object: the goal, and every answer, the most plausible first."""
    of = METRICS[metric]
    made = {
        "metric": metric,
        "target": _in_unit(target, of),
        "now": _in_unit(point(scenario).base(metric), of),
        "answers": [
            {
                "key": root.key,
                "now": {"value": root.now, "unit": spec_of(root.key).unit},
                "value": root.value if root.found else None,
                "unit": spec_of(root.key).unit,
                "reached": _in_unit(root.reached, of),
                "nearest": root.nearest,
                "exact": root.exact,
                "feasible": root.feasible,
                "plausible": root.plausible,
                "distance": root.distance if root.found else None,
            }
            for root in found
        ],
    }
    return json.dumps(made, indent=2, ensure_ascii=False, allow_nan=False)


def solve_text(scenario: Scenario, metric: str, target: float, found: Sequence[Root]) -> str:
    """Return the answers as a table for reading."""
    of = METRICS[metric]
    now = format_value(point(scenario).base(metric), of)
    lines = [scenario.name, f"{of.label} is {now}; it would be {format_value(target, of)} with one of", ""]
    lines.append(f"  {'input':<{_KEY}}{'now':>{_VALUE}}{'needed':>{_VALUE}}")
    lines += [_row(root) for root in found if root.found]
    none = [root for root in found if not root.found]
    if none:
        lines += ["", "NOT BY THESE ALONE"]
        lines += [_nearest(root, of) for root in none]
    return "\n".join(lines)


def _row(root: Root) -> str:
    spec = spec_of(root.key)
    cells = "".join(f"{format_value(value, spec):>{_VALUE}}" for value in (root.now, root.value))
    told = [] if root.plausible else ["beyond what sources show"]
    told += [] if root.feasible else ["breaks a limit"]
    told += [] if root.exact else ["passes it in a step"]
    return f"  {root.key:<{_KEY}}{cells}  {', '.join(told)}".rstrip()


def _nearest(root: Root, of: Metric) -> str:
    spec = spec_of(root.key)
    at, value = format_value(root.nearest, spec), format_value(root.reached, of)
    return f"  {root.key:<{_KEY}}nearest {value} at {at}"


def deployments(
    scenario: Scenario, accelerators: Sequence[str], metric: str, against: str, most: int
) -> Search:
    """Return every deployment of `scenario`, on `accelerators` or on all that are linked."""
    if most < 1:
        raise IsocostError(f"--top {most}: ask for at least 1 deployment")
    found = search(scenario, space(scenario, tuple(accelerators)), metric, against, most)
    assert found is not None
    return found


def search_json(scenario: Scenario, found: Search) -> str:
    """Return one JSON object: how many there are, the best, and the front that no other beats."""
    front = [found.deployment(int(row)) for row in found.front.nonzero()[0]]
    x = found.x_metric
    front.sort(key=lambda one: one.metrics[x])
    made = {
        "deployments": found.space.size,
        "feasible": int(found.feasible.sum()),
        "metric": found.y_metric,
        "against": x,
        "now": {key: _in_unit(point(scenario).base(key), METRICS[key]) for key in (found.y_metric, x)},
        "best": [_told(one) for one in found.best],
        "front": [_told(one) for one in front],
    }
    return json.dumps(made, indent=2, ensure_ascii=False, allow_nan=False)


def search_text(scenario: Scenario, found: Search) -> str:
    """Return the best deployments as a table for reading."""
    of = METRICS[found.y_metric]
    now = format_value(point(scenario).base(found.y_metric), of, full=True)
    feasible = int(found.feasible.sum())
    lines = [
        scenario.name,
        f"{feasible:,} of {found.space.size:,} deployments hold the limits; {of.label.lower()} is now {now}",
        "",
        f"  {'accelerator':<18}{'weights':<9}{'KV':<6}{'layout':<16}{'supply':<8}{'load':>7}"
        + "".join(f"{METRICS[key].label[:13]:>15}" for key in _SHOWN),
    ]
    return "\n".join([*lines, *(_line(one, found.space.load) for one in found.best)])


def layout_text(one: Deployment) -> str:
    """Return the parallel degrees of a deployment in short: "TP4 PP2"; "one" for a single accelerator."""
    names = (("TP", "tensor"), ("DP", "data"), ("PP", "pipeline"), ("EP", "expert"))
    degrees = [(short, float(one.value(f"deployment.{name}_parallel"))) for short, name in names]
    return " ".join(f"{short}{degree:.0f}" for short, degree in degrees if degree > 1.0) or "one"


def _line(one: Deployment, load: str) -> str:
    figures = "".join(f"{format_value(one.metrics[key], METRICS[key]):>15}" for key in _SHOWN)
    return (
        f"  {one.accelerator:<18}{one.value('precision.weights')!s:<9}{one.value('precision.kv')!s:<6}"
        f"{layout_text(one):<16}{one.value('finance.supply')!s:<8}{float(one.value(load)):>7.0f}{figures}"
    )


def write(scenario: Scenario, found: Search, out: str) -> None:
    """Write every deployment that holds the limits as CSV, a row each, figures in their units."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    metrics = [key for key in found.figures if METRICS[key].codes is None and key != "feasible"]
    keys = (*KEYS, found.space.load)
    rows.writerow(["accelerator.part", *keys, *(f"{key} [{METRICS[key].unit}]" for key in metrics), "front"])
    for row in found.feasible.nonzero()[0]:
        one = found.deployment(int(row))
        cells: list[Any] = [one.accelerator, *(one.value(key) for key in keys)]
        for key in metrics:
            value = one.metrics[key]
            cells.append(value / UNITS[METRICS[key].unit].factor if math.isfinite(value) else "")
        rows.writerow([*cells, int(found.front[row])])
    try:
        write_atomically(Path(out), text.getvalue().encode())
    except OSError as error:
        raise IsocostError(f"--out {out}: {reason(error)}") from None


def _told(one: Deployment) -> dict[str, Any]:
    changes = {"accelerator.part": one.accelerator, **dict(one.changes)}
    figures = {
        key: _in_unit(value, METRICS[key])
        for key, value in one.metrics.items()
        if METRICS[key].codes is None and key != "feasible"
    }
    return {"changes": changes, "metrics": figures}


def _in_unit(value: float, metric: Metric) -> dict[str, Any]:
    shown = value / UNITS[metric.unit].factor if math.isfinite(value) else None
    return {"value": shown, "unit": metric.unit}
