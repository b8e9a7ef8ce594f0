"""The job of the table view: rows of a sweep, evaluated, filtered and sorted in the worker thread."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.errors import IsocostError
from engine.row_filter import Condition, conditions, matching
from engine.scenario import Scenario
from engine.sweep_plan import Plan, axis_of

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

#: Rows evaluated with every move of a hand; of longer tables this many, evenly spread, until it rests.
LIVE: Final = 10_000


@dataclass(frozen=True)
class TableSettings:
    """What a table job was made for.

    Attributes
    ----------
    axes : tuple of (key, text)
        Inputs and their values as `engine.sweep_plan.axis_of` reads them.
    mode : str
        One of `engine.sweep_plan.MODES`.
    metrics : tuple of str
        Columns behind the inputs.
    order : str
        Key of the column the rows are sorted by; "" for the order of the sweep.
    descending : bool
    wanted : str
        Condition on the rows, `engine.row_filter.conditions`.
    decimal : str
        Decimal mark of the user.
    moving : bool
        Whether a hand moves an input now.
    """

    axes: tuple[tuple[str, str], ...]
    mode: str
    metrics: tuple[str, ...]
    order: str = ""
    descending: bool = False
    wanted: str = ""
    decimal: str = "."
    moving: bool = False


@dataclass(frozen=True)
class TableResult:
    """Rows of a sweep.

    Attributes
    ----------
    settings : TableSettings
    scenario : Scenario
    plan : Plan or None
        None where `trouble` says why there is none.
    rows : ndarray, shape (n,)
        Number in the plan of each row evaluated.
    inputs : ndarray, shape (n, axes)
        Declared units, codes of choices.
    figures : ndarray, shape (n, metrics)
        Base units, a column for each of `keys`.
    keys : tuple of str
        The metrics asked for, then what conditions need, `feasible` among them.
    order : ndarray
        Places in `rows` of what is shown, in the order it is shown.
    whole : bool
        Whether every row of the plan was evaluated.
    trouble : str
        What is wrong with the axes or the condition.
    about_rows : bool
        Whether that is the condition.
    """

    settings: TableSettings
    scenario: Scenario
    plan: Plan | None
    rows: Rows
    inputs: Floats
    figures: Floats
    keys: tuple[str, ...]
    order: Rows
    whole: bool
    trouble: str = ""
    about_rows: bool = False

    def figure(self, key: str) -> Floats:
        """Return a column over all rows evaluated: a metric in base units, an input in declared ones."""
        if key in self.keys:
            return self.figures[:, self.keys.index(key)]
        assert self.plan is not None
        return self.inputs[:, [axis.key for axis in self.plan.axes].index(key)]

    @property
    def feasible(self) -> int:
        """Return how many of the rows evaluated hold every limit."""
        return int(np.count_nonzero(self.figure("feasible") == 1.0)) if self.plan is not None else 0


class TableStore:
    """The last table evaluated; only the worker thread uses it. Sorting and filtering need no engine."""

    def __init__(self) -> None:
        self.evaluated = 0
        self._ident: object = None
        self._figures: Floats | None = None

    def get(self, ident: object, make: Callable[[], Floats | None]) -> Floats | None:
        """Return what was made for `ident`, or make it; None where that was stopped."""
        if self._figures is None or ident != self._ident:
            made = make()
            if made is None:
                return None
            self._ident, self._figures = ident, made
            self.evaluated += made.shape[0]
        return self._figures


class TableJob:
    """Computes `TableResult`; see `gui.views.base.Job`.

    Parameters
    ----------
    settings : TableSettings
    store : TableStore
    tell : callable
        Told the share of the rows that is done.
    stop : threading.Event
        Set by the user: keep what comes quickly.
    """

    def __init__(
        self,
        settings: TableSettings,
        store: TableStore | None = None,
        tell: Callable[[float], object] = lambda _: None,
        stop: threading.Event | None = None,
    ) -> None:
        self.settings = settings
        self._store = store or TableStore()
        self._tell, self._stop = tell, stop or threading.Event()

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> TableResult | None:
        """Return the table, or None when `cancelled` turned true or a coarse one would save nothing."""
        del baseline
        s = self.settings
        plan = None
        try:
            plan = Plan(scenario, tuple(axis_of(key, text) for key, text in s.axes), s.mode)
            asked = conditions(s.wanted, [*(key for key, _ in s.axes), *s.metrics], s.decimal)
        except IsocostError as error:
            nothing, none = np.zeros((0, 0)), np.zeros(0, np.int64)
            about = plan is not None
            return TableResult(
                s, scenario, None, none, nothing, nothing, (), none, True, str(error), about
            )  # fmt: skip
        if coarse and plan.count <= LIVE:
            return None
        return self._table(plan, asked, coarse or s.moving, cancelled)

    def _table(
        self, plan: Plan, asked: tuple[Condition, ...], quick: bool, cancelled: Callable[[], bool]
    ) -> TableResult | None:
        s = self.settings
        swept = {key for key, _ in s.axes}
        keys = tuple(dict.fromkeys([*s.metrics, "feasible", *(c.key for c in asked if c.key not in swept)]))
        some = quick and plan.count > LIVE
        rows = _spread(plan.count) if some else np.arange(plan.count)
        figures = self._evaluated(plan, keys, rows, cancelled)
        if figures is None and self._stop.is_set() and not cancelled():
            # Stopped by the user: what comes quickly is the answer.
            rows = _spread(plan.count)
            figures = self._evaluated(plan, keys, rows, cancelled, stoppable=False)
        if figures is None:
            return None
        inputs = plan.values(rows)
        made = TableResult(
            s, plan.scenario, plan, rows, inputs, figures, keys, rows, rows.size == plan.count
        )  # fmt: skip
        return TableResult(
            s, plan.scenario, plan, rows, inputs, figures, keys, ordered(made, asked), made.whole
        )  # fmt: skip

    def _evaluated(
        self,
        plan: Plan,
        keys: tuple[str, ...],
        rows: Rows,
        cancelled: Callable[[], bool],
        *,
        stoppable: bool = True,
    ) -> Floats | None:
        axes = tuple((axis.key, axis.values.tobytes()) for axis in plan.axes)
        ident = (plan.scenario.to_records().tobytes(), axes, plan.mode, keys, rows.size)
        told = [0.0]

        def progress(done: int) -> None:
            share = done / rows.size
            if share - told[0] >= 0.02 and rows.size > LIVE:
                told[0] = share
                self._tell(share)

        def given_up() -> bool:
            return cancelled() or (stoppable and rows.size > LIVE and self._stop.is_set())

        return self._store.get(ident, lambda: plan.evaluate(keys, rows, given_up, progress))


def _spread(count: int) -> Rows:
    if count <= LIVE:
        return np.arange(count)
    return np.unique(np.linspace(0, count - 1, LIVE).round().astype(np.int64))


def ordered(table: TableResult, asked: tuple[Condition, ...]) -> Rows:
    """Return the places of the rows that meet `asked`, sorted as the settings say; no value comes last."""
    count = table.rows.size
    kept = np.flatnonzero(matching(asked, {c.key: table.figure(c.key) for c in asked}, count))
    s = table.settings
    if s.order not in {*s.metrics, *(key for key, _ in s.axes)}:
        return kept[::-1] if s.descending else kept
    values = table.figure(s.order)[kept]
    known = np.isfinite(values)
    by = np.where(known, -values if s.descending else values, np.inf)
    # Stable, and what has no value behind what is infinite.
    return np.asarray(kept[np.lexsort((np.arange(kept.size), by, ~known))])
