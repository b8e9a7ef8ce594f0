"""What is on screen as a command line and as a script: the scenario, and what is asked of it."""

import pprint
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.drivers import Axis
from engine.scenario import Doubt, Scenario, spec_of
from engine.share.recipe import Recipe, recipe
from engine.sweep_plan import axis_of, named

_SAME: Final = 1e-13


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a scenario.

    Attributes
    ----------
    command : str
        Of `isocost`.
    arguments : tuple of str
        Behind the scenario's own.
    script : tuple of str
        Lines of Python over `api` and `case`.
    doubts : bool
        Whether the command takes what is said of doubt.
    """

    command: str = "evaluate"
    arguments: tuple[str, ...] = ("--json",)
    script: tuple[str, ...] = ("figures = api.evaluate(case)", "print(figures)")
    doubts: bool = False


#: Every metric at the point: what most views are made of.
EVALUATE: Final = Question()


def swept(axes: Sequence[Axis], metrics: Sequence[str], mode: str = "product") -> Question:
    """Return the question of metrics over inputs."""
    texts = [f"{axis.key}={nodes_text(axis)}" for axis in axes]
    options = [
        word for name, text in zip(("--x", "--y", "--z"), texts, strict=False) for word in (name, text)
    ]
    options += ["--mode", mode] if mode != "product" else []
    options += [word for metric in metrics for word in ("--metric", metric)]
    told = ", ".join(repr(text) for text in texts)
    how = f", mode={mode!r}" if mode != "product" else ""
    script = (f"table = api.sweep(case, {told}, metrics={list(metrics)!r}{how})", "print(table.columns())")
    return Question("sweep", (*options, "--out", "-"), script)


def solved(metric: str, target: float) -> Question:
    """Return the question what would have to be true; `target` in the metric's declared unit."""
    script = (f"answers = api.solve(case, {metric!r}, {target!r})", "print(answers[:5])")
    return Question("solve", ("--metric", metric, "--target", repr(target), "--json"), script)


def searched(metric: str, against: str, most: int) -> Question:
    """Return the question which deployment is best."""
    script = (
        f"found = api.search(case, {metric!r}, against={against!r}, most={most})",
        "print(found.best[:3])",
    )
    options = ("--metric", metric, "--against", against, "--top", str(most), "--json")
    return Question("search", options, script)


def drawn(metric: str, samples: int) -> Question:
    """Return the question what a metric may be."""
    script = (
        f"spread = api.montecarlo(case, {metric!r}, {samples})",
        "print(spread.p10, spread.p50, spread.p90)",
    )
    return Question(
        "montecarlo", ("--metric", metric, "--samples", str(samples), "--json"), script, doubts=True
    )


def driven(metric: str, samples: int) -> Question:
    """Return the question what moves a metric."""
    script = (f"bars = api.tornado(case, {metric!r})", "print([bar.label for bar in bars])")
    return Question("tornado", ("--metric", metric, "--samples", str(samples), "--json"), script, doubts=True)


#: The years ahead.
AHEAD: Final = Question(
    "outlook", ("--json",), ("path = api.outlook(case)", "print(path.years, path.margin)")
)


def nodes_text(axis: Axis) -> str:
    """Return `axis` as `sweep` reads it, to the last digit: by ends and count where that is the same."""
    nodes = axis.values
    if spec_of(axis.key).kind == "choice":
        return ", ".join(str(named(axis.key, float(code))) for code in nodes)
    if nodes.size > 1:
        text = f"{float(nodes[0])!r}:{float(nodes[-1])!r}:{nodes.size}:{'log' if axis.log else 'linear'}"
        again = axis_of(axis.key, text).values
        if again.shape == nodes.shape and np.allclose(again, nodes, rtol=_SAME, atol=0.0):
            return text
    return ", ".join(repr(float(value)) for value in nodes)


def command_line(scenario: Scenario, question: Question) -> str:
    """Return the command that asks `question` of `scenario`, quoted for a shell."""
    made = recipe(scenario)
    words = ["isocost", question.command, made.base]
    for key, value in (*made.spreads, *made.values):
        words += ["--set", f"{key}={value if isinstance(value, str) else repr(value)}"]
    if question.doubts and made.doubt is not None:
        words += _doubt_options(made.doubt)
    line = shlex.join([*words, *question.arguments])
    return "".join(f"# {note}.\n" for note in made.left_out) + line


def _doubt_options(doubt: Doubt) -> list[str]:
    words = ["--doubt", doubt.spread, "--seed", str(doubt.seed)]
    words += [] if doubt.model else ["--no-model-error"]
    for a, b, rank in doubt.correlations:
        words += ["--correlate", f"{a},{b}={rank!r}"]
    return words


def script(scenario: Scenario, question: Question) -> str:
    """Return a Python script that asks `question` of `scenario` and gives the figures on screen."""
    made = recipe(scenario)
    lines = [*(f"# {note}." for note in made.left_out), "from engine import api", "", *_case(made)]
    if question.doubts and made.doubt is not None:
        d = made.doubt
        pairs = {(a, b): rank for a, b, rank in d.correlations}
        told = f"spread={d.spread!r}, model_error={d.model!r}, seed={d.seed!r}, correlations={pairs!r}"
        lines.append(f"case = api.doubted(case, {told})")
    return "\n".join([*lines, *question.script]) + "\n"


def _case(made: Recipe) -> list[str]:
    if not made.values and not made.spreads:
        return [f"case = api.scenario({made.base!r})"]
    lines = ["case = api.scenario(", f"    {made.base!r},"]
    for name, given in (("changes", made.values), ("doubt", made.spreads)):
        if given:
            told = pprint.pformat(dict(given), indent=1, width=96, sort_dicts=False)
            inside = told.removeprefix("{").removesuffix("}").splitlines()
            lines += [
                f"    {name}={{",
                *(f"        {line.strip().rstrip(',')}," for line in inside),
                "    },",
            ]
    return [*lines, ")"]
