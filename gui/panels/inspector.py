"""The rail at the right edge and the drawer it opens: Explain, Issues, Notes, History, Effects."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.explain import Explanation
from engine.scenario import Scenario
from gui import fonts, icons, theme
from gui.language import mark, tr
from gui.panels.effects import EffectsPanel
from gui.panels.explain import ExplainPanel
from gui.panels.history import HistoryPanel
from gui.panels.issues import Issue, IssuesPanel
from gui.panels.notes import NotesPanel
from gui.widgets.icon_button import IconButton

RAIL: Final = 56
DRAWER: Final = 280
PAGES: Final = (
    ("explain", mark("Explain")), ("issues", mark("Issues")), ("notes", mark("Notes")),
    ("history", mark("History")), ("effects", mark("Effects")),
)  # fmt: skip


class RailButton(QAbstractButton):
    """An icon with its name; a badge counts what waits there."""

    def __init__(self, page: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._count = 0
        self.setObjectName(f"rail:{page}")
        self.setText(tr(title))
        self.setCheckable(True)
        self.setAccessibleName(tr(title))
        self.setFixedSize(fonts.px(RAIL), fonts.px(54))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, count: int) -> None:
        """Show a badge with `count`; none for 0."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
            self.update()

    def count(self) -> int:
        """Return what the badge says."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, name and badge."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(colors.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colors.hairline if self.isChecked() else colors.field)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 1.5, -4.5, -1.5), 5, 5)
        tone = colors.accent if self.isChecked() else colors.text
        side = fonts.px(18)
        left = (self.width() - side) / 2
        icons.paint(painter, self.page, QRectF(left, fonts.px(9), side, side), tone)
        painter.setFont(fonts.px_font(11))
        painter.setPen(tone)
        box = QRect(0, fonts.px(30), self.width(), fonts.px(16))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        colors = theme.current()
        text = str(self._count) if self._count < 100 else "99"
        tall = fonts.px(15)
        wide = max(tall, fonts.width(text, 11, fonts.SEMIBOLD) + fonts.px(6))
        box = QRectF(self.width() / 2 + fonts.px(3), fonts.px(4), wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.warning)
        painter.drawRoundedRect(box, tall / 2, tall / 2)
        painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
        painter.setPen(colors.panel)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class _Drawer(QFrame):
    """The opened page under its title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setFixedWidth(fonts.px(DRAWER))
        self.title = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(1, fonts.px(34), 0, 0)
        box.setSpacing(0)
        self.pages = QStackedWidget(self)
        box.addWidget(self.pages)
        self.shut = IconButton("close", "close", tr("Close the panel"), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the closing cross in its corner."""
        super().resizeEvent(event)
        side = fonts.px(16)
        self.shut.setGeometry(self.width() - side - fonts.px(10), fonts.px(9), side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge and title."""
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.panel)
        painter.fillRect(0, 0, 1, self.height(), colors.hairline)
        painter.fillRect(0, fonts.px(34) - 1, self.width(), 1, colors.hairline)
        painter.setFont(fonts.px_font(12, fonts.SEMIBOLD))
        painter.setPen(colors.ink)
        box = QRect(fonts.px(14), 0, self.width(), fonts.px(34))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.title)
        painter.end()


