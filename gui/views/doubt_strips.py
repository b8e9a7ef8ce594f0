"""How inputs differ among chosen samples of the Monte Carlo view, a strip each."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.scenario import spec_of
from gui import fonts, shown_units
from gui.language import tr
from gui.plotting import draw
from gui.plotting.doubt_job import Shift
from gui.plotting.fitting import fit
from gui.plotting.inks import Inks
from gui.views.doubt_frame import STRIP
from gui.views.doubt_paint import title

#: What stands before the name of a factor of the model itself.
_MODEL: Final = "Model: "


def paint_strips(
    painter: QPainter, inks: Inks, shifts: list[Shift], box: QRectF, head: str, more: str, current: str
) -> list[tuple[QRectF, str]]:
    """Draw how inputs differ among chosen samples; return the row of each."""
    top = QRectF(box.left() + fonts.px(44), box.top(), box.width() - fonts.px(44), 1)
    free = box.width() - fonts.width(head, 12, fonts.SEMIBOLD) - fonts.px(8)
    title(painter, inks, top, head, more if fonts.width(more, 11) <= free else "")
    rows: list[tuple[QRectF, str]] = []
    high = fonts.px(STRIP)
    for i, shift in enumerate(shifts):
        row = QRectF(box.left(), box.top() + i * high, box.width(), high)
        if row.bottom() > box.bottom() + 2:
            break
        _strip(painter, inks, shift, row, shift.key == current)
        rows.append((row, shift.key))
    if not shifts:
        said = "Too few samples to tell."
        draw.words(
            painter,
            QRectF(box.left(), box.top(), box.width(), 20),
            said,
            inks.theme.muted,
            fonts.px_font(11),
            draw.LEFT,
        )
    return rows


def _strip(painter: QPainter, inks: Inks, shift: Shift, row: QRectF, current: bool) -> None:
    theme = inks.theme
    name, said = strip_words(shift, row.width())
    font = fonts.px_font(11, fonts.SEMIBOLD if current else fonts.REGULAR)
    words = QRectF(row.left(), row.top(), row.width(), fonts.px(16))
    draw.words(painter, words, name, theme.ink if current else theme.text, font, draw.LEFT)
    draw.words(painter, words, said, theme.muted, fonts.px_font(11), draw.RIGHT)
    low, high = shift.ends
    span = high - low or 1.0

    def at(value: float) -> float:
        return row.left() + min(1.0, max(0.0, (value - low) / span)) * row.width()

    y = row.top() + fonts.px(22)
    painter.fillRect(QRectF(row.left(), y, row.width(), 1), theme.border)
    for values, color, tall in (
        (shift.all, theme.token("muted", 90), fonts.px(5)),
        (shift.chosen, theme.token("accent", 190), fonts.px(5)),
    ):
        up = y - tall if color.alpha() == 90 else y + 1.0
        painter.fillRect(QRectF(at(values[0]), up, max(2.0, at(values[2]) - at(values[0])), tall), color)
        painter.fillRect(QRectF(at(values[1]) - 1, up - 1, 2, tall + 2), theme.ink)


def strip_words(shift: Shift, room: float) -> tuple[str, str]:
    """Return the name of an input and its medians as both fit `room` px: figures give way before the name."""
    spec, model, name = spec_of(shift.key), shift.label.startswith(_MODEL), _short(shift.label)
    first, last = (
        f"{v:.2f}×" if model else shown_units.text(_named(spec, v), spec)
        for v in (shift.all[1], shift.chosen[1])
    )
    # A unit said twice takes room, and the marks of the strip show where the first median lies.
    bare = first if model else first.removesuffix(shown_units.symbol(spec)).strip()
    forms = (f"{first} → {last}", f"{bare} → {last}", f"→ {last}")
    free = room - fonts.width(name, 11, fonts.SEMIBOLD) - fonts.px(8)
    said = next((form for form in forms if fonts.width(form, 11) <= free), forms[-1])
    return fit(name, room - fonts.width(said, 11) - fonts.px(8), 11, fonts.SEMIBOLD), said


def _short(label: str) -> str:
    """Return a name for a narrow row, where the figures tell a factor of the model from an input."""
    if not label.startswith(_MODEL):
        return label
    told = tr(label).partition(": ")[2]
    return told[:1].upper() + told[1:]


def _named(spec: object, value: float) -> float | str:
    options = getattr(spec, "options", ())
    return next((o.id for o in options if float(o.code) == round(value)), value)
