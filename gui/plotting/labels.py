"""Which words stand where on a surface: labels on iso-lines, chips beside limits."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gui import fonts
from gui.language import say, tr
from gui.plotting import text
from gui.plotting.contours import Floats, Mask, join
from gui.plotting.placement import Occupancy, beside, best_of, guide_distance
from gui.plotting.surface_shapes import Shapes

#: Size of the type of a read-out over that of chips.
PILL_SIZE = 12.0 / 11.0
#: A plot at least this wide [px] carries the long words.
WIDE = 300
#: Texts of which a ruler keeps the width.
_KEPT_WORDS = 1024
#: Places on an iso-line that are looked at first.
_FIRST = 40


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


class Layout:
    """A plot's size and what the cross-hair takes of it.

    Parameters
    ----------
    center : (x, y)
        The base point, px.
    readings : sequence of float
        Width of the read-out of each plot, px: what is free must be so in all of them.
    """

    def __init__(
        self, width: int, height: int, center: tuple[float, float], readings: Sequence[float]
    ) -> None:
        self.width, self.height, self.center = width, height, center
        self.pills = [pill_box(width, height, center, reading + pill_pad()) for reading in readings]

    def claim(self, shapes: Shapes) -> None:
        """Take the room of cross-hair, read-out and lines, once for all plots."""
        self.lenient = self._hair()
        self.lenient.add_line(join([shapes.break_even, shapes.limit, shapes.memory]))
        self.strict = self.lenient.copy()
        self.strict.add_line(join([shapes.ghost_break_even, shapes.ghost_limit]))

    def _hair(self) -> Occupancy:
        made = Occupancy(self.width, self.height)
        x, y = self.center
        made.add_box(x, self.height / 2, 4, self.height)
        made.add_box(self.width / 2, y, self.width, 4)
        made.add_box(x, y, 4 * ring_radius(), 4 * ring_radius())
        for left, top, wide, high in self.pills:
            made.add_box(left + wide / 2, top + high / 2, wide + 4, high + 4)
        return made


def pill_box(
    width: float, height: float, center: tuple[float, float], wide: float
) -> tuple[float, float, float, float]:
    """Return left, top, width, height of the read-out: up and right of the ring, flipped at edges."""
    x, y = center
    left = x + 10 if x + 10 + wide <= width - 2 else x - 10 - wide
    top = y - 10 - pill_height() if y - 10 - pill_height() >= 2 else y + 10
    return max(2.0, min(left, width - wide - 2)), min(top, height - pill_height() - 2), wide, pill_height()


def place_chips(
    layout: Layout, shapes: Shapes, metrics: tuple[str, ...], limits: Mapping[str, str], ruler: Ruler
) -> dict[str, tuple[Chip, ...]]:
    """Return the chips of each metric's plot, at the same height in all.

    `limits` holds the figure of the limit for metrics that carry one.
    """
    taken = layout.lenient.branch()
    wide = layout.width >= WIDE
    made: dict[str, tuple[Chip, ...]] = dict.fromkeys(metrics, ())
    red = {key: "0 %" if key == "gross_margin" and not wide else "break-even" for key in metrics}
    _place(made, "break_even", shapes.break_even, red, 0.905, (1, 0), layout, taken, ruler)
    which = limit_name(shapes)
    ink = {key: _limit_words(key, limits, which, wide) for key in metrics}
    _place(made, "limit", shapes.limit, ink, 0.04, (0, 1), layout, taken, ruler)
    return made


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


def _place(
    made: dict[str, tuple[Chip, ...]],
    kind: str,
    line: Floats,
    words: Mapping[str, str],
    target: float,
    sides: tuple[int, int],
    layout: Layout,
    taken: Occupancy,
    ruler: Ruler,
) -> None:
    if not words or line.shape[0] < 2:
        return
    widest = max(ruler.width(w) for w in words.values()) + fonts.px(10)
    centres, side, far = beside(line, widest, chip_height())
    rank = np.abs(centres[:, 1] - target * layout.height)
    rank += np.choose(side, _side_costs(sides)) + 4.0 * far
    found = best_of(rank, lambda which: taken.free(centres[which], widest, chip_height()), 200)
    if found is None:
        return
    x, y = (float(v) for v in centres[found])
    taken.add_box(x, y, widest + 4, chip_height() + 4)
    for key, said in words.items():
        own = ruler.width(said) + fonts.px(10)
        # Narrower words keep to the line.
        shift = {0: -(widest - own) / 2, 1: (widest - own) / 2}.get(int(side[found]), 0.0)
        made[key] = (*made[key], Chip(kind, said, x + shift, y, own))


def _side_costs(first: tuple[int, int]) -> tuple[float, float, float, float]:
    costs = [70.0] * 4
    costs[first[0]], costs[first[1]] = 0.0, 40.0
    return costs[0], costs[1], costs[2], costs[3]


def place_labels(
    key: str,
    layout: Layout,
    shapes: Shapes,
    chips: tuple[Chip, ...],
    lines: list[tuple[float, Floats]],
    field: Floats,
    ruler: Ruler,
) -> tuple[Label, ...]:
    """Return a label for each iso-line that has room for one: near the guide, where points are feasible."""
    strict, lenient = layout.strict.branch(), layout.lenient.branch()
    for chip in chips:
        for grid in (strict, lenient):
            grid.add_box(chip.x, chip.y, chip.width + 4, chip_height() + 4)
    lines = [(value, line[np.isfinite(line[:, 0])]) for value, line in lines]
    if not lines:
        return ()
    said = [text.level(key, value) for value, _ in lines]
    widths = [ruler.width(words) for words in said]
    counts = [line.shape[0] for _, line in lines]
    points = np.concatenate([line for _, line in lines])
    stopped = _stopped(points, shapes, layout)
    rank = guide_distance(points, field, layout.width, layout.height) + stopped * 10_000.0
    places = _Places(points, np.repeat(widths, counts) + 6.0, stopped < 100.0, rank, counts)
    free, free_over_ghosts = places.free(strict), places.free(lenient)
    made: list[Label] = []
    for i, (value, _) in enumerate(lines):
        found = places.best(i, free, widths[i], made)
        halo = found is None
        if found is None:
            found = places.best(i, free_over_ghosts, widths[i], made)
        if found is not None:
            made.append(Label(value, said[i], *found, widths[i], halo))
    return tuple(made)


class _Places:
    """Where labels may stand on several lines: the best places are asked about first, all lines at once.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        Of all lines, one after the other, `counts` of each.
    wide : ndarray, shape (n,)
        Width of a label there, with its margin, px.
    usable : bool array, shape (n,)
    rank : ndarray, shape (n,)
        Lower is better.
    """

    def __init__(self, points: Floats, wide: Floats, usable: Mask, rank: Floats, counts: list[int]) -> None:
        self._points, self._wide = points, wide
        ends = np.cumsum([0, *counts]).tolist()
        orders = (a + np.argsort(rank[a:b], kind="stable") for a, b in pairwise(ends))
        self._order = [order[usable[order]] for order in orders]
        self._first = np.concatenate([order[:_FIRST] for order in self._order])

    def free(self, taken: Occupancy) -> Callable[[int], Iterator[int]]:
        """Return what gives the free places of a line, best first."""
        asked: dict[str, Mask] = {}

        def look(name: str, which: NDArray[np.int64] | slice) -> Mask:
            if name not in asked:
                made = np.zeros(self._wide.size, bool)
                made[which] = taken.free(self._points[which], self._wide[which], fonts.px(15))
                asked[name] = made
            return asked[name]

        def along(line: int) -> Iterator[int]:
            order = self._order[line]
            first, rest = order[:_FIRST], order[_FIRST:]
            yield from first[look("first", self._first)[first]].tolist()
            if rest.size:
                yield from rest[look("all", slice(None))[rest]].tolist()

        return along

    def best(
        self, line: int, free: Callable[[int], Iterator[int]], width: float, others: list[Label]
    ) -> tuple[float, float] | None:
        """Return the best free place on a line for words of `width` px that is clear of `others`."""
        for place in free(line):
            x, y = self._points[place].tolist()
            if all(
                abs(x - other.x) >= (width + other.width) / 2 + 7.0 or abs(y - other.y) >= fonts.px(15) + 2.0
                for other in others
            ):
                return x, y
        return None


def _stopped(points: Floats, shapes: Shapes, layout: Layout) -> Floats:
    rows, columns = shapes.feasible.shape
    i = np.clip(((1.0 - points[:, 1] / layout.height) * (rows - 1)).round().astype(np.int64), 0, rows - 1)
    j = np.clip((points[:, 0] / layout.width * (columns - 1)).round().astype(np.int64), 0, columns - 1)
    return np.asarray(~shapes.feasible[i, j] + 100.0 * shapes.blocked[i, j])
