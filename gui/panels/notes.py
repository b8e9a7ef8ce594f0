"""The note on a scenario as a whole."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from engine.scenario import Scenario
from engine.tier_keys import known
from gui import fonts
from gui.language import mark, tr

_HINT: Final = mark(
    "What this scenario stands for, who asked, what was assumed. Lines that begin with private: leave with "
    "no export."
)


class _Editor(QPlainTextEdit):
    """A text field that tells when it is left with changes."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        self.left.emit()


class NotesPanel(QWidget):
    """An editor for the scenario's note, and the notes on single inputs below it.

    Signals
    -------
    note_edited(str) : the text, when the editor is left.
    """

    note_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:notes")
        self._note = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(fonts.px(14), fonts.px(12), fonts.px(14), fonts.px(12))
        box.setSpacing(fonts.px(8))
        self.editor = _Editor(self)
        self.editor.setObjectName("note")
        self.editor.setAccessibleName(tr("Note on this scenario"))
        self.editor.setPlaceholderText(tr(_HINT))
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(fonts.px_font(12))
        self.editor.left.connect(self._commit)
        box.addWidget(self.editor, 1)
        self.inputs = QLabel("", self)
        self.inputs.setWordWrap(True)
        self.inputs.setFont(fonts.px_font(11))
        self.inputs.setProperty("tone", "muted")
        box.addWidget(self.inputs)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the note of `scenario` and what is noted on its inputs."""
        if scenario.note != self._note:
            self._note = scenario.note
            if self.editor.toPlainText() != scenario.note:
                self.editor.setPlainText(scenario.note)
        lines = [
            f"{spec.label}: {', '.join(text for text in (note.source, note.note) if text)}"
            for key, note in scenario.annotations.items()
            if (spec := known(key)) is not None and (note.source or note.note)
        ]
        self.inputs.setText("\n".join(lines))
        self.inputs.setVisible(bool(lines))

    def _commit(self) -> None:
        text = self.editor.toPlainText()
        if text != self._note:
            self._note = text
            self.note_edited.emit(text)
