"""The unit beside a value field: a click chooses in which unit the quantity is shown."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import fonts, theme
from gui.language import mark, tr

#: Units too long for their column; the full one is in the tool tip.
SHORT_UNITS = {
    "accelerators": mark("accel."), "$/M tokens": mark("$/M"), "$/k tokens": mark("$/k"),
    "$/kW-month": mark("$/kW·mo"), "$/GB-month": mark("$/GB·mo"), "$/TB-month": mark("$/TB·mo"),
    "elements": mark("elem."), "k elements": mark("k elem."), "B params": mark("B"),
    "M params": mark("M"), "requests/s": mark("req/s"), "requests/min": mark("req/min"),
    "requests/h": mark("req/h"), "k requests": mark("k req."), "M requests": mark("M req."),
    "k tokens/s": mark("k tok/s"), "tokens/h": mark("tok/h"), "k$/month": mark("k$/mo"),
    "M$/month": mark("M$/mo"), "$/month": mark("$/month"), "1": "",
}  # fmt: skip


class UnitButton(QAbstractButton):
    """A unit in small type. It takes no focus: the row's context menu offers the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unit")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_unit(self, unit: str, label: str, *, choice: bool) -> None:
        """Show `unit` of the input `label`; without a `choice` it is text only."""
        self.setText(tr(SHORT_UNITS.get(unit, unit)))
        self.setAccessibleName(f"{label}: {tr(unit)}")
        self.setEnabled(choice)
        self.setCursor(Qt.CursorShape.PointingHandCursor if choice else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr(unit) if unit != "1" and tr(unit) != self.text() else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text."""
        return QSize(fonts.width(self.text(), 11), fonts.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the unit; underlined under the pointer where it can be chosen."""
        colors = theme.current()
        painter = QPainter(self)
        strong = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.accent if strong else colors.muted)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), middle, self.text())
        if strong:
            y = self.height() // 2 + fonts.px(7)
            painter.drawLine(0, y, min(self.width(), fonts.width(self.text(), 11)), y)
        painter.end()
