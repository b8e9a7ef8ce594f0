"""The library of parts: what ships, with a source on every figure, and the user's own, to be edited."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine import catalog, library
from engine.citations import cited
from engine.errors import IsocostError
from engine.formatting import format_exact
from engine.kinds import KINDS
from engine.parts import Figure, Part
from engine.quantities import Range, parse
from engine.scenario import Scenario, spec_of
from gui import fonts, placing
from gui.language import mark, said, say, sentence, tr
from gui.shown_text import part_name

_COLUMNS: Final = (mark("Input"), mark("Value"), mark("Unit"), mark("Grade"), mark("Source"))
_VALUE: Final = 1
_ID: Final = Qt.ItemDataRole.UserRole


class LibraryDialog(QDialog):
    """Look parts up, use them, and keep parts of one's own.

    Signals
    -------
    part_chosen(group_key, part_id)
        Take this part into the scenario in front.
    changed()
        The user's library changed.
    """

    part_chosen = Signal(str, str)
    changed = Signal()

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Library of parts"))
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(placing.on_screen(QSize(fonts.px(1040), fonts.px(620)), parent))
        self._scenario, self._part = scenario, None
        self._filling = False
        self._build_left()
        self._build_right()
        row = QHBoxLayout(self)
        pad = fonts.px(16)
        row.setContentsMargins(pad, pad, pad, pad)
        row.setSpacing(pad)
        row.addLayout(self._left, 2)
        row.addLayout(self._right, 5)
        self._fill_list()

    _part: Part | None

    def _build_left(self) -> None:
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(tr("Kind of part"))
        for kind in KINDS.values():
            self.kinds.addItem(tr(kind.plural), kind.id)
        self.kinds.setCurrentIndex(self.kinds.findData("accelerator"))
        self.kinds.currentIndexChanged.connect(self._fill_list)
        self.filter = QLineEdit(placeholderText=tr("Filter"))
        self.filter.setAccessibleName(tr("Filter parts"))
        self.filter.setMinimumHeight(fonts.px(28))
        self.filter.textChanged.connect(self._fill_list)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Parts"))
        self.list.setObjectName("choices")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show_part())
        self._left = QVBoxLayout()
        for widget in (self.kinds, self.filter, self.list):
            self._left.addWidget(widget)
        self._left.addWidget(self._button("Import file…", "Add a part from a file", self._import))

    def _build_right(self) -> None:
        self.title = QLabel()
        self.title.setFont(fonts.px_font(13, fonts.SEMIBOLD))
        self.title.setProperty("tone", "title")
        self.subtitle = QLabel()
        self.subtitle.setProperty("tone", "muted")
        self.subtitle.setWordWrap(True)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setAccessibleName(tr("Figures of the part"))
        self.table.setHorizontalHeaderLabels([tr(column) for column in _COLUMNS])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(fonts.px(26))
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate((210, 90, 84, 86)):
            self.table.setColumnWidth(column, fonts.px(width))
        header.setSectionResizeMode(len(_COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.itemChanged.connect(self._edited)
        self.message = QLabel()
        self.message.setProperty("tone", "bad")
        self.message.setWordWrap(True)
        self.use = self._button(
            "Use in scenario", "Take this part's figures into the scenario in front", self._use
        )
        self.use.setDefault(True)
        self.copy = self._button(
            "Duplicate", "Copy this part into your library to change it", self._duplicate
        )
        self.rename = self._button("Rename…", "Rename this part of yours", self._rename)
        self.delete = self._button("Remove", "Remove this part from your library", self._remove)
        buttons = QHBoxLayout()
        for button in (self.copy, self.rename, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._button("Close", "Close the library", self.accept))
        buttons.addWidget(self.use)
        self._right = QVBoxLayout()
        for widget in (self.title, self.subtitle, self.table, self.message):
            self._right.addWidget(widget)
        self._right.addLayout(buttons)

    def _button(self, text: str, tip: str, run: object) -> QPushButton:
        button = QPushButton(tr(text))
        button.setToolTip(tr(tip))
        button.setAccessibleName(tr(tip))
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    # showing ------------------------------------------------------------------------------------

    def kind(self) -> str:
        """Return the kind that is listed."""
        return str(self.kinds.currentData())

    def show_part(self, kind: str, ident: str) -> None:
        """List `kind` and select the part `ident`."""
        self.filter.clear()
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        self._fill_list()
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == ident:
                self.list.setCurrentRow(row)

    def _fill_list(self) -> None:
        words = self.filter.text().casefold().split()
        own = library.parts(self.kind())
        # A list that is cleared tells of items that are gone already.
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for ident, part in catalog.load(self.kind()).items():
            name = part_name(part)
            text = f"{name} {part.label} {part.vendor} {ident}".casefold()
            if all(word in text for word in words):
                item = QListWidgetItem(said("{label}  (yours)", label=part.label) if ident in own else name)
                item.setData(_ID, ident)
                item.setToolTip(f"{part.vendor}  {ident}".strip())
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        blocker.unblock()
        self._show_part()

    def _show_part(self) -> None:
        item = self.list.currentItem()
        self._part = catalog.part(self.kind(), str(item.data(_ID))) if item else None
        part, own = self._part, item is not None and str(item.data(_ID)) in library.parts(self.kind())
        self.message.clear()
        self.title.setText(part_name(part) if part else tr("No part fits the filter"))
        about = [tr(part.vendor), part.id, cited(part.note)] if part else []
        self.subtitle.setText("   ".join(text for text in about if text))
        fills = bool(KINDS[self.kind()].groups)
        self.use.setEnabled(part is not None and fills)
        self.copy.setEnabled(part is not None and fills)
        self.rename.setEnabled(own)
        self.delete.setEnabled(own)
        self._fill_table(own)

    def _fill_table(self, own: bool) -> None:
        self._filling = True
        figures = list(self._part.values.items()) if self._part else []
        facts = list(self._part.facts.items()) if self._part else []
        self.table.setRowCount(len(figures) + len(facts))
        for row, (key, figure) in enumerate(figures):
            spec = spec_of(key)
            value = (
                spec.show(figure.value) if isinstance(figure.value, str) else format_exact(figure.value, spec)
            )
            texts = (
                spec.label,
                value,
                tr(spec.display_unit.removeprefix("1")),
                tr(figure.grade),
                cited(figure.source),
            )
            self._fill_row(row, key, texts, own, self._tip(figure))
        for offset, (name, fact) in enumerate(facts):
            shown = fact if isinstance(fact, Figure) else None
            value = str(shown.value) if shown else str(fact)
            texts = (
                tr(str(name).replace("_", " ")), value, tr(shown.unit) if shown else "",
                tr(shown.grade) if shown else "", cited(shown.source) if shown else "",
            )  # fmt: skip
            self._fill_row(len(figures) + offset, "", texts, False, texts[-1])
        self._filling = False

    def _fill_row(self, row: int, key: str, texts: tuple[str, ...], editable: bool, tip: str) -> None:
        for column, text in enumerate(texts):
            item = self.table.item(row, column)
            if item is None:
                # Items in place are kept: one of them may be telling of its own change just now.
                item = QTableWidgetItem()
                self.table.setItem(row, column, item)
            item.setText(text)
            item.setData(_ID, key)
            item.setToolTip(tip if column else spec_of(key).doc if key else text)
            if column == _VALUE:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable and column == _VALUE else flags)

    @staticmethod
    def _tip(figure: Figure) -> str:
        between = (
            say("Sources range from {low:g} to {high:g}.", low=figure.low, high=figure.high)
            if figure.low and figure.high
            else ""
        )
        return "\n".join(
            text for text in (cited(figure.source), cited(figure.note), figure.date, between) if text
        )

    # doing --------------------------------------------------------------------------------------

    def _edited(self, item: QTableWidgetItem) -> None:
        key = str(item.data(_ID) or "")
        if self._filling or item.column() != _VALUE or not key or self._part is None:
            return
        self._attempt(lambda part: library.edit(part.kind, part.id, {key: self._read(key, item.text())}))
        self._fill_table(own=True)

    @staticmethod
    def _read(key: str, text: str) -> object:
        spec = spec_of(key)
        if spec.kind == "choice":
            named = next((o.id for o in spec.options if text.strip() in (o.id, o.label)), text.strip())
            return spec.check(named)
        value = parse(text, spec)
        return spec.check(value.low if isinstance(value, Range) else value)

    def _attempt(self, action: object) -> Part | None:
        """Run an action on the part shown; tell what is wrong under the table. Return a part made."""
        if self._part is None or not callable(action):
            return None
        try:
            made = action(self._part)
        except IsocostError as error:
            self.message.setText(sentence(str(error)))
            return None
        self.message.clear()
        self.changed.emit()
        if isinstance(made, Part):
            self._part = made
        return made if isinstance(made, Part) else None

    def _use(self) -> None:
        if self._part is not None:
            self.part_chosen.emit(KINDS[self._part.kind].groups[0], self._part.id)
            self.accept()

    def _duplicate(self) -> None:
        made = self._attempt(library.duplicate)
        if made is not None:
            self.show_part(made.kind, made.id)

    def _rename(self) -> None:
        if self._part is None:
            return
        name, done = QInputDialog.getText(self, tr("Rename part"), tr("Name:"), text=self._part.label)
        if done and name.strip():
            made = self._attempt(lambda part: library.edit(part.kind, part.id, {}, label=name.strip()))
            if made is not None:
                self.show_part(made.kind, made.id)

    def _remove(self) -> None:
        if self._part is None:
            return
        text = said(
            "Remove {label} from your library? Scenarios that use it carry their own copy.",
            label=self._part.label,
        )
        if QMessageBox.question(self, tr("Remove part"), text) == QMessageBox.StandardButton.Yes:
            self._attempt(lambda part: library.remove(part.kind, part.id))
            self._fill_list()

    def _import(self) -> None:
        kinds = tr("Parts (*.json *.toml);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Import a part"), "", kinds)
        if path:
            self.import_path(Path(path))

    def import_path(self, path: Path) -> None:
        """Add the part of a file to the library and show it."""
        try:
            made = library.import_file(path)
        except IsocostError as error:
            self.message.setText(sentence(str(error)))
            return
        self.changed.emit()
        self.show_part(made.kind, made.id)
