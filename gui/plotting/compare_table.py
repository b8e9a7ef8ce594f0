"""The compare view as a table: figures, inputs, and the steps of the bridge, a scenario a column."""

import math

from engine.compare import Row
from engine.share import Column
from engine.share.tables import Cell
from gui import shown_units
from gui.language import say
from gui.plotting.compare_job import CompareResult
from gui.plotting.compare_words import SHOWN
from gui.shown_units import METRICS, shown_unit, shown_value


def compare_columns(r: CompareResult) -> list[Column]:
    """Return what a frame shows, numbers in full: what a row is, its name and unit, and each scenario's.

    A step of the bridge stands in the column of the scenario that it leads to.
    """
    if r.alone:
        return []
    rows: list[tuple[Cell, ...]] = []
    for key in SHOWN:
        metric = METRICS[key]
        values = [shown_value(key, here.base(key)) for here in r.figures.points]
        rows.append(("figure", key, metric.label, shown_unit(key), "", *values))
    rows += [_input(row) for row in r.rows if row.differs or r.settings.listed == "all"]
    rows += _steps(r)
    names = [column.name for column in r.chosen.columns]
    heads = ["Kind", "Key", "Name", "Unit", "Role", *names]
    return [Column(head, tuple(row[i] for row in rows)) for i, head in enumerate(heads)]


def _input(row: Row) -> tuple[Cell, ...]:
    each, unit = shown_units.seen(row.unit)
    values = (v * each if isinstance(v, float) else v for v in row.values)
    return (row.what, row.key, row.label, unit, row.role, *values)


def _steps(r: CompareResult) -> list[tuple[Cell, ...]]:
    if r.solved is None:
        return []
    metric = METRICS[r.settings.metric]
    made: list[tuple[Cell, ...]] = []
    for step in r.solved.bridge.steps:
        cells: list[Cell] = [None] * len(r.chosen.columns)
        cells[r.chosen.to] = shown_value(metric.key, step.value) if math.isfinite(step.value) else None
        keys = (
            " ".join(step.keys)
            if len(step.keys) <= 4
            else say("{keys} and {keys2} more", keys=step.keys[0], keys2=len(step.keys) - 1)
        )
        made.append((f"bridge of {metric.key}", keys, step.label, shown_unit(metric.key), step.role, *cells))
    return made
