"""What each view asks of the scenario, as a command line and a script can ask it too."""

from functools import singledispatch
from typing import Any

from engine.drivers import Axis
from engine.metrics import METRICS
from engine.scenario import spec_of
from engine.share import questions
from engine.share.questions import EVALUATE, Question
from engine.units import UNITS
from gui.plotting.doubt_job import DoubtResult
from gui.plotting.frontier_job import FrontierResult
from gui.plotting.outlook_job import OutlookResult
from gui.plotting.solve_job import SolveResult
from gui.plotting.surface_job import SurfacesResult
from gui.plotting.table_job import TableResult
from gui.plotting.tornado_job import TornadoResult


@singledispatch
def question_of(_result: Any) -> Question:
    """Return what the view that shows this result asks; every metric at the point where it asks no more."""
    return EVALUATE


@question_of.register
def _surfaces(r: SurfacesResult) -> Question:
    return questions.swept((r.surface.x, r.surface.y), [plot.metric for plot in r.plots])


@question_of.register
def _frontier(r: FrontierResult) -> Question:
    s = r.settings
    nodes = r.curves[0].at
    log = bool(nodes[0] > 0.0) and spec_of(s.along).scale == "log"
    return questions.swept((Axis(s.along, nodes, log),), (s.x, s.y))


@question_of.register
def _table(r: TableResult) -> Question:
    if r.plan is None:
        return EVALUATE
    return questions.swept(r.plan.axes, r.settings.metrics, r.settings.mode)


@question_of.register
def _solve(r: SolveResult) -> Question:
    s = r.settings
    if s.mode == "inputs":
        return questions.solved(s.metric, s.target / UNITS[METRICS[s.metric].unit].factor)
    if r.found is not None:
        return questions.searched(r.found.y_metric, r.found.x_metric, max(1, len(r.found.best)))
    return EVALUATE


@question_of.register
def _doubt(r: DoubtResult) -> Question:
    return EVALUATE if r.spread is None else questions.drawn(r.spread.metric, r.spread.samples.count)


@question_of.register
def _tornado(r: TornadoResult) -> Question:
    if r.tornado is None:
        return EVALUATE
    return questions.driven(r.tornado.metric, r.samples.count if r.samples is not None else 65_536)


@question_of.register
def _outlook(_r: OutlookResult) -> Question:
    return questions.AHEAD
