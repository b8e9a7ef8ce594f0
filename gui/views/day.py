"""Day: a service hour by hour over a week that can be drawn, and what each further nine costs."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import numpy as np
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from engine import catalog, shapes
from engine.drivers.day import week_shape
from engine.errors import IsocostError
from engine.scenario import DEFAULT, Scenario
from gui import fonts, theme
from gui.language import mark, say, tr
from gui.plotting.day_job import DAYS, DayJob, DayResult, Mode, dragged, parse_hours
from gui.theme import Theme
from gui.views.base import View
from gui.views.day_canvas import DayCanvas
from gui.views.day_chain import ChainBar
from gui.views.nines_canvas import NinesCanvas
from gui.views.tools import ExportMenu, Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

_GIVEN = "as-given"
_MODES: tuple[tuple[Mode, str], ...] = (("hours", "hour by hour"), ("nines", "cost of nines"))


class DayView(View):
    """A week of the service, and what its availability costs."""

    key: ClassVar[str] = "day"
    title: ClassVar[str] = "Day"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "hours"
        self._day: int | None = None
        self._draft: tuple[float, ...] | None = None
        self._dragging = False
        self._scenario: Scenario = DEFAULT
        self.chain = ChainBar(self)
        self.canvas, self.nines = DayCanvas(theme.current(), self), NinesCanvas(theme.current(), self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.canvas)
        self.pages.addWidget(self.nines)
        self.canvas.drawn.connect(self.draw)
        self.nines.spares_wanted.connect(self.take_spares)
        for source in (self.chain, self.canvas, self.nines):
            source.explain_requested.connect(self.explain_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.chain)
        column.addWidget(self.pages, 1)
        self._show_tools()
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.mode, self.span = Combo("Show", parent=made), Combo("Span", parent=made)
        self.shape = Combo("Shape", parent=made)
        self.mode.set_entries([*_MODES])
        self.mode.chosen.connect(self.set_mode)
        self.span.set_entries([("week", "week"), *((name.lower(), name) for name in DAYS)])
        self.span.chosen.connect(self.set_span)
        self.shape.chosen.connect(self.follow)
        for combo, name in (
            (self.mode, mark("What is shown")),
            (self.span, mark("Week or day")),
            (self.shape, mark("Shape of the week")),
        ):
            combo.setAccessibleName(tr(name))
        for combo, wide in ((self.mode, 180), (self.span, 120), (self.shape, 330)):
            # Short words in one language are long in another: all of them fit.
            combo.setMaximumWidth(max(fonts.px(wide), combo.sizeHint().width()))
            row.addWidget(combo, wide)
        row.addStretch(1)
        row.addWidget(MenuButton("", self._fill_menu, drawing="more", parent=made))
        return made

    def _fill_menu(self, menu: QMenu) -> None:
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Paste 24 or 168 hours", self.paste),
            ("Copy the hours", self.copy_hours),
            ("Make every day alike", self.level_days),
        )
        for words, act in actions:
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        menu.addSeparator()
        ExportMenu(self).fill(menu)

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> DayJob:
        """Return what to compute for the present settings."""
        return DayJob(self._mode, self._draft)

    def show_result(self, result: DayResult) -> None:
        """Show a frame, unless it belongs to a mode no longer wanted."""
        if result.mode != self._mode:
            return
        self.chain.show_point(result.here, result.said, wrong=not result.here.feasible)
        if result.mode == "nines":
            self.nines.show_result(result)
            return
        keep = (self._dragging or self._draft is not None) and self.canvas.result is not None
        self.canvas.show_result(result, keep=keep)
        d = result.hours
        if d is not None:
            total = d.urgent + d.waiting
            busiest = int(np.argmax(total))
            self.canvas.setAccessibleName(tr("Demand and capacity by the hour"))
            self.canvas.setAccessibleDescription(
                say(
                    "Demand is highest on {day} at {busiest}:00 with {total:.3g} requests a second, "
                    "{peak:.3g} times the mean.",
                    day=DAYS[busiest // 24],
                    busiest=busiest % 24,
                    total=total[busiest],
                    peak=total.max() / total.mean(),
                )
            )

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the frame follows with the result."""
        del baseline
        if scenario is not self._scenario:
            self._draft = None if not self.canvas.dragging else self._draft
        self._scenario = scenario
        self._show_tools()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.nines.take_theme(theme)
        self.chain.update()

    def set_dragging(self, on: bool) -> None:
        """Keep the scales while a gesture lasts."""
        self._dragging = on

    def settings(self) -> dict[str, Any]:
        """Return what is shown, and of which day."""
        return {"mode": self._mode, "day": -1 if self._day is None else self._day}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        mode, day = settings.get("mode"), settings.get("day")
        self._mode = next((known for known, _ in _MODES if known == mode), self._mode)
        if isinstance(day, int) and not isinstance(day, bool) and -1 <= day < len(DAYS):
            self._day = None if day < 0 else day
        self.canvas.show_day(self._day)
        self._show_tools()

    def summary(self) -> str:
        """Return how many points the last frame is made of."""
        if self._mode == "hours":
            return tr("168 hours")
        r = self.nines.result
        return "" if r is None else say("{curves} curves of spares", curves=len(r.curves))

    # what the user changes ----------------------------------------------------------------------

    def set_mode(self, mode: str) -> None:
        """Show the hours or the cost of nines."""
        self.restore({"mode": mode})
        self.settings_changed.emit(say("Show {mode}", mode=dict(_MODES)[self._mode]))
        self.job_changed.emit()

    def set_span(self, name: str) -> None:
        """Show the week or one of its days."""
        days = [day.lower() for day in DAYS]
        self.restore({"day": days.index(name) if name in days else -1})
        self.settings_changed.emit(
            "Show the week" if self._day is None else say("Show {day}", day=DAYS[self._day])
        )

    def follow(self, ident: str) -> None:
        """Let demand follow shape `ident` of the catalogue, or the peak as given."""
        if ident == _GIVEN:
            self.scenario_taken.emit(
                self._scenario.with_value("demand.timing", "given"), "Take the peak as given"
            )
            return
        taken = catalog.apply(self._scenario, "shape", ident).with_value("demand.timing", "profile")
        label = catalog.part("shape", ident, taken).label
        self.scenario_taken.emit(taken, say("Follow {label}", label=label))

    def draw(self, hours: tuple[int, ...], level: float, finished: bool) -> None:
        """Set `hours` to `level` times the mean; the last of a gesture is one step of undo."""
        week = np.array(self._draft) if self._draft is not None else self._own_week()
        self._draft = dragged(week, hours, level)
        if not finished:
            self.job_changed.emit()
            return
        made, self._draft = self._draft, None
        self.scenario_taken.emit(shapes.with_week(self._scenario, made), "Draw the week")

    def _own_week(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
        return week_shape(self._scenario.with_value("demand.zones", "one"))

    def take_spares(self, count: float) -> None:
        """Have so many spare replicas."""
        values = {"reliability.redundancy": "count", "reliability.spares": count}
        self.scenario_taken.emit(
            self._scenario.with_values(values), say("Keep {count:g} spares", count=count)
        )

    def paste(self) -> None:
        """Take the hours on the clipboard."""
        try:
            hours = parse_hours(QGuiApplication.clipboard().text())
            made = shapes.with_week(self._scenario, hours, "Pasted shape")
        except IsocostError as error:
            self.trouble.emit(str(error), "")
            return
        self.scenario_taken.emit(made, "Paste the week")

    def copy_hours(self) -> None:
        """Put the 168 hours of the present shape on the clipboard, over their mean."""
        QGuiApplication.clipboard().setText("\n".join(f"{hour:.6g}" for hour in self._own_week()))

    def level_days(self) -> None:
        """Give every day the mean of all."""
        day = self._own_week().reshape(7, 24).mean(axis=0)
        self.scenario_taken.emit(shapes.with_week(self._scenario, day.tolist()), "Make every day alike")

    def _show_tools(self) -> None:
        self.mode.show_id(self._mode)
        self.span.show_id("week" if self._day is None else DAYS[self._day].lower())
        entries = [(_GIVEN, "as given: peak over mean")]
        entries += [(one.id, one.label) for one in catalog.load("shape", self._scenario).values()]
        self.shape.set_entries(entries)
        profile = self._scenario.get("demand.timing") == "profile"
        self.shape.show_id(str(self._scenario.get("demand.part")) if profile else _GIVEN)
        self.span.setVisible(self._mode == "hours")
        self.shape.setVisible(self._mode == "hours")
        self.pages.setCurrentWidget(self.canvas if self._mode == "hours" else self.nines)
