"""A group of inputs under a header that folds; its rows are made when first opened."""

import itertools
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from engine.specs import Group, Spec
from gui import fonts, icons, theme
from gui.language import said, say, tr
from gui.widgets.choice_row import ChoiceRow
from gui.widgets.combo import Combo, Groups
from gui.widgets.input_row import InputRow
from gui.widgets.row_hub import RowHub
from gui.widgets.slider_row import SliderRow

HEADER: Final = 30
BOTTOM: Final = 6


class _Header(QWidget):
    """Title, blue dot and what the group holds; folds by click, Space, Enter, Left and Right."""

    toggled = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = title
        self.summary = ""
        self.changed = False
        self.open = False
        self._ringed = False
        self.setFixedHeight(fonts.px(HEADER))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.part = Combo(flat=True, parent=self)
        self.part.setObjectName("part")
        self.part.hide()
        self.sync()

    def sync(self) -> None:
        """Take over what the fields say."""
        self.setAccessibleName(f"{self.title}, {tr('open' if self.open else 'closed')}. {self.summary}")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the part's chooser at the right."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Lay out the part's chooser."""
        right = self.width() - fonts.px(11)
        wide = min(self.part.sizeHint().width(), right - self._title_right() - fonts.px(20))
        shown = fonts.width(self.part.label(), 11) + fonts.px(20)
        wide = max(fonts.px(40), min(wide, shown))
        self.part.setGeometry(right - wide, fonts.px(5), wide, fonts.px(20))

    def _title_right(self) -> int:
        return fonts.px(30) + fonts.width(self.title, 12, fonts.SEMIBOLD)

    def summary_text(self) -> str:
        """Return the summary as drawn."""
        room = self.width() - fonts.px(12) - self._title_right() - fonts.px(20)
        return fonts.whole_parts(self.summary, max(0, room), 11)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold or unfold."""
        key = event.key()
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(key))
        if key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} or (
            wanted is not None and wanted != self.open
        ):
            self.toggled.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self._ringed = True
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the ring."""
        self._ringed = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline, chevron, title, dot and summary."""
        colors = theme.current()
        painter = QPainter(self)
        tall = self.height()
        painter.fillRect(0, 0, self.width(), 1, colors.hairline)
        side = fonts.px(13)
        drawing = "chevron-down" if self.open else "chevron-right"
        icons.paint(painter, drawing, QRectF(fonts.px(10), (tall - side) / 2, side, side), colors.muted)
        painter.setFont(fonts.px_font(12, fonts.SEMIBOLD))
        painter.setPen(colors.accent if self.underMouse() and not self.part.underMouse() else colors.ink)
        left = fonts.px(30)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, self.width() - left, tall), middle, self.title)
        if self.changed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent)
            radius = fonts.px(6) / 2
            painter.drawEllipse(
                QRectF(self._title_right() + fonts.px(7), tall / 2 - radius, 2 * radius, 2 * radius)
            )
        if not self.open:
            painter.setFont(fonts.px_font(11))
            painter.setPen(colors.muted)
            box = QRect(0, 0, self.width() - fonts.px(12), tall)
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self.summary_text())
        if self._ringed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors.accent, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(4.5, 3.5, self.width() - 9, tall - 7), 4, 4)
        painter.end()


