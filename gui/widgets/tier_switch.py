"""Which tier the inputs of a tier are shown of: a button for each, one to add, a menu."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from engine.parameters import TIERS
from gui import fonts, theme
from gui.language import mark, said, tr

HEIGHT: Final = 30
#: What the menu of a tier offers: name of the action -> words.
ACTIONS: Final = (
    ("duplicate", mark("Add a tier like this one")),
    ("inherit", mark("Let it inherit everything")),
    ("remove", mark("Remove this tier")),
)


class TierButton(QAbstractButton):
    """One tier, or the sign that adds one."""

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setCheckable(text != "+")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(fonts.px(22))
        self.serving = True

    def sizeHint(self) -> QSize:
        """Return room for the text."""
        return QSize(fonts.width(self.text(), 12, fonts.SEMIBOLD) + fonts.px(16), fonts.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text; the one chosen stands in a field, one out of use is muted."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        if self.isChecked():
            painter.setPen(QPen(colors.accent, 1))
            painter.setBrush(colors.field)
            painter.drawRoundedRect(box, 4, 4)
        elif self.hasFocus():
            painter.setPen(QPen(colors.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(fonts.px_font(12, fonts.SEMIBOLD if self.isChecked() else fonts.REGULAR))
        lit = self.underMouse() or self.isDown()
        tone = colors.accent if lit else colors.ink if self.isChecked() else colors.text
        painter.setPen(tone if self.serving or lit else colors.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class TierSwitch(QWidget):
    """Tier 1 | 2 | 3 | 4 | +, object name `tiers`.

    Signals
    -------
    selected(int) : the tier to show.
    add_wanted()
    action_wanted(str, int) : "duplicate", "inherit" or "remove", and the tier.
    """

    selected = Signal(int)
    add_wanted = Signal()
    action_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tiers")
        self.setAccessibleName(tr("Tier that the inputs below belong to"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(12), 0, fonts.px(12), 0)
        row.setSpacing(fonts.px(2))
        self._label = QLabel(tr("Tier"), self)
        self._label.setFont(fonts.px_font(12))
        self._label.setProperty("tone", "muted")
        row.addWidget(self._label)
        row.addSpacing(fonts.px(4))
        self.buttons: list[TierButton] = []
        for number in range(1, TIERS + 1):
            button = TierButton(f"tier:{number}", str(number), self)
            button.clicked.connect(lambda _on=False, which=number: self._choose(which))
            self.buttons.append(button)
            row.addWidget(button)
        self.add = TierButton("tier:add", "+", self)
        self.add.setAccessibleName(tr("Add a tier"))
        self.add.setToolTip(
            tr("Add a tier: a model on machines of its own that takes a share of the requests")
        )
        self.add.clicked.connect(self.add_wanted)
        row.addWidget(self.add)
        row.addSpacing(fonts.px(6))
        self.told = QLabel("", self)
        self.told.setFont(fonts.px_font(11))
        self.told.setProperty("tone", "muted")
        row.addWidget(self.told, 1)
        self._tier = 1
        self._words = ""
        self._shown: tuple[int, int, tuple[str, ...]] | None = None
        self.show_tiers(1, 1, ("",))

    def show_tiers(self, current: int, used: int, told: Sequence[str]) -> None:
        """Show one button for each of `told`, the words for each tier; the first `used` serve."""
        self._tier = current
        if self._shown == (current, used, tuple(told)):
            return
        self._shown = current, used, tuple(told)
        for number, button in enumerate(self.buttons, 1):
            button.setVisible(number <= len(told))
            button.setChecked(number == current)
            button.serving = number <= used
            words = told[number - 1] if number <= len(told) else ""
            name = said("Tier {tier}: {text}", tier=number, text=words)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.update()
        self.add.setVisible(used < TIERS)
        self._label.setText(tr("Tier") if len(told) > 1 else tr("One tier"))
        self.buttons[0].setVisible(len(told) > 1)
        self._words = told[current - 1] if len(told) > 1 else ""
        self.told.setToolTip(self._words)
        self._elide()

    def _elide(self) -> None:
        shown = [self._label, *self.buttons, self.add]
        taken = sum(one.sizeHint().width() + fonts.px(2) for one in shown if one.isVisibleTo(self))
        room = max(fonts.px(30), self.width() - taken - fonts.px(36))
        self.told.setText(fonts.metrics(11).elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._elide()

    def menu(self, tier: int) -> QMenu:
        """Return what can be done with `tier` as a whole."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, words in ACTIONS:
            action = menu.addAction(tr(words))
            action.setObjectName(name)
            full = name == "duplicate" and not self.add.isVisibleTo(self)
            action.setEnabled(not full and (tier > 1 or name == "duplicate"))
            action.triggered.connect(lambda _on=False, what=name: self.action_wanted.emit(what, tier))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the tier under the pointer, or of the one shown."""
        under = self.childAt(event.pos())
        at = self.buttons.index(under) + 1 if under in self.buttons else self._tier
        self.menu(at).popup(event.globalPos())
        event.accept()

    def _choose(self, tier: int) -> None:
        self.buttons[tier - 1].setChecked(True)
        self.selected.emit(tier)
