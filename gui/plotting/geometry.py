"""Where the parts of the surfaces view stand: whole pixels, set by hand, equal columns."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect

from gui import fonts


@dataclass(frozen=True, slots=True)
class Geometry:
    """Rectangles of the surfaces canvas.

    Attributes
    ----------
    headers, plots, ticks, slices : tuple of QRect
        One a column; `slices` is empty where there is no room for them.
    side : QRect or None
        The slice along y of an enlarged surface.
    gutter : QRect
        Left of the first plot, as high as it.
    slice_gutter : QRect or None
    title : QRect
        Of the x axis.
    legend : QRect
    """

    headers: tuple[QRect, ...]
    plots: tuple[QRect, ...]
    ticks: tuple[QRect, ...]
    slices: tuple[QRect, ...]
    side: QRect | None
    gutter: QRect
    slice_gutter: QRect | None
    title: QRect
    legend: QRect

    def spot(self, at: QPoint) -> tuple[int, QPointF] | None:
        """Return the column whose plot is under `at`, and where in it, 0-1 along the axes."""
        for i, box in enumerate(self.plots):
            if box.contains(at):
                across = (at.x() - box.left()) / box.width()
                return i, QPointF(across, 1.0 - (at.y() - box.top()) / box.height())
        return None

    def axis_at(self, at: QPoint) -> str:
        """Return the axis that an input dropped at `at` goes along: in a plot, the nearer edge's."""
        spot = self.spot(at)
        if spot is not None:
            return "x" if spot[1].y() <= spot[1].x() else "y"
        if self.gutter.contains(at) or (self.side is not None and self.side.contains(at)):
            return "y"
        return "x" if at.y() > self.plots[0].bottom() else ""


def whole(geometry: Geometry) -> Geometry:
    """Return `geometry` with its first plot grown over gutter, ticks and title of the axes."""
    plot = geometry.plots[0]
    left, right = geometry.gutter.left(), geometry.legend.right()
    area = QRect(left, plot.top(), right - left + 1, geometry.title.bottom() - plot.top() + 1)
    return replace(geometry, plots=(area,), ticks=(), slices=(), side=None, gutter=QRect(), title=QRect())


#: Below this height of the canvas [px] header and slices shrink; below the next, slices vanish.
TALL = 600
SLICES_FROM = 400
WIDE = 1000


def lay_out(width: int, height: int, columns: int, *, side: bool = False, slices: bool = True) -> Geometry:
    """Return the geometry of `columns` equal plots in a canvas of `width` x `height` px."""
    px = fonts.px
    tall = height >= px(TALL)
    head = px(62) if tall else px(56)
    tick, title, legend = px(22), px(18), px(26)
    cut = 0
    if slices and height >= px(SLICES_FROM):
        cut = px(116) + max(0, (height - px(670)) // 5) if tall else px(84)
    bottom = px(6)
    high = max(px(80), height - head - tick - cut - title - legend - bottom)
    pad, gutter = px(16), px(50)
    gap = px(20) if width >= px(WIDE) else px(16)
    strip = px(150) + gap if side else 0
    wide = max(px(60), (width - 2 * pad - gutter - (columns - 1) * gap - strip) // columns)
    lefts = [pad + gutter + i * (wide + gap) for i in range(columns)]
    top = head
    below = top + high + tick
    right = lefts[-1] + wide
    return Geometry(
        headers=tuple(QRect(x, 0, wide, head) for x in lefts),
        plots=tuple(QRect(x, top, wide, high) for x in lefts),
        ticks=tuple(QRect(x, top + high, wide, tick) for x in lefts),
        slices=tuple(QRect(x, below, wide, cut) for x in lefts) if cut else (),
        side=QRect(right + gap, top, px(150), high) if side else None,
        gutter=QRect(pad, top, gutter, high),
        slice_gutter=QRect(pad, below, gutter, cut) if cut else None,
        title=QRect(lefts[0], below + cut, right - lefts[0], title),
        legend=QRect(lefts[0], below + cut + title, right + strip - lefts[0], legend),
    )
