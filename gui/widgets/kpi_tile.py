"""One headline figure: name, value with unit, and how it stands to baseline and limit."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui import fonts, icons, theme

Standing = Literal["met", "thin", "broken"]
MINIMUM_WIDTH: Final = 96
PAD: Final = 14
_VALUE: Final = (20, fonts.SEMIBOLD, 97)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a tile shows.

    Attributes
    ----------
    value, unit : str
        The figure, and the unit in small type behind it.
    delta : str
        Size of the change against the baseline; empty for none to tell.
    direction : int
        Where its arrow points: +1, -1 or 0.
    goodness : int
        +1 better, -1 worse, 0 neither: the colour of the change.
    limit : str
        As "limit 1.5".
    standing : "met", "thin" or "broken"
    cause : str
        Why there is no figure; a chip then stands in place of delta and limit.
    detail : str
        The whole story, for tool tip and accessibility.
    band, grade : str
        What the figure may really be, as "3.7-8.2", and how well that is known.
    simulated : str
        What the simulator says, as "sim 1.94", where the closed form in `value` is off: it counts, and
        `standing` is its own.
    sampled : bool
        Whether `band` is P10 to P90 of what is in doubt instead of what the model leaves open.
    """

    value: str
    unit: str = ""
    delta: str = ""
    direction: int = 0
    goodness: int = 0
    limit: str = ""
    standing: Standing = "met"
    cause: str = ""
    detail: str = ""
    band: str = ""
    grade: str = ""
    simulated: str = ""
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class _Fitted:
    """What fits into a tile with `room` for text, px; `band` beside the figure, `lowest` line by parts."""

    room: int
    name: str
    size: int
    band: str
    lowest: tuple[str, str, str]


