"""The engine for notebooks and scripts: `from engine import api`.

Everything here is stable: names, arguments and units stay as they are from release to release. Values are
in the units in which inputs and metrics are declared, fractions 0-1; arrays are numpy's. What cannot be done
raises `IsocostError` with one sentence that names the cure. `docs/notebook.md` has examples.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from engine import files
from engine.api_results import Bar, Comparison, Contribution, Figures, Floats, Spread
from engine.command_inputs import open_scenario, with_setting
from engine.compare import bridge, rows
from engine.doubt import Samples, earns, holds, prepared, sample, summary
from engine.doubt.tornado import tornado as _tornado
from engine.doubt_command import with_doubt
from engine.errors import IsocostError
from engine.files import Project
from engine.metrics import METRICS
from engine.outlook import Outlook
from engine.outlook import outlook as _outlook
from engine.scenario import Scenario
from engine.solve import Root
from engine.solve.search import Search
from engine.sweep_command import Table, metric_of
from engine.units import UNITS

__all__ = [
    "Bar",
    "Comparison",
    "Contribution",
    "Figures",
    "IsocostError",
    "Scenario",
    "Spread",
    "compare",
    "doubted",
    "evaluate",
    "montecarlo",
    "outlook",
    "save",
    "scenario",
    "search",
    "solve",
    "surface",
    "sweep",
    "tornado",
]

#: Samples of a Monte Carlo where no number is given.
SAMPLES: Final = 65_536


def scenario(
    name: str | os.PathLike[str] | None = None,
    changes: Mapping[str, float | str] | None = None,
    *,
    doubt: Mapping[str, str] | None = None,
    which: str | None = None,
) -> Scenario:
    """Return a scenario, with inputs changed.

    Parameters
    ----------
    name : str or path, optional
        A built-in scenario, a `.isocost` file, or a picture, report or workbook that carries one.
    changes : mapping of key to value, optional
        Applied in order. A number is in the input's declared unit; a text may have a unit ("1900 $/month",
        "60%"), name an option or a part ("fp8", "h200-sxm"; a part brings its whole group), or be a
        distribution ("3 to 6").
    doubt : mapping of key to distribution, optional
        As texts, applied before `changes`: "pert 2 2.6 4".
    which : str, optional
        Name or number (from 1) of a scenario in a file with several.
    """
    made, _ = open_scenario(None if name is None else os.fspath(name), which, ())
    for key, text in (doubt or {}).items():
        made = with_setting(made, f"{key}={text}")
    for key, value in (changes or {}).items():
        made = with_setting(made, f"{key}={value}") if isinstance(value, str) else made.with_value(key, value)
    return made


def save(made: Scenario, path: str | os.PathLike[str]) -> None:
    """Write a scenario to a `.isocost` file."""
    files.save(Path(path), Project((made,)))


def evaluate(made: Scenario) -> Figures:
    """Return every metric of a scenario."""
    return Figures(made)


def sweep(made: Scenario, *axes: str, metrics: Sequence[str] = (), mode: str = "product") -> Table:
    """Evaluate a scenario over one to three inputs.

    Parameters
    ----------
    axes : str
        `KEY=LOW:HIGH:N` with `:log` or `:linear` behind it, `KEY=8, 16, 32`, or `KEY` for its usual range.
    metrics : sequence of str
        What is kept; all without.
    mode : "product", "linked" or "single"

    Returns
    -------
    Table
        `axes` and `metrics` are arrays by key; over two inputs metrics have the shape (ny, nx).
        `columns()` gives one flat column each, ready for a data frame.
    """
    from engine.sweep_plan import swept

    if not 1 <= len(axes) <= 3:
        raise IsocostError(f"sweep over one to three inputs, not {len(axes)}")
    return swept(made, axes, mode, metrics)


def surface(made: Scenario, x: str, y: str, metric: str) -> tuple[Floats, Floats, Floats]:
    """Return nodes along x, nodes along y, and `metric` there, shape (ny, nx); NaN where it has no value."""
    table = sweep(made, x, y, metrics=(metric,))
    (xs, ys), (z,) = table.axes.values(), table.metrics.values()
    return xs, ys, z


def doubted(
    made: Scenario,
    *,
    spread: str | None = None,
    model_error: bool = True,
    seed: int | None = None,
    correlations: Mapping[tuple[str, str], float] | None = None,
) -> Scenario:
    """Return a scenario with another word on doubt as a whole.

    Parameters
    ----------
    spread : "grade", "soft" or "stated", optional
        Where doubt comes from that no input states.
    model_error : bool
        False leaves the model's own error out.
    seed : int, optional
    correlations : mapping of (key, key) to rank correlation, optional
    """
    pairs = [f"{a},{b}={rank!r}" for (a, b), rank in (correlations or {}).items()]
    return with_doubt(made, spread, model_error, seed, pairs)


def montecarlo(made: Scenario, metric: str, samples: int = SAMPLES, *, seed: int | None = None) -> Spread:
    """Draw what is in doubt at random; one seed gives the same samples everywhere."""
    of = metric_of(metric)
    drawn = sample(made, samples, (metric,), seed=seed)
    assert drawn is not None
    told, factor = summary(drawn, metric), UNITS[of.unit].factor
    return Spread(
        metric,
        drawn.metrics[metric] / factor,
        told.p10.value / factor,
        told.p50.value / factor,
        told.p90.value / factor,
        told.mean.value / factor,
        earns(drawn).value,
        holds(drawn).value,
        _inputs(drawn),
    )


def _inputs(drawn: Samples) -> dict[str, Floats]:
    return {each.key: drawn.inputs[i] for i, each in enumerate(drawn.plan.doubted)}


def tornado(made: Scenario, metric: str) -> list[Bar]:
    """Return what each input in doubt does to `metric`, the longest bar first."""
    factor = UNITS[metric_of(metric).unit].factor
    return [
        Bar(
            one.doubted.key,
            one.doubted.label,
            one.low_value,
            one.high_value,
            one.low / factor,
            one.high / factor,
            one.doubted.grade,
        )
        for one in _tornado(prepared(made, (metric,)), metric).bars
    ]


def solve(
    made: Scenario, metric: str = "gross_margin", target: float = 0.0, inputs: Sequence[str] = ()
) -> list[Root]:
    """Return the value of each input at which `metric` meets `target`, the most plausible first.

    `target` is in the metric's declared unit; `inputs` are all that are free where none is named. `key` and
    `value` of an answer tell the input, in its declared unit, NaN where the target cannot be met.
    """
    from engine import solve_command

    return solve_command.solve(made, metric, target * UNITS[metric_of(metric).unit].factor, inputs)


def search(
    made: Scenario,
    metric: str = "cost_per_output_token",
    *,
    accelerators: Sequence[str] = (),
    against: str = "tpot_p95",
    most: int = 10,
) -> Search:
    """Evaluate every deployment; `best` holds the best ones by `metric` that keep every limit."""
    from engine import solve_command

    return solve_command.deployments(made, accelerators, metric_of(metric).key, against, most)


def compare(a: Scenario, b: Scenario, metric: str = "cost_per_output_token") -> Comparison:
    """Return what differs between two scenarios, and what of it moves `metric` from `a` to `b`."""
    factor = UNITS[metric_of(metric).unit].factor
    solved = bridge(a, b, metric)
    assert solved is not None
    both = (evaluate(a), evaluate(b))
    figures = {key: (both[0].number(key), both[1].number(key)) for key in METRICS}
    steps = [Contribution(s.label, s.role, s.keys, s.value / factor) for s in solved.bridge.steps]
    return Comparison(rows((a, b)), figures, metric, tuple(steps))


def outlook(made: Scenario) -> Outlook:
    """Return the years ahead: `years`, and arrays of price, cost, margin and fleet, in base units."""
    return _outlook(made)
