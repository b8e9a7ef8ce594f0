"""What the compare view says: verdicts, tips and notes, in words a person reads."""

import math
from typing import Final

import numpy as np

from engine.compare import KPIS, Bridge, Compared, Figure, Row, Step
from engine.compare.changes import Change
from engine.compare_command import multiplied, signed
from engine.evidence import EXACT
from engine.formatting import NOTHING, format_delta, format_number, format_range
from engine.metrics import Metric
from gui import shown_units
from gui.language import mark, said, tr
from gui.plotting.compare_columns import Chosen
from gui.plotting.compare_job import CompareResult, Maps
from gui.plotting.text import MINUS
from gui.reading import format_value
from gui.shown_units import METRICS

#: Steps smaller than this share of the largest are not drawn.
SLIGHT: Final = 1e-9
#: Whose doing what a role adds is.
WHOSE: Final = {
    "decision": mark("our doing"),
    "assumption": mark("assumptions"),
    "price": mark("the market"),
    "": mark("several at once"),
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
    moved, way = format_delta(figure.value, base, metric)
    if moved in {NOTHING, "unchanged"}:
        return "", 0
    return f"{'+' if way > 0 else MINUS}{moved}", way * metric.better


def title(chosen: Chosen, found: Bridge) -> str:
    """Return from what to what a bridge goes."""
    metric = METRICS[found.metric]
    start, end = (format_value(value, metric) for value in (found.start, found.end))
    told = f"{metric.label}: {start} \u2192 {end}"
    if found.factors and found.start:
        return f"{told}, {multiplied(found.end / found.start)}"
    return f"{told}, {signed(found.difference, metric)}" if math.isfinite(found.difference) else told


def whose(found: Bridge, *, short: bool = False) -> list[tuple[str, str]]:
    """Return (words, role) of a sentence that tells whose doing a difference is; role "" for plain words."""
    whole, parts = _split(found)
    told = [] if short else [(said("Of the {whole}, ", whole=whole), "")]
    for place, (role, value) in enumerate(parts):
        joint = "" if place or short else tr("is ")
        told.append((f"{', ' if place else ''}{value} {joint}", ""))
        told.append((tr(WHOSE[role]), role))
    return told


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
    solved = result.solved
    lines = [f"<b>{step.label}</b>: {step_figure(solved.bridge, step)}"]
    if step.error > 0.0:
        error = step_error(solved.bridge, step.error, step.times)
        lines.append(said("standard error {error}", error=error))
    found = [solved.mixtures.changes[i] for i in step.members]
    for change in found[:_NAMED]:
        told = _told(change, back=solved.back)
        more = len(change.keys) - 1
        lines.append(f"{change.label}: {told}" + (said(", with {count} figures", count=more) if more else ""))
    if len(found) > _NAMED:
        lines.append(said("and {count} more", count=len(found) - _NAMED))
    return "<p style='white-space:pre'>" + "<br>".join(lines) + "</p>"


def step_error(found: Bridge, error: float, times: float) -> str:
    """Return a standard error in words: of what is added, or of a factor, in parts of it."""
    if found.factors:
        return f"{format_number(100.0 * (times - 1.0))} %"
    return signed(error, METRICS[found.metric]).removeprefix("+")


def notes(found: Bridge) -> list[str]:
    """Return how a bridge was made, and what that leaves open."""
    if found.factors:
        drawn = said("{count} orders drawn", count=f"{found.orders:,}")
        what = tr("every order") if found.exact else drawn
        form = "Geometric mean over {what} of the changes: factors multiply to the whole."
        told = [said(form, what=what)]
        if not found.exact:
            error = step_error(found, found.error, found.times)
            told.append(said("Standard error at most {error}.", error=error))
    elif found.exact:
        told = [tr("Mean over every order of the changes, so none comes first.")]
    else:
        error = step_error(found, found.error, found.times)
        form = "Mean over {count} orders drawn, standard error at most {error}."
        told = [said(form, count=f"{found.orders:,}", error=error)]
    largest = max((abs(step.value) for step in found.steps), default=0.0)
    idle = sum(abs(step.value) <= SLIGHT * largest for step in found.steps)
    if idle:
        told.append(
            said("{count} more changes nothing." if idle == 1 else "{count} more change nothing.", count=idle)
        )
    if not found.factors and _exploded(found):
        told.append(tr("Bars are far larger than the figures: see them in factors."))
    if found.kept < 1.0:
        form = "{share} of the orders count: in the others some mixture cannot be served and has no figure."
        told.append(said(form, share=f"{found.kept * 100:.2g} %"))
    if found.together:
        told.append(said("{inputs} can only change at once.", inputs=found.together))
    if found.broken > 0.005:
        form = "{share} of the mixtures miss a limit and still count."
        told.append(said(form, share=f"{found.broken * 100:.0f} %"))
    return told


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
        lines.append(
            said(
                "{band} in four of five, {grade}",
                band=format_range(band.low, band.high, metric).replace(" to ", tr(" to ")),
                grade=tr(band.grade),
            )
        )
        lines.append(band.basis)
    elif band is not None:
        lines.append(band.basis)
    if math.isfinite(figure.difference) and figure.difference:
        relative = f" ({figure.relative * 100:+.3g} %)" if math.isfinite(figure.relative) else ""
        lines.append(
            said("{change} against the base", change=signed(figure.difference, metric))
            + relative.replace("-", MINUS)
        )
    return f"<p>{'<br>'.join(lines)}</p>"


def row_tip(row: Row, index: int, name: str, *, takes: bool) -> str:
    """Return a value with its source."""
    source, grade = row.sources[index]
    shown = shown_units.seen(row.unit)[1]
    unit = f" {shown}" if shown not in {"", "1"} and shown not in row.texts[index] else ""
    lines = [f"<b>{row.label}</b>, {name}: {row.texts[index]}{unit if row.what == 'value' else ''}"]
    lines.append(f"{source} ({grade})" if source else tr("no source is noted"))
    if row.part:
        lines.append(tr("comes with the part"))
    if takes:
        lines.append(tr("Click to take it into the scenario in front"))
    return f"<p>{'<br>'.join(lines)}</p>"


def map_verdict(result: CompareResult, maps: Maps) -> str:
    """Return who is better where: of two, or of all that have a map."""
    metric = METRICS[result.settings.metric]
    if result.settings.show == "difference":
        return _two(result.chosen, maps, metric.better)
    names = [column.name for column in result.chosen.columns]
    if not metric.better:
        return tr("Each on the same colours; hatched where a limit is missed")
    values = np.stack([np.where(able, v, np.nan) for v, able in zip(maps.values, maps.able, strict=True)])
    some = np.isfinite(values).any(axis=0)
    if not some.any():
        return tr("Nobody holds the limits anywhere on this map")
    best = np.argmax(np.nan_to_num(metric.better * values, nan=-np.inf), axis=0)[some]
    shares = np.bincount(best, minlength=len(names)) / some.size
    order = [int(i) for i in np.argsort(-shares) if shares[i] > 0.0]
    parts = [said("{name} on {share}", name=names[i], share=_percent(float(shares[i]))) for i in order]
    return said("Best: {parts} of the map", parts=", ".join(parts))


def _two(chosen: Chosen, maps: Maps, better: int) -> str:
    """Return on how much of the map the one is better than the other, and where only one holds the limits."""
    base, other = (chosen.columns[i].name for i in (chosen.base, chosen.to))
    both = maps.able[chosen.base] & maps.able[chosen.to]
    if not both.any():
        told = [tr("Nowhere do both hold the limits")]
    else:
        won = float(((better or 1) * maps.difference[both] > 0.0).mean())
        forms = {
            (True, True): "{other} is better on {share} of where both hold the limits",
            (False, True): "{other} is higher on {share} of where both hold the limits",
            (True, False): "{other} is better nowhere that both hold the limits",
            (False, False): "{other} is higher nowhere that both hold the limits",
        }
        told = [said(forms[bool(better), won > 0.0], other=other, share=_percent(won))]
    for name, (one, none) in zip((other, base), _pairs(chosen), strict=True):
        share = float((maps.able[one] & ~maps.able[none]).mean())
        alone = said("{name} alone holds them on {share} of the map", name=name, share=_percent(share))
        told += [alone] if share else []
    return "; ".join(told)


def _pairs(chosen: Chosen) -> tuple[tuple[int, int], tuple[int, int]]:
    return (chosen.to, chosen.base), (chosen.base, chosen.to)


def _percent(share: float) -> str:
    return tr("all") if share == 1.0 else f"{share * 100:.3g} %"
