"""The waterfall of the chain view: from the bill down through every layer."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.metrics.chain import LAYERS
from gui import fonts
from gui.language import say, tr
from gui.plotting import draw
from gui.plotting.chain_job import ChainResult, Step, basis_words, change, dollars
from gui.plotting.chain_words import percent
from gui.plotting.inks import Inks, pen
from gui.theme import Theme

_LABEL, _FIGURE, _SHARE, _MOVED, _HEAD, _FOOT, _ROW = 166, 62, 44, 62, 46, 34, 29

#: Layer -> what it belongs to; group -> (words, token or pair of colours).
GROUPS: Final[Mapping[str, tuple[str, str | tuple[str, str]]]] = {
    "silicon": ("accelerator", "accent"),
    "server": ("server", ("#1F8A8A", "#5CC7C7")),
    "network": ("network", "good"),
    "building": ("building", "warning"),
    "running": ("running", "memory_limit"),
    "money": ("capital", "muted"),
}
_GROUP_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(("logic", "memory", "packaging", "partner", "vendor"), "silicon"),
    **dict.fromkeys(("cpu", "server", "scaleup"), "server"),
    **dict.fromkeys(("switches", "nics", "copper", "optics", "storage"), "network"),
    **dict.fromkeys(("power", "cooling", "building"), "building"),
    **dict.fromkeys(("electricity", "operations", "software"), "running"),
}


def group_of(layer: str) -> str:
    """Return the group of `layer`."""
    return _GROUP_OF.get(layer, "money")


class ChainCanvas(QWidget):
    """Every layer as a bar that begins where the one above it ends.

    Signals
    -------
    chosen(layer)
        A layer was clicked; "" for none.
    explain_requested(metric)
        A figure was clicked.
    """

    chosen = Signal(str)
    explain_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chain-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.inks = Inks(theme)
        self.result: ChainResult | None = None
        self.selected = ""
        self.marked: frozenset[str] = frozenset()
        self._hover = -1

    def sizeHint(self) -> QSize:
        """Return room for every layer."""
        return QSize(fonts.px(600), fonts.px(560))

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: ChainResult) -> None:
        """Show a frame."""
        self.result, self._hover = result, -1
        if result.steps:
            told = "; ".join(f"{tr(step.label)} {dollars(step.value)}" for step in result.steps)
            self.setAccessibleDescription(
                f"{dollars(result.total)} {basis_words(result.settings.basis)[0]}: {told}"
            )
        else:
            self.setAccessibleDescription(tr("No service, no bill."))
        self.setAccessibleName(tr("The bill by layer"))
        self.update()

    def select(self, layer: str, marked: frozenset[str] = frozenset()) -> None:
        """Show `layer` as chosen, and those `marked` as a supplier's."""
        self.selected, self.marked = layer, marked
        self.update()

    # geometry -----------------------------------------------------------------------------------

    def _rows(self) -> tuple[float, float]:
        """Return where rows begin and how high one is."""
        count = len(self.result.steps) + 1 if self.result is not None else 1
        top = fonts.px(_HEAD)
        room = self.height() - top - fonts.px(_FOOT)
        return float(top), min(float(fonts.px(_ROW)), room / count)

    def _columns(self) -> tuple[float, float, float]:
        """Return left and right end of the bars, and the right end of all."""
        pad = fonts.px(16)
        right = float(self.width() - pad)
        moved = fonts.px(_MOVED) if self.result is not None and self.result.baseline is not None else 0
        figures = fonts.px(_FIGURE) + fonts.px(_SHARE) + moved
        return float(pad + fonts.px(_LABEL)), right - figures - fonts.px(10), right

    def bar(self, index: int) -> QRectF:
        """Return the bar of step `index`."""
        assert self.result is not None
        step, (left, right, _) = self.result.steps[index], self._columns()
        top, high = self._rows()
        scale = (right - left) / self._longest()
        y = top + (index + 1) * high + 0.5 * high - 0.34 * high
        return QRectF(left + step.before * scale, y, max(step.value * scale, 1.0), 0.68 * high)

    def _longest(self) -> float:
        assert self.result is not None
        ends = [step.before + max(step.value, step.baseline if step.baseline > 0 else 0.0) for step in
                self.result.steps]  # fmt: skip
        past = self.result.baseline_total
        return max([self.result.total, *ends, max(0.0, past), 1e-300])

    def _at(self, y: float) -> int:
        """Return the step under `y`, -1 for the total, -2 for none."""
        if self.result is None or not self.result.steps:
            return -2
        top, high = self._rows()
        index = int((y - top) // high) - 1
        return index if -1 <= index < len(self.result.steps) else -2

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the waterfall."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, self.result)
            if self.result.steps:
                self._paint_total(painter, self.result)
                for index, step in enumerate(self.result.steps):
                    self._paint_step(painter, self.result, index, step)
                self._paint_legend(painter, self.result)
            else:
                self._paint_nothing(painter)
        painter.end()

    def _paint_head(self, painter: QPainter, r: ChainResult) -> None:
        theme, pad = self.inks.theme, fonts.px(16)
        name = "The bill by layer"
        box = QRectF(pad, fonts.px(14), self.width() - 2 * pad, fonts.px(18))
        draw.words(painter, box, name, theme.ink, fonts.px_font(13, fonts.SEMIBOLD), draw.LEFT)
        said = basis_words(r.settings.basis)[0]
        if r.steps and r.total > 0.0:
            whole = tr(", input included") if r.settings.basis == "tokens" else ""
            idle = r.account.idle / r.account.rate
            said += whole + (say("; {idle} of it for idle time", idle=percent(idle)) if idle > 0.0 else "")
        box.setLeft(box.left() + fonts.width(name, 13, fonts.SEMIBOLD) + fonts.px(8))
        draw.words(
            painter,
            box,
            fonts.whole_parts(tr(said), box.width(), 11),
            theme.muted,
            fonts.px_font(11),
            draw.LEFT,
        )

    def _paint_nothing(self, painter: QPainter) -> None:
        said = tr("No service, no bill: something stops this point. See Issues.")
        draw.told(painter, QRectF(self.rect()), said, self.inks.theme.text)

    def _paint_total(self, painter: QPainter, r: ChainResult) -> None:
        top, high = self._rows()
        left, right, _ = self._columns()
        scale = (right - left) / self._longest()
        theme = self.inks.theme
        box = QRectF(left, top + 0.16 * high, r.total * scale, 0.68 * high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink)
        painter.drawRoundedRect(box, 2.0, 2.0)
        self._ghost(painter, left, r.baseline_total * scale, box)
        moved = change(r.total, r.baseline_total, r.total)
        self._figures(painter, top, high, "All layers", r.total, "", moved, bold=True)

    def _paint_step(self, painter: QPainter, r: ChainResult, index: int, step: Step) -> None:
        theme = self.inks.theme
        top, high = self._rows()
        row_top = top + (index + 1) * high
        if step.key == self.selected or index == self._hover:
            shade = theme.token("accent", 26) if step.key == self.selected else theme.token("field", 255)
            painter.fillRect(QRectF(0, row_top, self.width(), high), shade)
        box = self.bar(index)
        color = self.color(step.key)
        painter.setPen(pen(theme.hairline, 1.0))
        if index:
            painter.drawLine(QPointF(box.left(), row_top - 0.16 * high), QPointF(box.left(), box.top()))
        painter.setPen(Qt.PenStyle.NoPen)
        busy = box.width() * (1.0 - step.idle / step.value) if step.value > 0.0 else box.width()
        solid = QRectF(box.left(), box.top(), busy, box.height())
        painter.setBrush(color)
        painter.drawRect(solid)
        idle = QRectF(solid.right(), box.top(), box.width() - busy, box.height())
        painter.setBrush(self._pale(color))
        painter.drawRect(idle)
        painter.setBrushOrigin(0, 0)
        painter.fillRect(idle, self.inks.hatch("slow"))
        left, right, _ = self._columns()
        self._ghost(painter, box.left(), step.baseline * (right - left) / self._longest(), box)
        mark = "\u2022 " if step.key in self.marked else ""
        moved = change(step.value, step.baseline, r.total)
        label, share = mark + step.label, percent(step.share) if step.value > 0.0 else ""
        self._figures(painter, row_top, high, label, step.value, share, moved, bold=bool(mark))

    def _ghost(self, painter: QPainter, left: float, width: float, box: QRectF) -> None:
        if not width > 0.0 or abs(width - box.width()) < 1.0:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self.inks.theme.ink, 1.0, 170, dashes=(3, 2)))
        painter.drawRect(QRectF(left, box.top() - 1.5, width, box.height() + 3.0))

    def _figures(
        self, painter: QPainter, top: float, high: float, label: str, value: float, share: str, moved: str,
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        theme, (left, bars, right) = self.inks.theme, self._columns()
        font = fonts.px_font(12, fonts.SEMIBOLD if bold else fonts.REGULAR)
        box = QRectF(fonts.px(16), top, left - fonts.px(26), high)
        draw.words(painter, box, label, theme.ink if bold else theme.text, font, draw.LEFT)
        x = bars + fonts.px(10)
        money = QRectF(x, top, fonts.px(_FIGURE), high)
        draw.words(painter, money, dollars(value), theme.ink, font, draw.RIGHT)
        part = QRectF(money.right(), top, fonts.px(_SHARE), high)
        draw.words(painter, part, share, theme.muted, fonts.px_font(11), draw.RIGHT)
        if moved:
            color = theme.bad if moved.startswith("+") else theme.good
            place = QRectF(part.right(), top, right - part.right(), high)
            draw.words(painter, place, moved, color, fonts.px_font(11), draw.RIGHT)

    def _paint_legend(self, painter: QPainter, r: ChainResult) -> None:
        theme, x = self.inks.theme, float(fonts.px(16))
        y = self.height() - fonts.px(20)
        used = {group_of(step.key) for step in r.steps}
        entries: list[tuple[str, QColor | None]] = [
            (words, self._color(token)) for name, (words, token) in GROUPS.items() if name in used
        ]
        if r.account.idle > 0.0:
            entries.append(("idle", None))
        if r.baseline is not None:
            entries.append(("baseline", theme.panel))
        needed = sum(fonts.px(17) + fonts.width(said, 11) for said, _ in entries)
        gap = min(float(fonts.px(10)), (self.width() - 2 * x - needed) / max(1, len(entries) - 1))
        for said, color in entries:
            box = QRectF(x, y, fonts.px(12), fonts.px(10))
            painter.setPen(
                pen(theme.ink, 1.0, 170, dashes=(3, 2)) if said == "baseline" else Qt.PenStyle.NoPen
            )
            painter.setBrush(color or theme.field)
            painter.drawRect(box)
            if color is None:
                painter.setBrushOrigin(0, 0)
                painter.fillRect(box, self.inks.hatch("slow"))
            wide = fonts.width(said, 11)
            place = QRectF(box.right() + fonts.px(5), y - fonts.px(4), wide, fonts.px(18))
            draw.words(painter, place, said, theme.text, fonts.px_font(11), draw.LEFT)
            x = place.right() + gap

    def color(self, layer: str) -> QColor:
        """Return the colour of a layer's group."""
        return self._color(GROUPS[group_of(layer)][1])

    def _color(self, token: str | tuple[str, str]) -> QColor:
        if isinstance(token, tuple):
            return QColor(token[self.inks.theme.dark])
        return self.inks.theme.token(token)

    def _pale(self, color: QColor) -> QColor:
        made = QColor(color)
        made.setAlpha(90)
        return made

    # the hand -----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what lies under the pointer."""
        index = self._at(event.position().y())
        if index != self._hover:
            self._hover = index
            self.setCursor(Qt.CursorShape.PointingHandCursor if index >= -1 else Qt.CursorShape.ArrowCursor)
            self.update()
        if self.result is not None and index >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self._tip(self.result, index), self)
        else:
            QToolTip.hideText()

    def _tip(self, r: ChainResult, index: int) -> str:
        step = r.steps[index]
        basis = basis_words(r.settings.basis)[1]
        lines = [
            say(
                "{label}: {dollars} {basis}, {share} of the bill",
                label=step.label,
                dollars=dollars(step.value),
                basis=basis,
                share=percent(step.share),
            )
        ]
        lines.append(say("pays for {layer}", layer=LAYERS[step.key][1]))
        lines.append(say("{idle} of it for idle time", idle=dollars(step.idle)))
        if step.baseline == step.baseline:
            lines.append(f"baseline {dollars(step.baseline)}")
        return "\n".join(lines)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._hover = -2
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a layer, or ask about its figure."""
        index = self._at(event.position().y())
        if event.button() != Qt.MouseButton.LeftButton or self.result is None or index < -1:
            return
        metric = "cost_rate" if index == -1 else self.result.steps[index].metric
        if event.position().x() > self._columns()[1]:
            self.explain_requested.emit(metric)
        self.chosen.emit("" if index == -1 else self.result.steps[index].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the layers with the arrows, leave with Escape, ask with Enter."""
        if self.result is None or not self.result.steps:
            event.ignore()
            return
        keys = [step.key for step in self.result.steps]
        now = keys.index(self.selected) if self.selected in keys else -1
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.chosen.emit(keys[max(0, min(len(keys) - 1, now + step))])
        elif event.key() == Qt.Key.Key_Escape and self.selected:
            self.chosen.emit("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and now >= 0:
            self.explain_requested.emit(self.result.steps[now].metric)
        else:
            event.ignore()
