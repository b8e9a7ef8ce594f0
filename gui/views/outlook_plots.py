"""The four plots of the outlook view, each painted from one immutable frame."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from engine.outlook import Outlook
from engine.outlook_command import signed
from gui import fonts
from gui.language import say, tr
from gui.plotting import draw, text
from gui.plotting.contours import Floats
from gui.plotting.fitting import wrapped
from gui.plotting.inks import Inks, contrast, pen
from gui.plotting.outlook_job import GROUPS, SUPPLIERS, OutlookResult, growth, revenue
from gui.plotting.scales import Range
from gui.shown_units import priced, priced_tokens
from gui.views import outlook_frame as fr
from gui.views.outlook_frame import Frame

_LEFT, _RIGHT = 62, 64
#: Lowest margin drawn [%].
_FLOOR = -150.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a plot lies, and its frames."""

    area: QRectF
    frames: tuple[Frame, ...]


def courses(path: Outlook, plot: int, frame: int) -> list[tuple[str, Floats]]:
    """Return the figures drawn in a frame as lines: name in `engine.outlook.reasons`, values as drawn."""
    if plot == 0 and frame == 0:
        money = (("told_price", path.price), ("told_cost", path.cost), ("told_new", path.cost_new))
        return [(name, _token(path, values)) for name, values in money]
    if plot == 0:
        return [("margin", path.margin * 100.0)]
    return [("spend", path.spend)] + ([("training", path.training)] if plot == 3 else [])


def inner(area: QRectF, top: float, bottom: float) -> QRectF:
    """Return the box for figures inside `area`."""
    return area.adjusted(fonts.px(_LEFT), top, -fonts.px(_RIGHT), -bottom)


def _token(path: Outlook, values: Floats) -> Floats:
    return np.asarray(values * priced_tokens()[0] / path.output_tokens)


def lay_prices(r: OutlookResult, path: Outlook, area: QRectF) -> Plot:
    """Lay out price and cost above, margin below."""
    box = inner(area, fonts.px(fr.HEAD + 4), fonts.px(fr.FOOT + 4))
    gap = fonts.px(fr.HEAD + 4)
    upper = QRectF(box.left(), box.top(), box.width(), (box.height() - gap) * 0.56)
    lower = QRectF(box.left(), upper.bottom() + gap, box.width(), (box.height() - gap) * 0.44)
    ghost = (r.ghost.price, r.ghost.cost) if r.ghost is not None else ()
    money = [_token(path, v) for v in (path.price, path.cost, path.cost_new)]
    if r.ghost is not None:
        money += [_token(r.ghost, v) for v in ghost]
    margins = [path.margin * 100.0, *([r.ghost.margin * 100.0] if r.ghost is not None else [])]
    if r.fan is not None:
        margins += [p.margin * 100.0 for p in r.fan.paths]
    return Plot(
        area,
        (
            Frame(upper, path.years, fr.log_range(*money)),
            Frame(lower, path.years, fr.linear_range(*margins, floor=_FLOOR)),
        ),
    )


