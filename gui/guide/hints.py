"""The first sixty seconds: a sentence of what is seen, and three hints that end when they are done."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from engine.parameters import SPECS
from gui import fonts
from gui.language import mark, said, tr
from gui.live_results import Frame
from gui.plotting.surface_job import SurfacesResult
from gui.plotting.surface_words import both_sides, orientation
from gui.views.surfaces import SurfacesView
from gui.widgets.bubble import Bubble

if TYPE_CHECKING:
    from gui.main_window import MainWindow

#: The input the first hint is about: not along an axis, so that the surfaces themselves move.
SLIDER: Final = "workload.output_tokens"
PART: Final = "accelerator.part"
#: How often a hint looks where its target is [ms].
_FOLLOW: Final = 120
DONE: Final = mark(
    "From here on every figure tells its change against what you pinned. <b>Ask</b> above has six questions "
    "to try, a click on a figure tells how it comes about, F1 opens help."
)


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint.

    Attributes
    ----------
    number : int
        Which of the three it belongs to.
    text : str
    target : callable
        Where it points, in the window; None while that cannot be seen.
    bring : callable
        Brings the target into sight when the hint begins.
    """

    number: int
    text: str
    target: Callable[[], QRect | None]
    bring: Callable[[], None]


class Hints(QObject):
    """The hints of one window, one at a time; nothing is shown before `begin`."""

    COUNT: Final = 3

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.bubble = Bubble(window)
        self.bubble.dismissed.connect(self.end)
        self._wanted = False
        self._at = -1
        self._start: tuple[object, ...] = ()
        self._timer = QTimer(self, interval=_FOLLOW)
        self._timer.timeout.connect(self._follow)
        name = SPECS[SLIDER].label
        slider = said("Drag <b>{input}</b>. Surfaces and figures follow your hand.", input=name)
        crossing = tr(
            "Drag the point over the <b>red line</b>: on one side of it you earn, on the other you lose."
        )
        pin = tr("Press <b>Pin</b>: what you change from here on is told against it.")
        part = tr("Now choose another <b>accelerator</b>, and look at the figures above.")
        self._hints = (
            Hint(1, slider, self._slider, self._bring_slider),
            Hint(2, crossing, self._point, lambda: None),
            Hint(3, pin, lambda: self._of(window.scenario_bar.pin), lambda: None),
            Hint(3, part, self._part, self._bring_part),
        )
        window.live.ready.connect(self._frame)
        window.document.file_changed.connect(self._pinned)
        window.answer_bar.dismissed.connect(self._dismissed)
        window.view_tabs.selected.connect(lambda _index: self._follow())

    # course -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the sentence and the hints that are not done yet, once figures are on screen."""
        self._wanted = True
        if self._window.frame is not None and self._window.live.settled:
            self._open()

    def again(self) -> None:
        """Show all of it again."""
        settings = self._window.settings
        settings.hints_done, settings.sentence_dismissed = 0, False
        self._at = -1
        self._window.open_view(SurfacesView.key)
        self.begin()

    def end(self) -> None:
        """Show no more hints, now and at the next start."""
        self._window.settings.hints_done = self.COUNT
        self._wanted = False
        self._show(-1)

    def current(self) -> Hint | None:
        """Return the hint that is shown."""
        return self._hints[self._at] if self._at >= 0 else None

    def _open(self) -> None:
        self._tell_sentence()
        done = self._window.settings.hints_done
        if self._at < 0 and done < self.COUNT:
            self._next(next(i for i, hint in enumerate(self._hints) if hint.number == done + 1))

    def _next(self, at: int) -> None:
        """Go to hint `at`, or to the one after it where that cannot be done here."""
        if at < len(self._hints) and self._hints[at].number == 2 and not self._crossable():
            at += 1
        if at > 0 and at < len(self._hints):
            self._window.settings.hints_done = self._hints[at].number - 1
        self._show(at if at < len(self._hints) else -1)
        if at >= len(self._hints):
            self._window.settings.hints_done = self.COUNT
            self._wanted = False
            self._window.answer_bar.tell(tr(DONE), answer=False)

    def _show(self, at: int) -> None:
        self._at = at
        hint = self.current()
        self._start = self._state()
        if hint is None:
            self._timer.stop()
            self.bubble.hide()
            return
        hint.bring()
        self.bubble.tell(hint.text, said("{number} of {count}", number=hint.number, count=self.COUNT))
        self._timer.start()
        self._follow()

    # what is done -------------------------------------------------------------------------------

    def _state(self) -> tuple[object, ...]:
        document = self._window.document
        scenario = document.scenario
        return scenario.get(SLIDER), self._sign(), document.stack.index(), scenario.get(PART)

    def _sign(self) -> int:
        window = self._window
        margin = window.guide.changes.points.of(window.document.scenario).base("gross_margin")
        return 0 if math.isnan(margin) else 1 if margin > 0.0 else -1

    def gesture_finished(self) -> None:
        """Learn that a hand let go: a slider may have been dragged."""
        if self._at == 0 and self._window.document.scenario.get(SLIDER) != self._start[0]:
            self._next(1)

    def _frame(self, frame: Frame) -> None:
        if not self._wanted or not frame.final:
            return
        # Views take the frame after us.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        window = self._window
        if not self._wanted or not window.live.settled:
            return
        if self._at < 0:
            self._open()
            return
        self._tell_sentence()
        sign = self._sign()
        if self._at == 1 and sign and sign != self._start[1]:
            self._next(2)
        elif self._at == 3 and window.document.scenario.get(PART) != self._start[3]:
            self._next(4)

    def _pinned(self) -> None:
        document = self._window.document
        case, index = document.session.case, document.stack.index()
        begun = self._start[2] if self._start else 0
        if self._at == 2 and case.baseline is case.scenario and isinstance(begun, int) and index > begun:
            self._next(3)

    def _crossable(self) -> bool:
        result = self._surfaces()
        return result is None or both_sides(result)

    def _surfaces(self) -> SurfacesResult | None:
        frame = self._window.frame
        result = frame.result if frame is not None else None
        return result if isinstance(result, SurfacesResult) else None

    # the sentence -------------------------------------------------------------------------------

    def _tell_sentence(self) -> None:
        bar, result = self._window.answer_bar, self._surfaces()
        if self._window.settings.sentence_dismissed or result is None or bar.says_answer():
            return
        bar.tell(
            f"{tr('Each point is one way of running this service.')} {orientation(result)}", answer=False
        )

    def _dismissed(self) -> None:
        if self._wanted:
            self._window.settings.sentence_dismissed = True

    # where things are ---------------------------------------------------------------------------

    def _follow(self) -> None:
        hint = self.current()
        target = hint.target() if hint is not None else None
        if target is None:
            self.bubble.hide()
        else:
            self.bubble.point_at(target)

    def _of(self, widget: QWidget | None) -> QRect | None:
        """Return where `widget` is in the window; None where it is not to be seen."""
        if widget is None or not widget.isVisible():
            return None
        box = QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
        area = self._window.inputs.area
        if area.isAncestorOf(widget):
            seen = QRect(area.mapTo(self._window, QPoint(0, 0)), area.size())
            return box if seen.contains(box) else None
        return box

    def _slider(self) -> QRect | None:
        return self._of(self._window.inputs.row(SLIDER))

    def _bring_slider(self) -> None:
        inputs = self._window.inputs
        row = inputs.section("workload").reveal(SLIDER)
        if row is not None:
            inputs.area.bring(row)

    def _part(self) -> QRect | None:
        return self._of(self._window.inputs.section("accelerator").header)

    def _bring_part(self) -> None:
        inputs = self._window.inputs
        inputs.section("accelerator").set_open(True)
        QApplication.sendPostedEvents(inputs, QEvent.Type.LayoutRequest.value)
        inputs.area.bring(inputs.section("accelerator").header)

    def _point(self) -> QRect | None:
        window = self._window
        view = window.view()
        if not isinstance(view, SurfacesView):
            # The point is on the surfaces: the hint leads there.
            tabs = window.view_tabs.tabs
            box = tabs.tabRect([each.key for each in window.views].index(SurfacesView.key))
            return QRect(tabs.mapTo(window, box.topLeft()), box.size())
        canvas = view.canvas
        plot = canvas.scene_now.geometry.plots[0]
        across, up = canvas.scene_now.place
        at = QPoint(round(plot.x() + across * plot.width()), round(plot.bottom() - up * plot.height()))
        half = fonts.px(9)
        middle = canvas.mapTo(window, at)
        return QRect(middle - QPoint(half, half), middle + QPoint(half, half))
