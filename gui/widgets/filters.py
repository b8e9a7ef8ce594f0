"""The row above the inputs: what narrows them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from engine.specs import Spec
from gui import fonts, icons, theme
from gui.language import mark, said, tr
from gui.widgets.input_row import LETTERS, ROLES

_ONLY = {
    "decision": mark("Only decisions"),
    "assumption": mark("Only assumptions"),
    "price": mark("Only prices"),
}


class FilterField(QLineEdit):
    """The filter, with a drawn magnifier; Escape empties it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter")
        self.setPlaceholderText(tr("Filter"))
        self.setAccessibleName(tr("Filter inputs"))
        self.setFixedHeight(fonts.px(28))
        self.setTextMargins(fonts.px(20), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the magnifier over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = fonts.px(14)
        box = QRectF(fonts.px(8), (self.height() - side) / 2, side, side)
        icons.paint(painter, "search", box, theme.current().text)
        painter.end()


class RoleButton(QAbstractButton):
    """Shows only inputs of one role while pressed."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.role = role
        self.setObjectName(f"role:{role}")
        self.setText(LETTERS[role])
        self.setCheckable(True)
        self.setAccessibleName(tr(_ONLY[role]))
        self.setToolTip(said("{role}. Press to see only these.", role=tr(ROLES[role])))
        self.setFixedSize(fonts.px(26), fonts.px(28))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letter in the role's colour, filled while pressed."""
        colors = theme.current()
        tone = colors.role(self.role)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(tone if on or self.hasFocus() else colors.border, 1))
        painter.setBrush(tone if on else colors.field if self.underMouse() else colors.panel)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
        painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
        painter.setPen(colors.panel if on else tone)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ChangedLink(QAbstractButton):
    """The link "2 changed": shows only these."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changed")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Inputs that differ from the baseline. Press to see only these."))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the text and its dot, for two digits at least."""
        wide = max(
            fonts.width(text, 11, fonts.MEDIUM) for text in (self.text(), said("{count} changed", count=88))
        )
        return QSize(wide + fonts.px(12), fonts.px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dot and text at the right, underlined while pressed."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        some = self.isEnabled()
        weight = fonts.MEDIUM
        tone = colors.accent if some else colors.muted
        painter.setFont(fonts.px_font(11, weight))
        painter.setPen(tone)
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.text()
        )
        wide = fonts.width(self.text(), 11, weight)
        if self.isChecked() or (self.underMouse() and some) or self.hasFocus():
            y = self.height() / 2 + fonts.px(8)
            painter.fillRect(QRectF(self.width() - wide, y, wide, 1), tone)
        if some:
            radius = fonts.px(6) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            at = self.width() - wide - fonts.px(5) - 2 * radius
            painter.drawEllipse(QRectF(at, self.height() / 2 - radius, 2 * radius, 2 * radius))
        painter.end()


class FilterRow(QHBoxLayout):
    """Field, roles and "changed" in a row of `panel`. Signal `changed()`: something else is wanted."""

    changed = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(fonts.px(12), fonts.px(8), fonts.px(12), fonts.px(8))
        self.setSpacing(fonts.px(4))
        self.filter = FilterField(panel)
        self.filter.setMinimumWidth(fonts.px(80))
        self.filter.textChanged.connect(self.changed)
        self.addWidget(self.filter, 1)
        self.addSpacing(fonts.px(4))
        self.roles = [RoleButton(role, panel) for role in LETTERS]
        for button in self.roles:
            button.toggled.connect(self.changed)
            self.addWidget(button)
        self.changed_link = ChangedLink(panel)
        self.changed_link.toggled.connect(self.changed)
        self.addWidget(self.changed_link)

    def clear(self) -> None:
        """Want everything again."""
        self.filter.clear()
        for button in (*self.roles, self.changed_link):
            button.setChecked(False)

    def show_count(self, count: int) -> None:
        """Tell how many inputs are changed."""
        text = said("{count} changed", count=count)
        if self.changed_link.text() != text:
            self.changed_link.setText(text)
            self.changed_link.updateGeometry()
            self.changed_link.setEnabled(count > 0 or self.changed_link.isChecked())
            self.changed_link.update()

    def wanted(
        self, titles: Mapping[str, str], changed: Callable[[str], bool]
    ) -> Callable[[Spec], bool] | None:
        """Return which inputs are wanted, None for all of them.

        Parameters
        ----------
        titles : mapping of a group's key to its title
        changed : callable
            Whether the input of that key is changed.
        """
        words = self.filter.text().lower().split()
        roles = {button.role for button in self.roles if button.isChecked()}
        only_changed = self.changed_link.isChecked()
        if not (words or roles or only_changed):
            return None

        def accepts(spec: Spec) -> bool:
            if (roles and spec.role not in roles) or (only_changed and not changed(spec.key)):
                return False
            text = f"{titles[spec.group]} {spec.label} {spec.key}".lower()
            return all(word in text for word in words)

        return accepts
