"""A flat button with a menu behind it, looking like a combo or like one icon."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from gui import fonts, icons, theme
from gui.language import tr
from gui.widgets.combo import Combo


class MenuButton(Combo):
    """Opens a menu made when it is wanted.

    Parameters
    ----------
    prefix : str
        Muted text before the state shown.
    fill : callable
        Adds the actions to the menu.
    widest : str
        Longest state the button must have room for.
    drawing : str
        An icon shown instead of words.
    """

    def __init__(
        self,
        prefix: str,
        fill: Callable[[QMenu], None],
        *,
        widest: str = "",
        drawing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prefix, parent=parent)
        self._fill, self._drawing = fill, drawing
        self.set_entries([(widest, widest)] if widest else [])
        self.setAccessibleName(tr(prefix or "More"))

    def drop(self) -> None:
        """Open the menu under the button."""
        menu = QMenu(self)
        self._fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def sizeHint(self) -> QSize:
        """Return a square for an icon, else room for the longest state."""
        return QSize(fonts.px(28), fonts.px(28)) if self._drawing else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a square for an icon, else room for the prefix and a little of the state."""
        full = self.sizeHint()
        return full if self._drawing else QSize(min(full.width(), self._lead() + fonts.px(62)), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, or what a combo draws."""
        if not self._drawing:
            super().paintEvent(event)
            return
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.accent if self.hasFocus() or self.isDown() else colors.border, 1))
        painter.setBrush(colors.field if self.underMouse() else colors.panel)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
        side = fonts.px(16)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, self._drawing, box, colors.text)
        painter.end()
