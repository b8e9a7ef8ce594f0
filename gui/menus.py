"""Menus and shortcuts: every action of the window, declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
)

from engine import files
from gui import fonts, placing
from gui.file_actions import recent_opener
from gui.language import mark, said, template, tr
from gui.look import add_looks
from gui.panels.inspector import PAGES

if TYPE_CHECKING:
    from gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Entry:
    """One menu entry: text with its mnemonic, shortcut, what it does; a text of "-" is a line."""

    text: str
    shortcut: str = ""
    run: Callable[[], object] | None = None


LINE = Entry("-")
_ROW = "<tr><td style='padding:2px 24px 2px 0'>{text}</td><td>{keys}</td></tr>"


def shortcut_of(view: int) -> str:
    """Return the shortcut of the view at place `view`: Alt with 1 to 9 and 0, then with Shift as well."""
    digit = (view + 1) % 10
    return f"Alt+{digit}" if view < 10 else f"Alt+Shift+{digit}"


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")


class Menus:
    """The menu bar of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        # Kept here: a menu fetched back from its action is not safely owned.
        self._menus: dict[str, QMenu] = {}
        w, d, f = window, window.document, window.files
        self._menu("&File", [
            Entry("&Open…", "Ctrl+O", f.open_dialog),
            Entry("&Add scenarios from file…", "Ctrl+Shift+O", f.add_dialog),
            LINE,
            Entry("&Save", "Ctrl+S", f.save),
            Entry("Save &as…", "Ctrl+Shift+S", f.save_as),
            LINE,
            Entry("&Import model config…", "Ctrl+Shift+I", f.import_model_dialog),
            Entry("&Judge my benchmark…", "Ctrl+J", w.judge_benchmark),
            LINE,
            Entry("&Export view…", "Ctrl+E", w.share.export_dialog),
            Entry("Export s&cenario…", "Ctrl+Shift+E", w.share.export_scenario_dialog),
            Entry("&Report…", "Ctrl+Shift+R", w.share.report.ask),
            LINE,
            Entry("&Quit", "Ctrl+Q", w.close),
        ])  # fmt: skip
        self._file_submenus()
        self._menu("&Edit", [
            Entry("&Copy picture", "Ctrl+Shift+C", w.share.copy_picture),
            Entry("Copy &table", "Ctrl+Alt+C", w.share.copy_table),
            Entry("&Filter inputs", "Ctrl+F", w.inputs.focus_filter),
            Entry("&Find…", "Ctrl+K", w.guide.find),
        ])  # fmt: skip
        self._undo_actions()
        self._menu("&Scenario", [
            Entry("New &child", "Ctrl+N", lambda: w.child(d.session.active)),
            Entry("&Duplicate", "Ctrl+D", lambda: w.duplicate(d.session.active)),
            Entry("&Close", "Ctrl+W", lambda: d.remove(d.session.active)),
            LINE,
            Entry("&Pin as baseline", "Ctrl+B", d.pin),
            Entry("&Reset all to as opened", "", d.reset_all),
        ])  # fmt: skip
        self._view_menu()
        self._menu("&Library", [Entry("&Parts…", "Ctrl+L", w.parts.open_library)])
        self._menu("&Tools", [
            Entry("Copy as &command line", "Ctrl+Alt+L", w.share.copy_command),
            Entry("Copy as &Python", "Ctrl+Alt+P", w.share.copy_python),
        ])  # fmt: skip
        self._menu("&Help", [
            Entry("&Help", "F1", w.guide.help_here),
            Entry("&Keyboard", "Ctrl+F1", self.show_keyboard),
            Entry("&Formula reference", "", w.guide.open_formulas),
            Entry("&About Isocost", "", self.show_about),
        ])  # fmt: skip
        self._questions_menu()

    def _questions_menu(self) -> None:
        menu = self._menus["&Help"]
        questions = QMenu("Try a &question", menu)
        for text, ask in self._window.guide.offered_questions():
            questions.addAction(text).triggered.connect(lambda _=False, ask=ask: ask())
        menu.insertMenu(menu.actions()[0], questions)
        hints = self._add(menu, mark("Show &hints again"), "", self._window.guide.hints.again)
        menu.insertAction(menu.actions()[-2], hints)

    def _menu(self, title: str, entries: list[Entry]) -> QMenu:
        menu = QMenu(tr(title), self._window)
        self._window.menuBar().addMenu(menu)
        self._menus[title] = menu
        for entry in entries:
            if entry == LINE:
                menu.addSeparator()
            elif entry.run is not None:
                self._add(menu, entry.text, entry.shortcut, entry.run)
        return menu

    def _add(self, menu: QMenu, text: str, shortcut: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(tr(text))
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        # The signal's own argument must not reach the action.
        action.triggered.connect(lambda _checked=False: run())
        self.actions[text.replace("&", "")] = action
        return action

    def _file_submenus(self) -> None:
        window = self._window
        menu = self._menus["&File"]
        first = menu.actions()[0]
        new = QMenu(tr("&New from template"), menu)
        for name in files.builtin_names():
            title = files.load_builtin(name).scenario.name
            new.addAction(template(title)).triggered.connect(
                lambda _=False, name=name: window.attempt(window.files.new_from, name)
            )
        menu.insertMenu(first, new)
        recent = QMenu(tr("Open &recent"), menu)
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))
        menu.insertMenu(menu.actions()[2], recent)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        paths = self._window.settings.recent
        for path in paths:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(recent_opener(self._window.files, path))
        if not paths:
            menu.addAction(tr("No file opened yet")).setEnabled(False)

    def _undo_actions(self) -> None:
        stack, menu = self._window.document.stack, self._menus["&Edit"]
        first = menu.actions()[0]
        undo = stack.createUndoAction(self._window, tr("&Undo"))
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo = stack.createRedoAction(self._window, tr("&Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.insertActions(first, [undo, redo])
        menu.insertSeparator(first)
        self.actions |= {"Undo": undo, "Redo": redo}

    def _view_menu(self) -> None:
        w = self._window
        entries = [
            Entry(f"&{tr(view.title)}", shortcut_of(i), partial(w.show_view, i))
            for i, view in enumerate(w.views)
        ]
        entries.append(LINE)
        entries += [
            Entry(
                said("{title} panel", title=tr(title)),
                f"Ctrl+{i + 1}",
                partial(w.inspector.show_page, page),
            )
            for i, (page, title) in enumerate(PAGES)
        ]
        entries.append(Entry("Open or shut the panel", "Ctrl+I", w.inspector.toggle))
        self.actions |= add_looks(self._menu("&View", entries), w)

    # help ---------------------------------------------------------------------------------------

    def shortcuts(self) -> list[tuple[str, str]]:
        """Return every action that has a shortcut, as (text, keys)."""
        # These two name the step besides.
        steps = {"Undo": tr("&Undo"), "Redo": tr("&Redo")}
        return [
            (steps.get(name, action.text()).replace("&", ""), action.shortcut().toString())
            for name, action in self.actions.items()
            if not action.shortcut().isEmpty()
        ]

    def show_keyboard(self) -> None:
        """Show every shortcut."""
        rows = [_ROW.format(text=text, keys=keys) for text, keys in self.shortcuts()]
        rows += [
            _ROW.format(text=tr(text), keys=tr(keys))
            for text, keys in (
                (mark("Slider: one step, ten, a tenth"), mark("Arrows, with Shift, with Ctrl")),
                (mark("Slider: 10 %, ends of the range"), mark("Page Up/Down, Home/End")),
                (mark("Slider: reset"), mark("Delete")),
                (mark("Cross-hair on a surface"), mark("Arrows")),
            )
        ]
        self._page(tr("Keyboard"), f"<table>{''.join(rows)}</table>")

    def show_about(self) -> None:
        """Say what this is."""
        from engine.version import version

        self._box(
            tr("About Isocost"),
            f"<b>Isocost {version()}</b><br>"
            + tr(
                "The economics of AI inference: what a token, a call, a user costs and earns, and how fast "
                "it is served.<br><br>An isocost line joins all the ways of producing at the same cost."
                "<br><br>Apache License 2.0. Figures carry their sources; see Library."
            ),
        )

    def _page(self, title: str, text: str) -> None:
        # More rows than many a screen is high: a message box would stand out of it, its button too.
        dialog = QDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        page = QTextBrowser(dialog)
        page.setAccessibleName(title)
        page.setHtml(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, dialog)
        buttons.accepted.connect(dialog.accept)
        column = QVBoxLayout(dialog)
        column.addWidget(page)
        column.addWidget(buttons)
        dialog.resize(placing.on_screen(QSize(fonts.px(480), fonts.px(640)), self._window))
        dialog.open()
        QApplication.processEvents()

    def _box(self, title: str, text: str) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(text)
        box.open()
        QApplication.processEvents()
