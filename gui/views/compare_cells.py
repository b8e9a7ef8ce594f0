"""What stands in a cell of Compare, as large as it fits: a name, a figure with its variance, an input."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from engine.compare import Figure
from engine.metrics import Metric
from gui import fonts
from gui.plotting import draw, text
from gui.plotting.compare_words import delta
from gui.plotting.fitting import fit
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.theme import Theme

#: Width of a column from which figure and variance stand on one line.
BESIDE: Final = 112
#: Most lines of a name at the head of a narrow column.
LINES: Final = 3


def paint_name(painter: QPainter, color: QColor, name: str, box: QRectF, tall: bool) -> None:
    """Draw a scenario's name into the head `box`, in lines where columns are narrow and heads `tall`."""
    size = 11 if tall else 12
    names = name_lines(name, box.width()) if tall else [name]
    top = QRectF(box.left(), box.top(), box.width(), fonts.px(15 if tall else 17))
    for one in names:
        said = fit(one, box.width(), size, fonts.SEMIBOLD)
        draw.words(painter, top, said, color, fonts.px_font(size, fonts.SEMIBOLD), draw.RIGHT)
        top.translate(0, top.height())


def paint_figure(
    painter: QPainter, theme: Theme, figure: Figure, metric: Metric, base: float | None, box: QRectF
) -> None:
    """Draw a figure into the cell `box`, and what it differs from `base` by; None for the base itself."""
    told, good = delta(figure, metric, base) if base is not None else ("", 0)
    tone = theme.good if good > 0 else theme.bad if good < 0 else theme.muted
    beside = box.width() >= fonts.px(BESIDE)
    box = box.adjusted(fonts.px(6), 0, 0, 0)
    low = QRectF(box)
    if beside:
        room = max(fonts.px(54), fonts.width(told, 11) + 8) if base is not None else fonts.px(54)
        box.setRight(box.right() - room)
    else:
        box.setHeight(fonts.px(20))
        low.setTop(box.bottom() - fonts.px(3))
        low.setHeight(fonts.px(15))
    value, size = _figure(metric.key, figure.value, box.width())
    draw.words(painter, box, value, theme.ink, fonts.px_font(size, fonts.SEMIBOLD), draw.RIGHT)
    draw.words(painter, low, fit(told, low.width(), 11), tone, fonts.px_font(11), draw.RIGHT)


def paint_value(painter: QPainter, theme: Theme, said: str, box: QRectF, *, apart: bool) -> None:
    """Draw the value of an input into the cell `box`, stronger where it is `apart` from the base's."""
    inner = box.adjusted(fonts.px(6), 0, 0, 0)
    weight = fonts.SEMIBOLD if apart else fonts.REGULAR
    tone = theme.ink if apart else theme.muted
    fitted = fonts.whole_parts(said, inner.width(), 12, weight)
    draw.words(painter, inner, fitted, tone, fonts.px_font(12, weight), draw.RIGHT)


def _figure(key: str, value: float, room: float) -> tuple[str, int]:
    """Return a figure as it fits into `room` px, and the size of its letters."""
    metric = METRICS[key]
    said = format_value(value, metric)
    if fonts.width(said, 12, fonts.SEMIBOLD) <= room:
        return said, 12
    said = text.reading(key, metric.shown(value))
    return (said, 12) if fonts.width(said, 12, fonts.SEMIBOLD) <= room else (said, 11)


def name_lines(said: str, room: float) -> list[str]:
    """Return the name at the head of a narrow column in up to `LINES` lines; a word too long is parted."""
    lines, words = [""], said.split(" ")
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        if _fits(longer, room):
            lines[-1] = longer
            words.pop(0)
        elif len(lines) == LINES:
            # What is left is cut where it is drawn.
            return [*lines[:-1], " ".join([lines[-1], *words]).strip()]
        elif lines[-1]:
            lines.append("")
        else:
            at = _parting(words[0], room)
            lines[-1:] = [f"{words[0][:at]}-", ""]
            words[0] = words[0][at:]
    return lines


def _fits(said: str, room: float) -> bool:
    return fonts.width(said, 11, fonts.SEMIBOLD) <= room


def _parting(word: str, room: float) -> int:
    """Return where to part a word: before a syllable, as far as letters tell, else where the room ends."""
    ends = [i for i in range(2, len(word) - 1) if _fits(f"{word[:i]}-", room)] or [max(1, len(word) // 2)]
    vowels = "aeiouyäöüAEIOUYÄÖÜ"
    syllables = [i for i in ends if word[i] not in vowels and word[i + 1 : i + 2] in tuple(vowels)]
    return (syllables or ends)[-1]
