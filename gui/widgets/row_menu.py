"""The context menu of an input row: everything that can be done with the input."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from gui.widgets.input_row import InputRow


def row_menu(row: "InputRow") -> QMenu:
    """Return the menu of `row`."""
    spec, hub = row.spec, row.hub
    key = spec.key
    menu = QMenu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if spec.numeric:
        menu.addAction("Use as X axis", lambda: hub.axis_requested.emit(key, "x"))
        menu.addAction("Use as Y axis", lambda: hub.axis_requested.emit(key, "y"))
        menu.addAction("Sweep in a table", lambda: hub.asked.emit(key, "sweep"))
    if spec.kind == "number":
        solve = menu.addAction("Solve for this", lambda: hub.asked.emit(key, "solve"))
        solve.setEnabled(row.state is None or not row.state.annotation.locked)
    menu.addSeparator()
    menu.addMenu(row.reset_menu())
    locked = row.state is not None and row.state.annotation.locked
    menu.addAction("Unlock" if locked else "Lock", row.toggle_lock)
    if spec.numeric:
        menu.addAction("Uncertainty\u2026", row.edit_uncertainty)
    menu.addAction("Source and note\u2026", row.edit_source)
    units = row.unit_menu()
    if units is not None:
        menu.addMenu(units)
    menu.addSeparator()
    menu.addAction("Apply to all scenarios", lambda: hub.asked.emit(key, "everywhere"))
    menu.addAction("Explain effect", lambda: hub.explain_requested.emit(key))
    menu.addAction("Show where used", lambda: hub.asked.emit(key, "used"))
    menu.addAction("Copy key", lambda: QGuiApplication.clipboard().setText(hub.own(key)))
    return menu
