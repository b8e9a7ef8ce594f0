"""The row of a number: value field, unit, slider."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from engine.doubt import middle, tenths
from engine.errors import ParameterError
from engine.quantities import Range
from engine.scenario import Uncertainty
from engine.specs import Spec
from gui import fonts, shown_units
from gui.language import say, tr
from gui.widgets.input_row import (
    FIELD_WIDTH,
    GAP,
    LABEL_X,
    UNIT_WIDTH,
    InputRow,
)
from gui.widgets.quantity_field import QuantityField
from gui.widgets.row_hub import RowHub, RowState, next_gesture
from gui.widgets.slider import HANDLE, Slider
from gui.widgets.travel import Travel
from gui.widgets.unit_button import UnitButton

HEIGHT: Final = 40
FIELD_HEIGHT: Final = 20


class SliderRow(InputRow):
    """A number: `edit` (the field) and `slider` are its children.

    A label too long for its place gets the whole first line; the field then stands beside the track.
    """

    def __init__(self, spec: Spec, hub: RowHub, parent: QWidget | None = None) -> None:
        super().__init__(spec, hub, parent)
        self.slider = Slider(self)
        self.slider.setObjectName("slider")
        self.edit = QuantityField(spec, self)
        self.unit = UnitButton(self)
        self.unit.clicked.connect(self._pop_units)
        self._gesture = 0
        self.slider.pressed.connect(self._begin)
        self.slider.moved.connect(self._move)
        self.slider.released.connect(self.hub.gesture_finished)
        self.slider.reset.connect(lambda: self._reset_to("opened"))
        self.edit.committed.connect(self._commit)
        self.edit.failed.connect(self._fail)
        self.edit.cleared.connect(self._clear)
        self.edit.stepped.connect(self._step)
        self.show_unit()

    def stops(self) -> tuple[QWidget, ...]:
        """Return field and slider."""
        return (self.edit, self.slider)

    # -- places ------------------------------------------------------------------------------

    def base_height(self) -> int:
        """Return 40 px at scale 1."""
        return fonts.px(HEIGHT)

    def flipped(self) -> bool:
        """Return whether the label needs the whole first line."""
        room = super().label_width()
        # Eliding reckons in fractions of a pixel.
        return fonts.width(self.spec.label, 12, fonts.SEMIBOLD) + 2 > room

    def label_width(self) -> int:
        """Return the room for the label in the present layout."""
        if self.flipped():
            return self.width() - fonts.px(LABEL_X + 12 + 38)
        return super().label_width()

    def icons_y(self) -> int:
        """Return the top of the state icons: beside the label when flipped."""
        return fonts.px(3 if self.flipped() else 21)

    def unit_left(self) -> int:
        """Return the left edge of the state icons."""
        if self.flipped():
            return self.width() - fonts.px(48)
        return super().unit_left()

    def place(self) -> None:
        """Lay out field and slider."""
        left, right = fonts.px(LABEL_X), self.field_right()
        wide, tall = fonts.px(FIELD_WIDTH), fonts.px(FIELD_HEIGHT)
        track = fonts.px(HANDLE + 4)
        if self.flipped():
            self.edit.setGeometry(right - wide, fonts.px(20), wide, tall)
            self.slider.setGeometry(left, fonts.px(22), right - wide - fonts.px(10) - left, track)
        else:
            self.edit.setGeometry(right - wide, fonts.px(1), wide, tall)
            self.slider.setGeometry(left, fonts.px(21), right - left, track)
        top = fonts.px(20 if self.flipped() else 1)
        self.unit.setGeometry(self.width() - fonts.px(UNIT_WIDTH), top, fonts.px(UNIT_WIDTH - GAP), tall)

    def unit_text(self) -> str:
        """Return the unit as drawn."""
        return self.unit.text()

    # -- unit --------------------------------------------------------------------------------

    def show_unit(self) -> None:
        """Show everything in the unit chosen for this quantity."""
        spec, unit = self.spec, shown_units.symbol(self.spec)
        self.unit.show_unit(unit, spec.label, choice=len(shown_units.offered(spec)) > 1)
        for widget in (self.slider, self.edit):
            widget.setAccessibleName(f"{spec.label}, {tr(unit)}".removesuffix(", 1"))
        if self.state is not None:
            self.slider.setAccessibleDescription(shown_units.text(self._value(), spec, full=True))
            self.edit.show_value(self._value())
            self.setToolTip(self._tip(self.state.inert))

    def _value(self) -> float:
        return float(self.state.value) if self.state is not None else 0.0

    def unit_menu(self) -> QMenu | None:
        """Return the menu of units this quantity can be shown in; None where there is no choice."""
        if len(shown_units.offered(self.spec)) < 2:
            return None
        made = shown_units.menu(self.spec, self._value(), self, self.hub.unit_chosen.emit)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    def _pop_units(self) -> None:
        made = self.unit_menu()
        if made is not None:
            made.popup(self.unit.mapToGlobal(QPoint(0, self.unit.height())))

    # -- state -------------------------------------------------------------------------------

    def show_editor(self, state: RowState) -> None:
        """Show value, baseline, band and lock."""
        value, baseline = float(state.value), float(state.baseline)
        band = state.annotation.uncertainty
        ends = tenths(band, self.spec) if band is not None else None
        travel = Travel.of(self.spec, value, baseline, *(ends or ()))
        self.slider.show_number(value, travel)
        self.slider.show_marks(baseline, ends, locked=state.annotation.locked)
        self.slider.setAccessibleDescription(shown_units.text(value, self.spec, full=True))
        self.edit.show_value(value)
        self.edit.setReadOnly(state.annotation.locked)
        if not self.edit.failing():
            self._mark()

    def _mark(self) -> None:
        if self.edit.failing():
            mark = "error"
        elif self.state is not None and not self._inside(float(self.state.value)):
            mark = "soft"
        else:
            mark = ""
        if self.edit.property("state") != mark:
            self.edit.setProperty("state", mark)
            self.edit.setToolTip(
                say(
                    "Outside what sources show: {soft_text}",
                    soft_text=shown_units.soft_text(self.spec),
                )
                if mark == "soft"
                else ""
            )
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def _inside(self, value: float) -> bool:
        return self.spec.soft_low <= value <= self.spec.soft_high

    def mark(self) -> str:
        """Return "soft", "error" or "": how the field is underlined."""
        return str(self.edit.property("state") or "")

    # -- edits -------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._gesture = next_gesture()
        if self.edit.failing():
            self.edit.restore()
        self.hub.gesture_started.emit()

    def _move(self, number: float) -> None:
        self.hub.edited.emit(self.spec.key, number, self._gesture)

    def _step(self, count: int) -> None:
        number = self.slider.travel().step(self.slider.number(), count)
        if number != self.slider.number():
            self._set(number)

    def _set(self, number: float) -> None:
        self._begin()
        self._move(number)
        self.hub.gesture_finished.emit()

    def _commit(self, meant: object) -> None:
        self.show_message("")
        if isinstance(meant, (Range, Uncertainty)):
            self._uncertain(meant)
        elif isinstance(meant, float):
            self._set(meant)
        self._mark()

    def _uncertain(self, meant: Range | Uncertainty) -> None:
        key = self.spec.key
        spread = meant if isinstance(meant, Uncertainty) else Uncertainty(meant.low, meant.high)
        self.hub.uncertainty_edited.emit(key, spread)
        if spread.mode is not None or not self._within(spread):
            found = meant.median if isinstance(meant, Range) else float(middle(spread, self.spec))
            try:
                value = float(self.spec.check(float(f"{found:.3g}")))
            except ParameterError:
                value = spread.low
            self._set(value)

    def _within(self, spread: Uncertainty) -> bool:
        """Return whether the present value can stay beside a distribution."""
        return self.state is not None and spread.low <= float(self.state.value) <= spread.high

    def _fail(self, text: str) -> None:
        self._mark()
        self.show_message(text)

    def _clear(self) -> None:
        self._mark()
        self.show_message("")
