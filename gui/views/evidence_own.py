"""The user's own benchmark: what it finds of the model, and the factor that would set it right."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.evidence.own import OwnBenchmark
from engine.parameters import SPECS
from gui import fonts
from gui.language import say, tr
from gui.plotting.evidence_job import SHOWN
from gui.plotting.evidence_words import bias_words, percent

_OFFER: Final = "Drop a CSV file of points you measured here, and see the model judged on them."
_COLUMNS: Final = (
    "<p>Columns: hardware, model, n_devices, tp, weight_precision, engine, isl, osl, concurrency_or_batch, "
    "batch_kind (max_concurrency or static_batch), and what was measured: tpot_ms_median, ttft_ms_median, "
    "throughput_out_tok_s, e2e_latency_s, energy_J_per_out_token. Of these a file needs hardware, model and "
    "one measurement.</p>"
)
_SHORT: Final = {"correction.decode": "decode", "correction.prefill": "prefill", "correction.power": "power"}


class OwnSection(QWidget):
    """A section of the panel.

    Signals
    -------
    choose_wanted(), correct_wanted(), uncorrect_wanted(), close_wanted()
    """

    choose_wanted = Signal()
    correct_wanted = Signal()
    uncorrect_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence-own")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        self.title, self.told = _label(13, "title", fonts.SEMIBOLD), _label(12, "text")
        self.title.setText(tr("Your benchmark"))
        self.correction = _label(12, "text")
        self.choose = _button("Judge my benchmark\u2026", "Choose a CSV file of measured points")
        self.correct = _button("Correct the model", "Take these factors into the scenario's inputs")
        self.uncorrect = _button("Remove correction", "Set the factors back to one")
        self.close_own = _button("Close", "Forget the file")
        self.told.setToolTip(_COLUMNS)
        self.choose.setToolTip(_COLUMNS)
        for widget in (self.title, self.told, self.correction):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        for button in (self.choose, self.correct, self.uncorrect, self.close_own):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.choose.clicked.connect(self.choose_wanted)
        self.correct.clicked.connect(self.correct_wanted)
        self.uncorrect.clicked.connect(self.uncorrect_wanted)
        self.close_own.clicked.connect(self.close_wanted)
        self.show_own(None, {}, busy=False)

    def show_own(self, own: OwnBenchmark | None, active: Mapping[str, float], *, busy: bool) -> None:
        """Show `own`, and the corrections `active` in the scenario."""
        self.title.setText(
            tr("Your benchmark") if own is None else say("Your benchmark: {name}", name=own.name)
        )
        self.told.setText(
            tr("Reading\u2026") if busy else tr(_OFFER) if own is None else own_words(own, bool(active))
        )
        offered = {} if own is None else dict(own.factors)
        lines = []
        if active:
            lines.append(say("The scenario is corrected: {factors}.", factors=factor_words(active)))
        if offered and offered != dict(active):
            lines.append(
                say("It would meet these points in the median with {factors}.", factors=factor_words(offered))
            )
        self.correction.setText(" ".join(lines))
        self.correction.setVisible(bool(lines))
        self.choose.setVisible(own is None)
        self.choose.setEnabled(not busy)
        self.correct.setVisible(bool(offered) and offered != dict(active))
        self.uncorrect.setVisible(bool(active))
        self.close_own.setVisible(own is not None)


def own_words(own: OwnBenchmark, corrected: bool = False) -> str:
    """Return how the model does on `own`, a line each quantity; `corrected` where the scenario is."""
    scores = own.verdict.scores(own.verdict.suspect | ~own.verdict.suspect)
    total = own.rows + len(own.verdict.unmapped)
    lines = [say("{rows:,} of {total:,} rows judged.", rows=own.rows, total=total)]
    if own.verdict.unmapped:
        first = own.verdict.unmapped[0]
        lines.append(f"{first.point.point_id}: {first.reason}.")
    if corrected:
        lines.append("Without the correction:")
    lines += [
        say(
            "{figure}: {error} off, {bias} ({n:,})",
            figure=SHOWN[name][1],
            error=percent(found.median_abs_error),
            bias=bias_words(found.bias),
            n=found.n,
        )
        for name, found in scores.items()
    ]
    return "\n".join(lines)


def factor_words(found: Mapping[str, float]) -> str:
    """Return corrections as "decode \u00d7 1.08, prefill \u00d7 1.4"."""
    assert set(found) <= set(SPECS)
    return ", ".join(f"{_SHORT[key]}\u00a0\u00d7\u00a0{value:.3g}" for key, value in found.items())


def _label(size: int, tone: str, weight: int = fonts.REGULAR) -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setProperty("tone", tone)
    made.setFont(fonts.px_font(size, weight))
    return made


def _button(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setToolTip(tip)
    made.setFont(fonts.px_font(12, fonts.MEDIUM))
    return made
