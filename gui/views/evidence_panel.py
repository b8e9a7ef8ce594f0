"""Beside the dots: what a figure rests on, the error by group, the user's own benchmark, the sources."""

import math
from collections import Counter
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.evidence import GRADE_LABELS
from engine.evidence.own import corrections
from engine.evidence.sources import sources
from gui import fonts, icons, theme
from gui.language import say, sentence, tr
from gui.plotting.evidence_job import SHOWN, EvidenceResult
from gui.plotting.evidence_store import DIMENSIONS
from gui.plotting.evidence_words import DIMENSION_WORDS, figure, percent, widened
from gui.plotting.fitting import wrapped
from gui.views.evidence_bars import ErrorBars
from gui.views.evidence_own import OwnSection
from gui.widgets.combo import Combo
from gui.widgets.scroll import OverlayScrollArea

WIDTH: Final = 348
_PAD: Final = 16
#: Quantities whose mean is meant where the headline tells a percentile.
_MEAN: Final = {"tpot": "Mean ", "ttft": "Mean "}


class EvidencePanel(QFrame):
    """The words of the evidence view.

    Signals
    -------
    group_chosen(dimension)
        Tell errors apart by this.
    explain_requested(metric)
        The words on the scenario's own figure were clicked.
    """

    group_chosen = Signal(str)
    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence-panel")
        self.setFixedWidth(fonts.px(WIDTH))
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(fonts.px(_PAD), fonts.px(10), fonts.px(_PAD), fonts.px(12))
        self._rows.setSpacing(fonts.px(6))
        self._build()
        scroll = OverlayScrollArea(self)
        scroll.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scroll)

    def _build(self) -> None:
        self.grade = _Grade(self)
        self.grounds = _label(12, "text")
        self.grounds.setCursor(Qt.CursorShape.PointingHandCursor)
        self.grounds.installEventFilter(self)
        self._metric = ""
        self.checked = _label(11, "muted")
        self.note = _label(11, "warning")
        for widget in (self.grade, self.grounds, self.checked, self.note):
            self._rows.addWidget(widget)
        self._line()
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        title = _label(13, "title", fonts.SEMIBOLD)
        title.setText(tr("Error by"))
        row.addWidget(title)
        self.group = Combo("", parent=self)
        self.group.set_entries([(name, DIMENSION_WORDS[name]) for name in DIMENSIONS])
        self.group.setAccessibleName(tr("What errors are told apart by"))
        self.group.chosen.connect(self.group_chosen)
        row.addWidget(self.group)
        row.addStretch(1)
        self._rows.addLayout(row)
        self.bars = ErrorBars(self)
        self._rows.addWidget(self.bars)
        self._line()
        self.own = OwnSection(self)
        self._rows.addWidget(self.own)
        self._line()
        self.sources = _label(11, "muted")
        self._rows.addWidget(self.sources)
        self._rows.addStretch(1)

    def _line(self) -> None:
        line = _Hairline(self)
        self._rows.addWidget(line)

    def show_result(self, r: EvidenceResult) -> None:
        """Show a frame."""
        found = r.judgement
        self._metric = SHOWN[r.settings.quantity][0]
        self.grade.tell(found.grade)
        self.grade.setVisible(not r.bought)
        corrected = " Corrected by a benchmark of your own." if corrections(r.scenario) else ""
        self.grounds.setText(_band_words(r) + f"{_basis_words(r)}.{corrected}")
        self.checked.setText(_coverage_words(r))
        note = widened(r)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.group.show_id(r.settings.group)
        self.bars.show_bars(r.bars, r.settings.group)
        said = source_words(r)
        self.sources.setText(said)
        self.sources.setVisible(bool(said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the figure whose words are clicked."""
        if watched is self.grounds and event.type() == QEvent.Type.MouseButtonPress and self._metric:
            self.explain_requested.emit(self._metric)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline parts it from the plot."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.fillRect(QRectF(0, fonts.px(10), 1, self.height()), theme.current().hairline)
        painter.end()


class _Grade(QWidget):
    """The grade with its mark, and what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grade = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, grade: str) -> None:
        """Show `grade`."""
        if grade != self._grade:
            self._grade = grade
            self.setAccessibleName(
                say("Grade: {grade}, {grade_labels}", grade=grade, grade_labels=GRADE_LABELS[grade])
            )
            self.setToolTip(tr(GRADE_LABELS[grade]))
            self.updateGeometry()
            self.update()

    def grade(self) -> str:
        """Return what is shown."""
        return self._grade

    def sizeHint(self) -> QSize:
        """Return room for the grade and one or two lines."""
        return QSize(fonts.px(280), fonts.px(20 + 16 * max(1, len(self._lines()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the meaning anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lines(self) -> list[str]:
        return wrapped(tr(GRADE_LABELS.get(self._grade, "")), max(self.width(), fonts.px(200)), 11, 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark, grade and meaning."""
        colors, painter = theme.current(), QPainter(self)
        side = fonts.px(12)
        if self._grade:
            icons.paint(
                painter, f"grade-{self._grade}", QRectF(0, fonts.px(9) - side / 2, side, side), colors.ink
            )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colors.ink)
        painter.setFont(fonts.px_font(13, fonts.SEMIBOLD))
        grade = tr(self._grade)
        said = f"{grade[:1].upper()}{grade[1:]}"
        painter.drawText(QRectF(side + fonts.px(6), 0, self.width(), fonts.px(18)), flags, said)
        painter.setPen(colors.muted)
        painter.setFont(fonts.px_font(11))
        place = QRectF(0, fonts.px(19), self.width(), fonts.px(16))
        for line in self._lines():
            painter.drawText(place, flags, line)
            place.translate(0, fonts.px(16))
        painter.end()


class _Hairline(QWidget):
    """A line between sections, with room about it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(fonts.px(13))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() // 2, self.width(), 1), theme.current().hairline)
        painter.end()


def _label(size: int, tone: str, weight: int = fonts.REGULAR) -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setProperty("tone", tone)
    made.setFont(fonts.px_font(size, weight))
    return made


def _band_words(r: EvidenceResult) -> str:
    if not math.isfinite(r.value):
        return ""
    low, high = (figure(r.value * end) for end in (r.judgement.low, r.judgement.high))
    name = SHOWN[r.settings.quantity][1]
    told = (
        say(
            "{value}{name} is {figure} {unit} here",
            value=_MEAN.get(r.settings.quantity, ""),
            name=name,
            figure=figure(r.value),
            unit=r.unit,
        )
        if name[-1] != "s"
        else say("{figure} {unit} here", figure=figure(r.value), unit=r.unit)
    )
    return say(
        "{told}; four measurements of five would lie between {low} and {high} {unit}. ",
        told=told,
        low=low,
        high=high,
        unit=r.unit,
    )


def _basis_words(r: EvidenceResult) -> str:
    """Return what the band rests on; its points are predicted without their own curve."""
    if r.bought:
        return tr(
            "Tokens are bought here: times are what their seller states, and no machine is predicted. "
            "The points tell of the accelerator chosen, were it to serve"
        )
    basis = sentence(r.judgement.basis)
    told = f"{basis[:1].upper()}{basis[1:]}"
    held = r.judgement.grade in {"measured", "calibrated"}
    return told + (tr(", each predicted as if its curve had not been measured") if held else "")


def _coverage_words(r: EvidenceResult) -> str:
    if r.coverage is None:
        return "No point kept apart tells how honest the band is."
    rows, share = r.coverage
    return say(
        "Of {rows:,} points kept apart to judge the bands, {share} lie inside theirs.",
        rows=rows,
        share=percent(share),
    )


def source_words(r: EvidenceResult) -> str:
    """Return whom the rows shown are owed to, and under which licence."""
    if r.rows is None or not r.index.size or r.scope == "own":
        return ""
    counts = Counter(str(name) for name in r.rows.fields["source"][r.index])
    known = sources()
    told = []
    for name, count in counts.most_common():
        owed = known.get(name)
        told.append(f"{owed.whose}: {count:,} ({owed.licence})" if owed else f"{name}: {count:,}")
    return say("Points shown: {sources}.", sources="; ".join(told))
