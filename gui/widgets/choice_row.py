"""The row of a choice: a segmented control for two or three short options, else a list."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.specs import Option, Spec
from gui import fonts, theme
from gui.widgets.combo import Combo
from gui.widgets.input_row import LABEL_X, InputRow
from gui.widgets.row_hub import RowHub, RowState, next_gesture

MOST_SEGMENTS: Final = 3
#: Wider than this they become a list, so that they fit large type in a narrow panel.
WIDEST_SEGMENTS: Final = 144
CONTROL_HEIGHT: Final = 24


class Segments(QWidget):
    """Two or three options side by side.

    Signals
    -------
    chosen(str) : the id of the option picked.
    """

    chosen = Signal(str)

    def __init__(self, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._id = options[0].id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_id(self, ident: str) -> None:
        """Show option `ident` as the one chosen."""
        self._id = ident
        label = next((o.label for o in self._options if o.id == ident), ident)
        self.setAccessibleDescription(label)
        self.update()

    def current_id(self) -> str:
        """Return the option shown."""
        return self._id

    def label(self) -> str:
        """Return the text of the option shown."""
        return next((o.label for o in self._options if o.id == self._id), self._id)

    def widths(self) -> list[int]:
        """Return the width each option's text needs."""
        return [fonts.width(o.label, 11, fonts.MEDIUM) + fonts.px(14) for o in self._options]

    def sizeHint(self) -> QSize:
        """Return room for all texts."""
        return QSize(sum(self.widths()), fonts.px(CONTROL_HEIGHT))

    def _edges(self) -> list[float]:
        widths = self.widths()
        stretch = self.width() / max(1, sum(widths))
        edges = [0.0]
        for width in widths:
            edges.append(edges[-1] + width * stretch)
        return edges

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the option under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        edges = self._edges()
        for i, option in enumerate(self._options):
            if edges[i] <= event.position().x() < edges[i + 1] and option.id != self._id:
                self.chosen.emit(option.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows."""
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if by is None:
            event.ignore()
            return
        self._move(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step by the wheel, but only with the focus."""
        if not self.hasFocus() or event.angleDelta().y() == 0:
            event.ignore()
            return
        self._move(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def _move(self, by: int) -> None:
        at = next(i for i, option in enumerate(self._options) if option.id == self._id) + by
        if 0 <= at < len(self._options):
            self.chosen.emit(self._options[at].id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a trough, the chosen option raised on it."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.accent if self.hasFocus() else colors.hairline, 1))
        painter.setBrush(colors.field)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
        edges = self._edges()
        for i, option in enumerate(self._options):
            box = QRectF(edges[i], 0, edges[i + 1] - edges[i], self.height())
            on = option.id == self._id
            if on:
                painter.setPen(QPen(colors.border, 1))
                painter.setBrush(colors.panel)
                painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 3, 3)
            painter.setFont(fonts.px_font(11, fonts.MEDIUM))
            painter.setPen(colors.ink if on else colors.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, option.label)
        painter.end()


class ChoiceRow(InputRow):
    """A choice; its editor is the child `edit`."""

    def __init__(self, spec: Spec, hub: RowHub, parent: QWidget | None = None) -> None:
        super().__init__(spec, hub, parent)
        segments = Segments(spec.options, self) if len(spec.options) <= MOST_SEGMENTS else None
        if segments is not None and segments.sizeHint().width() > fonts.px(WIDEST_SEGMENTS):
            segments.setParent(None)
            segments.deleteLater()
            segments = None
        self.edit: Segments | Combo
        if segments is not None:
            self.edit = segments
        else:
            self.edit = Combo(parent=self)
            self.edit.set_entries([(option.id, option.label) for option in spec.options])
        self.edit.setObjectName("edit")
        self.edit.setAccessibleName(spec.label)
        self.edit.chosen.connect(self._choose)

    def stops(self) -> tuple[QWidget, ...]:
        """Return the editor."""
        return (self.edit,)

    def _control_width(self) -> int:
        return self.edit.sizeHint().width()

    def stacked(self) -> bool:
        """Return whether the editor needs a line of its own."""
        label = fonts.width(self.spec.label, 12, fonts.SEMIBOLD) + fonts.px(10)
        return label + self._control_width() > self.field_right() - fonts.px(LABEL_X)

    def base_height(self) -> int:
        """Return the height: one line or two."""
        return fonts.px(58 if self.stacked() else 32)

    def label_width(self) -> int:
        """Return the room for the label."""
        if self.stacked():
            return self.field_right() - fonts.px(LABEL_X)
        return self.field_right() - fonts.px(LABEL_X + 8) - self._control_width()

    def icons_y(self) -> int:
        """Return the top of the state icons, beside the editor."""
        return self.edit.y() + (self.edit.height() - fonts.px(16)) // 2

    def place(self) -> None:
        """Lay out the editor, its right edge under the value fields'."""
        tall, right = fonts.px(CONTROL_HEIGHT), self.field_right()
        if self.stacked():
            left = fonts.px(LABEL_X)
            wide = (
                min(right - left, self._control_width()) if isinstance(self.edit, Segments) else right - left
            )
            self.edit.setGeometry(QRect(left, fonts.px(24), wide, tall))
        else:
            wide = self._control_width()
            self.edit.setGeometry(QRect(right - wide, fonts.px(0), wide, tall))

    def show_editor(self, state: RowState) -> None:
        """Show the option chosen."""
        self.edit.show_id(str(state.value))
        self.edit.setEnabled(not state.annotation.locked)

    def _choose(self, ident: str) -> None:
        self.hub.gesture_started.emit()
        self.hub.edited.emit(self.spec.key, ident, next_gesture())
        self.hub.gesture_finished.emit()
