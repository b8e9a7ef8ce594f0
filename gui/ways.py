"""From a view to an input of the panel, to the headline figures, or to another view."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gui.language import say

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Ways:
    """Follows what the views of a window ask for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        for view in window.views:
            view.focus_requested.connect(window.inputs.focus_key)
            view.view_requested.connect(self.open)
            view.doubted.connect(window.kpis.take_doubt)

    def open(self, key: str, settings: Mapping[str, Any]) -> None:
        """Bring the view named `key` to the front, with `settings` of it changed in one undo step."""
        view = next(view for view in self._window.views if view.key == key)
        self._window.document.set_view(
            key, {**view.settings(), **settings}, say("Open {title}", title=view.title)
        )
        self._window.open_view(key)