class Inspector(QWidget):
    """Rail and drawer. Beside the view the drawer takes room of its own; else it lies over the view.

    Signals
    -------
    focus_requested(key), cure_chosen(changes), note_edited(text), step_chosen(index)
    explain_requested(metric), view_requested(view)
    opened(page) : a page came to the front; `closed()` : the drawer shut.
    """

    focus_requested = Signal(str)
    cure_chosen = Signal(object)
    note_edited = Signal(str)
    step_chosen = Signal(int)
    explain_requested = Signal(str)
    view_requested = Signal(str)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:inspector")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._beside = True
        self._page = PAGES[0][0]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._build_drawer()
        self._build_rail()

    def _build_drawer(self) -> None:
        self.explain_panel, self.issues_panel = ExplainPanel(), IssuesPanel()
        self.notes_panel, self.history_panel = NotesPanel(), HistoryPanel()
        self.drawer = _Drawer(self)
        self.effects_panel = EffectsPanel()
        for page in (
            self.explain_panel, self.issues_panel, self.notes_panel, self.history_panel, self.effects_panel,
        ):  # fmt: skip
            self.drawer.pages.addWidget(page)
        self.drawer.shut.clicked.connect(self.close_drawer)
        self.drawer.hide()
        self._row.addWidget(self.drawer)
        self.explain_panel.focus_requested.connect(self.focus_requested)
        self.issues_panel.focus_requested.connect(self.focus_requested)
        self.issues_panel.cure_chosen.connect(self.cure_chosen)
        self.issues_panel.view_requested.connect(self.view_requested)
        self.notes_panel.note_edited.connect(self.note_edited)
        self.history_panel.step_chosen.connect(self.step_chosen)
        self.effects_panel.explain_requested.connect(self.explain_requested)

    def _build_rail(self) -> None:
        rail = QVBoxLayout()
        rail.setContentsMargins(0, 0, 0, 0)
        rail.setSpacing(0)
        self.buttons: dict[str, RailButton] = {}
        for page, title in PAGES:
            button = RailButton(page, title, self)
            button.clicked.connect(lambda _on=False, which=page: self._press(which))
            self.buttons[page] = button
            rail.addWidget(button)
        rail.addStretch(1)
        self._row.addLayout(rail)

    # -- pages -------------------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        """Open the drawer on `page`."""
        was_open = self.is_open(page)
        self._page = page
        names = [name for name, _ in PAGES]
        self.drawer.pages.setCurrentIndex(names.index(page))
        self.drawer.title = tr(dict(PAGES)[page])
        self.drawer.update()
        self.drawer.setVisible(True)
        self._place()
        self._mark()
        if not was_open:
            self.opened.emit(page)

    def close_drawer(self) -> None:
        """Shut the drawer."""
        if not self.drawer.isHidden():
            self.drawer.hide()
            self._mark()
            self.closed.emit()

    def toggle(self) -> None:
        """Open the drawer on the page last seen, or shut it."""
        if self.drawer.isHidden():
            self.show_page(self._page)
        else:
            self.close_drawer()

    def is_open(self, page: str) -> bool:
        """Return whether `page` is in front."""
        return not self.drawer.isHidden() and self._page == page

    def _press(self, page: str) -> None:
        if self.is_open(page):
            self.close_drawer()
        else:
            self.show_page(page)

    def _mark(self) -> None:
        for page, button in self.buttons.items():
            button.setChecked(self.is_open(page))

    def set_beside(self, on: bool) -> None:
        """Give the drawer room of its own, or lay it over what is left of the rail."""
        if on == self._beside:
            self._place()
            return
        self._beside = on
        hidden = self.drawer.isHidden()
        if on:
            self.drawer.setParent(self)
            self._row.insertWidget(0, self.drawer)
        else:
            self._row.removeWidget(self.drawer)
            self.drawer.setParent(self.window())
            self.window().installEventFilter(self)
        self.drawer.setHidden(hidden)
        self._place()

    def _place(self) -> None:
        host = self.drawer.parentWidget()
        if not self._beside and host is not None:
            corner = self.mapTo(host, self.rect().topLeft())
            wide = self.drawer.width()
            place = QRect(corner.x() - wide, corner.y(), wide, self.height())
            # Asked with every new layout: what was raised since, a notice, stays above it.
            if place != self.drawer.geometry():
                self.drawer.setGeometry(place)
                self.drawer.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlaid drawer at the rail."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window the drawer lies over."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest} and not self._beside:
            self._place()
        return super().eventFilter(watched, event)

    # -- content -----------------------------------------------------------------------------

    def show_explanation(self, root: Explanation) -> None:
        """Show how a figure comes about."""
        self.explain_panel.show_explanation(root)

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show what to mend; the badge counts it."""
        self.issues_panel.show_issues(issues)
        self.buttons["issues"].show_count(len(issues))

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the notes of `scenario`."""
        self.notes_panel.show_scenario(scenario)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rail's ground and edge."""
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.window)
        painter.fillRect(self.width() - fonts.px(RAIL), 0, 1, self.height(), colors.hairline)
        painter.end()
