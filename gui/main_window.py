"""The window: puts panels and views together and carries signals between them and the document.

Holds no values and computes nothing: edits go to the document, the document's changes to panels,
views and the worker, the worker's frames back to panels and views.
"""

import logging
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.drivers import Point, cause
from engine.errors import IsocostError
from engine.scenario import Scenario
from gui import fonts, remarks, theme
from gui.cases import Cases
from gui.document import Document
from gui.dropping import DropWindow
from gui.faults import report_of
from gui.file_actions import FileActions
from gui.guide.explainer import Explainer
from gui.guide.guide import Guide
from gui.habits import Habits
from gui.isolation import Isolation
from gui.language import say, tr
from gui.live_results import Frame, LiveResults
from gui.menus import Menus
from gui.panels.answer_bar import AnswerBar
from gui.panels.chrome import ScenarioBar, ViewTabs
from gui.panels.foot import Notice, StatusBar
from gui.panels.inputs import OPEN, InputsPanel
from gui.panels.inspector import Inspector
from gui.panels.kpi_strip import KpiStrip
from gui.panels.obstacle_bar import ObstacleBar
from gui.parts_offered import PartsOffered
from gui.plotting.latency_answer import Answer
from gui.row_actions import RowActions
from gui.settings import Settings
from gui.share_actions import ShareActions
from gui.views import VIEWS
from gui.views.base import View
from gui.views.evidence import EvidenceView
from gui.ways import Ways

log = logging.getLogger(__name__)

DEFAULT_SIZE = (1440, 900)
MINIMUM_SIZE = (1100, 640)
#: Below this width the inspector lies over the view instead of beside it.
BESIDE_FROM = 1400
#: Below this height the headline figures take less.
COMPACT_BELOW = 800


