"""Beside the samples: percentiles, chances, what breaks first, and which inputs go together."""

import math
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.doubt import GUESSES, Estimate
from engine.scenario import Scenario, spec_of
from gui import fonts, theme
from gui.language import say, sentence, tr
from gui.plotting import draw, text
from gui.plotting.doubt_job import DoubtResult, Spread
from gui.plotting.doubt_words import off, share
from gui.plotting.doubt_words import rank as rank_words
from gui.shown_units import METRICS
from gui.widgets.combo import Combo
from gui.widgets.icon_button import IconButton
from gui.widgets.scroll import OverlayScrollArea

WIDTH: Final = 286
_PAD: Final = 16
_ROW: Final = 20


class DoubtPanel(QFrame):
    """The words of the Monte Carlo view.

    Signals
    -------
    explain_requested(metric), case_wanted(share), correlated(key, key, rank)
    """

    explain_requested = Signal(str)
    case_wanted = Signal(float)
    correlated = Signal(str, str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubt-panel")
        self.setFixedWidth(fonts.px(WIDTH))
        self.figures, self.chances = Figures(self), Bars(self)
        self.figures.explain_requested.connect(self.explain_requested)
        self.obstacles, self.told = label(11, "text"), label(11, "muted")
        self.cases = [QPushButton(f"P{n}", self) for n in (10, 90)]
        for button, part in zip(self.cases, (0.1, 0.9), strict=True):
            button.setObjectName(f"case-p{part * 100:g}")
            button.setAccessibleName(say("Make the P{part:g} case a scenario", part=part * 100))
            button.clicked.connect(lambda _on=False, s=part: self.case_wanted.emit(s))
        self.ties = Correlations(self)
        self.ties.correlated.connect(self.correlated)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(fonts.px(_PAD), fonts.px(10), fonts.px(_PAD), fonts.px(12))
        self._rows.setSpacing(fonts.px(6))
        self._fill()
        scroll = OverlayScrollArea(self)
        scroll.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scroll)

    def _fill(self) -> None:
        rows = self._rows
        self.head = label(13, "title", fonts.SEMIBOLD)
        for widget in (self.head, self.figures):
            rows.addWidget(widget)
        self._part("Chances", self.chances, self.obstacles)
        self.likely = label(11, "muted")
        self.likely.setText(tr("The likeliest way there, as a scenario with what has to change."))
        pair = QHBoxLayout()
        pair.setSpacing(fonts.px(8))
        for button in self.cases:
            pair.addWidget(button, 1)
        self._part("Make a case a scenario", self.likely)
        rows.addLayout(pair)
        self._part("In doubt", self.told)
        self.together = self._part("Go together", self.ties)
        rows.addStretch(1)

    def _part(self, title: str, *widgets: QWidget) -> QLabel:
        self._rows.addSpacing(fonts.px(10))
        head = label(13, "title", fonts.SEMIBOLD)
        head.setText(title)
        self._rows.addWidget(head)
        for widget in widgets:
            self._rows.addWidget(widget)
        return head

    def show_result(self, r: DoubtResult) -> None:
        """Show a frame."""
        self.head.setText(METRICS[r.settings.metric].label)
        self.setEnabled(not r.trouble)
        if r.spread is None:
            return
        s = r.spread
        self.figures.tell(s, r.here)
        self.chances.tell((("Margin above zero", s.earns), ("Every limit holds", s.holds)))
        stopped = [f"{name} {share(part, 1)}" for _, name, part in s.obstacles]
        self.obstacles.setText(
            say("Breaks first: {names}.", names=", ".join(stopped))
            if stopped
            else tr("No limit breaks in any sample.")
        )
        known = s.summary.count >= 16
        for button in self.cases:
            button.setEnabled(known)
        self.told.setText(in_doubt(s))
        self.ties.show_inputs(s)
        self.together.setVisible(not self.ties.isHidden())

    def show_scenario(self, scenario: Scenario) -> None:
        """Show which inputs go together."""
        self.ties.show_scenario(scenario)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline parts it from the plots."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.fillRect(QRectF(0, fonts.px(10), 1, self.height()), theme.current().hairline)
        painter.end()


