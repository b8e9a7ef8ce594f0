"""Icons as drawn paths: 1.4 px strokes on a 16 px grid, in the colour of the moment.

A drawing is a short text of strokes: `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z` as in SVG, `O x y r`
a circle, `R x y w h r` a rounded rectangle, `A x y r start sweep` an arc in degrees; `F` fills
what follows instead of stroking it.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from gui import theme

GRID: Final = 16.0
STROKE: Final = 1.4

DRAWINGS: Final[dict[str, str]] = {
    "search": "O 7 7 4.3 M 10.2 10.2 L 14 14",
    "chevron-down": "M 4 6.2 L 8 10.2 L 12 6.2",
    "chevron-right": "M 6.2 4 L 10.2 8 L 6.2 12",
    "chevron-left": "M 9.8 4 L 5.8 8 L 9.8 12",
    "close": "M 4 4 L 12 12 M 12 4 L 4 12",
    "plus": "M 8 3 L 8 13 M 3 8 L 13 8",
    "check": "M 3.5 8.4 L 6.6 11.5 L 12.5 4.8",
    "swap": (
        "M 3 5.5 L 13 5.5 M 10.4 2.9 L 13 5.5 L 10.4 8.1 M 13 10.5 L 3 10.5 M 5.6 7.9 L 3 10.5 L "
        "5.6 13.1"
    ),
    "pin": "M 5.6 2.5 L 10.4 2.5 M 6.4 2.5 L 6.4 7 L 4.4 9.4 L 11.6 9.4 L 9.6 7 L 9.6 2.5 M 8 9.4 L 8 14",
    "more": "F O 3.4 8 1.2 O 8 8 1.2 O 12.6 8 1.2",
    "reset": "A 8 8.2 4.8 45 270 M 11.9 2.2 L 11.9 5 L 9 5",
    "lock": "R 3.6 7.2 8.8 6.6 1.4 M 5.4 7.2 L 5.4 5.2 C 5.4 1.5 10.6 1.5 10.6 5.2 L 10.6 7.2",
    "unlock": "R 3.6 7.2 8.8 6.6 1.4 M 5.4 7.2 L 5.4 5.2 C 5.4 1.6 9.8 1.3 10.5 4.2",
    "uncertainty": "M 8 2.4 L 8 8.8 M 4.8 5.6 L 11.2 5.6 M 4.8 12.4 L 11.2 12.4",
    "info": "O 8 8 5.9 M 8 7.4 L 8 11.2 F O 8 5 0.9",
    "explain": "M 3 2.6 L 12.6 2.6 M 4.2 2.6 L 4.2 12.8 L 12.6 12.8 M 4.2 7.7 L 12.6 7.7",
    "issues": "M 8 2.4 L 14.2 13.2 L 1.8 13.2 Z M 8 6.4 L 8 9.6 F O 8 11.4 0.85",
    "notes": "R 3 2.2 10 11.6 1.6 M 5.8 6 L 10.2 6 M 5.8 8.6 L 10.2 8.6 M 5.8 11.2 L 8.4 11.2",
    "history": "O 8 8 6 M 8 4.4 L 8 8.2 L 10.6 9.8",
    "effects": (
        "M 5.4 8 L 12.6 3.4 M 5.4 8 L 13 8 M 5.4 8 L 12.6 12.6 F O 4 8 2.1 O 13 3.2 1.2 O 13.4 8 1.2 O 13 "
        "12.8 1.2"
    ),
    "edit": "M 3 13 L 3.6 10.2 L 10.8 3 L 13 5.2 L 5.8 12.4 Z M 9.2 4.6 L 11.4 6.8",
    "open": "M 2.2 12.8 L 2.2 3.6 L 6.2 3.6 L 7.6 5.2 L 13.8 5.2 L 13.8 12.8 Z",
    "save": (
        "M 2.6 2.6 L 11 2.6 L 13.4 5 L 13.4 13.4 L 2.6 13.4 Z M 5 2.6 L 5 6 L 10 6 L 10 2.6 M 5 "
        "13.4 L 5 9.4 L 11 9.4 L 11 13.4"
    ),
    "undo": "M 5.4 3 L 2.6 5.8 L 5.4 8.6 M 2.6 5.8 L 9.6 5.8 C 14.6 5.8 14.6 12.8 9.6 12.8 L 6 12.8",
    "redo": "M 10.6 3 L 13.4 5.8 L 10.6 8.6 M 13.4 5.8 L 6.4 5.8 C 1.4 5.8 1.4 12.8 6.4 12.8 L 10 12.8",
    "duplicate": "R 5.4 5.4 8 8 1.2 M 3.6 10.6 L 2.6 10.6 L 2.6 2.6 L 10.6 2.6 L 10.6 3.6",
    "copy": "R 5.4 5.4 8 8 1.2 M 3.6 10.6 L 2.6 10.6 L 2.6 2.6 L 10.6 2.6 L 10.6 3.6",
    "export": "M 8 2.4 L 8 10 M 5 5.4 L 8 2.4 L 11 5.4 M 2.8 9.6 L 2.8 13.4 L 13.2 13.4 L 13.2 9.6",
    "import": "M 8 2.4 L 8 10 M 5 7 L 8 10 L 11 7 M 2.8 9.6 L 2.8 13.4 L 13.2 13.4 L 13.2 9.6",
    "delete": "M 3 4.4 L 13 4.4 M 6 4.4 L 6 2.6 L 10 2.6 L 10 4.4 M 4.4 4.4 L 5 13.4 L 11 13.4 L 11.6 4.4",
    "enlarge": (
        "M 9.6 2.8 L 13.2 2.8 L 13.2 6.4 M 6.4 13.2 L 2.8 13.2 L 2.8 9.6 M 13.2 2.8 L 9.2 6.8 M "
        "2.8 13.2 L 6.8 9.2"
    ),
    "shrink": (
        "M 13 6.6 L 9.4 6.6 L 9.4 3 M 3 9.4 L 6.6 9.4 L 6.6 13 M 9.4 6.6 L 13.4 2.6 M 6.6 9.4 L "
        "2.6 13.4"
    ),
    "sun": (
        "O 8 8 3 M 8 1.4 L 8 2.8 M 8 13.2 L 8 14.6 M 1.4 8 L 2.8 8 M 13.2 8 L 14.6 8 M 3.3 3.3 L "
        "4.3 4.3 M 11.7 11.7 L 12.7 12.7 M 3.3 12.7 L 4.3 11.7 M 11.7 4.3 L 12.7 3.3"
    ),
    "moon": "M 12.8 9.8 C 9 11.6 4.8 8.2 6.4 3.2 C 1.2 5.4 2 13 7.8 13.2 C 10.2 13.2 12 11.8 12.8 9.8 Z",
    "play": "M 5 3 L 12.6 8 L 5 13 Z",
    "ask": (
        "O 8 8 5.9 M 6.2 6.5 C 6.2 4.2 9.9 4.2 9.9 6.5 C 9.9 8 8 8 8 9.5 F O 8 11.5 0.85"
    ),
    "target": "O 8 8 4.6 M 8 1.4 L 8 5 M 8 11 L 8 14.6 M 1.4 8 L 5 8 M 11 8 L 14.6 8",
    "grade-measured": "F O 8 8 5.2",
    "grade-calibrated": "O 8 8 4.6 F O 8 8 2.4",
    "grade-transferred": "O 8 8 4.6",
    "grade-spec sheet": "A 8 8 4.6 10 55 A 8 8 4.6 100 55 A 8 8 4.6 190 55 A 8 8 4.6 280 55",
    "triangle-up": "F M 1.6 12.4 L 8 3.4 L 14.4 12.4 Z",
    "triangle-down": "F M 1.6 3.6 L 14.4 3.6 L 8 12.6 Z",
}  # fmt: skip

_ARGUMENTS: Final = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "R": 5, "A": 5}


def _add(path: QPainterPath, command: str, n: list[float]) -> None:
    if command == "M":
        path.moveTo(n[0], n[1])
    elif command == "L":
        path.lineTo(n[0], n[1])
    elif command == "C":
        path.cubicTo(*n)
    elif command == "Z":
        path.closeSubpath()
    elif command == "O":
        path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    elif command == "R":
        path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
    else:
        box = QRectF(n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2])
        path.arcMoveTo(box, n[3])
        path.arcTo(box, n[3], n[4])


@cache
def paths(name: str) -> tuple[QPainterPath, QPainterPath]:
    """Return the strokes and the fills of drawing `name` on the 16 px grid."""
    strokes, fills = QPainterPath(), QPainterPath()
    into = strokes
    tokens = iter(DRAWINGS[name].split())
    for command in tokens:
        if command == "F":
            into = fills
        else:
            _add(into, command, [float(next(tokens)) for _ in range(_ARGUMENTS[command])])
    return strokes, fills


def paint(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw `name` centred in `box`, as large as its shorter side, in `color`."""
    strokes, fills = paths(name)
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    pen = QPen(color, STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(strokes)
    if not fills.isEmpty():
        painter.fillPath(fills, color)
    painter.restore()


class _Engine(QIconEngine):
    """Draws an icon in the theme's colour at the time of painting."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        token = "muted" if mode == QIcon.Mode.Disabled else self._token
        paint(painter, self._name, QRectF(rect), theme.current().token(token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made


def icon(name: str, token: str = "ink") -> QIcon:
    """Return drawing `name` as an icon that follows the theme, in the colour of `token`."""
    if name not in DRAWINGS:
        raise KeyError(name)
    return QIcon(_Engine(name, token))