class MainWindow(DropWindow):
    """One window on one document.

    Signals
    -------
    remake_wanted()
        Scale or language is another: a new window shall take the document over.
    """

    remake_wanted = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.settings = document, settings
        self.live = LiveResults(self)
        self.frame: Frame | None = None
        self._answer: Answer | None = None
        self._axes = ("", "")
        self._in_gesture = False
        self._build_panels()
        self.cases = Cases(self)
        self.duplicate, self.child = self.cases.duplicate, self.cases.child
        self.habits = Habits(self)
        self.explainer = Explainer(self)
        self.explain = self.explainer.explain
        self._build_views()
        self._lay_out()
        self.files = FileActions(self)
        self.guide = Guide(self)
        self.share, self.ways = ShareActions(self), Ways(self)
        self.menus = Menus(self)
        self.row_actions = RowActions(self)
        self._wire_panels()
        self._wire_document()
        self.resize(*(fonts.px(side) for side in DEFAULT_SIZE))
        # Large type asks for more room only where it needs it: small screens take large type too.
        self.setMinimumSize(self.minimumSizeHint().expandedTo(QSize(*MINIMUM_SIZE)))
        self._show_document()
        self._show_file()

    # building -----------------------------------------------------------------------------------

    def _build_panels(self) -> None:
        self.scenario_bar = ScenarioBar()
        self.kpis = KpiStrip()
        self.inputs = InputsPanel(open_groups=self.settings.open_groups or OPEN)
        self.parts = PartsOffered(self)
        self.inputs.set_reset_values(self.document.reset_value)
        self.inspector = Inspector()
        self.status_bar = StatusBar()
        self.notice = Notice(self)
        self.answer_bar, self.obstacle = AnswerBar(), ObstacleBar()

    def _build_views(self) -> None:
        self.views: list[View] = [make() for make in VIEWS]
        self.view_tabs = ViewTabs([tr(view.title) for view in self.views])
        self.stack, self.isolation = QStackedWidget(), Isolation(self)
        self.isolation.told.connect(self.notice.tell)
        self.isolation.again.connect(self._show_document)
        for view in self.views:
            view.setObjectName(f"view:{view.key}")
            self.stack.addWidget(self.isolation.hold(view))
            view.job_changed.connect(self._submit)
            view.edited.connect(self._view_edited)
            view.gesture_finished.connect(self._gesture_finished)
            view.explain_requested.connect(self.explainer.explain)
            view.simulated.connect(self._take_answer)
            view.status.connect(self.status_bar.show_message)
            view.settings_changed.connect(self._view_settings_changed)
            view.scenario_offered.connect(self.cases.open_beside)
            view.scenario_taken.connect(self.document.take)
            view.trouble.connect(self.notice.tell)
            self.document.adopt_view(view.key, view.settings())
        self.view_tabs.selected.connect(self.show_view)

    def _lay_out(self) -> None:
        centre = QVBoxLayout()
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        centre.addWidget(self.view_tabs)
        centre.addWidget(self.answer_bar)
        centre.addWidget(self.obstacle)
        centre.addWidget(self.stack, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.inputs)
        body.addLayout(centre, 1)
        body.addWidget(self.inspector)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.scenario_bar, self.habits.bar, self.kpis):
            rows.addWidget(widget)
        rows.addLayout(body, 1)
        rows.addWidget(self.status_bar)
        self.setCentralWidget(page)

    def _wire_panels(self) -> None:
        i, s, n = self.inputs, self.scenario_bar, self.inspector
        i.edited.connect(self.input_edited)
        i.groups_changed.connect(lambda keys: setattr(self.settings, "open_groups", keys))
        i.gesture_started.connect(self._gesture_started)
        i.gesture_finished.connect(self._gesture_finished)
        i.part_chosen.connect(lambda group, part: self.attempt(self.document.choose_part, group, part))
        i.tier_edited.connect(lambda what, tier: self.attempt(self.document.edit_tier, what, tier))
        i.reset_requested.connect(lambda key, target: self.attempt(self.document.reset, key, target))
        i.lock_toggled.connect(self.document.lock)
        i.uncertainty_edited.connect(self.document.set_uncertainty)
        i.source_edited.connect(self.document.set_source)
        i.axis_requested.connect(self._axis_requested)
        i.explain_requested.connect(self.explainer.explain)
        i.row_error.connect(lambda _key, text: self.status_bar.show_message(text))
        self.kpis.explain_requested.connect(self.explainer.explain)
        s.selected.connect(self.document.select)
        s.closed.connect(self.document.remove)
        s.renamed.connect(self.cases.rename)
        s.duplicated.connect(self.duplicate)
        s.child_wanted.connect(self.child)
        s.add_wanted.connect(lambda: self.child(self.document.session.active))
        s.pin_wanted.connect(self.document.pin)
        s.baseline_chosen.connect(self.cases.choose_baseline)
        s.find_wanted.connect(self.guide.find)
        n.focus_requested.connect(self.inputs.focus_key)
        for offering in (n, self.obstacle):
            offering.cure_chosen.connect(lambda new: self.attempt(self.document.set_values, dict(new)))
        n.note_edited.connect(self.document.set_note)
        n.explain_requested.connect(self.explainer.explain)
        n.view_requested.connect(self.open_view)

    def _wire_document(self) -> None:
        self.document.changed.connect(self._show_document)
        self.document.file_changed.connect(self._show_file)
        self.habits.autosave.kept.connect(self._show_file)
        self.live.ready.connect(self._show_frame)
        self.live.failed.connect(self._show_failure)
        self.live.busy_changed.connect(self._show_busy)

    # edits --------------------------------------------------------------------------------------

    def attempt(self, action: Any, *arguments: Any) -> bool:
        """Run an edit; an error meant for the user becomes a notice. Return whether it went well."""
        try:
            action(*arguments)
        except IsocostError as error:
            self.notice.tell(str(error))
            self.inputs.show_scenario(self.document.scenario, self.document.baseline)
            return False
        return True

    def input_edited(self, key: str, value: object, gesture: int) -> None:
        """Set an input as a panel's editor asks; edits of one gesture make one undo step."""
        self._gesture_started()
        self.attempt(self.document.turn, key, value, ("inputs", gesture))

    def _view_edited(self, key: str, value: object, gesture: int) -> None:
        self._gesture_started()
        self.attempt(self.document.set_value, key, value, ("view", gesture))

    def _gesture_started(self) -> None:
        if self._in_gesture:
            return
        self._in_gesture = True
        self.guide.gesture_started()
        self.kpis.gesture_started()
        self.isolation.each("set_dragging", True)

    def _gesture_finished(self) -> None:
        self._in_gesture = False
        self.guide.gesture_finished()
        self.kpis.gesture_finished()
        self.isolation.let_go(self.document)
        self._submit()

    def _axis_requested(self, key: str, axis: str) -> None:
        view = self.view()
        if view.accept_axis(key, axis):
            self._submit()

    def _view_settings_changed(self, text: str) -> None:
        view = self.sender()
        if isinstance(view, View):
            self.document.set_view(view.key, view.settings(), tr(text))

    def judge_benchmark(self) -> None:
        """Bring the evidence to the front and ask for a file to judge the model on."""
        self.open_view(EvidenceView.key)
        view = self.view()
        assert isinstance(view, EvidenceView)
        view.choose_own()

    # showing ------------------------------------------------------------------------------------

    def view(self) -> View:
        """Return the view in front."""
        return self.views[self.stack.currentIndex()]

    def show_view(self, index: int) -> None:
        """Bring view `index` to the front and compute for it."""
        self.stack.setCurrentIndex(index)
        if self.view_tabs.tabs.currentIndex() != index:
            self.view_tabs.tabs.setCurrentIndex(index)
        self.isolation.catch_up(self.document)
        self._submit()

    def open_view(self, key: str) -> None:
        """Bring the view named `key` to the front."""
        self.show_view(next(i for i, view in enumerate(self.views) if view.key == key))

    def _show_document(self) -> None:
        document = self.document
        if self.answered(document.scenario) is None:
            self.kpis.drop_simulated()
        self.isolation.show(self.view(), document)
        self._submit()
        self.isolation.show_hidden(self.view(), document, later=self._in_gesture)
        self.inputs.show_scenario(document.scenario, document.baseline)
        self.inspector.show_scenario(document.scenario)
        self.cases.show()

    def _show_axes(self) -> None:
        settings = self.view().settings()
        axes = (str(settings.get("x", "")), str(settings.get("y", "")))
        if axes != self._axes:
            self._axes = axes
            self.inputs.show_axes(*axes)

    def _submit(self) -> None:
        view = self.view()
        self._show_axes()
        self.live.submit(
            self.document.scenario, self.document.baseline, view.key, self.isolation.ask(view, "job")
        )

    def _show_frame(self, frame: Frame) -> None:
        self.frame = frame
        self._show_figures(frame)
        if frame.wish.view == self.view().key:
            self.isolation.take(self.view(), frame.result, frame.fault)
        if frame.final:
            self._show_settled(frame)

    def _show_figures(self, frame: Frame) -> None:
        scenario, point = frame.wish.scenario, frame.point
        stopped = cause(scenario, point)
        chip, why = (stopped.chip, stopped.text) if stopped else ("", "")
        answer = self.answered(scenario)
        counting = answer.counting if answer is not None else None
        seen = (frame.bands, counting, frame.tiers)
        self.kpis.show_results(point, frame.baseline_point, scenario, chip, why, *seen)

    def answered(self, scenario: Scenario) -> Answer | None:
        """Return the simulator's answer if it is of `scenario`, and of what the document holds now."""
        given = self._answer
        return given if given and given.of(scenario) and given.of(self.document.scenario) else None

    def _take_answer(self, answer: Answer) -> None:
        self._answer = answer
        if (frame := self.frame) is not None and self.answered(frame.wish.scenario) is not None:
            self._show_figures(frame)
            if self.live.settled:
                self._show_worth_knowing(frame)

    def _show_settled(self, frame: Frame) -> None:
        # Looking for cures takes a hundred evaluations: not in the middle of a drag.
        if self.live.settled:
            self._show_worth_knowing(frame)
        ms, what = frame.seconds * 1e3, self.view().summary()
        if ms < 999.95:
            text = say("Live   {what} in {ms:,.1f} ms", what=what, ms=ms)
        else:
            text = say("Live   {what} in {seconds:.1f} s", what=what, seconds=frame.seconds)
        self.status_bar.show_live(text, "good")

    def _show_worth_knowing(self, frame: Frame) -> None:
        if not self._in_gesture:
            issues = remarks.issues(frame, self.answered(frame.wish.scenario))
            self.inspector.show_issues(issues)
            self.obstacle.show_issues(frame.point, issues, self.view().tells_obstacle)
        self.explainer.refresh(frame)

    def _show_busy(self, busy: bool) -> None:
        if busy and self.frame is None:
            self.status_bar.show_live(tr("Warming up"), "muted")

    def _show_failure(self, report: str) -> None:
        log.error("a view could not be computed:\n%s", report)
        self.status_bar.show_live(tr("Stale: the last change could not be computed"), "bad")
        told = tr("The last change could not be computed. The figures shown are of the state before.")
        self.notice.tell(told, report_of(report))

    # file and frame -----------------------------------------------------------------------------

    def _show_file(self) -> None:
        name = self.document.path.name if self.document.path else tr("not saved yet")
        star = "*" if self.document.is_dirty else ""
        self.setWindowTitle(f"{star}{self.document.path.stem if self.document.path else 'Isocost'} — Isocost")
        self.status_bar.show_right(f"{star}{name}   {self.habits.told()}{self.settings.library_text()}")

    def point(self) -> Point | None:
        """Return the last point shown."""
        return self.frame.point if self.frame else None

    def show_units(self) -> None:
        """Show inputs, figures and views in the units chosen for them."""
        self.inputs.show_units()
        for view in self.views:
            view.take_units()
        self._submit()
        if self.frame is not None:
            self._show_figures(self.frame)

    def apply_theme(self, name: theme.Name) -> None:
        """Use theme `name` everywhere."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        chosen = theme.apply(app, name)
        self.isolation.each("apply_theme", chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the inspector beside the view or over it."""
        super().resizeEvent(event)
        self.inspector.set_beside(event.size().width() >= fonts.px(BESIDE_FROM))
        self.kpis.set_compact(event.size().height() < fonts.px(COMPACT_BELOW))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, remember the place, end the worker."""
        if not self.files.may_discard():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.habits.end()
        self.live.stop()
        self.share.report.stop()
        event.accept()
