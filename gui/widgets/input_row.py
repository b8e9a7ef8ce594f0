"""What every input row has: role letter, label, state icons, hover buttons, message and menus.

Rows know their declaration and a hub to tell edits to; they keep no values.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QMenu, QSizePolicy, QWidget

from engine.citations import cited
from engine.doubt import words
from engine.scenario import Value
from engine.shares import WHOLES
from engine.specs import Spec
from gui import fonts, shown_units, theme
from gui.language import mark, said, sentence, tr
from gui.widgets.axis_drag import AxisDrag
from gui.widgets.icon_button import IconButton
from gui.widgets.row_hub import RowHub, RowState
from gui.widgets.row_menu import row_menu

LETTERS: Final = {"decision": "D", "assumption": "A", "price": "P"}
ROLES: Final = {
    "decision": mark("Decision: yours to choose"),
    "assumption": mark("Assumption: how the world works"),
    "price": mark("Price: set by the market"),
}
TARGETS: Final = (
    ("parent", mark("To the parent's value")),
    ("saved", mark("To the last saved value")),
    ("library", mark("To the library's value")),
    ("opened", mark("To the value when opened")),
    ("inherited", mark("To what tier 1 has")),
)
LETTER_X: Final = 14
LABEL_X: Final = 30
UNIT_WIDTH: Final = 56
FIELD_WIDTH: Final = 62
GAP: Final = 6
#: Opacity of a row whose input has no effect at the present choices.
DIMMED: Final = 0.45
#: The same where every text shall stand out.
DIMMED_HIGH: Final = 0.82


class InputRow(QWidget):
    """One parameter's row; subclasses add the editor.

    Its object name is `param:<key>`; buttons are named `reset`, `lock`, `unc`, `info`.
    """

    def __init__(self, spec: Spec, hub: RowHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.hub = hub
        self.state: RowState | None = None
        self._message = ""
        self._hovered = False
        self.setObjectName(f"param:{spec.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reset = IconButton("reset", "reset", said("Reset {label}", label=spec.label), self)
        self.lock = IconButton("lock", "lock", said("Lock {label}", label=spec.label), self)
        self.unc = IconButton("unc", "uncertainty", said("Uncertainty of {label}", label=spec.label), self)
        self.info = IconButton("info", "info", said("Source and note of {label}", label=spec.label), self)
        for button in (self.reset, self.lock, self.unc, self.info):
            button.hide()
        self.reset.clicked.connect(self._pop_reset)
        self.lock.clicked.connect(self.toggle_lock)
        self.unc.clicked.connect(self.edit_uncertainty)
        self.info.clicked.connect(self.edit_source)
        AxisDrag(self, lambda: hub.own(spec.key) if spec.numeric else "", spec.label, self._label_box)
        self.setToolTip(self._tip())

    def _label_box(self) -> QRect:
        return QRect(0, 0, fonts.px(LABEL_X) + self.label_width(), fonts.px(22))

    # -- for subclasses ----------------------------------------------------------------------

    def base_height(self) -> int:
        """Return the height without a message."""
        raise NotImplementedError

    def place(self) -> None:
        """Lay out the editor."""

    def show_editor(self, state: RowState) -> None:
        """Show the value in the editor."""

    def stops(self) -> tuple[QWidget, ...]:
        """Return the widgets the Tab key visits, in order."""
        raise NotImplementedError

    def unit_menu(self) -> QMenu | None:
        """Return the menu of units the input can be shown in; None where there is no choice."""
        return None

    def show_unit(self) -> None:
        """Show everything in the unit chosen for this quantity."""

    def label_width(self) -> int:
        """Return the room for the label."""
        return self.field_right() - fonts.px(FIELD_WIDTH + GAP + LABEL_X)

    def icons_y(self) -> int:
        """Return the top of the state icons."""
        return fonts.px(21)

    # -- state -------------------------------------------------------------------------------

    def show_state(self, state: RowState) -> None:
        """Show `state`."""
        if state == self.state:
            return
        if self.state is None or state.inert != self.state.inert:
            self._dim(state.inert)
        spread = state.annotation.uncertainty
        if self.state is None or spread != self.state.annotation.uncertainty:
            told = f": {words(spread, self.spec)}" if spread is not None else ""
            self.unc.show_tip(said("Uncertainty of {label}", label=self.spec.label) + told)
        self.state = state
        locked = state.annotation.locked
        self.lock.show_tip(said("Unlock {label}" if locked else "Lock {label}", label=self.spec.label))
        self.lock.show_drawing("lock" if locked or not self._hovered else "unlock")
        self.show_editor(state)
        self._place_buttons()
        self.update()

    def _dim(self, why: str) -> None:
        """Draw the row faintly and tell `why` it is without effect; it can be edited all the same."""
        effect = None
        if why:
            effect = QGraphicsOpacityEffect(self)
            effect.setOpacity(DIMMED_HIGH if theme.current().high else DIMMED)
        self.setGraphicsEffect(effect)  # type: ignore[arg-type]
        self.setToolTip(self._tip(why))
        self.setAccessibleDescription(why)

    def message(self) -> str:
        """Return the complaint under the editor."""
        return self._message

    def show_message(self, text: str) -> None:
        """Show a complaint under the editor, or none; tell the hub of it."""
        text = sentence(text)
        if text != self._message:
            self._message = text
            self.updateGeometry()
            self.update()
            self.hub.row_error.emit(self.spec.key, text)

    def field_right(self) -> int:
        """Return the right edge of the editor's column."""
        laid_out = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return (self.width() if laid_out else fonts.px(300)) - fonts.px(UNIT_WIDTH + GAP)

    def unit_left(self) -> int:
        """Return the left edge of the unit column."""
        return self.width() - fonts.px(UNIT_WIDTH)

    def label_text(self) -> str:
        """Return the label as drawn, cut where it does not fit."""
        weight = fonts.SEMIBOLD if self.state is not None and self.state.changed else fonts.REGULAR
        return fonts.metrics(12, weight).elidedText(
            self.spec.label, Qt.TextElideMode.ElideRight, self._label_room()
        )

    def _label_room(self) -> int:
        shown = sum(button.isVisibleTo(self) for button in (self.info, self.unc))
        return self.label_width() - shown * fonts.px(18)

    # -- size and places ---------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the designed height, taller under a message."""
        return QSize(fonts.px(300), self.base_height() + self._message_height())

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest usable row."""
        return QSize(fonts.px(220), self.sizeHint().height())

    def _message_box(self) -> QRect:
        wide = self.width() - fonts.px(LABEL_X + 12)
        return QRect(
            fonts.px(LABEL_X), self.base_height() - fonts.px(2), max(wide, fonts.px(120)), fonts.px(80)
        )

    def _message_height(self) -> int:
        if not self._message:
            return 0
        box = fonts.metrics(11).boundingRect(self._message_box(), Qt.TextFlag.TextWordWrap, self._message)
        return box.height() + fonts.px(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out by hand."""
        super().resizeEvent(event)
        self.place()
        self._place_buttons()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def show_resets(self) -> None:
        """Learn that what one can go back to is another, as after a save."""
        self._place_buttons()

    def _place_buttons(self) -> None:
        state = self.state
        if state is None:
            return
        side, left, top = fonts.px(16), self.unit_left(), self.icons_y()
        if state.axis:
            left += fonts.px(18)
        possible = self._hovered and self._resettable() if not state.changed else True
        for button, shown in (
            (self.reset, state.changed or self._hovered),
            (self.lock, state.annotation.locked or self._hovered),
        ):
            button.setVisible(shown)
            if shown:
                button.setGeometry(left, top, side, side)
                left += side
        self.reset.setEnabled(possible)
        x = fonts.px(LABEL_X) + self.label_width()
        doubted = state.annotation.uncertainty is not None
        for button, shown in (
            (self.info, self._hovered),
            (self.unc, doubted or (self._hovered and self.spec.kind == "number")),
        ):
            button.setVisible(shown)
            if shown:
                x -= fonts.px(18)
                button.setGeometry(x, fonts.px(3), side, side)

    # -- events ------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons."""
        self._hover(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide them again."""
        self._hover(False)
        super().leaveEvent(event)

    def _hover(self, on: bool) -> None:
        self._hovered = on
        if self.state is not None:
            self.lock.show_drawing("lock" if self.state.annotation.locked or not on else "unlock")
        self._place_buttons()
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu with everything a row can do."""
        self.menu().popup(event.globalPos())
        event.accept()

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw letter, label, unit, axis tag and message."""
        painter = QPainter(self)
        colors = theme.current()
        line = fonts.px(22)
        painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
        painter.setPen(colors.role(self.spec.role))
        painter.drawText(QRect(fonts.px(LETTER_X), 0, line, line), _MIDDLE, LETTERS[self.spec.role])
        changed = self.state is not None and self.state.changed
        painter.setFont(fonts.px_font(12, fonts.SEMIBOLD if changed else fonts.REGULAR))
        painter.setPen(colors.ink if changed else colors.text)
        painter.drawText(QRect(fonts.px(LABEL_X), 0, self.width(), line), _MIDDLE, self.label_text())
        if self.state is not None and self.state.axis:
            self._paint_axis(painter, self.state.axis)
        self.paint_more(painter)
        if self._message:
            painter.setFont(fonts.px_font(11))
            painter.setPen(colors.bad)
            painter.drawText(self._message_box(), Qt.TextFlag.TextWordWrap, self._message)
        painter.end()

    def paint_more(self, painter: QPainter) -> None:
        """Draw what a subclass adds."""

    def _paint_axis(self, painter: QPainter, axis: str) -> None:
        colors = theme.current()
        box = QRect(self.unit_left(), self.icons_y() + fonts.px(1), fonts.px(16), fonts.px(14))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.ink)
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
        painter.setPen(colors.panel)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, axis)

    # -- menus -------------------------------------------------------------------------------

    def _tip(self, why: str = "") -> str:
        spec = self.spec
        head = [f"<b>{spec.label}</b>", *([f"<b>{sentence(why)}.</b>"] if why else [])]
        lines = [*head, spec.doc, f"<i>{tr(ROLES[spec.role])}</i>"]
        if spec.kind == "number":
            lines.append(said("Seen in sources: {range}", range=shown_units.soft_text(spec)))
        if spec.source:
            lines.append(said("Source: {source}", source=cited(spec.source)))
        if spec.key in WHOLES:
            lines.append(
                said(
                    "{whole}: with the others 100 %; they make room unless locked", whole=tr(WHOLES[spec.key])
                )
            )
        return "<p style='white-space:normal'>" + "<br>".join(lines) + "</p>"

    def toggle_lock(self) -> None:
        """Lock the input, or unlock it."""
        if self.state is not None:
            self.hub.lock_toggled.emit(self.spec.key, not self.state.annotation.locked)

    def _resettable(self) -> bool:
        if self.state is None:
            return False
        return any(self._offers(target, self.hub.reset_value(self.spec.key, target)) for target, _ in TARGETS)

    def _offers(self, target: str, value: Value | None) -> bool:
        """Return whether going back to `value` would change anything."""
        if value is None or self.state is None:
            return False
        return target == "inherited" or value != self.state.value

    def reset_menu(self) -> QMenu:
        """Return the menu of the four values one can go back to, each greyed where equal."""
        menu = QMenu(tr("Reset"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for target, text in TARGETS:
            value = self.hub.reset_value(self.spec.key, target)
            if target == "inherited" and (value is None or self.state is None or self.state.own is None):
                continue
            shown = tr("none") if value is None else shown_units.text(value, self.spec, full=True)
            action = menu.addAction(f"{tr(text)}: {shown}".replace("&", "&&"))
            action.setObjectName(target)
            action.setEnabled(self._offers(target, value))
            action.triggered.connect(lambda _on=False, to=target: self._reset_to(to))
        return menu

    def _reset_to(self, target: str) -> None:
        self.hub.gesture_started.emit()
        self.hub.reset_requested.emit(self.spec.key, target)
        self.hub.gesture_finished.emit()

    def _pop_reset(self) -> None:
        self.reset_menu().popup(self.reset.mapToGlobal(QPoint(0, self.reset.height())))

    def menu(self) -> QMenu:
        """Return the context menu."""
        return row_menu(self)

    def edit_uncertainty(self) -> None:
        """Open the uncertainty of this input."""
        from gui.widgets.doubt_popover import UncertaintyPopover

        if self.state is not None and self.spec.numeric:
            offers = self.hub.spreads(self.spec.key)
            popover = UncertaintyPopover(self.spec, self.state.value, self.state.annotation, self, offers)
            popover.accepted.connect(lambda made: self.hub.uncertainty_edited.emit(self.spec.key, made))
            popover.show_below(self)

    def edit_source(self) -> None:
        """Open source and note of this input."""
        from gui.widgets.popovers import SourcePopover

        if self.state is not None:
            popover = SourcePopover(self.spec, self.state.annotation, self)
            popover.accepted.connect(
                lambda source, note: self.hub.source_edited.emit(self.spec.key, source, note)
            )
            popover.show_below(self)


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
