"""Small windows beside a row: its uncertainty, its source and note."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.quantities import Range
from engine.scenario import Annotation, Uncertainty
from engine.specs import Spec
from gui import fonts, theme
from gui.widgets.combo import Combo
from gui.widgets.quantity_field import QuantityField

KINDS: Final = (
    ("range", "Range (lognormal where positive)"),
    ("normal", "Normal"),
    ("lognormal", "Lognormal"),
    ("uniform", "Uniform"),
    ("triangular", "Triangular"),
    ("pert", "PERT"),
)
#: Distance of the 10th from the 90th percentile of a normal, in standard deviations.
_SPREAD: Final = 2.5631031310892007


class Popover(QFrame):
    """A framed window that closes when something else is clicked."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(14, 12, 14, 12)
        self.box.setSpacing(8)
        head = QLabel(title, self)
        head.setFont(fonts.px_font(12, fonts.SEMIBOLD))
        head.setProperty("tone", "title")
        self.box.addWidget(head)

    def show_below(self, widget: QWidget) -> None:
        """Open under `widget`, inside the screen."""
        self.setFixedWidth(fonts.px(300))
        self.adjustSize()
        screen = QApplication.primaryScreen().availableGeometry()
        at = widget.mapToGlobal(QPoint(fonts.px(12), widget.height()))
        x = min(at.x(), screen.right() - self.width())
        y = min(at.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()

    def buttons(self, *made: QPushButton) -> None:
        """Add a row of buttons at the right."""
        row = QHBoxLayout()
        row.addStretch(1)
        for button in made:
            row.addWidget(button)
        self.box.addLayout(row)


def density(kind: str, low: float, high: float, at: "np.ndarray") -> "np.ndarray":
    """Return a density of `kind` with 10th and 90th percentile `low` and `high`, for drawing (peak 1)."""
    positive = low > 0
    if kind in {"lognormal", "range"} and positive:
        middle, sigma = (np.log(low) + np.log(high)) / 2, (np.log(high) - np.log(low)) / _SPREAD
        safe = np.maximum(at, 1e-300)
        shape = np.where(at > 0, np.exp(-0.5 * ((np.log(safe) - middle) / sigma) ** 2) / safe, 0.0)
    elif kind == "uniform":
        ends = low - (high - low) / 8, high + (high - low) / 8
        shape = np.where((at >= ends[0]) & (at <= ends[1]), 1.0, 0.0)
    elif kind in {"triangular", "pert"}:
        half = (high - low) * (0.904 if kind == "triangular" else 1.05)
        base = np.clip(1.0 - np.abs(at - (low + high) / 2) / half, 0.0, 1.0)
        shape = base if kind == "triangular" else np.clip(base * (2.0 - base), 0.0, 1.0) ** 2
    else:
        shape = np.exp(-0.5 * ((at - (low + high) / 2) / ((high - low) / _SPREAD)) ** 2)
    top = float(shape.max())
    return np.asarray(shape / top if top > 0 else shape)


class DensityCurve(QWidget):
    """A sketch of the distribution with its two percentiles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Uncertainty | None = None

    def show_uncertainty(self, made: Uncertainty) -> None:
        """Draw `made`."""
        self._made = made
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the sketch."""
        return QSize(fonts.px(200), fonts.px(56))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the sketch."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw curve, area and the two percentiles."""
        if self._made is None or not self._made.low < self._made.high:
            return
        low, high = self._made.low, self._made.high
        span = high - low
        x = np.linspace(low - 0.6 * span, high + 0.9 * span, 160)
        y = density(self._made.kind, low, high, x)
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom, tall = self.height() - 1.0, self.height() - 6.0
        places = (x - x[0]) / (x[-1] - x[0]) * self.width()
        points = [QPointF(float(a), bottom - tall * float(b)) for a, b in zip(places, y, strict=True)]
        tint = QColor(colors.accent)
        tint.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawPolygon(QPolygonF([QPointF(0, bottom), *points, QPointF(self.width(), bottom)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.accent, 1.4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(colors.muted, 1, Qt.PenStyle.DashLine))
        for end in (low, high):
            at = (end - x[0]) / (x[-1] - x[0]) * self.width()
            painter.drawLine(QPointF(at, 0), QPointF(at, bottom))
        painter.end()


class UncertaintyPopover(Popover):
    """Kind, P10 and P90 of one input.

    Signals
    -------
    accepted(object) : an `Uncertainty`, or None when it is taken away.
    """

    accepted = Signal(object)

    def __init__(self, spec: Spec, value: float, annotation: Annotation, parent: QWidget) -> None:
        super().__init__(f"Uncertainty of {spec.label}", parent)
        self._spec = spec
        had = annotation.uncertainty
        self._now = had or _guess(spec, value)
        self.kind = Combo(parent=self)
        self.kind.setAccessibleName("Distribution")
        self.kind.set_entries(KINDS)
        self.kind.show_id(self._now.kind)
        self.kind.chosen.connect(self._choose_kind)
        self.box.addWidget(self.kind)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self.low = self._field(grid, 0, "P10", self._now.low)
        self.high = self._field(grid, 1, "P90", self._now.high)
        self.box.addLayout(grid)
        self.curve = DensityCurve(self)
        self.curve.show_uncertainty(self._now)
        self.box.addWidget(self.curve)
        self.complaint = QLabel("", self)
        self.complaint.setProperty("tone", "bad")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.box.addWidget(self.complaint)
        self.remove = QPushButton("Remove", self)
        self.remove.setEnabled(had is not None)
        self.remove.clicked.connect(self._remove)
        self.keep = QPushButton("Set", self)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._accept)
        self.buttons(self.remove, self.keep)

    def _field(self, grid: QGridLayout, row: int, name: str, value: float) -> QuantityField:
        label = QLabel(name, self)
        edit = QuantityField(self._spec, self)
        edit.setAccessibleName(f"{name} of {self._spec.label}, {self._spec.display_unit}")
        edit.setFixedSize(fonts.px(90), fonts.px(22))
        edit.show_value(value)
        edit.committed.connect(self._read)
        edit.failed.connect(self._complain)
        edit.cleared.connect(lambda: self._complain(""))
        label.setBuddy(edit)
        unit = QLabel(self._spec.display_unit.removesuffix("1"), self)
        unit.setProperty("tone", "muted")
        grid.addWidget(label, row, 0)
        grid.addWidget(edit, row, 1)
        grid.addWidget(unit, row, 2)
        grid.setColumnStretch(2, 1)
        return edit

    def _complain(self, text: str) -> None:
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))
        self.keep.setEnabled(not text)

    def _choose_kind(self, kind: str) -> None:
        self.kind.show_id(kind)
        self._show(Uncertainty(self._now.low, self._now.high, kind))

    def _read(self, meant: object) -> None:
        sender = self.sender()
        low, high = self._now.low, self._now.high
        if isinstance(meant, Range):
            low, high = meant.low, meant.high
        elif isinstance(meant, float):
            low, high = (meant, high) if sender is self.low else (low, meant)
        self._show(Uncertainty(low, high, self._now.kind))

    def _show(self, made: Uncertainty) -> None:
        self._now = made
        self.low.show_value(made.low)
        self.high.show_value(made.high)
        self.curve.show_uncertainty(made)
        self._complain("" if made.low < made.high else "P10 must be below P90")

    def _accept(self) -> None:
        self.low.commit()
        self.high.commit()
        if not self.complaint.text():
            self.accepted.emit(self._now)
            self.close()

    def _remove(self) -> None:
        self.accepted.emit(None)
        self.close()


