"""The canvas of the levers view: a ladder of costs going down, a lever a row, what it does beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from gui.language import sentence, tr
from gui.plotting.inks import Inks
from gui.plotting.ladder_job import LadderResult, saving, verdict
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.ladder_paint import LadderPainting
from gui.views.ladder_places import Spot


class LadderCanvas(LadderPainting):
    """Rows of a ladder.

    Signals
    -------
    toggled(row), moved(row, by), leveled(row, level), adopted(row), explained(metric)
    """

    toggled = Signal(int)
    moved = Signal(int, int)
    leveled = Signal(int, str)
    adopted = Signal(int)
    explained = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("ladder-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: LadderResult) -> None:
        """Show a frame."""
        self.result = result
        self.row = min(self.row, max(len(result.plan) - 1, 0))
        self.lay_out()
        self.setAccessibleName(tr("Lever ladder"))
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self.result is None or not self.result.plan:
            return
        step = self.result.ladder.steps[self.row]
        pulled = f"{tr(step.pull.rung.label)}: {sentence(step.told)}"
        self.setAccessibleDescription(f"{verdict(self.result)}. {pulled}; {saving(step.before, step.after)}.")

    # the hand -----------------------------------------------------------------------------------

    def spot_at(self, at: QPointF) -> Spot | None:
        """Return the place under `at`."""
        return next((spot for spot in self._spots if spot.box.contains(at)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what answers."""
        spot = self.spot_at(event.position())
        if spot != self.hover:
            self.hover = spot
            hand = Qt.CursorShape.PointingHandCursor if spot is not None else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self.hover = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked."""
        spot = self.spot_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            return
        if spot.row >= 0:
            self.row = spot.row
        self._do(spot.what, spot.row)

    def _do(self, what: str, row: int) -> None:
        acts: dict[str, Callable[[], None]] = {
            "switch": lambda: self.toggled.emit(row),
            "up": lambda: self.moved.emit(row, -1),
            "down": lambda: self.moved.emit(row, 1),
            "level": lambda: self._offer_levels(row),
            "adopt": lambda: self.adopted.emit(row),
        }
        if what in acts:
            acts[what]()
        elif what in METRICS:
            self.explained.emit(what)

    def level_menu(self, row: int) -> QMenu:
        """Return the menu of how hard the lever in `row` can be pulled."""
        assert self.result is not None
        menu, pull = QMenu(self), self.result.plan[row]
        for level in pull.rung.levels:
            action = menu.addAction(self.words_of(row, level))
            action.setCheckable(True)
            action.setChecked(level.id == pull.level)
            action.triggered.connect(lambda _=False, ident=level.id: self.leveled.emit(row, ident))
        return menu

    def _offer_levels(self, row: int) -> None:
        box = self.level_box(row)
        self.level_menu(row).popup(self.mapToGlobal(QPoint(round(box.left()), round(box.bottom()))))

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a line that was cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.result is not None:
            row = int((event.pos().y() - self.row_top(1)) // self.row_height())
            if 0 <= row < len(self.result.ladder.steps):
                step, spot = self.result.ladder.steps[row], self.spot_at(QPointF(event.pos()))
                said = f"{tr(step.pull.rung.doc)}\n{self.told(step)}"
                if spot is not None and spot.what == "adopt":
                    said = tr("Put the scenario with this lever and those before it in the place of today's")
                QToolTip.showText(event.globalPos(), said, self)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, with Ctrl move the lever; Space pulls, Enter adopts, L chooses how hard."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if self.result is None or not self.result.plan:
            event.ignore()
        elif way is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._do("up" if way < 0 else "down", self.row)
        elif way is not None:
            self.row = min(max(self.row + way, 0), len(self.result.plan) - 1)
            self._describe()
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._do("switch", self.row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do("adopt", self.row)
        elif event.key() == Qt.Key.Key_L:
            self._do("level", self.row)
        else:
            event.ignore()
