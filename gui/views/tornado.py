"""Tornado: which inputs move a figure most, how the variance is shared, and how much rests on guesses."""

import dataclasses
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.scenario import Scenario
from gui import fonts, theme
from gui.language import say, sentence, tr
from gui.plotting.doubt_words import little
from gui.plotting.tornado_job import TornadoJob, TornadoResult, TornadoSettings
from gui.shown_units import METRICS
from gui.theme import Theme
from gui.views.base import View
from gui.views.doubt_tools import is_figure
from gui.views.tools import ExportMenu, Ground, metric_groups
from gui.views.tornado_canvas import TornadoCanvas
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

ORDERS: Final = (("swing", "swing, one at a time"), ("share", "share of the variance"))


class TornadoView(View):
    """What drives a figure."""

    key: ClassVar[str] = "tornado"
    title: ClassVar[str] = "Tornado"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = TornadoSettings()
        self.canvas = TornadoCanvas(theme.current(), self)
        self.canvas.explain_requested.connect(self.explain_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.canvas, 1)
        self._show_tools()
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.figure, self.order = Combo("", parent=made), Combo("Sort by", parent=made)
        self.figure.set_groups(metric_groups())
        self.figure.setAccessibleName(tr("Figure"))
        self.figure.chosen.connect(
            lambda v: self._take({"metric": v}, say("Show what moves {label}", label=METRICS[v].label))
        )
        self.order.set_entries(list(ORDERS))
        self.order.setAccessibleName(tr("Order of the bars"))
        self.order.chosen.connect(
            lambda v: self._take({"order": v}, say("Sort bars by {orders}", orders=dict(ORDERS)[v]))
        )
        for combo, wide in ((self.figure, 220), (self.order, 230)):
            combo.setMaximumWidth(fonts.px(wide))
            row.addWidget(combo, wide)
        row.addStretch(1)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> TornadoJob:
        """Return what to compute for the present settings."""
        return TornadoJob(self._now)

    def show_result(self, result: TornadoResult) -> None:
        """Show a frame, unless it belongs to a figure no longer wanted."""
        if result.settings.metric != self._now.metric:
            return
        settings = dataclasses.replace(result.settings, order=self._now.order)
        result = dataclasses.replace(result, settings=settings)
        self.canvas.show_result(result)
        self.canvas.setAccessibleName(say("What moves {label}", label=METRICS[self._now.metric].label))
        names = ", ".join(tr(bar.doubted.label) for bar in self.canvas.bars()[:5])
        said = say(
            "Most of all: {names}. {guessed} of the spread rests on guesses.",
            names=names,
            guessed=little(result.guessed),
        )
        self.canvas.setAccessibleDescription(sentence(result.trouble) or said)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Bars follow with the result."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)

    def set_dragging(self, on: bool) -> None:
        """Be quick, and keep the scale, while a gesture lasts."""
        self._now = dataclasses.replace(self._now, live=on)

    def settings(self) -> dict[str, Any]:
        """Return figure and order."""
        return {"metric": self._now.metric, "order": self._now.order}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        metric, order = settings.get("metric"), settings.get("order")
        if isinstance(metric, str) and is_figure(metric):
            self._now = dataclasses.replace(self._now, metric=metric)
        if order in dict(ORDERS):
            self._now = dataclasses.replace(self._now, order=str(order))
        self._show_tools()

    def summary(self) -> str:
        """Return how many bars the last frame has."""
        r = self.canvas.result
        return (
            say("{bars} inputs", bars=len(r.tornado.bars))
            if r is not None and r.tornado is not None
            else tr("no inputs")
        )

    def _take(self, changes: Mapping[str, str], words: str) -> None:
        before = self._now
        self.restore(changes)
        if self._now == before:
            return
        self.settings_changed.emit(words)
        if self._now.metric != before.metric:
            self.job_changed.emit()
        elif self.canvas.result is not None:
            self.show_result(self.canvas.result)

    def _show_tools(self) -> None:
        self.figure.show_id(self._now.metric)
        self.order.show_id(self._now.order)
