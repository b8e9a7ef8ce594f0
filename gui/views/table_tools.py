"""The tools of the table view: inputs with their values, mode, condition, columns."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from engine.scenario import spec_of
from engine.sweep_plan import MODES, MOST_AXES
from gui import fonts, theme
from gui.language import inner, say, tr
from gui.plotting.moving import Groups, axis_groups
from gui.plotting.table_job import TableSettings
from gui.shown_text import axis_declared, axis_shown, condition_declared, condition_shown
from gui.views.tools import Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton
from gui.widgets.progress import Progress

_NAMES = ("X", "Y", "Z")
_HELP = (
    "Values: 8:512:24 for 24 from 8 to 512, with :log or :linear behind; a list as 8; 16; 32; options as "
    "fp8, bf16; nothing for the range seen in sources"
)


class RowsProgress(Progress):
    """How many rows are evaluated, and a click that stops it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("Stop evaluating rows"), tr("Stop: keep ten thousand rows, evenly spread"), parent
        )
        self.setObjectName("table-progress")


class AxisEditor(QWidget):
    """One swept input: which, and its values.

    Signals
    -------
    chosen(str) : another input; "" for none.
    written(str) : other values.
    """

    chosen = Signal(str)
    written = Signal(str)

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(4))
        self.input = Combo(_NAMES[place], parent=self)
        self.input.setAccessibleName(say("Input swept along {label}", label=inner(_NAMES[place])))
        self.input.set_groups(axis_groups())
        self.input.name("", "none")
        self.input.setMinimumWidth(fonts.px(90))
        self.values = QLineEdit(self)
        self.values.setObjectName(f"values:{place}")
        self.values.setAccessibleName(say("Values along {label}", label=inner(_NAMES[place])))
        self.values.setToolTip(tr(_HELP))
        self.values.setPlaceholderText("whole range")
        self.values.setMinimumWidth(fonts.px(70))
        self.values.setFixedHeight(fonts.px(28))
        row.addWidget(self.input, 5)
        row.addWidget(self.values, 4)
        self.input.chosen.connect(self.chosen)
        self.values.editingFinished.connect(self._write)

    def set_source(self, source: Callable[[], Groups]) -> None:
        """Offer the inputs that `source` gives; beyond the first place none as well."""
        none: Groups = [("", [("", "none")])] if self.place else []
        self.input.set_source(lambda: none + list(source()))

    def show_axis(self, key: str, text: str) -> None:
        """Show input `key` with values `text`."""
        if key:
            self.input.name(key, spec_of(key).label)
            self.values.setAccessibleName(say("Values of {label}", label=spec_of(key).label))
        self.input.show_id(key)
        self.values.setVisible(bool(key))
        if not self.values.hasFocus() or not self.values.isModified():
            self.values.setText(axis_shown(key, text) if key else text)
            self.values.setCursorPosition(0)
            self.values.setModified(False)

    def _write(self) -> None:
        if self.values.isModified():
            self.values.setModified(False)
            self.written.emit(axis_declared(self.input.current_id(), self.values.text().strip()))


class TableTools(QWidget):
    """Two rows: how rows are made and which are shown, and the inputs swept.

    Signals
    -------
    mode_chosen(str), axis_chosen(place, key), values_written(place, text), wanted_written(str)
    """

    mode_chosen = Signal(str)
    axis_chosen = Signal(int, str)
    values_written = Signal(int, str)
    wanted_written = Signal(str)

    def __init__(
        self, columns: Callable[[QMenu], None], more: Callable[[QMenu], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._first(columns, more))
        both.addWidget(self._second())

    def _ground(self) -> tuple[QWidget, QHBoxLayout]:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        return made, row

    def _first(self, columns: Callable[[QMenu], None], more: Callable[[QMenu], None]) -> QWidget:
        made, row = self._ground()
        self.mode = Combo("", parent=made)
        self.mode.set_entries(list(MODES.items()))
        self.mode.setAccessibleName(tr("How the inputs go together"))
        self.mode.chosen.connect(self.mode_chosen)
        self.wanted = QLineEdit(made)
        self.wanted.setObjectName("wanted")
        self.wanted.setAccessibleName(tr("Condition on the rows shown"))
        self.wanted.setPlaceholderText("Rows, as: margin > 20% and feasible")
        self.wanted.setToolTip(
            tr("Column, < <= > >= = or !=, value; join by and; feasible or infeasible alone")
        )
        self.wanted.setFixedHeight(fonts.px(28))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.editingFinished.connect(self._write)
        self.wanted.textChanged.connect(self._cleared)
        self.progress = RowsProgress(made)
        self.columns = MenuButton("Columns", columns, widest="12 shown", parent=made)
        row.addWidget(self.mode)
        row.addWidget(self.wanted, 1)
        row.addWidget(self.progress)
        row.addWidget(self.columns)
        row.addWidget(MenuButton("", more, drawing="more", parent=made))
        return made

    def _second(self) -> QWidget:
        made, row = self._ground()
        self._inputs = row
        self._columns: tuple[str, ...] = ()
        self._decimal = "."
        self.axes = [AxisEditor(place, made) for place in range(MOST_AXES)]
        for editor in self.axes:
            place = editor.place
            editor.chosen.connect(lambda key, place=place: self.axis_chosen.emit(place, key))
            editor.written.connect(lambda text, place=place: self.values_written.emit(place, text))
            row.addWidget(editor, 1)
        return made

    def _write(self) -> None:
        if self.wanted.isModified():
            self.wanted.setModified(False)
            asked = self.wanted.text().strip()
            self.wanted_written.emit(condition_declared(asked, self._columns, self._decimal))

    def _cleared(self, text: str) -> None:
        if not text and not self.wanted.hasFocus():
            self.wanted_written.emit("")

    def show_state(self, now: TableSettings) -> None:
        """Show what is chosen, texts in the units shown."""
        axes = now.axes
        self._columns, self._decimal = (*(key for key, _ in axes), *now.metrics), now.decimal
        columns = say("{metrics} shown", metrics=len(now.metrics))
        wanted = condition_shown(now.wanted, self._columns, now.decimal)
        self.mode.show_id(now.mode)
        self.columns.show_id(columns)
        for editor in self.axes:
            key, text = axes[editor.place] if editor.place < len(axes) else ("", "")
            # A further input is offered only behind one that is there.
            editor.setEnabled(editor.place <= len(axes))
            editor.show_axis(key, text)
            self._inputs.setStretchFactor(editor, 3 if key else 1)
        if not self.wanted.isModified():
            self.wanted.blockSignals(True)
            self.wanted.setText(wanted)
            self.wanted.blockSignals(False)

    def show_trouble(self, about_rows: bool, text: str) -> None:
        """Mark what cannot be read: the condition, or the values of the inputs."""
        red = f"color: {theme.current().bad.name()}"
        self.wanted.setStyleSheet(red if text and about_rows else "")
        for editor in self.axes:
            editor.values.setStyleSheet(red if text and not about_rows else "")
