"""Opening, saving, importing, exporting: dialogs and the files behind them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine import catalog, files, library
from engine.errors import IsocostError
from engine.files.locks import Held
from engine.parts import Part, read_part
from engine.scenario import Value, spec_of
from engine.study.place import is_study
from gui import file_questions
from gui.holding import Holding, who_has
from gui.language import said, say, sentence, tr

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_SAVED_AS = "Isocost scenarios (*.isocost)"
_CARRIERS = "Exported pictures, reports, sheets (*.png *.svg *.pdf *.xlsx)"
_STUDIES = "Results of studies (manifest.json)"
_FILTER = f"{_SAVED_AS};;{_CARRIERS};;{_STUDIES};;All files (*)"
_SAVED = f"{_SAVED_AS};;All files (*)"


class FileActions:
    """What the File menu does for one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    # opening ------------------------------------------------------------------------------------

    def new_from(self, name: str) -> None:
        """Open built-in scenario `name` in a new tab."""
        project = files.load_builtin(name)
        self._window.document.add(project.scenario, say("New {name}", name=project.scenario.name))

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Open scenarios"), self.folder(), _FILTER)
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> bool:
        """Open `path` in place of what is open, after asking about unsaved changes; return whether it did."""
        if is_study(path):
            return self._window.attempt(self.open_study, path)
        if not self.may_discard():
            return False
        try:
            project = files.load(path)
        except IsocostError as error:
            self._window.settings.forget_recent(path)
            return self._offer_backup(path, sentence(str(error)))
        # What only carries a scenario is never saved to.
        keeps = not project.carrier
        told = ""
        if keeps and (held := self._holding.take(path)) is not None:
            answer = file_questions.in_use(self._window, path, held)
            if not answer:
                return False
            again = self._holding.take(path, take_over=True) if answer == file_questions.TAKE_OVER else held
            keeps = again is None
            told = "" if again is None else copy_told(path, again)
        self._window.document.open(project, path if keeps else None)
        self._window.settings.add_recent(path)
        self._window.share.show_front(project, told)
        return True

    def _offer_backup(self, path: Path, why: str) -> bool:
        """Say why `path` cannot be opened, and open what was kept beside it if the user wants that."""
        backup, title = files.newest_backup(path), tr("This file could not be opened")
        if backup is None:
            self._refuse(title, why)
            return False
        text = f"{title}.\n\n{why}\n\n{tr('Open the earlier state instead?')}"
        open_it, leave = QMessageBox.StandardButton.Open, QMessageBox.StandardButton.Cancel
        if QMessageBox.question(self._window, title, text, open_it | leave, open_it) != open_it:
            return False
        try:
            project = files.load(backup)
        except IsocostError as error:
            self._refuse(title, sentence(str(error)))
            return False
        # Without a name of its own: neither the damaged file nor what was kept is saved over unasked.
        self._window.document.open(project, None)
        return True

    @property
    def _holding(self) -> Holding:
        return self._window.habits.autosave.holding

    def open_study(self, path: Path) -> None:
        """Show the result of a study, its folder or its manifest, in the table view."""
        from engine.study.dataset import Result
        from gui.views.table import TableView

        result = Result(path)
        self._window.open_view(TableView.key)
        view = self._window.view()
        assert isinstance(view, TableView)
        view.open_study(result)

    def add_dialog(self) -> None:
        """Ask for a file and open its scenarios beside those open."""
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Add scenarios"), self.folder(), _FILTER)
        if path:
            self._window.attempt(self._add, Path(path))

    def _add(self, path: Path) -> None:
        for scenario in files.load(path).scenarios:
            self._window.document.add(scenario)

    # saving -------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the open file, asking for a name if there is none; return whether it was saved."""
        path = self._window.document.path
        return self._save_to(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and save; return whether it was saved."""
        start = str(Path(self.folder()) / f"{self._window.document.scenario.name}.isocost")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save scenarios"), start, _SAVED)
        if not path:
            return False
        target = Path(path)
        return self._save_to(target if target.suffix else target.with_suffix(".isocost"))

    def _save_to(self, path: Path) -> bool:
        document, title = self._window.document, tr("This file could not be saved; nothing was lost")
        found = document.file_moved_on() if path == document.path else ""
        if found == "changed":
            answer = file_questions.changed(self._window, path)
            if answer != file_questions.OVERWRITE:
                return self.save_as() if answer == file_questions.SAVE_AS else False
        elif path != document.path and (held := self._holding.take(path)) is not None:
            who = said("{name} is open elsewhere: {who}.", name=path.name, who=who_has(held))
            self._refuse(title, f"{who} {tr('Choose another name.')}")
            return False
        try:
            document.save(path, keep=bool(found))
        except IsocostError as error:
            self._holding.keep_only(document.path)
            self._refuse(title, sentence(str(error)))
            return False
        self._window.settings.add_recent(path)
        if found == "gone":
            self._window.notice.tell(said("{name} was gone; it was written anew.", name=path.name))
        return True

    def may_discard(self) -> bool:
        """Return whether what is open may go: nothing changed, saved now, or the user says so."""
        if not self._window.document.is_dirty:
            return True
        answer = QMessageBox.question(
            self._window,
            tr("Unsaved changes"),
            tr("The open scenarios have changes that are not saved."),
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Save,
        )
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    # model import -------------------------------------------------------------------------------

    def import_model_dialog(self) -> None:
        """Ask for a config.json and take its model into the scenario in front."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Import a model's config.json"),
            self.folder(),
            tr("Model configs (*.json);;All files (*)"),
        )
        if path:
            self._window.attempt(self.import_model, Path(path))

    def import_model(self, path: Path) -> None:
        """Take the model of config.json `path` into library and scenario in front, in one undo step."""
        from engine.model_config import read_config

        shape = read_config(path)
        values = shape.to_values()
        part = _library_part(shape.name, path, values)
        precision = {key: value for key, value in values.items() if not key.startswith("model.")}
        chosen = catalog.apply(self._window.document.scenario, "model", part.id)
        self._window.document.take(chosen.with_values(precision), say("Import {name}", name=shape.name))
        self._window.parts.offer()
        lines = [say("Imported {name}.", name=shape.name), *shape.warnings]
        self._window.notice.tell("\n".join(lines))

    def folder(self) -> str:
        """Return the folder that dialogs begin in."""
        path = self._window.document.path
        return str(path.parent) if path else self._window.settings.last_folder

    def _refuse(self, title: str, text: str) -> None:
        QMessageBox.warning(self._window, title, f"{title}.\n\n{text}")


def _library_part(name: str, path: Path, values: Mapping[str, Value]) -> Part:
    """Return the user's part with the `model` values of an imported config; one already there is reused."""
    figures = {
        key: {"value": value, "unit": spec_of(key).unit, "source": path.name, "grade": "derived"}
        for key, value in values.items()
        if key.startswith("model.")
    }
    for known in library.parts("model").values():
        if known.label == name and known.to_dict()["values"] == figures:
            return known
    ident = library.free_id("model", name.rsplit("/", 1)[-1])
    entry = {"label": name, "note": f"imported from {path.name}", "values": figures}
    return library.add(read_part("model", ident, entry, str(path)))


def copy_told(path: Path, held: Held) -> str:
    """Return what to tell of a copy of `path`, which `held` says is open elsewhere."""
    return said(
        "{name} is open elsewhere: {who}. This is a copy; saving asks for a name of its own.",
        name=path.name,
        who=who_has(held),
    )


def recent_opener(actions: FileActions, path: Path) -> Callable[[], None]:
    """Return what the menu entry of recent file `path` does."""

    def run() -> None:
        actions.open(path)

    return run
