"""The job of the frontier view: two metrics against each other as one input varies."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.drivers import Point, cause, frontier, point
from engine.errors import IsocostError
from engine.metrics import BINDING
from engine.scenario import Scenario, spec_of
from gui import shown_units
from gui.language import say, sentence
from gui.plotting import text
from gui.plotting.contours import Floats, Mask
from gui.plotting.scales import Range, tight_range
from gui.plotting.slices import COSTS, limit_of
from gui.shown_units import METRICS, shown_along

COUNT = 160
COARSE = 40
MOST_OTHERS = 5


@dataclass(frozen=True)
class FrontierSettings:
    """What a frontier job was made for.

    Attributes
    ----------
    x, y : str
        Metrics.
    along : str
        The input that varies along a curve.
    compare : str
        A choice, or an input of whole steps, whose other values get curves too; "" for none.
    ranges : tuple of Range or None
        Of x and y, now on screen.
    adapt : bool
        Whether they may give way to the values.
    """

    x: str
    y: str
    along: str
    compare: str
    ranges: tuple[Range | None, Range | None] = (None, None)
    adapt: bool = True


@dataclass(frozen=True, slots=True)
class Traced:
    """One curve.

    Attributes
    ----------
    name : str
        Words at its end.
    kind : "now", "baseline", "other"
    at : ndarray, shape (n,)
        Values of the input along it, declared unit.
    x, y : ndarray, shape (n,)
        Display units; NaN where there is no service.
    able, best : bool array, shape (n,)
        Every limit holds; no other point of the curve beats it in both metrics.
    binding : ndarray, shape (n,)
    """

    name: str
    kind: str
    at: Floats
    x: Floats
    y: Floats
    able: Mask
    best: Mask
    binding: Floats


@dataclass(frozen=True, slots=True)
class FrontierResult:
    """A frame of the frontier view.

    `break_even` is the course of the y metric at which nothing is earned, against `curves[0].x`;
    `limits` are the promises on x and y, display units; `said` is why there is less to see than a curve
    with the scenario on it, "" where there is nothing to say.
    """

    settings: FrontierSettings
    scenario: Scenario
    curves: tuple[Traced, ...]
    x_scale: Range
    y_scale: Range
    break_even: Floats | None
    limits: tuple[float | None, float | None]
    point: Point
    said: str = ""


class FrontierJob:
    """Computes `FrontierResult`; see `gui.views.base.Job`."""

    def __init__(self, settings: FrontierSettings) -> None:
        self.settings = settings

    def run(
        self, scenario: Scenario, baseline: Scenario, coarse: bool, cancelled: Callable[[], bool]
    ) -> FrontierResult | None:
        """Return a frame, or None when `cancelled` turned true."""
        s, count = self.settings, COARSE if coarse else COUNT
        curves = [self._traced(scenario, "now", "now", count)]
        if set(scenario.differing(baseline)) - {s.along}:
            curves.append(self._traced(baseline, "as opened", "baseline", count))
        for name, other in others(scenario, s.compare):
            if cancelled():
                return None
            curve = self._traced(other, name, "other", count)
            if not any(_alike(curve, c) for c in curves):
                curves.append(curve)
        if cancelled():
            return None
        x_scale, y_scale = self._scales(curves)
        here = point(scenario)
        return FrontierResult(
            settings=s,
            scenario=scenario,
            curves=tuple(curves),
            x_scale=x_scale,
            y_scale=y_scale,
            break_even=self._break_even(scenario, count),
            limits=(limit_of(s.x, scenario), limit_of(s.y, scenario)),
            point=here,
            said=_said(scenario, here, curves[0], s),
        )

    def _traced(self, scenario: Scenario, name: str, kind: str, count: int) -> Traced:
        s = self.settings
        found = frontier(scenario, s.x, s.y, s.along, count)
        metrics = found.line.metrics
        return Traced(
            name=name,
            kind=kind,
            at=found.line.x.values,
            x=shown_along(found.line, s.x),
            y=shown_along(found.line, s.y),
            able=np.asarray(metrics["feasible"] == 1.0),
            best=found.best,
            binding=np.ascontiguousarray(metrics["binding"]),
        )

    def _scales(self, curves: list[Traced]) -> tuple[Range, Range]:
        s = self.settings
        made = []
        for key, current, values in (
            (s.x, s.ranges[0], np.concatenate([c.x for c in curves])),
            (s.y, s.ranges[1], np.concatenate([c.y for c in curves])),
        ):
            made.append(current if current and not s.adapt else tight_range(key, values))
        return made[0], made[1]

    def _break_even(self, scenario: Scenario, count: int) -> Floats | None:
        key = self.settings.y
        if key in {"gross_margin", "margin_per_request", "profit_rate"}:
            return np.zeros(count)
        if key not in COSTS:
            return None
        line = frontier(scenario, self.settings.x, key, self.settings.along, count).line
        ratio = line.metrics["price_per_request"] / line.metrics["cost_per_request"]
        return np.asarray(shown_along(line, key) * ratio)


def _said(scenario: Scenario, here: Point, own: Traced, s: FrontierSettings) -> str:
    """Return why there is less to see than a curve with the scenario on it; "" where there is all."""
    stopped = cause(scenario, here)
    why = f": {sentence(stopped.text)}" if stopped is not None else ""
    known = np.isfinite(own.x) & np.isfinite(own.y)
    if not known.any():
        return say("No point of the curve can be served{why}", why=why)
    still = all(np.ptp(side[known]) <= 1e-9 * np.abs(side[known]).max() for side in (own.x, own.y))
    if still:
        bought = ": tokens are bought" if scenario.get("finance.supply") == "api" else ""
        return say("{label} moves neither of the two{bought}", label=spec_of(s.along).label, bought=bought)
    if not np.isfinite([here.base(s.x), here.base(s.y)]).all():
        return say("The scenario itself is not served{why}", why=why)
    return ""


def _alike(a: Traced, b: Traced) -> bool:
    return bool(np.allclose(a.x, b.x, 5e-3, equal_nan=True) and np.allclose(a.y, b.y, 5e-3, equal_nan=True))


def others(scenario: Scenario, key: str) -> list[tuple[str, Scenario]]:
    """Return (words, scenario) for the other values that input `key` may take."""
    if not key:
        return []
    spec = spec_of(key)
    made: list[tuple[str, Scenario]] = []
    if spec.kind == "choice":
        values: list[tuple[str, object]] = [(o.label, o.id) for o in spec.options]
    else:
        now = scenario.number(key)
        values = [(shown_units.text(v, spec, full=True), v) for v in (now / 4, now / 2, now * 2, now * 4)]
    for name, value in values:
        try:
            other = scenario.with_value(key, value)
        except IsocostError:
            continue
        if other is not scenario:
            made.append((name, other))
    return made[:MOST_OTHERS]


def words_at(result: FrontierResult, curve: Traced, node: int) -> list[str]:
    """Return what is true at a node of a curve, a line each."""
    s, spec = result.settings, spec_of(result.settings.along)
    lines = [] if curve.kind == "now" else [curve.name]
    lines.append(f"{spec.label} {text.axis_value(spec, float(f'{curve.at[node]:.3g}'))}")
    lines += [
        f"{METRICS[key].label} {text.reading(key, float(values[node]))}"
        for key, values in ((s.x, curve.x), (s.y, curve.y))
    ]
    code = round(float(curve.binding[node]))
    if code:
        lines.append(say("stopped by {limit}", limit=BINDING[code][1]))
    elif curve.best[node]:
        lines.append("nothing beats it in both")
    return lines
