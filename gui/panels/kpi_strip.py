"""The eight headline figures of the point, each against the baseline and its limit."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.evidence import EXACT, Band
from engine.formatting import NOTHING, format_delta, format_range
from engine.metrics import Metric
from engine.parameters import SPECS
from engine.scenario import Scenario
from gui import fonts, shown_units, theme
from gui.language import mark, said, say, sentence, tr
from gui.plotting.doubt_headlines import Headlines
from gui.reading import format_value
from gui.shown_units import METRICS
from gui.widgets.kpi_tile import Headline, KpiTile, Standing

#: The metrics shown, in order.
KPIS: Final = (
    "cost_per_output_token", "gross_margin", "ttft_p95", "tpot_p95",
    "energy_per_response", "utilization", "accelerators", "breakeven_price",
)  # fmt: skip
#: Names from the longest to the shortest; a tile takes the first that fits.
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "cost_per_output_token": (
        mark("Cost per M output tokens"),
        mark("Cost per M output"),
        mark("Cost / M out"),
    ),
    "energy_per_response": (mark("Energy per response"), mark("Energy / resp.")),
    "accelerators": (mark("Accelerators"), mark("Accel.")),
    "breakeven_price": (mark("Break-even price"), mark("Break-even")),
}
#: Above this share of its limit a metric that meets it stands close.
THIN: Final = 0.95
PAD: Final = 16


class Figures(Protocol):
    """Every metric at one point."""

    def base(self, key: str) -> float:
        """Return metric `key` in base units; NaN where it has no meaning."""
        ...


def headline(
    metric: Metric,
    now: float,
    base: float,
    limit: float | None = None,
    cause: str = "",
    text: str = "",
    absent: str = mark("no value"),
    *,
    brief: bool = False,
) -> Headline:
    """Return how `metric` is told.

    Parameters
    ----------
    metric : Metric
    now, base, limit : float
        The figure, the baseline's, and its limit if it has one; base units.
    cause, text : str
        Chip and sentence shown where there is no figure because something stops the point.
    absent : str
        What is said where nothing is wrong and there is none all the same.
    brief : bool
        Without the change against the baseline and the whole story.
    """
    if brief:
        return _brief(metric, now, limit, cause, absent)
    if not math.isfinite(now):
        story = text or said("{label} has no value here: {why}", label=metric.label, why=tr(absent))
        return Headline(NOTHING, cause=cause, limit="" if cause else tr(absent), detail=story)
    value, _, unit = format_value(now, metric).partition(" ")
    delta, direction = format_delta(now, base, metric)
    standing, limit_text = _standing(metric, now, limit)
    goodness = direction * metric.better
    detail = f"{metric.doc} {format_value(now, metric, full=True)}"
    if direction:
        form = "; up {delta} from {value}" if direction > 0 else "; down {delta} from {value}"
        detail += say(form, delta=delta, value=format_value(base, metric))
    return Headline(
        value,
        unit,
        "" if delta == NOTHING else tr(delta),
        direction,
        goodness,
        limit_text,
        standing,
        detail=detail,
    )


def _brief(metric: Metric, now: float, limit: float | None, cause: str, absent: str) -> Headline:
    if not math.isfinite(now):
        return Headline(NOTHING, cause=cause, limit="" if cause else tr(absent))
    value, _, unit = format_value(now, metric).partition(" ")
    standing, limit_text = _standing(metric, now, limit)
    return Headline(value, unit, limit=limit_text, standing=standing)


def banded(told: Headline, metric: Metric, band: Band | None, *, brief: bool = False) -> Headline:
    """Return `told` with the band of its figure and what that rests on, without the words if `brief`."""
    if band is None or told.cause or told.value == NOTHING:
        return told
    if brief and band.grade == EXACT:
        return told
    if brief:
        return replace(told, band=format_range(band.low, band.high, metric), grade=band.grade)
    if band.grade == EXACT:
        return replace(told, detail=say("{detail}\nExact: {basis}", detail=told.detail, basis=band.basis))
    ends = (format_value(end, metric) for end in (band.low, band.high))
    story = say(
        "Four measurements in five would lie from {names}.\n{grade}: {basis}",
        names=tr(" to ").join(ends),
        grade=band.grade,
        basis=band.basis,
    )
    return replace(
        told,
        detail=f"{told.detail}\n{story[0].upper()}{story[1:]}",
        band=format_range(band.low, band.high, metric).replace(" to ", tr(" to ")),
        grade=band.grade,
    )


def sampled(told: Headline, metric: Metric, doubt: Headlines | None) -> Headline:
    """Return `told` with P10 to P90 of the last samples for its band, and how likely a margin is."""
    ends = doubt.figures.get(metric.key) if doubt is not None else None
    if doubt is None or ends is None or told.cause:
        return told
    low, middle, high = (format_value(value, metric) for value in ends)
    story = say(
        "Monte Carlo, {count:,} samples: P10 {low}, P50 {middle}, P90 {high}.",
        count=doubt.count,
        low=low,
        middle=middle,
        high=high,
    )
    limit = told.limit
    if metric.key == "gross_margin":
        limit = say("{earns:.0f} % above 0", earns=doubt.earns * 100)
        story += say(" Above zero in {earns:.1f} % of them.", earns=doubt.earns * 100)
    elif metric.key.startswith(("ttft", "tpot")):
        story += say(" Every limit holds in {holds:.1f} % of them.", holds=doubt.holds * 100)
    band = format_range(ends[0], ends[2], metric).replace(" to ", tr(" to "))
    detail = f"{told.detail}\n{story}"
    return replace(told, detail=detail, band=band, sampled=True, limit=limit)


def corrected(told: Headline, metric: Metric, seen: float | None, limit: float | None) -> Headline:
    """Return `told` with the simulated figure `seen`, base units, that counts in its place."""
    if seen is None or told.cause:
        return told
    standing, limit_text = _standing(metric, seen, limit)
    return replace(
        told,
        simulated=say("sim {figure}", figure=format_value(seen, metric).partition(" ")[0]),
        standing=standing,
        limit=limit_text,
        detail=say(
            "{detail}\nSimulated {seen}: the closed form is off, this counts.",
            detail=told.detail,
            seen=format_value(seen, metric),
        ),
    )


def by_tier(told: Headline, metric: Metric, scenario: Scenario, tiers: Sequence[Figures]) -> Headline:
    """Return `told` with the figure of each of `tiers`, and which share of the requests it answers."""
    answers = scenario.flows.answers
    lines = [
        say(
            "Tier {number}, {answers:.3g} % of the answers: {value}",
            number=number,
            answers=answers[number - 1] * 100,
            value=format_value(one.base(metric.key), metric, full=True),
        )
        for number, one in enumerate(tiers, 1)
    ]
    return replace(told, detail="\n".join([told.detail, *lines])) if lines else told


def _standing(metric: Metric, now: float, limit: float | None) -> tuple[Standing, str]:
    if limit is None or not math.isfinite(limit) or limit <= 0:
        return "met", ""
    text = said("limit {value}", value=format_value(limit, metric).partition(" ")[0])
    if now > limit:
        return "broken", text
    return ("thin" if now > THIN * limit else "met"), text


def limits_of(scenario: Scenario) -> dict[str, float]:
    """Return the limit of each metric that has one, base units: latencies at the promised percentile."""
    percentile = str(scenario.get("limits.percentile"))
    return {
        f"{name}_{percentile}": SPECS[f"limits.{name}"].encode(scenario.number(f"limits.{name}"))
        for name in ("ttft", "tpot")
    }


def names_of(key: str) -> tuple[str, ...]:
    """Return the names of metric `key`, the long ones first, in the unit it is shown in."""
    names = tuple(tr(name) for name in NAMES.get(key, ())) or (METRICS[key].label,)
    per_thousand = shown_units.symbol(METRICS[key]).startswith("$/k ")
    return tuple(name.replace(" M ", " k ") for name in names) if per_thousand else names


def _spoken(metric: Metric) -> str:
    """Return the unit as it is read aloud behind the name; none where there is none."""
    return "" if metric.display_unit == "1" else metric.display_unit


class KpiStrip(QWidget):
    """A row of `KpiTile`.

    Signals
    -------
    explain_requested(str) : the metric whose tile was clicked.
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel:kpi")
        self.setAccessibleName(tr("Headline figures"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(68))
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(PAD), 0, fonts.px(PAD), 0)
        row.setSpacing(0)
        self._tiles: dict[str, KpiTile] = {}
        self._plain: dict[str, Headline] = {}
        self._doubt: Headlines | None = None
        self._shown: tuple[Any, ...] = ()
        #: Whether a hand moves something: nobody reads a tip meanwhile, and its words cost a millisecond.
        self._brief = False
        for i, key in enumerate(KPIS):
            tile = KpiTile(key, names_of(key), first=i == 0, parent=self)
            tile.clicked.connect(lambda _on=False, which=key: self.explain_requested.emit(which))
            self._tiles[key] = tile
            row.addWidget(tile, 1)

    def tile(self, key: str) -> KpiTile:
        """Return the tile of metric `key`."""
        return self._tiles[key]

    def set_compact(self, on: bool) -> None:
        """Take 60 px of height instead of 68, for small windows."""
        self.setFixedHeight(fonts.px(60 if on else 68))

    def show_results(
        self,
        point: Figures,
        baseline: Figures,
        scenario: Scenario | None = None,
        cause: str = "",
        cause_text: str = "",
        spread: Mapping[str, Band] | None = None,
        simulated: Mapping[str, float] | None = None,
        tiers: Sequence[Figures] = (),
    ) -> None:
        """Show the figures of `point`.

        Parameters
        ----------
        point, baseline : Figures
        scenario : Scenario
            Whose limits the figures are held against.
        cause, cause_text : str
            Chip and sentence shown wherever the point has no figure.
        spread : mapping of metric to Band
            What the figures may really be.
        simulated : mapping of metric to float
            Simulated figures that count in place of those of `point`, base units.
        tiers : sequence of Figures
            Each tier of a routed service by itself; their figures are told in the tip.
        """
        self._shown = (point, baseline, scenario, cause, cause_text, spread, simulated, tiers)
        doubt = self._doubt if scenario is not None and self._doubt and self._doubt.of(scenario) else None
        held = limits_of(scenario) if scenario is not None else {}
        bought = scenario is not None and scenario.get("finance.supply") == "api"
        absent = mark("bought tokens") if bought else "no value"
        for key, tile in self._tiles.items():
            metric = METRICS[key]
            now, base = point.base(key), baseline.base(key)
            said_why = "" if self._brief else sentence(cause_text)
            told = headline(metric, now, base, held.get(key), tr(cause), said_why, absent, brief=self._brief)
            band = spread.get(key) if spread is not None else None
            told = sampled(banded(told, metric, band, brief=self._brief), metric, doubt)
            if scenario is not None and not self._brief:
                told = by_tier(told, metric, scenario, tiers)
            self._plain[key] = told
            tile.show_names(names_of(key), _spoken(metric))
            seen = simulated.get(key) if simulated is not None else None
            tile.show_headline(corrected(told, metric, seen, held.get(key)))

    def take_doubt(self, doubt: Headlines) -> None:
        """Show what samples say, for as long as the figures are those of the scenario they were drawn of."""
        self._doubt = doubt
        if self._shown:
            self.show_results(*self._shown)

    def drop_simulated(self) -> None:
        """Show no simulated figure any more: it was of other inputs."""
        for key, told in self._plain.items():
            if self._tiles[key].headline().simulated:
                self._tiles[key].show_headline(told)

    def gesture_started(self) -> None:
        """Hide the changes against the baseline until the hand rests."""
        self._brief = True
        for tile in self._tiles.values():
            tile.show_arrows(False)

    def gesture_finished(self) -> None:
        """Show them again."""
        self._brief = False
        if self._shown:
            self.show_results(*self._shown)
        for tile in self._tiles.values():
            tile.show_arrows(True)

    def sizeHint(self) -> QSize:
        """Return the designed height."""
        return QSize(fonts.px(1280), fonts.px(68))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the panel's colour, hairlines above and below."""
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.panel)
        painter.fillRect(0, 0, self.width(), 1, colors.hairline)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors.hairline)
        painter.end()