def paint_prices(painter: QPainter, inks: Inks, plot: Plot, r: OutlookResult, path: Outlook) -> None:
    """Paint price and cost of a million output tokens, and the margin they leave."""
    theme, (money, share) = inks.theme, plot.frames
    fr.ground(
        painter, inks, money, "Price and cost", priced(tr("$ per M output tokens, all in")), True, years=False
    )
    fr.ground(painter, inks, share, "Gross margin", "%", False)
    if r.ghost is not None and r.ghost.years.size == path.years.size:
        for values in (r.ghost.price, r.ghost.cost):
            fr.stroke(painter, money, _token(r.ghost, values), inks.baseline)
        fr.stroke(painter, share, r.ghost.margin * 100.0, inks.baseline)
    if r.fan is not None:
        margins = np.array([p.margin * 100.0 for p in r.fan.paths])
        fr.band(painter, share, margins.min(axis=0), margins.max(axis=0), theme.token("accent", 50))
    zero = share.y(0.0)
    painter.fillRect(QRectF(share.box.left(), round(zero) - 1, share.box.width(), 1.5), theme.breakeven)
    price, cost, new = (_token(path, v) for v in (path.price, path.cost, path.cost_new))
    fr.stroke(painter, money, new, pen(theme.accent, 1.0, 200, dashes=(3, 3)))
    fr.stroke(painter, money, cost, pen(theme.accent, 2.0))
    fr.stroke(painter, money, price, pen(theme.breakeven, 2.0))
    fr.stroke(painter, share, path.margin * 100.0, pen(theme.accent, 2.0))
    fr.dots(painter, share, path.margin * 100.0, theme.accent)
    named = [("price", float(price[-1]), theme.breakeven), ("cost", float(cost[-1]), theme.accent)]
    if cost[-1] / new[-1] > 1.02:
        named.append(("new", float(new[-1]), theme.accent))
    fr.end_labels(painter, inks, money, named)
    said = f"{signed(float(path.margin[-1]) * 100.0, 0)} %"
    fr.end_labels(painter, inks, share, [(said, float(path.margin[-1]) * 100.0, theme.accent)])
    if math.isfinite(path.stranded_year):
        what = say("stranded {stranded_year:.0f}", stranded_year=path.stranded_year)
        fr.mark_date(painter, inks, money, path.stranded_year, what, theme.bad, (price, cost, new))


def lay_spend(r: OutlookResult, path: Outlook, area: QRectF) -> Plot:
    """Lay out the spend on serving over the fan."""
    box = inner(area, fonts.px(fr.HEAD + 4), fonts.px(fr.FOOT + 4))
    series = [path.spend]
    if r.fan is not None:
        series += [p.spend for p in r.fan.paths]
    if r.ghost is not None:
        series.append(r.ghost.spend)
    return Plot(area, (Frame(box, path.years, fr.log_range(*series)),))


def paint_spend(painter: QPainter, inks: Inks, plot: Plot, r: OutlookResult, path: Outlook) -> None:
    """Paint the yearly bill of serving over the fan of elasticities."""
    theme, f = inks.theme, plot.frames[0]
    fr.ground(painter, inks, f, "Spend on serving", "$ a year, over elasticity e", True)
    now = path.effective.number("outlook.elasticity")
    named = [(f"e {now:.3g}", float(path.spend[-1]), theme.accent)]
    if r.fan is not None:
        spends = [p.spend for p in r.fan.paths]
        fr.band(painter, f, spends[0], spends[-1], theme.token("accent", 26))
        fr.band(painter, f, spends[1], spends[3], theme.token("accent", 44))
        fr.stroke(painter, f, spends[2], pen(theme.accent, 1.0, 190, dashes=(3, 3)))
        words = ("least", "P10", "", "P90", "most")
        named += [
            (f"e {e:.2g} {tr(word)}", float(spend[-1]), theme.muted)
            for e, spend, word in zip(r.fan.elasticities, spends, words, strict=True)
            if word
        ]
    if r.ghost is not None and r.ghost.years.size == path.years.size:
        fr.stroke(painter, f, r.ghost.spend, inks.baseline)
    fr.stroke(painter, f, path.spend, pen(theme.accent, 2.0))
    fr.dots(painter, f, path.spend, theme.accent)
    fr.end_labels(painter, inks, f, named)
    if math.isfinite(path.jevons):
        _note(
            painter,
            inks,
            f,
            say("efficiency feeds suppliers above e\u00a0{value:.3g}", value=path.jevons),
            f.box.top() + 1,
        )


def _note(
    painter: QPainter, inks: Inks, f: Frame, said: str, top: float, align: Qt.AlignmentFlag = draw.LEFT
) -> None:
    """Write a remark into a plot, in several lines where one has no room."""
    font, lines = fonts.px_font(11), wrapped(tr(said), f.box.width() - 10, 11, 4)
    top = top if top < f.box.center().y() else top - fonts.px(14) * (len(lines) - 1)
    for i, line in enumerate(lines):
        place = QRectF(f.box.left() + 6, top + fonts.px(14) * i, f.box.width() - 10, fonts.px(16))
        draw.words(painter, place, line, inks.theme.muted, font, align)


