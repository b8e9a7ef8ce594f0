"""What stands in a report, in which order."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QLocale, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPdfWriter

from engine import catalog, share
from engine.chain import account
from engine.citations import cited
from engine.digest import library_digest
from engine.drivers import Point, point
from engine.evidence import bands
from engine.formatting import NOTHING, format_number
from engine.parameters import GROUPS
from engine.scenario import Scenario, spec_of
from engine.share.scenario_tables import group_label, pedigree
from engine.share.summary import Kpi, differences, kpis, sentences, told_figures, worth_knowing
from engine.tier_keys import split
from engine.units import MONTH
from engine.version import version
from gui import fonts, theme
from gui.figures import Figure
from gui.language import current, mark, said, say, tr
from gui.plotting import draw
from gui.plotting.bill_job import CAUSES
from gui.reading import format_value
from gui.report.figures import ANSWERS, drawn
from gui.report.pages import SIDE, Field, Line, Pages
from gui.shown_text import part_name
from gui.shown_units import METRICS
from gui.views.base import View

_INPUTS: Final = (
    Field("", 2.2, muted=True),
    Field(mark("Input"), 24),
    Field(mark("Value"), 15, right=True),
    Field(mark("Source"), 46, muted=True),
    Field(mark("Grade"), 11, muted=True),
)
_LONGEST_SOURCE: Final = 150


@dataclass(frozen=True)
class Content:
    """What a report is made of.

    Attributes
    ----------
    scenario : Scenario
    other : Scenario or None
        What it is compared with: a baseline, or its parent.
    views : tuple of view classes
    settings : mapping of view key to settings
    formulas : bool
        Whether the appendix of formulas is wanted.
    """

    scenario: Scenario
    other: Scenario | None
    views: tuple[type[View], ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    formulas: bool = False


class Report:
    """One report on its way to a writer."""

    def __init__(self, content: Content, today: date) -> None:
        self._content = content
        self._scenario = share.public(content.scenario)
        self._here = point(self._scenario)
        self._spread = bands(self._scenario, self._here)
        self._other = content.other
        self._before: Point | None = None if self._other is None else point(self._other)
        self._made = say(
            "{date}   ·   Isocost {version}   ·   catalogue {digest}",
            date=_day(today), version=version(), digest=library_digest(),
        )  # fmt: skip

    def write(self, writer: QPdfWriter, told: Callable[[str], None] = lambda _part: None) -> int:
        """Write all pages; `told` hears which part is under way. Return how many pages there are."""
        foot = said("Isocost {version}, catalogue {digest}", version=version(), digest=library_digest())
        pages = Pages(writer, self._scenario.name, foot)
        pages.begin()
        told("figures")
        self._front(pages)
        self._bill(pages)
        self._figures(pages)
        self._chain(pages)
        for kind in self._content.views:
            told(kind.title)
            self._view(pages, kind)
        told("inputs")
        self._assumptions(pages)
        if self._content.formulas:
            self._formulas(pages)
        pages.end()
        return pages.number

    # the front ----------------------------------------------------------------------------------

    def _front(self, pages: Pages) -> None:
        pages.title(self._scenario.name)
        pages.space(4)
        pages.paragraph(self._made, size=11, muted=True)
        pages.space(8)
        pages.paragraph(" ".join(sentences(self._scenario, self._here, self._spread)), size=13)
        pages.space(6)
        self._kpis(pages, kpis(self._scenario, self._here, self._spread, self._before))
        note = self._scenario.note.strip()
        if note:
            pages.heading(tr("Notes"), with_room=50)
            for part in note.split("\n"):
                if part.strip():
                    pages.paragraph(part.strip())
        self._differences(pages)
        known = worth_knowing(self._scenario, self._here)
        if known:
            pages.heading(tr("What to know before the figures are used"), with_room=40)
            for text in known:
                pages.bullet(text)

    def _kpis(self, pages: Pages, found: Sequence[Kpi]) -> None:
        columns, gap, high = 4, 10.0, 78.0
        wide = (pages.width - gap * (columns - 1)) / columns
        for i, kpi in enumerate(found):
            box = QRectF(
                SIDE + (i % columns) * (wide + gap), pages.y + (i // columns) * (high + gap), wide, high
            )
            _paint_kpi(pages.painter, box, kpi)
        pages.space(math.ceil(len(found) / columns) * (high + gap) + 4)

    def _differences(self, pages: Pages) -> None:
        if self._other is None:
            return
        found = differences(self._scenario, self._other)
        if not found:
            return
        same = self._other.name == self._scenario.name
        name = tr("the baseline") if same else self._other.name
        pages.heading(said("What differs from {name}", name=name), with_room=90)
        lines = [Line((one.role[0].upper(), one.label, one.was, one.now)) for one in found]
        fields = (
            Field("", 3, muted=True),
            Field(mark("Input"), 45),
            Field(mark("Was"), 26, right=True),
            Field(mark("Is"), 26, right=True),
        )
        pages.table(fields, lines)
        pages.paragraph(tr("D decision, A assumption, P price."), size=10, muted=True)

    # money --------------------------------------------------------------------------------------

    def _bill(self, pages: Pages) -> None:
        whole = self._here.base("cost_rate")
        if not math.isfinite(whole):
            return
        fields = (
            Field(mark("Cause"), 46), Field(mark("$ per month"), 18, right=True),
            Field(mark("Share"), 12, right=True), Field(mark("Per M output tokens"), 22, right=True),
        )  # fmt: skip
        found = [(tr(label), self._whole(key, per_chip=per_chip)) for key, label, per_chip in CAUSES]
        rows = [(label, rate) for label, rate in found if math.isfinite(rate) and abs(rate) > 1e-9 * whole]
        if not rows:
            return
        pages.heading(tr("The bill"), with_room=46 + 20 * len(rows))
        each = self._here.base("cost_per_output_token") * 1e6
        lines = [self._share_line(label, rate, whole, each) for label, rate in rows]
        total = math.fsum(rate for _, rate in rows)
        if abs(total - whole) > 1e-6 * whole:
            lines.append(self._share_line(tr("Other"), whole - total, whole, each))
        lines.append(Line((tr("Total"), _money(whole * MONTH), "100 %", _money(each)), bold=True))
        pages.table(fields, lines)

    def _whole(self, key: str, *, per_chip: bool) -> float:
        """Return a rate of the bill for the whole service; some are told for one accelerator."""
        return self._here.base(key) * (self._here.base("accelerators") if per_chip else 1.0)

    def _share_line(self, label: str, rate: float, whole: float, each: float) -> Line:
        share = rate / whole
        return Line((label, _money(rate * MONTH), f"{share * 100:.1f} %", _money(each * share)))

    def _chain(self, pages: Pages) -> None:
        paid = account(self._scenario, self._here)
        if not paid.layers:
            return
        layers = [layer for layer in paid.layers if layer.rate > 0.0]
        pages.heading(tr("Who earns it: the chain"), with_room=44.0 + 18.6 * (len(layers) + 1))
        fields = (
            Field(mark("Layer"), 24), Field(mark("$ per month"), 14, right=True),
            Field(mark("Share"), 9, right=True), Field(mark("What its dollars buy"), 58, muted=True),
        )  # fmt: skip
        lines = [
            Line((tr(layer.label), _money(layer.rate * MONTH), f"{layer.share * 100:.1f} %", tr(layer.what)))
            for layer in layers
        ]
        lines.append(Line((tr("Total"), _money(paid.rate * MONTH), "100 %", ""), bold=True))
        pages.table(fields, lines)

    def _figures(self, pages: Pages) -> None:
        found = told_figures(self._here, self._spread, self._before)
        if not found:
            return
        pages.heading(tr("Figures and their bands"), with_room=92.0 + 24.0 * len(found[0][1]))
        pages.paragraph(tr("Four measurements in five of such a point lie within its band."), muted=True)
        fields = [
            Field(mark("Figure"), 34), Field(mark("Value"), 23, right=True),
            Field(mark("Band"), 24, right=True), Field(mark("Grade"), 14, muted=True),
        ]  # fmt: skip
        fields += [] if self._before is None else [Field(mark("Before"), 18, right=True, muted=True)]
        for title, rows in found:
            pages.subheading(title, with_room=24.0 * (len(rows) + 1))
            lines = [(row.label, row.text, row.band, row.grade, row.before)[: len(fields)] for row in rows]
            pages.table(fields, [Line(cells) for cells in lines], head=title == found[0][0])

    # views --------------------------------------------------------------------------------------

    def _view(self, pages: Pages, kind: type[View]) -> None:
        other = self._other if self._other is not None else self._scenario
        with drawn(kind, self._scenario, other, self._content.settings.get(kind.key)) as view:
            pages.begin(across=True)
            pages.heading(tr(view.title))
            pages.space(-8)
            pages.paragraph(tr(ANSWERS.get(kind.key, "")), muted=True)
            figure = Figure(view, self._scenario.name, framed=False)
            pages.picture(QSizeF(figure.size), figure.paint)

    # inputs -------------------------------------------------------------------------------------

    def _assumptions(self, pages: Pages) -> None:
        pages.begin()
        pages.heading(tr("Inputs, with where they come from"))
        pages.paragraph(
            tr(
                "D is a decision, A an assumption of how the world works, P a price the market sets. Inputs "
                "without effect under the choices made are left out."
            ),
            muted=True,
        )
        idle, headed = 0, 0
        for label, keys in _grouped(self._scenario):
            told = [key for key in keys if not self._scenario.inert(key)]
            idle += len(keys) - len(told)
            if told:
                pages.subheading(label)
                lines = [self._input(key) for key in told]
                pages.table(_INPUTS, lines, size=10, head=headed != pages.number)
                headed = pages.number
                pages.space(4)
        if idle:
            pages.paragraph(said("{idle} inputs have no effect here.", idle=idle), size=10, muted=True)

    def _input(self, key: str) -> Line:
        spec = spec_of(key)
        origin, grade = pedigree(self._scenario, key)
        value = format_value(self._scenario.get(key), spec, full=True)
        note = self._scenario.annotation(key)
        source = _cut(cited(origin))
        if note.note:
            noted = _cut(share.shareable(note.note))
            source = f"{source}. {noted}" if source else noted
        if note.locked:
            value = said("{value}, locked", value=value)
        if spec.kind == "part":
            part = catalog.part_of(self._scenario, key.rpartition(".")[0])
            value = part_name(part) if part is not None else value
        return Line((spec.role[0].upper(), spec.label, value or NOTHING, source, tr(grade)))

    def _formulas(self, pages: Pages) -> None:
        pages.begin()
        pages.heading(tr("Formulas"))
        pages.paragraph(tr("Figures that follow from others by a formula, in base units."), muted=True)
        lines = [
            Line((metric.label, format_value(self._here.base(key), metric, full=True), metric.formula))
            for key, metric in METRICS.items()
            if metric.formula and math.isfinite(self._here.base(key))
        ]
        pages.table(
            (
                Field(mark("Figure"), 26),
                Field(mark("Value"), 18, right=True),
                Field(mark("Formula"), 52, muted=True),
            ),
            lines,
            size=10,
        )


def _grouped(scenario: Scenario) -> list[tuple[str, list[str]]]:
    """Return the scenario's inputs by the group of the panel, tiers behind each other."""
    made: dict[tuple[int, str], list[str]] = {}
    order = {group.key: i for i, group in enumerate(GROUPS)}
    for key in scenario.stated():
        tier, plain = split(key)
        made.setdefault((tier, plain.partition(".")[0]), []).append(key)
    places = sorted(made, key=lambda at: (at[0], order[at[1]]))
    return [(group_label(made[at][0]), made[at]) for at in places]


