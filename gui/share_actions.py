"""What leaves the window and what comes back: exports, clipboard, reports, files let go over it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QFileDialog

from engine import files, share
from engine.errors import IsocostError
from engine.scenario import Scenario
from engine.share import questions
from engine.share.payload import remarks
from engine.share.questions import Question
from engine.share.tables import BLOCK
from engine.study.place import is_study
from gui import figures
from gui.dropping import MODELS, POINTS, SCENARIOS, ends, file_name
from gui.figures import Figure
from gui.language import mark, say, tr
from gui.plotting.questions import question_of
from gui.report_action import ReportAction
from gui.views.evidence import EvidenceView
from gui.writing import Told, Writer, encoded

if TYPE_CHECKING:
    from gui.main_window import MainWindow

#: Takes what is to be written as it is now; what it returns is called in another thread.
Content = Callable[[str], Callable[[Told], Iterable[bytes]]]

#: Settings that did not fit, named at most.
_NAMED: Final = 4

#: What a view can be written as, by the ending of the file.
VIEW_FORMS: Final = {
    **figures.FORMATS,
    ".csv": mark("Table of the view"),
    ".xlsx": mark("Workbook with live values"),
}
SCENARIO_FORMS: Final = {".csv": mark("Inputs and metrics"), ".xlsx": mark("Workbook with live values")}


class ShareActions:
    """Exports, clipboard and dropped files of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._does: dict[str, Callable[[], object]] = {
            "copy-picture": self.copy_picture,
            "copy-table": self.copy_table,
            "copy-command": self.copy_command,
            "copy-python": self.copy_python,
            "export": self.export_dialog,
        }
        self.report, self.writer = ReportAction(window), Writer(window)
        self._running = self.writer
        self.writer.status.connect(window.status_bar.show_message)
        self.writer.trouble.connect(window.notice.tell)
        for writer in window.findChildren(Writer):
            writer.went.connect(partial(self._show_progress, writer))
        window.status_bar.progress.clicked.connect(self._stop)
        window.setAcceptDrops(True)
        window.files_dropped.connect(self.take)
        for view in window.views:
            view.share_requested.connect(self.run)

    def run(self, what: str) -> None:
        """Do what a view's menu asks for."""
        self._does[what]()

    # what there is to share ---------------------------------------------------------------------

    def figure(self) -> Figure:
        """Return the view in front as a figure."""
        return Figure(self._window.view(), self._window.document.scenario.name)

    def payload(self) -> bytes:
        """Return the scenario file that exports of the view in front carry."""
        document, view = self._window.document, self._window.view()
        shown = {view.key: view.settings()}
        return share.payload(document.scenario, document.baseline, shown, view.key)

    def payload_of_all_views(self) -> bytes:
        """Return the scenario file with the settings of every view."""
        document = self._window.document
        return share.payload(document.scenario, document.baseline, document.session.views)

    def table(self) -> share.Table:
        """Return what the view in front shows as a table."""
        frame, view = self._window.frame, self._window.view()
        if frame is None or frame.result is None or frame.wish.view != view.key:
            raise IsocostError("the view is still being computed; try again in a moment")
        return view.shown_table(frame.result, frame.point)

    # clipboard ----------------------------------------------------------------------------------

    def copy_picture(self) -> None:
        """Put a picture of the view on the clipboard."""
        QApplication.clipboard().setImage(figures.image_of(self.figure()))
        self._window.status_bar.show_message(tr("Picture copied"))

    def copy_table(self) -> None:
        """Put the table of the view on the clipboard, for a spreadsheet."""
        self._window.attempt(self._copy_table)

    def _copy_table(self) -> None:
        made = self.table()
        self.writer.copy(made.pieces("\t"), made.rows, made.rows * len(made.columns), BLOCK)

    def copy_command(self) -> None:
        """Put the command that asks what is on screen on the clipboard."""
        self._copy_text(questions.command_line, mark("Command line copied"))

    def copy_python(self) -> None:
        """Put the script that asks what is on screen on the clipboard."""
        self._copy_text(questions.script, mark("Python copied"))

    def _copy_text(self, made: Callable[[Scenario, Question], str], told: str) -> None:
        frame, view = self._window.frame, self._window.view()
        shown = frame is not None and frame.wish.view == view.key
        asked = question_of(frame.result) if frame is not None and shown else questions.EVALUATE
        QApplication.clipboard().setText(made(self._window.document.scenario, asked))
        self._window.status_bar.show_message(tr(told))

    # files --------------------------------------------------------------------------------------

    def export_dialog(self) -> None:
        """Ask for a name and write the view: its ending says as what."""
        name = f"{self._window.document.scenario.name}, {self._window.view().title}"
        self._ask(tr("Export view"), name, VIEW_FORMS, self._view)

    def export_scenario_dialog(self) -> None:
        """Ask for a name and write inputs and metrics of the scenario."""
        self._ask(tr("Export scenario"), self._window.document.scenario.name, SCENARIO_FORMS, self._scenario)

    def _ask(self, title: str, name: str, forms: dict[str, str], content: Content) -> None:
        filters = ";;".join(f"{tr(words)} (*{ending})" for ending, words in forms.items())
        start = str(Path(self._window.files.folder()) / f"{file_name(name)}{next(iter(forms))}")
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, start, filters)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in forms:
            picked = next((ending for ending in forms if f"(*{ending})" in kind), next(iter(forms)))
            path = path.with_name(path.name + picked)
        self.write(path, content)

    def write(self, path: Path, content: Content) -> bool:
        """Begin to write what `content` makes for the ending of `path`; return whether that was begun.

        How it ended is told in the status bar, by a notice where it failed or took long.
        """
        try:
            make = content(path.suffix.lower())
        except IsocostError as error:
            self._window.notice.tell(str(error))
            return False
        return self.writer.save(path, make)

    def _show_progress(self, writer: Writer, done: float) -> None:
        self._running = writer
        self._window.status_bar.progress.show_share(done)

    def _stop(self) -> None:
        self._running.stop()

    def _view(self, form: str) -> Callable[[Told], Iterable[bytes]]:
        if form in figures.FORMATS:
            pack = figures.drawn(self.figure(), form, self.payload())
            return lambda told: [pack()]
        return self._sheet(self.table(), form)

    def _scenario(self, form: str) -> Callable[[Told], Iterable[bytes]]:
        only = share.scenario_table(self._window.document.scenario) if form == ".csv" else None
        return self._sheet(only, form)

    def _sheet(self, table: share.Table | None, form: str) -> Callable[[Told], Iterable[bytes]]:
        if form == ".csv":
            assert table is not None
            return lambda told: encoded(table.pieces(","), table.rows, BLOCK, told)
        scenario, payload = self._window.document.scenario, self.payload()

        def book(told: Told) -> list[bytes]:
            from engine.share.workbook import workbook

            return [workbook(scenario, table, payload, told)]

        return book

    # files let go over the window ---------------------------------------------------------------

    def take(self, paths: list[Path]) -> None:
        """Open what was let go: scenarios and what carries them, a model, measured points."""
        for path in paths:
            self._window.attempt(self._take, path)

    def _take(self, path: Path) -> None:
        if is_study(path):
            self._window.files.open_study(path)
        elif ends(path, SCENARIOS):
            self.reopen(path)
        elif ends(path, MODELS):
            self._window.files.import_model(path)
        elif ends(path, POINTS):
            self._window.open_view(EvidenceView.key)
            view = self._window.view()
            assert isinstance(view, EvidenceView)
            view.judge_own(path)
        else:
            raise IsocostError(
                f"{path.name} cannot be opened here. Drop a scenario (.isocost), a picture, report or sheet "
                "that Isocost exported (.png, .svg, .pdf, .xlsx), a model's config.json, a CSV of measured "
                "points, or the folder of a study"
            )

    def reopen(self, path: Path) -> None:
        """Open scenario file `path` in place of what is open, or what a picture carries beside it."""
        if ends(path, (".isocost",)):
            self._window.files.open(path)
            return
        project = files.load(path)
        self._window.document.add_project(project, say("Open {name}", name=path.name))
        self.show_front(project)

    def show_front(self, project: files.Project, *told: str) -> None:
        """Bring the view to the front that was when `project` was written; tell `told` and what to know."""
        if project.front in {view.key for view in self._window.views}:
            self._window.open_view(project.front)
        lines = [line for line in (*told, *project.report, *remarks(project), self._left_out()) if line]
        if lines:
            self._window.notice.tell("\n".join(lines))

    def _left_out(self) -> str:
        """Return what to tell of settings of views that did not fit."""
        found = self._window.document.left_out
        if not found:
            return ""
        names = ", ".join(found[:_NAMED]) + (", \u2026" if len(found) > _NAMED else "")
        return say(
            "Some of what the views showed could not be read and stays as it was: {names}.", names=names
        )
