"""Beside the years ahead: the lines of the counter-thesis as a checklist, and what the path comes to."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.citations import cited
from engine.drivers import Point
from engine.outlook import Effect, Outlook
from engine.outlook.layers import label_of
from engine.outlook.toggles import LINES, Line
from engine.outlook_command import signed, verdicts
from gui import fonts, theme
from gui.language import say, sentence, tr
from gui.plotting import draw, text
from gui.plotting.fitting import fit
from gui.plotting.outlook_job import OutlookResult, moved_most
from gui.shown_units import METRICS, shown_at
from gui.widgets.scroll import OverlayScrollArea

WIDTH: Final = 294
_PAD: Final = 16
_HINT: Final = (
    "One line at a time, the others as they stand: margin of the last year, revenue of all suppliers "
    "over all years. Point at a line to see what it moves."
)
#: Figures of today that the path starts from, each open to a click.
FIGURES: Final = (
    "cost_trend", "price_trend", "use_trend", "machine_spend_trend", "deployment_factor", "parity_tokens",
    "parity_time", "training_rate",
)  # fmt: skip


class OutlookPanel(QFrame):
    """The words of the outlook view.

    Signals
    -------
    line_switched(key, on), explain_requested(metric)
    """

    line_switched = Signal(str, bool)
    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlook-panel")
        self.setFixedWidth(fonts.px(WIDTH))
        self.lines = {line.key: LineRow(line, self) for line in LINES}
        self.detail = _label(11, "muted")
        self.detail.setText(_HINT)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setMinimumHeight(fonts.px(94))
        self.told, self.figures = _label(11, "text"), Figures(self)
        self.figures.explain_requested.connect(self.explain_requested)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(fonts.px(_PAD), fonts.px(8), fonts.px(_PAD), fonts.px(12))
        rows.setSpacing(0)
        rows.addWidget(_head("Counter-thesis"))
        for row in self.lines.values():
            row.box.toggled.connect(lambda on, key=row.line.key: self.line_switched.emit(key, on))
            row.installEventFilter(self)
            row.box.installEventFilter(self)
            rows.addWidget(row)
        self._heads = (_head("What it comes to"), _head("After a year"))
        for widget in (self.detail, self._heads[0], self.told, self._heads[1], self.figures):
            rows.addSpacing(fonts.px(8))
            rows.addWidget(widget)
        rows.addStretch(1)
        scroll = OverlayScrollArea(self)
        scroll.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scroll)
        self._effects: dict[str, Effect] = {}

    def show_lines(self, on: dict[str, bool]) -> None:
        """Tick the lines that are on."""
        for key, row in self.lines.items():
            row.box.blockSignals(True)
            row.box.setChecked(on[key])
            row.box.blockSignals(False)

    def show_result(self, r: OutlookResult) -> None:
        """Show a frame; a quick one leaves the effects of the one before."""
        self.told.setText(said(r.path) if r.path is not None else "")
        self.figures.tell(r.path.points[0] if r.path is not None else None)
        for head in self._heads:
            head.setVisible(r.path is not None)
        if r.effects or r.path is None:
            self._effects = {effect.line.key: effect for effect in r.effects}
            for key, row in self.lines.items():
                row.tell(self._effects.get(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell about the line under the pointer or the focus."""
        kind = event.type()
        row = watched if isinstance(watched, LineRow) else watched.parent()
        if isinstance(row, LineRow):
            if kind in {QEvent.Type.Enter, QEvent.Type.FocusIn}:
                self.detail.setText(about(row.line, self._effects.get(row.line.key)))
            elif kind == QEvent.Type.Leave and isinstance(watched, LineRow):
                self.detail.setText(_HINT)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline parts it from the plots."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.fillRect(QRectF(0, fonts.px(10), 1, self.height()), theme.current().hairline)
        painter.end()


