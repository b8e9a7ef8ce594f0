"""A hint beside what it is about: a rounded box with a point, over the window and in nobody's way."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import fonts, theme
from gui.language import tr
from gui.widgets.icon_button import IconButton
from gui.widgets.rich_text import RichLabel

WIDE: Final = 264
#: Length of the point, and how far it stays from what it points at [px].
POINT: Final = 9
APART: Final = 3
_PAD: Final = 12


class Bubble(QWidget):
    """One hint. Signal `dismissed()`: the user wants no more of them."""

    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("bubble")
        self.setAccessibleName(tr("Hint"))
        self.label = RichLabel(12, self)
        self.shut = IconButton("close", "close", "Show no more hints", self)
        self.shut.clicked.connect(self.dismissed)
        self._count = ""
        self._side, self._tip = "left", 0
        self._target = QRect()
        self.hide()

    def tell(self, text: str, count: str) -> None:
        """Say `text`; `count` tells which hint of how many it is."""
        self.label.show_text(text)
        self._count = count
        self.setAccessibleDescription(f"{self.label.text()} {count}")
        self._target = QRect()

    def text(self) -> str:
        """Return what is said."""
        return self.label.text()

    def side(self) -> str:
        """Return on which side of the box its point is."""
        return self._side

    def point_at(self, target: QRect) -> None:
        """Stand beside `target`, in the parent's coordinates, where there is room; show if hidden."""
        if target != self._target or self.isHidden():
            self._target = target
            self._place()
            self.show()
            self.raise_()

    def _place(self) -> None:
        pad, point = fonts.px(_PAD), fonts.px(POINT)
        inner = fonts.px(WIDE) - 2 * pad
        tall = self.label.heightForWidth(inner - fonts.px(18)) + fonts.px(20) + 2 * pad
        wide = fonts.px(WIDE)
        host, target = self._host.rect().adjusted(4, 4, -4, -4), self._target
        apart = fonts.px(APART)
        if target.right() + apart + point + wide <= host.right():
            self._side, x = "left", target.right() + apart
        elif target.left() - apart - point - wide >= host.left():
            self._side, x = "right", target.left() - apart - point - wide
        else:
            self._side = "top" if target.bottom() + apart + point + tall <= host.bottom() else "bottom"
            x = target.center().x() - wide // 2
        if self._side in {"left", "right"}:
            y = target.center().y() - tall // 2
            size = (wide + point, tall)
        else:
            y = target.bottom() + apart if self._side == "top" else target.top() - apart - point - tall
            size = (wide, tall + point)
        x = min(max(x, host.left()), host.right() - size[0])
        y = min(max(y, host.top()), host.bottom() - size[1])
        self.setGeometry(x, y, *size)
        middle = target.center() - QPoint(x, y)
        self._tip = middle.y() if self._side in {"left", "right"} else middle.x()
        body = self._body().toRect()
        self.label.setGeometry(
            body.x() + pad, body.y() + pad, inner - fonts.px(18), tall - 2 * pad - fonts.px(20)
        )
        side = fonts.px(16)
        self.shut.setGeometry(body.right() - side - fonts.px(7), body.top() + fonts.px(8), side, side)

    def _body(self) -> QRectF:
        """Return the box without its point."""
        point = float(fonts.px(POINT))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        left, top, right, bottom = {
            "left": (point, 0, 0, 0), "right": (0, 0, -point, 0), "top": (0, point, 0, 0),
            "bottom": (0, 0, 0, -point),
        }[self._side]  # fmt: skip
        return box.adjusted(left, top, right, bottom)

    def _outline(self) -> QPainterPath:
        box, half = self._body(), float(fonts.px(POINT))
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        across = self._side in {"left", "right"}
        least, most = (box.top(), box.bottom()) if across else (box.left(), box.right())
        at = min(max(float(self._tip), least + half + 6), most - half - 6)
        base, tip = {
            "left": (box.left(), 0.5), "right": (box.right(), self.width() - 0.5), "top": (box.top(), 0.5),
            "bottom": (box.bottom(), self.height() - 0.5),
        }[self._side]  # fmt: skip
        corners = ((base, at - half), (tip, at), (base, at + half))
        ends = [QPointF(x, y) if across else QPointF(y, x) for x, y in corners]
        arrow = QPainterPath(ends[0])
        for end in ends[1:]:
            arrow.lineTo(end)
        arrow.closeSubpath()
        return path.united(arrow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with its point, and which hint of how many it is."""
        colors, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.accent, 1.5))
        painter.setBrush(colors.panel)
        painter.drawPath(self._outline())
        body = self._body().toRect()
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.muted)
        line = body.adjusted(fonts.px(_PAD), 0, -fonts.px(_PAD), -fonts.px(8))
        painter.drawText(line, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self._count)
        painter.end()
