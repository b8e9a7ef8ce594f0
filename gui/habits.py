"""What a window does for its user unasked: keeps unsaved work, and offers what an earlier one lost."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from engine.files import recovery
from gui import shown_units, theme
from gui.autosave import Autosave, Found, left_behind
from gui.language import tr
from gui.panels.recovery_bar import RecoveryBar

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Habits(QObject):
    """The habits of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._offers: list[Found] = []
        #: Whether another window has taken the document over.
        self.gone = False
        self.bar = RecoveryBar()
        self.bar.keep_wanted.connect(self.accept)
        self.bar.discard_wanted.connect(self.decline)
        self.autosave = Autosave.of(window.document)
        self.autosave.trouble.connect(window.notice.tell)
        window.document.remarked.connect(window.status_bar.show_message)
        window.inputs.hub.unit_chosen.connect(self._show_in)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def told(self) -> str:
        """Return what the status bar says of autosave, with the gap to what follows."""
        said = self.autosave.told()
        return f"{said}   " if said else ""

    def _show_in(self, unit: str, symbol: str) -> None:
        """Show what is declared in `unit` in `symbol`, here and in later windows."""
        shown_units.choose(unit, symbol)
        self._window.settings.shown_units = shown_units.chosen()
        self._window.show_units()

    # looks --------------------------------------------------------------------------------------

    def take_theme(self, choice: theme.Choice) -> None:
        """Use theme `choice` from now on."""
        self._window.settings.theme = choice
        self._window.apply_theme(theme.resolved(choice))

    def _follow_system(self) -> None:
        if self._window.settings.theme == "system":
            self._window.apply_theme(theme.resolved("system"))

    def take_scale(self, scale: float) -> None:
        """Draw type and lengths `scale` times as large from now on."""
        self._window.settings.scale = scale
        self._window.remake_wanted.emit()

    def take_language(self, code: str) -> None:
        """Speak language `code` from now on."""
        self._window.settings.language = code
        self._window.remake_wanted.emit()

    def hand_over(self) -> list[Found]:
        """Return what is still offered: another window takes the document over."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow_system)
        self.gone = True
        offers, self._offers = self._offers, []
        return offers

    def take_over(self, offers: list[Found]) -> None:
        """Go on with what an earlier window of the same document offered."""
        self.autosave.listen()
        self._offers = offers
        self._offer()

    # work that was lost -------------------------------------------------------------------------

    def look_for_lost_work(self) -> None:
        """Offer the unsaved work of windows that ended unasked."""
        report: list[str] = []
        self._offers = list(left_behind(report))
        if report:
            self._window.notice.tell("\n".join(report))
        self._offer()

    def _offer(self) -> None:
        if self._offers:
            self.bar.offer(self._offers[0].work)
        else:
            self.bar.hide()

    def accept(self) -> None:
        """Open what is offered, with its changes unsaved on top of what was saved."""
        if not self._offers or not self._window.files.may_discard():
            return
        found = self._offers.pop(0)
        work = found.work
        path = work.path
        if work.file_moved_on():
            text = tr(
                "{name} was changed or moved since; save the recovered work under another name to keep both."
            )
            self._window.notice.tell(text.format(name=work.path.name if work.path else work.name))
            path = None
        self._window.document.recover(work, path, tr("Recover unsaved changes"))
        # Kept again under this window's own lock before the old file goes.
        self.autosave.keep()
        self.autosave.wait()
        if self.autosave.path.exists() or not self._window.document.is_dirty:
            found.path.unlink(missing_ok=True)
        found.lock.release()
        self._offer()

    def decline(self) -> None:
        """Go on with what was last saved; what is offered is set aside for a while, not destroyed."""
        if self._offers:
            found = self._offers.pop(0)
            recovery.set_aside(found.path, "discarded")
            found.lock.release()
            self._offer()

    def end(self) -> None:
        """Give all up: the window closes by the user's will. What it still offered the next one offers."""
        self.autosave.end()
        for found in self._offers:
            found.lock.release()
        self._offers.clear()
