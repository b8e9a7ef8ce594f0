"""A panel with the shortest possible document behind it: edits are applied and shown again."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.errors import ParameterError
from engine.scenario import DEFAULT, Scenario
from gui.panels.inputs import InputsPanel

PARTS = {
    "workload": [("enterprise-assistant", "Enterprise assistant"), ("code-agent", "Code agent")],
    "model": [("llama-3.1-70b", "Llama 3.1 70B")],
}


class Rig:
    """Applies what an inputs panel asks for, and keeps a record of it."""

    def __init__(self, qtbot, scenario: Scenario = DEFAULT, width: int = 300, height: int = 760, groups=None):
        # A pointer that an earlier test left over a row would show that row's hover icons.
        QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
        self.scenario = scenario
        self.baseline = scenario
        self.edits: list[tuple[str, object, int]] = []
        self.finished = 0
        self.errors: dict[str, str] = {}
        groups = ("workload", "limits", "deployment", "price") if groups is None else groups
        self.panel = InputsPanel(lambda kind: PARTS.get(kind, []), groups)
        qtbot.addWidget(self.panel)
        self.panel.edited.connect(self._edit)
        self.panel.gesture_finished.connect(self._finish)
        self.panel.uncertainty_edited.connect(self._uncertain)
        self.panel.lock_toggled.connect(lambda k, on: self.annotate(k, locked=on))
        self.panel.row_error.connect(self.errors.__setitem__)
        self.show()
        self.panel.resize(width, height)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.pump()

    def show(self) -> None:
        self.panel.show_scenario(self.scenario, self.baseline)

    def annotate(self, key, **changes) -> None:
        self.scenario = self.scenario.annotate(key, **changes)
        self.show()

    def _edit(self, key, value, gesture) -> None:
        self.edits.append((key, value, gesture))
        try:
            self.scenario = self.scenario.with_value(key, value)
        except ParameterError as error:
            self.errors[key] = str(error)
        self.show()

    def _finish(self) -> None:
        self.finished += 1

    def _uncertain(self, key, uncertainty) -> None:
        self.annotate(key, uncertainty=uncertainty)

    @staticmethod
    def pump() -> None:
        for _ in range(3):
            QApplication.processEvents()

    def row(self, key):
        self.panel.focus_key(key)
        self.pump()
        found = self.panel.findChild(QWidget, f"param:{key}")
        assert found is not None, key
        return found

    def value(self, key):
        return self.scenario.values[key]

    def type(self, key, text, *, enter=True):
        """Type `text` into the field of `key` as a person would; return the row."""
        row = self.row(key)
        row.edit.setFocus()
        row.edit.selectAll()
        QTest.keyClicks(row.edit, text)
        if enter:
            QTest.keyClick(row.edit, Qt.Key.Key_Return)
        self.pump()
        return row


def hover(widget: QWidget, at: QPoint | QPointF) -> None:
    """Move the pointer over `widget` to `at`, whatever window lies above and wherever the pointer was."""
    local = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, local, QPointF(widget.mapToGlobal(local.toPoint())),
        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def wheel(widget: QWidget, turn: int = -120) -> bool:
    """Turn the wheel over `widget` as Qt delivers it, up the parents; return whether the widget took it."""
    target: QWidget | None = widget
    local = QPointF(widget.rect().center())
    took = False
    while target is not None:
        place = QPointF(widget.mapTo(target, local.toPoint())) if target is not widget else local
        event = QWheelEvent(
            place, QPointF(widget.mapToGlobal(local.toPoint())), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        event.ignore()
        QApplication.sendEvent(target, event)
        if event.isAccepted():
            took = target is widget
            break
        target = target.parentWidget()
    return took
