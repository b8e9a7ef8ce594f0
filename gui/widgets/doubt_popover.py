"""The small window beside a row in which an input gets a distribution."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from engine.doubt import Shape, checked, entry_text, parse_entry, shape_of
from engine.errors import IsocostError
from engine.quantities import Range
from engine.scenario import Annotation, Uncertainty, Value
from engine.specs import Spec
from engine.uncertainty import BOUNDED, PEAKED, discrete
from gui import fonts, shown_units, theme
from gui.language import say, sentence, tr
from gui.widgets.combo import Combo
from gui.widgets.popovers import Popover
from gui.widgets.quantity_field import QuantityField

KINDS: Final = (
    ("range", "Range (lognormal where positive)"),
    ("normal", "Normal"),
    ("lognormal", "Lognormal"),
    ("uniform", "Uniform"),
    ("triangular", "Triangular"),
    ("pert", "PERT"),
    ("discrete", "Weights"),
)
#: Distributions that are on offer: words, and what they are.
Offers = Sequence[tuple[str, Uncertainty]]


class DensityCurve(QWidget):
    """A sketch of a distribution with its 10th, 50th and 90th percentile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape: Shape | None = None

    def show_shape(self, shape: Shape | None) -> None:
        """Draw `shape`, or nothing."""
        self._shape = shape
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the sketch."""
        return QSize(fonts.px(200), fonts.px(56))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the sketch."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw curve, area and percentiles; bars for weights."""
        shape = self._shape
        if shape is None or shape.certain:
            return
        painter, colors = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = shape.density()
        low, high = float(x[0]), float(x[-1])
        if shape.kind == "discrete":
            room = 0.08 * (high - low) or 1.0
            low, high = low - room, high + room
        span, bottom, tall = high - low, self.height() - 1.0, self.height() - 6.0
        places = (x - low) / span * self.width()
        tint = QColor(colors.accent)
        tint.setAlphaF(0.18)
        if shape.kind == "discrete":
            for at, weight in zip(places, y, strict=True):
                painter.fillRect(
                    QRectF(float(at) - 3, bottom - tall * weight, 6, tall * weight), colors.accent
                )
            painter.end()
            return
        points = [QPointF(float(a), bottom - tall * float(b)) for a, b in zip(places, y, strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawPolygon(QPolygonF([QPointF(0, bottom), *points, QPointF(self.width(), bottom)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.accent, 1.4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(colors.muted, 1, Qt.PenStyle.DashLine))
        for end in shape.at(np.array([0.1, 0.5, 0.9])):
            at = (float(end) - low) / span * self.width()
            painter.drawLine(QPointF(at, 0), QPointF(at, bottom))
        painter.end()


class UncertaintyPopover(Popover):
    """Kind and figures of one input's distribution, or as it would be typed.

    Signals
    -------
    accepted(object) : an `Uncertainty`, or None when it is taken away.
    """

    accepted = Signal(object)

    def __init__(
        self, spec: Spec, value: Value, annotation: Annotation, parent: QWidget, offers: Offers = ()
    ) -> None:
        super().__init__(say("Uncertainty of {label}", label=spec.label), parent)
        self._spec, self._value = spec, value
        had = annotation.uncertainty
        self._now = had or (offers[0][1] if offers else _guess(spec, value))
        self.kind = Combo(parent=self)
        self.kind.setAccessibleName(tr("Distribution"))
        self.kind.set_entries(KINDS)
        self.kind.chosen.connect(self._choose_kind)
        self.box.addWidget(self.kind)
        self.kind.setVisible(spec.kind == "number")
        self._add_fields()
        self._add_entry()
        self.curve = DensityCurve(self)
        self.box.addWidget(self.curve)
        self.told, self.complaint = QLabel("", self), QLabel("", self)
        for label, tone in ((self.told, "muted"), (self.complaint, "bad")):
            label.setProperty("tone", tone)
            label.setFont(fonts.px_font(11))
            label.setWordWrap(True)
            self.box.addWidget(label)
        self._add_offers(offers)
        self.remove = QPushButton("Remove", self)
        self.remove.setEnabled(had is not None)
        self.remove.clicked.connect(self._remove)
        self.keep = QPushButton("Set", self)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._accept)
        self.buttons(self.remove, self.keep)
        self._show(self._now)

    def _add_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self._names = [QLabel("", self) for _ in range(3)]
        self.low, self.mode, self.high = (self._field(grid, row) for row in range(3))
        self.box.addLayout(grid)

    def _field(self, grid: QGridLayout, row: int) -> QuantityField:
        edit = QuantityField(self._spec, self)
        edit.setFixedSize(fonts.px(90), fonts.px(22))
        edit.committed.connect(self._read)
        edit.failed.connect(self._complain)
        edit.cleared.connect(lambda: self._complain(""))
        self._names[row].setBuddy(edit)
        grid.addWidget(self._names[row], row, 0)
        grid.addWidget(edit, row, 1)
        if row == 0:
            unit = QLabel(shown_units.symbol(self._spec).removesuffix("1"), self)
            unit.setProperty("tone", "muted")
            grid.addWidget(unit, row, 2)
            unit.setVisible(self._spec.kind == "number")
        grid.setColumnStretch(2, 1)
        return edit

    def _add_entry(self) -> None:
        self.entry = QLineEdit(self)
        self.entry.setFixedHeight(fonts.px(26))
        self.entry.setAccessibleName(say("Distribution of {label} as typed", label=self._spec.label))
        self.entry.setToolTip(
            "3 to 6, 2.6 ± 10%, uniform 2 6, triangular 2 3 6, pert 2 3 6, normal 1 4, lognormal 1 4, "
            "0.2: 2.1, 0.8: 2.6"
        )
        self.entry.editingFinished.connect(self._read_entry)
        self.box.addWidget(self.entry)

    def _add_offers(self, offers: Offers) -> None:
        self.offers: list[QPushButton] = []
        if not offers:
            return
        row = QHBoxLayout()
        row.setSpacing(fonts.px(6))
        for words, made in offers:
            button = QPushButton(words, self)
            button.setToolTip(entry_text(made, self._spec))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, u=made: self._show(u))
            self.offers.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.box.addLayout(row)

    # -- what is shown ---------------------------------------------------------------------------

    def _complain(self, text: str) -> None:
        self.complaint.setText(sentence(text))
        self.complaint.setVisible(bool(text))
        self.keep.setEnabled(not text)

    def _show(self, made: Uncertainty) -> None:
        self._now = made
        self.kind.show_id(made.kind)
        names = ("Least", "Most likely", "Most") if made.bounds else ("P10", "", "P90")
        figures = (made.low, made.mode, made.high)
        edits = (self.low, self.mode, self.high)
        for name, label, edit, figure in zip(names, self._names, edits, figures, strict=True):
            shown = made.kind != "discrete" and figure is not None
            label.setText(name)
            edit.setAccessibleName(
                say(
                    "{name} of {label}, {symbol}",
                    name=name,
                    label=self._spec.label,
                    symbol=shown_units.symbol(self._spec),
                )
            )
            for widget in (label, edit):
                widget.setVisible(shown)
            if figure is not None:
                edit.show_value(figure)
        self.entry.setText(entry_text(made, self._spec))
        self.entry.setModified(False)
        problem = self._problem(made)
        shape = shape_of(made, self._spec) if not problem else None
        self.curve.show_shape(shape)
        self.told.setText(self._percentiles(shape) if shape is not None else "")
        self._complain(problem)

    def _problem(self, made: Uncertainty) -> str:
        if made.kind != "discrete" and not made.low < made.high:
            return "The least must be below the most" if made.bounds else "P10 must be below P90"
        try:
            checked(made, self._spec)
        except IsocostError as error:
            return str(error)
        return ""

    def _percentiles(self, shape: Shape) -> str:
        if shape.kind == "discrete" or shape.certain:
            return ""
        named = zip(("P10", "P50", "P90"), shape.at(np.array([0.1, 0.5, 0.9])), strict=True)
        return "   ".join(f"{name} {shown_units.text(float(value), self._spec)}" for name, value in named)

    # -- what is asked for -----------------------------------------------------------------------

    def _choose_kind(self, kind: str) -> None:
        self._show(turned(self._now, kind, self._spec, self._value))

    def _read(self, meant: object) -> None:
        sender, now = self.sender(), self._now
        low, mode, high = now.low, now.mode, now.high
        if isinstance(meant, Uncertainty):
            self._show(meant)
            return
        if isinstance(meant, Range):
            low, high = meant.low, meant.high
        elif isinstance(meant, float):
            low = meant if sender is self.low else low
            mode = meant if sender is self.mode else mode
            high = meant if sender is self.high else high
        self._show(Uncertainty(low, high, now.kind, mode, now.bounds))

    def _read_entry(self) -> None:
        if not self.entry.isModified():
            return
        try:
            meant = parse_entry(self.entry.text(), self._spec)
        except IsocostError as error:
            self._complain(str(error))
            return
        if isinstance(meant, Range):
            meant = Uncertainty(meant.low, meant.high)
        if isinstance(meant, Uncertainty):
            self._show(meant)
        else:
            self._complain("That is one figure, not a distribution. Type 3 to 6, or pert 2 3 6")

    def _accept(self) -> None:
        for edit in (self.low, self.mode, self.high):
            if edit.isVisibleTo(self):
                edit.commit()
        self._read_entry()
        if not self.complaint.text():
            self.accepted.emit(self._now)
            self.close()

    def _remove(self) -> None:
        self.accepted.emit(None)
        self.close()


def turned(now: Uncertainty, kind: str, spec: Spec, value: Value) -> Uncertainty:
    """Return a distribution of `kind` that has the 10th and 90th percentile of `now`, or nearly so."""
    if kind == now.kind:
        return now
    if kind == "discrete":
        return discrete([(now.low, 0.5), (now.high, 0.5)])
    low, high = now.low, now.high
    if (now.bounds or now.kind == "discrete") and low < high:
        ends = shape_of(now, spec).at(np.array([0.1, 0.9]))
        low, high = (float(f"{end:.4g}") for end in ends)
    if kind not in BOUNDED or not low < high:
        return Uncertainty(low, high, kind)
    shape = shape_of(Uncertainty(low, high, kind), spec)
    least, most = max(spec.low, float(f"{shape.a:.4g}")), min(spec.high, float(f"{shape.b:.4g}"))
    middle = (
        float(value) if isinstance(value, (int, float)) and least <= value <= most else 0.5 * (least + most)
    )
    return Uncertainty(least, most, kind, middle if kind in PEAKED else None, True)


def _guess(spec: Spec, value: Value) -> Uncertainty:
    """Return a fifth to either side, inside the hard range; of a choice, seven cases in ten as it is."""
    if isinstance(value, str):
        others = [option.id for option in spec.options if option.id != value]
        rest = [(ident, round(0.3 / len(others), 3)) for ident in others]
        return discrete([(value, 0.7), *rest])
    low, high = max(spec.low, value * 0.8), min(spec.high, value * 1.2)
    if not low < high:
        low, high = max(spec.low, spec.soft_low), min(spec.high, spec.soft_high)
    return Uncertainty(low, high)
