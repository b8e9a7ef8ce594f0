"""What the compare view says: verdicts, tips and notes, in words a person reads."""

import math
from typing import Final

import numpy as np

from engine.compare import KPIS, Bridge, Compared, Figure, Row, Step
from engine.compare.changes import Change
from engine.compare_command import multiplied, signed
from engine.evidence import EXACT
from engine.formatting import NOTHING, format_delta, format_range, format_value
from engine.metrics import Metric
from gui import shown_units
from gui.plotting.compare_columns import Chosen
from gui.plotting.compare_job import CompareResult, Maps
from gui.plotting.text import MINUS
from gui.shown_units import METRICS

#: Steps smaller than this share of the largest are not drawn.
SLIGHT: Final = 1e-9
#: Whose doing what a role adds is.
WHOSE: Final = {
    "decision": "our doing",
    "assumption": "assumptions",
    "price": "the market",
    "": "several at once",
}
#: Size of a step, over the larger of both figures, from which on factors are recommended.
_FAR: Final = 5.0
#: Most changes named in a tip.
_NAMED: Final = 10
_ARROW: Final = " \u2192 "
#: Figures of the table, in their order.
SHOWN: Final = tuple(key for key in KPIS if key != "margin_per_request")


def delta(figure: Figure, metric: Metric, base: float) -> tuple[str, int]:
    """Return how far a figure is from the base's, with its sign, and whether that is good (1) or bad (-1)."""
    said, way = format_delta(figure.value, base, metric)
    if said in {NOTHING, "unchanged"}:
        return "", 0
    return f"{'+' if way > 0 else MINUS}{said}", way * metric.better


def title(chosen: Chosen, found: Bridge) -> str:
    """Return from what to what a bridge goes."""
    metric = METRICS[found.metric]
    start, end = (format_value(value, metric) for value in (found.start, found.end))
    said = f"{metric.label}: {start} \u2192 {end}"
    if found.factors and found.start:
        return f"{said}, {multiplied(found.end / found.start)}"
    return f"{said}, {signed(found.difference, metric)}" if math.isfinite(found.difference) else said


def whose(found: Bridge, *, short: bool = False) -> list[tuple[str, str]]:
    """Return (words, role) of a sentence that tells whose doing a difference is; role "" for plain words."""
    whole, parts = _split(found)
    said = [] if short else [(f"Of the {whole}, ", "")]
    for place, (role, value) in enumerate(parts):
        joint = "" if place else "" if short else "is "
        said.append((f"{', ' if place else ''}{value} {joint}", ""))
        said.append((WHOSE[role], role))
    return said


def _split(found: Bridge) -> tuple[str, list[tuple[str, str]]]:
    """Return the whole difference and what of it is of each role that has any, in words."""
    metric = METRICS[found.metric]
    if found.factors:
        by = found.role_factors()
        parts = [(role, multiplied(v)) for role, v in by.items() if v != 1.0 or role == "decision"]
        return multiplied(found.end / found.start), parts
    roles = found.roles()
    parts = [(role, signed(v, metric)) for role, v in roles.items() if v or role == "decision"]
    return signed(found.difference, metric), parts


def step_figure(found: Bridge, step: Step) -> str:
    """Return what a step adds, or by what it multiplies."""
    return multiplied(step.factor) if found.factors else signed(step.value, METRICS[found.metric])


def big_steps(steps: tuple[Step, ...], most: int) -> tuple[list[Step], list[Step]]:
    """Return the steps to draw, at most `most` and in their order, and those that are too small for it."""
    largest = max((abs(step.value) for step in steps), default=0.0)
    moved = [step for step in steps if abs(step.value) > SLIGHT * largest]
    if len(moved) <= most:
        return moved, []
    order = sorted(moved, key=lambda step: -abs(step.value))
    kept = order[: most - 1]
    return [step for step in moved if step in kept], [step for step in moved if step not in kept]


def step_words(result: CompareResult, step: Step) -> str:
    """Return what changes in a step in a few words: from what to what, or which inputs."""
    assert result.solved is not None
    found = [result.solved.mixtures.changes[i] for i in step.members]
    if len(found) == 1:
        return _told(found[0], back=result.solved.back)
    return ", ".join(change.label for change in found)


def _told(change: Change, *, back: bool) -> str:
    return _ARROW.join(reversed(change.told.split(_ARROW))) if back else change.told


def step_tip(result: CompareResult, step: Step) -> str:
    """Return what changes in a step, from what to what."""
    assert result.solved is not None
    solved, metric = result.solved, METRICS[result.solved.bridge.metric]
    lines = [f"<b>{step.label}</b>: {step_figure(solved.bridge, step)}"]
    if step.error > 0.0 and not solved.bridge.factors:
        lines.append(f"standard error {signed(step.error, metric).removeprefix('+')}")
    found = [solved.mixtures.changes[i] for i in step.members]
    for change in found[:_NAMED]:
        told = _told(change, back=solved.back)
        more = len(change.keys) - 1
        lines.append(f"{change.label}: {told}" + (f", with {more} figures" if more else ""))
    if len(found) > _NAMED:
        lines.append(f"and {len(found) - _NAMED} more")
    return "<p style='white-space:pre'>" + "<br>".join(lines) + "</p>"


