"""The drawing of the ladder of levers."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF

from engine.drivers import Point
from engine.ladder import Step
from engine.metrics import BINDING
from gui import fonts
from gui.language import mark, say, sentence, tr
from gui.plotting import draw, text
from gui.plotting.fitting import fit
from gui.plotting.inks import pen
from gui.plotting.ladder_job import LadderResult, million, money, saving, verdict, volume_words
from gui.shown_units import shown_at
from gui.views.ladder_places import COLUMNS, PAD, TOP, TWO_LINES, LadderPlaces


class LadderPainting(LadderPlaces):
    """Draws the ladder."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ladder."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.inks.theme.panel)
        if self.result is not None:
            self.lay_out()
            self._paint_head(painter, self.result)
            self._paint_today(painter, self.result)
            for row, step in enumerate(self.result.ladder.steps):
                self._paint_step(painter, row, step)
            self._paint_end(painter, self.result)
        painter.end()

    def _paint_head(self, painter: QPainter, r: LadderResult) -> None:
        theme = self.inks.theme
        box = QRectF(fonts.px(PAD), fonts.px(8), self.width() - 2 * fonts.px(PAD), fonts.px(22))
        draw.verdict(painter, box, verdict(r), theme.ink)
        font, y = fonts.px_font(11), fonts.px(TOP) - fonts.px(22)
        names = QRectF(self.names().left(), y, self.names().width(), fonts.px(18))
        draw.words(painter, names, "Levers, pulled in this order", theme.muted, font, draw.LEFT)
        bars = QRectF(self.bars().left(), y, self.bars().width(), fonts.px(18))
        of = million()
        units = (
            tr("all cost, $ / {of} output tokens of today\u2019s answers").format(of=of),
            tr("all cost, $ / {of} output tokens").format(of=of),
        )
        unit = next(
            (one for one in units if fonts.width(one, 11) <= bars.width()), say("$ / {of} output", of=of)
        )
        draw.words(painter, bars, unit, theme.muted, font, draw.LEFT)
        which = "" if self.which() == "mean" else f" {self.which()}"
        titles = (COLUMNS[0], COLUMNS[1], f"TTFT{which}", f"TPOT{which}", COLUMNS[4])
        for k, title in enumerate(titles):
            box = self.column(0, k)
            draw.words(
                painter,
                QRectF(box.left(), y, box.width(), fonts.px(18)),
                title,
                theme.muted,
                font,
                draw.RIGHT,
            )
        painter.fillRect(
            QRectF(fonts.px(PAD), fonts.px(TOP) - 3, self.width() - 2 * fonts.px(PAD), 1), theme.hairline
        )

    def _paint_today(self, painter: QPainter, r: LadderResult) -> None:
        self._paint_name(painter, 0, "Today", r.ladder.start.name, strong=True)
        self._paint_whole(painter, 0, r.ladder.cost, r.ladder.point)
        if math.isfinite(r.baseline):
            x = round(self.across(r.baseline)) + 0.5
            top = self.row_top(0)
            painter.setPen(pen(self.inks.theme.muted, 1.5, dashes=(3.0, 2.0)))
            painter.drawLine(QPointF(x, top + 3), QPointF(x, top + self.row_height() - 3))
        self._paint_figures(painter, 0, r.ladder.point)

    def _paint_end(self, painter: QPainter, r: LadderResult) -> None:
        line = len(r.plan) + 1
        painter.fillRect(
            QRectF(fonts.px(PAD), self.row_top(line), self.width() - 2 * fonts.px(PAD), 1),
            self.inks.theme.hairline,
        )
        end = r.ladder.steps[-1] if r.ladder.steps else None
        found = r.ladder.point if end is None else end.point
        self._paint_name(painter, line, "With the levers", saving(r.ladder.cost, r.ladder.end), strong=True)
        self._paint_whole(painter, line, r.ladder.end, found)
        self._paint_figures(painter, line, found)

    def _paint_name(
        self, painter: QPainter, line: int, name: str, more: str, *, strong: bool, room: float = 0.0
    ) -> None:
        theme, names, high = self.inks.theme, self.names(), self.row_height()
        weight = fonts.SEMIBOLD if strong else fonts.REGULAR
        two = high >= fonts.px(TWO_LINES)
        top = self.row_top(line)
        first = QRectF(names.left(), top + (3 if two else 0), names.width(), high / 2 if two else high)
        if two:
            wide = max(names.width(), room)
            # What a step breaks its red figures tell too: it goes whole. Why nothing is done is cut late.
            said = fonts.whole_parts(tr(more), wide, 11) if strong else fit(tr(more), wide, 11)
            second = QRectF(names.left(), top + high / 2, wide, high / 2 - 2)
            # The ground of words that run on, only where the name above has no descenders to cut.
            under = second.adjusted(names.width(), 0.0, 0.0, 0.0)
            under.setRight(min(second.right(), second.left() + fonts.width(said, 11) + fonts.px(6)))
            if under.right() > names.right():
                painter.fillRect(under, theme.panel)
            draw.words(painter, second, said, theme.muted, fonts.px_font(11), draw.LEFT)
        beside = (
            self._level_width(line - 1)
            if self.result is not None and 0 < line <= len(self.result.plan)
            else 0.0
        )
        name = fit(tr(name), names.width() - beside, 12, weight)
        draw.words(
            painter, first, name, theme.ink if strong else theme.text, fonts.px_font(12, weight), draw.LEFT
        )

    def _level_width(self, row: int) -> float:
        """Return what the strength of the lever in `row` takes of its name's line."""
        assert self.result is not None
        levels = self.result.ladder.steps[row].pull.rung.levels
        return self.level_box(row).width() + fonts.px(6) if len(levels) > 1 else 0.0

    def _paint_whole(self, painter: QPainter, line: int, cost: float, found: Point) -> None:
        theme, high = self.inks.theme, self.row_height()
        if not math.isfinite(cost):
            said = say("nothing is served: {limit}", limit=BINDING[found.binding][1])
            box = QRectF(self.bars().left(), self.row_top(line), self.bars().width(), high)
            draw.words(painter, box, said, theme.bad, fonts.px_font(11), draw.LEFT)
            return
        left = self.bars().left()
        box = QRectF(left, self.row_top(line) + high * 0.24, self.across(cost) - left, high * 0.52)
        painter.fillRect(box, theme.token("accent", 190))
        if not found.feasible:
            self._hatch(painter, box)
        self._paint_cost(painter, box.right(), line, cost)

    def _paint_cost(self, painter: QPainter, x: float, line: int, cost: float) -> None:
        box = QRectF(x + 5, self.row_top(line), fonts.px(60), self.row_height())
        said = money(cost)
        draw.words(painter, box, said, self.inks.theme.ink, fonts.px_font(11, fonts.SEMIBOLD), draw.LEFT)

    def _hatch(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.inks.hatch("slow"))

    def _paint_step(self, painter: QPainter, row: int, step: Step) -> None:
        theme, line, high = self.inks.theme, row + 1, self.row_height()
        top = self.row_top(line)
        if row == self.row and self.hasFocus():
            wash = QRectF(fonts.px(PAD) - 6, top, self.width() - 2 * fonts.px(PAD) + 12, high)
            painter.fillRect(wash, theme.token("accent", 22))
        self._paint_switch(painter, row, step)
        self._paint_bar(painter, line, step)
        # Why nothing is done may run over the line that goes past it.
        room = self._free(line, step) - self.names().left() - fonts.px(10)
        name = step.pull.rung.label
        self._paint_name(painter, line, name, self.told(step), strong=step.applied, room=room)
        if len(step.pull.rung.levels) > 1:
            self._paint_level(painter, row)
        color = (
            theme.good if step.after < step.before else theme.bad if step.after > step.before else theme.muted
        )
        if step.applied:
            said = saving(step.before, step.after)
            draw.words(
                painter, self.column(line, 0), said, color, fonts.px_font(12, fonts.SEMIBOLD), draw.RIGHT
            )
            self._paint_figures(painter, line, step.point)
            self._paint_adopt(painter, row)
        alone = saving(self.result.ladder.cost, step.alone) if self.result is not None else ""
        draw.words(painter, self.column(line, 1), alone, theme.muted, fonts.px_font(11), draw.RIGHT)

    def _free(self, line: int, step: Step) -> float:
        """Return the x up to which no bar and no figure stands behind the name in a line."""
        if not step.applied:
            return self.column(line, 1).left()
        ends = [self.across(cost) for cost in (step.before, step.after) if math.isfinite(cost)]
        return min(ends, default=self.column(line, 1).left())

    def told(self, step: Step) -> str:
        """Return what a step does, or why it does nothing, in a line."""
        parts = [sentence(step.told), volume_words(step.volume)]
        if step.applied and not step.point.feasible:
            parts.append(say("breaks the {limit}", limit=BINDING[step.point.binding][1]))
        return "; ".join(part for part in parts if part)

    def _paint_switch(self, painter: QPainter, row: int, step: Step) -> None:
        theme, high = self.inks.theme, self.row_height()
        middle = self.row_top(row + 1) + high / 2
        side, size = fonts.px(14), fonts.scale()
        box = QRectF(round(fonts.px(PAD)) + 0.5, round(middle - side / 2) + 0.5, side, side)
        painter.setPen(pen(theme.border, 1.0))
        painter.setBrush(theme.accent if step.pull.on else theme.field)
        painter.drawRoundedRect(box, 3, 3)
        if step.pull.on:
            painter.setPen(pen(theme.panel, 2.0))
            tick = ((3, 7.2), (6, 10.2), (11, 4))
            corners = [QPointF(box.left() + x * size, box.top() + y * size) for x, y in tick]
            painter.drawPolyline(QPolygonF(corners))
        x = fonts.px(PAD) + fonts.px(28)
        for way, shown in ((-1, row > 0), (1, self.result is not None and row < len(self.result.plan) - 1)):
            if shown:
                painter.setPen(pen(theme.muted, 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                y, step_up = middle + way * 6 * size, 2 * way * size
                ends = (x - 4 * size, y - step_up), (x, y + step_up), (x + 4 * size, y - step_up)
                arrow = [QPointF(*end) for end in ends]
                painter.drawPolyline(QPolygonF(arrow))

    def _paint_level(self, painter: QPainter, row: int) -> None:
        theme, box = self.inks.theme, self.level_box(row)
        hot = self.hover is not None and (self.hover.what, self.hover.row) == ("level", row)
        painter.setPen(pen(theme.border if hot else theme.hairline, 1.0))
        painter.setBrush(theme.field)
        painter.drawRoundedRect(box, 3, 3)
        inside = box.adjusted(fonts.px(6), 0, -fonts.px(14), 0)
        draw.words(painter, inside, self.level_words(row), theme.text, fonts.px_font(11), draw.LEFT)
        draw.triangle(painter, box.right() - fonts.px(8), box.center().y() + fonts.px(3), theme.muted)

    def _paint_bar(self, painter: QPainter, line: int, step: Step) -> None:
        theme, high, top = self.inks.theme, self.row_height(), self.row_top(line)
        if not math.isfinite(step.before) and not math.isfinite(step.after):
            return
        before = step.before if math.isfinite(step.before) else step.after
        start, end = self.across(before), self.across(step.after)
        # Down from the step above, to the step below.
        painter.setPen(pen(theme.muted, 1.0, 140))
        x = round(start) + 0.5
        painter.drawLine(QPointF(x, top - high * 0.24), QPointF(x, top + high * 0.24))
        if not step.applied:
            # The next row draws the rest: twice drawn, what one can see through is darker.
            last = self.result is None or line == len(self.result.plan)
            painter.drawLine(QPointF(x, top + high * 0.24), QPointF(x, top + high * (1.0 if last else 0.76)))
            return
        box = QRectF(min(start, end), top + high * 0.24, max(abs(start - end), 1.5), high * 0.52)
        color: QColor = theme.good if step.after <= before else theme.bad
        painter.fillRect(box, color)
        if not step.point.feasible:
            self._hatch(painter, box)
        self._paint_cost(painter, box.right(), line, step.after)

    def _paint_figures(self, painter: QPainter, line: int, found: Point) -> None:
        theme = self.inks.theme
        uses = {2: found.base("ttft_use"), 3: found.base("tpot_use")}
        for k, metric in ((2, self.ttft()), (3, self.tpot()), (4, "quality")):
            said = text.reading(metric, shown_at(found, metric))
            color = theme.bad if uses.get(k, 0.0) > 1.0 else theme.text
            draw.words(painter, self.column(line, k), said, color, fonts.px_font(11), draw.RIGHT)

    def _paint_adopt(self, painter: QPainter, row: int) -> None:
        theme = self.inks.theme
        hot = self.hover is not None and (self.hover.what, self.hover.row) == ("adopt", row)
        free = self.column(row + 1, 5).width() - fonts.px(8)
        said = mark("adopt to here")
        said = said if fonts.width(said, 11, fonts.MEDIUM) <= free else "adopt"
        color = theme.accent if hot else theme.muted
        draw.words(painter, self.column(row + 1, 5), said, color, fonts.px_font(11, fonts.MEDIUM), draw.RIGHT)
