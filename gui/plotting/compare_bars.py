"""The bars of a bridge: from where to where each goes, and the scale they stand on, in sums or in factors."""

import math
from dataclasses import dataclass
from typing import Final

from engine.compare import Step
from engine.compare_command import multiplied, signed
from gui.language import tr
from gui.plotting import text
from gui.plotting.compare_job import CompareResult
from gui.plotting.compare_words import big_steps
from gui.plotting.scales import Range
from gui.plotting.ticks import linear_ticks, log_ticks
from gui.reading import format_value
from gui.shown_units import METRICS

#: Distance of smallest and largest end, as a share of the latter, below which zero is left out.
_ZOOM: Final = 0.3


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of the waterfall.

    Attributes
    ----------
    kind : "start", "end", "step" or "rest"
    low, high : float
        From where to where it goes: base units, or multiples inside a step of factors.
    figure : str
    """

    kind: str
    label: str
    low: float
    high: float
    figure: str
    step: Step | None = None


def bar_rows(r: CompareResult, most: int) -> list[BarRow]:
    """Return the rows of a frame, at most `most`: both ends, each step, and what is too small together."""
    if r.solved is None or r.solved.bridge.trouble or r.same:
        return []
    found, within = r.solved.bridge, r.looked >= 0
    metric, factors = METRICS[found.metric], found.factors
    steps = r.parts if within else found.steps
    big, small = big_steps(steps, most - 2)
    foot = 1.0 if factors and within else 0.0
    at = foot if within else found.start
    made = [] if within else [_end("start", r, r.chosen.base, found.start)]
    for step in big:
        then = at * step.factor if factors else at + step.value
        said = multiplied(step.factor) if factors else signed(step.value, metric)
        made.append(BarRow("step", step.label, at, then, said, step))
        at = then
    if small:
        by = math.prod(s.factor for s in small) if factors else math.fsum(s.value for s in small)
        then = at * by if factors else at + by
        said = multiplied(by) if factors else signed(by, metric)
        made.append(BarRow("rest", tr("{count} smaller").format(count=len(small)), at, then, said))
    if not within:
        return [*made, _end("end", r, r.chosen.to, found.end)]
    whole = found.steps[r.looked]
    said = multiplied(whole.factor) if factors else signed(whole.value, metric)
    return [*made, BarRow("end", tr("together"), foot, whole.factor if factors else whole.value, said)]


def _end(kind: str, r: CompareResult, column: int, value: float) -> BarRow:
    said = format_value(value, METRICS[r.settings.metric])
    return BarRow(kind, r.chosen.columns[column].name, 0.0, value, said)


def bar_scale(rows: list[BarRow], *, factors: bool) -> Range:
    """Return a scale that holds all rows; a logarithmic one for factors."""
    ends = [v for row in rows for v in (row.low, row.high) if row.kind in {"step", "rest"} or row.low]
    ends += [row.high for row in rows if row.kind in {"start", "end"}]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    if factors:
        if low <= 0.0:
            return Range(0.5, 2.0, "log")
        room = max((high / low) ** 0.05, 1.02)
        return Range(low / room, high * room, "log")
    if not (low > 0.0 and high - low < _ZOOM * high) and not (high < 0.0 and high - low < -_ZOOM * low):
        low, high = min(low, 0.0), max(high, 0.0)
    if not high > low:
        low, high = low - max(1e-12, abs(low) * 0.1), high + max(1e-12, abs(high) * 0.1)
    room = 0.04 * (high - low)
    return Range(low - (room if low else 0.0), high + (room if high else 0.0), "linear")


def bar_ticks(scale: Range, metric: str, *, multiples: bool) -> list[tuple[float, str]]:
    """Return (value, words) of the figures named below the bars."""
    factor = 1.0 if multiples else METRICS[metric].shown(1.0)
    low, high = scale.low * factor, scale.high * factor
    marks = log_ticks(low, high) if scale.kind == "log" else linear_ticks(low, high, 4)
    return [(v / factor, multiplied(v) if multiples else text.level(metric, v)) for v in marks]
