"""What each view shows as a table, declared once for each kind of result; numbers in full."""

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from typing import Any, Final

import numpy as np

from engine.drivers import Point
from engine.scenario import spec_of
from engine.share import Column, Table, column
from engine.share.scenario_tables import input_column, metric_column
from engine.share.tables import Cell, Cells, cell
from engine.units import HOUR
from gui import shown_units
from gui.language import say
from gui.plotting.bill_job import BillResult, unit_words
from gui.plotting.chain_job import ChainResult, basis_words
from gui.plotting.compare_job import CompareResult
from gui.plotting.compare_table import compare_columns
from gui.plotting.day_job import DayResult
from gui.plotting.doubt_job import DoubtResult, Spread
from gui.plotting.evidence_job import SHOWN as QUANTITIES
from gui.plotting.evidence_job import UNITS as QUANTITY_UNITS
from gui.plotting.evidence_job import EvidenceResult
from gui.plotting.frontier_job import FrontierResult
from gui.plotting.ladder_job import LadderResult
from gui.plotting.latency_job import MEASURES, STATISTICS, LatencyResult
from gui.plotting.outlook_job import OutlookResult
from gui.plotting.solve_job import SolveResult
from gui.plotting.study_job import StudyResult
from gui.plotting.surface_job import SurfacesResult
from gui.plotting.table_job import TableResult
from gui.plotting.tornado_job import TornadoResult
from gui.plotting.value_job import ValueResult
from gui.shown_units import METRICS, shown_unit, shown_value

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def table_of(result: Any, here: Point, title: str) -> Table:
    """Return what `result`, a view's, shows at `here`; the metrics there where its kind has no table."""
    made = [in_units(one) for one in _columns(result)]
    return Table(title, tuple(made)) if made else metrics_at(here, title)


def metrics_at(here: Point, title: str) -> Table:
    """Return every metric at a point."""
    values = tuple(shown_value(key, here.base(key)) for key in METRICS)
    return Table(
        title,
        (
            Column("Key", tuple(METRICS)),
            Column("Metric", tuple(metric.label for metric in METRICS.values())),
            Column("Value", values),
            Column("Unit", tuple(shown_unit(key) for key in METRICS)),
        ),
    )


def in_units(one: Column) -> Column:
    """Return a column of figures in the unit chosen for it."""
    each, unit = shown_units.seen(one.unit)
    if unit == one.unit or one.percent:
        return one
    if isinstance(one.values, Cells):
        return replace(one, values=one.values.mapped(lambda v: _times(v, each)), unit=unit)
    return replace(one, values=tuple(_times(v, each) for v in one.values), unit=unit)


def _times(value: Cell, each: float) -> Cell:
    return value * each if isinstance(value, float | int) else value


def words(label: str, values: Any) -> Column:
    """Return a column of words."""
    return Column(label, tuple(str(value) for value in values))


@singledispatch
def _columns(_result: Any) -> list[Column]:
    return []


@_columns.register
def _surfaces(r: SurfacesResult) -> list[Column]:
    x, y = np.meshgrid(r.surface.x.values, r.surface.y.values)
    keys = dict.fromkeys((*(plot.metric for plot in r.plots), "feasible", "binding"))
    return [
        input_column(r.surface.x.key, x.ravel()),
        input_column(r.surface.y.key, y.ravel()),
        *(metric_column(key, r.surface.metrics[key].ravel()) for key in keys),
    ]


@_columns.register
def _frontier(r: FrontierResult) -> list[Column]:
    curves = r.curves
    names = [name for curve in curves for name in [curve.name or curve.kind] * curve.at.size]
    made = [words("Curve", names), input_column(r.settings.along, np.concatenate([c.at for c in curves]))]
    for key, values in (("x", [c.x for c in curves]), ("y", [c.y for c in curves])):
        metric = METRICS[r.settings.x if key == "x" else r.settings.y]
        made.append(metric_column(metric.key, np.concatenate(values) / metric.shown(1.0)))
    made.append(column("Feasible", np.concatenate([c.able for c in curves])))
    made.append(column("Nothing beats it", np.concatenate([c.best for c in curves])))
    return made


@_columns.register
def _bill(r: BillResult) -> list[Column]:
    units = list(r.rows[0].figures) if r.rows else []
    return [
        words("Item", (row.label for row in r.rows)),
        words("Kind", (row.sort for row in r.rows)),
        *(
            column(say("Per {unit}", unit=unit_words(u)[0]), (row.figures[u] for row in r.rows), "$")
            for u in units
        ),
        column("Share of all cost", (row.share for row in r.rows), "1", percent=True),
        column(
            say("Baseline, per {unit}", unit=unit_words(r.settings.unit)[0]),
            (row.before for row in r.rows),
            "$",
        ),
    ]


@_columns.register
def _chain(r: ChainResult) -> list[Column]:
    basis = basis_words(r.settings.basis)[0]
    return [
        words("Layer", (step.label for step in r.steps)),
        column(say("Cost {basis}", basis=basis), (step.value for step in r.steps), "$"),
        column("Of it idle", (step.idle for step in r.steps), "$"),
        column("Share", (step.share for step in r.steps), "1", percent=True),
        column("Baseline", (step.baseline for step in r.steps), "$"),
    ]


