"""The legend of the frontier view: each kind of line that comes into the plot, and no other."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from engine.scenario import spec_of
from gui import fonts
from gui.language import inner, say
from gui.plotting import draw
from gui.plotting.contours import Floats
from gui.plotting.frontier_job import FrontierResult
from gui.plotting.inks import Inks, pen


def paint_legend(painter: QPainter, inks: Inks, r: FrontierResult, box: QRect) -> None:
    """Draw below the plot `box` what its lines mean."""
    x, y, font = float(box.left()), box.bottom() + fonts.px(60), fonts.px_font(11)
    for stroke, said in _entries(inks, r):
        painter.setPen(stroke)
        painter.drawLine(QPointF(x, y), QPointF(x + fonts.px(22), y))
        wide = fonts.width(said, 11)
        draw.words(painter, QRectF(x + fonts.px(29), y - 9, wide, 18), said, inks.theme.text, font, draw.LEFT)
        x += wide + fonts.px(48)


def _entries(inks: Inks, r: FrontierResult) -> list[tuple[QPen, str]]:
    theme, entries = inks.theme, []
    if _seen(r, r.curves[0].y, where=r.curves[0].able):
        entries += [(pen(theme.accent, 3.0), "nothing beats it"), (pen(theme.accent, 1.5), "feasible")]
    if not all(c.able[np.isfinite(c.y)].all() for c in r.curves):
        entries.append((pen(theme.muted, 1.0, dashes=(3, 3)), "a limit is broken"))
    if any(c.kind == "baseline" for c in r.curves):
        entries.append((inks.baseline, "as opened (baseline)"))
    if r.break_even is not None and _seen(r, r.break_even):
        entries.append((inks.threshold["break_even"], "break-even"))
    if any(curve.kind == "other" for curve in r.curves):
        compared = inner(spec_of(r.settings.compare).label)
        entries.append((pen(theme.muted, 1.5), say("other {label}", label=compared)))
    scales = zip(r.limits, (r.x_scale, r.y_scale), strict=True)
    if any(limit is not None and 0.0 <= scale.at(limit) <= 1.0 for limit, scale in scales):
        entries.append((inks.limit, "limit"))
    return entries


def _seen(r: FrontierResult, y: Floats, where: NDArray[np.bool_] | bool = True) -> bool:
    """Return whether a course over the first curve's x comes into the plot."""
    across, up = r.x_scale.unit(r.curves[0].x), r.y_scale.unit(y)
    return bool(np.any((across >= 0.0) & (across <= 1.0) & (up >= 0.0) & (up <= 1.0) & where))
