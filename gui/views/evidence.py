"""Evidence: predicted against measured, and what the scenario's figures rest on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from engine.evidence.own import correct, corrections, uncorrect
from engine.scenario import DEFAULT, Scenario
from engine.validation.mapping import named
from gui import fonts, theme
from gui.language import mark, say, tr
from gui.plotting.evidence_job import SCOPES, SHOWN, EvidenceJob, EvidenceResult, EvidenceSettings
from gui.plotting.evidence_store import DIMENSIONS, EvidenceStore
from gui.plotting.evidence_words import DIMENSION_WORDS
from gui.theme import Theme
from gui.views.base import View
from gui.views.evidence_canvas import EvidenceCanvas
from gui.views.evidence_panel import EvidencePanel
from gui.views.tools import ExportMenu, Ground
from gui.widgets.combo import Combo
from gui.widgets.menu_button import MenuButton

_FILES = mark("Measured points (*.csv *.csv.gz *.gz);;All files (*)")


class EvidenceView(View):
    """Measured points nearest to the scenario, and how the model does on them."""

    key: ClassVar[str] = "evidence"
    title: ClassVar[str] = "Evidence"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = EvidenceSettings()
        self._scenario: Scenario = DEFAULT
        self._before_own = "near"
        self.store = EvidenceStore(self)
        self.store.ready.connect(self._arrived)
        self.store.failed.connect(self._refused)
        self.store.broken.connect(self._broke)
        self.canvas = EvidenceCanvas(theme.current(), self)
        self.canvas.opened.connect(self._open)
        self.panel = EvidencePanel(self)
        self.panel.explain_requested.connect(self.explain_requested)
        self.panel.group_chosen.connect(
            lambda name: self._take({"group": name}, say("Tell errors apart by {name}", name=name))
        )
        own = self.panel.own
        own.choose_wanted.connect(self.choose_own)
        own.correct_wanted.connect(self._correct)
        own.uncorrect_wanted.connect(self._uncorrect)
        own.close_wanted.connect(self.store.drop)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        self._show_tools()
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        made = Ground(self)
        made.setFixedHeight(fonts.px(40))
        row = QHBoxLayout(made)
        row.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(6))
        row.setSpacing(fonts.px(8))
        self.quantity, self.scope = Combo("", parent=made), Combo("Points", parent=made)
        self.colour = Combo("Colour", parent=made)
        self.quantity.set_entries([(key, name) for key, (_, name) in SHOWN.items()])
        self.quantity.setAccessibleName(tr("Quantity"))
        self.quantity.chosen.connect(lambda key: self._take({"quantity": key}, f"Judge {SHOWN[key][1]}"))
        self.scope.setAccessibleName(tr("Which points are shown"))
        self.scope.chosen.connect(
            lambda key: self._take({"scope": key}, say("Show points of {scope}", scope=SCOPES[key]))
        )
        self.colour.set_entries([(name, DIMENSION_WORDS[name]) for name in DIMENSIONS])
        self.colour.setAccessibleName(tr("What points are coloured by"))
        self.colour.chosen.connect(
            lambda name: self._take({"colour": name}, say("Colour points by {name}", name=name))
        )
        for combo in (self.quantity, self.scope, self.colour):
            row.addWidget(combo)
        row.addStretch(1)
        row.addWidget(MenuButton("", ExportMenu(self).fill, drawing="more", parent=made))
        return made

    # the contract of a view ---------------------------------------------------------------------

    def job(self) -> EvidenceJob:
        """Return what to compute for the present settings."""
        self.store.ask()
        return EvidenceJob(self._settings, self.store.rows, self.store.own_rows)

    @property
    def pending(self) -> bool:
        """Whether points are still being read."""
        return self.store.busy

    def show_result(self, result: EvidenceResult) -> None:
        """Show a frame, unless it belongs to settings no longer wanted."""
        if result.settings == self._settings:
            self.canvas.show_result(result)
            self.panel.show_result(result)

    def show_scenario(self, scenario: Scenario, baseline: Scenario) -> None:
        """Learn of the inputs; the points follow with the result."""
        del baseline
        self._scenario = scenario
        self._show_own()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.canvas.take_theme(theme)
        self.panel.update()

    def settings(self) -> dict[str, Any]:
        """Return quantity, scope, and what points are coloured and grouped by."""
        s = self._settings
        return {"quantity": s.quantity, "scope": s.scope, "colour": s.colour, "group": s.group}

    def restore(self, settings: Mapping[str, Any]) -> None:
        """Take back what `settings` gave; what does not fit stays as it is."""
        allowed = {"quantity": SHOWN, "scope": SCOPES, "colour": DIMENSIONS, "group": DIMENSIONS}
        kept = {name: settings[name] for name, known in allowed.items() if settings.get(name) in known}
        self._settings = EvidenceSettings(**{**self.settings(), **kept})
        self._show_tools()

    def summary(self) -> str:
        """Return how many points the last frame shows."""
        result = self.canvas.result
        return "" if result is None else say("{size:,} measured points", size=result.index.size)

    # what the user changes ----------------------------------------------------------------------

    def _take(self, changes: Mapping[str, Any], words: str) -> None:
        before = self._settings
        self.restore(changes)
        if self._settings != before:
            self.settings_changed.emit(words)
            self.job_changed.emit()

    def _show_tools(self) -> None:
        s = self._settings
        offered = [
            (key, words) for key, words in SCOPES.items() if key != "own" or self.store.own is not None
        ]
        if s.scope == "own" and self.store.own is None:
            offered.append(("own", SCOPES["own"]))
        self.scope.set_entries(offered)
        self.quantity.show_id(s.quantity)
        self.scope.show_id(s.scope)
        self.colour.show_id(s.colour)
        self.panel.group.show_id(s.group)

    def _open(self, row: int) -> None:
        result = self.canvas.result
        if result is not None and result.rows is not None:
            case = result.rows.verdict.batch.cases[int(result.index[row])]
            self.scenario_offered.emit(named(case))

    # the user's own benchmark -------------------------------------------------------------------

    def choose_own(self) -> None:
        """Ask for a file of measured points and judge the model on it."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Judge my benchmark"), "", tr(_FILES))
        if path:
            self.judge_own(Path(path))

    def judge_own(self, path: Path) -> None:
        """Judge the model on the measured points in `path`; the answer comes in its time."""
        self.store.take(path)
        self._show_own()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that comes from outside."""
        if _dropped(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Judge the model on the file that was let go."""
        path = _dropped(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.judge_own(path)

    def _arrived(self) -> None:
        own = self.store.own
        if own is not None and self._settings.scope != "own":
            self._before_own = self._settings.scope
            told = own.verdict.scores(own.verdict.suspect | ~own.verdict.suspect)
            quantity = (
                self._settings.quantity if self._settings.quantity in told else next(iter(told), "tpot")
            )
            self._take({"scope": "own", "quantity": quantity}, f"Judge {own.name}")
        elif own is None and self._settings.scope == "own":
            self._take({"scope": self._before_own}, "Close own benchmark")
        self._show_tools()
        self._show_own()
        self.job_changed.emit()

    def _refused(self, message: str) -> None:
        self._show_own()
        self.trouble.emit(message, "")
        self.job_changed.emit()

    def _broke(self, report: str) -> None:
        self._show_own()
        self.trouble.emit("The measured points could not be judged.", report)
        self.job_changed.emit()

    def _show_own(self) -> None:
        busy = self.store.busy and self.store.rows is not None
        self.panel.own.show_own(self.store.own, corrections(self._scenario), busy=busy)

    def _correct(self) -> None:
        if self.store.own is not None:
            name = self.store.own.name
            self.scenario_taken.emit(
                correct(self._scenario, self.store.own), say("Correct by {name}", name=name)
            )

    def _uncorrect(self) -> None:
        self.scenario_taken.emit(uncorrect(self._scenario), "Remove correction")


def _dropped(urls: list[QUrl]) -> Path | None:
    """Return the one CSV file among `urls`, None where there is none."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fit = len(paths) == 1 and paths[0].name.lower().endswith((".csv", ".csv.gz"))
    return paths[0] if fit else None
