"""Deployments in words: the cells of their table, and what a search found in a sentence."""

from typing import Final

from engine import catalog
from engine.errors import IsocostError
from engine.solve.search import Deployment, Search
from engine.solve_command import layout_text
from gui.language import inner, say, sentence
from gui.plotting import text
from gui.plotting.solve_job import SolveResult
from gui.reading import format_value
from gui.shown_units import METRICS

#: The figure in the last column, behind what is best.
LATENCY: Final = "tpot_p95"


def part_label(one: Deployment) -> str:
    """Return the name of a deployment's accelerator."""
    try:
        return catalog.part("accelerator", one.accelerator).label
    except IsocostError:
        return one.accelerator


def cells(one: Deployment, found: Search) -> list[str]:
    """Return the cells of a row of the table."""
    load = float(one.value(found.space.load))
    return [
        part_label(one),
        str(one.value("precision.weights")),
        str(one.value("precision.kv")),
        layout_text(one),
        str(one.value("finance.supply")),
        text.number(load),
        format_value(one.metrics[found.y_metric], METRICS[found.y_metric]),
        format_value(one.metrics[LATENCY], METRICS[LATENCY]),
    ]


def told(result: SolveResult) -> str:
    """Return what a frame says, in a sentence."""
    if result.trouble or result.found is None:
        return sentence(result.trouble)
    found = result.found
    count = int(found.feasible.sum())
    if not found.best:
        return say("None of {size:,} deployments holds the limits", size=found.space.size)
    of = METRICS[found.y_metric]
    best, now = (
        format_value(v, of, full=True)
        for v in (found.best[0].metrics[found.y_metric], result.point.base(found.y_metric))
    )
    some = say("{count:,} of {size:,} deployments hold the limits", count=count, size=found.space.size)
    return say(
        "{some}; {label} {best} at best, {now} now", some=some, label=inner(of.label), best=best, now=now
    )
