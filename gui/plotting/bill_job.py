"""The job of the bill view: the bill by cause, the cash of the years ahead, and every supply by volume."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.drivers import Cash, Point, Supplies, cash, point, supplies
from engine.scenario import Scenario
from engine.units import MONTH, YEAR
from gui.language import tr
from gui.reading import format_value
from gui.shown_units import METRICS, priced, priced_tokens

#: What the bill is told per: id -> (words, head of its column).
UNITS: Final[dict[str, tuple[str, str]]] = {
    "tokens": ("M output tokens", "$ / M output"),
    "call": ("call", "$ / call"),
    "task": ("task", "$ / task"),
    "user": ("user and month", "$ / user"),
    "month": ("month", "$ / month"),
    "year": ("year", "$ / year"),
}
#: Columns beside the chosen one, as far as there is room.
COLUMNS: Final = ("month", "tokens", "call", "user")
#: Rows of the bill: metric that explains it, label, and whether it is paid for each accelerator.
CAUSES: Final = (
    ("capital_rate", "Capital", True),
    ("facility_rate", "Building", True),
    ("energy_rate", "Electricity", True),
    ("operations_rate", "Operations", True),
    ("software_rate", "Software", True),
    ("rent_rate", "Rent", True),
    ("bought_rate", "Bought tokens", False),
    ("levers_rate", "Levers beside the fleet", False),
    ("storage_rate", "Working storage", False),
    ("team_rate", "Fixed cost of running", False),
    ("routing_rate", "Router and judges", False),
    ("standby_rate", "Capacity on call elsewhere", False),
)
#: Rows below the bill: metric, label.
BELOW: Final = (
    ("idle_rate", "of it for idle machines"),
    ("free_rate", "of it for free use"),
    ("revenue_rate", "Revenue"),
    ("profit_rate", "Profit"),
    ("training_rate", "Training, not in the bill"),
)
#: What else the bill comes to, in the order of interest; told as far as there is room.
FACTS: Final = (
    "economic_cost_rate",
    "accounting_cost_rate",
    "cost_per_task",
    "cost_per_year",
    "gross_margin",
    "compute_margin",
    "own_breakeven",
    "full_cost_per_request",
    "lcot",
    "heavy_usage",
    "heavy_cost_per_user",
    "losing_users",
    "own_served",
    "breakeven_utilization",
    "breakeven_price",
)
#: Words of facts whose label is too long for half of the table.
_SHORT: Final = {"compute_margin": "Margin on paying users"}
_TOTAL: Final = {
    "tokens": "cost_per_token_all_in",
    "call": "cost_per_request",
    "task": "cost_per_task",
    "user": "cost_per_user_month",
    "month": "cost_rate",
    "year": "cost_per_year",
}
_COARSE, _FINE = 49, 145


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Attributes
    ----------
    metric, label : str
    sort : "cause", "total" or "below"
    figures : dict of str to float
        Unit -> dollars.
    share : float
        Of all cost, 0-1.
    before : float
        Dollars of the chosen unit in the baseline, NaN where there is none.
    """

    metric: str
    label: str
    sort: str
    figures: dict[str, float]
    share: float
    before: float


@dataclass(frozen=True)
class BillSettings:
    """What a bill job was made for: `unit` of `UNITS`."""

    unit: str = "tokens"


@dataclass(frozen=True, slots=True)
class BillResult:
    """A frame of the bill view.

    Attributes
    ----------
    rows : tuple of Row
        Causes, the total, and what lies below it; empty without service.
    cash, before : Cash or None
        Of the scenario, and of a baseline that differs.
    supplies : Supplies or None
    facts : tuple of (metric, label, figure)
        What else the bill comes to.
    """

    settings: BillSettings
    scenario: Scenario
    here: Point
    rows: tuple[Row, ...]
    cash: Cash | None
    before: Cash | None
    supplies: Supplies | None
    facts: tuple[tuple[str, str, str], ...]


class BillJob:
    """Computes `BillResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: BillSettings) -> None:
        self.settings = settings

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> BillResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        here = point(scenario)
        there = point(baseline) if baseline.values != scenario.values else None
        if cancelled():
            return None
        return BillResult(
            settings=self.settings,
            scenario=scenario,
            here=here,
            rows=_rows(self.settings.unit, here, there),
            cash=cash(scenario, here),
            before=cash(baseline, there) if there is not None else None,
            supplies=supplies(scenario, here, _COARSE if coarse else _FINE),
            facts=_facts(here),
        )


def unit_words(unit: str) -> tuple[str, str]:
    """Return how `unit` of `UNITS` is called, and the head of its column."""
    words, head = UNITS[unit]
    return priced(tr(words)), priced(tr(head))


def _facts(here: Point) -> tuple[tuple[str, str, str], ...]:
    """Return metric, label and figure of what has one; of a mixed fleet alone who serves what."""
    mixed = 0.0 < here.base("own_served") < 1.0
    kept = [key for key in FACTS if math.isfinite(here.base(key)) and (mixed or key != "own_served")]
    return tuple((key, _SHORT.get(key, METRICS[key].label), _fact(here, key)) for key in kept)


def _fact(here: Point, key: str) -> str:
    """Return the figure of `key` with what it is per, unless its label says so."""
    metric = METRICS[key]
    said = format_value(here.base(key), metric)
    per = metric.display_unit.removeprefix("$/") if metric.display_unit.startswith("$/") else ""
    if not per or per in metric.label:
        return said
    return f"{said} / {tr(per.removesuffix(' tokens'))}"


def _factors(here: Point) -> dict[str, float]:
    """Return dollars of each unit per $/s."""
    rate, total = here.base("request_rate"), here.base("cost_rate")
    tokens = rate * here.base("served_output_tokens")
    made = {"month": MONTH, "year": YEAR, "call": 1.0 / rate, "tokens": priced_tokens()[0] / tokens}
    made["user"] = here.base("cost_per_user_month") * MONTH / total if total > 0.0 else math.nan
    # Tools and retries of a task come on top of its calls: a cause keeps its share of them.
    made["task"] = here.base("cost_per_task") / total if total > 0.0 else math.nan
    return made


def _dollars(here: Point, metric: str, each: bool) -> float:
    return here.base(metric) * (here.base("accelerators") if each else 1.0)


def _rows(unit: str, here: Point, there: Point | None) -> tuple[Row, ...]:
    total = here.base("cost_rate")
    if not total > 0.0:
        return ()
    factors, past = _factors(here), math.nan
    if there is not None and there.base("cost_rate") > 0.0:
        past = _factors(there)[unit]

    def row(metric: str, label: str, sort: str, each: bool) -> Row:
        rate = _dollars(here, metric, each)
        before = _dollars(there, metric, each) * past if there is not None else math.nan
        return Row(metric, label, sort, {u: rate * f for u, f in factors.items()}, rate / total, before)

    causes = [row(metric, label, "cause", each) for metric, label, each in CAUSES]
    kept = [r for r in causes if r.share > 1e-9 or r.before > 0.0]
    kept.append(row("cost_rate", "All", "total", False))
    below = [row(metric, label, "below", False) for metric, label in BELOW]
    kept += [r for r in below if math.isfinite(r.share) and (r.share != 0.0 or r.before > 0.0)]
    return tuple(kept)


def explained(row: Row, unit: str) -> str:
    """Return the metric that explains the figure of `row` in `unit`."""
    return _TOTAL[unit] if row.sort == "total" else row.metric
