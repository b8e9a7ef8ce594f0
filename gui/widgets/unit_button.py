"""The unit beside a value field: a click chooses in which unit the quantity is shown."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import fonts, theme

#: Units too long for their column; the full one is in the tool tip.
SHORT_UNITS = {
    "accelerators": "accel.", "$/M tokens": "$/M", "$/k tokens": "$/k", "$/kW-month": "$/kW·mo",
    "$/GB-month": "$/GB·mo", "$/TB-month": "$/TB·mo", "elements": "elem.", "k elements": "k elem.",
    "B params": "B", "M params": "M", "requests/s": "req/s", "requests/min": "req/min",
    "requests/h": "req/h", "k requests": "k req.", "M requests": "M req.", "k tokens/s": "k tok/s",
    "tokens/h": "tok/h", "k$/month": "k$/mo", "M$/month": "M$/mo", "$/month": "$/month", "1": "",
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
        self.setText(SHORT_UNITS.get(unit, unit))
        self.setAccessibleName(f"{label}: {unit}")
        self.setEnabled(choice)
        self.setCursor(Qt.CursorShape.PointingHandCursor if choice else Qt.CursorShape.ArrowCursor)
        self.setToolTip(unit if unit not in {"1", self.text()} else "")
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