def lay_layers(path: Outlook, area: QRectF, look: str) -> Plot:
    """Lay out the revenue of layers; two rows of growth below."""
    rows = fonts.px(0 if look == "growth" else 32)
    box = inner(area, fonts.px(fr.HEAD + 4), fonts.px(fr.FOOT + 4) + rows)
    box.setRight(box.right() - fonts.px(52))
    scale = Range(0.0, 100.0, "linear")
    if look == "revenue":
        scale = fr.linear_range(path.orders_spend)
    elif look == "growth":
        scale = fr.log_range(*(v for _, v in supplier_courses(path)), np.ones(1))
    return Plot(area, (Frame(box, path.years, scale),))


def supplier_courses(path: Outlook) -> list[tuple[str, Floats]]:
    """Return each supplier's revenue over that of the first year, those that have any."""
    found = []
    for name, layers in SUPPLIERS:
        values = revenue(path, layers)
        if values[0] > 0.0:
            found.append((name, values / values[0]))
    return found


def group_colors(inks: Inks) -> list[QColor]:
    """Return a colour a group of layers, told apart in both themes."""
    steps = np.linspace(20, 235, len(GROUPS)).astype(int)
    return [QColor(*(int(c) for c in inks.theme.cost_map[step][:3])) for step in steps]


def paint_layers(painter: QPainter, inks: Inks, plot: Plot, path: Outlook, look: str) -> None:
    """Paint what orders bring to each layer, as bars or as growth of single suppliers."""
    f = plot.frames[0]
    if not path.orders_spend.max() > 0.0:
        title = "Suppliers" if look == "growth" else "Revenue of layers"
        fr.heading(painter, inks, f, title, "")
        said = "Tokens are bought: what machines their seller orders is not known."
        _note(painter, inks, f, said, f.box.center().y() - 8)
        return
    if look == "growth":
        _paint_growth(painter, inks, f, path)
        return
    unit = "$ a year from orders" if look == "revenue" else "%"
    title = "Revenue of layers" if look == "revenue" else "Shares of orders"
    fr.ground(painter, inks, f, title, unit, look == "revenue", years=False)
    wide = min(f.box.width() / path.years.size * 0.72, fonts.px(46))
    tops = np.zeros(path.years.size)
    whole = path.orders_spend if look == "share" else np.full(path.years.size, 100.0)
    named = []
    for (name, layers, _), color in zip(GROUPS, group_colors(inks), strict=True):
        values = revenue(path, layers) * np.divide(100.0, whole, out=np.zeros_like(whole), where=whole > 0)
        for t, value in enumerate(values):
            low, high = f.y(float(tops[t])), f.y(float(tops[t] + value))
            painter.fillRect(QRectF(f.x(t) - wide / 2, high, wide, low - high), color)
        if values.max() > 0.0:
            named.append((name, float(tops[-1] + values[-1] / 2), _readable(inks, color)))
        tops += values
    fr.end_labels(painter, inks, f, named)
    _paint_principle(painter, inks, f, path)


def _readable(inks: Inks, color: QColor) -> QColor:
    """Return `color` moved towards the ink until its words can be read."""
    theme, made = inks.theme, QColor(color)
    for _ in range(12):
        if contrast(made, theme.panel) >= (7.0 if theme.high else 4.5):
            break
        mixed = [
            round(0.85 * a + 0.15 * b)
            for a, b in zip(made.getRgb()[:3], theme.ink.getRgb()[:3], strict=True)  # type: ignore[index]
        ]
        made = QColor(*mixed)
    return made


