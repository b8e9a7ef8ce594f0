"""The canvas of the outlook view: four plots over the years ahead, and what lies under the pointer."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from engine.formatting import format_number
from engine.outlook import PREFIX, Outlook
from gui import fonts
from gui.language import say, sentence, tr
from gui.plotting import draw
from gui.plotting.inks import Inks
from gui.plotting.outlook_job import GROUPS, SUPPLIERS, OutlookResult, revenue
from gui.plotting.text import number
from gui.shown_units import priced, priced_tokens
from gui.theme import Theme
from gui.views import outlook_plots as plots
from gui.views.outlook_frame import Frame
from gui.views.outlook_plots import Plot

LOOKS: Final = (
    ("revenue", "revenue of layers"),
    ("share", "shares of orders"),
    ("growth", "growth of suppliers"),
)
_EDGE = 14


class OutlookCanvas(QWidget):
    """Price and margin, spend over the fan, layers and orders, training against inference.

    Signals
    -------
    explain_requested(key)
        This figure of this year was clicked: "ahead.margin3", see `engine.outlook.reasons`.
    year_wanted(t)
        The year `t` after the first is to be opened as a scenario.
    """

    explain_requested = Signal(str)
    year_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlook-canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.inks = Inks(theme)
        self.result: OutlookResult | None = None
        self.look = LOOKS[0][0]
        self.hover: int | None = None
        self._at = QPointF()
        self.plots: tuple[Plot, ...] = ()

    def take_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.inks = Inks(theme, self.devicePixelRatioF())
        self.update()

    def show_result(self, result: OutlookResult) -> None:
        """Show a frame."""
        self.result, self.hover = result, None
        self._lay_out()
        self.setAccessibleName(tr("The years ahead"))
        self.setAccessibleDescription(sentence(result.trouble) or _spoken(result.path))
        self.update()

    def show_look(self, look: str) -> None:
        """Show layers as "revenue", "share" or "growth"."""
        self.look = look
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        r = self.result
        if r is None or r.path is None:
            self.plots = ()
            return
        edge = fonts.px(_EDGE)
        wide = (self.width() - 2 * edge) / 2
        high = (self.height() - fonts.px(6) - edge) / 2
        left, right = edge, edge + wide
        top, low = fonts.px(6), fonts.px(6) + high
        cells = [QRectF(x, y, wide, high) for y in (top, low) for x in (left, right)]
        self.plots = (
            plots.lay_prices(r, r.path, cells[0]),
            plots.lay_spend(r, r.path, cells[1]),
            plots.lay_layers(r.path, cells[2], self.look),
            plots.lay_bills(r, r.path, cells[3]),
        )

    # painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = self.result
        if r is not None and r.path is not None and self.plots:
            prices, spend, layers, bills = self.plots
            plots.paint_prices(painter, self.inks, prices, r, r.path)
            plots.paint_spend(painter, self.inks, spend, r, r.path)
            plots.paint_layers(painter, self.inks, layers, r.path, self.look)
            plots.paint_bills(painter, self.inks, bills, r, r.path)
            if self.hover is not None:
                self._paint_hover(painter, r.path, self.hover)
        elif r is not None:
            box = QRectF(self.rect()).adjusted(40, 0, -40, 0)
            trouble = sentence(r.trouble)
            said = trouble[:1].upper() + trouble[1:] + "."
            painter.setFont(fonts.px_font(13))
            painter.setPen(self.inks.theme.text)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box, flags, said)
        painter.end()

    def _paint_hover(self, painter: QPainter, path: Outlook, t: int) -> None:
        theme = self.inks.theme
        for plot in self.plots:
            for f in plot.frames:
                painter.fillRect(
                    QRectF(round(f.x(t)), f.box.top(), 1, f.box.height()), theme.token("ink", 70)
                )
        lines = year_lines(path, t)
        wide = max(fonts.width(line, 11) for line in lines) + fonts.px(16)
        step = fonts.px(16)
        high = step * len(lines) + fonts.px(8)
        left = self._at.x() + 14 if self._at.x() + 14 + wide < self.width() else self._at.x() - 14 - wide
        top = min(max(self._at.y() - high / 2, 4.0), self.height() - high - 4.0)
        painter.setPen(self.inks.border)
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, wide, high), 4, 4)
        for i, line in enumerate(lines):
            weight = fonts.SEMIBOLD if i == 0 else fonts.REGULAR
            place = QRectF(left + fonts.px(8), top + fonts.px(4) + step * i, wide, step)
            draw.words(painter, place, line, theme.text, fonts.px_font(11, weight), draw.LEFT)

    # the hand -----------------------------------------------------------------------------------

    def _plot_at(self, at: QPointF) -> tuple[Plot, int] | None:
        for plot in self.plots:
            if plot.area.contains(at):
                below = [i for i, f in enumerate(plot.frames) if at.y() <= f.box.bottom() + fonts.px(20)]
                return plot, below[0] if below else len(plot.frames) - 1
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the year under the pointer."""
        found = self._plot_at(event.position())
        hover = None
        if found is not None:
            f = found[0].frames[found[1]]
            if f.box.left() <= event.position().x() <= f.box.right():
                hover = f.index(event.position().x())
        self._at = event.position()
        if hover is not None or hover != self.hover:
            self.hover = hover
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the year."""
        self.hover = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about the figure of the plot clicked."""
        found = self._plot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.explain_requested.emit(self._figure(found, event.position()))

    def _figure(self, found: tuple[Plot, int], at: QPointF) -> str:
        """Return the figure of the year at `at`, of the nearest line or the bar under it."""
        plot, which = found
        r = self.result
        assert r is not None
        assert r.path is not None
        path, f = r.path, plot.frames[which]
        t = f.index(at.x())
        if plot is self.plots[2]:
            return f"{PREFIX}sum_{'__'.join(self._layers(path, f, t, at.y()))}{t}"
        courses = plots.courses(path, self.plots.index(plot), which)
        nearest = min(courses, key=lambda course: abs(f.y(float(course[1][t])) - at.y()))
        return f"{PREFIX}{nearest[0]}{t}"

    def _layers(self, path: Outlook, f: Frame, t: int, y: float) -> tuple[str, ...]:
        """Return the layers whose bar or line of the year `t` is at `y`; the last group above all."""
        if self.look == "growth":
            lines = [(layers, revenue(path, layers)) for _, layers in SUPPLIERS]
            told = [(layers, v[t] / v[0]) for layers, v in lines if v[0] > 0.0]
            return min(told, key=lambda each: abs(f.y(float(each[1])) - y))[0] if told else ("leader",)
        sum_up, last = 0.0, GROUPS[0][1]
        whole = float(path.orders_spend[t]) / 100.0 if self.look == "share" else 1.0
        for _, layers, _ in GROUPS:
            value = float(revenue(path, layers)[t]) / (whole or 1.0)
            sum_up, last = sum_up + value, layers if value > 0.0 else last
            if y >= f.y(sum_up):
                return layers
        return last

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the year under the pointer as a scenario."""
        r, t = self.result, self.hover
        if t and r is not None and r.path is not None:
            menu = QMenu(self)
            words = say("Open {years:.0f}, on new machines, as a scenario", years=r.path.years[t])
            menu.addAction(words).triggered.connect(lambda _=False: self.year_wanted.emit(t))
            menu.exec(event.globalPos())
        else:
            # The view behind has a menu of its own.
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the years with the arrows; Enter opens the year as a scenario."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hover:
            self.year_wanted.emit(self.hover)
            return
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None or not self.plots:
            event.ignore()
            return
        f = self.plots[0].frames[0]
        now = self.hover if self.hover is not None else (-1 if way > 0 else f.years.size)
        self.hover = min(max(now + way, 0), f.years.size - 1)
        self._at = QPointF(f.x(self.hover), f.box.center().y())
        self.update()


def year_lines(path: Outlook, t: int) -> list[str]:
    """Return what is told of the year `t` after the first."""
    each = priced_tokens()[0] / path.output_tokens
    made = [
        f"{path.years[t]:.0f}",
        priced(
            say(
                "price {price}, cost {cost} per M output tokens",
                price=_money(path.price[t] * each),
                cost=_money(path.cost[t] * each),
            )
        ),
        say("cost on new machines {cost_new}", cost_new=_money(path.cost_new[t] * each)),
        say("margin {margin} %", margin=number(path.margin[t] * 100.0)),
        say(
            "{rate} requests/s, revenue {revenue} a year",
            rate=number(path.volume[t]),
            revenue=_money(path.revenue[t]),
        ),
        say(
            "need {need}, ordered {ordered} of today’s accelerators",
            need=number(path.need[t]),
            ordered=number(path.ordered[t]),
        ),
        say(
            "fleet {age:.1f} years old, orders {orders_spend} a year",
            age=path.age[t],
            orders_spend=_money(path.orders_spend[t]),
        ),
        say("own silicon {own_share:.0f} % of the market’s capacity", own_share=path.own_share[t] * 100.0),
    ]
    if path.installed[t] > path.need[t] * (1 + 1e-9):
        made.append(_idle(path, t))
    return [*made, "right button: open as a scenario"] if t else made


def _money(value: float) -> str:
    return "$" + format_number(value, money=True)


def _idle(path: Outlook, t: int) -> str:
    return say("{need:.0f} % of the fleet stands idle", need=(1.0 - path.need[t] / path.installed[t]) * 100.0)


def _spoken(path: Outlook | None) -> str:
    if path is None:
        return ""
    many = priced_tokens()[0]
    said = say(
        "Gross margin {margin:.0f} per cent in {years:.0f} and {margin2:.0f} per cent in {years2:.0f}; "
        "cost per M output tokens from ${cost} to ${cost2}.",
        margin=path.margin[0] * 100,
        years=path.years[0],
        margin2=path.margin[-1] * 100,
        years2=path.years[-1],
        cost=number(path.cost[0] * many / path.output_tokens),
        cost2=number(path.cost[-1] * many / path.output_tokens),
    )
    return priced(said)