class MoreButton(QAbstractButton):
    """The line that shows or hides a group's advanced inputs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("more")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(fonts.px(24))

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(fonts.px(120), fonts.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, blue under the pointer."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setFont(fonts.px_font(11))
        painter.setPen(colors.accent if self.underMouse() or self.hasFocus() else colors.muted)
        box = QRect(fonts.px(30), 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class GroupSection(QWidget):
    """One group of the panel, object name `group:<key>`.

    Inputs beyond those named in `first`, or the advanced ones where it names none, wait behind a line
    "more".

    Signals
    -------
    toggled(str, bool) : the user folded or unfolded the group.
    part_chosen(str, str) : group key and catalogue id.
    row_made(object) : a row came into being and wants its state.
    arranged() : rows came, went or changed their height.
    """

    toggled = Signal(str, bool)
    part_chosen = Signal(str, str)
    row_made = Signal(object)
    arranged = Signal()

    def __init__(
        self, group: Group, hub: RowHub, first: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.group = group
        self._first = first & {spec.key for spec in group.specs}
        self._hub = hub
        self._rows: dict[str, InputRow] = {}
        self._open = False
        self._advanced = False
        self._wanted: Callable[[Spec], bool] | None = None
        self._groups: Groups = ()
        self.setObjectName(f"group:{group.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.header = _Header(group.label, self)
        self.header.setToolTip(group.doc)
        self.header.toggled.connect(lambda: self.set_open(not self._open, tell=True))
        self.header.part.setAccessibleName(say("{label}: part of the library", label=group.label))
        self.header.part.chosen.connect(lambda ident: self.part_chosen.emit(group.key, ident))
        self._box.addWidget(self.header)
        self.more = MoreButton(self)
        self.more.clicked.connect(self._toggle_advanced)
        self.more.hide()
        self._box.addWidget(self.more)
        self._specs = [spec for spec in group.specs if spec.kind != "part"]

    # -- state -------------------------------------------------------------------------------

    def rows(self) -> Iterator[InputRow]:
        """Return the rows made so far."""
        yield from self._rows.values()

    def is_open(self) -> bool:
        """Return whether the group stands open of its own accord, filters apart."""
        return self._open

    def set_open(self, on: bool, *, tell: bool = False) -> None:
        """Fold or unfold."""
        if on != self._open:
            self._open = on
            self.arrange()
            if tell:
                self.toggled.emit(self.group.key, on)

    def set_parts(self, groups: Groups) -> None:
        """Set the catalogue parts that can fill this group."""
        self._groups = groups
        self.header.part.set_groups(groups)
        self.arrange()

    def show_summary(self, text: str, part: str, *, changed: bool) -> None:
        """Show what the group holds, its part, and whether it differs from the baseline."""
        head = self.header
        if (head.summary, head.changed, head.part.current_id()) != (text, changed, part):
            head.summary, head.changed = text, changed
            head.part.show_id(part)
            head.place()
            head.sync()

    def narrow(self, wanted: Callable[[Spec], bool] | None) -> bool:
        """Show only inputs that `wanted` accepts, or all with None; return whether there are any."""
        self._wanted = wanted
        found = wanted is None or any(wanted(spec) for spec in self._specs)
        self.setVisible(found)
        if found:
            self.arrange()
        return found

    def reveal(self, key: str) -> InputRow | None:
        """Open the group so far that the row of `key` is seen; return the row."""
        spec = next((s for s in self._specs if s.key == key), None)
        if spec is None:
            return None
        self._open = True
        self._advanced |= self._later(spec)
        self.arrange()
        return self._rows.get(key)

    def _toggle_advanced(self) -> None:
        self._advanced = not self._advanced
        self.arrange()

    # -- rows --------------------------------------------------------------------------------

    def _visible(self, spec: Spec) -> bool:
        if self._wanted is not None:
            return self._wanted(spec)
        return self._open and (self._advanced or not self._later(spec))

    def _later(self, spec: Spec) -> bool:
        """Return whether `spec` waits behind the line "more"."""
        return spec.key not in self._first if self._first else spec.advanced

    def arrange(self) -> None:
        """Make, show and hide rows as the state asks."""
        shown = [spec for spec in self._specs if self._visible(spec)]
        new = [spec for spec in shown if spec.key not in self._rows]
        for spec in new:
            self._make(spec)
        if new:
            self._chain()
        wanted = {spec.key for spec in shown}
        for key, row in self._rows.items():
            row.setVisible(key in wanted)
        hidden = sum(self._later(spec) for spec in self._specs)
        self.more.setVisible(self._open and self._wanted is None and hidden > 0)
        self.more.setText(tr("Fewer") if self._advanced else said("{count} more", count=hidden))
        self.more.setAccessibleName(
            say("{more} inputs of {label}", more=self.more.text(), label=self.group.label)
        )
        self._box.setContentsMargins(0, 0, 0, fonts.px(BOTTOM) if shown else 0)
        head = self.header
        head.open = bool(shown) or self._open
        head.part.setVisible(self._open and bool(self._groups))
        head.place()
        head.sync()
        self.arranged.emit()

    def settle(self) -> None:
        """Lay out now."""
        self._box.activate()

    def _make(self, spec: Spec) -> None:
        row: InputRow = (SliderRow if spec.kind == "number" else ChoiceRow)(spec, self._hub, self)
        before = sum(s.key in self._rows for s in self._specs[: self._specs.index(spec)])
        self._rows[spec.key] = row
        self._box.insertWidget(1 + before, row)
        self.row_made.emit(row)

    def _chain(self) -> None:
        """Let the Tab key go from top to bottom."""
        rows = (self._rows[s.key] for s in self._specs if s.key in self._rows)
        stops = [self.header, self.header.part, *(stop for row in rows for stop in row.stops()), self.more]
        for one, next_one in itertools.pairwise(stops):
            QWidget.setTabOrder(one, next_one)