def _guess(spec: Spec, value: float) -> Uncertainty:
    """Return a fifth to either side, inside the hard range."""
    low, high = max(spec.low, value * 0.8), min(spec.high, value * 1.2)
    if not low < high:
        low, high = max(spec.low, spec.soft_low), min(spec.high, spec.soft_high)
    return Uncertainty(low, high)


class SourcePopover(Popover):
    """What an input means, where its value comes from, and a note.

    Signals
    -------
    accepted(str, str) : source and note.
    """

    accepted = Signal(str, str)

    def __init__(self, spec: Spec, annotation: Annotation, parent: QWidget) -> None:
        super().__init__(spec.label, parent)
        for text, tone in ((spec.doc, ""), (f"Library: {spec.source}" if spec.source else "", "muted")):
            if text:
                label = QLabel(text, self)
                label.setWordWrap(True)
                label.setProperty("tone", tone)
                self.box.addWidget(label)
        self.source = QLineEdit(annotation.source, self)
        self.source.setPlaceholderText("Source: title, link or date")
        self.source.setAccessibleName(f"Source of {spec.label}")
        self.source.setFixedHeight(fonts.px(26))
        self.note = QPlainTextEdit(annotation.note, self)
        self.note.setPlaceholderText("Note")
        self.note.setAccessibleName(f"Note on {spec.label}")
        self.note.setFixedHeight(fonts.px(72))
        self.note.setTabChangesFocus(True)
        self.box.addWidget(self.source)
        self.box.addWidget(self.note)
        self.keep = QPushButton("Set", self)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._accept)
        self.buttons(self.keep)

    def _accept(self) -> None:
        self.accepted.emit(self.source.text().strip(), self.note.toPlainText().strip())
        self.close()
