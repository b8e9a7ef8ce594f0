"""Who wins where: a map of the best way to serve, how much of it each wins and what a wrong choice costs."""

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.solve.winners import NOBODY, Winners
from gui import fonts
from gui.language import inner, say, sentence, tr
from gui.plotting import draw, text
from gui.plotting.inks import Inks
from gui.plotting.solve_job import SolveResult
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.theme import Theme

#: Colours that all eyes tell apart, Okabe and Ito 2008; the last is for all that win least.
COLORS: Final = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#8C959F")
_PAD: Final = 16
_HEAD: Final = 40
_LEFT, _BOTTOM = 74, 50
_LEGEND: Final = 300
_ROW: Final = 40


class WinnersCanvas(QWidget):
    """The map of winners.

    Signals
    -------
    moved(x, y)
        The hand asks for this point, 0-1 along each axis.
    adopted(way)
        Serve this way: index of the map's ways.
    """

    moved = Signal(float, float)
    adopted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("winners-canvas")
        self.setAccessibleName(tr("Who wins where"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: SolveResult | None = None
        self.hover: tuple[int, int] | None = None
        self.row = -1
        self._picture: QImage | None = None
        self._colors: dict[int, QColor] = {}

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self._draw()
        self.update()

    def show_result(self, result: SolveResult) -> None:
        """Show a frame."""
        self.result, self.hover, self.row = result, None, -1
        self._draw()
        self.setAccessibleName(tr("Map of who wins where"))
        self.setAccessibleDescription(told(result))
        self.update()

    # places -------------------------------------------------------------------------------------

    def plot(self) -> QRectF:
        """Return the place of the map."""
        left, top = fonts.px(_LEFT), fonts.px(_HEAD) + fonts.px(6)
        wide = self.width() - left - fonts.px(_LEGEND) - fonts.px(24)
        return QRectF(left, top, max(wide, 60.0), max(self.height() - top - fonts.px(_BOTTOM), 60.0))

    def legend_box(self, row: int) -> QRectF:
        """Return the place of a line of the legend."""
        box = self.plot()
        left = box.right() + fonts.px(20)
        top = box.top() + fonts.px(20) + row * fonts.px(_ROW)
        return QRectF(left, top, self.width() - left - fonts.px(_PAD), fonts.px(_ROW))

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return row and column of the node under `at`."""
        box = self.plot()
        if self.result is None or self.result.won is None or not box.contains(at):
            return None
        rows, columns = self.result.won.winner.shape
        column = min(columns - 1, int((at.x() - box.left()) / box.width() * columns))
        row = min(rows - 1, int((box.bottom() - at.y()) / box.height() * rows))
        return max(row, 0), column

    # painting -----------------------------------------------------------------------------------

    def _draw(self) -> None:
        won = None if self.result is None else self.result.won
        self._picture = None
        if won is None:
            return
        order = [way for way, _ in won.shares()]
        self._colors = {way: QColor(COLORS[min(i, len(COLORS) - 1)]) for i, way in enumerate(order)}
        pixels = np.zeros((*won.winner.shape, 4), np.uint8)
        lead = _confidence(won)
        for way, color in self._colors.items():
            here = won.winner == way
            pixels[here, :3] = (color.red(), color.green(), color.blue())
            pixels[here, 3] = (90.0 + 150.0 * lead[here]).astype(np.uint8)
        flipped = np.ascontiguousarray(pixels[::-1])
        high, wide = won.winner.shape
        self._picture = QImage(flipped.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw map and legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.inks.theme
        painter.fillRect(self.rect(), theme.panel)
        if self.result is not None:
            wide = self.width() - 2 * fonts.px(_PAD)
            head = QRectF(fonts.px(_PAD), fonts.px(8), wide, fonts.px(22))
            draw.verdict(painter, head, told(self.result), theme.ink)
            if self.result.won is not None:
                self._paint_map(painter, self.result)
                self._paint_legend(painter, self.result, self.result.won)
        painter.end()

    def _paint_map(self, painter: QPainter, r: SolveResult) -> None:
        assert r.scales is not None
        theme, box, font = self.inks.theme, self.plot(), fonts.px_font(11)
        painter.setBrushOrigin(0, 0)
        painter.fillRect(box, self.inks.blocked_fill("slow"))
        painter.fillRect(box, self.inks.hatch("slow"))
        if self._picture is not None:
            # What nobody can serve stays hatched: the picture covers only what somebody wins.
            ground = self._ground(theme.panel)
            painter.drawImage(box, ground)
            painter.drawImage(box, self._picture)
        x_scale, y_scale = r.scales
        for at, said in x_scale.ticks():
            x = box.left() + at * box.width()
            painter.fillRect(QRectF(round(x), box.bottom(), 1, 4), theme.border)
            draw.words(
                painter, QRectF(x - 40, box.bottom() + fonts.px(5), 80, fonts.px(16)), said, theme.muted, font
            )
        for at, said in y_scale.ticks():
            y = box.bottom() - at * box.height()
            painter.fillRect(QRectF(box.left() - 4, round(y), 4, 1), theme.border)
            draw.words(painter, QRectF(box.left() - 68, y - 8, 60, 16), said, theme.muted, font, draw.RIGHT)
        foot = QRectF(box.left(), box.bottom() + fonts.px(24), box.width(), fonts.px(18))
        draw.words(painter, foot, text.axis_title(x_scale.spec), theme.text, font)
        draw.upright(painter, fonts.px(14), box.center().y(), text.axis_title(y_scale.spec), theme.text, font)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.inks.border)
        painter.drawRect(box)
        here = QPointF(
            box.left() + _clip(x_scale.place(r.scenario.get(x_scale.key))) * box.width(),
            box.bottom() - _clip(y_scale.place(r.scenario.get(y_scale.key))) * box.height(),
        )
        draw.ring(painter, self.inks, here)
        if self.hover is not None and r.won is not None:
            self._paint_hover(painter, r, r.won, *self.hover)

    def _ground(self, color: QColor) -> QImage:
        """Return an opaque ground under every node that somebody wins."""
        assert self.result is not None
        assert self.result.won is not None
        won = self.result.won.winner[::-1] != NOBODY
        pixels = np.zeros((*won.shape, 4), np.uint8)
        pixels[won] = (color.red(), color.green(), color.blue(), 255)
        high, wide = won.shape
        return QImage(pixels.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()

    def _paint_hover(self, painter: QPainter, r: SolveResult, won: Winners, row: int, column: int) -> None:
        lines = words_at(r, row, column)
        box = self.plot()
        columns, rows = won.winner.shape[1], won.winner.shape[0]
        at = QPointF(
            box.left() + (column + 0.5) / columns * box.width(),
            box.bottom() - (row + 0.5) / rows * box.height(),
        )
        wide, high = (
            max(fonts.width(line, 11) for line in lines) + fonts.px(16),
            fonts.px(16) * len(lines) + fonts.px(8),
        )
        left = at.x() + 12 if at.x() + 12 + wide < box.right() else at.x() - 12 - wide
        top = at.y() + 12 if at.y() + 12 + high < box.bottom() else at.y() - 12 - high
        painter.setPen(self.inks.border)
        painter.setBrush(self.inks.theme.panel)
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, wide, high), 4, 4)
        for i, line in enumerate(lines):
            font = fonts.px_font(11, fonts.SEMIBOLD if i == 0 else fonts.REGULAR)
            place = QRectF(left + fonts.px(8), top + fonts.px(4) + fonts.px(16) * i, wide, fonts.px(16))
            draw.words(painter, place, line, self.inks.theme.text, font, draw.LEFT)

    def _paint_legend(self, painter: QPainter, r: SolveResult, won: Winners) -> None:
        theme, font = self.inks.theme, fonts.px_font(11)
        first = self.legend_box(0)
        head = QRectF(first.left(), first.top() - fonts.px(22), first.width(), fonts.px(18))
        draw.words(painter, head, "wins, and what it costs where another does", theme.muted, font, draw.LEFT)
        rows = legend(won, present_way(r))
        for row, (way, share, regret) in enumerate(rows):
            box = self.legend_box(row)
            if box.bottom() > self.plot().bottom():
                break
            if row == self.row:
                painter.fillRect(box.adjusted(-6, 1, 6, -1), theme.field)
            color = self._colors.get(way, QColor(COLORS[-1]))
            if share > 0.0:
                painter.fillRect(
                    QRectF(box.left(), box.top() + fonts.px(8), fonts.px(14), fonts.px(14)), color
                )
            names = QRectF(
                box.left() + fonts.px(22), box.top() + fonts.px(3), box.width() - fonts.px(80), fonts.px(18)
            )
            said = fonts.metrics(12).elidedText(
                _named(won, way, r), Qt.TextElideMode.ElideRight, int(names.width())
            )
            draw.words(painter, names, said, theme.text, fonts.px_font(12), draw.LEFT)
            tail = QRectF(box.right() - fonts.px(56), box.top() + fonts.px(3), fonts.px(56), fonts.px(18))
            draw.words(
                painter,
                tail,
                _percent(share),
                theme.ink,
                fonts.px_font(12, fonts.SEMIBOLD),
                draw.RIGHT,
            )
            below = QRectF(
                box.left() + fonts.px(22), box.top() + fonts.px(20), box.width() - fonts.px(22), fonts.px(16)
            )
            short = fonts.metrics(11).elidedText(regret, Qt.TextElideMode.ElideRight, int(below.width()))
            draw.words(painter, below, short, theme.muted, font, draw.LEFT)
        said = tr("a click takes a point, a double-click a way")
        short = fonts.metrics(11).elidedText(said, Qt.TextElideMode.ElideRight, int(first.width()))
        foot = QRectF(first.left(), self.plot().bottom() + fonts.px(24), first.width(), fonts.px(18))
        draw.words(painter, foot, short, theme.muted, font, draw.LEFT)

    # the hand -----------------------------------------------------------------------------------

    def legend_at(self, at: QPointF) -> int:
        """Return the line of the legend under `at`, -1 for none."""
        if self.result is None or self.result.won is None:
            return -1
        rows = len(legend(self.result.won, present_way(self.result)))
        return next((row for row in range(rows) if self.legend_box(row).contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell who wins there."""
        found = self.cell_at(event.position()), self.legend_at(event.position())
        if found != (self.hover, self.row):
            self.hover, self.row = found
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self.hover, self.row = None, -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move the scenario to the point that was clicked."""
        box, at = self.plot(), event.position()
        if event.button() == Qt.MouseButton.LeftButton and self.cell_at(at) is not None:
            self.moved.emit((at.x() - box.left()) / box.width(), (box.bottom() - at.y()) / box.height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Serve the way that was clicked."""
        row = self.legend_at(event.position())
        if row >= 0 and self.result is not None and self.result.won is not None:
            self.adopted.emit(legend(self.result.won, present_way(self.result))[row][0])


def legend(won: Winners, present: int = -1) -> list[tuple[int, float, str]]:
    """Return (way, share of the map it wins, regret in words), the winner of most first.

    The way served at present is last where it wins nowhere.
    """
    shares = won.shares()
    if present >= 0 and present not in {way for way, _ in shares}:
        shares.append((present, 0.0))
    return [(way, share, regret_words(won, way)) for way, share in shares]


def present_way(r: SolveResult) -> int:
    """Return the way of a map that the scenario is served by, -1 for none."""
    if r.won is None:
        return -1
    alike = ("accelerator.part", "finance.supply", "routing.mode")
    own = [r.scenario.get(key) for key in alike]
    ways = [[way.scenario.get(key) for key in alike] for way in r.won.ways]
    return ways.index(own) if own in ways else -1


def regret_words(won: Winners, way: int) -> str:
    """Return what choosing `way` everywhere costs against the winner of each point."""
    regret, best = won.regret(way), won.best
    known = np.isfinite(regret) & (regret > 0.0)
    cannot = float(np.isinf(regret).sum()) / regret.size
    told = []
    if known.any():
        more = float(np.median(regret[known] / best[known]))
        told.append(
            say("median {more} × the best elsewhere", more=text.number(1.0 + more))
            if more > 1.0
            else say("median +{more:.2g} % elsewhere", more=more * 100)
        )
    if cannot > 0.0:
        told.append(say("not on {cannot}", cannot=_percent(cannot)))
    return ", ".join(told) or "never beaten"


def words_at(r: SolveResult, row: int, column: int) -> list[str]:
    """Return what is true at a node, a line each."""
    assert r.won is not None
    won, of = r.won, METRICS[r.won.metric]
    way = int(won.winner[row, column])
    if way == NOBODY:
        return ["nobody holds the limits here"]
    best = float(won.best[row, column])
    lead = float(won.margin()[row, column])
    lines = [won.ways[way].label, f"{of.label} {format_value(best, of, full=True)}"]
    if math.isfinite(lead):
        order = np.argsort(-of.better * won.values[:, row, column])
        second = next(int(i) for i in order if int(i) != way)
        lines.append(
            say("{lead:.3g} % ahead of {label}", lead=lead / best * 100, label=won.ways[second].label)
        )
    else:
        lines.append("no other holds the limits")
    return lines


def told(result: SolveResult) -> str:
    """Return what a frame says, in a sentence."""
    if result.trouble or result.won is None:
        return sentence(result.trouble)
    shares = result.won.shares()
    of = inner(METRICS[result.won.metric].label)
    if not shares:
        return "Nobody holds the limits anywhere on this map"
    way, share = shares[0]
    return say(
        "{label} has the best {of} on {share} of the map; {shares} of {ways} win somewhere",
        label=result.won.ways[way].label,
        of=of,
        share=_percent(share),
        shares=len(shares),
        ways=len(result.won.ways),
    )


def _confidence(won: Winners) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return how far the winner leads, 0-1: all of it from a quarter on."""
    lead = won.margin() / np.abs(won.best)
    return np.clip(np.nan_to_num(lead, nan=0.0, posinf=1.0) / 0.25, 0.0, 1.0)


def _named(won: Winners, way: int, r: SolveResult) -> str:
    return say("{label} (now)", label=won.ways[way].label) if way == present_way(r) else won.ways[way].label


def _percent(share: float) -> str:
    if 0.0 < share < 0.001:
        return "< 0.1 %"
    return f"{share * 100:.2g} %" if share < 0.995 else "100 %"


def _clip(at: float) -> float:
    return min(max(at, 0.0), 1.0)