def notes(found: Bridge) -> list[str]:
    """Return how a bridge was made, and what that leaves open."""
    metric = METRICS[found.metric]
    if found.factors:
        what = "every order" if found.exact else f"{found.orders:,} orders drawn"
        said = [f"Geometric mean over {what} of the changes: factors multiply to the whole."]
    elif found.exact:
        said = ["Mean over every order of the changes, so none comes first."]
    else:
        error = signed(found.error, metric).removeprefix("+")
        said = [f"Mean over {found.orders:,} orders drawn, standard error at most {error}."]
    largest = max((abs(step.value) for step in found.steps), default=0.0)
    idle = sum(abs(step.value) <= SLIGHT * largest for step in found.steps)
    if idle:
        said.append(f"{idle} more {'changes' if idle == 1 else 'change'} nothing.")
    if not found.factors and _exploded(found):
        said.append("Bars are far larger than the figures: see them in factors.")
    if found.kept < 1.0:
        said.append(
            f"{found.kept * 100:.2g} % of the orders count: in the others some mixture cannot be served and "
            "has no figure."
        )
    if found.together:
        said.append(f"{found.together} can only change at once.")
    if found.broken > 0.005:
        said.append(f"{found.broken * 100:.0f} % of the mixtures miss a limit and still count.")
    return said


def _exploded(found: Bridge) -> bool:
    """Return whether mixtures lie so far out that sums of steps say little."""
    ends = (found.start, found.end)
    return min(ends) > 0.0 and max((abs(s.value) for s in found.steps), default=0.0) > _FAR * max(ends)


def figure_tip(figures: Compared, key: str, index: int, name: str) -> str:
    """Return a figure with its band, grade and variance."""
    metric = METRICS[key]
    figure = figures.figure(key, index)
    lines = [f"<b>{metric.label}</b>, {name}: {format_value(figure.value, metric, full=True)}"]
    band = figure.band
    if band is not None and band.grade != EXACT:
        lines.append(f"{format_range(band.low, band.high, metric)} in four of five, {band.grade}")
        lines.append(band.basis)
    elif band is not None:
        lines.append(band.basis)
    if math.isfinite(figure.difference) and figure.difference:
        relative = f" ({figure.relative * 100:+.3g} %)" if math.isfinite(figure.relative) else ""
        lines.append(f"{signed(figure.difference, metric)} against the base{relative}".replace("-", MINUS))
    return f"<p>{'<br>'.join(lines)}</p>"


def row_tip(row: Row, index: int, name: str, *, takes: bool) -> str:
    """Return a value with its source."""
    source, grade = row.sources[index]
    shown = shown_units.seen(row.unit)[1]
    unit = f" {shown}" if shown not in {"", "1"} and shown not in row.texts[index] else ""
    lines = [f"<b>{row.label}</b>, {name}: {row.texts[index]}{unit if row.what == 'value' else ''}"]
    lines.append(f"{source} ({grade})" if source else "no source is noted")
    if row.part:
        lines.append("comes with the part")
    if takes:
        lines.append("Click to take it into the scenario in front")
    return f"<p>{'<br>'.join(lines)}</p>"


def map_verdict(result: CompareResult, maps: Maps) -> str:
    """Return who is better where: of two, or of all that have a map."""
    metric = METRICS[result.settings.metric]
    if result.settings.show == "difference":
        return _two(result.chosen, maps, metric.better)
    names = [column.name for column in result.chosen.columns]
    if not metric.better:
        return "Each on the same colours; hatched where a limit is missed"
    values = np.stack([np.where(able, v, np.nan) for v, able in zip(maps.values, maps.able, strict=True)])
    some = np.isfinite(values).any(axis=0)
    if not some.any():
        return "Nobody holds the limits anywhere on this map"
    best = np.argmax(np.nan_to_num(metric.better * values, nan=-np.inf), axis=0)[some]
    shares = np.bincount(best, minlength=len(names)) / some.size
    order = [int(i) for i in np.argsort(-shares) if shares[i] > 0.0]
    return "Best: " + ", ".join(f"{names[i]} on {_percent(float(shares[i]))}" for i in order) + " of the map"


def _two(chosen: Chosen, maps: Maps, better: int) -> str:
    """Return on how much of the map the one is better than the other, and where only one holds the limits."""
    base, other = (chosen.columns[i].name for i in (chosen.base, chosen.to))
    both = maps.able[chosen.base] & maps.able[chosen.to]
    if not both.any():
        said = ["Nowhere do both hold the limits"]
    else:
        won = float(((better or 1) * maps.difference[both] > 0.0).mean())
        where = f"on {_percent(won)} of where" if won else "nowhere that"
        said = [f"{other} is {'better' if better else 'higher'} {where} both hold the limits"]
    for name, (one, none) in zip((other, base), _pairs(chosen), strict=True):
        share = float((maps.able[one] & ~maps.able[none]).mean())
        said += [f"{name} alone holds them on {_percent(share)} of the map"] if share else []
    return "; ".join(said)


def _pairs(chosen: Chosen) -> tuple[tuple[int, int], tuple[int, int]]:
    return (chosen.to, chosen.base), (chosen.base, chosen.to)


def _percent(share: float) -> str:
    return "all" if share == 1.0 else f"{share * 100:.3g} %"