def label(size: int, tone: str, weight: int = fonts.REGULAR) -> QLabel:
    """Return a wrapping label."""
    made = QLabel()
    made.setWordWrap(True)
    made.setProperty("tone", tone)
    made.setFont(fonts.px_font(size, weight))
    return made


def in_doubt(s: Spread) -> str:
    """Return what is in doubt in words."""
    plan = s.samples.plan
    stated = sum(each.origin == "stated" for each in plan.doubted)
    guessed = sum(each.grade in GUESSES for each in plan.doubted)
    parts = [say("{doubted} inputs move this figure", doubted=len(plan.doubted))]
    parts += [say("{stated} stated by you", stated=stated)] if stated else []
    parts += [say("{guessed} of them guesses", guessed=guessed)] if guessed else []
    if any(each.origin == "model" for each in plan.doubted):
        parts.append(tr("with the model's own error"))
    said = ", ".join(parts) + "."
    return " ".join([said, *(f"{sentence(note)}." for note in plan.notes)])


class Figures(QWidget):
    """P10, P50, P90 and mean with what they may be off by, and where the scenario itself lies.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[tuple[str, str, str]] = []
        self._metric = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, s: Spread, here: float) -> None:
        """Show the figures of `s` and of the scenario, `here` in display units."""
        self._metric, metric = s.metric, METRICS[s.metric]
        named = (
            ("P10", s.summary.p10),
            ("P50", s.summary.p50),
            ("P90", s.summary.p90),
            ("Mean", s.summary.mean),
        )
        self.lines = [
            (name, text.reading(s.metric, metric.shown(e.value)), off(s.metric, e)) for name, e in named
        ]
        known = s.values[s.values == s.values]
        rank = f"P{round(float((known < here).mean()) * 100)}" if known.size and math.isfinite(here) else ""
        self.lines.append(("As it stands", text.reading(s.metric, here), rank))
        self.setAccessibleName(metric.label)
        self.setAccessibleDescription("; ".join(f"{a} {b} {c}" for a, b, c in self.lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every line."""
        return QSize(fonts.px(240), fonts.px(_ROW) * max(5, len(self.lines)) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the lines."""
        painter, colors = QPainter(self), theme.current()
        high = fonts.px(_ROW)
        for i, (name, figure, error) in enumerate(self.lines):
            row = QRectF(0, i * high, self.width(), high)
            draw.words(painter, row, name, colors.text, fonts.px_font(12), draw.LEFT)
            place = row.adjusted(0, 0, -fonts.px(88), 0)
            draw.words(painter, place, figure, colors.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.RIGHT)
            draw.words(painter, row, error, colors.muted, fonts.px_font(11), draw.RIGHT)
        painter.end()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Ask about the metric."""
        if self._metric:
            self.explain_requested.emit(self._metric)


class Bars(QWidget):
    """Chances as bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[tuple[str, Estimate], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, entries: tuple[tuple[str, Estimate], ...]) -> None:
        """Show `entries`."""
        self.entries = entries
        said = "; ".join(f"{name} {share(e.value, 1)}" for name, e in entries)
        self.setAccessibleName(tr("Chances"))
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two bars."""
        return QSize(fonts.px(240), 2 * fonts.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, share and bar of each."""
        painter, colors = QPainter(self), theme.current()
        high = fonts.px(30)
        for i, (name, estimate) in enumerate(self.entries):
            row = QRectF(0, i * high, self.width(), fonts.px(18))
            draw.words(painter, row, name, colors.text, fonts.px_font(12), draw.LEFT)
            font = fonts.px_font(12, fonts.SEMIBOLD)
            color = colors.good if estimate.value >= 0.5 else colors.bad
            draw.words(painter, row, share(estimate.value, 1), color, font, draw.RIGHT)
            track = QRectF(0, i * high + fonts.px(20), self.width(), fonts.px(4))
            painter.fillRect(track, colors.field)
            painter.fillRect(QRectF(0, track.top(), track.width() * estimate.value, track.height()), color)
        painter.end()


class Correlations(QWidget):
    """Pairs of inputs that go together, and a row to add one.

    Signals
    -------
    correlated(key, key, rank) : a rank of 0 takes the pair away.
    """

    correlated = Signal(str, str, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(fonts.px(4))
        self.first, self.second = Combo("", parent=self), Combo("", parent=self)
        self.first.setAccessibleName(tr("First input of a pair"))
        self.second.setAccessibleName(tr("Second input of a pair"))
        self.rank = QLineEdit("0.5", self)
        self.rank.setAccessibleName(tr("Rank correlation, from -1 to 1"))
        self.rank.setFixedSize(fonts.px(54), fonts.px(26))
        self.add = QPushButton("Add", self)
        self.add.setObjectName("correlation-add")
        self.add.clicked.connect(self._add)
        self.complaint = label(11, "bad")
        self.complaint.hide()
        self._pairs: tuple[tuple[str, str, float], ...] = ()
        self._made: list[QWidget] = []
        for combo in (self.first, self.second):
            combo.chosen.connect(combo.show_id)
            self._list.addWidget(combo)
        last = QHBoxLayout()
        last.addWidget(self.rank)
        last.addWidget(self.add)
        last.addStretch(1)
        self._list.addLayout(last)
        self._list.addWidget(self.complaint)

    def show_inputs(self, s: Spread) -> None:
        """Offer the inputs of `s` that are numbers, those that matter most first."""
        labels = {each.key: each.label for each in s.samples.plan.doubted if each.spec.kind == "number"}
        entries = [(key, labels[key]) for key, _ in s.ranks if key in labels]
        for combo, place in ((self.first, 0), (self.second, 1)):
            current = combo.current_id() if combo.current_id() in labels else ""
            combo.set_entries(entries)
            combo.show_id(current or (entries[place][0] if len(entries) > place else ""))
        self.setVisible(len(entries) > 1 or bool(self._pairs))

    def show_scenario(self, scenario: Scenario) -> None:
        """List the pairs of `scenario`."""
        pairs = scenario.doubt.correlations
        if pairs == self._pairs:
            return
        self._pairs = pairs
        for widget in self._made:
            self._list.removeWidget(widget)
            widget.deleteLater()
        self._made = [self._row(*pair) for pair in pairs]
        for i, widget in enumerate(self._made):
            self._list.insertWidget(i, widget)

    def _row(self, first: str, second: str, rank: float) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = label(11, "text")
        words.setText(
            say(
                "{label} with {label2}  {rank}",
                label=spec_of(first).label,
                label2=spec_of(second).label,
                rank=rank_words(rank),
            )
        )
        away = IconButton("away", "close", say("Take away {words}", words=words.text()), made)
        away.setFixedSize(fonts.px(18), fonts.px(18))
        away.clicked.connect(lambda: self.correlated.emit(first, second, 0.0))
        row.addWidget(words, 1)
        row.addWidget(away)
        return made

    def _add(self) -> None:
        first, second = self.first.current_id(), self.second.current_id()
        try:
            rank = float(self.rank.text().replace(",", ".").replace(text.MINUS, "-"))
        except ValueError:
            rank = math.nan
        problem = ""
        if not -1.0 <= rank <= 1.0:
            problem = say(
                "{rank} is no rank correlation: it lies between {minus}1 and 1",
                rank=self.rank.text(),
                minus=text.MINUS,
            )
        elif first == second:
            problem = "Choose two different inputs"
        self.complaint.setText(problem)
        self.complaint.setVisible(bool(problem))
        if not problem:
            self.correlated.emit(first, second, rank)
