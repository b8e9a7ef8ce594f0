"""Where everything of the day view lies, and what its panels show."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF

from engine.drivers.day import Day
from engine.parameters.profile import HOURS
from engine.scenario import Scenario
from gui import fonts, shown_units
from gui.language import say, tr
from gui.plotting.contours import Floats
from gui.plotting.day_job import DAYS, DayResult
from gui.plotting.text import caption, number, reading
from gui.plotting.ticks import nice_step
from gui.shown_units import METRICS, shown_at

LEFT, RIGHT, TOP, BOTTOM, GAP = 78, 22, 40, 30, 30
#: Height of the first panel over that of each other one.
_TALL: Final = 2.6

_COST: Final = "cost_per_token_all_in"


@dataclass(frozen=True, slots=True)
class Panel:
    """One course through the hours.

    Attributes
    ----------
    metric : str
        What a click on its title explains.
    title, unit : str
    values, before : ndarray, shape (168,), or None
        As shown; of the baseline.
    limit : float
        A line across, NaN for none.
    low : float
        Where a logarithmic scale begins, 0 for a linear one.
    mark : float
        The figure of the whole week, a thin line across; NaN for none.
    note : str
        What stands at the right of the title.
    """

    metric: str
    title: str
    unit: str
    values: Floats
    before: Floats | None
    limit: float = math.nan
    low: float = 0.0
    mark: float = math.nan
    note: str = ""

    def along(self, values: Floats, top: float) -> Floats:
        """Return `values` between 0 and 1 on a scale that ends at `top`; those below its start are 0."""
        if self.low <= 0.0:
            return np.asarray(values / top)
        safe = np.maximum(values, self.low)
        return np.asarray(np.log(safe / self.low) / math.log(top / self.low))


@dataclass(frozen=True, slots=True)
class Frame:
    """Boxes of the panels from top to bottom, and the hours they span."""

    boxes: tuple[QRectF, ...]
    first: int
    count: int

    def x(self, hour: float) -> float:
        """Return where hour `hour` of the week begins [px]."""
        box = self.boxes[0]
        return box.left() + (hour - self.first) * box.width() / self.count

    def hour_at(self, x: float) -> int:
        """Return the hour of the week at `x` [px], within the span."""
        box = self.boxes[0]
        along = int((x - box.left()) / box.width() * self.count)
        return self.first + min(max(along, 0), self.count - 1)

    @property
    def span(self) -> slice:
        """Return the hours shown."""
        return slice(self.first, self.first + self.count)


def frame(width: int, height: int, panels: int, day: int | None) -> Frame:
    """Return the boxes of a first panel and `panels` more; `day` of the week, None for all of it."""
    left, right, top, bottom, gap = (fonts.px(n) for n in (LEFT, RIGHT, TOP, BOTTOM, GAP))
    room = max(height - top - bottom - gap * panels, 80)
    each = room / (_TALL + panels)
    wide = max(width - left - right, 60)
    boxes, y = [], float(top)
    for i in range(panels + 1):
        high = each * (_TALL if i == 0 else 1.0)
        boxes.append(QRectF(left, round(y), wide, round(high)))
        y += high + gap
    return Frame(tuple(boxes), 0 if day is None else 24 * day, HOURS if day is None else 24)


def panels_of(r: DayResult) -> tuple[Panel, ...]:
    """Return the courses below the first panel."""
    now, before = r.hours, r.before
    if now is None or np.isnan(now.cost).all():
        return ()
    if before is not None and np.isnan(before.cost).all():
        before = None
    which = str(r.scenario.get("limits.percentile"))
    slowest = tr(", slowest tier") if r.scenario.flows.used > 1 else ""
    each, unit = shown_units.seen("s")
    limit = r.scenario.number("limits.ttft") * each
    found = [
        Panel(
            f"ttft_{which}", f"TTFT, {which}{slowest}", unit, now.ttft * each,
            None if before is None else before.ttft * each,
            limit, note=say("limit {limit} {unit}", limit=number(limit), unit=unit),
        )
    ]  # fmt: skip
    if now.waiting.max() > 0.0 or (before is not None and before.waiting.max() > 0.0):
        found.append(
            Panel("trough_room", "Waiting for a trough", "requests", now.backlog, _of(before, "backlog"))
        )
    if np.isfinite(now.power).all():
        found.append(_power(now, before))
    dear = _token_cost(r.scenario, now)
    ghost = None if before is None else _token_cost(r.scenario, before)
    both = dear if ghost is None else np.concatenate([dear, ghost])
    # An hour with next to no demand would hide all others.
    low = max(float(both.min()), 1e-3 * float(both.max()))
    uneven = float(both.max()) > 5.0 * low
    whole = shown_at(now.point, _COST)
    found.append(
        Panel(
            _COST, "All-in cost of an output token", caption(METRICS[_COST]), dear, ghost,
            low=10.0 ** math.floor(math.log10(low)) if uneven and low > 0.0 else 0.0,
            mark=whole,
            note=say("{whole} over all hours", whole=reading("cost_per_token_all_in", whole)),
        )
    )  # fmt: skip
    return tuple(found)


#: From this difference on, the power of the hours and that of the bill are told apart.
_FAR: Final = 0.1


def _power(now: Day, before: Day | None) -> Panel:
    """Return the course of power; where it is not what the bill counts, with both figures and why.

    Dispatchers spread the load evenly, so boards of a static fleet seldom rest, while the mean of the month
    takes quiet replicas to be idle.
    """
    watts, unit = _watts(float(now.power.max()))
    ghost = None if before is None else before.power / watts
    mean, billed = float(now.power.mean()) / watts, now.point.base("power") / watts
    note, mark = say("{mean} {unit} in the mean", mean=number(mean), unit=unit), math.nan
    if abs(mean / billed - 1.0) > _FAR:
        mark = billed
        note += say(
            ", load spread evenly; energy per response and the bill take {billed} {unit}, quiet "
            "replicas idle",
            billed=number(billed),
            unit=unit,
        )
    return Panel("power", "Power of the site", unit, now.power / watts, ghost, mark=mark, note=note)


def _watts(most: float) -> tuple[float, str]:
    """Return W of the unit of power: the one chosen, else one that suits figures up to `most`."""
    each, chosen = shown_units.seen("kW")
    return (1e3 / each, chosen) if chosen != "kW" or most < 2e6 else (1e6, "MW")


def _token_cost(scenario: Scenario, d: Day) -> Floats:
    """Return what an output token of each hour costs, all cost on it [$ per M tokens]."""
    p = d.point
    tokens = p.base("cost_rate") / (p.base("model_rate") * p.base(_COST))
    useful = (d.urgent + d.served) * (1.0 - scenario.number("fleet.waste_share"))
    each = METRICS[_COST].shown(1.0)
    return np.asarray(d.cost / np.maximum(useful, 1e-300) / tokens * each)


def _of(before: object, name: str) -> Floats | None:
    return None if before is None else np.asarray(getattr(before, name))


def top_of_panel(panel: Panel) -> float:
    """Return where the scale of `panel` ends."""
    if panel.low <= 0.0:
        return top_of(panel.values, panel.before, np.array([panel.limit]))
    known = [float(np.nanmax(c)) for c in (panel.values, panel.before) if c is not None]
    return float(max(10.0 ** math.ceil(math.log10(max(known)) - 1e-9), 10.0 * panel.low))


def top_of(*courses: Floats | None) -> float:
    """Return a round figure just above all `courses`."""
    known = [float(np.nanmax(c)) for c in courses if c is not None and np.isfinite(c).any()]
    most = max([value for value in known if value > 0.0], default=1.0)
    step = nice_step(most * 1.06 / 4.0) / 2.0
    return math.ceil(most * 1.06 / step - 1e-9) * step


def clock(hour: int) -> str:
    """Return hour of the week `hour` in words: "Tue 14:00"."""
    return f"{tr(DAYS[hour // 24 % 7])} {hour % 24:02d}:00"


def words_of(r: DayResult, hour: int) -> list[str]:
    """Return what is known of an hour, a line each."""
    d = r.hours
    if d is None:
        return []
    lines = [
        say("{hour} to {hour2:02d}:00", hour=clock(hour), hour2=(hour + 1) % 24),
        say("Demand {urgent}", urgent=_in("requests/s", d.urgent[hour] + d.waiting[hour])),
    ]
    if not math.isfinite(d.cost[hour]):
        return lines
    if d.waiting.max() > 0.0:
        lines.append(
            say(
                "Cannot wait {urgent}, served late {late}",
                urgent=number(float(d.urgent[hour])),
                late=number(float(d.served[hour])),
            )
        )
    if not d.replicas.any():
        lines.append(say("Bought; {cost}", cost=_rate(d.cost[hour])))
        return lines
    lines.append(
        say(
            "{replicas} replicas at {load:.3g} % of capacity",
            replicas=number(float(d.replicas[hour])),
            load=d.load[hour] * 100,
        )
    )
    spare = float(d.paid[hour] - d.replicas[hour])
    if spare > 1e-9:
        lines.append(say("{spare} more in reserve", spare=number(spare)))
    if d.over[hour]:
        lines.append("over capacity")
    else:
        lines.append(f"TTFT {_in('s', d.ttft[hour])}, TPOT {_in('ms', d.tpot[hour] * 1e3)}")
    lines.append(f"{_in('kW', d.power[hour] / 1e3)}, {_rate(d.cost[hour])}")
    return lines


def _in(unit: str, value: float) -> str:
    """Return a figure declared in `unit` for reading, in the unit chosen."""
    each, shown = shown_units.seen(unit)
    return f"{number(float(value) * each)} {tr(shown)}"


def _rate(cost: float) -> str:
    """Return `cost` [$/s] for reading, in the unit chosen."""
    each, shown = shown_units.seen("$/h")
    return f"${number(float(cost) * 3600.0 * each)}{tr(shown).removeprefix('$')}"