def _paint_principle(painter: QPainter, inks: Inks, f: Frame, path: Outlook) -> None:
    """Write growth of the need for machines and of their orders below each year."""
    theme, font = inks.theme, fonts.px_font(11)
    wide = f.box.width() / path.years.size
    fr.year_row(painter, inks, f, f.box.bottom() + fonts.px(2))
    rows = (("need, %", path.need), ("orders, %", path.ordered))
    said_of = [growth_words(float(by)) for _, values in rows for by in growth(values) if math.isfinite(by)]
    every = math.ceil((max((fonts.width(said, 11) for said in said_of), default=0) + 4) / wide)
    for row, (name, values) in enumerate(rows):
        top = f.box.bottom() + fonts.px(16 + 15 * row)
        left = QRectF(f.box.left() - fonts.px(62), top, fonts.px(57), fonts.px(16))
        draw.words(painter, left, name, theme.muted, font, draw.RIGHT)
        told = {t: (growth_words(float(by)), by) for t, by in enumerate(growth(values)) if math.isfinite(by)}
        for t, (said, by) in told.items():
            if (path.years.size - 1 - t) % every == 0:
                place = QRectF(f.x(t) - 40, top, 80, fonts.px(16))
                draw.words(painter, place, said, theme.bad if by < 0.0 else theme.text, font)


def growth_words(by: float) -> str:
    """Return yearly growth in per cent, as a factor where it is more than tenfold."""
    return signed(by * 100.0, 0) if abs(by) < 9.995 else f"\u00d7{by + 1:.0f}"


def _paint_growth(painter: QPainter, inks: Inks, f: Frame, path: Outlook) -> None:
    """Draw each supplier's revenue over that of the first year."""
    fr.ground(painter, inks, f, "Suppliers", "revenue, first year = 1", False)
    courses = supplier_courses(path)
    steps = np.linspace(15, 240, max(2, len(courses))).astype(int)
    named = []
    for (name, values), step in zip(courses, steps, strict=False):
        color = _readable(inks, QColor(*(int(c) for c in inks.theme.cost_map[step][:3])))
        fr.stroke(painter, f, values, pen(color, 2.0))
        named.append((f"{name} \u00d7{text.number(float(values[-1]), 2)}", float(values[-1]), color))
    painter.fillRect(QRectF(f.box.left(), round(f.y(1.0)), f.box.width(), 1), inks.theme.border)
    fr.end_labels(painter, inks, f, named)


def lay_bills(r: OutlookResult, path: Outlook, area: QRectF) -> Plot:
    """Lay out the bills of training and inference."""
    box = inner(area, fonts.px(fr.HEAD + 4), fonts.px(fr.FOOT + 4))
    series = [path.inference, path.training]
    if r.ghost is not None:
        series += [r.ghost.inference, r.ghost.training]
    return Plot(area, (Frame(box, path.years, fr.log_range(*series)),))


def paint_bills(painter: QPainter, inks: Inks, plot: Plot, r: OutlookResult, path: Outlook) -> None:
    """Paint the bill of training against that of inference, and when one overtakes the other."""
    theme, f = inks.theme, plot.frames[0]
    fr.ground(painter, inks, f, "Training and inference", "$ a year", True)
    if r.ghost is not None and r.ghost.years.size == path.years.size:
        for values in (r.ghost.inference, r.ghost.training):
            fr.stroke(painter, f, values, inks.baseline)
    fr.stroke(painter, f, path.training, pen(theme.warning, 2.0))
    fr.stroke(painter, f, path.inference, pen(theme.accent, 2.0))
    ends = ((path.inference, "inference", theme.accent), (path.training, "training", theme.warning))
    fr.end_labels(painter, inks, f, [(name, float(v[-1]), color) for v, name, color in ends if v[-1] > 0.0])
    for at, who in ((path.crossover, "inference"), (path.training_overtakes, "training")):
        if math.isfinite(at) and at >= path.years[0]:
            fr.mark_date(painter, inks, f, at, say("{who} leads {value:.1f}", who=who, value=at), theme.ink)
    shares = path.inference_share * 100.0
    said = say("inference {first:.0f} \u2192 {last:.0f} % of compute", first=shares[0], last=shares[-1])
    _note(painter, inks, f, said, f.box.bottom() - fonts.px(18), draw.RIGHT)
