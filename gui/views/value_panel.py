"""Beside the scale of values: the account of one decision, the price list, the listing chosen."""

import math
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine import catalog
from engine.market import Quote, Structure
from gui import fonts, theme
from gui.language import inner, mark, say, tr
from gui.plotting import draw, text
from gui.plotting.value_job import Step, ValueResult
from gui.plotting.value_words import money
from gui.shown_units import priced
from gui.widgets.scroll import OverlayScrollArea

WIDTH: Final = 300
_PAD: Final = 16
_ROW: Final = 22
_RATIOS: Final = (
    ("output", "output over input"),
    ("cached", "cached over input"),
    ("write", "cache write over input"),
    ("batch", "batch over standard"),
    ("priority", "priority over standard"),
    ("long", "long prompt over short"),
)


class ValuePanel(QFrame):
    """The words of the value view.

    Signals
    -------
    explain_requested(metric), price_wanted()
    """

    explain_requested = Signal(str)
    price_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value-panel")
        self.setFixedWidth(fonts.px(WIDTH))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(fonts.px(_PAD), fonts.px(10), fonts.px(_PAD), fonts.px(12))
        rows.setSpacing(fonts.px(6))
        self.title, self.account = _label(13, "title", fonts.SEMIBOLD), Account(self)
        self.threshold = _label(11, "muted")
        self.prices = _label(13, "title", fonts.SEMIBOLD)
        self.table = Ratios(self)
        self.offer, self.told = _label(13, "title", fonts.SEMIBOLD), _label(11, "text")
        self.take = QPushButton("Sell at these prices")
        self.take.setObjectName("value-take-price")
        self.take.clicked.connect(self.price_wanted)
        self.source = _label(11, "muted")
        self.account.explain_requested.connect(self.explain_requested)
        shown: tuple[QWidget, ...] = (self.title, self.account, self.threshold, self.prices, self.table)
        for widget in (*shown, self.offer, self.told, self.take, self.source):
            if widget in (self.prices, self.offer, self.source):
                rows.addSpacing(fonts.px(10))
            rows.addWidget(widget)
        rows.addStretch(1)
        scroll = OverlayScrollArea(self)
        scroll.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scroll)

    def show_result(self, r: ValueResult, chosen: Quote | None) -> None:
        """Show a frame, and what is known of the listing `chosen`."""
        own = next(use for use in r.uses if use.own)
        self.title.setText(say("One decision: {label}", label=inner(own.label)))
        self.account.tell(r.account)
        self.threshold.setText(_threshold_words(r))
        self.threshold.setVisible(bool(self.threshold.text()))
        self.prices.setText(tr("How price lists are built"))
        self.table.tell(r.own_structure, r.structure)
        self.offer.setVisible(chosen is not None)
        self.told.setVisible(chosen is not None)
        self.take.setVisible(chosen is not None)
        if chosen is not None:
            self.offer.setText(chosen.offer.host)
            self.told.setText(_offer_words(chosen))
        market = catalog.market()
        self.source.setText(
            say("Prices of {market}: {market2}.", market=market["date"], market2=market["source"])
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline parts it from the plot."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().panel)
        painter.fillRect(QRectF(0, fonts.px(10), 1, self.height()), theme.current().hairline)
        painter.end()


class Account(QWidget):
    """How the gain of one decision comes about, a line a step; sums can be asked about.

    Signals
    -------
    explain_requested(metric)
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def tell(self, steps: tuple[Step, ...]) -> None:
        """Show `steps`."""
        self.steps = steps
        said = "; ".join(f"{tr(words)} {dollars(value)}" for _, words, value in steps)
        self.setAccessibleName(tr("Account of one decision"))
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every step."""
        return QSize(fonts.px(240), fonts.px(_ROW) * max(1, len(self.steps)) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the steps; a hairline above each sum."""
        colors, painter = theme.current(), QPainter(self)
        high, wide = fonts.px(_ROW), self.width()
        for i, (metric, said, value) in enumerate(self.steps):
            total = metric in {"decision_value", "decision_profit"}
            row = QRectF(0, i * high + 3, wide, high)
            if total:
                painter.fillRect(QRectF(0, row.top(), wide, 1), colors.border)
            font = fonts.px_font(12, fonts.SEMIBOLD if total else fonts.REGULAR)
            draw.words(painter, row, said, colors.ink if total else colors.text, font, draw.LEFT)
            color = colors.bad if total and value < 0.0 else colors.ink if total else colors.text
            draw.words(painter, row, dollars(value), color, font, draw.RIGHT)
        painter.end()

    def _metric_at(self, y: float) -> str:
        index = int((y - 3) // fonts.px(_ROW))
        return self.steps[index][0] if 0 <= index < len(self.steps) else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which lines answer."""
        hand = bool(self._metric_at(event.position().y()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about the figure clicked."""
        if metric := self._metric_at(event.position().y()):
            self.explain_requested.emit(metric)


class Ratios(QWidget):
    """Ratios of the scenario's price list beside the market's medians."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, own: Structure, others: Structure) -> None:
        """Show both; lines nobody tells anything of are left out."""
        made = [(said, getattr(own, name), getattr(others, name)) for name, said in _RATIOS]
        self._rows = [
            (said, _ratio(a), _ratio(b)) for said, a, b in made if math.isfinite(a) or math.isfinite(b)
        ]
        form = mark("{ratio}: here {own}, market {market}")
        told = "; ".join(say(form, ratio=said, own=a, market=b) for said, a, b in self._rows)
        self.setAccessibleName(tr("Ratios of prices"))
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every line and the head."""
        return QSize(fonts.px(240), fonts.px(20) * (len(self._rows) + 1) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the table."""
        colors, painter = theme.current(), QPainter(self)
        high, column, wide = fonts.px(20), fonts.px(58), self.width()
        head = fonts.px_font(11)
        for text_, right in (("here", wide - column), ("market", wide)):
            place = QRectF(right - column, 0, column, high)
            draw.words(painter, place, text_, colors.muted, head, draw.RIGHT)
        for i, (said, own, other) in enumerate(self._rows, 1):
            row = QRectF(0, i * high, wide, high)
            draw.words(painter, row, said, colors.text, fonts.px_font(12), draw.LEFT)
            for figure, right in ((own, wide - column), (other, wide)):
                place = QRectF(right - column, i * high, column, high)
                draw.words(painter, place, figure, colors.ink, fonts.px_font(12), draw.RIGHT)
        painter.end()


def dollars(value: float) -> str:
    """Return an amount of an account with its sign."""
    if not math.isfinite(value):
        return "\u2014"
    if value == 0.0:
        return "$0"
    return f"{text.MINUS if value < 0.0 else ''}${text.number(abs(value))}"


def _threshold_words(r: ValueResult) -> str:
    """Return from which probability on acting pays; nothing where a decision is worth nothing known."""
    act = r.here.shown("act_threshold")
    if math.isfinite(act) and act > 0.0:
        return say("Acting pays where it is right with more than {act:.3g} % probability.", act=act)
    known = math.isfinite(r.here.base("decision_benefit"))
    return "Acting wrongly costs nothing here: any suspicion is enough." if known else ""


def _ratio(value: float) -> str:
    if not math.isfinite(value):
        return "\u2014"
    return f"{value:.3g}\u00d7" if value < 999.5 else f"{text.number(value)}\u00d7"


def _offer_words(quote: Quote) -> str:
    o = quote.offer
    way = "" if o.way == "standard" else f" ({o.way})"
    cached = tr("no price of its own") if o.cached is None else money(o.cached.base)
    lines = [
        f"{o.model}{way}",
        say(
            "Input {base}, cached {cached}, output {base2} per M tokens",
            base=money(o.input.base),
            cached=cached,
            base2=money(o.output.base),
        ),
        say(
            "${per_request:.3g} a request of this scenario, {per_token} per M tokens",
            per_request=quote.per_request,
            per_token=money(quote.per_token * 1e6),
        ),
    ]
    for start, price in o.input.steps:
        lines.append(say("Prompts above {start:,.0f} tokens: input {price}", start=start, price=money(price)))
    if math.isfinite(quote.margin):
        lines.append(
            say("Margin there at your cost, before a discount of your own: {margin:.0%}", margin=quote.margin)
        )
    return "\n".join([lines[0], *map(priced, lines[1:])]).replace("-", "\u2011")


def _label(size: int, tone: str, weight: int = fonts.REGULAR) -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setProperty("tone", tone)
    made.setFont(fonts.px_font(size, weight))
    return made
