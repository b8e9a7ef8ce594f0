"""The rows above the work: scenario tabs with the baseline, view tabs."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui import fonts, icons, theme
from gui.language import tr

SCENARIO_ROW = 38
VIEW_ROW = 34

#: Width of a tab beyond its name, and where there is little room [px].
WIDE_PAD: Final = 24
LEAST_PAD: Final = 9


class _Tabs(QTabBar):
    """Tabs drawn by us: `underlined` ones for views, raised ones for scenarios."""

    def __init__(self, underlined: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._underlined = underlined
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setFont(fonts.px_font(12))
        self._hovered = -1
        self._by_keys = False
        self._pad = fonts.px(WIDE_PAD)

    def tabLayoutChange(self) -> None:
        """Put icons of ours on the buttons that scroll: the style draws arrows the size of a dot."""
        for button in self.findChildren(QToolButton):
            if (arrow := button.arrowType()) != Qt.ArrowType.NoArrow:
                left = arrow == Qt.ArrowType.LeftArrow
                button.setArrowType(Qt.ArrowType.NoArrow)
                button.setIcon(icons.icon("chevron-left" if left else "chevron-right"))
                button.setIconSize(QSize(fonts.px(13), fonts.px(13)))

    def fit(self, room: int) -> None:
        """Bring names closer together where `room` px is too little for all: hidden ones are not found."""
        if not self.count():
            return
        spare = (room - sum(self._text_width(index) for index in range(self.count()))) // self.count()
        pad = min(max(spare, fonts.px(LEAST_PAD)), fonts.px(WIDE_PAD))
        if pad != self._pad:
            self._pad = pad
            # Qt asks for sizes anew only when a text is set.
            self.setTabText(0, self.tabText(0))

    def _text_width(self, index: int) -> int:
        return min(fonts.metrics(12, fonts.SEMIBOLD).horizontalAdvance(self.tabText(index)), fonts.px(200))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring only for a focus that came by keys."""
        self._by_keys = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        super().focusInEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab, wide enough for its text in bold."""
        row = VIEW_ROW if self._underlined else SCENARIO_ROW - 6
        return QSize(self._text_width(index) + self._pad, fonts.px(row))

    def minimumSizeHint(self) -> QSize:
        """Return no more than the tabs fill: Qt keeps room for scroll buttons that a short name needs not."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: tabs scroll rather than shrink."""
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the tab under the pointer."""
        self._hovered = self.tabAt(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every tab."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        now = theme.current()
        box, active = self.tabRect(index), index == self.currentIndex()
        if active and not self._underlined:
            painter.setPen(now.hairline)
            painter.setBrush(now.panel)
            painter.drawRoundedRect(box.adjusted(0, 0, -1, 8), 6, 6)
        if active and self._underlined:
            painter.fillRect(
                box.x() + self._pad // 2,
                box.bottom() + 1 - fonts.px(2),
                box.width() - self._pad,
                fonts.px(2),
                now.accent,
            )
        painter.setFont(fonts.px_font(12, fonts.SEMIBOLD if active else fonts.REGULAR))
        painter.setPen(now.ink if active or index == self._hovered else now.text)
        metrics = fonts.metrics(12, fonts.SEMIBOLD)
        text = metrics.elidedText(
            self.tabText(index), Qt.TextElideMode.ElideRight, box.width() - self._pad + 4
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if active and self.hasFocus() and self._by_keys:
            painter.setPen(now.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -5, -5), 4, 4)


class BarButton(QPushButton):
    """A bordered 28 px button with an icon of ours."""

    def __init__(self, icon: str, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if icon:
            self.setIcon(icons.icon(icon))
            # Qt leaves 4 px between an icon and its words at every scale.
            spare = 2 * (fonts.px(4) - 4) if text else 0
            self.setIconSize(QSize(fonts.px(14) + spare, fonts.px(14)))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setFont(fonts.px_font(12, fonts.MEDIUM))
        self.setFixedHeight(fonts.px(28))


class ScenarioBar(QWidget):
    """Scenario tabs at the left; baseline, pin and find at the right.

    Signals
    -------
    selected(index), closed(index), renamed(index, name), duplicated(index), child_wanted(index)
    add_wanted()
    baseline_chosen(index)
        Entry of the list last given to `show_baselines`.
    pin_wanted(), find_wanted()
    ask_wanted(QPoint)
        A question shall be chosen, under that place of the screen.
    """

    selected = Signal(int)
    closed = Signal(int)
    renamed = Signal(int, str)
    duplicated = Signal(int)
    child_wanted = Signal(int)
    add_wanted = Signal()
    baseline_chosen = Signal(int)
    pin_wanted = Signal()
    ask_wanted = Signal(QPoint)
    find_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(SCENARIO_ROW))
        self.tabs = _Tabs(underlined=False)
        self.tabs.setObjectName("tabs:scenarios")
        self.tabs.setAccessibleName(tr("Open scenarios"))
        self.tabs.currentChanged.connect(self._tab_changed)
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._tab_menu)
        self.tabs.tabBarDoubleClicked.connect(self._rename)
        self._add = BarButton("plus", "", tr("New scenario"))
        self._add.setFlat(True)
        self._add.setFixedWidth(fonts.px(28))
        self._add.clicked.connect(self.add_wanted)
        self.baselines = QComboBox()
        self.baselines.setObjectName("baseline")
        self.baselines.setAccessibleName(tr("Baseline of all differences"))
        self.baselines.view().setAccessibleName(tr("Baselines"))
        self.baselines.setToolTip(tr("What the differences in the tiles and the dashed lines are against"))
        self.baselines.setMinimumWidth(fonts.px(168))
        self.baselines.setMaximumWidth(fonts.px(220))
        self.baselines.setFixedHeight(fonts.px(28))
        self.baselines.activated.connect(self.baseline_chosen)
        self.pin = BarButton("pin", tr("Pin"), tr("Make this scenario, as it is now, the baseline"))
        self.pin.setObjectName("pin")
        self.pin.clicked.connect(self.pin_wanted)
        self._find = BarButton("search", tr("Find"), tr("Find an input or an action (Ctrl+K)"))
        self._find.setObjectName("find")
        self._find.clicked.connect(self.find_wanted)
        self._ask = BarButton("ask", "Ask", "Try a question")
        self._ask.setObjectName("ask")
        self._ask.clicked.connect(
            lambda: self.ask_wanted.emit(self._ask.mapToGlobal(QPoint(0, self._ask.height() + 2)))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(15), 0, fonts.px(16), 0)
        row.setSpacing(fonts.px(8))
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._add)
        row.addStretch(1)
        for widget in (self.baselines, self.pin, self._ask, self._find):
            row.addWidget(widget)
        self._quiet = False

    def show_cases(self, names: list[str], active: int, tips: list[str]) -> None:
        """Show one tab a scenario, `active` in front."""
        self._quiet = True
        while self.tabs.count() > len(names):
            self.tabs.removeTab(self.tabs.count() - 1)
        for index, name in enumerate(names):
            if index >= self.tabs.count():
                self.tabs.addTab(name)
            if self.tabs.tabText(index) != name:
                self.tabs.setTabText(index, name)
            self.tabs.setTabToolTip(index, tips[index])
        self.tabs.setCurrentIndex(active)
        self._quiet = False

    def show_baselines(self, labels: list[str], active: int) -> None:
        """Offer `labels` as baselines, `active` chosen."""
        if [self.baselines.itemText(i) for i in range(self.baselines.count())] != labels:
            self.baselines.clear()
            self.baselines.addItems(labels)
        self.baselines.setCurrentIndex(active)

    def _tab_changed(self, index: int) -> None:
        if not self._quiet and index >= 0:
            self.selected.emit(index)

    def _rename(self, index: int) -> None:
        if index >= 0:
            name, done = QInputDialog.getText(
                self, tr("Rename scenario"), tr("Name:"), text=self.tabs.tabText(index)
            )
            if done and name.strip():
                self.renamed.emit(index, name.strip())

    def _tab_menu(self, where: QPoint) -> None:
        index = self.tabs.tabAt(where)
        if index < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename…")).triggered.connect(lambda: self._rename(index))
        menu.addAction(tr("New child")).triggered.connect(lambda: self.child_wanted.emit(index))
        menu.addAction(tr("Duplicate")).triggered.connect(lambda: self.duplicated.emit(index))
        close = menu.addAction(tr("Close"))
        close.setEnabled(self.tabs.count() > 1)
        close.triggered.connect(lambda: self.closed.emit(index))
        menu.popup(self.tabs.mapToGlobal(where))


class ViewTabs(QWidget):
    """The tabs of the views over a hairline. Signal `selected(index)`."""

    selected = Signal(int)

    def __init__(self, titles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(VIEW_ROW))
        self.tabs = _Tabs(underlined=True)
        self.tabs.setObjectName("tabs:views")
        self.tabs.setAccessibleName(tr("Views"))
        for title in titles:
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self.selected)
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(4), 0, 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the names closer together in a narrow window."""
        super().resizeEvent(event)
        self.tabs.fit(event.size().width() - fonts.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel colour and the hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().hairline)
        painter.end()
