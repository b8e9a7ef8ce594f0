"""The menus of Compare: which scenarios stand side by side, what can be done with one, which rows it has."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from gui.language import tr
from gui.plotting import compare_columns as columns
from gui.plotting.compare_job import ROWS

if TYPE_CHECKING:
    from gui.views.compare import CompareView


class CompareMenus:
    """Fills and opens menus, and asks the view for what is chosen; keeps nothing.

    Parameters
    ----------
    view : CompareView
    """

    def __init__(self, view: "CompareView") -> None:
        self._view = view

    def fill_scenarios(self, menu: QMenu) -> None:
        """Add what can be compared."""
        view = self._view
        now = {column.token for column in view.chosen().columns}
        full = len(now) >= columns.MOST
        usual = menu.addAction("All that is open")
        usual.setCheckable(True)
        usual.setChecked(view.usual)
        usual.triggered.connect(lambda _=False: view.set_columns(()))
        menu.addSeparator()
        for group in (columns.offered(view.opened), columns.builtins()):
            for column in group:
                self._add_column(menu, column, column.token in now, full)
            menu.addSeparator()
        menu.addAction("From a file\u2026").triggered.connect(lambda _=False: view.ask_file())
        menu.addAction("Duplicate the one in front").triggered.connect(lambda _=False: view.duplicate())

    def _add_column(self, menu: QMenu, column: columns.Column, on: bool, full: bool) -> None:
        action = menu.addAction(column.name + (f" ({tr('now')})" if column.current else ""))
        action.setCheckable(True)
        action.setChecked(on)
        action.setEnabled(not column.current and (on or not full))
        change = self._view.leave_out if on else self._view.add
        action.triggered.connect(lambda _=False, token=column.token: change(token))

    def offer_column(self, index: int, place: QPoint) -> None:
        """Open the menu of column `index`."""
        menu = QMenu(self._view)
        self.fill_column(menu, index)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def fill_column(self, menu: QMenu, index: int) -> None:
        """Add what can be done with column `index`."""
        view = self._view
        chosen = view.chosen()
        column = chosen.columns[index]
        entries = (
            ("Tell differences against it", index != chosen.base, view.set_base),
            ("Lead the bridge to it", index not in (chosen.base, chosen.to), view.set_target),
            ("Leave it out", not column.current, view.leave_out),
        )
        for words, able, run in entries:
            action = menu.addAction(words)
            action.setEnabled(able)
            action.triggered.connect(lambda _=False, run=run: run(column.token))

    def offer_rows(self, place: QPoint) -> None:
        """Open the menu of which inputs have a row."""
        menu = QMenu(self._view)
        for ident, words in ROWS.items():
            action = menu.addAction(words[:1].upper() + words[1:])
            action.setCheckable(True)
            action.setChecked(ident == self._view.listed)
            action.triggered.connect(lambda _=False, ident=ident: self._view.choose("listed", ident))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
