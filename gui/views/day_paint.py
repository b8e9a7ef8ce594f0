"""How the day view is painted: demand under capacity, and the courses below."""

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from engine.parameters.profile import HOURS
from gui import fonts, shown_units
from gui.language import say
from gui.plotting import day_layout, draw
from gui.plotting.contours import Floats
from gui.plotting.day_job import DAYS, DayResult
from gui.plotting.day_layout import Frame, Panel
from gui.plotting.inks import Inks, pen
from gui.plotting.text import number, short
from gui.plotting.ticks import nice_step

if TYPE_CHECKING:
    from gui.views.day_canvas import DayCanvas


def paint(painter: QPainter, canvas: "DayCanvas", r: DayResult, frame: Frame) -> None:
    """Paint a frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    panels = day_layout.panels_of(r)
    _grounds(painter, canvas.inks, frame)
    _demand(painter, canvas, r, frame)
    for panel, box, top in zip(panels, frame.boxes[1:], canvas.tops, strict=True):
        _course(painter, canvas.inks, frame, panel, (box, top))
    _hours(painter, canvas.inks, frame)
    if canvas.hover >= 0:
        _told(painter, canvas, r, frame)


def _grounds(painter: QPainter, inks: Inks, frame: Frame) -> None:
    """Set off weekends, or nights where one day is shown."""
    for box in frame.boxes:
        spans = [(120, 168)] if frame.count == HOURS else [(0, 7), (22, 24)]
        for a, b in spans:
            start = frame.x(a) if frame.count == HOURS else frame.x(frame.first + a)
            end = frame.x(b) if frame.count == HOURS else frame.x(frame.first + b)
            painter.fillRect(
                QRectF(start, box.top(), end - start, box.height()), inks.theme.token("field", 110)
            )


def _steps(frame: Frame, values: Floats, box: QRectF, top: float) -> Floats:
    """Return the corners of a course that holds each value for an hour, px, shape (2 n, 2)."""
    shown = np.asarray(values)[frame.span]
    x = np.repeat([frame.x(frame.first + i) for i in range(frame.count + 1)], 2)[1:-1]
    y = box.bottom() - np.repeat(np.clip(shown / top, -0.1, 1.2), 2) * box.height()
    return np.stack([x, y], axis=1)


def _between(low: Floats, high: Floats) -> QPainterPath:
    path = QPainterPath()
    points = [QPointF(*at) for at in (*low, *high[::-1])]
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def _scale(painter: QPainter, inks: Inks, box: QRectF, top: float, about: int) -> None:
    step = nice_step(top / about)
    for i in range(int(top / step + 1e-9) + 1):
        y = round(box.bottom() - i * step / top * box.height())
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), inks.theme.hairline)
        place = QRectF(box.left() - fonts.px(68), y - 8, fonts.px(60), 16)
        said = short(float(f"{i * step:.6g}"))
        draw.words(painter, place, said, inks.theme.muted, fonts.px_font(11), draw.RIGHT)


def _decades(painter: QPainter, inks: Inks, box: QRectF, panel: Panel, top: float) -> None:
    count = round(math.log10(top / panel.low))
    for i in range(count + 1):
        y = round(box.bottom() - i / count * box.height())
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), inks.theme.hairline)
        if i % (1 + count // 3) == 0:
            place = QRectF(box.left() - fonts.px(68), y - 8, fonts.px(60), 16)
            said = short(float(f"{panel.low * 10.0**i:.6g}"))
            draw.words(painter, place, said, inks.theme.muted, fonts.px_font(11), draw.RIGHT)


def _title(painter: QPainter, inks: Inks, box: QRectF, name: str, unit: str) -> None:
    place = QRectF(box.left(), box.top() - fonts.px(22), box.width(), fonts.px(18))
    draw.words(painter, place, name, inks.theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
    place.setLeft(place.left() + fonts.width(name, 12, fonts.SEMIBOLD) + fonts.px(7))
    draw.words(painter, place, unit, inks.theme.muted, fonts.px_font(11), draw.LEFT)


def _demand(painter: QPainter, canvas: "DayCanvas", r: DayResult, frame: Frame) -> None:
    inks, box, top, d = canvas.inks, frame.boxes[0], canvas.top, r.hours
    assert d is not None
    each, unit = shown_units.seen("requests/s")
    _scale(painter, inks, box, top * each, 4)
    _title(painter, inks, box, "Demand and capacity", unit)
    painter.save()
    painter.setClipRect(box.adjusted(-4, -8, 4, 2))
    zero = _steps(frame, np.zeros(HOURS), box, top)
    urgent = _steps(frame, d.urgent, box, top)
    painter.fillPath(_between(zero, urgent), inks.theme.token("accent", 90))
    known = bool(np.isfinite(d.capacity).all())
    if d.waiting.max() > 0.0:
        late = d.served if known else d.waiting
        above = _steps(frame, d.urgent + late, box, top)
        painter.fillPath(_between(urgent, above), inks.theme.token("good", 95))
    if known:
        _capacity(painter, inks, d.urgent, (d.capacity, d.capacity * d.paid / d.replicas), (frame, box, top))
    painter.strokePath(draw.path_of(urgent), pen(inks.theme.accent, 1.5))
    if r.scenario.get("demand.zones") != "one" and not d.given:
        own = _steps(frame, r.shape * float(d.urgent.mean()), box, top)
        painter.strokePath(draw.path_of(own), pen(inks.theme.accent, 1.0, dashes=(1, 3)))
    if known and d.owned.any():
        own = _steps(frame, d.capacity * d.owned / d.paid, box, top)
        painter.strokePath(draw.path_of(own), pen(inks.theme.good, 1.75))
    if r.before is not None:
        ghost = _steps(frame, r.before.urgent + r.before.waiting, box, top)
        painter.strokePath(draw.path_of(ghost), inks.baseline)
    _handles(painter, canvas, r, frame)
    painter.restore()
    _legend(painter, inks, r, box)


def _capacity(
    painter: QPainter,
    inks: Inks,
    urgent: Floats,
    rates: tuple[Floats, Floats],
    place: tuple[Frame, QRectF, float],
) -> None:
    frame, box, top = place
    capacity, paid = (_steps(frame, rate, box, top) for rate in rates)
    painter.fillPath(_between(capacity, paid), inks.theme.token("muted", 45))
    painter.strokePath(draw.path_of(paid), pen(inks.theme.muted, 1.0))
    over = np.maximum(urgent, rates[0])
    if (urgent > rates[0] * (1 + 1e-9)).any():
        painter.fillPath(_between(capacity, _steps(frame, over, box, top)), inks.theme.token("bad", 120))
    painter.strokePath(draw.path_of(capacity), pen(inks.theme.ink, 1.75))


def _handles(painter: QPainter, canvas: "DayCanvas", r: DayResult, frame: Frame) -> None:
    """Mark where an hour can be taken: all of a day, of a week the one under the pointer."""
    d, box = r.hours, frame.boxes[0]
    assert d is not None
    level = r.shape * float(d.urgent.mean())
    hours = range(frame.first, frame.first + frame.count) if frame.count == 24 else ()
    painter.setBrush(canvas.inks.theme.panel)
    for hour in {*hours, *([canvas.hover] if canvas.hover >= 0 else [])}:
        held = hour == canvas.hover
        painter.setPen(pen(canvas.inks.theme.accent, 2.0 if held else 1.25))
        y = box.bottom() - min(float(level[hour]) / canvas.top, 1.1) * box.height()
        size = 4.5 if held else 3.0
        draw.dot(painter, QPointF(0.5 * (frame.x(hour) + frame.x(hour + 1)), y), size)


def _legend(painter: QPainter, inks: Inks, r: DayResult, box: QRectF) -> None:
    d, theme = r.hours, inks.theme
    assert d is not None
    entries: list[tuple[QColor | QPen, str]] = []
    if r.before is not None:
        entries.append((inks.baseline, "baseline"))
    if np.isfinite(d.capacity).all():
        if (d.paid > d.replicas * (1 + 1e-9)).any():
            entries.append((theme.token("muted", 80), "in reserve"))
        entries.append((pen(theme.ink, 1.75), "capacity"))
        if d.owned.any():
            entries.append((pen(theme.good, 1.75), "owned"))
    if d.waiting.max() > 0.0:
        entries.append((theme.token("good", 130), "can wait, served late"))
    if r.scenario.get("demand.zones") != "one" and not d.given:
        entries.append((pen(theme.accent, 1.0, dashes=(1, 3)), "one zone"))
    entries.append((theme.token("accent", 120), "demand" if d.waiting.max() <= 0.0 else "cannot wait"))
    x, y = box.right(), box.top() - fonts.px(13)
    for mark, said in entries:
        wide = fonts.width(said, 11)
        if x - wide - fonts.px(30) < box.left() + fonts.px(230):
            return
        draw.words(painter, QRectF(x - wide, y - 9, wide, 18), said, theme.text, fonts.px_font(11), draw.LEFT)
        x -= wide + fonts.px(24)
        if isinstance(mark, QPen):
            painter.setPen(mark)
            painter.drawLine(QPointF(x, y), QPointF(x + fonts.px(18), y))
        else:
            painter.fillRect(QRectF(x, y - fonts.px(5), fonts.px(18), fonts.px(10)), mark)
        x -= fonts.px(14)


def _course(painter: QPainter, inks: Inks, frame: Frame, panel: Panel, place: tuple[QRectF, float]) -> None:
    box, top = place
    if panel.low > 0.0:
        _decades(painter, inks, box, panel, top)
    else:
        _scale(painter, inks, box, top, 2)
    _title(painter, inks, box, panel.title, panel.unit)
    painter.save()
    painter.setClipRect(box.adjusted(-2, -4, 2, 2))
    if math.isfinite(panel.limit) and panel.limit <= top:
        y = round(box.bottom() - panel.limit / top * box.height())
        painter.fillRect(
            QRectF(box.left(), y - fonts.px(1), box.width(), fonts.px(2)), inks.theme.latency_limit
        )
    if math.isfinite(panel.mark):
        along = float(panel.along(np.array([panel.mark]), top)[0])
        level = round(box.bottom() - along * box.height()) + 0.5
        painter.setPen(pen(inks.theme.ink, 1.0, 170, dashes=(2, 3)))
        painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level))
    line = _steps(frame, panel.along(panel.values, top), box, 1.0)
    if np.isfinite(line).all():
        zero = _steps(frame, np.zeros(HOURS), box, 1.0)
        painter.fillPath(_between(zero, line), inks.theme.token("accent", 40))
    painter.strokePath(draw.path_of(line), pen(inks.theme.accent, 1.5))
    if panel.before is not None:
        before = _steps(frame, panel.along(panel.before, top), box, 1.0)
        painter.strokePath(draw.path_of(before), inks.baseline)
    painter.restore()
    taken = fonts.width(panel.title, 12, fonts.SEMIBOLD) + fonts.width(panel.unit, 11) + fonts.px(24)
    end = QRectF(box.left() + taken, box.top() - fonts.px(22), box.width() - taken, fonts.px(18))
    said = fonts.whole_parts(panel.note, end.width(), 11)
    draw.words(painter, end, said, inks.theme.muted, fonts.px_font(11), draw.RIGHT)


def _hours(painter: QPainter, inks: Inks, frame: Frame) -> None:
    """Name the hours below the last panel."""
    foot = frame.boxes[-1].bottom()
    if frame.count == HOURS:
        for day, name in enumerate(DAYS):
            place = QRectF(frame.x(24 * day), foot + fonts.px(5), frame.x(24) - frame.x(0), fonts.px(16))
            draw.words(painter, place, name, inks.theme.muted, fonts.px_font(11))
        return
    for hour in range(0, 25, 3):
        x = frame.x(frame.first + hour)
        draw.words(
            painter,
            QRectF(x - 30, foot + fonts.px(5), 60, fonts.px(16)),
            f"{hour}:00",
            inks.theme.muted,
            fonts.px_font(11),
        )


def _told(painter: QPainter, canvas: "DayCanvas", r: DayResult, frame: Frame) -> None:
    """Tell of the hour under the pointer."""
    inks, hour = canvas.inks, canvas.hover
    left, right = frame.x(hour), frame.x(hour + 1)
    for box in frame.boxes:
        painter.fillRect(QRectF(left, box.top(), right - left, box.height()), inks.theme.token("ink", 18))
    lines = day_layout.words_of(r, hour)
    if canvas.dragging:
        lines = [*lines[:2], say("{shape} times the mean", shape=number(float(r.shape[hour])))]
    wide = max(fonts.width(line, 11) for line in lines) + fonts.px(18)
    high = fonts.px(16) * len(lines) + fonts.px(10)
    x = right + 10 if right + 10 + wide < canvas.width() else left - 10 - wide
    y = frame.boxes[0].top() + fonts.px(6)
    painter.setPen(inks.border)
    painter.setBrush(inks.theme.panel)
    painter.drawRoundedRect(QRectF(round(x) + 0.5, round(y) + 0.5, wide, high), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    for i, line in enumerate(lines):
        place = QRectF(x + fonts.px(9), y + fonts.px(5) + fonts.px(16) * i, wide, fonts.px(16))
        weight = fonts.SEMIBOLD if i == 0 else fonts.REGULAR
        draw.words(painter, place, line, inks.theme.text, fonts.px_font(11, weight), draw.LEFT)
