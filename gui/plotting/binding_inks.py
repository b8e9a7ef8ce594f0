"""Colours and patterns of what binds: each told from the others without colour."""

from functools import cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform

from gui import fonts
from gui.plotting.inks import Inks
from gui.theme import Theme

SIDE: Final = 10
#: kind -> (ground in light and dark, pattern). Served points have light grounds and open patterns, stopped
#: ones ruled patterns.
_LOOKS: Final[dict[str, tuple[str, str, str]]] = {
    "bandwidth": ("#CFE2F3", "#2C5678", "dots"),
    "compute": ("#F7DFA8", "#7A5A1C", "pluses"),
    "link": ("#B9E0C9", "#23644A", "rings"),
    "host": ("#D3DAE2", "#4B5868", "dashes"),
    "demand": ("#F7F4EC", "#34322C", ""),
    "bought": ("#E3E8EC", "#323A42", "points"),
    "tpot": ("#EBA9A3", "#7C343A", "/"),
    "ttft": ("#F3C4AE", "#6B4028", "x"),
    "quality": ("#CFCB9A", "#55532A", "#"),
    "capacity": ("#E0BD8C", "#6E5026", "-"),
    "memory": ("#C3A2D6", "#51306A", "\\"),
    "layout": ("#AEB8C1", "#59636D", "|"),
}


def ground(theme: Theme, kind: str) -> QColor:
    """Return the plain colour of a kind."""
    return QColor(_LOOKS[kind][1 if theme.dark else 0])


def pattern(inks: Inks, kind: str) -> QBrush:
    """Return the pattern laid over the colour of a kind."""
    ink = QColor("#FFFFFF" if inks.theme.dark else "#10151A")
    ink.setAlpha(200 if inks.theme.high else 96 if inks.theme.dark else 104)
    brush = QBrush(_tile(_LOOKS[kind][2], ink.rgba(), inks.ratio * fonts.scale()))
    # The tile holds device pixels; the brush is used in logical ones.
    brush.setTransform(QTransform.fromScale(1.0 / inks.ratio, 1.0 / inks.ratio))
    return brush


def iso_ink(theme: Theme) -> QColor:
    """Return the colour of iso-lines over these grounds."""
    made = QColor("#FFFFFF" if theme.dark else "#10151A")
    made.setAlpha(200)
    return made


@cache
def _tile(name: str, rgba: int, ratio: float) -> QPixmap:
    side = round(SIDE * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / SIDE, side / SIDE)
    color = QColor.fromRgba(rgba)
    painter.setPen(QPen(color, 1.0))
    half, edge = SIDE / 2.0, float(SIDE)
    lines: dict[str, list[tuple[float, float, float, float]]] = {
        "pluses": [(half - 2, half, half + 2, half), (half, half - 2, half, half + 2)],
        "dashes": [(1.0, half, half, half)],
        "-": [(0.0, half, edge, half)],
        "|": [(half, 0.0, half, edge)],
        "#": [(0.0, half, edge, half), (half, 0.0, half, edge)],
        "/": _slanted(rising=True),
        "\\": _slanted(rising=False),
        "x": [*_slanted(rising=True), *_slanted(rising=False)],
    }
    painter.drawLines([QLineF(*line) for line in lines.get(name, [])])
    if name == "rings":
        painter.drawEllipse(QPointF(half, half), 2.0, 2.0)
    if name in {"dots", "points"}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        size = 1.1 if name == "dots" else 0.7
        for x, y in ((half / 2, half / 2), (1.5 * half, 1.5 * half)):
            painter.drawEllipse(QPointF(x, y), size, size)
    painter.end()
    return made


def _slanted(*, rising: bool) -> list[tuple[float, float, float, float]]:
    ends = (SIDE + 1.0, -1.0) if rising else (-1.0, SIDE + 1.0)
    return [(shift - 1.0, ends[0], shift + SIDE + 1.0, ends[1]) for shift in (-SIDE, 0.0, SIDE)]