class KpiTile(QAbstractButton):
    """A headline figure that can be clicked for its explanation; object name `kpi:<metric>`."""

    def __init__(
        self, key: str, names: tuple[str, ...], *, first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._names, self._spoken = names, ""
        self._first = first
        self._headline = Headline("")
        self._story = ("", "", "")
        self._arrows = True
        self._fitted: _Fitted | None = None
        self._ringed = False
        self.setObjectName(f"kpi:{key}")
        self.setAccessibleName(names[0])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_names(self, names: tuple[str, ...], spoken: str = "") -> None:
        """Go by `names`, the longest first; `spoken` is the unit as it is read aloud behind the name."""
        if (names, spoken) != (self._names, self._spoken):
            self._names, self._spoken, self._fitted = names, spoken, None
            self.setAccessibleName(", ".join(filter(None, (names[0], spoken))))
            self.update()

    def headline(self) -> Headline:
        """Return what is shown."""
        return self._headline

    def show_headline(self, headline: Headline) -> None:
        """Show `headline`."""
        if headline != self._headline:
            self._headline, self._fitted = headline, None
            self.update()
        # A headline told in brief leaves the story for when the hand rests.
        story = (headline.value, headline.unit, headline.detail)
        if headline.detail and story != self._story:
            self._story = story
            self.setToolTip(headline.detail)
            self.setAccessibleDescription(f"{headline.value} {headline.unit}. {headline.detail}")

    def show_arrows(self, on: bool) -> None:
        """Show or hide the change: an old arrow misleads while the hand moves."""
        if on != self._arrows:
            self._arrows, self._fitted = on, None
            self.update()

    def arrows_shown(self) -> bool:
        """Return whether the change is shown."""
        return self._arrows

    # -- texts that fit ----------------------------------------------------------------------

    def room(self) -> int:
        """Return the width for text."""
        return self.width() - self._left() - fonts.px(4)

    def _left(self) -> int:
        return fonts.px(0 if self._first else PAD)

    def _fit(self) -> "_Fitted":
        """Return what fits, worked out once for what is shown at this width."""
        if self._fitted is None or self._fitted.room != self.room():
            size = self._best_size()
            band = self._band() if self._fits_beside(size) else ""
            self._fitted = _Fitted(self.room(), self._best_name(), size, band, self._best_line(band))
        return self._fitted

    def name_text(self) -> str:
        """Return the longest of the names that fits."""
        return self._fit().name

    def _best_name(self) -> str:
        room = self.room() - (fonts.px(15) if self._headline.grade else 0)
        fitting = (name for name in self._names if fonts.width(name, 11) <= room)
        return next(fitting, self._names[-1])

    def value_size(self) -> int:
        """Return the size at which value and unit fit: 20 px at best, 18 px if the band then fits beside."""
        return self._fit().size

    def _best_size(self) -> int:
        size = self._plain_size()
        return 18 if size == 20 and not self._fits_beside(20) and self._fits_beside(18) else size

    def _plain_size(self) -> int:
        for size in (20, 18, 16, 14, 12):
            if self._value_width(size) + self._simulated_width() <= self.room():
                return size
        return 11

    def _fits_beside(self, size: int) -> bool:
        band = self._band()
        wide = self._value_width(size) + fonts.px(8) + fonts.width(band, 11)
        return bool(band) and wide <= self.room()

    def _value_width(self, size: int) -> int:
        wide = fonts.width(self._headline.value, size, _VALUE[1], _VALUE[2])
        unit = self._headline.unit
        return wide + (fonts.width(unit, 11) + fonts.px(4) if unit else 0)

    def texts(self) -> tuple[str, ...]:
        """Return every text as drawn, for checks that nothing is cut."""
        shown = self._headline
        beside = (self.simulated_text(), self.band_text() or self.band_below())
        return (self.name_text(), shown.value, shown.unit, *beside, *self._lower())

    def simulated_text(self) -> str:
        """Return the simulated figure as drawn beside the one of the closed form."""
        return self._headline.simulated

    def _simulated_width(self) -> int:
        said = self._headline.simulated
        return fonts.width(said, 12, fonts.SEMIBOLD) + fonts.px(8) if said else 0

    def band_text(self) -> str:
        """Return the band as drawn beside the figure: nothing where it has no room, or does not count."""
        return self._fit().band

    def _band(self) -> str:
        return self._headline.band if not self._headline.simulated else ""

    def band_below(self) -> str:
        """Return the band as drawn in the lowest line, where it has no room beside the figure."""
        return self._placed()[2]

    def _lower(self) -> tuple[str, ...]:
        """Return delta and limit as drawn."""
        shown = self._headline
        return (shown.cause,) if shown.cause else self._placed()[:2]

    def _placed(self) -> tuple[str, str, str]:
        """Return delta, limit and band of the lowest line as drawn."""
        return self._fit().lowest

    def _best_line(self, beside: str) -> tuple[str, str, str]:
        """Return delta, limit and band of the lowest line: who has room.

        That nothing changed gives way to the band; then the band to what did change and to the limit; then
        the limit to the change, unless it is all but broken.
        """
        shown = self._headline
        if shown.cause:
            return ("", "", "")
        delta = shown.delta if self._arrows else ""
        band = "" if beside else self._band()
        quiet = "" if not shown.direction else delta
        wanted = [(delta, shown.limit, band), (quiet, shown.limit, band)] if band else []
        short = shown.standing != "met" or (shown.sampled and not shown.direction)
        last = ("", shown.limit, "") if short else (delta, "", "")
        for line in (*wanted, (delta, shown.limit, "")):
            if self._line_width(*line) <= self.room():
                return line
        return last

    def _line_width(self, delta: str, limit: str, band: str = "") -> int:
        arrow = fonts.px(13) if delta and self._headline.direction else 0
        parts = [fonts.width(delta, 11, fonts.MEDIUM)] if delta else []
        parts += [fonts.width(part, 11) for part in (limit, band) if part]
        return arrow + sum(parts) + fonts.px(8) * max(0, len(parts) - 1)

    def lower_width(self) -> int:
        """Return the width of the lowest line as drawn."""
        shown = self._headline
        if shown.cause:
            return fonts.width(shown.cause, 11, fonts.SEMIBOLD) + fonts.px(12)
        return self._line_width(*self._placed())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when it came by keyboard."""
        self._ringed = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop it."""
        self._ringed = False
        super().focusOutEvent(event)
        self.update()

    # -- painting ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the width of the larger window's tile."""
        return QSize(fonts.px(156), fonts.px(60))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest readable tile."""
        return QSize(fonts.px(MINIMUM_WIDTH), fonts.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline, name, value and the lower line."""
        colors = theme.current()
        painter = QPainter(self)
        tall = self.height()
        left = self._left()
        if not self._first:
            painter.fillRect(QRectF(0, fonts.px(11), 1, tall - fonts.px(22)), colors.hairline)
        lines = (tall * 0.215, tall * 0.53, tall * 0.80)
        painter.setPen(colors.accent if self.underMouse() or self._ringed else colors.muted)
        painter.setFont(fonts.px_font(11))
        _write(painter, left, lines[0], self.name_text(), 11)
        self._paint_grade(painter, left + fonts.width(self.name_text(), 11) + fonts.px(6), lines[0])
        self._paint_value(painter, left, lines[1])
        self._paint_lower(painter, left, lines[2])
        painter.end()

    def _paint_grade(self, painter: QPainter, x: float, middle: float) -> None:
        side = fonts.px(9)
        if self._headline.grade and x + side <= self.width():
            name = f"grade-{self._headline.grade}"
            icons.paint(painter, name, QRectF(x, middle - side / 2, side, side), theme.current().muted)

    def _tone(self) -> QColor:
        colors = theme.current()
        return {"thin": colors.warning, "broken": colors.bad}.get(self._headline.standing, colors.ink)

    def _paint_value(self, painter: QPainter, left: float, middle: float) -> None:
        size = self.value_size()
        shown = self._headline
        painter.setFont(fonts.px_font(size, _VALUE[1], _VALUE[2]))
        painter.setPen(theme.current().muted if shown.simulated else self._tone())
        baseline = middle + fonts.metrics(20, _VALUE[1]).capHeight() / 2
        painter.drawText(QPointF(left, baseline), shown.value)
        if shown.unit:
            x = left + fonts.width(shown.value, size, _VALUE[1], _VALUE[2]) + fonts.px(4)
            painter.setFont(fonts.px_font(11))
            painter.setPen(theme.current().muted)
            painter.drawText(QPointF(x, baseline), shown.unit)
        if said := self.simulated_text():
            painter.setFont(fonts.px_font(12, fonts.SEMIBOLD))
            painter.setPen(self._tone())
            painter.drawText(QPointF(left + self._value_width(size) + fonts.px(8), baseline), said)
        if band := self.band_text():
            painter.setFont(fonts.px_font(11))
            painter.setPen(self._band_ink())
            painter.drawText(QPointF(left + self._value_width(size) + fonts.px(8), baseline), band)

    def _band_ink(self) -> QColor:
        return theme.current().accent if self._headline.sampled else theme.current().muted

    def _paint_lower(self, painter: QPainter, left: float, middle: float) -> None:
        colors = theme.current()
        shown = self._headline
        if shown.cause:
            self._paint_cause(painter, left, middle)
            return
        delta, limit, band = self._placed()
        x = left
        if delta:
            tone = {1: colors.good, -1: colors.bad}.get(shown.goodness, colors.muted)
            if shown.direction:
                side = fonts.px(10)
                name = "triangle-up" if shown.direction > 0 else "triangle-down"
                icons.paint(painter, name, QRectF(x, middle - side / 2, side, side), tone)
                x += fonts.px(13)
            painter.setFont(fonts.px_font(11, fonts.MEDIUM))
            painter.setPen(tone)
            _write(painter, x, middle, delta, 11)
            x += fonts.width(delta, 11, fonts.MEDIUM) + fonts.px(8)
        if limit:
            painter.setFont(fonts.px_font(11, fonts.REGULAR))
            painter.setPen(colors.muted if shown.standing == "met" else self._tone())
            _write(painter, x, middle, limit, 11)
            x += fonts.width(limit, 11) + fonts.px(8)
        if band:
            painter.setFont(fonts.px_font(11))
            painter.setPen(self._band_ink())
            _write(painter, x, middle, band, 11)

    def _paint_cause(self, painter: QPainter, left: float, middle: float) -> None:
        colors = theme.current()
        text = fonts.metrics(11, fonts.SEMIBOLD).elidedText(
            self._headline.cause, Qt.TextElideMode.ElideRight, self.room() - fonts.px(12)
        )
        wide, tall = fonts.width(text, 11, fonts.SEMIBOLD) + fonts.px(12), fonts.px(17)
        box = QRectF(left, middle - tall / 2, wide, tall)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.token("bad", 90), 1))
        painter.setBrush(colors.token("bad", 22))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(fonts.px_font(11, fonts.SEMIBOLD))
        painter.setPen(colors.bad)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _write(painter: QPainter, x: float, middle: float, text: str, size: int) -> None:
    """Draw `text` with its capitals centred on `middle`."""
    painter.drawText(QPointF(x, middle + fonts.metrics(size).capHeight() / 2), text)
