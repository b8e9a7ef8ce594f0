"""What would have to be true: a row an input, where it is, where it would have to be, what is plausible."""

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.scenario import spec_of
from engine.solve.roots import Root, plausible_range
from gui import fonts, shown_units
from gui.language import say, sentence, tr
from gui.plotting import draw
from gui.plotting.fitting import fit
from gui.plotting.inks import Inks, pen
from gui.plotting.solve_job import SolveResult
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.theme import Theme

_PAD: Final = 16
_HEAD: Final = 62
#: Height of the sentence above the rows.
_SENTENCE: Final = 34
_ROW: Final = 27
#: The least length of a track.
_TRACK: Final = 150
_NOTES: Final = {"decision": "D", "assumption": "A", "price": "P"}


class RootsCanvas(QWidget):
    """Rows of inputs and what each would have to be.

    Signals
    -------
    adopted(key, value)
        Set this input to what it would have to be.
    explain_requested(metric)
    """

    adopted = Signal(str, float)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roots-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: SolveResult | None = None
        self.row, self.top, self.hover = 0, 0, -1
        self._told = 0

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: SolveResult) -> None:
        """Show a frame."""
        self.result = result
        self._told = max((fonts.width(note(root, result), 11) for root in result.roots), default=0)
        self.row = min(self.row, max(len(result.roots) - 1, 0))
        self.top = max(0, min(self.top, len(result.roots) - self.shown_rows()))
        self.setAccessibleName(tr("What would have to be true"))
        self.setAccessibleDescription(verdict(result))
        self.update()

    def seek(self, key: str) -> bool:
        """Bring the row of input `key` to the front; return whether there is one."""
        keys = [root.key for root in self.result.roots] if self.result is not None else []
        if key not in keys:
            return False
        self.row = keys.index(key)
        self.top = max(0, min(self.row, len(keys) - self.shown_rows()))
        self.update()
        return True

    # places -------------------------------------------------------------------------------------

    def shown_rows(self) -> int:
        """Return how many rows there is room for."""
        return max(1, (self.height() - fonts.px(_HEAD) - fonts.px(8)) // fonts.px(_ROW))

    def box(self, row: int) -> QRectF:
        """Return the place of row `row`."""
        y = fonts.px(_HEAD) + (row - self.top) * fonts.px(_ROW)
        return QRectF(fonts.px(_PAD), y, self.width() - 2 * fonts.px(_PAD), fonts.px(_ROW))

    def _columns(self) -> tuple[float, float, float, float, float]:
        """Return the right edges of label, now, needed and track, and of the notes."""
        wide = self.width() - 2 * fonts.px(_PAD)
        left = fonts.px(_PAD)
        label, now, needed, track, notes = (left + share * wide for share in (0.30, 0.41, 0.53, 0.80, 1.0))
        # What is said of an answer is said whole; its track gives way.
        track = min(track, max(needed + fonts.px(_TRACK), notes - self._told - fonts.px(10)))
        return label, now, needed, track, notes

    def row_at(self, at: QPointF) -> int:
        """Return the row under `at`, -1 for none."""
        count = 0 if self.result is None else len(self.result.roots)
        row = self.top + int((at.y() - fonts.px(_HEAD)) // fonts.px(_ROW))
        inside = at.y() >= fonts.px(_HEAD) and self.top <= row < min(count, self.top + self.shown_rows())
        return row if inside else -1

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None:
            self._paint_head(painter, self.result)
            last = min(len(self.result.roots), self.top + self.shown_rows())
            for row in range(self.top, last):
                self._paint_row(painter, row, self.result.roots[row])
            self._paint_thumb(painter, len(self.result.roots))
        painter.end()

    def _paint_head(self, painter: QPainter, r: SolveResult) -> None:
        theme = self.inks.theme
        if r.trouble:
            draw.told(painter, QRectF(self.rect()), f"{verdict(r)}.", theme.text)
            return
        wide = self.width() - 2 * fonts.px(_PAD)
        box = QRectF(fonts.px(_PAD), fonts.px(8), wide, fonts.px(22))
        draw.verdict(painter, box, verdict(r), theme.ink)
        if not r.roots:
            return
        y, font = fonts.px(_HEAD) - fonts.px(22), fonts.px_font(11)
        label, now, needed, track, notes = self._columns()
        high = fonts.px(18)
        draw.words(
            painter, QRectF(fonts.px(_PAD), y, label, high), "One input alone", theme.muted, font, draw.LEFT
        )
        for right, title in ((now, "now"), (needed, "needed")):
            draw.words(painter, QRectF(right - 90, y, 90, high), title, theme.muted, font, draw.RIGHT)
        said = "what is plausible, now and needed"
        draw.words(painter, QRectF(needed + 20, y, track - needed, high), said, theme.muted, font, draw.LEFT)
        del notes
        painter.fillRect(QRectF(fonts.px(_PAD), fonts.px(_HEAD) - 3, wide, 1), theme.hairline)

    def _paint_row(self, painter: QPainter, row: int, root: Root) -> None:
        theme, box, spec = self.inks.theme, self.box(row), spec_of(root.key)
        if row in {self.row, self.hover}:
            shade = theme.token("accent", 26) if row == self.row and self.hasFocus() else theme.token("field")
            painter.fillRect(box.adjusted(-6, 1, 6, -1), shade)
        label, now, needed, track, notes = self._columns()
        ink = theme.text if root.found and root.plausible else theme.muted
        draw.words(
            painter,
            QRectF(box.left(), box.top(), fonts.px(14), box.height()),
            _NOTES[spec.role],
            theme.role(spec.role),
            fonts.px_font(11, fonts.SEMIBOLD),
            draw.LEFT,
        )
        names = QRectF(box.left() + fonts.px(18), box.top(), label - box.left() - fonts.px(18), box.height())
        said = fonts.metrics(12).elidedText(spec.label, Qt.TextElideMode.ElideRight, int(names.width()))
        draw.words(painter, names, said, ink, fonts.px_font(12), draw.LEFT)
        self._figure(painter, now, box, shown_units.text(root.now, spec), theme.muted, fonts.REGULAR)
        if root.found:
            self._figure(painter, needed, box, shown_units.text(root.value, spec), theme.ink, fonts.SEMIBOLD)
        else:
            self._figure(painter, needed, box, "\u2014", theme.muted, fonts.REGULAR)
        self._paint_track(painter, root, QRectF(needed + 20, box.top(), track - needed - 36, box.height()))
        told = QRectF(track, box.top(), notes - track, box.height())
        said = note(root, self.result)
        if fonts.width(said, 11) > told.width():
            said = fit(note(root, self.result, brief=True), told.width(), 11)
        color = theme.warning if root.found and not (root.feasible and root.plausible) else theme.muted
        if row == self.hover and root.found:
            said, color = "double-click or Enter sets it", theme.accent
        draw.words(painter, told, said, color, fonts.px_font(11), draw.LEFT)

    def _figure(
        self, painter: QPainter, right: float, box: QRectF, said: str, color: QColor, weight: int
    ) -> None:
        label, now, needed, _, _ = self._columns()
        room = right - (now if right == needed else label) - fonts.px(8)
        if fonts.width(said, 12, weight) > room:
            # The figure stays: what it is counted in is said where the input stands.
            said = said.rpartition(" ")[0] or said
        place = QRectF(right - fonts.px(120), box.top(), fonts.px(120), box.height())
        draw.words(painter, place, said, color, fonts.px_font(12, weight), draw.RIGHT)

    def _paint_track(self, painter: QPainter, root: Root, box: QRectF) -> None:
        assert self.result is not None
        theme = self.inks.theme
        low, high = plausible_range(self.result.scenario, root.key)
        ends = [low, high, root.now, *([root.value] if root.found else [])]
        log = spec_of(root.key).scale == "log" and min(ends) > 0.0

        def scaled(value: float) -> float:
            return math.log(value) if log else value

        least, most = scaled(min(ends)), scaled(max(ends))
        width = (most - least) or 1.0

        def at(value: float) -> float:
            return box.left() + 5 + (scaled(value) - least) / width * (box.width() - 10)

        y, thick = round(box.center().y()), 2 * fonts.px(3) + 1
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), theme.hairline)
        painter.fillRect(
            QRectF(at(low), y + 0.5 - thick / 2, max(at(high) - at(low), 2.0), thick),
            theme.token("accent", 60),
        )
        if root.found:
            color = theme.accent if root.plausible and root.feasible else theme.warning
            painter.setPen(pen(color, 1.5))
            painter.drawLine(QPointF(at(root.now), y + 0.5), QPointF(at(root.value), y + 0.5))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            draw.dot(painter, QPointF(at(root.value), y + 0.5), 4.0)
        painter.setPen(pen(theme.ink, 1.5))
        painter.setBrush(theme.panel)
        draw.dot(painter, QPointF(at(root.now), y + 0.5), 3.5)

    def _paint_thumb(self, painter: QPainter, count: int) -> None:
        shown = self.shown_rows()
        if count <= shown:
            return
        room = float(self.height() - fonts.px(_HEAD) - fonts.px(8))
        top, high = fonts.px(_HEAD) + room * self.top / count, max(24.0, room * shown / count)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.theme.border)
        wide = fonts.px(4)
        painter.drawRoundedRect(QRectF(self.width() - fonts.px(9), top, wide, high), wide / 2, wide / 2)

    # the hand -----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what answers."""
        row = self.row_at(event.position())
        active = event.position().y() < fonts.px(_SENTENCE)
        self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
        if row != self.hover:
            self.hover = row
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self.hover = -1
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, or explain the figure that the sentence above is about."""
        row = self.row_at(event.position())
        if row >= 0:
            self.row = row
            self.update()
        elif event.position().y() < fonts.px(_SENTENCE) and self.result is not None:
            self.explain_requested.emit(self.result.settings.metric)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Set the input of a row."""
        row = self.row_at(event.position())
        if row >= 0:
            self._adopt(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by rows."""
        self._scroll(self.top - round(event.angleDelta().y() / 40))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, Enter sets."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self.shown_rows(),
            Qt.Key.Key_PageDown: self.shown_rows(),
        }
        step = steps.get(Qt.Key(event.key()))
        if self.result is None or not self.result.roots:
            event.ignore()
        elif step is not None:
            self.row = min(max(self.row + step, 0), len(self.result.roots) - 1)
            self._scroll(min(max(self.top, self.row - self.shown_rows() + 1), self.row))
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._adopt(self.row)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tell what an input is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.result is not None:
            row = self.row_at(QPointF(event.pos()))
            if row >= 0:
                root = self.result.roots[row]
                spec = spec_of(root.key)
                QToolTip.showText(event.globalPos(), f"{spec.doc}\n{note(root, self.result)}".strip(), self)
                return True
        return super().event(event)

    def _scroll(self, top: int) -> None:
        count = 0 if self.result is None else len(self.result.roots)
        self.top = max(0, min(top, count - self.shown_rows()))
        self.update()

    def _adopt(self, row: int) -> None:
        assert self.result is not None
        root = self.result.roots[row]
        if root.found:
            self.adopted.emit(root.key, root.value)


def verdict(result: SolveResult) -> str:
    """Return what a frame says, in a sentence."""
    if result.trouble:
        return sentence(result.trouble)
    of = METRICS[result.settings.metric]
    now = format_value(result.point.base(of.key), of, full=True)
    target = format_value(result.settings.target, of, full=True).removeprefix("+")
    able = sum(root.found and root.plausible and root.feasible for root in result.roots)
    some = sum(root.found for root in result.roots)
    if not some:
        return say(
            "{label} is {now}; no input alone brings it to {target}", label=of.label, now=now, target=target
        )
    return say(
        "{label} is {now}; {some} inputs could each bring it to {target} alone, "
        "{able} of them plausibly and within all limits",
        label=of.label,
        now=now,
        some=some,
        target=target,
        able=able,
    )


def note(root: Root, result: SolveResult | None, *, brief: bool = False) -> str:
    """Return what is to be said of an answer; shorter words if `brief`."""
    if not root.found:
        assert result is not None
        of, spec = METRICS[result.settings.metric], spec_of(root.key)
        return say(
            "nearest {reached} at {nearest}",
            reached=format_value(root.reached, of),
            nearest=shown_units.text(root.nearest, spec),
        )
    told = [] if root.plausible else [tr("implausible") if brief else tr("beyond what is plausible")]
    told += [] if root.feasible else [tr("breaks a limit")]
    told += [] if root.exact else [tr("in a step") if brief else tr("passes it in a step")]
    return ", ".join(told)
