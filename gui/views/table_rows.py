"""The rows of the table as they are seen: selection by a row's number, keys, widths."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui import fonts, theme
from gui.language import tr
from gui.views.table_model import TableModel, title_of

#: Rows looked at for the width of a column.
_SAMPLE = 200


class Head(QHeaderView):
    """Names of the columns, and a triangle at the one that rows are sorted by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted: tuple[int, bool] | None = None

    def show_order(self, section: int, descending: bool) -> None:
        """Mark `section`; -1 for none."""
        self._sorted = (section, descending) if section >= 0 else None
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw name and triangle."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self._sorted is None or self._sorted[0] != section:
            return
        x, y, half = rect.left() + fonts.px(9), rect.bottom() - fonts.px(13), fonts.px(4)
        tip, foot = (y + half, y - half / 2) if self._sorted[1] else (y - half / 2, y + half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().accent)
        painter.drawPolygon(QPolygonF([QPointF(x - half, foot), QPointF(x + half, foot), QPointF(x, tip)]))


class Rows(QTableView):
    """The rows.

    Signals
    -------
    copy_wanted()
    row_wanted(place) : Return was pressed on the row shown there.
    """

    copy_wanted = Signal()
    row_wanted = Signal(int)

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setObjectName("table-rows")
        self.setAccessibleName(tr("Rows of the sweep"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(fonts.px_font(12))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        upright = self.verticalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(fonts.px(24))
        self.setStyleSheet("QTableView::item { padding: 0px 4px; border: none; }")
        self.head = Head(self)
        self.setHorizontalHeader(self.head)
        # One of its own: with that of the rows it asks of each row whether it may be selected, at each paint.
        self.head.setSelectionModel(QItemSelectionModel(model, self.head))
        head = self.head
        head.setFixedHeight(fonts.px(42))
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        # Rows are striped over the whole width, whatever their columns take.
        head.setStretchLastSection(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or ask for the row in front."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.row_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def chosen_places(self) -> list[int]:
        """Return where the rows selected are shown."""
        chosen = self.selectionModel().selection()
        spans = [np.arange(one.top(), one.bottom() + 1) for one in map(chosen.at, range(chosen.count()))]
        return np.unique(np.concatenate(spans)).tolist() if spans else []

    def chosen(self) -> list[int]:
        """Return the numbers in the sweep of the rows selected, in the order shown."""
        count = self._rows.rowCount()
        return self._rows.rows_at([place for place in self.chosen_places() if place < count])

    def choose(self, rows: Sequence[int]) -> None:
        """Select the rows of these numbers, wherever they are shown now."""
        places = self._rows.places_of(rows)
        if not rows or places == self.chosen_places():
            return
        last = self._rows.columnCount() - 1
        made = QItemSelection()
        for place in places:
            made.select(self._rows.index(place, 0), self._rows.index(place, last))
        self.selectionModel().select(made, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._rows.index(places[0], 0), flag)

    def fit_columns(self) -> None:
        """Make each column as wide as its words."""
        count = min(_SAMPLE, self._rows.rowCount())
        for i, column in enumerate(self._rows.columns):
            words = title_of(column) if i else ("Row", "")
            wide = max(fonts.width(word, 11, fonts.SEMIBOLD) for word in words) + fonts.px(18)
            cells = [str(self._rows.data(self._rows.index(place, i))) for place in range(count)]
            least = max((fonts.width(said, 12) for said in cells), default=0) + fonts.px(18)
            self.setColumnWidth(i, max(wide, least, fonts.px(64)))
