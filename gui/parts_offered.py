"""Parts a window offers to choose from: those that ship, the user's own, and the library dialog over both."""

from typing import TYPE_CHECKING, Any

from engine import catalog
from gui.shown_text import part_name

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class PartsOffered:
    """The library of parts as one window offers it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        window.inputs.set_library(self._value)
        self.offer()

    def offer(self) -> None:
        """Offer the parts there are now: the library changed."""
        self._window.inputs.set_parts(_labels)

    def open_library(self) -> None:
        """Open the library of parts."""
        from gui.panels.library import LibraryDialog

        window = self._window
        dialog = LibraryDialog(window.document.scenario, window)
        dialog.part_chosen.connect(
            lambda group, part: window.attempt(window.document.choose_part, group, part)
        )
        dialog.changed.connect(self.offer)
        dialog.open()

    def _value(self, key: str) -> Any:
        return catalog.library_value(self._window.document.scenario, key)


def _labels(kind: str) -> list[tuple[str, str]]:
    return [(ident, part_name(part)) for ident, part in catalog.load(kind).items()]
