"""Which words stand where on a surface: labels on iso-lines, chips beside limits.

What they say and how wide that is; `gui.plotting.placement` finds the places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isnan
from typing import Final

import numpy as np

from gui import fonts
from gui.language import say, tr
from gui.plotting import placement, text
from gui.plotting.contours import NOTHING, Floats, join
from gui.plotting.surface_shapes import Shapes

#: Size of the type of a read-out over that of chips.
PILL_SIZE = 12.0 / 11.0
#: A plot at least this wide [px] carries the long words.
WIDE = 300
#: Texts of which a ruler keeps the width.
_KEPT_WORDS = 1024
#: Height of the gap in an iso-line for its label, as designed at 100 % [px].
GAP: Final = 15.0
#: Kinds of chips, how far down the plot each would stand, and what the sides of its line cost: right, left,
#: above, below.
CHIPS: Final = (("break_even", 0.905, (40.0, 0.0, 70.0, 70.0)), ("limit", 0.04, (0.0, 40.0, 70.0, 70.0)))


def chip_height() -> int:
    """Return the height of a chip [px]."""
    return fonts.px(16)


def pill_height() -> int:
    """Return the height of a read-out [px]."""
    return fonts.px(22)


def pill_pad() -> int:
    """Return what a read-out is wider than its words [px]."""
    return fonts.px(18)


def pill_gap() -> int:
    """Return the gap between a read-out and the small type behind it [px]."""
    return fonts.px(8)


def ring_radius() -> int:
    """Return the radius of the ring at the base point [px]."""
    return fonts.px(5)


class Ruler:
    """Widths of texts in one font, summed from its characters: usable in any thread.

    Parameters
    ----------
    widths : mapping of character to px
    """

    def __init__(self, widths: Mapping[str, float]) -> None:
        self._widths = dict(widths)
        self._other = max(self._widths.values(), default=8.0)
        self._known: dict[str, float] = {}

    def width(self, words: str) -> float:
        """Return the width of `words`, px."""
        found = self._known.get(words)
        if found is None:
            if len(self._known) > _KEPT_WORDS:
                self._known.clear()
            found = self._known[words] = sum(self._widths.get(c, self._other) for c in words)
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ruler) and self._widths == other._widths

    def __hash__(self) -> int:
        return len(self._widths)


@dataclass(frozen=True, slots=True)
class Label:
    """Words on an iso-line, centred at (x, y) px; `halo` where they cover a ghost."""

    level: float
    words: str
    x: float
    y: float
    width: float
    halo: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """Words in a box beside a limit, centred at (x, y) px; `kind` is "break_even" or "limit"."""

    kind: str
    words: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Lines:
    """The iso-lines of one plot.

    Attributes
    ----------
    metric : str
    levels : tuple of float
    lines : tuple of ndarray, shape (n, 2)
        One for each level.
    field : ndarray, shape (ny, nx)
        What they are lines of.
    """

    metric: str
    levels: tuple[float, ...]
    lines: tuple[Floats, ...]
    field: Floats


@dataclass(frozen=True, slots=True)
class Placed:
    """Words of one plot, and its iso-lines with the gaps for them."""

    chips: tuple[Chip, ...]
    labels: tuple[Label, ...]
    lines: tuple[Floats, ...]


class Layout:
    """A plot's size and what the cross-hair takes of it.

    Parameters
    ----------
    center : (x, y)
        The base point, px.
    readings : sequence of float
        Width of the read-out of each plot, px: what is free must be so in all of them.
    ruler, chip_ruler : Ruler
        Widths of characters of labels and of chips.
    """

    def __init__(
        self, width: int, height: int, center: tuple[float, float], readings: Sequence[float],
        ruler: Ruler, chip_ruler: Ruler,
    ) -> None:  # fmt: skip
        self.width, self.height, self.center = width, height, center
        self.ruler, self.chip_ruler = ruler, chip_ruler
        self.pills = [pill_box(width, height, center, reading + pill_pad()) for reading in readings]

    def arrange(
        self, shapes: Shapes, plots: Sequence[Lines], limits: Mapping[str, str]
    ) -> tuple[Placed, ...]:
        """Return the words of every plot: labels where iso-lines have room, chips at one height.

        `limits` holds the figure of the limit for metrics that carry one.
        """
        levels = [[text.level(plot.metric, v) for v in plot.levels] for plot in plots]
        widths = [self.ruler.width(each) for said in levels for each in said]
        chips = _Chips(shapes, [plot.metric for plot in plots], limits, self)
        size = np.array([self.width, self.height], np.float64)
        every = [line for plot in plots for line in plot.lines]
        behind = np.array([line.shape[0] for line in every], np.int64).cumsum()
        which = np.repeat(np.arange(len(plots)), [len(plot.lines) for plot in plots])
        places, labels, cut, ends = placement.arrange(
            size,
            np.array(self._taken()),
            (
                join([shapes.break_even, shapes.limit, shapes.memory]),
                join([shapes.ghost_break_even, shapes.ghost_limit]),
            ),
            (shapes.break_even, shapes.limit),
            chips.asked(),
            chips.widths,
            shapes.able,
            np.array([placement.guide(plot.field, size) for plot in plots]),
            np.concatenate(every) if every else NOTHING,
            np.array([[0, *behind[:-1]], behind, which, widths]).T.copy() if every else np.zeros((0, 4)),
            float(fonts.px(15)),
            GAP * fonts.scale(),
        )
        pieces = [cut[int(a) : int(b)] for a, b in pairwise(ends.tolist())]
        made, rows, start = [], labels.tolist(), 0
        for i, (plot, said) in enumerate(zip(plots, levels, strict=True)):
            stop = start + len(said)
            found = zip(plot.levels, said, rows[start:stop], strict=True)
            words = tuple(
                Label(v, w, x, y, wide, bool(on)) for v, w, (x, y, wide, on) in found if not isnan(x)
            )
            made.append(Placed(chips.of(i, places.tolist()), words, tuple(pieces[start:stop])))
            start = stop
        return tuple(made)

    def _taken(self) -> list[tuple[float, float, float, float]]:
        """Return centre, width and height of what cross-hair and read-outs take, px."""
        x, y = self.center
        side = 4.0 * ring_radius()
        hair = [(x, self.height / 2, 4.0, float(self.height)), (self.width / 2, y, float(self.width), 4.0)]
        read = [(left + w / 2, top + h / 2, w + 4.0, h + 4.0) for left, top, w, h in self.pills]
        return [*hair, (x, y, side, side), *read]


class _Chips:
    """What the chips of all plots say and how wide that is, px: `widths` has shape (2, plots)."""

    def __init__(self, shapes: Shapes, metrics: list[str], limits: Mapping[str, str], layout: Layout) -> None:
        self._layout, wide, which = layout, layout.width >= WIDE, limit_name(shapes)
        self.words = (
            ["0 %" if key == "gross_margin" and not wide else "break-even" for key in metrics],
            [_limit_words(key, limits, which, wide) for key in metrics],
        )
        ruler = layout.chip_ruler
        self.widths = np.array([[ruler.width(said) + fonts.px(10) for said in row] for row in self.words])

    def asked(self) -> Floats:
        """Return what `placement.arrange` wants to know of each kind."""
        high = float(chip_height())
        return np.array(
            [
                [widest, high, share * self._layout.height, *costs]
                for widest, (_, share, costs) in zip(self.widths.max(axis=1).tolist(), CHIPS, strict=True)
            ]
        )

    def of(self, plot: int, places: list[list[float]]) -> tuple[Chip, ...]:
        """Return the chips of `plot`, where there is room for them at all."""
        rows = zip(CHIPS, self.words, places, self.widths[:, plot].tolist(), strict=True)
        return tuple(
            Chip(kind, said[plot], at[plot], at[-1], wide)
            for (kind, _, _), said, at, wide in rows
            if not isnan(at[-1])
        )


def pill_box(
    width: float, height: float, center: tuple[float, float], wide: float
) -> tuple[float, float, float, float]:
    """Return left, top, width, height of the read-out: up and right of the ring, flipped at edges."""
    x, y = center
    off = fonts.px(10)
    left = x + off if x + off + wide <= width - 2 else x - off - wide
    top = y - off - pill_height() if y - off - pill_height() >= 2 else y + off
    return max(2.0, min(left, width - wide - 2)), min(top, height - pill_height() - 2), wide, pill_height()


def limit_name(shapes: Shapes) -> str:
    """Return which latency limit stops most points, "TPOT" or "TTFT"; empty where neither stops any."""
    slow = shapes.masks.get("slow")
    if slow is None:
        return ""
    return "TPOT" if np.mean(shapes.late_by_tpot[slow]) >= 0.5 else "TTFT"


def _limit_words(key: str, limits: Mapping[str, str], which: str, wide: bool) -> str:
    if key in limits and key.startswith(which.lower()):
        return say("limit {limits}", limits=limits[key]) if wide else limits[key]
    return say("{which} limit", which=which) if wide and which else tr("limit")
