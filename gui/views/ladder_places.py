"""Where everything on the ladder of levers stands."""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from engine.ladder import Level
from engine.parameters import SPECS
from gui import fonts, shown_units
from gui.language import sentence
from gui.plotting.inks import Inks
from gui.plotting.ladder_job import LadderResult
from gui.theme import Theme

PAD: Final = 16
TOP: Final = 62
_SWITCH: Final = 40
_ROW_LEAST, _ROW_MOST = 28, 46
#: From this height on a row says what its lever does.
TWO_LINES: Final = 32
COLUMN: Final = 62
#: Titles of the columns behind the bars; the last holds a button.
COLUMNS: Final = ("effect", "alone", "TTFT", "TPOT", "quality", "")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that answers to a click: what it does, and on which row."""

    box: QRectF
    what: str
    row: int


class LadderPlaces(QWidget):
    """Geometry of the ladder: a line for today, one for each lever, one for the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inks = Inks(theme)
        self.result: LadderResult | None = None
        self.row = 0
        self.hover: Spot | None = None
        self._spots: list[Spot] = []

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Return every place that answers to a click."""
        return tuple(self._spots)

    def row_height(self) -> float:
        """Return the height of a row."""
        rows = 2 + (len(self.result.plan) if self.result is not None else 0)
        room = (self.height() - fonts.px(TOP) - fonts.px(10)) / rows
        return min(max(room, fonts.px(_ROW_LEAST)), fonts.px(_ROW_MOST))

    def row_top(self, line: int) -> float:
        """Return the top of a line: 0 is today, 1 the first lever, the last the end."""
        return fonts.px(TOP) + line * self.row_height()

    def names(self) -> QRectF:
        """Return the column of names, all rows."""
        left = fonts.px(PAD) + fonts.px(_SWITCH)
        wide = min(max(0.3 * self.width(), fonts.px(190)), fonts.px(340))
        return QRectF(left, fonts.px(TOP), wide, self.height())

    def bars(self) -> QRectF:
        """Return the column of bars, all rows."""
        left = self.names().right() + fonts.px(8)
        right = self.width() - fonts.px(PAD) - len(COLUMNS) * fonts.px(COLUMN)
        return QRectF(left, fonts.px(TOP), max(right - left, fonts.px(40)), self.height())

    def across(self, cost: float) -> float:
        """Return the x of a cost."""
        box, most = self.bars(), self.result.most if self.result is not None else math.nan
        if not (math.isfinite(cost) and math.isfinite(most) and most > 0.0):
            return box.left()
        return box.left() + cost / most * (box.width() - fonts.px(48))

    def column(self, line: int, k: int) -> QRectF:
        """Return column `k` behind the bars in a line."""
        left = self.width() - fonts.px(PAD) - (len(COLUMNS) - k) * fonts.px(COLUMN)
        return QRectF(left, self.row_top(line), fonts.px(COLUMN) - 4, self.row_height())

    def level_box(self, row: int) -> QRectF:
        """Return where the strength of the lever in `row` stands."""
        assert self.result is not None
        names = self.names()
        said = self.level_words(row)
        wide = fonts.width(said, 11) + fonts.px(22)
        row_high = self.row_height()
        if row_high < fonts.px(TWO_LINES):
            high = min(float(fonts.px(17)), row_high - 2)
            top = (row_high - high) / 2
        else:
            # It ends where the line below the name begins.
            high = min(float(fonts.px(17)), row_high / 2 - 1)
            top = min(3.0, row_high / 2 - high)
        return QRectF(names.right() - wide, self.row_top(row + 1) + top, wide, high)

    def level_words(self, row: int) -> str:
        """Return the strength of the lever in `row` in words."""
        assert self.result is not None
        pull = self.result.plan[row]
        return self.words_of(row, next(level for level in pull.rung.levels if level.id == pull.level))

    def words_of(self, row: int, level: Level) -> str:
        """Return a strength in words; the one set in the panel by its value."""
        assert self.result is not None
        key = self.result.plan[row].rung.strength
        if level.id != "set" or not key:
            return sentence(level.label)
        return shown_units.text(self.result.ladder.start.values[key], SPECS[key], full=True)

    def lay_out(self) -> None:
        """Find the places that answer to a click."""
        self._spots = []
        if self.result is None:
            return
        high = self.row_height()
        for row, step in enumerate(self.result.ladder.steps):
            top = self.row_top(row + 1)
            left = fonts.px(PAD)
            self._spots.append(Spot(QRectF(left, top + 2, fonts.px(20), high - 4), "switch", row))
            half = (high - 4) / 2
            self._spots.append(Spot(QRectF(left + fonts.px(20), top + 2, fonts.px(18), half), "up", row))
            self._spots.append(
                Spot(QRectF(left + fonts.px(20), top + 2 + half, fonts.px(18), half), "down", row)
            )
            if len(step.pull.rung.levels) > 1:
                self._spots.append(Spot(self.level_box(row), "level", row))
            if step.applied:
                self._spots.append(Spot(self.column(row + 1, 5), "adopt", row))
        self._spots += [
            Spot(self.column(0, k), metric, -1)
            for k, metric in ((2, self.ttft()), (3, self.tpot()), (4, "quality"))
        ]
        first = QRectF(self.bars().left(), self.row_top(0), self.bars().width(), high)
        self._spots.append(Spot(first, "cost_per_token_all_in", -1))

    def ttft(self) -> str:
        """Return the TTFT that the limits hold for."""
        return f"ttft_{self.which()}"

    def tpot(self) -> str:
        """Return the TPOT that the limits hold for."""
        return f"tpot_{self.which()}"

    def which(self) -> str:
        """Return the statistic that the limits hold for."""
        return "p95" if self.result is None else str(self.result.ladder.start.get("limits.percentile"))