@_columns.register
def _compare(r: CompareResult) -> list[Column]:
    return compare_columns(r)


@_columns.register
def _latency(r: LatencyResult) -> list[Column]:
    keys = [f"{measure}_{what}" for measure in MEASURES for what in STATISTICS]
    there = [key for key in keys if key in METRICS]
    return [
        input_column(r.load.key, r.at),
        column("Requests of one replica", r.rate, "requests/s"),
        *(metric_column(key, r.swept.metrics[key]) for key in there),
        metric_column("feasible", r.swept.metrics["feasible"]),
    ]


@_columns.register
def _day(r: DayResult) -> list[Column]:
    if r.mode == "nines":
        return _nines(r)
    hours = np.arange(168)
    made = [
        words("Day", (_DAYS[hour // 24] for hour in hours)),
        column("Hour", hours % 24, "h"),
        column("Demand over its mean", r.shape, "1"),
    ]
    if r.hours is not None:
        d = r.hours
        made += [
            column("Urgent arrivals", d.urgent, "requests/s"),
            column("Arrivals that can wait", d.waiting, "requests/s"),
            column("Served of what can wait", d.served, "requests/s"),
            column("Backlog", d.backlog, "requests"),
            column("Replicas serving", d.replicas, "replicas"),
            column("Replicas paid for", d.paid, "replicas"),
            column("Capacity", d.capacity, "requests/s"),
            column("Load", d.load, "1", percent=True),
            column("TTFT", d.ttft, "s"),
            column("TPOT", d.tpot, "s"),
            column("Power", d.power / 1e3, "kW"),
            column("Cost", d.cost * HOUR, "$/h"),
        ]
    return made


def _nines(r: DayResult) -> list[Column]:
    curves = r.curves
    if not curves:
        return []
    return [
        words("Fleet", [curve.name or "as it stands" for curve in curves for _ in curve.spares]),
        column("Spares", np.concatenate([curve.spares for curve in curves]), "replicas"),
        column("Share of time down", np.concatenate([curve.down for curve in curves]), "1"),
        column("Cost", np.concatenate([curve.cost for curve in curves]) * HOUR, "$/h"),
    ]


@_columns.register
def _levers(r: LadderResult) -> list[Column]:
    steps = r.ladder.steps
    unit = "$/M tokens"
    return [
        words("Lever", (step.pull.key for step in steps)),
        words("What is done", (step.told for step in steps)),
        column("Pulled", (step.applied for step in steps)),
        column("Cost before", (step.before for step in steps), unit),
        column("Cost after", (step.after for step in steps), unit),
        column("Alone", (step.alone for step in steps), unit),
    ]


@_columns.register
def _value(r: ValueResult) -> list[Column]:
    unit = "$/M tokens"
    return [
        words("Decision", (use.label for use in r.uses)),
        column("Worth", (use.density for use in r.uses), unit),
        column("Worth over what its tokens cost", (use.ratio for use in r.uses), "1"),
        column("The scenario's own", (use.own for use in r.uses)),
        column("Own cost", [r.cost] * len(r.uses), unit),
        column("List price", [r.listed] * len(r.uses), unit),
    ]


@_columns.register
def _tornado(r: TornadoResult) -> list[Column]:
    if r.tornado is None:
        return []
    bars, metric = r.tornado.bars, METRICS[r.tornado.metric]
    units = [
        (1.0, "×") if bar.doubted.origin == "model" else shown_units.seen(bar.doubted.spec.unit)
        for bar in bars
    ]
    share = [r.totals.get(bar.doubted.key, (float("nan"), 0.0))[0] for bar in bars]
    return [
        words("Input", (bar.doubted.label for bar in bars)),
        words("Key", (bar.doubted.key for bar in bars)),
        column("Value", (bar.value * each for bar, (each, _) in zip(bars, units, strict=True))),
        column("P10", (bar.low_value * each for bar, (each, _) in zip(bars, units, strict=True))),
        column("P90", (bar.high_value * each for bar, (each, _) in zip(bars, units, strict=True))),
        words("Unit", (unit for _, unit in units)),
        metric_column(metric.key, [bar.low for bar in bars], say("{label} at P10", label=metric.label)),
        metric_column(metric.key, [bar.high for bar in bars], say("{label} at P90", label=metric.label)),
        column("Share of the variance", share, "1", percent=True),
    ]


@_columns.register
def _doubt(r: DoubtResult) -> list[Column]:
    if r.spread is not None:
        return _histogram(r.spread)
    if r.chances is None:
        return []
    x, y = np.meshgrid(r.chances.x.values, r.chances.y.values)
    return [
        input_column(r.chances.x.key, x.ravel()),
        input_column(r.chances.y.key, y.ravel()),
        column("Chance that it earns", r.chances.earns.ravel(), "1", percent=True),
        column("Chance that limits hold", r.chances.holds.ravel(), "1", percent=True),
        column("Chance of both", r.chances.both.ravel(), "1", percent=True),
    ]


def _histogram(s: Spread) -> list[Column]:
    metric = METRICS[s.metric]
    edges = s.edges / metric.shown(1.0)
    return [
        metric_column(s.metric, edges[:-1], say("{label} from", label=metric.label)),
        metric_column(s.metric, edges[1:], say("{label} to", label=metric.label)),
        column("Samples", s.counts),
        column("Of them within every limit", s.able),
        column("Share below the upper edge", s.below[1:], "1", percent=True),
    ]


@_columns.register
def _outlook(r: OutlookResult) -> list[Column]:
    path = r.path
    if path is None:
        return []
    made = [
        column("Year", [round(float(year)) for year in path.years]),
        column("Price of a request", path.price, "$"),
        column("Cost of a request, fleet", path.cost, "$"),
        column("Cost of a request, new machines", path.cost_new, "$"),
        column("Gross margin", path.margin, "1", percent=True),
        column("Requests", path.volume, "requests/s"),
        column("Revenue", path.revenue, "$/year"),
        column("Cost of serving", path.spend, "$/year"),
        column("Capacity needed", path.need),
        column("Capacity in service", path.installed),
        column("Capacity bought", path.ordered),
        column("Mean age of the fleet", path.age, "years"),
        column("Orders, all in", path.orders_spend, "$/year"),
    ]
    return made + [
        column(say("Revenue of {name}", name=name), v, "$/year") for name, v in path.layers.items()
    ]


@_columns.register
def _solve(r: SolveResult) -> list[Column]:
    metric = METRICS[r.settings.metric]
    if r.settings.mode == "inputs":
        roots = r.roots
        units = [shown_units.seen(spec_of(root.key).unit) for root in roots]
        return [
            words("Input", (spec_of(root.key).label for root in roots)),
            words("Key", (root.key for root in roots)),
            column("Now", (root.now * each for root, (each, _) in zip(roots, units, strict=True))),
            column("Needed", (root.value * each for root, (each, _) in zip(roots, units, strict=True))),
            words("Unit", (unit for _, unit in units)),
            column("Plausible", (root.plausible for root in roots)),
            column("Limits hold there", (root.feasible for root in roots)),
            metric_column(
                metric.key, [root.reached for root in roots], say("{label} there", label=metric.label)
            ),
        ]
    if r.found is not None:
        keys = [key for key, _ in r.found.best[0].changes] if r.found.best else []
        return [
            words("Accelerator", (one.accelerator for one in r.found.best)),
            *(_mixed(key, [one.value(key) for one in r.found.best]) for key in keys),
            *(
                metric_column(key, [one.metrics[key] for one in r.found.best])
                for key in dict.fromkeys((r.found.y_metric, r.found.x_metric))
            ),
        ]
    if r.won is None:
        return []
    x, y = np.meshgrid(r.won.x.values, r.won.y.values)
    labels = [way.label for way in r.won.ways]
    return [
        input_column(r.won.x.key, x.ravel()),
        input_column(r.won.y.key, y.ravel()),
        words("Winner", ("" if i < 0 else labels[i] for i in r.won.winner.ravel())),
        metric_column(r.won.metric, r.won.best.ravel()),
    ]


def _mixed(key: str, values: list[Any]) -> Column:
    spec = spec_of(key)
    if spec.kind == "number":
        return input_column(key, values)
    return words(spec.label, (spec.show(value) for value in values))


@_columns.register
def _evidence(r: EvidenceResult) -> list[Column]:
    name, unit = QUANTITIES[r.settings.quantity][1], QUANTITY_UNITS[r.settings.quantity][0]
    return [
        column(say("{name}, measured", name=name), r.measured, unit),
        column(say("{name}, predicted", name=name), r.predicted, unit),
        column("Suspect", r.suspect),
        words("Colour", ("" if hue < 0 else r.colours[hue] for hue in r.hue)),
    ]


@_columns.register
def _study(r: StudyResult) -> list[Column]:
    if r.rows is None:
        return []
    made = []
    for field in r.fields:
        values = r.rows.table.column(field.name)
        if not field.numeric:
            made.append(
                Column(field.label, _arrow(values, lambda value: "" if value is None else str(value)))
            )
            continue
        percent = field.unit == "%"
        made.append(Column(field.label, _arrow(values, cell), "1" if percent else field.unit, percent))
    return made


def _arrow(values: Any, say: Callable[[Any], Cell]) -> Cells:
    """Return the cells that `say` makes of a column of Arrow's."""
    return Cells(
        len(values), lambda begin, end: [say(v) for v in values.slice(begin, end - begin).to_pylist()]
    )


@_columns.register
def _table(r: TableResult) -> list[Column]:
    if r.plan is None:
        return []
    at = r.order
    return [
        *(input_column(axis.key, r.figure(axis.key), at) for axis in r.plan.axes),
        *(metric_column(key, r.figure(key), at=at) for key in r.settings.metrics),
    ]