class LineRow(QWidget):
    """One line of the counter-thesis: a box to tick, and what ticking it does."""

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.effect: Effect | None = None
        self.setFixedHeight(fonts.px(33))
        self.box = QCheckBox(line.label, self)
        self.box.setFont(fonts.px_font(12))
        self.box.setObjectName(line.key)
        self.box.setGeometry(0, 0, fonts.px(WIDTH - 2 * _PAD), fonts.px(19))
        self.box.setToolTip(f"{tr(line.words)}\n{line.sentence}\n{cited(line.source)}")

    def tell(self, effect: Effect | None) -> None:
        """Show `effect`."""
        self.effect = effect
        self.box.setAccessibleDescription("" if effect is None else about(self.line, effect))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write margin and suppliers below the words."""
        if self.effect is None:
            return
        colors, painter = theme.current(), QPainter(self)
        x, font = float(fonts.px(20)), fonts.px_font(11)
        for name, figure, unit, digits in (
            ("margin", self.effect.margin * 100.0, "pt", 1 if abs(self.effect.margin) < 0.0995 else 0),
            ("suppliers", self.effect.suppliers * 100.0, "%", 0),
        ):
            value = f"{signed(figure, digits)} {unit}"
            place = QRectF(x, fonts.px(17), 200, fonts.px(15))
            draw.words(painter, place, name, colors.muted, font, draw.LEFT)
            flat = float(f"{abs(figure):.{digits}f}") == 0.0
            color = colors.muted if flat else colors.bad if figure < 0.0 else colors.good
            place.translate(fonts.width(name, 11) + fonts.px(5), 0)
            draw.words(painter, place, value, color, fonts.px_font(11, fonts.SEMIBOLD), draw.LEFT)
            x += fonts.px(112)
        painter.end()


class Figures(QWidget):
    """Figures of today that the years ahead begin with; each can be asked about.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.point: Point | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def tell(self, point: Point | None) -> None:
        """Show the figures of `point`."""
        self.point = point
        self.setAccessibleName(tr("After a year"))
        if point is not None:
            said = (f"{METRICS[key].label} {text.reading(key, shown_at(point, key))}" for key in FIGURES)
            self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every figure."""
        return QSize(fonts.px(240), fonts.px(20) * len(FIGURES) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the figures."""
        if self.point is None:
            return
        colors, painter, high = theme.current(), QPainter(self), fonts.px(20)
        for i, key in enumerate(FIGURES):
            row = QRectF(0, i * high, self.width(), high)
            value = text.reading(key, shown_at(self.point, key))
            label = fit(
                METRICS[key].label, row.width() - fonts.width(value, 11, fonts.SEMIBOLD) - fonts.px(8), 11
            )
            draw.words(painter, row, label, colors.text, fonts.px_font(11), draw.LEFT)
            draw.words(painter, row, value, colors.ink, fonts.px_font(11, fonts.SEMIBOLD), draw.RIGHT)
        painter.end()

    def _metric_at(self, y: float) -> str:
        index = int(y // fonts.px(20))
        return FIGURES[index] if 0 <= index < len(FIGURES) else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which lines answer."""
        hand = bool(self._metric_at(event.position().y()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about the figure clicked."""
        if metric := self._metric_at(event.position().y()):
            self.explain_requested.emit(metric)


def about(line: Line, effect: Effect | None) -> str:
    """Return what a line moves and what that does to layers."""
    told = f"{sentence(line.sentence)} "
    if effect is not None:
        most = [f"{label_of(key)} {signed(by * 100.0, 0)} %" for key, by in moved_most(effect)]
        moved = say("Most moved: {names}. ", names=", ".join(most))
        told += moved if most else tr("No layer's revenue moves. ")
    return told + say("Source: {source}.", source=cited(line.source))


def said(path: Outlook) -> str:
    """Return what the path comes to, with the age of the fleet."""
    lines = [sentence(line) for line in verdicts(path)]
    lines.append(
        say(
            "The fleet is {age:.1f} years old in {years:.0f}, {age2:.1f} in {years2:.0f}.",
            age=path.age[0],
            years=path.years[0],
            age2=path.age[-1],
            years2=path.years[-1],
        )
    )
    if math.isfinite(path.training_repaid):
        lines.append(
            say(
                "Serving will have cost as much as one model by {training_repaid:.1f}.",
                training_repaid=path.training_repaid,
            )
        )
    return "\n".join(f"\u2022 {line}" for line in lines)


def _head(words: str) -> QLabel:
    made = _label(13, "title", fonts.SEMIBOLD)
    made.setText(words)
    made.setMinimumHeight(fonts.px(24))
    return made


def _label(size: int, tone: str, weight: int = fonts.REGULAR) -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setProperty("tone", tone)
    made.setFont(fonts.px_font(size, weight))
    return made
