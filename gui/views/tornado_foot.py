"""The foot of the tornado: what its colours mean, and on what evidence the spread rests."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.doubt import GRADE_WORDS, GUESSES
from gui import fonts
from gui.language import say, tr
from gui.plotting import draw
from gui.plotting.doubt_words import little
from gui.plotting.doubt_words import share as words_of
from gui.plotting.fitting import fit
from gui.plotting.inks import Inks, pen
from gui.plotting.tornado_job import TornadoResult


def paint_foot(painter: QPainter, inks: Inks, r: TornadoResult, box: QRectF, shown: int, width: int) -> None:
    """Draw below the plot `box` what colours mean, how many bars are not `shown`, and the evidence."""
    theme = inks.theme
    assert r.tornado is not None
    y, font = box.bottom() + fonts.px(34), fonts.px_font(11)
    x = float(fonts.px(16))
    rest = len(r.tornado.bars) - shown
    entries = [("at its P10", theme.accent), ("at its P90", theme.warning)]
    for said, color in entries:
        painter.fillRect(QRectF(x, y - fonts.px(5), fonts.px(14), fonts.px(10)), color)
        draw.words(painter, QRectF(x + fonts.px(19), y - 8, 80, 16), said, theme.muted, font, draw.LEFT)
        x += fonts.width(said, 11) + fonts.px(36)
    painter.setPen(pen(theme.ink, 1.0, 170))
    painter.drawLine(QPointF(x, y), QPointF(x + fonts.px(14), y))
    said = "the same on the mean of all that the others may be"
    draw.words(painter, QRectF(x + fonts.px(19), y - 8, 300, 16), said, theme.muted, font, draw.LEFT)
    if rest > 0:
        x += fonts.width(said, 11) + fonts.px(40)
        draw.words(
            painter,
            QRectF(x, y - 8, 200, 16),
            fit(say("and {rest} more that move it less", rest=rest), width - x - fonts.px(8), 11),
            theme.muted,
            font,
            draw.LEFT,
        )
    _paint_evidence(painter, inks, r, y + fonts.px(24), width)


def _paint_evidence(painter: QPainter, inks: Inks, r: TornadoResult, top: float, width: int) -> None:
    """Draw what the spread rests on as one bar, guesses hatched."""
    if r.grades is None or r.grades.variance <= 0.0:
        return
    theme, left = inks.theme, fonts.px(16)
    head = say("{guessed} of the spread rests on guesses", guessed=little(r.guessed))
    row = QRectF(left, top, width - 2 * left, fonts.px(18))
    draw.words(painter, row, head, theme.ink, fonts.px_font(12, fonts.SEMIBOLD), draw.LEFT)
    bar = QRectF(left, top + fonts.px(22), width - 2 * left, fonts.px(16))
    shares = [max(0.0, share.first.value) for share in r.grades.shares]
    rest = max(0.0, 1.0 - sum(shares))
    total = sum(shares) + rest or 1.0
    x = bar.left()
    named = [*((GRADE_WORDS[n], n in GUESSES) for n in r.grades.labels), ("in concert", False)]
    tones = np.linspace(230, 60, max(2, len(named)))
    for (name, guess), share, tone in zip(named, [*shares, rest], tones, strict=True):
        wide = bar.width() * share / total
        box = QRectF(x, bar.top(), max(0.0, wide - 1), bar.height())
        color = theme.token("bad", 130) if guess else theme.token("accent", int(tone))
        painter.fillRect(box, theme.token("muted", 60) if name == "in concert" else color)
        if guess:
            painter.fillRect(box, inks.hatch("slow"))
        said = f"{tr(name)} {words_of(share / total)}"
        if wide > fonts.width(said, 11) + 10:
            place = QRectF(x, bar.bottom() + fonts.px(2), wide, fonts.px(16))
            draw.words(painter, place, said, theme.muted, fonts.px_font(11), draw.LEFT)
        x += wide
