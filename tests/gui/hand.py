"""Hands that do anything a user can, the same each time for one seed."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from unittest import mock

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)

from engine.parameters import SPECS
from engine.scenario import Uncertainty
from gui import language, shown_units
from gui.main_window import MainWindow
from gui.panels.finder import Finder
from gui.share_actions import SCENARIO_FORMS, VIEW_FORMS
from gui.widgets.slider_row import SliderRow
from tests.gui.rig import hover, wheel

LEFT: Final = Qt.MouseButton.LeftButton
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
NUMBERS: Final = sorted(key for key, spec in SPECS.items() if spec.kind == "number")
CHOICES: Final = sorted(key for key, spec in SPECS.items() if spec.kind == "choice" and not spec.catalog)
PARTS: Final = ("h100-sxm", "h200-sxm", "b200-sxm", "mi300x")
PAGES: Final = ("explain", "issues", "notes", "history", "effects")
K = Qt.Key
KEYS: Final = (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down, K.Key_Home, K.Key_Escape)
SLIDER_KEYS: Final = (*KEYS[:5], K.Key_End, K.Key_PageUp, K.Key_PageDown, K.Key_Delete)
WORDS: Final = ("tp 8", "rent = 1900 $/month", "margin", "kv", "latency", "12%", "zzz", "price output 0.9")
ENTRIES: Final = ("7", "3 to 6", "1e3", "2.5 k", "1/0", "", "pert 2 3 6", "12%", "nonsense")
QUESTIONS: Final = ("price", "fp8", "batch", "what is", "")
SIZES: Final = ((1100, 640), (1280, 720), (1440, 900), (1920, 1080))


class Hand:
    """Acts on a window: edits, undoes, looks, points.

    Parameters
    ----------
    window : MainWindow
    seed : int

    Attributes
    ----------
    did : Counter
        How often it did what.
    """

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._first, self.rng = window, random.Random(seed)
        self.did: Counter[str] = Counter()
        self.kinds: list[Callable[[], object]] = [
            *[self.edit] * 8, *[self.drag] * 4, self.choose, self.part, *[self.undo] * 3, self.redo,
            self.look, self.theme, self.pin, self.tab, self.lock, self.range, *[self.mouse] * 2, self.key,
            self.turn, self.page, self.axis, self.tile,
        ]  # fmt: skip

    @property
    def window(self) -> MainWindow:
        """Return the window it acts on."""
        return self._first

    def act(self) -> None:
        """Do something."""
        kind = self.rng.choice(self.kinds)
        self.did[getattr(kind, "__name__", "")] += 1
        kind()

    # through the document -----------------------------------------------------------------------

    def value(self, key: str) -> float:
        """Return a value for `key`, seldom far beyond what is usual: what nothing can serve belongs to it."""
        spec = SPECS[key]
        high = spec.soft_high * (10.0 if self.rng.random() < 0.05 else 1.0)
        value = min(max(self.rng.uniform(spec.soft_low, high), spec.low), spec.high)
        return float(round(value)) if spec.whole else value

    def edit(self) -> None:
        """Set an input."""
        key = self.rng.choice(NUMBERS)
        self.window.attempt(self.window.document.set_value, key, self.value(key))

    def drag(self) -> None:
        """Set an input three times in one gesture."""
        key, gesture = self.rng.choice(NUMBERS), self.rng.randrange(1 << 30)
        for _ in range(3):
            self.window.input_edited(key, self.value(key), gesture)
        self.window._gesture_finished()

    def choose(self) -> None:
        """Take another option of a choice."""
        spec = SPECS[self.rng.choice(CHOICES)]
        self.window.attempt(self.window.document.set_value, spec.key, self.rng.choice(spec.options).id)

    def part(self) -> None:
        """Take another accelerator."""
        self.window.attempt(self.window.document.choose_part, "accelerator", self.rng.choice(PARTS))

    def undo(self) -> None:
        """Go a step back."""
        self.window.document.stack.undo()

    def redo(self) -> None:
        """Go a step on."""
        self.window.document.stack.redo()

    def look(self) -> None:
        """Bring another view to the front."""
        self.window.show_view(self.rng.randrange(len(self.window.views)))

    def theme(self) -> None:
        """Now and then take another theme."""
        if self.rng.random() < 0.1:
            self.window.apply_theme(self.rng.choice(["light", "dark", "contrast"]))

    def pin(self) -> None:
        """Pin the baseline."""
        QTest.mouseClick(self.window.scenario_bar.pin, LEFT)

    def tab(self) -> None:
        """Open, close or bring a scenario to the front."""
        document, count = self.window.document, len(self.window.document.session.cases)
        if count < 4 and self.rng.random() < 0.5:
            self.rng.choice([self.window.child, self.window.duplicate])(self.rng.randrange(count))
        elif count > 1:
            self.rng.choice([document.remove, document.select])(self.rng.randrange(count))

    def lock(self) -> None:
        """Lock an input, or let it go."""
        self.window.document.lock(self.rng.choice(NUMBERS), self.rng.random() < 0.3)

    def range(self) -> None:
        """State doubt of an input, or take it back."""
        spec = SPECS[self.rng.choice(NUMBERS)]
        spread = Uncertainty(spec.soft_low, spec.soft_high) if self.rng.random() < 0.5 else None
        self.window.attempt(self.window.document.set_uncertainty, spec.key, spread)

    # with mouse and keys ------------------------------------------------------------------------

    def canvas(self) -> tuple[QWidget, QPoint]:
        """Return a canvas in sight and a place on it."""
        shown = [w for w in self.window.view().findChildren(QWidget) if "canvas" in w.objectName()]
        shown = [w for w in shown if w.isVisible()]
        widget: QWidget = self.rng.choice(shown) if shown else self.window.view()
        widget = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        at = QPoint(self.rng.randrange(max(1, widget.width())), self.rng.randrange(max(1, widget.height())))
        return widget, at

    def mouse(self) -> None:
        """Point at a canvas, press, move, let go."""
        widget, at = self.canvas()
        hover(widget, at)
        QTest.mousePress(widget, LEFT, pos=at)
        for step in (4, 9):
            QTest.mouseMove(widget, at + QPoint(step, -step))
        QTest.mouseRelease(widget, LEFT, pos=at + QPoint(9, -9))

    def key(self) -> None:
        """Press a key on a canvas."""
        widget, _ = self.canvas()
        QTest.keyClick(widget, self.rng.choice(KEYS))

    def turn(self) -> None:
        """Turn the wheel over a canvas."""
        wheel(self.canvas()[0], self.rng.choice([-120, 120]))

    def page(self) -> None:
        """Show a page of the inspector."""
        self.window.inspector.show_page(self.rng.choice(PAGES))

    def axis(self) -> None:
        """Ask for an input as an axis."""
        self.window.inputs.axis_requested.emit(self.rng.choice(NUMBERS), self.rng.choice("xy"))

    def tile(self) -> None:
        """Click a headline figure."""
        QTest.mouseClick(self.rng.choice(list(self.window.kpis._tiles.values())), LEFT)


class RestlessHand(Hand):
    """A hand that also uses files, menus, finder, help, fields and sliders, and has the window remade.

    Dialogs that ask for a file are answered with one in `folder`; boxes that ask are answered at random by
    `answer_boxes`, which a timer calls while they wait.

    Parameters
    ----------
    current : callable
        The window there is now: another scale or language takes another.
    seed : int
    folder : Path
    """

    def __init__(self, current: Callable[[], MainWindow], seed: int, folder: Path) -> None:
        super().__init__(current(), seed)
        self._current, self.folder = current, folder
        # Twice what a hand does most, and each thing that takes a tenth of a second once.
        self.kinds = 2 * self.kinds + [
            self.type, *[self.slide] * 2, self.slider_key, self.save, self.open, self.export, self.find,
            self.help, self.menu, self.context, self.unit, self.resize, self.question, self.reset,
            self.remake, self.drop, self.compare, self.sample,
        ]  # fmt: skip

    @property
    def window(self) -> MainWindow:
        """Return the window there is now."""
        return self._current()

    # rows of the panel --------------------------------------------------------------------------

    def row(self) -> SliderRow | None:
        """Return the row of some number, brought into sight; None where the panel does not show it."""
        key = self.rng.choice(NUMBERS)
        self.window.inputs.focus_key(key)
        found = self.window.inputs.row(key)
        return found if isinstance(found, SliderRow) and found.isVisible() else None

    def type(self) -> None:
        """Type into a field, what it takes and what it does not."""
        if row := self.row():
            row.edit.setFocus()
            row.edit.selectAll()
            QTest.keyClicks(row.edit, self.rng.choice(ENTRIES))
            QTest.keyClick(row.edit, self.rng.choice([K.Key_Return, K.Key_Escape]))

    def slide(self) -> None:
        """Drag a slider some way."""
        if row := self.row():
            slider, middle = row.slider, row.slider.height() // 2
            places = [QPoint(self.rng.randrange(slider.width()), middle) for _ in range(6)]
            QTest.mousePress(slider, LEFT, pos=places[0])
            for at in places[1:]:
                QTest.mouseMove(slider, at)
            QTest.mouseRelease(slider, LEFT, pos=places[-1])

    def slider_key(self) -> None:
        """Press a key on a slider."""
        if row := self.row():
            QTest.keyClick(row.slider, self.rng.choice(SLIDER_KEYS))

    def reset(self) -> None:
        """Put an input back to something."""
        target = self.rng.choice(["parent", "saved", "library", "opened"])
        self.window.inputs.reset_requested.emit(self.rng.choice(NUMBERS), target)

    def unit(self) -> None:
        """Show some quantity in another unit."""
        spec = SPECS[self.rng.choice(NUMBERS)]
        if len(offered := shown_units.offered(spec)) > 1:
            self.window.inputs.hub.unit_chosen.emit(spec.unit, self.rng.choice(offered))

    # files --------------------------------------------------------------------------------------

    def path(self, ending: str) -> Path:
        """Return one of a few files of the folder."""
        return self.folder / f"work {self.rng.randrange(4)}{ending}"

    def save(self) -> None:
        """Save, or save under another name."""
        files = self.window.files
        self.rng.choice([files.save, files.save_as])()

    def open(self) -> None:
        """Open a saved file, in place of what is open."""
        self.rng.choice([self.window.files.open_dialog, lambda: self.window.files.new_from("fraud-triage")])()

    def export(self) -> None:
        """Write the view or the scenario, or copy it."""
        share = self.window.share
        copies = (share.copy_picture, share.copy_table, share.copy_command, share.copy_python)
        self.rng.choice([share.export_dialog, share.export_dialog, share.export_scenario_dialog, *copies])()

    def drop(self) -> None:
        """Let files go over the window: scenarios, pictures that carry one, things that are neither."""
        found = sorted(path for path in self.folder.iterdir() if path.is_file())
        if found:
            self.window.share.take([self.rng.choice(found)])

    # menus, finder, help ------------------------------------------------------------------------

    def menu(self) -> None:
        """Choose something from the menus, except what ends the window, starts a process or remakes it."""
        looks = {*language.LANGUAGES.values()}
        apart = {text for text in self.window.menus.actions if "Quit" in text or "Report" in text}
        apart |= {text for text in self.window.menus.actions if "%" in text or text in looks}
        offered = [action for text, action in self.window.menus.actions.items() if text not in apart]
        action = self.rng.choice([action for action in offered if action.isEnabled()])
        action.trigger()

    def context(self) -> None:
        """Open the menu of a canvas, and choose something or nothing."""
        widget, at = self.canvas()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            offered = [a for a in popup.actions() if a.isEnabled() and a.menu() is None and a.text()]
            if offered and self.rng.random() < 0.7:
                chosen = self.rng.choice(offered)
                chosen.trigger()
            popup.close()

    def find(self) -> None:
        """Type into the finder and take what it offers, or leave it."""
        self.window.guide.find()
        finder = next((w for w in self.window.findChildren(Finder) if w.isVisible()), None)
        if finder is not None:
            QTest.keyClicks(finder.line, self.rng.choice(WORDS))
            QTest.keyClick(finder.line, K.Key_Down)
            leave = self.rng.random() < 0.5 or self._apart(finder)
            QTest.keyClick(finder.line, K.Key_Escape if leave else K.Key_Return)

    @staticmethod
    def _apart(finder: Finder) -> bool:
        row = finder.list.currentRow()
        told = finder.shown[row].label if 0 <= row < len(finder.shown) else ""
        return any(word in told for word in ("Quit", "Report", "Beenden", "Bericht"))

    def help(self) -> None:
        """Read the help a little."""
        self.window.guide.help_here()
        book = self.window.guide._help
        assert book is not None
        book.search.setText(self.rng.choice(QUESTIONS))
        QTest.keyClick(book.search, K.Key_Return)
        if self.rng.random() < 0.7:
            book.close()

    def question(self) -> None:
        """Ask one of the questions that are offered."""
        self.rng.choice(self.window.guide.offered_questions())[1]()

    # looks --------------------------------------------------------------------------------------

    def compare(self) -> None:
        """Look at what differs between the open scenarios."""
        if len(self.window.document.session.cases) < 2:
            self.window.child(0)
        self.window.open_view("compare")

    def sample(self) -> None:
        """Look at samples of a figure in doubt."""
        self.range()
        self.window.open_view("montecarlo")

    def resize(self) -> None:
        """Make the window larger or smaller."""
        self.window.resize(*self.rng.choice(SIZES))

    def remake(self) -> None:
        """Seldom take another scale or language, which takes another window."""
        if self.rng.random() < 0.2:
            habits = self.window.habits
            if self.rng.random() < 0.5:
                habits.take_scale(self.rng.choice([1.0, 1.25, 1.0]))
            else:
                habits.take_language(self.rng.choice(list(language.LANGUAGES)))

    # dialogs ------------------------------------------------------------------------------------

    def answer_boxes(self) -> None:
        """Answer a box that waits."""
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            QTest.mouseClick(self.rng.choice(box.buttons()), LEFT)
        elif isinstance(box, QWidget):
            box.close()

    @contextmanager
    def at_the_dialogs(self) -> Iterator[None]:
        """Answer whatever asks, while this lasts."""
        timer = QTimer(interval=20)
        timer.timeout.connect(self.answer_boxes)

        def saved(_parent: Any, _title: str, start: str, filters: str) -> tuple[str, str]:
            forms = [*VIEW_FORMS, *SCENARIO_FORMS, ".isocost"]
            fitting = [form for form in forms if f"*{form})" in filters]
            return str(self.path(self.rng.choice(fitting or [Path(start).suffix]))), ""

        def opened(*_asked: Any) -> tuple[str, str]:
            found = sorted(self.folder.glob("*.isocost"))
            return (str(self.rng.choice(found)) if found else "", "")

        with mock.patch.object(QFileDialog, "getSaveFileName", saved), \
                mock.patch.object(QFileDialog, "getOpenFileName", opened):  # fmt: skip
            timer.start()
            try:
                yield
            finally:
                timer.stop()
