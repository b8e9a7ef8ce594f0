"""The field a number is typed into: any unit, arithmetic, or a range or distribution: uncertainty."""

from typing import Final

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.errors import IsocostError
from engine.formatting import format_number
from engine.presentation import value_in
from engine.quantities import Range
from engine.scenario import Uncertainty
from engine.specs import Spec
from gui import fonts, shown_units
from gui.language import tr

_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class QuantityField(QLineEdit):
    """A value field.

    Signals
    -------
    committed(object) : a float that the parameter allows, a `Range`, or an `Uncertainty`.
    failed(str) : what was typed cannot be used, and why.
    cleared : the complaint is withdrawn.
    stepped(int) : an arrow key asks for so many steps.
    """

    committed = Signal(object)
    failed = Signal(str)
    cleared = Signal()
    stepped = Signal(int)

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._value = 0.0
        self._failed = False
        self.setObjectName("edit")
        self.setFont(fonts.px_font(12, fonts.MEDIUM))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{spec.label}, {tr(shown_units.symbol(spec))}".removesuffix(", 1"))
        self.returnPressed.connect(self.commit)
        self.textEdited.connect(self._withdraw)

    def show_value(self, value: float) -> None:
        """Show `value`, unless something else is being typed."""
        self._value = value
        if not (self.hasFocus() and self.isModified()) and not self._failed:
            self._write()

    def failing(self) -> bool:
        """Return whether the text shown was refused."""
        return self._failed

    def decimal(self) -> str:
        """Return the decimal mark of the locale."""
        return "," if QLocale().decimalPoint() == "," else "."

    def _text(self) -> str:
        if self.hasFocus():
            return shown_units.field(self._value, self._spec, self.decimal(), exact=True)
        text = shown_units.field(self._value, self._spec, self.decimal())
        if fonts.width(text, 12, fonts.MEDIUM) > self.width() - fonts.px(11):
            declared = value_in(self._value, self._spec, shown_units.symbol(self._spec))
            shown = declared * 100.0 if self._spec.percent else declared
            return format_number(shown, decimal=self.decimal())
        return text

    def _write(self) -> None:
        text = self._text()
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)

    def commit(self) -> None:
        """Read the text and ask for its value, or say why it cannot be one."""
        if not self.isModified():
            return
        try:
            meant = shown_units.read(self.text(), self._spec, self.decimal())
            if not isinstance(meant, Uncertainty):
                for number in (meant.low, meant.high) if isinstance(meant, Range) else (meant,):
                    self._spec.check(number)
        except IsocostError as error:
            self._failed = True
            self.setModified(False)
            self.failed.emit(str(error))
            return
        self._failed = False
        self.setModified(False)
        if not isinstance(meant, float) or meant != self._value:
            self.committed.emit(meant)
        self._write()
        self.selectAll()

    def restore(self) -> None:
        """Drop what was typed."""
        self._failed = False
        self.setModified(False)
        self._write()
        self.cleared.emit()

    def _withdraw(self) -> None:
        if self._failed:
            self._failed = False
            self.cleared.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window unless something is being typed."""
        # A line edit claims both keys even where it has nothing to undo.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if not self.isModified() and any(event.matches(key) for key in wanted):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore on Escape, step on Up and Down."""
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self._failed):
            self.restore()
            self.selectAll()
            event.accept()
            return
        count = _STEPS.get(Qt.Key(event.key()))
        if count is not None and not self.isReadOnly():
            wide = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(count * (10 if wide else 1))
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show every digit; select all when reached by keyboard, so that typing replaces."""
        super().focusInEvent(event)
        if not self._failed:
            self._write()
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was typed; a refused text stays, with its complaint, until mended or restored."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            if not self._failed:
                self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write so that the figure fits."""
        super().resizeEvent(event)
        if not self.isModified() and not self._failed:
            self._write()

    def sizeHint(self) -> QSize:
        """Return the size of the face."""
        return QSize(fonts.px(62), fonts.px(20))