def _day(today: date) -> str:
    """Return a day as the language writes it: "23 November 2026"."""
    month = QLocale(current()).monthName(today.month)
    return said("{day} {month} {year}", day=today.day, month=month, year=today.year)


def _money(value: float) -> str:
    return (
        f"${format_number(value, money=True)}" if value >= 0.0 else f"−${format_number(-value, money=True)}"
    )


def _cut(source: str) -> str:
    return source if len(source) <= _LONGEST_SOURCE else f"{source[:_LONGEST_SOURCE].rstrip()} …"


def _paint_kpi(painter: QPainter, box: QRectF, kpi: Kpi) -> None:
    look = theme.current()
    painter.setPen(look.hairline)
    painter.setBrush(look.window)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    inside = box.adjusted(10, 8, -10, -8)
    draw.words(painter, QRectF(inside.left(), inside.top(), inside.width(), 14), kpi.label, look.muted,
               fonts.px_font(10), draw.LEFT)  # fmt: skip
    value = QRectF(inside.left(), inside.top() + 15, inside.width(), 26)
    draw.words(painter, value, kpi.text, look.ink, fonts.px_font(19, fonts.SEMIBOLD), draw.LEFT)
    value.setLeft(value.left() + fonts.width(kpi.text, 19, fonts.SEMIBOLD) + 5)
    value.translate(0, 2)
    draw.words(painter, value, kpi.unit, look.muted, fonts.px_font(10), draw.LEFT)
    line = QRectF(inside.left(), inside.top() + 42, inside.width(), 13)
    moved = "" if not kpi.delta else f"{kpi.grade}, {kpi.delta}" if kpi.grade else kpi.delta
    for text, color in ((kpi.band, look.text), (moved or kpi.grade, look.muted)):
        fitted = fonts.metrics(10).elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        draw.words(painter, line, fitted, color, fonts.px_font(10), draw.LEFT)
        line.translate(0, 13)
