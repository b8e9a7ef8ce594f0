"""What the canvas of the evidence view names below its plot: colours of groups, and the corridors."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui import fonts
from gui.plotting import draw
from gui.plotting.evidence_job import EvidenceResult
from gui.plotting.evidence_words import label
from gui.plotting.inks import Inks, pen
from gui.theme import Theme

#: Height of a row of names.
ROW: Final = 16
#: Alpha of the corridors, from the wide to the narrow.
SHADES: Final = (16, 26)
_CORRIDOR_WORDS: Final = "within 10 %, 25 %"
#: Colours of groups told apart, in the light and the dark theme.
HUES: Final = {
    False: ("#1B62B5", "#B26A00", "#0B7A75", "#8A3FA8", "#C2416B", "#5B7F14"),
    True: ("#6FB1FF", "#E5B15A", "#4FC3BC", "#D29BFF", "#FF8FB0", "#A9CF6B"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name: row, distance from the left [px], colour, words, whether its dots are hollow."""

    row: int
    across: float
    color: QColor
    said: str
    hollow: bool


def colour(theme: Theme, hue: int) -> QColor:
    """Return the colour of group `hue`; that of the others is muted."""
    used = HUES[theme.dark]
    return QColor(used[hue]) if 0 <= hue < len(used) else QColor(theme.muted)


def shade(theme: Theme, alpha: int) -> QColor:
    """Return the colour of a corridor."""
    return theme.token("muted", alpha + (14 if theme.dark else 0))


def entries(theme: Theme, r: EvidenceResult, room: int) -> list[Entry]:
    """Return what is named in rows of `room` px, behind the corridors in the first."""
    named = [(colour(theme, i), label(name, r.settings.colour), False) for i, name in enumerate(r.colours)]
    if (r.hue == -1).any():
        named.append((colour(theme, -1), "others", False))
    if r.suspect.any():
        named.append((QColor(theme.muted), "suspect, not counted", True))
    row, x = 0, float(fonts.width(_CORRIDOR_WORDS, 11) + fonts.px(44))
    made = []
    for color, said, hollow in named:
        wide = fonts.width(said, 11)
        if x + fonts.px(14) + wide > room and x > 0.0:
            row, x = row + 1, 0.0
        made.append(Entry(row, x, color, said, hollow))
        x += wide + fonts.px(30)
    return made


def paint_key(painter: QPainter, inks: Inks, named: list[Entry], box: QRect) -> None:
    """Draw the corridors' key and the names below the plot `box`."""
    _paint_corridors(painter, inks.theme, box)
    for one in named:
        x, y = box.left() + one.across, box.bottom() + fonts.px(56 + ROW * one.row)
        painter.setPen(pen(one.color, 1.2) if one.hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if one.hollow else one.color)
        draw.dot(painter, QPointF(x + fonts.px(4), y), 4.0)
        place = QRectF(x + fonts.px(13), y - 9, fonts.width(one.said, 11) + 2, 18)
        draw.words(painter, place, one.said, inks.theme.text, fonts.px_font(11), draw.LEFT)


def _paint_corridors(painter: QPainter, theme: Theme, box: QRect) -> None:
    x, y = float(box.left()), float(box.bottom() + fonts.px(56))
    for tall, alpha in zip((fonts.px(14), fonts.px(7)), SHADES, strict=True):
        painter.fillRect(QRectF(x, y - tall / 2, fonts.px(18), tall), shade(theme, alpha))
    painter.fillRect(QRectF(x, y, fonts.px(18), 1), theme.muted)
    place = QRectF(x + fonts.px(25), y - 9, fonts.width(_CORRIDOR_WORDS, 11) + 2, 18)
    draw.words(painter, place, _CORRIDOR_WORDS, theme.text, fonts.px_font(11), draw.LEFT)
