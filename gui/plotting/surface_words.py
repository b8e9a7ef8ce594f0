"""The surfaces in a sentence: where something is earned, and which axis moves nothing."""

from typing import Final

import numpy as np

from gui.language import said, say, tr
from gui.plotting import text
from gui.plotting.contours import Floats, Mask
from gui.plotting.surface_job import SurfacesResult
from gui.shown_units import METRICS

#: An axis along which figures change by less moves nothing.
_LEAST_SPAN: Final = 1e-6


def sentence_of(result: SurfacesResult) -> str:
    """Return in a sentence on which side of the break-even line something is earned."""
    still = _still(result)
    return f"{still} {_earning(result)}" if still else _earning(result)


def _still(result: SurfacesResult) -> str:
    """Return in a sentence which axis moves nothing shown; "" where both do."""
    told = []
    for axis, along in ((result.x, 1), (result.y, 0)):
        if result.plots and not any(_moves(result.grid.base(plot.metric), along) for plot in result.plots):
            told.append(axis.spec.label)
    if len(told) > 1:
        return said("{one} and {other} move nothing shown.", one=told[0], other=told[1])
    return said("{input} moves nothing shown.", input=told[0]) if told else ""


def _moves(values: Floats, along: int) -> bool:
    """Return whether `values` change along an axis: mostly one line of them tells."""
    lines = np.moveaxis(values, along, -1)
    return _span(lines[lines.shape[0] // 2][None], 1) >= _LEAST_SPAN or _span(lines, 1) >= _LEAST_SPAN


def _span(values: Floats, along: int) -> float:
    """Return by which share `values` change along an axis at most; 1 where there is no knowing."""
    lines = np.moveaxis(values, along, -1)
    known = np.isfinite(lines)
    if known.all() and lines.shape[-1] > 1:
        # The plain case, without what looks for gaps.
        most, least = lines.max(axis=-1), lines.min(axis=-1)
        return float(((most - least) / np.maximum(np.maximum(most, -least), 1e-300)).max())
    lines = lines[known.sum(axis=-1) > 1]
    if not lines.size:
        return 1.0
    wide = np.nanmax(lines, axis=-1) - np.nanmin(lines, axis=-1)
    return float(np.max(wide / np.maximum(np.nanmax(np.abs(lines), axis=-1), 1e-300)))


def _earning(result: SurfacesResult) -> str:
    margin = result.grid.base("gross_margin")
    known = np.isfinite(margin)
    if not known.any():
        return tr("Nothing here can be served: every point breaks a limit.")
    if not both_sides(result):
        earns = bool(((margin > 0) & known).any())
        return tr("You earn everywhere outside a hatch." if earns else "No point here earns its cost.")
    form = "{side} the red line you earn; inside a hatch a limit stops you."
    return said(form, side=tr(sides(result)[0]))


def both_sides(result: SurfacesResult) -> bool:
    """Return whether some points of the map earn and others do not: whether there is a line between them."""
    margin = result.grid.base("gross_margin")
    known = np.isfinite(margin)
    earned = (margin > 0) & known
    return 0 < int(earned.sum()) < int(known.sum())


def sides(result: SurfacesResult) -> tuple[str, str]:
    """Return on which side of the red line something is earned, and the other: "Right of", "left of"."""
    margin = result.grid.base("gross_margin")
    (right, up), (all_right, all_up) = (_middle(mask) for mask in (margin > 0, np.isfinite(margin)))
    right, up = (right - all_right) / max(1, margin.shape[1]), (up - all_up) / max(1, margin.shape[0])
    if abs(right) >= abs(up):
        return ("Right of", "left of") if right > 0 else ("Left of", "right of")
    return ("Above", "below") if up > 0 else ("Below", "above")


def _middle(mask: Mask) -> tuple[float, float]:
    """Return the mean column and the mean row of what is in `mask`."""
    columns, rows = (np.count_nonzero(mask, axis=axis) for axis in (0, 1))
    total = float(columns.sum())
    across, up = float(columns @ np.arange(columns.size)), float(rows @ np.arange(rows.size))
    return across / total, up / total


def orientation(result: SurfacesResult) -> str:
    """Return what to know of the map at first sight."""
    if not both_sides(result):
        return _earning(result)
    here, there = sides(result)
    form = "<b>{here} the red line you earn, {there} it you lose.</b> You are at the circle."
    return said(form, here=tr(here), there=tr(there))


def spoken(result: SurfacesResult, axes: tuple[str, str], spots: tuple[str, str]) -> str:
    """Return for a screen reader what is read at the base point: where that is, and whether limits hold."""
    told = [
        say("{label} is {metric}", label=METRICS[p.metric].label, metric=text.reading(p.metric, p.value))
        for p in result.plots
    ]
    state = "every limit holds" if result.point.feasible else "a limit is broken"
    form = "At {x} {spots} and {y} {spots2}: {names}; {state}."
    names = ", ".join(told)
    return say(form, x=axes[0], spots=spots[0], y=axes[1], spots2=spots[1], names=names, state=state)
